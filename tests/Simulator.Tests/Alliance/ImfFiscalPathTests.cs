using Simulator.Alliance;
using Simulator.Tests.Projections;

namespace Simulator.Tests.Alliance;

/// <summary>
/// Two members, base year 2020, outlook to 2022. Nominal GDP of 100, 110, 120 and then 130, 140, 150. First: debt 50, 52, 55 % of GDP, balance −1, −2,
/// −3 %; second: debt 2, 2, 1 %, balance +10, +12, +15 %; rates by year series. A third has neither debt nor balance.
/// </summary>
public class ImfFiscalPathTests
{
    // A dozen operations on numbers up to 100.
    private const double Close = 1e-12;

    private static readonly double[] Nominal = [100, 110, 120, 130, 140, 150];
    private static readonly double[] Deflator = [2, 3, 4, 5, 5, 5];

    private static readonly ImfFiscalPath Path = Build(yields: true);

    [Fact]
    public void Debt_and_balance_are_the_outlooks_while_it_lasts()
    {
        Assert.Equal([50, 52, 55], Years(Path.DebtPct, 0)[..3]);
        Assert.Equal([-1, -2, -3, -3, -3, -3], Years(Path.BalancePct, 0));
    }

    [Fact]
    public void Then_debt_grows_by_the_balance_and_by_what_it_grew_beside_it()
    {
        // In money 50, 57.2, 66. σ over the two years after the base year: (7.2/110 − 0.02 + 8.8/120 − 0.03)/2.
        double sigma = ((7.2 / 110) - 0.02 + (8.8 / 120) - 0.03) / 2;
        double first = 66 + (0.03 * 130) + (sigma * 130);
        double second = first + (0.03 * 140) + (sigma * 140);
        Assert.Equal(100 * first / 130, Years(Path.DebtPct, 0)[3], Close);
        Assert.Equal(100 * second / 140, Years(Path.DebtPct, 0)[4], Close);
    }

    [Fact]
    public void Debt_never_falls_below_zero()
    {
        // Surpluses of 15 % against σ = ((0.2/110 + 0.12) + (−1/120 + 0.15))/2: the last 1.2 are paid off in 2023 and nothing is saved up.
        double[] debt = Years(Path.DebtPct, 1);
        double sigma = ((0.2 / 110) + 0.12 - (1.0 / 120) + 0.15) / 2;
        Assert.True(1.2 - ((0.15 - sigma) * 130) < 0);
        Assert.Equal([0, 0, 0], debt[3..]);
    }

    [Fact]
    public void What_the_outlook_does_not_have_is_not_there()
    {
        Assert.All(Years(Path.DebtPct, 2), d => Assert.True(double.IsNaN(d)));
        Assert.All(Years(Path.BalancePct, 2), d => Assert.True(double.IsNaN(d)));
    }

    [Fact]
    public void Interest_is_the_yield_else_the_implicit_rate_else_prices_and_one_and_a_half()
    {
        Assert.All(Years(Path.InterestRatePct, 0), r => Assert.Equal(3.1, r));
        Assert.All(Years(Path.InterestRatePct, 1), r => Assert.Equal(2.7, r));
        Assert.Equal([3.5, 4.5, 5.5, 6.5, 6.5, 6.5], Years(Path.InterestRatePct, 2));
        Assert.Equal([3.5, 4.5, 5.5, 6.5, 6.5, 6.5], Years(Build(yields: false).InterestRatePct, 0));
    }

    [Fact]
    public void An_economy_carries_the_columns_and_says_what_it_assumed()
    {
        MacroPath path = MacroPathBuilder.Build(TinyAlliance.Edition(), 2030);
        Assert.Equal(path.NominalGdpNcuBn.Length, path.ImfDebtPct.Length);
        Assert.True(path.HasFiscal);
        Assert.Contains(path.Assumptions, a => a.Contains("every member", StringComparison.Ordinal) && a.Contains("1.5 points", StringComparison.Ordinal));
    }

    private static double[] Years(double[] column, int member) => [.. Enumerable.Range(0, Nominal.Length).Select(t => column[(t * 3) + member])];

    private static ImfFiscalPath Build(bool yields)
    {
        double[] weo = Enumerable.Repeat(double.NaN, WeoSeries.IndicatorCount * 3 * 3).ToArray();
        Put(WeoIndicator.GrossDebtPct, 0, 50, 52, 55);
        Put(WeoIndicator.BalancePct, 0, -1, -2, -3);
        Put(WeoIndicator.GrossDebtPct, 1, 2, 2, 1);
        Put(WeoIndicator.BalancePct, 1, 10, 12, 15);
        Member[] members = [new(0, "ONE", "One", 1949, "Europe", true), new(1, "TWO", "Two", 1949, "Europe", true), new(2, "TRE", "Three", 1949, "Europe", true)];
        var edition = new Edition
        {
            Id = "test",
            Title = "Test",
            Measure = "spending",
            CutOff = "2020-07-01",
            SourceLine = "none",
            FirstEstimateYear = 2020,
            PriceYear = 2018,
            Roster = new Roster(members, []),
            Currency = ["EUR", "EUR", "EUR"],
            Nato = new NatoTables(2020, 2020, 3, Enumerable.Repeat(double.NaN, NatoTables.IndicatorCount * 5).ToArray()),
            Weo = new WeoSeries("test", 2020, 2022, 3, weo),
            PotentialGrowthPct = YearSeries.Empty(3),
            PopulationGrowthPct = YearSeries.Empty(3),
            LongTermYieldPct = yields ? new YearSeries(2025, 2025, 3, [3.1, double.NaN, double.NaN]) : YearSeries.Empty(3),
            ImplicitInterestRatePct = yields ? new YearSeries(2026, 2026, 3, [9.9, 2.7, double.NaN]) : YearSeries.Empty(3),
            Plans = [],
            HasPlans = false,
            Remarks = [],
        };
        return new ImfFiscalPath(edition, [.. Nominal.SelectMany(n => Enumerable.Repeat(n, 3))], [.. Deflator.SelectMany(d => Enumerable.Repeat(d, 3))]);

        void Put(WeoIndicator indicator, int member, params double[] years)
        {
            for (int t = 0; t < years.Length; t++)
            {
                weo[((((int)indicator * 3) + t) * 3) + member] = years[t];
            }
        }
    }
}
