using System.Globalization;
using Simulator.Alliance;
using Simulator.Backtesting;
using Simulator.Data.Calibration;
using Simulator.Data.Editions;

namespace Simulator.Data.Sources;

/// <summary>What older outlooks of the IMF said of growth, beside what the outlook of an edition says of the same years.</summary>
public static class GrowthOutlooks
{
    /// <summary>Reads the older outlooks that the data folder lists and holds.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="edition">The edition whose outlook says what came, in the years before its base year.</param>
    /// <returns>By outlook, member and year, from the year of the outlook on; or what is wrong with a file.</returns>
    public static DataResult<IReadOnlyList<GrowthForecast>> Load(DataFolder folder, Edition edition)
    {
        List<DataProblem> problems = [];
        IReadOnlyList<string> outlooks = LatestActual.Editions(folder, problems);
        List<GrowthForecast> forecasts = [];
        foreach (string outlook in outlooks.Where(o => folder.Has($"weo/{o}.csv")))
        {
            if (outlook.Length != 7 || !int.TryParse(outlook.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int told))
            {
                problems.Add(new DataProblem(folder.PathOf(LatestActual.FileName), 0, 0, $"'{outlook}' is not the year and month of an outlook"));
                continue;
            }

            YearSeries? said = YearSeriesReader.Read(folder, $"weo/{outlook}.csv", "NGDP_RPCH", edition.Roster, problems);
            for (int member = 0; said is not null && member < edition.Roster.Count; member++)
            {
                for (int year = told; year < edition.BaseYear; year++)
                {
                    double came = edition.Weo.Value(WeoIndicator.RealGrowthPct, member, year);
                    if (said.Has(member, year) && double.IsFinite(came))
                    {
                        forecasts.Add(new(outlook, told, member, year, said.Value(member, year), came));
                    }
                }
            }
        }

        return problems.Count > 0 ? new(problems) : new(forecasts);
    }
}
