using System.Globalization;

namespace Simulator.Reports.Workbooks;

/// <summary>The sheet that the charts read: one block of rows below the other, so that a user can change a number and see the chart follow.</summary>
internal static class ChartDataSheet
{
    /// <summary>Rows between blocks, title and subtitle included.</summary>
    private const int RowsAbove = 3;

    /// <summary>Where each block will stand.</summary>
    /// <param name="blocks">The charts.</param>
    public static IReadOnlyList<ChartRange> Place(IReadOnlyList<ChartBlock> blocks)
    {
        List<ChartRange> ranges = [];
        int row = 1;
        foreach (ChartBlock block in blocks)
        {
            ranges.Add(new ChartRange(block, row + RowsAbove - 1));
            row += RowsAbove + block.Categories.Count + 1;
        }

        return ranges;
    }

    /// <summary>Widths of the columns.</summary>
    /// <param name="blocks">The charts.</param>
    public static IReadOnlyList<double> Widths(IReadOnlyList<ChartBlock> blocks) =>
        [28, .. Enumerable.Repeat(18.0, blocks.Max(b => b.Series.Count))];

    /// <summary>Writes the sheet.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="ranges">The charts with their places.</param>
    public static void Write(SheetWriter sheet, IReadOnlyList<ChartRange> ranges)
    {
        foreach (ChartRange range in ranges)
        {
            ChartBlock block = range.Block;
            Line(sheet, block.Title, CellStyle.Section);
            Line(sheet, block.Subtitle, CellStyle.Text);
            if (sheet.Rows != range.HeaderRow - 1)
            {
                throw new InvalidOperationException("A chart would read numbers that stand elsewhere.");
            }

            sheet.StartRow(30);
            sheet.Text(block.CategoryTitle, CellStyle.Header);
            foreach (ChartSeries series in block.Series)
            {
                sheet.Text(series.Name, CellStyle.Header);
            }

            sheet.EndRow();
            for (int i = 0; i < block.Categories.Count; i++)
            {
                sheet.StartRow();
                if (block.HasYears)
                {
                    sheet.Value(int.Parse(block.Categories[i], CultureInfo.InvariantCulture), CellStyle.Year);
                }
                else
                {
                    sheet.Text(block.Categories[i]);
                }

                foreach (ChartSeries series in block.Series)
                {
                    sheet.Value(series.Values[i], CellStyle.TwoDecimals);
                }

                sheet.EndRow();
            }

            sheet.StartRow();
            sheet.EndRow();
        }

        sheet.Complete();
    }

    private static void Line(SheetWriter sheet, string text, CellStyle style)
    {
        sheet.StartRow();
        sheet.Text(text, style);
        sheet.EndRow();
    }
}
