using Simulator.Backtesting;

namespace Simulator.Reports.Backtests;

/// <summary>What a reader of a backtest has to know, in the same words everywhere.</summary>
internal static class BacktestWords
{
    public const string Reading = "Within an edition the origins are pseudo real time: rules see its figures up to the origin, with revisions that nobody knew then.";

    public const string LeftOut = "Forecasts of Luxembourg across 2022/23 are left out: its GDP was put on another base. Iceland has no armed forces. Members count before they joined, where NATO publishes their figures.";

    public const string Intervals = "A rule has no intervals of its own. They are made from its past errors at the same horizon, of all members together, that were known at the origin, on both sides of what it says; with fewer than two earlier origins there are none.";

    public const string Bootstrap = "The interval of a score is that of 2,000 draws of origin years with replacement; the origins overlap and are few, so it is too narrow rather than too wide.";

    public const string Growth = "Growth that came is what the latest outlook says of it; it will be revised itself. The outlooks are of 2021 and later, so a rebound, an energy crisis and inflation make up most of their years.";

    public const string Draws = "The draws of run --draws are not scored here: their parameters are fitted to the years that they would have to foretell.";

    public const string Definition = "The edition before and the edition in use differ in what they count and in the year of their prices: shares are compared, never amounts, and a difference is not all error.";

    public const string Estimates = "Outturns that NATO still estimates stand in record.csv, marked; the scores on this page leave them out, those of scores.csv are given with and without them.";

    /// <summary>What has to be known before any number is used.</summary>
    public static IReadOnlyList<string> Caveats { get; } = [Reading, LeftOut, Estimates, Definition, Intervals, Bootstrap, Growth, Draws];

    public static string Basis(ForecastBasis basis) => basis == ForecastBasis.WithinEdition ? "within edition" : "real time";
}
