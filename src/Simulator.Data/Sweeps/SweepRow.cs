using System.Globalization;
using Simulator.Alliance;
using Simulator.Data.Diagnostics;
using Simulator.Data.Scenarios;
using Simulator.Pathways;

namespace Simulator.Data.Sweeps;

/// <summary>The row of a sweep file that is being read: its cells, and a way to say what is wrong with them.</summary>
internal sealed class SweepRow(BindingContext context, WrittenTable table, WrittenRow row) : CellsInHand(context, table, row)
{
    public RowOrigin Origin => new(Table.Name, Row.Line);

    public string Text(SweepColumn column) => WrittenTable.CellAt(Row, PlaceOf(column)).Text;

    public bool Has(SweepColumn column) => Text(column).Length > 0;

    public Spot SpotOf(SweepColumn column, int start = 0, int length = -1) => SpotAt(PlaceOf(column), SweepForm.NameOf(column), start, length);

    /// <summary>Reports an error at a cell or a part of it; always false, so that a check can end with it.</summary>
    public bool Fail(string code, SweepColumn column, string message, string label = "", string help = "", int start = 0, int length = -1) =>
        FailAt(code, SpotOf(column, start, length), message, label, help);

    /// <summary>Reports an error at a part of a cell that begins at start; always false.</summary>
    public bool Fail(SweepColumn column, CellFault fault, int start = 0) => FailAt(PlaceOf(column), SweepForm.NameOf(column), fault, start);

    /// <summary>An error for each of the columns that is filled though the row takes none of it.</summary>
    public void Refuse(string why, string help, params ReadOnlySpan<SweepColumn> columns)
    {
        foreach (SweepColumn column in columns)
        {
            if (Has(column))
            {
                Fail(DiagnosticCodes.CellNotAllowed, column, $"{why} takes no {SweepForm.NameOf(column)}", help: help);
            }
        }
    }

    /// <summary>Reads the number of a cell that is not empty, or of a part of it.</summary>
    public bool TryNumber(SweepColumn column, bool percentAllowed, out double number, int start = 0, int length = -1) =>
        TryNumberAt(PlaceOf(column), SweepForm.NameOf(column), percentAllowed, out number, start, length);

    /// <summary>Reads a calendar year, from a first one to 2060, from a cell that is not empty, or from a part of it.</summary>
    public bool TryYear(SweepColumn column, int first, out int year, int start = 0, int length = -1)
    {
        string text = length < 0 ? Text(column)[start..] : Text(column).Substring(start, length);
        if (NumberCell.ReadYear(text, out year) is { } fault)
        {
            return Fail(fault.Code, column, fault.Message, fault.Label, fault.Help, start, length);
        }

        if (year < first)
        {
            string where = first == BaseYear ? "before" : "not after";
            return Fail(
                DiagnosticCodes.YearOutOfRange,
                column,
                string.Create(CultureInfo.InvariantCulture, $"{year} is {where} {BaseYear}, the last year of edition {Context.Edition.Id}"),
                start: start,
                length: length);
        }

        return IsBeforeTheEnd(PlaceOf(column), SweepForm.NameOf(column), year, start, length);
    }

    /// <summary>Resolves the members cell.</summary>
    public bool TryMembers(out MemberList list) => TryMembersAt(PlaceOf(SweepColumn.Members), SweepForm.NameOf(SweepColumn.Members), out list);

    /// <summary>Those of the members cell who have a core path.</summary>
    public MemberSet WithForces(MemberList list) =>
        WithForcesAt(PlaceOf(SweepColumn.Members), SweepForm.NameOf(SweepColumn.Members), list, "no core path", "leave it out: this parameter moves core paths");

    /// <summary>Notes that the members cell was written in another letter case.</summary>
    public void AcceptCase() => AcceptCase(PlaceOf(SweepColumn.Members), SweepForm.NameOf(SweepColumn.Members));

    private int PlaceOf(SweepColumn column) => Table.Header.Places[(int)column];
}
