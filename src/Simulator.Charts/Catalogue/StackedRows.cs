using System.Collections.Immutable;

namespace Simulator.Charts.Catalogue;

/// <summary>A row with a stacked bar for each of two years.</summary>
/// <param name="Name">The name in the figure's language.</param>
/// <param name="Then">Thickness of each layer in the first year; what is not finite leaves the bar out.</param>
/// <param name="Now">Thickness of each layer in the second year; what is not finite leaves the bar out.</param>
/// <param name="EndTexts">What is written at the ends of the two bars.</param>
/// <param name="Remark">What is said in a row without a bar.</param>
public sealed record StackedRow(
    string Name, ImmutableArray<double> Then, ImmutableArray<double> Now, (string Then, string Now) EndTexts, string Remark = "");

/// <summary>What stacked rows show.</summary>
/// <param name="Layers">Names of the layers, two or three.</param>
/// <param name="Columns">Names of their columns in the data, with the unit.</param>
/// <param name="Then">The first year: the upper bar.</param>
/// <param name="Now">The second year: the lower bar.</param>
/// <param name="UpperName">What the key says of the two bars.</param>
public sealed record StackedRowTerms(
    ImmutableArray<string> Layers, ImmutableArray<string> Columns, BarSeries Then, BarSeries Now, string UpperName);

/// <summary>Two stacked bars in each row: what an amount is made of in two years.</summary>
public static class StackedRows
{
    private static readonly ImmutableArray<Hue> Hues = [Hue.Blue, Hue.Green, Hue.Slate];

    /// <summary>Builds the figure. Rows appear in the order given.</summary>
    /// <param name="caption">The words of the figure.</param>
    /// <param name="rows">The rows, at least one.</param>
    /// <param name="terms">What they show.</param>
    /// <param name="size">Size.</param>
    /// <returns>The figure, with columns unit, year, status, the layers and remark as its data.</returns>
    /// <exception cref="ArgumentException">There is no row, or the layers are not two or three, or a row has another number of them.</exception>
    public static Figure Build(Caption caption, IReadOnlyList<StackedRow> rows, StackedRowTerms terms, FigureSize size)
    {
        var layers = terms.Layers.Length;
        if (rows.Count == 0 || layers is < 2 or > 3 || terms.Columns.Length != layers || rows.Any(r => r.Then.Length != layers || r.Now.Length != layers))
        {
            throw new ArgumentException("Stacked rows need rows with one value for each of two or three layers.", nameof(rows));
        }

        var language = caption.Language;
        var highest = rows.SelectMany(r => new[] { r.Then.Sum(), r.Now.Sum() }).Where(double.IsFinite).DefaultIfEmpty(1).Max();
        var x = Axis.Numbers(0, highest, 6, (v, step) => language.Percent(v, ChartLanguage.DecimalsOf(step)));
        var parts = RowParts.Of(rows, size);
        return new Figure(
            caption.Id,
            caption.Title,
            caption.Subtitle,
            caption.Credit,
            caption.Description.Length > 0
                ? caption.Description
                : ChartLanguage.Fill(
                    BudgetWords.Of(language).DescribePanels, language.Number(rows.Count),
                    string.Join("; ", rows.Where(r => double.IsFinite(r.Now.Sum())).Take(3).Select(r => $"{r.Name} {r.EndTexts.Then}, {r.EndTexts.Now}"))),
            size,
            parts.Count,
            [.. parts.Select(p => PanelOf(p, terms, language, x))],
            [
                .. terms.Layers.Select((name, i) => new KeyEntry(KeySample.StrongCell, Hues[i], name)),
                new KeyEntry(KeySample.HatchedCell, Hue.Muted, terms.UpperName),
            ],
            DataOf(rows, terms),
            language);
    }

    private static Panel PanelOf(IReadOnlyList<StackedRow> rows, StackedRowTerms terms, ChartLanguage language, Axis x)
    {
        var marks = ImmutableArray.CreateBuilder<Mark>();
        for (var i = 0; i < rows.Count; i++)
        {
            AddRow(marks, rows[i], i, terms, language);
        }

        return new Panel("", x, Axis.Categories(rows.Select(r => (r.Name, false))) with { Grid = true }, marks.ToImmutable());
    }

    private static void AddRow(ImmutableArray<Mark>.Builder marks, StackedRow row, int at, StackedRowTerms terms, ChartLanguage language)
    {
        if (!double.IsFinite(row.Then.Sum()) && !double.IsFinite(row.Now.Sum()))
        {
            marks.Add(new LabelMark(new Point(0, at), row.Remark.Length > 0 ? row.Remark : language.Words.NoFigure, Hue.Muted, LabelSide.Right));
            return;
        }

        // A part that stays is written once.
        AddBar(0, row.Then, terms.Then, row.EndTexts.Then == row.EndTexts.Now ? "" : row.EndTexts.Then, false);
        AddBar(1, row.Now, terms.Now, row.EndTexts.Now, true);

        void AddBar(int lane, ImmutableArray<double> layers, BarSeries series, string text, bool bold)
        {
            if (!double.IsFinite(layers.Sum()))
            {
                return;
            }

            var from = 0.0;
            for (var i = 0; i < layers.Length; i++)
            {
                marks.Add(new BarMark(at, from, from + layers[i], Hues[i], series.Status == Status.Projection)
                {
                    Lane = lane,
                    Lanes = 2,
                    Tip = $"{row.Name}, {series.Name}, {terms.Layers[i]}: {language.Percent(layers[i], 2)}",
                });
                from += layers[i];
            }

            var height = at + (0.68 * (((lane + 0.5) / 2) - 0.5));
            if (text.Length > 0)
            {
                marks.Add(new LabelMark(new Point(from, height), text, bold ? Hue.Blue : Hue.Muted, LabelSide.Right, bold));
            }
        }
    }

    private static FigureData DataOf(IReadOnlyList<StackedRow> rows, StackedRowTerms terms) => new(
        ["unit", "year", "status", .. terms.Columns, "remark"],
        [
            .. rows.SelectMany(r => new[] { (Series: terms.Then, Layers: r.Then), (Series: terms.Now, Layers: r.Now) }
                .Select(s => (ImmutableArray<Cell>)[r.Name, s.Series.Year, s.Series.Status, .. s.Layers.Select(v => new Cell(v)), r.Remark])),
        ]);
}
