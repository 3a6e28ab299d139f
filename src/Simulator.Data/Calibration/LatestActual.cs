using Simulator.Data.Editions;

namespace Simulator.Data.Calibration;

/// <summary>Which year of an outlook was the last that had happened.</summary>
internal static class LatestActual
{
    /// <summary>The file.</summary>
    public const string FileName = "weo/latest-actual.csv";

    /// <summary>The outlooks that the file speaks of, oldest first.</summary>
    public static IReadOnlyList<string> Editions(DataFolder folder, List<DataProblem> problems) =>
        [.. Rows(folder, problems).Select(r => r.Edition).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Last actual year by member.</summary>
    public static IReadOnlyDictionary<string, int> Of(DataFolder folder, string edition, string code, List<DataProblem> problems) =>
        Rows(folder, problems).Where(r => r.Edition == edition && r.Code == code).ToDictionary(r => r.Iso3, r => r.Year, StringComparer.Ordinal);

    private static List<(string Edition, string Iso3, string Code, int Year)> Rows(DataFolder folder, List<DataProblem> problems)
    {
        List<(string, string, string, int)> rows = [];
        using DataTable? table = DataTable.Open(folder, FileName, ["edition", "iso3", "indicator", "last_actual_year"], problems);
        while (table is not null && table.Next())
        {
            // Series that nobody measures, such as purchasing power, have no actual year.
            if (double.IsFinite(table.Number(3)))
            {
                rows.Add((table.Required(0), table.Required(1), table.Required(2), table.Year(3)));
            }
        }

        return rows;
    }
}
