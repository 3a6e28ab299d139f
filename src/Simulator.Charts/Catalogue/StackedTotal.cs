using System.Collections.Immutable;

namespace Simulator.Charts.Catalogue;

/// <summary>One part of a total.</summary>
/// <param name="Name">Its name in the figure's language.</param>
/// <param name="Values">Its amount in each year, in the unit of the figure; what is not finite is a gap.</param>
public sealed record TotalPart(string Name, ImmutableArray<double> Values);

/// <summary>The years and the unit of a stacked total.</summary>
/// <param name="Years">Years, ascending.</param>
/// <param name="LastHistoryYear">Last year that is past.</param>
/// <param name="FirstEstimateYear">First year of the past whose figures are estimates; beyond the past when none is.</param>
/// <param name="BaseYear">The year that the projection starts from; its total is labelled.</param>
/// <param name="Unit">Currency, magnitude and price basis, for example "USD bn, 2021 prices".</param>
public sealed record TotalTerms(ImmutableArray<int> Years, int LastHistoryYear, int FirstEstimateYear, int BaseYear, string Unit);

/// <summary>A total over the years, stacked by its parts, the past in full colour and the projection hatched.</summary>
public static class StackedTotal
{
    private static readonly Hue[] Hues = [Hue.Slate, Hue.Blue, Hue.Vermilion, Hue.Green, Hue.Purple];

    /// <summary>The usual size.</summary>
    public static FigureSize Size { get; } = new(1200, 675);

    /// <summary>Builds the figure.</summary>
    /// <param name="caption">The words of the figure.</param>
    /// <param name="parts">The parts from the bottom, one to five; the largest and steadiest first reads best.</param>
    /// <param name="terms">Years and unit.</param>
    /// <param name="size">Size.</param>
    /// <returns>The figure, with columns year, status, part, value, unit as its data; the total is a part of its own.</returns>
    /// <exception cref="ArgumentException">There is no part or no year, there are more than five parts, or the lengths differ.</exception>
    public static Figure Build(Caption caption, IReadOnlyList<TotalPart> parts, TotalTerms terms, FigureSize size)
    {
        if (parts.Count == 0 || parts.Count > Hues.Length || terms.Years.Length == 0 || parts.Any(p => p.Values.Length != terms.Years.Length))
        {
            throw new ArgumentException("A stacked total needs one to five parts with one value per year.", nameof(parts));
        }

        var language = caption.Language;
        var totals = Totals(parts, terms);
        var highest = totals.Where(double.IsFinite).DefaultIfEmpty(1).Max();
        var decimals = Decimals(highest);
        var (first, last) = (terms.Years[0], terms.Years[^1]);
        var x = Axis.Years(first, last, YearTicks(terms), year => YearLabel(year, terms));
        var y = Axis.Numbers(0, highest, 5, (v, step) => language.Number(v, ChartLanguage.DecimalsOf(step)));
        var marks = ImmutableArray.CreateBuilder<Mark>();
        var projected = last > terms.LastHistoryYear;
        if (projected)
        {
            marks.Add(new BandMark(AxisSide.X, Math.Max(terms.LastHistoryYear, x.From), x.To,
                ChartLanguage.Fill(language.Words.ProjectionFrom, ChartLanguage.Year(terms.LastHistoryYear + 1))));
        }

        marks.Add(new StackMark(
            [.. terms.Years.Select(year => (double)year)],
            [.. parts.Select((p, i) => new StackLayer(p.Name, p.Values, Hues[i], language.Number(p.Values[^1], decimals)))],
            terms.LastHistoryYear,
            [.. terms.Years.Select((_, i) => Tip(parts, terms, totals, i, language, decimals))]));
        if (projected && terms.LastHistoryYear >= first)
        {
            marks.Add(new ReferenceMark(AxisSide.X, terms.LastHistoryYear, "", Hue.Ink));
        }

        AddTotals(marks, terms, totals, language, decimals);
        return new Figure(
            caption.Id,
            caption.Title,
            caption.Subtitle,
            caption.Credit,
            caption.Description.Length > 0 ? caption.Description : Describe(terms, totals, language, decimals),
            size,
            1,
            [new Panel(terms.Unit, x, y, marks.ToImmutable())],
            [],
            DataOf(parts, terms, totals),
            language);
    }

    private static double[] Totals(IReadOnlyList<TotalPart> parts, TotalTerms terms)
    {
        var totals = new double[terms.Years.Length];
        foreach (var part in parts)
        {
            for (var i = 0; i < totals.Length; i++)
            {
                totals[i] += part.Values[i];
            }
        }

        return totals;
    }

    /// <summary>Enough decimals for three digits.</summary>
    private static int Decimals(double highest) => highest switch
    {
        >= 100 => 0,
        >= 10 => 1,
        _ => 2,
    };

    private static IEnumerable<int> YearTicks(TotalTerms terms)
    {
        int[] named = [terms.Years[0], terms.LastHistoryYear, terms.BaseYear, terms.Years[^1]];
        return named.Concat(terms.Years.Where(y => y % 5 == 0 && named.All(n => Math.Abs(n - y) > 1)));
    }

    private static string YearLabel(int year, TotalTerms terms) =>
        ChartLanguage.Year(year, year >= terms.FirstEstimateYear && year <= terms.LastHistoryYear);

    /// <summary>The totals that carry a label: first, base and last year.</summary>
    private static IEnumerable<int> Labelled(TotalTerms terms, double[] totals) =>
        new[] { 0, terms.Years.IndexOf(terms.BaseYear), terms.Years.Length - 1 }.Where(i => i >= 0 && double.IsFinite(totals[i])).Distinct();

    private static string TotalAt(int i, TotalTerms terms, double[] totals, ChartLanguage language, int decimals) =>
        $"{YearLabel(terms.Years[i], terms)}: {language.Number(totals[i], decimals)}";

    private static void AddTotals(
        ImmutableArray<Mark>.Builder marks, TotalTerms terms, double[] totals, ChartLanguage language, int decimals)
    {
        foreach (var i in Labelled(terms, totals))
        {
            var at = new Point(terms.Years[i], totals[i]);
            var text = $"{language.Words.Total} {TotalAt(i, terms, totals, language, decimals)}";
            marks.Add(new DotMark(at, DotShape.Filled, Hue.Ink) { Tip = text });
            marks.Add(new LabelMark(at, text, Hue.Ink, LabelSide.Above, true));
        }
    }

    private static string Tip(
        IReadOnlyList<TotalPart> parts, TotalTerms terms, double[] totals, int i, ChartLanguage language, int decimals)
    {
        var amounts = parts.Where(p => double.IsFinite(p.Values[i])).Select(p => $"{p.Name} {language.Number(p.Values[i], decimals)}");
        var total = double.IsFinite(totals[i]) ? $"{language.Words.Total} {language.Number(totals[i], decimals)}" : language.Words.NoFigure;
        return $"{YearLabel(terms.Years[i], terms)}: {string.Join(", ", amounts.Append(total))} ({terms.Unit})";
    }

    private static string Describe(TotalTerms terms, double[] totals, ChartLanguage language, int decimals) => ChartLanguage.Fill(
        language.Words.DescribeStack,
        ChartLanguage.Year(terms.Years[0]),
        ChartLanguage.Year(terms.Years[^1]),
        ChartLanguage.Year(terms.LastHistoryYear),
        string.Join(", ", Labelled(terms, totals).Select(i => TotalAt(i, terms, totals, language, decimals)).Append(terms.Unit)));

    private static FigureData DataOf(IReadOnlyList<TotalPart> parts, TotalTerms terms, double[] totals)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Cell>>();
        for (var i = 0; i < terms.Years.Length; i++)
        {
            var status = Status.Of(terms.Years[i], terms.LastHistoryYear, terms.FirstEstimateYear);
            foreach (var part in parts)
            {
                rows.Add([terms.Years[i], status, part.Name, part.Values[i], terms.Unit]);
            }

            rows.Add([terms.Years[i], status, "total", totals[i], terms.Unit]);
        }

        return new FigureData(["year", "status", "part", "value", "unit"], rows.ToImmutable());
    }
}
