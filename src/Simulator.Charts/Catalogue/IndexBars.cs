using System.Collections.Immutable;
using Simulator.Charts.Text;

namespace Simulator.Charts.Catalogue;

/// <summary>An index of sensitivity, estimated from worlds.</summary>
/// <param name="Value">The estimate: the share of the outcome's variance; what is not finite is a gap.</param>
/// <param name="Low">Lower end of its interval; not finite for none.</param>
/// <param name="High">Upper end of its interval; not finite for none.</param>
/// <param name="IsUnsure">Whether too few worlds were run to be sure of it.</param>
public readonly record struct IndexEstimate(double Value, double Low, double High, bool IsUnsure);

/// <summary>A factor with its two indices.</summary>
/// <param name="Name">The factor's name.</param>
/// <param name="First">The index of the factor alone: first order.</param>
/// <param name="Total">The index of the factor with its interactions: total.</param>
public sealed record IndexRow(string Name, IndexEstimate First, IndexEstimate Total);

/// <summary>Sobol' indices by factor, the largest total first: two bars with their intervals.</summary>
public static class IndexBars
{
    private const double RowHeight = 40;

    private const double NarrowPart = 0.65;

    /// <summary>How much of repeated estimates an interval holds, percent.</summary>
    private const double IntervalPct = 95;

    /// <summary>Part of a row that its bars fill.</summary>
    private const double Filled = 0.68;

    /// <summary>What the scale may leave out: an interval of very few worlds would press all others together.</summary>
    private const double Lowest = -0.2;

    private const double Highest = 1.2;

    private const string Sign = "†";

    /// <summary>A size in which up to 20 factors have room.</summary>
    /// <param name="format">The page.</param>
    /// <param name="rows">The factors.</param>
    public static FigureSize SizeFor(FigureFormat format, IReadOnlyList<IndexRow> rows) =>
        RowNames.SizeFor(format, rows.Count, _ => rows.Select(r => r.Name), RowHeight, NarrowPart);

    /// <summary>Builds the figure. At most 20 factors are drawn, fewer where a page is too low; the note counts the others and the data hold them.</summary>
    /// <param name="caption">The words of the figure.</param>
    /// <param name="rows">The factors, at least one, in any order.</param>
    /// <param name="size">Size; <see cref="SizeFor"/> gives a good one.</param>
    /// <returns>The figure, with columns factor, index (first or total), value, low_95, high_95, unsure (yes or no) as its data, in the order of the figure.</returns>
    /// <exception cref="ArgumentException">There is no factor.</exception>
    public static Figure Build(Caption caption, IReadOnlyList<IndexRow> rows, FigureSize size)
    {
        if (rows.Count == 0)
        {
            throw new ArgumentException("Index bars need at least one factor.", nameof(rows));
        }

        var language = caption.Language;
        var words = SweepWords.Of(language);
        IndexRow[] sorted =
        [
            .. rows.OrderByDescending(r => double.IsFinite(r.Total.Value) ? r.Total.Value : double.NegativeInfinity)
                .ThenByDescending(r => double.IsFinite(r.First.Value) ? r.First.Value : double.NegativeInfinity)
                .ThenBy(r => r.Name, NameOrder.Of(language)),
        ];
        IndexRow[] shown = [.. sorted.Take(RowNames.Shown([.. sorted.Select(r => r.Name)], size))];
        IndexEstimate[] estimates = [.. shown.SelectMany(r => new[] { r.First, r.Total })];
        double[] values = [.. estimates.SelectMany(e => new[] { e.Value, e.Low, e.High }).Where(double.IsFinite).Select(v => Math.Clamp(v, Lowest, Highest))];
        var x = Axis.Numbers(
            values.DefaultIfEmpty(0).Min(), values.DefaultIfEmpty(1).Max(), RowNames.IsNarrow(size) ? 3 : 6,
            (v, step) => language.Number(v, ChartLanguage.DecimalsOf(step)));
        var marks = ImmutableArray.CreateBuilder<Mark>();
        for (var i = 0; i < shown.Length; i++)
        {
            AddIndex(marks, shown[i], shown[i].Total, i, 0, words.TotalOrder, x, RowNames.IsNarrow(size), language);
            AddIndex(marks, shown[i], shown[i].First, i, 1, words.FirstOrder, x, RowNames.IsNarrow(size), language);
        }

        return new Figure(
            caption.Id, caption.Title, caption.Subtitle,
            SweepLines.WithNote(
                caption.Credit,
                estimates.Any(e => e.IsUnsure) ? words.Unsure : "",
                estimates.Any(e => e.Low < x.From || e.High > x.To) ? words.OpenWhisker : "",
                RowNames.More(sorted.Length, shown.Length, language)),
            caption.Description.Length > 0 ? caption.Description : ChartLanguage.Fill(
                words.DescribeIndices, language.Number(sorted.Length), $"{sorted[0].Name} {Say(sorted[0].Total, language)}"),
            size, 1,
            [new Panel("", x, RowNames.AxisOf(shown.Select(r => r.Name), size), marks.ToImmutable())],
            [
                new KeyEntry(KeySample.HatchedBar, Hue.Green, words.TotalOrder), new KeyEntry(KeySample.StrongCell, Hue.Blue, words.FirstOrder),
                new KeyEntry(KeySample.Whisker, Hue.Ink, ChartLanguage.Fill(words.Interval, language.Percent(IntervalPct, 0))),
            ],
            new FigureData(
                ["factor", "index", "value", "low_95", "high_95", "unsure"],
                [
                    .. sorted.SelectMany(r => new[] { (Index: "total", Estimate: r.Total), (Index: "first", Estimate: r.First) }.Select(e =>
                        ImmutableArray.Create<Cell>(r.Name, e.Index, e.Estimate.Value, e.Estimate.Low, e.Estimate.High, e.Estimate.IsUnsure ? "yes" : "no"))),
                ]),
            language);
    }

    private static string Say(IndexEstimate estimate, ChartLanguage language) =>
        double.IsFinite(estimate.Value) ? language.Number(estimate.Value, 2) + (estimate.IsUnsure ? Sign : "") : language.Words.NoFigure;

    private static void AddIndex(
        ImmutableArray<Mark>.Builder marks, IndexRow row, IndexEstimate estimate, int at, int lane, string name, Axis x, bool isNarrow, ChartLanguage language)
    {
        var isTotal = lane == 0;
        var hue = isTotal ? Hue.Green : Hue.Blue;
        var height = at + (Filled * (((lane + 0.5) / 2) - 0.5));
        if (!double.IsFinite(estimate.Value))
        {
            marks.Add(new LabelMark(new Point(Math.Max(x.From, 0), height), Say(estimate, language), Hue.Muted, LabelSide.Right, false, isTotal));
            return;
        }

        var value = Math.Clamp(estimate.Value, x.From, x.To);
        var hasInterval = double.IsFinite(estimate.Low) && double.IsFinite(estimate.High);
        var interval = hasInterval ? $" ({language.Number(estimate.Low, 2)} – {language.Number(estimate.High, 2)})" : "";
        var tip = $"{row.Name}, {name}: {Say(estimate, language)}{interval}";
        marks.Add(new BarMark(at, 0, value, hue, isTotal) { Lane = lane, Lanes = 2, Tip = tip });
        if (hasInterval)
        {
            marks.Add(new WhiskerMark(at, estimate.Low, estimate.High, Hue.Ink) { Lane = lane, Lanes = 2, Tip = tip });
        }

        var end = hasInterval ? Math.Min(Math.Max(value, estimate.High), x.To) : value;
        if (isTotal || !isNarrow)
        {
            marks.Add(new LabelMark(new Point(Math.Max(end, 0), height), Say(estimate, language), hue, LabelSide.Right, isTotal, isTotal));
        }
    }
}
