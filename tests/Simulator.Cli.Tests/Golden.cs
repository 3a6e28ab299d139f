namespace Simulator.Cli.Tests;

/// <summary>
/// Compares output with a file in the golden folder, to the byte. After a change that is meant, run the tests once with
/// UPDATE_GOLDEN=1 in the environment, read the difference, and commit it with the change.
/// </summary>
internal static class Golden
{
    public static void Matches(string name, string actual)
    {
        string path = Repository.Path("tests/Simulator.Cli.Tests/golden/" + name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"golden/{name} is missing");
        string expected = File.ReadAllText(path);
        if (expected == actual)
        {
            return;
        }

        string[] before = expected.Split('\n');
        string[] after = actual.Split('\n');
        int line = Enumerable.Range(0, Math.Max(before.Length, after.Length))
            .First(i => i >= before.Length || i >= after.Length || before[i] != after[i]);
        Assert.Fail(
            $"golden/{name} differs first in line {line + 1}:\n  golden: {(line < before.Length ? before[line] : "(end)")}\n  now:    {(line < after.Length ? after[line] : "(end)")}");
    }
}
