using System.Collections.Immutable;
using Simulator.Charts.Text;

namespace Simulator.Charts.Catalogue;

/// <summary>A row of a map by year.</summary>
/// <param name="Name">The name in the figure's language.</param>
/// <param name="SharePct">One share in percent for each year; what is not finite is a gap.</param>
/// <param name="Remark">What is said in a row without figures; empty for none.</param>
public sealed record YearMapRow(string Name, ImmutableArray<double> SharePct, string Remark = "");

/// <summary>What a map by year shows.</summary>
/// <param name="Years">Years, ascending.</param>
/// <param name="LastHistoryYear">Last year that is past; a gap parts it from the projection.</param>
/// <param name="FirstEstimateYear">First year of the past whose figures are estimates.</param>
/// <param name="LevelsPct">Four levels, ascending, that part the five classes.</param>
public sealed record YearMapTerms(ImmutableArray<int> Years, int LastHistoryYear, int FirstEstimateYear, ImmutableArray<double> LevelsPct);

/// <summary>A heat map of shares: a row for each member, a cell for each year, five classes that differ in colour, tone and pattern.</summary>
public static class YearMap
{
    /// <summary>Part of a cell's width between past and projection.</summary>
    private const double Gap = 0.5;

    /// <summary>Part of a figure's width that cells take beside names and margins, about.</summary>
    private const double PlotPart = 0.78;

    private static readonly (Hue Hue, CellTone Tone, KeySample Sample)[] Classes =
    [
        (Hue.Vermilion, CellTone.Hatched, KeySample.HatchedCell), (Hue.Vermilion, CellTone.Light, KeySample.LightCell), (Hue.Blue, CellTone.Light, KeySample.LightCell),
        (Hue.Blue, CellTone.Strong, KeySample.StrongCell), (Hue.Purple, CellTone.Strong, KeySample.StrongCell),
    ];

    /// <summary>Builds the figure. Rows keep their order; values stand in the cells where they fit, and in the tips always.</summary>
    /// <param name="caption">The words of the figure.</param>
    /// <param name="rows">The rows, at least one.</param>
    /// <param name="terms">Years and levels.</param>
    /// <param name="size">Size.</param>
    /// <returns>The figure, with columns member, year, status, share_pct as its data.</returns>
    /// <exception cref="ArgumentException">There is no row or year, there are not four levels, or a row has another number of values.</exception>
    public static Figure Build(Caption caption, IReadOnlyList<YearMapRow> rows, YearMapTerms terms, FigureSize size)
    {
        if (rows.Count == 0 || terms.Years.IsDefaultOrEmpty || terms.LevelsPct.Length != Classes.Length - 1 || rows.Any(r => r.SharePct.Length != terms.Years.Length))
        {
            throw new ArgumentException("A map by year needs rows with one share for each year, and four levels.", nameof(rows));
        }

        var language = caption.Language;
        var parts = RowParts.Of(rows, size);
        var ticks = terms.Years.Select(y => new Tick(PlaceOf(y, terms), YearLabel(y, terms)));
        var x = new Axis(AxisKind.Number, terms.Years[0] - 0.5, PlaceOf(terms.Years[^1], terms) + 0.5, [.. ticks], false)
        {
            Title = terms.Years[^1] > terms.LastHistoryYear ? ChartLanguage.Fill(language.Words.ProjectionFrom, ChartLanguage.Year(terms.LastHistoryYear + 1)) : "",
        };
        var hasText = HasText(parts, terms, size);
        return new Figure(
            caption.Id, caption.Title, caption.Subtitle, caption.Credit,
            caption.Description.Length > 0 ? caption.Description : Describe(rows, terms, language),
            size,
            parts.Count,
            [.. parts.Select(p => new Panel("", x, Axis.Categories(p.Select(r => (r.Name, false))), MarksOf(p, terms, language, hasText)))],
            [.. Classes.Select((c, i) => new KeyEntry(c.Sample, c.Hue, ClassName(i, terms, language)))],
            new FigureData(
                ["member", "year", "status", "share_pct"],
                [
                    .. rows.SelectMany(r => terms.Years.Select((year, i) => ImmutableArray.Create<Cell>(
                        r.Name, year, Status.Of(year, terms.LastHistoryYear, terms.FirstEstimateYear), r.SharePct[i]))),
                ]),
            language);
    }

    private static double PlaceOf(int year, YearMapTerms terms) => year > terms.LastHistoryYear && terms.Years[0] <= terms.LastHistoryYear ? year + Gap : year;

    private static string YearLabel(int year, YearMapTerms terms) =>
        ChartLanguage.Year(year, year >= terms.FirstEstimateYear && year <= terms.LastHistoryYear);

    // A value that is cut off says something else: either all cells are large enough for theirs, or none has one.
    private static bool HasText(IReadOnlyList<IReadOnlyList<YearMapRow>> parts, YearMapTerms terms, FigureSize size)
    {
        var text = 13 * size.TextScale;
        var cellWidth = size.Width * PlotPart / parts.Count / (terms.Years.Length + Gap);
        var height = size.PlotHeight > 0 ? size.PlotHeight : size.Height - (230 * size.TextScale);
        return cellWidth > FontMetrics.Room("00.00", text) && height / parts.Max(p => p.Count) > text * 1.2;
    }

    private static ImmutableArray<Mark> MarksOf(IReadOnlyList<YearMapRow> rows, YearMapTerms terms, ChartLanguage language, bool hasText)
    {
        var marks = ImmutableArray.CreateBuilder<Mark>();
        if (terms.Years[0] <= terms.LastHistoryYear && terms.Years[^1] > terms.LastHistoryYear)
        {
            marks.Add(new ReferenceMark(AxisSide.X, terms.LastHistoryYear + 0.5 + (Gap / 2), "", Hue.Ink));
        }

        for (var row = 0; row < rows.Count; row++)
        {
            if (!rows[row].SharePct.Any(double.IsFinite))
            {
                var remark = rows[row].Remark.Length > 0 ? rows[row].Remark : language.Words.NoFigure;
                marks.Add(new LabelMark(new Point(terms.Years[0] - 0.5, row), remark, Hue.Muted, LabelSide.Right));
                continue;
            }

            for (var i = 0; i < terms.Years.Length; i++)
            {
                var (year, share) = (terms.Years[i], rows[row].SharePct[i]);
                if (double.IsFinite(share))
                {
                    var (hue, tone, _) = Classes[ClassOf(share, terms)];
                    marks.Add(new CellMark(new Point(PlaceOf(year, terms), row), hasText ? language.Number(share, 2) : "", hue, tone)
                    {
                        Tip = $"{rows[row].Name}, {YearLabel(year, terms)}: {language.Percent(share, 2)}",
                    });
                }
            }
        }

        return marks.ToImmutable();
    }

    private static int ClassOf(double share, YearMapTerms terms) => terms.LevelsPct.Count(level => Line.Reached(share, level));

    private static string ClassName(int at, YearMapTerms terms, ChartLanguage language)
    {
        var words = ScenarioWords.Of(language);
        return at == 0 ? ChartLanguage.Fill(words.Below, Level(0))
            : at == terms.LevelsPct.Length ? ChartLanguage.Fill(words.AtLeast, Level(at - 1))
            : ChartLanguage.Fill(words.Between, Level(at - 1), Level(at));

        string Level(int i) => language.Percent(terms.LevelsPct[i], ChartLanguage.DecimalsOf(terms.LevelsPct[i]));
    }

    private static string Describe(IReadOnlyList<YearMapRow> rows, YearMapTerms terms, ChartLanguage language) => ChartLanguage.Fill(
        ScenarioWords.Of(language).DescribeMap,
        language.Number(rows.Count), ChartLanguage.Year(terms.Years[0]), ChartLanguage.Year(terms.Years[^1]), ChartLanguage.Year(terms.LastHistoryYear));
}
