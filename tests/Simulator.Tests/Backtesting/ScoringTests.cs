using Simulator.Backtesting;

namespace Simulator.Tests.Backtesting;

/// <summary>Scores against numbers worked out by hand, and the closed forms of model section 10.</summary>
public class ScoringTests
{
    // A few roundings of numbers near one.
    private const double Tolerance = 1e-12;

    private static readonly double[] Quantiles = [1, 2, 3, 4, 5, 6, 7];

    [Theory]
    [InlineData(4, 0, 0)]
    [InlineData(4.5, 0, 0.25)]
    [InlineData(0, 2 + 1 + 2 + 3, 0)]
    [InlineData(8.5, 0, 2.25 + 1.5 + 2.5 + 3.5)]
    public void The_interval_score_is_its_three_parts(double came, double over, double under)
    {
        // Widths 6, 4 and 2 at α/2 of 5, 10 and 25 percent; K + ½ = 3.5.
        IntervalScore score = Scoring.Interval(Quantiles, came);
        Assert.Equal((0.3 + 0.4 + 0.5) / 3.5, score.Spread, Tolerance);
        Assert.Equal(over / 3.5, score.Over, Tolerance);
        Assert.Equal(under / 3.5, score.Under, Tolerance);
        Assert.Equal(score.Spread + score.Over + score.Under, score.Total, Tolerance);
    }

    [Fact]
    public void An_interval_of_no_width_scores_the_absolute_error()
    {
        // ½·2 + 3 intervals that miss by 2 each, over 3.5: seven over three and a half.
        IntervalScore score = Scoring.Interval([3, 3, 3, 3, 3, 3, 3], 5);
        Assert.Equal(2, score.Total, Tolerance);
        Assert.Equal(2, score.Under, Tolerance);
    }

    [Fact]
    public void The_interval_score_is_twice_the_mean_pinball_loss()
    {
        double[] quantiles = [0.3, 0.9, 1.4, 1.5, 1.9, 2.6, 2.7];
        foreach (double came in new[] { 0.1, 0.95, 1.5, 2.65, 9 })
        {
            double pinball = quantiles.Select((q, i) => Scoring.Percents[i] / 100 is var p && came < q ? (1 - p) * (q - came) : (Scoring.Percents[i] / 100) * (came - q)).Average();
            Assert.Equal(2 * pinball, Scoring.Interval(quantiles, came).Total, Tolerance);
        }
    }

    [Fact]
    public void Another_number_of_quantiles_is_a_defect() => Assert.Throws<ArgumentException>(() => Scoring.Interval([1, 2, 3], 2));

    [Theory]
    [InlineData(2, new double[] { 1 }, 1)]
    [InlineData(0.5, new double[] { 0, 1 }, 0.25)]
    [InlineData(3, new double[] { 0, 1 }, 2.25)]
    [InlineData(2, new double[] { 1, 2, 6 }, (5 / 3.0) - (10 / 9.0))]
    public void Crps_of_a_small_sample_is_that_by_hand(double came, double[] ordered, double crps) =>
        Assert.Equal(crps, Scoring.Crps(ordered, came), Tolerance);

    [Fact]
    public void Crps_of_a_fine_uniform_sample_is_the_integral()
    {
        // Uniform on 0 to 1: (y³ + (1 − y)³)/3; a sample of n midpoints is off by less than 1/n.
        const int Count = 2000;
        double[] sample = [.. Enumerable.Range(0, Count).Select(i => (i + 0.5) / Count)];
        foreach (double y in new[] { 0.1, 0.5, 0.85 })
        {
            Assert.Equal(((y * y * y) + ((1 - y) * (1 - y) * (1 - y))) / 3, Scoring.Crps(sample, y), 1.0 / Count);
        }
    }

    [Fact]
    public void Crps_is_the_mean_over_all_pairs()
    {
        double[] sample = [0.2, 0.2, 1.1, 1.7, 2.4];
        double pairs = sample.SelectMany(a => sample.Select(b => Math.Abs(a - b))).Average();
        Assert.Equal(sample.Average(x => Math.Abs(x - 1.3)) - (pairs / 2), Scoring.Crps(sample, 1.3), Tolerance);
    }

    [Fact]
    public void An_empty_sample_has_no_score() => Assert.Throws<ArgumentException>(() => Scoring.Crps([], 1));

    [Fact]
    public void Origins_that_are_alike_leave_no_doubt_and_two_tell_nothing()
    {
        double[][] alike = [.. Enumerable.Repeat(new double[] { 3, 2 }, 4)];
        Assert.Equal((1.5, 1.5), OriginBootstrap.Interval(alike, s => s[0] / s[1]));
        Assert.True(double.IsNaN(OriginBootstrap.Interval([.. alike.Take(2)], s => s[0] / s[1]).Low));
    }

    [Fact]
    public void The_bootstrap_finds_the_spread_of_a_mean_of_many_origins()
    {
        // Half of 400 origins say 0 and half 1: the mean has a standard deviation of 0.5/20 and the 5th percentile is 1.645 of it below;
        // 2,000 draws find that percentile to about a twentieth of a standard deviation.
        double[][] origins = [.. Enumerable.Range(0, 400).Select(i => new double[] { i % 2, 1 })];
        (double low, double high) = OriginBootstrap.Interval(origins, s => s[0] / s[1]);
        Assert.Equal(0.5 - (1.645 * 0.025), low, 0.005);
        Assert.Equal(0.5 + (1.645 * 0.025), high, 0.005);
    }
}
