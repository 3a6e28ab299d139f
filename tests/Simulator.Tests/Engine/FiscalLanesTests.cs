using System.Runtime.Intrinsics;
using Simulator.Engine;
using Simulator.Lanes;

namespace Simulator.Tests.Engine;

/// <summary>The debt step in lanes: each world has the bits that it has alone, financings move nothing before them, nothing is allocated.</summary>
public class FiscalLanesTests
{
    private static readonly Plan Plan = Plan.Compile(EveryRule.Scenario, EveryRule.Macro, withFiscal: true);

    [Fact]
    public void Every_rule_uses_all_financings_and_references() => Assert.Equal(Lane.Count, Plan.Fiscal.Variants.Length);

    [Fact]
    public void Eight_different_worlds_have_the_bits_of_eight_single_worlds()
    {
        var random = new Random(21);
        for (int round = 0; round < 40; round++)
        {
            double[][] worlds = [.. Enumerable.Range(0, Lane.Count).Select(_ => Draw(random))];
            double[][] together = Run(worlds);
            for (int lane = 0; lane < Lane.Count; lane++)
            {
                AssertSameBits(Run([.. Enumerable.Repeat(worlds[lane], Lane.Count)])[0], together[lane]);
            }
        }
    }

    [Fact]
    public void A_lane_of_nonsense_leaves_the_others_alone()
    {
        var random = new Random(22);
        double[][] worlds = [.. Enumerable.Range(0, Lane.Count).Select(_ => Draw(random))];
        double[][] before = Run(worlds);
        worlds[3] = [.. worlds[3].Select((v, c) => Plan.DelayYears.Contains(c) ? v : double.NaN)];
        double[][] after = Run(worlds);
        for (int lane = 0; lane < Lane.Count; lane++)
        {
            if (lane != 3)
            {
                AssertSameBits(before[lane], after[lane]);
            }
        }

        Assert.Contains(after[3], double.IsNaN);
    }

    [Fact]
    public void The_scenarios_own_financing_is_the_world_whose_lanes_hold_the_stated_columns()
    {
        World world = new Projector(Plan).Run();
        FiscalWorld own = world.Fiscal.Single(f => f.IsOwnFinancing && f.Reference == FiscalReference.Hold);
        double[] lanes = Run([.. Enumerable.Repeat(Plan.Columns.ToArray(), Lane.Count)])[5];
        double[][] columns = [own.ExtraSpendingNcuBn, own.ExtraDebtNcuBn, own.ShockDebtNcuBn, own.DebtPct, own.BalancePct];
        int members = Plan.Members;
        AssertSameBits(
            [.. Enumerable.Range(0, Plan.Years).SelectMany(t => columns.SelectMany(c => c.Skip(t * members).Take(members)))],
            lanes);
    }

    [Fact]
    public void Computing_debt_changes_nothing_else()
    {
        World without = new Projector(Plan.Compile(EveryRule.Scenario, EveryRule.Macro)).Run();
        World with = new Projector(Plan).Run();
        AssertSameBits(without.SharePct, with.SharePct);
        AssertSameBits(without.RelatedSharePct, with.RelatedSharePct);
        AssertSameBits(without.SpendingConstUsdM, with.SpendingConstUsdM);
        AssertSameBits(without.GdpConstUsdM, with.GdpConstUsdM);
    }

    [Fact]
    public void The_loop_with_debt_allocates_nothing_and_repeats_its_bits()
    {
        var projector = new Projector(Plan);
        double[] first = [.. projector.Run().Fiscal.SelectMany(f => f.DebtPct.Concat(f.BalancePct))];
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 50; i++)
        {
            projector.Run();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        AssertSameBits(first, [.. projector.Run().Fiscal.SelectMany(f => f.DebtPct.Concat(f.BalancePct))]);
    }

    // The parameters of the debt step and of paths, without the years, which have tests of their own.
    private static double[] Draw(Random random)
    {
        HashSet<int> years = [.. Plan.CoreRows.Concat(Plan.RelatedRows).SelectMany(r => new[] { r.From, r.To, r.ShapeValue }), .. Plan.DelayYears];
        double[] columns = Plan.Columns.ToArray();
        for (int c = 1; c < columns.Length; c++)
        {
            columns[c] *= years.Contains(c) ? 1 : 0.5 + random.NextDouble();
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
            FiscalBlock fiscal = block.Fiscal;
            foreach (LaneBuffer buffer in new[] { fiscal.ExtraSpendingNcuBn, fiscal.ExtraDebtNcuBn, fiscal.ShockDebtNcuBn, fiscal.DebtPct, fiscal.BalancePct })
            {
                foreach (Vector512<double> group in buffer.Groups)
                {
                    for (int lane = 0; lane < Lane.Count; lane++)
                    {
                        lanes[lane].Add(group[lane]);
                    }
                }
            }
        }
    }
}
