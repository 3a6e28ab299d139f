using System.Collections.Immutable;
using Simulator.Charts.Text;

namespace Simulator.Charts.Catalogue;

/// <summary>A row of ranked bars.</summary>
/// <param name="Name">The name in the figure's language.</param>
/// <param name="Values">One value for each series; what is not finite is a gap.</param>
/// <param name="Remark">What is said in the row when the first series has no value.</param>
public sealed record RankedBar(string Name, ImmutableArray<double> Values, string Remark = "")
{
    /// <summary>Whether the row stands for several members together; it is drawn apart and not held against the line.</summary>
    public bool IsTogether { get; init; }

    /// <summary>Whether the row stays in the background.</summary>
    public bool IsBackground { get; init; }
}

/// <summary>One of the one or two values that every row has.</summary>
/// <param name="Name">What the key and the data call it.</param>
/// <param name="Year">The year of its figures.</param>
/// <param name="Status">reported, estimate or projection.</param>
public sealed record BarSeries(string Name, int Year, string Status);

/// <summary>How the second series is drawn.</summary>
public enum SecondSeries
{
    /// <summary>An upright tick on the bar, for what a value is compared with.</summary>
    Tick,

    /// <summary>A bar of its own below the first.</summary>
    Lane,
}

/// <summary>What ranked bars show.</summary>
/// <param name="Series">One or two series; rows are ranked by the first.</param>
/// <param name="Column">Name of the value's column in the data, with its unit.</param>
/// <param name="Decimals">Decimals of the values that are written.</param>
public sealed record BarTerms(ImmutableArray<BarSeries> Series, string Column, int Decimals)
{
    /// <summary>Whether values are percent.</summary>
    public bool IsPercent { get; init; }

    /// <summary>How the second series is drawn.</summary>
    public SecondSeries Second { get; init; } = SecondSeries.Tick;

    /// <summary>The line that values are held against; not finite for none.</summary>
    public double Line { get; init; } = double.NaN;

    /// <summary>What the line is called.</summary>
    public string LineName { get; init; } = "";
}

/// <summary>Horizontal bars from the highest to the lowest, one or two values a row, with a line across.</summary>
public static class RankedBars
{
    /// <summary>Height of a row with two bars, where a row with one has 22.5.</summary>
    public const double LaneRowHeight = 34;

    /// <summary>Part of a row that its bars fill.</summary>
    private const double Filled = 0.68;

    /// <summary>Room that a value's words take with the tick beside them, pixels at a text scale of 1.</summary>
    private const double WordsRoom = 56;

    /// <summary>Part of a figure's width that its bars have, about.</summary>
    private const double PlotPart = 0.68;

    /// <summary>Builds the figure. Rows without a first value come last; equal ones by name.</summary>
    /// <param name="caption">The words of the figure.</param>
    /// <param name="bars">The rows, at least one.</param>
    /// <param name="terms">What they show.</param>
    /// <param name="size">Size.</param>
    /// <returns>The figure, with columns unit, series, year, status, the value, line and remark as its data, in the order of the figure.</returns>
    /// <exception cref="ArgumentException">There is no row, there are no series or more than two, or a row has another number of values.</exception>
    public static Figure Build(Caption caption, IReadOnlyList<RankedBar> bars, BarTerms terms, FigureSize size)
    {
        if (bars.Count == 0 || terms.Series.Length is < 1 or > 2 || bars.Any(b => b.Values.Length != terms.Series.Length))
        {
            throw new ArgumentException("Ranked bars need rows with one value for each of one or two series.", nameof(bars));
        }

        var language = caption.Language;
        RankedBar[] rows =
        [
            .. bars
                .OrderByDescending(b => double.IsFinite(b.Values[0]) ? b.Values[0] : double.NegativeInfinity)
                .ThenBy(b => b.Name, NameOrder.Of(language)),
        ];
        var values = rows.SelectMany(b => b.Values).Append(terms.Line).Where(double.IsFinite).ToArray();
        var x = Line.Clear(
            Axis.Numbers(
                values.DefaultIfEmpty(0).Min(), values.DefaultIfEmpty(1).Max(), 6,
                (v, step) => Say(v, terms, language, ChartLanguage.DecimalsOf(step))),
            terms.Line);
        var parts = RowParts.Of(rows, size);
        var words = WordsRoom * size.TextScale / (size.Width * PlotPart / parts.Count) * (x.To - x.From);
        return new Figure(
            caption.Id,
            caption.Title,
            caption.Subtitle,
            caption.Credit,
            caption.Description.Length > 0 ? caption.Description : Describe(rows, terms, language),
            size,
            parts.Count,
            [.. parts.Select(part => PanelOf(part, terms, language, x, words))],
            Key(rows, terms, language),
            DataOf(rows, terms),
            language);
    }

    private static Panel PanelOf(IReadOnlyList<RankedBar> rows, BarTerms terms, ChartLanguage language, Axis x, double words)
    {
        var marks = ImmutableArray.CreateBuilder<Mark>();
        if (double.IsFinite(terms.Line))
        {
            marks.Add(new ReferenceMark(AxisSide.X, terms.Line, LineLabel(terms, language), Hue.Ink));
        }

        for (var i = 0; i < rows.Count; i++)
        {
            AddRow(marks, rows[i], i, terms, language, x, words);
        }

        return new Panel("", x, Axis.Categories(rows.Select(r => (r.Name, false))) with { Grid = true }, marks.ToImmutable());
    }

    private static string LineLabel(BarTerms terms, ChartLanguage language) => ChartLanguage.Fill(
        language.Words.LineAt, terms.LineName, Say(terms.Line, terms, language, ChartLanguage.DecimalsOf(terms.Line)));

    private static string Say(double value, BarTerms terms, ChartLanguage language, int decimals) =>
        terms.IsPercent ? language.Percent(value, decimals) : language.Number(value, decimals);

    private static Hue HueOf(RankedBar row, BarTerms terms) =>
        row.IsTogether || row.IsBackground ? Hue.Slate
        : Line.Reached(row.Values[0], terms.Line) ? Hue.Blue
        : Hue.Vermilion;

    private static void AddRow(
        ImmutableArray<Mark>.Builder marks, RankedBar row, int at, BarTerms terms, ChartLanguage language, Axis x, double words)
    {
        var zero = Math.Max(x.From, 0);
        var lanes = terms.Second == SecondSeries.Lane ? terms.Series.Length : 1;
        for (var lane = 0; lane < lanes; lane++)
        {
            var value = row.Values[lane];
            if (!double.IsFinite(value))
            {
                continue;
            }

            var hue = lane == 0 ? HueOf(row, terms) : Hue.Muted;
            var projected = terms.Series[lane].Status == Status.Projection;
            marks.Add(new BarMark(at, zero, value, hue, projected) { Lane = lane, Lanes = lanes, Tip = Tip(lane) });
        }

        var tick = lanes == 1 && terms.Series.Length == 2 ? row.Values[1] : double.NaN;
        if (double.IsFinite(tick))
        {
            marks.Add(new DotMark(new Point(tick, at), DotShape.Bar, Hue.Ink) { Tip = Tip(1) });
        }

        if (!double.IsFinite(row.Values[0]))
        {
            var remark = row.Remark.Length > 0 ? row.Remark : language.Words.NoFigure;
            marks.Add(new LabelMark(new Point(zero, at), remark, Hue.Muted, LabelSide.Right));
        }

        for (var lane = 0; lane < lanes; lane++)
        {
            var value = row.Values[lane];
            if (!double.IsFinite(value))
            {
                continue;
            }

            var below = value < 0;
            var height = at + (Filled * (((lane + 0.5) / lanes) - 0.5));
            marks.Add(new LabelMark(
                new Point(End(value, tick, words), height), language.Number(value, terms.Decimals), lane == 0 ? HueOf(row, terms) : Hue.Muted,
                below ? LabelSide.Left : LabelSide.Right, lane == 0 && !row.IsBackground));
        }

        string Tip(int series) => $"{row.Name}, {terms.Series[series].Name}: {Say(row.Values[series], terms, language, terms.Decimals)}";
    }

    /// <summary>Where the value is written: at the end of the bar, or past a tick that stands where the words would.</summary>
    private static double End(double value, double tick, double words)
    {
        var past = value < 0 ? value - tick : tick - value;
        return double.IsFinite(tick) && past > 0 && past < words ? tick : value;
    }

    private static ImmutableArray<KeyEntry> Key(RankedBar[] rows, BarTerms terms, ChartLanguage language)
    {
        var key = ImmutableArray.CreateBuilder<KeyEntry>();
        var main = terms.Series[0];
        var sample = main.Status == Status.Projection ? KeySample.HatchedCell : KeySample.StrongCell;
        RankedBar[] members = [.. rows.Where(r => !r.IsTogether && !r.IsBackground && double.IsFinite(r.Values[0]))];
        var reached = members.Count(r => Line.Reached(r.Values[0], terms.Line));
        if (!double.IsFinite(terms.Line) || reached > 0)
        {
            key.Add(new(sample, Hue.Blue, double.IsFinite(terms.Line) ? ChartLanguage.Fill(language.Words.AtLine, main.Name) : main.Name));
        }

        if (reached < members.Length)
        {
            key.Add(new(sample, Hue.Vermilion, ChartLanguage.Fill(language.Words.Short, main.Name)));
        }

        if (rows.Any(r => r.IsTogether))
        {
            key.Add(new(sample, Hue.Slate, AllianceWords.Of(language).Together));
        }

        if (terms.Series.Length == 2)
        {
            var second = terms.Series[1];
            key.Add(terms.Second == SecondSeries.Tick
                ? new(KeySample.Bar, Hue.Ink, second.Name)
                : new(second.Status == Status.Projection ? KeySample.HatchedCell : KeySample.StrongCell, Hue.Muted, second.Name));
        }

        return key.ToImmutable();
    }

    private static string Describe(RankedBar[] rows, BarTerms terms, ChartLanguage language)
    {
        RankedBar[] members = [.. rows.Where(r => !r.IsTogether && double.IsFinite(r.Values[0]))];
        string Row(RankedBar row) => $"{row.Name} {Say(row.Values[0], terms, language, terms.Decimals)}";
        var line = double.IsFinite(terms.Line) ? $" {LineLabel(terms, language)}." : "";
        return ChartLanguage.Fill(
            AllianceWords.Of(language).DescribeBars,
            language.Number(rows.Length),
            string.Join(", ", terms.Series.Select(s => s.Name)),
            members.Length == 0 ? language.Words.NoFigure : Row(members[0]),
            members.Length == 0 ? language.Words.NoFigure : Row(members[^1])) + line;
    }

    private static FigureData DataOf(RankedBar[] rows, BarTerms terms) => new(
        ["unit", "series", "year", "status", terms.Column, "line", "remark"],
        [
            .. rows.SelectMany(r => terms.Series.Select((s, i) => ImmutableArray.Create<Cell>(
                r.Name, s.Name, s.Year, s.Status, r.Values[i], r.IsTogether ? double.NaN : terms.Line, i == 0 ? r.Remark : ""))),
        ]);
}
