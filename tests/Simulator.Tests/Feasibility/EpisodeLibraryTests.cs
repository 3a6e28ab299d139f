using FsCheck;
using FsCheck.Fluent;
using Simulator.Feasibility;

namespace Simulator.Tests.Feasibility;

public class EpisodeLibraryTests
{
    // Fifteen digits are kept by a root and a division; ten are asked for.
    private const double Near = 1e-10;

    private static readonly double[] Flat = [1000, 1000, 1000, 1000, 1000, 1000];

    [Fact]
    public void Episodes_are_those_worked_out_by_hand()
    {
        // 10 to 20 and on to 40 in six years on a GDP that stands at 1000: shares 1, 2, 4 percent.
        EpisodeLibrary library = EpisodeLibrary.Of(HistoryEdition.Of(2014, [[10, 20, 20, 20, 20, 40]], [Flat]));
        Assert.Equal(5 + 3 + 1, library.All.Count);
        Episode first = library.All.First(e => e.Years == 1);
        Assert.Equal((2014, 2015), (first.From, first.To));
        Assert.Equal(1.0, first.ShareChangePp, Near);
        Assert.Equal(100.0, first.RealGrowthPct, Near);
        Episode three = library.All.First(e => e.Years == 3);
        Assert.Equal(1.0 / 3, three.ShareChangePp, Near);
        Assert.Equal(25.992104989487316, three.RealGrowthPct, Near); // the cube root of two
        Episode five = library.All.Single(e => e.Years == 5);
        Assert.Equal(0.6, five.ShareChangePp, Near);
        Assert.Equal(31.950791077289426, five.RealGrowthPct, Near); // the fifth root of four
    }

    [Fact]
    public void A_purchase_booked_in_one_year_is_a_one_off_level()
    {
        EpisodeLibrary library = EpisodeLibrary.Of(HistoryEdition.Of(2016, [[10, 10, 10, 22, 11, 11]], [Flat]));
        Assert.All(library.All, e => Assert.Equal(e.From == 2019 || e.To == 2019, e.IsGrowthOneOff));
        // Of the one-year episodes 0, 0, 120, -50 and 0 percent the two in the middle are left out.
        Assert.All(library.Values(EpisodeMeasure.RealGrowthPct, 1), v => Assert.Equal(0, v, Near));
        Assert.Equal(3, library.Values(EpisodeMeasure.RealGrowthPct, 1).Count);
    }

    [Fact]
    public void A_rise_that_stays_is_none()
    {
        EpisodeLibrary library = EpisodeLibrary.Of(HistoryEdition.Of(2016, [[10, 10, 10, 22, 20, 20]], [Flat]));
        Assert.DoesNotContain(library.All, e => e.IsGrowthOneOff || e.IsShareOneOff);
    }

    [Fact]
    public void A_new_base_of_gdp_marks_the_share_and_not_the_money()
    {
        EpisodeLibrary library = EpisodeLibrary.Of(HistoryEdition.Of(2020, [[10, 10, 10, 12, 12, 12]], [[1000, 1000, 1000, 700, 700, 700]]));
        Assert.All(library.All, e => Assert.Equal(e.From < 2023 && e.To >= 2023, e.IsShareOneOff));
        Assert.DoesNotContain(library.All, e => e.IsGrowthOneOff);
    }

    [Fact]
    public void The_nearest_episode_is_found_by_name_and_the_record_is_the_steepest()
    {
        EpisodeLibrary library = EpisodeLibrary.Of(HistoryEdition.Of(2016, [[10, 11, 12, 13, 14, 15], [10, 12, 14, 16, 18, 25]], [Flat, Flat]));
        Assert.True(library.TryNearest(EpisodeMeasure.RealGrowthPct, 5, 9, out Episode nearest));
        Assert.Equal((0, 2016, 2021), (nearest.Member, nearest.From, nearest.To));
        Assert.True(library.TryNearest(EpisodeMeasure.RealGrowthPct, 5, 1e9, out nearest));
        Assert.Equal(1, nearest.Member);
        Assert.True(library.TryRecord(EpisodeMeasure.RealGrowthPct, 5, out Episode record));
        Assert.Equal(1, record.Member);
    }

    [Fact]
    public void A_short_history_has_no_long_episode()
    {
        EpisodeLibrary library = EpisodeLibrary.Of(HistoryEdition.Of(2020, [[10, 11, 12]], [[1000, 1000, 1000]]));
        Assert.False(library.TryNearest(EpisodeMeasure.RealGrowthPct, 5, 1, out _));
        Assert.False(library.TryRecord(EpisodeMeasure.RealGrowthPct, 5, out _));
        Assert.Empty(Effort.EndsPct(library));
    }

    [Fact]
    public void A_missing_year_makes_no_episode()
    {
        EpisodeLibrary library = EpisodeLibrary.Of(HistoryEdition.Of(2020, [[double.NaN, 11, 12, 0]], [[1000, 1000, 1000, 1000]]));
        Episode only = Assert.Single(library.All);
        Assert.Equal((2021, 2022), (only.From, only.To));
    }

    [Fact]
    public void No_rank_is_above_the_record_and_the_nearest_is_never_further_than_any_other()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), Gen.Choose(-300, 900).ToArbitrary(), (seed, tenths) =>
        {
            Random random = new(seed);
            double growth = tenths / 10.0;
            (double[] Item1, double[] Item2) rows = (History(random), History(random));
            double[] gdp = [.. Enumerable.Repeat(1000.0, 9)];
            EpisodeLibrary library = EpisodeLibrary.Of(HistoryEdition.Of(2014, [rows.Item1, rows.Item2], [gdp, gdp]));
            IReadOnlyList<double> done = library.Values(EpisodeMeasure.RealGrowthPct, Effort.Years);
            if (!library.TryNearest(EpisodeMeasure.RealGrowthPct, Effort.Years, growth, out Episode nearest))
            {
                return done.Count == 0;
            }

            double distance = Math.Abs(nearest.RealGrowthPct - growth);
            bool beyond = growth > done.Max();
            return done.All(d => Math.Abs(d - growth) >= distance)
                && (Effort.ClassOf(done, growth) == EffortClass.BeyondRecord) == beyond
                && Effort.ClassOf(done, growth) <= Effort.ClassOf(done, growth + 1)
                && Percentiles.RankPct(done, growth) is >= 0 and <= 100;
        }).Check(Config.QuickThrowOnFailure.WithReplay(20260701, 1));
    }

    private static double[] History(Random random) => [.. Enumerable.Range(0, 9).Select(_ => 1 + (random.Next(400) / 10.0))];
}
