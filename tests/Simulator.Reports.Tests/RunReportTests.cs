using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Simulator.Alliance;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Reports.Answers;
using Simulator.Reports.Runs;

namespace Simulator.Reports.Tests;

/// <summary>A whole run: the same bytes every time, hashes that hold, and a clear no where there has to be one.</summary>
public sealed class RunReportTests
{
    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Two_runs_have_the_same_bytes_under_every_culture(string culture)
    {
        using ScratchFolder disk = new();
        SortedDictionary<string, byte[]> first = TinyRun.Files(disk["first"]);
        SortedDictionary<string, byte[]> second = [];
        TinyRun.Under(culture, () => second = TinyRun.Files(disk["second folder"]));
        Assert.Equal(first.Keys, second.Keys);
        Assert.All(first, file => Assert.True(file.Value.AsSpan().SequenceEqual(second[file.Key]), file.Key));
    }

    [Fact]
    public void Every_hash_of_the_manifest_is_that_of_the_file()
    {
        using ScratchFolder disk = new();
        SortedDictionary<string, byte[]> files = TinyRun.Files(disk["out"]);
        using JsonDocument manifest = JsonDocument.Parse(files["run.json"]);
        Dictionary<string, string> outputs = manifest.RootElement.GetProperty("outputs").EnumerateArray()
            .ToDictionary(f => f.GetProperty("path").GetString()!, f => f.GetProperty("sha256").GetString()!);
        Assert.Equal(files.Keys.Where(k => k != "run.json"), outputs.Keys.Order(StringComparer.Ordinal));
        Assert.All(outputs, o => Assert.Equal(RunInput.Of("x", files[o.Key]).Sha256, o.Value));
        Assert.Equal(files.Keys.Order(StringComparer.Ordinal), RunReport.Names(TinyRun.Request("x")).Order(StringComparer.Ordinal));
        Assert.True(RunFolder.Inspect(disk["out"]).IsWhole);
        File.AppendAllText(disk["out/groups.csv"], "x");
        Assert.Equal(RunFileState.Changed, RunFolder.Inspect(disk["out"]).Files.Single(f => f.Path == "groups.csv").State);
    }

    [Fact]
    public void The_manifest_tells_the_rows_as_understood_and_nothing_of_the_machine()
    {
        using ScratchFolder disk = new();
        string text = Encoding.UTF8.GetString(TinyRun.Files(disk["out"], new RunOptions { HasLine = true, LinePct = 3 })["run.json"]);
        using JsonDocument manifest = JsonDocument.Parse(text);
        JsonElement legs = manifest.RootElement.GetProperty("scenarios")[2];
        Assert.Equal("at_least_pct", legs.GetProperty("paths")[0].GetProperty("what").GetString());
        Assert.Equal("CAN FRA ITA USA", legs.GetProperty("paths")[0].GetProperty("members").GetString());
        Assert.Equal("tiny.csv", legs.GetProperty("paths")[0].GetProperty("source").GetString());
        Assert.Equal("related", legs.GetProperty("paths")[1].GetProperty("leg").GetString());
        Assert.Equal("growth_pp", legs.GetProperty("settings")[1].GetProperty("what").GetString());
        Assert.Equal("line_pct", legs.GetProperty("settings")[2].GetProperty("what").GetString());
        Assert.Equal(3, legs.GetProperty("settings")[2].GetProperty("value").GetDouble());
        foreach (string secret in new[] { "/somewhere", disk.Root, Environment.MachineName, Environment.UserName + "@", DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) })
        {
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_file_holds_the_text_of_a_number_that_is_none()
    {
        using ScratchFolder disk = new();
        foreach ((string path, byte[] bytes) in TinyRun.Files(disk["out"]))
        {
            Assert.DoesNotMatch(new Regex(@"NaN|Infinity|∞"), Encoding.UTF8.GetString(bytes));
            Assert.False(bytes.AsSpan().Contains((byte)'\r'), path);
            Assert.False(bytes.AsSpan().StartsWith(new byte[] { 0xEF, 0xBB, 0xBF }), path);
            Assert.Equal((byte)'\n', bytes[^1]);
        }
    }

    [Fact]
    public void The_run_id_follows_edition_inputs_and_options()
    {
        RunInput input = RunInput.Of("a.csv", "x"u8);
        string id = RunManifest.IdOf("nato-2026", [input], [new RunOption("to", "2035")]);
        Assert.Matches("^[0-9a-f]{12}$", id);
        Assert.Equal(id, RunManifest.IdOf("nato-2026", [input with { Name = "renamed.csv" }], [new RunOption("to", "2035")]));
        Assert.NotEqual(id, RunManifest.IdOf("nato-2024", [input], [new RunOption("to", "2035")]));
        Assert.NotEqual(id, RunManifest.IdOf("nato-2026", [RunInput.Of("a.csv", "y"u8)], [new RunOption("to", "2035")]));
        Assert.NotEqual(id, RunManifest.IdOf("nato-2026", [input], [new RunOption("to", "2040")]));
    }

    [Fact]
    public void A_run_is_written_again_into_its_own_folder_and_refused_in_anothers()
    {
        using ScratchFolder disk = new();
        TinyRun.Files(disk["out"]);
        SortedDictionary<string, byte[]> fewer = TinyRun.Files(disk["out"], new RunOptions { Charts = false });
        Assert.DoesNotContain(fewer.Keys, k => k.StartsWith("charts", StringComparison.Ordinal));
        Assert.False(Directory.Exists(disk["out/charts"]));

        Directory.CreateDirectory(disk["mine"]);
        File.WriteAllText(disk["mine/money.csv"], "mine");
        ReportOutcome<AnswerSheet> refused = RunReport.Execute(TinyRun.Request(disk["mine"]), CancellationToken.None);
        Assert.Equal(73, refused.Failure.ExitCode);
        Assert.Contains("money.csv", refused.Failure.Message, StringComparison.Ordinal);
        Assert.True(RunReport.Execute(TinyRun.Request(disk["mine"], overwrite: true), CancellationToken.None).IsDone);
    }

    [Fact]
    public void Without_a_folder_nothing_is_written()
    {
        ReportOutcome<AnswerSheet> outcome = RunReport.Execute(TinyRun.Request(""), CancellationToken.None);
        Assert.True(outcome.IsDone);
        Assert.Empty(outcome.Files);
        Assert.Equal(3, outcome.Result.Scenarios.Count);
    }

    [Fact]
    public void An_interrupted_run_leaves_nothing()
    {
        using ScratchFolder disk = new();
        using CancellationTokenSource cancel = new();
        cancel.Cancel();
        ReportOutcome<AnswerSheet> outcome = RunReport.Execute(TinyRun.Request(disk["deep/out"]), cancel.Token);
        Assert.Equal(130, outcome.Failure.ExitCode);
        Assert.Empty(disk.Everything());
    }

    [Fact]
    public void Choices_that_cannot_be_are_told_all_at_once()
    {
        RunOptions options = new() { Years = [2026, 2035, 2035, 2061], To = 2070, HasLine = true, LinePct = 35 };
        ReportOutcome<AnswerSheet> outcome = RunReport.Execute(TinyRun.Request("", options), CancellationToken.None);
        Assert.Equal(1, outcome.Failure.ExitCode);
        foreach (string part in new[] { "2026", "must ascend", "2061", "2070", "35 percent" })
        {
            Assert.Contains(part, outcome.Failure.Message, StringComparison.Ordinal);
        }

        Assert.NotEmpty(new RunOptions { Years = [] }.Problems(TinyAlliance.Edition));
        Assert.Empty(new RunOptions { Years = [2060], To = 2060 }.Problems(TinyAlliance.Edition));
    }

    [Fact]
    public void A_scenario_cannot_take_the_name_of_history_or_of_another()
    {
        Scenario history = TinyRun.Scenario("history", "History");
        Assert.Equal(1, RunReport.Execute(TinyRun.Request("", scenarios: [history]), CancellationToken.None).Failure.ExitCode);
        Assert.Equal(1, RunReport.Execute(TinyRun.Request("", scenarios: [TinyRun.Core, TinyRun.Core]), CancellationToken.None).Failure.ExitCode);
        Assert.Throws<ArgumentException>(() => RunReport.Execute(TinyRun.Request("", scenarios: []), CancellationToken.None));
    }

    [Fact]
    public void A_budget_beyond_the_horizon_still_runs()
    {
        PathRow budget = new()
        {
            Origin = new RowOrigin("x.csv", 2),
            Members = MemberSet.Of(TinyAlliance.France),
            What = PathWhat.BudgetBn,
            From = 2026,
            ByYear = [new YearValue(2026, 72.7), new YearValue(2038, 140)],
        };
        using ScratchFolder disk = new();
        SortedDictionary<string, byte[]> files = TinyRun.Files(disk["out"], scenarios: [TinyRun.Scenario("budget", "A budget", budget)]);
        Assert.DoesNotContain(CsvText.Read(files["projections.csv"]).Skip(1), r => string.CompareOrdinal(r[4], "2035") > 0);
    }

    [Fact]
    public void The_line_of_the_command_holds_in_every_scenario()
    {
        ReportOutcome<AnswerSheet> outcome = RunReport.Execute(TinyRun.Request("", new RunOptions { HasLine = true, LinePct = 1 }), CancellationToken.None);
        Assert.All(outcome.Result.Scenarios, s => Assert.Equal(s.Counted, s.AtLine));
    }

    [Fact]
    public void Fastest_paths_and_backfill_stand_in_every_table()
    {
        Scenario fastest = TinyRun.Scenario("fastest-five", "As fast as can be", TinyRun.AtLeast(5, 2035) with { Shape = Shape.Fastest, To = 0 });
        MemberSet usa = MemberSet.Of(TinyAlliance.Usa);
        MemberSet others = TinyRun.Forces.Except(usa);
        RowOrigin origin = new("x.csv", 2);
        Scenario backfill = new()
        {
            Id = "filled",
            Title = "Filled",
            Paths = [TinyRun.RealChange(-20, 2030) with { Members = usa }],
            Settings =
            [
                new SettingRow { Origin = origin, Setting = Setting.BackfillPct, Members = others, Number = 50 },
                new SettingRow { Origin = origin, Setting = Setting.BackfillFor, Members = others, ValueMembers = usa },
            ],
            Notes = [],
            NotComputed = [],
        };
        using ScratchFolder disk = new();
        IReadOnlyList<Scenario> scenarios = [fastest, TinyRun.Core, backfill];
        SortedDictionary<string, byte[]> files = TinyRun.Files(disk["out"], scenarios: scenarios);
        Assert.Equal(files.Keys.Order(StringComparer.Ordinal), RunReport.Names(TinyRun.Request("x", scenarios: scenarios)).Order(StringComparer.Ordinal));
        foreach (string table in new[] { "answers.csv", "projections.csv", "money.csv", "groups.csv", "fiscal.csv", "iamc.csv" })
        {
            string text = Encoding.UTF8.GetString(files[table]);
            Assert.True(text.Contains("fastest-five", StringComparison.Ordinal) && text.Contains("filled", StringComparison.Ordinal), table);
        }

        // Half of the fall of the US is taken over in full: nobody has a cap.
        List<string[]> rows = CsvText.Read(files["backfill.csv"]);
        string[] total = rows.Single(r => r[0] == "filled" && r[1] == "ALL" && r[2] == "2030");
        Projection p = TinyRun.Project(backfill);
        double fall = p.SpendingConstUsdM(Unit.Member(TinyAlliance.Usa), 2026) - p.SpendingConstUsdM(Unit.Member(TinyAlliance.Usa), 2030);
        Assert.Equal(fall / 2000, double.Parse(total[3], CultureInfo.InvariantCulture), 1e-9 * fall);
        Assert.Equal(0, double.Parse(total[6], CultureInfo.InvariantCulture), 1e-9 * fall);
        string answer = Simulator.Reports.Answers.AnswerText.Write(RunReport.Execute(TinyRun.Request("", scenarios: scenarios), CancellationToken.None).Result, 200);
        Assert.Contains("Who fills the fall in 2035: EUR ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", answer, StringComparison.Ordinal);
    }
}
