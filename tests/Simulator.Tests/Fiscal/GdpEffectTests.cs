using System.Runtime.Intrinsics;
using Simulator.Fiscal;

namespace Simulator.Tests.Fiscal;

public class GdpEffectTests
{
    // Half a dozen operations on numbers near 1.
    private const double Close = 1e-14;

    [Fact]
    public void A_lasting_rise_fades_year_by_year()
    {
        // x = 1 from the first year on: A = 1, 0.9, 0.81 at 10 percent a year.
        double first = Accumulated(0, 1, 0, 10);
        double second = Accumulated(first, 1, 1, 10);
        double third = Accumulated(second, 1, 1, 10);
        Assert.Equal([1, 0.9, 0.81], [first, second, third], Near);
    }

    [Fact]
    public void A_rise_that_is_taken_back_leaves_the_opposite_of_what_faded()
    {
        // 0.9 × 1 + (0 − 1) = −0.1.
        Assert.Equal(-0.1, Accumulated(1, 0, 1, 10), Close);
    }

    [Theory]
    [InlineData(2, 0, 0.7, 30, 0.4, 0.98)] // 0.7 × 0.7 × 2
    [InlineData(2, 1, 0.7, 30, 0.4, 0.58)] // less 0.4 × 1
    [InlineData(1, 1, 1.5, 0, 0.4, 1.1)] // an estimate net of imports
    [InlineData(1, 0, 0.7, 100, 0.4, 0)] // all of it bought abroad
    [InlineData(-1, 0, 0.7, 30, 0.4, -0.49)]
    public void The_level_follows_multiplier_imports_and_drag(
        double spending, double offsets, double multiplier, double importPct, double taxDrag, double expected)
    {
        double level = GdpEffect.Level(
            Vector512.Create(spending), Vector512.Create(offsets), Vector512.Create(multiplier), Vector512.Create(importPct), Vector512.Create(taxDrag))[3];
        Assert.Equal(expected, level, Close);
    }

    [Fact]
    public void The_cumulative_multiplier_is_the_mean_of_what_is_left()
    {
        // 0.7 × 0.7 × (1 + 0.9 + 0.81)/3.
        Assert.Equal(0.49, GdpEffect.CumulativeMultiplier(0.7, 30, 10, 1), Close);
        Assert.Equal(0.44263333333333332, GdpEffect.CumulativeMultiplier(0.7, 30, 10, 3), Close);
        Assert.Equal(0.7, GdpEffect.CumulativeMultiplier(0.7, 0, 0, 9), Close);
        Assert.Throws<ArgumentOutOfRangeException>(() => GdpEffect.CumulativeMultiplier(0.7, 30, 10, 0));
    }

    private static double Accumulated(double before, double now, double lastYear, double fadePct) => GdpEffect.Accumulated(
        Vector512.Create(before), Vector512.Create(now), Vector512.Create(lastYear), Vector512.Create(fadePct))[5];

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) <= Close;
}
