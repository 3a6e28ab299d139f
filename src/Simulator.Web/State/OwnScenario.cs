using System.Text;
using Simulator.Data.Sources;

namespace Simulator.Web.State;

/// <summary>
/// The scenario file that rows of an address stand for. What is computed is read back from this text, so that the file that a user
/// downloads gives the same numbers on the command line.
/// </summary>
/// <param name="Text">The file.</param>
/// <param name="FirstRowLine">Line of the first row of the address; each takes one line.</param>
internal sealed record OwnScenario(string Text, int FirstRowLine)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "my-scenario.csv";

    /// <summary>Id of the scenario in it.</summary>
    public const string Id = "my-scenario";

    /// <summary>Name that an uploaded file has beside it.</summary>
    public const string UploadName = "scenarios.csv";

    private static readonly string[] Header = ["scenario", "members", "what", "value", "from", "to", "shape"];

    /// <summary>Writes the file of a state.</summary>
    /// <param name="state">A state with rows.</param>
    /// <param name="baseTitle">Title of the scenario that it starts from.</param>
    public static OwnScenario Of(ViewState state, string baseTitle)
    {
        string title = state.Title.Length > 0 ? state.Title : TitleOf(state, baseTitle);
        List<string[]> rows = [Header, [Id, "", "title", title, "", "", ""], [Id, "", "based_on", state.Base, "", "", ""]];
        int first = rows.Count + 1;
        rows.AddRange(state.Rows.Select(cells => (string[])[Id, .. cells]));

        StringBuilder text = new();
        foreach (string[] row in rows)
        {
            text.AppendJoin(',', row.Select(CsvCell.Of)).Append('\n');
        }

        return new OwnScenario(text.ToString(), first);
    }

    /// <summary>Names the scenario after what it starts from and the first target that it sets.</summary>
    private static string TitleOf(ViewState state, string baseTitle)
    {
        bool isFromHold = state.Base == ViewState.Hold;
        string? target = null;
        foreach (string[] row in state.Rows)
        {
            (string members, string what, string value, string to) = (row[0], row[1], row[2], row[4]);
            if (target is null && what is "at_least_pct" or "share_pct" && value.Length > 0)
            {
                string who = members.Length > 0 && !members.Equals("ALL", StringComparison.OrdinalIgnoreCase) ? $"{members} " : "";
                target = $"{who}{(what == "share_pct" ? "" : "at least ")}{value} %{(to.Length > 0 ? $" by {to}" : "")}";
            }
        }

        string changed = state.Rows.Count > (target is null ? 0 : 1) ? ", changed" : "";
        return target is null ? baseTitle + changed
            : isFromHold ? char.ToUpperInvariant(target[0]) + target[1..] + changed
            : $"{baseTitle}; {target}{changed}";
    }

    /// <summary>Place of a line among the rows of the address; −1 where the line is none of them.</summary>
    /// <param name="line">Line of the file, from 1.</param>
    public int RowAt(int line) => line >= FirstRowLine ? line - FirstRowLine : -1;
}
