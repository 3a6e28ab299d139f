using Simulator.Alliance;
using Simulator.Projections;
using static Simulator.Tests.Projections.TinyAlliance;

namespace Simulator.Tests.Projections;

public class MoneyTests
{
    // A handful of multiplications of numbers below 1e4.
    private const double Close = 1e-9;

    private static readonly MoneyBasis NcuCurrent = new(CurrencyChoice.National, PriceBasis.Current);
    private static readonly MoneyBasis NcuBase = new(CurrencyChoice.National, PriceBasis.BaseYear);
    private static readonly MoneyBasis NcuPriceYear = new(CurrencyChoice.National, PriceBasis.PriceYear);
    private static readonly MoneyBasis EurCurrent = new(CurrencyChoice.Eur, PriceBasis.Current);
    private static readonly MoneyBasis EurBase = new(CurrencyChoice.Eur, PriceBasis.BaseYear);
    private static readonly MoneyBasis EurPriceYear = new(CurrencyChoice.Eur, PriceBasis.PriceYear);
    private static readonly MoneyBasis UsdCurrent = new(CurrencyChoice.Usd, PriceBasis.Current);
    private static readonly MoneyBasis UsdBase = new(CurrencyChoice.Usd, PriceBasis.BaseYear);
    private static readonly MoneyBasis UsdPriceYear = new(CurrencyChoice.Usd, PriceBasis.PriceYear);

    private static readonly Unit A = Unit.Member(Alfa);
    private static readonly Unit C = Unit.Member(Crona);
    private static readonly Unit Usd = Unit.Member(Usa);
    private static readonly Unit All = Unit.Group(Set(0, 1, 2, 3, 4));
    private static readonly Unit Europe = Unit.Group(Set(0, 1, 2, 3));

    // From 2021 on Alfa spends 3 percent (base 2), Bravo 1 (base 1), Crona 3 (base 2), the USA 2 (base 3).
    private static readonly Projection P = Read(
        MacroPathBuilder.Build(TinyAlliance.Edition(), 2025), (m, _) => m switch { Alfa => 3, Bravo => 1, Crona => 3, _ => 2 });

    [Fact]
    public void A_euro_member_in_every_money()
    {
        // Real GDP 1,020; 3 percent are 30.6 constant dollars, 1.53 times the 20 of 2020; prices rose 3 percent; 0.7875 euros a dollar.
        Assert.Equal(30.6, P.SpendingM(A, 2021, UsdPriceYear), Close);
        Assert.Equal(18 * 1.53, P.SpendingM(A, 2021, NcuBase), Close);
        Assert.Equal(18 * 1.53 * 1.03, P.SpendingM(A, 2021, NcuCurrent), Close);
        Assert.Equal(15 * 1.53, P.SpendingM(A, 2021, NcuPriceYear), Close);
        Assert.Equal(15 * 1.53, P.SpendingM(A, 2021, EurPriceYear), Close);
        Assert.Equal(18 * 1.53 / 0.75, P.SpendingM(A, 2021, UsdBase), Close);
        Assert.Equal(18 * 1.53 * 1.03 / 0.7875, P.SpendingM(A, 2021, UsdCurrent), Close);
        Assert.Equal(P.SpendingM(A, 2021, NcuCurrent) / 1000, P.SpendingBn(A, 2021, NcuCurrent));
    }

    [Fact]
    public void A_member_with_its_own_money()
    {
        // Real GDP 2,040; 3 percent are 61.2, 1.53 times 40; prices rose 10 percent; 4.4 CRN and 0.7875 euros a dollar (base: 4, 0.75).
        Assert.Equal(120 * 1.53, P.SpendingM(C, 2021, NcuBase), Close);
        Assert.Equal(120 * 1.53 * 1.1, P.SpendingM(C, 2021, NcuCurrent), Close);
        Assert.Equal(120 * 1.53 / 4 * 0.75, P.SpendingM(C, 2021, EurBase), Close);
        Assert.Equal(120 * 1.53 * 1.1 / 4.4 * 0.7875, P.SpendingM(C, 2021, EurCurrent), Close);
        Assert.Equal(100 * 1.53 / 4 * 0.75, P.SpendingM(C, 2021, EurPriceYear), Close);
        Assert.Equal(61.2, P.SpendingM(C, 2021, UsdPriceYear), Close);
    }

    [Fact]
    public void Published_years_are_NATOs_cells()
    {
        Assert.Equal(108, P.SpendingM(C, 2019, NcuCurrent));
        Assert.Equal(90, P.SpendingM(C, 2019, NcuPriceYear));
        Assert.Equal(27, P.SpendingM(C, 2019, UsdCurrent));
        Assert.Equal(36, P.SpendingM(C, 2019, UsdPriceYear));

        // Base-year prices: table 1 of 2020 times the real change; current euros at that year's rates, 4 and 0.75.
        Assert.Equal(120 * 0.9, P.SpendingM(C, 2019, NcuBase), Close);
        Assert.Equal(108 / 4.0 * 0.75, P.SpendingM(C, 2019, EurCurrent), Close);
    }

    [Fact]
    public void Past_euros_are_anchored_in_their_own_year()
    {
        // Prices fell after 2019: 18 million euros were spent then on what costs 16.2 at the prices of 2020.
        Edition dearer = TinyAlliance.Edition(changeNato: v => v[NatoIndex(NatoIndicator.NcuCurrentM, Alfa, 2019)] = 18);
        Projection p = Read(MacroPathBuilder.Build(dearer, 2025), (m, _) => BaseSharePct(m));
        Assert.Equal(18, p.SpendingM(A, 2019, EurCurrent), Close);
        Assert.Equal(16.2, p.SpendingM(A, 2019, EurBase), Close);
    }

    [Fact]
    public void Price_bases_agree_in_the_base_year()
    {
        foreach (int m in new[] { Alfa, Bravo, Crona, Usa })
        {
            Unit u = Unit.Member(m);
            foreach (CurrencyChoice money in Enum.GetValues<CurrencyChoice>())
            {
                Assert.Equal(
                    P.SpendingM(u, 2020, new(money, PriceBasis.Current)), P.SpendingM(u, 2020, new(money, PriceBasis.BaseYear)), Close);
            }
        }
    }

    [Fact]
    public void The_rise_is_growth_then_share_then_prices()
    {
        // As below: 18 euros million today, 2 percent growth, then half of that again, then 3 percent inflation on all of it.
        RiseSplit split = P.SplitRise(A, 2021, CurrencyChoice.Eur);
        Assert.Equal(18.0 / 1000, split.StartBn, 1e-12);
        Assert.Equal(18 * 0.02 / 1000, split.GrowthBn, 1e-12);
        Assert.Equal(18 * 0.51 / 1000, split.ShareBn, 1e-12);
        Assert.Equal(18 * 1.53 / 1000, split.ConstantBn, 1e-12);
        Assert.Equal(18 * 1.53 * 0.03 / 1000, split.PricesBn, 1e-12);
        Assert.Equal(18 * 1.53 * 1.03 / 1000, split.CurrentBn, 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(() => P.SplitRise(A, 2019, CurrencyChoice.Eur));
    }

    [Fact]
    public void Extra_over_hold_and_its_sum()
    {
        // 2021: hold would be 2 percent of 1,020 = 20.4 constant dollars, 1.02 x 18 euros; the rise is half of it.
        Assert.Equal(18 * 1.02 / 1000, P.HoldBn(A, 2021, EurBase), 1e-12);
        Assert.Equal(18 * 0.51 / 1000, P.ExtraOverHoldBn(A, 2021, EurBase), 1e-12);
        Assert.Equal(18 * 0.51 * 1.03 / 1000, P.ExtraOverHoldBn(A, 2021, EurCurrent), 1e-12);
        Assert.Equal(18 * 0.51 * (1 + 1.02) / 1000, P.CumulativeExtraBn(A, 2022, EurBase), 1e-12);
        Assert.Equal(0, P.CumulativeExtraBn(A, 2020, EurBase));
        Assert.Equal(0, P.ExtraOverHoldBn(A, 2020, EurBase));
        Assert.True(double.IsNaN(P.ExtraOverHoldBn(A, 2019, EurBase)));
        Assert.True(double.IsNaN(P.CumulativeExtraBn(A, 2019, EurBase)));
        Assert.True(P.ExtraOverHoldBn(Usd, 2021, UsdBase) < 0);
    }

    [Fact]
    public void Who_holds_is_nothing_above_hold_to_the_last_bit()
    {
        Projection hold = Read(P.Macro, (m, _) => BaseSharePct(m));
        foreach (PriceBasis prices in Enum.GetValues<PriceBasis>())
        {
            for (int year = 2020; year <= 2025; year++)
            {
                Assert.Equal(0, hold.ExtraOverHoldBn(All, year, new(CurrencyChoice.Usd, prices)));
                Assert.Equal(0, hold.CumulativeExtraBn(All, year, new(CurrencyChoice.Eur, prices)));
            }
        }
    }

    [Fact]
    public void Rise_and_change_are_differences()
    {
        Assert.Equal(18 * 0.53 / 1000, P.RiseSinceBaseBn(A, 2021, EurBase), 1e-12);
        Assert.Equal(0, P.RiseSinceBaseBn(A, 2020, EurBase));
        Assert.True(double.IsNaN(P.RiseSinceBaseBn(A, 2019, EurBase)));
        Assert.Equal(18 * 1.53 * 0.02 / 1000, P.ChangeOnYearBn(A, 2022, EurBase), 1e-12);
        Assert.Equal(3 / 1000.0, P.ChangeOnYearBn(C, 2019, UsdCurrent), 1e-12);
        Assert.True(double.IsNaN(P.ChangeOnYearBn(A, 2018, EurBase)));
    }

    [Fact]
    public void A_group_adds_its_members_in_one_money()
    {
        foreach (MoneyBasis basis in new[] { EurCurrent, EurBase, EurPriceYear, UsdCurrent, UsdBase, UsdPriceYear })
        {
            double sum = 0;
            for (int m = 0; m < Count; m++)
            {
                sum += P.SpendingM(Unit.Member(m), 2023, basis);
            }

            // The same additions in the same order.
            Assert.Equal(sum, P.SpendingM(All, 2023, basis));
        }
    }

    [Fact]
    public void A_group_has_no_national_money()
    {
        Assert.Throws<ArgumentException>(() => P.SpendingM(All, 2021, NcuCurrent));
        Assert.Throws<ArgumentException>(() => P.ExtraOverHoldBn(All, 2021, NcuBase));
        Assert.Throws<ArgumentException>(() => P.ShortOfLineBn(All, 2021, NcuBase));
        Assert.Throws<ArgumentException>(() => NcuBase.CurrencyCode(P.Edition, All));
    }

    [Fact]
    public void Names_of_money_and_prices()
    {
        Assert.Equal("CRN", NcuCurrent.CurrencyCode(P.Edition, C));
        Assert.Equal("EUR", EurBase.CurrencyCode(P.Edition, All));
        Assert.Equal("USD", UsdBase.CurrencyCode(P.Edition, C));
        Assert.Equal("current", NcuCurrent.PricesWord(P.Edition));
        Assert.Equal("2020", NcuBase.PricesWord(P.Edition));
        Assert.Equal("2018", NcuPriceYear.PricesWord(P.Edition));
        Assert.Equal(UsdBase, P.DefaultMoney(All));
        Assert.Equal(UsdBase, P.DefaultMoney(Usd));
        Assert.Equal(EurBase, P.DefaultMoney(Europe));
        Assert.Equal(EurBase, P.DefaultMoney(C));
    }

    [Fact]
    public void Per_head_and_beside_the_budget()
    {
        // 10 million heads; 50 million people in all of Europe with Iceland's 40: 10 + 20 + 30 + 40.
        Assert.Equal(18 * 1.53 / 10, P.PerHead(A, 2021, EurBase), Close);
        Assert.Equal(18 * 0.51 / 10, P.ExtraPerHead(A, 2021, EurBase), Close);
        Assert.Equal(P.SpendingM(Europe, 2021, EurBase) / 100, P.PerHead(Europe, 2021, EurBase), Close);

        // 2021: 27.54 x 1.03 million of 40 percent of 900 x 1.02 x 1.03 million euros.
        Assert.Equal(100 * 27.54 / (0.4 * 900 * 1.02), P.PctOfGovernmentSpending(A, 2021), Close);
        Assert.Equal(100 * 27.54 / (0.3 * 900 * 1.02), P.PctOfRevenue(A, 2021), Close);
        double cronaGovernmentUsd = 0.4 * 6000 * 1.02 * 1.1 / 4.4;
        double alfaGovernmentUsd = 0.4 * 900 * 1.02 * 1.03 / 0.7875;
        Unit two = Unit.Group(Set(Alfa, Crona, Iceland));
        Assert.Equal(100 * P.SpendingM(two, 2021, UsdCurrent) / (cronaGovernmentUsd + alfaGovernmentUsd), P.PctOfGovernmentSpending(two, 2021), Close);

        // 2019, from WEO: 16.2 of 40 percent of 900 / 1.02 / 1.03.
        Assert.Equal(100 * 16.2 / (0.4 * 900 / 1.02 / 1.03), P.PctOfGovernmentSpending(A, 2019), Close);
    }

    [Fact]
    public void Iceland_spends_nothing_in_any_money()
    {
        Unit iceland = Unit.Member(Iceland);
        foreach (MoneyBasis basis in new[] { NcuCurrent, NcuBase, EurPriceYear, UsdCurrent, EurCurrent })
        {
            for (int year = 2018; year <= 2025; year++)
            {
                Assert.Equal(0, P.SpendingM(iceland, year, basis));
            }

            Assert.Equal(0, P.ExtraOverHoldBn(iceland, 2023, basis));
            Assert.Equal(0, P.PerHead(iceland, 2023, basis));
        }

        Assert.Equal(0, P.SharePct(iceland, 2019));
        Assert.Equal(0, P.SharePct(iceland, 2023));
        Assert.Equal(0, P.ShareCurrentPct(iceland, 2023));
        Assert.True(double.IsNaN(P.RealGrowthPct(iceland, 2023)));
        Assert.True(double.IsNaN(P.PctOfGovernmentSpending(iceland, 2023)));
    }

    [Fact]
    public void Share_at_current_prices_moves_with_money_over_nominal_GDP()
    {
        // Base: 24 of 1,200 = 2 percent. 2021: 2 x 1.53 x 1.03 / (1.02 x 1.03).
        Assert.Equal(2, P.ShareCurrentPct(A, 2020), Close);
        Assert.Equal(3, P.ShareCurrentPct(A, 2021), Close);
        Assert.Equal(100 * 27 / 1350.0, P.ShareCurrentPct(C, 2019), Close);

        // A group: dollars over dollars, table 5 moved by nominal GDP and the exchange rate (Crona: 1.02 x 1.1 / 1.1).
        double alfaGdp = 1200 * 1.02 * 1.03 / (0.7875 / 0.75);
        double cronaGdp = 1500 * 1.02;
        Assert.Equal(3, P.ShareCurrentPct(Unit.Group(Set(Alfa, Crona)), 2021), Close);
        double all = (0.03 * alfaGdp) + (0.03 * cronaGdp);
        double iceland = 150 * 1.02 * 1.05 / 1.1;
        Assert.Equal(100 * all / (alfaGdp + cronaGdp + iceland), P.ShareCurrentPct(Unit.Group(Set(Alfa, Crona, Iceland)), 2021), Close);
    }

    [Fact]
    public void Years_outside_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => P.SharePct(A, 2017));
        Assert.Throws<ArgumentOutOfRangeException>(() => P.SpendingM(A, 2026, EurBase));
        Assert.Throws<ArgumentOutOfRangeException>(() => P.LinePct(All, 2026));
    }
}
