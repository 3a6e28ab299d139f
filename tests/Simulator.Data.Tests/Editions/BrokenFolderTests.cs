using Simulator.Alliance;
using Simulator.Data.Editions;

namespace Simulator.Data.Tests.Editions;

/// <summary>A data folder that is not as it should be gives a message with file, line and column, never an exception.</summary>
public sealed class BrokenFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("natosim-data-").FullName;

    public BrokenFolderTests()
    {
        foreach (string file in Directory.EnumerateFiles(Shipped.Folder.Root, "*.csv", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(_root, Path.GetRelativePath(Shipped.Folder.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>File, text that is replaced once, its replacement, line, column, part of the message.</summary>
    public static TheoryData<string, string, string, int, int, string> Breaks => new()
    {
        { "nato/nato-2026.csv", "ncu_current_m", "ncu_curent_m", 1, 0, "no column ncu_current_m" },
        { "nato/nato-2026.csv", "iso3,year,estimate", "iso3,year,year", 1, 0, "year stands twice" },
        { "nato/nato-2026.csv", "ALB,2014,false,ALL,1.34,", "ALB,2014,false,ALL,\"1,34\",", 2, 20, "share_pct is \"1,34\"" },
        { "nato/nato-2026.csv", "ALB,2014,false,ALL,1.34,", "ALB,2014,false,ALL,1.34 %,", 2, 20, "share_pct is \"1.34 %\"" },
        { "nato/nato-2026.csv", "ALB,2014,false,ALL,1.34,", "ALB,2014,false,ALL,NaN,", 2, 20, "share_pct is \"NaN\"" },
        { "nato/nato-2026.csv", "ALB,2014,false,ALL,1.34,", "ALB,2014,false,ALL,1e999,", 2, 20, "share_pct is \"1e999\"" },
        { "nato/nato-2026.csv", "ALB,2014,false,ALL,1.34,", "ALB,2014,false,ALL, 1.34,", 2, 20, "share_pct is \" 1.34\"" },
        { "nato/nato-2026.csv", "ALB,2015,", "ALB,2014,", 3, 1, "ALB 2014 stands twice" },
        { "nato/nato-2026.csv", "ALB,2014,", "ALX,2014,", 2, 1, "\"ALX\" is not a member, NATO_TOTAL or NATO_EUR_CAN" },
        { "nato/nato-2026.csv", "ALB,2014,", "ALB,14,", 2, 5, "year is \"14\"" },
        { "nato/nato-2026.csv", "ALB,2015,false,ALL,", "ALB,2015,false,EUR,", 3, 16, "currency is EUR here" },
        { "nato/nato-2026.csv", "ALB,2014,false,ALL,1.34,-2.63,", "ALB,2014,false,ALL,1.34,", 2, 0, "18 fields where the header has 19" },
        { "nato/nato-2026.csv", "ALB,2014,false,ALL,1.34,", "ALB,2014,false,ALL,\"1.34,", 2, 0, "quotation mark" },
        { "weo/2026-04-macro.csv", "ALB,1995,8.9,", "ALB,1995,8.9x,", 2, 10, "NGDP_RPCH is \"8.9x\"" },
        { "weo/2026-04-macro.csv", ",NGDPD,", ",NGDPDD,", 1, 0, "has a column NGDPD" },
        { "weo/2026-04-fiscal.csv", "ALB,1997,", "XXX,1997,", 2, 1, "\"XXX\" is not a member" },
        { "weo/2026-04-fiscal.csv", "ALB,1998,", "ALB,1997,", 3, 1, "ALB 1997 stands twice" },
        { "longterm.csv", "BEL,2024,1.6792,", "BEL,2024,one,", 2, 10, "potential_growth_pct is \"one\"" },
        { "population-wpp.csv", "ALB,2025,", "ALB,2024,", 3, 1, "ALB 2024 stands twice" },
        { "plans.csv", "DEU,2029,3.5,,,exact,", "DEU,2029,3.5,,,exactly,", 0, 0, "kind is \"exactly\"" },
        { "plans.csv", "BEL,2034,2.5,", "BEL,2033,2.5,", 0, 0, "BEL has two points for 2033" },
        { "weo-content.csv", "DNK,2030,3.5,", "DNK,2030,,", 3, 10, "share_pct is blank or negative" },
        { "weo-content.csv", "LVA,2028,", "LVA,2027,", 7, 5, "rising order, each once" },
        { "escape-clause.csv", "BGR,", "BUL,", 3, 1, "\"BUL\" is not a member" },
        { "longterm.csv", "BEL,2024,1.6792,2.2546,", "BEL,2024,1.6792,two,", 2, 17, "implicit_interest_rate_pct is \"two\"" },
        { "members.csv", "BEL,Belgium", "ALA,Belgium", 3, 1, "ALA stands after ALB" },
        { "members.csv", "1949,ISK,Europe,false", "1949,ISK,Europe,no", 17, 29, "has_forces is \"no\"" },
        { "groups.csv", "EST LTU LVA", "EST LTU LVA EST", 10, 22, "EST stands twice" },
        { "groups.csv", "EST LTU LVA", "EST LTU XXX", 10, 22, "XXX is not a member" },
        { "groups.csv", "BALTIC,", "ALL,", 10, 1, "the id ALL is taken" },
        { "editions.csv", "nato-2026,NATO July", "nato-2024,NATO July", 3, 1, "edition nato-2024 stands twice" },
        { "editions.csv", "2026-07-03,true,", "2026-07-03,false,", 0, 0, "exactly one edition must be the default" },
        { "editions.csv", "2025,2021,2026-07-03", "soon,2021,2026-07-03", 3, 197, "first_estimate_year is \"soon\"" },
        { "editions.csv", "nato/nato-2026.csv", "../elsewhere.csv", 0, 0, "leads out of the data folder" },
    };

    [Theory]
    [MemberData(nameof(Breaks))]
    public void A_broken_cell_is_named_with_file_line_and_column(string file, string text, string replacement, int line, int column, string message)
    {
        string path = Path.Combine(_root, file);
        string content = File.ReadAllText(path);
        int at = content.IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{text} is not in {file}");
        File.WriteAllText(path, string.Concat(content.AsSpan(0, at), replacement, content.AsSpan(at + text.Length)));

        DataResult<Edition> result = EditionStore.LoadDefault(DataFolder.Open(_root).Value);
        Assert.False(result.Ok);
        DataProblem problem = Assert.Single(result.Problems, p => p.Message.Contains(message, StringComparison.Ordinal));
        if (line > 0)
        {
            Assert.EndsWith(Path.GetFileName(file), problem.File, StringComparison.Ordinal);
            Assert.Equal((line, column), (problem.Line, problem.Column));
        }
    }

    [Theory]
    [InlineData("nato/nato-2026.csv")]
    [InlineData("weo/2026-04-macro.csv")]
    [InlineData("weo/2026-04-fiscal.csv")]
    [InlineData("members.csv")]
    [InlineData("groups.csv")]
    [InlineData("longterm.csv")]
    [InlineData("population-wpp.csv")]
    [InlineData("plans.csv")]
    [InlineData("edition-remarks.csv")]
    public void A_missing_or_unreadable_file_is_named(string file)
    {
        string path = Path.Combine(_root, file);
        File.Delete(path);
        AssertProblem(path, "is missing");
        File.WriteAllBytes(path, []);
        AssertProblem(path, "is empty");
        File.WriteAllBytes(path, [0x69, 0xFF, 0xFE, 0x0A]);
        AssertProblem(path, "not UTF-8");
        File.Delete(path);
        Directory.CreateDirectory(path);
        AssertProblem(path, "cannot be read");
    }

    [Fact]
    public void Files_that_an_edition_does_not_need_are_not_read()
    {
        foreach (string file in new[] { "sipri.csv", "published.csv", "sources.csv", "weo/2021-04.csv", "nato/nato-2024.csv", "weo/latest-actual.csv" })
        {
            File.Delete(Path.Combine(_root, file));
        }

        Assert.True(EditionStore.LoadDefault(DataFolder.Open(_root).Value).Ok);
    }

    [Fact]
    public void A_figure_that_a_projection_starts_from_must_be_there()
    {
        string path = Path.Combine(_root, "nato/nato-2026.csv");
        File.WriteAllLines(path, File.ReadAllLines(path).Where(l => !l.StartsWith("DEU,2026,", StringComparison.Ordinal)));
        DataResult<Edition> result = EditionStore.LoadDefault(DataFolder.Open(_root).Value);
        Assert.Contains(result.Problems, p => p.Message.Contains("usd_constant_m of DEU in 2026 is missing", StringComparison.Ordinal));
        Assert.Contains(result.Problems, p => p.Message.Contains("DEU, ISL in 2026 is missing and does not follow from NATO_TOTAL", StringComparison.Ordinal));
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        string path = Path.Combine(_root, "nato/nato-2026.csv");
        File.WriteAllText(path, File.ReadAllText(path).Replace(",2014,", ",then,", StringComparison.Ordinal));
        File.Delete(Path.Combine(_root, "longterm.csv"));
        IReadOnlyList<DataProblem> problems = EditionStore.LoadDefault(DataFolder.Open(_root).Value).Problems;
        Assert.Equal(20, problems.Count(p => p.Message.Contains("year is \"then\"", StringComparison.Ordinal)));
        Assert.EndsWith("longterm.csv", Assert.Single(problems, p => p.Message.Contains("is missing", StringComparison.Ordinal)).File, StringComparison.Ordinal);
        Assert.Equal(21, problems.Count);
    }

    [Fact]
    public void A_folder_that_is_none_is_told_apart()
    {
        Assert.Contains("no such data folder", DataFolder.Open(Path.Combine(_root, "nowhere")).Problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("this is a file", DataFolder.Open(Path.Combine(_root, "members.csv")).Problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("holds no editions.csv", DataFolder.Open(Path.Combine(_root, "weo")).Problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("is empty", DataFolder.Open(string.Empty).Problems[0].Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => DataFolder.Open(string.Empty).Value);
    }

    [Fact]
    public void A_folder_may_be_named_with_a_separator_at_the_end() =>
        Assert.True(EditionStore.LoadDefault(DataFolder.Open(_root + Path.DirectorySeparatorChar).Value).Ok);

    [Fact]
    public void A_path_out_of_the_folder_is_refused()
    {
        DataFolder folder = DataFolder.Open(_root).Value;
        foreach (string path in new[] { "../x.csv", "weo/../../x.csv", Path.Combine(_root, "members.csv") })
        {
            Assert.Contains("leads out of the data folder", Assert.Single(folder.Read(path).Problems).Message, StringComparison.Ordinal);
        }

        Assert.True(folder.Read("weo/../members.csv").Ok);
    }

    [Fact]
    public void An_unknown_edition_is_answered_with_those_that_exist()
    {
        DataProblem problem = Assert.Single(EditionStore.Load(DataFolder.Open(_root).Value, "nato-2062").Problems);
        Assert.Contains("no edition \"nato-2062\"; there are nato-2024, nato-2026", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_bytes_never_throw()
    {
        Random random = new(7);
        string path = Path.Combine(_root, "nato/nato-2026.csv");
        byte[] original = File.ReadAllBytes(path);
        DataFolder folder = DataFolder.Open(_root).Value;
        for (int round = 0; round < 100; round++)
        {
            byte[] bytes = (byte[])original.Clone();
            for (int i = 0; i < 50; i++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(1, 128);
            }

            File.WriteAllBytes(path, bytes);
            DataResult<Edition> result = EditionStore.LoadDefault(folder);
            Assert.True(result.Ok || result.Problems.Count > 0);
        }
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void AssertProblem(string path, string message)
    {
        DataResult<Edition> result = EditionStore.LoadDefault(DataFolder.Open(_root).Value);
        Assert.Contains(result.Problems, p => p.File == path && p.Message.Contains(message, StringComparison.Ordinal));
    }
}
