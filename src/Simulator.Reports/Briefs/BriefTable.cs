using Simulator.Reports.Tables;
using static Simulator.Reports.Tables.FieldType;

namespace Simulator.Reports.Briefs;

/// <summary>brief.csv: the figures of a brief, one row for each scenario, measure and year.</summary>
public sealed class BriefTable : ITable
{
    private readonly MemberBrief _brief;

    /// <summary>Describes the table of a brief.</summary>
    /// <param name="brief">The brief.</param>
    public BriefTable(MemberBrief brief)
    {
        _brief = brief;
        Schema = new TableSchema(
            "brief",
            "One member in brief",
            $"Figures of {brief.Name}: one row for each scenario, measure and year; the first year is the base year. Where the two references of debt differ, low and high are the range over them (today's share held, and what the IMF path already holds). {CommonColumns.LineConvention}",
            [
                CommonColumns.ScenarioOnly,
                CommonColumns.Iso3,
                new("measure", Text, "", "What is measured; the ending 100, 67 or 0 is the percent of extra spending that is borrowed."),
                CommonColumns.Year,
                new("low", Number, "as the column unit says", "Lower end of the range, or the value; empty where there is none."),
                new("high", Number, "as the column unit says", "Upper end of the range, or the value; empty where there is none."),
                new("unit", Text, "", "Unit, with currency and prices of amounts."),
            ],
            ["scenario", "iso3", "measure", "year"]);
    }

    /// <inheritdoc/>
    public TableSchema Schema { get; }

    /// <inheritdoc/>
    public void Write(TableWriter rows)
    {
        foreach (BriefScenario scenario in _brief.Scenarios)
        {
            foreach (BriefLine line in scenario.Lines)
            {
                for (int i = 0; i < _brief.Years.Count; i++)
                {
                    rows.Text(scenario.Id);
                    rows.Text(_brief.Iso3);
                    rows.Text(line.Id);
                    rows.Year(_brief.Years[i]);
                    rows.NumberOrEmpty(line.Values[i].Low);
                    rows.NumberOrEmpty(line.Values[i].High);
                    rows.Text(line.Unit);
                    rows.EndRow();
                }
            }
        }
    }
}
