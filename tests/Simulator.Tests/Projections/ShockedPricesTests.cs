using Simulator.Alliance;
using Simulator.Projections;
using static Simulator.Tests.Projections.TinyAlliance;

namespace Simulator.Tests.Projections;

public class ShockedPricesTests
{
    private const double Close = 1e-9;

    private static readonly MacroPath Macro = MacroPathBuilder.Build(TinyAlliance.Edition(), 2025);
    private static readonly MoneyBasis EurCurrent = new(CurrencyChoice.Eur, PriceBasis.Current);
    private static readonly MoneyBasis UsdCurrent = new(CurrencyChoice.Usd, PriceBasis.Current);
    private static readonly MoneyBasis NcuCurrent = new(CurrencyChoice.National, PriceBasis.Current);
    private static readonly Unit A = Unit.Member(Alfa);
    private static readonly Unit C = Unit.Member(Crona);

    private static Projection World(Func<int, int, double>? gdp = null, Func<int, int, double>? prices = null) =>
        Read(Macro, (m, _) => BaseSharePct(m) + (m == Iceland ? 0 : 1), gdp, prices);

    [Fact]
    public void Dearer_prices_raise_current_money_and_the_exchange_rate_undoes_it_in_other_money()
    {
        Projection calm = World();
        Projection dear = World(prices: (m, y) => m == Crona && y >= 2022 ? 1.05 : 1);
        Assert.Equal(calm.SpendingM(C, 2023, NcuCurrent) * 1.05, dear.SpendingM(C, 2023, NcuCurrent), Close);
        Assert.Equal(calm.SpendingM(C, 2023, EurCurrent), dear.SpendingM(C, 2023, EurCurrent), Close);
        Assert.Equal(calm.SpendingM(C, 2023, UsdCurrent), dear.SpendingM(C, 2023, UsdCurrent), Close);
        Assert.Equal(calm.SpendingM(C, 2021, NcuCurrent), dear.SpendingM(C, 2021, NcuCurrent));

        // Real money and both shares do not notice.
        MoneyBasis baseYear = new(CurrencyChoice.National, PriceBasis.BaseYear);
        Assert.Equal(calm.SpendingM(C, 2023, baseYear), dear.SpendingM(C, 2023, baseYear));
        Assert.Equal(calm.ShareCurrentPct(C, 2023), dear.ShareCurrentPct(C, 2023), Close);
        Assert.Equal(calm.PctOfGovernmentSpending(C, 2023), dear.PctOfGovernmentSpending(C, 2023), Close);
    }

    [Fact]
    public void A_currency_moves_by_the_mean_of_its_users_weighted_by_GDP_of_the_year_before()
    {
        // Only Alfa's prices rise, 6 percent in 2021. Nominal GDP of 2020: 0.9 and 0.45, so the euro falls by 4 percent.
        Projection calm = World();
        Projection dear = World(prices: (m, y) => m == Alfa && y >= 2021 ? 1.06 : 1);
        Assert.Equal(calm.SpendingM(A, 2021, UsdCurrent) * 1.06 / 1.04, dear.SpendingM(A, 2021, UsdCurrent), Close);

        // A member outside the euro is told more euros; nothing else of it moves.
        Assert.Equal(calm.SpendingM(C, 2021, EurCurrent) * 1.04, dear.SpendingM(C, 2021, EurCurrent), Close);
        Assert.Equal(calm.SpendingM(C, 2021, UsdCurrent), dear.SpendingM(C, 2021, UsdCurrent), Close);
    }

    [Fact]
    public void The_weights_are_nominal_GDP_of_this_world()
    {
        // 2021: Alfa's prices rise by half on weights of 0.9 and 0.45. 2022: Bravo's by a fifth, when Alfa's GDP has the dearer prices
        // and half the volume.
        Projection calm = World();
        Projection dear = World(
            (m, y) => m == Alfa && y >= 2021 ? 0.5 : 1,
            (m, y) => m == Alfa && y >= 2021 ? 1.5 : m == Bravo && y >= 2022 ? 1.2 : 1);
        double first = ((0.9 * 1.5) + 0.45) / 1.35;
        double alfa = 0.9 * 1.02 * 1.03 * 0.5 * 1.5;
        double bravo = 0.45 * 1.02 * 1.01;
        double second = (alfa + (1.2 * bravo)) / (alfa + bravo);
        Assert.Equal(calm.SpendingM(C, 2022, EurCurrent) * first * second, dear.SpendingM(C, 2022, EurCurrent), Close);
    }

    [Fact]
    public void Dearer_dollars_move_every_rate_against_the_dollar()
    {
        Projection calm = World();
        Projection dear = World(prices: (m, y) => m == Usa && y >= 2021 ? 1.1 : 1);
        Assert.Equal(calm.SpendingM(A, 2022, UsdCurrent) * 1.1, dear.SpendingM(A, 2022, UsdCurrent), Close);
        Assert.Equal(calm.SpendingM(A, 2022, EurCurrent), dear.SpendingM(A, 2022, EurCurrent));
        Assert.Equal(calm.SpendingM(C, 2022, EurCurrent), dear.SpendingM(C, 2022, EurCurrent), Close);
    }

    [Fact]
    public void Without_an_inflation_shock_rates_are_the_unshocked_ones_to_the_last_bit()
    {
        // Half the GDP at twice the share is the same real money bit by bit; if weights moved the rates, dollars would show it.
        Projection calm = Read(Macro, (m, _) => 2 * BaseSharePct(m));
        Projection poorer = Read(Macro, (m, _) => m == Bravo ? 4 * BaseSharePct(m) : 2 * BaseSharePct(m), (m, y) => m == Bravo && y > 2020 ? 0.5 : 1);
        for (int year = 2021; year <= 2025; year++)
        {
            for (int m = 0; m < Count; m++)
            {
                Assert.Equal(calm.SpendingM(Unit.Member(m), year, UsdCurrent), poorer.SpendingM(Unit.Member(m), year, UsdCurrent));
                Assert.Equal(calm.SpendingM(Unit.Member(m), year, EurCurrent), poorer.SpendingM(Unit.Member(m), year, EurCurrent));
            }
        }
    }

    [Fact]
    public void Hold_is_that_of_the_unshocked_economy()
    {
        Projection calm = World();
        Projection hit = World(gdp: (m, y) => y > 2020 ? 0.9 : 1, prices: (m, y) => y > 2020 ? 1.2 : 1);
        foreach (PriceBasis basis in Enum.GetValues<PriceBasis>())
        {
            MoneyBasis eur = new(CurrencyChoice.Eur, basis);
            Assert.Equal(calm.HoldBn(A, 2023, eur), hit.HoldBn(A, 2023, eur));
            Assert.Equal(hit.SpendingBn(A, 2023, eur) - calm.HoldBn(A, 2023, eur), hit.ExtraOverHoldBn(A, 2023, eur));
        }
    }
}
