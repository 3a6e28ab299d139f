using System.Collections.Immutable;

namespace Simulator.Charts.Catalogue;

/// <summary>One measure of paired bars: a panel of its own.</summary>
/// <param name="Title">What it measures, with its unit; the panel's heading.</param>
/// <param name="Name">What the data call it, with its unit.</param>
/// <param name="Decimals">Decimals of the values that are written.</param>
/// <param name="Year">The year of its figures; rows may have one of their own.</param>
public sealed record PairedMeasure(string Title, string Name, int Decimals, int Year)
{
    /// <summary>Measures of one scale share the range of their axes, so that their bars can be compared; each other has its own.</summary>
    public string Scale { get; init; } = "";
}

/// <summary>A row of paired bars.</summary>
/// <param name="Name">The name in the figure's language.</param>
/// <param name="Values">One value for each measure; what is not finite is a gap.</param>
/// <param name="Remark">What is said in a row without any value.</param>
public sealed record PairedRow(string Name, ImmutableArray<double> Values, string Remark = "")
{
    /// <summary>The year of the row's figures; -1 where the measures say it.</summary>
    public int Year { get; init; } = -1;

    /// <summary>Whether the row stays in the background.</summary>
    public bool IsBackground { get; init; }
}

/// <summary>The same rows under several measures: a panel of bars for each, names once at the left.</summary>
public static class PairedBars
{
    /// <summary>Lowest row at a text scale of 1, pixels.</summary>
    private const double LowestRow = 17;

    /// <summary>Words above and below the rows at a text scale of 1, pixels.</summary>
    private const double Words = 270;

    private const int Fewest = 4;

    private static readonly Hue[] Hues = [Hue.Blue, Hue.Green, Hue.Purple, Hue.Vermilion];

    /// <summary>Builds the figure. Rows keep their order; a page too low for all of them shows the first ones and says how many it leaves out.</summary>
    /// <param name="caption">The words of the figure.</param>
    /// <param name="rows">The rows, at least one.</param>
    /// <param name="measures">One to four measures; those of one scale have one colour.</param>
    /// <param name="lastHistoryYear">Last year that is past; later ones are hatched.</param>
    /// <param name="firstEstimateYear">First year of the past whose figures are estimates.</param>
    /// <param name="size">Size.</param>
    /// <returns>The figure, with columns unit, measure, year, status, value, remark as its data, in the order of the figure.</returns>
    /// <exception cref="ArgumentException">There is no row, no measure or more than four, or a row has another number of values.</exception>
    public static Figure Build(
        Caption caption, IReadOnlyList<PairedRow> rows, IReadOnlyList<PairedMeasure> measures, int lastHistoryYear, int firstEstimateYear, FigureSize size)
    {
        if (rows.Count == 0 || measures.Count is < 1 or > 4 || rows.Any(r => r.Values.Length != measures.Count))
        {
            throw new ArgumentException("Paired bars need rows with one value for each of one to four measures.", nameof(rows));
        }

        var language = caption.Language;
        rows = Fitting(rows, measures.Count, size, language);
        var names = Axis.Categories(rows.Select(r => (r.Name, false))) with { Grid = true };
        string[] scales = [.. measures.Select((m, i) => m.Scale.Length > 0 ? m.Scale : "own " + ChartLanguage.Year(i)).Distinct()];
        return new Figure(
            caption.Id, caption.Title, caption.Subtitle, caption.Credit,
            caption.Description.Length > 0 ? caption.Description : Describe(rows, measures, language),
            size,
            measures.Count,
            [
                .. measures.Select((m, i) => PanelOf(
                    rows, m, i, names, AxisOf(i), Hues[Array.IndexOf(scales, m.Scale.Length > 0 ? m.Scale : "own " + ChartLanguage.Year(i))], lastHistoryYear, language)),
            ],
            [],
            new FigureData(
                ["unit", "measure", "year", "status", "value", "remark"],
                [
                    .. rows.SelectMany(r => measures.Select((m, i) => ImmutableArray.Create<Cell>(
                        r.Name, m.Name, YearOf(r, m), Status.Of(YearOf(r, m), lastHistoryYear, firstEstimateYear), r.Values[i], r.Remark))),
                ]),
            language);

        Axis AxisOf(int measure)
        {
            var scale = measures[measure].Scale;
            var shared = Enumerable.Range(0, measures.Count).Where(i => i == measure || (scale.Length > 0 && measures[i].Scale == scale));
            double[] values = [.. shared.SelectMany(i => rows.Select(r => r.Values[i])).Where(double.IsFinite)];
            var axis = Axis.Numbers(
                values.DefaultIfEmpty(0).Min(), values.DefaultIfEmpty(1).Max(), measures.Count > 2 ? 2 : 4,
                (v, step) => language.Number(v, ChartLanguage.DecimalsOf(step)));

            // The end of one panel's axis stands where the next one begins, which says zero.
            return measure == measures.Count - 1 ? axis : axis with { Ticks = axis.Ticks.SetItem(axis.Ticks.Length - 1, axis.Ticks[^1] with { Label = "" }) };
        }
    }

    /// <summary>The rows that a page has room for; where it has too little, the last one says how many it leaves out.</summary>
    private static IReadOnlyList<PairedRow> Fitting(IReadOnlyList<PairedRow> rows, int measures, FigureSize size, ChartLanguage language)
    {
        var room = (int)(((size.Height / size.TextScale) - Words) / LowestRow);
        if (size.PlotHeight > 0 || rows.Count <= Math.Max(room, Fewest))
        {
            return rows;
        }

        var kept = Math.Max(room, Fewest) - 1;
        var more = ChartLanguage.Fill(ScenarioWords.Of(language).More, language.Number(rows.Count - kept));
        return [.. rows.Take(kept), new PairedRow("…", [.. Enumerable.Repeat(double.NaN, measures)], more)];
    }

    private static int YearOf(PairedRow row, PairedMeasure measure) => row.Year >= 0 ? row.Year : measure.Year;

    private static Panel PanelOf(
        IReadOnlyList<PairedRow> rows, PairedMeasure measure, int at, Axis names, Axis x, Hue hue, int lastHistoryYear, ChartLanguage language)
    {
        var marks = ImmutableArray.CreateBuilder<Mark>();
        for (var i = 0; i < rows.Count; i++)
        {
            var (row, value) = (rows[i], rows[i].Values[at]);
            if (!double.IsFinite(value))
            {
                var remark = at == 0 && row.Remark.Length > 0 ? row.Remark : "–";
                marks.Add(new LabelMark(new Point(Math.Max(x.From, 0), i), remark, Hue.Muted, LabelSide.Right));
                continue;
            }

            var own = row.IsBackground ? Hue.Slate : hue;
            var text = language.Number(value, measure.Decimals);
            marks.Add(new BarMark(i, 0, value, own, YearOf(row, measure) > lastHistoryYear)
            {
                Tip = $"{row.Name}, {measure.Title}: {text}",
            });
            marks.Add(new LabelMark(new Point(value, i), text, own, value < 0 ? LabelSide.Left : LabelSide.Right));
        }

        return new Panel(measure.Title, x, names, marks.ToImmutable());
    }

    private static string Describe(IReadOnlyList<PairedRow> rows, IReadOnlyList<PairedMeasure> measures, ChartLanguage language)
    {
        var known = rows.FirstOrDefault(r => r.Values.Any(double.IsFinite));
        var told = known is null
            ? language.Words.NoFigure
            : $"{known.Name}: {string.Join(", ", measures.Select((m, i) => $"{m.Title} {(double.IsFinite(known.Values[i]) ? language.Number(known.Values[i], m.Decimals) : language.Words.NoFigure)}"))}";
        return ChartLanguage.Fill(ScenarioWords.Of(language).DescribeMeasures, language.Number(rows.Count), told);
    }
}
