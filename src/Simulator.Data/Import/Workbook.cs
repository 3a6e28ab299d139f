using System.Globalization;

namespace Simulator.Data.Import;

/// <summary>What a cell of a workbook holds.</summary>
internal enum CellKind
{
    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>A number, as it stands in the file.</summary>
    Number,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A number that its format shows as a date or a time.</summary>
    Date,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A spreadsheet error such as #REF!.</summary>
    Error,
}

/// <summary>One cell.</summary>
/// <param name="Column">Column from 1.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">The text, or the digits as they stand in the file.</param>
/// <param name="IsFormula">True when the value was left there by a formula.</param>
internal readonly record struct WorkbookCell(int Column, CellKind Kind, string Text, bool IsFormula);

/// <summary>One row that has cells.</summary>
/// <param name="Number">Row from 1.</param>
/// <param name="IsHidden">True when the spreadsheet does not show it.</param>
/// <param name="Cells">Its cells that are not empty, and formulas, from left to right.</param>
internal sealed record WorkbookRow(int Number, bool IsHidden, IReadOnlyList<WorkbookCell> Cells)
{
    /// <summary>The cell of a column; an empty one where the row has none.</summary>
    public WorkbookCell At(int column)
    {
        foreach (WorkbookCell cell in Cells)
        {
            if (cell.Column == column)
            {
                return cell;
            }
        }

        return new WorkbookCell(column, CellKind.Empty, "", false);
    }
}

/// <summary>One sheet.</summary>
/// <param name="Name">Its name on the tab.</param>
/// <param name="IsHidden">True when the spreadsheet does not show it.</param>
/// <param name="Rows">Its rows, from the top.</param>
/// <param name="HiddenColumns">Columns that the spreadsheet does not show, first and last.</param>
internal sealed record WorkbookSheet(string Name, bool IsHidden, IReadOnlyList<WorkbookRow> Rows, IReadOnlyList<(int First, int Last)> HiddenColumns)
{
    /// <summary>True when the spreadsheet does not show this column.</summary>
    public bool Hides(int column) => HiddenColumns.Any(h => column >= h.First && column <= h.Last);
}

/// <summary>A workbook: sheets with the values that its keeper saw, nothing computed anew.</summary>
/// <param name="Sheets">The sheets in the order of their tabs.</param>
/// <param name="ExternalLinks">How many other workbooks its formulas point to; they are never opened.</param>
internal sealed record Workbook(IReadOnlyList<WorkbookSheet> Sheets, int ExternalLinks);

/// <summary>Names of cells as people write them.</summary>
internal static class CellName
{
    /// <summary>The name of a cell, such as AA7.</summary>
    public static string Of(int column, int row) => Letters(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>The letters of a column.</summary>
    public static string Letters(int column)
    {
        string letters = "";
        for (int rest = column; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }

    /// <summary>Column and row of a name; false where it is none that a spreadsheet can have.</summary>
    public static bool TryRead(string name, out int column, out int row)
    {
        column = 0;
        int at = 0;
        while (at < name.Length && at < 4 && char.IsAsciiLetterUpper(name[at]))
        {
            column = (column * 26) + name[at++] - 'A' + 1;
        }

        return int.TryParse(name.AsSpan(at), NumberStyles.None, CultureInfo.InvariantCulture, out row)
            && column is > 0 and <= WorkbookReader.MostColumns
            && row is > 0 and <= WorkbookReader.MostRows;
    }
}
