using System.Globalization;
using Simulator.Backtesting;

namespace Simulator.Reports.Backtests;

/// <summary>What a reader of a backtest has to know, in the same words everywhere.</summary>
internal static class BacktestWords
{
    public const string Reading = "Within an edition the origins are pseudo real time: rules see its figures up to the origin, with revisions that nobody knew then.";

    public const string LeftOut = "Forecasts of Luxembourg across 2022/23 are left out: its GDP was put on another base. Iceland has no armed forces. Members count before they joined, where NATO publishes their figures.";

    public const string Intervals = "A simple rule has no intervals of its own. They are made from its past errors at the same horizon, of all members together, that were known at the origin, on both sides of what it says; with fewer than two earlier origins there are none. The model's draws are intervals of their own, at every origin.";

    public const string Bootstrap = "The interval of a score is that of 2,000 draws of origin years with replacement; the origins overlap and are few, so it is too narrow rather than too wide.";

    public const string Growth = "Growth that came is what the latest outlook says of it; it will be revised itself. The outlooks are of 2021 and later, so a rebound, an energy crisis and inflation make up most of their years.";

    public const string DrawsKnown = "The model's draws speak from the edition cut off at the origin, with shocks of growth and deflators refitted on the years to it by the fit in use, and with what had arrived by then of the line of 2014 to the pledge of Wales (least squares over members, with the spread that is left; fitted.csv). Not used, because nobody knew it there: revisions of the start (figures within one edition are final), the four cases of delivery of 2025, and all later years. Two judgements were made later and are the same at every origin: how late budgets follow GDP, and how long a late plan stays late.";

    public const string DrawsHold = "In a draw growth is shaken, budgets follow it late, and a plan arrives in part; no government changes its mind. A range of draws says how far that alone moves the shares of a scenario, not how far they may come to lie from it.";

    public const string DrawsGrowth = "Growth without shocks goes on at each member's mean of ten years to the origin, in real time at the outlook's: it moves no share, since paths are shares of GDP. In real time, growth before the first year that is at hand of the outlook of the time is that of the later one.";

    /// <summary>How many worlds are drawn, and from which seed.</summary>
    public static string DrawsNumber { get; } = string.Create(CultureInfo.InvariantCulture, $"{EnsembleRule.Draws:N0} worlds are drawn at each origin, from seed {EnsembleRule.Seed}; what is said is their median.");

    public const string Definition = "The edition before and the edition in use differ in what they count and in the year of their prices: shares are compared, never amounts, and a difference is not all error.";

    public const string Estimates = "Outturns that NATO still estimates stand in record.csv, marked; the scores on this page leave them out, those of scores.csv are given with and without them.";

    /// <summary>What has to be known before any number is used.</summary>
    public static IReadOnlyList<string> Caveats { get; } = [Reading, LeftOut, Estimates, Definition, Intervals, DrawsNumber, DrawsKnown, DrawsHold, DrawsGrowth, Bootstrap, Growth];

    public static string Basis(ForecastBasis basis) => basis == ForecastBasis.WithinEdition ? "within edition" : "real time";
}
