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
        using DataTable? table = DataTable.Open(folder, file, ["iso3", "year", .. columns], problems);
        if (table is null)
        {
            return null;
        }

        MemberYearRows rows = MemberYearRows.Read(table, 2, columns.Length, roster.Count, code => RosterReader.IndexOf(roster, code), "a member", static (_, _) => { });
        if (problems.Count > before)
        {
            return null;
        }

        YearSeries[] series = new YearSeries[columns.Length];
        for (int c = 0; c < columns.Length; c++)
        {
            double[] values = new double[(rows.LastYear - rows.FirstYear + 1) * roster.Count];
            Array.Fill(values, double.NaN);
            rows.Fill(c, values, rows.FirstYear, roster.Count);
            series[c] = new YearSeries(rows.FirstYear, rows.LastYear, roster.Count, values);
        }

        return series;
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
