using System.Globalization;
using System.Xml.Linq;

namespace Simulator.Reports.Workbooks;

/// <summary>A chart with its place on a sheet.</summary>
/// <param name="Xml">The chart part.</param>
/// <param name="Title">Its title, also told to screen readers with <paramref name="Description"/>.</param>
/// <param name="Description">What it shows.</param>
/// <param name="Column">Column of its upper left corner, from 0.</param>
/// <param name="Row">Row of its upper left corner, from 0.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
internal sealed record PlacedChart(XElement Xml, string Title, string Description, int Column, int Row, int Width, int Height);

/// <summary>The drawing that puts charts on a sheet.</summary>
internal static class ChartDrawing
{
    private const int EmuPerPixel = 9525;

    private static readonly XNamespace Spreadsheet = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
    private static readonly XNamespace Drawings = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace Charts = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace Relations = SheetWriter.Relations;

    /// <summary>Makes the drawing part.</summary>
    /// <param name="charts">The charts.</param>
    /// <param name="ids">Relationship ids of their parts.</param>
    public static XElement Drawing(IReadOnlyList<PlacedChart> charts, IReadOnlyList<string> ids) => new(
        Spreadsheet + "wsDr",
        new XAttribute(XNamespace.Xmlns + "xdr", Spreadsheet),
        new XAttribute(XNamespace.Xmlns + "a", Drawings),
        charts.Select((chart, i) => new XElement(
            Spreadsheet + "oneCellAnchor",
            new XElement(
                Spreadsheet + "from",
                new XElement(Spreadsheet + "col", Text(chart.Column)),
                new XElement(Spreadsheet + "colOff", "0"),
                new XElement(Spreadsheet + "row", Text(chart.Row)),
                new XElement(Spreadsheet + "rowOff", "0")),
            new XElement(Spreadsheet + "ext", new XAttribute("cx", Text(chart.Width * EmuPerPixel)), new XAttribute("cy", Text(chart.Height * EmuPerPixel))),
            new XElement(
                Spreadsheet + "graphicFrame",
                new XAttribute("macro", ""),
                new XElement(
                    Spreadsheet + "nvGraphicFramePr",
                    new XElement(
                        Spreadsheet + "cNvPr",
                        new XAttribute("id", Text(i + 2)),
                        new XAttribute("name", $"Chart {Text(i + 1)}"),
                        new XAttribute("descr", CellText.Clean($"{chart.Title}. {chart.Description}"))),
                    new XElement(Spreadsheet + "cNvGraphicFramePr")),
                new XElement(
                    Spreadsheet + "xfrm",
                    new XElement(Drawings + "off", new XAttribute("x", "0"), new XAttribute("y", "0")),
                    new XElement(Drawings + "ext", new XAttribute("cx", "0"), new XAttribute("cy", "0"))),
                new XElement(
                    Drawings + "graphic",
                    new XElement(
                        Drawings + "graphicData",
                        new XAttribute("uri", Charts.NamespaceName),
                        new XElement(Charts + "chart", new XAttribute(XNamespace.Xmlns + "c", Charts), new XAttribute(XNamespace.Xmlns + "r", Relations), new XAttribute(Relations + "id", ids[i]))))),
            new XElement(Spreadsheet + "clientData"))));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
