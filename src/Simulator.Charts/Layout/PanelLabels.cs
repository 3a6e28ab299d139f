using Simulator.Charts.Text;

namespace Simulator.Charts.Layout;

/// <summary>Writes the words of marks: at stretches, at lines across the panel, at values. They come after all that they must not cover.</summary>
internal sealed class PanelLabels(Panel panel, PanelPlace place, Theme theme, TextSizes sizes, Scene scene, LabelPlacer placer)
{
    /// <summary>Places that are tried along a line across the panel, after its two ends.</summary>
    private const int PlacesAlong = 8;

    /// <summary>Most lines of words in a stretch.</summary>
    private const int MostBandLines = 3;

    private readonly PlotArea _area = place.Area;

    public void Draw()
    {
        var lines = panel.Marks.OfType<ReferenceMark>().Where(m => m.Across == AxisSide.Y).ToArray();
        foreach (var band in panel.Marks.OfType<BandMark>().Where(b => b.Label.Length > 0))
        {
            Band(band, [.. lines.Select(l => _area.AtY(l.At))]);
        }

        foreach (var line in lines.Where(l => l.Label.Length > 0))
        {
            Reference(line);
        }

        foreach (var y in lines.Select(l => _area.AtY(l.At)))
        {
            placer.Avoid(new Spot(_area.Box.Left, y), new Spot(_area.Box.Right, y));
        }

        var columns = panel.Marks.OfType<ColumnMark>().ToLookup(c => new Point(c.At, c.To));
        var bars = panel.Marks.OfType<BarMark>().ToLookup(b => new Point(b.To, b.At));
        // From the last to the first: where columns are narrow, the latest values keep their labels.
        foreach (var label in panel.Marks.OfType<LabelMark>().Where(l => columns.Contains(l.At)).OrderByDescending(l => l.Required).ThenByDescending(l => l.At.X))
        {
            AtColumn(label, columns[label.At].First());
        }

        foreach (var label in panel.Marks.OfType<LabelMark>().Where(l => !columns.Contains(l.At)).OrderByDescending(l => l.Required))
        {
            var spot = _area.At(label.At);
            if (bars.Contains(label.At))
            {
                spot = spot with { Y = SurfaceDrawing.LaneY(_area, bars[label.At].First()) };
            }

            Write(label, spot, panel.Y.Kind == AxisKind.Category ? sizes.LabelGap * 1.25 : sizes.LabelGap);
        }
    }

    /// <summary>
    /// The words of a stretch stand inside it, at its upper left corner, or at its lower one where a line across would strike them
    /// through; in lines where the stretch is narrow.
    /// </summary>
    private void Band(BandMark band, IReadOnlyList<double> across)
    {
        var corner = band.Across == AxisSide.X
            ? new Spot(_area.AtX(band.From), _area.Box.Top)
            : new Spot(_area.Box.Left, _area.AtY(band.To));
        var width = (band.Across == AxisSide.X ? _area.AtX(band.To) : _area.Box.Right) - corner.X - sizes.LabelGap;
        var lines = TextFitting.Wrap(band.Label, Math.Max(width, 1), sizes.Label);
        var fits = lines.Count <= MostBandLines && lines.All(l => TextFitting.Clean(band.Label).Split(' ').Contains(l.Split(' ')[0]));
        var height = sizes.Label * 1.3 * (fits ? lines.Count : 1);
        var isStruck = band.Across == AxisSide.X && across.Any(y => y > corner.Y && y < corner.Y + height);
        var at = (isStruck ? _area.Box.Bottom - height : corner.Y) + (sizes.Label * 0.9);
        foreach (var line in fits ? lines : [band.Label])
        {
            Write(new LabelMark(new Point(0, 0), line, Hue.Muted, LabelSide.Right), corner with { Y = at }, sizes.LabelGap * 0.5);
            at += sizes.Label * 1.3;
        }
    }

    /// <summary>The words of a line across the panel: above or below it, at an end or else wherever they cover nothing.</summary>
    private void Reference(ReferenceMark mark)
    {
        var box = _area.Box;
        var y = _area.AtY(mark.At);
        var gap = sizes.LabelGap * 0.5;
        var text = TextFitting.Shorten(mark.Label, box.Width * 0.6, sizes.Label, true);
        var width = FontMetrics.Room(text, sizes.Label, true);
        var (first, last) = (box.Left + gap, box.Right - width);
        var lefts = new[] { last, first }.Concat(Enumerable.Range(1, PlacesAlong - 1).Select(i => last + ((first - last) * i / PlacesAlong)));
        var baselines = new[] { y - gap, y + gap + (FontMetrics.CapHeight * sizes.Label) };
        var words = placer.First(
            [
                .. lefts.SelectMany(left => baselines.Select(baseline =>
                    new TextShape(left, baseline, text, sizes.Label, theme.Of(mark.Hue).Words, Align.Start, true))),
            ],
            true);
        if (words is not null)
        {
            scene.Add(words);
        }
    }

    /// <summary>A value stands straight above or below its column: moved aside it would belong to another one.</summary>
    private void AtColumn(LabelMark label, ColumnMark column)
    {
        var spot = new Spot(SurfaceDrawing.LaneX(_area, column), _area.AtY(column.To));
        if (label.Prefer is not (LabelSide.Above or LabelSide.Below))
        {
            Write(label, spot, sizes.LabelGap);
            return;
        }

        var gap = (sizes.LabelGap * 0.4) + 2;
        var baseline = label.Prefer == LabelSide.Above ? spot.Y - gap : spot.Y + gap + (FontMetrics.CapHeight * sizes.Label);
        var text = TextFitting.Clean(label.Text);
        var words = text.Length == 0 || !double.IsFinite(baseline) || !double.IsFinite(spot.X)
            ? null
            : placer.First([new TextShape(spot.X, baseline, text, sizes.Label, theme.Of(label.Hue).Words, Align.Middle, label.Bold)], false);
        if (words is not null)
        {
            scene.Add(words with { Tip = label.Tip });
        }
        else if (label.Required)
        {
            Write(label, spot, sizes.LabelGap);
        }
    }

    private void Write(LabelMark label, Spot spot, double gap)
    {
        var text = TextFitting.Shorten(label.Text, place.Cell.Width * 0.6, sizes.Label, label.Bold);
        if (text.Length == 0 || !double.IsFinite(spot.X) || !double.IsFinite(spot.Y))
        {
            return;
        }

        var words = placer.Place(
            spot, text, sizes.Label, label.Bold, label.Prefer, gap, label.Required, theme.Of(label.Hue).Words, panel.Y.Kind == AxisKind.Category);
        if (words is null)
        {
            return;
        }

        if (CrossesStraightLine(words))
        {
            scene.Add(new RectShape(words.Room.Grown(1.5), theme.Background));
        }

        scene.Add(words with { Tip = label.Tip });
    }

    /// <summary>Whether words lie on a straight line across the panel; they then get a ground of their own.</summary>
    private bool CrossesStraightLine(TextShape words)
    {
        var room = words.Room;
        if (panel.Y.Kind != AxisKind.Category)
        {
            return false;
        }

        return panel.Marks.OfType<ReferenceMark>().Where(m => m.Across == AxisSide.X).Select(m => m.At)
            .Concat(panel.X.Ticks.Where(t => t.At != 0).Select(t => t.At))
            .Select(_area.AtX)
            .Any(x => x > room.Left && x < room.Right);
    }
}
