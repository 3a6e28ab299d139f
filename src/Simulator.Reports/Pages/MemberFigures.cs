using System.Collections.Immutable;
using System.Globalization;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Projections;
using Simulator.Reports.Answers;

namespace Simulator.Reports.Pages;

/// <summary>Small figures of one member, to stand between its words and tables: what has been, and every scenario of the run.</summary>
public static class MemberFigures
{
    // Two beside each other on a page of A4, in which the smallest text is 7 points; on a screen they are drawn larger.
    private static readonly FigureSize Size = FigureFormat.Print2Column.Frame() with { PlotHeight = 150 };

    /// <summary>The share of GDP: history, the scenarios, the line of the first of them.</summary>
    /// <param name="results">The results.</param>
    /// <param name="member">Roster index of a member with armed forces.</param>
    public static Figure Paths(RunResults results, int member)
    {
        Unit unit = Unit.Member(member);
        Projection first = results.History;
        ImmutableArray<int> past = Years(first.FirstYear, first.BaseYear);
        ImmutableArray<int> ahead = Years(first.BaseYear, results.Options.Horizon);
        List<Series> series =
        [
            new("history", Of(past, y => first.SharePct(unit, y)), true),
            .. results.Projections.Select((p, i) => new Series(RunResults.IdOf(p), Of(ahead, y => p.SharePct(unit, y)), i == 0)),
        ];
        Series line = new("line", Of(ahead, y => first.LinePct(unit, y)), false);
        return Build(
            results,
            $"{Code(results, member)}-paths",
            Title("Share of GDP", series[1].Points, AnswerWords.Points),
            $"Core defence expenditure, percent of real GDP. Dashed: scenarios, in bold {RunResults.IdOf(first)}; thin: the line",
            "share_pct",
            series,
            [line],
            isFromZero: true);
    }

    /// <summary>Government debt if all of the extra spending is borrowed, beside the IMF's path.</summary>
    /// <param name="results">The results.</param>
    /// <param name="member">Roster index of a member with armed forces.</param>
    public static Figure Debt(RunResults results, int member)
    {
        Unit unit = Unit.Member(member);
        Projection first = results.History;
        WeoSeries weo = results.Edition.Weo;
        ImmutableArray<int> past = Years(first.FirstYear, first.BaseYear);
        ImmutableArray<int> ahead = Years(first.BaseYear, results.Options.Horizon);
        List<Series> series =
        [
            new("history", Of(past, y => weo.Value(WeoIndicator.GrossDebtPct, member, y)), true),
            .. results.Projections.Select((p, i) => new Series(RunResults.IdOf(p), Of(ahead, y => new FiscalSummary(p).DebtPct(unit, y, 100).Hold), i == 0)),
        ];
        Series imf = new("IMF path", Of(ahead, y => first.Macro.ImfDebtPct[((y - first.BaseYear) * first.Macro.Members) + member]), false);
        return Build(
            results,
            $"{Code(results, member)}-debt-paths",
            Title("Debt", series[1].Points, AnswerWords.Tenths, " of GDP"),
            $"Percent of GDP if all of the extra is borrowed. Dashed: scenarios, in bold {RunResults.IdOf(first)}; thin: the IMF's path",
            "debt_pct",
            series,
            [imf],
            isFromZero: false);
    }

    /// <summary>Whether the figure of debt can be drawn: the model ran debt, and the IMF has the member's.</summary>
    /// <param name="results">The results.</param>
    /// <param name="member">Roster index.</param>
    public static bool HasDebt(RunResults results, int member) =>
        results.Projections.All(p => new FiscalSummary(p).IsComputed && double.IsFinite(new FiscalSummary(p).DebtPct(Unit.Member(member), results.Options.Horizon, 100).Hold))
        && results.Edition.Weo.Has(WeoIndicator.GrossDebtPct, member, results.History.BaseYear);

    private static Figure Build(RunResults results, string id, string title, string subtitle, string column, List<Series> series, List<Series> beside, bool isFromZero)
    {
        int today = results.History.BaseYear;
        int last = results.Options.Horizon;
        double[] values = [.. series.Concat(beside).SelectMany(s => s.Points).Select(p => p.Y).Where(double.IsFinite)];
        Axis y = isFromZero
            ? Axis.Numbers(0, values.Max(), 3, Tick)
            : Above(values.Min(), values.Max());
        Axis x = Axis.Years(
            (int)series[0].Points[0].X,
            last,
            [(int)series[0].Points[0].X, today, last],
            year => ChartLanguage.Year(year, year <= today && year >= results.Edition.FirstEstimateYear));
        List<Mark> marks = [new BandMark(AxisSide.X, today, last, "")];
        marks.AddRange(beside.Select(s => new LineMark(s.Points, double.PositiveInfinity, Hue.Muted, LineWeight.Thin) { Tip = s.Name }));
        foreach (Series s in series.AsEnumerable().Reverse())
        {
            marks.Add(new LineMark(s.Points, today, s.IsFirst ? Hue.Blue : Hue.Slate, s.IsFirst ? LineWeight.Strong : LineWeight.Thin)
            {
                Tip = s.Name,
                EndLabel = s == series[0] ? "" : EndLabel(s, series),
            });
        }

        return new Figure(
            id,
            title,
            subtitle,
            new Credit(""),
            $"{title}. {subtitle}. In {Text(last)}: {string.Join("; ", series.Skip(1).Concat(beside).Select(s => $"{s.Name} {Said(s.Points[^1].Y)}"))}.",
            Size,
            1,
            [new Panel("", x, y, [.. marks])],
            [],
            new FigureData(
                ["series", "year", "status", column],
                [.. series.Concat(beside).SelectMany(s => s.Points.Select(p => ImmutableArray.Create<Cell>(s.Name, (int)p.X, results.Status((int)p.X), p.Y)))]),
            ChartLanguage.English);
    }

    // The value, by which the tables beside the figure name the scenario. Those that end at the same one, as it is told, share a label.
    private static string EndLabel(Series series, List<Series> all)
    {
        string said = Said(series.Points[^1].Y);
        return all.Skip(1).First(s => Said(s.Points[^1].Y) == said) == series ? said : "";
    }

    // The finding is that of the first scenario, whose line is bold.
    private static string Title(string what, ImmutableArray<Point> points, Func<double, string> tell, string of = "")
    {
        (string now, string then) = (tell(points[0].Y), tell(points[^1].Y));
        string way = now == then ? "stays at" : points[^1].Y > points[0].Y ? "rises to" : "falls to";
        return $"{what} {way} {then} %{of} by {Text((int)points[^1].X)}";
    }

    // Debt is far from zero and its changes are small: the axis starts near the lowest value, which its labels say.
    private static Axis Above(double low, double high)
    {
        Axis whole = Axis.Numbers(0, high - low, 3, Tick);
        double step = whole.Ticks[1].At - whole.Ticks[0].At;
        double from = Math.Floor(low / step) * step;
        int steps = (int)Math.Ceiling(((high - from) / step) - 1e-9);
        return new Axis(AxisKind.Number, from, from + (steps * step), [.. Enumerable.Range(0, steps + 1).Select(i => new Tick(from + (i * step), Tick(from + (i * step), step)))], true);
    }

    private static ImmutableArray<int> Years(int from, int to) => [.. Enumerable.Range(from, to - from + 1)];

    private static ImmutableArray<Point> Of(ImmutableArray<int> years, Func<int, double> value) => [.. years.Select(y => new Point(y, value(y)))];

    private static string Tick(double value, double step) => ChartLanguage.English.Percent(value, ChartLanguage.DecimalsOf(step));

    private static string Said(double value) => double.IsFinite(value) ? AnswerWords.Percent(value) : "no figure";

    private static string Code(RunResults results, int member) => results.Edition.Roster.Members[member].Iso3.ToLowerInvariant();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Series(string Name, ImmutableArray<Point> Points, bool IsFirst);
}
