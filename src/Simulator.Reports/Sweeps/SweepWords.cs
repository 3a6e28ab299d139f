using System.Globalization;
using Simulator.Alliance;
using Simulator.Projections;
using Simulator.Reports.Answers;
using Simulator.Sweeps;
using Simulator.Sweeps.Analysis;
using Simulator.Sweeps.Designs;

namespace Simulator.Reports.Sweeps;

/// <summary>Outcomes, factors and conditions of a sweep in plain words.</summary>
public static class SweepWords
{
    /// <summary>What shares of worlds are and are not; printed wherever one is.</summary>
    public const string Reading =
        "A share of worlds says how the ranges of the sweep file fall out in the model, each value as likely as its distribution has it and independent of the others; it is no probability.";

    /// <summary>What Sobol' indices assume and say.</summary>
    public const string IndexReading =
        "First-order index: the part of an outcome's variance that the factor explains alone; total: with all its interactions. They hold for these ranges, and for factors that move independently of each other.";

    // A box that is hardly denser than all worlds together says nothing.
    private const double TellingDensity = 1.25;
    private const int MostBoxes = 2;

    /// <summary>An outcome in words, such as "core spending of Europe in 2035, percent of GDP".</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="roster">Members and groups.</param>
    public static string Long(Outcome outcome, Roster roster) => $"{Short(outcome, roster)} ({outcome.UnitText})";

    /// <summary>An outcome in words without its unit, such as "core spending of Europe in 2035".</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="roster">Members and groups.</param>
    public static string Short(Outcome outcome, Roster roster)
    {
        string of = UnitName(outcome, roster);
        string years = outcome.IsCumulative ? $"over {Year(outcome.FirstYear)}-{Year(outcome.LastYear)}" : $"in {Year(outcome.LastYear)}";
        string what = outcome.Variable switch
        {
            OutcomeVariable.SharePct or OutcomeVariable.SpendingBn => $"core spending of {of}",
            OutcomeVariable.RealGrowthPct => $"real growth of core spending of {of} a year since the base year,",
            OutcomeVariable.ExtraBn => $"extra spending of {of} above today's share",
            OutcomeVariable.ShortPp or OutcomeVariable.ShortBn => $"the shortfall of {of} from the line",
            OutcomeVariable.DebtPct => $"debt of {of}",
            OutcomeVariable.ExtraDebtPp => $"extra debt of {of} from defence",
            OutcomeVariable.BalancePct => $"budget balance of {of}",
            OutcomeVariable.InterestPct => $"interest of {of} on extra debt",
            _ => $"the number of members of {of} at {AnswerWords.Threshold(outcome.ThresholdPct)} %",
        };
        return $"{what} {years}";
    }

    /// <summary>A value of an outcome with as many digits as a reader needs.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="value">The value.</param>
    public static string Value(Outcome outcome, double value) => outcome.Variable switch
    {
        OutcomeVariable.SharePct or OutcomeVariable.ShortPp => AnswerWords.Points(value),
        OutcomeVariable.MembersAt => AnswerWords.Threshold(value),
        _ when outcome.IsMoney => AnswerWords.Bn(value),
        _ => AnswerWords.Tenths(value),
    };

    /// <summary>A value of an outcome with its unit, such as "3.21 %" or "EUR 120 bn".</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="value">The value.</param>
    public static string ValueWithUnit(Outcome outcome, double value) => outcome.Variable switch
    {
        OutcomeVariable.ShortPp or OutcomeVariable.ExtraDebtPp => $"{Value(outcome, value)} points",
        OutcomeVariable.MembersAt => Value(outcome, value),
        _ when outcome.IsMoney => $"{(outcome.Currency == CurrencyChoice.Eur ? "EUR" : "USD")} {Value(outcome, value)} bn",
        _ => $"{Value(outcome, value)} %",
    };

    /// <summary>What it is to miss the goal, such as "is below 3.5 %"; empty where no goal was set.</summary>
    /// <param name="outcome">The outcome.</param>
    public static string Missing(Outcome outcome)
    {
        string low = double.IsNaN(outcome.GoalAtLeast) ? "" : $"below {Goal(outcome, outcome.GoalAtLeast)}";
        string high = double.IsNaN(outcome.GoalAtMost) ? "" : $"above {Goal(outcome, outcome.GoalAtMost)}";
        return low.Length > 0 && high.Length > 0 ? $"{low} or {high}" : low + high;
    }

    /// <summary>The headline of an outcome: how often its goal is missed, or where half of all worlds lie.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="outcome">Place of the outcome.</param>
    public static string Headline(SweepAnswers answers, int outcome)
    {
        Outcome what = answers.Job.Plan.Outcomes[outcome];
        OutcomeTally tally = answers.Whole.Tallies[outcome];
        string name = Capital(Short(what, answers.Job.Request.Edition.Roster));
        string range = $"8 of 10 worlds lie between {ValueWithUnit(what, tally.Quantile(0.1))} and {ValueWithUnit(what, tally.Quantile(0.9))}";
        return what.HasGoal
            ? $"{name} is {Missing(what)} in {Percent(tally.MissedPct)} of worlds; {range}."
            : $"{name}: {range}.";
    }

    /// <summary>What explains an outcome, in one sentence; says so where nothing can be told.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="outcome">Place of the outcome.</param>
    public static string WhatMatters(SweepAnswers answers, int outcome)
    {
        IReadOnlyList<SensitivityIndex> indices = answers.Indices[outcome];
        if (answers.Whole.Tallies[outcome].Lowest == answers.Whole.Tallies[outcome].Highest)
        {
            return "No factor moves it.";
        }

        int[] first = [.. answers.Ranking(outcome).Take(3)];
        if (indices.Count == 0)
        {
            int[] above = [.. first.Where(f => !answers.PawnIndices[outcome][f].Flag.HasFlag(PawnFlag.BelowFloor))];
            return above.Length == 0
                ? "No factor stands out from noise in this sample."
                : $"What moves its distribution most: {string.Join(", ", above.Select(f => $"{answers.Job.Plan.Factors[f].Name} (PAWN {Hundredths(answers.PawnIndices[outcome][f].Median)})"))}.";
        }

        string flagged = indices.Any(i => i.Flag.HasFlag(SensitivityFlag.UnderSampled)) ? " Some indices are under-sampled: take more points (--n)." : "";
        return $"What matters most: {string.Join(", ", first.Select(f => $"{answers.Job.Plan.Factors[f].Name} ({Percent(100 * indices[f].Total)})"))} of its variance, interactions included.{flagged}";
    }

    /// <summary>
    /// When the goal of an outcome is missed, or, where most worlds miss it, when it is met: a sentence for each box that says more
    /// than all worlds do, or why there is none.
    /// </summary>
    /// <param name="answers">The answers.</param>
    /// <param name="outcome">Place of an outcome with a goal.</param>
    public static IReadOnlyList<string> When(SweepAnswers answers, int outcome)
    {
        PrimResult result = answers.Boxes[outcome] ?? throw new ArgumentException("The outcome has no goal.", nameof(outcome));
        (string does, string @do) = answers.AsksWhenMet[outcome] ? ("meet the goal", "meet it") : ("miss the goal", "miss it");
        PrimBox[] telling = [.. result.Boxes.TakeWhile(b => b.Density >= TellingDensity * result.Density).Take(MostBoxes)];
        if (result.Cases == 0)
        {
            return [answers.AsksWhenMet[outcome] ? "No world meets the goal." : "No world misses the goal."];
        }

        if (telling.Length == 0)
        {
            return [$"No few conditions say which worlds {does}."];
        }

        List<string> sentences = [$"{Percent(100 * telling[0].Coverage)} of the worlds that {does} have {Conditions(answers, telling[0])}; among worlds like that {Percent(100 * telling[0].Density)} {@do}, against {Percent(100 * result.Density)} of all."];
        sentences.AddRange(telling.Skip(1).Select(b => $"Of the rest, {Percent(100 * b.CoverageOfRest)} have {Conditions(answers, b)}; among worlds like that {Percent(100 * b.Density)} {@do}."));
        return sentences;
    }

    /// <summary>A demand on a factor in words, such as "delivery_pct under 50" or "delay_years of 2 or more".</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="restriction">The demand.</param>
    public static string Condition(Factor factor, PrimRestriction restriction)
    {
        if (factor.IsCategorical)
        {
            return $"{factor.Name} {string.Join(" or ", restriction.Levels.Select(l => factor.Words[l]))}";
        }

        bool isWhole = factor.Range is WholeNumberRange;
        string low = FactorValue(factor, restriction.Low);
        string high = FactorValue(factor, restriction.High);
        if (restriction.HasLow && restriction.HasHigh)
        {
            return $"{factor.Name} from {low} to {high}";
        }

        return restriction.HasLow
            ? isWhole ? $"{factor.Name} of {low} or more" : $"{factor.Name} over {low}"
            : isWhole ? $"{factor.Name} of {high} or less" : $"{factor.Name} under {high}";
    }

    /// <summary>A value of a factor, short: three significant digits, years and words as they are.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="value">The value, or the index of a word.</param>
    public static string FactorValue(Factor factor, double value)
    {
        if (factor.IsCategorical)
        {
            return factor.Words[(int)value];
        }

        if (factor.Range is WholeNumberRange)
        {
            return value.ToString("0", CultureInfo.InvariantCulture);
        }

        return Math.Abs(value) >= 100
            ? value.ToString("0", CultureInfo.InvariantCulture)
            : value.ToString(Math.Abs(value) >= 10 ? "0.#" : "0.##", CultureInfo.InvariantCulture);
    }

    /// <summary>A share of worlds or variance in whole percent; "under 1 %" and "over 99 %" rather than a 0 or 100 that is none.</summary>
    /// <param name="percent">Percent.</param>
    public static string Percent(double percent) => percent switch
    {
        > 0 and < 1 => "under 1 %",
        > 99 and < 100 => "over 99 %",
        _ => $"{Rounding.HalfUp(percent, 0).ToString("0", CultureInfo.InvariantCulture)} %",
    };

    /// <summary>The name of a unit, such as "Europe" or "Italy".</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="roster">Members and groups.</param>
    public static string UnitName(Outcome outcome, Roster roster)
    {
        if (!outcome.Unit.IsGroup)
        {
            return roster.Members[outcome.Unit.MemberIndex].Name;
        }

        return roster.TryGroup(outcome.UnitId, out Group? group) ? group.Title.Split(',')[0] : outcome.UnitId;
    }

    /// <summary>What a parameter is, in a few words for titles, such as "delivery" or "the year of arrival".</summary>
    /// <param name="parameter">The parameter.</param>
    public static string Plain(SweepParameter parameter) => parameter.Name switch
    {
        "at_least_pct" or "share_pct" => "the target",
        "share_add_pp" => "the points added",
        "real_growth_pct" or "real_change_pct" => "real growth of budgets",
        "from" => "the starting year",
        "to" => "the year of arrival",
        "shape" => "the shape of paths",
        SweepParameter.StartRevisionName => "the revision of today's figure",
        "delay_years" => "delay",
        "delivery_pct" => "delivery of plans",
        "max_step_pp" or "step5_pp" => "the largest step",
        "max_growth_pct" or "growth5_pct" => "the largest growth of budgets",
        "growth_pp" => "economic growth",
        "inflation_pp" => "inflation",
        "interest_pp" => "interest",
        "borrowed_pct" => "the part borrowed",
        "in_baseline_pct" => "what the outlook holds",
        "multiplier" => "the multiplier",
        "import_pct" => "imports",
        "offsets_pp_per_year" or "offsets_max_pp" => "taxes and cuts",
        "new_money_pct" => "new money of the related leg",
        "backfill_pct" => "the part taken over",
        "definition" => "the definition",
        _ => parameter.Name,
    };

    /// <summary>The word for how often the values of a range come, as sweep files have it.</summary>
    /// <param name="range">The range.</param>
    public static string Distribution(FactorRange range) => range switch
    {
        NormalRange => "normal",
        TriangularRange => "triangular",
        LogUniformRange => "log-uniform",
        ChoiceRange => "choice",
        LevelsRange => "levels",
        _ => "uniform",
    };

    internal static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    internal static string Hundredths(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Conditions(SweepAnswers answers, PrimBox box)
    {
        string[] parts = [.. box.Restrictions.OrderBy(r => r.DensityWithout).Select(r => Condition(answers.Job.Plan.Factors[r.Factor], r))];
        return parts.Length == 1 ? parts[0] : $"{string.Join(", ", parts[..^1])} and {parts[^1]}";
    }

    private static string Goal(Outcome outcome, double goal) => outcome.Variable switch
    {
        OutcomeVariable.ShortPp or OutcomeVariable.ExtraDebtPp => $"{AnswerWords.Threshold(goal)} points",
        OutcomeVariable.MembersAt => AnswerWords.Threshold(goal),
        _ when outcome.IsMoney => ValueWithUnit(outcome, goal),
        _ => $"{AnswerWords.Threshold(goal)} %",
    };

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
