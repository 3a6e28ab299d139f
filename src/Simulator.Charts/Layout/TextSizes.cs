namespace Simulator.Charts.Layout;

/// <summary>Sizes in pixels of everything that is not data, at a text scale.</summary>
internal sealed class TextSizes
{
    private const double Smallest = 11.5;
    private const double WidestMargin = 0.034;

    private readonly double _hierarchy;

    public TextSizes(FigureSize size)
    {
        Scale = size.TextScale;
        _hierarchy = size.Hierarchy;
        Margin = Math.Min(40 * Scale, size.Width * WidestMargin);
    }

    public double Scale { get; }

    /// <summary>Whether the page is narrow, so that words take more lines.</summary>
    public bool IsNarrow => _hierarchy < 1;

    public double Title => Above(27);

    public double Subtitle => Above(15.5);

    public double Key => Above(13);

    public double PanelTitle => Above(13.5);

    public double Tick => Above(12);

    public double Label => Above(12.5);

    public double Category => Above(13.5);

    /// <summary>Height of a line of a name that stands above its row.</summary>
    public double NameLine => Category * 1.25;

    /// <summary>The smallest text of a figure; no other is smaller.</summary>
    public double Footer => Above(Smallest);

    public double Margin { get; }

    /// <summary>Distance between a point and its label.</summary>
    public double LabelGap => (IsNarrow ? 6 : 8) * Scale;

    public double DotRadius => (IsNarrow ? 4.4 : 5.2) * Scale;

    public double LineWidth => 2.2 * Scale;

    public double ThinWidth => 1.1 * Scale;

    public double HairWidth => 0.8 * Scale;

    private double Above(double size) => (Smallest + ((size - Smallest) * _hierarchy)) * Scale;
}
