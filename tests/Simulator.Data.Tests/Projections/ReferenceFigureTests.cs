using Simulator.Alliance;
using Simulator.Data.Tests.Editions;
using Simulator.Projections;

namespace Simulator.Data.Tests.Projections;

/// <summary>Figures of an independent calculation of the same rules: at least 3.5 percent by 2035, in a straight line, for everybody.</summary>
public class ReferenceFigureTests
{
    private static readonly Projection P = ShippedWorld.AtLeast("nato-2026", 2035, 3.5, 2035);

    private static Unit Of(string iso3) => Unit.Member(P.Edition.Roster.Member(iso3).Index);

    [Theory]
    [InlineData(PriceBasis.Current, 103.0, 41.2)]
    [InlineData(PriceBasis.BaseYear, 85.8, 34.3)]
    [InlineData(PriceBasis.PriceYear, 74.0, 29.6)]
    public void Italy_in_2035(PriceBasis prices, double spendingBn, double extraBn)
    {
        MoneyBasis eur = new(CurrencyChoice.Eur, prices);
        Assert.Equal(spendingBn, Rounding.HalfUp(P.SpendingBn(Of("ITA"), 2035, eur), 1));
        Assert.Equal(extraBn, Rounding.HalfUp(P.ExtraOverHoldBn(Of("ITA"), 2035, eur), 1));
    }

    [Theory]
    [InlineData("ESP", 30.6)]
    [InlineData("FRA", 43.0)]
    [InlineData("DEU", 40.3)]
    public void Extra_in_2035_at_2026_prices(string iso3, double extraBn) =>
        Assert.Equal(extraBn, Rounding.HalfUp(P.ExtraOverHoldBn(Of(iso3), 2035, new(CurrencyChoice.Eur, PriceBasis.BaseYear)), 1));

    [Fact]
    public void The_alliance_in_2035_at_2021_prices()
    {
        Unit all = Unit.Group(P.Edition.Roster.Group("ALL"));
        Assert.Equal(2118, Rounding.HalfUp(P.SpendingBn(all, 2035, new(CurrencyChoice.Usd, PriceBasis.PriceYear)), 0));
        Assert.Equal(31, P.MembersAt(all, 2035, 3.5));
        Assert.Equal(0, P.ShortPp(all, 2035));
    }

    [Theory]
    [InlineData("nato-2026")]
    [InlineData("nato-2024")]
    public void Every_figure_is_there_to_2060(string id)
    {
        Projection p = ShippedWorld.AtLeast(id, 2060, 3.5, 2035);
        Unit[] units =
        [
            .. p.Edition.Roster.WithForces.Select(Unit.Member),
            .. p.Edition.Roster.Groups.Select(Unit.Group),
        ];
        MoneyBasis[] bases =
        [
            .. from money in new[] { CurrencyChoice.Eur, CurrencyChoice.Usd }
               from prices in Enum.GetValues<PriceBasis>()
               select new MoneyBasis(money, prices),
        ];
        foreach (Unit u in units)
        {
            for (int year = p.BaseYear + 1; year <= 2060; year++)
            {
                double[] figures =
                [
                    p.SharePct(u, year), p.ShareCurrentPct(u, year), p.LinePct(u, year), p.ShortPp(u, year), p.RealGrowthPct(u, year),
                    p.RealGrowthSameMembersPct(u, year), p.UsPartPct(u, year), p.PctOfGovernmentSpending(u, year), p.PctOfRevenue(u, year),
                    p.EquipmentPct(u, year), p.RequiredRealGrowthPct(u, year), p.PopulationM(u, year),
                    .. bases.SelectMany(b => new[]
                    {
                        p.SpendingBn(u, year, b), p.HoldBn(u, year, b), p.PerHead(u, year, b), p.ChangeOnYearBn(u, year, b),
                        p.RiseSinceBaseBn(u, year, b), p.ShortOfLineBn(u, year, b), p.ShortOfLevelLineBn(u, year, b),
                    }),
                ];
                Assert.All(figures, f => Assert.True(double.IsFinite(f)));
                Assert.All(bases, b => Assert.True(p.SpendingBn(u, year, b) > 0));
            }

            Assert.True(double.IsFinite(p.CumulativeExtraBn(u, 2060, bases[0])));
            Assert.True(p.TryFirstYearAt(u, 2, out _));
        }
    }

    [Theory]
    [InlineData("nato-2026")]
    [InlineData("nato-2024")]
    public void Hold_costs_nothing_extra_and_keeps_every_share(string id)
    {
        Projection p = ShippedWorld.Hold(id, 2060);
        Unit all = Unit.Group(p.Edition.Roster.Group("ALL"));
        foreach (PriceBasis prices in Enum.GetValues<PriceBasis>())
        {
            Assert.Equal(0, p.CumulativeExtraBn(all, 2060, new(CurrencyChoice.Eur, prices)));
        }

        foreach (int m in p.Edition.Roster.WithForces)
        {
            Unit u = Unit.Member(m);
            Assert.Equal(p.SharePct(u, p.BaseYear), p.SharePct(u, 2060));

            // Hold follows real GDP, so money grows with WEO's own product of volume and prices: the share at current prices stands too,
            // but for WEO's rounding of nominal GDP to three decimals and of growth to three, year after year (0.5 percent of the share).
            Assert.Equal(p.ShareCurrentPct(u, p.BaseYear), p.ShareCurrentPct(u, 2060), 0.005 * p.ShareCurrentPct(u, p.BaseYear));
        }
    }

    [Fact]
    public void In_the_base_year_dollars_are_table_2_and_price_bases_agree()
    {
        Projection p = ShippedWorld.Hold("nato-2026", 2040);
        foreach (int m in p.Edition.Roster.WithForces)
        {
            Unit u = Unit.Member(m);
            double eurCurrent = p.SpendingM(u, 2026, new(CurrencyChoice.Eur, PriceBasis.Current));
            Assert.Equal(eurCurrent, p.SpendingM(u, 2026, new(CurrencyChoice.Eur, PriceBasis.BaseYear)), 1e-12 * eurCurrent);

            // Table 2 in whole millions against table 1 at the rate of the currency: half a unit of each.
            double dollars = p.SpendingM(u, 2026, new(CurrencyChoice.Usd, PriceBasis.BaseYear));
            double tolerance = 0.5 + (dollars * 0.5 / p.SpendingM(u, 2026, new(CurrencyChoice.National, PriceBasis.Current)));
            Assert.Equal(dollars, p.SpendingM(u, 2026, new(CurrencyChoice.Usd, PriceBasis.Current)), tolerance * 1.01);
        }
    }

    [Fact]
    public void The_published_gap_between_real_and_current_shares_is_kept()
    {
        Projection p = ShippedWorld.Hold("nato-2026", 2040);
        Unit netherlands = Unit.Member(p.Edition.Roster.Member("NLD").Index);
        Assert.Equal(2.58, Rounding.HalfUp(p.SharePct(netherlands, 2026), 2));
        Assert.Equal(2.29, Rounding.HalfUp(p.ShareCurrentPct(netherlands, 2026), 2));
        Assert.Equal(2.29, p.ShareCurrentPct(netherlands, 2035), 0.01);
    }

    [Fact]
    public void An_older_WEO_says_what_it_lacks()
    {
        MacroPath old = MacroPathBuilder.Build(Shipped.Nato2024, 2040);
        Assert.Contains(old.Assumptions, a => a.Contains("no nominal GDP and no exchange rates", StringComparison.Ordinal));
        Assert.Contains(old.Assumptions, a => a.Contains("no population", StringComparison.Ordinal));
        Assert.DoesNotContain(old.Assumptions, a => a.Contains("Commission", StringComparison.Ordinal));
        int deu = Shipped.Nato2024.Roster.Member("DEU").Index;
        double growth2029 = old.GrowthPct[(5 * old.Members) + deu];
        for (int t = 6; t <= 10; t++)
        {
            Assert.Equal(growth2029, old.GrowthPct[(t * old.Members) + deu]);
        }
    }
}
