namespace Simulator.Backtesting;

/// <summary>A number that a rule was fitted to at an origin.</summary>
/// <param name="Basis">When the figures were published.</param>
/// <param name="Origin">Last year known.</param>
/// <param name="RuleId">The rule.</param>
/// <param name="Number">The number.</param>
public readonly record struct FittedNumber(ForecastBasis Basis, int Origin, string RuleId, FittedValue Number);

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
    /// <param name="shocks">How far chance was known to move things at each origin.</param>
    /// <returns>The record.</returns>
    /// <exception cref="ArgumentException">The earlier edition is not earlier or has other members, or an edition lacks at an origin what draws need.</exception>
    public static ForecastRecord Of(ShareHistory now, ShareHistory? before, OriginShocks shocks)
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
            Speak(ForecastBasis.WithinEdition, now, new(now, origin, shocks.At(ForecastBasis.WithinEdition, origin)), now, forecasts, fitted);
        }

        if (before is not null)
        {
            Revise(before, now, forecasts);
            Speak(ForecastBasis.RealTime, before, new(before, before.LastYear, shocks.At(ForecastBasis.RealTime, before.LastYear)), now, forecasts, fitted);
        }

        return new(forecasts, fitted);
    }

    private static void Speak(
        ForecastBasis basis, ShareHistory source, KnownHistory known, ShareHistory outturn, List<Forecast> forecasts, List<FittedNumber> fitted)
    {
        int origin = known.Origin;
        // Across editions a new base of any earlier year parts the two series: one of them may not have had it yet.
        int comparableFrom = basis == ForecastBasis.RealTime ? source.FirstYear : origin;
        foreach (ForecastRule rule in ForecastRule.All.Where(r => r.Speaks(known)))
        {
            FittedRule fit = rule.Fit(known, outturn.LastYear - origin);
            fitted.AddRange(fit.Fitted.Select(f => new FittedNumber(basis, origin, rule.Id, f)));
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
                        IReadOnlyList<double> sample = fit.SamplePct is { } own ? own(member, horizon) : Around(said, errors[horizon]);
                        forecasts.Add(new(basis, origin, rule.Id, member, horizon, said, came, isEstimate, sample));
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
