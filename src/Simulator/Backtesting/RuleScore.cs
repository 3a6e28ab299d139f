namespace Simulator.Backtesting;

/// <summary>A number with the interval that drawing origins again gives it; the interval is NaN where origins are too few.</summary>
/// <param name="Value">The number.</param>
/// <param name="Low">5th percentile.</param>
/// <param name="High">95th percentile.</param>
public readonly record struct ScoreInterval(double Value, double Low, double High);

/// <summary>How well one rule did at one horizon.</summary>
public sealed class RuleScore
{
    private static readonly bool[] FinalThenAll = [false, true];

    private RuleScore(ForecastBasis basis, string ruleId, int horizon, bool withEstimates, Forecast[] forecasts, Dictionary<(int Origin, int Member), Forecast> hold)
    {
        (Basis, RuleId, Horizon, WithEstimates) = (basis, ruleId, horizon, withEstimates);
        Forecasts = forecasts.Length;
        Origins = forecasts.Select(f => f.Origin).Distinct().Count();
        BiasPp = forecasts.Average(f => f.ErrorPp);
        double[][] byOrigin =
        [
            .. forecasts.GroupBy(f => f.Origin).OrderBy(g => g.Key).Select(g => new[]
            {
                g.Sum(f => Math.Abs(f.ErrorPp)),
                g.Count(),
                g.Sum(f => hold.TryGetValue((f.Origin, f.Member), out Forecast? held) ? Math.Abs(held.ErrorPp) : double.NaN),
            }),
        ];
        MeanAbsoluteErrorPp = Told(byOrigin, s => s[0] / s[1]);
        SkillPct = Told(byOrigin, s => 100 * (1 - (s[0] / s[2])));
        NearerThanHoldPct = 100.0 * forecasts.Count(f => hold.TryGetValue((f.Origin, f.Member), out Forecast? held) && Math.Abs(f.ErrorPp) < Math.Abs(held.ErrorPp)) / forecasts.Length;
        Forecast[] sampled = [.. forecasts.Where(f => f.HasSample)];
        IntervalForecasts = sampled.Length;
        if (sampled.Length > 0)
        {
            IntervalScore[] scores = [.. sampled.Select(f => Scoring.Interval(f.QuantilesPct, f.CamePct))];
            WeightedIntervalPp = new(scores.Average(s => s.Spread), scores.Average(s => s.Over), scores.Average(s => s.Under));
            CrpsPp = sampled.Average(f => Scoring.Crps(f.SamplePct, f.CamePct));
            Coverage50Pct = Covered(sampled, 2);
            Coverage90Pct = Covered(sampled, 0);
            IntervalSkillPct = Against(sampled, hold);
        }
    }

    /// <summary>When the figures were published.</summary>
    public ForecastBasis Basis { get; }

    /// <summary>The rule.</summary>
    public string RuleId { get; }

    /// <summary>Years after the origin.</summary>
    public int Horizon { get; }

    /// <summary>Whether outturns that are still estimates count, or final ones alone.</summary>
    public bool WithEstimates { get; }

    /// <summary>How many forecasts count.</summary>
    public int Forecasts { get; }

    /// <summary>From how many origins they are.</summary>
    public int Origins { get; }

    /// <summary>Mean error, points: above zero where too much was said.</summary>
    public double BiasPp { get; }

    /// <summary>Mean absolute error, points.</summary>
    public ScoreInterval MeanAbsoluteErrorPp { get; }

    /// <summary>How much smaller the mean absolute error is than that of hold on the same forecasts, percent of it; below zero where it is larger.</summary>
    public ScoreInterval SkillPct { get; }

    /// <summary>Part of the forecasts that came nearer than hold did, percent.</summary>
    public double NearerThanHoldPct { get; }

    /// <summary>How many forecasts have intervals.</summary>
    public int IntervalForecasts { get; }

    /// <summary>Mean weighted interval score, points; NaN where no forecast has intervals.</summary>
    public IntervalScore WeightedIntervalPp { get; } = new(double.NaN, double.NaN, double.NaN);

    /// <summary>
    /// How much smaller the mean weighted interval score is than that of hold, percent of it, over the forecasts where both have
    /// intervals; below zero where it is larger, NaN where there is no such forecast.
    /// </summary>
    public ScoreInterval IntervalSkillPct { get; } = new(double.NaN, double.NaN, double.NaN);

    /// <summary>Mean continuous ranked probability score, points; NaN where no forecast has intervals.</summary>
    public double CrpsPp { get; } = double.NaN;

    /// <summary>How often the middle half held what came, percent; NaN where no forecast has intervals.</summary>
    public double Coverage50Pct { get; } = double.NaN;

    /// <summary>How often the middle nine tenths held what came, percent; NaN where no forecast has intervals.</summary>
    public double Coverage90Pct { get; } = double.NaN;

    /// <summary>Scores every rule at every horizon, once on final outturns alone and once on all.</summary>
    /// <param name="record">The record.</param>
    /// <returns>By basis, outturns, horizon and rule, as the record has them; what has no forecast is left out.</returns>
    public static IReadOnlyList<RuleScore> Of(ForecastRecord record)
    {
        Dictionary<(ForecastBasis, int), Dictionary<(int, int), Forecast>> holds = record.Forecasts.Where(f => f.RuleId == ForecastRule.All[0].Id)
            .GroupBy(f => (f.Basis, f.Horizon)).ToDictionary(g => g.Key, g => g.ToDictionary(f => (f.Origin, f.Member)));
        return
        [
            .. from withEstimates in FinalThenAll
               from scored in record.Forecasts.Where(f => withEstimates || !f.IsEstimate).GroupBy(f => (f.Basis, f.Horizon, f.RuleId))
               orderby scored.Key.Basis, withEstimates, scored.Key.Horizon
               select new RuleScore(
                   scored.Key.Basis, scored.Key.RuleId, scored.Key.Horizon, withEstimates, [.. scored], holds.GetValueOrDefault((scored.Key.Basis, scored.Key.Horizon)) ?? []),
        ];
    }

    private static ScoreInterval Against(Forecast[] sampled, Dictionary<(int Origin, int Member), Forecast> hold)
    {
        double[][] byOrigin =
        [
            .. sampled.GroupBy(f => f.Origin).OrderBy(g => g.Key)
                .Select(g => g.Where(f => hold.TryGetValue((f.Origin, f.Member), out Forecast? held) && held.HasSample).ToArray())
                .Where(g => g.Length > 0)
                .Select(g => new[] { g.Sum(Score), g.Sum(f => Score(hold[(f.Origin, f.Member)])) }),
        ];
        return byOrigin.Length > 0 ? Told(byOrigin, s => 100 * (1 - (s[0] / s[1]))) : new(double.NaN, double.NaN, double.NaN);

        static double Score(Forecast forecast) => Scoring.Interval(forecast.QuantilesPct, forecast.CamePct).Total;
    }

    private static ScoreInterval Told(double[][] byOrigin, Func<double[], double> number)
    {
        double value = number([.. Enumerable.Range(0, byOrigin[0].Length).Select(j => byOrigin.Sum(o => o[j]))]);
        (double low, double high) = double.IsNaN(value) ? (double.NaN, double.NaN) : OriginBootstrap.Interval(byOrigin, number);
        return new(value, low, high);
    }

    private static double Covered(Forecast[] forecasts, int outer) =>
        100.0 / forecasts.Length * forecasts.Count(f => f.CamePct >= f.QuantilesPct[outer] && f.CamePct <= f.QuantilesPct[^(outer + 1)]);
}
