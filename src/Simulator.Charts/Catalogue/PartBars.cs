using System.Collections.Immutable;
using Simulator.Charts.Text;

namespace Simulator.Charts.Catalogue;

/// <summary>A row of bars of parts.</summary>
/// <param name="Name">The name in the figure's language.</param>
/// <param name="PartsPct">One part for each name of the terms, percent of the whole; what is not finite is left out.</param>
/// <param name="Remark">What is said where a part is left out.</param>
public sealed record PartRow(string Name, ImmutableArray<double> PartsPct, string Remark = "");

/// <summary>What bars of parts show.</summary>
/// <param name="Names">Names of the parts from the left, two to five; rows are ranked by the first.</param>
/// <param name="Year">The year of the figures.</param>
/// <param name="Status">reported, estimate or projection.</param>
/// <param name="Decimals">Decimals of the parts that are written.</param>
public sealed record PartTerms(ImmutableArray<string> Names, int Year, string Status, int Decimals)
{
    /// <summary>A guideline of the first part, percent; not finite for none.</summary>
    public double Line { get; init; } = double.NaN;

    /// <summary>What the guideline is called.</summary>
    public string LineName { get; init; } = "";
}

/// <summary>Horizontal bars of a hundred percent, divided into parts, each part with its number in it.</summary>
public static class PartBars
{
    private static readonly Hue[] Hues = [Hue.Blue, Hue.Slate, Hue.Vermilion, Hue.Green, Hue.Purple];

    /// <summary>Builds the figure. Rows without a first part come last; equal ones by name.</summary>
    /// <param name="caption">The words of the figure.</param>
    /// <param name="rows">The rows, at least one.</param>
    /// <param name="terms">The parts.</param>
    /// <param name="size">Size.</param>
    /// <returns>The figure, with columns unit, year, status, part, share_pct and remark as its data, in the order of the figure.</returns>
    /// <exception cref="ArgumentException">There is no row, the parts are not two to five, or a row has another number of parts.</exception>
    public static Figure Build(Caption caption, IReadOnlyList<PartRow> rows, PartTerms terms, FigureSize size)
    {
        if (rows.Count == 0 || terms.Names.Length < 2 || terms.Names.Length > Hues.Length || rows.Any(r => r.PartsPct.Length != terms.Names.Length))
        {
            throw new ArgumentException("Bars of parts need rows with one value for each of two to five parts.", nameof(rows));
        }

        var language = caption.Language;
        PartRow[] ranked =
        [
            .. rows
                .OrderByDescending(r => double.IsFinite(r.PartsPct[0]) ? r.PartsPct[0] : double.NegativeInfinity)
                .ThenBy(r => r.Name, NameOrder.Of(language)),
        ];
        var sample = terms.Status == Status.Projection ? KeySample.HatchedCell : KeySample.StrongCell;
        var parts = RowParts.Of(ranked, size);
        return new Figure(
            caption.Id,
            caption.Title,
            caption.Subtitle,
            caption.Credit,
            caption.Description.Length > 0 ? caption.Description : Describe(ranked, terms, language),
            size,
            parts.Count,
            [.. parts.Select(part => PanelOf(part, terms, language))],
            [.. terms.Names.Select((n, i) => new KeyEntry(sample, Hues[i], n))],
            DataOf(ranked, terms),
            language);
    }

    private static Panel PanelOf(IReadOnlyList<PartRow> rows, PartTerms terms, ChartLanguage language)
    {
        // A hundred percent ends at the edge; the sums of published parts are off by a few hundredths.
        var x = Line.Clear(Axis.Numbers(0, 100, 5, (v, step) => language.Percent(v, ChartLanguage.DecimalsOf(step))), terms.Line);
        var y = Axis.Categories(rows.Select(r => (r.Name, false))) with { Grid = true };
        var marks = ImmutableArray.CreateBuilder<Mark>();
        for (var i = 0; i < rows.Count; i++)
        {
            AddRow(marks, rows[i], i, terms, language);
        }

        if (double.IsFinite(terms.Line))
        {
            var label = ChartLanguage.Fill(language.Words.LineAt, terms.LineName, language.Percent(terms.Line, ChartLanguage.DecimalsOf(terms.Line)));
            marks.Add(new ReferenceMark(AxisSide.X, terms.Line, label, Hue.Ink));
        }

        return new Panel("", x, y, marks.ToImmutable());
    }

    private static void AddRow(ImmutableArray<Mark>.Builder marks, PartRow row, int at, PartTerms terms, ChartLanguage language)
    {
        var end = 0.0;
        for (var i = 0; i < terms.Names.Length; i++)
        {
            var part = row.PartsPct[i];
            if (!double.IsFinite(part))
            {
                continue;
            }

            marks.Add(new BarMark(at, end, Math.Min(end + part, 100), Hues[i], terms.Status == Status.Projection)
            {
                Text = language.Number(part, terms.Decimals),
                Tip = $"{row.Name}, {terms.Names[i]}: {language.Percent(part, terms.Decimals)}",
            });
            end += part;
        }

        if (row.PartsPct.Any(p => !double.IsFinite(p)))
        {
            var remark = row.Remark.Length > 0 ? row.Remark : language.Words.NoFigure;
            marks.Add(new LabelMark(new Point(end, at), remark, Hue.Muted, LabelSide.Right));
        }
    }

    private static string Describe(PartRow[] rows, PartTerms terms, ChartLanguage language)
    {
        PartRow[] known = [.. rows.Where(r => double.IsFinite(r.PartsPct[0]))];
        string Row(PartRow row) => $"{row.Name} {language.Percent(row.PartsPct[0], terms.Decimals)}";
        return ChartLanguage.Fill(
            AllianceWords.Of(language).DescribeBars,
            language.Number(rows.Length),
            $"{ChartLanguage.Year(terms.Year)}, {terms.Names[0]}",
            known.Length == 0 ? language.Words.NoFigure : Row(known[0]),
            known.Length == 0 ? language.Words.NoFigure : Row(known[^1]));
    }

    private static FigureData DataOf(PartRow[] rows, PartTerms terms) => new(
        ["unit", "year", "status", "part", "share_pct", "remark"],
        [
            .. rows.SelectMany(r => terms.Names.Select((name, i) => ImmutableArray.Create<Cell>(
                r.Name, terms.Year, terms.Status, name, r.PartsPct[i], double.IsFinite(r.PartsPct[i]) ? "" : r.Remark))),
        ]);
}
