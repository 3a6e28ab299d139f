using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace Simulator.Data.Editions;

/// <summary>
/// Reads one CSV file of the data folder row by row. The files are our own: UTF-8 without byte-order mark, comma,
/// a header with known columns, numbers with a decimal point. What is otherwise is collected as a problem with its
/// line and column; the reading goes on, so that all problems show at once.
/// </summary>
internal sealed class DataTable : IDisposable
{
    private const int MostProblems = 20;
    private readonly string _path;
    private readonly List<DataProblem> _problems;
    private readonly CsvReader _csv;
    private readonly string[] _header;
    private readonly int _problemsBefore;
    private int[] _columns = [];

    private DataTable(string path, List<DataProblem> problems, CsvReader csv, string[] header)
    {
        _path = path;
        _problems = problems;
        _csv = csv;
        _header = header;
        _problemsBefore = problems.Count;
    }

    /// <summary>Opens a file and finds its columns.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="relative">Path in the folder.</param>
    /// <param name="columns">Names of the columns that are read, in the order in which they are asked for afterwards; others are passed over.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <returns>The table, or null where the file or its header is unusable and a problem says why.</returns>
    public static DataTable? Open(DataFolder folder, string relative, ReadOnlySpan<string> columns, List<DataProblem> problems)
    {
        DataTable? table = Open(folder, relative, problems);
        if (table is null || table.Select(columns))
        {
            return table;
        }

        table.Dispose();
        return null;
    }

    /// <summary>Opens a file whose columns are chosen afterwards, with <see cref="Select"/>.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="relative">Path in the folder.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <returns>The table, or null where the file or its header is unusable and a problem says why.</returns>
    public static DataTable? Open(DataFolder folder, string relative, List<DataProblem> problems)
    {
        DataResult<byte[]> bytes = folder.Read(relative);
        string path = folder.PathOf(relative);
        if (!bytes.Ok)
        {
            problems.AddRange(bytes.Problems);
            return null;
        }

        if (!Utf8.IsValid(bytes.Value))
        {
            problems.Add(new DataProblem(path, 0, 0, "this file is not UTF-8 text"));
            return null;
        }

        CsvReader csv = CsvReader.Create(bytes.Value, new CsvReaderOptions
        {
            HasHeader = false,
            TrackLineNumbers = true,
            Separator = ',',
            OnMalformedRecord = record => problems.Add(new DataProblem(path, (int)record.LineNumber, 0, "a quotation mark is not closed or stands inside a field")),
        });
        if (!csv.Read())
        {
            csv.Dispose();
            problems.Add(new DataProblem(path, 0, 0, "this file is empty; a header is expected"));
            return null;
        }

        string[] header = new string[csv.FieldCount];
        for (int i = 0; i < header.Length; i++)
        {
            header[i] = csv.GetString(i);
        }

        int before = problems.Count;
        for (int i = 1; i < header.Length; i++)
        {
            if (Array.IndexOf(header, header[i]) < i)
            {
                problems.Add(new DataProblem(path, 1, 0, $"column {header[i]} stands twice in the header"));
            }
        }

        if (problems.Count > before)
        {
            csv.Dispose();
            return null;
        }

        return new DataTable(path, problems, csv, header);
    }

    /// <summary>Chooses the columns that are read.</summary>
    /// <param name="columns">Names in the order in which they are asked for afterwards.</param>
    /// <returns>False, with a problem for each, where the header lacks some.</returns>
    public bool Select(ReadOnlySpan<string> columns)
    {
        bool complete = true;
        int[] places = new int[columns.Length];
        for (int i = 0; i < columns.Length; i++)
        {
            places[i] = Array.IndexOf(_header, columns[i]);
            if (places[i] < 0)
            {
                complete = false;
                _problems.Add(new DataProblem(_path, 1, 0, $"the header has no column {columns[i]}"));
            }
        }

        _columns = places;
        return complete;
    }

    /// <summary>Line of the current record, from 1.</summary>
    public int Line => (int)_csv.LineNumber;

    /// <summary>All columns of the file, in file order.</summary>
    public IReadOnlyList<string> Header => _header;

    /// <summary>Moves to the next record that has as many fields as the header.</summary>
    /// <returns>False at the end, or when this file has so many problems that more would not help.</returns>
    public bool Next()
    {
        while (_problems.Count - _problemsBefore < MostProblems && _csv.Read())
        {
            if (_csv.FieldCount == _header.Length)
            {
                return true;
            }

            _problems.Add(new DataProblem(_path, Line, 0, $"this row has {Text(_csv.FieldCount)} fields where the header has {Text(_header.Length)}"));
        }

        return false;
    }

    /// <summary>All fields of the current record as text, in file order.</summary>
    public string[] Fields()
    {
        string[] fields = new string[_header.Length];
        for (int i = 0; i < fields.Length; i++)
        {
            fields[i] = _csv.GetString(i);
        }

        return fields;
    }

    /// <summary>The UTF-8 bytes of a field of the current record; valid until the next one.</summary>
    /// <param name="column">Place in the columns asked for.</param>
    public ReadOnlySpan<byte> Bytes(int column) => _csv.GetSpan(_columns[column]);

    /// <summary>A field of the current record as text.</summary>
    /// <param name="column">Place in the columns asked for.</param>
    public string String(int column) => _csv.GetString(_columns[column]);

    /// <summary>A field that must not be blank.</summary>
    /// <param name="column">Place in the columns asked for.</param>
    public string Required(int column)
    {
        string text = String(column);
        if (text.Length == 0)
        {
            Problem(column, $"{Name(column)} is blank");
        }

        return text;
    }

    /// <summary>A number, or NaN where the field is blank or (with a problem) not a finite number with a decimal point.</summary>
    /// <param name="column">Place in the columns asked for.</param>
    public double Number(int column)
    {
        ReadOnlySpan<byte> text = Bytes(column);
        if (text.IsEmpty)
        {
            return double.NaN;
        }

        if (Utf8Parser.TryParse(text, out double value, out int used) && used == text.Length && double.IsFinite(value) && text[0] != '+')
        {
            return value;
        }

        Problem(column, $"{Name(column)} is {Quote(text)}; a number with a decimal point is expected");
        return double.NaN;
    }

    /// <summary>A calendar year, or 0 with a problem.</summary>
    /// <param name="column">Place in the columns asked for.</param>
    public int Year(int column)
    {
        ReadOnlySpan<byte> text = Bytes(column);
        if (text.Length == 4 && Utf8Parser.TryParse(text, out int year, out int used) && used == 4 && year is >= 1900 and <= 2200)
        {
            return year;
        }

        Problem(column, $"{Name(column)} is {Quote(text)}; a year such as 2026 is expected");
        return 0;
    }

    /// <summary>True or false; false with a problem for anything else.</summary>
    /// <param name="column">Place in the columns asked for.</param>
    public bool Flag(int column)
    {
        ReadOnlySpan<byte> text = Bytes(column);
        if (text.SequenceEqual("true"u8))
        {
            return true;
        }

        if (!text.SequenceEqual("false"u8))
        {
            Problem(column, $"{Name(column)} is {Quote(text)}; true or false is expected");
        }

        return false;
    }

    /// <summary>Notes a problem at a field of the current record.</summary>
    /// <param name="column">Place in the columns asked for.</param>
    /// <param name="message">What is wrong.</param>
    public void Problem(int column, string message)
    {
        ReadOnlySpan<byte> record = _csv.RawRecord;
        int start = 0;
        for (int i = 0; i < _columns[column]; i++)
        {
            start += _csv.GetRawSpan(i).Length + 1;
        }

        ReadOnlySpan<byte> before = record[..start];
        int line = Line + before.Count((byte)'\n');
        int lineStart = before.LastIndexOf((byte)'\n') + 1;
        _problems.Add(new DataProblem(_path, line, Encoding.UTF8.GetString(before[lineStart..]).EnumerateRunes().Count() + 1, message));
    }

    /// <summary>Notes a problem of the whole file.</summary>
    /// <param name="message">What is wrong.</param>
    public void Problem(string message) => _problems.Add(new DataProblem(_path, 0, 0, message));

    /// <inheritdoc/>
    public void Dispose() => _csv.Dispose();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Quote(ReadOnlySpan<byte> text) => text.IsEmpty ? "blank" : "\"" + Encoding.UTF8.GetString(text) + "\"";

    private string Name(int column) => _header[_columns[column]];
}
