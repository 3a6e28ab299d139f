namespace Simulator.Cli.Tests;

/// <summary>natosim pathway and natosim limits.</summary>
public class PathwayTests
{
    [Fact]
    public void Earliest_years_and_what_binds_are_these()
    {
        foreach (string culture in new[] { "", "de-DE", "tr-TR" })
        {
            using TemporaryFolder folder = new();
            string results = folder.Path("out");
            (int exit, string text, _) = Repository.NatosimUnder(culture, "pathway", "--out", results, "--charts", culture.Length == 0 ? "svg" : "none");
            Assert.Equal(ExitCode.Done, exit);
            Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 100, line));
            Golden.Matches("earliest.csv", File.ReadAllText(Path.Combine(results, "earliest.csv")));

            // The run id stands for the options, of which the charts are one.
            Golden.Matches("pathway.txt", string.Join('\n', text.Split('\n').Where(l => !l.StartsWith("Run ", StringComparison.Ordinal))));
        }
    }

    [Fact]
    public void The_folder_holds_tables_figures_and_a_manifest_that_names_the_command()
    {
        using TemporaryFolder folder = new();
        string results = folder.Path("out");
        Assert.Equal(ExitCode.Done, Repository.Natosim("pathway", "--targets", "3.5", "--members", "NORDIC", "--by", "2032", "--out", results).Exit);
        string[] files = [.. Directory.GetFiles(results, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(results, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];
        Assert.Equal(
            ["charts/earliest.csv", "charts/earliest.svg", "charts/pathway-3-5.csv", "charts/pathway-3-5.svg", "datapackage.json", "earliest.csv", "pathway.csv", "run.json"],
            files);
        Assert.Contains("\"command\": \"pathway\"", File.ReadAllText(Path.Combine(results, "run.json")), StringComparison.Ordinal);
        string[] rows = File.ReadAllLines(Path.Combine(results, "earliest.csv"));
        Assert.StartsWith("iso3,target_pct,limits,earliest_year,share_2032_pct,stops_it,need_pp,stated_position", rows[0], StringComparison.Ordinal);
        Assert.Equal(1 + (5 * 3), rows.Length);

        // Written twice, the same bytes.
        string again = folder.Path("again");
        Repository.Natosim("pathway", "--targets", "3.5", "--members", "NORDIC", "--by", "2032", "--out", again);
        Assert.All(files, f => Assert.Equal(File.ReadAllBytes(Path.Combine(results, f)), File.ReadAllBytes(Path.Combine(again, f))));
    }

    [Fact]
    public void A_file_of_limits_slows_the_members_that_it_names()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("slow.csv", "scenario,members,what,value\nslow,ITA,max_step_pp,0.05\n");
        (int exit, string text, string error) = Repository.Natosim("pathway", "--targets", "3", "--members", "ITA,FRA", "--limits", file);
        Assert.True(exit == ExitCode.Done, error);
        string before = Repository.Natosim("pathway", "--targets", "3", "--members", "ITA,FRA").Out;
        Assert.NotEqual(Line(before, "Italy"), Line(text, "Italy"));
        Assert.Equal(Line(before, "France"), Line(text, "France"));
        Assert.Contains("file of limits", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scenario,members,what,value,to\nx,ITA,at_least_pct,3,2030\n", "a path")]
    [InlineData("scenario,members,what,value\nx,ITA,delay_years,3\n", "delay_years")]
    [InlineData("scenario,members,what,value\nx,ITA,max_step_pp,0.3\ny,ITA,max_step_pp,0.3\n", "it holds 2")]
    public void A_file_of_limits_holds_nothing_else(string content, string said)
    {
        using TemporaryFolder folder = new();
        (int exit, string text, string error) = Repository.Natosim("pathway", "--limits", folder.Write("x.csv", content));
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Equal("", text);
        Assert.Contains(said, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--targets", "3,abc")]
    [InlineData("--targets", "99")]
    [InlineData("--members", "ITX")]
    [InlineData("--by", "20")]
    public void Wrong_options_are_told(string option, string value)
    {
        (int exit, _, string error) = Repository.Natosim("pathway", option, value);
        Assert.Equal(ExitCode.WrongUsage, exit);
        Assert.NotEqual("", error);
    }

    [Theory]
    [InlineData("--targets", "3,3")]
    [InlineData("--by", "2026")]
    public void Requests_that_make_no_sense_are_told(string option, string value) =>
        Assert.Equal(ExitCode.BadInput, Repository.Natosim("pathway", option, value).Exit);

    [Fact]
    public void The_limits_stand_beside_their_percentiles()
    {
        foreach (string culture in new[] { "", "de-DE", "tr-TR" })
        {
            (int exit, string text, string error) = Repository.NatosimUnder(culture, "limits");
            Assert.Equal("", error);
            Assert.Equal(ExitCode.Done, exit);
            Golden.Matches("limits.txt", text);
        }

        Assert.Contains("none", Repository.Natosim("limits", "--edition", "nato-2024").Out, StringComparison.Ordinal);
    }

    private static string Line(string text, string name) => text.Split('\n').First(l => l.StartsWith(name, StringComparison.Ordinal));
}
