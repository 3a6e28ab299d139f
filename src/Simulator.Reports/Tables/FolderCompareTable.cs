using Simulator.Reports.Comparing;

namespace Simulator.Reports.Tables;

/// <summary>compare.csv of two finished runs: the later one less the earlier one.</summary>
public sealed class FolderCompareTable : ITable
{
    private readonly FolderComparison _comparison;

    /// <summary>Describes the table of a comparison.</summary>
    /// <param name="comparison">The comparison.</param>
    public FolderCompareTable(FolderComparison comparison)
    {
        _comparison = comparison;
        int priceYear = comparison.Later.Manifest.EditionFacts.PriceYear;
        Schema = CompareTable.SchemaOf(
            $"One row for each scenario, unit and year that both runs have; \"{RunResults.HistoryId}\" for years that both publish. {(comparison.HasAmounts ? $"Amounts are US dollars at constant prices of {CommonColumns.Text(priceYear)}." : "The price years of the two runs differ, so amounts are not compared and their columns are empty.")}",
            "Debt is not compared between runs: the column is empty.");
    }

    /// <inheritdoc/>
    public TableSchema Schema { get; }

    /// <inheritdoc/>
    public void Write(TableWriter rows)
    {
        string edition = _comparison.Earlier.Manifest.Edition;
        string runId = _comparison.Earlier.Manifest.RunId;
        foreach (FolderDifference row in _comparison.Rows)
        {
            rows.Text(row.Scenario);
            rows.Text($"{row.Scenario} on {edition} (run {runId})");
            rows.Text(row.Unit);
            rows.Year(row.Year);
            rows.Number(row.Later - row.Earlier);
            rows.NumberOrEmpty(row.SpendingBn);
            rows.NumberOrEmpty(row.CumulativeBn);
            rows.Empty();
            rows.Text(_comparison.HasAmounts ? "USD" : "");
            rows.Text(_comparison.HasAmounts ? CommonColumns.Text(_comparison.Later.Manifest.EditionFacts.PriceYear) : "");
            rows.Text(CauseSplit.Word(row.Cause));
            rows.EndRow();
        }
    }
}
