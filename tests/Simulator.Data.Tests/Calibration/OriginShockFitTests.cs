using System.Reflection;
using Simulator.Alliance;
using Simulator.Backtesting;
using Simulator.Data.Calibration;
using Simulator.Data.Editions;
using Simulator.Uncertainty;

namespace Simulator.Data.Tests.Calibration;

/// <summary>Shocks refitted at each origin of a backtest: the fit in use, and no year after the origin.</summary>
public sealed class OriginShockFitTests
{
    private static readonly Lazy<Edition> Now = new(() => EditionStore.LoadDefault(Shipped).Value);

    private static readonly Lazy<Edition> Before = new(() => EditionStore.Load(Shipped, "nato-2024").Value);

    private static DataFolder Shipped => DataFolder.Open(Path.Combine(
        typeof(OriginShockFitTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RepositoryRoot").Value!, "data")).Value;

    [Fact]
    public void Every_origin_has_shocks_that_can_be_drawn_from_and_neither_start_nor_delivery()
    {
        OriginShocks shocks = OriginShockFit.Of(Now.Value, Before.Value);
        Assert.Equal(Enumerable.Range(2014, 10), shocks.WithinEdition.Keys.Order());
        Assert.Empty(shocks.Missing);
        Assert.NotNull(shocks.RealTime);
        Assert.All(shocks.WithinEdition.Values.Append(shocks.RealTime), s =>
        {
            Assert.Empty(s.Faults(Now.Value.Roster));
            Assert.All(s.StartMean.Concat(s.StartSd), r => Assert.Equal(0, r));
            Assert.False(s.Delivers);
            Assert.All(s.GrowthLoading.Concat(s.GrowthSd).Append(s.GrowthPersistence), v => Assert.Equal(UncertaintyTable.Rounded(v), v));
        });
    }

    [Theory]
    [InlineData(2014)]
    [InlineData(2020)]
    [InlineData(2023)]
    public void Shocks_of_an_origin_use_no_year_beyond_it(int origin)
    {
        // One year earlier matters, one later does not.
        ShockParameters fitted = OriginShockFit.Of(Now.Value, null).WithinEdition[origin];
        AssertSame(fitted, OriginShockFit.Of(Changed(Now.Value, origin + 1), null).WithinEdition[origin]);
        Assert.NotEqual(fitted.GrowthFactor, OriginShockFit.Of(Changed(Now.Value, origin), null).WithinEdition[origin].GrowthFactor);
        Assert.Equal(origin - 2000, fitted.GrowthFactor.Count);
    }

    [Fact]
    public void Shocks_in_real_time_use_the_years_before_the_base_year_of_the_edition_before()
    {
        ShockParameters fitted = OriginShockFit.Of(Now.Value, Before.Value).RealTime!;
        AssertSame(fitted, OriginShockFit.Of(Changed(Now.Value, 2024), Changed(Before.Value, 2024)).RealTime!);

        // What the outlook of the time holds is never taken from the later one; what it does not hold is.
        AssertSame(fitted, OriginShockFit.Of(Changed(Now.Value, 2019), Before.Value).RealTime!);
        Assert.NotEqual(fitted.GrowthFactor, OriginShockFit.Of(Now.Value, Changed(Before.Value, 2023)).RealTime!.GrowthFactor);
        Assert.NotEqual(fitted.GrowthFactor, OriginShockFit.Of(Changed(Now.Value, 2017), Before.Value).RealTime!.GrowthFactor);
        Assert.Equal(23, fitted.GrowthFactor.Count);
    }

    [Fact]
    public void The_fit_is_the_one_in_use()
    {
        // With the base year's figures known the fit in use ends a year before it; the same years here must give the same numbers.
        Roster roster = Now.Value.Roster;
        EconomyShockFit fit = EconomyShockFit.Of(
            roster, 2025, (m, y) => Now.Value.Weo.Value(WeoIndicator.RealGrowthPct, m, y), (m, y) => EconomyShockFit.DeflatorGrowthPct(Now.Value.Weo, m, y))!;
        ShockParameters used = UncertaintyParameters.Load(Shipped, roster).Value.Shocks;
        Assert.Equal(used.GrowthFactor, fit.Growth.Factor.Where(f => double.IsFinite(f.Value)).OrderBy(f => f.Key).Select(f => UncertaintyTable.Rounded(f.Value)));
        Assert.Equal(used.GrowthLoading, fit.Growth.Loading.Select(l => UncertaintyTable.Rounded(l.Value)));
        Assert.Equal(used.BudgetLag, OriginShockFit.Of(Now.Value, null).WithinEdition[2014].BudgetLag);
        Assert.Equal(used.DeliveryPersistence, OriginShockFit.Of(Now.Value, null).WithinEdition[2014].DeliveryPersistence);
    }

    [Fact]
    public void An_outlook_that_is_at_hand_too_late_gives_no_shocks_and_says_so()
    {
        OriginShocks shocks = OriginShockFit.Of(Before.Value, null);
        Assert.Empty(shocks.WithinEdition);
        string said = Assert.Single(shocks.Missing);
        Assert.Contains("origins 2014, 2015", said, StringComparison.Ordinal);
        Assert.Contains("from 2018 on", said, StringComparison.Ordinal);
        Assert.Null(shocks.RealTime);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void The_shocks_are_the_same_in_every_culture(string culture)
    {
        ShockParameters fitted = OriginShockFit.Of(Now.Value, null).WithinEdition[2019];
        using CultureScope _ = new(culture);
        AssertSame(fitted, OriginShockFit.Of(Now.Value, null).WithinEdition[2019]);
    }

    [Fact]
    public void A_young_decade_is_taken_with_the_one_before()
    {
        // 2010 to 2021: a level of 1 and a fall by 6 in 2020; alone, the two years of the decade would be level and not shock.
        Panel panel = new Panel(2010, 2021, 1, (_, y) => y == 2020 ? -5 : 1).LessDecadeMeans();
        Assert.Equal(-5.5, panel[0, 2020], 12);
        Assert.Equal(0.5, panel[0, 2021], 12);
        Assert.Equal(0.5, panel[0, 2010], 12);

        // From its fifth year on it has a level of its own.
        Panel older = new Panel(2010, 2024, 1, (_, y) => y >= 2020 ? 3 : 1).LessDecadeMeans();
        Assert.All(older.Years, y => Assert.Equal(0, older[0, y], 12));
    }

    private static void AssertSame(ShockParameters one, ShockParameters other)
    {
        Assert.Equal(one.GrowthFactor, other.GrowthFactor);
        Assert.Equal(one.DeflatorFactor, other.DeflatorFactor);
        Assert.Equal(one.GrowthLoading, other.GrowthLoading);
        Assert.Equal(one.GrowthSd, other.GrowthSd);
        Assert.Equal(one.DeflatorLoading, other.DeflatorLoading);
        Assert.Equal(one.DeflatorSd, other.DeflatorSd);
        Assert.Equal((one.GrowthPersistence, one.DeflatorPersistence), (other.GrowthPersistence, other.DeflatorPersistence));
    }

    /// <summary>The edition with growth and deflators of other size from a year on.</summary>
    private static Edition Changed(Edition edition, int from)
    {
        WeoSeries weo = edition.Weo;
        int years = weo.LastYear - weo.FirstYear + 1;
        int members = edition.Roster.Count;
        double[] values = new double[WeoSeries.IndicatorCount * years * members];
        foreach (WeoIndicator indicator in Enum.GetValues<WeoIndicator>())
        {
            for (int year = weo.FirstYear; year <= weo.LastYear; year++)
            {
                for (int m = 0; m < members; m++)
                {
                    values[((((int)indicator * years) + (year - weo.FirstYear)) * members) + m] = weo.Value(indicator, m, year) * (year >= from ? 1 + (0.1 * (m + 1)) : 1);
                }
            }
        }

        return new Edition
        {
            Id = edition.Id,
            Title = edition.Title,
            Measure = edition.Measure,
            CutOff = edition.CutOff,
            SourceLine = edition.SourceLine,
            FirstEstimateYear = edition.FirstEstimateYear,
            PriceYear = edition.PriceYear,
            Roster = edition.Roster,
            Currency = edition.Currency,
            Nato = edition.Nato,
            Weo = new WeoSeries(weo.Title, weo.FirstYear, weo.LastYear, members, values),
            PotentialGrowthPct = edition.PotentialGrowthPct,
            PopulationGrowthPct = edition.PopulationGrowthPct,
            Plans = edition.Plans,
            HasPlans = edition.HasPlans,
            Remarks = edition.Remarks,
        };
    }
}
