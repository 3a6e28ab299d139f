using System.Runtime.Intrinsics;
using Simulator.Projections;
using Simulator.Uncertainty;

namespace Simulator.Tests.Uncertainty;

public class BinsTests
{
    [Fact]
    public void Shares_are_binned_as_figures_are_rounded()
    {
        var random = new Random(1);
        IEnumerable<double> halves = Enumerable.Range(0, 4_000).Select(i => (i + 0.5) / 100);
        foreach (double share in halves.Concat(Enumerable.Range(0, 5_000).Select(_ => random.NextDouble() * 15)).Concat([0, 2, 3.495, 1.9949999, 40.94]))
        {
            Assert.Equal(Rounding.Hundredths(share), Bins.OfShares(Vector512.Create(share)).ToScalar());
            Assert.Equal(Rounding.HalfUp(share, 2), Bins.Share.Value((int)Bins.OfShares(Vector512.Create(share)).ToScalar()));
        }

        Assert.Equal(Bins.Count - 1, Bins.OfShares(Vector512.Create(90.0)).ToScalar());
        Assert.Equal(0, Bins.OfShares(Vector512.Create(-3.0)).ToScalar());
    }

    [Fact]
    public void Amounts_lie_within_half_a_percent_of_what_their_bin_stands_for()
    {
        var random = new Random(2);
        foreach (double size in new[] { 1e-3, 1, 2_345.6, 1e12 })
        {
            Bins bins = Bins.Around(size);
            int before = 0;
            foreach (double amount in Enumerable.Range(0, 3_000).Select(_ => size * Math.Pow(2, (random.NextDouble() * 15) - 7.9)).Where(a => a < 200 * size).Order())
            {
                int bin = (int)bins.OfAmounts(Vector512.Create(amount)).ToScalar();
                Assert.True(bin >= before);
                Assert.Equal(amount, bins.Value(bin), 0.002 * amount);
                before = bin;
            }

            Assert.Equal(0, bins.OfAmounts(Vector512.Create(-size)).ToScalar());
            Assert.Equal(0, bins.OfAmounts(Vector512<double>.Zero).ToScalar());
            Assert.Equal(Bins.Count - 1, bins.OfAmounts(Vector512.Create(size * 1e6)).ToScalar());
        }
    }

    [Fact]
    public void A_size_is_needed()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Bins.Around(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Bins.Around(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Bins.Around(double.PositiveInfinity));
    }
}
