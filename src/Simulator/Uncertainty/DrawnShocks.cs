using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Simulator.Engine;
using Simulator.Lanes;

namespace Simulator.Uncertainty;

/// <summary>
/// The shocks of model section 8, a draw in each lane. Words, normal numbers and shocks are passes of their own over buffers that
/// stay in the first cache (faster by a third than all in one). A draw's shocks depend on seed and draw alone: not on the
/// scenario, the thread or the block.
/// </summary>
public readonly struct DrawnShocks : IShocks
{
    private const int Economy = 0;
    private const int Budget = 1;
    private const int Delivery = 2;
    private const int Start = 3;

    private readonly ulong _seed;
    private readonly ShockScratch _scratch;
    private readonly bool _movesPrices;

    private DrawnShocks(ulong seed, ShockScratch scratch, bool movesPrices)
    {
        _seed = seed;
        _movesPrices = movesPrices;
        _scratch = scratch;
    }

    /// <summary>Shocks for one thread; world w of the year loop is draw w.</summary>
    /// <param name="seed">The key of the generator.</param>
    /// <param name="plan">Any plan for the members that the parameters are about.</param>
    /// <param name="parameters">How far chance moves things.</param>
    /// <param name="movesPrices">False to leave prices alone, for who reads none; nothing else changes.</param>
    /// <exception cref="ArgumentException">The parameters have faults (<see cref="ShockParameters.Faults"/>), or debt is drawn without its prices.</exception>
    public static DrawnShocks Of(ulong seed, Plan plan, ShockParameters parameters, bool movesPrices = true)
    {
        IReadOnlyList<string> faults = parameters.Faults(plan.Macro.Edition.Roster);
        if (plan.HasFiscal && !movesPrices)
        {
            throw new ArgumentException("Debt is in current money, which prices move.", nameof(movesPrices));
        }

        return faults.Count == 0
            ? new DrawnShocks(seed, new ShockScratch(plan.Members, parameters), movesPrices)
            : throw new ArgumentException(string.Join(' ', faults), nameof(parameters));
    }

    /// <inheritdoc/>
    public static bool AreNone => false;

    /// <inheritdoc/>
    public void Begin(long firstWorld, Plan plan, ShockBlock shocks)
    {
        _scratch.Begin(firstWorld);
        shocks.Delivers = _scratch.Parameters.Delivers;
        shocks.MovesPrices = _movesPrices;
    }

    /// <inheritdoc/>
    public void Year(int t, Plan plan, ShockBlock shocks)
    {
        if (t == 0)
        {
            Revise(shocks);
            return;
        }

        if ((t & 1) != 0)
        {
            Resample(t);
        }

        Normal(t, Economy);
        Move(t, shocks);
        if (shocks.Delivers)
        {
            Deliver(t, shocks);
        }

        if (plan.HasFiscal)
        {
            Normal(t, Budget);
            Finance(shocks);
        }
    }

    private void Normal(int year, int variable)
    {
        Philox.Fill(_seed, _scratch.FirstDraw, year, 0, variable, _scratch.Words);
        Normals.Fill(_scratch.Words, _scratch.Normals);
    }

    /// <summary>r: the base-year share as NATO will have revised it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Revise(ShockBlock shocks)
    {
        Normal(0, Start);
        ReadOnlySpan<Vector512<double>> normals = _scratch.Normals;
        Span<Vector512<double>> revision = _scratch.Revision;
        for (int m = 0; m < revision.Length; m++)
        {
            revision[m] = Vector512.Create(_scratch.StartMean[m]) + (Vector512.Create(_scratch.StartSd[m]) * normals[2 * m]);
        }

        Elementary.Exp(revision, shocks.BudgetFactor);
    }

    /// <summary>The common factors of an odd year and the next: two years of history in a row, the first picked by the counter.</summary>
    private void Resample(int t)
    {
        Span<Vector512<ulong>> words = _scratch.Words[..2];
        Philox.Fill(_seed, _scratch.FirstDraw, t, Philox.Common, Economy, words);
        Pick(Normals.Uniform(words[0]), _scratch.GrowthFactorOfHistory, _scratch.GrowthFactor);
        Pick(Normals.Uniform(words[1]), _scratch.DeflatorFactorOfHistory, _scratch.DeflatorFactor);
    }

    private static void Pick(Vector512<double> uniform, double[] history, Span<double> twoYears)
    {
        for (int lane = 0; lane < Lane.Count; lane++)
        {
            int first = (int)(uniform[lane] * history.Length);
            twoYears[lane] = history[first];
            twoYears[Lane.Count + lane] = history[first + 1 == history.Length ? 0 : first + 1];
        }
    }

    /// <summary>a(t) = ρ·a(t−1) + λF(t) + σε, deflators likewise, h(t) = lag·h(t−1) + a(t)/100, and exp(r − h).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Move(int t, ShockBlock shocks)
    {
        ShockScratch scratch = _scratch;
        int half = (t & 1) != 0 ? 0 : Lane.Count;
        Vector512<double> growthFactor = Vector512.Create<double>(scratch.GrowthFactor.Slice(half, Lane.Count));
        Vector512<double> deflatorFactor = Vector512.Create<double>(scratch.DeflatorFactor.Slice(half, Lane.Count));
        Vector512<double> growthRho = Vector512.Create(scratch.Parameters.GrowthPersistence);
        Vector512<double> deflatorRho = Vector512.Create(scratch.Parameters.DeflatorPersistence);
        Vector512<double> lag = Vector512.Create(scratch.Parameters.BudgetLag);
        Vector512<double> hundred = Vector512.Create(100.0);
        ReadOnlySpan<Vector512<double>> normals = scratch.Normals;
        Span<Vector512<double>> growth = shocks.GrowthPp;
        Span<Vector512<double>> inflation = shocks.InflationPp;
        Span<Vector512<double>> budget = shocks.BudgetFactor;
        Span<Vector512<double>> behind = scratch.Behind;
        for (int m = 0; m < growth.Length; m++)
        {
            growth[m] = (growthRho * growth[m])
                + ((Vector512.Create(scratch.GrowthLoading[m]) * growthFactor) + (Vector512.Create(scratch.GrowthSd[m]) * normals[2 * m]));
            behind[m] = (lag * behind[m]) + (growth[m] / hundred);
            budget[m] = scratch.Revision[m] - behind[m];
        }

        Elementary.Exp(budget, budget);
        for (int m = 0; _movesPrices && m < inflation.Length; m++)
        {
            inflation[m] = (deflatorRho * inflation[m])
                + ((Vector512.Create(scratch.DeflatorLoading[m]) * deflatorFactor) + (Vector512.Create(scratch.DeflatorSd[m]) * normals[(2 * m) + 1]));
        }
    }

    /// <summary>δ̄·exp(q − sd²/2), q with the same spread in every year, so that δ̄ is the mean in every year.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Deliver(int t, ShockBlock shocks)
    {
        ShockScratch scratch = _scratch;
        double sd = scratch.Parameters.DeliverySd;
        double rho = scratch.Parameters.DeliveryPersistence;
        bool isFirst = (t & 1) != 0;
        if (isFirst)
        {
            // Both normal numbers of a pair are used: one in an odd year, the other in the next.
            Philox.Fill(_seed, scratch.FirstDraw, t, 0, Delivery, scratch.Words);
            Normals.Fill(scratch.Words, scratch.DeliveryNormals);
        }

        Vector512<double> persistence = Vector512.Create(t == 1 ? 0 : rho);
        Vector512<double> spread = Vector512.Create(t == 1 ? sd : sd * Math.Sqrt(1 - (rho * rho)));
        Vector512<double> halfVariance = Vector512.Create(sd * sd / 2);
        ReadOnlySpan<Vector512<double>> normals = scratch.DeliveryNormals;
        Span<Vector512<double>> q = scratch.Delivery;
        Span<Vector512<double>> delivery = shocks.DeliveryPct;
        for (int m = 0; m < q.Length; m++)
        {
            q[m] = (persistence * q[m]) + (spread * normals[(2 * m) + (isFirst ? 0 : 1)]);
            delivery[m] = q[m] - halfVariance;
        }

        Elementary.Exp(delivery, delivery);
        for (int m = 0; m < q.Length; m++)
        {
            delivery[m] = Vector512.Create(scratch.DeliveryPct[m]) * delivery[m];
        }
    }

    /// <summary>Shocks to the balance and to the interest rate, each with its own persistence.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Finance(ShockBlock shocks)
    {
        ShockScratch scratch = _scratch;
        Vector512<double> balanceRho = Vector512.Create(scratch.Parameters.BalancePersistence);
        Vector512<double> rateRho = Vector512.Create(scratch.Parameters.RatePersistence);
        ReadOnlySpan<Vector512<double>> normals = scratch.Normals;
        Span<Vector512<double>> balance = shocks.BalancePct;
        Span<Vector512<double>> rate = shocks.RatePp;
        for (int m = 0; m < balance.Length; m++)
        {
            balance[m] = (balanceRho * balance[m]) + (Vector512.Create(scratch.BalanceSd[m]) * normals[2 * m]);
            rate[m] = (rateRho * rate[m]) + (Vector512.Create(scratch.RateSd[m]) * normals[(2 * m) + 1]);
        }
    }
}
