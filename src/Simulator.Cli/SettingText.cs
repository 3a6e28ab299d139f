using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Simulator.Pathways;

namespace Simulator.Cli;

/// <summary>The table of settings in words.</summary>
internal static class SettingText
{
    /// <summary>One setting as a short page.</summary>
    /// <param name="name">Name as written in files.</param>
    /// <param name="text">The page, ending with a line end.</param>
    public static bool TryExplain(string name, [MaybeNullWhen(false)] out string text)
    {
        if (!SettingCatalogue.TryFind(name, out SettingDefinition? setting))
        {
            text = null;
            return false;
        }

        StringBuilder page = new();
        page.Append(setting.Name).Append('\n').Append('\n');
        page.Append("  ").Append(setting.Meaning).Append('\n');
        Line(page, "takes", Takes(setting));
        Line(page, "default", setting.DefaultText);
        Line(page, "source", setting.Source);
        Line(page, "members", setting.ByMember ? "may be named; empty means all" : "stay empty: it holds for the whole scenario");
        Line(page, "years", setting.Years switch
        {
            SettingYears.FromTo => "from and to may be given, both inclusive",
            SettingYears.FromOnly => "from may be given",
            _ => "from and to stay empty",
        });
        Line(page, "sweeps", setting.Sweepable ? "may vary it" : "may not vary it");
        text = page.ToString();
        return true;
    }

    private static string Takes(SettingDefinition setting) => setting.Kind switch
    {
        SettingKind.Number or SettingKind.WholeNumber => string.Create(
            CultureInfo.InvariantCulture,
            $"a {(setting.Kind == SettingKind.Number ? "number" : "whole number")} from {setting.Low} to {setting.High}: {setting.Unit}"),
        SettingKind.Choice => string.Join(" or ", setting.Choices),
        SettingKind.ScenarioId => "the id of a scenario",
        SettingKind.Members => "members and groups",
        _ => "text",
    };

    private static void Line(StringBuilder page, string label, string text) =>
        page.Append("  ").Append(label.PadRight(9)).Append(text).Append('\n');
}
