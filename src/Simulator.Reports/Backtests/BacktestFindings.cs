using System.Globalization;
using Simulator.Backtesting;
using Simulator.Projections;
using Simulator.Reports.Answers;

namespace Simulator.Reports.Backtests;

/// <summary>What a backtest found, in sentences with the numbers in them.</summary>
internal static class BacktestFindings
{
    private static readonly int[] Near = [1, 3];

    /// <summary>Every finding, in the order in which a committee would ask.</summary>
    /// <param name="results">The backtest.</param>
    public static IReadOnlyList<string> All(BacktestResults results) =>
        [.. new[] { WalesLine(results), WalesError(results), Hold(results), Worse(results), Trend(results), Intervals(results) }
            .Concat(DrawFindings.All(results)).Concat([Revisions(results), Growth(results)]).Where(s => s.Length > 0)];

    /// <summary>What a straight line from the first year said for the year of the pledge, and what came; empty where the edition lacks a year.</summary>
    public static string WalesLine(BacktestResults results)
    {
        Forecast[] said = WalesForecasts(results);
        if (said.Length == 0)
        {
            return "";
        }

        (int reached, int below) = Reached(results, said);
        return $"{Text(below)} of today's members were below 2 percent in {Text(said[0].Origin)}; a straight line to the pledge of Wales said that all of them would be at 2 percent in {Text(said[0].Year)}: {Text(reached)} were, and {Text(below - reached)} were not.";
    }

    /// <summary>How far that line was off, and "nothing changes" for the same year; empty where the edition lacks a year.</summary>
    public static string WalesError(BacktestResults results)
    {
        Forecast[] said = WalesForecasts(results);
        return said.Length == 0
            ? ""
            : $"The mean share of {Text(said.Length)} members was said to be {AnswerWords.Points(said.Average(f => f.SaidPct))} percent and came to {AnswerWords.Points(said.Average(f => f.CamePct))}: the line was off by {AnswerWords.Points(said.Average(f => Math.Abs(f.ErrorPp)))} points on average, {Text(said.Count(f => f.ErrorPp > 0))} times too high and {Text(said.Count(f => f.ErrorPp < 0))} times too low.";
    }

    /// <summary>What "nothing changes" said of the same year; empty where the edition lacks a year.</summary>
    public static string Hold(BacktestResults results)
    {
        Forecast[] line = WalesForecasts(results);
        Forecast[] hold = [.. results.Record.Forecasts.Where(f => IsFirst(results, f) && f.RuleId == ForecastRule.All[0].Id)];
        if (line.Length == 0 || hold.Length != line.Length)
        {
            return "";
        }

        (double ofLine, double ofHold) = (line.Average(f => Math.Abs(f.ErrorPp)), hold.Average(f => Math.Abs(f.ErrorPp)));
        return $"\"Nothing changes\" would have been off by {AnswerWords.Points(ofHold)} points for the same year: {(ofLine < ofHold ? "the pledge was the better guide over ten years" : "it was the better guide all the same")}.";
    }

    /// <summary>Where a rule was worse than "nothing changes".</summary>
    public static string Worse(BacktestResults results)
    {
        List<string> worse = Where(results, s => s.SkillPct.Value < 0);
        List<string> sure = Where(results, s => s.SkillPct.High < 0);
        return worse.Count == 0
            ? "No rule was worse than \"nothing changes\" at any horizon, by mean absolute error on final outturns."
            : $"Worse than \"nothing changes\", by mean absolute error on final outturns: {string.Join("; ", worse)}. "
                + (sure.Count == 0
                    ? "When origins are drawn again, none of this is sure."
                    : $"When origins are drawn again, so in at least 95 of 100 draws: {string.Join("; ", sure)}.");
    }

    private static List<string> Where(BacktestResults results, Func<RuleScore, bool> holds)
    {
        List<string> parts = [];
        foreach (ForecastRule rule in ForecastRule.All.Skip(1))
        {
            int[] horizons = [.. results.Scores.Where(s => s.Basis == ForecastBasis.WithinEdition && !s.WithEstimates && s.RuleId == rule.Id && holds(s)).Select(s => s.Horizon)];
            if (horizons.Length > 0)
            {
                parts.Add($"{Lower(rule.Title)} {Years(horizons)} ahead");
            }
        }

        return parts;
    }

    /// <summary>Which way the rules erred; empty where there are no scores of five years.</summary>
    public static string Trend(BacktestResults results)
    {
        RuleScore[] at = [.. ForecastRule.All.Select(r => results.ScoreOf(r.Id, 5)).OfType<RuleScore>()];
        return at.Length == 0
            ? ""
            : $"Five years ahead the mean error (said less came) was {string.Join(", ", at.Select(s => $"{Signed(s.BiasPp)} for {Lower(ForecastRule.All.Single(r => r.Id == s.RuleId).Title)}"))}: {(at.Count(s => s.BiasPp < 0) == at.Length ? "every rule said too little" : $"{Text(at.Count(s => s.BiasPp < 0))} of {Text(at.Length)} rules said too little")}.";
    }

    /// <summary>How often and which way NATO's own estimates were revised; empty without an earlier edition.</summary>
    public static string Revisions(BacktestResults results)
    {
        if (results.Before is null)
        {
            return "";
        }

        IEnumerable<string> years = results.Revisions.Where(r => r.WasEstimate).GroupBy(r => r.Year).OrderBy(g => g.Key).Select(g =>
            $"of {Text(g.Count())} estimates for {Text(g.Key)}, {Text(g.Count(r => Told(r) < 0))} were lowered and {Text(g.Count(r => Told(r) > 0))} raised, by {Signed(g.Average(r => r.RevisionPp))} points on average");
        return $"NATO's own estimates of the edition {results.Before.Id}, as {results.Edition.Id} has them: {string.Join("; ", years)}. The definition and the price year changed in between, so not all of it is a correction.";
    }

    /// <summary>How far the IMF's growth was off; empty without older outlooks.</summary>
    public static string Growth(BacktestResults results)
    {
        GrowthScore[] scores = [.. results.GrowthScores.Where(s => s.Horizon is 0 or 1 or 3)];
        return scores.Length == 0
            ? ""
            : $"The growth of members that {Text(results.Growth.Select(g => g.Outlook).Distinct().Count())} outlooks of the IMF said was off by {string.Join(", ", scores.Select(s => $"{AnswerWords.Tenths(s.MeanAbsoluteErrorPp)} points ({Signed(s.BiasPp)} on average) {(s.Horizon == 0 ? "in the year of the outlook" : $"{Text(s.Horizon)} {(s.Horizon == 1 ? "year" : "years")} later")}"))}.";
    }

    /// <summary>How many of those below the pledge at the start were at it in the end, by two decimals, and how many those were.</summary>
    /// <param name="results">The backtest.</param>
    /// <param name="said">What the straight line said.</param>
    public static (int Reached, int Below) Reached(BacktestResults results, Forecast[] said)
    {
        Forecast[] below = [.. said.Where(f => Rounding.HalfUp(results.Now.SharePct(f.Member, f.Origin), 2) < ForecastRule.WalesPct)];
        return (below.Count(f => Rounding.HalfUp(f.CamePct, 2) >= ForecastRule.WalesPct), below.Length);
    }

    /// <summary>How well the intervals held what came; empty where nothing has intervals.</summary>
    public static string Intervals(BacktestResults results)
    {
        IEnumerable<string> parts = Near.Select(h => results.ScoreOf(ForecastRule.All[0].Id, h)).OfType<RuleScore>().Where(s => s.IntervalForecasts > 0).Select(s =>
            $"{AnswerWords.Percent(s.Coverage90Pct)} of what came {Text(s.Horizon)} {(s.Horizon == 1 ? "year" : "years")} ahead");
        string said = string.Join(" and ", parts);
        return said.Length == 0 ? "" : $"Intervals of nine tenths around \"nothing changes\", made from the errors known at the time, held {said}.";
    }

    /// <summary>A signed number of points as it is told.</summary>
    /// <param name="points">Points.</param>
    public static string Signed(double points) => (Rounding.HalfUp(points, 2) > 0 ? "+" : "") + AnswerWords.Points(points);

    /// <summary>What the straight line from the edition's first year said for the year of the pledge.</summary>
    public static Forecast[] WalesForecasts(BacktestResults results) =>
        [.. results.Record.Forecasts.Where(f => IsFirst(results, f) && f.RuleId == ForecastRule.All[1].Id)];

    private static bool IsFirst(BacktestResults results, Forecast forecast) =>
        forecast.Basis == ForecastBasis.WithinEdition && forecast.Origin == results.Now.FirstYear && forecast.Year == ForecastRule.WalesYear;

    /// <summary>A revision as two decimals tell it: a change of rounding is none.</summary>
    /// <param name="revision">The revision.</param>
    public static double Told(EstimateRevision revision) => Rounding.HalfUp(revision.CamePct, 2) - Rounding.HalfUp(revision.SaidPct, 2);

    private static string Years(int[] horizons) => horizons.Length == 1
        ? $"{Text(horizons[0])} {(horizons[0] == 1 ? "year" : "years")}"
        : horizons[^1] - horizons[0] == horizons.Length - 1
            ? $"{Text(horizons[0])} to {Text(horizons[^1])} years"
            : $"{string.Join(", ", horizons.Select(Text).SkipLast(1))} and {Text(horizons[^1])} years";

    private static string Lower(string title) => char.ToLowerInvariant(title[0]) + title[1..];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
