namespace Simulator.Charts.Layout;

/// <summary>Draws what covers an area: bars, columns, the area between curves, outlines.</summary>
internal sealed class SurfaceDrawing(PlotArea area, Theme theme, TextSizes sizes, Scene scene, LabelPlacer placer)
{
    /// <summary>Part of a row that its bars fill.</summary>
    private const double BarPart = 0.68;

    /// <summary>Part of a place that its columns fill.</summary>
    private const double ColumnPart = 0.7;

    /// <summary>Height of the middle of a bar, pixels.</summary>
    public static double LaneY(PlotArea area, BarMark bar) => LaneY(area, bar.At, bar.Lane, bar.Lanes);

    /// <summary>Height of the middle of a lane of a row, pixels.</summary>
    public static double LaneY(PlotArea area, double at, int lane, int lanes) => area.AtY(at) + (area.RowHeight * BarPart * (((lane + 0.5) / lanes) - 0.5));

    /// <summary>Middle of a column, pixels from the left.</summary>
    public static double LaneX(PlotArea area, ColumnMark column) =>
        area.AtX(column.At) + (Math.Abs(area.AtX(1) - area.AtX(0)) * ColumnPart * (((column.Lane + 0.5) / column.Lanes) - 0.5));

    public void Draw(Mark mark)
    {
        switch (mark)
        {
            case BarMark bar:
                Bar(bar);
                break;
            case ColumnMark column:
                Column(column);
                break;
            case BinMark bin:
                Bin(bin);
                break;
            case AreaMark between:
                Between(between);
                break;
            case OutlineMark outline:
                Outline(outline);
                break;
            default:
                throw new InvalidOperationException($"No surface: {mark.GetType().Name}.");
        }
    }

    private void Bar(BarMark bar)
    {
        var y = LaneY(area, bar);
        var half = area.RowHeight * BarPart / bar.Lanes / 2;
        var (a, b) = (area.AtX(bar.From), area.AtX(bar.To));
        var box = new Box(Math.Min(a, b), y - half, Math.Max(a, b), y + half);
        Rectangle(box, bar.Hue, bar.Projected, bar.Tip);
        if (bar.Text.Length > 0)
        {
            Inside(bar, box);
        }
    }

    /// <summary>The words of a bar, where they fit with a little room on each side.</summary>
    private void Inside(BarMark bar, Box box)
    {
        var words = new TextShape(
            (box.Left + box.Right) / 2, ((box.Top + box.Bottom) / 2) + (sizes.Label * 0.35), bar.Text, sizes.Label,
            bar.Projected ? theme.Of(Hue.Ink).Words : theme.Of(bar.Hue).OnGraphic, Align.Middle, false);
        if (!(words.Room.Width + (sizes.Label * 0.4) <= box.Width && sizes.Label * 0.95 <= box.Height))
        {
            return;
        }

        if (bar.Projected)
        {
            // Words on hatching are hard to read: they get a ground of their own.
            scene.Add(new RectShape(words.Room.Grown(1), theme.Background));
        }

        scene.Add(words);
        placer.Keep(words.Room);
    }

    private void Column(ColumnMark column)
    {
        var x = LaneX(area, column);
        var half = Math.Abs(area.AtX(1) - area.AtX(0)) * ColumnPart / column.Lanes / 2;
        var (a, b) = (area.AtY(column.From), area.AtY(column.To));
        Rectangle(new Box(x - half, Math.Min(a, b), x + half, Math.Max(a, b)), column.Hue, column.Projected, column.Tip);
    }

    /// <summary>A bar of a distribution; a hair of the background parts it from its neighbours where there is room for one.</summary>
    private void Bin(BinMark bin)
    {
        var (left, right) = (area.AtX(bin.Left), area.AtX(bin.Right));
        var gap = right - left > 4 * sizes.HairWidth ? sizes.HairWidth / 2 : 0;
        Rectangle(new Box(left + gap, area.AtY(bin.To), right - gap, area.AtY(0)), bin.Hue, bin.IsHatched, bin.Tip);
    }

    private void Rectangle(Box box, Hue hue, bool isProjected, string tip)
    {
        if (!double.IsFinite(box.Width) || !double.IsFinite(box.Height))
        {
            return;
        }

        scene.Add(new RectShape(box, isProjected ? Cells.Projected(hue, theme, sizes, scene) : theme.Of(hue).Graphic, tip));
        placer.Avoid(box);
    }

    /// <summary>The area between two curves, in pieces where there is a gap.</summary>
    private void Between(AreaMark between)
    {
        var fill = Cells.Fill(between.Tone, between.Hue, theme, sizes, scene);
        var run = new List<int>();
        for (var i = 0; i <= between.X.Length; i++)
        {
            if (i < between.X.Length && double.IsFinite(between.Low[i]) && double.IsFinite(between.High[i]))
            {
                run.Add(i);
                continue;
            }

            if (run.Count > 1)
            {
                Spot[] spots =
                [
                    .. run.Select(j => At(between.X[j], between.High[j])),
                    .. Enumerable.Reverse(run).Select(j => At(between.X[j], between.Low[j])),
                ];
                scene.Add(new PathShape(spots, true, fill, "", 0, 0, between.Tip));
            }

            run.Clear();
        }

        Spot At(double x, double y) => area.At(new Point(x, Math.Clamp(y, area.Y.From, area.Y.To)));
    }

    private void Outline(OutlineMark outline)
    {
        var fill = Cells.Fill(outline.Tone, outline.Hue, theme, sizes, scene);
        foreach (var ring in outline.Rings)
        {
            Spot[] corners = [.. ring.Where(p => double.IsFinite(p.X) && double.IsFinite(p.Y)).Select(area.At)];
            if (corners.Length > 2)
            {
                // Hatching stands on the background, which would leave it without an edge.
                var edge = outline.Tone == CellTone.Hatched ? theme.AxisLine : theme.Background;
                scene.Add(new PathShape(corners, true, fill, edge, sizes.HairWidth, 0, outline.Tip));
            }
        }
    }
}
