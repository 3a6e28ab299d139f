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
        new("#1B2127", "#1B2127", "#FFFFFF", "#D9DCDF"),
        new("#5A646F", "#5A646F", "#FFFFFF", "#DFE2E5"),
        new("#0072B2", "#00639B", "#FFFFFF", "#CFE4F1"),
        new("#D55E00", "#A84A00", "#1B2127", "#F8DFCC"),
        new("#008A64", "#00734F", "#FFFFFF", "#CCEAE0"),
        new("#B0578D", "#96406F", "#FFFFFF", "#F0DDE8"),
        new("#868F99", "#5A646F", "#14181C", "#E4E7EA"),
    ]);

    /// <summary>Light on near-black, for slides and dark pages.</summary>
    public static Theme Dark { get; } = new("dark", "#12171D", "#1B222A", "#2E3741", "#7B8794",
    [
        new("#F1F4F7", "#F1F4F7", "#12171D", "#3A424B"),
        new("#AAB4BF", "#AAB4BF", "#12171D", "#343C45"),
        new("#56B4E9", "#7CC5EF", "#12171D", "#1D3C4F"),
        new("#F08A3C", "#F5A163", "#12171D", "#4D3019"),
        new("#2DB88C", "#4FCBA3", "#12171D", "#163D31"),
        new("#D98BB5", "#E2A3C5", "#12171D", "#472E3C"),
        new("#77828E", "#AAB4BF", "#0B0E12", "#2A323A"),
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
}
