using Simulator.Charts.Text;

namespace Simulator.Charts.Layout;

/// <summary>Arranges a figure on its canvas: words above and below, and the panels in what is left.</summary>
internal static class FigureLayout
{
    private const int MostTitleLines = 3;
    private const int MostFooterLines = 4;
    private const int MostNarrowLines = 16;

    /// <summary>Arranges a figure.</summary>
    /// <exception cref="ArgumentException">The figure has no panel, its id is no id, or its size is not positive.</exception>
    public static Scene Arrange(Figure figure, Theme theme)
    {
        Check(figure);
        var sizes = new TextSizes(figure.Size);
        var scene = new Scene(figure.Size.Width, figure.Id);
        var top = Heading(figure, theme, sizes, scene);
        var footer = FooterLines(figure, sizes);
        var below = FooterHeight(footer.Count, sizes);
        scene.Height = figure.Size.PlotHeight > 0 ? Math.Ceiling(top + figure.Size.PlotHeight + below) : figure.Size.Height;
        scene.AddGround(new RectShape(new Box(0, 0, scene.Width, scene.Height), theme.Background));
        Footer(footer, theme, sizes, scene);
        var bottom = scene.Height - below;
        var margin = sizes.Margin;
        var room = new Box(margin, top, scene.Width - margin, Math.Max(bottom, top + 1));
        PanelGrid.Draw(figure, theme, sizes, scene, room);
        return scene;
    }

    private static void Check(Figure figure)
    {
        if (figure.Panels.IsDefaultOrEmpty || figure.Columns < 1)
        {
            throw new ArgumentException("A figure needs at least one panel and one column.", nameof(figure));
        }

        if (!(figure.Size.Width > 0 && figure.Size.TextScale > 0 && (figure.Size.Height > 0 || figure.Size.PlotHeight > 0)))
        {
            throw new ArgumentException("The size of a figure is not positive.", nameof(figure));
        }

        var id = figure.Id;
        if (id.Length == 0 || !char.IsAsciiLetter(id[0]) || !id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            throw new ArgumentException($"'{id}' is not an id: a letter, then letters, digits and dashes.", nameof(figure));
        }
    }

    /// <summary>Title, subtitle and key; returns the height at which the panels may start.</summary>
    private static double Heading(Figure figure, Theme theme, TextSizes sizes, Scene scene)
    {
        var width = scene.Width - (2 * sizes.Margin);
        var y = sizes.Margin * 0.8;
        var ink = theme.Of(Hue.Ink).Words;
        var muted = theme.Of(Hue.Muted).Words;
        foreach (var line in TextFitting.Wrap(figure.Title, width, sizes.Title, true, sizes.IsNarrow ? MostNarrowLines : MostTitleLines))
        {
            y += sizes.Title * 1.2;
            scene.Add(new TextShape(sizes.Margin, y - (sizes.Title * 0.2), line, sizes.Title, ink, Align.Start, true));
        }

        y += sizes.Subtitle * 0.35;
        foreach (var line in TextFitting.Wrap(figure.Subtitle, width, sizes.Subtitle, false, sizes.IsNarrow ? MostNarrowLines : MostTitleLines))
        {
            y += sizes.Subtitle * 1.35;
            scene.Add(new TextShape(sizes.Margin, y - (sizes.Subtitle * 0.3), line, sizes.Subtitle, muted, Align.Start, false));
        }

        if (!figure.Key.IsDefaultOrEmpty)
        {
            y = KeyRow.Draw(figure, theme, sizes, scene, y + (sizes.Key * 0.9));
        }

        return y + (sizes.Subtitle * 1.2);
    }

    /// <summary>Note and credit, wrapped.</summary>
    private static List<string> FooterLines(Figure figure, TextSizes sizes)
    {
        var width = figure.Size.Width - (2 * sizes.Margin);
        var words = figure.Language.Words;
        var credit = figure.Credit;
        var source = credit.Source.Length > 0 ? ChartLanguage.Fill(words.Source, credit.Source) : "";
        var parts = new List<string>();
        void Part(string pattern, string text)
        {
            if (text.Length > 0)
            {
                parts.Add(ChartLanguage.Fill(pattern, text));
            }
        }

        Part(words.Edition, credit.Edition);
        Part(words.CutOff, credit.CutOff);
        Part(words.Run, credit.RunId);
        var most = sizes.IsNarrow ? MostNarrowLines : MostFooterLines;
        return
        [
            .. TextFitting.Wrap(credit.Note, width, sizes.Footer, false, most),
            .. TextFitting.Wrap(source, width, sizes.Footer, false, most),
            .. Parts(parts, width, sizes.Footer),
        ];
    }

    /// <summary>Parts side by side, as many in a line as fit; a part is not broken unless a line is too short for it.</summary>
    private static IEnumerable<string> Parts(IEnumerable<string> parts, double width, double size)
    {
        var line = "";
        foreach (var part in parts)
        {
            var longer = line.Length == 0 ? part : $"{line} · {part}";
            if (line.Length > 0 && FontMetrics.Room(longer, size) > width)
            {
                foreach (var full in TextFitting.Wrap(line, width, size, false, MostFooterLines))
                {
                    yield return full;
                }

                line = part;
                continue;
            }

            line = longer;
        }

        foreach (var rest in TextFitting.Wrap(line, width, size, false, MostFooterLines))
        {
            yield return rest;
        }
    }

    /// <summary>Room below the panels.</summary>
    private static double FooterHeight(int lines, TextSizes sizes) =>
        (sizes.Margin * 0.65) + (lines * sizes.Footer * 1.42) + (sizes.Footer * 1.3);

    private static void Footer(List<string> lines, Theme theme, TextSizes sizes, Scene scene)
    {
        var step = sizes.Footer * 1.42;
        var y = scene.Height - (sizes.Margin * 0.65);
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            scene.Add(new TextShape(sizes.Margin, y, lines[i], sizes.Footer, theme.Of(Hue.Muted).Words, Align.Start, false));
            y -= step;
        }

        y -= sizes.Footer * 0.1;
        if (lines.Count > 0)
        {
            scene.Add(new PathShape(
                [new Spot(sizes.Margin, y), new Spot(scene.Width - sizes.Margin, y)], false, "", theme.Grid, sizes.HairWidth));
        }
    }
}
