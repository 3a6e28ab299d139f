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
        // A percent sign says nothing new where the unit is percent or points; it is wrong for a multiplier or a number of years.
        bool percent = definition.Unit.StartsWith("percent", StringComparison.Ordinal) || definition.Unit.StartsWith("points", StringComparison.Ordinal);
        if (!row.TryNumber(ScenarioColumn.Value, percent, out double number))
        {
            return 0;
        }

        if (number < definition.Low || number > definition.High)
        {
            row.Fail(
                DiagnosticCodes.OutOfRange,
                ScenarioColumn.Value,
                $"{definition.Name} is outside {NumberCell.Show(definition.Low, row.File.Decimals)} to {NumberCell.Show(definition.High, row.File.Decimals)}",
                definition.Unit);
        }
        else if (definition.Kind == SettingKind.WholeNumber && number != Math.Floor(number))
        {
            row.Fail(DiagnosticCodes.NotANumber, ScenarioColumn.Value, $"{definition.Name} is a whole number", definition.Unit);
        }

        return number;
    }

    private static SettingRow Choice(RowInHand row, SettingDefinition definition, SettingRow setting, string text)
    {
        for (int i = 0; i < definition.Choices.Count; i++)
        {
            if (definition.Choices[i].Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return setting with { Number = i, Text = definition.Choices[i] };
            }
        }

        string nearest = NearestName.Question(text, definition.Choices);
        row.Fail(DiagnosticCodes.UnknownWord, ScenarioColumn.Value, $"{definition.Name} cannot be {NearestName.Short(text)}", help: nearest.Length > 0 ? nearest : "write " + string.Join(" or ", definition.Choices));
        return setting;
    }

    private static SettingRow ValueMembers(RowInHand row, SettingRow setting, string text) =>
        row.TryMembers(ScenarioColumn.Value, out MemberList list) ? setting with { Text = text, ValueMembers = list.Members } : setting;
}
