using System.Globalization;
using System.Xml.Linq;

namespace Simulator.Reports.Workbooks;

/// <summary>
/// A native chart as DrawingML. Its numbers are references to the sheet of chart data, with a copy of them for programs that show a
/// file without calculating it.
/// </summary>
internal static class ChartPartXml
{
    private const string Ink = "1B2127";
    private const string Muted = "5A646F";
    private const string Grid = "DDE2E7";
    private const string CategoryAxis = "111111111";
    private const string ValueAxis = "222222222";

    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly string[] Shapes = ["circle", "diamond", "square", "triangle", "x", "star"];

    /// <summary>Makes the chart part.</summary>
    /// <param name="range">The chart and the place of its numbers.</param>
    /// <param name="sheet">Name of the sheet of chart data.</param>
    public static XElement Of(ChartRange range, string sheet)
    {
        ChartBlock block = range.Block;
        bool isBars = block.Kind == ChartKind.Bars;
        return new XElement(
            C + "chartSpace",
            new XAttribute(XNamespace.Xmlns + "c", C),
            new XAttribute(XNamespace.Xmlns + "a", A),
            Val("date1904", "0"),
            Val("roundedCorners", "0"),
            new XElement(
                C + "chart",
                Title(block.Title, block.Subtitle),
                Val("autoTitleDeleted", "0"),
                new XElement(
                    C + "plotArea",
                    new XElement(C + "layout"),
                    Plot(range, sheet),
                    Axis("catAx", CategoryAxis, ValueAxis, isBars ? "l" : "b", "", isBars, block.HasYears ? (block.Categories.Count + 10) / 11 : 1),
                    Axis("valAx", ValueAxis, CategoryAxis, isBars ? "b" : "l", block.ValueTitle, isBars, 1)),
                Legend(block),
                Val("plotVisOnly", "1"),
                Val("dispBlanksAs", "gap")),
            new XElement(C + "spPr", Solid("FFFFFF"), new XElement(A + "ln", new XElement(A + "noFill"))),
            TextBody(1000, false, Ink));
    }

    private static XElement Plot(ChartRange range, string sheet)
    {
        ChartBlock block = range.Block;
        IEnumerable<XElement> series = block.Series.Select((_, i) => Series(range, sheet, i));
        return block.Kind switch
        {
            ChartKind.Lines => new XElement(C + "lineChart", Val("grouping", "standard"), Val("varyColors", "0"), series, Val("marker", "1"), Axes()),
            ChartKind.StackedColumns => new XElement(
                C + "barChart", Val("barDir", "col"), Val("grouping", "stacked"), Val("varyColors", "0"), series, Val("gapWidth", "35"), Val("overlap", "100"), Axes()),
            _ => new XElement(C + "barChart", Val("barDir", "bar"), Val("grouping", "clustered"), Val("varyColors", "0"), series, Val("gapWidth", "35"), Axes()),
        };
    }

    private static XElement[] Axes() => [Val("axId", CategoryAxis), Val("axId", ValueAxis)];

    private static XElement Series(ChartRange range, string sheet, int index)
    {
        ChartBlock block = range.Block;
        ChartSeries series = block.Series[index];
        bool isLine = block.Kind == ChartKind.Lines;
        XElement element = new(
            C + "ser",
            Val("idx", Text(index)),
            Val("order", Text(index)),
            new XElement(C + "tx", new XElement(C + "strRef", new XElement(C + "f", range.Name(sheet, index)), Texts([series.Name]))),
            isLine ? LineLook(series) : BarLook(series.Colour, series.Look == SeriesLook.Projected),
            isLine ? Marker(series) : Val("invertIfNegative", "0"));
        for (int p = series.ProjectedFrom; p >= 0 && p < series.Values.Count; p++)
        {
            element.Add(new XElement(C + "dPt", Val("idx", Text(p)), Val("invertIfNegative", "0"), Val("bubble3D", "0"), BarLook(series.Colour, true)));
        }

        if (block.Kind == ChartKind.Bars)
        {
            element.Add(ValueLabels());
        }

        element.Add(
            new XElement(C + "cat", block.HasYears
                ? new XElement(C + "numRef", new XElement(C + "f", range.Categories(sheet)), Numbers("0", block.Categories))
                : new XElement(C + "strRef", new XElement(C + "f", range.Categories(sheet)), Texts(block.Categories))),
            new XElement(C + "val", new XElement(C + "numRef", new XElement(C + "f", range.Values(sheet, index)), Numbers("#,##0.00", [.. series.Values.Select(Number)]))));
        if (isLine)
        {
            element.Add(Val("smooth", "0"));
        }

        return element;
    }

    private static XElement LineLook(ChartSeries series)
    {
        int width = series.Look == SeriesLook.Comparison ? 12700 : 28575;
        return new XElement(C + "spPr", new XElement(
            A + "ln",
            new XAttribute("w", Text(width)),
            new XAttribute("cap", "rnd"),
            Solid(series.Colour),
            new XElement(A + "prstDash", new XAttribute("val", series.Look switch { SeriesLook.Projected => "sysDash", SeriesLook.Comparison => "dash", _ => "solid" })),
            new XElement(A + "round")));
    }

    private static XElement BarLook(string colour, bool projected) => new(
        C + "spPr",
        projected
            ? new XElement(A + "pattFill", new XAttribute("prst", "wdUpDiag"), new XElement(A + "fgClr", Colour(colour)), new XElement(A + "bgClr", Colour("FFFFFF")))
            : Solid(colour),
        new XElement(A + "ln", new XAttribute("w", "6350"), Solid(colour)));

    private static XElement Marker(ChartSeries series) => series.Shape < 0
        ? new XElement(C + "marker", Val("symbol", "none"))
        : new XElement(
            C + "marker",
            Val("symbol", Shapes[series.Shape % Shapes.Length]),
            Val("size", "6"),
            new XElement(C + "spPr", Solid(series.Colour), new XElement(A + "ln", Solid(series.Colour))));

    private static XElement ValueLabels() => new(
        C + "dLbls",
        new XElement(C + "numFmt", new XAttribute("formatCode", "#,##0.0"), new XAttribute("sourceLinked", "0")),
        new XElement(C + "spPr", new XElement(A + "noFill"), new XElement(A + "ln", new XElement(A + "noFill"))),
        TextBody(900, false, Ink),
        Val("dLblPos", "outEnd"),
        Val("showLegendKey", "0"),
        Val("showVal", "1"),
        Val("showCatName", "0"),
        Val("showSerName", "0"),
        Val("showPercent", "0"),
        Val("showBubbleSize", "0"));

    private static XElement? Legend(ChartBlock block)
    {
        if (block.Series.Count == 1)
        {
            return null;
        }

        return new XElement(
            C + "legend",
            Val("legendPos", "b"),
            block.Series.Select((s, i) => (s, i)).Where(p => p.s.OutOfKey).Select(p => new XElement(C + "legendEntry", Val("idx", Text(p.i)), Val("delete", "1"))),
            Val("overlay", "0"),
            TextBody(1000, false, Ink));
    }

    private static XElement Axis(string kind, string id, string crosses, string side, string title, bool isBars, int every)
    {
        bool isValues = kind == "valAx";
        return new XElement(
            C + kind,
            Val("axId", id),
            // Bars are read from the top.
            new XElement(C + "scaling", Val("orientation", isBars && !isValues ? "maxMin" : "minMax")),
            Val("delete", "0"),
            Val("axPos", side),
            isValues ? new XElement(C + "majorGridlines", Line(Grid)) : null,
            title.Length > 0 ? Title(title, "", 1000) : null,
            new XElement(C + "numFmt", new XAttribute("formatCode", isValues ? "#,##0.##" : "General"), new XAttribute("sourceLinked", "0")),
            Val("majorTickMark", "none"),
            Val("minorTickMark", "none"),
            Val("tickLblPos", "low"),
            Line(isValues ? "FFFFFF" : "7B8591"),
            TextBody(900, false, Muted, every > 1 ? -45 : 0),
            Val("crossAx", crosses),
            Val("crosses", isBars && isValues ? "max" : "autoZero"),
            isValues ? new[] { Val("crossBetween", "between") } : [Val("auto", "0"), Val("lblAlgn", "ctr"), Val("lblOffset", "100"), Val("tickLblSkip", Text(every)), Val("noMultiLvlLbl", "1")]);
    }

    private static XElement Title(string title, string subtitle, int size = 1300)
    {
        bool isHeading = size > 1000;
        return new XElement(
            C + "title",
            new XElement(C + "tx", new XElement(
                C + "rich",
                new XElement(A + "bodyPr"),
                new XElement(A + "lstStyle"),
                Paragraph(title, size, isHeading, isHeading ? Ink : Muted),
                subtitle.Length > 0 ? Paragraph(subtitle, 1000, false, Muted) : null)),
            Val("overlay", "0"));
    }

    private static XElement Paragraph(string text, int size, bool bold, string colour) => new(
        A + "p",
        new XElement(A + "pPr", Run("defRPr", size, bold, colour)),
        new XElement(A + "r", Run("rPr", size, bold, colour), new XElement(A + "t", CellText.Clean(text))));

    private static XElement Run(string name, int size, bool bold, string colour) => new(
        A + name,
        name == "rPr" ? new XAttribute("lang", "en-GB") : null,
        new XAttribute("sz", Text(size)),
        new XAttribute("b", bold ? "1" : "0"),
        Solid(colour));

    private static XElement TextBody(int size, bool bold, string colour, int degrees = 0) => new(
        C + "txPr",
        new XElement(A + "bodyPr", degrees == 0 ? null : new XAttribute("rot", Text(degrees * 60000))),
        new XElement(A + "lstStyle"),
        new XElement(A + "p", new XElement(A + "pPr", Run("defRPr", size, bold, colour)), new XElement(A + "endParaRPr", new XAttribute("lang", "en-GB"))));

    private static XElement Texts(IReadOnlyList<string> texts) => new(
        C + "strCache", Val("ptCount", Text(texts.Count)), texts.Select((t, i) => new XElement(C + "pt", new XAttribute("idx", Text(i)), new XElement(C + "v", CellText.Clean(t)))));

    private static XElement Numbers(string format, IReadOnlyList<string> numbers) => new(
        C + "numCache",
        new XElement(C + "formatCode", format),
        Val("ptCount", Text(numbers.Count)),
        numbers.Select((n, i) => (n, i)).Where(p => p.n.Length > 0).Select(p => new XElement(C + "pt", new XAttribute("idx", Text(p.i)), new XElement(C + "v", p.n))));

    private static XElement Line(string colour) => new(C + "spPr", new XElement(A + "ln", new XAttribute("w", "9525"), Solid(colour)));

    private static XElement Solid(string colour) => new(A + "solidFill", Colour(colour));

    private static XElement Colour(string colour) => new(A + "srgbClr", new XAttribute("val", colour));

    private static XElement Val(string name, string value) => new(C + name, new XAttribute("val", value));

    private static string Number(double value) => double.IsNaN(value) ? "" : value.ToString(CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
