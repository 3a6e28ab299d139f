using Simulator.Uncertainty;

namespace Simulator.Tests.Uncertainty;

/// <summary>The distribution of a number of allies against counting by hand.</summary>
public class CountDistributionTests
{
    [Fact]
    public void Mean_spread_quantiles_and_shares_are_those_of_the_draws()
    {
        // Ten draws: 1 1 1 2 2 2 2 3 3 4.
        CountDistribution counts = new([0, 3, 4, 2, 1]);
        Assert.Equal(10, counts.Draws);
        Assert.Equal(4, counts.Most);
        Assert.Equal(2.1, counts.Mean);
        Assert.Equal(Math.Sqrt(((3 * 1.21) + (4 * 0.01) + (2 * 0.81) + 3.61) / 9), counts.Sd, 1e-12); // last digits of two ways to add
        Assert.Equal([1, 1, 1, 2, 3, 3, 4], Distribution.ShownQuantiles.Select(counts.Quantile));
        Assert.Equal(4, counts.Quantile(1));
        Assert.Equal([100.0, 100, 70, 30, 10], Enumerable.Range(0, 5).Select(counts.AtLeastPct));
        Assert.Equal(double.NaN, new CountDistribution([0, 1]).Sd);
        Assert.Throws<ArgumentException>(() => new CountDistribution([0, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => counts.Quantile(0));
    }
}
