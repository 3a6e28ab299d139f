using System.Globalization;
using System.Text;
using System.Xml;

namespace Simulator.Reports.Workbooks;

/// <summary>A link from a cell to a sheet.</summary>
/// <param name="Cell">The cell, such as "A7".</param>
/// <param name="Sheet">Name of the sheet.</param>
internal readonly record struct SheetLink(string Cell, string Sheet);

/// <summary>
/// Writes one sheet cell by cell, from the first row on, so that a sheet is never held in memory as a tree. Numbers are written as the
/// shortest text that reads back to the same double, whatever the culture.
/// </summary>
internal sealed class SheetWriter : IDisposable
{
    /// <summary>Namespace of sheets.</summary>
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Namespace of relationships.</summary>
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Most rows of a sheet in the programs that read xlsx.</summary>
    public const int MostRows = 1_048_576;

    private readonly XmlWriter _xml;
    private readonly SharedTexts _texts;
    private readonly char[] _number = new char[32];
    private readonly int _columns;
    private int _column;

    /// <summary>Starts a sheet.</summary>
    /// <param name="stream">Where the bytes go; it is not closed here.</param>
    /// <param name="texts">Texts of the workbook.</param>
    /// <param name="widths">Widths of the columns in characters.</param>
    /// <param name="frozenColumns">Columns that stay in sight beside the frozen first row; -1 to freeze nothing.</param>
    /// <param name="isFirst">True for the sheet that is shown when the file is opened.</param>
    public SheetWriter(Stream stream, SharedTexts texts, IReadOnlyList<double> widths, int frozenColumns, bool isFirst = false)
    {
        _texts = texts;
        _columns = widths.Count;
        _xml = Xml(stream);
        _xml.WriteStartElement("worksheet", Main);
        _xml.WriteAttributeString("xmlns", "r", null, Relations);
        Start("sheetPr");
        Start("pageSetUpPr");
        _xml.WriteAttributeString("fitToPage", "1");
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        View(frozenColumns, isFirst);
        Start("sheetFormatPr");
        _xml.WriteAttributeString("defaultRowHeight", "15");
        _xml.WriteEndElement();
        Start("cols");
        for (int c = 0; c < widths.Count; c++)
        {
            Start("col");
            Number("min", c + 1);
            Number("max", c + 1);
            _xml.WriteAttributeString("width", widths[c].ToString(CultureInfo.InvariantCulture));
            _xml.WriteAttributeString("customWidth", "1");
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
        Start("sheetData");
    }

    /// <summary>Rows begun so far.</summary>
    public int Rows { get; private set; }

    /// <summary>Begins a row.</summary>
    /// <param name="height">Height in points; 0 for the program's own.</param>
    public void StartRow(double height = 0)
    {
        Rows++;
        _column = 0;
        if (Rows > MostRows)
        {
            throw new InvalidOperationException("A sheet has no room for so many rows.");
        }

        Start("row");
        Number("r", Rows);
        if (height > 0)
        {
            _xml.WriteAttributeString("ht", height.ToString(CultureInfo.InvariantCulture));
            _xml.WriteAttributeString("customHeight", "1");
        }
    }

    /// <summary>Writes a text; empty text is an empty cell.</summary>
    /// <param name="value">The text.</param>
    /// <param name="style">Its style; text that looks like a formula keeps to text by its style.</param>
    public void Text(string value, CellStyle style = CellStyle.Text)
    {
        if (value.Length == 0)
        {
            Empty();
            return;
        }

        CellStyle safe = !CellText.LooksLikeFormula(value) ? style : style switch
        {
            CellStyle.Text => CellStyle.QuotedText,
            CellStyle.Prose => CellStyle.QuotedProse,
            _ => style,
        };
        Cell(safe, "s");
        _xml.WriteElementString("v", Main, _texts.Add(value).ToString(CultureInfo.InvariantCulture));
        _xml.WriteEndElement();
    }

    /// <summary>Writes a number; NaN is an empty cell.</summary>
    /// <param name="value">The number.</param>
    /// <param name="style">Its style.</param>
    public void Value(double value, CellStyle style)
    {
        if (double.IsNaN(value))
        {
            Empty();
            return;
        }

        if (!double.IsFinite(value) || !value.TryFormat(_number, out int length, default, CultureInfo.InvariantCulture))
        {
            throw new InvalidOperationException($"{value.ToString(CultureInfo.InvariantCulture)} is not a number for a cell.");
        }

        Cell(style, "");
        Start("v");
        _xml.WriteChars(_number, 0, length);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    /// <summary>Leaves a cell empty.</summary>
    public void Empty() => _column++;

    /// <summary>Ends the row.</summary>
    public void EndRow() => _xml.WriteEndElement();

    /// <summary>Ends the sheet.</summary>
    /// <param name="filter">True for a filter on the first row.</param>
    /// <param name="merged">Ranges of cells that are one.</param>
    /// <param name="links">Links to other sheets.</param>
    /// <param name="drawing">Relationship id of the drawing; empty for none.</param>
    /// <param name="breaks">Rows after which a new page begins in print.</param>
    public void Complete(bool filter = false, IReadOnlyList<string>? merged = null, IReadOnlyList<SheetLink>? links = null, string drawing = "", IReadOnlyList<int>? breaks = null)
    {
        _xml.WriteEndElement();
        if (filter)
        {
            Start("autoFilter");
            _xml.WriteAttributeString("ref", $"A1:{ColumnLetters(_columns - 1)}{Text(Math.Max(1, Rows))}");
            _xml.WriteEndElement();
        }

        if (merged is { Count: > 0 })
        {
            Start("mergeCells");
            Number("count", merged.Count);
            foreach (string range in merged)
            {
                Start("mergeCell");
                _xml.WriteAttributeString("ref", range);
                _xml.WriteEndElement();
            }

            _xml.WriteEndElement();
        }

        if (links is { Count: > 0 })
        {
            Start("hyperlinks");
            foreach (SheetLink link in links)
            {
                Start("hyperlink");
                _xml.WriteAttributeString("ref", link.Cell);
                _xml.WriteAttributeString("location", SheetNames.InReference(link.Sheet) + "!A1");
                _xml.WriteAttributeString("display", link.Sheet);
                _xml.WriteEndElement();
            }

            _xml.WriteEndElement();
        }

        Start("pageMargins");
        foreach ((string side, string inches) in new[] { ("left", "0.5"), ("right", "0.5"), ("top", "0.6"), ("bottom", "0.6"), ("header", "0.3"), ("footer", "0.3") })
        {
            _xml.WriteAttributeString(side, inches);
        }

        _xml.WriteEndElement();
        Start("pageSetup");
        _xml.WriteAttributeString("paperSize", "9");
        _xml.WriteAttributeString("orientation", "landscape");
        _xml.WriteAttributeString("fitToHeight", "0");
        _xml.WriteEndElement();
        if (breaks is { Count: > 0 })
        {
            Start("rowBreaks");
            Number("count", breaks.Count);
            Number("manualBreakCount", breaks.Count);
            foreach (int row in breaks)
            {
                Start("brk");
                Number("id", row);
                Number("max", 16383);
                Number("man", 1);
                _xml.WriteEndElement();
            }

            _xml.WriteEndElement();
        }

        if (drawing.Length > 0)
        {
            Start("drawing");
            _xml.WriteAttributeString("id", Relations, drawing);
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    /// <inheritdoc/>
    public void Dispose() => _xml.Dispose();

    /// <summary>Letters of a column.</summary>
    /// <param name="column">Column from 0.</param>
    public static string ColumnLetters(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : ColumnLetters((column / 26) - 1) + (char)('A' + (column % 26));

    /// <summary>A writer of XML parts: UTF-8 without a byte-order mark, nothing added.</summary>
    /// <param name="stream">Where the bytes go; it is not closed with the writer.</param>
    public static XmlWriter Xml(Stream stream) => XmlWriter.Create(stream, new XmlWriterSettings
    {
        Encoding = new UTF8Encoding(false),
        CloseOutput = false,
        NewLineHandling = NewLineHandling.Entitize,
    });

    private void View(int frozenColumns, bool isFirst)
    {
        Start("sheetViews");
        Start("sheetView");
        if (frozenColumns < 0)
        {
            _xml.WriteAttributeString("showGridLines", "0");
        }

        if (isFirst)
        {
            _xml.WriteAttributeString("tabSelected", "1");
        }

        Number("workbookViewId", 0);
        if (frozenColumns >= 0)
        {
            string pane = frozenColumns > 0 ? "bottomRight" : "bottomLeft";
            Start("pane");
            if (frozenColumns > 0)
            {
                Number("xSplit", frozenColumns);
            }

            Number("ySplit", 1);
            _xml.WriteAttributeString("topLeftCell", ColumnLetters(frozenColumns) + "2");
            _xml.WriteAttributeString("activePane", pane);
            _xml.WriteAttributeString("state", "frozen");
            _xml.WriteEndElement();
            Start("selection");
            _xml.WriteAttributeString("pane", pane);
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void Cell(CellStyle style, string type)
    {
        if (_column >= _columns)
        {
            throw new InvalidOperationException("A row of a sheet has more cells than columns.");
        }

        Start("c");
        _xml.WriteAttributeString("r", ColumnLetters(_column++) + Text(Rows));
        if (style != CellStyle.General)
        {
            Number("s", (int)style);
        }

        if (type.Length > 0)
        {
            _xml.WriteAttributeString("t", type);
        }
    }

    private void Start(string name) => _xml.WriteStartElement(name, Main);

    private void Number(string name, int value) => _xml.WriteAttributeString(name, Text(value));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
