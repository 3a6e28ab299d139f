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
    public void An_axis_around_values_holds_them_in_few_steps_and_need_not_reach_zero() => Prop.ForAll<NormalFloat, NormalFloat>((a, b) =>
    {
        var (low, high) = (Math.Min(a.Get, b.Get) % 1e6, Math.Max(a.Get, b.Get) % 1e6);
        (low, high) = (Math.Min(low, high), Math.Max(low, high));
        var axis = Axis.Around(low, high, 5, (_, _) => "");
        var slack = 1e-8 * (axis.To - axis.From);
        return axis.From <= low + slack && axis.To >= high - slack && axis.From < axis.To && axis.Ticks.Length is >= 2 and <= 13
            && axis.To - axis.From <= Math.Max(5 * (high - low), Math.Max(Math.Abs(high) * 0.5, 2));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(5, 11));

    [Theory]
    [InlineData(86.2, 87.9, 86, 88)]
    [InlineData(-3.5, -1.1, -3.5, -1)]
    [InlineData(5, 5, 4.7, 5.3)]
    [InlineData(double.NaN, double.NaN, -0.6, 0.6)]
    public void An_axis_around_values_ends_at_round_numbers(double low, double high, double from, double to)
    {
        var axis = Axis.Around(low, high, 5, (_, _) => "");
        Assert.Equal((from, to), (Math.Round(axis.From, 12), Math.Round(axis.To, 12)));
    }

    [Fact]
    public void Powers_of_ten_are_as_far_apart_as_one_another_and_doubles_are_ticks_where_they_are_few()
    {
        var many = Axis.PowersOfTen(1e3, 1e8, Say);
        Assert.Equal(["1000", "10000", "100000", "1000000", "10000000", "100000000"], many.Ticks.Select(t => t.Label));
        Assert.Equal([3.0, 4, 5, 6, 7, 8], many.Ticks.Select(t => t.At));
        Assert.Equal((3.0, 8.0), (many.From, many.To));
        var few = Axis.PowersOfTen(0.03, 0.7, Say);
        Assert.Equal(["0.01", "0.02", "0.05", "0.10", "0.20", "0.50", "1"], few.Ticks.Select(t => t.Label).Select(l => l == "0.1" ? "0.10" : l is "0.2" or "0.5" ? l + "0" : l));
        Assert.Equal(Axis.Exponent(0.03) + 1, Axis.Exponent(0.3), 12);
        Assert.Equal(Axis.PowersOfTen(1, 10, Say).Ticks.ToArray(), Axis.PowersOfTen(double.NaN, -2, Say).Ticks.ToArray());
        Assert.True(Axis.PowersOfTen(1e-300, 1e300, Say).Ticks.Length < 20);
        Assert.False(double.IsFinite(Axis.Exponent(0)));

        static string Say(double value, int decimals) => value.ToString("F" + Math.Min(decimals, 9), System.Globalization.CultureInfo.InvariantCulture);
    }

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
