using System.Globalization;
using System.Text;

namespace Simulator.Data.Tests.DataFiles;

/// <summary>A CSV file read by a few plain lines of its own, so that the tests of the files do not rest on the reader that they also test.</summary>
internal sealed class RawTable
{
    private readonly Dictionary<string, int> _columns;

    private RawTable(string[] header, List<string[]> rows)
    {
        Header = header;
        Rows = rows;
        _columns = header.Select((name, i) => (name, i)).ToDictionary(c => c.name, c => c.i, StringComparer.Ordinal);
    }

    public string[] Header { get; }

    public List<string[]> Rows { get; }

    public static RawTable Read(string relative)
    {
        string text = Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "data", relative)));
        List<string[]> rows = [];
        List<string> row = [];
        StringBuilder field = new();
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c is ',' or '\n' && !quoted)
            {
                row.Add(field.ToString());
                field.Clear();
                if (c == '\n')
                {
                    rows.Add([.. row]);
                    row.Clear();
                }
            }
            else
            {
                field.Append(c);
            }
        }

        Assert.True(row.Count == 0 && field.Length == 0, relative + " does not end with a line feed");
        return new RawTable(rows[0], rows[1..]);
    }

    public string Text(string[] row, string column) => row[_columns[column]];

    /// <summary>The number in a cell, NaN where it is blank.</summary>
    public double Number(string[] row, string column) =>
        Text(row, column) is { Length: > 0 } text ? double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : double.NaN;

    /// <summary>Rows by member (or total) and year.</summary>
    public Dictionary<(string Iso3, int Year), string[]> ByMemberAndYear() =>
        Rows.ToDictionary(r => (Text(r, "iso3"), int.Parse(Text(r, "year"), CultureInfo.InvariantCulture)));
}
