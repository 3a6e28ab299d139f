using Simulator.Charts.Text;

namespace Simulator.Charts.Layout;

/// <summary>Draws the key: samples and what they stand for, in one row or more.</summary>
internal static class KeyRow
{
    /// <summary>Most lines of one entry on a narrow page.</summary>
    private const int MostLines = 2;

    /// <summary>Draws the key from a height downwards; returns the height below it.</summary>
    public static double Draw(Figure figure, Theme theme, TextSizes sizes, Scene scene, double top)
    {
        var size = sizes.Key;
        var sampleWidth = size * 2.1;
        var (x, baseline) = (sizes.Margin, top + size);
        var limit = scene.Width - sizes.Margin;
        foreach (var entry in figure.Key)
        {
            var narrow = entry.Sample is not (KeySample.Solid or KeySample.Dashed or KeySample.Thin or KeySample.Whisker or KeySample.Box);
            var lead = (narrow ? size : sampleWidth) + (size * 0.5);
            var lines = TextFitting.Wrap(entry.Text, limit - sizes.Margin - lead, size, false, sizes.IsNarrow ? MostLines : 1);
            var width = lead + lines.Select(l => FontMetrics.Room(l, size)).DefaultIfEmpty(0).Max();
            if (x > sizes.Margin && x + width > limit)
            {
                (x, baseline) = (sizes.Margin, baseline + (size * 1.5));
            }

            Sample(entry, theme, sizes, scene, new Box(x, baseline - size, x + lead - (size * 0.5), baseline + (size * 0.3)));
            for (var i = 0; i < lines.Count; i++)
            {
                baseline += i == 0 ? 0 : size * 1.25;
                scene.Add(new TextShape(x + lead, baseline, lines[i], size, theme.Of(Hue.Ink).Words, Align.Start, false));
            }

            x += lines.Count > 1 ? limit : width + (size * 1.6);
        }

        return baseline + (size * 0.4);
    }

    private static void Sample(KeyEntry entry, Theme theme, TextSizes sizes, Scene scene, Box box)
    {
        var colour = theme.Of(entry.Hue).Graphic;
        var middle = new Spot((box.Left + box.Right) / 2, box.Bottom - (sizes.Key * 0.64));
        IReadOnlyList<Spot> line = [new Spot(box.Left, middle.Y), new Spot(box.Right, middle.Y)];
        if (entry.Sample is KeySample.Whisker or KeySample.Box)
        {
            var sample = new SpreadShapes(theme, sizes, scene);
            if (entry.Sample == KeySample.Whisker)
            {
                sample.Whisker(box.Left, box.Right, middle.Y, sizes.Key * 0.3, colour);
            }
            else
            {
                sample.Box(box with { Top = middle.Y - (sizes.Key * 0.4), Bottom = middle.Y + (sizes.Key * 0.4) }, middle.X, entry.Hue, "");
            }

            return;
        }

        if (entry.Sample is KeySample.StrongCell or KeySample.LightCell or KeySample.HatchedCell or KeySample.HatchedBar or KeySample.ShadedCell)
        {
            var fill = entry.Sample == KeySample.HatchedBar ? Cells.Projected(entry.Hue, theme, sizes, scene)
                : entry.Sample == KeySample.ShadedCell ? theme.Shaded(entry.Hue, entry.Depth)
                : Cells.Fill(CellTone.Strong + (entry.Sample - KeySample.StrongCell), entry.Hue, theme, sizes, scene);
            scene.Add(new RectShape(box with { Top = middle.Y - (sizes.Key * 0.5), Bottom = middle.Y + (sizes.Key * 0.5) }, fill));
            return;
        }

        scene.Add(entry.Sample switch
        {
            KeySample.Solid => new PathShape(line, false, "", colour, sizes.LineWidth),
            KeySample.Dashed => new PathShape(line, false, "", colour, sizes.LineWidth, sizes.LineWidth * 2.2),
            KeySample.Thin => new PathShape(line, false, "", colour, sizes.ThinWidth),
            KeySample.FilledDot => Dots.Draw(middle, DotShape.Filled, colour, theme, sizes, sizes.DotRadius),
            KeySample.Square => Dots.Draw(middle, DotShape.Square, colour, theme, sizes, sizes.DotRadius),
            KeySample.Diamond => Dots.Draw(middle, DotShape.Diamond, colour, theme, sizes, sizes.DotRadius),
            KeySample.Down => Dots.Draw(middle, DotShape.Down, colour, theme, sizes, sizes.DotRadius),
            KeySample.Plus => Dots.Draw(middle, DotShape.Plus, colour, theme, sizes, sizes.DotRadius),
            KeySample.Bar => Dots.Draw(middle, DotShape.Bar, colour, theme, sizes, sizes.DotRadius),
            KeySample.HollowDot => Dots.Draw(middle, DotShape.Hollow, colour, theme, sizes, sizes.DotRadius),
            _ => Dots.Draw(middle, DotShape.Beyond, colour, theme, sizes, sizes.DotRadius),
        });
    }
}

/// <summary>Cells in their tones.</summary>
internal static class Cells
{
    /// <summary>The fill of a bar or a layer that is projected.</summary>
    public static string Projected(Hue hue, Theme theme, TextSizes sizes, Scene scene) =>
        scene.HatchFill(theme.Of(hue).Tint, theme.Of(hue).Graphic, 6.5 * sizes.Scale);

    /// <summary>The fill of a cell.</summary>
    public static string Fill(CellTone tone, Hue hue, Theme theme, TextSizes sizes, Scene scene) => tone switch
    {
        CellTone.Strong => theme.Of(hue).Graphic,
        CellTone.Light => theme.Of(hue).Tint,
        _ => scene.HatchFill(theme.Background, theme.Of(hue).Tint, 6.5 * sizes.Scale),
    };
}

/// <summary>Dots in their shapes.</summary>
internal static class Dots
{
    /// <summary>One dot.</summary>
    public static Shape Draw(Spot at, DotShape shape, string colour, Theme theme, TextSizes sizes, double radius, string tip = "")
    {
        return shape switch
        {
            DotShape.Filled => new CircleShape(at, radius, colour, theme.Background, sizes.ThinWidth, tip),
            DotShape.Hollow => new CircleShape(at, radius - (sizes.LineWidth / 2), theme.Background, colour, sizes.LineWidth, tip),
            DotShape.Around => new CircleShape(at, radius * 1.55, "none", colour, sizes.LineWidth * 0.8, tip),
            DotShape.Square => Filled(
                [(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)]),
            DotShape.Plus => Filled(
                [
                    (-0.4, -1.2), (0.4, -1.2), (0.4, -0.4), (1.2, -0.4), (1.2, 0.4), (0.4, 0.4),
                    (0.4, 1.2), (-0.4, 1.2), (-0.4, 0.4), (-1.2, 0.4), (-1.2, -0.4), (-0.4, -0.4),
                ]),
            DotShape.Bar => Filled([(-0.45, -1.3), (0.45, -1.3), (0.45, 1.3), (-0.45, 1.3)]),
            DotShape.Diamond => Filled([(0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)]),
            DotShape.Down => Filled([(-1.1, -0.85), (1.1, -0.85), (0, 1.1)]),
            _ => new PathShape(
                [
                    new Spot(at.X, at.Y - radius),
                    new Spot(at.X + radius, at.Y + (radius * 0.8)),
                    new Spot(at.X - radius, at.Y + (radius * 0.8)),
                ],
                true, colour, "", 0, 0, tip),
        };

        PathShape Filled((double X, double Y)[] corners) => new(
            [.. corners.Select(c => new Spot(at.X + (c.X * radius), at.Y + (c.Y * radius)))], true, colour, theme.Background, sizes.ThinWidth * 0.7, 0, tip);
    }
}
