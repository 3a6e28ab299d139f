using System.Globalization;
using System.Security.Cryptography;
using CsvHelper;
using Simulator.Data.Diagnostics;

namespace Simulator.Data.Scenarios;

/// <summary>One reading of one file of any kind into rows with exact places. Never throws for what a file holds.</summary>
internal sealed class TableReader
{
    // More cells than any header has: a row of millions of separators is not kept.
    private const int MostCells = 4096;

    private readonly TableForm _form;
    private readonly SourceText _text;
    private readonly List<Diagnostic> _diagnostics;
    private readonly List<WrittenRow> _rows = [];
    private WrittenHeader? _header;
    private WrittenRow? _comment;
    private WrittenRow? _bare;
    private WrittenRow? _short;
    private int _commentRows;
    private int _bareRows;
    private int _shortRows;
    private bool _headerUsable;

    private TableReader(TableForm form, SourceText text, List<Diagnostic> diagnostics)
    {
        _form = form;
        _text = text;
        _diagnostics = diagnostics;
    }

    /// <summary>Reads a file. Everything that is wrong with its form, and everything that was accepted, is in the result's _diagnostics.</summary>
    /// <param name="form">What the file should look like.</param>
    /// <param name="displayName">Name of the file for messages.</param>
    /// <param name="bytes">All bytes of the file.</param>
    /// <returns>What was written; without rows when the file is no CSV or has no usable header.</returns>
    public static WrittenTable Read(TableForm form, string displayName, byte[] bytes)
    {
        List<Diagnostic> diagnostics = [];
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        SourceText? text = TextDecoding.Decode(displayName, bytes, diagnostics);
        return text is null
            ? Unreadable(form, displayName, sha256, bytes.Length, diagnostics)
            : new TableReader(form, text, diagnostics).Run(sha256, bytes.Length);
    }

    /// <summary>A file that has nothing but _diagnostics.</summary>
    public static WrittenTable Unreadable(TableForm form, string name, string sha256, long length, IReadOnlyList<Diagnostic> diagnostics) =>
        new(name, sha256, length, new SourceText(name, []), WrittenHeader.None(form), [], DecimalMark.Point, diagnostics);

    private WrittenTable Run(string sha256, long length)
    {
        char separator = SeparatorDetection.Find(_form, _text, out int start, out int line);
        if (start > 0)
        {
            _diagnostics.Add(new(DiagnosticCodes.SeparatorLine, _text.Locate(1, 0, 0, start, ""), "the first line names the separator; it was followed"));
        }

        CountPlainLines();
        if (ReadRecords(separator, start, line) is { } unclosed)
        {
            // What follows an unclosed quote may be sound: read on from the next line, once.
            int next = _text.NextLine(unclosed.Start);
            if (next < _text.Utf8.Length)
            {
                ReadRecords(separator, next, unclosed.Line + 1);
            }
        }

        ReportLineEnds();
        ReportAccepted(separator);
        if (_header is null)
        {
            _diagnostics.Add(new(_form.EmptyCode, Spot.WholeFile(_text.Name), $"the file has no header and no {_form.RowKind}", help: _form.StartHelp));
        }
        else if (_headerUsable && _rows.Count == 0 && !_diagnostics.Any(d => d.IsError))
        {
            _diagnostics.Add(new(_form.EmptyCode, Spot.WholeFile(_text.Name), $"the file has a header but no {_form.RowKind}", help: _form.FirstRowHelp));
        }

        WrittenHeader header = _headerUsable && _header is not null ? _header : WrittenHeader.None(_form);
        return new WrittenTable(_text.Name, sha256, length, _text, header, _rows, Decimals(separator, header), _diagnostics);
    }

    /// <summary>Reads to the end of the text; returns the row whose quote is never closed, if there is one.</summary>
    private WrittenRow? ReadRecords(char separator, int offset, int firstLine)
    {
        CsvMalformedRecord fault = default;
        bool faulty = false;
        CsvReaderOptions options = new()
        {
            Separator = separator,
            HasHeader = false,
            TrackLineNumbers = true,
            CommentPrefix = '#',
            TrimWhitespace = true,
            DetectSeparatorHint = false,
            OnMalformedRecord = record =>
            {
                fault = record;
                faulty = true;
            },
        };
        using CsvReader reader = CsvReader.Create(_text.Utf8[offset..], options);
        while (reader.Read())
        {
            WrittenRow row = Record(reader, offset, firstLine);
            if (faulty)
            {
                faulty = false;
                ReportQuotes(row, fault, offset);
                if (fault.Reason == CsvMalformedReason.UnterminatedQuote)
                {
                    return row;
                }

                if (_header is not null)
                {
                    continue;
                }
            }

            Take(row);
        }

        return null;
    }

    private static WrittenRow Record(CsvReader reader, int offset, int firstLine)
    {
        int start = offset + (int)reader.ByteOffset;
        Cell[] cells = new Cell[Math.Min(reader.FieldCount, MostCells)];
        int place = start;
        for (int i = 0; i < cells.Length; i++)
        {
            // Fields lie one after another with one separator byte between them.
            int length = reader.GetRawSpan(i).Length;
            cells[i] = new Cell(reader.GetString(i).Trim(), place, place + length);
            place += length + 1;
        }

        return new WrittenRow(firstLine + (int)reader.LineNumber - 1, start, start + reader.RawRecord.Length, cells);
    }

    private void Take(WrittenRow row)
    {
        if (row.Cells.All(c => c.IsEmpty))
        {
            _bare ??= row;
            _bareRows++;
        }
        else if (row.Cells[0].Text.StartsWith('#'))
        {
            // A spreadsheet writes a comment with a separator in it as a quoted cell.
            _comment ??= row;
            _commentRows++;
        }
        else if (_header is null)
        {
            _header = HeaderRow.Read(_form, _text, row, _diagnostics, out _headerUsable);
        }
        else if (_headerUsable && HasRightCells(row))
        {
            _rows.Add(row);
        }
    }

    private bool HasRightCells(WrittenRow row)
    {
        int columns = _header!.Names.Count;
        for (int i = 0; i < row.Cells.Count; i++)
        {
            // A cell too many is an error even when it is empty: most often a text with a separator in it has moved all cells after it.
            bool beyond = i >= columns;
            if (beyond || (_header.Names[i].Length == 0 && !row.Cells[i].IsEmpty))
            {
                Cell cell = row.Cells[i];
                _diagnostics.Add(new(
                    DiagnosticCodes.CellCount,
                    _text.Locate(row.Line, row.Start, cell.Start, cell.End, ""),
                    beyond ? string.Create(CultureInfo.InvariantCulture, $"the row has {row.Cells.Count} cells, the header has {columns}") : "the cell stands in a column that has no name",
                    help: beyond ? "put double quotes around a text with a separator in it; numbers take no thousands separator" : "name the column, or empty the cell"));
                return false;
            }
        }

        int needed = _header.Places.Take(_form.RequiredColumns).Max();
        if (row.Cells.Count <= needed)
        {
            _diagnostics.Add(new(
                DiagnosticCodes.CellCount,
                _text.Locate(row.Line, row.Start, row.Start, row.End, ""),
                string.Create(CultureInfo.InvariantCulture, $"the row has {row.Cells.Count} {(row.Cells.Count == 1 ? "cell" : "cells")}, too few for {_form.RequiredText}"),
                help: _form.ShortRowHelp));
            return false;
        }

        if (row.Cells.Count < columns)
        {
            // Spreadsheets leave out separators at the end of a row; what is missing there can only be empty cells.
            _short ??= row;
            _shortRows++;
        }

        return true;
    }

    private void ReportQuotes(WrittenRow row, CsvMalformedRecord fault, int offset)
    {
        int at = Math.Clamp(offset + (int)fault.ByteOffset, row.Start, Math.Max(row.Start, row.End - 1));
        bool severalLines = _text.LineEnd(row.Start) < at;
        switch (fault.Reason)
        {
            case CsvMalformedReason.UnterminatedQuote:
                _diagnostics.Add(new(DiagnosticCodes.Quotes, _text.Locate(row.Line, row.Start, row.Start, row.End, ""), "a quote opens in this row and is never closed", help: "close the quote, or write \"\" for a quote inside a quoted text"));
                break;
            case CsvMalformedReason.TextAfterClosingQuote when severalLines:
                _diagnostics.Add(new(DiagnosticCodes.Quotes, _text.Locate(row.Line, row.Start, row.Start, row.End, ""), "a quote opens in this row and closes in the middle of a later one", help: "close the quote on this line, or write \"\" for a quote inside a quoted text"));
                break;
            case CsvMalformedReason.TextAfterClosingQuote:
                _diagnostics.Add(new(DiagnosticCodes.Quotes, _text.Locate(row.Line, row.Start, at, at + 1, ""), "text follows a closing quote", help: "put the whole cell in quotes and write \"\" for a quote inside it"));
                break;
            default:
                _diagnostics.Add(new(DiagnosticCodes.Quotes, _text.Locate(row.Line, row.Start, at, at + 1, ""), "a quote stands inside a cell that is not quoted", help: "put the whole cell in quotes and write \"\" for a quote inside it"));
                break;
        }
    }

    // Comment lines and empty lines never come out of the parser.
    private void CountPlainLines()
    {
        ReadOnlySpan<byte> bytes = _text.Span;
        bool quoted = false;
        int line = 1;
        int start = 0;
        while (start < bytes.Length)
        {
            int end = _text.LineEnd(start);
            ReadOnlySpan<byte> content = bytes[start..end];
            int next = _text.NextLine(start);
            if (!quoted && content.Length == 0)
            {
                _bare ??= new WrittenRow(line, start, end, []);
                _bareRows++;
            }
            else if (!quoted && content[0] == '#')
            {
                _comment ??= new WrittenRow(line, start, end, []);
                _commentRows++;
            }
            else
            {
                quoted ^= (content.Count((byte)'"') & 1) == 1;
            }

            start = next;
            line++;
        }
    }

    private void ReportLineEnds()
    {
        ReadOnlySpan<byte> bytes = _text.Span;
        if (bytes.Contains((byte)'\r'))
        {
            string kind = bytes.IndexOf("\r\n"u8) >= 0 ? "Windows (CR LF)" : "old Mac (CR)";
            _diagnostics.Add(new(DiagnosticCodes.LineEnds, Spot.WholeFile(_text.Name), $"the file has {kind} line ends"));
        }
    }

    private void ReportAccepted(char separator)
    {
        if (separator != ',' && _header is not null)
        {
            _diagnostics.Add(new(
                DiagnosticCodes.Separator,
                Spot.WholeFile(_text.Name),
                separator == ';' ? "cells are separated by semicolons; decimal commas are read as such" : "cells are separated by tabs; decimal commas are read as such"));
        }

        ReportRows(DiagnosticCodes.BlankRows, _bare, _bareRows, "blank row was skipped", "blank rows were skipped");
        ReportRows(DiagnosticCodes.CommentRows, _comment, _commentRows, "comment row was skipped", "comment rows were skipped");
        ReportRows(DiagnosticCodes.ShortRows, _short, _shortRows, "row is shorter than the header; its last cells were read as empty", "rows are shorter than the header; their last cells were read as empty");
    }

    private void ReportRows(string code, WrittenRow? first, int count, string one, string many)
    {
        if (first is not null)
        {
            // The line says enough: a comment underlined from end to end would only be in the way.
            string message = count == 1 ? $"1 {one}" : string.Create(CultureInfo.InvariantCulture, $"{count} {many}, the first in line {first.Line}");
            _diagnostics.Add(new(code, new Spot(_text.Name, first.Line, 0, 0, "", ""), message));
        }
    }

    private DecimalMark Decimals(char separator, WrittenHeader header)
    {
        if (separator == ',')
        {
            return DecimalMark.Point;
        }

        bool comma = false;
        bool point = false;
        int[] places = [.. _form.NumberColumns.Select(c => header.Places[c]), .. header.Years.Select(y => y.Place)];
        foreach (WrittenRow row in _rows)
        {
            foreach (int place in places)
            {
                string cell = WrittenTable.CellAt(row, place).Text;
                foreach (string part in cell.Contains('|', StringComparison.Ordinal) ? cell.Split('|', StringSplitOptions.TrimEntries) : [cell])
                {
                    Note(part);
                }
            }
        }

        // A semicolon file declares the decimal comma unless its numbers say otherwise; a tab file declares nothing.
        return (comma, point, separator) switch
        {
            (false, true, _) => DecimalMark.Point,
            (true, false, _) or (false, false, ';') => DecimalMark.Comma,
            _ => DecimalMark.Either,
        };

        void Note(string cell)
        {
            if (NumberCell.ShowsDecimalMark(cell, out char mark))
            {
                comma |= mark == ',';
                point |= mark == '.';
            }
        }
    }
}
