using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using Simulator.Lanes;
using Simulator.Sweeps.Analysis;

namespace Simulator.Benchmarks;

/// <summary>
/// The sums and indices of a Saltelli sweep with 20 factors. Targets: 50 ns and no byte for a base point, 0.5 s for the indices of five
/// outcomes in 256 blocks.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class SaltelliAnalysis
{
    private const int Factors = 20;
    private const int Outcomes = 5;
    private const int Blocks = 256;
    private const int Additions = 1024;

    private readonly JansenSums _sums = new(Factors, 0.5);
    private readonly double[] _outcomes = UniformNumbers.Of(1, Factors + 2);
    private readonly List<JansenSums>[] _blocks = new List<JansenSums>[Outcomes];

    /// <summary>Blocks of a sum of uniform numbers with falling weights.</summary>
    [GlobalSetup]
    public void Setup()
    {
        for (int o = 0; o < Outcomes; o++)
        {
            _blocks[o] = [];
            for (int b = 0; b < Blocks; b++)
            {
                JansenSums sums = new(Factors, 2);
                double[] numbers = UniformNumbers.Of((ulong)((o * Blocks) + b), 64 * 2 * Factors);
                double[] moved = new double[Factors];
                for (int p = 0; p < 64; p++)
                {
                    ReadOnlySpan<double> left = numbers.AsSpan(2 * Factors * p, Factors);
                    ReadOnlySpan<double> right = numbers.AsSpan((2 * Factors * p) + Factors, Factors);
                    double atLeft = 0;
                    double atRight = 0;
                    for (int i = 0; i < Factors; i++)
                    {
                        atLeft += left[i] / (i + 1);
                        atRight += right[i] / (i + 1);
                    }

                    for (int i = 0; i < Factors; i++)
                    {
                        moved[i] = atLeft + ((right[i] - left[i]) / (i + 1));
                    }

                    sums.Add(atLeft, atRight, moved);
                }

                _blocks[o].Add(sums);
            }
        }
    }

    /// <summary>One base point: two outcomes and one for each of 20 factors.</summary>
    [Benchmark(OperationsPerInvoke = Additions)]
    public long AddBasePoint()
    {
        for (int i = 0; i < Additions; i++)
        {
            _sums.Add(_outcomes[0], _outcomes[1], _outcomes.AsSpan(2));
        }

        return _sums.Points;
    }

    /// <summary>First and total indices with intervals from 1,000 resamples, for five outcomes.</summary>
    [Benchmark]
    public double Indices()
    {
        double total = 0;
        foreach (List<JansenSums> blocks in _blocks)
        {
            total += SobolIndices.Of(blocks, 1)[0].Total;
        }

        return total;
    }
}

/// <summary>
/// Methods that read points: 200,000 points with 20 factors, of which 14 are numbers, three whole numbers and three alternatives.
/// Targets: 2 s for each method, and the order once for all of them.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class PointAnalysis
{
    private const int Factors = 20;

    /// <summary>Points: as many as a sweep keeps, and a million.</summary>
    [Params(200_000, 1_000_000)]
    public int Points { get; set; }

    private SweepSample _sample = null!;
    private SampleOrder _order = null!;
    private bool[] _cases = [];
    private bool[] _unrelated = [];

    /// <summary>A planted box of four factors, noise, and an outcome with the same causes.</summary>
    [GlobalSetup]
    public void Setup()
    {
        SampleFactor[] factors =
        [
            .. Enumerable.Range(0, Factors).Select(f => f % 7 == 5
                ? SampleFactor.WholeNumber($"whole {f}", 2030, 2038)
                : f % 7 == 6 || f == 3 ? SampleFactor.Categorical($"one of {f}", ["a", "b", "c", "d"]) : SampleFactor.Continuous($"x{f}", 0, 1)),
        ];
        double[][] columns =
        [
            .. factors.Select((factor, f) => Array.ConvertAll(UniformNumbers.Of((ulong)f, Points), u => factor.Kind == FactorKind.Continuous
                ? u
                : Math.Floor(factor.Low + (u * (factor.High - factor.Low + 1))))),
        ];
        double[] noise = UniformNumbers.Of(99, Points);
        double[] outcome = new double[Points];
        _cases = new bool[Points];
        for (int p = 0; p < Points; p++)
        {
            bool isInside = columns[0][p] > 0.5 && columns[1][p] < 0.6 && columns[5][p] >= 2033 && columns[3][p] != 1;
            _cases[p] = noise[p] < (isInside ? 0.9 : 0.05);
            outcome[p] = columns[0][p] - columns[1][p] + (columns[5][p] / 10) + noise[p];
        }

        _unrelated = Array.ConvertAll(UniformNumbers.Of(98, Points), u => u < 0.3);
        _sample = new(factors, ["outcome"], columns, [outcome]);
        _order = new(_sample);
    }

    /// <summary>The points in the order of each factor.</summary>
    [Benchmark]
    public SampleOrder Order() => new(_sample);

    /// <summary>All factors for one outcome, with dummies and 100 resamples.</summary>
    [Benchmark]
    public IReadOnlyList<PawnIndex> PawnIndices() => Pawn.Of(_order, 0, 1);

    /// <summary>All factors inside and outside the cases.</summary>
    [Benchmark]
    public RegionalSensitivity Regional() => RegionalSensitivity.Of(_order, _cases);

    /// <summary>Boxes until nothing more holds, each with 20 half samples.</summary>
    [Benchmark]
    public PrimResult PrimBoxes() => Prim.Of(_order, _cases, 1, new PrimOptions());

    /// <summary>The search in an outcome that no factor explains.</summary>
    [Benchmark]
    public PrimResult PrimUnrelated() => Prim.Of(_order, _unrelated, 1, new PrimOptions());
}

/// <summary>Uniform numbers of the generator.</summary>
internal static class UniformNumbers
{
    public static double[] Of(ulong seed, int count)
    {
        Vector512<ulong>[] words = new Vector512<ulong>[2 * (((count / Lane.Count) / 2) + 1)];
        Philox.Fill(seed, 0, 0, 0, 99, words);
        double[] numbers = new double[words.Length * Lane.Count];
        for (int i = 0; i < words.Length; i++)
        {
            Normals.Uniform(words[i]).CopyTo(numbers, i * Lane.Count);
        }

        return numbers[..count];
    }
}
