using Simulator.Alliance;
using Simulator.Projections;
using static Simulator.Reports.Tables.FieldType;

namespace Simulator.Reports.Tables;

/// <summary>groups.csv: totals and counts of every group by scenario and year; published years once, before the scenarios.</summary>
public sealed class GroupsTable : ITable
{
    private static readonly MoneyBasis CurrentUsd = new(CurrencyChoice.Usd, PriceBasis.Current);
    private static readonly MoneyBasis ConstUsd = new(CurrencyChoice.Usd, PriceBasis.PriceYear);

    private readonly RunResults _results;

    /// <summary>Describes the table of a run.</summary>
    /// <param name="results">The results of the run.</param>
    public GroupsTable(RunResults results)
    {
        _results = results;
        Edition edition = results.Edition;
        string constant = $"million US dollars at {CommonColumns.Text(edition.PriceYear)} prices and exchange rates";
        Schema = new TableSchema(
            "groups",
            "Groups by year",
            $"One row for each scenario, group and year. A member counts from the year in which it joined, as in NATO's totals. Iceland's GDP is in the denominator of groups that contain it; allies are counted among members with armed forces. Counts use shares rounded half up to two decimals, in published years table 3. {CommonColumns.LineConvention}",
            [
                CommonColumns.Scenario,
                new("group", Text, "", "Id of the group."),
                CommonColumns.Year,
                CommonColumns.Status,
                new("share_pct", Number, "percent of real GDP", $"{CommonColumns.SharesOf(edition)} Members weigh by money."),
                new("spending_const_usd_m", Number, constant, "Spending at constant prices."),
                new("spending_usd_m", Number, "million US dollars, current prices and exchange rates", "Spending in dollars of the year."),
                new("real_growth_pct", Number, "percent", "Growth of spending at constant prices on the year before, as NATO's totals have it: a new member's spending is in it."),
                new("real_growth_same_members_pct", Number, "percent", "The same for those that already belonged to the group in the year before."),
                new("us_part_pct", Number, "percent of the group's spending", "The US part: worldwide US spending, not its spending on Europe."),
                new("short_of_line_const_usd_m", Number, constant, "Sum of the members' shortfalls; one member's surplus pays for nobody; empty in published years."),
                new("members_counted", Integer, "members", "Members with armed forces that belong to the group in the year."),
                new("members_at_2", Integer, "members", "How many of them spend at least 2 percent of GDP."),
                new("members_at_3_5", Integer, "members", "How many of them spend at least 3.5 percent of GDP."),
                new("members_at_5", Integer, "members", "How many of them spend at least 5 percent of GDP."),
            ],
            ["scenario", "group", "year"]);
    }

    /// <inheritdoc/>
    public TableSchema Schema { get; }

    /// <inheritdoc/>
    public void Write(TableWriter rows)
    {
        Projection history = _results.History;
        foreach (ReportUnit group in _results.Groups)
        {
            for (int year = history.FirstYear; year <= history.BaseYear; year++)
            {
                WriteRow(rows, RunResults.HistoryId, history, group, year);
            }
        }

        foreach (Projection projection in _results.Projections)
        {
            foreach (ReportUnit group in _results.Groups)
            {
                for (int year = projection.BaseYear + 1; year <= _results.Options.Horizon; year++)
                {
                    WriteRow(rows, RunResults.IdOf(projection), projection, group, year);
                }
            }
        }
    }

    private void WriteRow(TableWriter rows, string scenario, Projection projection, ReportUnit group, int year)
    {
        Unit unit = group.Unit;
        rows.Text(scenario);
        rows.Text(group.Id);
        rows.Year(year);
        rows.Text(_results.Status(year));
        rows.NumberOrEmpty(projection.SharePct(unit, year));
        rows.NumberOrEmpty(projection.SpendingConstUsdM(unit, year));
        rows.NumberOrEmpty(projection.SpendingM(unit, year, CurrentUsd));
        rows.NumberOrEmpty(projection.RealGrowthPct(unit, year));
        rows.NumberOrEmpty(projection.RealGrowthSameMembersPct(unit, year));
        rows.NumberOrEmpty(projection.UsPartPct(unit, year));
        rows.NumberOrEmpty(year > projection.BaseYear ? 1000 * projection.ShortOfLineBn(unit, year, ConstUsd) : double.NaN);
        rows.Integer(projection.MembersCounted(unit, year));
        rows.Integer(projection.MembersAt(unit, year, 2));
        rows.Integer(projection.MembersAt(unit, year, 3.5));
        rows.Integer(projection.MembersAt(unit, year, 5));
        rows.EndRow();
    }
}
