using System.Globalization;
using Simulator.Backtesting;
using Simulator.Reports.Tables;
using static Simulator.Reports.Tables.FieldType;

namespace Simulator.Reports.Backtests;

/// <summary>hub-forecasts.csv: the same forecasts in the layout of forecast hubs (hubverse), for tools that score them.</summary>
/// <param name="results">The backtest.</param>
public sealed class HubForecastsTable(BacktestResults results) : ITable
{
    /// <summary>What is forecast.</summary>
    internal const string Target = "defence share of GDP";

    private const string NoId = "NA";

    /// <inheritdoc/>
    public TableSchema Schema { get; } = new(
        "hub-forecasts",
        "Forecasts in hub layout",
        $"Model output as hubverse lays it out, percent of real GDP; what came stands in hub-targets.csv. The median is what the rule said; quantiles stand where it has intervals. {BacktestWords.Intervals}",
        [
            new("model_id", Text, "", "The rule, and the basis where it is real time."),
            BacktestColumns.Origin,
            new("location", Text, "", "ISO 3166-1 alpha-3 code of the member."),
            new("target", Text, "", "What is forecast."),
            BacktestColumns.Horizon,
            new("output_type", Text, "", "median or quantile."),
            new("output_type_id", Text, "", "Probability level of a quantile; NA for the median."),
            new("value", Number, "percent of real GDP", "The forecast."),
        ],
        ["model_id", "origin", "location", "target", "horizon", "output_type", "output_type_id"]);

    /// <inheritdoc/>
    public void Write(TableWriter rows)
    {
        foreach (Forecast forecast in results.Record.Forecasts)
        {
            Row(rows, forecast, "median", NoId, forecast.SaidPct);
            for (int i = 0; i < forecast.QuantilesPct.Count; i++)
            {
                Row(rows, forecast, "quantile", (Scoring.Percents[i] / 100).ToString("0.##", CultureInfo.InvariantCulture), forecast.QuantilesPct[i]);
            }
        }
    }

    private void Row(TableWriter rows, Forecast forecast, string type, string id, double value)
    {
        rows.Text(forecast.Basis == ForecastBasis.RealTime ? $"{forecast.RuleId}-real-time" : forecast.RuleId);
        rows.Year(forecast.Origin);
        rows.Text(results.Edition.Roster.Members[forecast.Member].Iso3);
        rows.Text(Target);
        rows.Integer(forecast.Horizon);
        rows.Text(type);
        rows.Text(id);
        rows.Number(value);
        rows.EndRow();
    }
}

/// <summary>hub-targets.csv: what came, in the layout of forecast hubs.</summary>
/// <param name="results">The backtest.</param>
public sealed class HubTargetsTable(BacktestResults results) : ITable
{
    /// <inheritdoc/>
    public TableSchema Schema { get; } = new(
        "hub-targets",
        "Outturns in hub layout",
        "One row for each member and year that a forecast speaks of.",
        [
            new("location", Text, "", "ISO 3166-1 alpha-3 code of the member."),
            new("target", Text, "", "What is forecast."),
            CommonColumns.Year,
            new("observation", Number, "percent of real GDP", "What came."),
            new("status", Text, "", "reported or estimate."),
        ],
        ["location", "target", "year"]);

    /// <inheritdoc/>
    public void Write(TableWriter rows)
    {
        foreach (Forecast forecast in results.Record.Forecasts.DistinctBy(f => (f.Member, f.Year)).OrderBy(f => f.Member).ThenBy(f => f.Year))
        {
            rows.Text(results.Edition.Roster.Members[forecast.Member].Iso3);
            rows.Text(HubForecastsTable.Target);
            rows.Year(forecast.Year);
            rows.Number(forecast.CamePct);
            rows.Text(forecast.IsEstimate ? "estimate" : "reported");
            rows.EndRow();
        }
    }
}
