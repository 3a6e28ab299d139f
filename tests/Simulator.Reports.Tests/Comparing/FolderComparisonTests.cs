using Simulator.Alliance;
using Simulator.Reports.Answers;
using Simulator.Reports.Comparing;
using Simulator.Reports.Runs;

namespace Simulator.Reports.Tests.Comparing;

/// <summary>Two finished runs held against each other.</summary>
public sealed class FolderComparisonTests
{
    [Fact]
    public void Only_shares_are_compared_when_price_years_differ()
    {
        using ScratchFolder disk = new();
        Write(disk["earlier"], TinyAlliance.Edition, "a");
        Write(disk["later"], Repriced(), "a");
        FolderComparison comparison = Of(disk["earlier"], disk["later"]);
        Assert.False(comparison.HasAmounts);
        Assert.True(comparison.HaveSameScenarios);
        Assert.All(comparison.Rows, r => Assert.Equal((true, Cause.Data), (double.IsNaN(r.SpendingBn), r.Cause)));
        Assert.Contains("amounts at prices of 2021 and of 2022", FolderComparisonReport.Text(comparison), StringComparison.Ordinal);

        // Published years once, then the projected years of the scenario that both have.
        Assert.Equal([2024, 2025, 2026], comparison.Rows.Where(r => r.Scenario == "history" && r.Unit == "ITA").Select(r => r.Year));
        Assert.Equal(Enumerable.Range(2027, 9), comparison.Rows.Where(r => r.Scenario == "core" && r.Unit == "EUROPE").Select(r => r.Year));
    }

    [Fact]
    public void Amounts_are_compared_at_one_price_year_and_other_files_are_told()
    {
        using ScratchFolder disk = new();
        Write(disk["earlier"], TinyAlliance.Edition, "a");
        Write(disk["later"], TinyAlliance.Edition, "b");
        FolderComparison comparison = Of(disk["earlier"], disk["later"]);
        Assert.True(comparison.HasAmounts);
        FolderDifference[] projected = [.. comparison.Rows.Where(r => r.Scenario == "core")];
        Assert.All(projected, r => Assert.Equal((0.0, 0.0, Cause.Mixed), (r.SpendingBn, r.Later - r.Earlier, r.Cause)));
        Assert.NotEmpty(projected);
    }

    [Fact]
    public void The_result_is_sealed_and_says_which_runs_it_read()
    {
        using ScratchFolder disk = new();
        Write(disk["earlier"], TinyAlliance.Edition, "a");
        Write(disk["later"], Repriced(), "a");
        foreach (string name in new[] { "one", "two" })
        {
            string culture = name == "one" ? "de-DE" : "tr-TR";
            TinyRun.Under(culture, () => Assert.True(FolderComparisonReport.Write(Of(disk["earlier"], disk["later"]), disk[name], false, CancellationToken.None).IsWritten));
        }

        Assert.Equal(File.ReadAllBytes(disk["one/compare.csv"]), File.ReadAllBytes(disk["two/compare.csv"]));
        Assert.Equal(File.ReadAllBytes(disk["one/run.json"]), File.ReadAllBytes(disk["two/run.json"]));
        RunInspection found = RunFolder.Inspect(disk["one"]);
        Assert.True(found.IsWhole);
        Assert.Equal(
            ["earlier/run.json", "earlier/projections.csv", "earlier/groups.csv", "later/run.json", "later/projections.csv", "later/groups.csv"],
            found.Manifest.Inputs.Select(i => i.Name));
    }

    [Fact]
    public void A_folder_that_is_not_a_whole_run_is_refused()
    {
        using ScratchFolder disk = new();
        Write(disk["good"], TinyAlliance.Edition, "a");
        Write(disk["changed"], TinyAlliance.Edition, "a");
        File.AppendAllText(disk["changed/answers.csv"], "x");
        Directory.CreateDirectory(disk["empty"]);
        Assert.Null(FolderComparison.Of(disk["good"], disk["changed"], out IReadOnlyList<string> changed));
        Assert.Contains("answers.csv", Assert.Single(changed), StringComparison.Ordinal);
        Assert.Null(FolderComparison.Of(disk["empty"], disk["changed"], out IReadOnlyList<string> both));
        Assert.Equal(2, both.Count);
    }

    private static FolderComparison Of(string earlier, string later)
    {
        FolderComparison? comparison = FolderComparison.Of(earlier, later, out IReadOnlyList<string> problems);
        Assert.True(comparison is not null, string.Join(' ', problems));
        return comparison;
    }

    private static void Write(string folder, Edition edition, string file)
    {
        ReportOutcome<AnswerSheet> outcome = RunReport.Execute(
            TinyRun.Request(folder, new RunOptions { Charts = false }, [TinyRun.Core]) with
            {
                Edition = edition,
                Inputs = [RunInput.Of(file + ".csv", System.Text.Encoding.UTF8.GetBytes(file))],
            },
            CancellationToken.None);
        Assert.True(outcome.IsDone, outcome.IsDone ? "" : outcome.Failure.Message);
    }

    private static Edition Repriced()
    {
        Edition e = TinyAlliance.Edition;
        return new Edition
        {
            Id = "tiny-repriced",
            Title = "Tiny edition at other prices",
            Measure = e.Measure,
            CutOff = e.CutOff,
            SourceLine = e.SourceLine,
            FirstEstimateYear = e.FirstEstimateYear,
            PriceYear = 2022,
            Roster = e.Roster,
            Currency = e.Currency,
            Nato = e.Nato,
            Weo = e.Weo,
            PotentialGrowthPct = e.PotentialGrowthPct,
            PopulationGrowthPct = e.PopulationGrowthPct,
            Plans = e.Plans,
            HasPlans = e.HasPlans,
            Remarks = e.Remarks,
        };
    }
}
