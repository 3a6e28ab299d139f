using System.Collections.Immutable;

namespace Simulator.Charts.Catalogue;

/// <summary>One panel of columns by year.</summary>
/// <param name="Title">What is shown, with its unit; the panel's heading.</param>
/// <param name="Name">Name of the value's column in the data, with its unit.</param>
/// <param name="Values">One value for each year; what is not finite is a gap.</param>
/// <param name="Decimals">Decimals of the values that are written.</param>
public sealed record ColumnSeries(string Title, string Name, ImmutableArray<double> Values, int Decimals)
{
    /// <summary>A second value for each year, drawn as a diamond where it is written differently; empty for none.</summary>
    public ImmutableArray<double> Beside { get; init; } = [];

    /// <summary>What the second value is, for the key.</summary>
    public string BesideTitle { get; init; } = "";

    /// <summary>Name of the second value's column in the data.</summary>
    public string BesideName { get; init; } = "";
}

/// <summary>The years of columns.</summary>
/// <param name="Years">Years, ascending without gaps.</param>
/// <param name="LastHistoryYear">Last year that is past.</param>
/// <param name="FirstEstimateYear">First year of the past whose figures are estimates.</param>
public sealed record ColumnTerms(ImmutableArray<int> Years, int LastHistoryYear, int FirstEstimateYear);

/// <summary>Upright columns by year in one panel or two that share the years; the past full, the projection hatched.</summary>
public static class Columns
{
    /// <summary>Builds the figure.</summary>
    /// <param name="caption">The words of the figure.</param>
    /// <param name="series">One or two panels.</param>
    /// <param name="terms">The years.</param>
    /// <param name="size">Size.</param>
    /// <returns>The figure, with columns year, status, and one or two for each panel as its data.</returns>
    /// <exception cref="ArgumentException">There is no year, there are no panels or more than two, or lengths differ.</exception>
    public static Figure Build(Caption caption, IReadOnlyList<ColumnSeries> series, ColumnTerms terms, FigureSize size)
    {
        var years = terms.Years;
        if (series.Count is < 1 or > 2 || years.IsDefaultOrEmpty
            || series.Any(s => s.Values.Length != years.Length || (s.Beside.Length > 0 && s.Beside.Length != years.Length)))
        {
            throw new ArgumentException("Columns need one or two panels with one value for each year.", nameof(series));
        }

        var language = caption.Language;
        ImmutableArray<KeyEntry> key =
        [
            .. series.Where(s => Enumerable.Range(0, years.Length).Any(i => StandsBeside(s, i, language)))
                .Select(s => new KeyEntry(KeySample.Diamond, Hue.Vermilion, s.BesideTitle)),
        ];
        return new Figure(
            caption.Id,
            caption.Title,
            caption.Subtitle,
            caption.Credit,
            caption.Description.Length > 0 ? caption.Description : Describe(series, terms, language),
            size,
            1,
            [.. series.Select((s, i) => PanelOf(s, i == 0 ? Hue.Blue : Hue.Green, terms, language))],
            key,
            DataOf(series, terms),
            language);
    }

    private static Panel PanelOf(ColumnSeries series, Hue hue, ColumnTerms terms, ChartLanguage language)
    {
        var (first, last) = (terms.Years[0], terms.Years[^1]);
        var x = new Axis(AxisKind.Year, first - 0.5, last + 0.5, [.. terms.Years.Select(y => new Tick(y, YearLabel(y, terms)))], false);
        var values = series.Values.Concat(series.Beside).Where(double.IsFinite).ToArray();
        var y = Axis.Numbers(
            values.DefaultIfEmpty(0).Min(), values.DefaultIfEmpty(1).Max(), 4, (v, step) => language.Number(v, ChartLanguage.DecimalsOf(step)));
        var marks = ImmutableArray.CreateBuilder<Mark>();
        if (last > terms.LastHistoryYear)
        {
            var from = Math.Max(terms.LastHistoryYear + 0.5, x.From);
            marks.Add(new BandMark(
                AxisSide.X, from, x.To, ChartLanguage.Fill(language.Words.ProjectionFrom, ChartLanguage.Year(terms.LastHistoryYear + 1))));
        }

        for (var i = 0; i < terms.Years.Length; i++)
        {
            if (double.IsFinite(series.Values[i]))
            {
                AddYear(marks, series, i, hue, terms, language);
            }
        }

        return new Panel(series.Title, x, y, marks.ToImmutable());
    }

    private static void AddYear(
        ImmutableArray<Mark>.Builder marks, ColumnSeries series, int i, Hue hue, ColumnTerms terms, ChartLanguage language)
    {
        var year = terms.Years[i];
        var value = series.Values[i];
        var text = language.Number(value, series.Decimals);
        marks.Add(new ColumnMark(year, 0, value, hue, year > terms.LastHistoryYear) { Tip = $"{YearLabel(year, terms)}: {text} ({series.Title})" });

        // The ends and the last published year must say their value; the others do where there is room.
        var required = i == 0 || i == terms.Years.Length - 1 || year == terms.LastHistoryYear;
        marks.Add(new LabelMark(
            new Point(year, value), text, hue, value < 0 ? LabelSide.Below : LabelSide.Above, required, required));
        if (StandsBeside(series, i, language))
        {
            var beside = language.Number(series.Beside[i], series.Decimals);
            marks.Add(new DotMark(new Point(year, series.Beside[i]), DotShape.Diamond, Hue.Vermilion)
            {
                Tip = $"{YearLabel(year, terms)}: {beside} ({series.BesideTitle})",
            });
        }
    }

    private static bool StandsBeside(ColumnSeries series, int i, ChartLanguage language) =>
        series.Beside.Length > 0 && double.IsFinite(series.Beside[i])
        && language.Number(series.Beside[i], series.Decimals) != language.Number(series.Values[i], series.Decimals);

    private static string YearLabel(int year, ColumnTerms terms) =>
        ChartLanguage.Year(year, year >= terms.FirstEstimateYear && year <= terms.LastHistoryYear);

    private static string Describe(IReadOnlyList<ColumnSeries> series, ColumnTerms terms, ChartLanguage language)
    {
        string At(ColumnSeries s, int i) => $"{YearLabel(terms.Years[i], terms)} {language.Number(s.Values[i], s.Decimals)}";
        return ChartLanguage.Fill(
            AllianceWords.Of(language).DescribeColumns,
            ChartLanguage.Year(terms.Years[0]),
            ChartLanguage.Year(terms.Years[^1]),
            ChartLanguage.Year(terms.LastHistoryYear),
            string.Join("; ", series.Select(s => ChartLanguage.Fill(
                language.Words.LineAt,
                s.Title,
                string.Join(", ", new[] { 0, terms.Years.Length - 1 }.Distinct().Where(i => double.IsFinite(s.Values[i])).Select(i => At(s, i)))))));
    }

    private static FigureData DataOf(IReadOnlyList<ColumnSeries> series, ColumnTerms terms)
    {
        var columns = ImmutableArray.CreateBuilder<string>();
        columns.AddRange("year", "status");
        foreach (var s in series)
        {
            columns.Add(s.Name);
            if (s.Beside.Length > 0)
            {
                columns.Add(s.BesideName);
            }
        }

        return new FigureData(
            columns.ToImmutable(),
            [
                .. terms.Years.Select((year, i) => ImmutableArray.CreateRange<Cell>(
                    [
                        year,
                        Status.Of(year, terms.LastHistoryYear, terms.FirstEstimateYear),
                        .. series.SelectMany(s => s.Beside.Length > 0 ? new Cell[] { s.Values[i], s.Beside[i] } : [s.Values[i]]),
                    ])),
            ]);
    }
}
