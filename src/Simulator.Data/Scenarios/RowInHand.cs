using System.Globalization;
using Simulator.Alliance;
using Simulator.Data.Diagnostics;
using Simulator.Pathways;

namespace Simulator.Data.Scenarios;

/// <summary>What binding one file needs to know beside the row, and what it has accepted so far.</summary>
internal sealed class BindingContext(Edition edition, MemberExpression members, BindOptions options)
{
    private readonly Dictionary<(string File, string Code), (Spot Spot, string Message, int Count)> _accepted = [];

    public Edition Edition { get; } = edition;

    public MemberExpression Members { get; } = members;

    public BindOptions Options { get; } = options;

    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>Notes something accepted; told once for each file, at its first place.</summary>
    public void Accept(string code, string file, string message, Func<Spot> spot)
    {
        (string, string) key = (file, code);
        _accepted[key] = _accepted.TryGetValue(key, out (Spot Spot, string Message, int Count) seen)
            ? (seen.Spot, seen.Message, seen.Count + 1)
            : (spot(), message, 1);
    }

    /// <summary>Turns what was accepted into notices.</summary>
    public void ReportAccepted()
    {
        foreach (((_, string code), (Spot spot, string message, int count)) in _accepted)
        {
            string more = count > 1 ? string.Create(CultureInfo.InvariantCulture, $" ({count} times, the first here)") : "";
            Diagnostics.Add(new(code, spot, message + more));
        }
    }
}

/// <summary>The row that is being bound: its cells, and a way to say what is wrong with them.</summary>
internal sealed class RowInHand(BindingContext context, ScenarioFile file, ScenarioRow row)
{
    public BindingContext Context { get; } = context;

    public ScenarioFile File { get; } = file;

    public ScenarioRow Row { get; } = row;

    /// <summary>True once something was wrong.</summary>
    public bool Failed { get; private set; }

    public RowOrigin Origin => new(File.Name, Row.Line);

    public int BaseYear => Context.Edition.BaseYear;

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
        File.SpotOf(Row, File.CellOf(Row, column), HeaderRow.NameOf(column), start, length);

    public Spot SpotOf(int place, int start = 0, int length = -1) =>
        File.SpotOf(Row, ScenarioFile.CellAt(Row, place), File.Header.Names[place], start, length);

    /// <summary>Reports an error at a cell; always false, so that a check can end with it.</summary>
    public bool Fail(string code, ScenarioColumn column, string message, string label = "", string help = "", int start = 0, int length = -1)
    {
        Failed = true;
        Context.Diagnostics.Add(new(code, SpotOf(column, start, length), message, label, help));
        return false;
    }

    /// <summary>Reports an error at a year cell; always false.</summary>
    public bool Fail(string code, int place, string message, string label = "", string help = "")
    {
        Failed = true;
        Context.Diagnostics.Add(new(code, SpotOf(place), message, label, help));
        return false;
    }

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
        TryNumber(File.CellOf(Row, column), percentAllowed, out number, (fault) => Fail(fault.Code, column, fault.Message, fault.Label, fault.Help), () => SpotOf(column));

    /// <summary>Reads the number of a year cell that is not empty.</summary>
    public bool TryNumber(int place, bool percentAllowed, out double number) =>
        TryNumber(ScenarioFile.CellAt(Row, place), percentAllowed, out number, (fault) => Fail(fault.Code, place, fault.Message, fault.Label, fault.Help), () => SpotOf(place));

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

        return year <= HeaderRow.LastYear
            || Fail(DiagnosticCodes.YearOutOfRange, column, string.Create(CultureInfo.InvariantCulture, $"{year} is after 2060, the last year that can be projected"));
    }

    /// <summary>Resolves the members cell.</summary>
    public bool TryMembers(out MemberList list) => TryMembers(ScenarioColumn.Members, out list);

    /// <summary>Resolves a cell that names members.</summary>
    public bool TryMembers(ScenarioColumn column, out MemberList list)
    {
        list = Context.Members.Read(Text(column));
        foreach (MemberFault fault in list.Faults)
        {
            Fail(fault.Code, column, fault.Message, "", fault.Help, fault.Start, fault.Length);
        }

        if (list.OtherCase)
        {
            Context.Accept(DiagnosticCodes.LetterCase, File.Name, "names of members are written in capitals; they were read as such", () => SpotOf(column));
        }

        return list.Faults.Count == 0;
    }

    private bool TryNumber(Cell cell, bool percentAllowed, out double number, Func<NumberFault, bool> fail, Func<Spot> spot)
    {
        if (NumberCell.Read(cell.Text, File.Decimals, percentAllowed, out number, out string accepted) is { } fault)
        {
            return fail(fault);
        }

        if (accepted.Length > 0)
        {
            string message = accepted == DiagnosticCodes.PercentSign ? "a percent sign was read over" : "a decimal point was read in a file with decimal commas";
            Context.Accept(accepted, File.Name, message, spot);
        }

        return true;
    }
}
