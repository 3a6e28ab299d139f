using Simulator.Backtesting;
using Simulator.Reports.Tables;
using static Simulator.Reports.Tables.FieldType;

namespace Simulator.Reports.Backtests;

/// <summary>revisions.csv: what the edition in use made of the shares of the edition before.</summary>
/// <param name="results">The backtest.</param>
public sealed class RevisionsTable(BacktestResults results) : ITable
{
    /// <inheritdoc/>
    public TableSchema Schema { get; } = new(
        "revisions",
        "Revisions of shares",
        results.Before is null
            ? "There is no edition before the one in use, so there are no rows."
            : $"One row for each year and member that {results.Before.Id} and {results.Edition.Id} both publish. They measure {results.Before.Measure} and {results.Edition.Measure}: a revision holds the change of definition and of price year. {BacktestWords.LeftOut}",
        [
            CommonColumns.Iso3,
            CommonColumns.Year,
            new("said_status", Text, "", "reported or estimate, in the edition before."),
            new("said_pct", Number, "percent of real GDP", "Share in the edition before."),
            new("came_pct", Number, "percent of real GDP", "Share in the edition in use."),
            new("revision_pp", Number, "points of GDP", "Came less said: below zero where the share was lowered."),
            new("revision_pct", Number, "percent", "The same as a part of what was said."),
        ],
        ["iso3", "year"]);

    /// <inheritdoc/>
    public void Write(TableWriter rows)
    {
        foreach (EstimateRevision revision in results.Revisions)
        {
            rows.Text(results.Edition.Roster.Members[revision.Member].Iso3);
            rows.Year(revision.Year);
            rows.Text(revision.WasEstimate ? "estimate" : "reported");
            rows.Number(revision.SaidPct);
            rows.Number(revision.CamePct);
            rows.Number(revision.RevisionPp);
            rows.Number(revision.RevisionPct);
            rows.EndRow();
        }
    }
}

/// <summary>growth-errors.csv: what older outlooks of the IMF said of growth, and what came.</summary>
/// <param name="results">The backtest.</param>
public sealed class GrowthErrorsTable(BacktestResults results) : ITable
{
    /// <inheritdoc/>
    public TableSchema Schema { get; } = new(
        "growth-errors",
        "Errors of growth outlooks",
        $"One row for each outlook, member and year from the year of the outlook on. What came is real GDP growth in {results.Edition.Weo.Title}, which will be revised itself.",
        [
            new("outlook", Text, "", "Year and month of the World Economic Outlook."),
            CommonColumns.Iso3,
            CommonColumns.Year,
            new("horizon", Integer, "years", "Years after that of the outlook."),
            new("said_pct", Number, "percent a year", "Real GDP growth that the outlook said."),
            new("came_pct", Number, "percent a year", "Real GDP growth that came."),
            new("error_pp", Number, "points of growth", "Said less came: above zero where too much was said."),
        ],
        ["outlook", "iso3", "year"]);

    /// <inheritdoc/>
    public void Write(TableWriter rows)
    {
        foreach (GrowthForecast forecast in results.Growth)
        {
            rows.Text(forecast.Outlook);
            rows.Text(results.Edition.Roster.Members[forecast.Member].Iso3);
            rows.Year(forecast.Year);
            rows.Integer(forecast.Horizon);
            rows.Number(forecast.SaidPct);
            rows.Number(forecast.CamePct);
            rows.Number(forecast.ErrorPp);
            rows.EndRow();
        }
    }
}
