using System.Text;
using Simulator.Data.Diagnostics;

namespace Simulator.Data.Scenarios;

/// <summary>One cell as written.</summary>
/// <param name="Text">Its text without quotes and without blanks around it.</param>
/// <param name="Start">First byte of the raw cell in the decoded text, quotes and blanks included.</param>
/// <param name="End">The byte after the raw cell.</param>
public readonly record struct Cell(string Text, int Start, int End)
{
    /// <summary>True when nothing but blanks was written.</summary>
    public bool IsEmpty => Text.Length == 0;
}

/// <summary>One row as written, with its place.</summary>
/// <param name="Line">Line on which the record starts, from 1.</param>
/// <param name="Start">Byte on which the record starts in the decoded text.</param>
/// <param name="End">The byte after the record.</param>
/// <param name="Cells">Its cells; a row may be shorter than the header, then the cells at its end count as empty.</param>
public sealed record WrittenRow(int Line, int Start, int End, IReadOnlyList<Cell> Cells);

/// <summary>Where each column of a file stands.</summary>
/// <param name="Names">Column names as written, trimmed.</param>
/// <param name="Places">Place in a row of each column that the kind of file may have, in the order of its enumeration; −1 where the file has no such column.</param>
/// <param name="Years">Year columns: place and calendar year, in file order.</param>
public sealed record WrittenHeader(IReadOnlyList<string> Names, IReadOnlyList<int> Places, IReadOnlyList<(int Place, int Year)> Years)
{
    /// <summary>The header of a file that could not be read.</summary>
    internal static WrittenHeader None(TableForm form) => new([], [.. form.Columns.Select(_ => -1)], []);
}

/// <summary>How numbers of a file are written.</summary>
public enum DecimalMark
{
    /// <summary>Cells are separated by commas: numbers take a decimal point.</summary>
    Point,

    /// <summary>Numbers take a decimal comma; a point is understood where it can mean nothing else.</summary>
    Comma,

    /// <summary>Both occur or neither: what could be a thousands separator is refused.</summary>
    Either,
}

/// <summary>What was written in one file: every row with the place of every cell, and what the reader had to say.</summary>
public class WrittenTable
{
    internal WrittenTable(string name, string sha256, long length, SourceText text, WrittenHeader header, IReadOnlyList<WrittenRow> rows, DecimalMark decimals, IReadOnlyList<Diagnostic> diagnostics)
    {
        Name = name;
        Sha256 = sha256;
        Length = length;
        Source = text;
        Header = header;
        Rows = rows;
        Decimals = decimals;
        Diagnostics = diagnostics;
    }

    /// <summary>The same table, for a class that says more of it.</summary>
    private protected WrittenTable(WrittenTable table)
        : this(table.Name, table.Sha256, table.Length, table.Source, table.Header, table.Rows, table.Decimals, table.Diagnostics)
    {
    }

    /// <summary>Name of the file as the user gave it, or the id of a shipped file.</summary>
    public string Name { get; }

    /// <summary>SHA-256 of the bytes as they stand on disk, 64 lower-case hex digits; empty when the file could not be read.</summary>
    public string Sha256 { get; }

    /// <summary>Length of the file on disk in bytes; 0 when it could not be read.</summary>
    public long Length { get; }

    /// <summary>Where each column stands.</summary>
    public WrittenHeader Header { get; }

    /// <summary>Rows that say something, in file order: without header, blank rows, rows of bare separators and comments.</summary>
    public IReadOnlyList<WrittenRow> Rows { get; }

    /// <summary>How its numbers are written.</summary>
    public DecimalMark Decimals { get; }

    /// <summary>What reading found: errors of the file's form, and notices of what was accepted.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>False when the file's form has an error that keeps its rows from being understood at all.</summary>
    public bool IsReadable => Header.Names.Count > 0;

    internal SourceText Source { get; }

    /// <summary>The cell of a row at a place; empty, and placed at the row's end, where there is none.</summary>
    /// <param name="row">A row of this file.</param>
    /// <param name="place">Place from 0; −1 for a column that the file does not have.</param>
    public static Cell CellAt(WrittenRow row, int place) =>
        place >= 0 && place < row.Cells.Count ? row.Cells[place] : new Cell("", row.End, row.End);

    /// <summary>The place of a part of a cell's text.</summary>
    /// <param name="row">A row of this file.</param>
    /// <param name="cell">A cell of the row.</param>
    /// <param name="columnName">Name of the column, for the message.</param>
    /// <param name="start">First character (UTF-16) of <see cref="Cell.Text"/> that is meant.</param>
    /// <param name="length">How many characters are meant; −1 for the rest.</param>
    public Spot SpotOf(WrittenRow row, Cell cell, string columnName, int start = 0, int length = -1)
    {
        List<int> offsets = CharacterOffsets(cell);
        int first = Math.Min(start, cell.Text.Length);
        int last = length < 0 ? cell.Text.Length : Math.Min(first + length, cell.Text.Length);
        return Source.Locate(row.Line, row.Start, offsets[first], Math.Max(offsets[last], offsets[first]), columnName);
    }

    // For each character of the trimmed text the byte it was written at, and at last the byte after the text.
    // Worked out only when a place is asked for: reading a large file without problems pays nothing.
    private List<int> CharacterOffsets(Cell cell)
    {
        ReadOnlySpan<byte> bytes = Source.Span;
        List<int> offsets = [];
        StringBuilder text = new();
        int i = cell.Start;
        while (i < cell.End && bytes[i] is (byte)' ' or (byte)'\t')
        {
            i++;
        }

        bool quoted = i < cell.End && bytes[i] == '"';
        i = quoted ? i + 1 : cell.Start;
        while (i < cell.End)
        {
            int begin = i;
            if (quoted && bytes[i] == '"')
            {
                if (i + 1 >= cell.End || bytes[i + 1] != '"')
                {
                    break;
                }

                i++;
            }

            Rune.DecodeFromUtf8(bytes[i..cell.End], out Rune rune, out int used);
            for (int k = 0; k < rune.Utf16SequenceLength; k++)
            {
                offsets.Add(begin);
            }

            text.Append(rune);
            i += used;
        }

        offsets.Add(i);
        string written = text.ToString();
        int lead = written.Length - written.AsSpan().TrimStart().Length;
        offsets.RemoveRange(0, lead);
        if (offsets.Count > cell.Text.Length + 1)
        {
            offsets.RemoveRange(cell.Text.Length + 1, offsets.Count - cell.Text.Length - 1);
        }

        while (offsets.Count < cell.Text.Length + 1)
        {
            // A recovered cell (text after a closing quote) can hold more characters than were walked over.
            offsets.Add(i);
        }

        return offsets;
    }
}
