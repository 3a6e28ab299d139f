using Simulator.Backtesting;

namespace Simulator.Reports.Backtests;

/// <summary>What a reader of a backtest has to know, in the same words everywhere.</summary>
internal static class BacktestWords
{
    public const string Reading = "Within an edition the origins are pseudo real time: rules see its figures up to the origin, with revisions that nobody knew then.";

    public const string LeftOut = "Forecasts of Luxembourg across 2022/23 are left out: its GDP was put on another base. Iceland has no armed forces. Members count before they joined, where NATO publishes their figures.";

    public const string Intervals = "A rule has no intervals of its own. They are made from its past errors at the same horizon, of all members together, that were known at the origin, on both sides of what it says; with fewer than two earlier origins there are none.";

    public const string Bootstrap = "The interval of a score is that of 2,000 draws of origin years with replacement; the origins overlap and are few, so it is too narrow rather than too wide.";

    public static string Basis(ForecastBasis basis) => basis == ForecastBasis.WithinEdition ? "within edition" : "real time";
}
