using System.Globalization;
using System.IO.Compression;
using System.Text;
using Simulator.Data.Import;

namespace Simulator.Data.Tests.Import;

/// <summary>Workbooks that are not what they should be: always a message with its place, never an exception, never a half-written folder.</summary>
public sealed class HostileWorkbookTests : IDisposable
{
    private const string Table = "xl/worksheets/sheet1.xml";
    private readonly ImportFixture _fixture = new();

    /// <summary>What was done, the sheet and cell that is named (or part of the place), and part of the message.</summary>
    public static TheoryData<string, string, string> Broken => new()
    {
        { "missing sheet", "def-exp-2027-en.xlsx", "table 5 is missing" },
        { "sheet twice", "[Copy]", "table 7 is there twice, here and on sheet TABLE7" },
        { "name and title differ", "[TABLE7!B4]", "named TABLE7, but its title says table 6" },
        { "no title", "[TABLE7]", "no cell has a title such as \"Table 7 : …\"" },
        { "no years", "[TABLE2]", "no row with at least three years" },
        { "two editions", "[TABLE2!D60]", "a second row of years says something else" },
        { "other years", "[TABLE5!D8]", "an earlier table has 2014 to 2027 from 2026" },
        { "year twice", "[TABLE1!F8]", "2015 stands twice" },
        { "year missing", "[TABLE1!G8]", "no column for 2016 stands before 2017" },
        { "no estimates", "[TABLE1!D8]", "should bear an \"e\"" },
        { "estimate in the middle", "[TABLE1!D8]", "these do: 2018, 2026, 2027" },
        { "unit", "[TABLE2]", "names the unit \"Million US dollars\"; there are B4 \"Table 2 : Core defence expenditure\", B6 \"Billion US dollars\"" },
        { "price years", "[TABLE3!B6]", "prices of 2021; an earlier cell says 2025" },
        { "heading unknown", "[TABLE3!B10]", "\"Share of GDP\" is neither a heading of table 3" },
        { "heading twice", "[TABLE8a!B45]", "the heading \"Equipment (a)\" stands twice" },
        { "unknown country", "[TABLE2!C21]", "\"Grece\" is no member and no total; did you mean Greece?" },
        { "member twice", "[TABLE2!C21]", "stands twice under the same heading" },
        { "two names", "[TABLE2!B20]", "two texts stand before the figures" },
        { "nameless", "[TABLE2!D21]", "figures without a name before them" },
        { "below the notes", "[TABLE7!C60]", "figures of \"France\" stand below the notes" },
        { "unknown currency", "[TABLE1!C21]", "\"Drachmas\" is not known as a currency of" },
        { "no currency", "[TABLE1!C21]", "no currency stands behind" },
        { "two currencies", "[TABLE1!C56]", "is in EUR here and in ALL above" },
        { "member left out", "def-exp-2027-en.xlsx", "(ALB) stands in none of the tables" },
        { "error cell", "[TABLE2!F21]", "the spreadsheet shows #N/A here" },
        { "date", "[TABLE2!F21]", "a date or time stands where a number belongs" },
        { "own date format", "[TABLE2!F21]", "a date or time stands where a number belongs" },
        { "boolean", "[TABLE2!F21]", "TRUE stands where a number belongs" },
        { "formula without value", "[TABLE2!F21]", "a formula without its value" },
        { "decimal comma", "[TABLE2!F21]", "\"1,5\" may have a decimal comma" },
        { "words", "[TABLE2!F21]", "the text \"about 7\" stands where a number belongs" },
        { "negative", "[TABLE2!F21]", "is negative" },
        { "number too large", "[TABLE2!F21]", "is not a number that can be used" },
        { "figure under no year", "[TABLE2!F21]", "\"999\" stands in a column without a year" },
        { "share out of range", "def-exp-2027-en.xlsx", "shares lie under 15" },
        { "cell out of place", "def-exp-2027-en.xlsx", "cell ZZZZ1 of sheet TABLE1 is out of place" },
        { "text number", "def-exp-2027-en.xlsx", "points to text number 99999" },
        { "document type", "def-exp-2027-en.xlsx", "DTD" },
        { "not xml", "def-exp-2027-en.xlsx", "damaged or not what it claims to be" },
        { "no sheet part", "def-exp-2027-en.xlsx", "has no part inside the workbook" },
        { "macros", "def-exp-2027-en.xlsx", "this workbook has macros" },
        { "macro content type", "def-exp-2027-en.xlsx", "this workbook has macros" },
        { "bomb", "def-exp-2027-en.xlsx", "unpacks to more than 64 MB" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_is_wrong_is_named_with_sheet_and_cell(string what, string place, string message)
    {
        TestWorkbook book = InventedRelease.Workbook();
        Break(book, what);
        using CultureScope scope = new(what.Length % 2 == 0 ? "de-DE" : "tr-TR");
        ImportOutcome outcome = _fixture.Run(book);
        Assert.Equal(ImportEnd.BadInput, outcome.End);
        Assert.True(
            outcome.Findings.Any(f => f.Severity == ImportSeverity.Error && f.Place.EndsWith(place, StringComparison.Ordinal) && f.Message.Contains(message, StringComparison.Ordinal)),
            $"{place}: {message} is not in\n" + string.Join('\n', outcome.Findings.Where(f => f.Severity == ImportSeverity.Error)));
        _fixture.AssertNothingWritten();
    }

    public static TheoryData<string, string> NoWorkbooks => new()
    {
        { "empty", "this is not an xlsx workbook" },
        { "text", "this is not an xlsx workbook" },
        { "password", "old workbook (xls) or one that is protected by a password" },
        { "truncated", "damaged or not what it claims to be" },
        { "other archive", "holds no workbook" },
    };

    [Theory]
    [MemberData(nameof(NoWorkbooks))]
    public void A_file_that_is_no_workbook_is_told_apart(string what, string message)
    {
        byte[] whole = InventedRelease.Workbook().Bytes();
        byte[] bytes = what switch
        {
            "empty" => [],
            "text" => "Table 1 : Defence expenditure"u8.ToArray(),
            "password" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]],
            "truncated" => whole[..(whole.Length / 2)],
            _ => OtherArchive(),
        };
        ImportOutcome outcome = _fixture.RunBytes(bytes);
        Assert.Equal(ImportEnd.BadInput, outcome.End);
        Assert.Contains(outcome.Findings, f => f.Severity == ImportSeverity.Error && f.Message.Contains(message, StringComparison.Ordinal));
        _fixture.AssertNothingWritten();
    }

    [Fact]
    public void Damaged_bytes_never_throw()
    {
        byte[] whole = InventedRelease.Workbook().Bytes();
        Random random = new(11);
        for (int round = 0; round < 25; round++)
        {
            byte[] bytes = (byte[])whole.Clone();
            for (int i = 0; i < 20; i++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            ImportOutcome outcome = _fixture.RunBytes(bytes);
            Assert.True(outcome.End == ImportEnd.Done || outcome.Findings.Any(f => f.Severity == ImportSeverity.Error));
            if (outcome.End == ImportEnd.Done)
            {
                Directory.Delete(_fixture.Request.OutPath, recursive: true);
            }
        }
    }

    [Fact]
    public void Disagreements_between_tables_are_warned_of()
    {
        TestWorkbook book = InventedRelease.Workbook();
        book["TABLE3"].Number(InventedRelease.RowOf("FRA"), InventedRelease.ColumnOf(2020), 9.87);
        book["TABLE8a"].Number(InventedRelease.RowOf("FRA"), InventedRelease.ColumnOf(2021), 20);
        book["TABLE7"].Number(InventedRelease.RowOf("FRA"), InventedRelease.ColumnOf(2022), 500);
        ImportOutcome outcome = _fixture.Run(book);
        Assert.Equal(ImportEnd.Done, outcome.End);
        string[] warnings = [.. outcome.Findings.Where(f => f.Severity == ImportSeverity.Warning).Select(f => f.Message)];
        Assert.Equal(3, warnings.Length);
        Assert.Contains("table 3 has 9.87 for FRA in 2020", warnings[0], StringComparison.Ordinal);
        Assert.Contains("parts of spending of FRA in 2021 add up to 89.5", warnings[1], StringComparison.Ordinal);
        Assert.Contains("PersonnelThousand of the members in 2022", warnings[2], StringComparison.Ordinal);
    }

    public void Dispose() => _fixture.Dispose();

    private static void Break(TestWorkbook book, string what)
    {
        const int Row = 21;
        const int Column = 6;
        TestSheet two = book["TABLE2"];
        switch (what)
        {
            case "missing sheet": book.Remove("TABLE5"); break;
            case "sheet twice": book.Sheets.Add(("Copy", book["TABLE7"])); break;
            case "name and title differ": book["TABLE7"].Text(4, 2, "Table 6 : Military personnel"); break;
            case "no title": book["TABLE7"].Clear(4, 2); break;
            case "no years": two.RemoveRow(InventedRelease.HeaderRow); break;
            case "two editions": Years(two, 60, 2013, 2024); break;
            case "other years": book["TABLE5"].Text(8, InventedRelease.ColumnOf(2025), "2025e"); break;
            case "year twice": book["TABLE1"].Number(8, 6, 2015); break;
            case "year missing": book["TABLE1"].Clear(8, 6); break;
            case "no estimates": book["TABLE1"].Number(8, InventedRelease.ColumnOf(2026), 2026); book["TABLE1"].Number(8, InventedRelease.ColumnOf(2027), 2027); break;
            case "estimate in the middle": book["TABLE1"].Text(8, InventedRelease.ColumnOf(2018), "2018e"); break;
            case "unit": two.Text(6, 2, "Billion US dollars"); break;
            case "price years": book["TABLE3"].Text(6, 2, "Based on 2021 prices"); break;
            case "heading unknown": book["TABLE3"].Text(10, 2, "Share of GDP"); break;
            case "heading twice": book["TABLE8a"].Text(InventedRelease.RowOf(InventedRelease.Members[0].Iso3, 1) - 1, 2, "Equipment (a)"); break;
            case "unknown country": two.Text(Row, 3, "Grece"); break;
            case "member twice": two.Text(Row, 3, InventedRelease.Members[0].Name); break;
            case "two names": two.Text(Row - 1, 2, "Allies"); break;
            case "nameless": two.Clear(Row, 3); break;
            case "below the notes": book["TABLE7"].Text(60, 3, "France"); book["TABLE7"].Number(60, 4, 5); break;
            case "unknown currency": book["TABLE1"].Text(Row, 3, NameAt(Row) + " (Drachmas)"); break;
            case "no currency": book["TABLE1"].Text(Row, 3, NameAt(Row)); break;
            case "two currencies": book["TABLE1"].Text(56, 3, "Albania (Euros)"); book["TABLE1"].Text(InventedRelease.RowOf("ALB", 1), 3, NameAt(56 - 35) + " (Euros)"); break;
            case "member left out":
                foreach ((string name, TestSheet sheet) in book.Sheets.Where(s => s.Name != "TABLE4"))
                {
                    sheet.RemoveRow(InventedRelease.RowOf("ALB"));
                    sheet.RemoveRow(name == "TABLE7" ? 0 : InventedRelease.RowOf("ALB", 1));
                }

                break;
            case "error cell": two.Raw(Row, Column, "e", "#N/A"); break;
            case "date": two.Raw(Row, Column, "", "46000", "1"); break;
            case "own date format": two.Raw(Row, Column, "", "46000", "2"); break;
            case "boolean": two.Raw(Row, Column, "b", "1"); break;
            case "formula without value": two.Formula(Row, Column, "1+1", ""); break;
            case "decimal comma": two.Text(Row, Column, "1,5"); break;
            case "words": two.Text(Row, Column, "about 7"); break;
            case "negative": two.Number(Row, Column, -4); break;
            case "number too large": two.Raw(Row, Column, "", "1e999"); break;
            case "figure under no year": two.InsertColumn(Column); two.Number(Row, Column, 999); break;
            case "share out of range": book["TABLE3"].Number(Row, Column, 15.5); break;
            case "cell out of place": book.Parts[Table] = "<worksheet><sheetData><row r=\"1\"><c r=\"ZZZZ1\"><v>1</v></c></row></sheetData></worksheet>"; break;
            case "text number": book.Parts[Table] = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>99999</v></c></row></sheetData></worksheet>"; break;
            case "document type": book.Parts[Table] = "<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet>&a;</worksheet>"; break;
            case "not xml": book.Parts[Table] = "scenario,members,what"; break;
            case "no sheet part": book.Parts["xl/_rels/workbook.xml.rels"] = "<Relationships/>"; break;
            case "macros": book.Parts["xl/vbaProject.bin"] = "x"; break;
            case "macro content type": book.Parts["[Content_Types].xml"] = "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>"; break;
            case "bomb": book.Parts["xl/sharedStrings.xml"] = "<sst>" + new string(' ', 65 * 1024 * 1024) + "</sst>"; break;
            default: throw new ArgumentOutOfRangeException(nameof(what), what, "no such case");
        }
    }

    private static string NameAt(int row) => InventedRelease.Members[row - InventedRelease.HeaderRow - 3].Name;

    private static void Years(TestSheet sheet, int row, int first, int last)
    {
        sheet.RemoveRow(row);
        for (int year = first; year <= last; year++)
        {
            sheet.Text(row, InventedRelease.FirstColumn + year - first, year.ToString(CultureInfo.InvariantCulture) + (year > last - 2 ? "e" : ""));
        }
    }

    private static byte[] OtherArchive()
    {
        using MemoryStream bytes = new();
        using (ZipArchive archive = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream stream = archive.CreateEntry("word/document.xml").Open();
            stream.Write(Encoding.UTF8.GetBytes("<document/>"));
        }

        return bytes.ToArray();
    }
}
