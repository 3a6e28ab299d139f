using Simulator.Data.Calibration;
using Simulator.Data.Editions;
using Simulator.Engine;
using Simulator.Projections;
using Simulator.Sweeps;
using Simulator.Sweeps.Analysis;
using Simulator.Sweeps.Designs;
using Simulator.Uncertainty;
using static Simulator.Data.Tests.Sweeps.SweepCases;

namespace Simulator.Data.Tests.Sweeps;

/// <summary>Whole sweeps: any number of threads and any division into parts gives the same bits; memory does not grow with worlds.</summary>
public class SweepRunTests
{
    private static readonly SobolDirections Directions = Simulator.Data.Sweeps.SobolDirectionsReader.Load(DataFolder.Shipped().Value).Value;

    private static readonly Factor[] Factors =
    [
        Number("at_least_pct", "", 2.8, 5),
        Number("to", "", 2030, 2038),
        Words("shape", "DEU ITA GBR NLD", "linear", "back 3", "fastest"),
        Number("delivery_pct", "EU", 20, 100),
        Number("growth_pp", "", -1, 0.5),
        Number("start_revision_pct", "", -14, 6),
    ];

    private static readonly Outcome[] Outcomes =
    [
        Outcome("share_pct:EUROPE:2035", 3.5), Outcome("members_at_3_5:NATO:2035"), Outcome("cumulative_extra_eur_bn:EUROPE:2027-2035"), Outcome("debt_pct:ITA:2035"),
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Threads_and_parts_change_no_bit(bool isSaltelli)
    {
        string whole = Fingerprint(Run(isSaltelli, 512, threads: 1).Run(0, Space(isSaltelli, 512).Blocks));
        foreach (int threads in new[] { 2, 7 })
        {
            Assert.Equal(whole, Fingerprint(Run(isSaltelli, 512, threads).Run(0, Space(isSaltelli, 512).Blocks)));
        }

        SweepRun run = Run(isSaltelli, 512, threads: 2);
        foreach (int parts in new[] { 2, 7, 32 })
        {
            int blocks = run.Space.Blocks;
            SweepPart[] found = [.. Enumerable.Range(0, parts).Reverse().Where(i => blocks * i / parts < blocks * (i + 1) / parts).Select(i => run.Run(blocks * i / parts, blocks * (i + 1) / parts))];
            Assert.Equal(whole, Fingerprint(SweepPart.Join(Outcomes, found)));
        }
    }

    [Fact]
    public void Parts_that_overlap_or_leave_something_out_do_not_join()
    {
        SweepRun run = Run(isSaltelli: false, 256, threads: 1);
        Assert.Throws<ArgumentException>(() => SweepPart.Join(Outcomes, [run.Run(0, 3), run.Run(2, 5)]));
        Assert.Throws<ArgumentException>(() => SweepPart.Join(Outcomes, [run.Run(0, 3), run.Run(4, 5)]));
        Assert.Throws<ArgumentException>(() => SweepPart.Join(Outcomes, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => run.Run(3, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => run.Run(0, run.Space.Blocks + 1));
    }

    [Fact]
    public void Tallies_count_every_independent_world_and_say_what_the_sample_says()
    {
        SweepRun run = Run(isSaltelli: true, 512, threads: 2);
        SweepPart whole = run.Run(0, run.Space.Blocks);
        Assert.Equal(1024, run.Space.Independent);
        Assert.Equal(512 * 8, run.Space.Worlds);
        for (int o = 0; o < Outcomes.Length; o++)
        {
            double[] values = whole.Sampled[o];
            OutcomeTally tally = whole.Tallies[o];
            Assert.Equal(1024, tally.Count);
            Assert.Equal(1024, values.Length);
            Assert.Equal(values.Min(), tally.Lowest);
            Assert.Equal(values.Max(), tally.Highest);

            // Sums hold values to 2^-21.
            Assert.Equal(values.Average(), tally.Mean, 1e-6);
            double sd = Math.Sqrt(values.Sum(v => (v - values.Average()) * (v - values.Average())) / (values.Length - 1));
            Assert.Equal(sd, tally.Sd, 1e-5 * Math.Max(1, sd));
            Assert.Equal(values.Count(v => v < Outcomes[o].GoalAtLeast), tally.Missed);
            double[] sorted = [.. values.Order()];
            foreach (double part in new[] { 0.05, 0.5, 0.95 })
            {
                double exact = sorted[(int)Math.Ceiling(part * sorted.Length) - 1];
                Assert.Equal(exact, tally.Quantile(part), Outcomes[o].IsMoney ? 0.004 * Math.Abs(exact) : 0.006);
            }
        }
    }

    [Fact]
    public void Worlds_kept_one_by_one_are_at_most_two_hundred_thousand_and_lie_everywhere()
    {
        SweepSpace space = new(Factors, new LatinHypercubeDesign(1_000_003, Factors.Length, 1), isSaltelli: false, seed: 1);
        Assert.Equal(SweepSpace.MostSampled, space.Sampled.Count);
        Assert.Equal(space.Sampled.Order(), space.Sampled);
        Assert.Equal(SweepSpace.MostSampled, space.Sampled.Distinct().Count());
        int[] tenths = new int[10];
        foreach (long world in space.Sampled)
        {
            tenths[(int)(world * 10 / space.Points)]++;
        }

        // A uniform choice of a fifth: 20,000 in each tenth, spread about 120.
        Assert.All(tenths, t => Assert.InRange(t, 19_400, 20_600));
        Assert.InRange(space.Blocks, 250, 256);
        Assert.Equal(space.Points, space.FirstPoint(space.Blocks));
    }

    [Fact]
    public void Sampled_values_are_those_of_the_worlds()
    {
        SweepRun run = Run(isSaltelli: true, 64, threads: 1);
        SweepPart whole = run.Run(0, run.Space.Blocks);
        IReadOnlyList<double[]> values = run.SampledValues(whole);
        SweepPlan plan = Plan();
        double[][] again = SweepRun.Of(plan, new SweepOptions(), [.. Enumerable.Range(0, 128).Select(i => values.Select(v => v[i]).ToArray())]);
        for (int i = 0; i < again.Length; i++)
        {
            for (int o = 0; o < Outcomes.Length; o++)
            {
                Assert.Equal(again[i][o], whole.Sampled[o][i]);
            }
        }
    }

    [Fact]
    public void Draws_of_a_world_are_the_draws_of_the_ensemble_and_the_same_in_every_world()
    {
        UncertaintyParameters parameters = UncertaintyParameters.Load(DataFolder.Shipped().Value, Edition.Roster).Value;
        SweepPlan plan = SweepPlan.Compile(Bind(Base), Macro, [Number("share_pct", "USA", 2.5, 3.5)], [Outcome("share_pct:ITA:2033"), Outcome("share_pct:USA:2033"), Outcome("debt_pct:ITA:2035")], out _)!;
        ShockParameters shocks = parameters.Of(plan.MovedScenario, Edition);
        SweepOptions options = new() { Draws = 203, Shocks = shocks, Seed = 7 };
        double[][] came = SweepRun.Of(plan, options, [[2.5], [3.5]]);

        Plan direct = Engine.Plan.Compile(plan.MovedScenario, Macro, withFiscal: true);
        var projection = new Projection(Projector.Run(plan.MovedScenario, Edition, Macro));
        Ensemble ensemble = Ensemble.Run(
            direct, shocks, new EnsembleOptions { Draws = 203, Seed = 7 }, EnsembleMoney.Of(projection, new MoneyBasis(CurrencyChoice.Eur, PriceBasis.BaseYear), "EUR"));
        Assert.Equal(ensemble.SharePct(Unit.Member(Index("ITA")), 2033).Mean, came[0][0], 1e-6);
        Assert.Equal(ensemble.SharePct(Unit.Member(Index("USA")), 2033).Mean, came[0][1], 1e-6);
        Assert.Equal(ensemble.DebtPct(Index("ITA"), 2035).Mean, came[0][2], 1e-3);

        // What a factor does not move is the same to the last bit: the draws are common.
        Assert.Equal(came[0][0], came[1][0]);
        Assert.Equal(came[0][2], came[1][2]);
        Assert.NotEqual(came[0][1], came[1][1]);
    }

    [Fact]
    public void Draws_with_a_swept_start_leave_their_own_revision_out()
    {
        UncertaintyParameters parameters = UncertaintyParameters.Load(DataFolder.Shipped().Value, Edition.Roster).Value;
        Outcome[] outcomes = [Outcome("share_pct:ITA:2030")];
        SweepPlan moved = SweepPlan.Compile(Bind(Base), Macro, [Number("start_revision_pct", "", -14, 6)], outcomes, out _)!;
        SweepPlan plain = SweepPlan.Compile(Bind(Base), Macro, [], outcomes, out _)!;
        ShockParameters shocks = parameters.Of(plain.MovedScenario, Edition);
        double without = SweepRun.Of(plain, new SweepOptions { Draws = 64, Shocks = shocks.WithoutStart(), Seed = 3 }, [[]])[0][0];
        double[][] came = SweepRun.Of(moved, new SweepOptions { Draws = 64, Shocks = shocks, Seed = 3 }, [[0], [-10]]);
        Assert.Equal(without, came[0][0], 1e-12);
        Assert.Equal(without * 0.9, came[1][0], 1e-12);
    }

    [Fact]
    public void Worlds_allocate_nothing_once_a_thread_has_its_scratch()
    {
        SweepRun run = Run(isSaltelli: false, 1 << 14, threads: 1);
        run.Run(0, 2);
        long few = Allocated(() => run.Run(0, 32));
        long many = Allocated(() => run.Run(0, 160));

        // Both make the same scratch; what is kept of 8,192 more worlds one by one is 32 bytes each.
        Assert.InRange(many - few, 0, (8_192 * Outcomes.Length * sizeof(double)) + 2_000);
    }

    [Fact]
    public void A_sweep_can_be_interrupted()
    {
        using var stop = new CancellationTokenSource();
        SweepRun run = Run(isSaltelli: true, 1 << 14, threads: 2);
        Assert.Throws<OperationCanceledException>(() => run.Run(0, run.Space.Blocks, ran: _ => stop.Cancel(), cancel: stop.Token));
    }

    [Fact]
    public void What_cannot_be_swept_is_told_with_the_factor_at_fault()
    {
        Outcome[] outcomes = [Outcome("share_pct:EUROPE:2035")];
        Assert.Equal([(0, "s has no row that real_growth_pct could move")], Faults([Number("real_growth_pct", "", 1, 2)], outcomes));
        Assert.Equal([(0, "s has no row that at_least_pct:USA could move")], Faults([Number("at_least_pct", "USA", 1, 2)], outcomes));
        Assert.Contains("not after their start", Assert.Single(Faults([Number("from", "DEU", 2026, 2036)], outcomes)).Sentence, StringComparison.Ordinal);
        Assert.Contains("geometric way cannot go to 0", Assert.Single(Faults([Number("at_least_pct", "", 0, 3), Words("shape", "", "linear", "geometric")], outcomes)).Sentence, StringComparison.Ordinal);
        Assert.Contains("no debt of", Assert.Single(Faults([Number("delivery_pct", "", 0, 100)], [Outcome("debt_pct:MKD:2035") with { Unit = Unit.Member(Edition.Roster.Count - 1) }], Broken())).Sentence, StringComparison.Ordinal);
        Factor[] many = [.. Enumerable.Range(0, 10).Select(_ => Words("limits", "", "precedented", "exceptional"))];
        Assert.Contains("1024 combinations; at most 512", Assert.Single(Faults(many, outcomes)).Sentence, StringComparison.Ordinal);
    }

    private static Alliance.MacroPath Broken()
    {
        // An outlook that has no interest rate of one member in one year.
        Alliance.MacroPath macro = Alliance.MacroPathBuilder.Build(Edition, 2036);
        macro.InterestRatePct[(3 * macro.Members) + macro.Members - 1] = double.NaN;
        return macro;
    }

    private static (int Factor, string Sentence)[] Faults(Factor[] factors, Outcome[] outcomes, Alliance.MacroPath? macro = null)
    {
        Assert.Null(SweepPlan.Compile(Bind(Base), macro ?? Macro, factors, outcomes, out IReadOnlyList<SweepFault> faults));
        return [.. faults.Select(f => (f.Factor, f.Sentence))];
    }

    /// <summary>
    /// The least of three runs: a collection that another test causes meanwhile takes the rest of the thread's buffer, up to 8 KB, for
    /// allocated. What a world allocates is in all three.
    /// </summary>
    private static long Allocated(Func<SweepPart> run)
    {
        return Enumerable.Range(0, 3).Min(_ => Once());

        long Once()
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            SweepPart part = run();
            long after = GC.GetAllocatedBytesForCurrentThread();
            GC.KeepAlive(part);
            return after - before;
        }
    }

    private static SweepPlan Plan() => SweepPlan.Compile(Bind(Base), Macro, Factors, Outcomes, out _)!;

    private static SweepSpace Space(bool isSaltelli, long points) => new(Factors, new SobolDesign(Directions, Factors.Length * (isSaltelli ? 2 : 1), points), isSaltelli, seed: 1);

    private static SweepRun Run(bool isSaltelli, long points, int threads)
    {
        SweepPlan plan = Plan();
        return new SweepRun(plan, new SweepSpace(plan.Factors, Space(isSaltelli, points).Design, isSaltelli, seed: 1), new SweepOptions { Threads = threads });
    }

    private static string Fingerprint(SweepPart part)
    {
        List<long> numbers = [part.FirstBlock, part.EndBlock];
        foreach (OutcomeTally tally in part.Tallies)
        {
            tally.Write(numbers.Add);
        }

        numbers.AddRange(part.Sums.SelectMany(s => s).SelectMany((JansenSums s) => s.Numbers).Select(BitConverter.DoubleToInt64Bits));
        numbers.AddRange(part.Sampled.SelectMany(s => s).Select(BitConverter.DoubleToInt64Bits));
        return string.Join(' ', numbers);
    }
}
