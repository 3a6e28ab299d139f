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

    /// <summary>Puts the history together.</summary>
    /// <param name="sharePct">Share of GDP, percent.</param>
    /// <param name="constantUsdM">Amounts, million US dollars at constant prices.</param>
    public SipriHistory(YearSeries sharePct, YearSeries constantUsdM)
    {
        SharePct = sharePct;
        ConstantUsdM = constantUsdM;
    }

    /// <summary>Military expenditure as a share of GDP, percent, by member and year.</summary>
    public YearSeries SharePct { get; }

    /// <summary>Military expenditure, million US dollars at constant 2024 prices and exchange rates, by member and year.</summary>
    public YearSeries ConstantUsdM { get; }

    /// <summary>Those of a group that had joined by the year and whose amount SIPRI gives.</summary>
    /// <param name="roster">The members.</param>
    /// <param name="group">The group, whatever the year.</param>
    /// <param name="year">Calendar year.</param>
    public MemberSet Counted(Roster roster, MemberSet group, int year)
    {
        MemberSet counted = MemberSet.Empty;
        foreach (int m in roster.JoinedBy(group, year))
        {
            counted = ConstantUsdM.Has(m, year) ? counted.Union(MemberSet.Of(m)) : counted;
        }

        return counted;
    }

    /// <summary>The US part of a group's spending at constant prices, percent; members count from the year they joined.</summary>
    /// <param name="roster">The members.</param>
    /// <param name="group">The group, whatever the year.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>Percent; 0 where the USA is not in the group; NaN where SIPRI gives no amount of it or of anyone.</returns>
    public double UsPartPct(Roster roster, MemberSet group, int year)
    {
        if (!roster.TryMember("USA", out Member? usa) || (group.Contains(usa.Index) && !ConstantUsdM.Has(usa.Index, year)))
        {
            return double.NaN;
        }

        double sum = 0;
        foreach (int m in Counted(roster, group, year))
        {
            sum += ConstantUsdM.Value(m, year);
        }

        return 100 * (group.Contains(usa.Index) ? ConstantUsdM.Value(usa.Index, year) : 0) / sum;
    }

    /// <summary>
    /// A group's military expenditure as a share of its GDP, percent: the sum of the amounts over the sum of the GDP that each amount and
    /// share imply, both at constant prices; members count from the year they joined, and only where SIPRI gives amount and share.
    /// One member of ten is no figure for the ten (Norway alone in 1949): more than half of those with armed forces must have one.
    /// </summary>
    /// <param name="roster">The members.</param>
    /// <param name="group">The group, whatever the year.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>Percent; NaN where no more than half of the members with armed forces have both figures.</returns>
    public double GroupSharePct(Roster roster, MemberSet group, int year)
    {
        double spending = 0;
        double gdp = 0;
        int known = 0;
        foreach (int m in Counted(roster, group, year))
        {
            // A member that spends nothing says nothing about its GDP.
            if (SharePct.Has(m, year) && SharePct.Value(m, year) > 0)
            {
                spending += ConstantUsdM.Value(m, year);
                gdp += ConstantUsdM.Value(m, year) / (SharePct.Value(m, year) / 100);
                known++;
            }
        }

        return 2 * known > roster.JoinedBy(group, year).Intersect(roster.WithForces).Count ? 100 * spending / gdp : double.NaN;
    }

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
