using Simulator.Backtesting;
using Simulator.Reports.Tables;
using static Simulator.Reports.Tables.FieldType;

namespace Simulator.Reports.Backtests;

/// <summary>record.csv: what every rule said at every origin of every member, and what came.</summary>
/// <param name="results">The backtest.</param>
public sealed class RecordTable(BacktestResults results) : ITable
{
    /// <inheritdoc/>
    public TableSchema Schema { get; } = new(
        "record",
        "Forecast record",
        $"One row for each basis, origin, rule, member and horizon. {BacktestWords.Reading} {BacktestWords.LeftOut}",
        [
            BacktestColumns.Origin,
            BacktestColumns.Rule,
            CommonColumns.Iso3,
            BacktestColumns.Horizon,
            new("said_pct", Number, "percent of real GDP", "What the rule said."),
            new("came_pct", Number, "percent of real GDP", "What the edition in use says."),
            new("error_pp", Number, "points of GDP", "Said less came: above zero where too much was said."),
            new("year", Year, "", "The year spoken of: origin and horizon."),
            new("came_status", Text, "", "reported or estimate: whether what came is final."),
            BacktestColumns.Basis,
        ],
        ["basis", "origin", "rule", "iso3", "horizon"]);

    /// <inheritdoc/>
    public void Write(TableWriter rows)
    {
        foreach (Forecast forecast in results.Record.Forecasts)
        {
            rows.Year(forecast.Origin);
            rows.Text(forecast.RuleId);
            rows.Text(results.Edition.Roster.Members[forecast.Member].Iso3);
            rows.Integer(forecast.Horizon);
            rows.Number(forecast.SaidPct);
            rows.Number(forecast.CamePct);
            rows.Number(forecast.ErrorPp);
            rows.Year(forecast.Year);
            rows.Text(forecast.IsEstimate ? "estimate" : "reported");
            rows.Text(BacktestWords.Basis(forecast.Basis));
            rows.EndRow();
        }
    }
}

/// <summary>scores.csv: how well each rule did at each horizon.</summary>
/// <param name="results">The backtest.</param>
public sealed class ScoresTable(BacktestResults results) : ITable
{
    /// <inheritdoc/>
    public TableSchema Schema { get; } = new(
        "scores",
        "Scores of rules",
        $"One row for each basis, kind of outturn, horizon and rule. {BacktestWords.Reading} {BacktestWords.Intervals} {BacktestWords.Bootstrap}",
        [
            BacktestColumns.Basis,
            new("outturns", Text, "", "reported: only outturns that are final; all: with those that NATO still estimates."),
            BacktestColumns.Horizon,
            BacktestColumns.Rule,
            new("forecasts", Integer, "forecasts", "Forecasts that count."),
            new("origins", Integer, "origins", "Origins that they come from."),
            new("mae_pp", Number, "points of GDP", "Mean absolute error."),
            new("mae_low_pp", Number, "points of GDP", BacktestColumns.Low),
            new("mae_high_pp", Number, "points of GDP", BacktestColumns.High),
            new("bias_pp", Number, "points of GDP", "Mean error: above zero where too much was said."),
            new("skill_pct", Number, "percent", "How much smaller the mean absolute error is than that of hold on the same forecasts; below zero where the rule is worse than \"nothing changes\"."),
            new("skill_low_pct", Number, "percent", BacktestColumns.Low),
            new("skill_high_pct", Number, "percent", BacktestColumns.High),
            new("nearer_than_hold_pct", Number, "percent of forecasts", "Forecasts that came nearer than hold did; the same counts as not nearer."),
            new("interval_forecasts", Integer, "forecasts", "Forecasts with intervals."),
            new("wis_pp", Number, "points of GDP", $"Mean weighted interval score of the median and the intervals of 50, 80 and 90 percent; {BacktestColumns.NoIntervals}"),
            new("wis_skill_pct", Number, "percent", "How much smaller the mean weighted interval score is than that of hold over the forecasts where both have intervals; below zero where it is larger; empty where there is no such forecast."),
            new("wis_skill_low_pct", Number, "percent", BacktestColumns.Low),
            new("wis_skill_high_pct", Number, "percent", BacktestColumns.High),
            new("wis_spread_pp", Number, "points of GDP", $"Its part from the width of intervals; {BacktestColumns.NoIntervals}"),
            new("wis_over_pp", Number, "points of GDP", $"Its part from saying too much; {BacktestColumns.NoIntervals}"),
            new("wis_under_pp", Number, "points of GDP", $"Its part from saying too little; {BacktestColumns.NoIntervals}"),
            new("crps_pp", Number, "points of GDP", $"Mean continuous ranked probability score; {BacktestColumns.NoIntervals}"),
            new("coverage_50_pct", Number, "percent of forecasts", $"How often the middle half held what came; {BacktestColumns.NoIntervals}"),
            new("coverage_90_pct", Number, "percent of forecasts", $"How often the middle nine tenths held what came; {BacktestColumns.NoIntervals}"),
        ],
        ["basis", "outturns", "horizon", "rule"]);

    /// <inheritdoc/>
    public void Write(TableWriter rows)
    {
        foreach (RuleScore score in results.Scores)
        {
            rows.Text(BacktestWords.Basis(score.Basis));
            rows.Text(score.WithEstimates ? "all" : "reported");
            rows.Integer(score.Horizon);
            rows.Text(score.RuleId);
            rows.Integer(score.Forecasts);
            rows.Integer(score.Origins);
            rows.Number(score.MeanAbsoluteErrorPp.Value);
            rows.NumberOrEmpty(score.MeanAbsoluteErrorPp.Low);
            rows.NumberOrEmpty(score.MeanAbsoluteErrorPp.High);
            rows.Number(score.BiasPp);
            rows.NumberOrEmpty(score.SkillPct.Value);
            rows.NumberOrEmpty(score.SkillPct.Low);
            rows.NumberOrEmpty(score.SkillPct.High);
            rows.Number(score.NearerThanHoldPct);
            rows.Integer(score.IntervalForecasts);
            rows.NumberOrEmpty(score.WeightedIntervalPp.Total);
            rows.NumberOrEmpty(score.IntervalSkillPct.Value);
            rows.NumberOrEmpty(score.IntervalSkillPct.Low);
            rows.NumberOrEmpty(score.IntervalSkillPct.High);
            rows.NumberOrEmpty(score.WeightedIntervalPp.Spread);
            rows.NumberOrEmpty(score.WeightedIntervalPp.Over);
            rows.NumberOrEmpty(score.WeightedIntervalPp.Under);
            rows.NumberOrEmpty(score.CrpsPp);
            rows.NumberOrEmpty(score.Coverage50Pct);
            rows.NumberOrEmpty(score.Coverage90Pct);
            rows.EndRow();
        }
    }
}

/// <summary>fitted.csv: the numbers that a rule was fitted to at each origin.</summary>
/// <param name="results">The backtest.</param>
public sealed class FittedTable(BacktestResults results) : ITable
{
    /// <inheritdoc/>
    public TableSchema Schema { get; } = new(
        "fitted",
        "Fitted numbers",
        "One row for each basis, origin, rule and number that the rule took for all members from what was known there: the part of what is missing to 2 percent that partial adjustment makes up in a year (0 where shares fell), and what the model's draws were refitted to.",
        [
            BacktestColumns.Basis,
            BacktestColumns.Origin,
            BacktestColumns.Rule,
            new("number", Text, "", "What was fitted: speed of partial adjustment; growth_years, growth_persistence and growth_spread_pp of the model's growth shocks; delivery_pct and delivery_spread of the pledge of Wales."),
            new("value", Number, "as the column unit says", "The number, fitted to what was known at the origin."),
            new("unit", Text, "", "Unit of the number."),
        ],
        ["basis", "origin", "rule", "number"]);

    /// <inheritdoc/>
    public void Write(TableWriter rows)
    {
        foreach (FittedNumber fitted in results.Record.Fitted)
        {
            rows.Text(BacktestWords.Basis(fitted.Basis));
            rows.Year(fitted.Origin);
            rows.Text(fitted.RuleId);
            rows.Text(fitted.Number.Name);
            rows.Number(fitted.Number.Value);
            rows.Text(fitted.Number.Unit);
            rows.EndRow();
        }
    }
}

/// <summary>Columns that several tables share.</summary>
internal static class BacktestColumns
{
    public const string Low = "5th percentile when origins are drawn again; empty where origins are too few.";

    public const string High = "95th percentile when origins are drawn again; empty where origins are too few.";

    public const string NoIntervals = "empty where no forecast has intervals.";

    public static Column Basis { get; } = new("basis", Text, "", "within edition: told from the edition in use, cut off at the origin (pseudo real time); real time: told from the edition that was out.");

    public static Column Origin { get; } = new("origin", Year, "", "Last year known when the rule spoke.");

    public static Column Rule { get; } = new("rule", Text, "", $"{string.Join(", ", ForecastRule.All.Select(r => r.Id))}; {Forecast.EstimateId} is NATO's own estimate of the origin year.");

    public static Column Horizon { get; } = new("horizon", Integer, "years", "Years after the origin; 0 is the revision of NATO's own estimate.");
}
