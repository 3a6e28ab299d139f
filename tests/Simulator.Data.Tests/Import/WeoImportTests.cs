using System.Text;
using Simulator.Alliance;
using Simulator.Data.Editions;
using Simulator.Data.Import;

namespace Simulator.Data.Tests.Import;

/// <summary>The layouts in which an outlook comes, and what is refused.</summary>
public sealed class WeoImportTests : IDisposable
{
    private readonly ImportFixture _fixture = new();

    [Fact]
    public void All_layouts_give_the_same_file()
    {
        string expected = Imported(InventedRelease.Outlook());
        string[] lines = InventedRelease.Outlook().Split('\n');
        Assert.Equal(expected, Imported("\uFEFF" + InventedRelease.Outlook()));
        Assert.Equal(expected, Imported(string.Join('\n', lines.Where(l => l.Contains('\t', StringComparison.Ordinal)).Select(Portal))));
        Assert.Equal(expected, Imported(expected));

        // The data portal names series in one column; commas separate cells.
        static string Portal(string line, int place)
        {
            string[] cells = line.Split('\t');
            string[] kept = [place == 0 ? "SERIES_CODE" : $"{cells[1]}.{cells[2]}.A", place == 0 ? "SCALE" : cells[7], .. cells[8..^1]];
            return string.Join(',', kept.Select(c => c.Contains(',', StringComparison.Ordinal) ? $"\"{c}\"" : c));
        }
    }

    [Fact]
    public void Utf16_is_read_and_said()
    {
        File.WriteAllBytes(_fixture.Request.NatoPath, InventedRelease.Workbook().Bytes());
        File.WriteAllBytes(_fixture.Request.WeoPath, [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(InventedRelease.Outlook().ReplaceLineEndings("\r\n"))]);
        ImportOutcome outcome = EditionImport.Run(_fixture.Request, CancellationToken.None);
        Assert.Equal(ImportEnd.Done, outcome.End);
        string notes = string.Join('\n', outcome.Findings);
        Assert.Contains("the file is UTF-16", notes, StringComparison.Ordinal);
        Assert.Contains("commas between thousands", notes, StringComparison.Ordinal);
        Assert.Contains("cells hold n/a or dashes", notes, StringComparison.Ordinal);
        Edition edition = EditionStore.Load(DataFolder.Open(_fixture.Request.OutPath).Value, "nato-2027").Value;
        Assert.Equal(1127.25, edition.Weo.Value(WeoIndicator.NominalGdpUsdBn, 0, 2027));
    }

    public static TheoryData<string, string, string> Broken => new()
    {
        { "", "", "this file is empty" },
        { "WEO Subject Code", "Subject", "the header is none that is known" },
        { "\t2014\t", "\t2015\t", "column 2015 stands twice" },
        { "\t2.1\t", "\t2,1\t", "\"2,1\" has a comma that is no thousands separator" },
        { "\t2.1\t", "\t2.1 %\t", "NGDP_RPCH of ALB in 2014 is \"2.1 %\"; a number is expected" },
        { "\tBillions\t", "\tMillions\t", "NGDP of ALB is in \"Millions\"; Billions are expected" },
        { "1\tBEL\tNGDP_RPCH", "1\tALB\tNGDP_RPCH", "NGDP_RPCH of ALB in 2014 stands twice" },
        { "1\tALB\tNGDP_D\tCountry", "1\tALB\tNGDP_D", "the row has 27 cells, the header 28" },
        { "\"Source, of one kind\"", "\"Source, of one kind", "quotation mark" },
        { "NGDP_D", "NGDP_DD", "there is no series NGDP_D" },
        { "\tALB\t", "\tALX\t", "there is no series of Albania (ALB)" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_is_wrong_with_an_outlook_is_named(string text, string replacement, string message)
    {
        string outlook = InventedRelease.Outlook();
        bool everywhere = replacement is "NGDP_DD" or "\tALX\t";
        int at = outlook.IndexOf(text, StringComparison.Ordinal);
        string broken = text.Length == 0 ? "" : everywhere ? outlook.Replace(text, replacement, StringComparison.Ordinal) : outlook[..at] + replacement + outlook[(at + text.Length)..];
        ImportOutcome outcome = _fixture.Run(outlook: broken);
        Assert.Equal(ImportEnd.BadInput, outcome.End);
        Assert.True(outcome.Findings.Any(f => f.Severity == ImportSeverity.Error && f.Message.Contains(message, StringComparison.Ordinal)), string.Join('\n', outcome.Findings.Where(f => f.Severity == ImportSeverity.Error)));
        _fixture.AssertNothingWritten();
    }

    public void Dispose() => _fixture.Dispose();

    private string Imported(string outlook)
    {
        _fixture.Request = _fixture.Request with { WeoEdition = "April 2027" };
        ImportOutcome outcome = _fixture.Run(outlook: outlook);
        Assert.True(outcome.End == ImportEnd.Done, string.Join('\n', outcome.Findings.Where(f => f.Severity == ImportSeverity.Error)));
        string text = File.ReadAllText(Path.Combine(_fixture.Request.OutPath, "weo/nato-2027.csv"));
        Directory.Delete(_fixture.Request.OutPath, recursive: true);
        return text;
    }
}
