using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;
using Simulator.Alliance;

namespace Simulator.Data.Import;

/// <summary>Reads a WEO file in one of its layouts (data/README.md describes them).</summary>
internal sealed partial class WeoFileReader
{
    private const long LargestFile = 128L * 1024 * 1024;
    private const int MostErrors = 20;
    private static readonly string[] IsoColumns = ["ISO", "iso3", "COUNTRY.ID"];
    private static readonly string[] CodeColumns = ["WEO Subject Code", "INDICATOR.ID"];
    private static readonly string[] ScaleColumns = ["Scale", "SCALE"];
    private const string SeriesColumn = "SERIES_CODE";

    private readonly ImportLog _log;
    private readonly Roster _roster;
    private readonly WeoFile _file = new();
    private readonly HashSet<string> _unread = new(StringComparer.Ordinal);
    private WeoNumber _numbers = new(false);
    private string[] _header = [];
    private (int Place, int Year)[] _years = [];
    private int _iso = -1;
    private int _code = -1;
    private int _series = -1;
    private int _scale = -1;
    private int _others;
    private int _blanks;
    private int _errors;

    private WeoFileReader(ImportLog log, Roster roster)
    {
        _log = log;
        _roster = roster;
    }

    /// <summary>Reads a file; null when an error was noted.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="roster">The members; other countries and groups are passed over.</param>
    /// <param name="log">Receives what was met.</param>
    public static WeoFile? Load(string path, Roster roster, ImportLog log)
    {
        try
        {
            if (Directory.Exists(path) || !File.Exists(path))
            {
                log.Error(log.Whole, Directory.Exists(path) ? "this is a folder; a file is expected" : "there is no such file");
                return null;
            }

            if (new FileInfo(path).Length > LargestFile)
            {
                log.Error(log.Whole, "this file is larger than 128 MB; the whole outlook has about 10");
                return null;
            }

            return Read(File.ReadAllBytes(path), roster, log);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            log.Error(log.Whole, "this file cannot be read: " + e.Message);
            return null;
        }
    }

    /// <summary>Reads the bytes of a file; null when an error was noted.</summary>
    public static WeoFile? Read(byte[] bytes, Roster roster, ImportLog log)
    {
        WeoFileReader reader = new(log, roster);
        if (reader.Decode(bytes) is { } text)
        {
            reader.ReadRows(text);
        }

        return log.HasErrors ? null : reader._file;
    }

    private byte[]? Decode(byte[] bytes)
    {
        try
        {
            string text;
            if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            {
                text = new UnicodeEncoding(false, true, true).GetString(bytes.AsSpan(2));
                _log.Note(_log.Whole, "the file is UTF-16, as the IMF's own export is; it was read as such");
            }
            else
            {
                bool mark = bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]);
                text = new UTF8Encoding(false, true).GetString(bytes.AsSpan(mark ? 3 : 0));
                if (mark)
                {
                    _log.Note(_log.Whole, "the file starts with a byte-order mark, which was ignored");
                }
            }

            if (text.Contains('\0', StringComparison.Ordinal))
            {
                _log.Error(_log.Whole, "this file is not text; save the outlook as CSV");
                return null;
            }

            return Encoding.UTF8.GetBytes(text);
        }
        catch (DecoderFallbackException)
        {
            _log.Error(_log.Whole, "this file is neither UTF-8 nor UTF-16 text; save the outlook as \"CSV UTF-8\"");
            return null;
        }
    }

    private void ReadRows(byte[] text)
    {
        ReadOnlySpan<byte> first = text.AsSpan(0, text.AsSpan().IndexOf((byte)'\n') is >= 0 and int end ? end : text.Length);
        bool tabs = first.Contains((byte)'\t');
        if (!tabs && first.Count((byte)';') > first.Count((byte)','))
        {
            _log.Error(_log.Line(1), "cells are separated by semicolons; the file has gone through a spreadsheet that may have changed its numbers. Use the IMF's own file");
            return;
        }

        List<(int Line, string[] Cells)> rows = [];
        using (CsvReader csv = CsvReader.Create(text, new CsvReaderOptions
        {
            HasHeader = false,
            TrackLineNumbers = true,
            Separator = tabs ? '\t' : ',',
            OnMalformedRecord = record => Error(_log.Line((int)record.LineNumber), "a quotation mark is not closed or stands inside a cell"),
        }))
        {
            while (_errors < MostErrors && csv.Read())
            {
                string[] cells = new string[csv.FieldCount];
                for (int i = 0; i < cells.Length; i++)
                {
                    cells[i] = csv.GetString(i).Trim();
                }

                rows.Add(((int)csv.LineNumber, cells));
            }
        }

        if (rows.Count == 0 || _errors > 0 || !ReadHeader(rows[0].Cells))
        {
            if (rows.Count == 0)
            {
                _log.Error(_log.Whole, "this file is empty");
            }

            return;
        }

        rows.RemoveAt(0);
        ReadFigures(rows);
    }

    private bool ReadHeader(string[] header)
    {
        _header = header;
        _iso = Find(IsoColumns);
        _code = Find(CodeColumns);
        _series = Find([SeriesColumn]);
        _scale = Find(ScaleColumns);
        for (int i = 1; i < header.Length; i++)
        {
            if (header[i].Length > 0 && Array.IndexOf(header, header[i]) < i)
            {
                _log.Error(_log.Line(1), $"column {header[i]} stands twice in the header");
                return false;
            }
        }

        _years = [.. header.Select((h, i) => (i, Year: YearOf(h))).Where(h => h.Year > 0)];
        bool wide = _years.Length > 0 && (_series >= 0 || (_iso >= 0 && _code >= 0));
        bool own = _iso >= 0 && header[_iso] == "iso3" && header.Contains("year") && WeoCodes.Known.Any(k => header.Contains(k.Code));
        if (!wide && !own)
        {
            _log.Error(
                _log.Line(1),
                "the header is none that is known: the IMF's export by country and series (ISO, WEO Subject Code, years), the export of its data portal (SERIES_CODE, years), or iso3, year and a column for each WEO code");
        }

        return wide || own;
    }

    private void ReadFigures(List<(int Line, string[] Cells)> rows)
    {
        if (_years.Length > 0)
        {
            DecideNumbers(rows);
        }

        foreach ((int line, string[] cells) in rows)
        {
            if (_errors >= MostErrors)
            {
                _log.Error(_log.Whole, "further errors are not listed");
                break;
            }

            string all = string.Join(' ', cells.Where(c => c.Length > 0));
            if (OutlookName().Match(all) is { Success: true } name && cells.Count(c => c.Length > 0) <= 2)
            {
                _file.Title = name.Groups["name"].Value;
            }
            else if (all.Length > 0 && cells.Length < _header.Length && cells.Count(c => c.Length > 0) > 2)
            {
                Error(_log.Line(line), $"the row has {cells.Length.ToString(CultureInfo.InvariantCulture)} cells, the header {_header.Length.ToString(CultureInfo.InvariantCulture)}");
            }
            else if (cells.Length >= _header.Length && _years.Length > 0)
            {
                ReadSeries(line, cells);
            }
            else if (cells.Length >= _header.Length)
            {
                ReadMemberYear(line, cells);
            }
        }

        Summarise();
    }

    // A comma is a thousands separator in the IMF's export. It is read as one only where the file also has decimal points, and no comma that can be a decimal mark.
    private void DecideNumbers(List<(int Line, string[] Cells)> rows)
    {
        bool points = false;
        int commaLine = 0;
        foreach ((int line, string[] cells) in rows)
        {
            foreach ((int place, _) in _years.Where(y => y.Place < cells.Length))
            {
                points |= cells[place].Contains('.', StringComparison.Ordinal) && WeoNumber.LooksNumeric(cells[place]);
                if (cells[place].Contains(',', StringComparison.Ordinal))
                {
                    commaLine = commaLine == 0 ? line : commaLine;
                    if (!WeoNumber.HasThousands(cells[place]))
                    {
                        Error(_log.Line(line), $"\"{cells[place]}\" has a comma that is no thousands separator; the file has gone through a spreadsheet. Use the IMF's own file");
                        return;
                    }
                }
            }
        }

        if (commaLine > 0 && !points)
        {
            Error(_log.Line(commaLine), "numbers have commas but none has a decimal point, so that nothing says what the commas are");
        }
        else if (commaLine > 0)
        {
            _numbers = new WeoNumber(true);
            _log.Note(_log.Line(commaLine), "numbers have commas between thousands, as in the IMF's export; they were read over");
        }
    }

    private void ReadSeries(int line, string[] cells)
    {
        string iso3 = _iso >= 0 ? cells[_iso] : "";
        string code = _code >= 0 ? cells[_code] : "";
        if (_series >= 0 && cells[_series].Split('.') is [string country, string indicator, "A"])
        {
            (iso3, code) = (country, indicator);
        }
        else if (_series >= 0 && (iso3.Length == 0 || code.Length == 0))
        {
            _others += cells[_series].Length > 0 ? 1 : 0;
            return;
        }

        // Kosovo is UVK, groups have numbers; neither is a member, and the file has some 190 countries that are none.
        if (!_roster.TryMember(iso3, out _))
        {
            _others++;
            return;
        }

        if (!WeoCodes.TryFind(code, out WeoCode? known))
        {
            _unread.Add(code);
            return;
        }

        if (_scale >= 0 && known.Scale.Length > 0 && !known.Scale.Equals(cells[_scale], StringComparison.OrdinalIgnoreCase))
        {
            Error(_log.Line(line), $"{code} of {iso3} is in \"{cells[_scale]}\"; {known.Scale} are expected");
            return;
        }

        foreach ((int place, int year) in _years)
        {
            Take(line, iso3, year, code, cells[place]);
        }
    }

    private void ReadMemberYear(int line, string[] cells)
    {
        string iso3 = cells[_iso];
        int year = YearOf(cells[Array.IndexOf(_header, "year")]);
        if (!_roster.TryMember(iso3, out _) || year == 0)
        {
            Error(_log.Line(line), year == 0 ? "the row has no year of four digits" : $"\"{iso3}\" is not a member");
            return;
        }

        for (int i = 0; i < _header.Length; i++)
        {
            if (WeoCodes.TryFind(_header[i], out _))
            {
                Take(line, iso3, year, _header[i], cells[i]);
            }
            else if (i != _iso && _header[i] != "year")
            {
                _unread.Add(_header[i]);
            }
        }
    }

    private void Take(int line, string iso3, int year, string code, string text)
    {
        if (text is "" or "n/a" or "--" or "..")
        {
            _blanks += text.Length > 0 ? 1 : 0;
            return;
        }

        if (!_numbers.TryRead(text, out string number))
        {
            Error(_log.Line(line), $"{code} of {iso3} in {year.ToString(CultureInfo.InvariantCulture)} is \"{text}\"; a number is expected");
        }
        else if (!_file.TryAdd(iso3, year, code, number))
        {
            Error(_log.Line(line), $"{code} of {iso3} in {year.ToString(CultureInfo.InvariantCulture)} stands twice");
        }
    }

    private void Summarise()
    {
        if (_file.IsEmpty && _errors == 0)
        {
            Error(_log.Whole, "no series of a member was found");
        }

        if (_others > 0)
        {
            _log.Note(_log.Whole, $"{_others.ToString(CultureInfo.InvariantCulture)} rows are of countries and groups that are not members, or not of a year");
        }

        if (_unread.Count > 0)
        {
            _log.Note(_log.Whole, $"series that are not used were passed over: {string.Join(' ', _unread.Order(StringComparer.Ordinal))}");
        }

        if (_blanks > 0)
        {
            _log.Note(_log.Whole, $"{_blanks.ToString(CultureInfo.InvariantCulture)} cells hold n/a or dashes and were read as blank");
        }
    }

    private void Error(string place, string message)
    {
        _errors++;
        _log.Error(place, message);
    }

    private int Find(string[] names) => Array.FindIndex(_header, h => names.Contains(h));

    private static int YearOf(string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is >= 1900 and <= 2200 ? year : 0;

    [GeneratedRegex("World Economic Outlook( Database)?,? (?<name>(April|October|January|July) [0-9]{4})", RegexOptions.CultureInvariant)]
    private static partial Regex OutlookName();
}
