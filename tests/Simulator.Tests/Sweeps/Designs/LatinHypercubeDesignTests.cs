using Simulator.Sweeps.Designs;

namespace Simulator.Tests.Sweeps.Designs;

public class LatinHypercubeDesignTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(97)]
    [InlineData(100)]
    [InlineData(1009)]
    [InlineData(4096)]
    [InlineData(10_000)]
    public void Every_stratum_of_every_dimension_holds_one_point(int points)
    {
        foreach (ulong seed in new[] { 0UL, 77UL })
        {
            double[][] all = Points.Of(new LatinHypercubeDesign(points, 21, seed));
            Assert.Equal(points, all.Length);
            Assert.All(Enumerable.Range(0, 21), d => Assert.True(Points.IsStratified(all.Select(x => x[d])), $"dimension {d}"));
            Assert.All(all.SelectMany(x => x), u => Assert.InRange(u, 0, 1 - (1.0 / (1L << 52))));
        }
    }

    [Fact]
    public void A_million_points_are_stratified_too()
    {
        var design = new LatinHypercubeDesign(1_000_000, 3, 4);
        double[] u = new double[24];
        var seen = new bool[3, 1_000_000];
        for (long first = 0; first < design.Points; first += 8)
        {
            design.Fill(first, u);
            for (int i = 0; i < u.Length; i++)
            {
                int stratum = (int)(u[i] * 1_000_000);
                Assert.False(seen[i / 8, stratum]);
                seen[i / 8, stratum] = true;
            }
        }
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(100_000_007)]
    [InlineData(LatinHypercubeDesign.MostPoints)]
    public void The_stratum_is_that_of_the_permutation_of_the_dimension(long points)
    {
        var design = new LatinHypercubeDesign(points, 18, 123);
        IndexPermutation[] strata = [.. Enumerable.Range(0, 18).Select(d => new IndexPermutation(points, 123, (uint)d))];
        var random = new Random(2);
        IEnumerable<long> groups = [0, (points - 1) & ~7L, .. Enumerable.Range(0, 200).Select(_ => random.NextInt64(points) & ~7L)];
        foreach (long first in groups)
        {
            double[][] eight = Points.Eight(design, first);
            for (int lane = 0; lane < eight.Length; lane++)
            {
                Assert.Equal(strata.Select(s => (double)s.Forward(first + lane)), eight[lane].Select(u => Math.Floor(u * points)));
            }
        }
    }

    [Fact]
    public void The_place_within_a_stratum_is_uniform_and_independent_of_it()
    {
        const int Count = 5000;
        double[][] all = Points.Of(new LatinHypercubeDesign(Count, 4, 8));
        for (int d = 0; d < 4; d++)
        {
            double chiSquare = Points.ChiSquare(all.Select(x => ((int)(16 * x[d]), (int)(16 * ((x[d] * Count) % 1)))), 16);
            Assert.InRange(chiSquare, 240 - 110, 240 + 130);
            double between = Points.ChiSquare(all.Select(x => ((int)(16 * ((x[(d + 1) % 4] * Count) % 1)), (int)(16 * ((x[d] * Count) % 1)))), 16);
            Assert.InRange(between, 255 - 113, 255 + 133);
        }
    }

    [Fact]
    public void Pairs_of_dimensions_are_independent()
    {
        const int Count = 4096;
        double sum = 0;
        int pairs = 0;
        for (ulong seed = 0; seed < 8; seed++)
        {
            double[][] all = Points.Of(new LatinHypercubeDesign(Count, 5, seed));
            for (int i = 0; i < 5; i++)
            {
                for (int j = i + 1; j < 5; j++, pairs++)
                {
                    sum += Points.ChiSquare(all.Select(x => ((int)(16 * x[i]), (int)(16 * x[j]))), 16);
                }
            }
        }

        double freedom = pairs * 225.0;
        Assert.InRange(sum, freedom - (5 * Math.Sqrt(2 * freedom)), freedom + (5 * Math.Sqrt(2 * freedom)));
    }

    [Fact]
    public void What_adds_up_over_dimensions_is_averaged_far_better_than_by_random_points()
    {
        // Σ u² over five dimensions has variance 5·4/45; the strata take nearly all of it away.
        double[] means = [.. Enumerable.Range(0, 32).Select(seed => Points.Of(new LatinHypercubeDesign(100, 5, (ulong)seed)).Average(x => x.Sum(u => u * u)))];
        double ofRandom = 5 * 4.0 / 45 / 100;
        Assert.InRange(means.Average(m => Math.Pow(m - (5.0 / 3), 2)), 0, ofRandom / 1000);
    }

    [Fact]
    public void A_design_belongs_to_its_seed()
    {
        double[][] Design(ulong seed) => Points.Of(new LatinHypercubeDesign(50, 3, seed));
        Assert.Equal(Design(1), Design(1));
        Assert.Equal(150, Design(1).SelectMany(x => x).Zip(Design(1UL << 32 | 1).SelectMany(x => x)).Count(pair => pair.First != pair.Second));
    }

    [Theory]
    [InlineData(0, 1, "A Latin hypercube has from 1 to 2147483648 points; 0 is no such number.")]
    [InlineData(LatinHypercubeDesign.MostPoints + 1, 1, "A Latin hypercube has from 1 to 2147483648 points; 2147483649 is no such number.")]
    [InlineData(10, 0, "A design has at least one dimension, not 0.")]
    public void What_is_not_possible_is_refused(long points, int dimensions, string message) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => new LatinHypercubeDesign(points, dimensions, 0)).Message, StringComparison.Ordinal);
}
