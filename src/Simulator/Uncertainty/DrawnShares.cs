using System.Runtime.Intrinsics;
using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Lanes;

namespace Simulator.Uncertainty;

/// <summary>
/// The shares of a plan's worlds, draw by draw, where an <see cref="Ensemble"/> keeps counts: for the few draws on which a forecast
/// is scored. The same loop and the same shocks, so draw n here is draw n there.
/// </summary>
public sealed class DrawnShares
{
    private readonly Plan _plan;
    private readonly double[][] _ordered;

    private DrawnShares(Plan plan, double[][] ordered)
    {
        _plan = plan;
        _ordered = ordered;
    }

    /// <summary>Draws a plan's worlds.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="parameters">How far chance moves things.</param>
    /// <param name="draws">Number of draws, at least 1; every share of every draw is kept.</param>
    /// <param name="seed">The key of the generator.</param>
    /// <exception cref="ArgumentException">The parameters have faults (<see cref="ShockParameters.Faults"/>).</exception>
    public static DrawnShares Of(Plan plan, ShockParameters parameters, int draws, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        double[][] kept = new double[plan.Years * plan.Members][];
        MemberSet armed = plan.Macro.Edition.Roster.WithForces;
        for (int i = 0; i < kept.Length; i++)
        {
            kept[i] = armed.Contains(i % plan.Members) ? new double[draws] : [];
        }

        Block block = new(plan, isDrawn: true);
        var shocks = DrawnShocks.Of(seed, plan, parameters);
        DrawnWorlds worlds = new(draws);
        default(OneWorld).Fill(0, plan, block);
        block.Fiscal.HoldOwn();
        for (int first = 0; first < draws; first += Lane.Count)
        {
            ShareReducer reducer = new(kept, armed, first);
            YearLoop.Run(plan, block, first, ref shocks, ref worlds, ref reducer);
        }

        foreach (double[] shares in kept)
        {
            Array.Sort(shares);
        }

        return new DrawnShares(plan, kept);
    }

    /// <summary>Core spending of a member in every draw, percent of real GDP, ascending.</summary>
    /// <param name="member">Roster index of a member with forces.</param>
    /// <param name="year">Calendar year from the base year on.</param>
    /// <exception cref="ArgumentException">The member has no forces, or the year lies outside the run.</exception>
    public IReadOnlyList<double> OrderedPct(int member, int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, _plan.BaseYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(year, _plan.BaseYear + _plan.Years);
        double[] shares = _ordered[((year - _plan.BaseYear) * _plan.Members) + member];
        return shares.Length > 0 ? shares : throw new ArgumentException($"The member at place {member} of the roster has no forces.", nameof(member));
    }

    private readonly struct ShareReducer(double[][] kept, MemberSet armed, int firstDraw) : IReducer
    {
        public void Year(int t, Block block, int live)
        {
            ReadOnlySpan<Vector512<double>> shares = block.SharePct;
            foreach (int m in armed)
            {
                for (int lane = 0; lane < live; lane++)
                {
                    kept[(t * shares.Length) + m][firstDraw + lane] = shares[m][lane];
                }
            }
        }
    }
}
