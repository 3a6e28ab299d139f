using System.Globalization;
using System.Text;

namespace Simulator.Charts.Text;

/// <summary>Makes any text drawable: cleans it, breaks it into lines, shortens it to a width.</summary>
public static class TextFitting
{
    private const string Ellipsis = "…";

    /// <summary>
    /// The text on one line and legal in XML: control characters and line breaks become spaces, lone surrogates become U+FFFD, and the
    /// marks that switch the writing direction are dropped, because an unclosed one would turn the words around it.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <returns>The cleaned text, without spaces at its ends and with single spaces inside.</returns>
    public static string Clean(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        var pendingSpace = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsDirectionMark(rune.Value) || rune.Value is 0xFFFE or 0xFFFF)
            {
                continue;
            }

            if (rune.Value is ' ' or 0x2028 or 0x2029 || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control)
            {
                pendingSpace = clean.Length > 0;
                continue;
            }

            if (pendingSpace)
            {
                clean.Append(' ');
                pendingSpace = false;
            }

            clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>Breaks a text into lines at spaces; a word wider than a line is broken inside.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="width">Width of a line in pixels; the room of each line, <see cref="FontMetrics.Room"/>, stays within it.</param>
    /// <param name="size">Font size in pixels.</param>
    /// <param name="bold">Whether the text is bold.</param>
    /// <param name="maxLines">Most lines; the last one is shortened with an ellipsis when the text needs more.</param>
    /// <returns>The lines, none for an empty text.</returns>
    public static IReadOnlyList<string> Wrap(string text, double width, double size, bool bold = false, int maxLines = int.MaxValue)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in Words(Clean(text), width, size, bold))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (FontMetrics.Room(longer, size, bold) <= width)
            {
                line = longer;
                continue;
            }

            lines.Add(line);
            line = word;
        }

        if (line.Length > 0)
        {
            lines.Add(line);
        }

        if (lines.Count > maxLines)
        {
            var last = string.Join(" ", lines.Skip(maxLines - 1));
            lines.RemoveRange(maxLines - 1, lines.Count - maxLines + 1);
            lines.Add(Shorten(last, width, size, bold));
        }

        return lines;
    }

    /// <summary>Shortens a text to a width, with an ellipsis where something was cut.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="size">Font size in pixels.</param>
    /// <param name="bold">Whether the text is bold.</param>
    /// <returns>The text itself when it fits, else its beginning and an ellipsis.</returns>
    public static string Shorten(string text, double width, double size, bool bold = false)
    {
        var clean = Clean(text);
        if (FontMetrics.Room(clean, size, bold) <= width)
        {
            return clean;
        }

        var runes = clean.EnumerateRunes().ToArray();
        for (var keep = runes.Length - 1; keep > 0; keep--)
        {
            var shorter = string.Concat(runes.Take(keep)).TrimEnd() + Ellipsis;
            if (FontMetrics.Room(shorter, size, bold) <= width)
            {
                return shorter;
            }
        }

        return Ellipsis;
    }

    /// <summary>Shortens a name that ends in its value: the value is kept whole, and the name before it is cut.</summary>
    /// <param name="text">A name and a value with a space between, such as "European allies 3.55%".</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="size">Font size in pixels.</param>
    /// <param name="bold">Whether the text is bold.</param>
    /// <returns>The text itself when it fits, else the beginning of the name, an ellipsis and the value; only where not even these fit, the beginning of it all.</returns>
    public static string ShortenName(string text, double width, double size, bool bold = false)
    {
        var clean = Clean(text);
        var space = clean.LastIndexOf(' ');
        if (space < 0 || FontMetrics.Room(clean, size, bold) <= width)
        {
            return Shorten(clean, width, size, bold);
        }

        var value = clean[space..];
        for (var keep = space - 1; keep > 0; keep--)
        {
            var shorter = clean[..keep].TrimEnd() + Ellipsis + value;
            if (!char.IsHighSurrogate(clean[keep - 1]) && FontMetrics.Room(shorter, size, bold) <= width)
            {
                return shorter;
            }
        }

        return Shorten(clean, width, size, bold);
    }

    /// <summary>Whether a text is printable Latin without doubled or outer spaces, as nearly all are: nothing to clean.</summary>
    private static bool IsPlain(string text)
    {
        var before = ' ';
        foreach (var c in text)
        {
            if (c < ' ' || (c >= 0x7F && c < 0xA0) || c > 0x024F || (c == ' ' && before == ' '))
            {
                return false;
            }

            before = c;
        }

        return before != ' ' || text.Length == 0;
    }

    private static bool IsDirectionMark(int codePoint) =>
        codePoint is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C;

    private static IEnumerable<string> Words(string text, double width, double size, bool bold)
    {
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (FontMetrics.Room(word, size, bold) <= width)
            {
                yield return word;
                continue;
            }

            var piece = "";
            foreach (var rune in word.EnumerateRunes())
            {
                if (piece.Length > 0 && FontMetrics.Room(piece + rune, size, bold) > width)
                {
                    yield return piece;
                    piece = "";
                }

                piece += rune.ToString();
            }

            yield return piece;
        }
    }
}
