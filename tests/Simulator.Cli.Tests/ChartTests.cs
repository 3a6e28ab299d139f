namespace Simulator.Cli.Tests;

/// <summary>natosim chart: one figure as the user asks for it.</summary>
public class ChartTests
{
    [Fact]
    public void A_figure_is_the_same_bytes_in_every_culture_and_its_data_lie_beside_it()
    {
        using TemporaryFolder folder = new();
        List<string> drawn = [];
        foreach (string culture in new[] { "", "de-DE" })
        {
            (int exit, string output, string error) = Repository.NatosimUnder(culture, "chart", "ranking", "hague-core", "--lang", "pl", "--out", folder.Path("r.svg"));
            Assert.Equal(ExitCode.Done, exit);
            Assert.NotEqual("", output);
            Assert.StartsWith("wrote ", error, StringComparison.Ordinal);
            drawn.Add(output + File.ReadAllText(folder.Path("r.svg")) + File.ReadAllText(folder.Path("r.csv")));
        }

        Assert.Equal(drawn[0], drawn[1]);
        Assert.Contains("Niemcy", drawn[0], StringComparison.Ordinal);
        Assert.DoesNotContain(">Germany<", drawn[0], StringComparison.Ordinal);
        Assert.Equal(["r.csv", "r.svg"], Directory.GetFiles(folder.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_that_holds_something_else_is_kept_unless_the_user_says_so()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("r.svg", "mine");
        (int exit, string output, string error) = Repository.Natosim("chart", "ranking", "--out", path);
        Assert.Equal(ExitCode.CannotCreate, exit);
        Assert.Equal("", output);
        Assert.Contains("holds something else", error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(path));
        Assert.False(File.Exists(folder.Path("r.csv")));
        Assert.Equal(ExitCode.Done, Repository.Natosim("chart", "ranking", "--out", path, "--overwrite").Exit);
        Assert.StartsWith("<svg", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_user_writes_stands_on_the_figure()
    {
        using TemporaryFolder folder = new();
        string[] asked = ["chart", "ranking", "--title", "Mine & yours", "--subtitle", "Second", "--credit", "short", "--theme", "dark", "--size", "web", "--out", folder.Root];
        Assert.Equal(ExitCode.Done, Repository.Natosim(asked).Exit);
        string svg = File.ReadAllText(Assert.Single(Directory.GetFiles(folder.Root, "*.svg")));
        Assert.Contains("width=\"1200\" height=\"675\"", svg, StringComparison.Ordinal);
        Assert.Contains("Mine &amp; yours", svg, StringComparison.Ordinal);
        Assert.Contains("Second", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void The_nearest_figure_is_asked_after()
    {
        (int exit, _, string error) = Repository.Natosim("chart", "rankin");
        Assert.Equal(ExitCode.WrongUsage, exit);
        Assert.Contains("did you mean ranking?", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_figure_is_listed_with_what_it_shows()
    {
        (int exit, string output, _) = Repository.Natosim("chart", "--list");
        Assert.Equal(ExitCode.Done, exit);
        Assert.All(Reports.Figures.FigureCatalogue.All, r => Assert.Contains(r.Id + " ", output, StringComparison.Ordinal));
    }

    [Fact]
    public void A_sheet_shows_every_figure_that_the_scenarios_allow()
    {
        using TemporaryFolder folder = new();
        (int exit, _, string error) = Repository.Natosim("chart", "--list", "hague-core", "announced", "five-core", "--member", "ITA", "--out", folder.Path("sheet.svg"));
        Assert.Equal(ExitCode.Done, exit);
        string sheet = File.ReadAllText(folder.Path("sheet.svg"));
        string[] lacking = ["backfill", "shortfall", "range", "range-debt", "range-money"];
        Assert.All(
            Reports.Figures.FigureCatalogue.All.Select(r => r.Id).Except(lacking),
            id => Assert.Contains($">{id}</text>", sheet, StringComparison.Ordinal));
        Assert.All(lacking, id => Assert.Contains($"{id} is not on the sheet: ", error, StringComparison.Ordinal));
        Assert.Contains("Italy", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_drawn_without_being_asked_is_named()
    {
        using TemporaryFolder folder = new();
        Assert.Contains("no scenario was named: announced is drawn", Repository.Natosim("chart", "ranking", "--out", folder.Root).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("announced", Repository.Natosim("chart", "ranking", "hague-core", "--out", folder.Root).Error.Replace(folder.Root, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("range")]
    [InlineData("range-debt")]
    [InlineData("range-money")]
    public void A_figure_of_draws_alone_is_that_of_the_run(string figure)
    {
        using TemporaryFolder folder = new();
        string[] draws = ["hague-core", "announced", "--draws", "300", "--seed", "9", "--without", "start", "--quiet"];
        Assert.Equal(ExitCode.Done, Repository.Natosim(["run", .. draws, "--out", folder.Path("run")]).Exit);
        (int exit, string told, string error) = Repository.Natosim(["chart", figure, .. draws, "--out", folder.Path("alone.svg")]);
        Assert.Equal((ExitCode.Done, ""), (exit, error));
        foreach (string ending in new[] { ".svg", ".csv" })
        {
            Assert.Equal(File.ReadAllText(folder.Path($"run/charts/hague-core-{figure}{ending}")), File.ReadAllText(folder.Path("alone" + ending)));
        }

        Assert.Contains("300 draws", File.ReadAllText(folder.Path("alone.svg")), StringComparison.Ordinal);
        Assert.NotEqual(told, Repository.Natosim(["chart", figure, "hague-core", "announced", "--draws", "300", "--seed", "10", "--without", "start", "--quiet", "--out", folder.Path("other.svg")]).Out);
    }

    [Fact]
    public void A_figure_of_draws_has_some_without_being_asked_and_says_so()
    {
        using TemporaryFolder folder = new();
        (int exit, _, string error) = Repository.Natosim("chart", "range-debt", "hague-core", "--out", folder.Path("d.svg"));
        Assert.Equal(ExitCode.Done, exit);
        Assert.Contains("no --draws was given: 10,000 draws from seed 1", error, StringComparison.Ordinal);
        Assert.Contains("10,000 draws", File.ReadAllText(folder.Path("d.svg")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("is outside 100 to 4294967288", "range", "--draws", "99")]
    [InlineData("is no whole number", "range", "--draws", "1e6")]
    [InlineData("--seed: needs --draws", "range-debt", "--seed", "3")]
    [InlineData("--without: needs --draws", "range-money", "--without", "start")]
    [InlineData("'growth' is not one of start, delivery", "range", "--draws", "100", "--without", "growth")]
    [InlineData("the figure 'ranking' shows no draws; those that do are range, range-debt, range-money", "ranking", "--draws", "100")]
    public void Draws_that_cannot_be_are_refused_as_for_a_run(string expected, string figure, params string[] args)
    {
        using TemporaryFolder folder = new();
        (int exit, string text, string error) = Repository.Natosim(["chart", figure, "hague-core", "--out", folder.Path("x.svg"), .. args]);
        Assert.Equal(ExitCode.WrongUsage, exit);
        Assert.Equal("", text);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Root));
    }

    [Fact]
    public void A_sheet_with_draws_shows_the_figures_of_ranges()
    {
        using TemporaryFolder folder = new();
        (int exit, _, string error) = Repository.Natosim("chart", "--list", "hague-core", "--draws", "200", "--out", folder.Path("sheet.svg"));
        Assert.Equal(ExitCode.Done, exit);
        string sheet = File.ReadAllText(folder.Path("sheet.svg"));
        Assert.All(["range", "range-debt", "range-money"], id => Assert.Contains($">{id}</text>", sheet, StringComparison.Ordinal));
        Assert.DoesNotContain("range", error.Replace(folder.Root, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
