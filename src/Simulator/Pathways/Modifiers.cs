using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Simulator.Lanes;

namespace Simulator.Pathways;

/// <summary>
/// What happens to a plan on its way to money: it comes late, only a part of it arrives, and it can rise only so fast
/// (model section 5, modifiers). They apply in this order whatever the order of rows in a file.
/// </summary>
public static class Modifiers
{
    /// <summary>The year of the path that a delayed path shows in year t: t through F, F for n years, then t − n.</summary>
    /// <param name="year">t.</param>
    /// <param name="from">F, last year of the path as it was.</param>
    /// <param name="years">n, 0 or more.</param>
    public static int DelayedYear(int year, int from, int years)
    {
        int earlier = year <= from ? year : year - years;
        return year > from && earlier < from ? from : earlier;
    }

    /// <summary>Delivery: p(F) + δ/100·(p − p(F)) where p lies above p(F), else p; at 100 percent p itself, to the last bit.</summary>
    /// <param name="path">p(t), the path after delay, percent of GDP.</param>
    /// <param name="start">p(F), percent of GDP.</param>
    /// <param name="deliveryPct">δ, percent of the rise that arrives, 0 to 150.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Delivered(
        Vector512<double> path, Vector512<double> start, Vector512<double> deliveryPct)
    {
        Vector512<double> hundred = Vector512.Create(100.0);
        Vector512<double> arrived = start + (deliveryPct / hundred * (path - start));
        Vector512<double> isPart = Vector512.GreaterThan(path, start) & ~Vector512.Equals(deliveryPct, hundred);
        return Vector512.ConditionalSelect(isPart, arrived, path);
    }

    /// <summary>The highest share that caps allow: max(before, min(before + step, share at the largest growth)).</summary>
    /// <param name="before">The capped share of the year before, percent of GDP.</param>
    /// <param name="highestByStep">before + max_step_pp; infinity without that cap.</param>
    /// <param name="highestByGrowth">The share at which real spending has grown by max_growth_pct; infinity without that cap.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Highest(
        Vector512<double> before, Vector512<double> highestByStep, Vector512<double> highestByGrowth) =>
        Lane.Larger(Lane.Smaller(highestByStep, highestByGrowth), before);

    /// <summary>
    /// Caps limit rises only: where the plan lies above last year's share,
    /// min(planned, max(before, min(before + step, share at the largest growth))); where it falls, the plan.
    /// </summary>
    /// <param name="planned">The path after delay and delivery, percent of GDP.</param>
    /// <param name="before">The capped share of the year before, percent of GDP.</param>
    /// <param name="highestByStep">before + max_step_pp; infinity without that cap.</param>
    /// <param name="highestByGrowth">The share at which real spending has grown by max_growth_pct; infinity without that cap.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Capped(
        Vector512<double> planned,
        Vector512<double> before,
        Vector512<double> highestByStep,
        Vector512<double> highestByGrowth)
    {
        Vector512<double> highest = Highest(before, highestByStep, highestByGrowth);
        return Vector512.ConditionalSelect(
            Vector512.GreaterThan(planned, before), Lane.Smaller(planned, highest), planned);
    }
}
