using Simulator.Reports.Tables;

namespace Simulator.Reports.Workbooks;

/// <summary>The sheet that describes every column, as datapackage.json does for the CSV files.</summary>
internal static class ColumnsSheet
{
    /// <summary>Widths of the columns.</summary>
    public static IReadOnlyList<double> Widths { get; } = [14, 30, 30, 44, 110];

    /// <summary>Writes the sheet.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="tables">The tables with the names of their sheets.</param>
    public static void Write(SheetWriter sheet, IReadOnlyList<(string Name, ITable Table)> tables)
    {
        sheet.StartRow();
        foreach (string heading in new[] { "Sheet", "Column", "Name in the CSV file", "Unit", "Meaning" })
        {
            sheet.Text(heading, CellStyle.Header);
        }

        sheet.EndRow();
        foreach ((string name, ITable table) in tables)
        {
            Row(sheet, name, "(the table)", table.Schema.Name + ".csv", "", table.Schema.Description);
            foreach (Column column in table.Schema.Columns)
            {
                Row(sheet, name, ColumnHeading.Of(column).Words, column.Name, column.Unit, column.Description);
            }
        }

        sheet.Complete(filter: true);
    }

    private static void Row(SheetWriter sheet, params string[] cells)
    {
        sheet.StartRow(15 * cells.Select((c, i) => Math.Max(1, Math.Ceiling(c.Length * 1.15 / Widths[i]))).Max());
        foreach (string cell in cells)
        {
            sheet.Text(cell, CellStyle.Prose);
        }

        sheet.EndRow();
    }
}
