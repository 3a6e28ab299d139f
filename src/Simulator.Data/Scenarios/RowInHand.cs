using System.Globalization;
using Simulator.Alliance;
using Simulator.Data.Diagnostics;
using Simulator.Pathways;

namespace Simulator.Data.Scenarios;

/// <summary>The row that is being bound: its cells, and a way to say what is wrong with them.</summary>
internal sealed class RowInHand(BindingContext context, ScenarioFile file, WrittenRow row) : CellsInHand(context, file, row)
{
    public ScenarioFile File { get; } = file;

    public RowOrigin Origin => new(File.Name, Row.Line);

    /// <summary>Id of the edition that the scenario is written for; empty where it names none.</summary>
    public string WrittenFor { get; init; } = "";

    /// <summary>Base year of an older edition that the scenario is written for; 0 where there is none.</summary>
    public int WrittenBaseYear =>
        Context.Options.BaseYears.TryGetValue(WrittenFor, out int year) && year < BaseYear ? year : 0;

    /// <summary>True for a year that was ahead when the scenario was written, and is published by now.</summary>
    public bool IsPastNow(int year) => WrittenBaseYear > 0 && year > WrittenBaseYear && year <= BaseYear;

    /// <summary>That a year is past now, and why.</summary>
    public string PastNow(int year) =>
        string.Create(CultureInfo.InvariantCulture, $"{year} lies in the past now: the scenario is written for edition {WrittenFor}, which ends in {WrittenBaseYear}, and edition {Context.Edition.Id} has figures to {BaseYear}");

    /// <summary>What can be done about a year that is past now.</summary>
    public string PastNowHelp() =>
        string.Create(CultureInfo.InvariantCulture, $"take the row out or name a later year; --edition {WrittenFor} runs the scenario as it was written");

    public string Text(ScenarioColumn column) => File.CellOf(Row, column).Text;

    public bool Has(ScenarioColumn column) => !File.CellOf(Row, column).IsEmpty;

    public Spot SpotOf(ScenarioColumn column, int start = 0, int length = -1) =>
        SpotAt(PlaceOf(column), HeaderRow.NameOf(column), start, length);

    public Spot SpotOf(int place, int start = 0, int length = -1) => SpotAt(place, File.Header.Names[place], start, length);

    /// <summary>Reports an error at a cell; always false, so that a check can end with it.</summary>
    public bool Fail(string code, ScenarioColumn column, string message, string label = "", string help = "", int start = 0, int length = -1) =>
        FailAt(code, SpotOf(column, start, length), message, label, help);

    /// <summary>Reports an error at a part of a cell; always false.</summary>
    public bool Fail(ScenarioColumn column, CellFault fault) => FailAt(PlaceOf(column), HeaderRow.NameOf(column), fault);

    /// <summary>Reports an error at a year cell; always false.</summary>
    public bool Fail(string code, int place, string message, string label = "", string help = "") =>
        FailAt(code, SpotOf(place), message, label, help);

    /// <summary>An error for each of the columns that is filled though the row takes none of it.</summary>
    public void Refuse(string why, string help, params ReadOnlySpan<ScenarioColumn> columns)
    {
        foreach (ScenarioColumn column in columns)
        {
            if (Has(column))
            {
                Fail(DiagnosticCodes.CellNotAllowed, column, $"{why} takes no {HeaderRow.NameOf(column)}", help: help);
            }
        }
    }

    /// <summary>Filled year columns, in file order.</summary>
    public List<(int Place, int Year)> YearCells()
    {
        List<(int, int)> filled = [];
        foreach ((int place, int year) in File.Header.Years)
        {
            if (!ScenarioFile.CellAt(Row, place).IsEmpty)
            {
                filled.Add((place, year));
            }
        }

        return filled;
    }

    /// <summary>Reads the number of a cell that is not empty.</summary>
    public bool TryNumber(ScenarioColumn column, bool percentAllowed, out double number) =>
        TryNumberAt(PlaceOf(column), HeaderRow.NameOf(column), percentAllowed, out number);

    /// <summary>Reads the number of a year cell that is not empty.</summary>
    public bool TryNumber(int place, bool percentAllowed, out double number) =>
        TryNumberAt(place, File.Header.Names[place], percentAllowed, out number);

    /// <summary>
    /// Reads a year, 0 when the cell is empty; years before the base year and after 2060 are errors. Two things are clear
    /// on a later edition than the scenario's own: to start from its base year is to start from the base year, and a span
    /// that began since then goes on.
    /// </summary>
    public bool TryYear(ScenarioColumn column, out int year, bool isSpan = false)
    {
        year = 0;
        if (!Has(column))
        {
            return true;
        }

        if (NumberCell.ReadYear(Text(column), out year) is { } fault)
        {
            return Fail(fault.Code, column, fault.Message, fault.Label, fault.Help);
        }

        if (year < BaseYear && column == ScenarioColumn.From && WrittenBaseYear > 0 && (year == WrittenBaseYear || (isSpan && IsPastNow(year))))
        {
            int written = year;
            year = BaseYear;
            Context.Accept(
                DiagnosticCodes.OldBaseYear,
                File.Name,
                string.Create(CultureInfo.InvariantCulture, $"from {written} was read as {BaseYear}, the base year of edition {Context.Edition.Id}: the scenario is written for edition {WrittenFor}, which ends in {WrittenBaseYear}"),
                () => SpotOf(column));
            return true;
        }

        if (IsPastNow(year) && year < BaseYear)
        {
            return Fail(DiagnosticCodes.YearOutOfRange, column, PastNow(year), help: PastNowHelp());
        }

        if (year < BaseYear)
        {
            return Fail(DiagnosticCodes.YearOutOfRange, column, string.Create(CultureInfo.InvariantCulture, $"{year} is before {BaseYear}, the last year of edition {Context.Edition.Id}"), help: column == ScenarioColumn.From ? string.Create(CultureInfo.InvariantCulture, $"leave the cell empty to start from {BaseYear}") : "");
        }

        return IsBeforeTheEnd(PlaceOf(column), HeaderRow.NameOf(column), year);
    }

    /// <summary>Resolves the members cell.</summary>
    public bool TryMembers(out MemberList list) => TryMembers(ScenarioColumn.Members, out list);

    /// <summary>Resolves a cell that names members.</summary>
    public bool TryMembers(ScenarioColumn column, out MemberList list) => TryMembersAt(PlaceOf(column), HeaderRow.NameOf(column), out list);

    /// <summary>Those of the members cell who have a core path.</summary>
    public MemberSet WithForces(MemberList list) =>
        WithForcesAt(PlaceOf(ScenarioColumn.Members), HeaderRow.NameOf(ScenarioColumn.Members), list, "no core path", "leave it out, or give it a path with leg related");

    private int PlaceOf(ScenarioColumn column) => File.Header.Places[(int)column];
}
