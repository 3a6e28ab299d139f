using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Simulator.Charts;

/// <summary>The numbers behind a figure, one row per thing drawn, as they stand in the CSV file beside it.</summary>
/// <param name="Columns">Column names with units, for example <c>share_pct</c>.</param>
/// <param name="Rows">Rows; each has one cell per column.</param>
public sealed record FigureData(ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<Cell>> Rows)
{
    /// <summary>Writes the table as CSV: comma, LF, invariant numbers that read back to the same double; a gap is an empty field.</summary>
    /// <returns>The file's text, header first, final newline included.</returns>
    /// <exception cref="InvalidOperationException">A row has another number of cells than there are columns.</exception>
    public string ToCsv()
    {
        var csv = new StringBuilder();
        csv.AppendJoin(',', Columns.Select(Quote)).Append('\n');
        foreach (var row in Rows)
        {
            if (row.Length != Columns.Length)
            {
                throw new InvalidOperationException($"A row of {row.Length} cells in a table of {Columns.Length} columns.");
            }

            csv.AppendJoin(',', row.Select(c => Quote(c.ToString()))).Append('\n');
        }

        return csv.ToString();
    }

    private static string Quote(string field) =>
        field.AsSpan().IndexOfAny("\",\r\n") >= 0 || field.StartsWith(' ') || field.EndsWith(' ')
            ? "\"" + field.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
            : field;
}

/// <summary>A cell: words or a number.</summary>
public readonly record struct Cell
{
    private readonly string? _text;

    /// <summary>A cell of words.</summary>
    /// <param name="text">The words.</param>
    public Cell(string text)
    {
        _text = text;
        Number = double.NaN;
    }

    /// <summary>A cell with a number; what is not finite is an empty cell.</summary>
    /// <param name="number">The number.</param>
    public Cell(double number)
    {
        _text = null;
        Number = number;
    }

    /// <summary>The number; not finite in a cell of words or an empty one.</summary>
    public double Number { get; }

    /// <summary>A cell of words.</summary>
    /// <param name="text">The words.</param>
    public static implicit operator Cell(string text) => new(text);

    /// <summary>A cell with a number.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator Cell(double number) => new(number);

    /// <summary>Same as the conversion from words.</summary>
    /// <param name="text">The words.</param>
    /// <returns>The cell.</returns>
    public static Cell ToCell(string text) => new(text);

    /// <summary>The cell as a CSV field, before quoting.</summary>
    /// <returns>Words, an invariant number, or nothing.</returns>
    public override string ToString() =>
        _text ?? (double.IsFinite(Number) ? Number.ToString("R", CultureInfo.InvariantCulture) : "");
}
