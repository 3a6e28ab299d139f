using Simulator.Alliance;
using Simulator.Data.Sources;
using Simulator.Projections;
using static Simulator.Reports.Tables.FieldType;

namespace Simulator.Reports.Tables;

/// <summary>history.csv: what NATO and SIPRI publish, side by side and never spliced.</summary>
public sealed class HistoryTable : ITable
{
    private readonly RunResults _results;

    /// <summary>Describes the table of a run.</summary>
    /// <param name="results">The results of the run.</param>
    public HistoryTable(RunResults results)
    {
        _results = results;
        Schema = new TableSchema(
            "history",
            "History by member, group and year",
            $"One row for each unit, year and source. NATO and SIPRI define spending differently; the two are never joined in one series. {CommonColumns.IcelandRemark}",
            [
                CommonColumns.Unit,
                CommonColumns.Year,
                new("source", Text, "", "nato: the release of the edition; sipri: SIPRI's military expenditure database."),
                new("share_pct", Number, "percent of GDP", "nato: of members as published in table 3, of groups their spending over their GDP at constant prices; sipri: of members as published, empty for groups."),
                new("us_part_pct", Number, "percent of the unit's spending", "The US part: worldwide US spending, not its spending on Europe; sipri: of groups, at constant 2024 prices, of the members that had joined and whose amount is known."),
                new("personnel_thousand", Number, "thousand", "Military personnel; of a group the sum of its members, empty where one of them is not published; empty for sipri."),
                new("equipment_pct", Number, "percent of spending", "Equipment; of a group weighted by spending; empty where not published and for sipri."),
                new("members_counted", Integer, "members", "Members with armed forces that belong to the unit in the year; sipri: of groups, those whose amount is known."),
            ],
            ["unit", "year", "source"]);
    }

    /// <inheritdoc/>
    public TableSchema Schema { get; }

    /// <inheritdoc/>
    public void Write(TableWriter rows)
    {
        Projection history = _results.History;
        foreach (ReportUnit unit in _results.Members.Concat(_results.Groups))
        {
            for (int year = history.FirstYear; year <= history.BaseYear; year++)
            {
                WriteNato(rows, history, unit, year);
            }
        }

        foreach (ReportUnit unit in _results.Members.Concat(_results.Groups))
        {
            WriteSipri(rows, _results.Sipri, history.Edition.Roster, unit);
        }
    }

    private static void WriteSipri(TableWriter rows, SipriHistory sipri, Roster roster, ReportUnit unit)
    {
        int last = Math.Max(sipri.SharePct.LastYear, sipri.ConstantUsdM.LastYear);
        for (int year = Math.Min(sipri.SharePct.FirstYear, sipri.ConstantUsdM.FirstYear); year <= last; year++)
        {
            bool isGroup = unit.Unit.IsGroup;
            double share = isGroup ? double.NaN : sipri.SharePct.Value(unit.Unit.MemberIndex, year);
            double usPart = isGroup ? sipri.UsPartPct(roster, unit.Unit.Members, year) : double.NaN;
            if (double.IsNaN(share) && double.IsNaN(usPart))
            {
                continue;
            }

            rows.Text(unit.Id);
            rows.Year(year);
            rows.Text("sipri");
            rows.NumberOrEmpty(share);
            rows.NumberOrEmpty(usPart);
            rows.Empty();
            rows.Empty();
            if (isGroup)
            {
                rows.Integer(sipri.Counted(roster, unit.Unit.Members, year).Intersect(roster.WithForces).Count);
            }
            else
            {
                rows.Empty();
            }

            rows.EndRow();
        }
    }

    private static void WriteNato(TableWriter rows, Projection history, ReportUnit unit, int year)
    {
        rows.Text(unit.Id);
        rows.Year(year);
        rows.Text("nato");
        rows.NumberOrEmpty(unit.Unit.IsGroup ? history.SharePct(unit.Unit, year) : history.CountedSharePct(unit.Unit.MemberIndex, year));
        rows.NumberOrEmpty(history.UsPartPct(unit.Unit, year));
        rows.NumberOrEmpty(history.PersonnelThousand(unit.Unit, year));
        rows.NumberOrEmpty(history.EquipmentPct(unit.Unit, year));
        rows.Integer(history.MembersCounted(unit.Unit, year));
        rows.EndRow();
    }
}
