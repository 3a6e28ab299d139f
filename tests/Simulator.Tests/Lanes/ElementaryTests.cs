using System.Runtime.Intrinsics;
using Simulator.Lanes;

namespace Simulator.Tests.Lanes;

/// <summary>
/// The elementary functions against whole-number arithmetic of 280 bits. The bound everywhere is one unit in the last place of
/// the exact value: the result is one of the two doubles beside it, at most one place from correct rounding.
/// </summary>
public class ElementaryTests
{
    private static readonly double[] SpecialNumbers =
    [
        0.0, -0.0, 1.0, -1.0, 2.0, double.Epsilon, -double.Epsilon, 2.2250738585072014e-308, 2.2250738585072009e-308,
        double.MaxValue, double.MinValue, double.PositiveInfinity, double.NegativeInfinity, double.NaN,
    ];

    [Fact]
    public void Exp_is_within_one_ulp()
    {
        List<double> at = [];
        at.AddRange(Grid(-745.1332191019412, 709.782712893384, 20_000));
        at.AddRange(Grid(-1, 1, 5_000));
        at.AddRange(Grid(-708.5, -707.5, 500));

        // Just beside the places where the reduction changes: (n + ½) ln 2.
        for (int n = -1074; n < 1024; n += 7)
        {
            double edge = (n + 0.5) * 0.6931471805599453;
            at.AddRange([Math.BitDecrement(edge), edge, Math.BitIncrement(edge)]);
        }

        for (int e = -1074; e < 0; e += 5)
        {
            at.AddRange([Math.ScaleB(1.3, e), -Math.ScaleB(1.3, e)]);
        }

        double worst = Worst([.. at], Elementary.Exp, HighPrecision.Exp);
        Assert.True(worst < 0.80, $"exp is off by {worst} ulp");
    }

    [Fact]
    public void Log_is_within_one_ulp()
    {
        List<double> at = [];
        at.AddRange(Grid(0.5, 2, 15_000));
        at.AddRange(Grid(0.999, 1.001, 5_000));
        for (int i = 1; i <= 400; i++)
        {
            at.AddRange([1 - (i * Math.ScaleB(1, -53)), 1 + (i * Math.ScaleB(1, -52))]);
        }

        // Across the whole range, subnormal numbers included, and beside the places where the reduction changes.
        double[] edges = [0.70710678118654757, 0.8908987181403393, 1.122462048309373, 1.4142135623730951, 1.7];
        for (int e = -1070; e < 1023; e += 3)
        {
            foreach (double edge in edges)
            {
                double x = Math.ScaleB(edge, e);
                at.AddRange([Math.BitDecrement(x), x, Math.BitIncrement(x)]);
            }
        }

        at.AddRange([double.Epsilon, 2 * double.Epsilon, double.MaxValue]);
        double worst = Worst([.. at], Elementary.Log, HighPrecision.Log);
        Assert.True(worst < 0.60, $"log is off by {worst} ulp");
    }

    [Fact]
    public void Pow_is_within_one_ulp_for_bases_and_exponents_in_use()
    {
        // Bases 1e-8 to 1e8 and exponents −100 to 100, as far as the result is finite and not zero.
        var random = new Random(20260714);
        List<(double X, double K)> at = [];
        while (at.Count < 20_000)
        {
            double x = Math.Exp((random.NextDouble() - 0.5) * 2 * Math.Log(1e8));
            double k = (random.NextDouble() - 0.5) * 200;
            if (Math.Abs(k * Math.Log(x)) < 700)
            {
                at.Add((x, k));
            }
        }

        // What shapes ask for: u^k with u a part of a few years and k from 1 to 10; ratios of shares to a part.
        for (int years = 2; years <= 34; years++)
        {
            for (int t = 1; t < years; t++)
            {
                double u = (double)t / years;
                at.AddRange([(u, 1.5), (u, 3), (u, 1 + (9 * random.NextDouble())), (3.5 / (1 + random.NextDouble()), u)]);
            }
        }

        for (int i = 0; i < 2_000; i++)
        {
            at.Add((1 + ((random.NextDouble() - 0.5) * 1e-6), (random.NextDouble() - 0.5) * 200));
        }

        double worst = WorstPow([.. at]);
        Assert.True(worst < 0.80, $"pow is off by {worst} ulp");
    }

    [Fact]
    public void Pow_keeps_its_bound_to_the_ends_of_the_range()
    {
        var random = new Random(7);
        List<(double X, double K)> at = [];
        while (at.Count < 5_000)
        {
            double x = Math.ScaleB(1 + random.NextDouble(), random.Next(-1070, 1022));
            double k = 745 * ((random.NextDouble() * 2) - 1) / Math.Log(x);
            double power = k * Math.Log(x);
            if (power is > -745 and < 709.7)
            {
                at.Add((x, k));
            }
        }

        double worst = WorstPow([.. at]);
        Assert.True(worst < 1.0, $"pow is off by {worst} ulp");
    }

    [Fact]
    public void Exp_at_its_edges()
    {
        Assert.Equal(1.0, One(Elementary.Exp, 0.0));
        Assert.Equal(1.0, One(Elementary.Exp, -0.0));
        Assert.Equal(1.0, One(Elementary.Exp, double.Epsilon));
        Assert.Equal(double.PositiveInfinity, One(Elementary.Exp, double.PositiveInfinity));
        Assert.Equal(0.0, One(Elementary.Exp, double.NegativeInfinity));
        Assert.True(double.IsNaN(One(Elementary.Exp, double.NaN)));
        Assert.True(double.IsFinite(One(Elementary.Exp, 709.782712893384)));
        Assert.Equal(double.PositiveInfinity, One(Elementary.Exp, Math.BitIncrement(709.782712893384)));
        Assert.Equal(double.Epsilon, One(Elementary.Exp, -745.1332191019411));
        Assert.Equal(0.0, One(Elementary.Exp, Math.BitDecrement(-745.1332191019412)));
        Assert.Equal(0.0, One(Elementary.Exp, -double.MaxValue));
        Assert.Equal(double.PositiveInfinity, One(Elementary.Exp, double.MaxValue));
    }

    [Fact]
    public void Log_at_its_edges()
    {
        Assert.Equal(0.0, One(Elementary.Log, 1.0));
        Assert.Equal(double.NegativeInfinity, One(Elementary.Log, 0.0));
        Assert.Equal(double.NegativeInfinity, One(Elementary.Log, -0.0));
        Assert.Equal(double.PositiveInfinity, One(Elementary.Log, double.PositiveInfinity));
        Assert.True(double.IsNaN(One(Elementary.Log, -1.0)));
        Assert.True(double.IsNaN(One(Elementary.Log, -double.Epsilon)));
        Assert.True(double.IsNaN(One(Elementary.Log, double.NegativeInfinity)));
        Assert.True(double.IsNaN(One(Elementary.Log, double.NaN)));
    }

    [Theory]
    [InlineData(0.0, 3.0, 0.0)]
    [InlineData(0.0, 0.0, 1.0)]
    [InlineData(0.0, -3.0, double.PositiveInfinity)]
    [InlineData(1.0, 1e300, 1.0)]
    [InlineData(1.0, double.PositiveInfinity, 1.0)]
    [InlineData(5.0, 0.0, 1.0)]
    [InlineData(0.5, double.PositiveInfinity, 0.0)]
    [InlineData(0.5, double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData(3.0, double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.PositiveInfinity, 0.5, double.PositiveInfinity)]
    [InlineData(double.PositiveInfinity, -0.5, 0.0)]
    [InlineData(10.0, 400.0, double.PositiveInfinity)]
    [InlineData(10.0, -400.0, 0.0)]
    [InlineData(1e308, 1e308, double.PositiveInfinity)]
    [InlineData(-2.0, 2.0, 4.0)]
    [InlineData(-2.0, 3.0, double.NaN)]
    [InlineData(double.NaN, 0.0, double.NaN)]
    [InlineData(2.0, double.NaN, double.NaN)]
    public void Pow_at_its_edges(double x, double k, double expected) =>
        Assert.Equal(expected, Elementary.Pow(Vector512.Create(x), Vector512.Create(k)).ToScalar());

    [Fact]
    public void Pow_of_one_and_two_is_what_a_multiplication_gives()
    {
        var random = new Random(1);
        for (int i = 0; i < 2_000; i++)
        {
            double x = Math.ScaleB(random.NextDouble(), random.Next(-60, 60));
            Vector512<double> power = Elementary.Pow(
                Vector512.Create(x), Vector512.Create(1.0, 2.0, 1.0, 2.0, 0.0, 1.0, 3.0, 2.0));
            Assert.Equal(x, power[0]);
            Assert.Equal(x * x, power[1]);
            Assert.Equal(1.0, power[4]);
            Assert.Equal(x, power[5]);
            Assert.Equal(x * x, power[7]);
        }
    }

    [Fact]
    public void A_lane_knows_nothing_of_its_neighbours()
    {
        // Each number among strangers gives the bits that it gives among copies of itself.
        double[] x = [.. SpecialNumbers, .. Grid(0.001, 9, 50)];
        double[] k = [.. SpecialNumbers, .. Grid(-8, 8, 50)];
        var random = new Random(3);
        for (int i = 0; i < 20_000; i++)
        {
            double[] bases = [.. Enumerable.Range(0, Lane.Count).Select(_ => x[random.Next(x.Length)])];
            double[] exponents = [.. Enumerable.Range(0, Lane.Count).Select(_ => k[random.Next(k.Length)])];
            Vector512<double> power = Elementary.Pow(Vector512.Create(bases), Vector512.Create(exponents));
            Vector512<double> exp = Elementary.Exp(Vector512.Create(exponents));
            Vector512<double> log = Elementary.Log(Vector512.Create(bases));
            int lane = random.Next(Lane.Count);
            AssertSameBits(Elementary.Pow(Vector512.Create(bases[lane]), Vector512.Create(exponents[lane])).ToScalar(), power[lane]);
            AssertSameBits(Elementary.Exp(Vector512.Create(exponents[lane])).ToScalar(), exp[lane]);
            AssertSameBits(Elementary.Log(Vector512.Create(bases[lane])).ToScalar(), log[lane]);
        }
    }

    [Fact]
    public void The_yardstick_itself_is_right()
    {
        // e and ln 10 to 50 digits (OEIS A001113, A002392), as whole numbers of 10^-50.
        var scale = System.Numerics.BigInteger.Pow(10, 50);
        Dyadic e = HighPrecision.Exp(1);
        Assert.Equal(
            System.Numerics.BigInteger.Parse("271828182845904523536028747135266249775724709369995", System.Globalization.CultureInfo.InvariantCulture),
            (e.Whole * scale) >> -e.Exponent);
        Dyadic ln10 = HighPrecision.Log(10);
        Assert.Equal(
            System.Numerics.BigInteger.Parse("230258509299404568401799145468436420760110148862877", System.Globalization.CultureInfo.InvariantCulture),
            (ln10.Whole * scale) >> -ln10.Exponent);
        Assert.Equal(0.0, HighPrecision.Pow(2, 10).UlpsTo(1024));
        Assert.Equal(1.0, HighPrecision.Pow(2, 10).UlpsTo(Math.BitIncrement(1024.0)));
    }

    private static void AssertSameBits(double expected, double actual) =>
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(actual));

    private static double One(Func<Vector512<double>, Vector512<double>> function, double x) =>
        function(Vector512.Create(x)).ToScalar();

    private static IEnumerable<double> Grid(double low, double high, int count) =>
        Enumerable.Range(0, count).Select(i => low + ((high - low) * i / (count - 1)));

    private static double Worst(
        double[] at, Func<Vector512<double>, Vector512<double>> function, Func<double, Dyadic> exact)
    {
        double worst = 0;
        for (int i = 0; i < at.Length; i += Lane.Count)
        {
            Vector512<double> result = function(Vector512.Create([.. Enumerable.Range(i, Lane.Count).Select(j => at[j % at.Length])]));
            for (int lane = 0; lane < Lane.Count && i + lane < at.Length; lane++)
            {
                Assert.True(double.IsFinite(result[lane]), $"at {at[i + lane]:R} the result is {result[lane]}");
                worst = Math.Max(worst, exact(at[i + lane]).UlpsTo(result[lane]));
            }
        }

        return worst;
    }

    private static double WorstPow((double X, double K)[] at)
    {
        double worst = 0;
        for (int i = 0; i < at.Length; i += Lane.Count)
        {
            (double X, double K)[] eight = [.. Enumerable.Range(i, Lane.Count).Select(j => at[j % at.Length])];
            Vector512<double> result = Elementary.Pow(
                Vector512.Create([.. eight.Select(p => p.X)]), Vector512.Create([.. eight.Select(p => p.K)]));
            for (int lane = 0; lane < Lane.Count && i + lane < at.Length; lane++)
            {
                Assert.True(double.IsFinite(result[lane]), $"at {eight[lane]} the result is {result[lane]}");
                worst = Math.Max(worst, HighPrecision.Pow(eight[lane].X, eight[lane].K).UlpsTo(result[lane]));
            }
        }

        return worst;
    }
}
