namespace Simulator.Charts.Layout;

/// <summary>Where a panel's values lie in pixels.</summary>
internal readonly record struct PlotArea(Box Box, Axis X, Axis Y)
{
    /// <summary>Height of the name above each row of a category axis; zero where names stand beside their rows.</summary>
    public double NameHeight { get; init; }

    /// <summary>Height that the marks of a row have, or of one unit on an axis of numbers.</summary>
    public double RowHeight => Math.Abs(AtY(1) - AtY(0)) - NameHeight;

    public double AtX(double value) => Box.Left + ((value - X.From) / (X.To - X.From) * Box.Width);

    /// <summary>Numbers grow upwards, categories run downwards; a row's own name takes the upper part of it.</summary>
    public double AtY(double value)
    {
        if (NameHeight > 0)
        {
            var row = Math.Floor(value + 0.5);
            return RowTop(row) + NameHeight + ((value - row + 0.5) * (Pitch - NameHeight));
        }

        var part = (value - Y.From) / (Y.To - Y.From);
        return Y.Kind == AxisKind.Category ? Box.Top + (part * Box.Height) : Box.Bottom - (part * Box.Height);
    }

    public Spot At(Point point) => new(AtX(point.X), AtY(point.Y));

    /// <summary>Upper edge of a row, where its name starts if that stands above it.</summary>
    public double RowTop(double row) => Box.Top + ((row - 0.5 - Y.From) * Pitch);

    /// <summary>The stretches from top to bottom that marks may use: all of the plot, or the rows without their names.</summary>
    public IEnumerable<(double Top, double Bottom)> Bands()
    {
        if (NameHeight <= 0)
        {
            yield return (Box.Top, Box.Bottom);
            yield break;
        }

        for (var row = 0; row < Y.Ticks.Length; row++)
        {
            yield return (RowTop(row) + NameHeight, RowTop(row + 1));
        }
    }

    private double Pitch => Box.Height / (Y.To - Y.From);
}
