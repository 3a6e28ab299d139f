using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Simulator.Lanes;

/// <summary>
/// Sums and products together with what rounding took from them (Dekker 1971, Knuth), so that a number can be carried
/// as a large part and a small part. No fused multiply-add: machines without it must give the same bits.
/// </summary>
internal static class Exact
{
    // 2^27 + 1 parts a 53-bit number into two halves whose products are exact (Veltkamp 1968).
    private const double Splitter = 134217729.0;

    /// <summary>sum + rest = a + b exactly, where |a| ≥ |b| or a = 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> SumOrdered(Vector512<double> a, Vector512<double> b, out Vector512<double> rest)
    {
        Vector512<double> sum = a + b;
        rest = b - (sum - a);
        return sum;
    }

    /// <summary>sum + rest = a + b exactly, in any order of size.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sum(Vector512<double> a, Vector512<double> b, out Vector512<double> rest)
    {
        Vector512<double> sum = a + b;
        Vector512<double> tail = sum - a;
        rest = (a - (sum - tail)) + (b - tail);
        return sum;
    }

    /// <summary>product + rest = a × b exactly, as long as neither overflows when split nor the rest underflows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Product(Vector512<double> a, Vector512<double> b, out Vector512<double> rest)
    {
        Vector512<double> product = a * b;
        Split(a, out Vector512<double> aHigh, out Vector512<double> aLow);
        Split(b, out Vector512<double> bHigh, out Vector512<double> bLow);
        rest = (((aHigh * bHigh) - product) + (aHigh * bLow) + (aLow * bHigh)) + (aLow * bLow);
        return product;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Split(Vector512<double> number, out Vector512<double> high, out Vector512<double> low)
    {
        Vector512<double> scaled = Vector512.Create(Splitter) * number;
        high = scaled - (scaled - number);
        low = number - high;
    }
}
