using System.Runtime.Intrinsics;
using Simulator.Lanes;
using Simulator.Pathways;

namespace Simulator.Engine;

/// <summary>
/// The fastest way of a row (model section 7). It remembers its own last five shares, those of the path so far through year F
/// among them, and like the other ways with a pace of their own it goes on from itself, not from what caps or other rows make of it.
/// </summary>
internal static class FastestStep
{
    /// <summary>Computes the ceilings of all years, once the columns are filled: F, and from the last year back F̃.</summary>
    public static void Begin(Plan plan, FastestPlan fastest, Block block)
    {
        int members = plan.Members;
        ReadOnlySpan<Vector512<double>> columns = block.Columns;
        Span<Vector512<double>> rooms = block.FiscalRoom;
        Span<Vector512<double>> ceilings = block.FiscalCeiling;
        foreach (int m in plan.Macro.Edition.Roster.WithForces)
        {
            Vector512<double> most = columns[fastest.OffsetsMax[m]];
            Vector512<double> limit = columns[fastest.DeficitLimit[m]];
            Vector512<double> offsets = Vector512<double>.Zero;
            for (int t = 0; t < fastest.Content.Years; t++)
            {
                offsets += t == 0 ? Vector512<double>.Zero : columns[fastest.Offsets.Year(t)[m]];
                rooms[(t * members) + m] = FiscalCeiling.Of(fastest.Content, m, t, limit, Lane.Smaller(offsets, most));
            }

            Vector512<double> lowest = Vector512.Create(double.PositiveInfinity);
            for (int t = fastest.Content.Years - 1; t >= 0; t--)
            {
                lowest = Lane.Smaller(rooms[(t * members) + m], lowest);
                ceilings[(t * members) + m] = lowest;
            }
        }
    }

    /// <summary>One year of a row.</summary>
    public static void Apply<TGoal>(
        Plan plan, FastestPlan fastest, Block block, PlanRow row, int t, in Progress progress, Span<Vector512<double>> path)
        where TGoal : struct, IGoal
    {
        int length = plan.OperationMember.Length;
        Span<Vector512<double>> now = block.FastestShares.Slice(t % FastestBounds.Back * length, length);
        if (t == 0)
        {
            for (int j = 0; j < row.Count; j++)
            {
                int operation = row.FirstOperation + j;
                now[operation] = path[plan.OperationMember[operation]];
                block.OperationStart[operation] = now[operation];
            }

            return;
        }

        ReadOnlySpan<Vector512<double>> columns = block.Columns;
        ReadOnlySpan<Vector512<double>> before = block.FastestShares.Slice((t - 1) % FastestBounds.Back * length, length);
        ReadOnlySpan<Vector512<double>> back = block.FastestShares.Slice(FastestBounds.BackIndex(t) % FastestBounds.Back * length, length);
        ReadOnlySpan<int> step = fastest.Step.Year(t);
        ReadOnlySpan<int> growth = fastest.Growth.Year(t);
        Span<Vector512<double>> starts = block.OperationStart;
        Vector512<double> value = columns[row.Value];
        for (int j = 0; j < row.Count; j++)
        {
            int operation = row.FirstOperation + j;
            int m = plan.OperationMember[operation];
            int at = (t * plan.Members) + m;
            Vector512<double> bound = Lane.Smaller(
                Lane.Smaller(
                    FastestBounds.Step(before[operation], columns[step[m]]),
                    FastestBounds.Growth(before[operation], columns[growth[m]], Vector512.Create(plan.GdpBeforeOverGdp[at]))),
                Lane.Smaller(
                    FastestBounds.Step5(back[operation], columns[fastest.Step5[m]]),
                    FastestBounds.Growth5(back[operation], columns[fastest.Growth5[m]], Vector512.Create(fastest.GdpBackOverGdp[at]))));
            bound = fastest.Limits.IsFiscal ? Lane.Smaller(bound, block.FiscalCeiling[at]) : bound;

            Vector512<double> target = value * Vector512.Create(plan.OperationScale[operation]);
            Vector512<double> start = Vector512.ConditionalSelect(progress.AtStart, path[m], starts[operation]);
            starts[operation] = start;
            Vector512<double> way = FastestBounds.Next(target, before[operation], bound);
            now[operation] = Vector512.ConditionalSelect(progress.IsUnderWay, way, path[m]);
            path[m] = Vector512.ConditionalSelect(progress.IsUnderWay, TGoal.Join(path[m], start, target, way), path[m]);
        }
    }
}
