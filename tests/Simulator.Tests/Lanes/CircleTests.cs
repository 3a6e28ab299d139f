using System.Runtime.Intrinsics;
using Simulator.Lanes;

namespace Simulator.Tests.Lanes;

/// <summary>Sine and cosine, and the logarithm of uniform numbers, against whole-number arithmetic: within one unit in the last place.</summary>
public class CircleTests
{
    public static TheoryData<string, double[]> Places => new()
    {
        { "one turn", [.. Enumerable.Range(0, 20_001).Select(i => i / 20_000.0)] },
        { "beside the axes and diagonals", [.. Enumerable.Range(0, 9).SelectMany(e => Enumerable.Range(1, 53).SelectMany(k => new[]
            { (e / 8.0) - Math.ScaleB(1.3, -k - 2), (e / 8.0) + Math.ScaleB(1.3, -k - 2) })).Where(u => u is > 0 and < 1)] },
        { "steps of uniform numbers", [.. Enumerable.Range(0, 20_000).Select(i => ((i * 225_179_981_368L) + 0.5) * Math.ScaleB(1, -52))] },
        { "small, as far as the yardstick reaches", [.. Enumerable.Range(4, 176).Select(e => Math.ScaleB(1.7, -e))] },
        { "large and negative", [.. Enumerable.Range(-2_000, 4_000).Select(i => (i * 1_000_003.0) + (i / 4_096.0))] },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void Sine_and_cosine_are_within_one_ulp(string where, double[] turns)
    {
        double worst = 0;
        foreach (double u in turns)
        {
            double sine = Circle.Sine(Vector512.Create(u), out Vector512<double> cosine).ToScalar();
            worst = Math.Max(worst, Ulps(HighPrecision.SineOfTurns(u), sine));
            worst = Math.Max(worst, Ulps(HighPrecision.CosineOfTurns(u), cosine.ToScalar()));
        }

        Assert.True(worst < 0.90, $"{where}: off by {worst} ulp");
    }

    [Fact]
    public void Quarters_are_exact()
    {
        double[] turns = [0, 0.25, 0.5, 0.75, 1, -0.25, 12.5, -3.75];
        double[] sines = [0, 1, 0, -1, 0, -1, 0, 1];
        double[] cosines = [1, 0, -1, 0, 1, 0, -1, 0];
        Vector512<double> sine = Circle.Sine(Vector512.Create(turns), out Vector512<double> cosine);
        for (int lane = 0; lane < Lane.Count; lane++)
        {
            Assert.Equal(sines[lane], sine[lane]);
            Assert.Equal(cosines[lane], cosine[lane]);
        }

        Assert.True(double.IsNaN(Circle.Sine(Vector512.Create(double.NaN), out _).ToScalar()));
        Assert.True(double.IsNaN(Circle.Sine(Vector512.Create(double.PositiveInfinity), out _).ToScalar()));
    }

    [Fact]
    public void The_logarithm_of_a_uniform_number_is_within_one_ulp()
    {
        List<double> at = [.. Enumerable.Range(1, 30_000).Select(i => i / 30_000.0)];
        at.AddRange(Enumerable.Range(1, 53).SelectMany(k => new[] { Math.ScaleB(1, -k), 1 - Math.ScaleB(1, -k), Math.ScaleB(1.41421356, -k) }));
        at.AddRange(Enumerable.Range(0, 2_000).Select(i => 0.7071 + (i * 1e-8)));
        double worst = at.Where(u => u < 1).Max(u => HighPrecision.Log(u).UlpsTo(Normals.LogOfUniform(Vector512.Create(u)).ToScalar()));
        Assert.True(worst < 0.95, $"off by {worst} ulp");
        Assert.Equal(0.0, Normals.LogOfUniform(Vector512<double>.One).ToScalar());
    }

    [Fact]
    public void The_yardstick_itself_is_right()
    {
        // sin 30° = ½ and sin 45° = √½, whose square is ½; sin 18° = (√5 − 1)/4 to the precision of a double.
        Assert.True(HighPrecision.SineOfTurns(0.25).UlpsTo(1) < 1e-6);
        Assert.True(HighPrecision.CosineOfTurns(1.0 / 8).UlpsTo(Math.Sqrt(0.5)) < 0.51);
        Assert.True(HighPrecision.SineOfTurns(0.05).UlpsTo((Math.Sqrt(5) - 1) / 4) < 3);
        Assert.True(HighPrecision.SineOfTurns(0.05).UlpsTo(0.3) > 1e6);
    }

    // On an axis the exact value is zero and has no last place: only zero is right.
    private static double Ulps(Dyadic exact, double value) =>
        System.Numerics.BigInteger.Abs(exact.Whole).GetBitLength() < 40 ? value == 0 ? 0 : double.PositiveInfinity : exact.UlpsTo(value);
}
