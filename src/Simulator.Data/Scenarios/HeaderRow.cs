using System.Globalization;
using Simulator.Data.Diagnostics;

namespace Simulator.Data.Scenarios;

/// <summary>Reads the first row of a file: which column stands where.</summary>
internal static class HeaderRow
{
    /// <summary>The last year that can be projected.</summary>
    public const int LastYear = 2060;

    /// <summary>The name of a column in files.</summary>
    public static string NameOf(ScenarioColumn column) => TableForm.Scenario.Columns[(int)column];

    /// <summary>True for a column name, or a year where years may be columns; letter case ignored.</summary>
    public static bool IsKnown(TableForm form, string name) => form.Columns.Contains(name.ToLowerInvariant()) || IsYear(form, name, out _);

    /// <summary>Reads the header and reports what is wrong with it; it is usable when the required columns are there.</summary>
    public static WrittenHeader Read(TableForm form, SourceText text, WrittenRow row, List<Diagnostic> diagnostics, out bool usable)
    {
        int[] places = [.. form.Columns.Select(_ => -1)];
        IReadOnlyList<string> names = form.Columns;
        List<(int Place, int Year)> years = [];
        List<(string Name, int Place)> meant = [];
        int known = row.Cells.Count(c => IsKnown(form, c.Text));
        if (known == 0)
        {
            usable = false;
            diagnostics.Add(new(
                DiagnosticCodes.MissingColumn,
                text.Locate(row.Line, row.Start, row.Start, row.End, ""),
                "the first row does not name the columns",
                help: "start the file with the row " + form.Header));
            return new WrittenHeader([.. row.Cells.Select(c => c.Text)], places, years);
        }

        for (int i = 0; i < row.Cells.Count; i++)
        {
            string name = row.Cells[i].Text;
            int column = IndexOf(form, name);
            if (column >= 0)
            {
                if (name != names[column])
                {
                    diagnostics.Add(new(DiagnosticCodes.LetterCase, At(i), $"column {name} was read as {names[column]}"));
                }

                if (places[column] >= 0)
                {
                    Report(DiagnosticCodes.DoubleColumn, i, $"column {names[column]} is there twice", "keep one of the two");
                }
                else
                {
                    places[column] = i;
                }
            }
            else if (IsYear(form, name, out int year))
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
                string nearest = NearestName.Of(name, names);
                meant.Add((nearest, i));
                Report(
                    DiagnosticCodes.UnknownColumn,
                    i,
                    $"unknown column {NearestName.Short(name)}",
                    nearest.Length > 0 ? $"did you mean {nearest}?" : "columns are " + string.Join(", ", names) + (form.TakesYears ? ", and years such as 2030" : ""));
            }
        }

        // A misspelt column is an error, and yet its cells are read as what was meant: their problems are told in the same go.
        foreach ((string name, int place) in meant)
        {
            int column = IndexOf(form, name);
            if (column >= 0 && places[column] < 0)
            {
                places[column] = place;
            }
        }

        usable = true;
        for (int column = 0; column < form.RequiredColumns; column++)
        {
            if (places[column] < 0)
            {
                usable = false;
                diagnostics.Add(new(
                    DiagnosticCodes.MissingColumn,
                    text.Locate(row.Line, row.Start, row.Start, row.End, ""),
                    $"column {names[column]} is missing",
                    help: $"every {form.Kind} has the column{(form.RequiredColumns > 1 ? "s" : "")} {form.RequiredText}"));
            }
        }

        return new WrittenHeader([.. row.Cells.Select(c => c.Text)], places, years);

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

    private static int IndexOf(TableForm form, string name)
    {
        string lower = name.ToLowerInvariant();
        for (int i = 0; i < form.Columns.Count; i++)
        {
            if (form.Columns[i] == lower)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsYear(TableForm form, string name, out int year) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out year) && form.TakesYears && name.Length == 4 && year is >= 1900 and <= 2999;
}
