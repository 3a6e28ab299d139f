using System.Collections.Immutable;

namespace Simulator.Charts;

/// <summary>
/// What a figure shows, apart from how it is drawn: words, panels with axes and marks, and the numbers behind them. A renderer turns it
/// into SVG (<see cref="Svg.SvgRenderer"/>) or anything else; nothing in here knows pixels except the size that was asked for.
/// </summary>
/// <param name="Id">Short name for files and for ids inside the SVG: a letter, then letters, digits and dashes.</param>
/// <param name="Title">The finding, in at most about ten words.</param>
/// <param name="Subtitle">What is shown, in which unit and prices.</param>
/// <param name="Credit">Where the numbers come from.</param>
/// <param name="Description">The figure in words, for readers who cannot see it; also the SVG's <c>desc</c>.</param>
/// <param name="Size">Size in pixels and scale of the text.</param>
/// <param name="Columns">Panels per row; the panels fill rows from the left.</param>
/// <param name="Panels">The panels, at least one.</param>
/// <param name="Key">Samples that explain what no direct label can; empty where labels suffice.</param>
/// <param name="Data">The numbers that are drawn, as a table.</param>
/// <param name="Language">Language of words and number formats.</param>
public sealed record Figure(
    string Id,
    string Title,
    string Subtitle,
    Credit Credit,
    string Description,
    FigureSize Size,
    int Columns,
    ImmutableArray<Panel> Panels,
    ImmutableArray<KeyEntry> Key,
    FigureData Data,
    ChartLanguage Language);

/// <summary>Size of a figure.</summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels; ignored where the plot has a height of its own.</param>
/// <param name="TextScale">Factor on every text size and line weight; 1 is meant for a screen at 100 %.</param>
public readonly record struct FigureSize(double Width, double Height, double TextScale = 1)
{
    /// <summary>How far titles and labels stand above the smallest text: 1 on a screen, less where a column is narrow.</summary>
    public double Hierarchy { get; init; } = 1;

    /// <summary>Height of the plot in pixels where words may take what they need above and below; zero where the whole figure has a height.</summary>
    public double PlotHeight { get; init; }

    /// <summary>Whether the SVG states its width in millimetres (96 pixels are an inch), for print.</summary>
    public bool InMillimetres { get; init; }
}

/// <summary>The line of small print under a figure. Parts that are empty are left out.</summary>
/// <param name="Source">Publishers and titles.</param>
/// <param name="Edition">Edition of the data.</param>
/// <param name="CutOff">Cut-off date of the data, written out in the figure's language.</param>
/// <param name="RunId">Run that the numbers come from.</param>
/// <param name="Note">What a reader must know to read the figure rightly.</param>
public sealed record Credit(string Source, string Edition = "", string CutOff = "", string RunId = "", string Note = "");

/// <summary>What the caller says about a figure: its words, apart from its numbers.</summary>
/// <param name="Id">Short name: a letter, then letters, digits and dashes.</param>
/// <param name="Title">The finding.</param>
/// <param name="Subtitle">What is shown, in which unit and prices.</param>
/// <param name="Credit">Where the numbers come from.</param>
/// <param name="Language">Language of words and number formats.</param>
/// <param name="Description">The figure in words; when empty the figure describes itself from its numbers.</param>
public sealed record Caption(string Id, string Title, string Subtitle, Credit Credit, ChartLanguage Language, string Description = "");

/// <summary>One coordinate system with its marks.</summary>
/// <param name="Title">Heading above the panel, empty for none.</param>
/// <param name="X">Horizontal axis.</param>
/// <param name="Y">Vertical axis.</param>
/// <param name="Marks">What is drawn, from back to front.</param>
/// <param name="Remark">A sentence that stands in the panel, for example why it is empty; empty for none.</param>
public sealed record Panel(string Title, Axis X, Axis Y, ImmutableArray<Mark> Marks, string Remark = "")
{
    /// <summary>Whether both axes have the same scale, as on a map; the plot is then centred in its room.</summary>
    public bool HasEqualScales { get; init; }
}

/// <summary>One sample in the key of a figure.</summary>
/// <param name="Sample">How the sample is drawn.</param>
/// <param name="Hue">Its colour.</param>
/// <param name="Text">What it stands for.</param>
public sealed record KeyEntry(KeySample Sample, Hue Hue, string Text)
{
    /// <summary>Depth of the colour of a <see cref="KeySample.ShadedCell"/>, from 0 (the background) to 1 (the full colour).</summary>
    public double Depth { get; init; } = 1;
}

/// <summary>Kinds of sample in a key.</summary>
public enum KeySample
{
    /// <summary>A solid line.</summary>
    Solid,

    /// <summary>A dashed line.</summary>
    Dashed,

    /// <summary>A thin line, as a line of comparison is drawn.</summary>
    Thin,

    /// <summary>A filled dot.</summary>
    FilledDot,

    /// <summary>A ring.</summary>
    HollowDot,

    /// <summary>A triangle that points upwards.</summary>
    Triangle,

    /// <summary>A filled square.</summary>
    Square,

    /// <summary>A filled diamond.</summary>
    Diamond,

    /// <summary>A triangle that points downwards.</summary>
    Down,

    /// <summary>An upright cross.</summary>
    Plus,

    /// <summary>An upright bar.</summary>
    Bar,

    /// <summary>A cell in its full colour.</summary>
    StrongCell,

    /// <summary>A cell in a light shade.</summary>
    LightCell,

    /// <summary>A hatched cell.</summary>
    HatchedCell,

    /// <summary>A hatched bar, column or layer: a projection. <see cref="StrongCell"/> is its counterpart for the past.</summary>
    HatchedBar,

    /// <summary>A cell in a shade between the background and its full colour.</summary>
    ShadedCell,

    /// <summary>A line with a stop at each end.</summary>
    Whisker,

    /// <summary>A light box with an edge and a line across.</summary>
    Box,
}
