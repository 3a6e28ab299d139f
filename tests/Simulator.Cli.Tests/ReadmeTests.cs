using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Simulator.Pathways;

namespace Simulator.Cli.Tests;

/// <summary>The README is true: its commands run, its table of settings is the program's, its picture is drawn by the program.</summary>
public partial class ReadmeTests
{
    private static string Readme => File.ReadAllText(Repository.Path("README.md")).ReplaceLineEndings("\n");

    [Fact]
    public void Every_command_of_the_tour_ends_well_in_the_order_of_the_page()
    {
        string[] commands = [.. ShellBlock().Matches(Readme).SelectMany(m => m.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))];
        string[] ours = [.. commands.Where(c => c.StartsWith("natosim ", StringComparison.Ordinal) || c.Contains("src/Simulator.Cli", StringComparison.Ordinal))];
        Assert.Equal(commands.Length - 1, ours.Length); // the one other command is dotnet test
        Assert.Contains("dotnet test -c Release", commands);

        using TemporaryFolder folder = new();
        foreach (string part in new[] { "data/scenarios", "data/sweeps" })
        {
            Directory.CreateDirectory(folder.Path(part));
            foreach (string file in Directory.GetFiles(Repository.Path(part)))
            {
                File.Copy(file, folder.Path(part + "/" + Path.GetFileName(file)));
            }
        }

        foreach (string command in ours)
        {
            string[] args = command[(command.StartsWith("natosim ", StringComparison.Ordinal) ? "natosim ".Length : command.IndexOf(" -- ", StringComparison.Ordinal) + 4)..].Split(' ');
            if (args[0] == "serve")
            {
                Serves(folder.Root, args);
                continue;
            }

            (int exit, string output, string error) = Process(folder.Root, args);
            Assert.True(exit == 0, $"{command}\nended with {exit}: {error}");
            // A shard has no answers to print; it says that it is complete.
            Assert.True(output.Length > 0 || error.Contains("is complete", StringComparison.Ordinal), $"{command}\nprinted nothing");
            Assert.DoesNotContain("error[", error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_example_file_passes_check()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("example.csv", CsvBlock().Match(Readme).Groups[1].Value);
        (int exit, _, string error) = Repository.Natosim("check", file);
        Assert.Equal("0 errors, 0 warnings in 1 file (5 rows read)\n", error);
        Assert.Equal(ExitCode.Done, exit);
    }

    [Fact]
    public void The_table_of_settings_is_the_programs()
    {
        StringBuilder table = new("<!-- settings -->\n| setting | takes | default | years | meaning |\n| --- | --- | --- | --- | --- |\n");
        foreach (SettingDefinition setting in SettingCatalogue.All)
        {
            string takes = setting.Kind switch
            {
                SettingKind.Choice => string.Join(" or ", setting.Choices),
                SettingKind.Text => "text",
                SettingKind.ScenarioId => "scenario id",
                SettingKind.Members => "members",
                _ => setting.Unit,
            };
            string years = setting.Years switch
            {
                SettingYears.FromTo => "from, to",
                SettingYears.FromOnly => "from",
                _ => "",
            };
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"| `{setting.Name}` | {takes} | {setting.DefaultText} | {years} | {setting.Meaning} |\n");
        }

        table.Append("<!-- /settings -->");
        string readme = Readme;
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            readme = SettingsBlock().Replace(readme, table.ToString().Replace("$", "$$", StringComparison.Ordinal));
            File.WriteAllText(Repository.Path("README.md"), readme);
        }

        Assert.Contains(table.ToString(), readme, StringComparison.Ordinal);
    }

    [Fact]
    public void The_answer_to_five_percent_is_the_programs()
    {
        string text = Repository.Natosim("pathway", "--targets", "5", "--members", "POL,USA,BEL,ITA").Out;
        string block = "<!-- pathway -->\n```text\n" + string.Concat(text.Split('\n').SkipWhile(l => !l.Contains("under limits", StringComparison.Ordinal)).TakeWhile(l => l.Length > 0).Select(l => l + "\n")) + "```\n<!-- /pathway -->";
        string readme = Readme;
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            readme = PathwayBlock().Replace(readme, block.Replace("$", "$$", StringComparison.Ordinal));
            File.WriteAllText(Repository.Path("README.md"), readme);
        }

        Assert.Contains(block, readme, StringComparison.Ordinal);
    }

    [Fact]
    public void The_finding_of_the_shipped_sweep_is_the_programs()
    {
        string text = Repository.Natosim("sweep", Repository.Path("data/sweeps/main.csv"), "--base", "hague-uncertain", "--n", "4096", "--quiet").Out;
        string[] paragraph = [.. text.Split('\n').SkipWhile(l => !l.StartsWith("Core spending", StringComparison.Ordinal)).TakeWhile((l, i) => i == 0 || l.StartsWith("  ", StringComparison.Ordinal))];
        string block = "<!-- sweep -->\n```text\n" + string.Concat(paragraph.Select(l => l + "\n")) + "```\n<!-- /sweep -->";
        string readme = Readme;
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            readme = SweepBlock().Replace(readme, block.Replace("$", "$$", StringComparison.Ordinal));
            File.WriteAllText(Repository.Path("README.md"), readme);
        }

        Assert.Contains(block, readme, StringComparison.Ordinal);
    }

    [Fact]
    public void The_picture_is_the_one_that_the_program_draws()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(ExitCode.Done, Repository.Natosim("run", "announced", "--out", folder.Path("out")).Exit);
        Golden.Matches("announced-members.svg", File.ReadAllText(folder.Path("out/charts/announced-members.svg")));
        Assert.Contains("tests/Simulator.Cli.Tests/golden/announced-members.svg", Readme, StringComparison.Ordinal);
    }

    /// <summary>Starts the explorer, and asks for its page as a browser would.</summary>
    private static void Serves(string folder, string[] args)
    {
        using Process process = System.Diagnostics.Process.Start(Natosim(folder, args))!;
        try
        {
            string line = process.StandardOutput.ReadLine() ?? "";
            Assert.StartsWith("natosim explorer: http://127.0.0.1:", line, StringComparison.Ordinal);
            using HttpClient client = new();
            Assert.Contains("<title>", client.GetStringAsync(new Uri(line["natosim explorer: ".Length..])).Result, StringComparison.Ordinal);
        }
        finally
        {
            process.Kill();
        }
    }

    private static (int Exit, string Out, string Error) Process(string folder, string[] args)
    {
        using Process process = System.Diagnostics.Process.Start(Natosim(folder, args))!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    private static ProcessStartInfo Natosim(string folder, string[] args)
    {
        ProcessStartInfo start = new("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "natosim.dll"));
        foreach (string arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        return start;
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ShellBlock();

    [GeneratedRegex("```csv\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CsvBlock();

    [GeneratedRegex("<!-- pathway -->.*<!-- /pathway -->", RegexOptions.Singleline)]
    private static partial Regex PathwayBlock();

    [GeneratedRegex("<!-- sweep -->.*<!-- /sweep -->", RegexOptions.Singleline)]
    private static partial Regex SweepBlock();

    [GeneratedRegex("<!-- settings -->.*<!-- /settings -->", RegexOptions.Singleline)]
    private static partial Regex SettingsBlock();
}
