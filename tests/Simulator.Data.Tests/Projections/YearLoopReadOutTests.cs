using Simulator.Alliance;
using Simulator.Data.Tests.Editions;
using Simulator.Engine;
using Simulator.Pathways;
using Simulator.Projections;

namespace Simulator.Data.Tests.Projections;

/// <summary>Worlds of the year loop on shipped editions, read out.</summary>
public class YearLoopReadOutTests
{
    private static readonly MoneyBasis EurBase = new(CurrencyChoice.Eur, PriceBasis.BaseYear);

    [Theory]
    [InlineData("nato-2026")]
    [InlineData("nato-2024")]
    public void The_year_loop_makes_the_world_that_the_reference_figures_use(string id)
    {
        Projection byHand = ShippedWorld.AtLeast(id, 2060, 3.5, 2035);
        Projection looped = Run(id, [AtLeast(id, 3.5, 2035)]);
        foreach (Member m in byHand.Edition.Roster.Members)
        {
            Unit u = Unit.Member(m.Index);
            for (int year = byHand.BaseYear; year <= 2060; year++)
            {
                // The same straight line written in another order of operations.
                Assert.Equal(byHand.SharePct(u, year), looped.SharePct(u, year), 1e-13);
                Assert.Equal(byHand.ShortPp(u, year), looped.ShortPp(u, year));
                double spending = byHand.SpendingBn(u, year, EurBase);
                Assert.Equal(spending, looped.SpendingBn(u, year, EurBase), 1e-13 * (1 + spending));
            }
        }
    }

    [Theory]
    [InlineData("nato-2026")]
    [InlineData("nato-2024")]
    public void Holding_is_nothing_above_hold_to_the_last_bit(string id)
    {
        Projection p = Run(id, []);
        foreach (Unit u in p.Edition.Roster.Members.Select(m => Unit.Member(m.Index)).Append(Unit.Group(p.Edition.Roster.All)))
        {
            foreach (PriceBasis prices in Enum.GetValues<PriceBasis>())
            {
                Assert.Equal(0, p.CumulativeExtraBn(u, 2060, new(CurrencyChoice.Eur, prices)));
                Assert.Equal(0, p.CumulativeExtraBn(u, 2060, new(CurrencyChoice.Usd, prices)));
            }
        }
    }

    [Fact]
    public void Lower_growth_costs_money_and_not_shares_unless_budgets_follow_the_plan()
    {
        SettingRow shock = Row("nato-2026", Setting.GrowthPp, -1);
        Projection calm = Run("nato-2026", [AtLeast("nato-2026", 3.5, 2035)]);
        Projection poorer = Run("nato-2026", [AtLeast("nato-2026", 3.5, 2035)], shock);
        Projection planned = Run("nato-2026", [AtLeast("nato-2026", 3.5, 2035)], shock, Row("nato-2026", Setting.BudgetsFollow, 1));
        Unit italy = Unit.Member(calm.Edition.Roster.Member("ITA").Index);
        Assert.Equal(calm.SharePct(italy, 2035), poorer.SharePct(italy, 2035));
        Assert.True(poorer.SpendingBn(italy, 2035, EurBase) < calm.SpendingBn(italy, 2035, EurBase));
        Assert.Equal(calm.SpendingBn(italy, 2035, EurBase), planned.SpendingBn(italy, 2035, EurBase), 1e-11);
        Assert.True(planned.SharePct(italy, 2035) > calm.SharePct(italy, 2035));
        Assert.Equal(calm.HoldBn(italy, 2035, EurBase), poorer.HoldBn(italy, 2035, EurBase));
    }

    [Fact]
    public void Inflation_at_home_moves_current_prices_and_nothing_that_is_real()
    {
        Projection calm = Run("nato-2026", [AtLeast("nato-2026", 3.5, 2035)]);
        Projection dear = Run("nato-2026", [AtLeast("nato-2026", 3.5, 2035)], Row("nato-2026", Setting.InflationPp, 1) with { Members = Of("nato-2026", "POL") });
        Unit poland = Unit.Member(calm.Edition.Roster.Member("POL").Index);
        MoneyBasis zloty = new(CurrencyChoice.National, PriceBasis.Current);
        MoneyBasis dollars = new(CurrencyChoice.Usd, PriceBasis.Current);
        double rise = dear.SpendingBn(poland, 2035, zloty) / calm.SpendingBn(poland, 2035, zloty);

        // Nine years of one point on about 2.4 percent: between 1.009 and 1.01 a year.
        Assert.InRange(rise, Math.Pow(1.009, 9), Math.Pow(1.01, 9));
        Assert.Equal(calm.SpendingBn(poland, 2035, EurBase), dear.SpendingBn(poland, 2035, EurBase));
        double before = calm.SpendingBn(poland, 2035, dollars);
        Assert.Equal(before, dear.SpendingBn(poland, 2035, dollars), 1e-12 * before);
    }

    private static Projection Run(string id, PathRow[] paths, params SettingRow[] settings)
    {
        Edition edition = Shipped.Edition(id);
        Scenario scenario = new() { Id = "test", Title = "Test", Paths = paths, Settings = settings, Notes = [], NotComputed = [] };
        return new Projection(Projector.Run(scenario, edition, MacroPathBuilder.Build(edition, 2060)));
    }

    private static PathRow AtLeast(string id, double targetPct, int by) => new()
    {
        Origin = new RowOrigin("test", 1),
        Members = Shipped.Edition(id).Roster.WithForces,
        What = PathWhat.AtLeastPct,
        Value = targetPct,
        From = Shipped.Edition(id).BaseYear,
        To = by,
    };

    private static SettingRow Row(string id, Setting setting, double number) => new()
    {
        Origin = new RowOrigin("test", 2),
        Setting = setting,
        Members = Shipped.Edition(id).Roster.All,
        Number = number,
    };

    private static MemberSet Of(string id, string iso3) => MemberSet.Of(Shipped.Edition(id).Roster.Member(iso3).Index);
}
