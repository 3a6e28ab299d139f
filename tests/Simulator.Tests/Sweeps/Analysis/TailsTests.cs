using Simulator.Sweeps.Analysis;

namespace Simulator.Tests.Sweeps.Analysis;

/// <summary>Tail probabilities against published tables and sums by hand.</summary>
public class TailsTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0.31731050786291415)]
    [InlineData(-1.959963984540054, 0.05)]
    [InlineData(2.999, 0.002708673067454213)]
    [InlineData(3.001, 0.0026909456501699367)]
    [InlineData(5, 5.733031437583878e-7)]
    [InlineData(10, 1.523970604832105e-23)]
    public void Normal(double z, double expected) => Assert.Equal(expected, Tails.NormalTwoSided(z), 1e-11 * expected);

    // Table of the limit law: Q(0.8276) = 0.5, Q(1.2238) = 0.1, Q(1.3581) = 0.05, Q(1.6276) = 0.01, each to the digits of its argument.
    [Theory]
    [InlineData(0.82757, 0.5)]
    [InlineData(1.22385, 0.1)]
    [InlineData(1.35810, 0.05)]
    [InlineData(1.62762, 0.01)]
    public void Kolmogorov_and_Smirnov(double lambda, double expected)
    {
        const long n = 2_000_000;
        double size = 1000 + 0.12 + 0.00011;
        Assert.Equal(expected, Tails.KolmogorovSmirnov(lambda / size, n, n), 1e-4 * expected);
        Assert.Equal(1, Tails.KolmogorovSmirnov(0, 10, 10));
    }

    [Fact]
    public void The_critical_distance_has_the_chance_it_is_for()
    {
        double distance = Tails.CriticalDistance(0.01, 300, 700);
        Assert.Equal(0.01, Tails.KolmogorovSmirnov(distance, 300, 700), 1e-6);
        Assert.Equal(1, Tails.CriticalDistance(0.01, 1, 1));
    }

    [Theory]
    [InlineData(1, 1, 0.3)]
    [InlineData(10, 3, 0.2)]
    [InlineData(10, 1, 0.2)]
    [InlineData(10, 10, 0.9)]
    [InlineData(60, 40, 0.5)]
    [InlineData(60, 25, 0.5)]
    [InlineData(60, 31, 0.51)]
    public void Binomial_is_the_sum_of_its_terms(int trials, int successes, double chance)
    {
        double expected = 0;
        for (int k = successes; k <= trials; k++)
        {
            double ways = 1;
            for (int i = 1; i <= k; i++)
            {
                ways *= (double)(trials - k + i) / i;
            }

            expected += ways * Math.Pow(chance, k) * Math.Pow(1 - chance, trials - k);
        }

        Assert.Equal(expected, Tails.BinomialAtLeast(trials, successes, chance), 1e-9 * expected);
    }

    [Fact]
    public void Binomial_at_its_ends_and_for_many_trials()
    {
        Assert.Equal(1, Tails.BinomialAtLeast(10, 0, 0.2));
        Assert.Equal(0, Tails.BinomialAtLeast(10, 11, 0.2));
        Assert.Equal(0, Tails.BinomialAtLeast(10, 1, 0));
        Assert.Equal(1, Tails.BinomialAtLeast(10, 10, 1));
        Assert.Equal(0, Tails.BinomialAtLeast(200_000, 199_000, 0.1));

        // Half of the trials or more at even odds: one half and half of the middle term, 1/√(πn/2).
        Assert.Equal(0.5 + (0.5 / Math.Sqrt(Math.PI * 100_000)), Tails.BinomialAtLeast(200_000, 100_000, 0.5), 1e-7);
        Assert.Equal(Tails.NormalTwoSided(4) / 2, Tails.BinomialAtLeast(200_000, 100_000 + 894, 0.5), 1e-6);
    }
}
