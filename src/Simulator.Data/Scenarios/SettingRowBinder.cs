using System.Globalization;
using Simulator.Alliance;
using Simulator.Data.Diagnostics;
using Simulator.Pathways;

namespace Simulator.Data.Scenarios;

/// <summary>Turns a row of a file into a setting row, by the table of settings.</summary>
internal static class SettingRowBinder
{
    /// <summary>Binds a row; null when something was wrong, which has then been reported.</summary>
    public static SettingRow? Bind(RowInHand row, SettingDefinition definition)
    {
        MemberSet members = ReadMembers(row, definition);
        (int from, int to) = ReadYears(row, definition);
        row.Refuse(definition.Name, "only paths have a shape and a leg", ScenarioColumn.Shape, ScenarioColumn.Leg);
        List<(int Place, int Year)> cells = row.YearCells();
        if (cells.Count > 0)
        {
            row.Fail(DiagnosticCodes.CellNotAllowed, cells[0].Place, $"{definition.Name} takes no year columns", help: definition.Years == SettingYears.FromTo ? "write one row for each span of years, with from and to" : "");
        }

        SettingRow setting = new() { Origin = row.Origin, Setting = definition.Setting, Members = members, From = from, To = to };
        if (!row.Has(ScenarioColumn.Value))
        {
            if (cells.Count == 0)
            {
                row.Fail(DiagnosticCodes.MissingValue, ScenarioColumn.Value, $"{definition.Name} needs a value", help: definition.Choices.Count > 0 ? "write " + string.Join(" or ", definition.Choices) : "");
            }

            return null;
        }

        string text = row.Text(ScenarioColumn.Value);
        setting = definition.Kind switch
        {
            SettingKind.Number or SettingKind.WholeNumber => setting with { Number = ReadNumber(row, definition) },
            SettingKind.Choice => Choice(row, definition, setting, text),
            SettingKind.Members => ValueMembers(row, setting, text),
            _ => setting with { Text = OneLine(text) },
        };
        return row.Failed ? null : setting;
    }

    /// <summary>A text on one line: titles and notes are printed in tables.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static MemberSet ReadMembers(RowInHand row, SettingDefinition definition)
    {
        row.TryMembers(out MemberList list);
        Roster roster = row.Context.Edition.Roster;
        if (!definition.ByMember)
        {
            if (row.Has(ScenarioColumn.Members) && list.Faults.Count == 0 && list.Members != roster.All)
            {
                row.Fail(DiagnosticCodes.WholeScenario, ScenarioColumn.Members, $"{definition.Name} holds for the whole scenario", help: "leave the members cell empty");
            }

            return roster.All;
        }

        return list.Members;
    }

    private static (int From, int To) ReadYears(RowInHand row, SettingDefinition definition)
    {
        switch (definition.Years)
        {
            case SettingYears.None:
                row.Refuse(definition.Name, "it holds for all years", ScenarioColumn.From, ScenarioColumn.To);
                return (0, 0);
            case SettingYears.FromOnly:
                row.Refuse(definition.Name, "it holds from its first year on", ScenarioColumn.To);
                row.TryYear(ScenarioColumn.From, out int first);
                return (first, 0);
            default:
                bool sound = row.TryYear(ScenarioColumn.From, out int from, isSpan: true) & row.TryYear(ScenarioColumn.To, out int to);
                if (sound && to != 0 && to < from)
                {
                    row.Fail(DiagnosticCodes.YearOrder, ScenarioColumn.To, string.Create(CultureInfo.InvariantCulture, $"{to} is before {from}, the year in column from"), help: "both years belong to the span");
                }

                return (from, to);
        }
    }

    private static double ReadNumber(RowInHand row, SettingDefinition definition)
    {
        if (row.TryNumber(ScenarioColumn.Value, TakesPercent(definition), out double number) && Outside(definition, number, row.Decimals) is { } fault)
        {
            row.Fail(ScenarioColumn.Value, fault);
        }

        return number;
    }

    private static SettingRow Choice(RowInHand row, SettingDefinition definition, SettingRow setting, string text)
    {
        if (ReadChoice(definition, text, out int index) is { } fault)
        {
            row.Fail(ScenarioColumn.Value, fault);
            return setting;
        }

        return setting with { Number = index, Text = definition.Choices[index] };
    }

    /// <summary>Reads a word of a setting that takes one of a few.</summary>
    /// <returns>Null when it is one, else why not.</returns>
    public static CellFault? ReadChoice(SettingDefinition definition, string text, out int index)
    {
        for (index = 0; index < definition.Choices.Count; index++)
        {
            if (definition.Choices[index].Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }
        }

        string nearest = NearestName.Question(text, definition.Choices);
        return new(DiagnosticCodes.UnknownWord, $"{definition.Name} cannot be {NearestName.Short(text)}", nearest.Length > 0 ? nearest : "write " + string.Join(" or ", definition.Choices));
    }

    /// <summary>What is wrong with a number of a setting; null where nothing is.</summary>
    public static CellFault? Outside(SettingDefinition definition, double number, DecimalMark decimals)
    {
        if (number < definition.Low || number > definition.High)
        {
            return new(DiagnosticCodes.OutOfRange, $"{definition.Name} is outside {NumberCell.Show(definition.Low, decimals)} to {NumberCell.Show(definition.High, decimals)}", "", Label: definition.Unit);
        }

        return definition.Kind == SettingKind.WholeNumber && number != Math.Floor(number)
            ? new(DiagnosticCodes.NotANumber, $"{definition.Name} is a whole number", "", Label: definition.Unit)
            : null;
    }

    /// <summary>True where a percent sign says nothing new: the unit is percent or points. It is wrong for a multiplier or a number of years.</summary>
    public static bool TakesPercent(SettingDefinition definition) =>
        definition.Unit.StartsWith("percent", StringComparison.Ordinal) || definition.Unit.StartsWith("points", StringComparison.Ordinal);

    private static SettingRow ValueMembers(RowInHand row, SettingRow setting, string text) =>
        row.TryMembers(ScenarioColumn.Value, out MemberList list) ? setting with { Text = text, ValueMembers = list.Members } : setting;
}
