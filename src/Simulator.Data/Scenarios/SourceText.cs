using System.Text;
using Simulator.Data.Diagnostics;

namespace Simulator.Data.Scenarios;

/// <summary>The text of a file as UTF-8 bytes without byte-order mark, and the way from a byte to line, column and line text.</summary>
internal sealed class SourceText
{
    private readonly byte[] _utf8;
    private string _line = "";
    private int _lineStart = -1;

    public SourceText(string name, byte[] utf8)
    {
        Name = name;
        _utf8 = utf8;
    }

    /// <summary>Name of the file as the user gave it.</summary>
    public string Name { get; }

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Utf8 => _utf8;

    /// <summary>The same as a span.</summary>
    public ReadOnlySpan<byte> Span => _utf8;

    /// <summary>
    /// The place of the bytes from start to end (exclusive), cut at the end of the first line they stand on.
    /// Lines are counted from a known line start, so that a place costs no more than its own record.
    /// </summary>
    public Spot Locate(int knownLine, int knownLineStart, int start, int end, string columnName)
    {
        int line = knownLine;
        int lineStart = knownLineStart;
        for (int i = knownLineStart; i < start; i++)
        {
            if (_utf8[i] == '\n' || (_utf8[i] == '\r' && !(i + 1 < _utf8.Length && _utf8[i + 1] == '\n')))
            {
                line++;
                lineStart = i + 1;
            }
        }

        int lineEnd = LineEnd(lineStart);
        int column = CodePoints(lineStart, Math.Min(start, lineEnd)) + 1;
        int length = Math.Max(1, CodePoints(Math.Min(start, lineEnd), Math.Min(end, lineEnd)));
        if (lineStart != _lineStart)
        {
            // The problems of one line share its text.
            _line = Encoding.UTF8.GetString(_utf8.AsSpan(lineStart, lineEnd - lineStart));
            _lineStart = lineStart;
        }

        return new Spot(Name, line, column, length, _line, columnName);
    }

    /// <summary>The offset of the line end at or after an offset: of the "\r" or "\n", or the end of the text.</summary>
    public int LineEnd(int offset)
    {
        int found = _utf8.AsSpan(offset).IndexOfAny((byte)'\r', (byte)'\n');
        return found < 0 ? _utf8.Length : offset + found;
    }

    /// <summary>The offset of the line after the one on which an offset stands; the length of the text on its last line.</summary>
    public int NextLine(int offset)
    {
        int end = LineEnd(offset);
        if (end < _utf8.Length)
        {
            end += _utf8[end] == '\r' && end + 1 < _utf8.Length && _utf8[end + 1] == '\n' ? 2 : 1;
        }

        return end;
    }

    private int CodePoints(int from, int to)
    {
        int count = 0;
        for (int i = from; i < to; i++)
        {
            // Continuation bytes 10xxxxxx belong to the code point before them.
            count += (_utf8[i] & 0xC0) == 0x80 ? 0 : 1;
        }

        return count;
    }
}
