using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Simulator.Lanes;
using Simulator.Pathways;

namespace Simulator.Engine;

/// <summary>One year of the modifiers for all members of a leg, in the order of the model: delay, delivery, caps.</summary>
internal static class ModifierStep
{
    public static void Apply<TShocks>(Plan plan, Block block, int leg, bool isCapped, int t)
        where TShocks : struct, IShocks
    {
        if (plan.HasDelay)
        {
            Delay(plan, block, leg, t);
        }

        Span<Vector512<double>> arriving = block.Delayed(leg, t);
        if (leg == 0 && plan.Backfill is { } backfill)
        {
            Highest(plan, block, t);
            DeliverAndCap<TShocks>(plan, block, leg, isCapped, t, arriving);
            BackfillStep.Apply(plan, backfill, block, block.Highest, t);
            return;
        }

        if (plan.Delivery.IsEmpty && !isCapped && (TShocks.AreNone || !block.Drawn.Delivers))
        {
            arriving.CopyTo(block.Path(leg));
            return;
        }

        DeliverAndCap<TShocks>(plan, block, leg, isCapped, t, arriving);
    }

    /// <summary>The share up to which the caps let a member rise; read before the path of the year before is written over.</summary>
    private static void Highest(Plan plan, Block block, int t)
    {
        ReadOnlySpan<int> maxStep = plan.MaxStep.Year(t);
        ReadOnlySpan<int> maxGrowth = plan.MaxGrowth.Year(t);
        for (int m = 0; m < plan.Members; m++)
        {
            Vector512<double> before = block.Path(0)[m];
            block.Highest[m] = (maxStep[m] | maxGrowth[m]) == 0
                ? Vector512.Create(double.PositiveInfinity)
                : Modifiers.Highest(before, ByStep(block, maxStep[m], before), ByGrowth(plan, block, maxGrowth[m], before, (t * plan.Members) + m));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ByStep(Block block, int column, Vector512<double> before) =>
        column == 0 ? Vector512.Create(double.PositiveInfinity) : FastestBounds.Step(before, block.Columns[column]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ByGrowth(Plan plan, Block block, int column, Vector512<double> before, int at) =>
        column == 0
            ? Vector512.Create(double.PositiveInfinity)
            : FastestBounds.Growth(before, block.Columns[column], Vector512.Create(plan.GdpBeforeOverGdp[at]));

    // Delays differ by lane in a sweep, so each lane looks back on its own; few plans have any.
    private static void Delay(Plan plan, Block block, int leg, int t)
    {
        ReadOnlySpan<double> planned = block.PlannedNumbers(leg);
        Span<double> delayed = block.DelayedNumbers(leg);
        int members = plan.Members;
        for (int m = 0; m < members; m++)
        {
            int column = plan.DelayYears[m];
            for (int lane = 0; lane < Lane.Count; lane++)
            {
                int years = column == 0 ? 0 : (int)block.Columns[column][lane];
                int shown = Modifiers.DelayedYear(t, plan.DelayFrom[m], years);
                delayed[(((t * members) + m) * Lane.Count) + lane] = planned[(((shown * members) + m) * Lane.Count) + lane];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void DeliverAndCap<TShocks>(
        Plan plan, Block block, int leg, bool isCapped, int t, Span<Vector512<double>> arriving)
        where TShocks : struct, IShocks
    {
        int members = plan.Members;
        Span<Vector512<double>> path = block.Path(leg);
        ReadOnlySpan<Vector512<double>> columns = block.Columns;
        ReadOnlySpan<int> delivery = plan.Delivery.Year(t);
        ReadOnlySpan<int> maxStep = plan.MaxStep.Year(t);
        ReadOnlySpan<int> maxGrowth = plan.MaxGrowth.Year(t);
        for (int m = 0; m < members; m++)
        {
            int at = (t * members) + m;
            Vector512<double> share = arriving[m];
            if (delivery[m] != 0)
            {
                share = Modifiers.Delivered(share, block.Delayed(leg, plan.DeliveryFrom[at])[m], columns[delivery[m]]);
            }

            if (!TShocks.AreNone && block.Drawn.Delivers)
            {
                share = Modifiers.Delivered(share, block.Start(leg)[m], block.Drawn.DeliveryPct[m]);
            }

            if (isCapped && (maxStep[m] | maxGrowth[m]) != 0)
            {
                Vector512<double> before = path[m];
                share = Modifiers.Capped(share, before, ByStep(block, maxStep[m], before), ByGrowth(plan, block, maxGrowth[m], before, at));
            }

            path[m] = share;
        }
    }
}
