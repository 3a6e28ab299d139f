using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Simulator.Lanes;

/// <summary>
/// Sine and cosine of an angle counted in turns, on eight lanes, with plus, minus and times only, each within one unit in the last
/// place. In turns the quarter that an angle lies in is found exactly, so nothing is lost however near to an axis it is.
/// </summary>
public static class Circle
{
    // Adding and taking away 1.5 × 2^52 rounds to a whole number; the low bits of the sum hold that number.
    private const double Rounder = 6755399441055744.0;

    // 2π in 26 bits, so that its product with a number of 26 bits is exact, and the next 53 bits.
    private const double TurnHigh = 6.283185243606567;
    private const double TurnLow = 6.357301909411278e-08;
    private const double Turn = 6.283185307179586;

    private const long KeepsTop26Bits = unchecked((long)0xfffffffff8000000);

    /// <summary>sin 2πu and cos 2πu, lane by lane; NaN for what is not finite.</summary>
    /// <param name="turns">u, between −2^50 and 2^50.</param>
    /// <param name="cosine">cos 2πu.</param>
    /// <returns>sin 2πu.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sine(Vector512<double> turns, out Vector512<double> cosine)
    {
        Vector512<double> one = Vector512<double>.One;
        Vector512<double> half = Vector512.Create(0.5);

        // u = n/4 + f with |f| ≤ 1/8, exactly.
        Vector512<double> rounded = (turns * Vector512.Create(4.0)) + Vector512.Create(Rounder);
        Vector512<long> quarter = rounded.AsInt64();
        Vector512<double> f = turns - ((rounded - Vector512.Create(Rounder)) * Vector512.Create(0.25));

        // x = 2πf = high + low to some 75 bits: the product of the two short parts is exact.
        Vector512<double> fHigh = Top26Bits(f);
        Vector512<double> fLow = f - fHigh;
        Vector512<double> high = fHigh * Vector512.Create(TurnHigh);
        Vector512<double> low = (fHigh * Vector512.Create(TurnLow)) + (fLow * Vector512.Create(Turn));
        Vector512<double> x = high + low;
        Vector512<double> z = x * x;

        // sin x = x − x³/3! + … + x¹⁷/17!, |x| ≤ π/4: what is left out is below 2^-63.
        Vector512<double> tail = Vector512.Create(1.0 / 355687428096000.0);
        tail = (tail * z) - Vector512.Create(1.0 / 1307674368000.0);
        tail = (tail * z) + Vector512.Create(1.0 / 6227020800.0);
        tail = (tail * z) - Vector512.Create(1.0 / 39916800.0);
        tail = (tail * z) + Vector512.Create(1.0 / 362880.0);
        tail = (tail * z) - Vector512.Create(1.0 / 5040.0);
        tail = (tail * z) + Vector512.Create(1.0 / 120.0);
        tail = (tail * z) - Vector512.Create(1.0 / 6.0);
        Vector512<double> sin = high + (low + (tail * (z * x)));

        // cos x = 1 − x²/2 + x⁴/4! − … + x¹⁶/16!; the square of the top bits is exact and so is what 1 − it loses.
        Vector512<double> top = Top26Bits(x);
        Vector512<double> rest = (high - top) + low;
        Vector512<double> square = half * (top * top);
        Vector512<double> main = one - square;
        tail = Vector512.Create(1.0 / 20922789888000.0);
        tail = (tail * z) - Vector512.Create(1.0 / 87178291200.0);
        tail = (tail * z) + Vector512.Create(1.0 / 479001600.0);
        tail = (tail * z) - Vector512.Create(1.0 / 3628800.0);
        tail = (tail * z) + Vector512.Create(1.0 / 40320.0);
        tail = (tail * z) - Vector512.Create(1.0 / 720.0);
        tail = (tail * z) + Vector512.Create(1.0 / 24.0);
        tail = (tail * (z * z)) - (rest * (top + (half * rest)));
        Vector512<double> cos = main + (((one - main) - square) + tail);

        // A quarter turn further on, sine is cosine and cosine is minus sine.
        Vector512<double> isOdd = (Vector512<long>.Zero - (quarter & Vector512<long>.One)).AsDouble();
        Vector512<long> sineSign = (quarter & Vector512.Create(2L)) << 62;
        Vector512<long> cosineSign = ((quarter + Vector512<long>.One) & Vector512.Create(2L)) << 62;
        cosine = (Vector512.ConditionalSelect(isOdd, sin, cos).AsInt64() ^ cosineSign).AsDouble();
        return (Vector512.ConditionalSelect(isOdd, cos, sin).AsInt64() ^ sineSign).AsDouble();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Top26Bits(Vector512<double> x) => (x.AsInt64() & Vector512.Create(KeepsTop26Bits)).AsDouble();
}
