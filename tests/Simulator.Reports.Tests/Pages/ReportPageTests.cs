using System.Globalization;
using System.Xml.Linq;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Reports.Answers;
using Simulator.Reports.Briefs;
using Simulator.Reports.Ranges;
using Simulator.Uncertainty;

namespace Simulator.Reports.Tests.Pages;

/// <summary>report.html tells what the projections say, keeps the rules of pages, and lets no text of a scenario act.</summary>
public sealed class ReportPageTests
{
    private const string Hostile = "</title><script>alert(1)</script> \"two\" 'quotes' & <b>\u0001\u001b[31m\u202Eturned\u2066 ]]> -->";

    [Fact]
    public void The_page_keeps_the_rules_with_and_without_charts()
    {
        PageDocument page = Page(new RunOptions());
        page.KeepsTheRules();
        Assert.NotEmpty(page.Elements("svg"));
        PageDocument bare = Page(new RunOptions { Charts = false, Years = [2027, 2029, 2034], To = 2040 });
        bare.KeepsTheRules();
        Assert.Empty(bare.Elements("svg"));
        Assert.DoesNotContain("#figures", bare.Text, StringComparison.Ordinal);
        Page(new RunOptions(), TinyRun.Core).KeepsTheRules();
    }

    [Fact]
    public void The_headline_and_the_three_numbers_of_each_scenario_are_those_of_the_answer_sheet()
    {
        RunResults results = TinyRun.Results(new RunOptions(), [.. TinyRun.All]);
        AnswerSheet sheet = AnswerSheet.Of(results, "r");
        PageDocument page = Page(new RunOptions());
        // The page opens with the first scenario in which a share moves; the first of all holds every share.
        ScenarioAnswer lead = sheet.Scenarios[1];
        Assert.Equal(RunResults.IdOf(results.Lead), lead.Id);
        ScenarioAnswer[] order = [lead, .. sheet.Scenarios.Where(s => s != lead)];
        Assert.Equal(lead.Headline + ".", page.Elements("p").First(p => p.Attribute("class")?.Value == "lead").Value);
        List<XElement> numbers = [.. page.Elements("ul").Where(u => u.Attribute("class")?.Value == "numbers")];
        Assert.Equal(3, numbers.Count);
        for (int i = 0; i < 3; i++)
        {
            ScenarioAnswer answer = order[i];
            Assert.Equal(
                [AnswerWords.PerHead(answer.ExtraPerHead, "EUR"), $"{answer.AtLine} of 4", AnswerWords.Percent(answer.RequiredRealGrowthPct)],
                numbers[i].Descendants("strong").Select(s => s.Value));
            Assert.Contains(page.Elements("p"), p => p.Value == $"{answer.Headline}: {answer.Numbers(sheet)}");
        }

        List<string[]> glance = page.Table("European allies under each scenario");
        Assert.Equal(sheet.Scenarios.Select(s => s.Title), glance.Skip(1).Select(r => r[0]));
        Assert.Equal(sheet.Scenarios.Select(s => AnswerWords.Bn(s.ExtraBn)), glance.Skip(1).Select(r => r[1]));
        Assert.Equal(sheet.Scenarios.Select(s => AnswerWords.Bn(s.ShortBn)), glance.Skip(1).Select(r => r[4]));
    }

    [Fact]
    public void A_drawn_run_shows_its_ranges_and_what_they_are_not()
    {
        RunResults results = TinyDraws.Results(TinyDraws.ToHorizon, TinyDraws.Uncertainty, TinyRun.Core);
        PageDocument page = Written(TinyRun.Request("", TinyDraws.ToHorizon, [TinyRun.Core]) with { Uncertainty = TinyDraws.Uncertainty });
        page.KeepsTheRules();
        string[] italy = page.Table("Ranges over the draws").Single(r => r[0] == "Italy");
        ScenarioRange range = results.Ranges[0];
        Distribution share = range.Ensemble.SharePct(Unit.Member(TinyAlliance.Italy), 2035);
        Assert.Equal(
            [
                "Italy", "3.50", AnswerWords.Points(share.Quantile(0.1)), AnswerWords.Points(share.Quantile(0.5)), AnswerWords.Points(share.Quantile(0.9)),
                "3.5", AnswerWords.Tenths(share.AtLeastPct(3.5)), AnswerWords.Tenths(range.Ensemble.DebtFallsPct(TinyAlliance.Italy)),
            ],
            italy);
        Assert.All(RangeWords.Of(range, results).Concat(RangeWords.Remarks(results)), sentence => Assert.Contains(page.Elements("li"), li => li.Value == sentence));
        Assert.Empty(Page(new RunOptions()).Tables("Ranges over the draws"));
    }

    [Fact]
    public void Every_number_of_the_scenarios_tables_is_the_projections()
    {
        RunResults results = TinyRun.Results(new RunOptions(), [.. TinyRun.All]);
        PageDocument page = Page(new RunOptions());
        List<List<string[]>> members = [.. page.Tables("Members: shares")];
        List<List<string[]>> groups = [.. page.Tables("Groups: shares")];
        Assert.Equal((3, 3), (members.Count, groups.Count));
        for (int i = 0; i < 3; i++)
        {
            Check(results, results.Projections[i], [.. results.Members.OrderBy(m => m.Name, StringComparer.Ordinal)], members[i]);
            Check(results, results.Projections[i], results.Groups, groups[i]);
        }
    }

    private static void Check(RunResults results, Projection p, IReadOnlyList<ReportUnit> units, List<string[]> table)
    {
        Assert.Equal(units.Select(u => u.Name), table.Skip(1).Select(r => r[0]));
        for (int i = 0; i < units.Count; i++)
        {
            Unit unit = units[i].Unit;
            MoneyBasis money = results.Options.Money(results.Edition, unit);
            double[] expected =
            [
                p.SharePct(unit, 2026), p.SharePct(unit, 2030), p.SharePct(unit, 2035), p.LinePct(unit, 2035), p.ShortPp(unit, 2035), double.NaN,
                p.SpendingBn(unit, 2035, money), p.ExtraOverHoldBn(unit, 2035, money), p.CumulativeExtraBn(unit, 2035, money), p.ShortOfLineBn(unit, 2035, money),
                p.PerHead(unit, 2035, money), p.RequiredRealGrowthPct(unit, 2035),
            ];
            string[] row = table[i + 1];
            Assert.Equal(money.CurrencyCode(results.Edition, unit), row[6]);
            for (int c = 0; c < expected.Length; c++)
            {
                Near(expected[c], row[c + 1]);
            }

            Assert.Equal(p.TryFirstYearAt(unit, 3.5, out int year) && year <= 2035 ? year.ToString(CultureInfo.InvariantCulture) : "–", row[^1]);
        }
    }

    // A cell is rounded half up to the decimals that it shows, so that it is within half of its last one; the rest is for the sum.
    private static void Near(double expected, string cell)
    {
        if (double.IsNaN(expected))
        {
            Assert.DoesNotMatch("^-?[0-9]", cell);
            return;
        }

        int point = cell.IndexOf('.', StringComparison.Ordinal);
        double half = point < 0 ? 0.5 : 0.5 / double.Parse("1" + new string('0', cell.Length - point - 1), CultureInfo.InvariantCulture);
        Assert.InRange(double.Parse(cell, CultureInfo.InvariantCulture), expected - half - 1e-9, expected + half + 1e-9);
    }

    [Fact]
    public void A_member_has_its_history_paths_debt_and_plan_and_a_member_without_forces_says_so()
    {
        RunResults results = TinyRun.Results(new RunOptions(), [.. TinyRun.All]);
        PageDocument page = Page(new RunOptions());
        Assert.Equal(results.Members.Select(m => m.Name).Order(StringComparer.Ordinal), page.Elements("h3").Select(h => h.Value).Where(v => results.Members.Any(m => m.Name == v)));
        foreach (ReportUnit member in results.Members)
        {
            if (member.Unit.MemberIndex == TinyAlliance.Iceland)
            {
                Assert.Contains("No armed forces", page.Elements("h3").Single(h => h.Value == member.Name).ElementsAfterSelf().First().Value, StringComparison.Ordinal);
                Assert.Empty(page.Tables(member.Name + ":"));
                continue;
            }

            List<string[]> history = page.Table($"{member.Name}: history");
            for (int c = 1; c < history[0].Length; c++)
            {
                int year = results.History.FirstYear + c - 1;
                Assert.Equal(year.ToString(CultureInfo.InvariantCulture) + (year >= results.Edition.FirstEstimateYear ? "e" : ""), history[0][c]);
                Near(results.History.SharePct(member.Unit, year), history[1][c]);
                Near(results.History.SpendingBn(member.Unit, year, new MoneyBasis(CurrencyChoice.National, PriceBasis.Current)), history[2][c]);
                Near(results.History.RealGrowthPct(member.Unit, year), history[3][c]);
            }

            MemberBrief brief = MemberBrief.Of(results, member.Unit.MemberIndex, "r");
            List<string[]> bill = page.Table($"{member.Name}: paths and bill");
            List<string[]> debt = page.Table($"{member.Name}: debt");
            List<string[]> effort = page.Table($"{member.Name}: effort");
            for (int s = 0; s < 3; s++)
            {
                Tells(brief.Scenarios[s], bill[s + 1].Skip(4), "short_pp", "spending_bn", "spending_current_bn", "extra_over_hold_bn", "cumulative_extra_bn", "per_head", "pct_of_government_spending", "required_real_growth_pct");
                Tells(brief.Scenarios[s], debt[s + 1].Skip(1), "extra_debt_pp_100", "extra_debt_pp_67", "extra_debt_pp_0", "debt_pct_100", "imf_debt_pct", "balance_pct_100", "interest_pct_100", "tax_per_head_0", "cut_pct_0");
                Assert.Equal(new[] { brief.Scenarios[s].Title, brief.Scenarios[s].Effort, brief.Scenarios[s].Flags[^1] }.Select(t => t.Length == 0 ? "–" : t), effort[s + 1]);
            }
        }

        static void Tells(BriefScenario scenario, IEnumerable<string> cells, params string[] ids)
        {
            foreach ((string id, string cell) in ids.Zip(cells))
            {
                BriefLine line = scenario.Lines.Single(l => l.Id == id);
                Assert.Equal(line.Values[^1].Low == line.Values[^1].High, !cell.Contains(" to ", StringComparison.Ordinal));
                Near(line.Values[^1].Low, cell.Split(" to ")[0]);
            }
        }
    }

    [Fact]
    public void Rows_settings_sources_and_inputs_are_those_of_the_run()
    {
        PageDocument page = Page(new RunOptions());
        List<string[]> rows = page.Table("Two legs");
        Assert.Equal(["at_least_pct", "all", "3.5", "–", "2026 to 2035", "linear", "core", "tiny.csv, line 3"], rows[1]);
        Assert.Equal(["share_pct", "ITA", "1.5", "–", "2026 to 2035", "linear", "related", "tiny.csv, line 3"], rows[2]);
        Assert.Equal(["growth_pp", "all", "-1", "points of real GDP growth a year", "2027 to 2028", "–", "–", "tiny.csv, line 3"], rows[4]);
        List<string[]> settings = page.Table("Every setting");
        Assert.Equal(SettingCatalogue.All.Select(d => d.Name), settings.Skip(1).Select(r => r[0]));
        Assert.Equal("two-legs", settings.Single(r => r[0] == "growth_pp")[^1]);
        Assert.Equal("–", settings.Single(r => r[0] == "fade_pct")[^1]);
        Assert.Equal(["tiny.csv"], page.Table("Files that the run read").Skip(1).Select(r => r[0]));
        Assert.Equal("2030 2035", page.Table("Choices of the run").Single(r => r[0] == "years")[1]);
        Assert.Empty(page.Tables("Sources of the files"));
    }

    [Fact]
    public void Only_sources_of_files_that_were_read_are_listed_with_their_dates_written_out()
    {
        RunRequest request = TinyRun.Request("") with { Inputs = [new("data/members.csv", 3, new string('0', 64))] };
        List<string[]> sources = Written(request).Table("Sources of the files");
        Assert.Equal(["Tiny figures", "NATO", "July 2026", "3 July 2026", "P", "Credit NATO", "https://www.nato.int/", "nato/tiny.csv members.csv"], Assert.Single(sources.Skip(1)));
    }

    [Fact]
    public void Text_of_a_scenario_stays_text()
    {
        Scenario hostile = new()
        {
            Id = "hostile",
            Title = Hostile,
            Paths = [TinyRun.AtLeast(3.5, 2035)],
            Settings = [],
            Notes = [Hostile, "שלום עולם", "javascript:alert(1)"],
            NotComputed = [Hostile],
        };
        PageDocument page = Page(new RunOptions(), hostile);
        page.KeepsTheRules();
        Assert.Contains(page.Elements("li"), l => l.Value.StartsWith("</title><script>alert(1)</script> \"two\" 'quotes' & <b> [31mturned ]]> -->", StringComparison.Ordinal));
        Assert.Contains("שלום עולם", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Text, c => char.IsControl(c) && c != '\n');
        Assert.DoesNotContain('\u202E', page.Text);
        Assert.DoesNotContain('\u2066', page.Text);
        Assert.DoesNotContain("<b>", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void The_page_is_the_same_in_every_culture(string culture)
    {
        string here = Page(new RunOptions()).Text;
        TinyRun.Under(culture, () => Assert.Equal(here, Page(new RunOptions()).Text));
    }

    [Fact]
    public void Knife_edges_estimates_and_double_counting_are_warned_of()
    {
        PageDocument page = Page(new RunOptions());
        string warnings = page.Elements("h2").Single(h => h.Value == "Warnings").ElementsAfterSelf().First().Value;
        Assert.Contains("Knife edge", warnings, StringComparison.Ordinal);
        Assert.Contains("NATO's estimates", warnings, StringComparison.Ordinal);
        Assert.Contains("Double counting", warnings, StringComparison.Ordinal);
    }

    private static PageDocument Page(RunOptions options, params Scenario[] scenarios) =>
        Written(TinyRun.Request("", options, scenarios.Length == 0 ? null : scenarios));

    private static PageDocument Written(RunRequest request)
    {
        using ScratchFolder disk = new();
        ReportOutcome<AnswerSheet> outcome = RunReport.Execute(request with { OutputFolder = disk["out"] }, CancellationToken.None);
        Assert.True(outcome.IsDone);
        return new PageDocument(File.ReadAllBytes(disk["out/report.html"]));
    }
}
