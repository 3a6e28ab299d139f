using Simulator.Alliance;
using Simulator.Feasibility;
using Simulator.Projections;
using Simulator.Reports.Answers;
using static Simulator.Reports.Tables.FieldType;

namespace Simulator.Reports.Tables;

/// <summary>answers.csv: the answer sheet, one row for each scenario, unit and year asked for.</summary>
public sealed class AnswersTable : ITable
{
    private readonly RunResults _results;

    /// <summary>Describes the table of a run.</summary>
    /// <param name="results">The results of the run.</param>
    public AnswersTable(RunResults results)
    {
        _results = results;
        const string bn = "billion units of currency, in the row's prices";
        const string firstYear = "First year from the base year on in which the share, rounded half up to two decimals, is at least this; empty when not within the horizon.";
        Schema = new TableSchema(
            "answers",
            "Answer sheet",
            $"One row for each scenario, unit and year asked for; members, then groups. {CommonColumns.IcelandRemark} {CommonColumns.LineConvention} A share within 0.01 points of a threshold is decided by rounding. {EffortWords.Rule(results.Episodes)}",
            [
                CommonColumns.ScenarioOnly,
                new("iso3", Text, "", "ISO 3166-1 alpha-3 code of a member, or id of a group."),
                CommonColumns.Name,
                CommonColumns.Year,
                new("share_pct", Number, "percent of real GDP", CommonColumns.SharesOf(results.Edition)),
                new("line_pct", Number, "percent of real GDP", "The comparison line; of a group its members' lines weighted by GDP; empty for Iceland."),
                new("short_pp", Number, "points of GDP", "Points short of the line, both rounded half up to two decimals; of a group its members' shortfalls over its GDP; empty for Iceland."),
                new("spending_bn", Number, bn, "Core spending."),
                new("extra_over_hold_bn", Number, bn, "Spending above what the base-year share would cost in the unshocked economy, negative where it is less."),
                new("cumulative_extra_bn", Number, bn, "Sum of extra_over_hold_bn from the year after the base year on."),
                new("short_of_line_bn", Number, bn, "Short of the line; of a group the sum of its members'; empty for Iceland."),
                CommonColumns.Currency,
                CommonColumns.Prices,
                new("per_head", Number, "units of currency per inhabitant, in the row's prices", "Spending per inhabitant."),
                new("required_real_growth_pct", Number, "percent a year", "The constant real growth that takes spending from the base year to this year; empty for Iceland."),
                new("nearest_episode", Text, "", "The ally's five years in NATO's history whose real growth is nearest to the member's steepest five years under the scenario; empty for groups and Iceland, and where the horizon or the history is shorter."),
                new("effort", Text, "", "Where the member's steepest five years of real growth from the base year to the horizon stand among allies' five-year episodes; empty where nearest_episode is."),
                new("first_year_2", FieldType.Year, "", $"2 percent. {firstYear}"),
                new("first_year_3", FieldType.Year, "", $"3 percent. {firstYear}"),
                new("first_year_3_5", FieldType.Year, "", $"3.5 percent. {firstYear}"),
                new("first_year_5", FieldType.Year, "", $"5 percent. {firstYear}"),
                new("extra_debt_pp", Number, "points of GDP", "Extra debt in that year if all of the extra spending over hold is borrowed: the upper bound, since the IMF path already holds part of some plans (fiscal.csv has the other financings and references); of a group its members' points weighted by nominal GDP in US dollars; empty where the IMF gives no debt."),
                new("stated_position", Text, "", "What the member has said that it will spend; empty for groups and where nothing was found."),
            ],
            ["scenario", "iso3", "year"]);
    }

    /// <inheritdoc/>
    public TableSchema Schema { get; }

    /// <inheritdoc/>
    public void Write(TableWriter rows)
    {
        foreach (Projection projection in _results.Projections)
        {
            foreach (ReportUnit unit in _results.Members.Concat(_results.Groups))
            {
                foreach (int year in _results.Options.Years)
                {
                    WriteRow(rows, projection, unit, year);
                }
            }
        }
    }

    private void WriteRow(TableWriter rows, Projection projection, ReportUnit unit, int year)
    {
        Edition edition = _results.Edition;
        MoneyBasis money = _results.Options.Money(edition, unit.Unit);
        rows.Text(RunResults.IdOf(projection));
        rows.Text(unit.Id);
        rows.Text(unit.Name);
        rows.Year(year);
        rows.NumberOrEmpty(projection.SharePct(unit.Unit, year));
        rows.NumberOrEmpty(projection.LinePct(unit.Unit, year));
        rows.NumberOrEmpty(projection.ShortPp(unit.Unit, year));
        rows.NumberOrEmpty(projection.SpendingBn(unit.Unit, year, money));
        rows.NumberOrEmpty(projection.ExtraOverHoldBn(unit.Unit, year, money));
        rows.NumberOrEmpty(projection.CumulativeExtraBn(unit.Unit, year, money));
        rows.NumberOrEmpty(projection.ShortOfLineBn(unit.Unit, year, money));
        rows.Text(money.CurrencyCode(edition, unit.Unit));
        rows.Text(money.PricesWord(edition));
        rows.NumberOrEmpty(projection.PerHead(unit.Unit, year, money));
        rows.NumberOrEmpty(projection.RequiredRealGrowthPct(unit.Unit, year));
        if (!unit.Unit.IsGroup && Effort.TryOf(projection, unit.Unit.MemberIndex, _results.Episodes, _results.Options.Horizon, out Effort? effort))
        {
            rows.Text(EffortWords.Episode(effort.Nearest, edition.Roster));
            rows.Text(EffortWords.Class(effort.Class));
        }
        else
        {
            rows.Empty();
            rows.Empty();
        }

        FirstYear(rows, projection, unit.Unit, 2);
        FirstYear(rows, projection, unit.Unit, 3);
        FirstYear(rows, projection, unit.Unit, 3.5);
        FirstYear(rows, projection, unit.Unit, 5);
        rows.NumberOrEmpty(new FiscalSummary(projection).ExtraDebtPp(unit.Unit, year, 100).Hold);
        rows.Text(unit.Unit.IsGroup ? "" : edition.StatedPosition(unit.Unit.MemberIndex));
        rows.EndRow();
    }

    private void FirstYear(TableWriter rows, Projection projection, Unit unit, double thresholdPct)
    {
        if (projection.TryFirstYearAt(unit, thresholdPct, out int year) && year <= _results.Options.Horizon)
        {
            rows.Year(year);
        }
        else
        {
            rows.Empty();
        }
    }
}
