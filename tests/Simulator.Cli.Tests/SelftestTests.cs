namespace Simulator.Cli.Tests;

/// <summary>natosim selftest on the shipped cases, and on cases that are wrong.</summary>
public class SelftestTests
{
    [Fact]
    public void Every_expected_figure_comes_out_and_the_page_is_this_one()
    {
        foreach (string culture in new[] { "", "de-DE", "tr-TR" })
        {
            (int exit, string text, string error) = Repository.NatosimUnder(culture, "selftest");
            Assert.Equal("", error);
            Assert.Equal(ExitCode.Done, exit);
            Golden.Matches("selftest.txt", text);
        }
    }

    [Fact]
    public void An_expected_figure_that_does_not_come_out_ends_with_3_and_is_named()
    {
        using TemporaryFolder folder = new();
        Copy(folder, "EUR,current,103.0,", "EUR,current,103.2,");
        (int exit, string text, _) = Repository.Natosim("selftest", "--data", folder.Path("data"));
        Assert.Equal(ExitCode.Difference, exit);
        Assert.Contains("DIFFERS: ref-ita-current: ", text, StringComparison.Ordinal);
        Assert.Contains("-0.2", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_published_figure_that_differs_is_told_and_no_failure()
    {
        using TemporaryFolder folder = new();
        Copy(folder, "national,current,17.3,", "national,current,27.3,");
        (int exit, string text, _) = Repository.Natosim("selftest", "--data", folder.Path("data"));
        Assert.Equal(ExitCode.Done, exit);
        Assert.Contains("-9.9", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(",short_pp,", ",shortness,", "there is no measure shortness")]
    [InlineData("GBR|at_least_pct|3.5|", "GBR|at_leest_pct|3.5|", "the rows of a case")]
    [InlineData(",OBR-3pc,", ",OBR-4pc,", "published.csv has no row \"OBR-4pc\"")]
    [InlineData("hold-share,,us_part_pct", "hold-shares,,us_part_pct", "there is no sound scenario hold-shares")]
    [InlineData(",EU GBR NOR,", ",EU GBR NORWAY,", "NORWAY is no member and no group")]
    [InlineData(",EU GBR NOR,2025,", ",EU GBR NOR,1999,", "does not reach its year")]
    public void A_case_that_cannot_be_run_ends_with_1(string sound, string broken, string words)
    {
        using TemporaryFolder folder = new();
        Copy(folder, sound, broken);
        (int exit, _, string error) = Repository.Natosim("selftest", "--data", folder.Path("data"));
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains(words, error, StringComparison.Ordinal);
    }

    private static void Copy(TemporaryFolder folder, string sound, string broken)
    {
        foreach (string file in Directory.GetFiles(Repository.Path("data"), "*", SearchOption.AllDirectories))
        {
            string to = folder.Path(Path.GetRelativePath(Repository.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        string cases = folder.Path("data/published-cases.csv");
        string text = File.ReadAllText(cases);
        Assert.Contains(sound, text, StringComparison.Ordinal);
        File.WriteAllText(cases, text.Replace(sound, broken, StringComparison.Ordinal));
    }
}
