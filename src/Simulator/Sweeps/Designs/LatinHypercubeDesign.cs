using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Simulator.Lanes;

namespace Simulator.Sweeps.Designs;

/// <summary>
/// A Latin hypercube (McKay, Beckman and Conover 1979): each dimension is cut into as many strata as there are points, and each stratum
/// holds exactly one point, at a random place within it. Which stratum a point has is worked out by an <see cref="IndexPermutation"/>
/// whose stream is the dimension, so that the memory does not grow with the points.
/// </summary>
public sealed class LatinHypercubeDesign : IDesign
{
    /// <summary>Largest number of points: stratum and place within it share the 52 bits of a coordinate.</summary>
    public const long MostPoints = 1L << 31;

    // Dimensions that are worked out side by side.
    private const int AtATime = 16;

    private const ulong BitsOfTwoTo52 = 0x4330000000000000;
    private const double TwoTo52 = 4503599627370496.0;

    private readonly IndexPermutation[] _strata;
    private readonly int _jitterBits;
    private readonly double _jitterStep;

    /// <summary>Prepares a design.</summary>
    /// <param name="points">Number of points, from 1 to 2^31.</param>
    /// <param name="dimensions">Coordinates of a point, at least 1.</param>
    /// <param name="seed">Seed of the strata and of the places within them.</param>
    /// <exception cref="ArgumentException">The number of points or of dimensions is not possible; the message says what is.</exception>
    public LatinHypercubeDesign(long points, int dimensions, ulong seed)
    {
        if (points is < 1 or > MostPoints)
        {
            throw new ArgumentException(
                Text($"A Latin hypercube has from 1 to {MostPoints} points; {points} is no such number."), nameof(points));
        }

        if (dimensions < 1)
        {
            throw new ArgumentException(Text($"A design has at least one dimension, not {dimensions}."), nameof(dimensions));
        }

        Points = points;
        Dimensions = dimensions;
        Seed = seed;
        _strata = new IndexPermutation[dimensions];
        for (int d = 0; d < dimensions; d++)
        {
            _strata[d] = new IndexPermutation(points, seed, (uint)d);
        }

        // Stratum and place make a sum of 52 bits, which is exact; the division by the points then leaves it within its stratum.
        _jitterBits = 51 - (64 - BitOperations.LeadingZeroCount((ulong)points - 1));
        _jitterStep = 1.0 / (1L << _jitterBits);
    }

    /// <inheritdoc/>
    public int Dimensions { get; }

    /// <inheritdoc/>
    public long Points { get; }

    /// <summary>Seed of the strata and of the places within them.</summary>
    public ulong Seed { get; }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(long firstPoint, Span<double> u)
    {
        int live = EightPoints.Live(firstPoint, Points, Dimensions, u);
        Span<Vector512<ulong>> strata = stackalloc Vector512<ulong>[AtATime];
        Span<Vector512<ulong>> words = stackalloc Vector512<ulong>[AtATime];
        Span<Vector512<double>> points = MemoryMarshal.Cast<double, Vector512<double>>(u);
        Vector512<ulong> left = _strata[0].Split(firstPoint, out Vector512<ulong> right);
        Vector512<double> count = Vector512.Create((double)Points);
        Vector512<double> half = Vector512.Create(0.5);
        for (int first = 0; first < points.Length; first += AtATime)
        {
            Span<Vector512<double>> some = points[first..Math.Min(points.Length, first + AtATime)];
            IndexPermutation.Forward(_strata.AsSpan(first, some.Length), left, right, strata[..some.Length], words[..some.Length]);

            // Words come in pairs; that of a dimension does not depend on how many there are.
            Philox.Fill(Seed, firstPoint, 0, first / 2, DesignWords.Jitter, words[..(some.Length + (some.Length & 1))]);
            for (int d = 0; d < some.Length; d++)
            {
                Vector512<double> place = (Number(words[d] >>> (64 - _jitterBits)) + half) * Vector512.Create(_jitterStep);
                some[d] = (Number(strata[d]) + place) / count;
            }
        }

        EightPoints.RepeatLast(u, live);
    }

    /// <summary>Whole numbers below 2^52.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Number(Vector512<ulong> whole) =>
        (whole | Vector512.Create(BitsOfTwoTo52)).AsDouble() - Vector512.Create(TwoTo52);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
