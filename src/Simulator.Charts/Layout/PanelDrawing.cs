using Simulator.Charts.Text;

namespace Simulator.Charts.Layout;

/// <summary>Draws one panel: shades and grid, then marks, then words.</summary>
internal sealed class PanelDrawing
{
    private readonly Panel _panel;
    private readonly PanelPlace _place;
    private readonly Theme _theme;
    private readonly TextSizes _sizes;
    private readonly Scene _scene;
    private readonly LabelPlacer _placer;
    private readonly PlotArea _area;

    public PanelDrawing(Panel panel, PanelPlace place, Theme theme, TextSizes sizes, Scene scene)
    {
        (_panel, _place, _theme, _sizes, _scene) = (panel, place, theme, sizes, scene);
        _area = place.Area;
        _placer = new LabelPlacer(place.Cell);
    }

    public void Draw()
    {
        foreach (var band in _panel.Marks.OfType<BandMark>())
        {
            DrawBand(band);
        }

        new PanelAxes(_panel, _place, _theme, _sizes, _scene, _placer).Draw();
        Title();
        foreach (var reference in _panel.Marks.OfType<ReferenceMark>())
        {
            DrawReference(reference);
        }

        foreach (var mark in _panel.Marks)
        {
            DrawMark(mark);
        }

        foreach (var band in _panel.Marks.OfType<BandMark>().Where(b => b.Label.Length > 0))
        {
            DrawBandLabel(band);
        }

        Remark();
        new LineNames(_panel, _place, _theme, _sizes, _scene, _placer).Draw();
        foreach (var label in _panel.Marks.OfType<LabelMark>().OrderByDescending(l => l.Required))
        {
            DrawLabel(label, _area.At(label.At), _panel.Y.Kind == AxisKind.Category ? _sizes.LabelGap * 1.25 : _sizes.LabelGap);
        }
    }

    private void Title()
    {
        if (_panel.Title.Length == 0)
        {
            return;
        }

        var cell = _place.Cell;
        var left = _place.Alone ? cell.Left - _place.Gutter : _area.Box.Left;
        var size = _place.Alone ? _sizes.Label : _sizes.PanelTitle;
        var text = TextFitting.Shorten(_panel.Title, cell.Right - left, size, !_place.Alone);
        var shape = new TextShape(
            left, cell.Top + _sizes.PanelTitle, text, size, _theme.Of(_place.Alone ? Hue.Muted : Hue.Ink).Words, Align.Start, !_place.Alone,
            text == TextFitting.Clean(_panel.Title) ? "" : _panel.Title);
        _scene.Add(shape);
        _placer.Keep(shape.Room);
    }

    private void Remark()
    {
        var size = _sizes.Label;
        var lines = TextFitting.Wrap(_panel.Remark, _area.Box.Width, size, false, Math.Max(1, (int)(_area.Box.Height / (size * 1.35))));
        var baseline = _area.Box.Top + (_area.Box.Height / 2) - ((lines.Count - 1) * size * 1.35 / 2) + (size * 0.35);
        foreach (var line in lines)
        {
            var shape = new TextShape(_area.Box.Left, baseline, line, size, _theme.Of(Hue.Muted).Words, Align.Start, false);
            _scene.Add(shape);
            _placer.Keep(shape.Room);
            baseline += size * 1.35;
        }
    }

    private void DrawBand(BandMark band)
    {
        var box = _area.Box;
        var across = band.Across == AxisSide.X
            ? new Box(_area.AtX(band.From), box.Top, _area.AtX(band.To), box.Bottom)
            : new Box(box.Left, _area.AtY(band.To), box.Right, _area.AtY(band.From));
        _scene.Add(new RectShape(across, _theme.Shade, band.Tip));
    }

    private void DrawReference(ReferenceMark mark)
    {
        var box = _area.Box;
        var paint = _theme.Of(mark.Hue);
        var size = _sizes.Label;
        if (mark.Across == AxisSide.Y)
        {
            var y = _area.AtY(mark.At);
            Stroke(new Spot(box.Left, y), new Spot(box.Right, y), paint.Graphic, mark.Tip);
            DrawLabel(
                new LabelMark(new Point(_area.X.To, mark.At), mark.Label, mark.Hue, LabelSide.Above, true),
                new Spot(box.Right, y),
                _sizes.LabelGap * 0.5);
            _placer.Avoid(new Spot(box.Left, y), new Spot(box.Right, y));
            return;
        }

        var x = _area.AtX(mark.At);
        _placer.Avoid(new Spot(x, box.Top), new Spot(x, _panel.Y.Kind == AxisKind.Category ? box.Top : box.Bottom));
        var rise = mark.Label.Length > 0 ? _sizes.Tick * 1.75 : 0;
        Stroke(new Spot(x, box.Top - rise), new Spot(x, box.Bottom), paint.Graphic, mark.Tip);
        if (mark.Label.Length > 0)
        {
            var half = FontMetrics.Room(mark.Label, size, true) / 2;
            // Words wider than the panel may start over the names beside it, never leave the canvas.
            var furthest = _place.Cell.Right - half;
            var centre = Math.Clamp(x, Math.Min(_place.Cell.Left + half, furthest), furthest);
            var words = new TextShape(centre, box.Top - (_sizes.Tick * 2.1), mark.Label, size, paint.Words, Align.Middle, true);
            _scene.Add(words);
            _placer.Keep(words.Room);
        }
    }

    private void Stroke(Spot from, Spot to, string colour, string tip) =>
        _scene.Add(new PathShape([from, to], false, "", colour, _sizes.ThinWidth * 1.2, 0, tip));

    private void DrawMark(Mark mark)
    {
        switch (mark)
        {
            case LineMark line:
                DrawLine(line);
                break;
            case StackMark stack:
                new StackDrawing(_area, _theme, _sizes, _scene, _placer, _place.Cell).Draw(stack);
                break;
            case BarMark or ColumnMark or AreaMark or OutlineMark:
                new SurfaceDrawing(_area, _theme, _sizes, _scene, _placer).Draw(mark);
                break;
            case DotMark dot:
                DrawDot(dot);
                break;
            case CellMark cell:
                DrawCell(cell);
                break;
            case ConnectorMark connector:
                var (from, to) = (_area.At(connector.From), _area.At(connector.To));
                _scene.Add(new PathShape([from, to], false, "", _theme.Of(connector.Hue).Graphic, _sizes.LineWidth, 0, connector.Tip));
                _placer.Avoid(from, to);
                break;
            case BandMark or ReferenceMark or LabelMark:
                break;
            default:
                throw new InvalidOperationException($"A mark that cannot be drawn: {mark.GetType().Name}.");
        }
    }

    private void DrawLine(LineMark line)
    {
        var colour = _theme.Of(line.Hue).Graphic;
        var width = line.Weight == LineWeight.Thin ? _sizes.ThinWidth : _sizes.LineWidth;
        foreach (var run in Polylines.Runs(line.Points))
        {
            var (solid, dashed) = Polylines.SplitAt(run, line.SolidTo);
            if (run.Count == 1 && run[0].Y >= _area.Y.From && run[0].Y <= _area.Y.To)
            {
                DrawDot(new DotMark(run[0], DotShape.Filled, line.Hue) { Tip = line.Tip });
                continue;
            }

            Strokes(solid, 0);
            Strokes(dashed, width * 2.2);
        }

        void Strokes(IReadOnlyList<Point> points, double dash)
        {
            if (points.Count < 2)
            {
                return;
            }

            foreach (var part in Polylines.Clip(points, _area.Y.From, _area.Y.To))
            {
                var spots = part.Select(_area.At).ToArray();
                _scene.Add(new PathShape(spots, false, "", colour, width, dash, line.Tip));
                for (var i = 1; i < spots.Length; i++)
                {
                    _placer.Avoid(spots[i - 1], spots[i]);
                }
            }
        }
    }

    private void DrawDot(DotMark dot)
    {
        if (!double.IsFinite(dot.At.X) || !double.IsFinite(dot.At.Y))
        {
            return;
        }

        var spot = _area.At(dot.At);
        var radius = _panel.Y.Kind == AxisKind.Category ? _sizes.DotRadius : _sizes.DotRadius * 0.75;
        var outer = dot.Shape == DotShape.Around ? radius * 2.1 : radius;
        _scene.Add(Dots.Draw(spot, dot.Shape, _theme.Of(dot.Hue).Graphic, _theme, _sizes, radius, dot.Tip));
        _placer.Avoid(new Box(spot.X - outer, spot.Y - outer, spot.X + outer, spot.Y + outer));
    }

    /// <summary>A cell with its words in the middle; a hair of the background parts it from its neighbours.</summary>
    private void DrawCell(CellMark cell)
    {
        var gap = _sizes.HairWidth;
        var box = new Box(
            _area.AtX(cell.At.X - 0.5) + gap, _area.AtY(cell.At.Y - 0.5) + gap, _area.AtX(cell.At.X + 0.5) - gap, _area.AtY(cell.At.Y + 0.5) - gap);
        _scene.Add(new RectShape(box, Cells.Fill(cell.Tone, cell.Hue, _theme, _sizes, _scene), cell.Tip));
        _placer.Avoid(box);
        var text = TextFitting.Shorten(cell.Text, box.Width, _sizes.Label);
        if (text.Length == 0)
        {
            return;
        }

        var paint = cell.Tone == CellTone.Strong ? _theme.Of(cell.Hue).OnGraphic : _theme.Of(Hue.Ink).Words;
        var words = new TextShape(
            (box.Left + box.Right) / 2, ((box.Top + box.Bottom) / 2) + (_sizes.Label * 0.35), text, _sizes.Label, paint, Align.Middle, false);
        if (cell.Tone == CellTone.Hatched)
        {
            // Words on hatching are hard to read: they get a ground of their own.
            _scene.Add(new RectShape(words.Room.Grown(1), _theme.Background));
        }

        _scene.Add(words);
        _placer.Keep(words.Room);
    }

    /// <summary>The words of a stretch stand inside it, at its upper left corner.</summary>
    private void DrawBandLabel(BandMark band)
    {
        var corner = band.Across == AxisSide.X
            ? new Spot(_area.AtX(band.From), _area.Box.Top)
            : new Spot(_area.Box.Left, _area.AtY(band.To));
        DrawLabel(
            new LabelMark(new Point(0, 0), band.Label, Hue.Muted, LabelSide.Right),
            corner with { Y = corner.Y + (_sizes.Label * 0.9) },
            _sizes.LabelGap * 0.5);
    }

    private void DrawLabel(LabelMark label, Spot spot, double gap)
    {
        var text = TextFitting.Shorten(label.Text, _place.Cell.Width * 0.6, _sizes.Label, label.Bold);
        if (text.Length == 0 || !double.IsFinite(spot.X) || !double.IsFinite(spot.Y))
        {
            return;
        }

        var words = _placer.Place(
            spot, text, _sizes.Label, label.Bold, label.Prefer, gap, label.Required, _theme.Of(label.Hue).Words);
        if (words is null)
        {
            return;
        }

        if (CrossesStraightLine(words))
        {
            _scene.Add(new RectShape(words.Room.Grown(1.5), _theme.Background));
        }

        _scene.Add(words with { Tip = label.Tip });
    }

    /// <summary>Whether words lie on a straight line across the panel; they then get a ground of their own.</summary>
    private bool CrossesStraightLine(TextShape words)
    {
        var room = words.Room;
        if (_panel.Y.Kind != AxisKind.Category)
        {
            return false;
        }

        return _panel.Marks.OfType<ReferenceMark>().Where(m => m.Across == AxisSide.X).Select(m => m.At)
            .Concat(_panel.X.Ticks.Where(t => t.At != 0).Select(t => t.At))
            .Select(_area.AtX)
            .Any(x => x > room.Left && x < room.Right);
    }
}
