using System.Globalization;
using System.Security.Cryptography;
using CsvHelper;
using Simulator.Data.Diagnostics;

namespace Simulator.Data.Scenarios;

/// <summary>Reads the bytes of a scenario file into rows with exact places. Never throws for what a file holds.</summary>
public static class ScenarioReader
{
    /// <summary>Reads a file. Everything that is wrong with its form, and everything that was accepted, is in the result's diagnostics.</summary>
    /// <param name="displayName">Name of the file for messages.</param>
    /// <param name="bytes">All bytes of the file.</param>
    /// <returns>What was written; without rows when the file is no CSV or has no usable header.</returns>
    public static ScenarioFile Read(string displayName, byte[] bytes)
    {
        List<Diagnostic> diagnostics = [];
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        SourceText? text = TextDecoding.Decode(displayName, bytes, diagnostics);
        ScenarioFile file = text is null
            ? Unreadable(displayName, sha256, diagnostics)
            : new Pass(text, sha256, diagnostics).Run();
        file.Length = bytes.Length;
        return file;
    }

    /// <summary>A file that has nothing but diagnostics.</summary>
    internal static ScenarioFile Unreadable(string name, string sha256, IReadOnlyList<Diagnostic> diagnostics) =>
        new(name, sha256, new SourceText(name, []), ScenarioHeader.None, [], DecimalMark.Point, diagnostics);

    /// <summary>One reading of one file.</summary>
    private sealed class Pass(SourceText text, string sha256, List<Diagnostic> diagnostics)
    {
        // More cells than any header has: a row of millions of separators is not kept.
        private const int MostCells = 4096;

        private readonly List<ScenarioRow> _rows = [];
        private ScenarioHeader? _header;
        private ScenarioRow? _comment;
        private ScenarioRow? _bare;
        private ScenarioRow? _short;
        private int _commentRows;
        private int _bareRows;
        private int _shortRows;
        private bool _headerUsable;

        public ScenarioFile Run()
        {
            char separator = SeparatorDetection.Find(text, out int start, out int line);
            if (start > 0)
            {
                diagnostics.Add(new(DiagnosticCodes.SeparatorLine, text.Locate(1, 0, 0, start, ""), "the first line names the separator; it was followed"));
            }

            CountPlainLines();
            if (ReadRecords(separator, start, line) is { } unclosed)
            {
                // What follows an unclosed quote may be sound: read on from the next line, once.
                int next = text.NextLine(unclosed.Start);
                if (next < text.Utf8.Length)
                {
                    ReadRecords(separator, next, unclosed.Line + 1);
                }
            }

            ReportLineEnds();
            ReportAccepted(separator);
            if (_header is null)
            {
                diagnostics.Add(new(DiagnosticCodes.NoScenarioRow, Spot.WholeFile(text.Name), "the file has no header and no scenario row", help: "natosim init writes a file to start from"));
            }
            else if (_headerUsable && _rows.Count == 0 && !diagnostics.Any(d => d.IsError))
            {
                diagnostics.Add(new(DiagnosticCodes.NoScenarioRow, Spot.WholeFile(text.Name), "the file has a header but no scenario row", help: "add a row, such as my-scenario,FRA,at_least_pct,3.5 with 2035 in column to"));
            }

            ScenarioHeader header = _headerUsable && _header is not null ? _header : ScenarioHeader.None;
            return new ScenarioFile(text.Name, sha256, text, header, _rows, Decimals(separator, header), diagnostics);
        }

        /// <summary>Reads to the end of the text; returns the row whose quote is never closed, if there is one.</summary>
        private ScenarioRow? ReadRecords(char separator, int offset, int firstLine)
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
            using CsvReader reader = CsvReader.Create(text.Utf8[offset..], options);
            while (reader.Read())
            {
                ScenarioRow row = Record(reader, offset, firstLine);
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

        private static ScenarioRow Record(CsvReader reader, int offset, int firstLine)
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

            return new ScenarioRow(firstLine + (int)reader.LineNumber - 1, start, start + reader.RawRecord.Length, cells);
        }

        private void Take(ScenarioRow row)
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
                _header = HeaderRow.Read(text, row, diagnostics, out _headerUsable);
            }
            else if (_headerUsable && HasRightCells(row))
            {
                _rows.Add(row);
            }
        }

        private bool HasRightCells(ScenarioRow row)
        {
            int columns = _header!.Names.Count;
            for (int i = 0; i < row.Cells.Count; i++)
            {
                // A cell too many is an error even when it is empty: most often a text with a separator in it has moved all cells after it.
                bool beyond = i >= columns;
                if (beyond || (_header.Names[i].Length == 0 && !row.Cells[i].IsEmpty))
                {
                    Cell cell = row.Cells[i];
                    diagnostics.Add(new(
                        DiagnosticCodes.CellCount,
                        text.Locate(row.Line, row.Start, cell.Start, cell.End, ""),
                        beyond ? string.Create(CultureInfo.InvariantCulture, $"the row has {row.Cells.Count} cells, the header has {columns}") : "the cell stands in a column that has no name",
                        help: beyond ? "put double quotes around a text with a separator in it; numbers take no thousands separator" : "name the column, or empty the cell"));
                    return false;
                }
            }

            int needed = Math.Max(_header.Places[(int)ScenarioColumn.Scenario], Math.Max(_header.Places[(int)ScenarioColumn.Members], _header.Places[(int)ScenarioColumn.What]));
            if (row.Cells.Count <= needed)
            {
                diagnostics.Add(new(
                    DiagnosticCodes.CellCount,
                    text.Locate(row.Line, row.Start, row.Start, row.End, ""),
                    string.Create(CultureInfo.InvariantCulture, $"the row has {row.Cells.Count} {(row.Cells.Count == 1 ? "cell" : "cells")}, too few for scenario, members and what"),
                    help: "an empty cell still needs its separator, as in my-scenario,,title"));
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

        private void ReportQuotes(ScenarioRow row, CsvMalformedRecord fault, int offset)
        {
            int at = Math.Clamp(offset + (int)fault.ByteOffset, row.Start, Math.Max(row.Start, row.End - 1));
            bool severalLines = text.LineEnd(row.Start) < at;
            switch (fault.Reason)
            {
                case CsvMalformedReason.UnterminatedQuote:
                    diagnostics.Add(new(DiagnosticCodes.Quotes, text.Locate(row.Line, row.Start, row.Start, row.End, ""), "a quote opens in this row and is never closed", help: "close the quote, or write \"\" for a quote inside a quoted text"));
                    break;
                case CsvMalformedReason.TextAfterClosingQuote when severalLines:
                    diagnostics.Add(new(DiagnosticCodes.Quotes, text.Locate(row.Line, row.Start, row.Start, row.End, ""), "a quote opens in this row and closes in the middle of a later one", help: "close the quote on this line, or write \"\" for a quote inside a quoted text"));
                    break;
                case CsvMalformedReason.TextAfterClosingQuote:
                    diagnostics.Add(new(DiagnosticCodes.Quotes, text.Locate(row.Line, row.Start, at, at + 1, ""), "text follows a closing quote", help: "put the whole cell in quotes and write \"\" for a quote inside it"));
                    break;
                default:
                    diagnostics.Add(new(DiagnosticCodes.Quotes, text.Locate(row.Line, row.Start, at, at + 1, ""), "a quote stands inside a cell that is not quoted", help: "put the whole cell in quotes and write \"\" for a quote inside it"));
                    break;
            }
        }

        // Comment lines and empty lines never come out of the parser.
        private void CountPlainLines()
        {
            ReadOnlySpan<byte> bytes = text.Span;
            bool quoted = false;
            int line = 1;
            int start = 0;
            while (start < bytes.Length)
            {
                int end = text.LineEnd(start);
                ReadOnlySpan<byte> content = bytes[start..end];
                int next = text.NextLine(start);
                if (!quoted && content.Length == 0)
                {
                    _bare ??= new ScenarioRow(line, start, end, []);
                    _bareRows++;
                }
                else if (!quoted && content[0] == '#')
                {
                    _comment ??= new ScenarioRow(line, start, end, []);
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
            ReadOnlySpan<byte> bytes = text.Span;
            if (bytes.Contains((byte)'\r'))
            {
                string kind = bytes.IndexOf("\r\n"u8) >= 0 ? "Windows (CR LF)" : "old Mac (CR)";
                diagnostics.Add(new(DiagnosticCodes.LineEnds, Spot.WholeFile(text.Name), $"the file has {kind} line ends"));
            }
        }

        private void ReportAccepted(char separator)
        {
            if (separator != ',' && _header is not null)
            {
                diagnostics.Add(new(
                    DiagnosticCodes.Separator,
                    Spot.WholeFile(text.Name),
                    separator == ';' ? "cells are separated by semicolons; decimal commas are read as such" : "cells are separated by tabs; decimal commas are read as such"));
            }

            ReportRows(DiagnosticCodes.BlankRows, _bare, _bareRows, "blank row was skipped", "blank rows were skipped");
            ReportRows(DiagnosticCodes.CommentRows, _comment, _commentRows, "comment row was skipped", "comment rows were skipped");
            ReportRows(DiagnosticCodes.ShortRows, _short, _shortRows, "row is shorter than the header; its last cells were read as empty", "rows are shorter than the header; their last cells were read as empty");
        }

        private void ReportRows(string code, ScenarioRow? first, int count, string one, string many)
        {
            if (first is not null)
            {
                // The line says enough: a comment underlined from end to end would only be in the way.
                string message = count == 1 ? $"1 {one}" : string.Create(CultureInfo.InvariantCulture, $"{count} {many}, the first in line {first.Line}");
                diagnostics.Add(new(code, new Spot(text.Name, first.Line, 0, 0, "", ""), message));
            }
        }

        private DecimalMark Decimals(char separator, ScenarioHeader header)
        {
            if (separator == ',')
            {
                return DecimalMark.Point;
            }

            bool comma = false;
            bool point = false;
            int value = header.Places[(int)ScenarioColumn.Value];
            foreach (ScenarioRow row in _rows)
            {
                Note(ScenarioFile.CellAt(row, value).Text);
                foreach ((int place, _) in header.Years)
                {
                    Note(ScenarioFile.CellAt(row, place).Text);
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
}
