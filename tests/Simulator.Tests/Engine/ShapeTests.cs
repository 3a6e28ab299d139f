using Simulator.Engine;
using Simulator.Pathways;
using static Simulator.Tests.Engine.PathAssert;
using static Simulator.Tests.Engine.SmallAlliance;

namespace Simulator.Tests.Engine;

/// <summary>Every shape, worked out by hand: AAA from 2 to 4 in four years unless said otherwise.</summary>
public class ShapeTests
{
    [Fact]
    public void Front()
    {
        // 1 − (1 − u)²: 7/16, 12/16, 15/16 of two points; to the third: 37/64, 56/64, 63/64.
        Follows([2, 2.875, 3.5, 3.875, 4, 4], Shares(Shape.Front, 2));
        Follows([2, 2 + (37 / 32.0), 3.75, 2 + (63 / 32.0), 4, 4], Shares(Shape.Front, 3));
        Follows([2, 2.5, 3, 3.5, 4, 4], Shares(Shape.Front, 1));
    }

    [Fact]
    public void Back()
    {
        // u²: 1/16, 4/16, 9/16; u³: 1/64, 8/64, 27/64.
        Follows([2, 2.125, 2.5, 3.125, 4, 4], Shares(Shape.Back, 2));
        Follows([2, 2.03125, 2.25, 2.84375, 4, 4], Shares(Shape.Back, 3));

        // u^1.5 at u = 1/4: 1/8.
        Follows([2, 2.25], Shares(Shape.Back, 1.5));
    }

    [Fact]
    public void S_curve() =>

        // u²(3 − 2u): 5/32, 1/2, 27/32.
        Follows([2, 2.3125, 3, 3.6875, 4, 4], Shares(Shape.SCurve, 0));

    [Fact]
    public void Geometric()
    {
        // Doubling in four years: the fourth root of 2 each year.
        double root = Math.Sqrt(Math.Sqrt(2));
        Follows([2, 2 * root, 2 * root * root, 2 * root * root * root, 4, 4], Shares(Shape.Geometric, 0));

        // Down, from 4 to 1 in two years: 2, 1.
        Follows([4, 2, 1, 1], Run(Row(PathWhat.SharePct, C, 1, to: 2028) with { Shape = Shape.Geometric }).Shares(Ccc));
    }

    [Fact]
    public void Geometric_from_or_to_nothing_is_nothing_on_the_way()
    {
        World from = Run([
            Row(PathWhat.SharePct, A, 0, to: 2027),
            Row(PathWhat.SharePct, A, 4, to: 2030, from: 2027) with { Shape = Shape.Geometric }]);
        Assert.Equal([2, 0, 0, 0, 4, 4], from.Shares(Aaa).Take(6));
        World to = Run(Row(PathWhat.SharePct, A, 0, to: 2030) with { Shape = Shape.Geometric });
        Assert.Equal([2, 0, 0, 0, 0, 0], to.Shares(Aaa).Take(6));
    }

    [Fact]
    public void Step()
    {
        Follows([2, 2.75, 3.5, 4, 4, 4], Shares(Shape.Step, 0.75, to: 0));
        World down = Run(Row(PathWhat.SharePct, C, 2.5) with { Shape = Shape.Step, ShapeValue = 0.6 });
        Follows([4, 3.4, 2.8, 2.5, 2.5], down.Shares(Ccc));
        World later = Run(Row(PathWhat.AtLeastPct, A, 4, from: 2028) with { Shape = Shape.Step, ShapeValue = 1.5 });
        Follows([2, 2, 2, 3.5, 4, 4], later.Shares(Aaa));
    }

    [Fact]
    public void Growth()
    {
        // AAA's GDP stands: 2.5, 3.125, 3.90625, then the target, which is kept.
        Follows([2, 2.5, 3.125, 3.90625, 4, 4, 4], Shares(Shape.Growth, 25, to: 0));

        // BBB's grows by 10 %: 32 % more money is 1.2 times the share.
        World b = Run(Row(PathWhat.AtLeastPct, B, 3) with { Shape = Shape.Growth, ShapeValue = 32 });
        Follows([1.5, 1.8, 2.16, 2.592, 3, 3, 3], b.Shares(Bbb));

        // Money that grows more slowly than GDP: the share falls, and a floor ignores that.
        PathRow slow = Row(PathWhat.SharePct, B, 3) with { Shape = Shape.Growth, ShapeValue = 4.5 };
        Follows([1.5, 1.5 * 0.95, 1.5 * 0.95 * 0.95], Run(slow).Shares(Bbb));
        Assert.All(Run(slow with { What = PathWhat.AtLeastPct }).Shares(Bbb), s => Assert.Equal(1.5, s));

        // Who starts at the target stays there.
        Assert.All(
            Run(Row(PathWhat.SharePct, A, 2) with { Shape = Shape.Growth, ShapeValue = 25 }).Shares(Aaa), s => Assert.Equal(2.0, s));

        // Down: a fifth less money and a fifth less GDP stand still; 40 % less brings three quarters of the share.
        World down = Run(Row(PathWhat.SharePct, C, 2) with { Shape = Shape.Growth, ShapeValue = -40 });
        Follows([4, 3, 2.25, 2, 2], down.Shares(Ccc));
    }

    [Fact]
    public void Close()
    {
        Follows([2, 3, 3.5, 3.75, 3.875, 3.9375], Shares(Shape.Close, 50, to: 0));
        Follows([2, 4, 4], Shares(Shape.Close, 100, to: 0));
        World down = Run(Row(PathWhat.SharePct, C, 2) with { Shape = Shape.Close, ShapeValue = 25 });
        Follows([4, 3.5, 3.125, 2.84375], down.Shares(Ccc));
    }

    [Theory]
    [InlineData(Shape.Step, 0.1)]
    [InlineData(Shape.Growth, 1)]
    [InlineData(Shape.Close, 5)]
    public void A_year_of_arrival_holds_for_every_shape(Shape shape, double value)
    {
        // However slow, a row that names a year is at its target from then on.
        double[] shares = Shares(shape, value, to: 2030);
        Assert.True(shares[3] < 3);
        Assert.All(shares.Skip(4), s => Assert.Equal(4.0, s));
    }

    private static double[] Shares(Shape shape, double value, int to = 2030) =>
        Run(Row(PathWhat.AtLeastPct, A, 4, to) with { Shape = shape, ShapeValue = value }).Shares(Aaa);
}
