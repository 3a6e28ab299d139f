namespace Simulator.Reports.Workbooks;

/// <summary>Kinds of native chart.</summary>
internal enum ChartKind
{
    /// <summary>Lines over years.</summary>
    Lines,

    /// <summary>Columns stacked over years.</summary>
    StackedColumns,

    /// <summary>A bar for each name.</summary>
    Bars,
}

/// <summary>How a series is drawn.</summary>
internal enum SeriesLook
{
    /// <summary>What is published: a solid line, a full bar.</summary>
    Published,

    /// <summary>What is projected: a dashed line, a hatched bar.</summary>
    Projected,

    /// <summary>A thin grey line of comparison.</summary>
    Comparison,
}

/// <summary>One series of a chart.</summary>
/// <param name="Name">Name in the header of its column.</param>
/// <param name="Values">One value for each category; NaN for none.</param>
/// <param name="Colour">Colour, six hexadecimal digits.</param>
/// <param name="Look">How it is drawn.</param>
/// <param name="Shape">Which of the shapes its points have, so that colour says nothing alone; -1 for no points.</param>
internal sealed record ChartSeries(string Name, IReadOnlyList<double> Values, string Colour, SeriesLook Look, int Shape = -1)
{
    /// <summary>True for a series that repeats the entry of another in the key.</summary>
    public bool OutOfKey { get; init; }

    /// <summary>Place of the first value that is projected, in a series that holds both; -1 where <see cref="Look"/> says it.</summary>
    public int ProjectedFrom { get; init; } = -1;
}

/// <summary>A chart and the numbers that it reads from the sheet of chart data.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Title">The finding.</param>
/// <param name="Subtitle">What is shown, in which unit and prices.</param>
/// <param name="CategoryTitle">Heading of the first column.</param>
/// <param name="Categories">Years or names.</param>
/// <param name="ValueTitle">Unit of the values, for the axis.</param>
/// <param name="Series">The series, at least one.</param>
internal sealed record ChartBlock(
    ChartKind Kind, string Title, string Subtitle, string CategoryTitle, IReadOnlyList<string> Categories, string ValueTitle, IReadOnlyList<ChartSeries> Series)
{
    /// <summary>True when the categories are years.</summary>
    public bool HasYears => Kind != ChartKind.Bars;
}

/// <summary>Where the numbers of a chart stand.</summary>
/// <param name="Block">The chart.</param>
/// <param name="HeaderRow">Row of the names of the series, from 1; the values stand below.</param>
internal readonly record struct ChartRange(ChartBlock Block, int HeaderRow)
{
    /// <summary>Reference to the categories.</summary>
    public string Categories(string sheet) => Reference(sheet, 0, HeaderRow + 1, HeaderRow + Block.Categories.Count);

    /// <summary>Reference to the name of a series.</summary>
    public string Name(string sheet, int series) => Reference(sheet, series + 1, HeaderRow, HeaderRow);

    /// <summary>Reference to the values of a series.</summary>
    public string Values(string sheet, int series) => Reference(sheet, series + 1, HeaderRow + 1, HeaderRow + Block.Categories.Count);

    private static string Reference(string sheet, int column, int first, int last)
    {
        string letters = SheetWriter.ColumnLetters(column);
        return first == last
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{SheetNames.InReference(sheet)}!${letters}${first}")
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{SheetNames.InReference(sheet)}!${letters}${first}:${letters}${last}");
    }
}
