using System.Globalization;
using System.Text;
using Simulator.Data.Editions;
using Simulator.Data.Sources;

namespace Simulator.Data.Import;

/// <summary>Writes the files of a new edition as text: UTF-8, comma, LF, a blank where there is no figure.</summary>
internal static class EditionFiles
{
    /// <summary>NATO's tables: a row for each member or total and year.</summary>
    public static string Nato(NatoRelease release)
    {
        StringBuilder text = new();
        Line(text, ["iso3", "year", "estimate", "currency", .. NatoReader.ColumnNames]);
        foreach (string unit in release.Units.Where(release.HasFigures))
        {
            foreach (int year in release.Years)
            {
                List<string> cells = [unit, Text(year), year >= release.FirstEstimateYear ? "true" : "false", release.Currency.GetValueOrDefault(unit) ?? ""];
                for (int i = 0; i < NatoReader.ColumnNames.Count; i++)
                {
                    cells.Add(release.TryGet(unit, (Alliance.NatoIndicator)i, year, out decimal value) ? value.ToString("0.####", CultureInfo.InvariantCulture) : "");
                }

                Line(text, cells);
            }
        }

        return text.ToString();
    }

    /// <summary>The outlook: a row for each member and year, a column for each code.</summary>
    public static string Weo(WeoFile weo)
    {
        StringBuilder text = new();
        string[] codes = [.. weo.Codes];
        (int first, int last) = weo.Years;
        Line(text, ["iso3", "year", .. codes]);
        foreach (string iso3 in weo.Members)
        {
            for (int year = first; year <= last; year++)
            {
                string[] cells = [.. codes.Select(c => weo.Figure(iso3, year, c))];
                if (Array.Exists(cells, c => c.Length > 0))
                {
                    Line(text, [iso3, Text(year), .. cells]);
                }
            }
        }

        return text.ToString();
    }

    /// <summary>A list of the folder with rows added, in the order of its first columns.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="file">The list.</param>
    /// <param name="keys">How many columns make the key by which rows are sorted.</param>
    /// <param name="change">Changes an existing row, given the header and the row.</param>
    /// <param name="added">New rows, by column name.</param>
    /// <param name="problems">Receives what is wrong with the list.</param>
    public static string Extended(
        DataFolder folder, string file, int keys, Action<IReadOnlyList<string>, string[]> change, IReadOnlyList<Dictionary<string, string>> added, List<DataProblem> problems)
    {
        using DataTable? table = DataTable.Open(folder, file, problems);
        if (table is null)
        {
            return "";
        }

        List<string[]> rows = [];
        while (table.Next())
        {
            string[] row = table.Fields();
            change(table.Header, row);
            rows.Add(row);
        }

        foreach (Dictionary<string, string> row in added)
        {
            rows.Add([.. table.Header.Select(h => row.GetValueOrDefault(h) ?? "")]);
            foreach (string column in row.Keys.Where(k => !table.Header.Contains(k)))
            {
                problems.Add(new DataProblem(folder.PathOf(file), 1, 0, $"the header has no column {column}"));
            }
        }

        StringBuilder text = new();
        Line(text, table.Header);
        foreach (string[] row in rows.OrderBy(r => string.Join('\u0001', r.Take(keys)), StringComparer.Ordinal))
        {
            Line(text, row);
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, IReadOnlyList<string> cells) => text.AppendJoin(',', cells.Select(CsvCell.Of)).Append('\n');

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
