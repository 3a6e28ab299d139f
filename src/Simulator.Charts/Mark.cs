using System.Collections.Immutable;

namespace Simulator.Charts;

/// <summary>A point in the units of a panel's axes. A value that is not finite is a gap.</summary>
/// <param name="X">Horizontal place.</param>
/// <param name="Y">Vertical place.</param>
public readonly record struct Point(double X, double Y);

/// <summary>Something drawn in a panel. All places are in the units of the panel's axes.</summary>
public abstract record Mark
{
    private protected Mark()
    {
    }

    /// <summary>Words that a reader sees when pointing at the mark; empty for none.</summary>
    public string Tip { get; init; } = "";
}

/// <summary>A line through points: solid for the past, dashed for what is projected. A gap breaks it.</summary>
/// <param name="Points">Points from left to right.</param>
/// <param name="SolidTo">Last place that is past; the stretch that leaves it is dashed.</param>
/// <param name="Hue">Colour.</param>
/// <param name="Weight">How strongly the line is drawn.</param>
public sealed record LineMark(ImmutableArray<Point> Points, double SolidTo, Hue Hue, LineWeight Weight = LineWeight.Strong) : Mark
{
    /// <summary>Name at the right end of the line; names of several lines are moved apart and led back to their lines. Empty for none.</summary>
    public string EndLabel { get; init; } = "";
}

/// <summary>The area between two curves, such as the range of a fan. A gap in either curve leaves it open there.</summary>
/// <param name="X">Places on the horizontal axis, ascending.</param>
/// <param name="Low">Lower curve, one value for each place.</param>
/// <param name="High">Upper curve, one value for each place.</param>
/// <param name="Hue">Colour.</param>
/// <param name="Tone">How the area is filled.</param>
public sealed record AreaMark(ImmutableArray<double> X, ImmutableArray<double> Low, ImmutableArray<double> High, Hue Hue, CellTone Tone) : Mark;

/// <summary>An upright bar.</summary>
/// <param name="At">Place on the horizontal axis.</param>
/// <param name="From">Start on the vertical axis.</param>
/// <param name="To">End on the vertical axis.</param>
/// <param name="Hue">Colour.</param>
/// <param name="Projected">Whether the bar is hatched, as projections are.</param>
public sealed record ColumnMark(double At, double From, double To, Hue Hue, bool Projected = false) : Mark
{
    /// <summary>Which of several columns side by side at one place this is, from 0 at the left.</summary>
    public int Lane { get; init; }

    /// <summary>How many columns stand side by side at one place.</summary>
    public int Lanes { get; init; } = 1;
}

/// <summary>An upright bar over a stretch of the horizontal axis, such as one of a distribution.</summary>
/// <param name="Left">Start of the stretch.</param>
/// <param name="Right">End of the stretch.</param>
/// <param name="To">Height; the bar stands at zero.</param>
/// <param name="Hue">Colour.</param>
/// <param name="IsHatched">Whether the bar is hatched.</param>
public sealed record BinMark(double Left, double Right, double To, Hue Hue, bool IsHatched) : Mark;

/// <summary>A closed outline, such as a country on a map.</summary>
/// <param name="Rings">Rings of corners; the first corner is not repeated.</param>
/// <param name="Hue">Colour.</param>
/// <param name="Tone">How the area is filled.</param>
public sealed record OutlineMark(ImmutableArray<ImmutableArray<Point>> Rings, Hue Hue, CellTone Tone) : Mark
{
    /// <summary>Words inside the first ring, left out where they do not fit; empty for none.</summary>
    public string Label { get; init; } = "";
}

/// <summary>How strongly a line is drawn.</summary>
public enum LineWeight
{
    /// <summary>A line of comparison.</summary>
    Thin,

    /// <summary>A line that is the subject.</summary>
    Strong,
}

/// <summary>Layers stacked on one another over years: full colour for the past, hatched for what is projected.</summary>
/// <param name="Years">Places on the horizontal axis, ascending.</param>
/// <param name="Layers">Layers from the bottom.</param>
/// <param name="SolidTo">Last place that is past.</param>
/// <param name="Tips">What a reader sees when pointing at a year, one per year.</param>
public sealed record StackMark(
    ImmutableArray<double> Years, ImmutableArray<StackLayer> Layers, double SolidTo, ImmutableArray<string> Tips) : Mark;

/// <summary>One layer of a stack.</summary>
/// <param name="Name">Name, written on the layer.</param>
/// <param name="Values">Thickness at each year; a gap in any layer leaves the whole stack open there.</param>
/// <param name="Hue">Colour.</param>
/// <param name="EndLabel">Label at the right end.</param>
public sealed record StackLayer(string Name, ImmutableArray<double> Values, Hue Hue, string EndLabel);

/// <summary>A horizontal bar.</summary>
/// <param name="At">Place on the vertical axis.</param>
/// <param name="From">Start.</param>
/// <param name="To">End.</param>
/// <param name="Hue">Colour.</param>
/// <param name="Projected">Whether the bar is hatched, as projections are.</param>
public sealed record BarMark(double At, double From, double To, Hue Hue, bool Projected = false) : Mark
{
    /// <summary>Which of several bars in one row this is, from 0 at the top.</summary>
    public int Lane { get; init; }

    /// <summary>How many bars share the row.</summary>
    public int Lanes { get; init; } = 1;

    /// <summary>Words in the middle of the bar, left out where they do not fit; empty for none.</summary>
    public string Text { get; init; } = "";
}

/// <summary>A dot.</summary>
/// <param name="At">Its place.</param>
/// <param name="Shape">Its shape, so that colour never says anything alone.</param>
/// <param name="Hue">Colour.</param>
public sealed record DotMark(Point At, DotShape Shape, Hue Hue) : Mark;

/// <summary>A line with a stop at each end, such as an interval around a value. An end beyond the axis is cut off and has no stop.</summary>
/// <param name="At">Place on the vertical axis.</param>
/// <param name="From">Lower end.</param>
/// <param name="To">Upper end.</param>
/// <param name="Hue">Colour.</param>
public sealed record WhiskerMark(double At, double From, double To, Hue Hue) : Mark
{
    /// <summary>Which of several bars in one row it belongs to, from 0 at the top.</summary>
    public int Lane { get; init; }

    /// <summary>How many bars share the row.</summary>
    public int Lanes { get; init; } = 1;
}

/// <summary>A distribution in a row: a box around the middle half with a line at the median, whiskers to the ends.</summary>
/// <param name="At">Place on the vertical axis.</param>
/// <param name="Spread">The five values.</param>
/// <param name="Hue">Colour.</param>
public sealed record BoxMark(double At, FiveNumbers Spread, Hue Hue) : Mark;

/// <summary>Five values of a distribution, ascending.</summary>
/// <param name="Low">Lower end of the whiskers.</param>
/// <param name="LowerQuartile">A quarter lies below it.</param>
/// <param name="Median">Half lies below it.</param>
/// <param name="UpperQuartile">Three quarters lie below it.</param>
/// <param name="High">Upper end of the whiskers.</param>
public readonly record struct FiveNumbers(double Low, double LowerQuartile, double Median, double UpperQuartile, double High)
{
    /// <summary>Whether all five are numbers in order.</summary>
    public bool IsOrdered => double.IsFinite(Low) && double.IsFinite(High)
        && Low <= LowerQuartile && LowerQuartile <= Median && Median <= UpperQuartile && UpperQuartile <= High;
}

/// <summary>Many small dots without names, which darken where they lie over one another. A dot beyond an axis is left out.</summary>
/// <param name="Points">Their places.</param>
/// <param name="Hue">Colour.</param>
public sealed record CloudMark(ImmutableArray<Point> Points, Hue Hue) : Mark;

/// <summary>Shapes of dots.</summary>
public enum DotShape
{
    /// <summary>Filled circle.</summary>
    Filled,

    /// <summary>Ring.</summary>
    Hollow,

    /// <summary>A wider ring that leaves room for a dot inside: both stand at about the same value.</summary>
    Around,

    /// <summary>Triangle that points upwards: the value lies beyond the axis.</summary>
    Beyond,

    /// <summary>Filled square.</summary>
    Square,

    /// <summary>Filled diamond.</summary>
    Diamond,

    /// <summary>Triangle that points downwards.</summary>
    Down,

    /// <summary>Upright cross.</summary>
    Plus,

    /// <summary>Upright bar.</summary>
    Bar,
}

/// <summary>A cell of a heat map, one unit wide and high, with its words in it, so that colour never says anything alone.</summary>
/// <param name="At">Its middle.</param>
/// <param name="Text">The words in the cell.</param>
/// <param name="Hue">Colour.</param>
/// <param name="Tone">How the cell is filled.</param>
public sealed record CellMark(Point At, string Text, Hue Hue, CellTone Tone) : Mark
{
    /// <summary>Depth of the colour from 0 (the background) to 1 (the full colour), in place of the tone; not finite where the tone says it.</summary>
    public double Depth { get; init; } = double.NaN;
}

/// <summary>How a cell is filled: three steps that differ in lightness and pattern.</summary>
public enum CellTone
{
    /// <summary>The full colour.</summary>
    Strong,

    /// <summary>A light shade of the colour.</summary>
    Light,

    /// <summary>Hatched: what does not come about.</summary>
    Hatched,
}

/// <summary>A straight connection, such as the bar of a dumbbell.</summary>
/// <param name="From">One end.</param>
/// <param name="To">The other end.</param>
/// <param name="Hue">Colour.</param>
public sealed record ConnectorMark(Point From, Point To, Hue Hue) : Mark;

/// <summary>A straight line across the panel.</summary>
/// <param name="Across">Which axis the place is on.</param>
/// <param name="At">Place on that axis.</param>
/// <param name="Label">Words at its end, empty for none.</param>
/// <param name="Hue">Colour.</param>
public sealed record ReferenceMark(AxisSide Across, double At, string Label, Hue Hue) : Mark
{
    /// <summary>Whether the line is dashed, which tells two lines in one panel apart.</summary>
    public bool IsDashed { get; init; }

    /// <summary>Whether the line is drawn over the other marks instead of behind them.</summary>
    public bool IsInFront { get; init; }
}

/// <summary>A shaded stretch across the panel.</summary>
/// <param name="Across">Which axis the stretch is on.</param>
/// <param name="From">Start.</param>
/// <param name="To">End.</param>
/// <param name="Label">Words at the top of the stretch, empty for none.</param>
public sealed record BandMark(AxisSide Across, double From, double To, string Label) : Mark;

/// <summary>The axis that a place belongs to.</summary>
public enum AxisSide
{
    /// <summary>The horizontal axis.</summary>
    X,

    /// <summary>The vertical axis.</summary>
    Y,
}

/// <summary>Words at a point; the renderer finds the free place nearest to it.</summary>
/// <param name="At">The point that the words are about.</param>
/// <param name="Text">The words.</param>
/// <param name="Hue">Colour.</param>
/// <param name="Prefer">Where the words go if that place is free.</param>
/// <param name="Bold">Whether the words are bold.</param>
/// <param name="Required">Whether the words must appear; others are left out where there is no room.</param>
public sealed record LabelMark(Point At, string Text, Hue Hue, LabelSide Prefer, bool Bold = false, bool Required = true) : Mark;

/// <summary>Sides of a point.</summary>
public enum LabelSide
{
    /// <summary>Right of the point.</summary>
    Right,

    /// <summary>Left of the point.</summary>
    Left,

    /// <summary>Above the point.</summary>
    Above,

    /// <summary>Below the point.</summary>
    Below,
}
