using System.Collections.Immutable;

namespace Simulator.Charts.Catalogue;

/// <summary>A row with two values of one thing.</summary>
/// <param name="Name">The name in the figure's language.</param>
/// <param name="First">The first value; what is not finite is a gap.</param>
/// <param name="Second">The second value; what is not finite is a gap.</param>
/// <param name="Remark">What is said in a row without any value; beside the value where one of the two is missing, if there is room.</param>
public sealed record SpanRow(string Name, double First, double Second, string Remark = "")
{
    /// <summary>The year of both values where it is not that of the series; it then stands beside the name.</summary>
    public int? Year { get; init; }
}

/// <summary>What spans show.</summary>
/// <param name="First">The first series: a ring.</param>
/// <param name="Second">The second series: a dot.</param>
/// <param name="Column">Name of the value's column in the data, with its unit.</param>
/// <param name="Decimals">Decimals of the values that are written.</param>
public sealed record SpanTerms(BarSeries First, BarSeries Second, string Column, int Decimals)
{
    /// <summary>Whether values are percent.</summary>
    public bool IsPercent { get; init; }

    /// <summary>A line across; not finite for none.</summary>
    public double Line { get; init; } = double.NaN;

    /// <summary>What the line is called.</summary>
    public string LineName { get; init; } = "";
}

/// <summary>Rows with a ring, a dot and what lies between: two readings of one number, such as what was said and what came.</summary>
public static class Spans
{
    /// <summary>Part of the axis within which the ring is drawn around the dot, which would otherwise cover it.</summary>
    private const double NearPart = 0.006;

    /// <summary>Builds the figure. Rows appear in the order given.</summary>
    /// <param name="caption">The words of the figure.</param>
    /// <param name="rows">The rows, at least one.</param>
    /// <param name="terms">What they show.</param>
    /// <param name="size">Size.</param>
    /// <returns>The figure, with columns unit, series, year, status, the value, line and remark as its data, in the order of the figure.</returns>
    /// <exception cref="ArgumentException">There is no row.</exception>
    public static Figure Build(Caption caption, IReadOnlyList<SpanRow> rows, SpanTerms terms, FigureSize size)
    {
        if (rows.Count == 0)
        {
            throw new ArgumentException("Spans need at least one row.", nameof(rows));
        }

        var language = caption.Language;
        var values = rows.SelectMany(r => new[] { r.First, r.Second }).Append(terms.Line).Where(double.IsFinite).ToArray();
        var x = Axis.Numbers(
            values.DefaultIfEmpty(0).Min(), values.DefaultIfEmpty(1).Max(), 6,
            (v, step) => Say(v, terms, language, ChartLanguage.DecimalsOf(step)));
        var parts = RowParts.Of(rows, size);
        var key = ImmutableArray.Create(
            new KeyEntry(KeySample.HollowDot, Hue.Vermilion, terms.First.Name),
            new KeyEntry(KeySample.FilledDot, Hue.Blue, terms.Second.Name));
        return new Figure(
            caption.Id,
            caption.Title,
            caption.Subtitle,
            caption.Credit,
            caption.Description.Length > 0 ? caption.Description : Describe(rows, terms, language),
            size,
            parts.Count,
            [.. parts.Select(p => PanelOf(p, terms, language, x, RowParts.HasRoomForRemarks(size, parts.Count)))],
            key,
            DataOf(rows, terms),
            language);
    }

    private static string Say(double value, SpanTerms terms, ChartLanguage language, int decimals) =>
        terms.IsPercent ? language.Percent(value, decimals) : language.Number(value, decimals);

    private static Panel PanelOf(IReadOnlyList<SpanRow> rows, SpanTerms terms, ChartLanguage language, Axis x, bool hasRemarks)
    {
        var y = Axis.Categories(rows.Select(r => (r.Year is { } year ? $"{r.Name} {ChartLanguage.Year(year)}" : r.Name, false))) with { Grid = true };
        var marks = ImmutableArray.CreateBuilder<Mark>();
        if (double.IsFinite(terms.Line))
        {
            var label = ChartLanguage.Fill(
                language.Words.LineAt, terms.LineName, Say(terms.Line, terms, language, ChartLanguage.DecimalsOf(terms.Line)));
            marks.Add(new ReferenceMark(AxisSide.X, terms.Line, label, Hue.Ink));
        }

        for (var i = 0; i < rows.Count; i++)
        {
            AddRow(marks, rows[i], i, terms, language, x, hasRemarks);
        }

        return new Panel("", x, y, marks.ToImmutable());
    }

    private static void AddRow(ImmutableArray<Mark>.Builder marks, SpanRow row, int at, SpanTerms terms, ChartLanguage language, Axis x, bool hasRemarks)
    {
        var (first, second) = (new Point(row.First, at), new Point(row.Second, at));
        var (hasFirst, hasSecond) = (double.IsFinite(row.First), double.IsFinite(row.Second));
        if (!hasFirst && !hasSecond)
        {
            var remark = row.Remark.Length > 0 ? row.Remark : language.Words.NoFigure;
            marks.Add(new LabelMark(new Point(x.From, at), remark, Hue.Muted, LabelSide.Right));
            return;
        }

        var near = hasFirst && hasSecond && Math.Abs(row.First - row.Second) < NearPart * (x.To - x.From);
        if (hasFirst && hasSecond && !near)
        {
            marks.Add(new ConnectorMark(first, second, Hue.Slate));
        }

        if (hasFirst)
        {
            marks.Add(new DotMark(first, near ? DotShape.Around : DotShape.Hollow, Hue.Vermilion) { Tip = Tip(terms.First, row.First) });
        }

        if (hasSecond)
        {
            marks.Add(new DotMark(second, DotShape.Filled, Hue.Blue) { Tip = Tip(terms.Second, row.Second) });
        }

        var (firstText, secondText) = (language.Number(row.First, terms.Decimals), language.Number(row.Second, terms.Decimals));
        var firstIsLeft = row.First < row.Second;
        if (hasFirst && (!hasSecond || firstText != secondText))
        {
            marks.Add(new LabelMark(first, firstText, Hue.Vermilion, hasSecond && firstIsLeft ? LabelSide.Left : LabelSide.Right));
        }

        if (hasSecond)
        {
            marks.Add(new LabelMark(
                second, secondText, Hue.Blue, hasFirst && !firstIsLeft && firstText != secondText ? LabelSide.Left : LabelSide.Right, true));
        }

        if (hasRemarks && row.Remark.Length > 0 && hasFirst != hasSecond)
        {
            // On the side where no number stands; only where there is room for it.
            marks.Add(new LabelMark(hasFirst ? first : second, row.Remark, Hue.Muted, LabelSide.Left, false, false));
        }

        string Tip(BarSeries series, double value) => $"{row.Name}, {series.Name}: {Say(value, terms, language, terms.Decimals)}";
    }

    private static string Describe(IReadOnlyList<SpanRow> rows, SpanTerms terms, ChartLanguage language)
    {
        var full = rows.Where(r => double.IsFinite(r.First) && double.IsFinite(r.Second)).ToArray();
        string Row(SpanRow row) =>
            $"{row.Name} {Say(row.First, terms, language, terms.Decimals)}, {Say(row.Second, terms, language, terms.Decimals)}";
        return ChartLanguage.Fill(
            BudgetWords.Of(language).DescribeSpans,
            language.Number(rows.Count),
            terms.First.Name,
            terms.Second.Name,
            full.Length == 0 ? language.Words.NoFigure : Row(full.MaxBy(r => Math.Abs(r.First - r.Second))!));
    }

    private static FigureData DataOf(IReadOnlyList<SpanRow> rows, SpanTerms terms) => new(
        ["unit", "series", "year", "status", terms.Column, "line", "remark"],
        [
            .. rows.SelectMany(r => new[] { (Series: terms.First, Value: r.First), (Series: terms.Second, Value: r.Second) }
                .Select(s => ImmutableArray.Create<Cell>(r.Name, s.Series.Name, r.Year ?? s.Series.Year, s.Series.Status, s.Value, terms.Line, r.Remark))),
        ]);
}
