using System.Globalization;
using System.Text.RegularExpressions;

namespace Simulator.Data.Import;

/// <summary>The row of years above a table.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Columns">Year and estimate mark by column, from left to right.</param>
internal sealed partial record NatoHeader(int Row, IReadOnlyList<(int Column, int Year, bool IsEstimate)> Columns)
{
    private const int FewestYears = 3;

    /// <summary>Left of this column stand the names.</summary>
    public int FirstColumn => Columns[0].Column;

    /// <summary>Right of this column stands nothing of the table.</summary>
    public int LastColumn => Columns[^1].Column;

    /// <summary>The header that a row makes, or null: at least three cells of years.</summary>
    public static NatoHeader? Of(WorkbookRow row)
    {
        List<(int, int, bool)> columns = [];
        foreach (WorkbookCell cell in row.Cells)
        {
            if (cell.Kind is CellKind.Number or CellKind.Text && YearCell().Match(NatoNames.OneLine(cell.Text)) is { Success: true } match)
            {
                columns.Add((cell.Column, int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture), match.Groups["mark"].Success));
            }
        }

        return columns.Count >= FewestYears ? new NatoHeader(row.Number, columns) : null;
    }

    /// <summary>True when the other header says the same in the same columns.</summary>
    public bool IsSame(NatoHeader other) => Columns.SequenceEqual(other.Columns);

    [GeneratedRegex(@"^(?<year>(19|20)[0-9]{2})\s*(?<mark>\(?e\)?)?\s*\**$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex YearCell();
}
