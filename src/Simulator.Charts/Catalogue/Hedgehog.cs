using System.Collections.Immutable;

namespace Simulator.Charts.Catalogue;

/// <summary>One forecast of a hedgehog chart.</summary>
/// <param name="Origin">Last year that was known.</param>
/// <param name="Values">What was said of the years after it, one after the other.</param>
public sealed record Spine(int Origin, ImmutableArray<double> Values);

/// <summary>The forecasts of one rule.</summary>
/// <param name="Title">Heading of the panel.</param>
/// <param name="Name">What the data call the rule.</param>
/// <param name="Spines">Its forecasts.</param>
public sealed record HedgehogPanel(string Title, string Name, ImmutableArray<Spine> Spines);

/// <summary>What a hedgehog chart shows.</summary>
/// <param name="FirstYear">First year of what came.</param>
/// <param name="Came">What came, year after year.</param>
/// <param name="FirstEstimateYear">First year whose figures are estimates.</param>
/// <param name="CameName">What the line of what came is called.</param>
/// <param name="SaidName">What the forecasts are called.</param>
/// <param name="Column">Stem of the columns of values in the data, with the unit at its end.</param>
public sealed record HedgehogTerms(
    int FirstYear, ImmutableArray<double> Came, int FirstEstimateYear, string CameName, string SaidName, string Column)
{
    /// <summary>A level across; not finite for none.</summary>
    public double ReferenceAt { get; init; } = double.NaN;

    /// <summary>Last year of what came.</summary>
    internal int LastYear => FirstYear + Came.Length - 1;
}

/// <summary>What came as one line, and what was said at each origin leaving it, a panel for each rule on one scale.</summary>
public static class Hedgehog
{
    /// <summary>Narrowest panel at a text scale of 1, pixels.</summary>
    private const double NarrowestPanel = 300;

    /// <summary>Height of one row of panels in print, as a part of a plot that stands alone.</summary>
    private const double RowPart = 0.75;

    /// <summary>Builds the figure. Panels appear in the order given.</summary>
    /// <param name="caption">The words of the figure.</param>
    /// <param name="panels">The rules, at least one.</param>
    /// <param name="terms">What they show, in percent.</param>
    /// <param name="size">Size.</param>
    /// <returns>The figure, with columns rule, origin, year, status, said and came as its data.</returns>
    /// <exception cref="ArgumentException">There is no rule, no year, or a forecast that starts before what came.</exception>
    public static Figure Build(Caption caption, IReadOnlyList<HedgehogPanel> panels, HedgehogTerms terms, FigureSize size)
    {
        if (panels.Count == 0 || terms.Came.IsEmpty || panels.SelectMany(p => p.Spines).Any(s => s.Origin < terms.FirstYear || s.Origin > terms.LastYear))
        {
            throw new ArgumentException("A hedgehog needs rules, and forecasts that start in a year of what came.", nameof(panels));
        }

        var language = caption.Language;
        var values = panels.SelectMany(p => p.Spines).SelectMany(s => s.Values).Concat(terms.Came).Append(terms.ReferenceAt).Where(double.IsFinite).ToArray();
        var y = Axis.Numbers(0, values.DefaultIfEmpty(1).Max(), 5, (v, step) => language.Percent(v, ChartLanguage.DecimalsOf(step)));
        var last = Math.Max(terms.LastYear, panels.SelectMany(p => p.Spines).Max(s => s.Origin + s.Values.Length));
        var middle = (terms.FirstYear + last) / 2;
        var x = Axis.Years(terms.FirstYear, last, [terms.FirstYear, middle, last], year => ChartLanguage.Year(year, IsEstimate(year, terms)));
        var columns = Math.Min(Math.Max(1, (int)(size.Width / (NarrowestPanel * size.TextScale))), panels.Count > 2 ? 2 : panels.Count);
        var rows = (panels.Count + columns - 1) / columns;
        return new Figure(
            caption.Id, caption.Title, caption.Subtitle, caption.Credit,
            caption.Description.Length > 0 ? caption.Description : Describe(caption, panels, terms, language),
            size with { PlotHeight = size.PlotHeight * (rows == 1 ? 1 : rows * RowPart) },
            columns,
            [.. panels.Select(p => PanelOf(p, terms, language, x, y))],
            [new KeyEntry(KeySample.Solid, Hue.Blue, terms.CameName), new KeyEntry(KeySample.Dashed, Hue.Vermilion, terms.SaidName)],
            DataOf(panels, terms),
            language);
    }

    private static bool IsEstimate(int year, HedgehogTerms terms) => year >= terms.FirstEstimateYear && year <= terms.LastYear;

    private static Panel PanelOf(HedgehogPanel panel, HedgehogTerms terms, ChartLanguage language, Axis x, Axis y)
    {
        var marks = ImmutableArray.CreateBuilder<Mark>();
        if (double.IsFinite(terms.ReferenceAt))
        {
            marks.Add(new ReferenceMark(AxisSide.Y, terms.ReferenceAt, "", Hue.Ink) { Tip = language.Percent(terms.ReferenceAt) });
        }

        foreach (var spine in panel.Spines)
        {
            var start = new Point(spine.Origin, terms.Came[spine.Origin - terms.FirstYear]);
            var end = spine.Values.IsEmpty ? start.Y : spine.Values[^1];
            marks.Add(new LineMark([start, .. spine.Values.Select((v, i) => new Point(spine.Origin + i + 1, v))], spine.Origin, Hue.Vermilion, LineWeight.Thin)
            {
                Tip = $"{panel.Title}, {ChartLanguage.Year(spine.Origin)}: {ChartLanguage.Year(spine.Origin + spine.Values.Length)} {language.Percent(end, 2)}",
            });
        }

        marks.Add(new LineMark([.. terms.Came.Select((v, i) => new Point(terms.FirstYear + i, v))], terms.LastYear, Hue.Blue)
        {
            EndLabel = language.Percent(terms.Came[^1], 2),
            Tip = $"{terms.CameName}, {ChartLanguage.Year(terms.LastYear, IsEstimate(terms.LastYear, terms))}: {language.Percent(terms.Came[^1], 2)}",
        });
        return new Panel(panel.Title, x, y, marks.ToImmutable());
    }

    private static string Describe(Caption caption, IReadOnlyList<HedgehogPanel> panels, HedgehogTerms terms, ChartLanguage language)
    {
        var firsts = panels.Where(p => !p.Spines.IsEmpty && !p.Spines[0].Values.IsEmpty).Select(p =>
            $"{p.Title} {ChartLanguage.Year(p.Spines[0].Origin)}: {ChartLanguage.Year(p.Spines[0].Origin + p.Spines[0].Values.Length)} {language.Percent(p.Spines[0].Values[^1], 2)}");
        return $"{caption.Subtitle}. {terms.CameName} {ChartLanguage.Year(terms.LastYear, IsEstimate(terms.LastYear, terms))}: {language.Percent(terms.Came[^1], 2)}; {string.Join("; ", firsts)}.";
    }

    private static FigureData DataOf(IReadOnlyList<HedgehogPanel> panels, HedgehogTerms terms) => new(
        ["rule", "origin", "year", "status", $"said_{terms.Column}", $"came_{terms.Column}"],
        [
            .. panels.SelectMany(p => p.Spines.SelectMany(s => s.Values.Select((v, i) => ImmutableArray.Create<Cell>(
                p.Name, s.Origin, s.Origin + i + 1, Status.Of(s.Origin + i + 1, terms.LastYear, terms.FirstEstimateYear), v, Came(terms, s.Origin + i + 1))))),
            .. terms.Came.Select((v, i) => ImmutableArray.Create<Cell>(
                "", double.NaN, terms.FirstYear + i, Status.Of(terms.FirstYear + i, terms.LastYear, terms.FirstEstimateYear), double.NaN, v)),
        ]);

    private static double Came(HedgehogTerms terms, int year) => year <= terms.LastYear ? terms.Came[year - terms.FirstYear] : double.NaN;
}
