using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Pathways;
using static Simulator.Tests.Engine.PathAssert;
using static Simulator.Tests.Engine.SmallAlliance;

namespace Simulator.Tests.Engine;

/// <summary>Shocks to growth and prices, and the related leg, worked out by hand.</summary>
public class ShockTests
{
    [Fact]
    public void A_growth_shock_moves_gdp_and_leaves_shares()
    {
        // BBB grows 5 % instead of 10 % in 2028: GDP and money are 1.05/1.10 of what they were, from then on.
        World calm = Run([]);
        World world = Run([], Set(Setting.GrowthPp, B, -5, from: 2028, to: 2028));
        double factor = 1.05 / 1.10;
        Assert.Equal(calm.SharePct, world.SharePct);
        for (int year = 2026; year <= 2036; year++)
        {
            int at = world.At(Bbb, year);
            double expected = year < 2028 ? 1 : factor;
            Assert.Equal(expected, world.GdpConstUsdM[at] / calm.GdpConstUsdM[at], 1e-14);
            Assert.Equal(expected, world.SpendingConstUsdM[at] / calm.SpendingConstUsdM[at], 1e-14);
            Assert.Equal(calm.GdpConstUsdM[world.At(Aaa, year)], world.GdpConstUsdM[world.At(Aaa, year)]);
        }

        // Exactly what it was before the shock, not nearly.
        Assert.Equal(calm.GdpConstUsdM[world.At(Bbb, 2027)], world.GdpConstUsdM[world.At(Bbb, 2027)]);
    }

    [Fact]
    public void Budgets_that_follow_the_plan_keep_their_money()
    {
        World calm = Run([]);
        World world = Run(
            [],
            Set(Setting.GrowthPp, Armed, -5, from: 2028, to: 2029),
            Set(Setting.BudgetsFollow, B, 1));
        int at = world.At(Bbb, 2029);
        Assert.Equal(calm.SpendingConstUsdM[at], world.SpendingConstUsdM[at]);
        Assert.Equal(1.5 * (1.10 / 1.05) * (1.10 / 1.05), world.SharePct[at], 1e-12);
        Assert.Equal(1.5, world.Share(Bbb, 2027));
        Assert.Equal(2.0, world.Share(Aaa, 2029));
        Assert.Equal(2000 * 0.95 * 0.95, world.SpendingConstUsdM[world.At(Aaa, 2029)], 1e-9);

        // Share × GDP is the money in every world.
        Assert.Equal(world.SpendingConstUsdM[at], world.SharePct[at] * world.GdpConstUsdM[at] / 100, 1e-9);
    }

    [Fact]
    public void Paths_and_caps_do_not_see_a_shock()
    {
        PathRow leap = Row(PathWhat.RealGrowthPct, B, 32);
        SettingRow cap = Set(Setting.MaxGrowthPct, B, 21);
        World world = Run(leap, cap, Set(Setting.GrowthPp, B, -30));
        Assert.Equal(Run(leap, cap).SharePct, world.SharePct);
        Follows([1.5, 1.65, 1.815], world.Shares(Bbb));
    }

    [Fact]
    public void An_inflation_shock_moves_prices_only()
    {
        World calm = Run([]);
        World world = Run([], Set(Setting.InflationPp, B, 3, from: 2027, to: 2028));
        Assert.Equal(1.0, world.PriceFactor[world.At(Bbb, 2026)]);
        Assert.Equal(1.05 / 1.02, world.PriceFactor[world.At(Bbb, 2027)], 1e-14);
        Assert.Equal(1.05 / 1.02 * 1.05 / 1.02, world.PriceFactor[world.At(Bbb, 2028)], 1e-14);
        Assert.Equal(world.PriceFactor[world.At(Bbb, 2028)], world.PriceFactor[world.At(Bbb, 2036)]);
        Assert.Equal(1.0, world.PriceFactor[world.At(Aaa, 2036)]);
        Assert.Equal(calm.GdpConstUsdM, world.GdpConstUsdM);
        Assert.Equal(calm.SpendingConstUsdM, world.SpendingConstUsdM);
    }

    [Fact]
    public void A_shock_of_zero_is_no_shock_to_the_last_bit()
    {
        World calm = Run(Row(PathWhat.AtLeastPct, Armed, 3.5, to: 2035));
        World world = Run(
            Row(PathWhat.AtLeastPct, Armed, 3.5, to: 2035),
            Set(Setting.GrowthPp, Armed, 0),
            Set(Setting.InflationPp, Armed, 0),
            Set(Setting.BudgetsFollow, A, 1));
        Assert.Equal(calm.SharePct, world.SharePct);
        Assert.Equal(calm.GdpConstUsdM, world.GdpConstUsdM);
        Assert.Equal(calm.SpendingConstUsdM, world.SpendingConstUsdM);
        Assert.All(world.PriceFactor, f => Assert.Equal(1.0, f));
    }

    [Fact]
    public void The_related_leg_is_a_path_of_its_own()
    {
        MemberSet both = A.Union(MemberSet.Of(Isl));
        World world = Run(
            [Row(PathWhat.AtLeastPct, A, 3.5, to: 2031), Row(PathWhat.AtLeastPct, both, 1.5, to: 2030) with { Leg = Leg.Related }],
            Set(Setting.StartPct, both, 0.5),
            Set(Setting.StartPct, B, 0.7));
        Follows([0.5, 0.75, 1.0, 1.25, 1.5, 1.5], Related(world, Aaa));
        Follows([0.5, 0.75, 1.0, 1.25, 1.5, 1.5], Related(world, Isl));
        Assert.All(Related(world, Bbb), r => Assert.Equal(0.7, r));
        Assert.All(Related(world, Ccc), r => Assert.True(double.IsNaN(r)));
        Follows([2.0, 2.3, 2.6], world.Shares(Aaa));
        Assert.All(world.Shares(Isl), s => Assert.Equal(0.0, s));

        // Spending is the core leg's.
        Assert.Equal(3500, world.SpendingConstUsdM[world.At(Aaa, 2031)], 1e-9);
    }

    [Fact]
    public void The_related_leg_is_delayed_and_delivered_but_not_capped()
    {
        PathRow row = Row(PathWhat.AtLeastPct, A, 1.5, to: 2030) with { Leg = Leg.Related };
        SettingRow start = Set(Setting.StartPct, A, 0.5);
        Follows([0.5, 0.5, 0.75, 1.0, 1.25, 1.5], Related(Run(row, start, Set(Setting.DelayYears, A, 1)), Aaa));
        Follows([0.5, 0.625, 0.75, 0.875, 1.0], Related(Run(row, start, Set(Setting.DeliveryPct, A, 50)), Aaa));
        Follows([0.5, 0.75, 1.0, 1.25, 1.5], Related(Run(row, start, Set(Setting.MaxStepPp, A, 0.01)), Aaa));
    }

    [Fact]
    public void Related_rows_of_money_count_from_the_stated_start()
    {
        SettingRow start = Set(Setting.StartPct, A, 0.5);
        World world = Run(Row(PathWhat.BudgetBn, A) with { Leg = Leg.Related, ByYear = ByYear((2026, 10), (2027, 20.4)) }, start);
        Follows([0.5, 1.0, 1.0], Related(world, Aaa));
        Follows([0.5, 0.6, 0.72], Related(Run(Row(PathWhat.RealGrowthPct, A, 20) with { Leg = Leg.Related }, start), Aaa));
        World shocked = Run([], start, Set(Setting.GrowthPp, A, -20, from: 2027, to: 2027), Set(Setting.BudgetsFollow, A, 1));
        Follows([0.5, 0.625, 0.625], Related(shocked, Aaa));
    }

    private static double[] Related(World world, int member) => SmallAlliance.Column(world, world.RelatedSharePct, member);
}
