using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Simulator.Reports.Answers;
using Simulator.Reports.Runs;
using Simulator.Reports.Tables;
using Simulator.Reports.Workbooks;
using Chart = DocumentFormat.OpenXml.Drawing.Charts;
using Scenario = Simulator.Pathways.Scenario;

namespace Simulator.Reports.Tests.Workbooks;

/// <summary>natosim.xlsx: the numbers of the tables, told as a workbook tells them, in the same bytes every time.</summary>
public sealed class RunWorkbookTests
{
    private static readonly RunOptions Both = new() { Workbook = true };

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Two_runs_give_the_same_bytes_under_every_culture(string culture)
    {
        byte[] first = Bytes(TinyRun.All);
        byte[] second = [];
        TinyRun.Under(culture, () => second = Bytes(TinyRun.All));
        Assert.True(first.AsSpan().SequenceEqual(second));
    }

    [Fact]
    public void The_manifest_lists_it_and_the_options_say_so()
    {
        using ScratchFolder disk = new();
        SortedDictionary<string, byte[]> files = TinyRun.Files(disk["out"], Both);
        Assert.True(RunFolder.Inspect(disk["out"]).IsWhole);
        Assert.Equal(files.Keys, RunReport.Names(TinyRun.Request("x", Both)).Order(StringComparer.Ordinal));
        Assert.Contains(RunInput.Of("x", files[RunWorkbook.FileName]).Sha256, System.Text.Encoding.UTF8.GetString(files["run.json"]), StringComparison.Ordinal);
        Assert.Contains("\"tables\": \"csv,xlsx\"", System.Text.Encoding.UTF8.GetString(files["run.json"]), StringComparison.Ordinal);
        Assert.DoesNotContain(RunWorkbook.FileName, TinyRun.Files(disk["plain"]).Keys);
    }

    [Fact]
    public void The_validator_of_the_format_finds_nothing()
    {
        using OpenedWorkbook workbook = new(Bytes([.. TinyRun.All, Hostile]));
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(workbook.Document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void Every_sheet_holds_what_its_csv_file_holds()
    {
        RunResults results = TinyRun.Results(Both, [.. TinyRun.All]);
        using OpenedWorkbook workbook = new(Bytes(results));
        IReadOnlyList<ITable> tables = RunReport.Tables(results);
        Assert.True(tables.Count >= 7);
        foreach (ITable table in tables)
        {
            using MemoryStream csv = new();
            TableWriter rows = new(table.Schema, csv);
            table.Write(rows);
            rows.Complete();
            List<string[]> expected = CsvText.Read(csv.ToArray());
            string sheet = workbook.Sheets.Single(s => s.Equals(table.Schema.Name, StringComparison.OrdinalIgnoreCase));
            IReadOnlyList<string[]> found = workbook.Rows(sheet, table.Schema.Columns.Count);
            Assert.Equal(expected.Skip(1), found.Skip(1));

            // Headings are in words, with the unit, and tell the columns apart.
            Assert.Equal(found[0].Length, found[0].Distinct(StringComparer.Ordinal).Count());
            Assert.All(table.Schema.Columns.Zip(found[0]), p => Assert.True(p.First.Unit.Length == 0 || p.Second.Contains($"({p.First.Unit})", StringComparison.Ordinal), p.Second));
            Assert.All(found[0], h => Assert.DoesNotContain('_', h.Split('(')[0]));
        }
    }

    [Fact]
    public void Numbers_are_numbers_and_the_first_row_is_frozen_and_filters()
    {
        using OpenedWorkbook workbook = new(Bytes(TinyRun.All));
        Worksheet sheet = workbook.Part("Money").Worksheet;
        Assert.Equal(PaneStateValues.Frozen, sheet.Descendants<Pane>().Single().State!.Value);
        Assert.Equal(1, sheet.Descendants<Pane>().Single().VerticalSplit!.Value);
        Assert.StartsWith("A1:O", sheet.Descendants<AutoFilter>().Single().Reference!.Value, StringComparison.Ordinal);
        Cell[] last = [.. sheet.Descendants<Row>().Last().Elements<Cell>()];
        Cell spending = last.Single(c => c.CellReference!.Value!.StartsWith('G'));
        Assert.Null(spending.DataType);
        Assert.Equal("4", Format(workbook, spending).NumberFormatId!.InnerText); // #,##0.00
        Assert.Equal("1", Format(workbook, last.Single(c => c.CellReference!.Value!.StartsWith('C'))).NumberFormatId!.InnerText); // a year has no comma
    }

    [Fact]
    public void Text_that_looks_like_a_formula_stays_text_and_control_characters_go()
    {
        using OpenedWorkbook workbook = new(Bytes([Hostile]));
        Assert.All(workbook.Document.WorkbookPart!.WorksheetParts, p => Assert.Empty(p.Worksheet.Descendants<CellFormula>()));
        Cell cell = workbook.CellOf("Answers", "=2+2");
        Assert.Equal(CellValues.SharedString, cell.DataType!.Value);
        Assert.True(Format(workbook, cell).QuotePrefix!.Value);
        Assert.Equal("=2+2", workbook.Rows("Summary", 9).Select(r => r[0]).Single(t => t.StartsWith('=') && !t.Contains(':', StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("plain Türkiye", "plain Türkiye")]
    [InlineData("a\u0007b\0c\r\nd", "a b c\nd")]
    [InlineData("_x0041_ and _x004", "_x005F_x0041_ and _x004")]
    public void Text_is_cleaned_of_what_a_cell_cannot_hold(string given, string kept) => Assert.Equal(kept, CellText.Clean(given));

    [Fact]
    public void Half_a_character_is_replaced_and_a_whole_one_kept() =>
        Assert.Equal("half \ufffd whole \ud83d\ude00", CellText.Clean("half \ud83d whole \ud83d\ude00"));

    [Fact]
    public void Text_that_is_too_long_is_cut_where_it_says_so()
    {
        string cut = CellText.Clean(new string('a', 40_000));
        Assert.Equal(CellText.Longest, cut.Length);
        Assert.EndsWith("[cut]", cut, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_sheets_keep_to_the_rules()
    {
        Simulator.Reports.Workbooks.SheetNames names = new();
        string[] taken = [.. new[] { "Money", "money", "a/b:c*d?e[f]g\\h", new string('x', 40), new string('x', 41), "'", "" }.Select(names.Take)];
        Assert.Equal(taken.Length, taken.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(taken, n => Assert.InRange(n.Length, 1, 31));
        Assert.All(taken, n => Assert.DoesNotContain(n, c => "[]:*?/\\'".Contains(c, StringComparison.Ordinal)));
        Assert.Equal("money 2", taken[1]);
    }

    [Fact]
    public void A_table_that_is_too_large_is_left_out_and_the_first_sheet_says_so()
    {
        RunResults results = TinyRun.Results(Both, [.. TinyRun.All]);
        using MemoryStream stream = new();
        RunWorkbook.Write(results, AnswerSheet.Of(results, "0123456789ab"), RunReport.Tables(results), stream, mostCells: 4000);
        using OpenedWorkbook workbook = new(stream.ToArray());
        Assert.DoesNotContain("Money", workbook.Sheets);
        Assert.Contains("Answers", workbook.Sheets);
        Assert.Contains(workbook.Rows("Summary", 9), r => r[1].StartsWith("Money by member, group and year: left out, because its ", StringComparison.Ordinal) && r[1].EndsWith("money.csv has them.", StringComparison.Ordinal));
    }

    [Fact]
    public void Charts_read_cells_that_hold_what_they_show()
    {
        using OpenedWorkbook workbook = new(Bytes(TinyRun.All));
        ChartPart[] charts = [.. workbook.Part("Charts").DrawingsPart!.ChartParts];
        Assert.Equal((3 * TinyRun.All.Count) + 1, charts.Length);
        Assert.Contains(charts, c => c.ChartSpace.Descendants<Chart.LineChart>().Any());
        Assert.Contains(charts, c => c.ChartSpace.Descendants<Chart.BarGrouping>().Any(g => g.Val!.Value == Chart.BarGroupingValues.Stacked));
        foreach (ChartPart chart in charts)
        {
            foreach (Chart.NumberReference reference in chart.ChartSpace.Descendants<Chart.NumberReference>())
            {
                IReadOnlyList<string> cells = workbook.Range(reference.Formula!.Text);
                Chart.NumberingCache cache = reference.NumberingCache!;
                Assert.Equal((uint)cells.Count, cache.PointCount!.Val!.Value);
                Assert.Equal(cells.Count(c => c.Length > 0), cache.Elements<Chart.NumericPoint>().Count());
                Assert.All(cache.Elements<Chart.NumericPoint>(), p => Assert.Equal(cells[(int)p.Index!.Value], p.NumericValue!.Text));
            }

            foreach (Chart.StringReference reference in chart.ChartSpace.Descendants<Chart.StringReference>())
            {
                Assert.Equal(workbook.Range(reference.Formula!.Text), reference.StringCache!.Elements<Chart.StringPoint>().Select(p => p.NumericValue!.Text));
            }
        }
    }

    [Fact]
    public void The_first_sheet_tells_the_numbers_of_the_answers()
    {
        RunResults results = TinyRun.Results(Both, [.. TinyRun.All]);
        AnswerSheet answers = AnswerSheet.Of(results, "0123456789ab");
        using OpenedWorkbook workbook = new(Bytes(results));
        IReadOnlyList<string[]> rows = workbook.Rows("Summary", 9);
        foreach (ScenarioAnswer answer in answers.Scenarios)
        {
            string[] row = rows.Single(r => r[0] == answer.Id);
            Assert.Equal(answer.Headline + ".", row[1]);
            Assert.Equal(answer.ExtraBn, double.Parse(row[2], CultureInfo.InvariantCulture));
            Assert.Equal(answer.AtLine, int.Parse(row[4], CultureInfo.InvariantCulture));
            Assert.Equal(answer.ShortBn, double.Parse(row[6], CultureInfo.InvariantCulture));
        }

        Assert.Contains(rows, r => r[0].Contains("run 0123456789ab", StringComparison.Ordinal));
        Assert.All(answers.Assumptions, a => Assert.Contains(rows, r => r[0] == a));
        Assert.All(workbook.Sheets.Skip(1), s => Assert.Contains(rows, r => r[0] == s));
    }

    private static Scenario Hostile { get; } = TinyRun.Scenario("=2+2", "=HYPERLINK(\"http://example.org\")\u0001 <&>", TinyRun.AtLeast(3, 2035));

    private static byte[] Bytes(IReadOnlyList<Scenario> scenarios) => Bytes(TinyRun.Results(Both, [.. scenarios]));

    private static byte[] Bytes(RunResults results)
    {
        using MemoryStream stream = new();
        RunWorkbook.Write(results, AnswerSheet.Of(results, "0123456789ab"), RunReport.Tables(results), stream);
        return stream.ToArray();
    }

    private static CellFormat Format(OpenedWorkbook workbook, Cell cell) =>
        workbook.Document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);
}
