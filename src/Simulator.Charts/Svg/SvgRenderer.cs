using System.Globalization;
using System.Text;
using Simulator.Charts.Layout;
using Simulator.Charts.Text;

namespace Simulator.Charts.Svg;

/// <summary>
/// Draws a figure as SVG 1.1. The bytes depend on the figure and the theme only: numbers are invariant and rounded to hundredths of a
/// pixel, nothing is asked from the machine. Only attributes that office programs understand are used, no style sheet and no script.
/// </summary>
public static class SvgRenderer
{
    private const string Family = "Arial, &quot;Liberation Sans&quot;, Helvetica, sans-serif";

    /// <summary>Draws a figure.</summary>
    /// <param name="figure">What to draw.</param>
    /// <param name="theme">Its colours.</param>
    /// <returns>The SVG document; write it as UTF-8.</returns>
    /// <exception cref="ArgumentException">The figure has no panel, its id is no id, or its size is not positive.</exception>
    public static string Render(Figure figure, Theme theme) => Draw(figure, theme).Text;

    /// <summary>Draws a figure, and says how large it came out: a figure for print finds its height.</summary>
    /// <param name="figure">What to draw.</param>
    /// <param name="theme">Its colours.</param>
    /// <exception cref="ArgumentException">The figure has no panel, its id is no id, or its size is not positive.</exception>
    public static SvgDocument Draw(Figure figure, Theme theme)
    {
        var scene = FigureLayout.Arrange(figure, theme);
        var svg = new StringBuilder(32_768);
        svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").Append(Length(scene.Width))
            .Append("\" height=\"").Append(Length(scene.Height))
            .Append("\" viewBox=\"0 0 ").Append(Num(scene.Width)).Append(' ').Append(Num(scene.Height))
            .Append("\" role=\"img\" aria-labelledby=\"").Append(scene.Id).Append("-title ").Append(scene.Id)
            .Append("-desc\" lang=\"").Append(figure.Language.Code)
            .Append("\" font-family=\"").Append(Family).Append("\" font-kerning=\"none\">\n");
        svg.Append("<title id=\"").Append(scene.Id).Append("-title\">").Append(Escape(figure.Title)).Append("</title>\n");
        svg.Append("<desc id=\"").Append(scene.Id).Append("-desc\">").Append(Escape(figure.Description)).Append("</desc>\n");
        AppendHatches(svg, scene);
        foreach (var shape in scene.Shapes)
        {
            Append(svg, shape);
        }

        return new SvgDocument(svg.Append("</svg>\n").ToString(), scene.Width, scene.Height);

        string Length(double pixels) => figure.Size.InMillimetres ? Num(pixels / FigureFormat.PixelsPerMillimetre) + "mm" : Num(pixels);
    }

    private static void AppendHatches(StringBuilder svg, Scene scene)
    {
        if (scene.Hatches.Count == 0)
        {
            return;
        }

        svg.Append("<defs>\n");
        foreach (var hatch in scene.Hatches)
        {
            var step = Num(hatch.Step);
            svg.Append("<pattern id=\"").Append(hatch.Id).Append("\" width=\"").Append(step).Append("\" height=\"").Append(step)
                .Append("\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"").Append(step)
                .Append("\" height=\"").Append(step).Append("\" fill=\"").Append(hatch.Ground).Append("\"/><rect width=\"")
                .Append(Num(hatch.Step * 0.2)).Append("\" height=\"").Append(step).Append("\" fill=\"").Append(hatch.Stripe)
                .Append("\"/></pattern>\n");
        }

        svg.Append("</defs>\n");
    }

    private static void Append(StringBuilder svg, Shape shape)
    {
        switch (shape)
        {
            case TextShape text:
                svg.Append("<text x=\"").Append(Num(text.X)).Append("\" y=\"").Append(Num(text.Baseline))
                    .Append("\" font-size=\"").Append(Num(text.Size)).Append('"');
                svg.Append(text.Bold ? " font-weight=\"bold\"" : "");
                svg.Append(text.Align switch
                {
                    Align.Middle => " text-anchor=\"middle\"",
                    Align.End => " text-anchor=\"end\"",
                    _ => "",
                });
                svg.Append(" fill=\"").Append(text.Fill).Append("\">").Append(TitleOf(text.Tip)).Append(Escape(text.Text))
                    .Append("</text>\n");
                break;
            case PathShape path:
                svg.Append("<path d=\"");
                AppendSpots(svg, path);
                svg.Append("\" fill=\"").Append(path.Fill.Length == 0 ? "none" : path.Fill).Append('"');
                AppendStroke(svg, path.Stroke, path.Width);
                svg.Append(path.Dash <= 0 ? "" : $" stroke-dasharray=\"{Num(path.Dash)} {Num(path.Dash * 0.7)}\"");
                svg.Append(path.Stroke.Length == 0 ? "" : " stroke-linejoin=\"round\"");
                Close(svg, "path", path.Tip);
                break;
            case CircleShape circle:
                svg.Append("<circle cx=\"").Append(Num(circle.Centre.X)).Append("\" cy=\"").Append(Num(circle.Centre.Y))
                    .Append("\" r=\"").Append(Num(circle.Radius)).Append("\" fill=\"").Append(circle.Fill).Append('"');
                AppendStroke(svg, circle.Stroke, circle.Width);
                Close(svg, "circle", circle.Tip);
                break;
            case CloudShape cloud:
                svg.Append("<g fill=\"").Append(cloud.Fill).Append("\" fill-opacity=\"").Append(Num(cloud.Opacity)).Append("\">").Append(TitleOf(cloud.Tip));
                foreach (var centre in cloud.Centres)
                {
                    svg.Append("<circle cx=\"").Append(Num(centre.X)).Append("\" cy=\"").Append(Num(centre.Y)).Append("\" r=\"").Append(Num(cloud.Radius)).Append("\"/>");
                }

                svg.Append("</g>\n");
                break;
            case RectShape rect:
                svg.Append("<rect x=\"").Append(Num(rect.Box.Left)).Append("\" y=\"").Append(Num(rect.Box.Top))
                    .Append("\" width=\"").Append(Num(rect.Box.Width)).Append("\" height=\"").Append(Num(rect.Box.Height))
                    .Append(rect.Fill.Length == 0 ? "\" fill=\"#FFFFFF\" fill-opacity=\"0\"" : $"\" fill=\"{rect.Fill}\"");
                Close(svg, "rect", rect.Tip);
                break;
            default:
                throw new InvalidOperationException($"A shape that cannot be written: {shape.GetType().Name}.");
        }
    }

    private static void AppendSpots(StringBuilder svg, PathShape path)
    {
        for (var i = 0; i < path.Spots.Count; i++)
        {
            svg.Append(i == 0 ? "M" : "L").Append(Num(path.Spots[i].X)).Append(' ').Append(Num(path.Spots[i].Y));
        }

        svg.Append(path.Closed ? "Z" : "");
    }

    private static void AppendStroke(StringBuilder svg, string stroke, double width)
    {
        if (stroke.Length > 0)
        {
            svg.Append(" stroke=\"").Append(stroke).Append("\" stroke-width=\"").Append(Num(width)).Append('"');
        }
    }

    private static void Close(StringBuilder svg, string element, string tip) =>
        svg.Append(tip.Length == 0 ? "/>\n" : $">{TitleOf(tip)}</{element}>\n");

    private static string TitleOf(string tip) => tip.Length == 0 ? "" : $"<title>{Escape(tip)}</title>";

    /// <summary>Text for an element: cleaned to one line that is legal in XML, its special characters escaped.</summary>
    private static string Escape(string text) => TextFitting.Clean(text)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>A coordinate in hundredths of a pixel, without a sign on zero.</summary>
    private static string Num(double value)
    {
        var text = Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }
}
