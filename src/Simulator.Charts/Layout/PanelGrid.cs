using Simulator.Charts.Text;

namespace Simulator.Charts.Layout;

/// <summary>Divides the room of a figure among its panels, which all get plots of the same size.</summary>
internal static class PanelGrid
{
    /// <summary>Widest column of category names, as a part of the figure.</summary>
    private const double WidestNames = 0.3;

    /// <summary>The same on a narrow page: a name that is cut to two letters names nobody.</summary>
    private const double WidestNamesNarrow = 0.46;

    /// <summary>Part of a panel's width that what an axis measures has at least, beside room at the right.</summary>
    private const double TitlePart = 0.9;

    /// <summary>Draws all panels into the room.</summary>
    public static void Draw(Figure figure, Theme theme, TextSizes sizes, Scene scene, Box room)
    {
        var columns = Math.Min(figure.Columns, figure.Panels.Length);
        var rows = (figure.Panels.Length + columns - 1) / columns;
        var ranked = figure.Panels.Any(p => p.Y.Kind == AxisKind.Category);
        var titles = figure.Panels.Any(p => p.Title.Length > 0) ? sizes.PanelTitle * 1.85 : sizes.Tick * 0.5;
        var titleLines = TitleLines(figure, sizes, room.Width / columns);
        var moreLines = (titleLines - 1) * sizes.Tick * PanelAxes.TitleLeading;
        var axisTitles = figure.Panels.Any(p => p.X.Title.Length > 0) ? (sizes.Tick * 1.5) + (ranked ? 0 : moreLines) : 0;
        var upright = figure.Panels.Any(p => p.Y.Title.Length > 0) ? (sizes.Tick * 1.5) + moreLines : 0;
        var lines = HasReferenceLabel(figure) ? sizes.Tick * 1.6 : 0;
        var head = titles + upright + lines + (ranked ? (sizes.Tick * 1.6) + axisTitles : 0);
        var foot = ranked ? 0 : (sizes.Tick * 2) + axisTitles;
        var (gapX, gapY) = (sizes.Tick * (!ranked ? 1.5 : sizes.IsNarrow ? 0.6 : 2.6), sizes.Tick * 1.1);
        var hasGutter = Enumerable.Range(0, columns).Select(column => HasGutter(figure, column, columns)).ToArray();
        var gutters = hasGutter.Count(has => has);
        var gutter = Gutter(figure, sizes, room.Width, gutters);
        var width = (room.Width - (gutter * gutters) - (gapX * (columns - 1))) / columns;
        var height = (room.Height - foot - (gapY * (rows - 1))) / rows;
        var plotHeight = Math.Max(height - head, 1);
        var (padLeft, padRight) = Pads(figure, sizes, width, plotHeight);
        for (var i = 0; i < figure.Panels.Length; i++)
        {
            var (column, row) = (i % columns, i / columns);
            var left = room.Left + (gutter * hasGutter.Take(column + 1).Count(has => has)) + (column * (width + gapX));
            var top = room.Top + (row * (height + gapY));
            var cell = new Box(left, top, left + width, top + height);
            var plotLeft = cell.Left + padLeft;
            var plotTop = cell.Top + head;
            var plot = new Box(plotLeft, plotTop, Math.Max(cell.Right - padRight, plotLeft + 1), plotTop + plotHeight);
            var panel = figure.Panels[i];
            var area = new PlotArea(panel.HasEqualScales ? EqualScales(plot, panel) : plot, panel.X, panel.Y)
            {
                NameHeights = [.. panel.Y.NameLines.Select(lines => lines * sizes.NameLine)],
            };
            var lowest = i + columns >= figure.Panels.Length;
            var place = new PanelPlace(cell, area, hasGutter[column] ? gutter : 0, lowest ? foot : 0, figure.Panels.Length == 1, titleLines);
            new PanelDrawing(panel, place, theme, sizes, scene).Draw();
        }
    }

    /// <summary>Lines for what the axes measure: one, or two on a narrow page where one would be cut.</summary>
    private static int TitleLines(Figure figure, TextSizes sizes, double width) =>
        sizes.IsNarrow && figure.Panels.Any(p => new[] { p.X.Title, p.Y.Title }.Any(t => FontMetrics.Room(TextFitting.Clean(t), sizes.Tick) > width * TitlePart)) ? 2 : 1;

    /// <summary>Whether a column has labels of its own: its panels do not share the vertical axis of those to their left.</summary>
    private static bool HasGutter(Figure figure, int column, int columns)
    {
        for (var i = column; i < figure.Panels.Length; i += columns)
        {
            if (column == 0 || !IsSame(figure.Panels[i].Y, figure.Panels[i - 1].Y))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSame(Axis one, Axis other) =>
        ReferenceEquals(one, other) || (one.From == other.From && one.To == other.To && one.Ticks.SequenceEqual(other.Ticks));

    /// <summary>The largest box inside the plot in which both axes have the same scale.</summary>
    private static Box EqualScales(Box plot, Panel panel)
    {
        var (unitsX, unitsY) = (panel.X.To - panel.X.From, panel.Y.To - panel.Y.From);
        var scale = Math.Min(plot.Width / unitsX, plot.Height / unitsY);
        var (spareX, spareY) = ((plot.Width - (scale * unitsX)) / 2, (plot.Height - (scale * unitsY)) / 2);
        return new Box(plot.Left + spareX, plot.Top + spareY, plot.Right - spareX, plot.Bottom - spareY);
    }

    /// <summary>Room left of the first column for the labels of the vertical axis.</summary>
    private static double Gutter(Figure figure, TextSizes sizes, double width, int gutters)
    {
        if (figure.Panels.All(p => p.Y.NameLines.Length > 0))
        {
            return 0;
        }

        var widest = figure.Panels.Max(p => p.Y.Ticks.IsDefaultOrEmpty ? 0 : p.Y.Ticks.Max(t => p.Y.Kind == AxisKind.Category
            ? FontMetrics.Room(TextFitting.Clean(t.Label), sizes.Category, t.Heading)
            : FontMetrics.Room(t.Label, sizes.Tick)));
        return Math.Min(widest + (sizes.Tick * 0.9), width * (sizes.IsNarrow ? WidestNamesNarrow / gutters : WidestNames / Math.Max(1, gutters / 2.0)));
    }

    private static bool HasReferenceLabel(Figure figure) =>
        figure.Panels.Any(p => p.Marks.OfType<ReferenceMark>().Any(m => m.Across == AxisSide.X && m.Label.Length > 0));

    /// <summary>
    /// Room inside a panel, left and right of the plot, for labels that stand beside the first and the last points. It depends on the
    /// width of the plot, which depends on it, so it is approached in a few steps; each step only adds.
    /// </summary>
    private static (double Left, double Right) Pads(Figure figure, TextSizes sizes, double width, double plotHeight)
    {
        var (left, right) = (0.0, 0.0);
        for (var step = 0; step < 6; step++)
        {
            var plotWidth = Math.Max(width - left - right, 1);
            foreach (var panel in figure.Panels)
            {
                if (!panel.X.Ticks.IsDefaultOrEmpty)
                {
                    var last = panel.X.Ticks[^1];
                    var beyond = ((last.At - panel.X.To) / (panel.X.To - panel.X.From) * plotWidth) + (FontMetrics.Room(last.Label, sizes.Tick) / 2);
                    right = Math.Max(right, beyond - sizes.Margin);
                }

                foreach (var label in panel.Marks.OfType<LabelMark>().Where(l => l.Required && double.IsFinite(l.At.X)
                    && l.Prefer is LabelSide.Left or LabelSide.Right))
                {
                    var at = (label.At.X - panel.X.From) / (panel.X.To - panel.X.From) * plotWidth;
                    var room = FontMetrics.Room(TextFitting.Clean(label.Text), sizes.Label, label.Bold);
                    room = Math.Min(room + (sizes.LabelGap * 1.3), width * 0.3);
                    left = Math.Max(left, label.Prefer == LabelSide.Left ? room - at : 0);
                    right = Math.Max(right, label.Prefer == LabelSide.Right ? at + room - plotWidth : 0);
                }
            }
        }

        foreach (var panel in figure.Panels)
        {
            foreach (var stack in panel.Marks.OfType<StackMark>())
            {
                right = Math.Max(right, StackDrawing.EndRoom(panel, stack, sizes, width, plotHeight));
            }

            right = Math.Max(right, LineNames.Room(panel, sizes, width));
        }

        return (left, right);
    }
}

/// <summary>Where a panel stands.</summary>
/// <param name="Cell">All room of the panel.</param>
/// <param name="Area">The plot.</param>
/// <param name="Gutter">Room left of the cell for labels of the vertical axis; zero when another panel shows them.</param>
/// <param name="Foot">Room below the cell for labels of the horizontal axis; zero when another panel shows them.</param>
/// <param name="Alone">Whether the figure has no other panel; the title then only names the unit.</param>
/// <param name="TitleLines">Lines that there is room for where an axis says what it measures.</param>
internal sealed record PanelPlace(Box Cell, PlotArea Area, double Gutter, double Foot, bool Alone, int TitleLines);
