using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Simulator.Reports.Tests.Workbooks;

/// <summary>A workbook as a reader sees it: the values of its cells by sheet and place.</summary>
internal sealed class OpenedWorkbook : IDisposable
{
    private readonly string[] _texts;

    public OpenedWorkbook(byte[] bytes)
    {
        Document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        _texts = [.. Document.WorkbookPart!.SharedStringTablePart!.SharedStringTable!.Elements<SharedStringItem>().Select(t => t.InnerText)];
    }

    public SpreadsheetDocument Document { get; }

    public IReadOnlyList<string> Sheets => [.. Document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(s => s.Name!.Value!)];

    public WorksheetPart Part(string sheet)
    {
        Sheet found = Document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Single(s => s.Name == sheet);
        return (WorksheetPart)Document.WorkbookPart.GetPartById(found.Id!.Value!);
    }

    /// <summary>Rows of a sheet; a cell that is not there is empty text.</summary>
    public IReadOnlyList<string[]> Rows(string sheet, int columns)
    {
        List<string[]> rows = [];
        foreach (Row row in Part(sheet).Worksheet.GetFirstChild<SheetData>()!.Elements<Row>())
        {
            string[] cells = [.. Enumerable.Repeat("", columns)];
            foreach (Cell cell in row.Elements<Cell>())
            {
                cells[Column(cell.CellReference!.Value!)] = Value(cell);
            }

            rows.Add(cells);
        }

        return rows;
    }

    public Cell CellOf(string sheet, string text) => Part(sheet).Worksheet.Descendants<Cell>().First(c => Value(c) == text);

    public string Value(Cell cell) =>
        cell.DataType?.Value == CellValues.SharedString ? _texts[int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)] : cell.CellValue!.Text;

    /// <summary>The values of a reference such as 'Chart data'!$B$4:$B$9.</summary>
    public IReadOnlyList<string> Range(string reference)
    {
        string[] parts = reference.Split('!');
        string sheet = parts[0].Trim('\'').Replace("''", "'", StringComparison.Ordinal);
        string[] corners = parts[1].Replace("$", "", StringComparison.Ordinal).Split(':');
        int first = Row(corners[0]);
        int last = Row(corners[^1]);
        int column = Column(corners[0]);
        IReadOnlyList<string[]> rows = Rows(sheet, 26);
        return [.. Enumerable.Range(first, last - first + 1).Select(r => rows[r - 1][column])];
    }

    public void Dispose() => Document.Dispose();

    private static int Column(string reference) =>
        reference.TakeWhile(char.IsAsciiLetter).Aggregate(0, (n, c) => (n * 26) + (c - 'A') + 1) - 1;

    private static int Row(string reference) => int.Parse(reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), NumberStyles.None, CultureInfo.InvariantCulture);
}
