using System.Collections.Immutable;

namespace Simulator.Charts.Catalogue;

/// <summary>A curve of a panel: one of the figure's series.</summary>
/// <param name="Values">One value for each year; what is not finite is a gap.</param>
/// <param name="EndText">What is written at its end; empty for nothing.</param>
public sealed record Curve(ImmutableArray<double> Values, string EndText);

/// <summary>The curves of one member.</summary>
/// <param name="Name">The name in the figure's language.</param>
/// <param name="Reference">The curve of comparison: thin.</param>
/// <param name="Subject">The curve that is the subject: strong.</param>
/// <param name="Low">The other end of the range that the subject is one end of; not finite for none.</param>
/// <param name="Difference">What the subject makes in the year of the headline, written beside the name.</param>
public sealed record CurvePanel(string Name, Curve Reference, Curve Subject, ImmutableArray<double> Low, string Difference);

/// <summary>What curves show.</summary>
/// <param name="Years">Years, ascending.</param>
/// <param name="LastHistoryYear">Last year that is past.</param>
/// <param name="FirstEstimateYear">First year whose figures are estimates.</param>
/// <param name="ReferenceName">What the curve of comparison is called.</param>
/// <param name="SubjectName">What the subject is called.</param>
/// <param name="LowName">What the other end of the range is called.</param>
/// <param name="Columns">Names of the three columns in the data, with their unit: reference, subject, other end of the range.</param>
public sealed record CurveTerms(
    ImmutableArray<int> Years,
    int LastHistoryYear,
    int FirstEstimateYear,
    string ReferenceName,
    string SubjectName,
    string LowName,
    ImmutableArray<string> Columns);

/// <summary>A curve with and without something, a panel for each member, with the range of the first; all panels span the same number of points.</summary>
public static class Curves
{
    /// <summary>Narrowest panel at a text scale of 1, pixels: years below it and words at the curves' ends fit.</summary>
    private const double NarrowestPanel = 400;

    /// <summary>Height of one row of panels in print, as a part of a plot that stands alone.</summary>
    private const double RowPart = 0.75;

    /// <summary>Builds the figure. Panels appear in the order given.</summary>
    /// <param name="caption">The words of the figure.</param>
    /// <param name="panels">The members, at least one.</param>
    /// <param name="terms">What they show.</param>
    /// <param name="size">Size.</param>
    /// <returns>The figure, with columns unit, year, status and the three values in percent as its data.</returns>
    /// <exception cref="ArgumentException">There is no member, or a curve has not one value for each year.</exception>
    public static Figure Build(Caption caption, IReadOnlyList<CurvePanel> panels, CurveTerms terms, FigureSize size)
    {
        var years = terms.Years.Length;
        if (panels.Count == 0 || panels.Any(p => p.Reference.Values.Length != years || p.Subject.Values.Length != years || p.Low.Length != years))
        {
            throw new ArgumentException("Curves need panels with one value for each year.", nameof(panels));
        }

        var language = caption.Language;
        var (step, steps) = ScaleOf(panels);
        var columns = Math.Min(Math.Max(1, (int)(size.Width / (NarrowestPanel * size.TextScale))), panels.Count > 2 ? 2 : panels.Count);
        var rows = (panels.Count + columns - 1) / columns;
        return new Figure(
            caption.Id,
            caption.Title,
            caption.Subtitle,
            caption.Credit,
            caption.Description.Length > 0 ? caption.Description : Describe(panels, terms, language),
            size with { PlotHeight = size.PlotHeight * (rows == 1 ? 1 : rows * RowPart) },
            columns,
            [.. panels.Select(p => PanelOf(p, terms, language, step, steps, panels.Count > 1))],
            Key(panels, terms),
            DataOf(panels, terms),
            language);
    }

    private static IEnumerable<double> Values(CurvePanel panel) =>
        panel.Reference.Values.Concat(panel.Subject.Values).Concat(panel.Low).Where(double.IsFinite);

    /// <summary>One step and one count of steps for all panels, so that slopes compare although levels differ.</summary>
    private static (double Step, int Steps) ScaleOf(IReadOnlyList<CurvePanel> panels)
    {
        var span = panels.Max(p => Values(p).Any() ? Values(p).Max() - Values(p).Min() : 0);
        var step = Axis.Numbers(0, span, 4, (_, _) => "").Ticks[1].At;
        var steps = panels.Max(p => !Values(p).Any()
            ? 1
            : (int)(Math.Ceiling(Values(p).Max() / step) - Math.Floor(Values(p).Min() / step)));
        return (step, Math.Max(1, steps));
    }

    private static Panel PanelOf(CurvePanel panel, CurveTerms terms, ChartLanguage language, double step, int steps, bool isTitled)
    {
        var first = Values(panel).Any() ? Math.Floor(Values(panel).Min() / step) : 0;
        var decimals = ChartLanguage.DecimalsOf(step);
        ImmutableArray<Tick> ticks =
            [.. Enumerable.Range(0, steps + 1).Select(i => new Tick((first + i) * step, language.Percent((first + i) * step, decimals)))];
        var y = new Axis(AxisKind.Number, first * step, (first + steps) * step, ticks, true);
        var x = Axis.Years(
            terms.Years[0], terms.Years[^1], [terms.Years[0], terms.LastHistoryYear, terms.Years[^1]],
            year => ChartLanguage.Year(year, year >= terms.FirstEstimateYear && year <= terms.LastHistoryYear));
        var marks = ImmutableArray.CreateBuilder<Mark>();
        if (panel.Low.Any(double.IsFinite))
        {
            marks.Add(new AreaMark([.. terms.Years.Select(v => (double)v)], panel.Low, panel.Subject.Values, Hue.Vermilion, CellTone.Light)
            {
                Tip = $"{panel.Name}, {terms.LowName}",
            });
        }

        marks.Add(LineOf(panel.Reference, terms, Hue.Ink, LineWeight.Thin, $"{panel.Name}, {terms.ReferenceName}"));
        marks.Add(LineOf(panel.Subject, terms, Hue.Vermilion, LineWeight.Strong, $"{panel.Name}, {terms.SubjectName}"));
        return new Panel(isTitled ? $"{panel.Name}: {panel.Difference}" : "", x, y, marks.ToImmutable());
    }

    private static LineMark LineOf(Curve curve, CurveTerms terms, Hue hue, LineWeight weight, string tip) => new(
        [.. terms.Years.Select((year, i) => new Point(year, curve.Values[i]))], terms.LastHistoryYear, hue, weight)
    { EndLabel = curve.EndText, Tip = tip };

    private static ImmutableArray<KeyEntry> Key(IReadOnlyList<CurvePanel> panels, CurveTerms terms)
    {
        var key = ImmutableArray.Create(
            new KeyEntry(KeySample.Thin, Hue.Ink, terms.ReferenceName), new KeyEntry(KeySample.Dashed, Hue.Vermilion, terms.SubjectName));
        return panels.Any(p => p.Low.Any(double.IsFinite)) ? key.Add(new KeyEntry(KeySample.LightCell, Hue.Vermilion, terms.LowName)) : key;
    }

    private static string Describe(IReadOnlyList<CurvePanel> panels, CurveTerms terms, ChartLanguage language) => ChartLanguage.Fill(
        BudgetWords.Of(language).DescribeCurves,
        terms.ReferenceName,
        terms.SubjectName,
        ChartLanguage.Year(terms.Years[0]),
        ChartLanguage.Year(terms.Years[^1]),
        string.Join("; ", panels.Select(p =>
            $"{p.Name} {language.Percent(p.Reference.Values[^1], 0)}, {language.Percent(p.Subject.Values[^1], 0)}")));

    private static FigureData DataOf(IReadOnlyList<CurvePanel> panels, CurveTerms terms) => new(
        ["unit", "year", "status", .. terms.Columns],
        [
            .. panels.SelectMany(p => terms.Years.Select((year, i) => ImmutableArray.Create<Cell>(
                p.Name, year, Status.Of(year, terms.LastHistoryYear, terms.FirstEstimateYear), p.Reference.Values[i], p.Subject.Values[i], p.Low[i]))),
        ]);
}
