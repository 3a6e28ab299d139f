using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Lanes;
using Simulator.Projections;

namespace Simulator.Sweeps;

/// <summary>The outcomes of eight worlds as the year loop passes: only the years that somebody asks for are read. Allocated once.</summary>
internal sealed class OutcomeScratch
{
    private readonly SweepPlan _sweep;
    private readonly Outcome[] _outcomes;
    private readonly int[][] _membersOf;
    private readonly int[][] _ofYear;
    private readonly LaneBuffer _values;
    private readonly LaneBuffer _startShare;
    private readonly LaneBuffer _startSpending;

    public OutcomeScratch(SweepPlan sweep)
    {
        _sweep = sweep;
        _outcomes = [.. sweep.Outcomes];
        _membersOf = [.. _outcomes.Select(o => o.Unit.Members.ToArray())];
        _ofYear = [.. Enumerable.Range(0, sweep.Macro.Years).Select(t => Enumerable.Range(0, _outcomes.Length)
            .Where(o => IsRead(_outcomes[o], sweep.Macro.BaseYear + t)).ToArray())];
        _values = new LaneBuffer(_outcomes.Length);
        _startShare = new LaneBuffer(sweep.Macro.Members);
        _startSpending = new LaneBuffer(sweep.Macro.Members);
    }

    /// <summary>The outcomes of the eight worlds, by outcome; complete after the last year.</summary>
    public ReadOnlySpan<Vector512<double>> Values => _values.Groups;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Year(int t, Block block)
    {
        if (t == 0)
        {
            block.SharePct.CopyTo(_startShare.Groups);
            block.SpendingConstUsdM.CopyTo(_startSpending.Groups);
            _values.Groups.Clear();
        }

        foreach (int o in _ofYear[t])
        {
            _values.Groups[o] += Read(_outcomes[o], _membersOf[o], t, block);
        }
    }

    private static bool IsRead(Outcome outcome, int year) => year >= outcome.FirstYear && year <= outcome.LastYear;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector512<double> Read(Outcome outcome, int[] members, int t, Block block)
    {
        switch (outcome.Variable)
        {
            case OutcomeVariable.SharePct:
                return outcome.Unit.IsGroup ? Vector512.Create(100.0) * Sum(members, block.SpendingConstUsdM) / Sum(members, block.GdpConstUsdM) : block.SharePct[members[0]];
            case OutcomeVariable.RealGrowthPct:
                return Growth(Sum(members, block.SpendingConstUsdM) / Sum(members, _startSpending.Groups), t);
            case OutcomeVariable.SpendingBn:
                return Money(outcome, members, block.SpendingConstUsdM);
            case OutcomeVariable.ExtraBn:
                return Extra(outcome, members, t, block);
            case OutcomeVariable.ShortPp:
                return outcome.Unit.IsGroup ? ShortConstUsdM(null, members, t, block) * Vector512.Create(100.0) / Sum(members, block.GdpConstUsdM) : ShortPp(members[0], t, block);
            case OutcomeVariable.ShortBn:
                return ShortConstUsdM(_sweep.PerConstUsd(outcome.Currency), members, t, block) / Vector512.Create(1000.0);
            case OutcomeVariable.MembersAt:
                return MembersAt(outcome, members, block);
            case OutcomeVariable.DebtPct:
                return block.Fiscal.DebtPct.Groups[members[0]];
            case OutcomeVariable.ExtraDebtPp:
                return block.Fiscal.ExtraDebtPp.Groups[members[0]];
            case OutcomeVariable.BalancePct:
                return block.Fiscal.BalancePct.Groups[members[0]];
            default:
                return block.Fiscal.InterestPct.Groups[members[0]];
        }
    }

    /// <summary>In member order, as every sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector512<double> Sum(int[] members, ReadOnlySpan<Vector512<double>> amounts)
    {
        Vector512<double> sum = Vector512<double>.Zero;
        foreach (int m in members)
        {
            sum += amounts[m];
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector512<double> Money(Outcome outcome, int[] members, ReadOnlySpan<Vector512<double>> constUsdM)
    {
        double[] perConstUsd = _sweep.PerConstUsd(outcome.Currency);
        Vector512<double> sum = Vector512<double>.Zero;
        foreach (int m in members)
        {
            sum += constUsdM[m] * Vector512.Create(perConstUsd[m]);
        }

        return sum / Vector512.Create(1000.0);
    }

    /// <summary>Above the base-year share of this world, as revised, held in the unshocked economy.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector512<double> Extra(Outcome outcome, int[] members, int t, Block block)
    {
        double[] perConstUsd = _sweep.PerConstUsd(outcome.Currency);
        ReadOnlySpan<double> unshocked = _sweep.Macro.GdpConstUsdM.AsSpan(t * _sweep.Macro.Members, _sweep.Macro.Members);
        ReadOnlySpan<Vector512<double>> spending = block.SpendingConstUsdM;
        ReadOnlySpan<Vector512<double>> start = _startShare.Groups;
        Vector512<double> sum = Vector512<double>.Zero;
        foreach (int m in members)
        {
            // Each amount is told on its own, so that a world that holds has exactly nothing above hold.
            Vector512<double> rate = Vector512.Create(perConstUsd[m]);
            sum += (spending[m] * rate) - (start[m] * Vector512.Create(unshocked[m] / 100) * rate);
        }

        return sum / Vector512.Create(1000.0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector512<double> ShortConstUsdM(double[]? perConstUsd, int[] members, int t, Block block)
    {
        Vector512<double> sum = Vector512<double>.Zero;
        foreach (int m in members)
        {
            Vector512<double> amount = ShortPp(m, t, block) / Vector512.Create(100.0) * block.GdpConstUsdM[m];
            sum += perConstUsd is null ? amount : amount * Vector512.Create(perConstUsd[m]);
        }

        return sum;
    }

    /// <summary>Line less share, both in hundredths; a member without forces has no line and is short of nothing.</summary>
    private Vector512<double> ShortPp(int member, int t, Block block)
    {
        Vector512<double> line = Vector512.Create(_sweep.LineHundredths[(t * _sweep.Macro.Members) + member]);
        return Lane.Larger(line - Rounding.Hundredths(block.SharePct[member]), Vector512<double>.Zero) / Vector512.Create(100.0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector512<double> MembersAt(Outcome outcome, int[] members, Block block)
    {
        Vector512<double> threshold = Vector512.Create((double)Rounding.Hundredths(outcome.ThresholdPct));
        MemberSet forces = _sweep.Macro.Edition.Roster.WithForces;
        Vector512<double> count = Vector512<double>.Zero;
        foreach (int m in members)
        {
            if (forces.Contains(m))
            {
                count += Vector512.GreaterThanOrEqual(Rounding.Hundredths(block.SharePct[m]), threshold) & Vector512<double>.One;
            }
        }

        return count;
    }

    private static Vector512<double> Growth(Vector512<double> ratio, int years) =>
        Vector512.Create(100.0) * (Elementary.Pow(ratio, Vector512.Create(1.0 / years)) - Vector512<double>.One);
}

/// <summary>Hands every year of a block to the outcomes.</summary>
internal readonly struct OutcomeReducer(OutcomeScratch outcomes) : IReducer
{
    /// <inheritdoc/>
    public void Year(int t, Block block, int live) => outcomes.Year(t, block);
}
