using System.Globalization;
using System.Text;
using System.Text.Json;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Reports.Briefs;
using Simulator.Reports.Runs;
using Simulator.Reports.Tables;

namespace Simulator.Reports.Tests.Briefs;

/// <summary>A brief tells what the projection says, in words and in its table, and writes a sealed folder.</summary>
public sealed class BriefTests
{
    private static readonly RunOptions Options = new() { Years = [2030, 2035], Charts = false };

    [Fact]
    public void The_figures_are_those_of_the_projection()
    {
        RunResults results = TinyRun.Results(Options, TinyRun.Core);
        Projection p = results.Projections[0];
        Unit italy = Unit.Member(TinyAlliance.Italy);
        MoneyBasis eur = new(CurrencyChoice.Eur, PriceBasis.BaseYear);
        BriefScenario scenario = Assert.Single(MemberBrief.Of(results, TinyAlliance.Italy, "r").Scenarios);
        Same("share_pct", y => p.SharePct(italy, y));
        Same("line_pct", y => p.LinePct(italy, y));
        Same("spending_bn", y => p.SpendingBn(italy, y, eur));
        Same("spending_current_bn", y => p.SpendingBn(italy, y, eur with { Prices = PriceBasis.Current }));
        Same("extra_over_hold_bn", y => p.ExtraOverHoldBn(italy, y, eur));
        Same("cumulative_extra_bn", y => p.CumulativeExtraBn(italy, y, eur));
        Same("per_head", y => p.PerHead(italy, y, eur));
        Same("pct_of_government_spending", y => p.PctOfGovernmentSpending(italy, y));
        Same("pct_of_revenue", y => p.PctOfRevenue(italy, y));
        FiscalSummary fiscal = new(p);
        Same("extra_debt_pp_100", y => fiscal.ExtraDebtPp(italy, y, 100).Hold);
        Same("extra_debt_pp_67", y => fiscal.ExtraDebtPp(italy, y, 67).Hold);
        Same("extra_debt_pp_0", y => fiscal.ExtraDebtPp(italy, y, 0).Hold);
        FiscalReading unborrowed = new(p, p.World.Fiscal.First(w => w.BorrowedPct == 0));
        Same("tax_per_head_0", y => unborrowed.TaxPerHeadNcu(TinyAlliance.Italy, y));
        Same("cut_pct_0", y => unborrowed.EqualCutPct(TinyAlliance.Italy, y));
        Assert.Equal(["deficit over 3 %", "deficit over 3 %"], scenario.Flags);
        Assert.True(scenario.Lines.Single(l => l.Id == "extra_debt_pp_100").Values[2].High > scenario.Lines.Single(l => l.Id == "extra_debt_pp_67").Values[2].High);

        void Same(string id, Func<int, double> expected) =>
            Assert.Equal(
                new[] { 2026, 2030, 2035 }.Select(y => (expected(y), expected(y))),
                scenario.Lines.Single(l => l.Id == id).Values);
    }

    [Fact]
    public void References_that_differ_are_told_as_a_range()
    {
        Scenario half = new()
        {
            Id = "half",
            Title = "Half is in the IMF path",
            Paths = [TinyRun.AtLeast(3.5, 2035)],
            Settings = [new SettingRow { Origin = new RowOrigin("x.csv", 2), Setting = Setting.InBaselinePct, Members = TinyRun.Forces, Number = 50 }],
            Notes = ["A note."],
            NotComputed = [],
        };
        MemberBrief brief = MemberBrief.Of(TinyRun.Results(Options, half), TinyAlliance.Italy, "r");
        BriefLine debt = brief.Scenarios[0].Lines.Single(l => l.Id == "extra_debt_pp_100");
        Assert.True(debt.Values[2].Low < debt.Values[2].High);
        string text = BriefText.Write(brief);
        string row = text.Split('\n').Single(l => l.StartsWith("extra debt, points, all borrowed", StringComparison.Ordinal));
        Assert.EndsWith(string.Create(CultureInfo.InvariantCulture, $"{Rounding.HalfUp(debt.Values[2].Low, 1):0.0} to {Rounding.HalfUp(debt.Values[2].High, 1):0.0}"), row, StringComparison.Ordinal);
        Assert.Contains("- A note.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_holds_position_peers_sources_and_what_is_left_blank_in_every_culture()
    {
        foreach (string culture in new[] { "", "de-DE", "tr-TR" })
        {
            TinyRun.Under(culture, () =>
            {
                MemberBrief brief = MemberBrief.Of(TinyRun.Results(Options, TinyRun.Core, TinyRun.Hold), TinyAlliance.France, "r");
                string text = BriefText.Write(brief);
                Assert.StartsWith("France: core defence expenditure in brief\nTiny edition, July 2026. Run r.\n", text, StringComparison.Ordinal);
                Assert.Contains("- Says: 2.5 % in 2030, \"as the law says\".", text, StringComparison.Ordinal);

                // 2026: 2.2 percent, after the 3.5 of the USA; the primary balance is −1 and the balance −3.
                Assert.Contains("2.20 % in 2026 (NATO's estimate); place 2 of 4 allies.", text.Replace("\n  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
                Assert.Contains("net interest 2.0 % of GDP", text.Replace("\n  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
                Assert.Contains("- " + MemberBrief.NoOtherBudgets, text.Replace("\n  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);

                // EUROPE is the smallest group of France with others in it; Iceland has no forces and is no peer.
                Assert.Contains("What others do: European allies, share of GDP in 2026 and, by scenario, in 2035\nItaly           2.10 3.50 2.10\n", text, StringComparison.Ordinal);
                Assert.Contains("- Sources: NATO (July 2026), IMF WEO April 2026.", text, StringComparison.Ordinal);
                Assert.All(text.Split('\n'), l => Assert.True(l.Length <= 100, l));
            });
        }
    }

    [Fact]
    public void A_folder_holds_the_text_the_table_and_a_manifest_that_names_the_command()
    {
        using ScratchFolder disk = new();
        ReportOutcome<MemberBrief> outcome = BriefReport.Execute(TinyRun.Request(disk["out"], Options), TinyAlliance.Italy, TinyRun.Budgets, CancellationToken.None);
        Assert.True(outcome.IsDone);
        Assert.Equal(["brief.csv", "brief.html", "brief.txt", "datapackage.json", "run.json"], Directory.GetFiles(disk["out"]).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
        Assert.Equal(BriefText.Write(outcome.Result), File.ReadAllText(Path.Combine(disk["out"], "brief.txt")));
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(disk["out"], "run.json")));
        Assert.Equal("brief", manifest.RootElement.GetProperty("command").GetString());
        Assert.Equal("ITA", manifest.RootElement.GetProperty("options").GetProperty("member").GetString());
        Assert.Equal(outcome.Result.RunId, manifest.RootElement.GetProperty("run_id").GetString());

        List<string[]> rows = CsvText.Read(File.ReadAllBytes(Path.Combine(disk["out"], "brief.csv")));
        Assert.Equal(1 + outcome.Result.Scenarios.Sum(s => s.Lines.Count * 3), rows.Count);
        string[] share = rows.Single(r => r[0] == "core" && r[2] == "share_pct" && r[3] == "2035");
        Assert.Equal(("3.5", "3.5", "percent of real GDP"), (share[4], share[5], share[6]));

        // Our own output may be written again; another member's brief is another run.
        Assert.True(BriefReport.Execute(TinyRun.Request(disk["out"], Options), TinyAlliance.Italy, TinyRun.Budgets, CancellationToken.None).IsDone);
        Assert.NotEqual(outcome.Result.RunId, BriefReport.Execute(TinyRun.Request("", Options), TinyAlliance.Usa, TinyRun.Budgets, CancellationToken.None).RunId);
    }

    [Fact]
    public void A_wrong_year_a_foreign_folder_and_a_member_without_forces_are_refused()
    {
        using ScratchFolder disk = new();
        ReportOutcome<MemberBrief> wrong = BriefReport.Execute(TinyRun.Request("", Options with { Years = [2026] }), TinyAlliance.Italy, TinyRun.Budgets, CancellationToken.None);
        Assert.Equal((false, RunFailureKind.Input), (wrong.IsDone, wrong.Failure.Kind));
        Assert.Throws<InvalidOperationException>(() => wrong.Result);
        Directory.CreateDirectory(disk["foreign"]);
        File.WriteAllText(Path.Combine(disk["foreign"], "brief.txt"), "mine", Encoding.UTF8);
        ReportOutcome<MemberBrief> clash = BriefReport.Execute(TinyRun.Request(disk["foreign"], Options), TinyAlliance.Italy, TinyRun.Budgets, CancellationToken.None);
        Assert.Equal((false, RunFailureKind.WouldOverwrite), (clash.IsDone, clash.Failure.Kind));
        Assert.Equal("mine", File.ReadAllText(Path.Combine(disk["foreign"], "brief.txt")));
        Assert.Throws<ArgumentException>(() => BriefReport.Execute(TinyRun.Request("", Options), TinyAlliance.Iceland, TinyRun.Budgets, CancellationToken.None));
    }

    [Fact]
    public void The_table_describes_its_columns()
    {
        TableSchema schema = new BriefTable(MemberBrief.Of(TinyRun.Results(Options, TinyRun.Core), TinyAlliance.Usa, "r")).Schema;
        Assert.Equal(["scenario", "iso3", "measure", "year", "low", "high", "unit"], schema.Columns.Select(c => c.Name));
        Assert.Equal(["scenario", "iso3", "measure", "year"], schema.Key);
    }
}
