using System.Text.RegularExpressions;
using Simulator.Data.Diagnostics;

namespace Simulator.Data.Scenarios;

/// <summary>What an id of a scenario looks like.</summary>
internal static partial class ScenarioId
{
    /// <summary>True for a letter followed by a-z, 0-9 and dashes that no spreadsheet takes for a date.</summary>
    public static bool IsSound(string id) => Form().IsMatch(id) && !SpreadsheetDamage.IsDateLikeId(id);

    /// <summary>Why a text is no id.</summary>
    public static Diagnostic Refuse(string id, Spot spot)
    {
        if (id.Length == 0)
        {
            return new(DiagnosticCodes.MissingCell, spot, "the row names no scenario", help: "write the scenario's id in every row");
        }

        string slug = Slug(id);
        return SpreadsheetDamage.IsDateLikeId(id)
            ? new(DiagnosticCodes.DateLikeId, spot, $"spreadsheets turn {id} into a date", help: "choose an id that is no month and number, such as case-" + slug)
            : new(DiagnosticCodes.BadId, spot, $"{NearestName.Short(id)} is not a scenario id", help: "an id starts with a letter and goes on with a-z, 0-9 and dashes" + (slug.Length is > 0 and <= 60 ? $": {slug}" : ""));
    }

    private static string Slug(string id)
    {
        string letters = OtherSigns().Replace(id.ToLowerInvariant(), "-").Trim('-');
        return letters.Length > 0 && !char.IsAsciiLetter(letters[0]) ? "s-" + letters : letters;
    }

    [GeneratedRegex("^[a-z][a-z0-9-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex OtherSigns();
}
