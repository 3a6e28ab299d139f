using System.Text;
using System.Text.Json;
using Simulator.Alliance;
using Simulator.Pathways;

namespace Simulator.Reports.Runs;

/// <summary>The rows of a scenario as they were understood: inherited rows first, members resolved, defaults filled in.</summary>
internal static class ScenarioJson
{
    /// <summary>Writes one scenario.</summary>
    public static void Write(Utf8JsonWriter json, Scenario scenario, Roster roster)
    {
        json.WriteStartObject();
        json.WriteString("id", scenario.Id);
        json.WriteString("title", scenario.Title);
        json.WriteStartArray("paths");
        foreach (PathRow row in scenario.Paths)
        {
            json.WriteStartObject();
            Origin(json, row.Origin);
            json.WriteString("members", Codes(row.Members, roster));
            json.WriteString("what", Snake(row.What.ToString()));
            json.WriteString("leg", Snake(row.Leg.ToString()));
            WriteValue(json, row);
            json.WriteNumber("from", row.From);
            if (row.HasTo)
            {
                json.WriteNumber("to", row.To);
            }

            if (row.What is PathWhat.AtLeastPct or PathWhat.SharePct && row.ByYear.Count == 0)
            {
                json.WriteString("shape", row.Shape == Shape.SCurve ? "s-curve" : Snake(row.Shape.ToString()));
                if (row.ShapeValue != 0)
                {
                    json.WriteNumber("shape_value", row.ShapeValue);
                }
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("settings");
        foreach (SettingRow row in scenario.Settings)
        {
            WriteSetting(json, row, roster);
        }

        json.WriteEndArray();
        RunJson.Texts(json, "notes", scenario.Notes);
        RunJson.Texts(json, "not_computed", scenario.NotComputed);
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, PathRow row)
    {
        if (row.What == PathWhat.Plan)
        {
            json.WriteString("value", row.Continuation == PlanContinuation.ThenHague ? "then-hague" : "then-hold");
        }
        else if (row.ByYear.Count > 0)
        {
            json.WriteStartObject("by_year");
            foreach (YearValue at in row.ByYear)
            {
                json.WriteNumber(at.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), at.Value);
            }

            json.WriteEndObject();
        }
        else if (row.What != PathWhat.Hold)
        {
            json.WriteNumber("value", row.Value);
        }
    }

    private static void WriteSetting(Utf8JsonWriter json, SettingRow row, Roster roster)
    {
        SettingDefinition definition = SettingCatalogue.Of(row.Setting);
        json.WriteStartObject();
        Origin(json, row.Origin);
        if (definition.ByMember)
        {
            json.WriteString("members", Codes(row.Members, roster));
        }

        json.WriteString("what", definition.Name);
        if (definition.Kind is SettingKind.Number or SettingKind.WholeNumber)
        {
            json.WriteNumber("value", row.Number);
        }
        else
        {
            json.WriteString("value", definition.Kind == SettingKind.Members ? Codes(row.ValueMembers, roster) : row.Text);
        }

        if (row.From != 0)
        {
            json.WriteNumber("from", row.From);
        }

        if (row.To != 0)
        {
            json.WriteNumber("to", row.To);
        }

        json.WriteEndObject();
    }

    // Only the file's own name: where it lay on the machine does not belong into a result.
    private static void Origin(Utf8JsonWriter json, RowOrigin origin)
    {
        json.WriteString("source", Path.GetFileName(origin.Source));
        json.WriteNumber("line", origin.Line);
    }

    private static string Codes(MemberSet members, Roster roster) => string.Join(' ', members.Select(m => roster.Members[m].Iso3));

    /// <summary>The names in files are the names of the model in lower case: AtLeastPct is at_least_pct.</summary>
    internal static string Snake(string name)
    {
        StringBuilder text = new();
        foreach (char letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
