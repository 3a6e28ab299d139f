using Simulator.Alliance;
using Simulator.Backtesting;
using Simulator.Engine;
using Simulator.Feasibility;
using Simulator.Lanes;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Uncertainty;
using static Simulator.Tests.Backtesting.CutAlliance;

namespace Simulator.Tests.Backtesting;

/// <summary>The model's draws as rules: the same draws as everywhere, from what was known at the origin and nothing else.</summary>
public class EnsembleRuleTests
{
    private const int Origin = 2018;

    [Theory]
    [InlineData("ensemble-hold", "hold")]
    [InlineData("ensemble-wales", "wales-line")]
    public void Without_spread_and_delivery_the_draws_say_what_the_simple_rule_says(string drawn, string simple)
    {
        // Before two years have passed the pledge arrives whole.
        FittedRule draws = Rule(drawn).Fit(new KnownHistory(History(), 2015, Still), 11);
        FittedRule rule = Rule(simple).Fit(new KnownHistory(History(), 2015), 11);
        foreach (int m in new[] { Low, Lower, High })
        {
            for (int horizon = 1; horizon <= 11; horizon++)
            {
                // A few roundings of numbers near two.
                Assert.Equal(rule.SayPct(m, horizon), draws.SayPct(m, horizon), 1e-12);
                Assert.Equal(0, draws.SamplePct!(m, horizon)[^1] - draws.SamplePct(m, horizon)[0], 1e-12);
            }
        }
    }

    [Fact]
    public void The_sample_is_that_of_an_ensemble_and_of_the_year_loop()
    {
        Edition cut = EditionAtOrigin.Cut(Edition(), Origin, Last);
        WalesDelivery delivery = WalesDelivery.Of(new KnownHistory(History(), Origin));
        ShockParameters shocks = Shocks with { DeliveryPct = [.. Enumerable.Repeat(delivery.Pct, Count)], DeliverySd = delivery.Sd };
        Plan plan = Plan.Compile(Pledge(cut), MacroPathBuilder.Build(cut, Last));
        FittedRule rule = Rule("ensemble-wales").Fit(new KnownHistory(History(), Origin, Shocks), Last - Origin);
        Ensemble ensemble = Ensemble.Run(
            plan, shocks, new EnsembleOptions { Draws = EnsembleRule.Draws, Seed = EnsembleRule.Seed }, new EnsembleMoney("money", [1, 1, 1, 1]));
        double[][] worlds =
            [.. Enumerable.Range(0, EnsembleRule.Draws / Lane.Count).SelectMany(i => Uncertainty.DrawnWorlds.Block(plan, shocks, EnsembleRule.Seed, i * Lane.Count))];
        foreach (int m in new[] { Low, Lower, High })
        {
            for (int horizon = 1; horizon <= Last - Origin; horizon++)
            {
                IReadOnlyList<double> sample = rule.SamplePct!(m, horizon);
                Assert.Equal(worlds.Select(w => w[((horizon * Count) + m) * Uncertainty.DrawnWorlds.Columns]).Order(), sample);
                Assert.Equal(Percentiles.QuantileOfOrdered(sample, 50), rule.SayPct(m, horizon));
                Distribution counted = ensemble.SharePct(Unit.Member(m), Origin + horizon);

                // The ensemble adds up millionths of a point and tells quantiles by bins of a hundredth.
                Assert.Equal(counted.Mean, sample.Average(), 1e-6);
                Assert.Equal(counted.Quantile(0.05), sample[(int)Math.Ceiling(0.05 * EnsembleRule.Draws) - 1], 0.005 + 1e-9);
                Assert.True(sample[^1] > sample[0]);
            }
        }
    }

    [Fact]
    public void What_comes_after_the_origin_changes_no_draw()
    {
        foreach (ForecastRule rule in ForecastRule.All.OfType<EnsembleRule>())
        {
            FittedRule one = rule.Fit(new KnownHistory(History(), Origin, Shocks), 8);
            FittedRule other = rule.Fit(new KnownHistory(History(changedAfter: Origin, factor: 1.7), Origin, Shocks), 8);
            FittedRule earlier = rule.Fit(new KnownHistory(History(changedAfter: Origin - 1, factor: 1.7), Origin, Shocks), 8);
            foreach (int m in new[] { Low, Lower, High })
            {
                Assert.Equal(one.SamplePct!(m, 8), other.SamplePct!(m, 8));
                Assert.NotEqual(one.SamplePct(m, 8), earlier.SamplePct!(m, 8));
            }

            Assert.Equal(one.Fitted, other.Fitted);
        }
    }

    [Fact]
    public void Growth_without_shocks_moves_no_share()
    {
        foreach (ForecastRule rule in ForecastRule.All.OfType<EnsembleRule>())
        {
            FittedRule slow = rule.Fit(new KnownHistory(History(growthPct: 0), Origin, Shocks), 8);
            FittedRule fast = rule.Fit(new KnownHistory(History(growthPct: 6), Origin, Shocks), 8);
            Assert.All(new[] { Low, Lower, High }, m => Assert.Equal(slow.SamplePct!(m, 8), fast.SamplePct!(m, 8)));
        }
    }

    [Fact]
    public void Draws_speak_where_shocks_are_known_and_of_the_pledge_before_its_year()
    {
        Assert.False(Rule("ensemble-hold").Speaks(new KnownHistory(History(), Origin)));
        Assert.True(Rule("ensemble-hold").Speaks(new KnownHistory(History(), 2024, Shocks)));
        Assert.False(Rule("ensemble-wales").Speaks(new KnownHistory(History(), 2024, Shocks)));
        Assert.True(Rule("ensemble-wales").Speaks(new KnownHistory(History(), 2023, Shocks)));
        Assert.Throws<ArgumentException>(() => Rule("ensemble-hold").Fit(new KnownHistory(History(), Origin), 1));
    }

    [Fact]
    public void A_record_holds_the_draws_at_the_origins_that_have_shocks()
    {
        OriginShocks shocks = new() { WithinEdition = new Dictionary<int, ShockParameters> { [2016] = Shocks, [2019] = Still } };
        ForecastRecord record = ForecastRecord.Of(History(), null, shocks);
        Forecast[] drawn = [.. record.Forecasts.Where(f => f.RuleId.StartsWith("ensemble", StringComparison.Ordinal))];
        Assert.Equal([2016, 2019], drawn.Select(f => f.Origin).Distinct());
        Assert.All(drawn, f => Assert.Equal(EnsembleRule.Draws, f.SamplePct.Count));
        Assert.All(drawn, f => Assert.Equal(f.QuantilesPct[3], f.SaidPct));
        FittedRule fit = Rule("ensemble-wales").Fit(new KnownHistory(History(), 2016, Shocks), 10);
        Assert.Equal(fit.SamplePct!(Lower, 7), drawn.Single(f => f is { RuleId: "ensemble-wales", Origin: 2016, Horizon: 7, Member: Lower }).SamplePct);
        Assert.Equal(WalesDelivery.Of(new KnownHistory(History(), 2016)).Pct, record.Fitted.Single(f => f is { Origin: 2016, RuleId: "ensemble-wales", Number.Name: "delivery_pct" }).Number.Value);
    }

    [Fact]
    public void An_interval_score_is_held_against_hold_where_both_have_intervals()
    {
        OriginShocks shocks = new() { WithinEdition = Enumerable.Range(First, 10).ToDictionary(y => y, _ => Shocks) };
        ForecastRecord record = ForecastRecord.Of(History(), null, shocks);
        RuleScore score = RuleScore.Of(record).Single(s => s is { RuleId: "ensemble-hold", Horizon: 2, WithEstimates: false });
        ILookup<(int, int), Forecast> hold = record.Forecasts.Where(f => f is { RuleId: "hold", Horizon: 2, IsEstimate: false, HasSample: true }).ToLookup(f => (f.Origin, f.Member));
        Forecast[] both = [.. record.Forecasts.Where(f => f is { RuleId: "ensemble-hold", Horizon: 2, IsEstimate: false } && hold.Contains((f.Origin, f.Member)))];
        Assert.InRange(both.Length, 1, score.IntervalForecasts - 1);
        double own = both.Average(f => Scoring.Interval(f.QuantilesPct, f.CamePct).Total);
        double held = both.Average(f => hold[(f.Origin, f.Member)].Select(h => Scoring.Interval(h.QuantilesPct, h.CamePct).Total).Single());
        Assert.Equal(100 * (1 - (own / held)), score.IntervalSkillPct.Value, 1e-9);
        Assert.InRange(score.IntervalSkillPct.Value, score.IntervalSkillPct.Low, score.IntervalSkillPct.High);
        Assert.Equal(double.NaN, RuleScore.Of(record).Single(s => s is { RuleId: "ensemble-hold", Horizon: 10, WithEstimates: false }).IntervalSkillPct.Value);
    }

    private static Scenario Pledge(Edition edition) => new()
    {
        Id = "pledge",
        Title = "Pledge",
        Paths = [new PathRow { Origin = new RowOrigin("test", 1), Members = edition.Roster.WithForces, What = PathWhat.AtLeastPct, Value = 2, From = Origin, To = 2024 }],
        Settings = [],
        Notes = [],
        NotComputed = [],
    };

    private static ForecastRule Rule(string id) => ForecastRule.All.Single(r => r.Id == id);
}
