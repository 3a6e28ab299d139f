namespace Simulator.Charts;

/// <summary>
/// The page that a figure is made for. A fixed height is kept; without one a figure takes the height that it needs.
/// </summary>
public sealed record FigureFormat
{
    /// <summary>Pixels of one millimetre: 96 pixels are an inch, as in CSS.</summary>
    internal const double PixelsPerMillimetre = 96 / 25.4;

    /// <summary>Smallest text of a figure at a text scale of 1, in pixels.</summary>
    private const double SmallestText = 11.5;

    private const double FreeWidth = 1200;

    /// <summary>Smallest text in print: 7 points.</summary>
    private const double PrintText = 7 * 96 / 72.0;

    /// <summary>Smallest text on slides, in pixels.</summary>
    private const double SlideText = 18;

    /// <summary>Rows stand closer in print, where text is as high as they are.</summary>
    private const double PrintRow = 0.78;

    private FigureFormat(string name, double width, double height, double textScale, double hierarchy, bool inMillimetres)
    {
        Name = name;
        Width = width;
        Height = height;
        TextScale = textScale;
        Hierarchy = hierarchy;
        InMillimetres = inMillimetres;
    }

    /// <summary>1,200 pixels wide and as high as the figure needs.</summary>
    public static FigureFormat Free { get; } = new("free", FreeWidth, 0, 1, 1, false);

    /// <summary>1,200 by 675 pixels.</summary>
    public static FigureFormat Web { get; } = new("web", 1200, 675, 1, 1, false);

    /// <summary>1,920 by 1,080 pixels, no text below 18 pixels.</summary>
    public static FigureFormat Slide { get; } = new("slide", 1920, 1080, SlideText / SmallestText, 1, false);

    /// <summary>One column of print: 45 mm wide, no text below 7 points.</summary>
    public static FigureFormat Print1Column { get; } = new("print-1col", 45 * PixelsPerMillimetre, 0, PrintText / SmallestText, 0.1, true);

    /// <summary>Two columns of print: 96 mm wide, no text below 7 points.</summary>
    public static FigureFormat Print2Column { get; } = new("print-2col", 96 * PixelsPerMillimetre, 0, PrintText / SmallestText, 0.35, true);

    /// <summary>The named formats.</summary>
    public static IReadOnlyList<FigureFormat> Named { get; } = [Print1Column, Print2Column, Slide, Web];

    /// <summary>Name, as --size takes it.</summary>
    public string Name { get; }

    /// <summary>Width in pixels.</summary>
    public double Width { get; }

    /// <summary>Height in pixels; zero for as high as the figure needs.</summary>
    public double Height { get; }

    /// <summary>Factor on text.</summary>
    public double TextScale { get; }

    /// <summary>How far titles and labels stand above the smallest text.</summary>
    public double Hierarchy { get; }

    /// <summary>Whether the width is stated in millimetres.</summary>
    public bool InMillimetres { get; }

    /// <summary>Whether the plot has a height and words take what they need above and below, as in print.</summary>
    private bool GrowsAroundPlot { get; init; }

    /// <summary>A size of one's own.</summary>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    public static FigureFormat Pixels(double width, double height) =>
        new($"{width:0}x{height:0}", width, height, Math.Clamp(Math.Min(width / 1200, height / 500), 0.6, 4), width < 700 ? 0.35 : 1, false);

    /// <summary>A column of a screen: as wide as it is, and as high as the figure needs; its words stay at least 9 pixels high.</summary>
    /// <param name="width">Width in pixels.</param>
    public static FigureFormat Screen(double width) =>
        new($"{width:0}x", width, 0, Math.Clamp(width / 1000, 0.8, 1), width < 700 ? 0.35 : 0.6, false) { GrowsAroundPlot = width < FreeWidth };

    /// <summary>The size of a figure that lists rows.</summary>
    /// <param name="rows">Rows.</param>
    /// <param name="rowHeight">Height of a row at a text scale of 1.</param>
    public FigureSize Rows(int rows, double rowHeight = 22.5)
    {
        var high = rowHeight * Math.Max(6, rows);
        return Of(290 + high, ((high * PrintRow) + 40) * TextScale);
    }

    /// <summary>The size of a figure with one plot, or a row of them.</summary>
    public FigureSize Frame() => Of(Width * 9 / 16, Width * (Hierarchy < 0.2 ? 0.85 : 0.55));

    /// <summary>The size of a figure of many small panels.</summary>
    /// <param name="panels">Panels.</param>
    public FigureSize Panels(int panels)
    {
        var columns = Math.Max(1, Math.Floor(Width / (135 * TextScale)));
        return Of(180 + (165 * Math.Max(2, Math.Ceiling(panels / 4.0))), Math.Ceiling(panels / columns) * 96 * TextScale);
    }

    /// <summary>A fixed page, or as high as the figure needs: on a screen in all, in print around a plot.</summary>
    private FigureSize Of(double natural, double plot) => InMillimetres || GrowsAroundPlot
        ? new(Width, 0, TextScale) { Hierarchy = Hierarchy, InMillimetres = InMillimetres, PlotHeight = plot }
        : new(Width, Height > 0 ? Height : natural, TextScale) { Hierarchy = Hierarchy };
}
