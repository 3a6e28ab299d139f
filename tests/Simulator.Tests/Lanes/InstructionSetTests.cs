using System.Diagnostics;

namespace Simulator.Tests.Lanes;

/// <summary>The same bits whatever instructions the machine has: child processes with sets switched off agree on every hash.</summary>
public class InstructionSetTests
{
    private static readonly Lazy<Dictionary<string, string>> Baseline = new(() => Report([]));

    [SkippableTheory]
    [InlineData("DOTNET_EnableAVX512", "avx512")]
    [InlineData("DOTNET_EnableAVX2", "avx2")]
    [InlineData("DOTNET_EnableAVX", "avx")]
    [InlineData("DOTNET_EnableHWIntrinsic", "sse42")]
    public void Every_instruction_set_gives_the_same_bits(string variable, string set)
    {
        Skip.If(Baseline.Value[set] == "False", $"This machine has no {set}.");
        Dictionary<string, string> report = Report([variable]);

        // A switch that does nothing would make the test a comparison of a thing with itself.
        Assert.Equal("False", report[set]);
        AssertSameHashes(report);
    }

    [Fact]
    public void The_functions_have_the_bits_that_they_had_on_the_first_machine() =>

        // Every result file depends on them: a change here is a change of every number that the program has ever printed.
        Assert.Equal("613bc9ffeb935de728879f50131f1429f1d3a7ed631dfc9d7d573a1ef331e023", Baseline.Value["functions"]);

    [Fact]
    public void Code_that_is_optimised_at_once_gives_the_same_bits()
    {
        Dictionary<string, string> report = Report(["DOTNET_TieredCompilation"]);
        Assert.Equal("False", Baseline.Value["optimised"]);
        Assert.Equal("True", report["optimised"]);
        AssertSameHashes(report);
    }

    [Fact]
    public void Nothing_at_all_switched_on_gives_the_same_bits()
    {
        Dictionary<string, string> report = Report(["DOTNET_EnableHWIntrinsic", "DOTNET_TieredCompilation", "DOTNET_TieredPGO"]);

        // Both switches were thrown: without them, too, this would compare a thing with itself.
        Assert.All(["avx512", "avx2", "avx", "sse42", "vector128"], set => Assert.Equal("False", report[set]));
        Assert.Contains("True", new[] { Baseline.Value["sse42"], Baseline.Value["vector128"] });
        Assert.Equal("True", report["optimised"]);
        AssertSameHashes(report);
    }

    [Fact]
    public void The_number_of_threads_changes_no_bit()
    {
        Assert.Equal(Baseline.Value["ensemble1"], Baseline.Value["ensemble2"]);
        Assert.Equal(Baseline.Value["ensemble1"], Baseline.Value["ensemble7"]);
    }

    [Fact]
    public void A_draw_has_the_bits_that_it_had_on_the_first_machine() =>
        Assert.Equal("13cf5460a0e9fe112e2ac6c646b6e6fee8aa2d290d425fc1aae609e5064d3d5d", Baseline.Value["normals"]);

    [Fact]
    public void A_design_has_the_points_that_it_had_on_the_first_machine() =>
        Assert.Equal("67278cf8495f4c89f2ad3d5b548782071a9be7b5f44446387665fc001101ed37", Baseline.Value["designs"]);

    private static void AssertSameHashes(Dictionary<string, string> report)
    {
        string[] hashes = ["functions", "projection", "normals", "designs", "ensemble1", "ensemble2", "ensemble7"];
        Assert.All(hashes, name => Assert.Equal(Baseline.Value[name], report[name]));
    }

    private static Dictionary<string, string> Report(string[] switchedOff)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "exec", Path.Combine(AppContext.BaseDirectory, "Simulator.LanesProbe.dll") },
        };
        foreach (string name in start.Environment.Keys.Where(k => k.StartsWith("DOTNET_Enable", StringComparison.Ordinal) || k.StartsWith("DOTNET_Tiered", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach (string name in switchedOff)
        {
            start.Environment[name] = "0";
        }

        using Process child = Process.Start(start) ?? throw new InvalidOperationException("The probe did not start.");
        Task<string> errors = child.StandardError.ReadToEndAsync();
        string output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        Assert.True(child.ExitCode == 0, errors.Result);
        return output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1]);
    }
}
