using System.Globalization;
using System.Text;

namespace Simulator.Reports.Tables;

/// <summary>
/// Writes one table as CSV: UTF-8 without a byte-order mark, comma, LF, invariant culture, shortest numbers that read back
/// to the same double, an empty cell for what does not apply. Cells are given in the order of the schema; a cell of the wrong
/// type or a row of the wrong length is a defect and throws. Numbers are formatted straight into a byte buffer, because a
/// run writes several hundred thousand of them.
/// </summary>
public sealed class TableWriter
{
    private const int BufferSize = 1 << 16;

    // The longest shortest-round-trip double is 24 characters, a separator comes before it.
    private const int LongestNumber = 32;

    private readonly Stream _stream;
    private readonly FieldType[] _types;
    private readonly byte[] _buffer = new byte[BufferSize];
    private int _used;
    private int _column;

    /// <summary>Starts a table by writing its header.</summary>
    /// <param name="schema">What the table is.</param>
    /// <param name="stream">Where the bytes go; it is not closed here.</param>
    public TableWriter(TableSchema schema, Stream stream)
    {
        Schema = schema;
        _stream = stream;
        _types = new FieldType[schema.Columns.Count];
        for (int c = 0; c < _types.Length; c++)
        {
            _types[c] = schema.Columns[c].Type;
            if (c > 0)
            {
                _buffer[_used++] = (byte)',';
            }

            Append(schema.Columns[c].Name);
        }

        LineEnd();
    }

    /// <summary>What the table is.</summary>
    public TableSchema Schema { get; }

    /// <summary>Rows written so far, without the header.</summary>
    public int Rows { get; private set; }

    /// <summary>Writes a text cell, quoted where it has to be; empty text is an empty cell.</summary>
    /// <param name="value">The text.</param>
    public void Text(string value)
    {
        Next(FieldType.Text);
        Append(value);
    }

    /// <summary>Writes a whole number into an integer cell.</summary>
    /// <param name="value">The number.</param>
    public void Integer(int value)
    {
        Next(FieldType.Integer);
        AppendInteger(value);
    }

    /// <summary>Writes a calendar year into a year cell.</summary>
    /// <param name="value">The year.</param>
    public void Year(int value)
    {
        Next(FieldType.Year);
        AppendInteger(value);
    }

    /// <summary>Writes a number.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="InvalidOperationException">The number is NaN or infinite: a value that does not exist has to be an empty cell.</exception>
    public void Number(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new InvalidOperationException($"{Schema.Name}.{Schema.Columns[Math.Min(_column, _types.Length - 1)].Name}: {value.ToString(CultureInfo.InvariantCulture)} is not a number to write.");
        }

        Next(FieldType.Number);
        // Adding zero turns -0 into 0, which is the same number and reads better.
        if (!(value + 0.0).TryFormat(_buffer.AsSpan(_used), out int written, default, CultureInfo.InvariantCulture))
        {
            throw new InvalidOperationException("A number did not fit into the space kept for it.");
        }

        _used += written;
    }

    /// <summary>Writes a number, or an empty cell for NaN, which stands for "there is no such value" in the model's columns.</summary>
    /// <param name="value">A finite number or NaN.</param>
    /// <exception cref="InvalidOperationException">The number is infinite.</exception>
    public void NumberOrEmpty(double value)
    {
        if (double.IsNaN(value))
        {
            Empty();
        }
        else
        {
            Number(value);
        }
    }

    /// <summary>Writes an empty cell of any type: does not apply, or not published.</summary>
    public void Empty() => Next(_column < _types.Length ? _types[_column] : FieldType.Text);

    /// <summary>Ends the row.</summary>
    /// <exception cref="InvalidOperationException">The row has another number of cells than the header.</exception>
    public void EndRow()
    {
        if (_column != _types.Length)
        {
            throw new InvalidOperationException($"{Schema.Name}: a row has {_column} cells, its header {_types.Length}.");
        }

        LineEnd();
        _column = 0;
        Rows++;
    }

    /// <summary>Hands the last bytes to the stream. Without it the table is cut short.</summary>
    public void Complete()
    {
        if (_column != 0)
        {
            throw new InvalidOperationException($"{Schema.Name}: the last row was not ended.");
        }

        Flush();
    }

    private void Next(FieldType type)
    {
        if (_column >= _types.Length || _types[_column] != type)
        {
            throw new InvalidOperationException(_column >= _types.Length
                ? $"{Schema.Name}: a row has more cells than its header."
                : $"{Schema.Name}.{Schema.Columns[_column].Name} is {_types[_column]}, not {type}.");
        }

        if (_used > BufferSize - LongestNumber)
        {
            Flush();
        }

        if (_column > 0)
        {
            _buffer[_used++] = (byte)',';
        }

        _column++;
    }

    private void AppendInteger(int value)
    {
        if (!value.TryFormat(_buffer.AsSpan(_used), out int written, default, CultureInfo.InvariantCulture))
        {
            throw new InvalidOperationException("A number did not fit into the space kept for it.");
        }

        _used += written;
    }

    private void Append(string value)
    {
        string cell = NeedsQuotes(value) ? "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : value;
        int longest = Encoding.UTF8.GetMaxByteCount(cell.Length);
        if (longest <= BufferSize - _used)
        {
            _used += Encoding.UTF8.GetBytes(cell, _buffer.AsSpan(_used));
            return;
        }

        Flush();
        if (longest <= BufferSize)
        {
            _used = Encoding.UTF8.GetBytes(cell, _buffer);
        }
        else
        {
            _stream.Write(Encoding.UTF8.GetBytes(cell));
        }
    }

    // Blanks at the ends survive every reader only inside quotes.
    private static bool NeedsQuotes(string value) =>
        value.Length > 0 && (value.AsSpan().ContainsAny(",\"\r\n") || value[0] == ' ' || value[^1] == ' ');

    private void LineEnd()
    {
        if (_used == BufferSize)
        {
            Flush();
        }

        _buffer[_used++] = (byte)'\n';
    }

    private void Flush()
    {
        _stream.Write(_buffer, 0, _used);
        _used = 0;
    }
}
