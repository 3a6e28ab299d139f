using System.Collections.Immutable;

namespace Simulator.Charts.Catalogue;

/// <summary>One line of a chart of trajectories.</summary>
/// <param name="Name">Its name in the figure's language.</param>
/// <param name="Years">Years, ascending.</param>
/// <param name="Values">One value for each year; what is not finite is a gap.</param>
/// <param name="Highlighted">Whether the line stands out; at most four should.</param>
public sealed record TrajectorySeries(string Name, ImmutableArray<int> Years, ImmutableArray<double> Values, bool Highlighted)
{
    /// <summary>Last year that is past in this line, where it differs from that of the others; -1 where it does not.</summary>
    public int LastHistoryYear { get; init; } = -1;

    /// <summary>False for a line whose name its neighbours make needless, such as the history that scenarios share.</summary>
    public bool IsNamed { get; init; } = true;
}

/// <summary>Years and unit of a chart of trajectories.</summary>
/// <param name="LastHistoryYear">Last year that is past; later years are dashed.</param>
/// <param name="FirstEstimateYear">First year of the past whose figures are estimates; beyond the past when none is.</param>
/// <param name="Unit">What the values measure, written above the axis; empty where the subtitle says it.</param>
/// <param name="IsPercent">Whether values are written with a percent sign.</param>
/// <param name="Decimals">Decimals of the values written at the ends of lines.</param>
public sealed record TrajectoryTerms(int LastHistoryYear, int FirstEstimateYear, string Unit, bool IsPercent, int Decimals)
{
    /// <summary>A level that the lines are held against; not finite for none.</summary>
    public double ReferenceAt { get; init; } = double.NaN;

    /// <summary>What that level is called.</summary>
    public string ReferenceName { get; init; } = "";

    /// <summary>Whether the axis may start above zero: for ratios whose level says nothing, never for spending.</summary>
    public bool MayStartAboveZero { get; init; }

    /// <summary>Values besides those of the lines that the axis must reach.</summary>
    public ImmutableArray<double> Covers { get; init; } = [];

    /// <summary>Column of the data that holds the values, with its unit.</summary>
    public string ValueColumn { get; init; } = "value";
}

/// <summary>Lines over years in one plot, each with its name and last value at its end.</summary>
public static class Trajectories
{
    private static readonly Hue[] Hues = [Hue.Blue, Hue.Vermilion, Hue.Green, Hue.Purple];

    /// <summary>Builds the figure.</summary>
    /// <param name="caption">The words of the figure.</param>
    /// <param name="series">The lines, at least one; those that stand out are drawn over the others.</param>
    /// <param name="terms">Years and unit.</param>
    /// <param name="size">Size.</param>
    /// <returns>The figure, with columns series, year, status and the value's as its data.</returns>
    /// <exception cref="ArgumentException">There is no line, or a line's years and values are empty or differ in length.</exception>
    public static Figure Build(Caption caption, IReadOnlyList<TrajectorySeries> series, TrajectoryTerms terms, FigureSize size)
    {
        if (series.Count == 0 || series.Any(s => s.Years.IsEmpty || s.Years.Length != s.Values.Length))
        {
            throw new ArgumentException("Trajectories need lines with one value for each year.", nameof(series));
        }

        var language = caption.Language;
        var (first, last) = (series.Min(s => s.Years[0]), series.Max(s => s.Years[^1]));
        var x = Axis.Years(first, last, Ticks(first, last, terms.LastHistoryYear), y => YearLabel(y, terms));
        var values = series.SelectMany(s => s.Values).Concat(terms.Covers).Append(terms.ReferenceAt).Where(double.IsFinite).ToArray();
        var y = UprightAxis(values, terms, language);
        var marks = ImmutableArray.CreateBuilder<Mark>();
        if (last > terms.LastHistoryYear)
        {
            marks.Add(new BandMark(
                AxisSide.X, Math.Max(terms.LastHistoryYear, x.From), x.To, ChartLanguage.Fill(language.Words.ProjectionFrom, ChartLanguage.Year(terms.LastHistoryYear + 1))));
        }

        if (double.IsFinite(terms.ReferenceAt))
        {
            var label = terms.ReferenceName.Length == 0 ? "" : ChartLanguage.Fill(language.Words.LineAt, terms.ReferenceName, Say(terms.ReferenceAt, terms, language));
            marks.Add(new ReferenceMark(AxisSide.Y, terms.ReferenceAt, "", Hue.Ink) { Tip = label });

            // The names of lines stand at the right, where many lines meet the level: its own name keeps to the left.
            marks.Add(new LabelMark(new Point(first + ((last - first) * 0.1), terms.ReferenceAt), label, Hue.Ink, LabelSide.Above, true));
        }

        var hue = 0;
        var hues = series.Select(s => s.Highlighted ? Hues[hue++ % Hues.Length] : Hue.Slate).ToArray();
        foreach (var i in Enumerable.Range(0, series.Count).OrderBy(i => series[i].Highlighted))
        {
            AddLine(marks, series[i], hues[i], terms, language);
        }

        return new Figure(
            caption.Id, caption.Title, caption.Subtitle, caption.Credit,
            caption.Description.Length > 0 ? caption.Description : Describe(caption, series, terms, language),
            size, 1, [new Panel("", x, y with { Title = terms.Unit }, marks.ToImmutable())], [], DataOf(series, terms), language);
    }

    private static void AddLine(ImmutableArray<Mark>.Builder marks, TrajectorySeries line, Hue hue, TrajectoryTerms terms, ChartLanguage language)
    {
        var end = LastFinite(line.Values);
        if (end < 0)
        {
            return;
        }

        var text = $"{line.Name} {Say(line.Values[end], terms, language)}";
        marks.Add(new LineMark(
            [.. line.Years.Select((year, i) => new Point(year, line.Values[i]))],
            line.LastHistoryYear >= 0 ? line.LastHistoryYear : terms.LastHistoryYear,
            hue,
            line.Highlighted ? LineWeight.Strong : LineWeight.Thin)
        {
            EndLabel = line.IsNamed ? text : "",
            Tip = $"{line.Name}, {YearLabel(line.Years[end], terms)}: {Say(line.Values[end], terms, language)}",
        });
        for (var i = 0; i < line.Years.Length; i++)
        {
            if (line.Highlighted && double.IsFinite(line.Values[i]) && (i == end || line.Years[i] == terms.LastHistoryYear))
            {
                marks.Add(new DotMark(new Point(line.Years[i], line.Values[i]), DotShape.Filled, hue)
                {
                    Tip = $"{line.Name}, {YearLabel(line.Years[i], terms)}: {Say(line.Values[i], terms, language)}",
                });
            }
        }
    }

    private static Axis UprightAxis(double[] values, TrajectoryTerms terms, ChartLanguage language)
    {
        var (low, high) = (values.DefaultIfEmpty(0).Min(), values.DefaultIfEmpty(1).Max());
        if (!terms.MayStartAboveZero || low <= 0 || low < (high - low) * 2)
        {
            return Axis.Numbers(low, high, 5, Label);
        }

        // Far above zero the differences are what is shown: the axis starts at a round number below the lowest value.
        var from = Axis.Numbers(0, high - low, 5, Label);
        var step = from.Ticks[1].At - from.Ticks[0].At;
        var (first, last) = ((long)Math.Floor(low / step), (long)Math.Ceiling((high / step) - 1e-9));
        return new Axis(
            AxisKind.Number, first * step, Math.Max(last, first + 1) * step,
            [.. Enumerable.Range(0, (int)(Math.Max(last, first + 1) - first) + 1).Select(i => new Tick((first + i) * step, Label((first + i) * step, step)))], true);

        string Label(double value, double size) => terms.IsPercent
            ? language.Percent(value, ChartLanguage.DecimalsOf(size))
            : language.Number(value, ChartLanguage.DecimalsOf(size));
    }

    /// <summary>First, today's and last year, and round ones between that have room.</summary>
    private static IEnumerable<int> Ticks(int first, int last, int today)
    {
        var step = (last - first) switch { > 50 => 10, > 14 => 5, _ => 2 };
        int[] named = [first, today, last];
        return named.Concat(Enumerable.Range(first, last - first + 1).Where(y => y % step == 0 && named.All(n => Math.Abs(n - y) > step / 4)));
    }

    private static int LastFinite(ImmutableArray<double> values)
    {
        var i = values.Length - 1;
        while (i >= 0 && !double.IsFinite(values[i]))
        {
            i--;
        }

        return i;
    }

    private static string YearLabel(int year, TrajectoryTerms terms) => ChartLanguage.Year(year, year >= terms.FirstEstimateYear && year <= terms.LastHistoryYear);

    private static string Say(double value, TrajectoryTerms terms, ChartLanguage language) =>
        terms.IsPercent ? language.Percent(value, terms.Decimals) : language.Number(value, terms.Decimals);

    private static string Describe(Caption caption, IReadOnlyList<TrajectorySeries> series, TrajectoryTerms terms, ChartLanguage language)
    {
        var ends = series.Select(s => (Line: s, End: LastFinite(s.Values))).Where(e => e.End >= 0)
            .Select(e => $"{e.Line.Name} {YearLabel(e.Line.Years[e.End], terms)}: {Say(e.Line.Values[e.End], terms, language)}");
        return $"{caption.Subtitle}. {string.Join("; ", ends)}.";
    }

    private static FigureData DataOf(IReadOnlyList<TrajectorySeries> series, TrajectoryTerms terms) => new(
        ["series", "year", "status", terms.ValueColumn],
        [
            .. series.SelectMany(s => s.Years.Select((year, i) => ImmutableArray.Create<Cell>(
                s.Name, year, Status.Of(year, s.LastHistoryYear >= 0 ? s.LastHistoryYear : terms.LastHistoryYear, terms.FirstEstimateYear), s.Values[i]))),
        ]);
}
