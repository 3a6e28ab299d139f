namespace Simulator.Charts.Catalogue;

/// <summary>Parts the rows of a figure into two panels side by side where a page is too low for one.</summary>
internal static class RowParts
{
    /// <summary>Lowest row at a text scale of 1, pixels.</summary>
    private const double LowestRow = 16;

    /// <summary>Words above and below the rows at a text scale of 1, pixels.</summary>
    private const double Words = 270;

    /// <summary>Width from which words may stand beside numbers without being moved to other rows, pixels at a text scale of 1.</summary>
    private const double Wide = 1000;

    /// <summary>Whether a figure has room for words beside its numbers.</summary>
    /// <param name="size">Size of the figure.</param>
    /// <param name="parts">Panels side by side.</param>
    public static bool HasRoomForRemarks(FigureSize size, int parts) => parts == 1 && size.Width / size.TextScale >= Wide;

    /// <summary>The rows of each panel, one or two of them.</summary>
    /// <param name="rows">Rows from the top.</param>
    /// <param name="size">Size of the figure.</param>
    public static IReadOnlyList<IReadOnlyList<T>> Of<T>(IReadOnlyList<T> rows, FigureSize size)
    {
        var isLow = size.PlotHeight == 0 && (size.Height / size.TextScale) - Words < LowestRow * rows.Count;
        if (!isLow || size.Width < size.Height || rows.Count < 4)
        {
            return [rows];
        }

        var half = (rows.Count + 1) / 2;
        return [[.. rows.Take(half)], [.. rows.Skip(half)]];
    }
}
