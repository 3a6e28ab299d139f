using System.Runtime.Intrinsics;
using Simulator.Pathways;

namespace Simulator.Tests.Pathways;

/// <summary>The rules themselves, lane by lane, without a loop around them.</summary>
public class ElementwiseTests
{
    [Fact]
    public void Progress_follows_each_lanes_own_years()
    {
        // In 2030: before F, at F, one of four years, one of three, at T, after T, never arriving, arriving at once.
        Progress progress = Progress.In(
            Vector512.Create(2030.0),
            Vector512.Create(2031.0, 2030, 2029, 2029, 2026, 2026, 2026, 2029),
            Vector512.Create(2035.0, 2035, 2033, 2032, 2030, 2028, Progress.Never, Progress.AtOnce));
        Assert.Equal([0, 0, 0.25, 1.0 / 3, 1, 1, 0, 1], Numbers(progress.Way));
        Assert.Equal([false, true, false, false, false, false, false, false], Truths(progress.AtStart));
        Assert.Equal([false, false, true, true, true, true, true, true], Truths(progress.IsUnderWay));
        Assert.Equal([false, false, false, false, true, true, false, true], Truths(progress.HasArrived));
    }

    [Fact]
    public void Progress_is_exactly_one_on_arrival_whatever_the_years()
    {
        for (int years = 1; years <= 34; years++)
        {
            for (int past = 0; past < 3; past++)
            {
                Progress progress = Progress.In(
                    Vector512.Create(2026.0 + years + past), Vector512.Create(2026.0), Vector512.Create(2026.0 + years));
                Assert.Equal(1.0, progress.Way[0]);
            }
        }
    }

    [Fact]
    public void Weights_of_every_shape()
    {
        Vector512<double> u = Vector512.Create(0.0, 0.25, 0.5, 0.75, 1, 0.5, 0.5, 0.25);
        Vector512<double> k = Vector512.Create(2.0, 2, 2, 2, 2, 1, 3, 0.5);
        Assert.Equal([0, 0.25, 0.5, 0.75, 1, 0.5, 0.5, 0.25], Numbers(ShapeWeight.Linear(u)));
        Assert.Equal([0, 0.0625, 0.25, 0.5625, 1, 0.5, 0.125, 0.5], Numbers(ShapeWeight.Back(u, k)));
        Assert.Equal([0, 0.4375, 0.75, 0.9375, 1, 0.5, 0.875], Numbers(ShapeWeight.Front(u, k)).Take(7));
        Assert.Equal([0, 0.15625, 0.5, 0.84375, 1, 0.5, 0.5, 0.15625], Numbers(ShapeWeight.SCurve(u)));
    }

    [Fact]
    public void A_weight_that_rounds_to_one_before_arrival_does_not_pass_the_target()
    {
        // A steep front rounds to 1 years before it arrives, and a + (τ − a) may round past τ.
        var random = new Random(5);
        Vector512<double> weight = ShapeWeight.Front(Vector512.Create(0.9), Vector512.Create(60.0));
        Assert.Equal(1.0, weight[0]);
        for (int i = 0; i < 50_000; i++)
        {
            double start = random.NextDouble() * 9;
            double target = random.NextDouble() * 9;
            double share = Climb.Weighted(Vector512.Create(start), Vector512.Create(target), weight)[0];
            Assert.InRange(share, Math.Min(start, target), Math.Max(start, target));
        }
    }

    [Fact]
    public void A_way_by_growth_stays_at_its_target_once_there()
    {
        // At the target, whether GDP then outgrows the money or not; on the way up; on the way down; below, falling back.
        Vector512<double> share = Climb.Growth(
            Vector512.Create(2.0, 2, 4, 4, 2, 2, 4, 3),
            Vector512.Create(3.0, 3, 3, 3, 2.5, 2.9, 3.5, 3),
            Vector512.Create(3.0),
            Vector512.Create(0.9, 1.1, 0.9, 1.1, 0.9, 1.1, 0.8, 1.1));
        Assert.Equal([3, 3, 3, 3, 2.25, 3, 3, 3], Numbers(share));
    }

    [Theory]
    [InlineData(2026, 2026, 2, 2026)]
    [InlineData(2027, 2026, 2, 2026)]
    [InlineData(2028, 2026, 2, 2026)]
    [InlineData(2029, 2026, 2, 2027)]
    [InlineData(2028, 2030, 3, 2028)]
    [InlineData(2030, 2030, 3, 2030)]
    [InlineData(2033, 2030, 3, 2030)]
    [InlineData(2034, 2030, 3, 2031)]
    [InlineData(2040, 2030, 0, 2040)]
    public void A_delayed_path_shows_an_earlier_year(int year, int from, int years, int shown) =>
        Assert.Equal(shown, Modifiers.DelayedYear(year, from, years));

    [Fact]
    public void Delivery_takes_its_part_of_rises_only()
    {
        Vector512<double> delivered = Modifiers.Delivered(
            Vector512.Create(3.0, 3, 3, 1, 1, 2, 3, 3),
            Vector512.Create(2.0),
            Vector512.Create(50.0, 0, 100, 50, 0, 50, 150, 25));
        Assert.Equal([2.5, 2, 3, 1, 1, 2, 3.5, 2.25], Numbers(delivered));
    }

    [Fact]
    public void Caps_take_the_tighter_limit_of_rises_only()
    {
        double none = double.PositiveInfinity;
        Vector512<double> capped = Modifiers.Capped(
            Vector512.Create(3.0, 3, 3, 3, 1, 3, 2, 3),
            Vector512.Create(2.0),
            Vector512.Create(2.5, none, 2.5, none, 2.5, 2, 2.5, 4),
            Vector512.Create(none, 2.25, 2.25, none, 1.5, none, 1.5, 1.5));
        Assert.Equal([2.5, 2.25, 2.25, 3, 1, 2, 2, 2], Numbers(capped));
    }

    private static double[] Numbers(Vector512<double> lanes) => [.. Enumerable.Range(0, 8).Select(i => lanes[i])];

    private static bool[] Truths(Vector512<double> mask) =>
        [.. Enumerable.Range(0, 8).Select(i => mask.AsInt64()[i] == -1)];
}
