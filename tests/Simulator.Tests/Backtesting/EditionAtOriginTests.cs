using Simulator.Alliance;
using Simulator.Backtesting;
using static Simulator.Tests.Backtesting.CutAlliance;

namespace Simulator.Tests.Backtesting;

/// <summary>An edition cut at an origin, and what had arrived of the pledge by then.</summary>
public class EditionAtOriginTests
{
    // A few roundings of numbers near one.
    private const double Tolerance = 1e-12;

    [Fact]
    public void Nothing_after_the_origin_is_in_a_cut_edition()
    {
        Edition edition = Edition();
        Edition cut = EditionAtOrigin.Cut(edition, 2018, 2024);
        Assert.Equal((2014, 2018, 2019), (cut.FirstYear, cut.BaseYear, cut.FirstEstimateYear));
        for (int m = 0; m < Count + 2; m++)
        {
            foreach (NatoIndicator indicator in Enum.GetValues<NatoIndicator>())
            {
                for (int year = 2014; year <= 2018; year++)
                {
                    Assert.Equal(edition.Nato.Value(indicator, m, year), cut.Nato.Value(indicator, m, year));
                }

                Assert.False(cut.Nato.Has(indicator, m, 2019));
            }
        }

        Assert.False(cut.HasPlans);
        Assert.Empty(MacroGaps.Find(cut));
        Assert.Same(edition, EditionAtOrigin.Cut(edition, 2026, 2030));
        Assert.Throws<ArgumentOutOfRangeException>(() => EditionAtOrigin.Cut(edition, 2013, 2020));
        Assert.Throws<ArgumentOutOfRangeException>(() => EditionAtOrigin.Cut(edition, 2027, 2030));
        Assert.Throws<ArgumentOutOfRangeException>(() => EditionAtOrigin.Cut(edition, 2018, 2018));
    }

    [Fact]
    public void The_economy_goes_on_at_the_mean_of_ten_years()
    {
        Edition edition = Edition();
        MacroPath path = MacroPathBuilder.Build(EditionAtOrigin.Cut(edition, 2018, 2024), 2024);
        double growth = Enumerable.Range(2009, 10).Average(y => edition.Weo.Value(WeoIndicator.RealGrowthPct, Lower, y));
        double deflator = Enumerable.Range(2009, 10).Average(y => 100 * ((edition.Weo.Value(WeoIndicator.DeflatorIndex, Lower, y) / edition.Weo.Value(WeoIndicator.DeflatorIndex, Lower, y - 1)) - 1));
        Assert.Equal(edition.Weo.Value(WeoIndicator.RealGrowthPct, Lower, 2018), path.GrowthPct[Lower]);
        for (int t = 1; t <= 6; t++)
        {
            Assert.Equal(growth, path.GrowthPct[(t * Count) + Lower], Tolerance);
            Assert.Equal(deflator, path.DeflatorGrowthPct[(t * Count) + Lower], 1e-10);
            Assert.Equal(11, path.PopulationM[(t * Count) + Lower]);
        }
    }

    [Fact]
    public void An_outlook_that_starts_later_is_refused()
    {
        Edition edition = Edition();
        Edition late = new()
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
            Weo = new WeoSeries("late", 2018, 2018, Count, new double[WeoSeries.IndicatorCount * Count]),
            PotentialGrowthPct = edition.PotentialGrowthPct,
            PopulationGrowthPct = edition.PopulationGrowthPct,
            Plans = edition.Plans,
            HasPlans = false,
            Remarks = [],
        };
        Assert.Throws<ArgumentException>(() => EditionAtOrigin.Cut(late, 2018, 2024));
    }

    [Fact]
    public void The_part_of_the_pledge_that_arrived_is_that_by_hand()
    {
        // Four of ten years: due are 0.6·0.4 and 1.0·0.4 points, 0.24 and 0.08 came; the member above 2 percent does not count.
        WalesDelivery delivery = WalesDelivery.Of(new KnownHistory(History(), 2018));
        double squares = (0.24 * 0.24) + (0.4 * 0.4);
        double part = ((0.24 * 0.24) + (0.4 * 0.08)) / squares;
        double left = ((0.24 - (part * 0.24)) * (0.24 - (part * 0.24))) + ((0.08 - (part * 0.4)) * (0.08 - (part * 0.4)));
        Assert.Equal(100 * part, delivery.Pct, 1e-10);
        Assert.Equal(Math.Sqrt(Math.Log(1 + (2 * left / squares / (part * part)))), delivery.Sd, 1e-10);
    }

    [Fact]
    public void Nothing_is_known_of_delivery_before_two_years_have_passed()
    {
        Assert.Equal(WalesDelivery.Whole, WalesDelivery.Of(new KnownHistory(History(), 2015)));
        Assert.NotEqual(WalesDelivery.Whole, WalesDelivery.Of(new KnownHistory(History(), 2016)));
        // One member below the pledge compares with nobody.
        Assert.Equal(WalesDelivery.Whole, WalesDelivery.Of(new KnownHistory(RulesTests.History([1.0, 1.1, 1.2, 1.3], [2.5, 2.5, 2.5, 2.5]), 2017)));
    }

    [Fact]
    public void Nothing_of_the_pledge_arrives_where_shares_fell() => Assert.Equal(
        new WalesDelivery(0, 0), WalesDelivery.Of(new KnownHistory(RulesTests.History([1.5, 1.4, 1.3, 1.2], [1.2, 1.2, 1.1, 1.1]), 2017)));
}
