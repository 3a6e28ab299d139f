using System.Globalization;
using Simulator.Data.Diagnostics;

namespace Simulator.Data.Scenarios;

/// <summary>Reads the first row of a file: which column stands where.</summary>
internal static class HeaderRow
{
    /// <summary>Column names, by <see cref="ScenarioColumn"/>.</summary>
    public static readonly IReadOnlyList<string> Names = ["scenario", "members", "what", "value", "from", "to", "shape", "leg", "note"];

    /// <summary>The last year that can be projected.</summary>
    public const int LastYear = 2060;

    /// <summary>The name of a column in files.</summary>
    public static string NameOf(ScenarioColumn column) => Names[(int)column];

    /// <summary>True for a column name or a year, letter case ignored.</summary>
    public static bool IsKnown(string name) => Names.Contains(name.ToLowerInvariant()) || IsYear(name, out _);

    /// <summary>Reads the header and reports what is wrong with it; it is usable when the required columns are there.</summary>
    public static ScenarioHeader Read(SourceText text, ScenarioRow row, List<Diagnostic> diagnostics, out bool usable)
    {
        int[] places = [-1, -1, -1, -1, -1, -1, -1, -1, -1];
        List<(int Place, int Year)> years = [];
        List<(string Name, int Place)> meant = [];
        int known = row.Cells.Count(c => IsKnown(c.Text));
        if (known == 0)
        {
            usable = false;
            diagnostics.Add(new(
                DiagnosticCodes.MissingColumn,
                text.Locate(row.Line, row.Start, row.Start, row.End, ""),
                "the first row does not name the columns",
                help: "start the file with the row scenario,members,what,value,from,to,shape,leg,note"));
            return new ScenarioHeader([.. row.Cells.Select(c => c.Text)], places, years);
        }

        for (int i = 0; i < row.Cells.Count; i++)
        {
            string name = row.Cells[i].Text;
            int column = IndexOf(name);
            if (column >= 0)
            {
                if (name != Names[column])
                {
                    diagnostics.Add(new(DiagnosticCodes.LetterCase, At(i), $"column {name} was read as {Names[column]}"));
                }

                if (places[column] >= 0)
                {
                    Report(DiagnosticCodes.DoubleColumn, i, $"column {Names[column]} is there twice", "keep one of the two");
                }
                else
                {
                    places[column] = i;
                }
            }
            else if (IsYear(name, out int year))
            {
                if (year > LastYear)
                {
                    Report(DiagnosticCodes.YearOutOfRange, i, $"year {year} is after 2060, the last year that can be projected", "");
                }
                else if (years.Any(y => y.Year == year))
                {
                    Report(DiagnosticCodes.DoubleColumn, i, $"column {name} is there twice", "keep one of the two");
                }
                else
                {
                    years.Add((i, year));
                }
            }
            else if (name.Length > 0)
            {
                string nearest = NearestName.Of(name, Names);
                meant.Add((nearest, i));
                Report(
                    DiagnosticCodes.UnknownColumn,
                    i,
                    $"unknown column {NearestName.Short(name)}",
                    nearest.Length > 0 ? $"did you mean {nearest}?" : "columns are scenario, members, what, value, from, to, shape, leg, note, and years such as 2030");
            }
        }

        // A misspelt column is an error, and yet its cells are read as what was meant: their problems are told in the same go.
        foreach ((string name, int place) in meant)
        {
            int column = IndexOf(name);
            if (column >= 0 && places[column] < 0)
            {
                places[column] = place;
            }
        }

        usable = true;
        for (int column = 0; column <= (int)ScenarioColumn.What; column++)
        {
            if (places[column] < 0)
            {
                usable = false;
                diagnostics.Add(new(
                    DiagnosticCodes.MissingColumn,
                    text.Locate(row.Line, row.Start, row.Start, row.End, ""),
                    $"column {Names[column]} is missing",
                    help: "every scenario file has the columns scenario, members and what"));
            }
        }

        return new ScenarioHeader([.. row.Cells.Select(c => c.Text)], places, years);

        Spot At(int i)
        {
            Cell cell = row.Cells[i];
            int start = cell.Start;
            int end = cell.End;
            ReadOnlySpan<byte> bytes = text.Span;
            while (start < end && bytes[start] is (byte)' ' or (byte)'"')
            {
                start++;
            }

            while (end > start && bytes[end - 1] is (byte)' ' or (byte)'"')
            {
                end--;
            }

            return text.Locate(row.Line, row.Start, start, end, cell.Text);
        }

        void Report(string code, int i, string message, string help) => diagnostics.Add(new(code, At(i), message, help: help));
    }

    private static int IndexOf(string name)
    {
        string lower = name.ToLowerInvariant();
        for (int i = 0; i < Names.Count; i++)
        {
            if (Names[i] == lower)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsYear(string name, out int year) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out year) && name.Length == 4 && year is >= 1900 and <= 2999;
}
