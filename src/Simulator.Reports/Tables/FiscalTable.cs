using static Simulator.Reports.Tables.FieldType;

namespace Simulator.Reports.Tables;

/// <summary>
/// fiscal.csv: economy and debt. The part that computes it does not exist in this version: the table has its columns and no row,
/// and says so.
/// </summary>
public sealed class FiscalTable : ITable
{
    /// <inheritdoc/>
    public TableSchema Schema { get; } = new(
        "fiscal",
        "Economy and debt",
        "Not computed by this version: the table has its columns and no row. One row for each scenario, member, year, part borrowed and reference.",
        [
            CommonColumns.ScenarioOnly,
            CommonColumns.Iso3,
            CommonColumns.Year,
            new("borrowed_pct", Number, "percent of extra spending", "The part that is borrowed."),
            new("reference", Text, "", "Against which path: hold, or in_baseline."),
            new("extra_spending_ncu_bn", Number, "billion units of national currency, current prices", "Extra spending against the reference."),
            new("gdp_effect_pct", Number, "percent", "Effect on the level of GDP."),
            new("extra_debt_ncu_bn", Number, "billion units of national currency, current prices", "Extra debt."),
            new("extra_debt_pp", Number, "points of GDP", "Extra debt."),
            new("debt_pct", Number, "percent of GDP", "General government gross debt."),
            new("imf_debt_pct", Number, "percent of GDP", "The same on the IMF's path."),
            new("balance_pct", Number, "percent of GDP", "General government balance."),
            new("imf_balance_pct", Number, "percent of GDP", "The same on the IMF's path."),
            new("interest_pct", Number, "percent of GDP", "Interest on the extra debt."),
            new("offsets_pct", Number, "percent of GDP", "Taxes and cuts that pay for the part not borrowed."),
            new("tax_per_head_ncu", Number, "units of national currency per inhabitant, current prices", "The same as a tax per inhabitant."),
            new("cut_pct_of_other_spending", Number, "percent", "The cut of other public spending that would pay for the extra spending."),
            new("flags", Text, "", "What the reader has to see, such as a deficit over 3 percent."),
        ],
        ["scenario", "iso3", "year", "borrowed_pct", "reference"]);

    /// <inheritdoc/>
    public void Write(TableWriter rows)
    {
    }
}
