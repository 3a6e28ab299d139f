using System.Collections.Immutable;
using Simulator.Charts.Text;

namespace Simulator.Charts.Catalogue;

/// <summary>One factor of a grid.</summary>
/// <param name="Name">The factor's name, with its unit.</param>
/// <param name="Column">Name of its column in the data.</param>
/// <param name="Labels">A label for each cell from the lowest; one more where they stand at the edges between cells.</param>
public sealed record GridFactor(string Name, string Column, ImmutableArray<string> Labels);

/// <summary>A cell of a grid.</summary>
/// <param name="MissPct">Share of its worlds that miss the goal, percent.</param>
/// <param name="Worlds">Worlds in it.</param>
public readonly record struct GridCell(double MissPct, long Worlds);

/// <summary>What a grid shows.</summary>
/// <param name="Across">The factor across.</param>
/// <param name="Upwards">The factor upwards.</param>
/// <param name="FewestWorlds">Worlds below which a cell's share is not shown.</param>
public sealed record GridTerms(GridFactor Across, GridFactor Upwards, long FewestWorlds)
{
    /// <summary>Levels in percent, ascending, that part the five shades.</summary>
    public ImmutableArray<double> LevelsPct { get; init; } = [10, 30, 50, 75];
}

/// <summary>Two factors and the share of worlds that miss the goal, a cell for each pair of stretches: the deeper the shade, the more of them.</summary>
public static class HeatGrid
{
    /// <summary>Depths of the five shades, from few worlds that miss the goal to many.</summary>
    internal static readonly double[] Depths = [0.1, 0.3, 0.5, 0.75, 1];

    /// <summary>Part of a figure's width that cells take beside labels and margins, about.</summary>
    private const double PlotPart = 0.82;

    /// <summary>Builds the figure. Shares stand in the cells where they fit, and in the tips always.</summary>
    /// <param name="caption">The words of the figure.</param>
    /// <param name="rows">The cells, a row for each stretch of the factor upwards from its lowest, in it a cell for each stretch of the factor across.</param>
    /// <param name="terms">The factors.</param>
    /// <param name="size">Size.</param>
    /// <returns>The figure, with the two factors' columns (the cell, from 1), their labels, worlds, miss_pct as its data.</returns>
    /// <exception cref="ArgumentException">There is no cell, rows differ in length, labels do not fit the cells, or there are not four levels.</exception>
    public static Figure Build(Caption caption, ImmutableArray<ImmutableArray<GridCell>> rows, GridTerms terms, FigureSize size)
    {
        var columns = rows.IsDefaultOrEmpty ? 0 : rows[0].Length;
        if (columns == 0 || rows.Any(r => r.Length != columns) || terms.LevelsPct.Length != Depths.Length - 1
            || !Fits(terms.Across, columns) || !Fits(terms.Upwards, rows.Length))
        {
            throw new ArgumentException("A grid needs rows of cells with labels for each, and four levels.", nameof(rows));
        }

        var language = caption.Language;
        var hasText = HasText(columns, rows.Length, size, language);
        var marks = ImmutableArray.CreateBuilder<Mark>();
        for (var y = 0; y < rows.Length; y++)
        {
            for (var x = 0; x < columns; x++)
            {
                marks.Add(CellOf(rows[y][x], x, y, hasText, terms, language));
            }
        }

        GridCell[] shown = [.. rows.SelectMany(r => r).Where(c => IsShown(c, terms))];
        return new Figure(
            caption.Id, caption.Title, caption.Subtitle, caption.Credit,
            caption.Description.Length > 0 ? caption.Description : Describe(rows, shown, terms, language),
            size, 1,
            [new Panel("", AxisOf(terms.Across, columns), AxisOf(terms.Upwards, rows.Length), marks.ToImmutable())],
            Key(shown.Length < rows.Length * columns, terms, language),
            new FigureData(
                [terms.Across.Column, terms.Across.Column + "_label", terms.Upwards.Column, terms.Upwards.Column + "_label", "worlds", "miss_pct"],
                [
                    .. rows.SelectMany((row, y) => row.Select((cell, x) => ImmutableArray.Create<Cell>(
                        x + 1, Label(terms.Across, columns, x), y + 1, Label(terms.Upwards, rows.Length, y), cell.Worlds, cell.MissPct))),
                ]),
            language);
    }

    private static bool Fits(GridFactor factor, int cells) => factor.Labels.Length == cells || factor.Labels.Length == cells + 1;

    private static bool IsShown(GridCell cell, GridTerms terms) => cell.Worlds >= terms.FewestWorlds && double.IsFinite(cell.MissPct);

    private static Axis AxisOf(GridFactor factor, int cells)
    {
        var first = factor.Labels.Length == cells ? 0 : -0.5;
        return new Axis(AxisKind.Number, -0.5, cells - 0.5, [.. factor.Labels.Select((label, i) => new Tick(first + i, label))], false) { Title = factor.Name };
    }

    private static string Label(GridFactor factor, int cells, int at) =>
        factor.Labels.Length == cells ? factor.Labels[at] : $"{factor.Labels[at]} – {factor.Labels[at + 1]}";

    // A number that is cut off says something else: either all cells are large enough for theirs, or none has one.
    private static bool HasText(int columns, int rows, FigureSize size, ChartLanguage language)
    {
        var text = 13 * size.TextScale;
        var height = size.PlotHeight > 0 ? size.PlotHeight : size.Height - (240 * size.TextScale);
        return size.Width * PlotPart / columns > FontMetrics.Room(language.Number(100), text) + 4 && height / rows > text * 1.2;
    }

    private static CellMark CellOf(GridCell cell, int x, int y, bool hasText, GridTerms terms, ChartLanguage language)
    {
        var words = SweepWords.Of(language);
        var isShown = IsShown(cell, terms);
        var what = isShown
            ? ChartLanguage.Fill(words.Misses, language.Percent(cell.MissPct))
            : ChartLanguage.Fill(words.FewWorlds, language.Number(terms.FewestWorlds));
        return new CellMark(new Point(x, y), isShown && hasText ? language.Number(cell.MissPct) : "", isShown ? Hue.Vermilion : Hue.Slate, CellTone.Hatched)
        {
            Depth = isShown ? Depths[ClassOf(cell, terms)] : double.NaN,
            Tip = $"{terms.Across.Name} {Label(terms.Across, terms.Across.Labels.Length, x)}, {terms.Upwards.Name} {Label(terms.Upwards, terms.Upwards.Labels.Length, y)}: {what}",
        };
    }

    private static int ClassOf(GridCell cell, GridTerms terms) => terms.LevelsPct.Count(level => cell.MissPct >= level);

    private static ImmutableArray<KeyEntry> Key(bool hasGaps, GridTerms terms, ChartLanguage language)
    {
        var words = ScenarioWords.Of(language);
        string Level(int i) => language.Percent(terms.LevelsPct[i], ChartLanguage.DecimalsOf(terms.LevelsPct[i]));
        var last = terms.LevelsPct.Length;
        ImmutableArray<KeyEntry> key =
        [
            .. Depths.Select((depth, i) => new KeyEntry(
                KeySample.ShadedCell, Hue.Vermilion,
                i == 0 ? ChartLanguage.Fill(words.Below, Level(0))
                : i == last ? ChartLanguage.Fill(words.AtLeast, Level(last - 1))
                : ChartLanguage.Fill(words.Between, Level(i - 1), Level(i)))
            { Depth = depth }),
        ];
        return hasGaps
            ? key.Add(new KeyEntry(KeySample.HatchedCell, Hue.Slate, ChartLanguage.Fill(SweepWords.Of(language).FewWorlds, language.Number(terms.FewestWorlds))))
            : key;
    }

    private static string Describe(ImmutableArray<ImmutableArray<GridCell>> rows, GridCell[] shown, GridTerms terms, ChartLanguage language) => ChartLanguage.Fill(
        SweepWords.Of(language).DescribeGrid,
        language.Number(rows[0].Length),
        language.Number(rows.Length),
        terms.Across.Name,
        terms.Upwards.Name,
        shown.Length == 0 ? language.Words.NoFigure : language.Percent(shown.Min(c => c.MissPct)),
        shown.Length == 0 ? language.Words.NoFigure : language.Percent(shown.Max(c => c.MissPct)));
}
