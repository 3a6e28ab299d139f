using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Simulator.Alliance;
using Simulator.Lanes;

namespace Simulator.Pathways;

/// <summary>
/// The share of GDP up to which a budget can carry defence (model section 7): F = W + max(0, L − def + min(o·(t − b), o_max) + E),
/// where what is added to W is told at current prices and is brought to the published share. Interest on what is borrowed is
/// left out of it.
/// </summary>
public static class FiscalCeiling
{
    /// <summary>F of a member and year, percent of GDP; infinity where the WEO gives no balance.</summary>
    /// <param name="content">What the IMF path holds.</param>
    /// <param name="member">Roster index.</param>
    /// <param name="t">Index of the year, 0 in the base year.</param>
    /// <param name="deficitLimitPct">L, percent of GDP; NaN where the scenario sets none.</param>
    /// <param name="offsetsPp">min(o·(t − b), o_max), points of GDP.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(
        ImfContent content, int member, int t, Vector512<double> deficitLimitPct, Vector512<double> offsetsPp)
    {
        int at = (t * content.Edition.Roster.Count) + member;
        double deficit = content.DeficitPct[at];
        if (double.IsNaN(deficit))
        {
            return Vector512.Create(double.PositiveInfinity);
        }

        Vector512<double> limit = Vector512.ConditionalSelect(
            Vector512.Equals(deficitLimitPct, deficitLimitPct), deficitLimitPct, Vector512.Create(content.DeficitLimitPct[at]));
        Vector512<double> room = limit - Vector512.Create(deficit) + offsetsPp;
        double allowance = content.EscapeAllowancePct[at];
        if (!double.IsNaN(allowance))
        {
            Vector512<double> isOpen = Vector512.GreaterThanOrEqual(room + Vector512.Create(allowance), Vector512<double>.Zero);
            room += isOpen & Vector512.Create(EscapeClause.LargestPct);
        }

        return Vector512.Create(content.SharePct[at])
            + (Lane.Larger(room, Vector512<double>.Zero) * Vector512.Create(content.PublishedOverCurrent[member]));
    }

    /// <summary>F̃(t) = min over u ≥ t of F(u): no share that a later year could not carry.</summary>
    /// <param name="ceilings">F by year; replaced by F̃.</param>
    public static void LookAhead(Span<double> ceilings)
    {
        for (int t = ceilings.Length - 2; t >= 0; t--)
        {
            ceilings[t] = Math.Min(ceilings[t], ceilings[t + 1]);
        }
    }

    /// <summary>F of a member by year as a scenario sets its limits, percent of GDP, from the base year through the years of the content.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="content">What the IMF path holds.</param>
    /// <param name="member">Roster index.</param>
    public static double[] ByYear(Scenario scenario, ImfContent content, int member)
    {
        FastestLimits limits = FastestLimits.Of(scenario);
        double most = Or(scenario.Number(Setting.OffsetsMaxPp, member, 0), limits.OffsetsMaxPp);
        double limit = scenario.Number(Setting.DeficitLimitPct, member, 0);
        double[] ceilings = new double[content.Years];
        double offsets = 0;
        for (int t = 0; t < ceilings.Length; t++)
        {
            if (t > 0)
            {
                offsets += Or(scenario.Number(Setting.OffsetsPpPerYear, member, content.Edition.BaseYear + t), limits.OffsetsPpPerYear);
            }

            ceilings[t] = Of(content, member, t, Vector512.Create(limit), Vector512.Create(Math.Min(offsets, most))).ToScalar();
        }

        return ceilings;
    }

    /// <summary>A number that a scenario sets, or the number of its set of limits where it sets none (NaN).</summary>
    internal static double Or(double stated, double otherwise) => double.IsNaN(stated) ? otherwise : stated;
}
