using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Simulator.Lanes;

namespace Simulator.Sweeps.Designs;

/// <summary>
/// The first 2^m points of a Sobol' sequence (Sobol' 1967) in the order of the Gray code (Antonov and Saleev 1979), so that the first
/// points are the published ones. A scramble multiplies the bits of each dimension by a random lower triangular matrix and adds random
/// bits (Matoušek 1998): the points stay a (t, m, s)-net with the same t, each is uniform in [0, 1) by itself, and the mean over seeds
/// of any average is exact.
/// </summary>
public sealed class SobolDesign : IDesign
{
    /// <summary>Largest m: a design has at most 2^31 points.</summary>
    public const int MostBits = 31;

    private const ulong BitsOfOne = 0x3ff0000000000000;

    private readonly int _bits;

    // Eight dimensions side by side: for each such group the shift, then the direction number of each bit.
    private readonly LaneBuffer _directions;

    // For each dimension what the eight points of a group differ by.
    private readonly LaneBuffer _lanes;

    /// <summary>Prepares a design.</summary>
    /// <param name="directions">Direction numbers.</param>
    /// <param name="dimensions">Coordinates of a point, from 1 to the dimensions of the direction numbers.</param>
    /// <param name="points">Number of points: a power of two, at most 2^31.</param>
    /// <param name="scrambleSeed">Seed of the scramble; without one the points are the published ones, the first of them all zeros.</param>
    /// <exception cref="ArgumentException">The number of points or of dimensions is not possible; the message says what is.</exception>
    public SobolDesign(SobolDirections directions, int dimensions, long points, ulong? scrambleSeed = null)
    {
        if (points < 1 || points > 1L << MostBits || !BitOperations.IsPow2(points))
        {
            throw new ArgumentException(
                Text($"A Sobol' design has 2^m points, m from 0 to {MostBits}; {points} is no such number."), nameof(points));
        }

        if (dimensions < 1 || dimensions > directions.Dimensions)
        {
            throw new ArgumentException(
                Text($"A Sobol' design has from 1 to {directions.Dimensions} dimensions; {dimensions} is no such number."), nameof(dimensions));
        }

        Dimensions = dimensions;
        Points = points;
        ScrambleSeed = scrambleSeed;

        // The eight lanes use the first three bits even where there are fewer points.
        _bits = Math.Max(3, BitOperations.Log2((ulong)points));
        int groups = (dimensions + Lane.Count - 1) / Lane.Count;
        _directions = new LaneBuffer(groups * (_bits + 1));
        _lanes = new LaneBuffer(dimensions);
        Span<ulong> numbers = MemoryMarshal.Cast<double, ulong>(_directions.Numbers);
        Span<ulong> lanes = MemoryMarshal.Cast<double, ulong>(_lanes.Numbers);
        Span<ulong> scramble = stackalloc ulong[SobolDirections.Bits + 1];
        for (int d = 0; d < dimensions; d++)
        {
            Triangle(scrambleSeed, d, scramble);
            int place = (d / Lane.Count * (_bits + 1) * Lane.Count) + (d % Lane.Count);
            numbers[place] = scramble[SobolDirections.Bits];
            for (int k = 0; k < _bits; k++)
            {
                numbers[place + ((k + 1) * Lane.Count)] = Multiply(scramble, directions.Of(d)[k]);
            }

            for (uint lane = 0; lane < Lane.Count; lane++)
            {
                uint gray = lane ^ (lane >> 1);
                for (int k = 0; k < 3; k++)
                {
                    lanes[(d * Lane.Count) + (int)lane] ^= ((gray >> k) & 1) * numbers[place + ((k + 1) * Lane.Count)];
                }
            }
        }
    }

    /// <inheritdoc/>
    public int Dimensions { get; }

    /// <inheritdoc/>
    public long Points { get; }

    /// <summary>Seed of the scramble, where there is one.</summary>
    public ulong? ScrambleSeed { get; }

    /// <inheritdoc/>
    /// <remarks>
    /// Point n is the exclusive or of the direction numbers at the set bits of n ⊕ n/2. With n = 8b + lane the two parts of n do not
    /// meet, so the part of 8b is made once for eight points, and for eight dimensions at a time, and the part of the lane is known.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(long firstPoint, Span<double> u)
    {
        int live = EightPoints.Live(firstPoint, Points, Dimensions, u);
        Span<int> places = stackalloc int[SobolDirections.Bits];
        int count = 0;
        for (ulong gray = (ulong)(firstPoint ^ (firstPoint >> 1)); gray != 0; gray &= gray - 1)
        {
            places[count++] = BitOperations.TrailingZeroCount(gray) + 1;
        }

        Span<ulong> first = stackalloc ulong[Lane.Count];
        ReadOnlySpan<Vector512<ulong>> directions = MemoryMarshal.Cast<double, Vector512<ulong>>(_directions.Numbers);
        ReadOnlySpan<Vector512<ulong>> lanes = MemoryMarshal.Cast<double, Vector512<ulong>>(_lanes.Numbers);
        Span<Vector512<double>> points = MemoryMarshal.Cast<double, Vector512<double>>(u);
        Vector512<ulong> one = Vector512.Create(BitsOfOne);
        for (int d = 0; d < points.Length;)
        {
            Vector512<ulong> group = directions[0];
            for (int i = 0; i < count; i++)
            {
                group ^= directions[places[i]];
            }

            group.CopyTo(first);
            directions = directions[(_bits + 1)..];
            for (int j = 0; j < Lane.Count && d < points.Length; j++, d++)
            {
                // 52 bits behind the point of a number from 1 to 2.
                Vector512<ulong> bits = Vector512.Create(first[j]) ^ lanes[d];
                points[d] = ((bits >>> 12) | one).AsDouble() - Vector512<double>.One;
            }
        }

        EightPoints.RepeatLast(u, live);
    }

    /// <summary>
    /// Columns of a scramble, the highest bit first, and behind them the bits that are added: random below the diagonal, one on it,
    /// nothing above. Without a seed it is the matrix that changes nothing.
    /// </summary>
    private static void Triangle(ulong? seed, int dimension, Span<ulong> scramble)
    {
        scramble.Clear();
        if (seed is { } key)
        {
            DesignWords.Fill(key, DesignWords.Scramble, (uint)dimension, scramble);
        }

        for (int k = 0; k < SobolDirections.Bits; k++)
        {
            ulong diagonal = 1UL << (63 - k);
            scramble[k] = (scramble[k] & (diagonal - 1)) | diagonal;
        }
    }

    private static ulong Multiply(ReadOnlySpan<ulong> triangle, uint number)
    {
        ulong product = 0;
        for (int k = 0; k < SobolDirections.Bits; k++)
        {
            product ^= ((number >> (SobolDirections.Bits - 1 - k)) & 1) * triangle[k];
        }

        return product;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
