using Simulator.Alliance;

namespace Simulator.Data.Editions;

/// <summary>Reads one column of a file of members and years.</summary>
internal static class YearSeriesReader
{
    /// <summary>The series, or null with problems.</summary>
    public static YearSeries? Read(DataFolder folder, string file, string column, Roster roster, List<DataProblem> problems)
    {
        int before = problems.Count;
        Dictionary<(int Member, int Year), double> cells = [];
        using (DataTable? table = DataTable.Open(folder, file, ["iso3", "year", column], problems))
        {
            while (table is not null && table.Next())
            {
                int year = table.Year(1);
                if (!roster.TryMember(table.String(0), out Member? member))
                {
                    table.Problem(0, $"\"{table.String(0)}\" is not a member");
                }
                else if (!cells.TryAdd((member.Index, year), table.Number(2)))
                {
                    table.Problem(0, $"{member.Iso3} {year} stands twice");
                }
            }
        }

        if (problems.Count > before)
        {
            return null;
        }

        if (cells.Count == 0)
        {
            problems.Add(new DataProblem(folder.PathOf(file), 0, 0, "this file has no rows"));
            return null;
        }

        int firstYear = cells.Keys.Min(k => k.Year);
        int lastYear = cells.Keys.Max(k => k.Year);
        double[] values = new double[(lastYear - firstYear + 1) * roster.Count];
        Array.Fill(values, double.NaN);
        foreach (((int member, int year), double value) in cells)
        {
            values[((year - firstYear) * roster.Count) + member] = value;
        }

        return new YearSeries(firstYear, lastYear, roster.Count, values);
    }

    /// <summary>Growth on the year before, percent; from the second year of the levels.</summary>
    public static YearSeries Growth(YearSeries levels, int members)
    {
        double[] growth = new double[Math.Max(0, levels.LastYear - levels.FirstYear) * members];
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
