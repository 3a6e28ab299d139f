using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Simulator.Pathways;

namespace Simulator.Engine;

/// <summary>
/// One year of one path row. What depends on the row alone, where it stands and the weight of its shape, is computed once;
/// then every member of the row takes its step from what it remembers: its share in year F and how far it has come.
/// </summary>
internal static class RowStep
{
    public static void Apply(Plan plan, Block block, PlanRow row, int leg, int t, Span<Vector512<double>> path)
    {
        if (row.Knots != KnotTable.None)
        {
            Knots(plan, block, row, leg, t, path);
            return;
        }

        ReadOnlySpan<Vector512<double>> columns = block.Columns;
        Progress progress = Progress.In(
            Vector512.Create((double)(plan.BaseYear + t)), columns[row.From], columns[row.To]);
        switch (row.What)
        {
            case PathWhat.Hold:
                Hold(plan, block, row, leg, in progress, path);
                break;
            case PathWhat.AtLeastPct:
                Approach<AtLeast>(plan, block, row, t, in progress, path);
                break;
            case PathWhat.SharePct:
                Approach<Exactly>(plan, block, row, t, in progress, path);
                break;
            case PathWhat.ShareAddPp:
                Add(plan, row, columns[row.Value] * progress.Way, path);
                break;
            case PathWhat.RealGrowthPct:
                RealGrowth(plan, block, row, t, in progress, path);
                break;
            case PathWhat.RealChangePct:
                RealChange(plan, block, row, t, in progress, path);
                break;
            default:
                throw new InvalidOperationException($"A row of {row.What} has no shares by year.");
        }
    }

    private static void Approach<TGoal>(
        Plan plan, Block block, PlanRow row, int t, in Progress progress, Span<Vector512<double>> path)
        where TGoal : struct, IGoal
    {
        Vector512<double> shapeValue = block.Columns[row.ShapeValue];
        switch (row.Shape)
        {
            case Shape.Linear:
                Weighted<TGoal>(plan, block, row, in progress, ShapeWeight.Linear(progress.Way), path);
                break;
            case Shape.Front:
                Weighted<TGoal>(plan, block, row, in progress, ShapeWeight.Front(progress.Way, shapeValue), path);
                break;
            case Shape.Back:
                Weighted<TGoal>(plan, block, row, in progress, ShapeWeight.Back(progress.Way, shapeValue), path);
                break;
            case Shape.SCurve:
                Weighted<TGoal>(plan, block, row, in progress, ShapeWeight.SCurve(progress.Way), path);
                break;
            case Shape.Geometric:
                Remembering<TGoal, GeometricWay>(plan, block, row, t, in progress, path);
                break;
            case Shape.Step:
                Remembering<TGoal, StepWay>(plan, block, row, t, in progress, path);
                break;
            case Shape.Growth:
                Remembering<TGoal, GrowthWay>(plan, block, row, t, in progress, path);
                break;
            case Shape.Close:
                Remembering<TGoal, CloseWay>(plan, block, row, t, in progress, path);
                break;
            case Shape.Fastest when plan.Fastest is { } fastest:
                FastestStep.Apply<TGoal>(plan, fastest, block, row, t, in progress, path);
                break;
            default:
                throw new InvalidOperationException($"Shape {row.Shape} is not a way that the year loop knows.");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Weighted<TGoal>(
        Plan plan, Block block, PlanRow row, in Progress progress, Vector512<double> weight, Span<Vector512<double>> path)
        where TGoal : struct, IGoal
    {
        ReadOnlySpan<int> members = plan.OperationMember.AsSpan(row.FirstOperation, row.Count);
        ReadOnlySpan<double> scales = plan.OperationScale.AsSpan(row.FirstOperation, row.Count);
        Span<Vector512<double>> starts = block.OperationStart.Slice(row.FirstOperation, row.Count);
        Vector512<double> value = block.Columns[row.Value];
        Vector512<double> atStart = progress.AtStart;
        Vector512<double> isUnderWay = progress.IsUnderWay;
        Vector512<double> hasArrived = progress.HasArrived;
        for (int j = 0; j < members.Length; j++)
        {
            ref Vector512<double> share = ref path[members[j]];
            Vector512<double> start = Vector512.ConditionalSelect(atStart, share, starts[j]);
            starts[j] = start;
            Vector512<double> target = value * Vector512.Create(scales[j]);
            Vector512<double> way = Vector512.ConditionalSelect(hasArrived, target, Climb.Weighted(start, target, weight));
            share = Vector512.ConditionalSelect(isUnderWay, TGoal.Join(share, start, target, way), share);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Remembering<TGoal, TWay>(
        Plan plan, Block block, PlanRow row, int t, in Progress progress, Span<Vector512<double>> path)
        where TGoal : struct, IGoal
        where TWay : struct, IWay
    {
        ReadOnlySpan<int> members = plan.OperationMember.AsSpan(row.FirstOperation, row.Count);
        ReadOnlySpan<double> scales = plan.OperationScale.AsSpan(row.FirstOperation, row.Count);
        ReadOnlySpan<double> gdpBefore = plan.GdpBeforeOverGdp.AsSpan(t * plan.Members, plan.Members);
        Span<Vector512<double>> starts = block.OperationStart.Slice(row.FirstOperation, row.Count);
        Span<Vector512<double>> states = block.OperationState.Slice(row.FirstOperation, row.Count);
        Vector512<double> value = block.Columns[row.Value];
        Vector512<double> pace = TWay.Pace(block.Columns[row.ShapeValue], progress.Way);

        // Skips work in the years in which no lane starts; where one does, the others keep what they remember.
        bool starting = !Vector512.EqualsAll(progress.AtStart.AsInt64(), Vector512<long>.Zero);
        for (int j = 0; j < members.Length; j++)
        {
            ref Vector512<double> share = ref path[members[j]];
            Vector512<double> target = value * Vector512.Create(scales[j]);
            Vector512<double> start = starts[j];
            Vector512<double> state = TWay.Next(start, states[j], target, pace, Vector512.Create(gdpBefore[members[j]]));
            if (starting)
            {
                start = Vector512.ConditionalSelect(progress.AtStart, share, start);
                state = Vector512.ConditionalSelect(progress.AtStart, TWay.Begin(start, target), state);
                starts[j] = start;
            }

            states[j] = state;
            Vector512<double> way = Vector512.ConditionalSelect(
                progress.HasArrived, target, TWay.Share(start, state, target, pace));
            share = Vector512.ConditionalSelect(progress.IsUnderWay, TGoal.Join(share, start, target, way), share);
        }
    }

    private static void Hold(
        Plan plan, Block block, PlanRow row, int leg, in Progress progress, Span<Vector512<double>> path)
    {
        Span<Vector512<double>> held = block.Start(leg);
        foreach (int m in plan.OperationMember.AsSpan(row.FirstOperation, row.Count))
        {
            path[m] = Vector512.ConditionalSelect(progress.IsUnderWay, held[m], path[m]);
        }
    }

    private static void Add(Plan plan, PlanRow row, Vector512<double> points, Span<Vector512<double>> path)
    {
        foreach (int m in plan.OperationMember.AsSpan(row.FirstOperation, row.Count))
        {
            path[m] += points;
        }
    }

    /// <summary>s(t) = s(t−1)·(1 + v/100)·Y(t−1)/Y(t) after F through T, then the share is held.</summary>
    private static void RealGrowth(
        Plan plan, Block block, PlanRow row, int t, in Progress progress, Span<Vector512<double>> path)
    {
        Vector512<double> factor = Vector512<double>.One + (block.Columns[row.Value] / Vector512.Create(100.0));
        Vector512<double> isOver = Vector512.GreaterThan(
            Vector512.Create((double)(plan.BaseYear + t)), block.Columns[row.To]);
        Span<Vector512<double>> states = block.OperationState.Slice(row.FirstOperation, row.Count);
        for (int j = 0; j < row.Count; j++)
        {
            int m = plan.OperationMember[row.FirstOperation + j];
            Vector512<double> before = states[j];
            Vector512<double> grown = before * (factor * Vector512.Create(plan.GdpBeforeOverGdp[(t * plan.Members) + m]));
            Vector512<double> next = Vector512.ConditionalSelect(isOver, before, grown);
            Vector512<double> state = Vector512.ConditionalSelect(progress.AtStart, path[m], next);
            states[j] = state;
            path[m] = Vector512.ConditionalSelect(progress.IsUnderWay, state, path[m]);
        }
    }

    /// <summary>Real amount of F × (1 + v/100)^u through T, where it is exactly the change asked for; then the share is held.</summary>
    private static void RealChange(
        Plan plan, Block block, PlanRow row, int t, in Progress progress, Span<Vector512<double>> path)
    {
        Vector512<double> change = Vector512<double>.One + (block.Columns[row.Value] / Vector512.Create(100.0));
        Vector512<double> sofar = Lanes.Elementary.Pow(change, progress.Way);
        Vector512<double> isOver = Vector512.GreaterThan(
            Vector512.Create((double)(plan.BaseYear + t)), block.Columns[row.To]);
        Span<Vector512<double>> starts = block.OperationStart.Slice(row.FirstOperation, row.Count);
        Span<Vector512<double>> states = block.OperationState.Slice(row.FirstOperation, row.Count);
        for (int j = 0; j < row.Count; j++)
        {
            int m = plan.OperationMember[row.FirstOperation + j];
            Vector512<double> onePercent = Vector512.Create(plan.OnePercentOfGdpConstUsdM[(t * plan.Members) + m]);
            Vector512<double> amount = Vector512.ConditionalSelect(progress.AtStart, path[m] * onePercent, starts[j]);
            starts[j] = amount;
            Vector512<double> state = Vector512.ConditionalSelect(isOver, states[j], amount * sofar / onePercent);
            states[j] = state;
            path[m] = Vector512.ConditionalSelect(progress.IsUnderWay, state, path[m]);
        }
    }

    /// <summary>From p(F) straight to the first share given, then the table.</summary>
    private static void Knots(Plan plan, Block block, PlanRow row, int leg, int t, Span<Vector512<double>> path)
    {
        KnotTable table = row.Knots;
        Span<Vector512<double>> starts = block.OperationStart.Slice(row.FirstOperation, row.Count);
        Span<Vector512<double>> bases = block.Start(leg);
        for (int j = 0; j < row.Count; j++)
        {
            int m = plan.OperationMember[row.FirstOperation + j];
            Vector512<double> unit = table.IsPartOfBase ? bases[m] : Vector512<double>.One;
            if (t >= table.FirstIndex)
            {
                path[m] = unit * Vector512.Create(table.Shares[(t * row.Count) + j]);
            }
            else if (t > table.FromIndex)
            {
                double way = (double)(t - table.FromIndex) / (table.FirstIndex - table.FromIndex);
                Vector512<double> first = unit * Vector512.Create(table.FirstShare[j]);
                path[m] = starts[j] + ((first - starts[j]) * Vector512.Create(way));
            }
            else if (t == table.FromIndex)
            {
                starts[j] = path[m];
            }
        }
    }
}
