using System.Collections.Immutable;

namespace Simulator.Charts.Catalogue;

/// <summary>How long a number of worlds took.</summary>
/// <param name="Worlds">Worlds, more than zero.</param>
/// <param name="Seconds">Seconds, more than zero.</param>
public readonly record struct CostPoint(double Worlds, double Seconds);

/// <summary>Measurements of one kind.</summary>
/// <param name="Name">Its name, written at the end of its line.</param>
/// <param name="Points">Its measurements by number of worlds, ascending.</param>
public sealed record CostSeries(string Name, ImmutableArray<CostPoint> Points);

/// <summary>What worlds cost: seconds, and worlds a second, by the number of worlds, both axes in powers of ten.</summary>
public static class CostCurve
{
    private const double Millions = 1e6;

    private static readonly (Hue Hue, DotShape Shape, KeySample Sample)[] Looks =
    [
        (Hue.Blue, DotShape.Filled, KeySample.FilledDot), (Hue.Vermilion, DotShape.Square, KeySample.Square),
        (Hue.Green, DotShape.Diamond, KeySample.Diamond), (Hue.Purple, DotShape.Down, KeySample.Down),
    ];

    /// <summary>Builds the figure.</summary>
    /// <param name="caption">The words of the figure.</param>
    /// <param name="series">One to four series.</param>
    /// <param name="size">Size.</param>
    /// <returns>The figure, with columns series, worlds, seconds, worlds_per_second as its data.</returns>
    /// <exception cref="ArgumentException">There are no series or more than four, or a point is not above zero.</exception>
    public static Figure Build(Caption caption, IReadOnlyList<CostSeries> series, FigureSize size)
    {
        CostPoint[] all = [.. series.SelectMany(s => s.Points)];
        if (series.Count is 0 || series.Count > Looks.Length || series.Any(s => s.Points.IsDefaultOrEmpty)
            || all.Any(p => !(p.Worlds > 0 && p.Seconds > 0 && double.IsFinite(p.Worlds) && double.IsFinite(p.Seconds))))
        {
            throw new ArgumentException("Cost curves need one to four series of points above zero.", nameof(series));
        }

        var language = caption.Language;
        var words = SweepWords.Of(language);
        var isNarrow = RowNames.IsNarrow(size);
        var x = AxisOf(all.Select(p => p.Worlds), language) with { Grid = false, Title = words.Worlds };
        return new Figure(
            caption.Id, caption.Title, caption.Subtitle, caption.Credit,
            caption.Description.Length > 0 ? caption.Description : Describe(series, language),
            isNarrow ? size with { PlotHeight = size.PlotHeight * 2 } : size,
            isNarrow ? 1 : 2,
            [PanelOf(words.Seconds, p => p.Seconds), PanelOf(words.WorldsPerSecond, PerSecond)],
            isNarrow ? [.. series.Select((s, i) => new KeyEntry(Looks[i].Sample, Looks[i].Hue, s.Name))] : [],
            new FigureData(
                ["series", "worlds", "seconds", "worlds_per_second"],
                [.. series.SelectMany(s => s.Points.Select(p => ImmutableArray.Create<Cell>(s.Name, p.Worlds, p.Seconds, PerSecond(p))))]),
            language);

        Panel PanelOf(string title, Func<CostPoint, double> value) => new(
            title, x, AxisOf(all.Select(value), language), [.. series.SelectMany((s, i) => MarksOf(s, i, title, value, isNarrow, language))]);
    }

    private static double PerSecond(CostPoint point) => point.Worlds / point.Seconds;

    private static Axis AxisOf(IEnumerable<double> values, ChartLanguage language) =>
        Axis.PowersOfTen(values.Min(), values.Max(), (v, decimals) => Say(v, decimals, language));

    private static string Say(double value, int decimals, ChartLanguage language) => value >= Millions
        ? ChartLanguage.Fill(SweepWords.Of(language).Million, language.Number(value / Millions, decimals))
        : language.Number(value, decimals);

    private static IEnumerable<Mark> MarksOf(CostSeries series, int at, string title, Func<CostPoint, double> value, bool isNarrow, ChartLanguage language)
    {
        var (hue, shape, _) = Looks[at];
        Point Place(CostPoint point) => new(Axis.Exponent(point.Worlds), Axis.Exponent(value(point)));
        var last = Short(value(series.Points[^1]), language);
        yield return new LineMark([.. series.Points.Select(Place)], double.PositiveInfinity, hue)
        {
            EndLabel = isNarrow ? last : $"{series.Name}: {last}",
            Tip = $"{series.Name}, {title}",
        };
        foreach (var point in series.Points)
        {
            yield return new DotMark(Place(point), shape, hue)
            {
                Tip = $"{series.Name}, {Say(point.Worlds, 0, language)}: {Short(value(point), language)} ({title})",
            };
        }
    }

    /// <summary>A measurement with about three digits, as many as such a time is worth.</summary>
    private static string Short(double value, ChartLanguage language) =>
        value >= Millions ? Say(value, 1, language) : language.Number(value, value >= 100 ? 0 : value >= 1 ? 1 : 3);

    private static string Describe(IReadOnlyList<CostSeries> series, ChartLanguage language)
    {
        var words = SweepWords.Of(language);
        return ChartLanguage.Fill(words.DescribeCost, string.Join("; ", series.Select(s =>
            $"{s.Name}, {Say(s.Points[^1].Worlds, 0, language)}: {words.Seconds} {Short(s.Points[^1].Seconds, language)}, {words.WorldsPerSecond} {Short(PerSecond(s.Points[^1]), language)}")));
    }
}
