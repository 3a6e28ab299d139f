using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Pathways;
using Simulator.Projections;
using static Simulator.Reports.Tables.FieldType;

namespace Simulator.Reports.Tables;

/// <summary>
/// fiscal.csv: economy and debt by member and year under each financing and reference. Members only: amounts are in national
/// currency, and a group has none; the points of groups stand in answers.csv.
/// </summary>
public sealed class FiscalTable : ITable
{
    private readonly RunResults _results;

    /// <summary>Describes the table of a run.</summary>
    /// <param name="results">The results of the run.</param>
    public FiscalTable(RunResults results)
    {
        _results = results;
        const string ncuBn = "billion units of national currency, current prices";
        Schema = new TableSchema(
            "fiscal",
            "Economy and debt",
            "One row for each scenario, member, projected year, part borrowed and reference. The part of the extra spending that is not borrowed is paid for by taxes or cuts. Reference hold is the base-year share held, an upper bound, since the IMF path already holds part of some plans; reference in_baseline takes off what that path already holds, and stands only where a member's figures differ by it. The premium on old debt that is refinanced is left out, so that debt is a lower bound in that.",
            [
                CommonColumns.ScenarioOnly,
                CommonColumns.Iso3,
                CommonColumns.Year,
                new("borrowed_pct", Number, "percent of extra spending", "The part that is borrowed: 100, 67 and 0, and the scenario's own borrowed_pct where it sets one."),
                new("reference", Text, "", "Against which path: hold, or in_baseline."),
                new("extra_spending_ncu_bn", Number, ncuBn, "Extra spending against the reference, new money of the related leg included."),
                new("gdp_effect_pct", Number, "percent", "Effect of the extra spending and its financing on the level of GDP."),
                new("extra_debt_ncu_bn", Number, ncuBn, "Extra debt that defence makes, interest included."),
                new("extra_debt_pp", Number, "points of GDP", "Difference of the debt ratio that defence makes, the effect on GDP included; what a growth shock makes is left out; empty where the IMF gives no debt."),
                new("debt_pct", Number, "percent of GDP", "General government gross debt, of defence and of any shock; empty where the IMF gives none."),
                new("imf_debt_pct", Number, "percent of GDP", "The same on the IMF's path, carried on by its last balance after it ends."),
                new("balance_pct", Number, "percent of GDP", "General government balance, negative for a deficit; empty where the IMF gives none."),
                new("imf_balance_pct", Number, "percent of GDP", "The same on the IMF's path; its last value is held after it ends."),
                new("interest_pct", Number, "percent of GDP", "Interest on the extra debt."),
                new("offsets_pct", Number, "percent of GDP", "Taxes and cuts that pay for the part not borrowed; negative where spending falls."),
                new("tax_per_head_ncu", Number, "units of national currency per inhabitant, current prices", "The offsets as a tax per inhabitant."),
                new("cut_pct_of_other_spending", Number, "percent", "The offsets as a cut of general government expenditure without defence (IMF expenditure less core spending at the held share)."),
                new("flags", Text, "", "What the reader has to see, such as a deficit over 3 percent; empty when there is nothing."),
                new("financing", Text, "", "standard for 100, 67 and 0; own for the scenario's borrowed_pct."),
            ],
            ["scenario", "iso3", "year", "borrowed_pct", "reference", "financing"]);
    }

    /// <inheritdoc/>
    public TableSchema Schema { get; }

    /// <inheritdoc/>
    public void Write(TableWriter rows)
    {
        foreach (Projection projection in _results.Projections)
        {
            FiscalSummary fiscal = new(projection);
            foreach (ReportUnit unit in _results.Members)
            {
                int member = unit.Unit.MemberIndex;
                bool differ = fiscal.ReferencesDiffer(member);
                FiscalWorld[] worlds = [.. fiscal.Worlds.Where(w => w.Reference == FiscalReference.Hold || differ)];
                for (int year = projection.BaseYear + 1; year <= _results.Options.Horizon; year++)
                {
                    foreach (FiscalWorld world in worlds)
                    {
                        WriteRow(rows, projection, unit, year, new FiscalReading(projection, world));
                    }
                }
            }
        }
    }

    private static void WriteRow(TableWriter rows, Projection projection, ReportUnit unit, int year, FiscalReading fiscal)
    {
        FiscalWorld world = fiscal.Fiscal;
        int member = unit.Unit.MemberIndex;
        MacroPath macro = projection.Macro;
        int cell = ((year - projection.BaseYear) * macro.Members) + member;
        rows.Text(RunResults.IdOf(projection));
        rows.Text(unit.Id);
        rows.Year(year);
        rows.Number(world.IsOwnFinancing ? projection.Scenario.Number(Setting.BorrowedPct, member, year) : world.BorrowedPct);
        rows.Text(FiscalWords.Reference(world.Reference));
        rows.NumberOrEmpty(world.ExtraSpendingNcuBn[cell]);
        rows.NumberOrEmpty(world.GdpEffectPct[cell]);
        rows.NumberOrEmpty(world.ExtraDebtNcuBn[cell]);
        rows.NumberOrEmpty(world.ExtraDebtPp[cell]);
        rows.NumberOrEmpty(world.DebtPct[cell]);
        rows.NumberOrEmpty(macro.ImfDebtPct[cell]);
        rows.NumberOrEmpty(world.BalancePct[cell]);
        rows.NumberOrEmpty(macro.ImfBalancePct[cell]);
        rows.NumberOrEmpty(world.InterestPct[cell]);
        rows.NumberOrEmpty(world.OffsetsPct[cell]);
        rows.NumberOrEmpty(fiscal.TaxPerHeadNcu(member, year));
        rows.NumberOrEmpty(fiscal.EqualCutPct(member, year));
        rows.Text(FiscalWords.Flags(projection, fiscal, member, year));
        rows.Text(FiscalWords.Financing(world));
        rows.EndRow();
    }
}
