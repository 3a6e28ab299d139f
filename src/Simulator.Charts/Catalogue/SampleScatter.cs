using System.Collections.Immutable;
using Simulator.Charts.Text;

namespace Simulator.Charts.Catalogue;

/// <summary>What a cloud of worlds shows.</summary>
/// <param name="Factor">The factor, across.</param>
/// <param name="Outcome">The outcome, upwards.</param>
public sealed record ScatterTerms(Quantity Factor, Quantity Outcome)
{
    /// <summary>Words of the factor's values 0, 1, 2 … where it chooses among words; empty for numbers.</summary>
    public ImmutableArray<string> FactorWords { get; init; } = [];

    /// <summary>The value that the outcome is held against; not finite for none.</summary>
    public double Goal { get; init; } = double.NaN;

    /// <summary>Worlds of the sweep, where only some of them are given; zero where all are.</summary>
    public long AllWorlds { get; init; }
}

/// <summary>One factor against one outcome: a dot for each of some worlds, and the median of the outcome by tenths of the factor.</summary>
public static class SampleScatter
{
    /// <summary>Most dots that are drawn.</summary>
    public const int MostDots = 1500;

    /// <summary>A factor of up to this many values has a median at each of them.</summary>
    private const int FewValues = 12;

    private const int Groups = 10;

    /// <summary>How far dots of one value are spread to each side, as a part of the distance between values.</summary>
    private const double Spread = 0.3;

    /// <summary>Size of a tick's words at a text scale of 1, pixels.</summary>
    private const double TickSize = 12;

    /// <summary>Part of a figure's width that its plot has at least. Words that do not all fit below it are numbered, and the note says what the numbers are.</summary>
    private const double PlotPart = 0.65;

    /// <summary>How near the ends of a sample come to round values that stand for them, as a part of its range.</summary>
    private const double Near = 0.03;

    /// <summary>The fraction of the golden ratio: its multiples lie evenly between whole numbers, whatever their count.</summary>
    private const double Golden = 0.6180339887498949;

    /// <summary>Builds the figure. Of more than 1,500 worlds as many are drawn, at even steps by their index; medians are of all that are given.</summary>
    /// <param name="caption">The words of the figure.</param>
    /// <param name="worlds">Factor and outcome of each world, in the order of the worlds; one that is not finite is left out.</param>
    /// <param name="terms">What is shown.</param>
    /// <param name="size">Size.</param>
    /// <returns>The figure, with columns series (world or median), index (of the world, or of the group), the factor's and the outcome's as its data.</returns>
    /// <exception cref="ArgumentException">There is no world with two finite numbers.</exception>
    public static Figure Build(Caption caption, IReadOnlyList<Point> worlds, ScatterTerms terms, FigureSize size)
    {
        Point[] known = [.. worlds.Where(IsKnown)];
        if (known.Length == 0)
        {
            throw new ArgumentException("A cloud needs at least one world with a factor and an outcome.", nameof(worlds));
        }

        var language = caption.Language;
        var words = SweepWords.Of(language);
        var count = Math.Min(worlds.Count, MostDots);
        int[] drawn = [.. Enumerable.Range(0, count).Select(i => (int)((long)i * worlds.Count / count)).Where(i => IsKnown(worlds[i]))];
        double[] values = [.. known.Select(p => p.X).Distinct().Order()];
        var isDiscrete = values.Length <= FewValues;
        var medians = isDiscrete ? AtValues(known) : ByTenths(known);
        string[] texts = isDiscrete && terms.FactorWords.Length > 0 ? [.. values.Select(v => FactorText(v, terms, language))] : [];
        var isNumbered = texts.Any(t => FontMetrics.Room(t, TickSize * size.TextScale) > size.Width * PlotPart / values.Length);
        var gap = values.Length < 2 ? 1 : values.Zip(values.Skip(1), (a, b) => b - a).Min();
        double[] heights = [.. drawn.Select(i => worlds[i].Y), .. medians.Select(m => m.Y), .. new[] { terms.Goal }.Where(double.IsFinite)];
        var x = isDiscrete
            ? new Axis(AxisKind.Number, values[0] - (gap / 2), values[^1] + (gap / 2), [.. values.Select((v, i) => new Tick(v, isNumbered ? language.Number(i + 1) : FactorText(v, terms, language)))], false)
            : Snug(Axis.Around(values[0], values[^1], RowNames.IsNarrow(size) ? 3 : 6, (v, step) => terms.Factor.Tick(v, step, language)), values);
        var y = Axis.Around(heights.Min(), heights.Max(), 5, (v, step) => terms.Outcome.Tick(v, step, language));
        var isNarrow = RowNames.IsNarrow(size);
        var medianName = isDiscrete ? words.MedianByValue : words.MedianByTenths;
        var goalName = SweepLines.Label(words.Goal, terms.Goal, terms.Outcome, language);
        var marks = ImmutableArray.CreateBuilder<Mark>();
        marks.Add(new CloudMark([.. drawn.Select(i => isDiscrete ? Aside(worlds[i], i, gap) : worlds[i])], Hue.Muted) { Tip = words.OneWorld });
        if (double.IsFinite(terms.Goal))
        {
            marks.Add(new LineMark([new Point(x.From, terms.Goal), new Point(x.To, terms.Goal)], double.NegativeInfinity, Hue.Ink)
            {
                EndLabel = isNarrow ? "" : goalName,
                Tip = goalName,
            });
        }

        marks.Add(new LineMark([.. medians], double.PositiveInfinity, Hue.Blue)
        {
            EndLabel = isNarrow ? "" : $"{ScenarioWords.Of(language).Median} {terms.Outcome.Say(medians[^1].Y, language)}",
            Tip = medianName,
        });
        marks.AddRange(medians.Select(m => new DotMark(m, DotShape.Filled, Hue.Blue)
        {
            Tip = $"{FactorText(m.X, terms, language)}, {medianName}: {terms.Outcome.Say(m.Y, language)}",
        }));
        var all = Math.Max(terms.AllWorlds, worlds.Count);
        return new Figure(
            caption.Id, caption.Title, caption.Subtitle,
            SweepLines.WithNote(
                caption.Credit,
                drawn.Length < all ? ChartLanguage.Fill(words.DrawnOf, language.Number(drawn.Length), language.Number(all)) : "",
                isDiscrete ? words.Aside : "",
                isNumbered ? string.Join(", ", texts.Select((t, i) => ChartLanguage.Fill(language.Words.LineAt, language.Number(i + 1), t))) + "." : ""),
            caption.Description.Length > 0 ? caption.Description : Describe(all, medians, terms, language),
            size, 1,
            [new Panel("", x with { Title = terms.Factor.Name }, y with { Title = terms.Outcome.Name }, marks.ToImmutable())],
            Key(medianName, isNarrow && double.IsFinite(terms.Goal) ? goalName : "", words),
            new FigureData(
                ["series", "index", terms.Factor.Column, terms.Outcome.Column],
                [
                    .. drawn.Select(i => ImmutableArray.Create<Cell>("world", i, worlds[i].X, worlds[i].Y)),
                    .. medians.Select((m, i) => ImmutableArray.Create<Cell>("median", i, m.X, m.Y)),
                ]),
            language);
    }

    /// <summary>The axis of a factor without what is empty at its ends; where a sample nearly reaches a round value the axis ends there.</summary>
    private static Axis Snug(Axis axis, double[] sorted)
    {
        var near = Near * (sorted[^1] - sorted[0]);
        return SweepLines.Within(
            axis, sorted[0] - axis.From <= near ? axis.From : sorted[0], axis.To - sorted[^1] <= near ? axis.To : sorted[^1]);
    }

    private static bool IsKnown(Point world) => double.IsFinite(world.X) && double.IsFinite(world.Y);

    private static string FactorText(double value, ScatterTerms terms, ChartLanguage language) =>
        value >= 0 && value < terms.FactorWords.Length && value == Math.Floor(value) ? terms.FactorWords[(int)value] : terms.Factor.Say(value, language);

    private static Point Aside(Point world, int index, double gap)
    {
        var part = index * Golden;
        return world with { X = world.X + ((part - Math.Floor(part) - 0.5) * 2 * Spread * gap) };
    }

    private static Point[] AtValues(Point[] worlds) => [.. worlds.GroupBy(p => p.X).OrderBy(g => g.Key).Select(g => new Point(g.Key, Median(g.Select(p => p.Y))))];

    /// <summary>Ten groups of as many worlds, from the lowest factor to the highest; a group stands at the median of its factor.</summary>
    private static Point[] ByTenths(Point[] worlds)
    {
        Point[] sorted = [.. worlds.OrderBy(p => p.X)];
        return
        [
            .. Enumerable.Range(0, Groups)
                .Select(g => sorted[(int)((long)g * sorted.Length / Groups)..(int)((long)(g + 1) * sorted.Length / Groups)])
                .Where(g => g.Length > 0)
                .Select(g => new Point(Median(g.Select(p => p.X)), Median(g.Select(p => p.Y)))),
        ];
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static ImmutableArray<KeyEntry> Key(string medianName, string goalName, SweepWords words)
    {
        var key = ImmutableArray.Create(new KeyEntry(KeySample.FilledDot, Hue.Muted, words.OneWorld), new KeyEntry(KeySample.Solid, Hue.Blue, medianName));
        return goalName.Length == 0 ? key : key.Add(new KeyEntry(KeySample.Dashed, Hue.Ink, goalName));
    }

    private static string Describe(long worlds, Point[] medians, ScatterTerms terms, ChartLanguage language) => ChartLanguage.Fill(
        SweepWords.Of(language).DescribeCloud,
        language.Number(worlds),
        terms.Factor.Name,
        terms.Outcome.Name,
        string.Join("; ", new[] { medians[0], medians[^1] }.Select(m => $"{FactorText(m.X, terms, language)}: {terms.Outcome.Say(m.Y, language)}")));
}
