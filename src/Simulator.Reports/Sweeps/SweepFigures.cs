using System.Collections.Immutable;
using System.Globalization;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Charts.Catalogue;
using Simulator.Reports.RunFigures;
using Simulator.Sweeps;
using Simulator.Sweeps.Analysis;
using Simulator.Sweeps.Designs;

namespace Simulator.Reports.Sweeps;

/// <summary>The figures of sweeps: for each outcome its distribution, tornado, indices, the factor that matters most, and where a goal is missed.</summary>
public static class SweepFigures
{
    private const int Bins = 40;
    private const int Stretches = 5;
    private const int Cells = 10;
    private const long FewestWorldsInCell = 20;

    /// <summary>Ids of the figures of a sweep, in their order.</summary>
    /// <param name="job">The sweep.</param>
    public static IReadOnlyList<string> Names(SweepJob job) =>
    [
        .. job.Plan.Outcomes.SelectMany(o => Kinds(job, o).Select(kind => $"{kind}-{Slug(o)}")),
    ];

    /// <summary>Ids of the tornadoes of outcomes.</summary>
    /// <param name="outcomes">The outcomes.</param>
    public static IReadOnlyList<string> TornadoNames(IReadOnlyList<Outcome> outcomes) => [.. outcomes.Select(o => $"tornado-{Slug(o)}")];

    /// <summary>All figures of a sweep.</summary>
    /// <param name="answers">The answers.</param>
    /// <returns>One for each of <see cref="Names"/>, in that order.</returns>
    public static IReadOnlyList<Figure> All(SweepAnswers answers) =>
        [.. Enumerable.Range(0, answers.Job.Plan.Outcomes.Count).SelectMany(o => OfOutcome(answers, o))];

    /// <summary>The figures of one outcome.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="outcome">Place of the outcome.</param>
    public static IReadOnlyList<Figure> OfOutcome(SweepAnswers answers, int outcome) =>
    [
        .. Kinds(answers.Job, answers.Job.Plan.Outcomes[outcome]).Select(kind => kind switch
        {
            "worlds" => Histogram(answers, outcome),
            "tornado" => OfBars(
                answers.Job.Request.Edition, answers.Job.Manifest.RunId, answers.Job.Plan.Factors, answers.Job.Plan.Outcomes[outcome],
                [.. answers.Bars.Where(b => b.Outcome == outcome)], answers.Stated[outcome]),
            "indices" => Indices(answers, outcome),
            "boxes" => Boxes(answers, outcome),
            "cloud" => Cloud(answers, outcome),
            _ => Grid(answers, outcome),
        }),
    ];

    /// <summary>True for the figures of an outcome.</summary>
    internal static bool IsAbout(Figure figure, Outcome outcome) => figure.Id.EndsWith("-" + Slug(outcome), StringComparison.Ordinal);

    /// <summary>A tornado for each outcome.</summary>
    /// <param name="answers">What each factor alone does.</param>
    public static IReadOnlyList<Figure> Tornadoes(RobustnessAnswers answers) =>
    [
        .. answers.Request.Outcomes.Select((outcome, o) => OfBars(
            answers.Request.Edition, answers.Manifest.RunId, answers.Request.Factors, outcome, answers.Ranked(o), answers.Stated[o])),
    ];

    private static IEnumerable<string> Kinds(SweepJob job, Outcome outcome)
    {
        yield return "worlds";
        yield return "tornado";
        if (job.Space.IsSaltelli)
        {
            yield return "indices";
        }

        yield return "boxes";
        yield return "cloud";
        if (outcome.HasGoal && job.Plan.Factors.Count > 1)
        {
            yield return "grid";
        }
    }

    private static Figure Histogram(SweepAnswers answers, int o)
    {
        SweepJob job = answers.Job;
        Outcome outcome = job.Plan.Outcomes[o];
        OutcomeTally tally = answers.Whole.Tallies[o];
        string unit = SweepWords.UnitName(outcome, job.Request.Edition.Roster);
        (double from, double width, int count) = Scale(outcome, tally);
        long[] worlds = new long[count];
        long below = 0;
        long above = 0;
        foreach ((double value, long some) in tally.Occupied)
        {
            // A value on an edge belongs to the bin above it, whatever the last digit of the division says.
            int bin = (int)Math.Floor(((value - from) / width) + 1e-9);
            if (bin < 0)
            {
                below += some;
            }
            else if (bin >= count)
            {
                above += some;
            }
            else
            {
                worlds[bin] += some;
            }
        }

        return OutcomeHistogram.Build(
            Caption(
                job.Request.Edition, job.Manifest.RunId, "worlds", outcome,
                outcome.HasGoal ? $"{unit}: {SweepWords.Percent(tally.MissedPct).Replace(" %", "%", StringComparison.Ordinal)} of worlds miss the goal" : $"{unit}: where the worlds of the sweep lie",
                $"{Capital(SweepWords.Long(outcome, job.Request.Edition.Roster))}, over {Count(tally.Count)} worlds"),
            [.. worlds.Select((some, i) => new OutcomeBin(from + (i * width), from + ((i + 1) * width), some))],
            new HistogramTerms(QuantityOf(outcome, job.Request.Edition.Roster), GoalOf(outcome), tally.MissedPct)
            {
                Base = answers.Stated[o],
                WorldsBelow = below,
                WorldsAbove = above,
            },
            FigureFormat.Free.Frame());
    }

    private static Figure OfBars(
        Edition edition, string runId, IReadOnlyList<Factor> factors, Outcome outcome, IReadOnlyList<TornadoBar> bars, double stated)
    {
        TornadoBar[] moving = [.. bars.Where(b => b.Swing > 0).OrderByDescending(b => b.Swing)];
        TornadoRow[] rows = moving.Length > 0
            ? [.. moving.Select(b => new TornadoRow(factors[b.Factor].Name, b.LowText, b.Low, b.HighText, b.High))]
            : [.. factors.Select(f => new TornadoRow(f.Name, "", stated, "", stated))];
        string unit = SweepWords.UnitName(outcome, edition.Roster);
        TornadoTerms terms = new(QuantityOf(outcome, edition.Roster), stated) { Goal = GoalOf(outcome).At };
        return TornadoBars.Build(
            Caption(
                edition, runId, "tornado", outcome,
                moving.Length > 0 ? $"{unit}: {SweepWords.Plain(factors[moving[0].Factor].Parameter)} moves most" : $"No factor moves {unit}",
                $"{Capital(SweepWords.Long(outcome, edition.Roster))}; each factor alone at its low and its high end"),
            rows,
            terms,
            TornadoBars.SizeFor(FigureFormat.Free, rows, terms));
    }

    private static Figure Indices(SweepAnswers answers, int o)
    {
        SweepJob job = answers.Job;
        Outcome outcome = job.Plan.Outcomes[o];
        IndexRow[] rows = [.. job.Plan.Factors.Select((f, i) => Row(f, answers.Indices[o][i]))];
        int first = answers.Ranking(o)[0];
        bool isConstant = answers.Whole.Tallies[o].Lowest == answers.Whole.Tallies[o].Highest;
        string unit = SweepWords.UnitName(outcome, job.Request.Edition.Roster);
        return IndexBars.Build(
            Caption(
                job.Request.Edition, job.Manifest.RunId, "indices", outcome,
                isConstant ? $"No factor moves {unit}" : $"{unit}: {SweepWords.Plain(job.Plan.Factors[first].Parameter)} matters most",
                $"Part of the variance of {SweepWords.Short(outcome, job.Request.Edition.Roster)} that each factor explains alone and with its interactions (Sobol' indices)"),
            rows,
            IndexBars.SizeFor(FigureFormat.Free, rows));
    }

    private static IndexRow Row(Factor factor, SensitivityIndex index)
    {
        bool isUnsure = index.Flag.HasFlag(SensitivityFlag.UnderSampled);
        return new(
            factor.Name,
            new IndexEstimate(index.First, index.FirstLow, index.FirstHigh, isUnsure),
            new IndexEstimate(index.Total, index.TotalLow, index.TotalHigh, isUnsure));
    }

    /// <summary>The outcome by stretches of the factor that matters most.</summary>
    private static Figure Boxes(SweepAnswers answers, int o)
    {
        SweepJob job = answers.Job;
        Outcome outcome = job.Plan.Outcomes[o];
        int f = answers.Ranking(o)[0];
        Factor factor = job.Plan.Factors[f];
        Stretch[] stretches = [.. StretchesOf(answers, f, Stretches)];
        List<BoxRow> rows = [new("all worlds", Five([.. answers.Sample.Outcome(o)]), answers.Stated[o])];
        foreach (Stretch stretch in stretches)
        {
            double[] inside = [.. Enumerable.Range(0, answers.Sample.Points).Where(i => stretch.Holds(answers.Sample.Factor(f, i))).Select(i => answers.Sample.Outcome(o)[i])];
            rows.Add(inside.Length == 0
                ? new($"{factor.Parameter.Name} {stretch.Label}", default, double.NaN, "no world")
                : new($"{factor.Parameter.Name} {stretch.Label}", Five(inside), double.NaN));
        }

        BoxTerms terms = new(QuantityOf(outcome, job.Request.Edition.Roster), GoalOf(outcome).At);
        return BoxRows.Build(
            Caption(
                job.Request.Edition, job.Manifest.RunId, "boxes", outcome,
                $"{SweepWords.UnitName(outcome, job.Request.Edition.Roster)} by {SweepWords.Plain(factor.Parameter)}",
                $"{Capital(SweepWords.Long(outcome, job.Request.Edition.Roster))}, by stretches of the factor that matters most"),
            rows,
            terms,
            BoxRows.SizeFor(FigureFormat.Free, rows, terms, ChartLanguage.English));
    }

    private static Figure Cloud(SweepAnswers answers, int o)
    {
        SweepJob job = answers.Job;
        Outcome outcome = job.Plan.Outcomes[o];
        int f = answers.Ranking(o)[0];
        Factor factor = job.Plan.Factors[f];
        return SampleScatter.Build(
            Caption(
                job.Request.Edition, job.Manifest.RunId, "cloud", outcome,
                $"{SweepWords.UnitName(outcome, job.Request.Edition.Roster)} and {SweepWords.Plain(factor.Parameter)}, world by world",
                $"{Capital(SweepWords.Long(outcome, job.Request.Edition.Roster))}, against {factor.Name}, the factor that matters most"),
            [.. Enumerable.Range(0, answers.Sample.Points).Select(i => new Point(answers.Sample.Factor(f, i), answers.Sample.Outcome(o)[i]))],
            new ScatterTerms(QuantityOf(factor), QuantityOf(outcome, job.Request.Edition.Roster))
            {
                FactorWords = [.. factor.Words],
                Goal = GoalOf(outcome).At,
                AllWorlds = job.Space.Independent,
            },
            FigureFormat.Free.Frame());
    }

    /// <summary>The two factors that matter most, and how often the goal is missed where they cross.</summary>
    private static Figure Grid(SweepAnswers answers, int o)
    {
        SweepJob job = answers.Job;
        Outcome outcome = job.Plan.Outcomes[o];
        IReadOnlyList<int> ranking = answers.Ranking(o);
        (int across, int upwards) = (ranking[0], ranking[1]);
        Stretch[] columns = [.. StretchesOf(answers, across, Cells)];
        Stretch[] lines = [.. StretchesOf(answers, upwards, Cells)];
        bool[] misses = answers.Misses(o);
        long[,] worlds = new long[lines.Length, columns.Length];
        long[,] missed = new long[lines.Length, columns.Length];
        for (int i = 0; i < misses.Length; i++)
        {
            int x = Array.FindIndex(columns, s => s.Holds(answers.Sample.Factor(across, i)));
            int y = Array.FindIndex(lines, s => s.Holds(answers.Sample.Factor(upwards, i)));
            worlds[y, x]++;
            missed[y, x] += misses[i] ? 1 : 0;
        }

        ImmutableArray<ImmutableArray<GridCell>> cells =
        [
            .. lines.Select((_, y) => columns.Select((_, x) => new GridCell(
                worlds[y, x] == 0 ? double.NaN : 100.0 * missed[y, x] / worlds[y, x], worlds[y, x])).ToImmutableArray()),
        ];
        return HeatGrid.Build(
            Caption(
                job.Request.Edition, job.Manifest.RunId, "grid", outcome,
                $"{SweepWords.UnitName(outcome, job.Request.Edition.Roster)}: where worlds miss the goal",
                $"Percent of worlds in which {SweepWords.Short(outcome, job.Request.Edition.Roster)} is {SweepWords.Missing(outcome)}, by the two factors that matter most"),
            cells,
            new GridTerms(GridFactorOf(job.Plan.Factors[across], columns), GridFactorOf(job.Plan.Factors[upwards], lines), FewestWorldsInCell),
            FigureFormat.Free.Frame());
    }

    /// <summary>A stretch of a factor: from a value to below another, or one value alone.</summary>
    private sealed record Stretch(double From, double To, bool HoldsEnd, string Label, string EdgeLabel, bool IsValue)
    {
        public bool Holds(double value) => value >= From && (value < To || (HoldsEnd && value <= To));
    }

    // Words and few whole numbers or levels are stretches of their own; a range is parted evenly.
    private static IEnumerable<Stretch> StretchesOf(SweepAnswers answers, int f, int most)
    {
        Factor factor = answers.Job.Plan.Factors[f];
        if (factor.Range.Kinds > 0 && factor.Range.Kinds <= Cells)
        {
            double[] values = factor.Range is LevelsRange levels ? [.. levels.Values.Distinct().Order()] : [.. Enumerable.Range(0, (int)factor.Range.Kinds).Select(i => factor.Range.Low + i)];
            return values.Select(v => new Stretch(v, v, true, SweepWords.FactorValue(factor, v), "", true));
        }

        double width = (factor.Range.High - factor.Range.Low) / most;
        return Enumerable.Range(0, most).Select(i =>
        {
            double from = factor.Range.Low + (i * width);
            double to = i == most - 1 ? factor.Range.High : factor.Range.Low + ((i + 1) * width);
            return new Stretch(from, to, i == most - 1, $"{SweepWords.FactorValue(factor, from)} to {SweepWords.FactorValue(factor, to)}", SweepWords.FactorValue(factor, from), false);
        });
    }

    private static GridFactor GridFactorOf(Factor factor, Stretch[] stretches) => new(
        factor.Name,
        Slug(factor.Parameter.Name),
        stretches[0].IsValue
            ? [.. stretches.Select(s => s.Label)]
            : [.. stretches.Select(s => s.EdgeLabel), SweepWords.FactorValue(factor, stretches[^1].To)]);

    /// <summary>Bins of one round width over the middle 99 percent of worlds, the goal inside where it is not far off.</summary>
    private static (double From, double Width, int Count) Scale(Outcome outcome, OutcomeTally tally)
    {
        if (outcome.Variable == OutcomeVariable.MembersAt)
        {
            double first = Math.Floor(tally.Lowest);
            return (first - 0.5, 1, (int)(Math.Ceiling(tally.Highest) - first) + 1);
        }

        double low = tally.Quantile(0.005);
        double high = tally.Quantile(0.995);
        double least = outcome.IsMoney ? 0.1 : 0.01;
        double width = least;
        foreach (double step in Steps(least))
        {
            width = step;
            if ((high - low) / step <= Bins)
            {
                break;
            }
        }

        double from = Math.Floor(low / width) * width;
        return (from, width, Math.Max(1, (int)Math.Ceiling((high - from) / width) + 1));
    }

    private static IEnumerable<double> Steps(double least)
    {
        for (double power = least; power < 1e9; power *= 10)
        {
            yield return power;
            yield return 2 * power;
            yield return 5 * power;
        }
    }

    private static FiveNumbers Five(double[] values)
    {
        double[] five = BoxPlot.Quantiles(values, [5, 25, 50, 75, 95]);
        return new(five[0], five[1], five[2], five[3], five[4]);
    }

    private static Quantity QuantityOf(Outcome outcome, Roster roster) => new(
        Capital(SweepWords.Long(outcome, roster)),
        outcome.Variable == OutcomeVariable.MembersAt ? "members" : Slug(outcome.Name.Split(':')[0]).Replace('-', '_'),
        outcome.Variable switch
        {
            OutcomeVariable.SharePct or OutcomeVariable.ShortPp => 2,
            OutcomeVariable.MembersAt => 0,
            _ when outcome.IsMoney => 0,
            _ => 1,
        })
    {
        IsPercent = outcome.Variable is OutcomeVariable.SharePct or OutcomeVariable.RealGrowthPct or OutcomeVariable.DebtPct or OutcomeVariable.BalancePct or OutcomeVariable.InterestPct,
    };

    private static Quantity QuantityOf(Factor factor) => new(
        factor.Name,
        Slug(factor.Parameter.Name).Replace('-', '_'),
        factor.Range.Kinds > 0 ? 0 : factor.Range.High - factor.Range.Low >= 10 ? 0 : 2);

    private static OutcomeGoal GoalOf(Outcome outcome) => !double.IsNaN(outcome.GoalAtLeast) ? new(outcome.GoalAtLeast, true)
        : !double.IsNaN(outcome.GoalAtMost) ? new(outcome.GoalAtMost, false)
        : OutcomeGoal.None;

    private static Caption Caption(Edition edition, string runId, string kind, Outcome outcome, string title, string subtitle) => new(
        $"{kind}-{Slug(outcome)}",
        Capital(title),
        subtitle,
        new Credit(edition.SourceLine, edition.Title, ScenarioFigures.Date(edition.CutOff), runId, SweepWords.Reading),
        ChartLanguage.English);

    private static string Slug(Outcome outcome) => Slug(outcome.Name);

    private static string Slug(string name) => name.ToLowerInvariant().Replace('_', '-').Replace(':', '-').Replace(' ', '-');

    private static string Capital(string text) => SweepWords.Capital(text);

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
