using Simulator.Pathways;
using Simulator.Reports.Briefs;

namespace Simulator.Reports.Tests.Pages;

/// <summary>brief.html tells what the brief tells, with the reconciliation of budgets, and keeps the rules of pages.</summary>
public sealed class BriefPageTests
{
    private static readonly RunOptions Options = new() { Years = [2030, 2035], Charts = false };

    [Fact]
    public void Every_cell_is_that_of_the_brief()
    {
        (PageDocument page, MemberBrief brief) = Written(TinyAlliance.Italy, TinyRun.Core, TinyRun.Hold);
        page.KeepsTheRules();
        Assert.Equal("Italy: core defence expenditure in brief", page.Title);
        List<string[]> takes = page.Table("Italy today and under each scenario");
        Assert.Equal(["Measure", "2026e", "core 2030", "core 2035", "hold-share 2030", "hold-share 2035"], takes[0]);
        Assert.Equal(brief.Scenarios[0].Lines.Select(l => l.Label), takes.Skip(1).Select(r => r[0]));
        for (int i = 0; i < brief.Scenarios[0].Lines.Count; i++)
        {
            BriefLine core = brief.Scenarios[0].Lines[i];
            BriefLine hold = brief.Scenarios[1].Lines[i];
            Assert.Equal(
                new[] { core.Values[0], core.Values[1], core.Values[2], hold.Values[1], hold.Values[2] }.Select(v => BriefText.Cell(v, core.Decimals)),
                takes[i + 1].Skip(1));
        }

        List<string[]> peers = page.Table("European allies: share of GDP");
        Assert.Equal(["Ally", "2026", "core", "hold-share", "Says"], peers[0]);
        Assert.Equal(["France", "2.20", "3.50", "2.20", "2.5 % in 2030, \"as the law says\""], Assert.Single(peers.Skip(1)));
        Assert.All(brief.Standing.Concat(brief.Caveats), s => Assert.Contains(page.Elements("li"), l => l.Value == s));
    }

    [Fact]
    public void The_headline_says_more_less_or_the_same()
    {
        Assert.StartsWith("Under \"3.5 % core by 2035\", Italy spends EUR ", Written(TinyAlliance.Italy, TinyRun.Core).Brief.Headline, StringComparison.Ordinal);
        Assert.EndsWith(" more in 2035 than at today's share (2026 prices)", Written(TinyAlliance.Italy, TinyRun.Core).Brief.Headline, StringComparison.Ordinal);
        Assert.Equal("Under \"Everyone holds\", Italy spends no more in 2035 than at today's share (2026 prices)", Written(TinyAlliance.Italy, TinyRun.Hold).Brief.Headline);
        Scenario falls = TinyRun.Scenario("falls", "Half of it", TinyRun.RealChange(-50, 2035));
        (PageDocument page, MemberBrief brief) = Written(TinyAlliance.Italy, falls);
        Assert.Contains(" less in 2035 than", brief.Headline, StringComparison.Ordinal);
        Assert.Contains(page.Elements("p"), p => p.Value == brief.Headline + ".");
    }

    [Fact]
    public void Budgets_of_the_member_stand_beside_natos_figure_without_those_that_were_replaced()
    {
        PageDocument page = Written(TinyAlliance.Italy, TinyRun.Core).Page;
        List<string[]> budgets = page.Table("National budgets beside NATO's figure");
        Assert.Equal(["2026", "40", "EUR", "50.00", "1.250", "–", "–", "Budget <law> 2026, 2026-01-02, P", "base year"], Assert.Single(budgets.Skip(1)));
        PageDocument none = Written(TinyAlliance.Usa, TinyRun.Core).Page;
        Assert.Empty(none.Tables("National budgets"));
        Assert.Contains(none.Elements("li"), l => l.Value.StartsWith("The data hold no amount of a budget law or finance plan of United States", StringComparison.Ordinal));
    }

    [Fact]
    public void With_many_scenarios_only_the_headline_year_is_shown()
    {
        Scenario[] four = [TinyRun.Core, TinyRun.Hold, TinyRun.TwoLegs, TinyRun.Scenario("fall", "Falls", TinyRun.RealChange(-10, 2035))];
        List<string[]> takes = Written(TinyAlliance.France, four).Page.Table("France today and under each scenario");
        Assert.Equal(["Measure", "2026e", "core 2035", "hold-share 2035", "two-legs 2035", "fall 2035"], takes[0]);
    }

    [Fact]
    public void The_page_is_the_same_in_every_culture()
    {
        string here = Written(TinyAlliance.Italy, TinyRun.Core).Page.Text;
        foreach (string culture in new[] { "de-DE", "tr-TR" })
        {
            TinyRun.Under(culture, () => Assert.Equal(here, Written(TinyAlliance.Italy, TinyRun.Core).Page.Text));
        }
    }

    private static (PageDocument Page, MemberBrief Brief) Written(int member, params Scenario[] scenarios)
    {
        using ScratchFolder disk = new();
        ReportOutcome<MemberBrief> outcome = BriefReport.Execute(TinyRun.Request(disk["out"], Options, scenarios), member, TinyRun.Budgets, CancellationToken.None);
        Assert.True(outcome.IsDone);
        return (new PageDocument(File.ReadAllBytes(disk["out/brief.html"])), outcome.Result);
    }
}
