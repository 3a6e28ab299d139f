using Simulator.Projections;
using Simulator.Reports.Comparing;
using static Simulator.Reports.Tables.FieldType;

namespace Simulator.Reports.Tables;

/// <summary>side-by-side.csv: the figures of each scenario beside those of the reference, and the whole difference.</summary>
public sealed class SideBySideTable : ITable
{
    private readonly Comparison _comparison;

    /// <summary>Describes the table of a comparison.</summary>
    /// <param name="comparison">The comparison.</param>
    public SideBySideTable(Comparison comparison)
    {
        _comparison = comparison;
        const string bn = "billion units of currency, in the row's prices";
        Schema = new TableSchema(
            "side-by-side",
            "Scenarios beside the reference",
            $"One row for each scenario, unit and year. {CommonColumns.IcelandRemark}",
            [
                CommonColumns.ScenarioOnly,
                new("against", Text, "", "Id of the reference scenario."),
                CommonColumns.Unit,
                CommonColumns.Name,
                CommonColumns.Year,
                new("share_pct", Number, "percent of real GDP", CommonColumns.SharesOf(comparison.Edition)),
                new("reference_share_pct", Number, "percent of real GDP", "The same of the reference."),
                new("share_diff_pp", Number, "points of GDP", "Scenario less reference."),
                new("spending_bn", Number, bn, "Core spending."),
                new("reference_spending_bn", Number, bn, "The same of the reference."),
                new("spending_diff_bn", Number, bn, "Scenario less reference."),
                new("cumulative_diff_bn", Number, bn, $"Sum of spending_diff_bn from {CommonColumns.Text(comparison.Edition.BaseYear + 1)} on; at current prices a sum of unlike money."),
                new("debt_pct", Number, "percent of GDP", "Debt when all extra spending over hold is borrowed; a group's is weighted by GDP; empty where no debt is computed."),
                new("reference_debt_pct", Number, "percent of GDP", "The same of the reference."),
                new("debt_diff_pp", Number, "points of GDP", "Scenario less reference."),
                CommonColumns.Currency,
                CommonColumns.Prices,
            ],
            ["scenario", "against", "unit", "year"]);
    }

    /// <inheritdoc/>
    public TableSchema Schema { get; }

    /// <inheritdoc/>
    public void Write(TableWriter rows)
    {
        foreach (ComparedPair pair in _comparison.Pairs)
        {
            foreach (ReportUnit unit in _comparison.Members.Concat(_comparison.Groups))
            {
                WriteUnit(rows, pair, unit);
            }
        }
    }

    private void WriteUnit(TableWriter rows, ComparedPair pair, ReportUnit unit)
    {
        MoneyBasis money = _comparison.Options.Money(_comparison.Edition, unit.Unit);
        string currency = money.CurrencyCode(_comparison.Edition, unit.Unit);
        string prices = money.PricesWord(_comparison.Edition);
        IReadOnlyList<Difference> years = _comparison.Between(pair.Scenario, pair.Reference, unit.Unit);
        for (int i = 0; i < years.Count; i++)
        {
            int year = _comparison.Edition.BaseYear + 1 + i;
            rows.Text(pair.Scenario.Scenario.Id);
            rows.Text(pair.Reference.Scenario.Id);
            rows.Text(unit.Id);
            rows.Text(unit.Name);
            rows.Year(year);
            rows.Number(pair.Scenario.SharePct(unit.Unit, year));
            rows.Number(pair.Reference.SharePct(unit.Unit, year));
            rows.Number(years[i].SharePp);
            rows.Number(pair.Scenario.SpendingBn(unit.Unit, year, money));
            rows.Number(pair.Reference.SpendingBn(unit.Unit, year, money));
            rows.Number(years[i].SpendingBn);
            rows.Number(years[i].CumulativeBn);
            rows.NumberOrEmpty(Comparison.DebtPct(pair.Scenario, unit.Unit, year));
            rows.NumberOrEmpty(Comparison.DebtPct(pair.Reference, unit.Unit, year));
            rows.NumberOrEmpty(years[i].DebtPp);
            rows.Text(currency);
            rows.Text(prices);
            rows.EndRow();
        }
    }
}
