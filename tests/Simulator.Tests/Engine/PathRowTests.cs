using Simulator.Engine;
using Simulator.Pathways;
using static Simulator.Tests.Engine.SmallAlliance;

namespace Simulator.Tests.Engine;

/// <summary>Every kind of path row, worked out by hand.</summary>
public class PathRowTests
{
    // Shares of a few percent after a handful of operations, each rounded to 2^-53: 1e-12 is a thousand times that.
    private const double Tolerance = 1e-12;

    [Fact]
    public void Without_rows_everyone_holds()
    {
        World world = Run([]);
        for (int year = 2026; year <= 2036; year++)
        {
            Assert.Equal(2.0, world.Share(Aaa, year));
            Assert.Equal(1.5, world.Share(Bbb, year));
            Assert.Equal(4.0, world.Share(Ccc, year));
            Assert.Equal(0.0, world.Share(Isl, year));
        }

        // BBB: GDP 100,000 × 1.1² in 2028, of which 1.5 %.
        Assert.Equal(121_000, world.GdpConstUsdM[world.At(Bbb, 2028)], 1e-6);
        Assert.Equal(1815, world.SpendingConstUsdM[world.At(Bbb, 2028)], 1e-8);
        Assert.All(world.PriceFactor, f => Assert.Equal(1.0, f));
        Assert.All(world.RelatedSharePct, r => Assert.True(double.IsNaN(r)));
    }

    [Fact]
    public void At_least_climbs_linearly_and_leaves_those_above()
    {
        World world = Run(Row(PathWhat.AtLeastPct, Armed, 3.5, to: 2031));

        // AAA: 2.0 + 1.5·n/5; BBB: 1.5 + 2.0·n/5; CCC stands at 4.0.
        Assert.Equal([2.0, 2.3, 2.6, 2.9, 3.2, 3.5, 3.5], world.Shares(Aaa).Take(7), Close);
        Assert.Equal([1.5, 1.9, 2.3, 2.7, 3.1, 3.5, 3.5], world.Shares(Bbb).Take(7), Close);
        Assert.All(world.Shares(Ccc), s => Assert.Equal(4.0, s));
        Assert.Equal(3.5, world.Share(Aaa, 2031));
        Assert.Equal(3.5, world.Share(Bbb, 2036));
    }

    private static bool Close(double left, double right) => Math.Abs(left - right) <= Tolerance;
}
