using System.Collections.Immutable;

namespace Simulator.Charts.Catalogue;

/// <summary>One member's path of defence spending as a share of GDP.</summary>
/// <param name="Name">The member's name in the figure's language.</param>
/// <param name="Years">Years, ascending.</param>
/// <param name="SharePct">Share of GDP in percent, one per year; what is not finite is a gap.</param>
/// <param name="LinePct">The line of comparison in percent, one per year; what is not finite is a gap.</param>
/// <param name="LastHistoryYear">Last year that is past; later years are projected.</param>
/// <param name="Remark">A sentence for the panel, for example why there is no figure; empty for none.</param>
public sealed record MemberPath(
    string Name,
    ImmutableArray<int> Years,
    ImmutableArray<double> SharePct,
    ImmutableArray<double> LinePct,
    int LastHistoryYear,
    string Remark = "")
{
    /// <summary>What is marked along the path, in the order of years.</summary>
    public ImmutableArray<PathMark> Marks { get; init; } = [];
}

/// <summary>Something marked on a member's path, for example the limit that begins to hold it.</summary>
/// <param name="Year">One of the path's years.</param>
/// <param name="Shape">Square, Diamond, Down, Plus or Bar, one shape for each meaning.</param>
/// <param name="Label">A word beside the mark; left out where there is no room.</param>
/// <param name="Meaning">What the shape stands for in the key; the same for all marks of a shape.</param>
public sealed record PathMark(int Year, DotShape Shape, string Label, string Meaning);

/// <summary>All members side by side on one shared scale: the past solid, the projection dashed, the line of comparison thin.</summary>
public static class SmallMultiples
{
    /// <summary>Panels in a row.</summary>
    public const int Columns = 4;

    /// <summary>How many times the usual peak a member must reach before the shared axis stops short of it.</summary>
    private const double OutlierFactor = 1.6;

    private const int FewestForOutliers = 8;

    /// <summary>Narrowest panel at a text scale of 1, pixels: first, today's and last year fit below it.</summary>
    private const double NarrowestPanel = 135;

    /// <summary>Width over height that reads well.</summary>
    private const double GoodShape = 1.7;

    /// <summary>A size that gives every panel about 290 by 165 pixels.</summary>
    /// <param name="members">Count of members.</param>
    /// <returns>1200 by 1500 for the 32 members.</returns>
    public static FigureSize SizeFor(int members) => new(1200, 180 + (165 * Math.Max(2, (members + Columns - 1) / Columns)));

    /// <summary>Builds the figure. Members appear in the order given.</summary>
    /// <param name="caption">The words of the figure.</param>
    /// <param name="members">The members, at least one, each with at least one year.</param>
    /// <param name="lineName">What the line of comparison is called.</param>
    /// <param name="firstEstimateYear">First year of the past whose figures are estimates; beyond the past when none is.</param>
    /// <param name="size">Size; <see cref="SizeFor"/> gives a good one.</param>
    /// <returns>The figure, with columns member, year, status, share_pct, line_pct as its data.</returns>
    /// <exception cref="ArgumentException">There is no member, a member has no year, or its arrays differ in length.</exception>
    public static Figure Build(
        Caption caption, IReadOnlyList<MemberPath> members, string lineName, int firstEstimateYear, FigureSize size)
    {
        Check(members);
        var language = caption.Language;
        var first = members.Min(m => m.Years[0]);
        var last = members.Max(m => m.Years[^1]);
        var today = members.Max(m => m.LastHistoryYear);
        var y = SharedAxis(members, language);
        var x = Axis.Years(first, last, [first, today, last], year => YearLabel(year, today, firstEstimateYear));
        var panels = members.Select(m => PanelOf(m, x, y, language, firstEstimateYear, last));
        return new Figure(
            caption.Id,
            caption.Title,
            caption.Subtitle,
            caption.Credit,
            caption.Description.Length > 0 ? caption.Description : Describe(members, language, first, last, today),
            size,
            ColumnsFor(members.Count, size),
            [.. panels],
            Key(members, language, lineName, last, today, y.To),
            DataOf(members, firstEstimateYear),
            language);
    }

    /// <summary>
    /// Panels in a row: as many as bring the panels nearest to a good shape, none narrower than its labels. The usual size keeps its columns.
    /// </summary>
    private static int ColumnsFor(int members, FigureSize size)
    {
        if (size == SizeFor(members))
        {
            return Columns;
        }

        var widest = Math.Max(1, (int)(size.Width / (NarrowestPanel * size.TextScale)));
        var height = size.PlotHeight > 0 ? size.PlotHeight : Math.Max(size.Height - (240 * size.TextScale), 1);
        return Enumerable.Range(1, Math.Min(widest, members)).MinBy(columns =>
        {
            var shape = size.Width / columns / (height / Math.Ceiling(members / (double)columns));
            return Math.Max(shape / GoodShape, GoodShape / shape);
        });
    }

    private static void Check(IReadOnlyList<MemberPath> members)
    {
        if (members.Count == 0)
        {
            throw new ArgumentException("Small multiples need at least one member.", nameof(members));
        }

        foreach (var member in members)
        {
            if (member.Years.Length == 0 || member.Years.Length != member.SharePct.Length || member.Years.Length != member.LinePct.Length)
            {
                throw new ArgumentException($"The years, shares and lines of '{member.Name}' are empty or differ in length.", nameof(members));
            }
        }
    }

    /// <summary>
    /// One axis for all. It reaches the highest share, unless that is so far above what nine in ten members ever reach that it would flatten
    /// everyone else: then the axis ends near theirs and the panel says how high the member goes.
    /// </summary>
    private static Axis SharedAxis(IReadOnlyList<MemberPath> members, ChartLanguage language)
    {
        var peaks = members.Select(m => Peak(m.SharePct)).Where(double.IsFinite).Order().ToArray();
        var lines = members.Max(m => m.LinePct.Where(double.IsFinite).DefaultIfEmpty(0).Max());
        var highest = peaks.Length == 0 ? lines : Math.Max(peaks[^1], lines);
        if (peaks.Length >= FewestForOutliers)
        {
            var usual = Math.Max(peaks[peaks.Length * 9 / 10], lines);
            highest = highest > usual * OutlierFactor ? usual : highest;
        }

        var lowest = members.Min(m => m.SharePct.Where(double.IsFinite).DefaultIfEmpty(0).Min());
        return Axis.Numbers(lowest, highest, 3, (v, step) => language.Percent(v, ChartLanguage.DecimalsOf(step)));
    }

    private static double Peak(ImmutableArray<double> values) =>
        values.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max();

    private static string YearLabel(int year, int today, int firstEstimateYear) =>
        ChartLanguage.Year(year, year <= today && year >= firstEstimateYear);

    private static Panel PanelOf(MemberPath member, Axis x, Axis y, ChartLanguage language, int firstEstimateYear, int last)
    {
        var marks = ImmutableArray.CreateBuilder<Mark>();
        var solidTo = member.LastHistoryYear;
        if (solidTo < x.To)
        {
            marks.Add(new BandMark(AxisSide.X, Math.Max(solidTo, x.From), x.To, ""));
        }

        var end = LastFinite(member.SharePct);
        if (end < 0)
        {
            return new Panel(member.Name, x, y, marks.ToImmutable(), member.Remark.Length > 0 ? member.Remark : language.Words.NoFigure);
        }

        marks.Add(new LineMark(ComparisonLine(member), double.PositiveInfinity, Hue.Muted, LineWeight.Thin));
        var atLine = AtLine(member, end);
        var hue = atLine ? Hue.Blue : Hue.Vermilion;
        var points = member.Years.Select((year, i) => new Point(year, member.SharePct[i]));
        var endYear = member.Years[end];
        var endText = $"{YearLabel(endYear, solidTo, firstEstimateYear)}: {language.Percent(member.SharePct[end], 2)}";
        marks.Add(new LineMark([.. points], solidTo, hue) { Tip = $"{member.Name}, {endText}" });
        var shown = Math.Clamp(member.SharePct[end], y.From, y.To);
        if (member.SharePct[end] <= y.To)
        {
            marks.Add(new DotMark(new Point(endYear, member.SharePct[end]), atLine ? DotShape.Filled : DotShape.Hollow, hue)
            {
                Tip = $"{member.Name}, {endText}",
            });
        }

        marks.Add(new LabelMark(new Point(endYear, shown), language.Percent(member.SharePct[end]), hue, LabelSide.Right, true));
        AddToday(marks, member, y, language, firstEstimateYear, endYear);
        AddBeyond(marks, member, y, language, end);
        AddMarks(marks, member, y, language);
        return new Panel(member.Name, x, y, marks.ToImmutable(), member.Remark);
    }

    /// <summary>The value of the last year that is past, where it is not the end itself.</summary>
    private static void AddToday(
        ImmutableArray<Mark>.Builder marks, MemberPath member, Axis y, ChartLanguage language, int firstEstimateYear, int endYear)
    {
        var today = member.Years.IndexOf(member.LastHistoryYear);
        if (today < 0 || endYear == member.LastHistoryYear || !double.IsFinite(member.SharePct[today]) || member.SharePct[today] > y.To)
        {
            return;
        }

        var text = language.Percent(member.SharePct[today]);
        var at = new Point(member.LastHistoryYear, member.SharePct[today]);
        var year = YearLabel(member.LastHistoryYear, member.LastHistoryYear, firstEstimateYear);
        marks.Add(new LabelMark(at, text, Hue.Muted, LabelSide.Above, false, false)
        {
            Tip = $"{member.Name}, {year}: {language.Percent(member.SharePct[today], 2)}",
        });
    }

    /// <summary>A triangle at the top, with the value, where the path leaves the axis.</summary>
    private static void AddBeyond(ImmutableArray<Mark>.Builder marks, MemberPath member, Axis y, ChartLanguage language, int end)
    {
        var peak = Peak(member.SharePct);
        if (peak <= y.To)
        {
            return;
        }

        var at = member.SharePct.IndexOf(peak);
        marks.Add(new DotMark(new Point(member.Years[at], y.To), DotShape.Beyond, Hue.Vermilion)
        {
            Tip = $"{member.Name}, {ChartLanguage.Year(member.Years[at])}: {language.Percent(peak, 2)}",
        });
        if (at != end)
        {
            marks.Add(new LabelMark(new Point(member.Years[at], y.To), language.Percent(peak), Hue.Vermilion, LabelSide.Left, true));
        }
    }

    private static void AddMarks(ImmutableArray<Mark>.Builder marks, MemberPath member, Axis y, ChartLanguage language)
    {
        foreach (var mark in member.Marks)
        {
            var share = member.SharePct[member.Years.IndexOf(mark.Year)];
            if (share <= y.To)
            {
                var at = new Point(mark.Year, share);
                marks.Add(new DotMark(at, mark.Shape, Hue.Ink) { Tip = $"{member.Name}, {ChartLanguage.Year(mark.Year)}: {language.Percent(share, 2)}, {mark.Meaning}" });
                // The word stands once in a panel; after that the shape says it.
                var label = member.Marks.First(m => m.Shape == mark.Shape) == mark ? mark.Label : "";
                marks.Add(new LabelMark(at, label, Hue.Ink, LabelSide.Below, false, false));
            }
        }
    }

    /// <summary>The line of comparison, from year to year in a straight line as the shares are.</summary>
    private static ImmutableArray<Point> ComparisonLine(MemberPath member) =>
        [.. member.Years.Select((year, i) => new Point(year, member.LinePct[i]))];

    private static int LastFinite(ImmutableArray<double> values)
    {
        for (var i = values.Length - 1; i >= 0; i--)
        {
            if (double.IsFinite(values[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool AtLine(MemberPath member, int at) => Line.Reached(member.SharePct[at], member.LinePct[at]);

    private static ImmutableArray<KeyEntry> Key(
        IReadOnlyList<MemberPath> members, ChartLanguage language, string lineName, int last, int today, double top)
    {
        var words = language.Words;
        var lastYear = ChartLanguage.Year(last);
        var lines = members.Select(m => m.LinePct.LastOrDefault(double.IsFinite, double.NaN)).Where(double.IsFinite).Distinct().ToArray();
        var key = ImmutableArray.CreateBuilder<KeyEntry>();
        key.Add(new KeyEntry(KeySample.Solid, Hue.Blue, words.Past));
        if (last > today)
        {
            key.Add(new KeyEntry(KeySample.Dashed, Hue.Blue, words.Projection));
        }

        key.Add(new KeyEntry(KeySample.Thin, Hue.Muted,
            lines.Length == 1 ? ChartLanguage.Fill(words.LineAt, lineName, language.Percent(lines[0])) : lineName));
        key.Add(new KeyEntry(KeySample.FilledDot, Hue.Blue, ChartLanguage.Fill(words.AtLine, lastYear)));
        key.Add(new KeyEntry(KeySample.HollowDot, Hue.Vermilion, ChartLanguage.Fill(words.Short, lastYear)));
        if (members.Any(m => Peak(m.SharePct) > top))
        {
            key.Add(new KeyEntry(KeySample.Triangle, Hue.Vermilion, words.Beyond));
        }

        foreach (var mark in members.SelectMany(m => m.Marks).DistinctBy(m => m.Shape).OrderBy(m => m.Shape))
        {
            key.Add(new KeyEntry(SampleOf(mark.Shape), Hue.Ink, mark.Meaning));
        }

        return key.ToImmutable();
    }

    private static KeySample SampleOf(DotShape shape) => shape switch
    {
        DotShape.Square => KeySample.Square,
        DotShape.Diamond => KeySample.Diamond,
        DotShape.Down => KeySample.Down,
        DotShape.Plus => KeySample.Plus,
        DotShape.Bar => KeySample.Bar,
        DotShape.Hollow or DotShape.Around => KeySample.HollowDot,
        DotShape.Filled => KeySample.FilledDot,
        _ => KeySample.Triangle,
    };

    private static string Describe(IReadOnlyList<MemberPath> members, ChartLanguage language, int first, int last, int today)
    {
        var ends = members.Where(m => m.Years[^1] == last && double.IsFinite(m.SharePct[^1])).OrderByDescending(m => m.SharePct[^1]).ToArray();
        string Say(MemberPath member) => $"{member.Name} {language.Percent(member.SharePct[^1])}";
        return ChartLanguage.Fill(
            language.Words.DescribeMultiples,
            language.Number(members.Count),
            ChartLanguage.Year(first),
            ChartLanguage.Year(last),
            ChartLanguage.Year(today),
            ends.Length == 0 ? language.Words.NoFigure : Say(ends[0]),
            ends.Length == 0 ? language.Words.NoFigure : Say(ends[^1]));
    }

    private static FigureData DataOf(IReadOnlyList<MemberPath> members, int firstEstimateYear) => new(
        ["member", "year", "status", "share_pct", "line_pct"],
        [
            .. members.SelectMany(m => m.Years.Select((year, i) => ImmutableArray.Create<Cell>(
                m.Name, year, Status.Of(year, m.LastHistoryYear, firstEstimateYear), m.SharePct[i], m.LinePct[i]))),
        ]);
}
