namespace Simulator.Cli.Tests;

/// <summary>natosim compare on shipped scenarios, on files and on result folders.</summary>
public class CompareTests
{
    [Fact]
    public void What_a_trade_war_and_a_ceasefire_change_reads_so()
    {
        foreach (string culture in new[] { "", "de-DE", "tr-TR" })
        {
            (int exit, string text, string error) = Repository.NatosimUnder(culture, "compare", "trade-war", "ceasefire", "--against", "announced-then-hague");
            Assert.Equal("", error);
            Assert.Equal(ExitCode.Done, exit);
            Golden.Matches("compare.txt", text);
        }
    }

    [Fact]
    public void Todays_shares_are_the_reference_unless_somebody_says_otherwise()
    {
        Assert.Contains("Held against hold-share", Repository.Natosim("compare", "hague-core").Out, StringComparison.Ordinal);
        Assert.Contains("Held against five-core", Repository.Natosim("compare", "hague-core", "five-core", "--against", "five-core").Out, StringComparison.Ordinal);

        // A file's own scenario of that name is the one that is meant.
        using TemporaryFolder folder = new();
        string file = folder.Write("mine.csv", "scenario,members,what,value,from,to\nhold-share,,title,My own,,\nhold-share,ITA,share_pct,2,2026,2030\nmine,ITA,share_pct,3,2026,2030\n");
        Assert.Contains("Held against hold-share: My own", string.Join(' ', Repository.Natosim("compare", file).Out.Split('\n', StringSplitOptions.TrimEntries)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExitCode.WrongUsage, "nothing to hold against", "compare", "hold-share")]
    [InlineData(ExitCode.WrongUsage, "there is no scenario 'hague-coer'", "compare", "five-core", "--against", "hague-coer")]
    [InlineData(ExitCode.WrongUsage, "outside the projected years", "compare", "five-core", "--years", "2025")]
    [InlineData(ExitCode.BadInput, "no shipped scenario", "compare", "no-such")]
    public void What_cannot_be_compared_is_refused(int expected, string words, params string[] args)
    {
        (int exit, string output, string error) = Repository.Natosim(args);
        Assert.Equal(expected, exit);
        Assert.Equal("", output);
        Assert.Contains(words, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_results_of_two_editions_are_compared_by_share()
    {
        using TemporaryFolder folder = new();
        Repository.Natosim("run", "hague-core", "hold-share", "--edition", "nato-2024", "--charts", "none", "--out", folder.Path("r24"));
        Repository.Natosim("run", "hague-core", "hold-share", "--charts", "none", "--out", folder.Path("r26"));
        (int exit, string text, _) = Repository.Natosim("compare", folder.Path("r24"), folder.Path("r26"), "--out", folder.Path("out"));
        Assert.Equal(ExitCode.Done, exit);
        Assert.Contains("amounts at prices of 2015 and of 2021 are not one money", text, StringComparison.Ordinal);
        string[] rows = File.ReadAllLines(folder.Path("out/compare.csv"));

        // Estonia holds 3.43 percent from the release of 2024 and 5.10 from that of 2026.
        string row = rows.Single(r => r.StartsWith("hold-share,", StringComparison.Ordinal) && r.Contains(",EST,2035,", StringComparison.Ordinal));
        Assert.Equal("1.67", row.Split(',')[4][..4]);
        Assert.EndsWith(",,,,,,data", row, StringComparison.Ordinal);
        (exit, _, string error) = Repository.Natosim("compare", folder.Path("r24"), folder.Path("r26"), "--against", "hold-share");
        Assert.Equal(ExitCode.WrongUsage, exit);
        Assert.Contains("--against", error, StringComparison.Ordinal);
        File.AppendAllText(folder.Path("r24/groups.csv"), "x");
        (exit, _, error) = Repository.Natosim("compare", folder.Path("r24"), folder.Path("r26"));
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains("is not whole", error, StringComparison.Ordinal);
    }
}
