using System.Globalization;
using System.Text;
using Simulator.Charts;
using Simulator.Charts.Svg;

namespace Simulator.Reports.Figures;

/// <summary>Small versions of figures side by side, each above its name.</summary>
internal static class ContactSheet
{
    private const double Gap = 24;
    private const double NameSize = 14;

    /// <summary>Lays figures out in rows.</summary>
    /// <param name="figures">Names and drawings.</param>
    /// <param name="theme">Colours.</param>
    /// <param name="columns">Figures in a row.</param>
    /// <param name="width">Width of a figure in pixels.</param>
    /// <param name="height">Height of a figure in pixels; each keeps its proportions.</param>
    public static SvgDocument Of(IReadOnlyList<(string Id, SvgDocument Svg)> figures, Theme theme, int columns, double width, double height)
    {
        int rows = (figures.Count + columns - 1) / columns;
        double sheetWidth = Gap + (columns * (width + Gap));
        double sheetHeight = Gap + (rows * (height + NameSize + Gap + 8));
        StringBuilder sheet = new();
        sheet.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{sheetWidth}\" height=\"{sheetHeight}\" viewBox=\"0 0 {sheetWidth} {sheetHeight}\" role=\"img\" aria-labelledby=\"sheet-title\" lang=\"en\" font-family=\"Arial, &quot;Liberation Sans&quot;, Helvetica, sans-serif\">\n");
        sheet.Append("<title id=\"sheet-title\">The figures of natosim</title>\n");
        sheet.Append(CultureInfo.InvariantCulture, $"<rect width=\"{sheetWidth}\" height=\"{sheetHeight}\" fill=\"{theme.Shade}\"/>\n");
        for (int i = 0; i < figures.Count; i++)
        {
            double x = Gap + (i % columns * (width + Gap));
            double y = Gap + (i / columns * (height + NameSize + Gap + 8));
            SvgDocument svg = figures[i].Svg;
            string body = svg.Text[svg.Text.IndexOf('\n', StringComparison.Ordinal)..];
            sheet.Append(CultureInfo.InvariantCulture, $"<svg x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {svg.Width} {svg.Height}\" preserveAspectRatio=\"xMidYMin\" font-kerning=\"none\">{body}");
            sheet.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y + height + NameSize + 4}\" font-size=\"{NameSize}\" font-weight=\"bold\" fill=\"{theme.Of(Hue.Ink).Words}\">{figures[i].Id}</text>\n");
        }

        return new SvgDocument(sheet.Append("</svg>\n").ToString(), sheetWidth, sheetHeight);
    }
}
