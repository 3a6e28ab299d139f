using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Simulator.Lanes;

namespace Simulator.Uncertainty;

/// <summary>
/// The 4,096 bins of one series and the whole numbers that its values are added up in, so that counts and sums are the same
/// whatever the order in which draws are taken. Shares have bins of 0.01 points; money and debt are binned by the top bits of the
/// double, 8 of them from the mantissa, which is at most 0.4 percent of the value. The first and the last bin also hold what lies
/// outside.
/// </summary>
internal readonly record struct Bins
{
    public const int Count = 4096;
    private const int MantissaShift = 44;
    private const double TwoTo52 = 4503599627370496.0;
    private const double Rounder = 6755399441055744.0;

    // Sums hold values as whole numbers below 2^26, whose squares are exact in a double.
    private const double LargestWhole = 67108863.0;

    private Bins(bool isLinear, long lowKey, double scale)
    {
        IsLinear = isLinear;
        LowKey = lowKey;
        Scale = scale;
    }

    /// <summary>Shares in percent: 0.00 to 40.95, sums in millionths of a point (2^-20).</summary>
    public static Bins Share { get; } = new(true, 0, 1 << 20);

    /// <summary>Debt in percent of GDP: 2^-5 to 2^11, sums in steps of 2^-14 points. A debt of nothing or less lies in the first bin.</summary>
    public static Bins Debt { get; } = new(false, Key(0.03125), 1 << 14);

    public bool IsLinear { get; }

    public long LowKey { get; }

    /// <summary>Whole numbers to one unit of the value, a power of two.</summary>
    public double Scale { get; }

    /// <summary>Amounts of the size of a given one: from a 256th of its power of two to 256 times it.</summary>
    /// <param name="amount">Above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount has no size.</exception>
    public static Bins Around(double amount)
    {
        if (!(amount > 1e-200 && amount < 1e200))
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "Bins need the size of what they count.");
        }

        long exponent = BitConverter.DoubleToInt64Bits(amount) >> 52;
        double powerOfTwo = BitConverter.Int64BitsToDouble(exponent << 52);
        return new Bins(false, (exponent - 8) << 8, (1 << 18) / powerOfTwo);
    }

    /// <summary>The bin of each lane's value, 0 to 4,095.</summary>
    /// <remarks>Half a hundredth counts up although the nearest double may lie below it, as <see cref="Projections.Rounding"/> has it.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> OfShares(Vector512<double> share)
    {
        Vector512<double> hundredths = Lane.Smaller(Projections.Rounding.Hundredths(share), Vector512.Create((double)(Count - 1)));
        hundredths = Lane.Larger(hundredths, Vector512<double>.Zero);
        return (hundredths + Vector512.Create(TwoTo52)).AsInt64() ^ Vector512.Create(TwoTo52).AsInt64();
    }

    /// <summary>The bin of each lane's amount or debt, 0 to 4,095.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<long> OfAmounts(Vector512<double> amount)
    {
        Vector512<long> key = (amount.AsInt64() >> MantissaShift) - Vector512.Create(LowKey);
        return Vector512.Min(Vector512.Max(key, Vector512<long>.Zero), Vector512.Create((long)(Count - 1)));
    }

    /// <summary>Adds the values of live lanes, as whole numbers, and their squares.</summary>
    /// <param name="value">Values.</param>
    /// <param name="live">All bits set in the lanes that count.</param>
    /// <param name="sum">Sums so far.</param>
    /// <param name="squares">Sums of squares so far; each square is below 2^52.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Vector512<double> value, Vector512<long> live, ref Vector512<long> sum, ref Vector512<long> squares)
    {
        Vector512<double> largest = Vector512.Create(LargestWhole);
        Vector512<double> scaled = Lane.Larger(Lane.Smaller(value * Vector512.Create(Scale), largest), -largest);
        Vector512<double> rounded = scaled + Vector512.Create(Rounder);
        Vector512<double> whole = rounded - Vector512.Create(Rounder);
        sum += (rounded.AsInt64() - Vector512.Create(Rounder).AsInt64()) & live;
        squares += (((whole * whole) + Vector512.Create(TwoTo52)).AsInt64() - Vector512.Create(TwoTo52).AsInt64()) & live;
    }

    /// <summary>The value that a bin stands for: its middle; of the first and the last the edge beyond which they reach.</summary>
    /// <param name="bin">0 to 4,095.</param>
    public double Value(int bin) => IsLinear
        ? bin / 100.0
        : bin == 0 ? Edge(1) : bin == Count - 1 ? Edge(bin) : (Edge(bin) + Edge(bin + 1)) / 2;

    private static long Key(double value) => BitConverter.DoubleToInt64Bits(value) >> MantissaShift;

    private double Edge(int bin) => BitConverter.Int64BitsToDouble((LowKey + bin) << MantissaShift);
}
