namespace Simulator.Charts.Layout;

/// <summary>Sizes in pixels of everything that is not data, at a text scale.</summary>
internal sealed class TextSizes(double scale)
{
    public double Scale { get; } = scale;

    public double Title => 27 * Scale;

    public double Subtitle => 15.5 * Scale;

    public double Key => 13 * Scale;

    public double PanelTitle => 13.5 * Scale;

    public double Tick => 12 * Scale;

    public double Label => 12.5 * Scale;

    public double Category => 13.5 * Scale;

    public double Footer => 11.5 * Scale;

    public double Margin => 40 * Scale;

    /// <summary>Distance between a point and its label.</summary>
    public double LabelGap => 8 * Scale;

    public double DotRadius => 5.2 * Scale;

    public double LineWidth => 2.2 * Scale;

    public double ThinWidth => 1.1 * Scale;

    public double HairWidth => 0.8 * Scale;
}
