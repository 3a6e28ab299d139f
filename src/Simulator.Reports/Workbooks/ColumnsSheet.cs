using Simulator.Reports.Tables;

namespace Simulator.Reports.Workbooks;

/// <summary>The sheet that describes every column, as datapackage.json does for the CSV files.</summary>
internal static class ColumnsSheet
{
    private const double DescriptionWidth = 110;

    /// <summary>Widths of the columns.</summary>
    public static IReadOnlyList<double> Widths { get; } = [14, 30, 30, 44, DescriptionWidth];

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
            foreach (Column column in table.Schema.Columns)
            {
                string words = ColumnHeading.Of(column).Words;
                double lines = Math.Max(Math.Ceiling(words.Length * 1.1 / Widths[1]), Math.Max(Math.Ceiling(column.Unit.Length * 1.1 / Widths[3]), Math.Ceiling(column.Description.Length * 1.1 / DescriptionWidth)));
                sheet.StartRow(15 * lines);
                sheet.Text(name, CellStyle.Prose);
                sheet.Text(words, CellStyle.Prose);
                sheet.Text(column.Name, CellStyle.Prose);
                sheet.Text(column.Unit, CellStyle.Prose);
                sheet.Text(column.Description, CellStyle.Prose);
                sheet.EndRow();
            }
        }

        sheet.Complete(filter: true);
    }
}
