using System.Globalization;
using System.Text;

namespace Simulator.Reports.Tables;

/// <summary>
/// A table as CSV: UTF-8 without a byte-order mark, comma, LF, invariant culture, shortest numbers that read back to the same double.
/// Numbers are formatted straight into a byte buffer, because a run writes several hundred thousand of them.
/// </summary>
internal sealed class CsvRows(Stream stream) : RowSink
{
    private const int BufferSize = 1 << 16;

    // The longest shortest-round-trip double is 24 characters, a separator comes before it.
    private const int LongestNumber = 32;

    private readonly byte[] _buffer = new byte[BufferSize];
    private int _used;
    private bool _inRow;

    public override void Header(TableSchema schema)
    {
        foreach (Column column in schema.Columns)
        {
            Text(column.Name);
        }

        EndRow();
    }

    public override void Text(string value)
    {
        Separate();
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
            stream.Write(Encoding.UTF8.GetBytes(cell));
        }
    }

    public override void Integer(int value)
    {
        Separate();
        Advance(value.TryFormat(_buffer.AsSpan(_used), out int written, default, CultureInfo.InvariantCulture), written);
    }

    public override void Number(double value)
    {
        Separate();
        Advance(value.TryFormat(_buffer.AsSpan(_used), out int written, default, CultureInfo.InvariantCulture), written);
    }

    public override void Empty() => Separate();

    public override void EndRow()
    {
        if (_used == BufferSize)
        {
            Flush();
        }

        _buffer[_used++] = (byte)'\n';
        _inRow = false;
    }

    public override void Complete() => Flush();

    private void Separate()
    {
        if (_used > BufferSize - LongestNumber)
        {
            Flush();
        }

        if (_inRow)
        {
            _buffer[_used++] = (byte)',';
        }

        _inRow = true;
    }

    private void Advance(bool fits, int written)
    {
        if (!fits)
        {
            throw new InvalidOperationException("A number did not fit into the space kept for it.");
        }

        _used += written;
    }

    // Blanks at the ends survive every reader only inside quotes.
    private static bool NeedsQuotes(string value) =>
        value.Length > 0 && (value.AsSpan().ContainsAny(",\"\r\n") || value[0] == ' ' || value[^1] == ' ');

    private void Flush()
    {
        stream.Write(_buffer, 0, _used);
        _used = 0;
    }
}
