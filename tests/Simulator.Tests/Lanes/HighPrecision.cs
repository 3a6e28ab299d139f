using System.Numerics;

namespace Simulator.Tests.Lanes;

/// <summary>A number as whole × 2^exponent.</summary>
internal readonly record struct Dyadic(BigInteger Whole, int Exponent)
{
    public static Dyadic Of(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int biased = (int)((bits >> 52) & 0x7ff);
        long mantissa = bits & 0xfffffffffffff;
        long whole = biased == 0 ? mantissa : mantissa | (1L << 52);
        return new Dyadic(bits < 0 ? -whole : whole, Math.Max(biased, 1) - 1075);
    }

    /// <summary>How far a double lies from this number, in units of the last place that a double of this size has.</summary>
    public double UlpsTo(double value)
    {
        Dyadic other = Of(value);
        int size = (int)Whole.GetBitLength() + Exponent;
        int ulp = Math.Max(size - 53, -1074);
        int common = Math.Min(Math.Min(Exponent, other.Exponent), ulp - 30);
        BigInteger difference = BigInteger.Abs((Whole << (Exponent - common)) - (other.Whole << (other.Exponent - common)));
        return (double)(difference >> (ulp - 30 - common)) / (1 << 30);
    }
}

/// <summary>Exponential, logarithm, power, sine and cosine to some 200 bits in whole-number arithmetic: what the lanes are held against.</summary>
internal static class HighPrecision
{
    private const int Bits = 280;

    private static readonly BigInteger One = BigInteger.One << Bits;
    private static readonly BigInteger Ln2 = Atanh(One / 3) * 2;
    private static readonly BigInteger TwoPi = ((16 * Arctan(5)) - (4 * Arctan(239))) * 2;

    public static Dyadic Exp(double x) => ExpOfFixed(Fixed(Dyadic.Of(x)));

    public static Dyadic Log(double x) => new(LogFixed(x), -Bits);

    public static Dyadic Pow(double x, double k)
    {
        Dyadic exponent = Dyadic.Of(k);
        BigInteger product = LogFixed(x) * exponent.Whole;
        return ExpOfFixed(exponent.Exponent >= 0 ? product << exponent.Exponent : product >> -exponent.Exponent);
    }

    /// <summary>sin 2πu; the part of u that is a whole number of turns falls away exactly.</summary>
    public static Dyadic SineOfTurns(double u) => new(SineOfFixed(TurnFixed(u)), -Bits);

    /// <summary>cos 2πu = sin 2π(u + ¼).</summary>
    public static Dyadic CosineOfTurns(double u) => new(SineOfFixed(TurnFixed(u) + (One >> 2)), -Bits);

    private static BigInteger TurnFixed(double u) => Fixed(Dyadic.Of(u));

    private static BigInteger SineOfFixed(BigInteger turns)
    {
        // −¼ … ¼ turn: sin(½ − t) = sin t.
        turns -= BigInteger.Divide(turns, One) * One;
        turns += turns.Sign < 0 ? One : BigInteger.Zero;
        turns -= turns > One * 3 / 4 ? One : BigInteger.Zero;
        turns = turns > One / 4 ? (One >> 1) - turns : turns;
        BigInteger x = (turns * TwoPi) >> Bits;
        BigInteger square = (x * x) >> Bits;
        BigInteger sum = x;
        BigInteger term = x;
        for (int i = 2; !term.IsZero && i < 200; i += 2)
        {
            term = -(term * square / (i * (i + 1)) / One);
            sum += term;
        }

        return sum;
    }

    /// <summary>π = 16 arctan ⅕ − 4 arctan 1/239 (Machin).</summary>
    private static BigInteger Arctan(int inverse)
    {
        BigInteger power = One / inverse;
        BigInteger sum = BigInteger.Zero;
        for (int i = 1; !power.IsZero; i += 2)
        {
            sum += i % 4 == 1 ? power / i : -(power / i);
            power /= inverse * inverse;
        }

        return sum;
    }

    private static BigInteger Fixed(Dyadic x)
    {
        int shift = Bits + x.Exponent;
        return shift >= 0 ? x.Whole << shift : x.Whole >> -shift;
    }

    private static Dyadic ExpOfFixed(BigInteger x)
    {
        BigInteger n = BigInteger.Divide((x << 1) + Ln2, Ln2 << 1);
        BigInteger r = x - (n * Ln2);
        BigInteger sum = One;
        BigInteger term = One;
        for (int i = 1; !term.IsZero && i < 200; i++)
        {
            term = (term * r / i) >> Bits;

            // A shift rounds a small negative number to −1 for ever.
            if (term == BigInteger.MinusOne)
            {
                break;
            }

            sum += term;
        }

        return new Dyadic(sum, (int)n - Bits);
    }

    private static BigInteger LogFixed(double x)
    {
        Dyadic number = Dyadic.Of(x);
        int size = (int)number.Whole.GetBitLength();

        // x = m·2^e with m from 0.75 to 1.5, so that nothing cancels near 1.
        BigInteger m = number.Whole << (Bits - size);
        int e = size + number.Exponent;
        if (m * 4 < One * 3)
        {
            m <<= 1;
            e--;
        }

        return (Atanh(((m - One) << Bits) / (m + One)) * 2) + (e * Ln2);
    }

    private static BigInteger Atanh(BigInteger s)
    {
        BigInteger square = (s * s) >> Bits;
        BigInteger power = s;
        BigInteger sum = BigInteger.Zero;
        for (int i = 1; BigInteger.Abs(power) > BigInteger.One; i += 2)
        {
            sum += power / i;
            power = power * square / One;
        }

        return sum;
    }
}
