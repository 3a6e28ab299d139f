using Simulator.Feasibility;
using Simulator.Sweeps.Analysis;

namespace Simulator.Tests.Sweeps.Analysis;

/// <summary>What makes a sample, its order, and the numbers of its box plot.</summary>
public class SweepSampleTests
{
    private static readonly SampleFactor[] Factors =
        [SampleFactor.Continuous("share", 0, 10), SampleFactor.WholeNumber("by", 2030, 2032), SampleFactor.Categorical("shape", ["a", "b"])];

    [Fact]
    public void Points_are_read_by_column_and_by_place()
    {
        SweepSample sample = new(Factors, ["debt", "money"], [[1.5, 10], [2030, 2032], [1, 0]], [[7, 8], [-1, 9]]);
        Assert.Equal(2, sample.Points);
        Assert.Equal(2032, sample.Factor(1, 1));
        Assert.Equal([1.0, 0], sample.Factor(2).ToArray());
        Assert.Equal([-1.0, 9], sample.Outcome(1).ToArray());
        Assert.Equal([false, true], sample.AtLeast(0, 8));
        Assert.Equal([true, false], sample.Below(0, 8));
    }

    [Theory]
    [InlineData(11.0, 2030, 0, 1, "'share' at point 1")]
    [InlineData(double.NaN, 2030, 0, 1, "'share' at point 1")]
    [InlineData(1, 2030.5, 0, 1, "'by' at point 1")]
    [InlineData(1, 2033, 0, 1, "'by' at point 1")]
    [InlineData(1, 2030, 2, 1, "'shape' at point 1")]
    [InlineData(1, 2030, 0.5, 1, "'shape' at point 1")]
    [InlineData(1, 2030, 0, double.NaN, "'debt' at point 1 is NaN or infinite")]
    [InlineData(1, 2030, 0, double.NegativeInfinity, "'debt' at point 1 is NaN or infinite")]
    public void What_no_method_could_read_is_refused_by_name_and_point(double share, double by, double shape, double debt, string message)
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() =>
            new SweepSample(Factors, ["debt"], [[1, share], [2030, by], [0, shape]], [[1, debt]]));
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_must_fit()
    {
        Assert.Throws<ArgumentException>(() => new SweepSample([], [], [], []));
        Assert.Throws<ArgumentException>(() => new SweepSample(Factors, [], [[1], [2030]], []));
        Assert.Throws<ArgumentException>(() => new SweepSample(Factors, [], [[1], [2030], [0, 1]], []));
        Assert.Throws<ArgumentException>(() => new SweepSample(Factors, [], [[], [], []], []));
        Assert.Throws<ArgumentException>(() => new SweepSample(Factors, ["debt"], [[1], [2030], [0]], [[1, 2]]));
    }

    [Fact]
    public void Factors_need_a_range_or_alternatives()
    {
        SampleFactor[] wrong =
        [
            SampleFactor.Continuous("x", 1, 0), SampleFactor.Continuous("x", 0, double.NaN), SampleFactor.Continuous("x", 0, double.PositiveInfinity),
            SampleFactor.Categorical("x", []), SampleFactor.Categorical("x", [.. Enumerable.Repeat("a", SampleFactor.MostLevels + 1)]),
            new("x", FactorKind.Continuous, 0, 1, ["a", "b"]), new("x", FactorKind.Categorical, 0, 2, ["a", "b"]),
        ];
        Assert.All(wrong, factor => Assert.Contains(
            "'x' has neither", Assert.Throws<ArgumentException>(() => new SweepSample([factor], [], [[0]], [])).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Equal_values_stand_in_point_order()
    {
        Uniforms uniforms = new(4);
        double[] column = [.. Enumerable.Range(0, 5000).Select(_ => Math.Floor(uniforms.Next() * 7))];
        Assert.Equal(Enumerable.Range(0, 5000).OrderBy(p => column[p]).ThenBy(p => p), SampleOrder.Of(column));
    }

    [Fact]
    public void A_box_plot_has_quartiles_whiskers_and_what_lies_beyond()
    {
        BoxPlot box = BoxPlot.Of([9, 1, 2, 3, 4, 5, 6, 7, 8, 30, -20, -21]);
        Assert.Equal((12, -21, 1, 1.75, 4.5, 7.25, 9, 30), (box.Count, box.Lowest, box.LowWhisker, box.LowerQuartile, box.Median, box.UpperQuartile, box.HighWhisker, box.Highest));
        Assert.Equal((2, 1), (box.Below, box.Above));
        Assert.Equal(34.0 / 12, box.Mean, 1e-12); // last digits of two ways to add
        Assert.Equal(box with { Count = 1, Mean = 4, Below = 0, Above = 0, Lowest = 4, LowWhisker = 4, LowerQuartile = 4, Median = 4, UpperQuartile = 4, HighWhisker = 4, Highest = 4 }, BoxPlot.Of([4]));
        Assert.Throws<ArgumentException>(() => BoxPlot.Of([]));
        Assert.Throws<ArgumentException>(() => BoxPlot.Of([1, double.NaN, 2]));
        Assert.Throws<ArgumentException>(() => BoxPlot.Of([1, double.PositiveInfinity]));
        Assert.Equal([1.0, 2, Percentiles.Quantile([3, 1, 2], 80)], BoxPlot.Quantiles([3, 1, 2], [0, 50, 80]));
    }
}
