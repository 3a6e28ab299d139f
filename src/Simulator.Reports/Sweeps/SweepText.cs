using System.Globalization;
using System.Text;
using Simulator.Alliance;
using Simulator.Reports.Answers;
using Simulator.Sweeps;
using Simulator.Sweeps.Analysis;

namespace Simulator.Reports.Sweeps;

/// <summary>What a sweep says, for a terminal of 100 columns.</summary>
public static class SweepText
{
    private const int Width = AnswerText.DefaultWidth;
    private const int ShownFactors = 5;
    private const int NameWidth = 34;
    private const int CellWidth = 9;

    /// <summary>Writes the answers.</summary>
    /// <param name="answers">The answers.</param>
    /// <returns>Text with LF line ends.</returns>
    public static string Write(SweepAnswers answers)
    {
        SweepJob job = answers.Job;
        Roster roster = job.Request.Edition.Roster;
        StringBuilder text = new();
        AnswerWords.Paragraph(text, Title(job), Width);
        AnswerWords.Paragraph(text, $"{job.Request.Edition.Title}. Run {job.Manifest.RunId}.", Width);
        text.Append('\n');
        for (int o = 0; o < job.Plan.Outcomes.Count; o++)
        {
            Outcome outcome = job.Plan.Outcomes[o];
            AnswerWords.Paragraph(text, SweepWords.Headline(answers, o), Width);
            Indented(text, SweepWords.WhatMatters(answers, o));
            if (outcome.HasGoal)
            {
                foreach (string sentence in SweepWords.When(answers, o))
                {
                    Indented(text, sentence);
                }
            }
        }

        text.Append('\n');
        Outcomes(text, answers, roster);
        text.Append('\n');
        if (job.Space.IsSaltelli)
        {
            Indices(text, answers);
            text.Append('\n');
        }

        foreach (string remark in Remarks(answers))
        {
            AnswerWords.Paragraph(text, "- " + remark, Width);
        }

        return text.ToString();
    }

    /// <summary>What was swept, in one sentence.</summary>
    /// <param name="job">The sweep.</param>
    public static string Title(SweepJob job)
    {
        string draws = job.Options.Draws > 0 ? string.Create(CultureInfo.InvariantCulture, $", each with {job.Options.Draws:N0} draws of chance") : "";
        string points = job.Space.IsSaltelli ? string.Create(CultureInfo.InvariantCulture, $", {job.Space.Points:N0} base points") : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{job.Request.Base.Title} ({job.Request.Base.Id}), moved by the {job.Plan.Factors.Count} factors of {job.Request.SweepName}: {job.Space.Worlds:N0} worlds ({SweepChoice.Designs[(int)job.Request.Choice.Design]}{points}){draws}.");
    }

    /// <summary>What a reader of the numbers has to know.</summary>
    /// <param name="answers">The answers.</param>
    public static IEnumerable<string> Remarks(SweepAnswers answers)
    {
        SweepJob job = answers.Job;
        yield return SweepWords.Reading;
        if (job.Space.IsSaltelli)
        {
            yield return SweepWords.IndexReading;
        }

        Factor[] idle = [.. job.Plan.Factors.Where((_, f) => MovesNothing(answers, f))];
        if (idle.Length > 0)
        {
            yield return $"These factors move none of the outcomes: {string.Join(", ", idle.Select(f => f.Name))}.";
        }

        if (job.Plan.HasDebt)
        {
            yield return "Debt: the scenario's own part borrowed, measured against today's share held less in_baseline_pct of the rise; interest on old debt does not move with interest_pp.";
        }

        if (job.Plan.MovesStart)
        {
            yield return "start_revision_pct multiplies every year of a member's path; extra spending is told above today's share as so revised, the line from NATO's present figure.";
        }

        if (job.Options.Draws > 0)
        {
            yield return $"Chance: the same draws in every world; distributions count every draw, indices are about the mean over the draws of a world.{(job.Plan.MovesStart ? " Chance leaves the start revision out, since a factor moves it." : "")}";
        }

        yield return "A factor that names years (growth, inflation, delivery) holds in every projected year.";
    }

    /// <summary>True when neither alone nor with others a factor moves any outcome.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="factor">Place of the factor.</param>
    public static bool MovesNothing(SweepAnswers answers, int factor) =>
        answers.Bars.Where(b => b.Factor == factor).All(b => b.Swing == 0)
        && answers.Indices.All(i => i.Count > 0 && i[factor].Flag == SensitivityFlag.NoEffect);

    private static void Outcomes(StringBuilder text, SweepAnswers answers, Roster roster)
    {
        Row(text, "", ["stated", "5 %", "median", "95 %", "misses"]);
        for (int o = 0; o < answers.Job.Plan.Outcomes.Count; o++)
        {
            Outcome outcome = answers.Job.Plan.Outcomes[o];
            OutcomeTally tally = answers.Whole.Tallies[o];
            string name = SweepWords.Long(outcome, roster);
            Row(
                text,
                SweepWords.Capital(name),
                [
                    SweepWords.Value(outcome, answers.Stated[o]),
                    SweepWords.Value(outcome, tally.Quantile(0.05)),
                    SweepWords.Value(outcome, tally.Quantile(0.5)),
                    SweepWords.Value(outcome, tally.Quantile(0.95)),
                    outcome.HasGoal ? SweepWords.Percent(tally.MissedPct) : "",
                ]);
        }
    }

    private static void Indices(StringBuilder text, SweepAnswers answers)
    {
        for (int o = 0; o < answers.Job.Plan.Outcomes.Count; o++)
        {
            Row(text, answers.Job.Plan.Outcomes[o].Name, ["total", "from", "to", "first", ""]);
            foreach (int f in answers.Ranking(o).Take(ShownFactors))
            {
                SensitivityIndex index = answers.Indices[o][f];
                Row(
                    text,
                    "  " + answers.Job.Plan.Factors[f].Name,
                    [
                        SweepWords.Hundredths(index.Total),
                        SweepWords.Hundredths(index.TotalLow),
                        SweepWords.Hundredths(index.TotalHigh),
                        SweepWords.Hundredths(index.First),
                        index.Flag == SensitivityFlag.Fine ? "" : index.Words,
                    ]);
            }
        }
    }

    // A name too long for its column has a line of its own.
    private static void Row(StringBuilder text, string name, IReadOnlyList<string> cells)
    {
        if (name.Length > NameWidth)
        {
            AnswerWords.Paragraph(text, name, Width);
            name = "";
        }

        StringBuilder line = new(name.PadRight(NameWidth));
        for (int i = 0; i < cells.Count; i++)
        {
            line.Append(i < 4 || cells[i].Length <= CellWidth - 1 ? cells[i].PadLeft(CellWidth) : "  " + cells[i]);
        }

        text.Append(line.ToString().TrimEnd()).Append('\n');
    }

    private static void Indented(StringBuilder text, string paragraph)
    {
        foreach (string line in AnswerWords.Wrap(paragraph, Width - 4, 0))
        {
            text.Append("    ").Append(line).Append('\n');
        }
    }
}
