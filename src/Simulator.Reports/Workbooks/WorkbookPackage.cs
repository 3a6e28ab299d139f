using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ICSharpCode.SharpZipLib.Zip;

namespace Simulator.Reports.Workbooks;

/// <summary>
/// The file of a workbook. Its bytes depend on nothing but its content: relationships are numbered, the parts stand in the order of
/// their names with the first date that a ZIP archive can name, and they are packed by managed code, which packs alike on every
/// machine (the compression of the runtime does not).
/// </summary>
internal sealed class WorkbookPackage : IDisposable
{
    private static readonly XNamespace CoreProperties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    private static readonly DateTime FirstDate = new(1980, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly MemoryStream _parts = new();
    private readonly SpreadsheetDocument _document;
    private readonly WorkbookPart _workbook;
    private readonly List<(string Name, string Id, int FilteredRows, int Columns)> _sheets = [];
    private readonly SharedTexts _texts = new();

    /// <summary>Starts a workbook.</summary>
    /// <param name="title">Title in the properties of the file.</param>
    public WorkbookPackage(string title)
    {
        _document = SpreadsheetDocument.Create(_parts, SpreadsheetDocumentType.Workbook, autoSave: false);
        _document.CompressionOption = System.IO.Packaging.CompressionOption.NotCompressed;
        _workbook = _document.AddWorkbookPart();
        _document.ChangeIdOfPart(_workbook, "rId1");
        CoreFilePropertiesPart properties = _document.AddCoreFilePropertiesPart();
        _document.ChangeIdOfPart(properties, "rId2");
        Write(properties, new XElement(
            CoreProperties + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", CoreProperties),
            new XAttribute(XNamespace.Xmlns + "dc", DublinCore),
            new XElement(DublinCore + "title", title),
            new XElement(DublinCore + "creator", "natosim")));
    }

    /// <summary>Adds a sheet after those that are there.</summary>
    /// <param name="name">Its name, given by <see cref="SheetNames"/>.</param>
    /// <param name="widths">Widths of its columns in characters.</param>
    /// <param name="frozenColumns">Columns that stay in sight beside the first row; -1 to freeze nothing.</param>
    /// <param name="write">Writes the cells and completes the sheet.</param>
    /// <param name="filtered">True for a table with a filter on its first row, which is also printed on every page.</param>
    /// <returns>The part of the sheet, for a drawing.</returns>
    public WorksheetPart AddSheet(string name, IReadOnlyList<double> widths, int frozenColumns, Action<SheetWriter> write, bool filtered = false)
    {
        string id = $"rId{_sheets.Count + 1}";
        WorksheetPart part = _workbook.AddNewPart<WorksheetPart>(id);
        using (Stream stream = part.GetStream(FileMode.Create, FileAccess.Write))
        using (SheetWriter sheet = new(stream, _texts, widths, frozenColumns, _sheets.Count == 0))
        {
            write(sheet);
            _sheets.Add((name, id, filtered ? sheet.Rows : 0, widths.Count));
        }

        return part;
    }

    /// <summary>Adds the charts of a sheet.</summary>
    /// <param name="sheet">The sheet; its XML names the drawing rId1.</param>
    /// <param name="charts">The charts.</param>
    public static void AddCharts(WorksheetPart sheet, IReadOnlyList<PlacedChart> charts)
    {
        DrawingsPart drawing = sheet.AddNewPart<DrawingsPart>("rId1");
        List<string> ids = [];
        foreach (PlacedChart chart in charts)
        {
            string id = $"rId{ids.Count + 1}";
            Write(drawing.AddNewPart<ChartPart>(id), chart.Xml);
            ids.Add(id);
        }

        Write(drawing, ChartDrawing.Drawing(charts, ids));
    }

    /// <summary>Completes the workbook and writes its bytes.</summary>
    /// <param name="stream">Where the bytes go; it is not closed here.</param>
    public void Save(Stream stream)
    {
        Sheets sheets = new();
        DefinedNames names = new();
        foreach ((string name, string id, int filteredRows, int columns) in _sheets)
        {
            uint local = (uint)sheets.ChildElements.Count;
            sheets.Append(new Sheet { Name = name, SheetId = local + 1, Id = id });
            if (filteredRows > 0)
            {
                string letters = SheetWriter.ColumnLetters(columns - 1);
                string range = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{SheetNames.InReference(name)}!$A$1:${letters}${filteredRows}");
                names.Append(new DefinedName(range) { Name = "_xlnm._FilterDatabase", LocalSheetId = local, Hidden = true });
                names.Append(new DefinedName($"{SheetNames.InReference(name)}!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = local });
            }
        }

        Write(_workbook, new Workbook(new BookViews(new WorkbookView()), sheets, names));
        Write(_workbook.AddNewPart<WorkbookStylesPart>($"rId{_sheets.Count + 1}"), CellStyles.Sheet());
        SharedStringTablePart texts = _workbook.AddNewPart<SharedStringTablePart>($"rId{_sheets.Count + 2}");
        using (Stream part = texts.GetStream(FileMode.Create, FileAccess.Write))
        {
            _texts.Write(part);
        }

        _document.Dispose();
        Pack(stream);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _document.Dispose();
        _parts.Dispose();
    }

    private void Pack(Stream stream)
    {
        // Sizes are put before their parts, which some readers insist on; that needs a stream that can go back.
        using MemoryStream packed = new();
        using (MemoryStream parts = new(_parts.ToArray(), writable: false))
        using (ZipFile archive = new(parts))
        using (ZipOutputStream zip = new(packed, StringCodec.FromEncoding(System.Text.Encoding.UTF8)) { IsStreamOwner = false, UseZip64 = UseZip64.Off })
        {
            zip.SetLevel(6);
            foreach (ZipEntry entry in archive.Cast<ZipEntry>().OrderBy(e => e.Name, StringComparer.Ordinal))
            {
                zip.PutNextEntry(new ZipEntry(entry.Name) { DateTime = FirstDate, CompressionMethod = CompressionMethod.Deflated });
                using Stream content = archive.GetInputStream(entry);
                content.CopyTo(zip);
                zip.CloseEntry();
            }
        }

        packed.Position = 0;
        packed.CopyTo(stream);
    }

    private static void Write(OpenXmlPart part, XElement root)
    {
        using Stream stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using System.Xml.XmlWriter xml = SheetWriter.Xml(stream);
        root.WriteTo(xml);
    }

    private static void Write(OpenXmlPart part, OpenXmlElement root)
    {
        using Stream stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using System.Xml.XmlWriter xml = SheetWriter.Xml(stream);
        xml.WriteStartDocument(true);
        root.WriteTo(xml);
    }
}
