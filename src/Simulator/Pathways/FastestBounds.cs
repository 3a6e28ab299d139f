using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Simulator.Lanes;

namespace Simulator.Pathways;

/// <summary>
/// What each limit of pace allows in a year (model section 7), percent of GDP. Every bound rises with the shares of earlier
/// years, so the highest path of each year is the highest path throughout.
/// </summary>
public static class FastestBounds
{
    /// <summary>Years over which the sustained limits look back.</summary>
    public const int Back = 5;

    /// <summary>The year k = max(b, t − 5) from which the sustained limits count, as index of years.</summary>
    /// <param name="t">Index of the year, 0 in the base year.</param>
    public static int BackIndex(int t) => t > Back ? t - Back : 0;

    /// <summary>s(t − 1) + max_step_pp.</summary>
    /// <param name="before">s(t − 1).</param>
    /// <param name="maxStepPp">Points of GDP.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Step(Vector512<double> before, Vector512<double> maxStepPp) => before + maxStepPp;

    /// <summary>The share at which real spending has grown by max_growth_pct in a year.</summary>
    /// <param name="before">s(t − 1).</param>
    /// <param name="maxGrowthPct">Percent.</param>
    /// <param name="gdpBeforeOverGdp">Real GDP of the year before over that of the year.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Growth(
        Vector512<double> before, Vector512<double> maxGrowthPct, Vector512<double> gdpBeforeOverGdp) =>
        before * Factor(maxGrowthPct) * gdpBeforeOverGdp;

    /// <summary>s(k) + 5·step5_pp.</summary>
    /// <param name="back">s(k).</param>
    /// <param name="step5Pp">Points of GDP a year.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Step5(Vector512<double> back, Vector512<double> step5Pp) =>
        back + (Vector512.Create((double)Back) * step5Pp);

    /// <summary>The share at which real spending is D(k)·(1 + growth5_pct/100)^5.</summary>
    /// <param name="back">s(k).</param>
    /// <param name="growth5Pct">Percent a year.</param>
    /// <param name="gdpBackOverGdp">Real GDP of year k over that of the year.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Growth5(
        Vector512<double> back, Vector512<double> growth5Pct, Vector512<double> gdpBackOverGdp)
    {
        Vector512<double> once = Factor(growth5Pct);
        Vector512<double> twice = once * once;
        return back * (twice * twice * once) * gdpBackOverGdp;
    }

    /// <summary>s(t) = min(τ, max(s(t − 1), the lowest bound)): a fastest path stands still rather than fall.</summary>
    /// <param name="target">τ.</param>
    /// <param name="before">s(t − 1).</param>
    /// <param name="lowestBound">The lowest of all bounds.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Next(
        Vector512<double> target, Vector512<double> before, Vector512<double> lowestBound) =>
        Lane.Smaller(Lane.Larger(lowestBound, before), target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Factor(Vector512<double> ratePct) =>
        Vector512<double>.One + (ratePct / Vector512.Create(100.0));
}
