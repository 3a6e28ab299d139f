using System.Runtime.Intrinsics;
using Simulator.Engine;
using Simulator.Lanes;
using Simulator.Pathways;

namespace Simulator.Tests.Engine;

/// <summary>Eight worlds in one block are eight worlds: same bits as alone, whatever stands in the other lanes.</summary>
public class LaneIndependenceTests
{
    private static readonly Plan Plan = Plan.Compile(EveryRule.Scenario, EveryRule.Macro);

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

        // On a busy machine the runtime may compile on this thread in between; what the loop itself allocated would come every time.
        long least = long.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 50; i++)
            {
                projector.Run();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
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
                { world.SharePct, world.PlannedSharePct, world.RelatedSharePct, world.GdpConstUsdM, world.PriceFactor, world.SpendingConstUsdM, world.BackfillConstUsdM })
            {
                for (int m = 0; m < members; m++)
                {
                    yield return column[(t * members) + m];
                }
            }

            yield return world.UncoveredConstUsdM[t];
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
            Keep(block.BackfillConstUsdM);
            Keep(block.UncoveredConstUsdM);
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
