using System.Globalization;
using System.Text;

namespace Simulator.Data.Diagnostics;

/// <summary>What was looked at; the last line of a list of problems says so.</summary>
/// <param name="Files">How many files.</param>
/// <param name="Rows">How many rows were read, without headers, blank rows and comments.</param>
public readonly record struct InputCount(int Files, int Rows);

/// <summary>Prints diagnostics for people: code, place, the user's own line with the text underlined, and a way out.</summary>
public static class DiagnosticText
{
    // A line longer than this is shown as a window around the place that is meant.
    private const int Window = 160;

    /// <summary>Writes all diagnostics in the order given, then one line that counts them. Line ends are "\n" in every culture and on every system.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="diagnostics">What was found.</param>
    /// <param name="count">What was looked at.</param>
    /// <param name="notices">True to print notices as well; they are never counted in the last line.</param>
    public static void Write(TextWriter writer, IReadOnlyList<Diagnostic> diagnostics, InputCount count, bool notices = true)
    {
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (notices || diagnostic.Severity != Severity.Notice)
            {
                writer.Write(Render(diagnostic));
            }
        }

        writer.Write(Summary(diagnostics, count));
        writer.Write('\n');
    }

    /// <summary>One diagnostic as text, every line ended by "\n".</summary>
    /// <param name="diagnostic">The diagnostic.</param>
    public static string Render(Diagnostic diagnostic)
    {
        StringBuilder text = new();
        text.Append(Word(diagnostic.Severity)).Append('[').Append(diagnostic.Code).Append("]: ").Append(Clean(diagnostic.Message)).Append('\n');
        Spot spot = diagnostic.Spot;
        text.Append("  --> ").Append(Clean(spot.File));
        if (spot.Line > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $":{spot.Line}");
        }

        if (spot.Column > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $":{spot.Column}");
        }

        if (spot.ColumnName.Length > 0)
        {
            text.Append("  column ").Append(Clean(spot.ColumnName));
        }

        text.Append('\n');
        if (spot.Column > 0)
        {
            AppendSource(text, spot, diagnostic.Label);
        }

        if (diagnostic.Help.Length > 0)
        {
            text.Append("  help: ").Append(Clean(diagnostic.Help)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>"1 error, 0 warnings in 1 file (22 rows read)".</summary>
    /// <param name="diagnostics">What was found.</param>
    /// <param name="count">What was looked at.</param>
    public static string Summary(IReadOnlyList<Diagnostic> diagnostics, InputCount count)
    {
        int errors = diagnostics.Count(d => d.Severity == Severity.Error);
        int warnings = diagnostics.Count(d => d.Severity == Severity.Warning);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{errors} {Plural("error", errors)}, {warnings} {Plural("warning", warnings)} in {count.Files} {Plural("file", count.Files)} ({count.Rows} {Plural("row", count.Rows)} read)");
    }

    /// <summary>The word for a severity, as it is printed.</summary>
    /// <param name="severity">The severity.</param>
    public static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "notice",
    };

    private static string Plural(string word, int count) => count == 1 ? word : word + "s";

    private static void AppendSource(StringBuilder text, Spot spot, string label)
    {
        Rune[] runes = [.. spot.SourceLine.EnumerateRunes()];
        int start = Math.Min(spot.Column - 1, runes.Length);
        int end = Math.Min(Math.Max(start + spot.Length, start + 1), Math.Max(runes.Length, start + 1));
        int from = 0;
        int to = runes.Length;
        if (runes.Length > Window)
        {
            from = Math.Max(0, Math.Min(start - (Window / 4), runes.Length - Window));
            to = Math.Min(runes.Length, from + Window);
            end = Math.Max(start + 1, Math.Min(end, to));
        }

        string number = spot.Line.ToString(CultureInfo.InvariantCulture).PadLeft(5);
        text.Append(number).Append(" | ").Append(from > 0 ? "…" : "");
        int before = from > 0 ? 1 : 0;
        int under = 0;
        for (int i = from; i < to; i++)
        {
            text.Append(DisplayWidth.Show(runes[i]));
            int width = DisplayWidth.Of(runes[i]);
            before += i < start ? width : 0;
            under += i >= start && i < end ? width : 0;
        }

        text.Append(to < runes.Length ? "…" : "").Append('\n');
        text.Append(' ', number.Length).Append(" | ").Append(' ', before).Append('^', Math.Max(1, under));
        text.Append(label.Length > 0 ? " " : "").Append(Clean(label)).Append('\n');
    }

    private static string Clean(string text)
    {
        if (!text.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format))
        {
            return text;
        }

        StringBuilder clean = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            clean.Append(DisplayWidth.Show(rune));
        }

        return clean.ToString();
    }
}
