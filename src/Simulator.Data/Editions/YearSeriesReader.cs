using Simulator.Alliance;

namespace Simulator.Data.Editions;

/// <summary>Reads columns of a file of members and years.</summary>
internal static class YearSeriesReader
{
    /// <summary>One column as a series, or null with problems.</summary>
    public static YearSeries? Read(DataFolder folder, string file, string column, Roster roster, List<DataProblem> problems) =>
        Read(folder, file, [column], roster, problems) is { } series ? series[0] : null;

    /// <summary>Several columns as series of the same years, or null with problems.</summary>
    public static YearSeries[]? Read(DataFolder folder, string file, string[] columns, Roster roster, List<DataProblem> problems)
    {
        int before = problems.Count;
        Dictionary<(int Member, int Year), double[]> rows = [];
        using (DataTable? table = DataTable.Open(folder, file, ["iso3", "year", .. columns], problems))
        {
            while (table is not null && table.Next())
            {
                int year = table.Year(1);
                double[] cells = new double[columns.Length];
                for (int c = 0; c < cells.Length; c++)
                {
                    cells[c] = table.Number(2 + c);
                }

                if (!roster.TryMember(table.String(0), out Member? member))
                {
                    table.Problem(0, $"\"{table.String(0)}\" is not a member");
                }
                else if (year > 0 && !rows.TryAdd((member.Index, year), cells))
                {
                    table.Problem(0, $"{member.Iso3} {year} stands twice");
                }
            }
        }

        if (problems.Count == before && rows.Count == 0)
        {
            problems.Add(new DataProblem(folder.PathOf(file), 0, 0, "this file has no rows"));
        }

        if (problems.Count > before)
        {
            return null;
        }

        int firstYear = rows.Keys.Min(k => k.Year);
        int lastYear = rows.Keys.Max(k => k.Year);
        return [.. Enumerable.Range(0, columns.Length).Select(Series)];

        YearSeries Series(int column)
        {
            double[] values = new double[(lastYear - firstYear + 1) * roster.Count];
            Array.Fill(values, double.NaN);
            foreach (((int member, int year), double[] cells) in rows)
            {
                values[((year - firstYear) * roster.Count) + member] = cells[column];
            }

            return new YearSeries(firstYear, lastYear, roster.Count, values);
        }
    }

    /// <summary>Growth on the year before, percent; from the second year of the levels.</summary>
    public static YearSeries Growth(YearSeries levels, int members)
    {
        double[] growth = new double[(levels.LastYear - levels.FirstYear) * members];
        for (int year = levels.FirstYear + 1; year <= levels.LastYear; year++)
        {
            for (int m = 0; m < members; m++)
            {
                growth[((year - levels.FirstYear - 1) * members) + m] = 100 * ((levels.Value(m, year) / levels.Value(m, year - 1)) - 1);
            }
        }

        return new YearSeries(levels.FirstYear + 1, levels.LastYear, members, growth);
    }
}
