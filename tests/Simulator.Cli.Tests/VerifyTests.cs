namespace Simulator.Cli.Tests;

/// <summary>natosim verify: a finished run is repeated from its manifest.</summary>
public class VerifyTests
{
    private const string Mine = "scenario,members,what,value,from,to\nmine,ITA,at_least_pct,3,2026,2032\nmine,,based_on,announced,,\n";

    [Theory]
    [InlineData("run", "hague-core")]
    [InlineData("run", "hague-core", "five-core", "--members", "ITA,NORDIC", "--years", "2029,2033", "--to", "2040", "--currency", "national", "--prices", "2021", "--line", "3.25")]
    [InlineData("run", "hague-core", "--edition", "nato-2024", "--prices", "current", "--charts", "none", "--tables", "csv,xlsx")]
    [InlineData("run", "data/scenarios/transatlantic.csv", "--charts", "none")]
    [InlineData("run", "announced", "hague-core", "--draws", "300", "--seed", "18446744073709551615", "--without", "start", "--charts", "none")]
    [InlineData("compare", "trade-war", "ceasefire", "--against", "announced-then-hague", "--years", "2030", "--currency", "USD")]
    public void A_run_that_nobody_touched_comes_out_again(params string[] args)
    {
        using TemporaryFolder folder = new();
        string[] full = [.. args.Select(a => a.StartsWith("data/", StringComparison.Ordinal) ? Repository.Path(a) : a), "--out", folder.Path("out")];
        Assert.Equal(ExitCode.Done, Repository.NatosimUnder("de-DE", full).Exit);
        string[] before = Listing(folder);
        foreach (string culture in new[] { "", "tr-TR" })
        {
            (int exit, string text, string error) = Repository.NatosimUnder(culture, "verify", folder.Path("out"));
            Assert.Equal("", error);
            Assert.Equal(ExitCode.Done, exit);
            Assert.StartsWith("the same: ", text, StringComparison.Ordinal);
        }

        Assert.Equal(before, Listing(folder));
    }

    [Fact]
    public void Every_file_that_was_changed_or_taken_away_is_named()
    {
        using TemporaryFolder folder = new();
        Repository.Natosim("run", "hague-core", "--out", folder.Path("out"), "--charts", "none");
        File.AppendAllText(folder.Path("out/money.csv"), "x");
        File.Delete(folder.Path("out/groups.csv"));
        File.WriteAllText(folder.Path("out/notes.txt"), "my own");
        (int exit, string text, string error) = Repository.Natosim("verify", folder.Path("out"));
        Assert.Equal(ExitCode.Difference, exit);
        Assert.StartsWith("different: ", text, StringComparison.Ordinal);
        Assert.Equal(
            ["natosim: groups.csv is missing.", "natosim: money.csv was changed since it was written.", "natosim: notes.txt did not come from the run and was not looked at."],
            error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_manifest_that_was_changed_is_not_relied_on()
    {
        using TemporaryFolder folder = new();
        Repository.Natosim("run", "hague-core", "--out", folder.Path("out"), "--charts", "none");
        string manifest = File.ReadAllText(folder.Path("out/run.json"));
        File.WriteAllText(folder.Path("out/run.json"), manifest.Replace("\"years\": \"2030 2035\"", "\"years\": \"2031 2035\"", StringComparison.Ordinal));
        (int exit, _, string error) = Repository.Natosim("verify", folder.Path("out"));
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains("run.json was changed", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_that_do_not_come_from_the_manifest_are_found_although_its_seal_holds()
    {
        using TemporaryFolder folder = new();
        Repository.Natosim("run", "hague-core", "--out", folder.Path("out"), "--charts", "none");

        // A forger who knows the seal: the table, its hash and the seal itself are made to agree.
        string table = folder.Path("out/groups.csv");
        string before = Hash(File.ReadAllBytes(table));
        File.WriteAllText(table, File.ReadAllText(table).Replace("hague-core,BALTIC,2030", "hague-core,BALTIC,2031", StringComparison.Ordinal));
        string manifest = File.ReadAllText(folder.Path("out/run.json")).Replace(before, Hash(File.ReadAllBytes(table)), StringComparison.Ordinal);
        int seal = manifest.IndexOf("manifest_sha256\": \"", StringComparison.Ordinal) + "manifest_sha256\": \"".Length;
        string blank = manifest[..seal] + new string('0', 64) + manifest[(seal + 64)..];
        File.WriteAllText(folder.Path("out/run.json"), manifest[..seal] + Hash(System.Text.Encoding.UTF8.GetBytes(blank)) + manifest[(seal + 64)..]);
        (int exit, _, string error) = Repository.Natosim("verify", folder.Path("out"));
        Assert.Equal(ExitCode.Difference, exit);
        Assert.Equal("natosim: groups.csv comes out differently.\n", error);
    }

    [Fact]
    public void A_scenario_file_is_found_beside_the_folder_or_where_the_user_says()
    {
        using TemporaryFolder folder = new();
        string mine = folder.Write("mine.csv", Mine);
        Assert.Equal(ExitCode.Done, Repository.Natosim("run", mine, "--out", folder.Path("out"), "--charts", "none").Exit);
        Assert.Equal(ExitCode.Done, Repository.Natosim("verify", folder.Path("out")).Exit);

        Directory.CreateDirectory(folder.Path("elsewhere"));
        File.Move(mine, folder.Path("elsewhere/renamed.csv"));
        (int exit, _, string error) = Repository.Natosim("verify", folder.Path("out"));
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains("mine.csv, which the run read, was not found; name it with --file", error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Repository.Natosim("verify", folder.Path("out"), "--file", folder.Path("elsewhere/renamed.csv")).Exit);

        folder.Write("mine.csv", Mine.Replace(",3,", ",4,", StringComparison.Ordinal));
        (exit, _, error) = Repository.Natosim("verify", folder.Path("out"));
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains("mine.csv changed since the run", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_data_are_told_and_not_used()
    {
        using TemporaryFolder folder = new();
        Repository.Natosim("run", "hague-core", "--out", folder.Path("out"), "--charts", "none");
        foreach (string file in Directory.GetFiles(Repository.Path("data"), "*", SearchOption.AllDirectories))
        {
            string to = folder.Path(Path.GetRelativePath(Repository.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        Assert.Equal(ExitCode.Done, Repository.Natosim("verify", folder.Path("out"), "--data", folder.Path("data")).Exit);
        File.AppendAllText(folder.Path("data/nato/nato-2026.csv"), "\n");
        (int exit, string text, string error) = Repository.Natosim("verify", folder.Path("out"), "--data", folder.Path("data"));
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Equal("natosim: data/nato/nato-2026.csv is not the file that the run read.\n", error);
        Assert.StartsWith("not repeated: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_no_run_is_refused()
    {
        using TemporaryFolder folder = new();
        (int exit, _, string error) = Repository.Natosim("verify", folder.Path("nowhere"));
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains("there is no folder", error, StringComparison.Ordinal);
        (exit, _, error) = Repository.Natosim("verify", folder.Root);
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains("no run.json", error, StringComparison.Ordinal);
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));

    private static string[] Listing(TemporaryFolder folder) =>
        [.. Directory.GetFiles(folder.Root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => f + " " + Hash(File.ReadAllBytes(f)))];
}
