using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Simulator.Cli.Tests;

/// <summary>natosim sweep, merge and robustness from the command line.</summary>
public class SweepTests
{
    private const string Small =
        "parameter,members,low,high,levels,distribution,note\n"
        + "at_least_pct,ALL except USA,3,5,,,\n"
        + "to,ALL except USA,2030,2038,,,\n"
        + "delivery_pct,,20,100,,,\n"
        + "outcome,share_pct:EUROPE:2035,3.5,,,,\n";

    [Fact]
    public void The_shipped_sweep_says_what_matters_and_when_the_goal_is_met()
    {
        string sweep = Repository.Path("data/sweeps/main.csv");
        foreach (string culture in new[] { "", "de-DE" })
        {
            (int exit, string text, string error) = Repository.NatosimUnder(culture, "sweep", sweep, "--base", "hague-uncertain", "--n", "256", "--quiet");
            Assert.Equal("", error);
            Assert.Equal(ExitCode.Done, exit);
            Golden.Matches("sweep.txt", text);
        }
    }

    [Fact]
    public void Robustness_names_the_largest_of_the_shipped_ranges()
    {
        foreach (string culture in new[] { "", "de-DE" })
        {
            (int exit, string text, string error) = Repository.NatosimUnder(culture, "robustness", "hague-core", "--outcome", "extra_eur_bn:EUROPE:2035", "--outcome", "debt_pct:ITA:2035");
            Assert.Equal("", error);
            Assert.Equal(ExitCode.Done, exit);
            Golden.Matches("robustness.txt", text);
        }

        // Names of members are read whatever their case, and outcomes keep the order in which they were asked for.
        string both = Repository.Natosim("robustness", "hague-core", "--outcome", "share_pct:ita:2030", "--outcome", "debt_pct:fra:2035").Out;
        Assert.InRange(both.IndexOf("Core spending of Italy", StringComparison.Ordinal), 1, both.IndexOf("Debt of France", StringComparison.Ordinal));

        using TemporaryFolder folder = new();
        Assert.Equal(ExitCode.Done, Repository.Natosim("robustness", "hague-core", "--out", folder.Path("out"), "--quiet").Exit);
        Assert.Equal(
            ["charts", "datapackage.json", "robustness.csv", "run.json"],
            Directory.EnumerateFileSystemEntries(folder.Path("out")).Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal));
        Assert.Equal(6, Directory.GetFiles(folder.Path("out/charts")).Length);
    }

    [Fact]
    public void Shards_of_the_command_line_merge_to_the_bytes_of_one_run()
    {
        using TemporaryFolder folder = new();
        string sweep = folder.Write("small.csv", Small);
        string mine = folder.Write("mine.csv", "scenario,members,what,value,from,to\nmine,ALL except USA,at_least_pct,3.5,2026,2035\n");
        string[] what = ["sweep", sweep, "--base", mine + ":mine", "--n", "512", "--outcome", "debt_pct:ITA:2034<=150", "--quiet"];
        Assert.Equal(ExitCode.Done, Repository.Natosim([.. what, "--out", folder.Path("whole")]).Exit);
        foreach (int shard in new[] { 3, 1, 2 })
        {
            (int exit, string text, string error) = Repository.Natosim([.. what, "--out", folder.Path("parts"), "--shard", $"{shard}/3"]);
            Assert.Equal((ExitCode.Done, "", ""), (exit, text, error));
        }

        // The folder stands alone: the files that it was made from may be gone.
        File.Delete(sweep);
        File.Delete(mine);
        (int merged, string said, string why) = Repository.Natosim("merge", folder.Path("parts"), "--out", folder.Path("merged"), "--quiet");
        Assert.Equal("", why);
        Assert.Equal(ExitCode.Done, merged);
        Assert.Contains("Debt of Italy in 2034", said, StringComparison.Ordinal);
        Assert.Equal(Files(folder.Path("whole")), Files(folder.Path("merged")));
    }

    [Fact]
    public void A_sweep_that_is_killed_goes_on_where_it_was()
    {
        using TemporaryFolder folder = new();
        string sweep = folder.Write("small.csv", Small);
        string[] what = ["sweep", sweep, "--base", "hague-core", "--n", "131072", "--threads", "1", "--charts", "none"];
        using (Process killed = Start([.. what, "--shard", "1/1", "--out", folder.Path("parts")]))
        {
            Stopwatch patience = Stopwatch.StartNew();
            while (!killed.HasExited && Parts(folder.Path("parts")).Length == 0 && patience.Elapsed < TimeSpan.FromMinutes(2))
            {
                Thread.Sleep(20);
            }

            killed.Kill(entireProcessTree: true);
            killed.WaitForExit();
        }

        // As a crash leaves it: whole parts, perhaps a piece of one under another name. One part is cut as well, as a full disk would.
        string[] parts = Parts(folder.Path("parts"));
        Assert.NotEmpty(parts);
        File.WriteAllBytes(Path.Combine(folder.Path("parts"), "blocks-000-001.part"), File.ReadAllBytes(parts[0])[..1000]);
        (int exit, _, string error) = Run([.. what, "--shard", "1/1", "--out", folder.Path("parts")]);
        Assert.Equal(ExitCode.Done, exit);
        Assert.Contains("blocks-000-001.part is damaged and is computed again", error, StringComparison.Ordinal);
        Assert.Contains("blocks were done before", error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, Run("merge", folder.Path("parts"), "--charts", "none", "--out", folder.Path("merged")).Exit);
        Assert.Equal(ExitCode.Done, Run([.. what, "--out", folder.Path("whole")]).Exit);
        Assert.Equal(Files(folder.Path("whole")), Files(folder.Path("merged")));
    }

    [Fact]
    public void Instruction_sets_and_threads_change_no_byte_of_a_sweep()
    {
        using TemporaryFolder folder = new();
        string sweep = folder.Write("small.csv", Small + "shape,DEU FRA,,,linear|back 3|geometric,,\noutcome,debt_pct:ITA:2035,,,,,\n");
        string[] what = ["sweep", sweep, "--base", "hague-core", "--n", "256", "--quiet"];
        Assert.Equal(ExitCode.Done, Run([.. what, "--threads", "1", "--out", folder.Path("usual")]).Exit);
        SortedDictionary<string, string> usual = Files(folder.Path("usual"));
        foreach (string off in new[] { "EnableAVX512", "EnableAVX2", "EnableHWIntrinsic", "TieredCompilation" })
        {
            using Process process = Start([.. what, "--threads", "3", "--out", folder.Path(off)], "DOTNET_" + off);
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(ExitCode.Done, process.ExitCode);
            Assert.Equal(usual, Files(folder.Path(off)));
        }
    }

    [Theory]
    [InlineData("power of two", ExitCode.WrongUsage, "--n", "1000")]
    [InlineData("is no part of a whole", ExitCode.WrongUsage, "--shard", "4/3", "--out", "x")]
    [InlineData("is no part of a whole", ExitCode.WrongUsage, "--shard", "0/3", "--out", "x")]
    [InlineData("is no part of a whole", ExitCode.WrongUsage, "--shard", "third", "--out", "x")]
    [InlineData("--shard needs a folder", ExitCode.WrongUsage, "--shard", "1/3")]
    [InlineData("--keep needs a folder", ExitCode.WrongUsage, "--keep", "csv")]
    [InlineData("--keep does not go with --shard", ExitCode.WrongUsage, "--keep", "csv", "--shard", "1/2", "--out", "x")]
    [InlineData("share_pc", ExitCode.WrongUsage, "--outcome", "share_pc:EUROPE:2035")]
    [InlineData("outside 8", ExitCode.WrongUsage, "--draws", "3")]
    [InlineData("levels", ExitCode.WrongUsage, "--design", "grid", "--n", "5")]
    [InlineData("Sobol' sequence is scrambled", ExitCode.WrongUsage, "--design", "lhs", "--scramble")]
    [InlineData("Argument 'foo' not recognized", ExitCode.WrongUsage, "--design", "foo")]
    public void What_cannot_be_swept_is_refused_in_words(string expected, int code, params string[] args)
    {
        using TemporaryFolder folder = new();
        string sweep = folder.Write("small.csv", Small);
        string[] placed = [.. args.Select(a => a == "x" ? folder.Path("x") : a)];
        (int exit, string text, string error) = Repository.Natosim(["sweep", sweep, "--base", "hague-core", .. placed]);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Equal(code, exit);
        Assert.Equal("", text);
        Assert.False(Directory.Exists(folder.Path("x")));
    }

    [Fact]
    public void Problems_are_told_at_their_place()
    {
        using TemporaryFolder folder = new();
        string sweep = folder.Write("bad.csv", "parameter,members,low,high\nat_leest_pct,,3,5\ndelivery_pct,,20,400\nreal_growth_pct,,1,2\n");
        (int exit, _, string error) = Repository.Natosim("sweep", sweep, "--base", "hague-core");
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains("bad.csv:2:1", error, StringComparison.Ordinal);
        Assert.Contains("at_least_pct", error, StringComparison.Ordinal);
        Assert.Contains("bad.csv:3:", error, StringComparison.Ordinal);

        sweep = folder.Write("nothing.csv", "parameter,members,low,high\nreal_growth_pct,,1,2\noutcome,share_pct:EUROPE:2035,,\n");
        (exit, _, error) = Repository.Natosim("sweep", sweep, "--base", "hague-core");
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains("hague-core has no row that real_growth_pct could move", error, StringComparison.Ordinal);
        Assert.Contains("nothing.csv:2:1", error, StringComparison.Ordinal);

        (exit, _, error) = Repository.Natosim("sweep", folder.Write("small.csv", Small), "--base", "hague-cor");
        Assert.NotEqual(ExitCode.Done, exit);
        Assert.Contains("hague-core", error, StringComparison.Ordinal);
        // A named set of limits is the scenario's: naming members would move all or nobody.
        sweep = folder.Write("limits.csv", "parameter,members,levels\nlimits,POL,precedented|none\noutcome,share_pct:EUROPE:2035,\n");
        (exit, _, error) = Repository.Natosim("sweep", sweep, "--base", "fastest-five");
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains("limits holds for the whole scenario", error, StringComparison.Ordinal);
        Assert.Contains("limits.csv:2:8", error, StringComparison.Ordinal);
        string scenario = folder.Write("poland.csv", "scenario,members,what,value\npoland,POL,limits,none\n");
        (exit, _, error) = Repository.Natosim("check", scenario);
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains("limits holds for the whole scenario", error, StringComparison.Ordinal);

        (exit, _, error) = Repository.Natosim("merge", folder.Root, "--out", folder.Path("out"));
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains("holds no shards", error, StringComparison.Ordinal);
    }

    private static string[] Parts(string folder) => Directory.Exists(folder) ? Directory.GetFiles(folder, "*.part") : [];

    private static SortedDictionary<string, string> Files(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            f => Path.GetRelativePath(folder, f), f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))),
        StringComparer.Ordinal);

    private static (int Exit, string Out, string Error) Run(params string[] args)
    {
        using Process process = Start(args);
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    private static Process Start(string[] args, string switchedOff = "")
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "natosim.dll"));
        foreach (string arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        if (switchedOff.Length > 0)
        {
            start.Environment[switchedOff] = "0";
        }

        return Process.Start(start) ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{args.Length} arguments started nothing."));
    }
}
