namespace Simulator.Charts.Layout;

/// <summary>Where a panel's values lie in pixels.</summary>
internal readonly record struct PlotArea(Box Box, Axis X, Axis Y)
{
    public double AtX(double value) => Box.Left + ((value - X.From) / (X.To - X.From) * Box.Width);

    /// <summary>Numbers grow upwards, categories run downwards.</summary>
    public double AtY(double value)
    {
        var part = (value - Y.From) / (Y.To - Y.From);
        return Y.Kind == AxisKind.Category ? Box.Top + (part * Box.Height) : Box.Bottom - (part * Box.Height);
    }

    public Spot At(Point point) => new(AtX(point.X), AtY(point.Y));
}
