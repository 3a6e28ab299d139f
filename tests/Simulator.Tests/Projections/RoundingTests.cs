using FsCheck;
using FsCheck.Fluent;
using Simulator.Projections;

namespace Simulator.Tests.Projections;

public class RoundingTests
{
    [Theory]
    [InlineData(1.994, 2, 1.99)]
    [InlineData(1.995, 2, 2.00)] // the nearest double is 1.99500000000000010658
    [InlineData(2.725, 2, 2.73)] // the nearest double is 2.72500000000000008882
    [InlineData(1.005, 2, 1.01)] // the nearest double is 1.00499999999999989342: the decimal decides
    [InlineData(2.675, 2, 2.68)] // 2.67499999999999982236
    [InlineData(3.4949999, 2, 3.49)]
    [InlineData(-1.005, 2, -1.01)]
    [InlineData(-0.004, 2, 0)]
    [InlineData(0.5, 0, 1)]
    [InlineData(2.5, 0, 3)]
    [InlineData(1234567.891, 1, 1234567.9)]
    [InlineData(0, 2, 0)]
    [InlineData(1e-300, 2, 0)]
    [InlineData(123456789012345.6, 0, 123456789012346)]
    public void A_half_goes_up(double value, int decimals, double expected) =>
        Assert.Equal(expected, Rounding.HalfUp(value, decimals));

    [Fact]
    public void Zero_never_carries_a_sign() => Assert.False(double.IsNegative(Rounding.HalfUp(-0.004, 2)));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e300)]
    public void What_has_no_decimals_comes_back(double value) => Assert.Equal(value, Rounding.HalfUp(value, 2));

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    public void Decimals_outside_the_range_are_refused(int decimals) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.HalfUp(1, decimals));

    [Fact]
    public void Hundredths_refuse_what_is_not_a_number()
    {
        Assert.Equal(200, Rounding.Hundredths(1.995));
        Assert.Equal(-101, Rounding.Hundredths(-1.005));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.Hundredths(double.NaN));
    }

    [Fact]
    public void Every_decimal_of_three_places_rounds_as_on_paper() =>
        Prop.ForAll(
            Gen.Choose(-20_000_000, 20_000_000).ToArbitrary(),
            thousandths =>
            {
                long onPaper = (Math.Abs((long)thousandths) + 5) / 10 * Math.Sign(thousandths);
                return Rounding.Hundredths(thousandths / 1000.0) == onPaper && Rounding.HalfUp(thousandths / 1000.0, 2) == onPaper / 100.0;
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(2026, 1));

    [Theory]
    [InlineData(1.21, 2, 10)]
    [InlineData(0.81, 2, -10)]
    [InlineData(1, 9, 0)]
    [InlineData(0, 5, -100)]
    [InlineData(1.5, 1, 50)]
    [InlineData(1024, 10, 100)]
    public void A_constant_rate_is_the_root_of_the_ratio(double ratio, int years, double expectedPct) =>
        Assert.Equal(expectedPct, CompoundGrowth.PctAYear(ratio, years), 1e-12);

    [Fact]
    public void A_constant_rate_brings_the_ratio_back() =>
        Prop.ForAll(
            Gen.Choose(1, 400_000).Zip(Gen.Choose(1, 46)).ToArbitrary(),
            draw =>
            {
                double ratio = draw.Item1 / 10_000.0;
                double rate = 1 + (CompoundGrowth.PctAYear(ratio, draw.Item2) / 100);
                double back = 1;
                for (int i = 0; i < draw.Item2; i++)
                {
                    back *= rate;
                }

                // 46 factors, each off by at most a few units of the last place of the rate, which 100 × (r − 1) has cut for small r.
                return Math.Abs(back - ratio) <= 1e-12 * Math.Max(1, ratio);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(2026, 3));

    [Fact]
    public void A_rate_needs_years_and_a_finite_ratio()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CompoundGrowth.PctAYear(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => CompoundGrowth.PctAYear(-1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => CompoundGrowth.PctAYear(double.PositiveInfinity, 2));
        Assert.True(double.IsNaN(CompoundGrowth.PctAYear(double.NaN, 2)));
    }
}
