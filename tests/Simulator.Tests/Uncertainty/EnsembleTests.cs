using Simulator.Engine;
using Simulator.Lanes;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Tests.Engine;
using Simulator.Uncertainty;
using static Simulator.Tests.Engine.SmallAlliance;

namespace Simulator.Tests.Uncertainty;

/// <summary>What is read from counts and sums against the draws themselves, kept one by one.</summary>
public class EnsembleTests
{
    private const ulong Seed = 11;
    private const int Draws = 803;

    private static readonly Plan Plan = Plan.Compile(
        SmallAlliance.Scenario([Row(PathWhat.AtLeastPct, Armed, 3, to: 2032)]), Macro(), withFiscal: true);

    private static readonly Lazy<double[][]> Worlds = new(() =>
        [.. Enumerable.Range(0, (Draws / Lane.Count) + 1).SelectMany(i => DrawnWorlds.Block(Plan, SmallShocks.Parameters, Seed, i * Lane.Count)).Take(Draws)]);

    private static readonly Lazy<Ensemble> Drawn = new(() => Run(1));

    [Theory]
    [InlineData(2026)]
    [InlineData(2029)]
    [InlineData(2036)]
    public void Mean_spread_and_quantiles_are_those_of_the_draws(int year)
    {
        foreach (int m in Armed)
        {
            Check(Drawn.Value.SharePct(Unit.Member(m), year), w => Figure(w, year, m, 0), isShare: true, step: 1e-6);
            Check(Drawn.Value.SpendingM(Unit.Member(m), year), w => Figure(w, year, m, 2) * SmallShocks.Money.PerConstUsd[m], isShare: false, step: 0.02);
        }

        for (int m = 0; m < Members; m++)
        {
            Check(Drawn.Value.DebtPct(m, year), w => Figure(w, year, m, 4), isShare: false, step: 1e-4, lowest: 0.03125 * (1 + (1 / 256.0)));
        }

        foreach (Simulator.Alliance.Group group in Plan.Macro.Edition.Roster.Groups)
        {
            double Sum(double[] world, int column) => group.Members.Sum(m => Figure(world, year, m, column));
            Check(Drawn.Value.SharePct(Unit.Group(group), year), w => 100 * Sum(w, 2) / Sum(w, 1), isShare: true, step: 1e-6);
            Check(
                Drawn.Value.SpendingM(Unit.Group(group), year),
                w => group.Members.Sum(m => Figure(w, year, m, 2) * SmallShocks.Money.PerConstUsd[m]),
                isShare: false,
                step: 0.02);
        }
    }

    [Fact]
    public void Draws_at_target_are_counted_as_allies_are()
    {
        int[] counts = new int[Armed.Count + 1];
        foreach (double[] world in Worlds.Value)
        {
            counts[Armed.Count(m => Rounding.Hundredths(Figure(world, 2034, m, 0)) >= 200)]++;
        }

        Assert.Equal(counts.Select(c => (long)c), Drawn.Value.AlliesAtTarget(0, 2034));
        Assert.True(counts.Count(c => c > 0) > 1);
        double aaa = 100.0 * Worlds.Value.Count(w => Rounding.Hundredths(Figure(w, 2034, Aaa, 0)) >= 250) / Draws;
        Assert.Equal(aaa, Drawn.Value.SharePct(Unit.Member(Aaa), 2034).AtLeastPct(2.5));
        Assert.InRange(aaa, 1, 99);
    }

    [Fact]
    public void Falls_of_debt_are_those_of_the_draws()
    {
        for (int m = 0; m < Members; m++)
        {
            double expected = 100.0 * Worlds.Value.Count(w => Figure(w, 2036, m, 4) < Figure(w, 2031, m, 4)) / Draws;
            Assert.Equal(expected, Drawn.Value.DebtFallsPct(m));
        }

        Assert.Contains(Enumerable.Range(0, Members), m => Drawn.Value.DebtFallsPct(m) is > 0 and < 100);
    }

    [Fact]
    public void Debt_may_be_held_against_five_years_before_an_earlier_year()
    {
        Ensemble earlier = Ensemble.Run(Plan, SmallShocks.Parameters, Options(Draws, 1) with { DebtYear = 2033 }, SmallShocks.Money);
        for (int m = 0; m < Members; m++)
        {
            Assert.Equal(100.0 * Worlds.Value.Count(w => Figure(w, 2033, m, 4) < Figure(w, 2028, m, 4)) / Draws, earlier.DebtFallsPct(m));
        }

        Assert.Equal((2033, 2036), (earlier.DebtYear, Drawn.Value.DebtYear));
        Ensemble tooShort = Ensemble.Run(Plan, SmallShocks.Parameters, Options(8, 1) with { DebtYear = 2030 }, SmallShocks.Money);
        Assert.Equal(double.NaN, tooShort.DebtFallsPct(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ensemble.Run(Plan, SmallShocks.Parameters, Options(8, 1) with { DebtYear = 2037 }, SmallShocks.Money));
    }

    [Fact]
    public void Draws_are_told_as_they_are_done_and_may_be_interrupted()
    {
        List<long> told = [];
        Ensemble.Run(Plan, SmallShocks.Parameters, Options(Draws, 1), SmallShocks.Money, told.Add);
        Assert.Equal([256, 512, 768, Draws], told);
        using CancellationTokenSource stop = new();
        Assert.Throws<OperationCanceledException>(() => Ensemble.Run(
            Plan, SmallShocks.Parameters, Options(1L << 30, 3), SmallShocks.Money, done => stop.Cancel(), stop.Token));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Threads_change_nothing(int threads)
    {
        Ensemble other = Run(threads);
        for (int year = 2026; year <= 2036; year++)
        {
            foreach (int m in Armed)
            {
                AssertSame(Drawn.Value.SharePct(Unit.Member(m), year), other.SharePct(Unit.Member(m), year));
                AssertSame(Drawn.Value.DebtPct(m, year), other.DebtPct(m, year));
            }

            Assert.Equal(Drawn.Value.AlliesAtTarget(1, year), other.AlliesAtTarget(1, year));
        }
    }

    [Fact]
    public void Draws_without_spread_are_the_stated_world()
    {
        Ensemble still = Ensemble.Run(Plan, SmallShocks.Nothing, Options(100, 1), SmallShocks.Money);
        World world = new Projector(Plan).Run();
        foreach (int m in Armed)
        {
            Distribution share = still.SharePct(Unit.Member(m), 2031);
            Assert.Equal(0.0, share.Sd);
            Assert.Equal(world.Share(m, 2031), share.Mean, 1e-6);
            Assert.All(Distribution.ShownQuantiles, p => Assert.Equal(Rounding.HalfUp(world.Share(m, 2031), 2), share.Quantile(p)));
        }
    }

    [Fact]
    public void A_batch_of_draws_allocates_nothing()
    {
        var worker = new EnsembleWorker(Plan, SmallShocks.Parameters, Options(1_000_000, 1), new SeriesList(Plan, SmallShocks.Money.PerConstUsd, DrawnSeries.All));
        worker.Batch(0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 1; i < 80; i++)
        {
            worker.Batch(i);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        worker.Histograms.Flush();
        Assert.Equal(80 * Histograms.DrawsInBatch, worker.Histograms.Draws);
    }

    [Theory]
    [InlineData(DrawnSeries.None)]
    [InlineData(DrawnSeries.MemberMoney)]
    [InlineData(DrawnSeries.Debt)]
    public void What_is_left_out_changes_nothing_of_what_is_counted(DrawnSeries series)
    {
        Ensemble part = Ensemble.Run(Plan, SmallShocks.Parameters, Options(Draws, 2) with { Series = series }, SmallShocks.Money);
        foreach (int year in new[] { 2026, 2036 })
        {
            foreach (int m in Armed)
            {
                AssertSame(Drawn.Value.SharePct(Unit.Member(m), year), part.SharePct(Unit.Member(m), year));
                AssertCounted(series.HasFlag(DrawnSeries.MemberMoney), e => e.SpendingM(Unit.Member(m), year));
                AssertCounted(series.HasFlag(DrawnSeries.Debt), e => e.DebtPct(m, year));
            }

            foreach (Simulator.Alliance.Group group in Plan.Macro.Edition.Roster.Groups)
            {
                AssertSame(Drawn.Value.SharePct(Unit.Group(group), year), part.SharePct(Unit.Group(group), year));
                AssertSame(Drawn.Value.SpendingM(Unit.Group(group), year), part.SpendingM(Unit.Group(group), year));
            }

            Assert.Equal(Drawn.Value.AlliesAtTarget(1, year), part.AlliesAtTarget(1, year));
        }

        void AssertCounted(bool isCounted, Func<Ensemble, Distribution> read)
        {
            if (isCounted)
            {
                AssertSame(read(Drawn.Value), read(part));
            }
            else
            {
                Assert.Throws<ArgumentException>(() => read(part));
            }
        }
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Ensemble.Run(Plan, SmallShocks.Parameters, Options(0, 1), SmallShocks.Money));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ensemble.Run(Plan, SmallShocks.Parameters, Options(8, 0), SmallShocks.Money));
        ShockParameters wrong = SmallShocks.Parameters with { GrowthSd = [1, 2], RateSd = [0, 0, -1, 0], BudgetLag = 1, GrowthFactor = [1] };
        ArgumentException error = Assert.Throws<ArgumentException>(() => Ensemble.Run(Plan, wrong, Options(8, 3), SmallShocks.Money));
        Assert.All(["GrowthSd has 2 values for 4 members.", "RateSd of ACC", "BudgetLag", "GrowthFactor"], part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        Assert.Throws<ArgumentException>(() => Drawn.Value.SharePct(Unit.Member(Isl), 2030));
        Assert.Throws<ArgumentOutOfRangeException>(() => Drawn.Value.SharePct(Unit.Member(Aaa), 2037));
        Assert.Throws<ArgumentException>(() => Drawn.Value.SharePct(Unit.Group(B.Union(C)), 2030));
    }

    private static Ensemble Run(int threads) => Ensemble.Run(Plan, SmallShocks.Parameters, Options(Draws, threads), SmallShocks.Money);

    private static EnsembleOptions Options(long draws, int threads) => new() { Draws = draws, Seed = Seed, Threads = threads };

    private static double Figure(double[] world, int year, int member, int column) =>
        world[((((year - BaseYear) * Members) + member) * DrawnWorlds.Columns) + column];

    private static void Check(Distribution distribution, Func<double[], double> figure, bool isShare, double step, double lowest = 0)
    {
        double[] sorted = [.. Worlds.Value.Select(figure).Order()];
        double mean = sorted.Average();
        Assert.Equal(Draws, distribution.Draws);
        Assert.Equal(sorted.Count(v => v < lowest), distribution.AtTheEdges);

        // Each value was rounded to a whole number of steps, so neither mean nor spread can be off by more than one.
        Assert.Equal(mean, distribution.Mean, step);
        Assert.Equal(Math.Sqrt(sorted.Sum(v => (v - mean) * (v - mean)) / (Draws - 1)), distribution.Sd, step);
        foreach (double part in Distribution.ShownQuantiles)
        {
            double exact = sorted[(int)Math.Ceiling(part * Draws) - 1];
            Assert.Equal(exact, distribution.Quantile(part), isShare ? 0.005 + 1e-9 : 0.002 * exact);
        }
    }

    internal static void AssertSame(Distribution one, Distribution other)
    {
        Assert.Equal(one.Occupied, other.Occupied);
        Assert.Equal(BitConverter.DoubleToInt64Bits(one.Mean), BitConverter.DoubleToInt64Bits(other.Mean));
        Assert.Equal(BitConverter.DoubleToInt64Bits(one.Sd), BitConverter.DoubleToInt64Bits(other.Sd));
    }
}
