using System.Reflection;
using System.Text;
using Simulator.Reports.Answers;

namespace Simulator.Reports.Tests;

/// <summary>
/// A small run as it was when somebody last looked at it. run.json also holds the hash of money.csv, so a change of any table shows.
/// To renew after a change that was meant, run the tests with UPDATE_GOLDEN=1 and read the difference.
/// </summary>
public sealed class GoldenTests
{
    private static readonly string[] Kept = ["answers.csv", "projections.csv", "groups.csv", "history.csv", "iamc.csv", "fiscal.csv", "datapackage.json", "run.json"];

    [Fact]
    public void The_tiny_run_is_as_it_was()
    {
        using ScratchFolder disk = new();
        RunOptions options = new() { Years = [2028], To = 2028, Charts = false };
        SortedDictionary<string, byte[]> files = TinyRun.Files(disk["out"], options);
        foreach (string name in Kept)
        {
            Compare(name, Encoding.UTF8.GetString(files[name]));
        }
    }

    [Fact]
    public void The_answers_read_as_they_did()
    {
        ReportOutcome<AnswerSheet> outcome = RunReport.Execute(TinyRun.Request(""), CancellationToken.None);
        Compare("answers.txt", AnswerText.Write(outcome.Result, notes: true));
    }

    private static void Compare(string name, string now)
    {
        string root = typeof(GoldenTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RepositoryRoot").Value!;
        string path = Path.Combine(root, "tests", "Simulator.Reports.Tests", "golden", name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, now);
        }

        Assert.True(File.Exists(path), $"{path} is missing");
        Assert.Equal(File.ReadAllText(path), now);
    }
}
