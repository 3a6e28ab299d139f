using Simulator.Alliance;
using Simulator.Data.Editions;

namespace Simulator.Data.Sources;

/// <summary>
/// SIPRI's military expenditure since 1949, a history of its own: its definition is not NATO's,
/// so the two never stand in one series.
/// </summary>
public sealed class SipriHistory
{
    /// <summary>The file in the data folder.</summary>
    public const string FileName = "sipri.csv";

    private SipriHistory(YearSeries sharePct, YearSeries constantUsdM)
    {
        SharePct = sharePct;
        ConstantUsdM = constantUsdM;
    }

    /// <summary>Military expenditure as a share of GDP, percent, by member and year.</summary>
    public YearSeries SharePct { get; }

    /// <summary>Military expenditure, million US dollars at constant 2024 prices and exchange rates, by member and year.</summary>
    public YearSeries ConstantUsdM { get; }

    /// <summary>Reads the history.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="roster">The members.</param>
    /// <returns>The history, or what is wrong with its file.</returns>
    public static DataResult<SipriHistory> Load(DataFolder folder, Roster roster)
    {
        List<DataProblem> problems = [];
        YearSeries[]? series = YearSeriesReader.Read(folder, FileName, ["share_pct", "constant_2024_usd_m"], roster, problems);
        return series is null ? new(problems) : new(new SipriHistory(series[0], series[1]));
    }
}
