using System.Text;
using Simulator.Data.Sources;

namespace Simulator.Cli;

/// <summary>Prints a table of text with aligned columns, or as CSV.</summary>
internal static class PlainTable
{
    /// <summary>Two blanks between columns; columns of numbers stand right.</summary>
    public static void Write(TextWriter writer, CatalogueTable table)
    {
        int columns = table.Header.Count;
        int[] widths = new int[columns];
        bool[] numbers = new bool[columns];
        for (int c = 0; c < columns; c++)
        {
            widths[c] = Math.Max(table.Header[c].Length, table.Rows.Select(r => r[c].Length).DefaultIfEmpty(0).Max());
            numbers[c] = table.Rows.Count > 0 && table.Rows.All(r => r[c].Length == 0 || char.IsAsciiDigit(r[c][^1])) && table.Rows.Any(r => r[c].Length > 0);
        }

        writer.WriteLine(table.Title);
        writer.WriteLine();
        Line(writer, table.Header, widths, numbers);
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            Line(writer, row, widths, numbers);
        }

        foreach (string note in table.Notes)
        {
            writer.WriteLine();
            writer.WriteLine(note);
        }
    }

    /// <summary>UTF-8 CSV with a header, quoted where a field needs it.</summary>
    public static void WriteCsv(TextWriter writer, CatalogueTable table)
    {
        writer.WriteLine(string.Join(',', table.Header.Select(CsvCell.Of)));
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            writer.WriteLine(string.Join(',', row.Select(CsvCell.Of)));
        }
    }

    private static void Line(TextWriter writer, IReadOnlyList<string> cells, int[] widths, bool[] numbers)
    {
        StringBuilder line = new();
        for (int c = 0; c < cells.Count; c++)
        {
            line.Append(c == 0 ? "" : "  ").Append(numbers[c] ? cells[c].PadLeft(widths[c]) : cells[c].PadRight(widths[c]));
        }

        writer.WriteLine(line.ToString().TrimEnd());
    }
}
