using System.Text;

namespace Simulator.Charts.Text;

/// <summary>Measures text in the typeface of the figures, without asking the machine for a font.</summary>
public static class FontMetrics
{
    /// <summary>
    /// How much wider than measured a text may be drawn. Where neither Arial nor Liberation Sans is installed the reader's machine falls
    /// back to a wider face (DejaVu Sans: 8 to 14 % wider), so every place is reserved with this factor.
    /// </summary>
    public const double Reserve = 1.15;

    /// <summary>Height of capitals and ascenders above the baseline, in em (Liberation Sans: ascender 1466/2048, rounded up for accents).</summary>
    public const double Ascent = 0.76;

    /// <summary>Depth of descenders below the baseline, in em (Liberation Sans: 434/2048).</summary>
    public const double Descent = 0.212;

    /// <summary>Height of capital letters and digits, in em (Liberation Sans: 1409/2048).</summary>
    public const double CapHeight = 0.688;

    private static readonly ushort[] RegularByCodePoint = Spread(FontWidths.Regular);
    private static readonly ushort[] BoldByCodePoint = Spread(FontWidths.Bold);

    /// <summary>Advance width of a text in units of the font size.</summary>
    /// <param name="text">Any text; a code point that the table does not know counts as one em, combining marks as nothing.</param>
    /// <param name="bold">Whether the bold weight is measured.</param>
    /// <returns>Width in em, zero for an empty text.</returns>
    public static double WidthEm(string text, bool bold = false)
    {
        long units = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            units += Advance(rune, bold);
        }

        return units / (double)FontWidths.UnitsPerEm;
    }

    /// <summary>Advance width of a text in pixels at a font size in pixels.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="size">Font size in pixels.</param>
    /// <param name="bold">Whether the bold weight is measured.</param>
    /// <returns>Width in pixels.</returns>
    public static double Width(string text, double size, bool bold = false) => WidthEm(text, bold) * size;

    /// <summary>Room to keep for a text: its width times <see cref="Reserve"/>.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="size">Font size in pixels.</param>
    /// <param name="bold">Whether the bold weight is measured.</param>
    /// <returns>Width in pixels.</returns>
    public static double Room(string text, double size, bool bold = false) => Width(text, size, bold) * Reserve;

    private static int Advance(Rune rune, bool bold)
    {
        var widths = bold ? BoldByCodePoint : RegularByCodePoint;
        if (rune.Value < widths.Length && widths[rune.Value] > 0)
        {
            return widths[rune.Value];
        }

        return Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.EnclosingMark
            or System.Globalization.UnicodeCategory.Format
            ? 0
            : FontWidths.UnitsPerEm;
    }

    /// <summary>The compact table with one entry per code point; zero where it has none.</summary>
    private static ushort[] Spread(ReadOnlySpan<ushort> widths)
    {
        var runs = FontWidths.Runs;
        var spread = new ushort[runs[^1] + 1];
        var next = 0;
        for (var i = 0; i < runs.Length; i += 2)
        {
            for (int code = runs[i]; code <= runs[i + 1]; code++)
            {
                spread[code] = widths[next++];
            }
        }

        return spread;
    }
}
