using System.Collections.Immutable;

namespace Simulator.Charts.Catalogue;

/// <summary>One measure of all rows, drawn as a panel of bars.</summary>
/// <param name="Title">What it measures, with its unit.</param>
/// <param name="Column">Name of its column in the data, with the unit.</param>
/// <param name="Decimals">Decimals of the values that are written.</param>
/// <param name="Hue">Colour of its bars.</param>
public sealed record RowMeasure(string Title, string Column, int Decimals, Hue Hue);

/// <summary>A row with one value for each measure.</summary>
/// <param name="Name">The name in the figure's language.</param>
/// <param name="Values">One value for each measure; what is not finite is a gap.</param>
/// <param name="Remark">What is said in a row where the first value is missing.</param>
public sealed record MeasuredRow(string Name, ImmutableArray<double> Values, string Remark = "");

/// <summary>Several measures of the same rows side by side, each with an axis of its own.</summary>
public static class RowPanels
{
    /// <summary>Width from which panels carry their titles, pixels at a text scale of 1.</summary>
    private const double Wide = 1000;

    /// <summary>How far an axis of a narrow panel reaches beyond its longest bar, so that the number fits inside the plot.</summary>
    private const double RoomForNumbers = 1.7;

    /// <summary>Builds the figure. Rows appear in the order given, names stand once at the left.</summary>
    /// <param name="caption">The words of the figure.</param>
    /// <param name="rows">The rows, at least one.</param>
    /// <param name="measures">The measures, at least one, from the left.</param>
    /// <param name="year">The year of the figures, which are projected.</param>
    /// <param name="size">Size.</param>
    /// <returns>The figure, with columns unit, year, status, the measures and remark as its data.</returns>
    /// <exception cref="ArgumentException">There is no row or no measure, or a row has another number of values.</exception>
    public static Figure Build(
        Caption caption, IReadOnlyList<MeasuredRow> rows, IReadOnlyList<RowMeasure> measures, int year, FigureSize size)
    {
        if (rows.Count == 0 || measures.Count == 0 || rows.Any(r => r.Values.Length != measures.Count))
        {
            throw new ArgumentException("Panels of rows need rows with one value for each measure.", nameof(rows));
        }

        var language = caption.Language;
        // Where titles would be cut, panels are numbered and the key says what they measure.
        var parts = RowParts.Of(rows, size);
        var isWide = parts.Count == 1 && size.Width / size.TextScale >= Wide;
        string Number(int i) => language.Number(i + 1);
        Axis[] scales = [.. measures.Select((_, i) => ScaleOf(rows, i, isWide, language))];
        var panels = parts.SelectMany(part =>
        {
            var y = Axis.Categories(part.Select(r => (r.Name, false))) with { Grid = true };
            return measures.Select((m, i) => new Panel(isWide ? m.Title : Number(i), scales[i], y, MarksOf(part, m, i, scales[i], language)));
        });
        return new Figure(
            caption.Id,
            caption.Title,
            caption.Subtitle,
            caption.Credit,
            caption.Description.Length > 0 ? caption.Description : Describe(rows, measures, language),
            size,
            measures.Count * parts.Count,
            [.. panels],
            isWide ? [] : [.. measures.Select((m, i) => new KeyEntry(KeySample.HatchedCell, m.Hue, $"{Number(i)} {m.Title}"))],
            new FigureData(
                ["unit", "year", "status", .. measures.Select(m => m.Column), "remark"],
                [
                    .. rows.Select(r => (ImmutableArray<Cell>)
                        [r.Name, year, Status.Projection, .. r.Values.Select(v => new Cell(v)), r.Remark]),
                ]),
            language);
    }

    private static Axis ScaleOf(IReadOnlyList<MeasuredRow> rows, int at, bool isWide, ChartLanguage language)
    {
        var values = rows.Select(r => r.Values[at]).Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        return Axis.Numbers(
            values.Min(), values.Max() * (isWide ? 1 : RoomForNumbers), isWide ? 4 : 2, (v, step) => language.Number(v, ChartLanguage.DecimalsOf(step)));
    }

    private static ImmutableArray<Mark> MarksOf(IReadOnlyList<MeasuredRow> rows, RowMeasure measure, int at, Axis x, ChartLanguage language)
    {
        var marks = ImmutableArray.CreateBuilder<Mark>();
        for (var i = 0; i < rows.Count; i++)
        {
            var value = rows[i].Values[at];
            if (!double.IsFinite(value))
            {
                var remark = at > 0 ? "–" : rows[i].Remark.Length > 0 ? rows[i].Remark : language.Words.NoFigure;
                marks.Add(new LabelMark(new Point(Math.Max(x.From, 0), i), remark, Hue.Muted, LabelSide.Right));
                continue;
            }

            marks.Add(new BarMark(i, 0, value, measure.Hue, true)
            {
                Tip = $"{rows[i].Name}, {measure.Title}: {language.Number(value, measure.Decimals)}",
            });
            marks.Add(new LabelMark(
                new Point(value, i), language.Number(value, measure.Decimals), measure.Hue, value < 0 ? LabelSide.Left : LabelSide.Right));
        }

        return marks.ToImmutable();
    }

    private static string Describe(IReadOnlyList<MeasuredRow> rows, IReadOnlyList<RowMeasure> measures, ChartLanguage language)
    {
        var said = measures.Select((measure, i) =>
        {
            var known = rows.Where(r => double.IsFinite(r.Values[i])).ToArray();
            var top = known.Length == 0 ? language.Words.NoFigure : $"{known.MaxBy(r => r.Values[i])!.Name} {language.Number(known.Max(r => r.Values[i]), measure.Decimals)}";
            return $"{measure.Title}: {top}";
        });
        return ChartLanguage.Fill(BudgetWords.Of(language).DescribePanels, language.Number(rows.Count), string.Join("; ", said));
    }
}
