using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using Simulator.Reports.Answers;
using Simulator.Reports.Tables;

namespace Simulator.Reports.Workbooks;

/// <summary>
/// natosim.xlsx: the tables of a run as sheets, with a first sheet to read and native charts that a user can restyle. Holds the same
/// numbers as the CSV files.
/// </summary>
public static class RunWorkbook
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "natosim.xlsx";

    // A workbook of so many cells has about 35 MB and takes a minute to open; larger tables are read from their CSV files.
    private const long MostCells = 5_000_000;

    private const string ChartsName = "Charts";
    private const string ChartDataName = "Chart data";
    private const string ColumnsName = "Columns";

    private static readonly IReadOnlyList<double> ChartsWidths = [.. Enumerable.Repeat(10.0, 22)];

    /// <summary>Writes the workbook of a run.</summary>
    /// <param name="results">The results of the run.</param>
    /// <param name="answers">Its answers.</param>
    /// <param name="tables">Its tables.</param>
    /// <param name="stream">Where the bytes go; it is not closed here.</param>
    public static void Write(RunResults results, AnswerSheet answers, IReadOnlyList<ITable> tables, Stream stream) =>
        Write(results, answers, tables, stream, MostCells);

    internal static void Write(RunResults results, AnswerSheet answers, IReadOnlyList<ITable> tables, Stream stream, long mostCells)
    {
        SheetNames names = new();
        string summary = names.Take("Summary");
        List<SheetEntry> entries = [new(names.Take(ChartsName), "The main figures as charts of the spreadsheet, to be restyled at will.")];
        List<(string Name, ITable Table)> shown = [];
        foreach (ITable table in tables)
        {
            (SheetEntry entry, mostCells) = Plan(table, names, mostCells);
            entries.Add(entry);
            if (entry.Name.Length > 0)
            {
                shown.Add((entry.Name, table));
            }
        }

        entries.Add(new(names.Take(ChartDataName), "The numbers that the charts read; change one and the chart follows."));
        entries.Add(new(names.Take(ColumnsName), "Every column of the tables: its name in the CSV files, its unit, and when a cell is empty."));

        using WorkbookPackage workbook = new(SummarySheet.Title);
        workbook.AddSheet(summary, SummarySheet.Widths, -1, new SummarySheet(results, answers, entries).Write);
        RunCharts charts = new(results);
        List<ChartBlock> blocks = results.Projections.Count > 1 ? [charts.Scenarios()] : [];
        int together = blocks.Count;
        blocks.AddRange(results.Projections.SelectMany(charts.Of));
        IReadOnlyList<ChartRange> ranges = ChartDataSheet.Place(blocks);
        ChartsSheet page = new(results, ranges, together, ChartDataName);
        WorksheetPart part = workbook.AddSheet(ChartsName, ChartsWidths, -1, page.Write);
        WorkbookPackage.AddCharts(part, page.Charts);
        foreach ((string name, ITable table) in shown)
        {
            ColumnHeading[] headings = [.. table.Schema.Columns.Select(ColumnHeading.Of)];
            workbook.AddSheet(name, [.. headings.Select(h => h.Width)], KeyColumns(table.Schema), sheet => Rows(sheet, table, headings), filtered: true);
        }

        workbook.AddSheet(ChartDataName, ChartDataSheet.Widths(blocks), -1, sheet => ChartDataSheet.Write(sheet, ranges));
        workbook.AddSheet(ColumnsName, ColumnsSheet.Widths, 2, sheet => ColumnsSheet.Write(sheet, shown), filtered: true);
        workbook.Save(stream);
    }

    private static (SheetEntry Entry, long Left) Plan(ITable table, SheetNames names, long cellsLeft)
    {
        TableWriter count = new(table.Schema, new RowCount());
        table.Write(count);
        long cells = (long)count.Rows * table.Schema.Columns.Count;
        string rows = count.Rows.ToString("N0", CultureInfo.InvariantCulture);
        string file = table.Schema.Name + ".csv";
        return count.Rows >= SheetWriter.MostRows || cells > cellsLeft
            ? (new SheetEntry("", $"{table.Schema.Title}: left out, because its {rows} rows would make the workbook too large to open; {file} has them."), cellsLeft)
            : (new SheetEntry(names.Take(SheetTitle(table.Schema.Name)), $"{table.Schema.Title}, {rows} rows, as in {file}. {FirstSentence(table.Schema.Description)}"), cellsLeft - cells);
    }

    // The sheet of columns has all of it.
    private static string FirstSentence(string text)
    {
        int end = text.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? text : text[..(end + 1)];
    }

    private static string SheetTitle(string table) => table == "iamc" ? "IAMC" : char.ToUpperInvariant(table[0]) + table[1..].Replace('_', ' ');

    // The first columns say which row it is: they stay in sight, as long as they leave room for the rest.
    private static int KeyColumns(TableSchema schema) =>
        Math.Min(3, schema.Columns.TakeWhile(c => schema.Key.Contains(c.Name, StringComparer.Ordinal) || c.Name == "name").Count());

    private static void Rows(SheetWriter sheet, ITable table, IReadOnlyList<ColumnHeading> headings)
    {
        TableWriter rows = new(table.Schema, new SheetRows(sheet, headings));
        table.Write(rows);
        rows.Complete();
    }
}
