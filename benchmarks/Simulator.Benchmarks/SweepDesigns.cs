using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using Simulator.Data.Editions;
using Simulator.Data.Sweeps;
using Simulator.Lanes;
using Simulator.Sweeps.Designs;

namespace Simulator.Benchmarks;

/// <summary>
/// Points of the designs of large sweeps on one core, twenty factors unless said otherwise; the time is for one coordinate of one
/// point. Target: well under 5 ns for Sobol'.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class SweepDesigns
{
    private const int Factors = 20;
    private const int Most = 1200;
    private const long Points = 1L << 30;

    // Groups of points for each measurement, far apart, so that no two share many bits of their numbers.
    private const int Groups = 64;
    private const long Stride = 16_777_259 * Lane.Count;

    private readonly LaneBuffer _u = new(Most);
    private IDesign _plain = null!;
    private IDesign _scrambled = null!;
    private IDesign _widest = null!;
    private IDesign _latin = null!;
    private IDesign _grid = null!;
    private long _group;

    /// <summary>Makes the designs.</summary>
    [GlobalSetup]
    public void Setup()
    {
        SobolDirections directions = SobolDirectionsReader.Load(DataFolder.Shipped().Value).Value;
        _plain = new SobolDesign(directions, Factors, Points);
        _scrambled = new SobolDesign(directions, Factors, Points, 1);
        _widest = new SobolDesign(directions, Most, Points, 1);
        _latin = new LatinHypercubeDesign(1_100_000_003, Factors, 1);
        _grid = new GridDesign([1, 1, 1, 1, 1, .. Enumerable.Repeat(4, Factors - 5)]);
    }

    /// <summary>Sobol' points as published.</summary>
    [Benchmark(OperationsPerInvoke = Groups * Lane.Count * Factors)]
    public double Sobol() => Run(_plain);

    /// <summary>Scrambled Sobol' points.</summary>
    [Benchmark(OperationsPerInvoke = Groups * Lane.Count * Factors)]
    public double SobolScrambled() => Run(_scrambled);

    /// <summary>Scrambled Sobol' points in 1,200 dimensions: the direction numbers do not fit into the first cache.</summary>
    [Benchmark(OperationsPerInvoke = Groups * Lane.Count * Most)]
    public double SobolOf1200() => Run(_widest);

    /// <summary>A Latin hypercube.</summary>
    [Benchmark(OperationsPerInvoke = Groups * Lane.Count * Factors)]
    public double LatinHypercube() => Run(_latin);

    /// <summary>A grid of fifteen factors of four levels and five that stand still.</summary>
    [Benchmark(OperationsPerInvoke = Groups * Lane.Count * Factors)]
    public double Grid() => Run(_grid);

    private double Run(IDesign design)
    {
        Span<double> u = _u.Numbers[..(design.Dimensions * Lane.Count)];
        for (int i = 0; i < Groups; i++)
        {
            _group += Stride;
            design.Fill(_group & (Points - Lane.Count), u);
        }

        return u[^1];
    }
}

/// <summary>Values of the ranges of factors; the time is for one value.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class SweepRanges
{
    private const int Groups = 128;

    private readonly LaneBuffer _u = new(Groups);
    private readonly LaneBuffer _values = new(Groups);
    private readonly FactorRange _uniform = new UniformRange(3, 5);
    private readonly FactorRange _normal = new NormalRange(20, 100);
    private readonly FactorRange _triangular = new TriangularRange(3, 5, 3.5);
    private readonly FactorRange _logUniform = new LogUniformRange(0.3, 1.5);
    private readonly FactorRange _whole = new WholeNumberRange(2030, 2038);
    private readonly FactorRange _levels = new LevelsRange([2, 3.5, 5]);

    /// <summary>Coordinates of a Latin hypercube of one dimension.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var design = new LatinHypercubeDesign(Groups * Lane.Count, 1, 1);
        for (int i = 0; i < Groups; i++)
        {
            design.Fill(i * Lane.Count, _u.Numbers.Slice(i * Lane.Count, Lane.Count));
        }
    }

    /// <summary>Between two ends.</summary>
    [Benchmark(OperationsPerInvoke = Groups * Lane.Count)]
    public void Uniform() => Run(_uniform);

    /// <summary>A cut normal law.</summary>
    [Benchmark(OperationsPerInvoke = Groups * Lane.Count)]
    public void Normal() => Run(_normal);

    /// <summary>A triangle.</summary>
    [Benchmark(OperationsPerInvoke = Groups * Lane.Count)]
    public void Triangular() => Run(_triangular);

    /// <summary>Evenly on a logarithmic scale.</summary>
    [Benchmark(OperationsPerInvoke = Groups * Lane.Count)]
    public void LogUniform() => Run(_logUniform);

    /// <summary>Whole numbers.</summary>
    [Benchmark(OperationsPerInvoke = Groups * Lane.Count)]
    public void WholeNumbers() => Run(_whole);

    /// <summary>One of three values.</summary>
    [Benchmark(OperationsPerInvoke = Groups * Lane.Count)]
    public void Levels() => Run(_levels);

    private void Run(FactorRange range)
    {
        ReadOnlySpan<Vector512<double>> u = _u.Groups;
        Span<Vector512<double>> values = _values.Groups;
        for (int i = 0; i < u.Length; i++)
        {
            values[i] = range.Value(u[i]);
        }
    }
}
