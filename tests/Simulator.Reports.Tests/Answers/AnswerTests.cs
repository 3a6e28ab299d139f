using System.Globalization;
using Simulator.Alliance;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Reports.Answers;

namespace Simulator.Reports.Tests.Answers;

public sealed class AnswerTests
{
    [Theory]
    [InlineData(1234.4, "EUR 1,234 bn")]
    [InlineData(1234.5, "EUR 1,235 bn")]
    [InlineData(99.94, "EUR 99.9 bn")]
    [InlineData(99.95, "EUR 100 bn")]
    [InlineData(0.04, "EUR 0.0 bn")]
    [InlineData(-0.04, "EUR 0.0 bn")]
    [InlineData(-12.25, "EUR -12.3 bn")]
    [InlineData(2.725, "EUR 2.7 bn")]
    public void Billions_are_told_by_one_rule_in_every_culture(double bn, string told)
    {
        foreach (string culture in new[] { "", "de-DE", "tr-TR" })
        {
            TinyRun.Under(culture, () => Assert.Equal(told, AnswerWords.Bn(bn, "EUR")));
        }
    }

    [Theory]
    [InlineData(312.4, "Under \"X\", European allies spend EUR 312 bn more in 2035 than at today's shares (2026 prices)")]
    [InlineData(-41.2, "Under \"X\", European allies spend EUR 41.2 bn less in 2035 than at today's shares (2026 prices)")]
    [InlineData(0, "Under \"X\", European allies spend no more in 2035 than at today's shares (2026 prices)")]
    [InlineData(-0.01, "Under \"X\", European allies spend no more in 2035 than at today's shares (2026 prices)")]
    public void The_headline_tells_more_less_and_the_same(double extraBn, string headline) =>
        Assert.Equal(headline, AnswerSheet.HeadlineOf("X. ", extraBn, "EUR", "2026", 2035));

    [Fact]
    public void The_headline_names_other_money_and_prices()
    {
        RunOptions options = new() { Years = [2030], To = 2030, Currency = AnswerCurrency.Usd, Prices = PriceBasis.Current };
        ScenarioAnswer answer = AnswerSheet.Of(TinyRun.Results(options, TinyRun.Core), "r").Scenarios[0];
        Projection p = TinyRun.Project(TinyRun.Core, 2030);
        double extra = p.ExtraOverHoldBn(Unit.Group(TinyAlliance.Roster.Group("EUROPE")), 2030, new MoneyBasis(CurrencyChoice.Usd, PriceBasis.Current));
        Assert.Equal(extra, answer.ExtraBn);
        Assert.Contains($"USD {extra.ToString("F1", CultureInfo.InvariantCulture)} bn more in 2030", answer.Headline, StringComparison.Ordinal);
        Assert.EndsWith("(current prices)", answer.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void Allies_are_counted_at_the_line_and_the_others_listed_with_points_and_money()
    {
        AnswerSheet sheet = AnswerSheet.Of(TinyRun.Results(new RunOptions(), TinyRun.Hold, TinyRun.Core), "r");
        ScenarioAnswer hold = sheet.Scenarios[0];
        Assert.Equal((1, 4), (hold.AtLine, hold.Counted));
        Assert.Equal(["FRA", "CAN", "ITA"], hold.Short.Select(s => s.Iso3));

        // 3.5 less the base-year shares 2.2, 1.7 and 2.1 of the tiny edition.
        Assert.Equal([1.3, 1.8, 1.4], hold.Short.Select(s => s.ShortPp));

        // Italy: 1.4 % of 2,142 bn (2026, 2021 prices) in the prices and euros of 2026 (1.2 × 0.9), grown to 2035.
        Projection p = TinyRun.Project(TinyRun.Hold);
        double growth = p.GdpConstUsdM(Unit.Member(TinyAlliance.Italy), 2035) / p.GdpConstUsdM(Unit.Member(TinyAlliance.Italy), 2026);
        Assert.Equal(0.014 * 2142 * 1.2 * 0.9 * growth, hold.Short[2].ShortBn, 9);
        Assert.Equal(hold.Short.Sum(s => s.ShortBn), hold.ShortBn, 9);
        Assert.Empty(sheet.Scenarios[1].Short);
        Assert.Contains("all 4 allies at the line", sheet.Scenarios[1].Numbers(sheet), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fall_is_told_as_a_fall()
    {
        ScenarioAnswer answer = AnswerSheet.Of(TinyRun.Results(new RunOptions(), TinyRun.Scenario("cut", "A cut", TinyRun.RealChange(-20, 2030))), "r").Scenarios[0];
        AnswerSheet sheet = AnswerSheet.Of(TinyRun.Results(new RunOptions { Years = [2030], To = 2030 }, TinyRun.Scenario("cut", "A cut", TinyRun.RealChange(-20, 2030))), "r");
        Assert.Contains("less in 2035", answer.Headline, StringComparison.Ordinal);
        Assert.Contains("a head less", sheet.Scenarios[0].Numbers(sheet), StringComparison.Ordinal);
        Assert.Contains("spending falls 5.4 % a year in real terms", sheet.Scenarios[0].Numbers(sheet), StringComparison.Ordinal);
        Assert.DoesNotContain("-", sheet.Scenarios[0].Numbers(sheet), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_computed_and_growth_shocks_are_said_beside_the_answer()
    {
        AnswerSheet sheet = AnswerSheet.Of(TinyRun.Results(new RunOptions(), TinyRun.TwoLegs), "r");
        Assert.Equal([.. TinyRun.TwoLegs.NotComputed, AnswerSheet.GrowthShock], sheet.Scenarios[0].Caveats);
        string text = AnswerText.Write(sheet, 200);
        Assert.Contains("! Debt and deficits are not computed yet.", text, StringComparison.Ordinal);
        Assert.Contains(AnswerSheet.GrowthShock, text, StringComparison.Ordinal);
        Assert.Contains("- Judgement moves these numbers", text, StringComparison.Ordinal);
        Assert.DoesNotContain("second leg", text, StringComparison.Ordinal);
        string alone = AnswerText.Write(sheet, 200, notes: true);
        Assert.Contains("- Italy alone has a second leg.", alone, StringComparison.Ordinal);
        Assert.Contains("Iceland has no armed forces", alone, StringComparison.Ordinal);
        Assert.All(sheet.Assumptions, a => Assert.Contains(a, alone, StringComparison.Ordinal));
    }

    [Fact]
    public void Only_a_rounding_that_decides_is_a_knife_edge()
    {
        PathRow near = TinyRun.AtLeast(3.4955, 2035) with { Members = MemberSet.Of(TinyAlliance.Italy) };
        ScenarioAnswer answer = AnswerSheet.Of(TinyRun.Results(new RunOptions(), TinyRun.Scenario("near", "Near", TinyRun.AtLeast(3.5, 2035) with { Members = MemberSet.Of(TinyAlliance.France) }, near)), "r").Scenarios[0];
        Assert.Equal(["Italy"], answer.KnifeEdge);
        Assert.DoesNotContain(answer.Short, s => s.Iso3 == "ITA");
        Assert.Empty(AnswerSheet.Of(TinyRun.Results(new RunOptions(), TinyRun.Core), "r").Scenarios[0].KnifeEdge);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    public void Lines_fit_the_terminal(int width)
    {
        Scenario[] many = [.. Enumerable.Range(1, 9).Select(i => TinyRun.Scenario($"a-rather-long-scenario-name-{i}", $"A rather long title of scenario number {i}, as authors write them"))];
        string text = AnswerText.Write(AnswerSheet.Of(TinyRun.Results(new RunOptions { Members = MemberSet.Of(TinyAlliance.Italy) }, many), "r"), width, notes: true);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= width, line));
        Assert.All(text.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_and_its_unit_stay_on_one_line()
    {
        IReadOnlyList<string> lines = AnswerWords.Wrap("it takes EUR 35.0 bn and 3.6 % a year in all", 20, 2);
        Assert.Equal(["it takes EUR 35.0 bn", "  and 3.6 % a year", "  in all"], lines);
    }

    [Fact]
    public void Chosen_members_are_told_in_their_own_money_when_asked()
    {
        RunOptions options = new() { Members = MemberSet.Of(TinyAlliance.Canada).Union(MemberSet.Of(TinyAlliance.Iceland)), Currency = AnswerCurrency.National };
        AnswerSheet sheet = AnswerSheet.Of(TinyRun.Results(options, TinyRun.Core), "r");
        Assert.Equal(["Canada", "Canada", "Iceland", "Iceland"], sheet.Scenarios[0].Members.Select(m => m.Name));
        Assert.Equal(["CAD", "CAD", "ISK", "ISK"], sheet.Scenarios[0].Members.Select(m => m.Currency));
        Assert.DoesNotContain("NaN", AnswerText.Write(sheet), StringComparison.Ordinal);
        Assert.All(sheet.Scenarios[0].Short, s => Assert.Equal("CAN", s.Iso3));
    }
}
