using System.Runtime.Intrinsics;
using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Lanes;
using Simulator.Pathways;
using static Simulator.Tests.Engine.SmallAlliance;

namespace Simulator.Tests.Engine;

/// <summary>Eight worlds in one block are eight worlds: same bits as alone, whatever stands in the other lanes.</summary>
public class LaneIndependenceTests
{
    private static readonly Plan Plan = Plan.Compile(Everything(), Macro(2040, new NationalPlan(
        Ccc, [new PlanPoint(2030, 4.5, PlanPointKind.Exact)], false, "a plan")));

    [Fact]
    public void Eight_different_worlds_have_the_bits_of_eight_single_worlds()
    {
        var random = new Random(11);
        for (int round = 0; round < 60; round++)
        {
            double[][] worlds = [.. Enumerable.Range(0, Lane.Count).Select(_ => Draw(random))];
            double[][] together = Run(worlds);
            for (int lane = 0; lane < Lane.Count; lane++)
            {
                double[][] alone = Run([.. Enumerable.Repeat(worlds[lane], Lane.Count)]);
                AssertSameBits(alone[0], together[lane]);
            }
        }
    }

    [Fact]
    public void A_lane_of_nonsense_leaves_the_others_alone()
    {
        var random = new Random(12);
        for (int lane = 0; lane < Lane.Count; lane++)
        {
            double[][] worlds = [.. Enumerable.Range(0, Lane.Count).Select(_ => Draw(random))];
            double[][] before = Run(worlds);
            worlds[lane] = [.. worlds[lane].Select((v, c) => WholeNumbers.Contains(c) ? v : double.NaN)];
            double[][] after = Run(worlds);
            for (int other = 0; other < Lane.Count; other++)
            {
                if (other != lane)
                {
                    AssertSameBits(before[other], after[other]);
                }
            }

            Assert.Contains(after[lane], double.IsNaN);
        }
    }

    [Fact]
    public void One_stated_world_is_the_first_lane_of_equal_lanes()
    {
        double[] stated = Plan.Columns.ToArray();
        double[][] lanes = Run([.. Enumerable.Repeat(stated, Lane.Count)]);
        World world = new Projector(Plan).Run();
        Assert.All(lanes, lane => AssertSameBits(lanes[0], lane));
        AssertSameBits([.. Flatten(world)], lanes[0]);
    }

    [Fact]
    public void A_second_run_of_the_same_block_gives_the_same_bits()
    {
        var projector = new Projector(Plan);
        double[] first = [.. Flatten(projector.Run())];
        double[] second = [.. Flatten(projector.Run())];
        AssertSameBits(first, second);
    }

    [Fact]
    public void The_loop_allocates_nothing()
    {
        var projector = new Projector(Plan);
        projector.Run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 50; i++)
        {
            projector.Run();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>A scenario that uses every rule of the loop.</summary>
    private static Scenario Everything()
    {
        PathRow Shaped(PathWhat what, MemberSet members, Shape shape, double value, int to = 2032, int from = BaseYear) =>
            Row(what, members, 3.5, to, from) with { Shape = shape, ShapeValue = value };

        return Scenario(
            [
                Row(PathWhat.AtLeastPct, Armed, 3, to: 2030),
                Shaped(PathWhat.AtLeastPct, A, Shape.Front, 2),
                Shaped(PathWhat.AtLeastPct, B, Shape.Back, 2.5),
                Shaped(PathWhat.SharePct, C, Shape.SCurve, 0),
                Shaped(PathWhat.AtLeastPct, Armed, Shape.Geometric, 0, 2034, 2028),
                Shaped(PathWhat.SharePct, A, Shape.Step, 0.1, 0, 2029),
                Shaped(PathWhat.AtLeastPct, B, Shape.Growth, 14, 0, 2027),
                Shaped(PathWhat.SharePct, C, Shape.Close, 15, 0),
                Row(PathWhat.Plan, C) with { Continuation = PlanContinuation.ThenHague },
                Row(PathWhat.SharePct, B, from: 2031) with { ByYear = ByYear((2033, 2.9), (2036, 4)) },
                Row(PathWhat.BudgetBn, C, from: 2034) with { ByYear = ByYear((2026, 10), (2037, 3)) },
                Row(PathWhat.RealGrowthPct, A, 4, to: 2037, from: 2033),
                Row(PathWhat.RealChangePct, B, -20, to: 2040, from: 2036),
                Row(PathWhat.ShareAddPp, Armed, 0.3, to: 2039, from: 2035),
                Row(PathWhat.AtLeastPct, A.Union(MemberSet.Of(Isl)), 1.5, to: 2035) with { Leg = Leg.Related },
            ],
            Set(Setting.StartPct, A.Union(MemberSet.Of(Isl)), 0.4),
            Set(Setting.DelayYears, A.Union(B), 1, from: 2028),
            Set(Setting.DeliveryPct, A.Union(C), 80, from: 2027, to: 2034),
            Set(Setting.MaxStepPp, Armed, 0.4),
            Set(Setting.MaxGrowthPct, B, 18, from: 2028),
            Set(Setting.GrowthPp, A.Union(B), -1.5, from: 2029, to: 2031),
            Set(Setting.InflationPp, C, 2, from: 2028, to: 2033),
            Set(Setting.BudgetsFollow, B, 1));
    }

    private static IEnumerable<PlanRow> Rows => Plan.CoreRows.Concat(Plan.RelatedRows);

    /// <summary>Columns that can only hold whole numbers of years.</summary>
    private static HashSet<int> WholeNumbers { get; } = [.. Plan.DelayYears];

    /// <summary>The columns of a world in which every number that a sweep may move is moved.</summary>
    private static double[] Draw(Random random)
    {
        double[] columns = Plan.Columns.ToArray();
        for (int c = 1; c < columns.Length; c++)
        {
            columns[c] *= random.Next(3) switch { 0 => 1, 1 => 0, _ => 0.5 + random.NextDouble() };
        }

        foreach (int column in WholeNumbers.Where(c => c != 0))
        {
            columns[column] = random.Next(4);
        }

        foreach (PlanRow row in Rows)
        {
            double stated = Plan.Columns[row.From];
            columns[row.From] = stated + random.Next(3);
            columns[row.To] = double.IsInfinity(Plan.Columns[row.To])
                ? Plan.Columns[row.To]
                : columns[row.From] + 1 + random.Next(6);
            if (row.Shape is Shape.Front or Shape.Back)
            {
                columns[row.ShapeValue] = 1 + (0.5 * random.Next(5));
            }
        }

        return columns;
    }

    private static double[][] Run(double[][] worlds)
    {
        var kept = new Kept([.. worlds.Select(_ => new List<double>())]);
        var given = new Given(worlds);
        YearLoop.Run(Plan, new Block(Plan), 0, ref given, ref kept);
        return [.. kept.Lanes.Select(l => l.ToArray())];
    }

    private static IEnumerable<double> Flatten(World world)
    {
        int members = world.Macro.Members;
        for (int t = 0; t < world.Macro.Years; t++)
        {
            foreach (double[] column in new[]
                { world.SharePct, world.PlannedSharePct, world.RelatedSharePct, world.GdpConstUsdM, world.PriceFactor, world.SpendingConstUsdM })
            {
                for (int m = 0; m < members; m++)
                {
                    yield return column[(t * members) + m];
                }
            }
        }
    }

    private static void AssertSameBits(double[] expected, double[] actual) =>
        Assert.Equal(expected.Select(BitConverter.DoubleToInt64Bits), actual.Select(BitConverter.DoubleToInt64Bits));

    private readonly struct Given(double[][] worlds) : IWorlds
    {
        public int Fill(long firstWorld, Plan plan, Block block)
        {
            for (int c = 0; c < plan.Columns.Length; c++)
            {
                double[][] all = worlds;
                block.Columns[c] = Vector512.Create([.. Enumerable.Range(0, Lane.Count).Select(lane => all[lane][c])]);
            }

            return Lane.Count;
        }
    }

    private readonly struct Kept(List<double>[] lanes) : IReducer
    {
        public List<double>[] Lanes => lanes;

        public void Year(int t, Block block, int live)
        {
            Keep(block.SharePct);
            Keep(block.PlannedSharePct(t));
            Keep(block.RelatedSharePct);
            Keep(block.GdpConstUsdM);
            Keep(block.PriceFactor);
            Keep(block.SpendingConstUsdM);
        }

        private void Keep(ReadOnlySpan<Vector512<double>> groups)
        {
            foreach (Vector512<double> group in groups)
            {
                for (int lane = 0; lane < Lane.Count; lane++)
                {
                    lanes[lane].Add(group[lane]);
                }
            }
        }
    }
}
