using System.Runtime.Intrinsics;
using Simulator.Lanes;
using Simulator.Sweeps.Designs;
using Simulator.Tests.Lanes;

namespace Simulator.Tests.Sweeps.Designs;

public class FactorRangeTests
{
    private const double JustBelowOne = 1 - (1.0 / (1L << 53));

    private static readonly FactorRange[] Ranges =
    [
        new UniformRange(3, 5), new UniformRange(-1, 0.5), new UniformRange(2, 2), new UniformRange(-1e-20, 0.1), new UniformRange(-8e307, 8e307),
        new NormalRange(20, 100), new NormalRange(-1.5, 0.5), new NormalRange(4, 4),
        new TriangularRange(3, 5, 3.5), new TriangularRange(3, 5, 3), new TriangularRange(3, 5, 5), new TriangularRange(1, 1, 1), new TriangularRange(-1e300, 1e300, 0),
        new LogUniformRange(0.3, 1.5), new LogUniformRange(1e-150, 1e150), new LogUniformRange(7, 7),
        new WholeNumberRange(2030, 2038), new WholeNumberRange(-3, 3), new WholeNumberRange(5, 5), new WholeNumberRange(0, 2251799813685248),
        new ChoiceRange(1), new ChoiceRange(7), new LevelsRange([3.5, 2, 5]), new LevelsRange([0.25]),
    ];

    public static TheoryData<int> All => [.. Enumerable.Range(0, Ranges.Length)];

    [Theory]
    [MemberData(nameof(All))]
    public void Values_stay_within_the_ends_and_never_fall(int which)
    {
        FactorRange range = Ranges[which];
        Assert.Empty(range.Faults());
        IEnumerable<double> coordinates = [0, double.Epsilon, 1e-300, 1e-16, .. Enumerable.Range(1, 4095).Select(i => i / 4096.0), 1 - (1.0 / (1L << 52)), JustBelowOne];
        double[] values = [.. coordinates.Select(range.Value)];
        Assert.All(values, v => Assert.InRange(v, range.Low, range.High));
        if (range is not LevelsRange)
        {
            Assert.Equal(values.Order(), values);
            Assert.InRange(Math.Abs(values[0] - range.Low), 0, 1e-14 * Math.Abs(range.High - range.Low));
            Assert.InRange(Math.Abs(values[^1] - range.High), 0, 2e-8 * Math.Abs(range.High - range.Low));
        }

        if (range.Kinds is > 0 and < 1000)
        {
            Assert.Equal(range.Kinds, values.Distinct().Count());
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Eight_values_are_those_that_each_has_alone_and_allocate_nothing(int which)
    {
        FactorRange range = Ranges[which];
        var random = new Random(which);
        double sum = 0;
        for (int i = 0; i < 50; i++)
        {
            Vector512<double> u = Vector512.Create(0, random.NextDouble(), random.NextDouble(), 0.5, random.NextDouble(), 1e-9, JustBelowOne, random.NextDouble());
            Vector512<double> values = range.Value(u);
            for (int lane = 0; lane < Lane.Count; lane++)
            {
                Assert.Equal(BitConverter.DoubleToInt64Bits(range.Value(u[lane])), BitConverter.DoubleToInt64Bits(values[lane]));
            }

            long before = GC.GetAllocatedBytesForCurrentThread();
            sum += range.Value(u)[3] + range.Value(0.25);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.False(double.IsNaN(sum));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(0.25, 3.5)]
    [InlineData(0.5, 4)]
    [InlineData(0.875, 4.75)]
    public void Uniform_values_rise_in_a_straight_line(double u, double value) => Assert.Equal(value, new UniformRange(3, 5).Value(u));

    [Fact]
    public void Normal_values_have_the_cut_law()
    {
        var range = new NormalRange(20, 100);
        double outside = NormalLaw.Above(2);
        for (int i = 1; i < 1000; i++)
        {
            double u = i / 1000.0;
            double z = (range.Value(u) - 60) / 20;
            Assert.Equal(u, (NormalLaw.Above(-z) - outside) / (1 - (2 * outside)), 2e-15);
            Assert.Equal(range.Value(u) - 60, 60 - range.Value(1 - u), 1e-13);
        }

        Assert.Equal((60.0, 20.0), (range.Value(0.5), range.Value(0)));
        Assert.Equal(100, range.Value(JustBelowOne), 1e-12);

        // Mean and variance of a law cut at two standard deviations: 1 − 2·2φ(2)/(Φ(2) − Φ(−2)).
        double[] values = [.. Enumerable.Range(0, 100_000).Select(i => range.Value((i + 0.5) / 100_000))];
        double density = Math.Exp(-2) / Math.Sqrt(2 * Math.PI);
        Assert.Equal(60, values.Average(), 1e-9);
        Assert.Equal(400 * (1 - (4 * density / (1 - (2 * outside)))), values.Average(v => (v - 60) * (v - 60)), 1e-3);
    }

    [Theory]
    [InlineData(3, 5, 3.5)]
    [InlineData(3, 5, 3)]
    [InlineData(-2, 5, 5)]
    public void Triangular_values_have_their_law(double low, double high, double mode)
    {
        var range = new TriangularRange(low, high, mode);
        for (int i = 0; i < 1000; i++)
        {
            double u = i / 1000.0;
            double x = range.Value(u);
            double below = x <= mode && mode > low
                ? (x - low) * (x - low) / ((high - low) * (mode - low))
                : 1 - ((high - x) * (high - x) / ((high - low) * (high - mode)));
            Assert.Equal(u, below, 1e-14);
        }

        Assert.Equal((low + high + mode) / 3, Enumerable.Range(0, 100_000).Average(i => range.Value((i + 0.5) / 100_000)), 1e-6);
    }

    [Fact]
    public void Logarithmic_values_double_at_the_same_pace()
    {
        var range = new LogUniformRange(0.25, 4);
        Assert.Equal(0.25, range.Value(0));
        Assert.Equal(1, range.Value(0.5), 1e-15);
        for (int i = 0; i < 1000; i++)
        {
            double u = i / 1000.0;
            Assert.Equal(0.25 * Math.Pow(16, u), range.Value(u), 1e-14);
        }

        Assert.Equal(3.75 / Math.Log(16), Enumerable.Range(0, 100_000).Average(i => range.Value((i + 0.5) / 100_000)), 1e-9);
    }

    [Fact]
    public void Whole_numbers_are_equally_likely_and_both_ends_among_them()
    {
        var years = new WholeNumberRange(2030, 2038);
        var found = Enumerable.Range(0, 9_000).Select(i => years.Value((i + 0.5) / 9_000)).GroupBy(v => v).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(Enumerable.Range(2030, 9).ToDictionary(y => (double)y, _ => 1_000), found);

        // low + u·(high − low + 1) alone would be rounded up to 2039.
        Assert.Equal(2039, Math.Floor(2030 + (JustBelowOne * 9)));
        Assert.Equal((2030.0, 2038.0, 9L), (years.Value(0), years.Value(JustBelowOne), years.Kinds));
        for (int count = 1; count < 5000; count++)
        {
            var range = new WholeNumberRange(-count, -1);
            Assert.Equal((-count, -1.0), (range.Value(0), range.Value(JustBelowOne)));
        }
    }

    [Fact]
    public void A_choice_is_the_number_of_an_alternative_and_levels_keep_their_order()
    {
        Assert.Equal([0, 0, 1, 1, 2, 2, 3, 3], Enumerable.Range(0, 8).Select(i => (int)new ChoiceRange(4).Value(i / 8.0)));
        var levels = new LevelsRange([3.5, 2, 5]);
        Assert.Equal([3.5, 2, 5], new[] { 0, 0.5, JustBelowOne }.Select(levels.Value));
        Assert.Equal((2.0, 5.0, 3L), (levels.Low, levels.High, levels.Kinds));
    }

    public static TheoryData<FactorRangeCase> Faulty =>
    [
        new(new UniformRange(5, 3), "The low end 5 lies above the high end 3."),
        new(new UniformRange(double.NaN, 3), "The low end is NaN; a finite number is expected."),
        new(new UniformRange(1.5, double.PositiveInfinity), "The high end is Infinity; a finite number is expected."),
        new(new UniformRange(-1e308, 1e308), "The ends -1E+308 and 1E+308 lie too far apart."),
        new(new NormalRange(0.5, 0.25), "The low end 0.5 lies above the high end 0.25."),
        new(new TriangularRange(1, 2, 2.5), "The mode 2.5 lies outside the range from 1 to 2."),
        new(new TriangularRange(1, 2, double.NaN), "The mode NaN lies outside the range from 1 to 2."),
        new(new TriangularRange(2, 1, 1.5), "The low end 2 lies above the high end 1."),
        new(new LogUniformRange(0, 2), "The low end is 0; a range on a logarithmic scale has only numbers above zero."),
        new(new LogUniformRange(-1.5, 2), "The low end is -1.5; a range on a logarithmic scale has only numbers above zero."),
        new(new LogUniformRange(1e-200, 1e200), "The ends 1E-200 and 1E+200 lie too far apart."),
        new(new WholeNumberRange(1.5, 3), "The low end 1.5 is not a whole number."),
        new(new WholeNumberRange(1, 3.5), "The high end 3.5 is not a whole number."),
        new(new WholeNumberRange(0, 1e16), "The high end 10000000000000000 lies beyond 2^51."),
        new(new WholeNumberRange(3, 2), "The low end 3 lies above the high end 2."),
        new(new ChoiceRange(0), "There are 0 alternatives to choose from; at least one is needed."),
        new(new LevelsRange([]), "There is no value to choose from; at least one is needed."),
        new(new LevelsRange([1.5, double.NaN]), "Value 2 is NaN; a finite number is expected."),
        new(new LevelsRange([1.5, 2, 1.5]), "The value 1.5 stands twice."),
    ];

    [Theory]
    [MemberData(nameof(Faulty))]
    public void What_is_wrong_is_said_in_a_sentence_under_any_culture(FactorRangeCase faulty)
    {
        System.Globalization.CultureInfo before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal([faulty.Fault], faulty.Range.Faults());
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}

/// <summary>A range that cannot be used and the sentence that says why.</summary>
public sealed record FactorRangeCase(FactorRange Range, string Fault);
