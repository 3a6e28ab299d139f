using Simulator.Alliance;
using Simulator.Tests.Projections;
using static Simulator.Tests.Projections.TinyAlliance;

namespace Simulator.Tests.Alliance;

public class MacroPathBuilderTests
{
    // Sums of a dozen doubles: a few units of the last place of numbers below 1e5.
    private const double Close = 1e-10;

    private static readonly MacroPath Path = MacroPathBuilder.Build(TinyAlliance.Edition(), 2060);

    private static double At(double[] column, int member, int year) => column[((year - 2020) * Count) + member];

    [Fact]
    public void The_base_year_is_NATOs_real_GDP_and_WEO_rates()
    {
        Assert.Equal(1000, At(Path.GdpConstUsdM, Alfa, 2020));
        Assert.Equal(100, At(Path.GdpConstUsdM, Iceland, 2020));
        Assert.Equal(2, At(Path.GrowthPct, Alfa, 2020));
        Assert.Equal(10, At(Path.DeflatorGrowthPct, Crona, 2020), Close);
        Assert.Equal(41, Path.Years);
        Assert.Equal(2060, Path.LastYear);
    }

    [Theory]
    [InlineData(2022, 2.0)]
    [InlineData(2023, 1.8)] // 0.8 x 2 + 0.2 x 1
    [InlineData(2026, 1.2)] // 0.2 x 2 + 0.8 x 1
    [InlineData(2027, 1.0)]
    [InlineData(2038, 1.2)]
    [InlineData(2040, 1.4)]
    [InlineData(2041, 1.2)] // mean of 1.0, 1.1, 1.2, 1.3 and 1.4
    [InlineData(2060, 1.2)]
    public void Growth_goes_over_to_potential_growth(int year, double expectedPct) =>
        Assert.Equal(expectedPct, At(Path.GrowthPct, Alfa, year), Close);

    [Theory]
    [InlineData(2024, 1.4)] // 0.6 x 2 + 0.4 x 0.5: the first value stands for the years before it
    [InlineData(2030, 0.5)]
    [InlineData(2050, 0.5)]
    public void Potential_growth_that_starts_later_counts_at_its_first_value(int year, double expectedPct) =>
        Assert.Equal(expectedPct, At(Path.GrowthPct, Bravo, year), Close);

    [Theory]
    [InlineData(2027, 2.0)]
    [InlineData(2028, 1.9869565217391305)] // 2 + (1.7 - 2) x 1/23
    [InlineData(2050, 1.7)] // 1.2 + 0.5 of population
    [InlineData(2060, 1.7)]
    public void Growth_without_potential_goes_to_output_per_head_plus_population(int year, double expectedPct) =>
        Assert.Equal(expectedPct, At(Path.GrowthPct, Crona, year), Close);

    [Theory]
    [InlineData(2022, 10.0)]
    [InlineData(2023, 9.2)]
    [InlineData(2027, 6.0)]
    [InlineData(2032, 2.0)]
    [InlineData(2060, 2.0)]
    public void Deflator_growth_goes_to_two_percent_in_ten_years(int year, double expectedPct) =>
        Assert.Equal(expectedPct, At(Path.DeflatorGrowthPct, Crona, year), Close);

    [Fact]
    public void One_rate_per_currency_starts_at_NATOs_and_moves_with_WEO_then_with_relative_inflation()
    {
        // (18 + 4.5)/(24 + 6) = 0.75; WEO 0.84/0.8.
        Assert.Equal(0.75, At(Path.NcuPerUsd, Alfa, 2020), Close);
        Assert.Equal(0.7875, At(Path.NcuPerUsd, Alfa, 2021), Close);
        Assert.Equal(0.75, At(Path.NcuPerUsd, Bravo, 2022), Close);
        Assert.Equal(4.8, At(Path.NcuPerUsd, Crona, 2022), Close);
        Assert.Equal(100, At(Path.NcuPerUsd, Iceland, 2020), Close);

        // 2023: Alfa 2.9 and Bravo 1.1 percent, weighted by nominal GDP of 2022, against 2 percent in the USA.
        double alfa = 0.9 * 1.03 * 1.03;
        double bravo = 0.45 * 1.01 * 1.01;
        double euro = ((alfa * 1.029) + (bravo * 1.011)) / (alfa + bravo);
        Assert.Equal(0.75 * euro / 1.02, At(Path.NcuPerUsd, Alfa, 2023), Close);
        Assert.Equal(4.8 * 1.092 / 1.02, At(Path.NcuPerUsd, Crona, 2023), Close);
        for (int year = 2020; year <= 2060; year++)
        {
            Assert.Equal(At(Path.NcuPerUsd, Alfa, year), At(Path.NcuPerUsd, Bravo, year));
            Assert.Equal(At(Path.NcuPerUsd, Alfa, year), Path.EurPerUsd[year - 2020]);
            Assert.Equal(1, At(Path.NcuPerUsd, Usa, year));
        }
    }

    [Fact]
    public void Nominal_GDP_is_WEOs_then_grows_with_volume_and_prices()
    {
        Assert.Equal(6, At(Path.NominalGdpNcuBn, Crona, 2020), Close);
        double last = 6 * 1.02 * 1.02 * 1.1 * 1.1;
        Assert.Equal(last, At(Path.NominalGdpNcuBn, Crona, 2022), Close);
        Assert.Equal(last * 1.02 * 1.092, At(Path.NominalGdpNcuBn, Crona, 2023), Close);
    }

    [Fact]
    public void Population_grows_at_UN_rates_after_WEO_and_at_the_last_of_them_after_2050()
    {
        Assert.Equal(20, At(Path.PopulationM, Bravo, 2022));
        Assert.Equal(20.2, At(Path.PopulationM, Bravo, 2023), Close);
        Assert.Equal(1.005, At(Path.PopulationM, Bravo, 2050) / At(Path.PopulationM, Bravo, 2049), Close);
        Assert.Equal(1.005, At(Path.PopulationM, Bravo, 2060) / At(Path.PopulationM, Bravo, 2059), Close);
    }

    [Fact]
    public void Government_ratios_keep_their_last_value()
    {
        Assert.Equal(40, At(Path.GovernmentSpendingPct, Alfa, 2021));
        Assert.Equal(50, At(Path.GovernmentSpendingPct, Alfa, 2060));
        Assert.Equal(30, At(Path.GovernmentRevenuePct, Usa, 2060));
    }

    [Fact]
    public void Without_levels_in_WEO_nominal_GDP_and_rates_start_from_NATO()
    {
        MacroPath path = MacroPathBuilder.Build(TinyAlliance.Edition(levels: false, population: false, potential: false), 2060);

        // Table 5 current 1,200 million dollars at 0.75; then 2 percent volume and 3 percent prices.
        Assert.Equal(0.9, At(path.NominalGdpNcuBn, Alfa, 2020), Close);
        Assert.Equal(0.9 * 1.02 * 1.03, At(path.NominalGdpNcuBn, Alfa, 2021), Close);
        Assert.Equal(4 * 1.1 / 1.02, At(path.NcuPerUsd, Crona, 2021), Close);
        double euro = ((0.9 * 1.03) + (0.45 * 1.01)) / 1.35;
        Assert.Equal(0.75 * euro / 1.02, At(path.NcuPerUsd, Bravo, 2021), Close);

        // 1,000 million over 100 thousand a head: 10 thousand heads, then the UN's 1 percent.
        Assert.Equal(0.01, At(path.PopulationM, Alfa, 2020), Close);
        Assert.Equal(0.0101, At(path.PopulationM, Alfa, 2021), Close);

        // No potential growth: Alfa too stands still for five years and then goes to the long run.
        Assert.Equal(2, At(path.GrowthPct, Alfa, 2027), Close);
        Assert.Equal(1.7, At(path.GrowthPct, Alfa, 2050), Close);
    }

    [Fact]
    public void What_is_assumed_is_said()
    {
        Assert.Contains(Path.Assumptions, a => a.Contains("CRO ISL USA", StringComparison.Ordinal));
        Assert.DoesNotContain(Path.Assumptions, a => a.Contains("no nominal GDP", StringComparison.Ordinal));
        MacroPath old = MacroPathBuilder.Build(TinyAlliance.Edition(levels: false, population: false, potential: false), 2030);
        Assert.Contains(old.Assumptions, a => a.Contains("no nominal GDP and no exchange rates", StringComparison.Ordinal));
        Assert.Contains(old.Assumptions, a => a.Contains("no population", StringComparison.Ordinal));
        Assert.Contains(old.Assumptions, a => a.Contains("every member", StringComparison.Ordinal));
        Assert.Contains(old.Assumptions, a => a.Contains("ISK", StringComparison.Ordinal) && a.Contains("Iceland", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2020)]
    [InlineData(2061)]
    public void A_horizon_outside_the_years_is_refused(int lastYear) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MacroPathBuilder.Build(TinyAlliance.Edition(), lastYear));

    [Fact]
    public void A_longer_horizon_changes_nothing_before_its_end()
    {
        MacroPath shorter = MacroPathBuilder.Build(TinyAlliance.Edition(), 2035);
        Assert.Equal(shorter.GdpConstUsdM, Path.GdpConstUsdM[..shorter.GdpConstUsdM.Length]);
        Assert.Equal(shorter.NcuPerUsd, Path.NcuPerUsd[..shorter.NcuPerUsd.Length]);
        Assert.Equal(shorter.NominalGdpNcuBn, Path.NominalGdpNcuBn[..shorter.NominalGdpNcuBn.Length]);
    }

    [Fact]
    public void A_missing_figure_is_named()
    {
        Edition holed = TinyAlliance.Edition(changeNato: v => v[NatoIndex(NatoIndicator.NcuCurrentM, Crona, 2020)] = double.NaN);
        IReadOnlyList<string> gaps = MacroGaps.Find(holed);
        Assert.Contains("NcuCurrentM of CRO in 2020", gaps);
        Assert.Contains("exchange rate of CRN (CRO)", gaps);
        ArgumentException refused = Assert.Throws<ArgumentException>(() => MacroPathBuilder.Build(holed, 2030));
        Assert.Contains("NcuCurrentM of CRO in 2020", refused.Message, StringComparison.Ordinal);
        Assert.Empty(MacroGaps.Find(TinyAlliance.Edition()));
        Assert.Empty(MacroGaps.Find(TinyAlliance.Edition(levels: false, population: false, potential: false)));
    }
}
