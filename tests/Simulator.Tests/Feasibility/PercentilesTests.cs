using Simulator.Feasibility;
using Simulator.Pathways;

namespace Simulator.Tests.Feasibility;

public class PercentilesTests
{
    // Sums of a few decimals.
    private const double Near = 1e-12;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(25, 1.75)]
    [InlineData(50, 2.5)]
    [InlineData(90, 3.7)]
    [InlineData(100, 4)]
    public void A_quantile_lies_on_the_straight_line_between_its_neighbours(double percentile, double expected) =>
        Assert.Equal(expected, Percentiles.Quantile([4, 1, 3, 2], percentile), Near);

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(2, 50)]
    [InlineData(3.5, 75)]
    [InlineData(9, 100)]
    public void A_rank_counts_what_is_at_or_below(double value, double expected) =>
        Assert.Equal(expected, Percentiles.RankPct([4, 1, 3, 2], value), Near);

    [Fact]
    public void Nothing_is_ranked_in_nothing()
    {
        Assert.Throws<ArgumentException>(() => Percentiles.Quantile([], 50));
        Assert.Throws<ArgumentException>(() => Percentiles.RankPct([], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Percentiles.Quantile([1], 101));
    }

    [Fact]
    public void The_limits_are_quantiles_of_episodes_since_2021_and_of_balances()
    {
        // One member: shares 1, 1, 2, 2, 2, 2, 4 from 2020 to 2026 on a GDP that stands; the year 2020 is before the first counted year.
        double[] gdp = [.. Enumerable.Repeat(1000.0, 7)];
        double[] balance = [.. Enumerable.Range(0, 31).Select(y => y * 0.5)];
        var edition = HistoryEdition.Of(2020, [[10, 10, 20, 20, 20, 20, 40]], [gdp], [balance]);
        IReadOnlyList<LimitPercentile> limits = LimitPercentiles.At(edition, EpisodeLibrary.Of(edition), 75);
        Assert.Equal(LimitPercentiles.Limits, limits.Select(l => l.Limit));
        // One-year steps since 2021 are 1, 0, 0, 0, 2: three quarters of the way is the fourth, 1. Growth: 100 percent.
        Assert.Equal((1.0, 5), (limits[0].Value, limits[0].Count));
        Assert.Equal(100.0, limits[1].Value, 1e-9);
        // One five-year episode, 2021 to 2026: (4 - 1) / 5 points; the fifth root of four.
        Assert.Equal(0.6, limits[2].Value, Near);
        Assert.Equal(31.950791077289426, limits[3].Value, 1e-9);
        // Half a point a year, 26 five-year changes; five points in ten years, 21 changes.
        Assert.Equal((0.5, 26), (limits[4].Value, limits[4].Count));
        Assert.Equal((5.0, 21), (limits[5].Value, limits[5].Count));
        Assert.Equal(Setting.OffsetsMaxPp, limits[5].Limit);
    }

    [Fact]
    public void An_edition_that_ends_too_early_has_no_such_limit()
    {
        var edition = HistoryEdition.Of(2014, [[10, 10, 20]], [[1000, 1000, 1000]]);
        Assert.All(LimitPercentiles.At(edition, EpisodeLibrary.Of(edition), 90), l => Assert.True(double.IsNaN(l.Value) && l.Count == 0));
    }
}
