using Simulator.Reports.Tables;
using Simulator.Sweeps;
using Simulator.Sweeps.Analysis;
using static Simulator.Reports.Tables.FieldType;

namespace Simulator.Reports.Sweeps;

/// <summary>The tables of a sweep.</summary>
public static class SweepTables
{
    private static readonly double[] Quantiles = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95];

    /// <summary>All tables, in the order of the output.</summary>
    /// <param name="answers">The answers.</param>
    public static IReadOnlyList<ITable> All(SweepAnswers answers) =>
    [
        Outcomes(answers),
        Histogram(answers),
        Sensitivity(answers),
        Distances(answers),
        Boxes(answers),
        Factors(answers),
    ];

    /// <summary>outcomes.csv: how every outcome falls out over the worlds.</summary>
    public static ITable Outcomes(SweepAnswers answers)
    {
        const string unit = "unit of the row";
        TableSchema schema = new(
            "outcomes",
            "Outcomes over all worlds",
            $"One row for each outcome. {SweepWords.Reading}",
            [
                Outcome,
                new("unit", Text, "", "Unit of the row's numbers."),
                new("worlds", Number, "worlds", "Worlds that are counted: all of a plain design, A and B of a Saltelli design; with draws, each draw of them."),
                new("stated", Number, unit, "The outcome as the base scenario states it, no factor moved."),
                new("mean", Number, unit, "Mean over the worlds."),
                new("sd", Number, unit, "Standard deviation over the worlds; empty for one world."),
                new("lowest", Number, unit, "The smallest value of any world."),
                .. Quantiles.Select(q => new Column(QuantileName(q), Number, unit, $"The smallest value that {100 * q:0} percent of the worlds do not pass: shares, rates and counts to 0.01, money to 0.2 percent of the value.")),
                new("highest", Number, unit, "The largest value of any world."),
                new("goal_at_least", Number, unit, "The goal's lower bound; empty where there is none."),
                new("goal_at_most", Number, unit, "The goal's upper bound; empty where there is none."),
                new("worlds_that_miss_pct", Number, "percent of worlds", "Worlds that miss the goal; empty where there is none."),
            ],
            ["outcome"]);
        return new Rows(schema, rows =>
        {
            for (int o = 0; o < answers.Job.Plan.Outcomes.Count; o++)
            {
                Outcome outcome = answers.Job.Plan.Outcomes[o];
                OutcomeTally tally = answers.Whole.Tallies[o];
                rows.Text(outcome.Name);
                rows.Text(outcome.UnitText);
                rows.Number(tally.Count);
                rows.Number(answers.Stated[o]);
                rows.Number(tally.Mean);
                rows.NumberOrEmpty(tally.Sd);
                rows.Number(tally.Lowest);
                foreach (double q in Quantiles)
                {
                    rows.Number(tally.Quantile(q));
                }

                rows.Number(tally.Highest);
                rows.NumberOrEmpty(outcome.GoalAtLeast);
                rows.NumberOrEmpty(outcome.GoalAtMost);
                rows.NumberOrEmpty(tally.MissedPct);
                rows.EndRow();
            }
        });
    }

    /// <summary>histogram.csv: how many worlds have which value.</summary>
    public static ITable Histogram(SweepAnswers answers)
    {
        TableSchema schema = new(
            "histogram",
            "Worlds by value of an outcome",
            "One row for each outcome and value that some world has. Shares, rates and counts are counted in steps of 0.01 (from -200 to 800, what lies beyond in the last step), money in steps of at most 0.4 percent of the value.",
            [Outcome, new("value", Number, "unit of the outcome", "The middle of the step."), new("worlds", Number, "worlds", "Worlds in the step.")],
            ["outcome", "value"]);
        return new Rows(schema, rows =>
        {
            for (int o = 0; o < answers.Job.Plan.Outcomes.Count; o++)
            {
                foreach ((double value, long count) in answers.Whole.Tallies[o].Occupied)
                {
                    rows.Text(answers.Job.Plan.Outcomes[o].Name);
                    rows.Number(value);
                    rows.Number(count);
                    rows.EndRow();
                }
            }
        });
    }

    /// <summary>sensitivity.csv: each factor alone, low and high, and Sobol' indices.</summary>
    public static ITable Sensitivity(SweepAnswers answers)
    {
        TableSchema schema = new(
            "sensitivity",
            "What each factor does to each outcome",
            $"One row for each outcome and factor. {SweepWords.IndexReading} Jansen's estimators with 95 percent intervals from 1,000 resamples of blocks.",
            [
                Outcome,
                Factor,
                new("low_result", Number, "unit of the outcome", "The outcome with this factor alone at its low end, all else as the base scenario states it; of words, the lowest outcome of any. Empty where the factor alone cannot move the scenario."),
                new("high_result", Number, "unit of the outcome", "The same at the high end; of words, the highest outcome of any."),
                new("first_order", Number, "part of the variance", "First-order index, 0 to 1; empty where the design is not Saltelli's."),
                new("first_low", Number, "part of the variance", "Lower end of its interval."),
                new("first_high", Number, "part of the variance", "Upper end of its interval."),
                new("total", Number, "part of the variance", "Total index, 0 to 1."),
                new("total_low", Number, "part of the variance", "Lower end of its interval."),
                new("total_high", Number, "part of the variance", "Upper end of its interval."),
                new("flag", Text, "", "fine, or what must be known: under-sampled, constant outcome, an estimate that came out beyond 0 or 1 and was clipped, a total below the first-order index within noise. Empty without indices."),
            ],
            ["outcome", "factor"]);
        return new Rows(schema, rows => EachPair(answers, (o, f) =>
        {
            TornadoBar? bar = answers.Bars.FirstOrDefault(b => b.Outcome == o && b.Factor == f);
            Start(rows, answers, o, f);
            rows.NumberOrEmpty(bar?.Low ?? double.NaN);
            rows.NumberOrEmpty(bar?.High ?? double.NaN);
            if (answers.Indices[o].Count == 0)
            {
                Empty(rows, 7);
            }
            else
            {
                SensitivityIndex index = answers.Indices[o][f];
                foreach (double number in new[] { index.First, index.FirstLow, index.FirstHigh, index.Total, index.TotalLow, index.TotalHigh })
                {
                    rows.Number(number);
                }

                rows.Text(index.Words);
            }

            rows.EndRow();
        }));
    }

    /// <summary>distances.csv: given-data indices, and how factors differ between worlds that miss the goal and others.</summary>
    public static ITable Distances(SweepAnswers answers)
    {
        const string distance = "distance of distributions, 0 to 1";
        TableSchema schema = new(
            "distances",
            "Distances of distributions",
            $"One row for each outcome and factor, from {answers.Sample.Points} worlds kept one by one. PAWN: distance between the outcome's distribution with the factor in one of ten slices (or at one word) and its distribution over all worlds. Regional: distance between the factor's distribution in worlds that miss the goal and in the others.",
            [
                Outcome,
                Factor,
                new("pawn_median", Number, distance, "Median over the slices."),
                new("pawn_low", Number, distance, "Lower end of its 95 percent interval."),
                new("pawn_high", Number, distance, "Upper end of its 95 percent interval."),
                new("pawn_floor", Number, distance, "What a factor without effect reaches in nineteen of twenty cases."),
                new("pawn_largest", Number, distance, "Largest over the slices."),
                new("pawn_flag", Text, "", "fine, or what must be known."),
                new("regional", Number, distance, "Distance between worlds that miss the goal and the others; empty where there is no goal, or all or none miss it."),
                new("regional_p", Number, "chance", "The chance of such a distance if the factor had nothing to do with it."),
                new("regional_where", Text, "", "Where the worlds that miss the goal lie: low, high, middle or end values, or words; empty where nothing is significant."),
            ],
            ["outcome", "factor"]);
        return new Rows(schema, rows => EachPair(answers, (o, f) =>
        {
            PawnIndex pawn = answers.PawnIndices[o][f];
            Start(rows, answers, o, f);
            foreach (double number in new[] { pawn.Median, pawn.MedianLow, pawn.MedianHigh, pawn.MedianFloor, pawn.Largest })
            {
                rows.Number(number);
            }

            rows.Text(pawn.Words);
            if (answers.Regional[o] is { HasContrast: true } regional)
            {
                RegionalIndex index = regional.Factors[f];
                rows.Number(index.Distance);
                rows.Number(index.PValue);
                rows.Text(Where(answers.Job.Plan.Factors[f], index));
            }
            else
            {
                Empty(rows, 3);
            }

            rows.EndRow();
        }));
    }

    /// <summary>boxes.csv: conditions under which a goal is missed.</summary>
    public static ITable Boxes(SweepAnswers answers)
    {
        TableSchema schema = new(
            "boxes",
            "Conditions under which a goal is missed, or met",
            "Of worlds that miss the goal or, where most worlds miss it, of worlds that meet it (the column about). One row for each demand of each box that the patient rule induction method (PRIM) found, box after box; each is about the worlds that earlier boxes leave. A box that half samples do not confirm is not reported.",
            [
                Outcome,
                new("about", Text, "", "missed or met: which worlds the box is about."),
                new("box", Integer, "", "Number of the box, from 1."),
                Factor,
                new("low", Number, "unit of the factor", "Lowest value inside; empty where low values are not cut off, and for words."),
                new("high", Number, "unit of the factor", "Highest value inside; empty where high values are not cut off, and for words."),
                new("words", Text, "", "Words inside, separated by |; empty for numbers."),
                new("density_without_pct", Number, "percent of worlds", "Density of the box without this demand."),
                new("quasi_p", Number, "chance", "The chance of as many such worlds if the demand made no difference; small more easily than a true p-value, since the box was made to be dense."),
                new("reappears_pct", Number, "percent of half samples", "How often half samples demand something of this factor."),
                new("coverage_pct", Number, "percent of such worlds", "Worlds of the kind that about names and that lie in the box."),
                new("density_pct", Number, "percent of worlds in the box", "Worlds of the box that are of the kind that about names."),
                new("support_pct", Number, "percent of worlds", "Worlds in the box."),
            ],
            ["outcome", "box", "factor"]);
        return new Rows(schema, rows =>
        {
            for (int o = 0; o < answers.Boxes.Count; o++)
            {
                IReadOnlyList<PrimBox> boxes = answers.Boxes[o]?.Boxes ?? [];
                for (int b = 0; b < boxes.Count; b++)
                {
                    foreach (PrimRestriction demand in boxes[b].Restrictions)
                    {
                        Factor factor = answers.Job.Plan.Factors[demand.Factor];
                        rows.Text(answers.Job.Plan.Outcomes[o].Name);
                        rows.Text(answers.AsksWhenMet[o] ? "met" : "missed");
                        rows.Integer(b + 1);
                        rows.Text(factor.Name);
                        rows.NumberOrEmpty(demand.HasLow && !factor.IsCategorical ? demand.Low : double.NaN);
                        rows.NumberOrEmpty(demand.HasHigh && !factor.IsCategorical ? demand.High : double.NaN);
                        rows.Text(string.Join('|', demand.Levels.Select(l => factor.Words[l])));
                        rows.Number(100 * demand.DensityWithout);
                        rows.Number(demand.QuasiP);
                        rows.Number(100 * demand.Reappears);
                        rows.Number(100 * boxes[b].Coverage);
                        rows.Number(100 * boxes[b].Density);
                        rows.Number(100 * boxes[b].Support);
                        rows.EndRow();
                    }
                }
            }
        });
    }

    /// <summary>factors.csv: what was moved.</summary>
    public static ITable Factors(SweepAnswers answers)
    {
        TableSchema schema = new(
            "factors",
            "What was moved",
            "One row for each factor of the sweep, in the order of the file.",
            [
                Factor,
                new("parameter", Text, "", "Name of the parameter."),
                new("members", Text, "", "Members as written; empty for all."),
                new("low", Number, "unit of the parameter", "Low end; empty for words."),
                new("high", Number, "unit of the parameter", "High end; empty for words."),
                new("distribution", Text, "", "How often each value comes."),
                new("words", Text, "", "The words of a categorical factor, separated by |; empty for numbers."),
                new("note", Text, "", "What the sweep file says beside it."),
            ],
            ["factor"]);
        return new Rows(schema, rows =>
        {
            foreach (Factor factor in answers.Job.Plan.Factors)
            {
                rows.Text(factor.Name);
                rows.Text(factor.Parameter.Name);
                rows.Text(factor.MembersText);
                rows.NumberOrEmpty(factor.IsCategorical ? double.NaN : factor.Range.Low);
                rows.NumberOrEmpty(factor.IsCategorical ? double.NaN : factor.Range.High);
                rows.Text(SweepWords.Distribution(factor.Range));
                rows.Text(string.Join('|', factor.Words));
                rows.Text(factor.Note);
                rows.EndRow();
            }
        });
    }

    private static Column Outcome { get; } = new("outcome", Text, "", "Name of the outcome: variable:unit:year.");

    private static Column Factor { get; } = new("factor", Text, "", "Name of the factor: the parameter, and the members where not all are meant.");

    internal static string Where(Factor factor, RegionalIndex index) => !index.IsSignificant ? "" : index.Direction switch
    {
        CaseDirection.LowValues => "low values",
        CaseDirection.HighValues => "high values",
        CaseDirection.MiddleValues => "middle values",
        CaseDirection.EndValues => "end values",
        CaseDirection.Levels => string.Join('|', index.Levels.Select(l => factor.Words[l])),
        _ => "",
    };

    private static string QuantileName(double part) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"p{100 * part:00}");

    private static void EachPair(SweepAnswers answers, Action<int, int> write)
    {
        for (int o = 0; o < answers.Job.Plan.Outcomes.Count; o++)
        {
            for (int f = 0; f < answers.Job.Plan.Factors.Count; f++)
            {
                write(o, f);
            }
        }
    }

    private static void Start(TableWriter rows, SweepAnswers answers, int outcome, int factor)
    {
        rows.Text(answers.Job.Plan.Outcomes[outcome].Name);
        rows.Text(answers.Job.Plan.Factors[factor].Name);
    }

    private static void Empty(TableWriter rows, int cells)
    {
        for (int i = 0; i < cells; i++)
        {
            rows.Empty();
        }
    }

    /// <summary>A table whose rows one function writes.</summary>
    private sealed class Rows(TableSchema schema, Action<TableWriter> write) : ITable
    {
        public TableSchema Schema => schema;

        public void Write(TableWriter rows) => write(rows);
    }
}
