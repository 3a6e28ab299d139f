using Simulator.Backtesting;
using Simulator.Tests.Feasibility;

namespace Simulator.Tests.Backtesting;

/// <summary>The record: which rows there are, what they hold, and the scores that come of them.</summary>
public class RecordTests
{
    private const double Tolerance = 1e-12;

    // Seven years from 2014; 2019 and 2020 are estimates, so origins are 2014 to 2017.
    private static readonly ShareHistory Now = RulesTests.History([1.0, 1.1, 1.3, 1.2, 1.6, 1.7, 2.0], [2.1, 2.2, 2.1, 2.3, 2.2, 2.4, 2.5]);

    [Fact]
    public void Every_origin_speaks_of_every_later_year()
    {
        ForecastRecord record = ForecastRecord.Of(Now, null, OriginShocks.None);
        Forecast[] hold = [.. record.Forecasts.Where(f => f.RuleId == "hold")];
        Assert.Equal([2014, 2015, 2016, 2017], hold.Select(f => f.Origin).Distinct());
        Assert.Equal(2 * (6 + 5 + 4 + 3), hold.Length);
        Assert.All(hold, f => Assert.Equal(Now.SharePct(f.Member, f.Origin), f.SaidPct, Tolerance));
        Assert.All(record.Forecasts, f => Assert.Equal(Now.SharePct(f.Member, f.Origin + f.Horizon), f.CamePct, Tolerance));
        Assert.All(record.Forecasts, f => Assert.Equal(f.SaidPct - f.CamePct, f.ErrorPp, Tolerance));
        Assert.All(record.Forecasts, f => Assert.Equal(f.Year >= 2019, f.IsEstimate));
        Assert.All(record.Forecasts, f => Assert.Equal(ForecastBasis.WithinEdition, f.Basis));
    }

    [Fact]
    public void A_sample_holds_the_past_errors_that_were_known_on_both_sides()
    {
        ForecastRecord record = ForecastRecord.Of(Now, null, OriginShocks.None);

        // One year ahead: at 2015 one origin is known, at 2016 two; their four errors on both sides make eight.
        Assert.False(Find(record, 2015, 0, 1).HasSample);
        Forecast known = Find(record, 2016, 0, 1);
        double[] errors = [-0.1, -0.2, -0.1, 0.1];
        double[] expected = [.. errors.SelectMany(e => new[] { 1.3 - e, 1.3 + e }).Order()];
        Assert.Equal(expected.Length, known.SamplePct.Count);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], known.SamplePct[i], Tolerance);
        }

        Assert.Equal(known.SaidPct, known.QuantilesPct[3], Tolerance);

        // Two years ahead the second origin's error is known only in 2017.
        Assert.False(Find(record, 2016, 0, 2).HasSample);
        Assert.Equal(8, Find(record, 2017, 0, 2).SamplePct.Count);
    }

    [Fact]
    public void A_new_base_of_gdp_is_never_forecast_across()
    {
        double[] shares = [1, 1, 1, 1, 1, 1, 1];
        ShareHistory broken = new(
            HistoryEdition.Of(2014, [shares, shares], [[100, 100, 100, 60, 60, 60, 60], [100, 100, 100, 100, 100, 100, 100]]), Simulator.Alliance.YearSeries.Empty(2));
        ForecastRecord record = ForecastRecord.Of(broken, null, OriginShocks.None);
        Assert.DoesNotContain(record.Forecasts, f => f.Member == 0 && f.Origin < 2017 && f.Year >= 2017);
        Assert.Contains(record.Forecasts, f => f.Member == 0 && f.Origin == 2017);
        Assert.Contains(record.Forecasts, f => f.Member == 0 && f.Year == 2016);

        // An edition without the new base says nothing that compares with one that has it.
        ForecastRecord real = ForecastRecord.Of(broken, RulesTests.History([1, 1, 1, 1, 1], [1, 1, 1, 1, 1]), OriginShocks.None);
        Assert.Equal([1], real.Forecasts.Where(f => f.Basis == ForecastBasis.RealTime).Select(f => f.Member).Distinct());
    }

    [Fact]
    public void Real_time_takes_what_was_said_from_the_edition_before_and_what_came_from_the_one_in_use()
    {
        ShareHistory before = RulesTests.History([1.0, 1.1, 1.4, 1.5], [2.1, 2.2, 2.1, 2.1]);
        ForecastRecord record = ForecastRecord.Of(Now, before, OriginShocks.None);
        Forecast[] real = [.. record.Forecasts.Where(f => f.Basis == ForecastBasis.RealTime)];
        Forecast revision = real.Single(f => f.Horizon == 0 && f.Member == 0);
        Assert.Equal((Forecast.EstimateId, 2017), (revision.RuleId, revision.Origin));
        Assert.Equal(1.5 - 1.2, revision.ErrorPp, Tolerance);
        Forecast hold = real.Single(f => f is { RuleId: "hold", Member: 0, Horizon: 2 });
        Assert.Equal((1.5, 1.7), (hold.SaidPct, hold.CamePct));

        IReadOnlyList<EstimateRevision> revisions = EstimateRevision.Between(before, Now);
        Assert.Equal(8, revisions.Count);
        Assert.Equal(-0.3, revisions.Single(r => r is { Member: 0, Year: 2017 }).RevisionPp, Tolerance);
        Assert.Equal(-20, revisions.Single(r => r is { Member: 0, Year: 2017 }).RevisionPct, Tolerance);
        Assert.Equal([false, false, true, true], revisions.Where(r => r.Member == 0).Select(r => r.WasEstimate));
        Assert.Throws<ArgumentException>(() => ForecastRecord.Of(before, Now, OriginShocks.None));
    }

    [Fact]
    public void Scores_are_the_means_of_the_rows()
    {
        ForecastRecord record = ForecastRecord.Of(Now, null, OriginShocks.None);
        IReadOnlyList<RuleScore> scores = RuleScore.Of(record);
        RuleScore hold = scores.Single(s => s is { RuleId: "hold", Horizon: 1, WithEstimates: false });

        // One year ahead of 2014 to 2017: errors −0.1 −0.2 0.1 −0.4 and −0.1 0.1 −0.2 0.1.
        Assert.Equal((8, 4), (hold.Forecasts, hold.Origins));
        Assert.Equal(1.3 / 8, hold.MeanAbsoluteErrorPp.Value, Tolerance);
        Assert.Equal(-0.7 / 8, hold.BiasPp, Tolerance);
        Assert.Equal(0, hold.SkillPct.Value, Tolerance);
        Assert.InRange(hold.MeanAbsoluteErrorPp.Value, hold.MeanAbsoluteErrorPp.Low, hold.MeanAbsoluteErrorPp.High);

        Forecast[] sampled = [.. record.Forecasts.Where(f => f is { RuleId: "hold", Horizon: 1, IsEstimate: false, HasSample: true })];
        Assert.Equal(sampled.Length, hold.IntervalForecasts);
        Assert.Equal(sampled.Average(f => Scoring.Interval(f.QuantilesPct, f.CamePct).Total), hold.WeightedIntervalPp.Total, Tolerance);
        Assert.Equal(sampled.Average(f => Scoring.Crps(f.SamplePct, f.CamePct)), hold.CrpsPp, Tolerance);

        RuleScore trend = scores.Single(s => s is { RuleId: "trend", Horizon: 2, WithEstimates: true });
        Forecast[] said = [.. record.Forecasts.Where(f => f is { RuleId: "trend", Horizon: 2 })];
        double held = said.Average(f => Math.Abs(Find(record, f.Origin, f.Member, 2).ErrorPp));
        Assert.Equal(100 * (1 - (said.Average(f => Math.Abs(f.ErrorPp)) / held)), trend.SkillPct.Value, 1e-9);
        Assert.DoesNotContain(scores, s => s is { Horizon: 6, WithEstimates: false });
    }

    [Fact]
    public void Growth_is_scored_by_years_after_the_outlook()
    {
        GrowthForecast[] forecasts =
        [
            new("2021-04", 2021, 0, 2021, 3, 5), new("2021-10", 2021, 0, 2021, 4, 5), new("2021-04", 2021, 1, 2021, 2, 1), new("2021-04", 2021, 0, 2022, 3, 1),
        ];
        IReadOnlyList<GrowthScore> scores = GrowthScore.Of(forecasts);
        Assert.Equal(new GrowthScore(0, 2, 3, -2.0 / 3, 4.0 / 3, 100 / 3.0), scores[0]);
        Assert.Equal(new GrowthScore(1, 1, 1, 2, 2, 100), scores[1]);
    }

    private static Forecast Find(ForecastRecord record, int origin, int member, int horizon) =>
        record.Forecasts.Single(f => f.RuleId == "hold" && f.Origin == origin && f.Member == member && f.Horizon == horizon && f.Basis == ForecastBasis.WithinEdition);
}
