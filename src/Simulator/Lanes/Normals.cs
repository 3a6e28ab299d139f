using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Simulator.Lanes;

/// <summary>
/// Standard normal numbers from words of the generator (Box and Muller 1958): each pair of words gives √(−2 ln u₁)·cos 2πu₂ and
/// √(−2 ln u₁)·sin 2πu₂. The uniform numbers have 52 bits and lie at the middle of their steps, so that neither 0 nor 1 occurs and
/// the largest normal number is 8.57: tails are those of the normal law to well beyond six sigma.
/// </summary>
public static class Normals
{
    private const long BitsOfOne = 0x3ff0000000000000;
    private const long MantissaOfRootHalf = 0x3fe6a09e667f3bcd;
    private const double TwoTo52 = 4503599627370496.0;

    // 1 − 2^-53: taken from a number of 1 + k·2^-52 it leaves (k + ½)·2^-52, exactly.
    private const double OneLessHalfStep = 0.9999999999999999;

    // ln 2 in 42 bits, so that a product with an exponent is exact, and the next 53 bits.
    private const double Ln2High = 0.6931471805598903;
    private const double Ln2Low = 5.497923018708371e-14;

    /// <summary>Turns words into normal numbers, two for two.</summary>
    /// <param name="words">An even number of groups, as <see cref="Philox.Fill"/> leaves them.</param>
    /// <param name="normals">As many groups.</param>
    /// <exception cref="ArgumentException">The lengths differ or are odd.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill(ReadOnlySpan<Vector512<ulong>> words, Span<Vector512<double>> normals)
    {
        if (words.Length != normals.Length || (words.Length & 1) != 0)
        {
            throw new ArgumentException("Normal numbers come in pairs, one from each word.", nameof(normals));
        }

        for (int i = 0; i < normals.Length; i += 2)
        {
            Vector512<double> radius = Vector512.Sqrt(Vector512.Create(-2.0) * LogOfUniform(Uniform(words[i])));
            Vector512<double> sine = Circle.Sine(Uniform(words[i + 1]), out Vector512<double> cosine);
            normals[i] = radius * cosine;
            normals[i + 1] = radius * sine;
        }
    }

    /// <summary>(k + ½)·2^-52 of the top 52 bits k of each word: between 0 and 1, never either.</summary>
    /// <param name="word">Words of 64 bits.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Uniform(Vector512<ulong> word) =>
        ((word >>> 12) | Vector512.Create((ulong)BitsOfOne)).AsDouble() - Vector512.Create(OneLessHalfStep);

    /// <summary>
    /// Natural logarithm of numbers from 2^-53 to 1, within one unit in the last place; shorter than <see cref="Elementary.Log"/>
    /// because it need not know zeros, infinities and small numbers, nor carry a second part.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> LogOfUniform(Vector512<double> u)
    {
        // u = 2^e (1 + f) with 1 + f from √½ to √2.
        Vector512<long> bits = u.AsInt64();
        Vector512<long> biased = (bits + Vector512.Create(BitsOfOne - MantissaOfRootHalf)) >>> 52;
        Vector512<double> f = (bits + Vector512.Create(BitsOfOne) - (biased << 52)).AsDouble() - Vector512<double>.One;
        Vector512<double> e = (biased | Vector512.Create(TwoTo52).AsInt64()).AsDouble() - Vector512.Create(TwoTo52 + 1023.0);

        // ln(1 + f) = 2s + s·r with s = f/(2 + f) and r = 2s²/3 + 2s⁴/5 + …; 2s = f − f²/2 + s·f²/2 keeps f as it is.
        Vector512<double> s = f / (f + Vector512.Create(2.0));
        Vector512<double> z = s * s;
        Vector512<double> r = Vector512.Create(2.0 / 21.0);
        r = (r * z) + Vector512.Create(2.0 / 19.0);
        r = (r * z) + Vector512.Create(2.0 / 17.0);
        r = (r * z) + Vector512.Create(2.0 / 15.0);
        r = (r * z) + Vector512.Create(2.0 / 13.0);
        r = (r * z) + Vector512.Create(2.0 / 11.0);
        r = (r * z) + Vector512.Create(2.0 / 9.0);
        r = (r * z) + Vector512.Create(2.0 / 7.0);
        r = (r * z) + Vector512.Create(2.0 / 5.0);
        r = (r * z) + Vector512.Create(2.0 / 3.0);
        r *= z;
        Vector512<double> halfSquare = Vector512.Create(0.5) * f * f;
        Vector512<double> correction = halfSquare - ((s * (halfSquare + r)) + (e * Vector512.Create(Ln2Low)));
        return (e * Vector512.Create(Ln2High)) - (correction - f);
    }
}
