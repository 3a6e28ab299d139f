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
    private readonly Box _room;

    public PanelDrawing(Panel panel, PanelPlace place, Theme theme, TextSizes sizes, Scene scene)
    {
        (_panel, _place, _theme, _sizes, _scene) = (panel, place, theme, sizes, scene);
        _area = place.Area;
        // In a list a value may stand in the free room beside a short name.
        _room = panel.Y.Kind == AxisKind.Category ? place.Cell with { Left = place.Cell.Left - place.Gutter } : place.Cell;
        _placer = new LabelPlacer(_room);
    }

    public void Draw()
    {
        foreach (var band in _panel.Marks.OfType<BandMark>())
        {
            DrawBand(band);
        }

        new PanelAxes(_panel, _place, _theme, _sizes, _scene, _placer).Draw();
        Title();
        foreach (var reference in _panel.Marks.OfType<ReferenceMark>().Where(r => !r.IsInFront))
        {
            DrawReference(reference);
        }

        foreach (var mark in _panel.Marks)
        {
            DrawMark(mark);
        }

        foreach (var reference in _panel.Marks.OfType<ReferenceMark>().Where(r => r.IsInFront))
        {
            DrawReference(reference);
        }

        new OutlineNames(_area, _theme, _sizes, _scene, _placer).Draw(_panel.Marks.OfType<OutlineMark>());
        Remark();
        new LineNames(_panel, _place, _theme, _sizes, _scene, _placer).Draw();
        new PanelLabels(_panel, _place, _theme, _sizes, _scene, _placer).Draw();
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
        if (mark.Across == AxisSide.Y)
        {
            var y = _area.AtY(mark.At);
            Stroke(new Spot(box.Left, y), new Spot(box.Right, y), paint.Graphic, mark);
            return;
        }

        var x = _area.AtX(mark.At);
        var ranked = _panel.Y.Kind == AxisKind.Category;
        _placer.Avoid(new Spot(x, box.Top), new Spot(x, ranked ? box.Top : box.Bottom));
        // In a list the words stand above the labels of the axis, elsewhere right above the plot.
        var rise = mark.Label.Length == 0 ? 0 : _sizes.Tick * (ranked ? 1.75 : 0.4);
        if (_area.HasNamesAbove)
        {
            Stroke(new Spot(x, box.Top - rise), new Spot(x, box.Top), paint.Graphic, mark);
        }

        foreach (var (top, bottom) in _area.Bands())
        {
            Stroke(new Spot(x, top - (_area.HasNamesAbove ? 0 : rise)), new Spot(x, bottom), paint.Graphic, mark);
        }

        if (mark.Label.Length > 0)
        {
            DrawReferenceLabel(mark, x, box.Top - (_sizes.Tick * (ranked ? 2.1 : 0.65)));
        }
    }

    /// <summary>Words above an upright line: over it, or beside it where other words stand there.</summary>
    private void DrawReferenceLabel(ReferenceMark mark, double x, double baseline)
    {
        var text = TextFitting.Shorten(mark.Label, _room.Width, _sizes.Label, true);
        var half = FontMetrics.Room(text, _sizes.Label, true) / 2;
        var (first, last) = (_room.Left + half, Math.Max(_room.Left + half, _room.Right - half));
        var words = _placer.First(
            [
                .. new[] { x, x + half, x - half, first, last }.Select(centre =>
                    new TextShape(Math.Clamp(centre, first, last), baseline, text, _sizes.Label, _theme.Of(mark.Hue).Words, Align.Middle, true)),
            ],
            true);
        if (words is not null)
        {
            _scene.Add(words);
        }
    }

    private void Stroke(Spot from, Spot to, string colour, ReferenceMark mark) =>
        _scene.Add(new PathShape([from, to], false, "", colour, _sizes.ThinWidth * 1.2, mark.IsDashed ? _sizes.LineWidth * 1.8 : 0, mark.Tip));

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
            case BarMark or ColumnMark or BinMark or AreaMark or OutlineMark:
                new SurfaceDrawing(_area, _theme, _sizes, _scene, _placer).Draw(mark);
                break;
            case WhiskerMark or BoxMark or CloudMark:
                new SpreadDrawing(_area, _theme, _sizes, _scene, _placer).Draw(mark);
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
        // Numbers grow upwards, names run downwards.
        var (upper, lower) = _area.Y.Kind == AxisKind.Category ? (-0.5, 0.5) : (0.5, -0.5);
        var box = new Box(
            _area.AtX(cell.At.X - 0.5) + gap, _area.AtY(cell.At.Y + upper) + gap, _area.AtX(cell.At.X + 0.5) - gap, _area.AtY(cell.At.Y + lower) - gap);
        var isShaded = double.IsFinite(cell.Depth);
        _scene.Add(new RectShape(
            box, isShaded ? _theme.Shaded(cell.Hue, cell.Depth) : Cells.Fill(cell.Tone, cell.Hue, _theme, _sizes, _scene), cell.Tip));
        _placer.Avoid(box);
        var text = TextFitting.Shorten(cell.Text, box.Width + (2 * gap), _sizes.Label);
        if (text.Length == 0)
        {
            return;
        }

        var paint = isShaded ? _theme.OnShaded(cell.Hue, cell.Depth)
            : cell.Tone == CellTone.Strong ? _theme.Of(cell.Hue).OnGraphic
            : _theme.Of(Hue.Ink).Words;
        var words = new TextShape(
            (box.Left + box.Right) / 2, ((box.Top + box.Bottom) / 2) + (_sizes.Label * 0.35), text, _sizes.Label, paint, Align.Middle, false);
        if (cell.Tone == CellTone.Hatched && !isShaded)
        {
            // Words on hatching are hard to read: they get a ground of their own.
            _scene.Add(new RectShape(words.Room.Grown(1), _theme.Background));
        }

        _scene.Add(words);
        _placer.Keep(words.Room);
    }
}
