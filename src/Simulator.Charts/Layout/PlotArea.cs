using System.Collections.Immutable;

namespace Simulator.Charts.Layout;

/// <summary>Where a panel's values lie in pixels.</summary>
internal readonly record struct PlotArea(Box Box, Axis X, Axis Y)
{
    /// <summary>Height of the name above each row of a category axis; empty or default where names stand beside their rows.</summary>
    public ImmutableArray<double> NameHeights { get; init; }

    /// <summary>Whether names stand above their rows.</summary>
    public bool HasNamesAbove => !NameHeights.IsDefaultOrEmpty;

    /// <summary>Height that the marks of a row have, or of one unit on an axis of numbers.</summary>
    public double RowHeight => HasNamesAbove ? (Box.Height - NameHeights.Sum()) / NameHeights.Length : Math.Abs(AtY(1) - AtY(0));

    public double AtX(double value) => Box.Left + ((value - X.From) / (X.To - X.From) * Box.Width);

    /// <summary>Numbers grow upwards, categories run downwards; a row's own name may take the upper part of it.</summary>
    public double AtY(double value)
    {
        if (HasNamesAbove)
        {
            var row = (int)Math.Clamp(Math.Floor(value + 0.5), 0, NameHeights.Length - 1);
            return RowTop(row) + NameHeights[row] + ((value - row + 0.5) * RowHeight);
        }

        var part = (value - Y.From) / (Y.To - Y.From);
        return Y.Kind == AxisKind.Category ? Box.Top + (part * Box.Height) : Box.Bottom - (part * Box.Height);
    }

    public Spot At(Point point) => new(AtX(point.X), AtY(point.Y));

    /// <summary>Upper edge of a row with its name above it, where the name starts.</summary>
    public double RowTop(int row) => Box.Top + NameHeights.Take(row).Sum() + (row * RowHeight);

    /// <summary>The stretches from top to bottom that marks may use: all of the plot, or the rows without their names.</summary>
    public IEnumerable<(double Top, double Bottom)> Bands()
    {
        if (!HasNamesAbove)
        {
            yield return (Box.Top, Box.Bottom);
            yield break;
        }

        for (var row = 0; row < NameHeights.Length; row++)
        {
            yield return (RowTop(row) + NameHeights[row], RowTop(row + 1));
        }
    }
}
