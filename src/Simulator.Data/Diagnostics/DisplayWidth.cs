using System.Globalization;
using System.Text;

namespace Simulator.Data.Diagnostics;

/// <summary>How a line of someone else's text is shown on a terminal, and how wide each part comes out.</summary>
internal static class DisplayWidth
{
    private const string TabText = "    ";

    /// <summary>What is printed for a code point: tabs as spaces, and nothing that could steer the terminal.</summary>
    public static string Show(Rune rune)
    {
        if (rune.Value == '\t')
        {
            return TabText;
        }

        // Control characters and direction marks of a foreign file could move the cursor or turn the line around.
        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)
            ? "\uFFFD"
            : rune.ToString();
    }

    /// <summary>Terminal cells that <see cref="Show"/> takes: 0 for combining marks, 2 for wide East Asian letters and emoji, else 1.</summary>
    public static int Of(Rune rune)
    {
        if (rune.Value == '\t')
        {
            return TabText.Length;
        }

        if (rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069))
        {
            return 1;
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
            _ => IsWide(rune.Value) ? 2 : 1,
        };
    }

    // The blocks that terminals draw two cells wide (Unicode East Asian Width W and F, coarse).
    private static bool IsWide(int value) => value is
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0x33FF) or
        (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xA000 and <= 0xA4CF) or
        (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or
        (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1F64F) or
        (>= 0x1F900 and <= 0x1F9FF) or (>= 0x20000 and <= 0x3FFFD);
}
