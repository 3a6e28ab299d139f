using Simulator.Projections;
using Simulator.Reports.Comparing;
using static Simulator.Reports.Tables.FieldType;

namespace Simulator.Reports.Tables;

/// <summary>compare.csv: what scenarios differ by from the reference, split by cause; the rows of a unit and year add up to the difference.</summary>
public sealed class CompareTable : ITable
{
    private readonly Comparison _comparison;

    /// <summary>Describes the table of a comparison.</summary>
    /// <param name="comparison">The comparison.</param>
    public CompareTable(Comparison comparison)
    {
        _comparison = comparison;
        Schema = SchemaOf(
            $"One row for each scenario, unit, year and cause. {CauseSplit.OrderInWords} A cause by which a pair does not differ has no row. side-by-side.csv has the sums.",
            "Difference of the debt ratio when all extra spending over hold is borrowed; a group's is weighted by GDP; empty where no debt is computed.");
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

    /// <summary>The table that both kinds of comparison write.</summary>
    /// <param name="description">What a row is.</param>
    /// <param name="debt">What the debt column holds.</param>
    internal static TableSchema SchemaOf(string description, string debt) => new(
        "compare",
        "Differences by cause",
        description,
        [
            CommonColumns.ScenarioOnly,
            new("against", Text, "", "What it is held against: id of the reference scenario, or the same scenario in the other run."),
            CommonColumns.Unit,
            CommonColumns.Year,
            new("share_diff_pp", Number, "points of GDP", "Difference of the share."),
            new("spending_diff_bn", Number, "billion units of currency, in the row's prices", "Difference of spending; empty where the amounts are not comparable."),
            new("cumulative_diff_bn", Number, "billion units of currency, in the row's prices", "Sum of spending_diff_bn from the first projected year on; at current prices a sum of unlike money."),
            new("debt_diff_pp", Number, "points of GDP", debt),
            CommonColumns.Currency,
            CommonColumns.Prices,
            new("cause", Text, "", "path (with every setting but shocks), growth, prices, data (another edition under the same scenario), or mixed (another edition and other scenario files at once)."),
        ],
        ["scenario", "against", "unit", "year", "cause"]);

    private void WriteUnit(TableWriter rows, ComparedPair pair, ReportUnit unit)
    {
        MoneyBasis money = _comparison.Options.Money(_comparison.Edition, unit.Unit);
        string currency = money.CurrencyCode(_comparison.Edition, unit.Unit);
        string prices = money.PricesWord(_comparison.Edition);
        IReadOnlyList<Difference>[] parts = [.. pair.Steps.Select(s => _comparison.Between(s.After, s.Before, unit.Unit))];
        for (int i = 0; i < parts[0].Count; i++)
        {
            for (int s = 0; s < parts.Length; s++)
            {
                rows.Text(pair.Scenario.Scenario.Id);
                rows.Text(pair.Reference.Scenario.Id);
                rows.Text(unit.Id);
                rows.Year(_comparison.Edition.BaseYear + 1 + i);
                rows.Number(parts[s][i].SharePp);
                rows.Number(parts[s][i].SpendingBn);
                rows.Number(parts[s][i].CumulativeBn);
                rows.NumberOrEmpty(parts[s][i].DebtPp);
                rows.Text(currency);
                rows.Text(prices);
                rows.Text(CauseSplit.Word(pair.Steps[s].Cause));
                rows.EndRow();
            }
        }
    }
}
