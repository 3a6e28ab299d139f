using System.Globalization;
using Simulator.Alliance;
using Simulator.Data.Diagnostics;

namespace Simulator.Data.Scenarios;

/// <summary>The cells of a row that is being read, by place, and ways to say what is wrong with them; what rows of every kind of file share.</summary>
internal abstract class CellsInHand(BindingContext context, WrittenTable table, WrittenRow row)
{
    public BindingContext Context { get; } = context;

    public WrittenRow Row { get; } = row;

    /// <summary>True once something was wrong.</summary>
    public bool Failed { get; private set; }

    public DecimalMark Decimals => Table.Decimals;

    public int BaseYear => Context.Edition.BaseYear;

    protected WrittenTable Table { get; } = table;

    /// <summary>The place of a part of a cell's text; start and length count characters of the text.</summary>
    protected Spot SpotAt(int place, string name, int start = 0, int length = -1) =>
        Table.SpotOf(Row, WrittenTable.CellAt(Row, place), name, start, length);

    /// <summary>Reports an error at a spot; always false, so that a check can end with it.</summary>
    protected bool FailAt(string code, Spot spot, string message, string label = "", string help = "")
    {
        Failed = true;
        Context.Diagnostics.Add(new(code, spot, message, label, help));
        return false;
    }

    /// <summary>Reports an error at a part of a cell; start moves it to where the text that was read begins; always false.</summary>
    protected bool FailAt(int place, string name, CellFault fault, int start = 0) =>
        FailAt(fault.Code, SpotAt(place, name, start + fault.Start, fault.Length), fault.Message, fault.Label, fault.Help);

    /// <summary>Reads the number of a cell that is not empty, or of a part of it.</summary>
    protected bool TryNumberAt(int place, string name, bool percentAllowed, out double number, int start = 0, int length = -1)
    {
        string cell = WrittenTable.CellAt(Row, place).Text;
        string text = length < 0 ? cell[start..] : cell.Substring(start, length);
        if (NumberCell.Read(text, Decimals, percentAllowed, out number, out string accepted) is { } fault)
        {
            return FailAt(fault.Code, SpotAt(place, name, start, length), fault.Message, fault.Label, fault.Help);
        }

        if (accepted.Length > 0)
        {
            string message = accepted == DiagnosticCodes.PercentSign ? "a percent sign was read over" : "a decimal point was read in a file with decimal commas";
            Context.Accept(accepted, Table.Name, message, () => SpotAt(place, name, start, length));
        }

        return true;
    }

    /// <summary>Resolves a cell that names members.</summary>
    protected bool TryMembersAt(int place, string name, out MemberList list)
    {
        list = Context.Members.Read(WrittenTable.CellAt(Row, place).Text);
        foreach (CellFault fault in list.Faults)
        {
            FailAt(place, name, fault);
        }

        if (list.OtherCase)
        {
            AcceptCase(place, name);
        }

        return list.Faults.Count == 0;
    }

    /// <summary>Those of the members named who have a core path; Iceland drops out of groups, and is an error where it is named.</summary>
    protected MemberSet WithForcesAt(int place, string name, MemberList list, string noForces, string help)
    {
        Roster roster = Context.Edition.Roster;
        foreach (int named in list.Named.Except(roster.WithForces))
        {
            Member member = roster.Members[named];
            int at = WrittenTable.CellAt(Row, place).Text.IndexOf(member.Iso3, StringComparison.OrdinalIgnoreCase);
            FailAt(DiagnosticCodes.NoForces, SpotAt(place, name, at, member.Iso3.Length), $"{member.Name} has no armed forces and {noForces}", help: help);
        }

        MemberSet members = list.Members.Intersect(roster.WithForces);
        if (members.IsEmpty && !Failed)
        {
            FailAt(DiagnosticCodes.NobodyLeft, SpotAt(place, name), "nobody with armed forces is left of these members");
        }

        return members;
    }

    /// <summary>Notes that names of members were written in another letter case.</summary>
    protected void AcceptCase(int place, string name) =>
        Context.Accept(DiagnosticCodes.LetterCase, Table.Name, "names of members are written in capitals; they were read as such", () => SpotAt(place, name));

    /// <summary>An error at a year that cannot be projected; true when it can.</summary>
    protected bool IsBeforeTheEnd(int place, string name, int year, int start = 0, int length = -1) =>
        year <= HeaderRow.LastYear
            || FailAt(DiagnosticCodes.YearOutOfRange, SpotAt(place, name, start, length), string.Create(CultureInfo.InvariantCulture, $"{year} is after 2060, the last year that can be projected"));
}
