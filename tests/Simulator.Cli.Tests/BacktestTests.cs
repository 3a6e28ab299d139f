namespace Simulator.Cli.Tests;

/// <summary>natosim backtest.</summary>
public class BacktestTests
{
    [Fact]
    public void The_folder_holds_the_page_tables_figures_and_a_manifest_that_names_every_input()
    {
        using TemporaryFolder folder = new();
        string results = folder.Path("out");
        (int exit, string text, string error) = Repository.Natosim("backtest", "--out", results);
        Assert.True(exit == ExitCode.Done, error);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 100, line));
        string[] files = [.. Directory.GetFiles(results, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(results, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];
        Assert.Equal(
            [
                "charts/held.csv", "charts/held.svg", "charts/revisions.csv", "charts/revisions.svg", "charts/said-and-came.csv", "charts/said-and-came.svg", "charts/wales-line.csv", "charts/wales-line.svg",
                "datapackage.json", "fitted.csv", "growth-errors.csv", "hub-forecasts.csv", "hub-targets.csv", "record.csv", "record.html", "revisions.csv", "run.json", "scores.csv",
            ],
            files);
        string manifest = File.ReadAllText(Path.Combine(results, "run.json"));
        Assert.Contains("\"command\": \"backtest\"", manifest, StringComparison.Ordinal);
        Assert.Matches("\"draws\"[^}]*\"1000\"", manifest);
        Assert.Matches("\"seed\"[^}]*\"1\"", manifest);
        Assert.All(new[] { "data/sipri.csv", "data/nato/nato-2024.csv", "data/nato/nato-2026.csv", "data/weo/2021-04.csv" }, f => Assert.Contains(f, manifest, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void The_text_is_the_same_in_every_culture(string culture)
    {
        (int exit, string text, string error) = Repository.NatosimUnder(culture, "backtest");
        Assert.Equal((ExitCode.Done, ""), (exit, error));
        Golden.Matches("backtest.txt", string.Join('\n', text.Split('\n').Where(l => !l.StartsWith("Run ", StringComparison.Ordinal))));
    }

    [Fact]
    public void The_oldest_edition_has_none_before_it_and_an_unknown_one_is_told()
    {
        (int exit, string text, string error) = Repository.Natosim("backtest", "--edition", "nato-2024");
        Assert.True(exit == ExitCode.Done, error);
        Assert.DoesNotContain("NATO's own estimates", text, StringComparison.Ordinal);
        Assert.Contains("The model's draws say nothing at the origins 2014", text, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, Repository.Natosim("backtest", "--edition", "nato-1066").Exit);
    }
}
