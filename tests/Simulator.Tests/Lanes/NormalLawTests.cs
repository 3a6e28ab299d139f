using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Simulator.Lanes;

namespace Simulator.Tests.Lanes;

/// <summary>
/// 10^8 normal numbers of one seed, as a run uses them: draws, years, members and variables all move. The bounds are those that a
/// perfect generator keeps with more than 0.999 at each (3.5 standard errors, or the Kolmogorov-Smirnov law at 0.001); the
/// seed is fixed, so a bound that holds once holds always, and a fault as small as one part in ten thousand breaks one.
/// </summary>
public class NormalLawTests
{
    private const int Members = 25;
    private const int Years = 10;
    private const int Variables = 2;
    private const int Blocks = 12_500;

    // 25 × 10 × 2 × 2 normals of 8 draws × 12,500 blocks.
    private const double Count = 1e8;
    private const double StandardErrors = 3.5;

    private static readonly Lazy<Sample> All = new(Draw);

    [Fact]
    public void Known_values_of_the_law()
    {
        // Abramowitz and Stegun, table 26.1 and 26.2.
        Assert.Equal(0.1586552539314571, NormalLaw.Above(1), 1e-14);
        Assert.Equal(0.0013498980316301, NormalLaw.Above(3), 1e-15);
        Assert.Equal(9.865876450377e-10, NormalLaw.Above(6), 1e-20);
    }

    [Fact]
    public void Moments()
    {
        // Variances of z, z², z³, z⁴ are 1, 2, 15, 96.
        double[] expected = [0, 1, 0, 3];
        double[] variance = [1, 2, 15, 96];
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(expected[i], All.Value.Powers[i] / Count, StandardErrors * Math.Sqrt(variance[i] / Count));
        }
    }

    [Fact]
    public void Tails_to_six_sigma()
    {
        for (int sigma = 1; sigma <= 6; sigma++)
        {
            long above = All.Value.Bins.Skip(Sample.Bin(sigma)).Sum();
            long below = All.Value.Bins.Take(Sample.Bin(-sigma)).Sum();
            double expected = Count * NormalLaw.Above(sigma);

            // Counts this rare follow Poisson's law; 3 beyond the bound is what 0.1 expected numbers reach once in ten thousand.
            double bound = (StandardErrors * Math.Sqrt(expected)) + 3;
            Assert.Equal(expected, above, bound);
            Assert.Equal(expected, below, bound);
        }

        Assert.Equal(Count, All.Value.Bins.Sum());
    }

    [Fact]
    public void Kolmogorov_and_Smirnov()
    {
        double distance = 0;
        long below = 0;
        for (int bin = 0; bin < Sample.BinCount; bin++)
        {
            distance = Math.Max(distance, Math.Abs((below / Count) - (1 - NormalLaw.Above(Sample.Edge(bin)))));
            below += All.Value.Bins[bin];
        }

        // 1.95/√n is passed once in a thousand; read at 16,384 edges, so the true distance is at most a thousandth of it more.
        Assert.True(distance < 1.95 / Math.Sqrt(Count), $"distance {distance}");
        Assert.True(distance > 0);
    }

    [Fact]
    public void Neighbours_are_not_correlated()
    {
        foreach ((string pair, double sum) in All.Value.Products)
        {
            double correlation = sum / Count;
            Assert.True(Math.Abs(correlation) < StandardErrors / Math.Sqrt(Count), $"{pair}: {correlation}");
        }
    }

    private static Sample Draw()
    {
        var samples = new Sample[2];
        Parallel.For(0, 2, i => samples[i] = Draw(Blocks / 2 * i, Blocks / 2 * (i + 1)));
        samples[0].Add(samples[1]);
        return samples[0];
    }

    // Optimised from the first call: this loop is entered twice and runs for seconds.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Sample Draw(int firstBlock, int endBlock)
    {
        const int Row = 2 * Members;
        var sample = new Sample();
        var words = new Vector512<ulong>[Row];
        var normals = new Vector512<double>[2 * Row];
        var before = new Vector512<double>[2 * Row];
        for (int block = firstBlock; block < endBlock; block++)
        {
            for (int year = 1; year <= Years; year++)
            {
                for (int variable = 0; variable < Variables; variable++)
                {
                    Philox.Fill(20261125, block * Lane.Count, year, 0, variable, words);
                    Normals.Fill(words, normals.AsSpan(variable * Row, Row));
                }

                sample.Take(normals, before, Row);
                (normals, before) = (before, normals);
            }
        }

        sample.Close();
        return sample;
    }

    /// <summary>Sums over many numbers; within a sample the eight lanes have sums of their own, added up at the end.</summary>
    private sealed class Sample
    {
        public const int BinCount = 1 << 14;

        private readonly Vector512<double>[] _powers = new Vector512<double>[4];
        private readonly Vector512<double>[] _products = new Vector512<double>[5];

        public long[] Bins { get; } = new long[BinCount];

        public double[] Powers { get; } = new double[4];

        public Dictionary<string, double> Products { get; } = [];

        // 1,024 bins to the unit, from −8 to 8: whole sigmas are edges.
        public static int Bin(double z) => (int)((z + 8) * 1024);

        public static double Edge(int bin) => (bin / 1024.0) - 8;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Take(Vector512<double>[] normals, Vector512<double>[] before, int row)
        {
            Vector512<long> turned = Vector512.Create(1L, 2, 3, 4, 5, 6, 7, 0);
            for (int i = 0; i < normals.Length; i++)
            {
                Vector512<double> z = normals[i];
                Vector512<double> square = z * z;
                _powers[0] += z;
                _powers[1] += square;
                _powers[2] += square * z;
                _powers[3] += square * square;
                _products[0] += z * normals[i ^ 1];
                _products[1] += z * normals[(i + 2) % normals.Length];
                _products[2] += z * normals[(i + row) % normals.Length];
                _products[3] += z * before[i];
                _products[4] += z * Vector512.Shuffle(z, turned);
                for (int lane = 0; lane < Lane.Count; lane++)
                {
                    Bins[Bin(z[lane])]++;
                }
            }
        }

        public void Close()
        {
            for (int i = 0; i < 4; i++)
            {
                Powers[i] = Vector512.Sum(_powers[i]);
            }

            // Both numbers of a pair meet twice: the sum counts half of the count.
            Products["the two of a pair"] = Vector512.Sum(_products[0]) / Math.Sqrt(2);
            Products["members"] = Vector512.Sum(_products[1]);
            Products["variables"] = Vector512.Sum(_products[2]) / Math.Sqrt(2);
            Products["years"] = Vector512.Sum(_products[3]);
            Products["draws"] = Vector512.Sum(_products[4]);
        }

        public void Add(Sample other)
        {
            for (int i = 0; i < BinCount; i++)
            {
                Bins[i] += other.Bins[i];
            }

            for (int i = 0; i < 4; i++)
            {
                Powers[i] += other.Powers[i];
            }

            foreach ((string pair, double sum) in other.Products)
            {
                Products[pair] += sum;
            }
        }
    }
}
