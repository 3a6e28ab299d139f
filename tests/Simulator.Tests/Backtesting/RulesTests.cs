using Simulator.Alliance;
using Simulator.Backtesting;
using Simulator.Tests.Feasibility;

namespace Simulator.Tests.Backtesting;

/// <summary>Rules on histories made so that the answer is known; shares are percent because GDP is 100.</summary>
public class RulesTests
{
    private const int First = 2014;
    private const double Tolerance = 1e-12;

    [Fact]
    public void Hold_says_the_share_of_the_origin() =>
        Assert.Equal(1.2, Say("hold", History([1.0, 1.2, 1.5, 1.9]), 2015, 0, 2), Tolerance);

    [Theory]
    [InlineData(2014, 5, 1.5)]
    [InlineData(2014, 10, 2)]
    [InlineData(2014, 12, 2)]
    [InlineData(2019, 1, 1.2)]
    public void The_Wales_line_is_straight_to_two_percent_in_2024(int origin, int horizon, double said) =>
        Assert.Equal(said, Say("wales-line", History([.. Enumerable.Repeat(1.0, 13)]), origin, 0, horizon), Tolerance);

    [Fact]
    public void The_Wales_line_leaves_those_above_and_ends_with_its_year()
    {
        Assert.Equal(2.4, Say("wales-line", History([.. Enumerable.Repeat(2.4, 13)]), 2016, 0, 8), Tolerance);
        ShareHistory history = History([.. Enumerable.Repeat(2.4, 13)]);
        Assert.False(Rule("wales-line").Speaks(new(history, 2024)));
        Assert.True(Rule("wales-line").Speaks(new(history, 2023)));
    }

    [Fact]
    public void Adjustment_finds_the_speed_that_made_the_history_and_goes_on_with_it()
    {
        // Two members that make up a fifth of what is missing every year, and one above that falls.
        double[] slow = [1.0, 1.2, 1.36, 1.488, 1.5904];
        double[] fast = [0.5, 0.8, 1.04, 1.232, 1.3856];
        ShareHistory history = History(slow, fast, [3, 2.9, 2.8, 2.7, 2.6]);
        KnownHistory known = new(history, 2016);
        FittedRule fitted = Rule("adjustment").Fit(known, 2);
        Assert.Equal(0.2, Assert.Single(fitted.Fitted).Value, Tolerance);
        Assert.Equal(slow[4], fitted.SayPct(0, 2), Tolerance);
        Assert.Equal(fast[4], fitted.SayPct(1, 2), Tolerance);
        Assert.Equal(2.8, fitted.SayPct(2, 2), Tolerance);
    }

    [Fact]
    public void Adjustment_stands_still_where_shares_fell()
    {
        ShareHistory history = History([1.5, 1.4, 1.3]);
        Assert.Equal(0, Rule("adjustment").Fit(new KnownHistory(history, 2016), 4).Fitted.Single().Value);
        Assert.Equal(1.3, Say("adjustment", history, 2016, 0, 4), Tolerance);
    }

    [Fact]
    public void The_first_origin_learns_from_the_changes_of_the_other_source()
    {
        // SIPRI's level is another one; only its changes count: 0.1 a year below a level of 1 is a tenth of what is missing at first.
        double[] sipri = [1.0, 1.1, 1.19, 1.271, 1.3439, 1.40951];
        ShareHistory history = With(sipri, [1.8, 1.9]);
        Assert.Equal(0.1, Rule("adjustment").Fit(new KnownHistory(history, First), 1).Fitted.Single().Value, Tolerance);
        Assert.Equal(1.8 + ((sipri[5] - sipri[0]) / 5), Say("trend", history, First, 0, 1), Tolerance);

        // A year later four of its changes count, and NATO's own of 2015.
        Assert.Equal(1.9 + (2 * (sipri[5] - sipri[1] + 0.1) / 5), Say("trend", history, First + 1, 0, 2), Tolerance);
    }

    [Fact]
    public void The_trend_goes_on_by_the_mean_of_five_changes_and_not_below_zero()
    {
        ShareHistory history = History([1.0, 1.9, 1.1, 1.2, 1.0, 1.3, 1.4]);
        Assert.Equal(1.4 + (3 * (1.4 - 1.9) / 5), Say("trend", history, 2020, 0, 3), Tolerance);
        Assert.Equal(0, Say("trend", history, 2020, 0, 100));
    }

    [Fact]
    public void Nothing_after_the_origin_can_be_seen()
    {
        KnownHistory known = new(History([1, 1.1, 1.2]), 2015);
        Assert.Equal(1.1, known.SharePct(0, 2015), Tolerance);
        Assert.Throws<ArgumentOutOfRangeException>(() => known.SharePct(0, 2016));
        Assert.Throws<ArgumentOutOfRangeException>(() => known.ChangePp(0, 2016));
        Assert.Throws<ArgumentOutOfRangeException>(() => known.ShareBeforePct(0, 2016));
    }

    [Fact]
    public void What_comes_later_changes_nothing_that_a_rule_says()
    {
        ShareHistory one = History([1, 1.1, 1.3, 1.2, 2.9], [1.6, 1.7, 1.9, 2.2, 0.4]);
        ShareHistory other = History([1, 1.1, 1.3, 0.2, 0.9], [1.6, 1.7, 1.9, 5.2, 4.4]);
        // The model's draws need more than shares; EnsembleRuleTests holds them to the same.
        foreach (ForecastRule rule in ForecastRule.All.Where(r => r is not EnsembleRule))
        {
            Assert.Equal(rule.Fit(new(one, 2016), 3).SayPct(0, 3), rule.Fit(new(other, 2016), 3).SayPct(0, 3));
        }
    }

    internal static ShareHistory History(params double[][] shares) => With([], shares);

    internal static ShareHistory With(double[] sipriToFirst, params double[][] shares)
    {
        int members = shares.Length;
        Edition edition = HistoryEdition.Of(First, shares, [.. shares.Select(s => Enumerable.Repeat(100.0, s.Length).ToArray())]);
        YearSeries sipri = sipriToFirst.Length == 0
            ? YearSeries.Empty(members)
            : new YearSeries(First - sipriToFirst.Length + 1, First, members, [.. sipriToFirst.SelectMany(s => Enumerable.Repeat(s, members))]);
        return new ShareHistory(edition, sipri);
    }

    private static ForecastRule Rule(string id) => ForecastRule.All.Single(r => r.Id == id);

    private static double Say(string id, ShareHistory history, int origin, int member, int horizon) =>
        Rule(id).Fit(new KnownHistory(history, origin), horizon).SayPct(member, horizon);
}
