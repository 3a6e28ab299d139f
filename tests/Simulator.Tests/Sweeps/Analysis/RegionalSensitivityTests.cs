using Simulator.Sweeps.Analysis;

namespace Simulator.Tests.Sweeps.Analysis;

/// <summary>Regional sensitivity: planted causes are found with their direction, and only they.</summary>
public class RegionalSensitivityTests
{
    [Fact]
    public void Planted_thresholds_are_found_with_their_direction()
    {
        // High targets and early years with shape b or d are the cases, with noise.
        RegionalSensitivity regional = Of(4000, 3, (at, noise) =>
            noise < 0.05 || (noise < 0.95 && at[0] > 4 && at[2] <= 2034 && at[4] is (1 or 3)) ? 1 : 0);
        Assert.True(regional.HasContrast);
        Assert.Equal([0, 2, 4], Enumerable.Range(0, 8).Where(f => regional.Factors[f].IsSignificant));
        Assert.Equal(CaseDirection.HighValues, regional.Factors[0].Direction);
        Assert.Equal(CaseDirection.LowValues, regional.Factors[2].Direction);
        Assert.Equal(CaseDirection.Levels, regional.Factors[4].Direction);
        Assert.Equal([1, 3], regional.Factors[4].Levels);
        Assert.Equal([0, 2], regional.Factors[4].RareLevels);
        Assert.All(new[] { 1, 3, 5, 6, 7 }, f => Assert.Equal(CaseDirection.None, regional.Factors[f].Direction));
    }

    [Fact]
    public void Middles_and_ends_are_told_from_lows_and_highs()
    {
        RegionalSensitivity middle = Of(4000, 3, (at, noise) => at[0] is > 3.6 and < 4.4 || noise < 0.1 ? 1 : 0);
        RegionalSensitivity ends = Of(4000, 3, (at, noise) => at[0] is < 3.4 or > 4.6 || noise < 0.1 ? 1 : 0);
        Assert.Equal(CaseDirection.MiddleValues, middle.Factors[0].Direction);
        Assert.Equal(CaseDirection.EndValues, ends.Factors[0].Direction);
    }

    [Fact]
    public void Distances_are_those_of_a_count_by_hand()
    {
        SweepSample sample = Samples.Of(400, 6, (at, noise) => at[0] + noise > 4.5 ? 1 : 0);
        bool[] isCase = sample.AtLeast(0, 1);
        RegionalSensitivity regional = RegionalSensitivity.Of(new SampleOrder(sample), isCase);
        for (int f = 0; f < 8; f++)
        {
            double[] values = sample.Factor(f).ToArray();
            double[] inside = [.. values.Where((_, p) => isCase[p])];
            double[] outside = [.. values.Where((_, p) => !isCase[p])];
            double Share(double[] part, Func<double, bool> of) => (double)part.Count(of) / part.Length;
            double expected = f == 4
                ? Enumerable.Range(0, 4).Sum(level => Math.Abs(Share(inside, v => v == level) - Share(outside, v => v == level))) / 2
                : values.Max(x => Math.Abs(Share(inside, v => v <= x) - Share(outside, v => v <= x)));
            Assert.Equal(expected, regional.Factors[f].Distance, 1e-12); // last digits of two ways to add
            Assert.Equal(regional.Factors[f].PValue <= RegionalSensitivity.Significance / 8, regional.Factors[f].IsSignificant);
        }
    }

    [Fact]
    public void Unrelated_factors_are_named_in_about_one_table_of_twenty()
    {
        int tables = Enumerable.Range(0, 200).Count(seed =>
            Of(400, (ulong)seed, (_, noise) => noise < 0.3 ? 1 : 0).Factors.Any(f => f.IsSignificant));
        Assert.InRange(tables, 1, 20);
    }

    [Theory]
    [InlineData(1, 2.0, 0)]
    [InlineData(1, 0.0, 1)]
    [InlineData(50, 2.0, 0)]
    [InlineData(50, 0.0, 50)]
    public void All_none_and_a_single_point_have_no_contrast(int points, double bound, int cases)
    {
        SweepSample sample = Samples.Of(points, 2, (_, noise) => noise);
        RegionalSensitivity regional = RegionalSensitivity.Of(new SampleOrder(sample), sample.AtLeast(0, bound));
        Assert.False(regional.HasContrast);
        Assert.Equal((points, cases, 1), (regional.Points, regional.Cases, regional.CriticalDistance));
        Assert.All(regional.Factors, f => Assert.Equal((0, 1, false, CaseDirection.None), (f.Distance, f.PValue, f.IsSignificant, f.Direction)));
        Assert.Throws<ArgumentException>(() => RegionalSensitivity.Of(new SampleOrder(sample), new bool[points + 1]));
    }

    [Fact]
    public void Two_points_are_no_evidence()
    {
        RegionalSensitivity regional = Of(2, 2, (at, _) => at[0] > 3.9 ? 1 : 0);
        Assert.All(regional.Factors, f => Assert.False(f.IsSignificant));
    }

    private static RegionalSensitivity Of(int points, ulong seed, Func<double[], double, double> outcome)
    {
        SweepSample sample = Samples.Of(points, seed, outcome);
        return RegionalSensitivity.Of(new SampleOrder(sample), sample.AtLeast(0, 1));
    }
}
