using Simulator.Data.Diagnostics;
using Simulator.Data.Sweeps;
using Simulator.Data.Tests.Scenarios;
using Simulator.Projections;
using Simulator.Sweeps;

namespace Simulator.Data.Tests.Sweeps;

public sealed class OutcomeNameTests
{
    [Theory]
    [InlineData("share_pct:EUROPE:2035", OutcomeVariable.SharePct, CurrencyChoice.Eur)]
    [InlineData("real_growth_pct:FRA:2030", OutcomeVariable.RealGrowthPct, CurrencyChoice.Eur)]
    [InlineData("spending_eur_bn:FRA:2060", OutcomeVariable.SpendingBn, CurrencyChoice.Eur)]
    [InlineData("spending_usd_bn:ALL:2027", OutcomeVariable.SpendingBn, CurrencyChoice.Usd)]
    [InlineData("extra_eur_bn:B9:2035", OutcomeVariable.ExtraBn, CurrencyChoice.Eur)]
    [InlineData("extra_usd_bn:B9:2035", OutcomeVariable.ExtraBn, CurrencyChoice.Usd)]
    [InlineData("cumulative_extra_eur_bn:EUROPE:2027-2035", OutcomeVariable.ExtraBn, CurrencyChoice.Eur)]
    [InlineData("cumulative_extra_usd_bn:EUROPE:2027-2028", OutcomeVariable.ExtraBn, CurrencyChoice.Usd)]
    [InlineData("short_pp:EUROPE:2035", OutcomeVariable.ShortPp, CurrencyChoice.Eur)]
    [InlineData("short_eur_bn:EUROPE:2035", OutcomeVariable.ShortBn, CurrencyChoice.Eur)]
    [InlineData("short_usd_bn:EUROPE:2035", OutcomeVariable.ShortBn, CurrencyChoice.Usd)]
    [InlineData("cumulative_short_eur_bn:DEU:2027-2035", OutcomeVariable.ShortBn, CurrencyChoice.Eur)]
    [InlineData("cumulative_short_usd_bn:DEU:2027-2035", OutcomeVariable.ShortBn, CurrencyChoice.Usd)]
    [InlineData("debt_pct:ITA:2035", OutcomeVariable.DebtPct, CurrencyChoice.Eur)]
    [InlineData("extra_debt_pp:FRA:2035", OutcomeVariable.ExtraDebtPp, CurrencyChoice.Eur)]
    [InlineData("balance_pct:USA:2031", OutcomeVariable.BalancePct, CurrencyChoice.Eur)]
    [InlineData("interest_pct:ISL:2035", OutcomeVariable.InterestPct, CurrencyChoice.Eur)]
    [InlineData("members_at_3_5:EUROPE:2035", OutcomeVariable.MembersAt, CurrencyChoice.Eur)]
    public void EveryVariableIsRead(string text, OutcomeVariable variable, CurrencyChoice currency)
    {
        Outcome outcome = Parsed(text);
        Assert.Equal((text, variable, currency), (outcome.Name, outcome.Variable, outcome.Currency));
        string[] parts = text.Split(':');
        Assert.Equal(parts[1], outcome.UnitId);
        Assert.Equal(parts[1].Length != 3 || parts[1] == "ALL", outcome.Unit.IsGroup);
        Assert.Equal(parts[2], outcome.IsCumulative ? $"{outcome.FirstYear}-{outcome.LastYear}" : $"{outcome.FirstYear}");
        Assert.Equal(parts[0].StartsWith("cumulative", StringComparison.Ordinal), outcome.IsCumulative);
        Assert.False(outcome.HasGoal);
    }

    [Fact]
    public void EveryVariableOfTheModelHasAName()
    {
        HashSet<OutcomeVariable> read = [.. OutcomeName.VariableNames.Select(n => Parsed($"{n}:FRA:{(n.StartsWith("cumulative", StringComparison.Ordinal) ? "2027-2035" : "2035")}").Variable)];
        Assert.Equal(Enum.GetValues<OutcomeVariable>().ToHashSet(), read);
    }

    [Theory]
    [InlineData("members_at_2:ALL:2035", 2, "members_at_2:ALL:2035")]
    [InlineData("members_at_3_5:ALL:2035", 3.5, "members_at_3_5:ALL:2035")]
    [InlineData("members_at_3_50:ALL:2035", 3.5, "members_at_3_5:ALL:2035")]
    [InlineData("Members_At_2_25:all:2035", 2.25, "members_at_2_25:ALL:2035")]
    public void MembersAreCountedAtAnyShare(string text, double share, string name)
    {
        Outcome outcome = Parsed(text);
        Assert.Equal((share, name), (outcome.ThresholdPct, outcome.Name));
    }

    [Theory]
    [InlineData("share_pct:EUROPE:2035>=3.5", 3.5, double.NaN)]
    [InlineData("  share_pct : EUROPE : 2035  >=  3,5 % ", 3.5, double.NaN)]
    [InlineData("share_pct:EUROPE:2035<=4", double.NaN, 4)]
    [InlineData("share_pct:EUROPE:2035", double.NaN, double.NaN)]
    [InlineData("balance_pct:FRA:2035>=-3", -3, double.NaN)]
    public void AGoalFollowsTheName(string text, double atLeast, double atMost)
    {
        foreach (string culture in new[] { "", "de-DE", "tr-TR" })
        {
            using CultureScope scope = new(culture);
            Outcome outcome = Parsed(text);
            Assert.Equal((atLeast, atMost), (outcome.GoalAtLeast, outcome.GoalAtMost));
            Assert.Equal(("--outcome", 1), (outcome.Origin.Source, outcome.Origin.Line));
        }
    }

    [Theory]
    [InlineData("«share_pct»", "NS059")]
    [InlineData("«share_pct:EUROPE»", "NS059")]
    [InlineData("«share_pct:EUROPE:2035:2036»", "NS059")]
    [InlineData("«share»:EUROPE:2035", "NS060", "variables are")]
    [InlineData("«share_pc»:EUROPE:2035", "NS060", "did you mean share_pct?")]
    [InlineData("«spending_bn»:EUROPE:2035", "NS060")]
    [InlineData("«members_at_3.5»:EUROPE:2035", "NS060", "underscore")]
    [InlineData("«members_at_3_555»:EUROPE:2035", "NS060", "two decimals")]
    [InlineData("«members_at_0»:EUROPE:2035", "NS012")]
    [InlineData("«members_at_16»:EUROPE:2035", "NS012")]
    [InlineData("share_pct:«EUROP»:2035", "NS020", "did you mean EUROPE?")]
    [InlineData("share_pct: «Germany» :2035", "NS020", "did you mean DEU?")]
    [InlineData("share_pct:«»:2035", "NS061")]
    [InlineData("share_pct:«FRA DEU»:2035", "NS061")]
    [InlineData("share_pct:«ISL»:2035", "NS023")]
    [InlineData("members_at_2:«ISL»:2035", "NS023")]
    [InlineData("debt_pct:«EUROPE»:2035", "NS061")]
    [InlineData("interest_pct:«ALL»:2035", "NS061")]
    [InlineData("share_pct:EUROPE:«35»", "NS027")]
    [InlineData("share_pct:EUROPE:«»", "NS027")]
    [InlineData("share_pct:EUROPE:«2026»", "NS028")]
    [InlineData("share_pct:EUROPE:«2061»", "NS028")]
    [InlineData("cumulative_extra_eur_bn:EUROPE:2027-«2061»", "NS028")]
    [InlineData("cumulative_extra_eur_bn:EUROPE:«2026»-2030", "NS028")]
    [InlineData("cumulative_extra_eur_bn:EUROPE:«2035»", "NS062", "2027-2035")]
    [InlineData("cumulative_extra_eur_bn:EUROPE:«2035-2030»", "NS062")]
    [InlineData("cumulative_extra_eur_bn:EUROPE:«2035-2035»", "NS062")]
    [InlineData("cumulative_extra_eur_bn:EUROPE:«2030-2031-2032»", "NS027")]
    [InlineData("share_pct:EUROPE:«2027-2035»", "NS062", "one year")]
    [InlineData("share_pct:EUROPE:2035 «=3.5»", "NS064")]
    [InlineData("share_pct:EUROPE:2035«>3.5»", "NS064", "write >=")]
    [InlineData("share_pct:EUROPE:2035«>=»", "NS064")]
    [InlineData("share_pct:EUROPE:2035>=«three»", "NS013")]
    [InlineData("share_pct:EUROPE:2035>= «1,000»", "NS014")]
    [InlineData("share_pct:EUROPE:2035>=«NaN»", "NS013")]
    [InlineData("spending_eur_bn:EUROPE:2035>=«5 %»", "NS013")]
    public void WhatIsWrongIsUnderlined(string marked, string code, string help = "")
    {
        (string text, int line, int column, string under) = BrokenFileTests.Unmark(marked);
        Assert.False(OutcomeName.TryParse(text, TestEdition.Latest, "--outcome", out _, out IReadOnlyList<Diagnostic> diagnostics));
        Diagnostic found = Assert.Single(diagnostics);
        Assert.Equal((code, "--outcome", line, column), (found.Code, found.Spot.File, found.Spot.Line, found.Spot.Column));
        if (under.Length > 0)
        {
            Assert.Equal(under, Reading.Underlined(found));
        }

        Assert.Contains(help, found.Help + found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AllThatIsWrongIsToldAtOnce()
    {
        Assert.False(OutcomeName.TryParse("share:EUROP:2061>=x", TestEdition.Latest, "--outcome", out _, out IReadOnlyList<Diagnostic> diagnostics));
        Assert.Equal(["NS060", "NS020", "NS028", "NS013"], diagnostics.Select(d => d.Code));
    }

    private static Outcome Parsed(string text)
    {
        Assert.True(OutcomeName.TryParse(text, TestEdition.Latest, "--outcome", out Outcome? outcome, out IReadOnlyList<Diagnostic> diagnostics), string.Concat(diagnostics.Select(DiagnosticText.Render)));
        Assert.DoesNotContain(diagnostics, d => d.IsError);
        return outcome;
    }
}
