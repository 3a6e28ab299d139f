using System.Security.Cryptography;
using System.Text.Json;
using Simulator.Alliance;
using Simulator.Data.Editions;
using Simulator.Data.Import;
using Simulator.Data.Scenarios;
using Simulator.Data.Tests.Editions;
using Simulator.Engine;
using Simulator.Projections;

namespace Simulator.Data.Tests.Import;

/// <summary>A release and an outlook of 2027 become an edition that loads and projects, without a line of code.</summary>
public sealed class EditionImportTests : IDisposable
{
    private readonly ImportFixture _fixture = new();

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void The_new_edition_holds_every_figure_of_the_workbook(string culture)
    {
        using CultureScope scope = new(culture);
        ImportOutcome outcome = _fixture.Run();
        Assert.Equal("", string.Join('\n', outcome.Findings.Where(f => f.Severity != ImportSeverity.Note)));
        Assert.Equal(ImportEnd.Done, outcome.End);

        Edition edition = EditionStore.Load(DataFolder.Open(_fixture.Request.OutPath).Value, "nato-2027").Value;
        Assert.Equal((2014, 2027, 2026, 2025), (edition.FirstYear, edition.BaseYear, edition.FirstEstimateYear, edition.PriceYear));
        Assert.Equal(("core defence expenditure", "2027-06-04", "IMF WEO April 2027"), (edition.Measure, edition.CutOff, edition.Weo.Title));
        foreach (Member member in edition.Roster.Members.Where(m => m.HasForces))
        {
            foreach (NatoIndicator indicator in Enum.GetValues<NatoIndicator>())
            {
                foreach (int year in InventedRelease.Years)
                {
                    // The figures have four decimals at most, as the file has: they are the same doubles.
                    Assert.Equal(Math.Round(InventedRelease.Figure(indicator, member.Iso3, year), 4), edition.Nato.Value(indicator, member.Index, year));
                }
            }
        }

        Assert.Equal(InventedRelease.Figure(NatoIndicator.UsdConstantM, "NATO_TOTAL", 2027), edition.Nato.Value(NatoIndicator.UsdConstantM, edition.Nato.NatoTotal, 2027));
        Assert.True(edition.Roster.TryMember("ISL", out Member? iceland));
        Assert.Equal(25_000, edition.Nato.Value(NatoIndicator.GdpUsdConstantM, iceland.Index, 2027)); // the total less the others
        Assert.Equal("DKK", edition.Currency[edition.Roster.Members.First(m => m.Iso3 == "DNK").Index]);
        Assert.Equal(2.1, edition.Weo.Value(WeoIndicator.RealGrowthPct, 0, 2032));
        Assert.Equal(1127.25, edition.Weo.Value(WeoIndicator.NominalGdpUsdBn, 0, 2027));
        Assert.False(edition.Weo.Has(WeoIndicator.StructuralBalancePct, 0, 2015));
        Assert.True(edition.HasPlans);
    }

    [Fact]
    public void A_projection_runs_on_the_new_edition()
    {
        Assert.Equal(ImportEnd.Done, _fixture.Run().End);
        Edition edition = EditionStore.Load(DataFolder.Open(_fixture.Request.OutPath).Value, "nato-2027").Value;
        ScenarioFile file = ScenarioReader.Read("x.csv", "scenario,members,what,value,to\nmine,,at_least_pct,14,2035\n"u8.ToArray());
        ScenarioSet set = ScenarioBinder.Bind([file], [], edition, new BindOptions());
        Assert.DoesNotContain(set.Diagnostics, d => d.IsError);
        Projection projection = new(Projector.Run(Assert.Single(set.Scenarios), edition, MacroPathBuilder.Build(edition, 2040)));
        int poland = edition.Roster.Members.First(m => m.Iso3 == "POL").Index;
        Assert.True(projection.SharePct(Unit.Member(poland), 2028) > projection.SharePct(Unit.Member(poland), 2027));
        Assert.Equal(14, projection.SharePct(Unit.Member(poland), 2035), 1e-9); // a target of 14 percent of GDP, to rounding
    }

    [Fact]
    public void The_rest_of_the_folder_is_a_copy_and_every_file_is_described()
    {
        Assert.Equal(ImportEnd.Done, _fixture.Run().End);
        string[] changed = ["editions.csv", "edition-remarks.csv", "sources.csv", "datapackage.json"];
        foreach (string file in Directory.EnumerateFiles(Shipped.Folder.Root, "*", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(Shipped.Folder.Root, file);
            byte[] copy = File.ReadAllBytes(Path.Combine(_fixture.Request.OutPath, relative));
            if (!changed.Contains(relative))
            {
                Assert.Equal(File.ReadAllBytes(file), copy);
            }
        }

        JsonElement resources = JsonDocument.Parse(File.ReadAllText(Path.Combine(_fixture.Request.OutPath, "datapackage.json"))).RootElement.GetProperty("resources");
        foreach (JsonElement resource in resources.EnumerateArray())
        {
            byte[] bytes = File.ReadAllBytes(Path.Combine(_fixture.Request.OutPath, resource.GetProperty("path").GetString()!));
            Assert.Equal(resource.GetProperty("bytes").GetInt64(), bytes.LongLength);
            Assert.Equal(resource.GetProperty("hash").GetString(), "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }

        foreach (string path in new[] { "nato/nato-2027.csv", "weo/nato-2027.csv" })
        {
            JsonElement resource = resources.EnumerateArray().Single(r => r.GetProperty("path").GetString() == path);
            string header = File.ReadLines(Path.Combine(_fixture.Request.OutPath, path)).First();
            Assert.Equal(header.Split(','), resource.GetProperty("schema").GetProperty("fields").EnumerateArray().Select(f => f.GetProperty("name").GetString()!));
        }

        Assert.DoesNotContain("constant 2021", resources.EnumerateArray().Single(r => r.GetProperty("name").GetString() == "nato-2027").GetRawText(), StringComparison.Ordinal);
        Assert.Equal("nato-2026", EditionStore.LoadDefault(DataFolder.Open(_fixture.Request.OutPath).Value).Value.Id);
    }

    [Fact]
    public void The_description_of_the_shipped_folder_reads_back_to_the_same_text()
    {
        // What an import does not touch keeps its bytes, so that a reader sees only what is new.
        Assert.Equal(ImportEnd.Done, _fixture.Run().End);
        string[] before = File.ReadAllLines(Path.Combine(Shipped.Folder.Root, "datapackage.json"));
        HashSet<string> after = [.. File.ReadAllLines(Path.Combine(_fixture.Request.OutPath, "datapackage.json"))];
        Assert.All(before.Where(l => !after.Contains(l)), l => Assert.Matches("\"(bytes|hash)\"", l));
    }

    [Fact]
    public void An_import_gives_the_same_bytes_again_and_can_be_imported_upon()
    {
        Assert.Equal(ImportEnd.Done, _fixture.Run().End);
        string first = _fixture.Request.OutPath;
        _fixture.Request = _fixture.Request with { OutPath = _fixture.PathOf("again") };
        Assert.Equal(ImportEnd.Done, _fixture.Run().End);
        foreach (string file in Directory.EnumerateFiles(first, "*", SearchOption.AllDirectories))
        {
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(_fixture.PathOf("again"), Path.GetRelativePath(first, file))));
        }

        _fixture.Request = _fixture.Request with { From = DataFolder.Open(first).Value, Id = "nato-2027b", OutPath = _fixture.PathOf("third"), MakeDefault = true };
        Assert.Equal(ImportEnd.Done, _fixture.Run().End);
        IReadOnlyList<EditionEntry> entries = EditionStore.List(DataFolder.Open(_fixture.PathOf("third")).Value).Value;
        Assert.Equal(["nato-2024", "nato-2026", "nato-2027", "nato-2027b"], entries.Select(e => e.Id));
        Assert.Equal("nato-2027b", Assert.Single(entries, e => e.IsDefault).Id);
    }

    [Fact]
    public void Oddities_are_told_and_change_nothing()
    {
        TestWorkbook book = InventedRelease.Workbook();
        book["TABLE2"].InsertColumn(1);
        book["TABLE2"].SwapColumns(InventedRelease.ColumnOf(2015) + 1, InventedRelease.ColumnOf(2020) + 1);
        book["TABLE3"].InsertRow(2);
        book["TABLE5"].InsertRow(InventedRelease.HeaderRow);
        int share = InventedRelease.RowOf("FRA") + 1;
        book["TABLE3"].Text(share, InventedRelease.ColumnOf(2016), InventedRelease.Figure(NatoIndicator.SharePct, "FRA", 2016).ToString(System.Globalization.CultureInfo.InvariantCulture));
        book["TABLE3"].Text(share, InventedRelease.ColumnOf(2027), InventedRelease.Figure(NatoIndicator.SharePct, "FRA", 2027).ToString(System.Globalization.CultureInfo.InvariantCulture) + "e");
        book["TABLE7"].Formula(InventedRelease.RowOf("FRA"), InventedRelease.ColumnOf(2020), "10+5", "15");
        book["TABLE8a"].Clear(InventedRelease.RowOf("NLD", 1), InventedRelease.ColumnOf(2027));
        book["TABLE8a"].Text(InventedRelease.RowOf("PRT", 1), InventedRelease.ColumnOf(2027), " .. ");
        book["TABLE8b"].Number(InventedRelease.RowOf("FRA"), InventedRelease.ColumnOf(2027) + 4, 7);
        book.Rename("TABLE7", "Personnel");
        book.Parts["xl/externalLinks/externalLink1.xml"] = "<externalLink/>";
        ImportOutcome odd = _fixture.Run(book);
        Assert.Equal(ImportEnd.Done, odd.End);
        string found = string.Join('\n', odd.Findings);
        Assert.Contains($"[TABLE2!{TestSheet.Name(8, 5)}]: the columns of years are out of order", found, StringComparison.Ordinal);
        Assert.Contains("[TABLE3]: 1 numbers are kept as text", found, StringComparison.Ordinal);
        Assert.Contains("[TABLE3]: 1 numbers bear a mark", found, StringComparison.Ordinal);
        Assert.Contains("[TABLE3]: 1 names bear a footnote mark: POL", found, StringComparison.Ordinal);
        Assert.Contains("[Personnel]: 1 figures are results of formulas", found, StringComparison.Ordinal);
        Assert.Contains("the sheet was taken for table 7 by its title", found, StringComparison.Ordinal);
        Assert.Contains($"[TABLE8a]: 2 cells are blank and stay so: {InventedRelease.Cell("NLD", 2027, 1)}, {InventedRelease.Cell("PRT", 2027, 1)}", found, StringComparison.Ordinal);
        Assert.Contains("[TABLE8b]: 1 cells beside the table were not read", found, StringComparison.Ordinal);
        Assert.Contains("[TABLE1]: hidden rows of left-over formulas were passed over", found, StringComparison.Ordinal);
        Assert.Contains("\"Slovak Republic\" as SVK", found, StringComparison.Ordinal);
        Assert.Contains("a note says: * This Ally has a national law.", found, StringComparison.Ordinal);
        Assert.Contains("formulas point to 1 other workbooks", found, StringComparison.Ordinal);

        string[] after = File.ReadAllLines(Path.Combine(_fixture.Request.OutPath, "nato/nato-2027.csv"));
        _fixture.Request = _fixture.Request with { OutPath = _fixture.PathOf("plain") };
        Assert.Equal(ImportEnd.Done, _fixture.Run().End);
        string[] plain = File.ReadAllLines(Path.Combine(_fixture.PathOf("plain"), "nato/nato-2027.csv"));
        Assert.Equal(plain.Select((l, i) => (l, after[i])).Where(p => p.l != p.Item2).Select(p => p.l[..8]), ["NLD,2027", "PRT,2027"]);
    }

    [Fact]
    public void A_member_under_a_new_name_is_asked_for_and_taken_when_said()
    {
        TestWorkbook book = InventedRelease.Workbook();
        foreach ((string name, TestSheet sheet) in book.Sheets.Where(s => s.Name != "TABLE4"))
        {
            for (int block = 0; block < (name == "TABLE7" ? 1 : 2); block++)
            {
                sheet.Text(InventedRelease.RowOf("TUR", block), InventedRelease.LabelColumn, "Republic of Türkiye" + (name == "TABLE1" ? " (Liras)" : ""));
            }
        }

        ImportOutcome refused = _fixture.Run(book);
        Assert.Equal(ImportEnd.BadInput, refused.End);
        string place = $"[TABLE1!{TestSheet.Name(InventedRelease.RowOf("TUR"), InventedRelease.LabelColumn)}]";
        Assert.Contains(refused.Findings, f => f.Severity == ImportSeverity.Error && f.Place.EndsWith(place, StringComparison.Ordinal) && f.Message.Contains("--member \"Republic of Türkiye=ISO3\"", StringComparison.Ordinal));
        _fixture.AssertNothingWritten();

        _fixture.Request = _fixture.Request with { MemberNames = [KeyValuePair.Create("Republic of Türkiye", "TUR")] };
        Assert.Equal(ImportEnd.Done, _fixture.Run(book).End);
    }

    [Fact]
    public void What_the_files_do_not_say_has_to_be_said()
    {
        TestWorkbook book = InventedRelease.Workbook();
        foreach ((_, TestSheet sheet) in book.Sheets)
        {
            for (int row = 30; row < 100; row++)
            {
                for (int column = 2; column < 4; column++)
                {
                    if (sheet.Xml([]).Contains($"r=\"{TestSheet.Name(row, column)}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">Notes", StringComparison.Ordinal))
                    {
                        sheet.Text(row, column, "Notes: none");
                    }
                }
            }
        }

        string outlook = InventedRelease.Outlook().Replace("International Monetary Fund, World Economic Outlook Database, April 2027\n", "", StringComparison.Ordinal);
        outlook = string.Join('\n', outlook.Split('\n').Where(l => !l.Contains("\tNGDP_D\t", StringComparison.Ordinal)));
        ImportOutcome outcome = _fixture.Run(book, outlook);
        Assert.Equal(ImportEnd.BadInput, outcome.End);
        string found = string.Join('\n', outcome.Findings);
        Assert.Contains("--cut-off", found, StringComparison.Ordinal);
        Assert.Contains("--weo-edition", found, StringComparison.Ordinal);
        Assert.Contains("no series NGDP_D; if this outlook really has none, say so: --weo-lacks NGDP_D", found, StringComparison.Ordinal);
        _fixture.AssertNothingWritten();

        _fixture.Request = _fixture.Request with { CutOff = "2027-06-30", WeoEdition = "April 2027", WeoLacks = ["NGDP_D"] };
        outcome = _fixture.Run(book, outlook);
        Assert.Contains(outcome.Findings, f => f.Severity == ImportSeverity.Error && f.Message.StartsWith("a projection needs WEO DeflatorIndex of ALB", StringComparison.Ordinal));
        _fixture.AssertNothingWritten();
    }

    public void Dispose() => _fixture.Dispose();
}
