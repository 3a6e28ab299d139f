using FsCheck;
using FsCheck.Fluent;

namespace Simulator.Charts.Tests;

public class AxisTests
{
    [Theory]
    [InlineData(0, 5.33, 6, 0, 6, 7)]
    [InlineData(0, 2072, 5, 0, 2500, 6)]
    [InlineData(0, 5.0, 5, 0, 5, 6)]
    [InlineData(-1.2, 3, 4, -2, 4, 4)]
    [InlineData(0, 0, 4, 0, 1, 5)]
    [InlineData(double.NaN, double.NaN, 4, 0, 1, 5)]
    public void Number_axes_end_at_round_numbers(double low, double high, int intervals, double from, double to, int ticks)
    {
        var axis = Axis.Numbers(low, high, intervals, (v, _) => v.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(from, axis.From, 1e-12);
        Assert.Equal(to, axis.To, 1e-12);
        Assert.Equal(ticks, axis.Ticks.Length);
    }

    [Fact]
    public void Number_axes_hold_their_values_in_few_steps() => Prop.ForAll<NormalFloat, NormalFloat>((a, b) =>
    {
        var (low, high) = (Math.Min(a.Get, b.Get) % 1e6, Math.Max(a.Get, b.Get) % 1e6);
        var axis = Axis.Numbers(low, high, 5, (_, _) => "");

        // A value may lie beyond the last tick by a billionth of a step, which is far less than a hundredth of a pixel.
        var slack = 1e-8 * (axis.To - axis.From);
        return axis.From <= Math.Min(low, 0) + slack && axis.To >= high - slack && axis.Ticks.Length is >= 2 and <= 13;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(5, 11));

    [Fact]
    public void One_year_alone_stands_in_the_middle()
    {
        var axis = Axis.Years(2026, 2026, [2026, 2026], y => ChartLanguage.Year(y));
        Assert.Equal((2025.5, 2026.5), (axis.From, axis.To));
        Assert.Single(axis.Ticks);
    }

    [Fact]
    public void The_largest_numbers_there_are_have_an_axis()
    {
        var axis = Axis.Numbers(-double.MaxValue, double.MaxValue, 5, (v, _) => $"{v:0}");
        Assert.True(double.IsFinite(axis.To - axis.From));
        Assert.InRange(axis.Ticks.Length, 3, 12);
    }
}
