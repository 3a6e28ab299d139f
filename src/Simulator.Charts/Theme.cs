using System.Globalization;

namespace Simulator.Charts;

/// <summary>What a colour is for; a theme says which colour that is.</summary>
public enum Hue
{
    /// <summary>Main words.</summary>
    Ink,

    /// <summary>Quieter words, axes and lines of comparison.</summary>
    Muted,

    /// <summary>The subject of the figure.</summary>
    Blue,

    /// <summary>What stands against the subject: short of the line.</summary>
    Vermilion,

    /// <summary>A third series.</summary>
    Green,

    /// <summary>A fourth series.</summary>
    Purple,

    /// <summary>A series that stays in the background.</summary>
    Slate,
}

/// <summary>The colours that one hue needs.</summary>
/// <param name="Graphic">Lines and areas: contrast with the background at least 3.</param>
/// <param name="Words">Words on the background, also on shaded stretches: contrast at least 4.5.</param>
/// <param name="OnGraphic">Words on the graphic colour: contrast at least 4.5.</param>
/// <param name="Tint">A light shade of the graphic colour, under hatching.</param>
public sealed record Paint(string Graphic, string Words, string OnGraphic, string Tint);

/// <summary>
/// The colours of a figure. The series colours derive from the set that Okabe and Ito made for colour-blind readers (2008), darkened
/// where the contrast with the background asked for it; their lightness differs too, so that a grey copy can be read.
/// </summary>
public sealed class Theme
{
    private readonly Paint[] _paints;

    private Theme(string name, string background, string shade, string grid, string axisLine, Paint[] paints)
    {
        Name = name;
        Background = background;
        Shade = shade;
        Grid = grid;
        AxisLine = axisLine;
        _paints = paints;
    }

    /// <summary>Dark on white, for print and pages.</summary>
    public static Theme Light { get; } = new("light", "#FFFFFF", "#F3F5F7", "#DDE2E7", "#7B8591",
    [
        new("#1B2127", "#1B2127", "#FFFFFF", "#9FA2A4"),
        new("#5A646F", "#5A646F", "#FFFFFF", "#BABEC3"),
        new("#0072B2", "#00639B", "#FFFFFF", "#94C4DF"),
        new("#D55E00", "#A84A00", "#0B0D10", "#EDBB94"),
        new("#007F5B", "#006E4F", "#FFFFFF", "#95C9BA"),
        new("#B0578D", "#96406F", "#FFFFFF", "#DEB8CF"),
        new("#868F99", "#5A646F", "#14181C", "#CCD0D4"),
    ]);

    /// <summary>Light on near-black, for slides and dark pages.</summary>
    public static Theme Dark { get; } = new("dark", "#12171D", "#1B222A", "#2E3741", "#7B8794",
    [
        new("#F1F4F7", "#F1F4F7", "#12171D", "#767A7F"),
        new("#AAB4BF", "#AAB4BF", "#12171D", "#565E66"),
        new("#56B4E9", "#7CC5EF", "#12171D", "#315E79"),
        new("#F08A3C", "#F5A163", "#12171D", "#764B2B"),
        new("#2DB88C", "#4FCBA3", "#12171D", "#1E5F4F"),
        new("#D98BB5", "#E2A3C5", "#12171D", "#6C4B61"),
        new("#77828E", "#AAB4BF", "#0B0E12", "#3F4750"),
    ]);

    /// <summary>Name of the theme.</summary>
    public string Name { get; }

    /// <summary>Background of the figure.</summary>
    public string Background { get; }

    /// <summary>Background of shaded stretches.</summary>
    public string Shade { get; }

    /// <summary>Grid lines: decoration, deliberately faint.</summary>
    public string Grid { get; }

    /// <summary>Base lines, ticks and rules: contrast with the background at least 3.</summary>
    public string AxisLine { get; }

    /// <summary>The colours of a hue.</summary>
    /// <param name="hue">The hue.</param>
    /// <returns>Its colours.</returns>
    public Paint Of(Hue hue) => _paints[(int)hue];

    /// <summary>A shade between the background and the full colour of a hue.</summary>
    /// <param name="hue">The hue.</param>
    /// <param name="depth">0 for the background to 1 for the full colour.</param>
    /// <returns>The shade as #RRGGBB.</returns>
    public string Shaded(Hue hue, double depth)
    {
        var (ground, full) = (Channels(Background), Channels(Of(hue).Graphic));
        var part = Math.Clamp(depth, 0, 1);
        return "#" + string.Concat(ground.Zip(full, (g, f) => ((int)Math.Round(g + ((f - g) * part))).ToString("X2", CultureInfo.InvariantCulture)));
    }

    /// <summary>Words on a shade: the main words or those on the full colour, whichever stand out more.</summary>
    /// <param name="hue">The hue.</param>
    /// <param name="depth">0 for the background to 1 for the full colour.</param>
    /// <returns>Their colour as #RRGGBB.</returns>
    public string OnShaded(Hue hue, double depth)
    {
        var ground = Lightness(Shaded(hue, depth));
        return new[] { Of(Hue.Ink).Words, Of(hue).OnGraphic }.MaxBy(words => Ratio(Lightness(words), ground))!;
    }

    private static int[] Channels(string colour) =>
        [.. Enumerable.Range(0, 3).Select(i => int.Parse(colour.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))];

    /// <summary>Luminance as WCAG weighs it, with a plain square in place of its curve: enough to choose between two colours, and the same everywhere.</summary>
    private static double Lightness(string colour) => Channels(colour).Zip([0.2126, 0.7152, 0.0722], (c, weight) => weight * (c / 255.0) * (c / 255.0)).Sum();

    private static double Ratio(double one, double other) => (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);
}
