using Simulator.Charts.Text;

namespace Simulator.Charts.Layout;

/// <summary>Draws stacked layers: full colour for the past, hatched under a dashed edge for what is projected, names on the layers.</summary>
internal sealed class StackDrawing(
    PlotArea area, Theme theme, TextSizes sizes, Scene scene, LabelPlacer placer, Box cell)
{
    private const int Places = 24;

    /// <summary>Room right of the plot for the labels at the ends of the layers.</summary>
    public static double EndRoom(Panel panel, StackMark stack, TextSizes sizes, double width, double plotHeight)
    {
        var widest = stack.Layers.Max(l => FontMetrics.Room(WithName(l), sizes.Label, true));
        var narrow = new PlotArea(new Box(0, 0, Math.Max(width - widest, 1), plotHeight), panel.X, panel.Y);
        var heights = Heights(stack);
        var room = stack.Layers.Select((l, i) =>
            FontMetrics.Room(InsideName(narrow, stack, heights, i, sizes, "") is null ? WithName(l) : l.EndLabel, sizes.Label, true));
        return Math.Min(room.Max() + sizes.LabelGap, width * 0.4);
    }

    public void Draw(StackMark stack)
    {
        var heights = Heights(stack);
        foreach (var (first, last) in Runs(stack))
        {
            for (var layer = 0; layer < stack.Layers.Length; layer++)
            {
                DrawLayer(stack, heights, layer, first, last);
            }
        }

        Tips(stack);
        Names(stack, heights);
    }

    private static string WithName(StackLayer layer) => $"{TextFitting.Clean(layer.Name)} {layer.EndLabel}";

    /// <summary>Height of the lower edge of each layer at each year; one more row for the upper edge of the last.</summary>
    private static double[][] Heights(StackMark stack)
    {
        var edges = new double[stack.Layers.Length + 1][];
        edges[0] = new double[stack.Years.Length];
        for (var layer = 0; layer < stack.Layers.Length; layer++)
        {
            edges[layer + 1] = [.. edges[layer].Select((below, year) => below + stack.Layers[layer].Values[year])];
        }

        return edges;
    }

    private static IEnumerable<(int First, int Last)> Runs(StackMark stack)
    {
        var first = -1;
        for (var year = 0; year <= stack.Years.Length; year++)
        {
            var whole = year < stack.Years.Length && stack.Layers.All(l => double.IsFinite(l.Values[year]));
            if (whole && first < 0)
            {
                first = year;
            }
            else if (!whole && first >= 0)
            {
                yield return (first, year - 1);
                first = -1;
            }
        }
    }

    private void DrawLayer(StackMark stack, double[][] heights, int layer, int first, int last)
    {
        var paint = theme.Of(stack.Layers[layer].Hue);
        var split = first;
        while (split < last && stack.Years[split + 1] <= stack.SolidTo)
        {
            split++;
        }

        var past = stack.Years[first] <= stack.SolidTo;
        if (past)
        {
            Area(first, split, paint.Graphic, 0);
        }

        var from = past ? split : first;
        if (last > from || !past)
        {
            Area(from, last, scene.HatchFill(paint.Tint, paint.Graphic, 6.5 * sizes.Scale), sizes.LineWidth * 2.2);
        }

        void Area(int a, int b, string fill, double dash)
        {
            var upper = Edge(heights[layer + 1], a, b);
            var lower = Edge(heights[layer], a, b);
            lower.Reverse();
            scene.Add(new PathShape([.. upper, .. lower], true, fill, "", 0));
            scene.Add(new PathShape(upper, false, "", dash > 0 ? paint.Graphic : theme.Background, sizes.ThinWidth * (dash > 0 ? 1.7 : 1.2), dash));
            for (var i = 1; i < upper.Count; i++)
            {
                placer.Avoid(upper[i - 1], upper[i]);
            }
        }

        // One year alone has no width of its own and is drawn as a column.
        List<Spot> Edge(double[] edge, int a, int b)
        {
            if (a < b)
            {
                return [.. Enumerable.Range(a, b - a + 1).Select(i => area.At(new Point(stack.Years[i], edge[i])))];
            }

            var spot = area.At(new Point(stack.Years[a], edge[a]));
            var half = Math.Min(area.Box.Width * 0.06, Math.Abs(area.AtX(1) - area.AtX(0)) * 0.3);
            return [spot with { X = Math.Max(spot.X - half, area.Box.Left) }, spot with { X = Math.Min(spot.X + half, area.Box.Right) }];
        }
    }

    /// <summary>An invisible column over each year that says its numbers.</summary>
    private void Tips(StackMark stack)
    {
        for (var year = 0; year < stack.Years.Length; year++)
        {
            var left = year == 0 ? area.Box.Left : area.AtX((stack.Years[year - 1] + stack.Years[year]) / 2);
            var right = year == stack.Years.Length - 1 ? area.Box.Right : area.AtX((stack.Years[year] + stack.Years[year + 1]) / 2);
            scene.Add(new RectShape(new Box(left, area.Box.Top, right, area.Box.Bottom), "", stack.Tips[year]));
        }
    }

    /// <summary>Names on the layers that are thick enough; values, with the names of thin layers, at the right end.</summary>
    private void Names(StackMark stack, double[][] heights)
    {
        var last = stack.Years.Length - 1;
        var texts = new string[stack.Layers.Length];
        var wanted = new double[stack.Layers.Length];
        for (var layer = 0; layer < stack.Layers.Length; layer++)
        {
            var fill = theme.Of(stack.Layers[layer].Hue).OnGraphic;
            var inside = InsideName(area, stack, heights, layer, sizes, fill);
            if (inside is not null)
            {
                scene.Add(inside);
                placer.Keep(inside.Room);
            }

            texts[layer] = inside is null ? WithName(stack.Layers[layer]) : stack.Layers[layer].EndLabel;
            var middle = (heights[layer][last] + heights[layer + 1][last]) / 2;
            wanted[layer] = double.IsFinite(middle) ? area.AtY(middle) : area.Box.Top;
        }

        var size = sizes.Label;
        var placed = EndLabels.Spread(wanted, size * 1.35, cell.Top, area.Box.Bottom + (size * 0.5));
        for (var layer = 0; layer < texts.Length; layer++)
        {
            var left = area.Box.Right + sizes.LabelGap;
            var text = TextFitting.Shorten(texts[layer], cell.Right - left, size, true);
            var words = new TextShape(
                left, placed[layer] + (size * 0.35), text, size, theme.Of(stack.Layers[layer].Hue).Words, Align.Start, true);
            scene.Add(words);
            placer.Keep(words.Room);
        }
    }

    /// <summary>
    /// The name at the first comfortable place in the past of its layer, else at the thickest; nothing when it is too thin everywhere.
    /// </summary>
    private static TextShape? InsideName(
        PlotArea area, StackMark stack, double[][] heights, int layer, TextSizes sizes, string fill)
    {
        var size = sizes.Label * 1.1;
        var name = TextFitting.Clean(stack.Layers[layer].Name);
        var width = FontMetrics.Room(name, size, true);
        var from = area.AtX(stack.Years[0]) + (size * 0.8);
        var to = area.AtX(Math.Min(stack.SolidTo, stack.Years[^1])) - width - (size * 0.8);
        TextShape? best = null;
        var thickest = size * 1.7;
        for (var place = 0; place <= Places && to >= from; place++)
        {
            var left = from + ((to - from) * place / Places);
            var (ceiling, floor) = Gap(area, stack, heights, layer, left, left + width);
            if (floor - ceiling > thickest)
            {
                thickest = floor - ceiling >= size * 2.4 ? double.PositiveInfinity : floor - ceiling;
                best = new TextShape(left, ((ceiling + floor) / 2) + (size * 0.35), name, size, fill, Align.Start, true);
            }
        }

        return name.Length == 0 ? null : best;
    }

    /// <summary>The lowest point of the upper edge and the highest of the lower edge between two places, in pixels.</summary>
    private static (double Ceiling, double Floor) Gap(
        PlotArea area, StackMark stack, double[][] heights, int layer, double left, double right)
    {
        var (ceiling, floor) = (double.NegativeInfinity, double.PositiveInfinity);
        for (var year = 1; year < stack.Years.Length; year++)
        {
            var (x0, x1) = (area.AtX(stack.Years[year - 1]), area.AtX(stack.Years[year]));
            foreach (var x in new[] { Math.Max(x0, left), Math.Min(x1, right) })
            {
                if (x0 > right || x1 < left)
                {
                    continue;
                }

                var part = (x - x0) / (x1 - x0);
                double Between(double[] edge) => area.AtY(edge[year - 1] + ((edge[year] - edge[year - 1]) * part));
                var (upper, lower) = (Between(heights[layer + 1]), Between(heights[layer]));
                if (!double.IsFinite(upper) || !double.IsFinite(lower))
                {
                    return (0, 0);
                }

                ceiling = Math.Max(ceiling, upper);
                floor = Math.Min(floor, lower);
            }
        }

        return double.IsFinite(ceiling) ? (ceiling, floor) : (0, 0);
    }
}
