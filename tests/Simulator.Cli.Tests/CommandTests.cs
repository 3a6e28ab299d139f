using System.Text.Json;

namespace Simulator.Cli.Tests;

/// <summary>What a user meets who types something wrong, or whose files and disks are not as hoped.</summary>
public class CommandTests
{
    private const string Good = "scenario,members,what,value,to\nmine,,at_least_pct,3.5,2035\n";

    [Theory]
    [InlineData("run")]
    [InlineData("runn", "x")]
    [InlineData("check")]
    [InlineData("run", "hague-core", "--to", "2,035")]
    [InlineData("run", "hague-core", "--to", "2061")]
    [InlineData("run", "hague-core", "--to", "2026")]
    [InlineData("run", "hague-core", "--years", "2020")]
    [InlineData("run", "hague-core", "--years", "2030,soon")]
    [InlineData("run", "hague-core", "--line", "3,5")]
    [InlineData("run", "hague-core", "--line", "16")]
    [InlineData("run", "hague-core", "--line", "NaN")]
    [InlineData("run", "hague-core", "--currency", "GBP")]
    [InlineData("run", "hague-core", "--prices", "2020")]
    [InlineData("run", "hague-core", "--members", "XXX")]
    [InlineData("run", "hague-core", "--members", ",")]
    [InlineData("run", "hague-core", "--scenario", "five-core")]
    [InlineData("run", "hague-core", "--charts", "gif")]
    [InlineData("run", "hague-core", "--charts", "none,svg")]
    [InlineData("chart")]
    [InlineData("chart", "rankin")]
    [InlineData("chart", "ranking", "--size", "A4")]
    [InlineData("chart", "ranking", "--lang", "nl")]
    [InlineData("chart", "ranking", "--highlight", "XXX")]
    [InlineData("chart", "ranking", "--year", "1800")]
    [InlineData("run", "hague-core", "--tables", "pdf")]
    [InlineData("run", "hague-core", "--tables", "csv,pdf")]
    [InlineData("run", "hague-core", "--frobnicate")]
    [InlineData("data", "paint")]
    [InlineData("init", "x.csv", "--excel", "uk")]
    public void Wrong_usage_is_told_as_such(params string[] args)
    {
        foreach (string culture in new[] { "", "de-DE" })
        {
            (int exit, string output, string error) = Repository.NatosimUnder(culture, args);
            Assert.Equal(ExitCode.WrongUsage, exit);
            Assert.Equal("", output);
            Assert.StartsWith("natosim: ", error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("run", "--help")]
    [InlineData("--version")]
    [InlineData]
    public void Help_is_no_error(params string[] args)
    {
        (int exit, string output, string error) = Repository.Natosim(args);
        Assert.Equal(ExitCode.Done, exit);
        Assert.NotEqual("", output);
        Assert.Equal("", error);
    }

    [Theory]
    [InlineData("ISL", "Iceland has no armed forces, so there is no spending to tell")]
    [InlineData("USB", "'USB' is no member; did you mean USA?")]
    public void A_brief_needs_a_member_with_forces(string member, string says)
    {
        (int exit, string output, string error) = Repository.Natosim("brief", member, "hague-core");
        Assert.Equal(ExitCode.WrongUsage, exit);
        Assert.Equal("", output);
        Assert.Contains(says, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Budgets_are_set_beside_NATOs_figure()
    {
        (int exit, string output, _) = Repository.Natosim("data", "reconcile", "--csv");
        Assert.Equal(ExitCode.Done, exit);
        Assert.Contains("DEU-02,DEU,2026,108.2,EUR,124.66,1.152,", output, StringComparison.Ordinal);
        (exit, _, string error) = Repository.Natosim("data", "reconcile", "--edition", "nato-2024");
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains("has no table of national plans", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_id_suggests_the_nearest()
    {
        (int exit, _, string error) = Repository.Natosim("run", "hague-cor");
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains("did you mean hague-core?", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_starts_with_an_at_sign_is_a_file()
    {
        using TemporaryFolder folder = new();
        (int exit, _, string error) = Repository.Natosim("check", "@" + folder.Write("list.csv", Good));
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains("there is no such file", error, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Unusable => new()
    {
        { "missing", "there is no such file" },
        { "folder", "this is a folder, not a file" },
        { "huge", "64 MB" },
        { "random", "error[NS" },
        { "empty", "NS006" },
        { "workbook", "CSV UTF-8" },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void A_file_that_cannot_be_used_is_told_and_nothing_is_written(string kind, string words)
    {
        using TemporaryFolder folder = new();
        string path = folder.Path(kind + ".csv");
        switch (kind)
        {
            case "folder":
                Directory.CreateDirectory(path);
                break;
            case "huge":
                using (FileStream stream = File.Create(path))
                {
                    stream.SetLength(200_000_000); // sparse where the file system can
                }

                break;
            case "random":
                byte[] bytes = new byte[100_000];
                new Random(7).NextBytes(bytes);
                File.WriteAllBytes(path, bytes);
                break;
            case "empty":
                File.WriteAllText(path, "");
                break;
            case "workbook":
                File.WriteAllBytes(path, [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00]);
                break;
        }

        foreach (string command in new[] { "check", "run" })
        {
            string[] args = command == "run" ? [command, path, "--out", folder.Path("out")] : [command, path];
            (int exit, string output, string error) = Repository.Natosim(args);
            Assert.Equal(ExitCode.BadInput, exit);
            Assert.Equal("", output);
            Assert.Contains(words, error, StringComparison.Ordinal);
            Assert.False(Directory.Exists(folder.Path("out")));
        }

        Assert.True(Directory.GetFileSystemEntries(folder.Root).Length <= 1, "something was left behind");
    }

    [SkippableFact]
    public void A_file_that_may_not_be_read_is_told()
    {
        Skip.If(OperatingSystem.IsWindows(), "needs Unix permissions");
        Skip.If(Environment.IsPrivilegedProcess, "root may read everything");
        using TemporaryFolder folder = new();
        string path = folder.Write("secret.csv", Good);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.None);
        }

        (int exit, _, string error) = Repository.Natosim("run", path);
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains("may not be read", error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_file_whose_bytes_do_not_come_is_told()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "needs a file that opens and cannot be read, as Linux has one");
        (int exit, string output, string error) = Repository.Natosim("run", "/proc/self/mem");
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Equal("", output);
        Assert.Contains("the file cannot be read", error, StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_of_all_files_come_at_once_also_as_json()
    {
        using TemporaryFolder folder = new();
        string one = folder.Write("one.csv", "scenario,members,what,value,to\nmine,FRA,at_least_pct,45,2035\nmine,XYZ,hold,,\n");
        string two = folder.Write("two.csv", "scenario,members,what,value,to\nyours,,at_most_pct,3,2035\n");
        (int exit, _, string error) = Repository.Natosim("check", one, two);
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains("one.csv:2:23", error, StringComparison.Ordinal);
        Assert.Contains("did you mean 4.5?", error, StringComparison.Ordinal);
        Assert.Contains("one.csv:3:6", error, StringComparison.Ordinal);
        Assert.Contains("two.csv:2:8", error, StringComparison.Ordinal);
        Assert.EndsWith("3 errors, 0 warnings in 2 files (3 rows read)\n", error, StringComparison.Ordinal);

        (int jsonExit, string json, _) = Repository.Natosim("check", one, two, "--json");
        Assert.Equal(ExitCode.BadInput, jsonExit);
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
    }

    [Fact]
    public void Check_names_who_simply_holds()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("few.csv", "scenario,members,what,value,to\nfew,ALL except ITA,at_least_pct,4,2035\n");
        (int exit, string output, _) = Repository.Natosim("check", file);
        Assert.Equal(ExitCode.Done, exit);
        Assert.Contains("no row names them: ITA", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Init_never_overwrites()
    {
        using TemporaryFolder folder = new();
        string path = folder.Path("new.csv");
        Assert.Equal(ExitCode.Done, Repository.Natosim("init", path).Exit);
        byte[] before = File.ReadAllBytes(path);
        (int exit, _, string error) = Repository.Natosim("init", path);
        Assert.Equal(ExitCode.CannotCreate, exit);
        Assert.Contains("left as it is", error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal(ExitCode.CannotCreate, Repository.Natosim("init", folder.Path("no/such/folder/new.csv")).Exit);
    }

    [Theory]
    [InlineData("de")]
    [InlineData("fr")]
    [InlineData("us")]
    public void A_starter_file_for_Excel_runs_to_the_same_answers(string excel)
    {
        using TemporaryFolder folder = new();
        Assert.Equal(ExitCode.Done, Repository.Natosim("init", folder.Path("plain.csv")).Exit);
        Assert.Equal(ExitCode.Done, Repository.Natosim("init", folder.Path("excel.csv"), "--excel", excel).Exit);
        string plain = Repository.Natosim("run", folder.Path("plain.csv")).Out;
        (int exit, string text, string error) = Repository.Natosim("run", folder.Path("excel.csv"));
        Assert.Equal(ExitCode.Done, exit);
        Assert.Equal("", error);
        Assert.Equal(WithoutRunId(plain), WithoutRunId(text));
    }

    [Fact]
    public void A_run_writes_the_same_bytes_twice_and_under_every_culture()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("mine.csv", Good);
        string[] cultures = ["", "", "de-DE", "tr-TR"];
        for (int i = 0; i < cultures.Length; i++)
        {
            Assert.Equal(ExitCode.Done, Repository.NatosimUnder(cultures[i], "run", file, "--out", folder.Path($"out{i}")).Exit);
        }

        string[] names = [.. Directory.GetFiles(folder.Path("out0"), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder.Path("out0"), f)).Order(StringComparer.Ordinal)];
        Assert.Contains("run.json", names);
        for (int i = 1; i < cultures.Length; i++)
        {
            foreach (string name in names)
            {
                Assert.True(File.ReadAllBytes(folder.Path(Path.Combine("out0", name))).AsSpan().SequenceEqual(File.ReadAllBytes(folder.Path(Path.Combine($"out{i}", name)))), $"{name} differs in run {i}");
            }
        }
    }

    [Fact]
    public void A_folder_that_is_not_ours_is_left_alone()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("mine.csv", Good);
        Directory.CreateDirectory(folder.Path("out"));
        File.WriteAllText(folder.Path("out/answers.csv"), "my own notes");
        (int exit, string output, string error) = Repository.Natosim("run", file, "--out", folder.Path("out"));
        Assert.Equal(ExitCode.CannotCreate, exit);
        Assert.Equal("", output);
        Assert.Contains("--overwrite", error, StringComparison.Ordinal);
        Assert.Equal("my own notes", File.ReadAllText(folder.Path("out/answers.csv")));
        Assert.Single(Directory.GetFileSystemEntries(folder.Path("out")));
        Assert.Equal(ExitCode.Done, Repository.Natosim("run", file, "--out", folder.Path("out"), "--overwrite").Exit);
        Assert.NotEqual("my own notes", File.ReadAllText(folder.Path("out/answers.csv")));
    }

    [Fact]
    public void An_interrupted_run_leaves_nothing()
    {
        using TemporaryFolder folder = new();
        using CancellationTokenSource stop = new();
        stop.Cancel();
        using StringWriter output = new();
        using StringWriter error = new();
        int exit = CommandLine.Invoke(["run", "hague-core", "--out", folder.Path("out")], new Shell { Out = output, Error = error, Stop = stop.Token });
        Assert.Equal(ExitCode.Interrupted, exit);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Root));
    }

    [Theory]
    [InlineData("nowhere", "there is no such data folder")]
    [InlineData("", "no editions.csv")]
    public void A_data_folder_that_is_none_is_told(string name, string words)
    {
        using TemporaryFolder folder = new();
        (int exit, _, string error) = Repository.Natosim("run", "hague-core", "--data", folder.Path(name));
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains(words, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_data_folder_is_used_in_the_place_of_the_shipped_one()
    {
        (int exit, string text, _) = Repository.Natosim("run", "hague-core", "--data", Repository.Path("data"));
        Assert.Equal(ExitCode.Done, exit);
        Assert.Equal(Repository.Natosim("run", "hague-core").Out, text);
    }

    [Fact]
    public void What_is_asked_of_explain_is_found_or_refused()
    {
        Assert.Contains("outside", Repository.Natosim("explain", "ns012").Out, StringComparison.Ordinal);
        Assert.Contains("planned rise", Repository.Natosim("explain", "delivery_pct").Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, Repository.Natosim("explain", "NS999").Exit);
    }

    private static string WithoutRunId(string answers) => string.Join('\n', answers.Split('\n').Where(l => !l.StartsWith("Run ", StringComparison.Ordinal)));
}
