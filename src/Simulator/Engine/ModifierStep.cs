using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Simulator.Lanes;
using Simulator.Pathways;

namespace Simulator.Engine;

/// <summary>One year of the modifiers for all members of a leg, in the order of the model: delay, delivery, caps.</summary>
internal static class ModifierStep
{
    public static void Apply(Plan plan, Block block, int leg, bool isCapped, int t)
    {
        if (plan.HasDelay)
        {
            Delay(plan, block, leg, t);
        }

        Span<Vector512<double>> arriving = block.Delayed(leg, t);
        if (plan.Delivery.IsEmpty && !isCapped)
        {
            arriving.CopyTo(block.Path(leg));
            return;
        }

        DeliverAndCap(plan, block, leg, isCapped, t, arriving);
    }

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
    private static void DeliverAndCap(
        Plan plan, Block block, int leg, bool isCapped, int t, Span<Vector512<double>> arriving)
    {
        int members = plan.Members;
        Span<Vector512<double>> path = block.Path(leg);
        ReadOnlySpan<Vector512<double>> columns = block.Columns;
        ReadOnlySpan<int> delivery = plan.Delivery.Year(t);
        ReadOnlySpan<int> maxStep = plan.MaxStep.Year(t);
        ReadOnlySpan<int> maxGrowth = plan.MaxGrowth.Year(t);
        Vector512<double> hundred = Vector512.Create(100.0);
        Vector512<double> unlimited = Vector512.Create(double.PositiveInfinity);
        for (int m = 0; m < members; m++)
        {
            int at = (t * members) + m;
            Vector512<double> share = arriving[m];
            if (delivery[m] != 0)
            {
                share = Modifiers.Delivered(share, block.Delayed(leg, plan.DeliveryFrom[at])[m], columns[delivery[m]]);
            }

            if (isCapped && (maxStep[m] | maxGrowth[m]) != 0)
            {
                Vector512<double> before = path[m];
                Vector512<double> byStep = maxStep[m] == 0 ? unlimited : before + columns[maxStep[m]];
                Vector512<double> byGrowth = maxGrowth[m] == 0
                    ? unlimited
                    : before * (Vector512<double>.One + (columns[maxGrowth[m]] / hundred)) * Vector512.Create(plan.GdpBeforeOverGdp[at]);
                share = Modifiers.Capped(share, before, byStep, byGrowth);
            }

            path[m] = share;
        }
    }
}
