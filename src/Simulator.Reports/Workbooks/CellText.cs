using System.Text;

namespace Simulator.Reports.Workbooks;

/// <summary>Text as a cell may hold it.</summary>
internal static class CellText
{
    /// <summary>Most characters that a spreadsheet program keeps in one cell.</summary>
    public const int Longest = 32767;

    private const string Ending = " [cut]";

    /// <summary>Takes out what XML cannot hold and what a spreadsheet program would read as an escape, and cuts what is too long.</summary>
    /// <param name="value">Any text.</param>
    public static string Clean(string value)
    {
        bool isPlain = value.Length <= Longest && !value.Contains("_x", StringComparison.OrdinalIgnoreCase);
        foreach (char c in value)
        {
            isPlain &= c is >= ' ' and < '\ud800';
        }

        if (isPlain)
        {
            return value;
        }

        StringBuilder text = new(value.Length);
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                text.Append(c).Append(value[++i]);
            }
            else if (c is '\n' or '\t')
            {
                text.Append(c);
            }
            else if (char.IsControl(c))
            {
                text.Append(c == '\r' ? "" : " ");
            }
            else
            {
                text.Append(char.IsSurrogate(c) || c >= '\ufffe' ? '\ufffd' : c);
            }
        }

        string clean = text.ToString();
        if (clean.Length > Longest)
        {
            int end = Longest - Ending.Length;
            clean = clean[..(char.IsHighSurrogate(clean[end - 1]) ? end - 1 : end)] + Ending;
        }

        return Escape(clean);
    }

    /// <summary>True for text that a spreadsheet program would take for a formula if it were typed.</summary>
    /// <param name="value">The text.</param>
    public static bool LooksLikeFormula(string value) => value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\'';

    // "_x0041_" in a file stands for "A"; text that only looks so is told by writing its underscore as an escape.
    private static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            bool isEscape = text[i] == '_' && i + 6 < text.Length && text[i + 1] is 'x' or 'X' && text[i + 6] == '_' && text.Substring(i + 2, 4).All(char.IsAsciiHexDigit);
            escaped.Append(isEscape ? "_x005F_" : text[i].ToString());
        }

        return escaped.ToString();
    }
}
