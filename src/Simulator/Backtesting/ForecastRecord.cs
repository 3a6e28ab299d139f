namespace Simulator.Backtesting;

/// <summary>A number that a rule was fitted to at an origin.</summary>
/// <param name="Basis">When the figures were published.</param>
/// <param name="Origin">Last year known.</param>
/// <param name="RuleId">The rule.</param>
/// <param name="Value">The number.</param>
public readonly record struct FittedNumber(ForecastBasis Basis, int Origin, string RuleId, double Value);

/// <summary>What every rule said at every origin of every member, and what came.</summary>
public sealed class ForecastRecord
{
    /// <summary>From how many earlier origins errors must be known before a forecast gets a sample: one alone is one year's common error.</summary>
    public const int FewestOrigins = 2;

    private ForecastRecord(IReadOnlyList<Forecast> forecasts, IReadOnlyList<FittedNumber> fitted)
    {
        Forecasts = forecasts;
        Fitted = fitted;
    }

    /// <summary>The forecasts: by basis, origin, rule, member and horizon.</summary>
    public IReadOnlyList<Forecast> Forecasts { get; }

    /// <summary>What the rules were fitted to.</summary>
    public IReadOnlyList<FittedNumber> Fitted { get; }

    /// <summary>Lets the rules speak at each year of an edition, and once from an earlier edition where there is one.</summary>
    /// <param name="now">The edition that says what came.</param>
    /// <param name="before">An earlier edition on the same roster; null where there is none.</param>
    /// <returns>The record.</returns>
    /// <exception cref="ArgumentException">The earlier edition is not earlier, or has other members.</exception>
    public static ForecastRecord Of(ShareHistory now, ShareHistory? before)
    {
        if (before is not null && (before.LastYear >= now.LastYear || !before.Roster.Members.Select(m => m.Iso3).SequenceEqual(now.Roster.Members.Select(m => m.Iso3))))
        {
            throw new ArgumentException("The earlier edition must end earlier and have the same members.", nameof(before));
        }

        List<Forecast> forecasts = [];
        List<FittedNumber> fitted = [];

        // The last origin leaves one year whose figure is final.
        for (int origin = now.FirstYear; origin < now.FirstEstimateYear - 1; origin++)
        {
            Speak(ForecastBasis.WithinEdition, now, origin, now, forecasts, fitted);
        }

        if (before is not null)
        {
            Revise(before, now, forecasts);
            Speak(ForecastBasis.RealTime, before, before.LastYear, now, forecasts, fitted);
        }

        return new(forecasts, fitted);
    }

    private static void Speak(
        ForecastBasis basis, ShareHistory source, int origin, ShareHistory outturn, List<Forecast> forecasts, List<FittedNumber> fitted)
    {
        KnownHistory known = new(source, origin);
        // Across editions a new base of any earlier year parts the two series: one of them may not have had it yet.
        int comparableFrom = basis == ForecastBasis.RealTime ? source.FirstYear : origin;
        foreach (ForecastRule rule in ForecastRule.All.Where(r => r.Speaks(origin)))
        {
            FittedRule fit = rule.Fit(known);
            if (double.IsFinite(fit.Fitted))
            {
                fitted.Add(new(basis, origin, rule.Id, fit.Fitted));
            }

            Dictionary<int, double[]> errors = PastErrors(forecasts, rule.Id, origin, outturn.LastYear - origin);
            foreach (int member in source.Roster.WithForces)
            {
                for (int horizon = 1; origin + horizon <= outturn.LastYear; horizon++)
                {
                    double said = fit.SayPct(member, horizon);
                    double came = outturn.SharePct(member, origin + horizon);
                    if (double.IsFinite(said) && double.IsFinite(came) && !outturn.IsBroken(member, comparableFrom, origin + horizon))
                    {
                        bool isEstimate = origin + horizon >= outturn.FirstEstimateYear;
                        forecasts.Add(new(basis, origin, rule.Id, member, horizon, said, came, isEstimate, Around(said, errors[horizon])));
                    }
                }
            }
        }
    }

    private static void Revise(ShareHistory before, ShareHistory now, List<Forecast> forecasts)
    {
        int year = before.LastYear;
        foreach (int member in before.Roster.WithForces)
        {
            (double said, double came) = (before.SharePct(member, year), now.SharePct(member, year));
            if (double.IsFinite(said) && double.IsFinite(came) && !now.IsBroken(member, before.FirstYear, year))
            {
                forecasts.Add(new(ForecastBasis.RealTime, year, Forecast.EstimateId, member, 0, said, came, year >= now.FirstEstimateYear, []));
            }
        }
    }

    /// <summary>Errors of the rule that were known at the origin, by horizon: of forecasts within the edition whose year had come.</summary>
    private static Dictionary<int, double[]> PastErrors(List<Forecast> forecasts, string ruleId, int origin, int horizons)
    {
        ILookup<int, Forecast> known = forecasts
            .Where(f => f.Basis == ForecastBasis.WithinEdition && f.RuleId == ruleId && f.Horizon > 0 && f.Year <= origin).ToLookup(f => f.Horizon);
        return Enumerable.Range(1, Math.Max(0, horizons)).ToDictionary(
            h => h,
            h => known[h].Select(f => f.Origin).Distinct().Count() < FewestOrigins ? [] : known[h].Select(f => f.ErrorPp).ToArray());
    }

    /// <summary>
    /// What was said, with every past error on both sides: the rule's own word stays the median, and its past says how wide it must be.
    /// No share is below zero.
    /// </summary>
    private static double[] Around(double saidPct, double[] errors) =>
        [.. errors.SelectMany(e => new[] { saidPct - e, saidPct + e }).Select(s => Math.Max(0, s)).Order()];
}
