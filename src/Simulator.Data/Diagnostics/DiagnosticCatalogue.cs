using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Simulator.Data.Diagnostics;

/// <summary>The kind of file that the example of a code is a part of.</summary>
public enum ExampleKind
{
    /// <summary>A scenario file.</summary>
    Scenario,

    /// <summary>A sweep file.</summary>
    Sweep,
}

/// <summary>One code, explained in full.</summary>
/// <param name="Code">The code.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="Meaning">What it means and why it is so, in whole sentences.</param>
/// <param name="Wrong">Rows that bring it about, with a header when the usual one does not do; empty where rows cannot show it.</param>
/// <param name="Right">The same rows mended; empty where there is nothing to mend.</param>
/// <param name="Mend">How to mend it, in whole sentences; empty for what needs no mending.</param>
/// <param name="Kind">The kind of file that the rows are a part of.</param>
public sealed record CatalogueEntry(
    string Code, Severity Severity, string Title, string Meaning, string Wrong, string Right, string Mend, ExampleKind Kind = ExampleKind.Scenario);

/// <summary>Every code that the program can print about an input, with its explanation.</summary>
public static partial class DiagnosticCatalogue
{
    /// <summary>The header that the examples without a header of their own stand under.</summary>
    public const string UsualHeader = "scenario,members,what,value,from,to,shape,leg,note";

    /// <summary>The same for examples of sweep files.</summary>
    public const string SweepHeader = "parameter,members,low,high,levels,distribution,note";

    private static readonly Dictionary<string, CatalogueEntry> ByCode = Index();

    /// <summary>All entries by code.</summary>
    public static IReadOnlyList<CatalogueEntry> All { get; } = [.. ByCode.Values.OrderBy(e => e.Code, StringComparer.Ordinal)];

    /// <summary>The entry of a code.</summary>
    /// <param name="code">Code such as NS012.</param>
    /// <exception cref="KeyNotFoundException">There is no such code.</exception>
    public static CatalogueEntry Entry(string code) => ByCode[code];

    /// <summary>The rows of an example as a file that can be read: under the usual header unless they bring their own.</summary>
    /// <param name="rows">Wrong or right rows of an entry.</param>
    /// <param name="kind">The kind of file that they are a part of.</param>
    public static string AsFile(string rows, ExampleKind kind = ExampleKind.Scenario)
    {
        string header = kind == ExampleKind.Sweep ? SweepHeader : UsualHeader;
        bool brings = rows.StartsWith(header[..header.IndexOf(',', StringComparison.Ordinal)], StringComparison.Ordinal) || rows.StartsWith("sep=", StringComparison.Ordinal);
        return brings ? rows : header + "\n" + rows;
    }

    /// <summary>Explains a code in full, for natosim explain.</summary>
    /// <param name="code">Code such as NS012; letter case does not matter.</param>
    /// <param name="text">Title, meaning, wrong and right rows and how to mend; lines end in "\n".</param>
    /// <returns>False when there is no such code.</returns>
    public static bool TryExplain(string code, [MaybeNullWhen(false)] out string text)
    {
        text = null;
        if (!ByCode.TryGetValue(code.Trim().ToUpperInvariant(), out CatalogueEntry? entry))
        {
            return false;
        }

        StringBuilder all = new();
        all.Append(DiagnosticText.Word(entry.Severity)).Append('[').Append(entry.Code).Append("]: ").Append(entry.Title).Append("\n\n");
        all.Append(entry.Meaning).Append('\n');
        AppendRows(all, entry.Severity == Severity.Notice ? "Example" : "Wrong", entry.Wrong, entry.Kind);
        AppendRows(all, "Right", entry.Right, entry.Kind);
        if (entry.Mend.Length > 0)
        {
            all.Append('\n').Append(entry.Mend).Append('\n');
        }

        text = all.ToString();
        return true;
    }

    private static void AppendRows(StringBuilder all, string title, string rows, ExampleKind kind)
    {
        if (rows.Length > 0)
        {
            all.Append('\n').Append(title).Append(":\n");
            foreach (string row in AsFile(rows, kind).TrimEnd('\n').Split('\n'))
            {
                all.Append("    ").Append(row).Append('\n');
            }
        }
    }

    private static Dictionary<string, CatalogueEntry> Index() =>
        Files().Concat(Cells()).Concat(Rows()).Concat(Sweeps()).Concat(Remarks()).ToDictionary(e => e.Code, StringComparer.Ordinal);

    private static CatalogueEntry Error(string code, string title, string meaning, string wrong, string right, string mend) =>
        new(code, Severity.Error, title, meaning, wrong, right, mend);
}
