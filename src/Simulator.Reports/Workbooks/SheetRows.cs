using Simulator.Reports.Tables;

namespace Simulator.Reports.Workbooks;

/// <summary>A table as rows of a sheet: numbers as numbers, formatted by their unit, under headings in words.</summary>
internal sealed class SheetRows(SheetWriter sheet, IReadOnlyList<ColumnHeading> headings) : RowSink
{
    private const double LineHeight = 15;

    private bool _inRow;
    private int _column;

    public override void Header(TableSchema schema)
    {
        // A bold character is about a tenth wider than the column's measure, and words do not break evenly.
        double lines = headings.Max(h => Math.Ceiling(h.Words.Length * 1.25 / h.Width));
        sheet.StartRow(LineHeight * Math.Clamp(lines, 1, 8));
        foreach (ColumnHeading heading in headings)
        {
            sheet.Text(heading.Words, CellStyle.Header);
        }

        sheet.EndRow();
    }

    public override void Text(string value)
    {
        Next();
        sheet.Text(value, headings[_column++].Style);
    }

    public override void Integer(int value) => Number(value);

    public override void Number(double value)
    {
        Next();
        sheet.Value(value, headings[_column++].Style);
    }

    public override void Empty()
    {
        Next();
        _column++;
        sheet.Empty();
    }

    public override void EndRow()
    {
        sheet.EndRow();
        _inRow = false;
    }

    public override void Complete() => sheet.Complete(filter: true);

    private void Next()
    {
        if (!_inRow)
        {
            sheet.StartRow();
            _inRow = true;
            _column = 0;
        }
    }
}

/// <summary>Counts the rows of a table before a sheet is made for it.</summary>
internal sealed class RowCount : RowSink
{
    public override void Header(TableSchema schema)
    {
    }

    public override void Text(string value)
    {
    }

    public override void Integer(int value)
    {
    }

    public override void Number(double value)
    {
    }

    public override void Empty()
    {
    }

    public override void EndRow()
    {
    }

    public override void Complete()
    {
    }
}
