using System.Globalization;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Reports.Pages;
using Simulator.Sweeps;
using Simulator.Sweeps.Analysis;

namespace Simulator.Reports.Sweeps;

/// <summary>sweep.html: what a sweep says on one page, in plain words, figures and tables.</summary>
internal static class SweepPage
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "sweep.html";

    private static readonly double[] Quantiles = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>Writes the page.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="figures">Its figures.</param>
    /// <returns>UTF-8 HTML.</returns>
    public static byte[] Write(SweepAnswers answers, IReadOnlyList<Figure> figures)
    {
        SweepJob job = answers.Job;
        Roster roster = job.Request.Edition.Roster;
        string title = $"What moves \"{job.Request.Base.Title.TrimEnd('.', ' ')}\"";
        return PageShell.Write(title, SweepWords.Headline(answers, 0), "brief", page =>
        {
            using (page.In("header"))
            {
                page.Element("h1", title);
                page.Element("p", SweepText.Title(job), ("class", "quiet"));
                page.Element("p", $"{job.Request.Edition.Title}: {job.Request.Edition.Measure}. Run {job.Manifest.RunId}.", ("class", "quiet"));
            }

            using (page.In("main"))
            {
                page.Element("p", SweepWords.Headline(answers, 0), ("class", "lead"));
                Outcomes(page, answers, roster);
                for (int o = 0; o < job.Plan.Outcomes.Count; o++)
                {
                    Outcome(page, answers, o, [.. figures.Where(f => SweepFigures.IsAbout(f, job.Plan.Outcomes[o]))], roster);
                }

                Factors(page, answers);
                page.Element("h2", "How to read this");
                using (page.In("ul"))
                {
                    foreach (string remark in SweepText.Remarks(answers).Concat(Method(answers)))
                    {
                        page.Element("li", remark);
                    }
                }

                page.Element("p", job.Request.Edition.SourceLine, ("class", "quiet"));
            }
        });
    }

    private static void Outcomes(PageWriter page, SweepAnswers answers, Roster roster)
    {
        PageTable table = new(
            "Outcomes over all worlds; \"as stated\" is the base scenario with no factor moved",
            [new("Outcome"), new("As stated"), new("5 %"), new("25 %"), new("Median"), new("75 %"), new("95 %"), new("Goal", IsText: true), new("Worlds that miss it")]);
        for (int o = 0; o < answers.Job.Plan.Outcomes.Count; o++)
        {
            Outcome outcome = answers.Job.Plan.Outcomes[o];
            OutcomeTally tally = answers.Whole.Tallies[o];
            table.Add(
            [
                SweepWords.Capital(SweepWords.Long(outcome, roster)),
                SweepWords.Value(outcome, answers.Stated[o]),
                .. Quantiles.Select(q => SweepWords.Value(outcome, tally.Quantile(q))),
                outcome.HasGoal ? "not " + SweepWords.Missing(outcome) : "",
                outcome.HasGoal ? SweepWords.Percent(tally.MissedPct) : "",
            ]);
        }

        table.Write(page);
    }

    private static void Outcome(PageWriter page, SweepAnswers answers, int o, IReadOnlyList<Figure> figures, Roster roster)
    {
        Outcome outcome = answers.Job.Plan.Outcomes[o];
        page.Element("h2", SweepWords.Capital(SweepWords.Short(outcome, roster)));
        page.Element("p", SweepWords.Headline(answers, o));
        page.Element("p", SweepWords.WhatMatters(answers, o));
        if (outcome.HasGoal)
        {
            foreach (string sentence in SweepWords.When(answers, o))
            {
                page.Element("p", sentence);
            }
        }

        foreach (Figure figure in figures)
        {
            ReportPage.Draw(page, figure, "wide");
        }

        if (answers.Indices[o].Count > 0)
        {
            Indices(page, answers, o);
        }
    }

    private static void Indices(PageWriter page, SweepAnswers answers, int o)
    {
        PageTable table = new(
            $"Part of the variance that each factor explains, with 95 percent intervals: {answers.Job.Plan.Outcomes[o].Name}",
            [new("Factor"), new("With interactions"), new("from"), new("to"), new("Alone"), new("from"), new("to"), new("Remark", IsText: true)])
        {
            IsSortable = true,
        };
        foreach (int f in answers.Ranking(o))
        {
            SensitivityIndex index = answers.Indices[o][f];
            table.Add(
            [
                answers.Job.Plan.Factors[f].Name,
                .. new[] { index.Total, index.TotalLow, index.TotalHigh, index.First, index.FirstLow, index.FirstHigh }.Select(SweepWords.Hundredths),
                index.Flag == SensitivityFlag.Fine ? "" : index.Words,
            ]);
        }

        table.Write(page);
    }

    private static void Factors(PageWriter page, SweepAnswers answers)
    {
        page.Element("h2", "What was moved");
        PageTable table = new("Factors with their ranges, and why", [new("Factor"), new("Low"), new("High"), new("Distribution", IsText: true), new("Words", IsText: true), new("Why", IsText: true)]);
        foreach (Factor factor in answers.Job.Plan.Factors)
        {
            table.Add(
                factor.Name,
                factor.IsCategorical ? "" : SweepWords.FactorValue(factor, factor.Range.Low),
                factor.IsCategorical ? "" : SweepWords.FactorValue(factor, factor.Range.High),
                SweepWords.Distribution(factor.Range),
                string.Join(", ", factor.Words),
                factor.Note);
        }

        table.Write(page);
    }

    private static IEnumerable<string> Method(SweepAnswers answers)
    {
        if (answers.Boxes.Any(b => b is not null))
        {
            yield return "Conditions (boxes) come from the patient rule induction method, PRIM: they are looked for on half of the kept worlds and must hold on the other half; they name what goes with a miss, not what causes it.";
        }

        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"Distributions count {answers.Whole.Tallies[0].Count:N0} worlds; clouds, boxes and grids are about {answers.Sample.Points:N0} of them, chosen by their number.");
    }
}
