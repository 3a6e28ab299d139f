namespace Simulator.Backtesting;

/// <summary>What an outlook said of the real GDP growth of a year, and what the latest outlook says of it.</summary>
/// <param name="Outlook">The outlook, such as "2021-04".</param>
/// <param name="OutlookYear">Year of the outlook.</param>
/// <param name="Member">Roster index.</param>
/// <param name="Year">The year that was spoken of.</param>
/// <param name="SaidPct">Growth said, percent.</param>
/// <param name="CamePct">Growth that came, percent.</param>
public sealed record GrowthForecast(string Outlook, int OutlookYear, int Member, int Year, double SaidPct, double CamePct)
{
    /// <summary>Years after that of the outlook.</summary>
    public int Horizon => Year - OutlookYear;

    /// <summary>Points too much; below zero where too little was said.</summary>
    public double ErrorPp => SaidPct - CamePct;
}

/// <summary>How far outlooks were off at one horizon.</summary>
/// <param name="Horizon">Years after that of the outlook.</param>
/// <param name="Outlooks">Outlooks that speak.</param>
/// <param name="Forecasts">Forecasts of members that count.</param>
/// <param name="BiasPp">Mean error, points of growth; above zero where too much was said.</param>
/// <param name="MeanAbsoluteErrorPp">Mean absolute error, points of growth.</param>
/// <param name="TooHighPct">Part of the forecasts that said too much, percent.</param>
public sealed record GrowthScore(int Horizon, int Outlooks, int Forecasts, double BiasPp, double MeanAbsoluteErrorPp, double TooHighPct)
{
    /// <summary>Scores forecasts by horizon.</summary>
    /// <param name="forecasts">The forecasts.</param>
    /// <returns>By horizon.</returns>
    public static IReadOnlyList<GrowthScore> Of(IReadOnlyList<GrowthForecast> forecasts) =>
    [
        .. forecasts.GroupBy(f => f.Horizon).OrderBy(g => g.Key).Select(g => new GrowthScore(
            g.Key,
            g.Select(f => f.Outlook).Distinct().Count(),
            g.Count(),
            g.Average(f => f.ErrorPp),
            g.Average(f => Math.Abs(f.ErrorPp)),
            100.0 * g.Count(f => f.ErrorPp > 0) / g.Count())),
    ];
}
