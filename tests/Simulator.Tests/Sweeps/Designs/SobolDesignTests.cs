using Simulator.Sweeps.Designs;

namespace Simulator.Tests.Sweeps.Designs;

public class SobolDesignTests
{
    // Three dimensions as printed on the page of Joe and Kuo, six as SciPy gives them, eight from a program of its own.
    private static readonly double[][] Published =
    [
        [0, 0, 0, 0, 0, 0, 0, 0],
        [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
        [0.75, 0.25, 0.25, 0.25, 0.75, 0.75, 0.25, 0.75],
        [0.25, 0.75, 0.75, 0.75, 0.25, 0.25, 0.75, 0.25],
        [0.375, 0.375, 0.625, 0.875, 0.375, 0.125, 0.375, 0.875],
        [0.875, 0.875, 0.125, 0.375, 0.875, 0.625, 0.875, 0.375],
        [0.625, 0.125, 0.875, 0.625, 0.625, 0.875, 0.125, 0.125],
        [0.125, 0.625, 0.375, 0.125, 0.125, 0.375, 0.625, 0.625],
        [0.1875, 0.3125, 0.9375, 0.4375, 0.5625, 0.3125, 0.4375, 0.9375],
        [0.6875, 0.8125, 0.4375, 0.9375, 0.0625, 0.8125, 0.9375, 0.4375],
        [0.9375, 0.0625, 0.6875, 0.1875, 0.3125, 0.5625, 0.1875, 0.1875],
        [0.4375, 0.5625, 0.1875, 0.6875, 0.8125, 0.0625, 0.6875, 0.6875],
        [0.3125, 0.1875, 0.3125, 0.5625, 0.9375, 0.4375, 0.0625, 0.0625],
        [0.8125, 0.6875, 0.8125, 0.0625, 0.4375, 0.9375, 0.5625, 0.5625],
        [0.5625, 0.4375, 0.0625, 0.8125, 0.1875, 0.6875, 0.3125, 0.8125],
        [0.0625, 0.9375, 0.5625, 0.3125, 0.6875, 0.1875, 0.8125, 0.3125],
    ];

    public static TheoryData<ulong?> Scrambles => [null, 1UL, 20261127UL];

    [Fact]
    public void First_points_are_the_published_ones() => Assert.Equal(Published, Points.Of(new SobolDesign(JoeKuo.Directions, 8, 16)));

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(31)]
    public void Any_point_is_that_of_the_definition(int m)
    {
        var design = new SobolDesign(JoeKuo.Directions, JoeKuo.Dimensions, 1L << m);
        var random = new Random(m);
        IEnumerable<long> groups = [0, Math.Max(0, design.Points - 8), .. Enumerable.Range(0, 50).Select(_ => random.NextInt64(design.Points) & ~7L)];
        foreach (long first in groups)
        {
            double[][] eight = Points.Eight(design, first);
            for (int lane = 0; lane < eight.Length; lane++)
            {
                Assert.Equal(Enumerable.Range(0, JoeKuo.Dimensions).Select(d => JoeKuo.Slowly(d, first + lane)), eight[lane]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Scrambles))]
    public void Every_elementary_interval_holds_its_share_of_points(ulong? seed)
    {
        // Quality t of a set of dimensions: the degrees of their polynomials less one, added up (Sobol' 1967; dimension 1 counts nothing).
        int[] lost = [.. JoeKuo.Rows().Select(row => Math.Max(0, row.Degree - 1))];
        for (int m = 1; m <= 8; m++)
        {
            double[][] points = Points.Of(new SobolDesign(JoeKuo.Directions, 6, 1L << m, seed));
            for (int i = 0; i < 6; i++)
            {
                for (int j = i + 1; j < 6; j++)
                {
                    int fine = m - lost[i] - lost[j];
                    for (int k = 0; k <= fine; k++)
                    {
                        AssertEven(points, (i, k), (j, fine - k), (0, 0));
                    }
                }
            }

            for (int first = 0; first <= m - 1; first++)
            {
                for (int second = 0; first + second <= m - 1; second++)
                {
                    AssertEven(points, (0, first), (1, second), (2, m - 1 - first - second));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Scrambles))]
    public void Points_lie_more_evenly_than_random_ones(ulong? seed)
    {
        // Few points in many dimensions are no better than random ones by this measure, which looks from one corner.
        (int, int, double)[] shares = [(2, 256, 0.03), (2, 1024, 0.01), (3, 256, 0.06), (3, 1024, 0.02), (5, 256, 0.25), (5, 1024, 0.1), (8, 1024, 0.5)];
        foreach ((int dimensions, int n, double share) in shares)
        {
            double square = Points.SquareDiscrepancy(Points.Of(new SobolDesign(JoeKuo.Directions, dimensions, n, seed)));
            Assert.InRange(square / Points.SquareDiscrepancyOfRandom(n, dimensions), 0, share);
        }
    }

    [Fact]
    public void The_yardstick_of_evenness_knows_random_points()
    {
        var random = new Random(3);
        double[] squares = [.. Enumerable.Range(0, 40).Select(_ => Points.SquareDiscrepancy(
            [.. Enumerable.Range(0, 128).Select(_ => new[] { random.NextDouble(), random.NextDouble(), random.NextDouble() })]))];
        Assert.InRange(squares.Average() / Points.SquareDiscrepancyOfRandom(128, 3), 0.8, 1.2);

        // One point in the middle of one dimension: ∫ of u² to ½ and (1 − u)² behind.
        Assert.Equal(1.0 / 12, Points.SquareDiscrepancy([[0.5]]), 1e-15);
    }

    [Fact]
    public void Averages_come_closer_faster_than_those_of_random_points()
    {
        // The mean of Π (1 + (u − ½)) is 1. From 2^6 to 2^12 points random ones gain a factor 8, these far more.
        double plain = Math.Abs(Mean(6, null) - 1) / Math.Abs(Mean(12, null) - 1);
        Assert.InRange(plain, 40, double.PositiveInfinity);
        double scrambled = Spread(6) / Spread(12);
        Assert.InRange(scrambled, 100, double.PositiveInfinity);

        // A scramble has no bias: the mean over seeds lies within what their spread allows.
        double[] means = [.. Enumerable.Range(0, 64).Select(seed => Mean(4, (ulong)seed))];
        double sd = Math.Sqrt(means.Sum(x => (x - means.Average()) * (x - means.Average())) / 63);
        Assert.InRange(Math.Abs(means.Average() - 1), 0, 4 * sd / 8);

        static double Mean(int m, ulong? seed) =>
            Points.Of(new SobolDesign(JoeKuo.Directions, 5, 1L << m, seed)).Average(x => x.Aggregate(1.0, (product, u) => product * (0.5 + u)));

        static double Spread(int m) => Math.Sqrt(Enumerable.Range(0, 16).Average(seed => Math.Pow(Mean(m, (ulong)seed) - 1, 2)));
    }

    [Fact]
    public void A_scramble_belongs_to_its_seed()
    {
        double[][] Scrambled(ulong seed) => Points.Of(new SobolDesign(JoeKuo.Directions, 9, 64, seed));
        Assert.Equal(Scrambled(5), Scrambled(5));
        double[] first = [.. Scrambled(5).SelectMany(x => x)];
        foreach (ulong seed in new[] { 0UL, 4UL, 5UL | (1UL << 32), ulong.MaxValue })
        {
            double[] other = [.. Scrambled(seed).SelectMany(x => x)];
            Assert.Equal(first.Length, first.Zip(other).Count(pair => pair.First != pair.Second));
        }

        // Coordinates keep 52 bits, so the last ones are random too.
        Assert.InRange(first.Count(u => u * 4503599627370496.0 % 2 == 1), 230, 346);
    }

    [Fact]
    public void The_first_point_of_a_scramble_is_uniform()
    {
        double[] firsts = [.. Enumerable.Range(0, 4096).Select(seed => Points.Eight(new SobolDesign(JoeKuo.Directions, 2, 1, (ulong)seed), 0)[0][1])];
        int[] found = new int[16];
        foreach (double u in firsts)
        {
            found[(int)(16 * u)]++;
        }

        // 15 degrees of freedom: one in a million lies above 56.
        Assert.InRange(found.Sum(f => (f - 256.0) * (f - 256.0) / 256), 0, 56);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-4)]
    [InlineData(3)]
    [InlineData(100)]
    [InlineData(1L << 32)]
    public void A_number_of_points_that_is_no_power_of_two_is_refused(long points)
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => new SobolDesign(JoeKuo.Directions, 2, points));
        Assert.StartsWith($"A Sobol' design has 2^m points, m from 0 to 31; {points} is no such number.", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void Dimensions_that_the_table_lacks_are_refused(int dimensions)
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => new SobolDesign(JoeKuo.Directions, dimensions, 8));
        Assert.StartsWith($"A Sobol' design has from 1 to 10 dimensions; {dimensions} is no such number.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_table_is_refused()
    {
        SobolRow[] rows = JoeKuo.Rows();
        Assert.Throws<ArgumentException>(() => SobolDirections.Of([]));
        Assert.Throws<ArgumentException>(() => SobolDirections.Of([rows[1]]));
        Assert.Throws<ArgumentException>(() => SobolDirections.Of([rows[0], rows[1] with { Initial = [2] }]));
        Assert.Throws<ArgumentException>(() => SobolDirections.Of([rows[0], rows[1] with { Polynomial = 0 }]));
        Assert.Equal(
            ["The polynomial 7 has degree 2 and needs 2 initial numbers, not 1."], (rows[2] with { Initial = [1] }).Faults());
    }

    private static void AssertEven(double[][] points, params (int Dimension, int Cuts)[] cuts)
    {
        int cells = 1 << cuts.Sum(c => c.Cuts);
        int[] found = new int[cells];
        foreach (double[] x in points)
        {
            int cell = 0;
            foreach ((int dimension, int k) in cuts)
            {
                cell = (cell << k) | (int)(x[dimension] * (1 << k));
            }

            found[cell]++;
        }

        Assert.True(found.All(f => f == points.Length / cells), $"{points.Length} points in {string.Join(' ', cuts)}");
    }
}
