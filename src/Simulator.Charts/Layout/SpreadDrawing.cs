namespace Simulator.Charts.Layout;

/// <summary>Draws how values spread: intervals, boxes, clouds of dots.</summary>
internal sealed class SpreadDrawing(PlotArea area, Theme theme, TextSizes sizes, Scene scene, LabelPlacer placer)
{
    /// <summary>Part of a row that a box fills; its number stands above it.</summary>
    private const double BoxPart = 0.46;

    /// <summary>Highest box, in heights of a label: the number of its median stands right above it.</summary>
    private const double HighestBox = 1.3;

    /// <summary>Radius of a dot of a cloud, as a part of that of a dot with a name.</summary>
    private const double CloudDot = 0.4;

    private const double CloudOpacity = 0.55;

    private readonly SpreadShapes _shapes = new(theme, sizes, scene);

    public void Draw(Mark mark)
    {
        switch (mark)
        {
            case WhiskerMark whisker:
                Whisker(whisker);
                break;
            case BoxMark box:
                Box(box);
                break;
            case CloudMark cloud:
                Cloud(cloud);
                break;
            default:
                throw new InvalidOperationException($"No spread: {mark.GetType().Name}.");
        }
    }

    private void Whisker(WhiskerMark mark)
    {
        var y = SurfaceDrawing.LaneY(area, mark.At, mark.Lane, mark.Lanes);
        var half = Math.Min(area.RowHeight * 0.2 / mark.Lanes, sizes.Label * 0.35);
        var (from, to) = (Inside(mark.From), Inside(mark.To));
        if (double.IsFinite(y) && double.IsFinite(from) && double.IsFinite(to) && from <= to)
        {
            _shapes.Whisker(
                area.AtX(from), area.AtX(to), y, half, theme.Of(mark.Hue).Graphic, from == mark.From, to == mark.To, mark.Tip);
            placer.Avoid(new Box(area.AtX(from), y - half, area.AtX(to), y + half));
        }
    }

    private void Box(BoxMark mark)
    {
        var spread = mark.Spread;
        if (!spread.IsOrdered || !double.IsFinite(mark.At))
        {
            return;
        }

        var y = area.AtY(mark.At);
        var half = Math.Min(area.RowHeight * BoxPart, sizes.Label * HighestBox) / 2;
        var (low, high) = (Inside(spread.Low), Inside(spread.High));
        _shapes.Whisker(area.AtX(low), area.AtX(high), y, half * 0.6, theme.Of(mark.Hue).Graphic, low == spread.Low, high == spread.High, mark.Tip);
        var box = new Box(area.AtX(Inside(spread.LowerQuartile)), y - half, area.AtX(Inside(spread.UpperQuartile)), y + half);
        _shapes.Box(box, area.AtX(Inside(spread.Median)), mark.Hue, mark.Tip);
        placer.Avoid(box);
        placer.Avoid(new Spot(area.AtX(low), y), new Spot(area.AtX(high), y));
    }

    private void Cloud(CloudMark mark)
    {
        Spot[] centres =
        [
            .. mark.Points.Where(p => p.X >= area.X.From && p.X <= area.X.To && p.Y >= area.Y.From && p.Y <= area.Y.To).Select(area.At),
        ];
        if (centres.Length > 0)
        {
            scene.Add(new CloudShape(centres, sizes.DotRadius * CloudDot, theme.Of(mark.Hue).Graphic, CloudOpacity, mark.Tip));
        }
    }

    private double Inside(double value) => double.IsNaN(value) ? value : Math.Clamp(value, area.X.From, area.X.To);
}

/// <summary>Intervals and boxes in pixels, for panels and keys alike.</summary>
internal sealed class SpreadShapes(Theme theme, TextSizes sizes, Scene scene)
{
    /// <summary>A line with stops at its ends, on a hair of background so that it shows on bars too.</summary>
    public void Whisker(double from, double to, double y, double half, string colour, bool hasStart = true, bool hasEnd = true, string tip = "")
    {
        var strokes = new List<Spot[]> { new Spot[] { new(from, y), new(to, y) } };
        if (hasStart)
        {
            strokes.Add([new Spot(from, y - half), new Spot(from, y + half)]);
        }

        if (hasEnd)
        {
            strokes.Add([new Spot(to, y - half), new Spot(to, y + half)]);
        }

        foreach (var stroke in strokes)
        {
            scene.Add(new PathShape(stroke, false, "", theme.Background, sizes.ThinWidth * 2.6));
        }

        foreach (var stroke in strokes)
        {
            scene.Add(new PathShape(stroke, false, "", colour, sizes.ThinWidth, 0, tip));
        }
    }

    /// <summary>A light box with an edge, and a strong line where the middle is.</summary>
    public void Box(Box box, double middle, Hue hue, string tip)
    {
        var paint = theme.Of(hue);
        scene.Add(new PathShape(
            [new Spot(box.Left, box.Top), new Spot(box.Right, box.Top), new Spot(box.Right, box.Bottom), new Spot(box.Left, box.Bottom)],
            true, paint.Tint, paint.Graphic, sizes.ThinWidth, 0, tip));
        scene.Add(new PathShape([new Spot(middle, box.Top), new Spot(middle, box.Bottom)], false, "", theme.Of(Hue.Ink).Graphic, sizes.LineWidth, 0, tip));
    }
}
