using System.Collections.Immutable;

namespace Simulator.Charts.Catalogue;

/// <summary>Lower and upper edge of one band of a fan, one value for each year; what is not finite is a gap.</summary>
/// <param name="Low">Lower edge.</param>
/// <param name="High">Upper edge.</param>
public readonly record struct FanEdges(ImmutableArray<double> Low, ImmutableArray<double> High);

/// <summary>The fan of one unit.</summary>
/// <param name="Name">The unit's name in the figure's language.</param>
/// <param name="Span">What the widest band comes to in the year of the headline, written beside the name where there is room.</param>
/// <param name="Line">The scenario without chance and the past before it, one value for each year.</param>
/// <param name="Median">The middle of the draws, one value for each year.</param>
/// <param name="Bands">Edges of the bands, in the order of <see cref="FanPanelTerms.Bands"/>.</param>
public sealed record FanPanel(string Name, string Span, ImmutableArray<double> Line, ImmutableArray<double> Median, ImmutableArray<FanEdges> Bands)
{
    /// <summary>Decimals of the values written at the ends of lines.</summary>
    public int Decimals { get; init; }
}

/// <summary>What panels of fans show.</summary>
/// <param name="Years">Years, ascending.</param>
/// <param name="LastHistoryYear">Last year that is past.</param>
/// <param name="FirstEstimateYear">First year whose figures are estimates.</param>
/// <param name="LineName">What the line without chance is called: the scenario's name.</param>
/// <param name="MedianName">What the middle of the draws is called.</param>
/// <param name="Bands">Names and tones of the bands from the widest to the narrowest.</param>
/// <param name="ValueColumn">Column of the data that holds the values, with its unit.</param>
/// <param name="IsPercent">Whether values are written with a percent sign.</param>
public sealed record FanPanelTerms(
    ImmutableArray<int> Years,
    int LastHistoryYear,
    int FirstEstimateYear,
    string LineName,
    string MedianName,
    ImmutableArray<(string Name, CellTone Tone)> Bands,
    string ValueColumn,
    bool IsPercent)
{
    /// <summary>True where all panels have one scale, as ratios side by side should; false where each has one of its own from zero, as amounts of different size need.</summary>
    public bool SharesScale { get; init; }
}

/// <summary>Fans side by side, a panel for each unit: bands behind the scenario's own line and the middle of the draws.</summary>
public static class FanPanels
{
    private const int MostColumns = 3;

    /// <summary>Narrowest panel at a text scale of 1, pixels: first, today's and last year fit below it, a value beside it.</summary>
    private const double NarrowestPanel = 210;

    /// <summary>Narrowest panel that has room for a span beside a name of two words.</summary>
    private const double NarrowestWithSpans = 260;

    /// <summary>Height of one row of panels in print, as a part of a plot that stands alone.</summary>
    private const double RowPart = 0.6;

    /// <summary>Builds the figure. Panels appear in the order given.</summary>
    /// <param name="caption">The words of the figure.</param>
    /// <param name="panels">The units, at least one.</param>
    /// <param name="terms">What they show.</param>
    /// <param name="size">Size.</param>
    /// <returns>The figure, with columns unit, series, edge, year, status and the value's as its data; edge is low or high for bands, else line.</returns>
    /// <exception cref="ArgumentException">There is no panel, or a panel has not one value for each year and band.</exception>
    public static Figure Build(Caption caption, IReadOnlyList<FanPanel> panels, FanPanelTerms terms, FigureSize size)
    {
        var years = terms.Years.Length;
        if (panels.Count == 0 || panels.Any(p => p.Line.Length != years || p.Median.Length != years || p.Bands.Length != terms.Bands.Length
            || p.Bands.Any(b => b.Low.Length != years || b.High.Length != years)))
        {
            throw new ArgumentException("Fans need panels with one value for each year.", nameof(panels));
        }

        var language = caption.Language;
        var columns = ColumnsOf(size, panels.Count);
        var rows = (panels.Count + columns - 1) / columns;
        return new Figure(
            caption.Id,
            caption.Title,
            caption.Subtitle,
            caption.Credit,
            caption.Description.Length > 0 ? caption.Description : Describe(panels, terms, language),
            size with { PlotHeight = size.PlotHeight * (rows == 1 ? 1 : rows * RowPart) },
            columns,
            [.. panels.Select(p => PanelOf(p, terms, language, AxisOf(p, panels, terms, language)) with
            {
                // One panel alone has its name in the words above it.
                Title = panels.Count == 1 ? "" : HasSpans(size, panels.Count) ? $"{p.Name}: {p.Span}" : p.Name,
            })],
            Key(terms),
            DataOf(panels, terms),
            language);
    }

    /// <summary>Whether a page has room to write spans beside the names of panels.</summary>
    /// <param name="size">Size.</param>
    /// <param name="panels">Panels.</param>
    public static bool HasSpans(FigureSize size, int panels) => size.Width / (ColumnsOf(size, panels) * size.TextScale) >= NarrowestWithSpans;

    private static int ColumnsOf(FigureSize size, int panels)
    {
        var room = Math.Max(1, (int)(size.Width / (NarrowestPanel * size.TextScale)));
        return Math.Min(Math.Min(room, panels == 4 ? 2 : MostColumns), panels);
    }

    private static IEnumerable<double> Values(FanPanel panel) =>
        panel.Line.Concat(panel.Median).Concat(panel.Bands.SelectMany(b => b.Low.Concat(b.High))).Where(double.IsFinite);

    private static Axis AxisOf(FanPanel panel, IReadOnlyList<FanPanel> panels, FanPanelTerms terms, ChartLanguage language)
    {
        if (!terms.SharesScale)
        {
            return Axis.Numbers(0, Values(panel).DefaultIfEmpty(1).Max(), panels.Count == 1 ? 6 : 4, Label);
        }

        // From a round number below the lowest value: what is shown is how far the draws part, not how far they are from zero.
        double[] all = [.. panels.SelectMany(Values)];
        var (low, high) = (all.DefaultIfEmpty(0).Min(), all.DefaultIfEmpty(1).Max());
        var step = Axis.Numbers(0, high - low, 4, Label).Ticks[1].At;
        var (first, last) = ((long)Math.Floor(low / step), (long)Math.Ceiling(high / step));
        return new Axis(
            AxisKind.Number, first * step, Math.Max(last, first + 1) * step,
            [.. Enumerable.Range(0, (int)(Math.Max(last, first + 1) - first) + 1).Select(i => new Tick((first + i) * step, Label((first + i) * step, step)))], true);

        string Label(double value, double size) => Say(value, terms, language, ChartLanguage.DecimalsOf(size));
    }

    private static Panel PanelOf(FanPanel panel, FanPanelTerms terms, ChartLanguage language, Axis y)
    {
        var x = Axis.Years(
            terms.Years[0], terms.Years[^1], [terms.Years[0], terms.LastHistoryYear, terms.Years[^1]],
            year => ChartLanguage.Year(year, year >= terms.FirstEstimateYear && year <= terms.LastHistoryYear));
        ImmutableArray<double> places = [.. terms.Years.Select(v => (double)v)];
        var line = End(panel.Line);
        var median = End(panel.Median);
        return new Panel(
            "",
            x,
            y,
            [
                .. panel.Bands.Select((b, i) => new AreaMark(places, b.Low, b.High, Hue.Slate, terms.Bands[i].Tone) { Tip = $"{panel.Name}, {terms.Bands[i].Name}" }),
                LineOf(panel.Line, terms, Hue.Ink, LineWeight.Thin, line, $"{panel.Name}, {terms.LineName}: {line}"),

                // Where both say the same, the number stands there once.
                LineOf(panel.Median, terms, Hue.Vermilion, LineWeight.Strong, median == line ? "" : median, $"{panel.Name}, {terms.MedianName}: {median}"),
            ]);

        string End(ImmutableArray<double> values) => double.IsFinite(values[^1]) ? Say(values[^1], terms, language, panel.Decimals) : "";
    }

    private static LineMark LineOf(ImmutableArray<double> values, FanPanelTerms terms, Hue hue, LineWeight weight, string end, string tip) => new(
        [.. terms.Years.Select((year, i) => new Point(year, values[i]))], terms.LastHistoryYear, hue, weight)
    { EndLabel = end, Tip = tip };

    private static ImmutableArray<KeyEntry> Key(FanPanelTerms terms) =>
    [
        .. terms.Bands.Select(b => new KeyEntry(Fan.SampleOf(b.Tone), Hue.Slate, b.Name)),
        new KeyEntry(KeySample.Dashed, Hue.Vermilion, terms.MedianName),
        new KeyEntry(KeySample.Thin, Hue.Ink, terms.LineName),
    ];

    private static string Say(double value, FanPanelTerms terms, ChartLanguage language, int decimals) =>
        terms.IsPercent ? language.Percent(value, decimals) : language.Number(value, decimals);

    private static string Describe(IReadOnlyList<FanPanel> panels, FanPanelTerms terms, ChartLanguage language) => ChartLanguage.Fill(
        BudgetWords.Of(language).DescribeCurves,
        terms.LineName,
        $"{terms.MedianName}, {string.Join(", ", terms.Bands.Select(b => b.Name))}",
        ChartLanguage.Year(terms.Years[0]),
        ChartLanguage.Year(terms.Years[^1]),
        string.Join("; ", panels.Select(p =>
            $"{p.Name} {Say(p.Line[^1], terms, language, p.Decimals)}, {Say(p.Median[^1], terms, language, p.Decimals)}, "
                + string.Join(", ", p.Bands.Select(b => $"{Say(b.Low[^1], terms, language, p.Decimals)}–{Say(b.High[^1], terms, language, p.Decimals)}")))));

    private static FigureData DataOf(IReadOnlyList<FanPanel> panels, FanPanelTerms terms)
    {
        return new FigureData(
            ["unit", "series", "edge", "year", "status", terms.ValueColumn],
            [
                .. panels.SelectMany(p => p.Bands.SelectMany((b, i) => Rows(p, terms.Bands[i].Name, "low", b.Low).Concat(Rows(p, terms.Bands[i].Name, "high", b.High)))
                    .Concat(Rows(p, terms.MedianName, "line", p.Median))
                    .Concat(Rows(p, terms.LineName, "line", p.Line))),
            ]);

        // Nothing is drawn before the base year but the line.
        IEnumerable<ImmutableArray<Cell>> Rows(FanPanel panel, string series, string edge, ImmutableArray<double> values) => terms.Years
            .Select((year, i) => (Year: year, Value: values[i]))
            .Where(v => double.IsFinite(v.Value))
            .Select(v => ImmutableArray.Create<Cell>(panel.Name, series, edge, v.Year, Status.Of(v.Year, terms.LastHistoryYear, terms.FirstEstimateYear), v.Value));
    }
}
