using Simulator.Charts.Layout;
using Simulator.Charts.Text;
using SkiaSharp;
using SP = ScottPlot;

namespace Simulator.Charts;

/// <summary>Formats that <see cref="ScottPlotRenderer"/> writes.</summary>
public enum ScottPlotFormat
{
    /// <summary>PNG.</summary>
    Png,

    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>WebP.</summary>
    Webp,

    /// <summary>SVG, as SkiaSharp draws it.</summary>
    Svg,
}

/// <summary>
/// Draws figures with ScottPlot 5, a plot for each panel in one multiplot. Compiled only with -p:ScottPlot=true. Its bytes depend on
/// the fonts and the SkiaSharp of the machine; words are put beside their points without looking for free places.
/// </summary>
public static class ScottPlotRenderer
{
    private const int JpegQuality = 92;

    /// <summary>Draws a figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="theme">Its colours.</param>
    /// <param name="format">Format of the bytes.</param>
    /// <returns>The content of a file.</returns>
    /// <exception cref="ArgumentException">The figure has no panel, or its size is not positive.</exception>
    public static byte[] Render(Figure figure, Theme theme, ScottPlotFormat format)
    {
        if (figure.Panels.IsDefaultOrEmpty || figure.Columns < 1 || !(figure.Size.Width >= 1 && figure.Size.Height >= 1 && figure.Size.TextScale > 0))
        {
            throw new ArgumentException("A figure needs a panel, a column and a positive size.", nameof(figure));
        }

        var (width, height) = ((int)Math.Round(figure.Size.Width), (int)Math.Round(figure.Size.Height));
        var plots = Arrange(figure, theme);
        if (format == ScottPlotFormat.Svg)
        {
            using var stream = new MemoryStream();
            using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, width, height), stream))
            {
                plots.Render(canvas, new SP.PixelRect(0, width, height, 0));
            }

            return stream.ToArray();
        }

        using var image = plots.Render(width, height);
        return image.GetImageBytes(
            format switch
            {
                ScottPlotFormat.Png => SP.ImageFormat.Png,
                ScottPlotFormat.Jpeg => SP.ImageFormat.Jpeg,
                ScottPlotFormat.Webp => SP.ImageFormat.Webp,
                _ => throw new ArgumentOutOfRangeException(nameof(format)),
            },
            format == ScottPlotFormat.Png ? 100 : JpegQuality);
    }

    /// <summary>The page with title and credit first, the panels on it.</summary>
    private static SP.Multiplot Arrange(Figure figure, Theme theme)
    {
        var sizes = new TextSizes(figure.Size);
        var plots = new SP.Multiplot();
        var page = new SP.Plot();
        var (top, bottom) = Page(page, figure, theme, sizes);
        plots.AddPlot(page);
        Place(plots, 0, new Box(0, 0, figure.Size.Width, figure.Size.Height));
        var columns = Math.Min(figure.Columns, figure.Panels.Length);
        var rows = (figure.Panels.Length + columns - 1) / columns;
        var (width, height) = ((figure.Size.Width - (2 * sizes.Margin)) / columns, (bottom - top) / rows);
        for (var i = 0; i < figure.Panels.Length; i++)
        {
            var plot = new SP.Plot();
            new ScottPlotPanel(plot, figure.Panels[i], theme, sizes, height).Draw();
            plots.AddPlot(plot);
            var (left, upper) = (sizes.Margin + (i % columns * width), top + (i / columns * height));
            Place(plots, i + 1, new Box(left, upper, left + width, upper + height));
        }

        return plots;
    }

    private static void Place(SP.Multiplot plots, int index, Box box) =>
        plots.SetPosition(index, new SP.SubplotPositions.Absolute(new SP.PixelRect((float)box.Left, (float)box.Right, (float)box.Bottom, (float)box.Top)));

    /// <summary>Title, subtitle, key and credit in pixels of the page; returns the room between them.</summary>
    private static (double Top, double Bottom) Page(SP.Plot page, Figure figure, Theme theme, TextSizes sizes)
    {
        page.FigureBackground.Color = SP.Color.FromHex(theme.Background);
        page.HideGrid();
        page.Layout.Frameless();
        page.Axes.SetLimits(0, figure.Size.Width, figure.Size.Height, 0);
        var width = figure.Size.Width - (2 * sizes.Margin);
        var y = sizes.Margin * 0.8;
        void Lines(string text, double size, bool bold, string colour)
        {
            foreach (var line in TextFitting.Wrap(text, width, size, bold, 3))
            {
                ScottPlotPanel.Write(page, line, new Point(sizes.Margin, y), size, bold, colour, SP.Alignment.UpperLeft);
                y += size * 1.3;
            }
        }

        Lines(figure.Title, sizes.Title, true, theme.Of(Hue.Ink).Words);
        Lines(figure.Subtitle, sizes.Subtitle, false, theme.Of(Hue.Muted).Words);
        if (!figure.Key.IsDefaultOrEmpty)
        {
            Key(page, figure, theme, sizes, y);
            y += sizes.Key * 2.4;
        }

        var credit = figure.Credit;
        var words = figure.Language.Words;
        string Part(string pattern, string text) => text.Length > 0 ? ChartLanguage.Fill(pattern, text) : "";
        string[] parts = [Part(words.Edition, credit.Edition), Part(words.CutOff, credit.CutOff), Part(words.Run, credit.RunId)];
        string[] footer =
        [
            .. TextFitting.Wrap(credit.Note, width, sizes.Footer),
            .. TextFitting.Wrap(Part(words.Source, credit.Source), width, sizes.Footer),
            .. TextFitting.Wrap(string.Join(" · ", parts.Where(p => p.Length > 0)), width, sizes.Footer),
        ];
        var foot = figure.Size.Height - (sizes.Margin * 0.5) - (footer.Length * sizes.Footer * 1.42);
        for (var i = 0; i < footer.Length; i++)
        {
            ScottPlotPanel.Write(page, footer[i], new Point(sizes.Margin, foot + (i * sizes.Footer * 1.42)), sizes.Footer, false, theme.Of(Hue.Muted).Words, SP.Alignment.UpperLeft);
        }

        return (y + (sizes.Subtitle * 0.6), Math.Max(foot - (sizes.Footer * 0.5), y + (sizes.Subtitle * 0.6) + 1));
    }

    private static void Key(SP.Plot page, Figure figure, Theme theme, TextSizes sizes, double top)
    {
        page.ShowLegend(figure.Key.Select(k => KeyItem(k, theme, sizes)), SP.Alignment.UpperLeft);
        page.Legend.Orientation = SP.Orientation.Horizontal;
        page.Legend.Margin = new SP.PixelPadding((float)sizes.Margin, (float)sizes.Margin, 0, (float)top);
        page.Legend.BackgroundColor = SP.Color.FromHex(theme.Background);
        page.Legend.OutlineWidth = 0;
        page.Legend.ShadowColor = SP.Colors.Transparent;
    }

    private static SP.LegendItem KeyItem(KeyEntry entry, Theme theme, TextSizes sizes)
    {
        var paint = theme.Of(entry.Hue);
        var colour = SP.Color.FromHex(paint.Graphic);
        var item = new SP.LegendItem { LabelText = entry.Text, LabelFontSize = (float)sizes.Key, LabelFontColor = SP.Color.FromHex(theme.Of(Hue.Ink).Words) };
        switch (entry.Sample)
        {
            case KeySample.Solid or KeySample.Dashed or KeySample.Thin or KeySample.Whisker:
                item.LineColor = colour;
                item.LineWidth = (float)(entry.Sample is KeySample.Thin or KeySample.Whisker ? sizes.ThinWidth : sizes.LineWidth);
                item.LinePattern = entry.Sample == KeySample.Dashed ? SP.LinePattern.Dashed : SP.LinePattern.Solid;
                break;
            case KeySample.StrongCell or KeySample.LightCell or KeySample.HatchedCell or KeySample.HatchedBar or KeySample.ShadedCell or KeySample.Box:
                item.FillColor = entry.Sample == KeySample.StrongCell ? colour
                    : SP.Color.FromHex(entry.Sample == KeySample.ShadedCell ? theme.Shaded(entry.Hue, entry.Depth) : paint.Tint);
                if (entry.Sample is KeySample.HatchedCell or KeySample.HatchedBar)
                {
                    item.FillHatch = new SP.Hatches.Striped(SP.Hatches.StripeDirection.DiagonalUp);
                    item.FillHatchColor = colour;
                }

                break;
            default:
                item.MarkerShape = entry.Sample switch
                {
                    KeySample.FilledDot => SP.MarkerShape.FilledCircle,
                    KeySample.HollowDot => SP.MarkerShape.OpenCircle,
                    KeySample.Triangle => SP.MarkerShape.FilledTriangleUp,
                    KeySample.Down => SP.MarkerShape.FilledTriangleDown,
                    KeySample.Square => SP.MarkerShape.FilledSquare,
                    KeySample.Diamond => SP.MarkerShape.FilledDiamond,
                    KeySample.Plus => SP.MarkerShape.Cross,
                    KeySample.Bar => SP.MarkerShape.VerticalBar,
                    _ => throw new InvalidOperationException($"A sample that cannot be drawn: {entry.Sample}."),
                };
                item.MarkerSize = (float)(2 * sizes.DotRadius);
                item.MarkerFillColor = colour;
                item.MarkerLineColor = colour;
                item.MarkerLineWidth = (float)sizes.LineWidth;
                break;
        }

        return item;
    }
}

/// <summary>One panel as a plot: marks become ScottPlot's lines, bars, filled ranges, rectangles, markers and texts.</summary>
internal sealed class ScottPlotPanel(SP.Plot plot, Panel panel, Theme theme, TextSizes sizes, double height)
{
    private const double BarPart = 0.68;
    private const double ColumnPart = 0.7;

    /// <summary>Writes words at a point of a plot.</summary>
    public static void Write(SP.Plot plot, string text, Point at, double size, bool bold, string colour, SP.Alignment alignment, double dx = 0, double dy = 0)
    {
        if (text.Length == 0 || !double.IsFinite(at.X) || !double.IsFinite(at.Y))
        {
            return;
        }

        var words = plot.Add.Text(text, at.X, at.Y);
        words.LabelFontSize = (float)size;
        words.LabelBold = bold;
        words.LabelFontColor = SP.Color.FromHex(colour);
        words.LabelAlignment = alignment;
        words.OffsetX = (float)dx;
        words.OffsetY = (float)dy;
    }

    /// <summary>Draws axes and marks.</summary>
    public void Draw()
    {
        plot.FigureBackground.Color = SP.Color.FromHex(theme.Background);
        plot.Axes.Color(SP.Color.FromHex(theme.Of(Hue.Muted).Words));
        plot.Axes.Top.IsVisible = false;
        plot.Axes.Right.IsVisible = false;
        plot.Grid.XAxisStyle.IsVisible = panel.X.Grid;
        plot.Grid.YAxisStyle.IsVisible = panel.Y.Grid;
        plot.Grid.MajorLineColor = SP.Color.FromHex(theme.Grid);
        Ticks(plot.Axes.Bottom, panel.X);
        Ticks(plot.Axes.Left, panel.Y);
        if (panel.Title.Length > 0)
        {
            plot.Title(panel.Title, (float)sizes.PanelTitle);
        }

        foreach (var mark in panel.Marks)
        {
            DrawMark(mark);
        }

        Write(plot, panel.Remark, new Point((panel.X.From + panel.X.To) / 2, (panel.Y.From + panel.Y.To) / 2), sizes.Label, false, theme.Of(Hue.Muted).Words, SP.Alignment.MiddleCenter);

        // Names stand from the top.
        var isNames = panel.Y.Kind == AxisKind.Category;
        plot.Axes.SetLimits(panel.X.From, panel.X.To, isNames ? panel.Y.To : panel.Y.From, isNames ? panel.Y.From : panel.Y.To);
    }

    private void Ticks(SP.IAxis axis, Axis from)
    {
        axis.SetTicks([.. from.Ticks.Select(t => t.At)], [.. from.Ticks.Select(t => t.Label)]);
        axis.TickLabelStyle.FontSize = (float)(from.Kind == AxisKind.Category ? sizes.Category : sizes.Tick);
        axis.Label.Text = from.Title;
        axis.Label.FontSize = (float)sizes.Tick;
        axis.Label.Bold = false;
    }

    private void DrawMark(Mark mark)
    {
        switch (mark)
        {
            case LineMark line:
                DrawLine(line);
                break;
            case StackMark stack:
                DrawStack(stack);
                break;
            case BarMark bar:
                DrawBar(bar.At + (BarPart * (((bar.Lane + 0.5) / bar.Lanes) - 0.5)), bar.From, bar.To, BarPart / bar.Lanes, bar.Hue, bar.Projected, SP.Orientation.Horizontal);
                break;
            case ColumnMark column:
                DrawBar(column.At + (ColumnPart * (((column.Lane + 0.5) / column.Lanes) - 0.5)), column.From, column.To, ColumnPart / column.Lanes, column.Hue, column.Projected, SP.Orientation.Vertical);
                break;
            case AreaMark area:
                DrawRange([.. Enumerable.Range(0, area.X.Length).Select(i => (area.X[i], area.Low[i], area.High[i]))], area.Hue, area.Tone);
                break;
            case OutlineMark outline:
                foreach (var ring in outline.Rings)
                {
                    var shape = plot.Add.Polygon([.. ring.Select(p => new SP.Coordinates(p.X, p.Y))]);
                    Fill(shape.FillStyle, outline.Hue, outline.Tone);
                    shape.LineColor = SP.Color.FromHex(theme.Background);
                    shape.LineWidth = (float)sizes.HairWidth;
                }

                break;
            case BinMark bin:
                var stretch = plot.Add.Rectangle(bin.Left, bin.Right, 0, bin.To);
                Fill(stretch.FillStyle, bin.Hue, bin.IsHatched ? CellTone.Hatched : CellTone.Strong);
                stretch.LineColor = SP.Color.FromHex(theme.Background);
                stretch.LineWidth = (float)sizes.HairWidth;
                break;
            case WhiskerMark whisker:
                DrawWhisker(whisker.At + (BarPart * (((whisker.Lane + 0.5) / whisker.Lanes) - 0.5)), whisker.From, whisker.To, Colour(whisker.Hue));
                break;
            case BoxMark spread:
                DrawBox(spread);
                break;
            case CloudMark cloud:
                Point[] dots = [.. cloud.Points.Where(p => double.IsFinite(p.X) && double.IsFinite(p.Y))];
                plot.Add.Markers(
                    dots.Select(p => p.X).ToArray(), dots.Select(p => p.Y).ToArray(), SP.MarkerShape.FilledCircle, (float)sizes.DotRadius * 0.8f, Colour(cloud.Hue).WithOpacity(0.55));
                break;
            case DotMark dot:
                DrawDot(dot);
                break;
            case CellMark cell:
                var box = plot.Add.Rectangle(cell.At.X - 0.5, cell.At.X + 0.5, cell.At.Y - 0.5, cell.At.Y + 0.5);
                Fill(box.FillStyle, cell.Hue, cell.Tone);
                var onCell = cell.Tone == CellTone.Strong ? theme.Of(cell.Hue).OnGraphic : theme.Of(Hue.Ink).Words;
                if (double.IsFinite(cell.Depth))
                {
                    box.FillStyle.Color = SP.Color.FromHex(theme.Shaded(cell.Hue, cell.Depth));
                    box.FillStyle.Hatch = null;
                    onCell = theme.OnShaded(cell.Hue, cell.Depth);
                }

                box.LineColor = SP.Color.FromHex(theme.Background);
                box.LineWidth = (float)sizes.HairWidth;
                Write(plot, cell.Text, cell.At, sizes.Label, false, onCell, SP.Alignment.MiddleCenter);
                break;
            case ConnectorMark connector:
                var bridge = plot.Add.Line(connector.From.X, connector.From.Y, connector.To.X, connector.To.Y);
                bridge.LineColor = Colour(connector.Hue);
                bridge.LineWidth = (float)sizes.LineWidth;
                break;
            case ReferenceMark reference:
                DrawReference(reference);
                break;
            case BandMark band:
                DrawBand(band);
                break;
            case LabelMark label:
                DrawLabel(label);
                break;
            default:
                throw new InvalidOperationException($"A mark that cannot be drawn: {mark.GetType().Name}.");
        }
    }

    private void DrawLine(LineMark line)
    {
        foreach (var run in Polylines.Runs(line.Points))
        {
            var (solid, dashed) = Polylines.SplitAt(run, line.SolidTo);
            Stretch(solid, isProjected: false);
            Stretch(dashed, isProjected: true);
        }

        if (line.EndLabel.Length > 0 && line.Points.Any(p => double.IsFinite(p.Y)))
        {
            Write(plot, line.EndLabel, line.Points.Last(p => double.IsFinite(p.Y)), sizes.Label, true, theme.Of(line.Hue).Words, SP.Alignment.MiddleRight, 0, -sizes.LabelGap);
        }

        void Stretch(IReadOnlyList<Point> points, bool isProjected)
        {
            if (points.Count == 1 && !isProjected)
            {
                DrawDot(new DotMark(points[0], DotShape.Filled, line.Hue));
            }

            if (points.Count > 1)
            {
                var drawn = plot.Add.ScatterLine(points.Select(p => p.X).ToArray(), points.Select(p => p.Y).ToArray(), Colour(line.Hue));
                drawn.LineWidth = (float)(line.Weight == LineWeight.Thin ? sizes.ThinWidth : sizes.LineWidth);
                drawn.LinePattern = isProjected ? SP.LinePattern.Dashed : SP.LinePattern.Solid;
            }
        }
    }

    private void DrawStack(StackMark stack)
    {
        var below = new double[stack.Years.Length];
        foreach (var layer in stack.Layers)
        {
            var above = below.Zip(layer.Values, (b, v) => b + v).ToArray();
            (double X, double Low, double High)[] all = [.. Enumerable.Range(0, above.Length).Select(i => (stack.Years[i], below[i], above[i]))];
            var past = all.Count(a => a.X <= stack.SolidTo);
            DrawRange(all[..past], layer.Hue, CellTone.Strong);
            DrawRange(all[Math.Max(0, past - 1)..], layer.Hue, CellTone.Hatched);
            if (above.Length > 0)
            {
                Write(plot, layer.EndLabel, new Point(stack.Years[^1], (below[^1] + above[^1]) / 2), sizes.Label, true, theme.Of(layer.Hue).Words, SP.Alignment.MiddleRight);
            }

            below = above;
        }
    }

    /// <summary>Fills between two curves; a gap in either leaves it open.</summary>
    private void DrawRange(IReadOnlyList<(double X, double Low, double High)> points, Hue hue, CellTone tone)
    {
        var run = new List<(double X, double Low, double High)>();
        foreach (var point in points.Append((X: double.NaN, Low: double.NaN, High: double.NaN)))
        {
            if (double.IsFinite(point.Low) && double.IsFinite(point.High))
            {
                run.Add(point);
                continue;
            }

            if (run.Count > 1)
            {
                var range = plot.Add.FillY([.. run.Select(p => p.X)], [.. run.Select(p => p.Low)], [.. run.Select(p => p.High)]);
                Fill(range.FillStyle, hue, tone);
                range.LineStyle.Width = 0;
                range.MarkerStyle.IsVisible = false;
            }

            run.Clear();
        }
    }

    private void DrawBar(double at, double from, double to, double size, Hue hue, bool projected, SP.Orientation orientation)
    {
        var bar = new SP.Bar { Position = at, ValueBase = from, Value = to, Size = size, Orientation = orientation, LineWidth = (float)sizes.HairWidth, LineColor = Colour(hue) };
        Fill(bar.FillStyle, hue, projected ? CellTone.Hatched : CellTone.Strong);
        plot.Add.Bar(bar);
    }

    private void DrawDot(DotMark dot)
    {
        if (!double.IsFinite(dot.At.X) || !double.IsFinite(dot.At.Y))
        {
            return;
        }

        var shape = dot.Shape switch
        {
            DotShape.Filled => SP.MarkerShape.FilledCircle,
            DotShape.Hollow or DotShape.Around => SP.MarkerShape.OpenCircle,
            DotShape.Beyond => SP.MarkerShape.FilledTriangleUp,
            DotShape.Square => SP.MarkerShape.FilledSquare,
            DotShape.Diamond => SP.MarkerShape.FilledDiamond,
            DotShape.Down => SP.MarkerShape.FilledTriangleDown,
            DotShape.Plus => SP.MarkerShape.Cross,
            DotShape.Bar => SP.MarkerShape.VerticalBar,
            _ => throw new InvalidOperationException($"A dot that cannot be drawn: {dot.Shape}."),
        };
        var radius = sizes.DotRadius * (panel.Y.Kind == AxisKind.Category ? 1 : 0.75) * (dot.Shape == DotShape.Around ? 2.1 : 1);
        var marker = plot.Add.Marker(dot.At.X, dot.At.Y, shape, (float)(2 * radius), Colour(dot.Hue));
        marker.MarkerLineWidth = (float)sizes.LineWidth;
    }

    /// <summary>A line with a stop at each end that lies on the axis.</summary>
    private void DrawWhisker(double at, double from, double to, SP.Color colour)
    {
        if (!double.IsFinite(from) || !double.IsFinite(to))
        {
            return;
        }

        var (left, right) = (Math.Max(from, panel.X.From), Math.Min(to, panel.X.To));
        Stroke(left, at, right, at);
        foreach (var end in new[] { from, to }.Where(e => e >= panel.X.From && e <= panel.X.To))
        {
            Stroke(end, at - 0.1, end, at + 0.1);
        }

        void Stroke(double x1, double y1, double x2, double y2)
        {
            var line = plot.Add.Line(x1, y1, x2, y2);
            line.LineColor = colour;
            line.LineWidth = (float)sizes.ThinWidth;
        }
    }

    private void DrawBox(BoxMark mark)
    {
        if (!mark.Spread.IsOrdered)
        {
            return;
        }

        DrawWhisker(mark.At, mark.Spread.Low, mark.Spread.High, Colour(mark.Hue));
        var box = plot.Add.Rectangle(mark.Spread.LowerQuartile, mark.Spread.UpperQuartile, mark.At - 0.23, mark.At + 0.23);
        Fill(box.FillStyle, mark.Hue, CellTone.Light);
        box.LineColor = Colour(mark.Hue);
        box.LineWidth = (float)sizes.ThinWidth;
        var middle = plot.Add.Line(mark.Spread.Median, mark.At - 0.23, mark.Spread.Median, mark.At + 0.23);
        middle.LineColor = Colour(Hue.Ink);
        middle.LineWidth = (float)sizes.LineWidth;
    }

    private void DrawReference(ReferenceMark mark)
    {
        var colour = Colour(mark.Hue);
        var words = theme.Of(mark.Hue).Words;
        var pattern = mark.IsDashed ? SP.LinePattern.Dashed : SP.LinePattern.Solid;
        if (mark.Across == AxisSide.Y)
        {
            plot.Add.HorizontalLine(mark.At, (float)sizes.ThinWidth, colour, pattern);
            Write(plot, mark.Label, new Point(panel.X.To, mark.At), sizes.Label, true, words, SP.Alignment.LowerRight);
        }
        else
        {
            plot.Add.VerticalLine(mark.At, (float)sizes.ThinWidth, colour, pattern);
            Write(plot, mark.Label, new Point(mark.At, panel.Y.Kind == AxisKind.Category ? panel.Y.From : panel.Y.To), sizes.Label, true, words, SP.Alignment.UpperLeft);
        }
    }

    private void DrawBand(BandMark band)
    {
        var shade = SP.Color.FromHex(theme.Shade);
        if (band.Across == AxisSide.X)
        {
            plot.Add.HorizontalSpan(band.From, band.To, shade);
        }
        else
        {
            plot.Add.VerticalSpan(band.From, band.To, shade);
        }

        var corner = band.Across == AxisSide.X ? new Point(band.From, panel.Y.To) : new Point(panel.X.From, band.To);
        Write(plot, band.Label, corner, sizes.Label, false, theme.Of(Hue.Muted).Words, SP.Alignment.UpperLeft);
    }

    private void DrawLabel(LabelMark label)
    {
        // A plot this low has no room for words that may be left out.
        if (!label.Required && height < 12 * sizes.Label)
        {
            return;
        }

        var gap = sizes.LabelGap;
        var (alignment, dx, dy) = label.Prefer switch
        {
            LabelSide.Right => (SP.Alignment.MiddleLeft, gap, 0.0),
            LabelSide.Left => (SP.Alignment.MiddleRight, -gap, 0.0),
            LabelSide.Above => (SP.Alignment.LowerCenter, 0.0, -gap),
            _ => (SP.Alignment.UpperCenter, 0.0, gap),
        };
        Write(plot, label.Text, label.At, sizes.Label, label.Bold, theme.Of(label.Hue).Words, alignment, dx, dy);
    }

    private void Fill(SP.FillStyle style, Hue hue, CellTone tone)
    {
        var paint = theme.Of(hue);
        style.Color = SP.Color.FromHex(tone == CellTone.Strong ? paint.Graphic : paint.Tint);
        if (tone == CellTone.Hatched)
        {
            style.Hatch = new SP.Hatches.Striped(SP.Hatches.StripeDirection.DiagonalUp);
            style.HatchColor = SP.Color.FromHex(paint.Graphic);
        }
    }

    private SP.Color Colour(Hue hue) => SP.Color.FromHex(theme.Of(hue).Graphic);
}
