using System.Globalization;
using Simulator.Backtesting;
using Simulator.Projections;
using Simulator.Reports.Answers;

namespace Simulator.Reports.Backtests;

/// <summary>What a backtest found of the model's own draws, as plainly for a bad score as for a good one.</summary>
internal static class DrawFindings
{
    /// <summary>Ranges of nine tenths that hold fewer than this are too narrow, percent.</summary>
    public const double LowestRightPct = 85;

    /// <summary>Ranges of nine tenths that hold more than this are too wide, percent.</summary>
    public const double HighestRightPct = 95;

    private const double FarTooFewPct = 50;

    private static readonly int[] Horizons = [1, 3, 5];

    private static readonly (string RuleId, string Around)[] Rules = [("ensemble-hold", "\"nothing changes\""), ("ensemble-wales", "the pledge of Wales")];

    /// <summary>Every finding; where draws say nothing, why.</summary>
    /// <param name="results">The backtest.</param>
    public static IReadOnlyList<string> All(BacktestResults results) =>
    [
        .. Rules.SelectMany(r => new[] { Ranges(results, r.RuleId, r.Around), Score(results, r.RuleId) }).Where(s => s.Length > 0),
        .. new[] { Middle(results), RealTime(results) }.Where(s => s.Length > 0),
        .. results.Missing,
    ];

    /// <summary>Whether the rule is one of the model's draws.</summary>
    /// <param name="ruleId">The rule.</param>
    public static bool IsDrawn(string ruleId) => Rules.Any(r => r.RuleId == ruleId);

    private static string Ranges(BacktestResults results, string ruleId, string around)
    {
        RuleScore[] scores = At(results, ruleId);
        return scores.Length == 0
            ? ""
            : $"The model's own draws around {around}, made at each origin from what was known there, were {Width([.. scores.Select(s => s.Coverage90Pct)])}: of what came, ranges of nine tenths held {List(scores.Select(s => $"{AnswerWords.Percent(s.Coverage90Pct)} {Ahead(s.Horizon)}"))}.";
    }

    private static string Score(BacktestResults results, string ruleId)
    {
        ScoreInterval[] skills = [.. At(results, ruleId).Select(s => s.IntervalSkillPct).Where(s => double.IsFinite(s.Value))];
        if (skills.Length == 0)
        {
            return "";
        }

        // "They" are the draws of the sentence before.
        bool isSure = skills.All(s => s.High < 0) || skills.All(s => s.Low > 0);
        string verdict = skills.All(s => s.Value < 0) ? "worse" : skills.All(s => s.Value > 0) ? "better" : "better at some distances and worse at others";
        IEnumerable<string> parts = At(results, ruleId).Where(s => double.IsFinite(s.IntervalSkillPct.Value))
            .Select(s => $"{AnswerWords.Percent(Math.Abs(s.IntervalSkillPct.Value))} {(s.IntervalSkillPct.Value < 0 ? "worse" : "better")} {Ahead(s.Horizon)}");
        return $"As forecasts, they were {verdict} {(verdict.Length > 6 ? "compared with" : "than")} \"nothing changes\" with its past errors on both sides: by interval score {List(parts)}, where both have ranges{(isSure ? ", and so in at least 95 of 100 cases when origins are drawn again" : "; when origins are drawn again, this is not sure")}.";
    }

    private static string Middle(BacktestResults results)
    {
        int[] horizons = [.. Horizons.Where(h => Rules.All(r => results.ScoreOf(r.RuleId, h) is not null))];
        string Off(string ruleId) => List(horizons.Select(h => AnswerWords.Points(results.ScoreOf(ruleId, h)!.MeanAbsoluteErrorPp.Value)));
        return horizons.Length == 0
            ? ""
            : $"Their middle was off by {Off(Rules[0].RuleId)} points around {Rules[0].Around} and by {Off(Rules[1].RuleId)} around {Rules[1].Around}, {List(horizons.Select(Text))} years ahead; \"nothing changes\" itself by {Off(ForecastRule.All[0].Id)}.";
    }

    private static string RealTime(BacktestResults results)
    {
        RuleScore[] scores = [.. results.Scores.Where(s => s.Basis == ForecastBasis.RealTime && s.WithEstimates && s.RuleId == Rules[0].RuleId)];
        return scores.Length == 0 || results.Before is null
            ? ""
            : $"In real time, from {results.Before.Id} with the outlook of its time, ranges of nine tenths of the draws around {Rules[0].Around} held {List(scores.Select(s => $"{AnswerWords.Percent(s.Coverage90Pct)} of NATO's figures for {Text(results.Before.BaseYear + s.Horizon)}"))}.";
    }

    /// <summary>Whether ranges of nine tenths were too narrow or too wide.</summary>
    /// <param name="heldPct">How often they held what came, percent, by years ahead; at least one.</param>
    public static string Width(double[] heldPct)
    {
        double[] told = [.. heldPct.Select(h => Rounding.HalfUp(h, 1))];
        return told.All(h => h < FarTooFewPct) ? "far too narrow"
            : told.All(h => h < LowestRightPct) ? "too narrow"
            : told.All(h => h > HighestRightPct) ? "too wide"
            : told.All(h => h is >= LowestRightPct and <= HighestRightPct) ? "about right"
            : "right or wrong by the years ahead";
    }

    private static RuleScore[] At(BacktestResults results, string ruleId) =>
        [.. Horizons.Select(h => results.ScoreOf(ruleId, h)).OfType<RuleScore>().Where(s => s.IntervalForecasts > 0)];

    private static string Ahead(int horizon) => $"{Text(horizon)} {(horizon == 1 ? "year" : "years")} ahead";

    private static string List(IEnumerable<string> parts)
    {
        string[] all = [.. parts];
        return all.Length == 1 ? all[0] : $"{string.Join(", ", all.SkipLast(1))} and {all[^1]}";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
