using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Simulator.Lanes;

/// <summary>
/// The project's own exponential, logarithm and power on eight lanes. They use plus, minus, times and divide only, and never
/// the machine's library, so that every result has the same bits on every machine; each is within one unit in the last place
/// of the exact value. Formulas: reduction by powers of two, Taylor series, the series of atanh for the logarithm,
/// and sums of a large and a small part where one double is not enough.
/// </summary>
public static class Elementary
{
    // Adding and taking away 1.5 × 2^52 rounds to a whole number; the low bits of the sum hold that number.
    private const double Rounder = 6755399441055744.0;
    private const double TwoTo52 = 4503599627370496.0;
    private const double InverseLn2 = 1.4426950408889634;

    // ln 2 in 42 bits, so that a product with any exponent is exact, and the next 53 bits.
    private const double Ln2High = 0.6931471805598903;
    private const double Ln2Low = 5.497923018708371e-14;

    // Beyond these e^x rounds to infinity and to zero.
    private const double LargestExponent = 709.782712893384;
    private const double SmallestExponent = -745.1332191019412;

    // Centres of the three ranges of the mantissa and their logarithms in two parts.
    private const double LowerCentre = 0.796875;
    private const double LowerLog = -0.22705745063534608;
    private const double LowerLogRest = -9.551415762738488e-18;
    private const double UpperCentre = 1.2578125;
    private const double UpperLog = 0.22937410106484582;
    private const double UpperLogRest = 9.927671823978025e-18;
    private const double LowerBound = 0.8908987181403393;
    private const double UpperBound = 1.122462048309373;

    private const double Third = 0.3333333333333333;
    private const double ThirdRest = 1.850371707708594e-17;

    private const long MantissaOfRootHalf = 0x3fe6a09e667f3bcd;
    private const long BitsOfOne = 0x3ff0000000000000;

    /// <summary>e to the power x, lane by lane; infinity above 709.78, zero below −745.13, NaN for NaN.</summary>
    /// <param name="x">Exponent.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Vector512<double> Exp(Vector512<double> x) => ExpOfSum(x, Vector512<double>.Zero);

    /// <summary>e to the power of each number of a row, with the bits of <see cref="Exp(Vector512{double})"/>; a call for each would cost as much again.</summary>
    /// <param name="x">Exponents.</param>
    /// <param name="powers">As many groups; may be the exponents themselves.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Exp(ReadOnlySpan<Vector512<double>> x, Span<Vector512<double>> powers)
    {
        if (x.Length != powers.Length)
        {
            throw new ArgumentException("Each exponent has one power.", nameof(powers));
        }

        for (int i = 0; i < powers.Length; i++)
        {
            powers[i] = ExpOfSum(x[i], Vector512<double>.Zero);
        }
    }

    /// <summary>Natural logarithm, lane by lane; −infinity for zero, NaN below zero and for NaN, infinity for infinity.</summary>
    /// <param name="x">Argument.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Vector512<double> Log(Vector512<double> x)
    {
        Vector512<double> high = LogInParts(x, out Vector512<double> low);
        Vector512<double> infinity = Vector512.Create(double.PositiveInfinity);
        Vector512<double> result = high + low;
        result = Vector512.ConditionalSelect(Vector512.Equals(x, infinity), infinity, result);
        result = Vector512.ConditionalSelect(Vector512.Equals(x, Vector512<double>.Zero), -infinity, result);
        return Vector512.ConditionalSelect(
            Vector512.GreaterThanOrEqual(x, Vector512<double>.Zero), result, Vector512.Create(double.NaN));
    }

    /// <summary>
    /// x to the power k, lane by lane. Exponents 0, 1 and 2 are exact or correctly rounded for every x; otherwise a negative
    /// base gives NaN, a base of zero gives zero (k above 0) or infinity (k below 0). NaN in either gives NaN.
    /// </summary>
    /// <param name="x">Base, zero or more.</param>
    /// <param name="k">Exponent.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Vector512<double> Pow(Vector512<double> x, Vector512<double> k)
    {
        Vector512<double> one = Vector512<double>.One;
        Vector512<double> square = x * x;
        Vector512<double> isOne = Vector512.Equals(k, one);
        Vector512<double> isTwo = Vector512.Equals(k, one + one);
        Vector512<double> simple = Vector512.ConditionalSelect(isOne, x, square);

        // Skips work, never changes a value: the lanes that need more take the same road whatever their neighbours hold.
        if (Vector512.EqualsAll((isOne | isTwo).AsInt64(), Vector512<long>.AllBitsSet))
        {
            return simple;
        }

        return Vector512.ConditionalSelect(isOne | isTwo, simple, GeneralPow(x, k));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector512<double> GeneralPow(Vector512<double> x, Vector512<double> k)
    {
        Vector512<double> zero = Vector512<double>.Zero;
        Vector512<double> one = Vector512<double>.One;
        Vector512<double> infinity = Vector512.Create(double.PositiveInfinity);

        // No base but 1 has a logarithm nearer to zero than 2^-53, so beyond 2^70 every power is 0, 1 or infinity.
        Vector512<double> bound = Vector512.Create(1180591620717411303424.0);
        Vector512<double> exponent = Lane.Larger(Lane.Smaller(k, bound), -bound);
        Vector512<double> log = LogInParts(x, out Vector512<double> logRest);
        Vector512<double> product = Exact.Product(exponent, log, out Vector512<double> rest);
        Vector512<double> result = ExpOfSum(product, rest + (exponent * logRest));

        Vector512<double> isRising = Vector512.GreaterThan(k, zero);
        Vector512<double> isFalling = Vector512.LessThan(k, zero);
        Vector512<double> ofZero = Vector512.ConditionalSelect(isRising, zero, infinity);
        Vector512<double> ofInfinity = Vector512.ConditionalSelect(isFalling, zero, infinity);
        result = Vector512.ConditionalSelect(Vector512.Equals(x, zero), ofZero, result);
        result = Vector512.ConditionalSelect(Vector512.Equals(x, infinity), ofInfinity, result);
        result = Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(x, zero), result, Vector512.Create(double.NaN));
        result = Vector512.ConditionalSelect(Vector512.Equals(k, zero), one, result);
        Vector512<double> areNumbers = Vector512.Equals(x, x) & Vector512.Equals(k, k);
        return Vector512.ConditionalSelect(areNumbers, result, Vector512.Create(double.NaN));
    }

    /// <summary>e^(high + low), where low is small against high.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ExpOfSum(Vector512<double> high, Vector512<double> low)
    {
        Vector512<double> one = Vector512<double>.One;
        Vector512<double> rounder = Vector512.Create(Rounder);
        Vector512<double> largest = Vector512.Create(LargestExponent);
        Vector512<double> smallest = Vector512.Create(SmallestExponent);
        Vector512<double> isLarge = Vector512.GreaterThan(high, largest);
        Vector512<double> isSmall = Vector512.LessThan(high, smallest);
        Vector512<double> x = Lane.Larger(Lane.Smaller(high, largest), smallest);
        Vector512<double> isNumber = Vector512.Equals(high, high);

        // high + low = n ln 2 + r + rest; n × Ln2High and the difference are exact.
        Vector512<double> n = ((x * Vector512.Create(InverseLn2)) + rounder) - rounder;
        Vector512<double> r = Exact.Sum(
            x - (n * Vector512.Create(Ln2High)),
            low - (n * Vector512.Create(Ln2Low)),
            out Vector512<double> rest);

        // e^r = 1 + r + r² (1/2! + r/3! + … + r¹²/14!), |r| ≤ 0.347: what is left out is below 2^-63.
        Vector512<double> tail = Vector512.Create(1.0 / 87178291200.0);
        tail = (tail * r) + Vector512.Create(1.0 / 6227020800.0);
        tail = (tail * r) + Vector512.Create(1.0 / 479001600.0);
        tail = (tail * r) + Vector512.Create(1.0 / 39916800.0);
        tail = (tail * r) + Vector512.Create(1.0 / 3628800.0);
        tail = (tail * r) + Vector512.Create(1.0 / 362880.0);
        tail = (tail * r) + Vector512.Create(1.0 / 40320.0);
        tail = (tail * r) + Vector512.Create(1.0 / 5040.0);
        tail = (tail * r) + Vector512.Create(1.0 / 720.0);
        tail = (tail * r) + Vector512.Create(1.0 / 120.0);
        tail = (tail * r) + Vector512.Create(1.0 / 24.0);
        tail = (tail * r) + Vector512.Create(1.0 / 6.0);
        tail = (tail * r) + Vector512.Create(0.5);
        tail = (tail * (r * r)) + (rest + (rest * r));
        Vector512<double> main = Exact.SumOrdered(one, r, out Vector512<double> lost);
        Vector512<double> power = main + (lost + tail);

        // In two steps because 2^n alone may lie beyond the range although the result does not.
        Vector512<double> half = ((n * Vector512.Create(0.5)) + rounder) - rounder;
        Vector512<double> result = (power * PowerOfTwo(half)) * PowerOfTwo(n - half);
        result = Vector512.ConditionalSelect(isLarge, Vector512.Create(double.PositiveInfinity), result);
        result = Vector512.ConditionalSelect(isSmall, Vector512<double>.Zero, result);
        return Vector512.ConditionalSelect(isNumber, result, high);
    }

    /// <summary>2^n for whole n from −1022 to 1023, made from its bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> PowerOfTwo(Vector512<double> n) =>
        ((n + Vector512.Create(Rounder + 1023.0)).AsInt64() << 52).AsDouble();

    /// <summary>ln x as high + low with about 70 bits, for finite x above zero; anything for other x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> LogInParts(Vector512<double> x, out Vector512<double> low)
    {
        Vector512<double> one = Vector512<double>.One;

        // Numbers below the smallest normal one are lifted by 2^54 first.
        Vector512<double> isTiny = Vector512.LessThan(x, Vector512.Create(2.2250738585072014e-308));
        Vector512<double> normal = Vector512.ConditionalSelect(isTiny, x * Vector512.Create(18014398509481984.0), x);
        Vector512<double> lifted = Vector512.ConditionalSelect(isTiny, Vector512.Create(54.0), Vector512<double>.Zero);

        // x = 2^e m with m from √½ to √2.
        Vector512<long> bits = normal.AsInt64();
        Vector512<long> biased = (bits + Vector512.Create(BitsOfOne - MantissaOfRootHalf)) >>> 52;
        Vector512<double> m = (bits + Vector512.Create(BitsOfOne) - (biased << 52)).AsDouble();
        Vector512<double> e = (biased | Vector512.Create(TwoTo52).AsInt64()).AsDouble() - Vector512.Create(TwoTo52 + 1023.0) - lifted;

        Vector512<double> isLower = Vector512.LessThan(m, Vector512.Create(LowerBound));
        Vector512<double> isUpper = Vector512.GreaterThan(m, Vector512.Create(UpperBound));
        Vector512<double> centre = Vector512.ConditionalSelect(isLower, Vector512.Create(LowerCentre), one);
        centre = Vector512.ConditionalSelect(isUpper, Vector512.Create(UpperCentre), centre);
        Vector512<double> centreLog = isLower & Vector512.Create(LowerLog);
        centreLog = Vector512.ConditionalSelect(isUpper, Vector512.Create(UpperLog), centreLog);
        Vector512<double> centreRest = isLower & Vector512.Create(LowerLogRest);
        centreRest = Vector512.ConditionalSelect(isUpper, Vector512.Create(UpperLogRest), centreRest);

        // s + sRest = (m − c)/(m + c), |s| ≤ 0.06; the difference is exact because m and c lie close together.
        Vector512<double> difference = m - centre;
        Vector512<double> sum = Exact.Sum(m, centre, out Vector512<double> sumRest);
        Vector512<double> s = difference / sum;
        Vector512<double> back = Exact.Product(s, sum, out Vector512<double> backRest);
        Vector512<double> sRest = ((difference - back) - backRest - (s * sumRest)) / sum;

        // ln(m/c) = 2s (1 + w), w = s²/3 + s⁴/5 + … + s¹⁶/17; the first term carries its small part.
        Vector512<double> z = Exact.Product(s, s, out Vector512<double> zRest);
        zRest += (s + s) * sRest;
        Vector512<double> tail = Vector512.Create(1.0 / 17.0);
        tail = (tail * z) + Vector512.Create(1.0 / 15.0);
        tail = (tail * z) + Vector512.Create(1.0 / 13.0);
        tail = (tail * z) + Vector512.Create(1.0 / 11.0);
        tail = (tail * z) + Vector512.Create(1.0 / 9.0);
        tail = (tail * z) + Vector512.Create(1.0 / 7.0);
        tail = (tail * z) + Vector512.Create(1.0 / 5.0);
        tail *= z * z;
        Vector512<double> w = Exact.Product(z, Vector512.Create(Third), out Vector512<double> wRest);
        wRest += (zRest * Vector512.Create(Third)) + (z * Vector512.Create(ThirdRest));
        w = Exact.Sum(w, tail, out Vector512<double> wTail);
        wRest += wTail;

        Vector512<double> product = Exact.Product(s, w, out Vector512<double> productRest);
        productRest += (s * wRest) + (sRest * w) + sRest;
        Vector512<double> half = Exact.SumOrdered(s, product, out Vector512<double> halfRest);
        halfRest += productRest;

        // e ln 2 + ln c + ln(m/c), largest first.
        Vector512<double> total = Exact.SumOrdered(e * Vector512.Create(Ln2High), centreLog, out Vector512<double> rest);
        total = Exact.SumOrdered(total, half + half, out Vector512<double> rest2);
        rest += rest2 + (centreRest + (e * Vector512.Create(Ln2Low))) + (halfRest + halfRest);
        return Exact.SumOrdered(total, rest, out low);
    }
}
