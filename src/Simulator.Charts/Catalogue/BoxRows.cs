using System.Collections.Immutable;

namespace Simulator.Charts.Catalogue;

/// <summary>A row of boxes: how one outcome, or one group of worlds, is distributed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Spread">The values below which 5, 25, 50, 75 and 95 percent of worlds lie; a row whose values are not in order is a gap.</param>
/// <param name="Base">Its value in the base case; not finite for none.</param>
/// <param name="Remark">What is said in a row without a distribution.</param>
public sealed record BoxRow(string Name, FiveNumbers Spread, double Base, string Remark = "");

/// <summary>What boxes show.</summary>
/// <param name="Outcome">The outcome that all rows measure in one unit.</param>
/// <param name="Goal">The value that they are held against; not finite for none.</param>
public sealed record BoxTerms(Quantity Outcome, double Goal);

/// <summary>Distributions over worlds in rows: the middle half as a box, the median across it, whiskers from 5 to 95 percent, the base case beside them.</summary>
public static class BoxRows
{
    private const double RowHeight = 38;

    private const double NarrowPart = 0.65;

    /// <summary>Lowest row with room for a number above its box, pixels at a text scale of 1.</summary>
    private const double RowForMedian = 34;

    /// <summary>Part of worlds between the ends of the whiskers, percent.</summary>
    private const double WhiskerPct = 90;

    /// <summary>A size in which up to 20 rows have room.</summary>
    /// <param name="format">The page.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="terms">What they show.</param>
    /// <param name="language">Language of the figure.</param>
    public static FigureSize SizeFor(FigureFormat format, IReadOnlyList<BoxRow> rows, BoxTerms terms, ChartLanguage language) =>
        RowNames.SizeFor(format, rows.Count, size => rows.Select(r => NameOf(r, terms, HasRoom(rows.Count, size), language)), RowHeight, NarrowPart);

    /// <summary>Builds the figure. Rows keep their order; at most 20 are drawn, fewer where a page is too low, and the note counts the others.</summary>
    /// <param name="caption">The words of the figure.</param>
    /// <param name="rows">The rows, at least one.</param>
    /// <param name="terms">What they show.</param>
    /// <param name="size">Size; <see cref="SizeFor"/> gives a good one.</param>
    /// <returns>The figure, with columns row, quantile (p5 to p95, base), the outcome's, goal, remark as its data.</returns>
    /// <exception cref="ArgumentException">There is no row.</exception>
    public static Figure Build(Caption caption, IReadOnlyList<BoxRow> rows, BoxTerms terms, FigureSize size)
    {
        if (rows.Count == 0)
        {
            throw new ArgumentException("Boxes need at least one row.", nameof(rows));
        }

        var language = caption.Language;
        var words = SweepWords.Of(language);
        var hasRoom = HasRoom(rows.Count, size);
        BoxRow[] shown = [.. rows.Take(RowNames.Shown([.. rows.Select(r => NameOf(r, terms, hasRoom, language))], size))];
        double[] values = [.. shown.SelectMany(r => Quantiles(r).Select(q => q.Value)).Append(terms.Goal).Where(double.IsFinite)];
        var x = Axis.Around(
            values.DefaultIfEmpty(0).Min(), values.DefaultIfEmpty(1).Max(), RowNames.IsNarrow(size) ? 3 : 6, (v, step) => terms.Outcome.Tick(v, step, language));
        x = RowNames.IsNarrow(size) ? x : SweepLines.Clear(x, terms.Goal);
        var marks = ImmutableArray.CreateBuilder<Mark>();
        var key = ImmutableArray.CreateBuilder<KeyEntry>();
        key.Add(new KeyEntry(KeySample.Box, Hue.Blue, ChartLanguage.Fill(words.MiddleBox, language.Percent(50, 0))));
        key.Add(new KeyEntry(KeySample.Whisker, Hue.Blue, ChartLanguage.Fill(words.Middle, language.Percent(WhiskerPct, 0))));
        SweepLines.Add(marks, key, terms.Outcome, double.NaN, terms.Goal, size, language);
        if (shown.Any(r => double.IsFinite(r.Base)))
        {
            key.Add(new KeyEntry(KeySample.Diamond, Hue.Ink, words.BaseCase));
        }

        for (var i = 0; i < shown.Length; i++)
        {
            AddRow(marks, shown[i], i, terms, x, RowNames.IsNarrow(size), hasRoom, language);
        }

        return new Figure(
            caption.Id, caption.Title, caption.Subtitle,
            SweepLines.WithNote(caption.Credit, RowNames.More(rows.Count, shown.Length, language)),
            caption.Description.Length > 0 ? caption.Description : Describe(rows, terms, language),
            size, 1,
            [new Panel("", x, RowNames.AxisOf(shown.Select(r => NameOf(r, terms, hasRoom, language)), size), marks.ToImmutable())],
            key.ToImmutable(),
            new FigureData(
                ["row", "quantile", terms.Outcome.Column, "goal", "remark"],
                [.. rows.SelectMany(r => Quantiles(r).Select(q => ImmutableArray.Create<Cell>(r.Name, q.Name, q.Value, terms.Goal, r.Remark)))]),
            language);
    }

    /// <summary>Whether rows are high enough for a median above each box; if not, it stands with the name.</summary>
    private static bool HasRoom(int rows, FigureSize size) =>
        !RowNames.IsNarrow(size) && RowNames.Height(Math.Min(rows, RowNames.MostRows), size) >= RowForMedian;

    private static string NameOf(BoxRow row, BoxTerms terms, bool hasRoom, ChartLanguage language) => hasRoom || !row.Spread.IsOrdered
        ? row.Name
        : $"{row.Name} · {ScenarioWords.Of(language).Median} {terms.Outcome.Say(row.Spread.Median, language)}";

    private static IEnumerable<(string Name, double Value)> Quantiles(BoxRow row) =>
    [
        ("p5", row.Spread.Low), ("p25", row.Spread.LowerQuartile), ("p50", row.Spread.Median), ("p75", row.Spread.UpperQuartile), ("p95", row.Spread.High),
        ("base", row.Base),
    ];

    private static void AddRow(ImmutableArray<Mark>.Builder marks, BoxRow row, int at, BoxTerms terms, Axis x, bool isNarrow, bool hasRoom, ChartLanguage language)
    {
        string Say(double value) => terms.Outcome.Say(value, language);
        var spread = row.Spread;
        if (!spread.IsOrdered)
        {
            var remark = row.Remark.Length > 0 ? row.Remark : language.Words.NoFigure;
            marks.Add(new LabelMark(new Point(x.From, at), remark, Hue.Muted, LabelSide.Right));
            return;
        }

        marks.Add(new BoxMark(at, spread, Hue.Blue)
        {
            Tip = $"{row.Name}: {ScenarioWords.Of(language).Median} {Say(spread.Median)}, 25–75%: {Say(spread.LowerQuartile)} – {Say(spread.UpperQuartile)}, 5–95%: {Say(spread.Low)} – {Say(spread.High)}",
        });
        if (double.IsFinite(row.Base))
        {
            marks.Add(new DotMark(new Point(row.Base, at), DotShape.Diamond, Hue.Ink) { Tip = $"{row.Name}, {SweepWords.Of(language).BaseCase}: {Say(row.Base)}" });
        }

        marks.Add(new LabelMark(new Point(spread.Low, at), Say(spread.Low), Hue.Muted, LabelSide.Left, false, !isNarrow));
        marks.Add(new LabelMark(new Point(spread.High, at), Say(spread.High), Hue.Muted, LabelSide.Right, false, !isNarrow));
        if (hasRoom)
        {
            marks.Add(new LabelMark(new Point(spread.Median, at), Say(spread.Median), Hue.Blue, LabelSide.Above, true, false));
        }
    }

    private static string Describe(IReadOnlyList<BoxRow> rows, BoxTerms terms, ChartLanguage language) => ChartLanguage.Fill(
        SweepWords.Of(language).DescribeBoxes,
        language.Number(rows.Count),
        string.Join("; ", rows.Select(r => $"{r.Name} {(r.Spread.IsOrdered ? terms.Outcome.Say(r.Spread.Median, language) : language.Words.NoFigure)}")));
}
