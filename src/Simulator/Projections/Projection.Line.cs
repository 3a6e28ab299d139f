using Simulator.Alliance;
using Simulator.Pathways;

namespace Simulator.Projections;

/// <content>The comparison line and what is short of it (model section 4): our convention, not NATO's.</content>
public sealed partial class Projection
{
    /// <summary>The year in which the line arrives: that of the Hague declaration.</summary>
    public const int LineYear = NationalPath.HagueYear;

    /// <summary>
    /// The line, percent: straight from the base-year share to the target (3.5, or the setting line_pct) in 2035 for members below
    /// the target, then the target; the target throughout for the others.
    /// </summary>
    /// <param name="unit">Member; or group, whose line is its members' lines weighted by real GDP, Iceland's GDP included at zero.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>Percent; NaN before the base year and for Iceland alone, which has no line.</returns>
    public double LinePct(Unit unit, int year) => Lines(unit, year, Line.Straight);

    /// <summary>The level line, percent: the target from the base year on.</summary>
    /// <param name="unit">Member; or group, weighted as <see cref="LinePct(Unit, int)"/>.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>Percent; NaN before the base year and for Iceland alone.</returns>
    public double LevelLinePct(Unit unit, int year) => Lines(unit, year, Line.Level);

    /// <summary>
    /// Points of GDP short of the line: max(0, line − share), both rounded half up to two decimals. A group's is the sum of its
    /// members' shortfalls over its GDP: one member's surplus pays for nobody.
    /// </summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>Points; NaN before the base year and for Iceland alone.</returns>
    public double ShortPp(Unit unit, int year) => Shorts(unit, year, Line.Straight);

    /// <summary>Points of GDP short of the level line, as <see cref="ShortPp(Unit, int)"/>.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>Points; NaN before the base year and for Iceland alone.</returns>
    public double LevelShortPp(Unit unit, int year) => Shorts(unit, year, Line.Level);

    /// <summary>Short of the line in money: the sum over members of points short × real GDP of this world, billions.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="basis">Money and prices.</param>
    /// <returns>Billions; NaN before the base year and for Iceland alone.</returns>
    /// <exception cref="ArgumentException">A group was asked for national money.</exception>
    public double ShortOfLineBn(Unit unit, int year, MoneyBasis basis) => ShortBn(unit, year, basis, Line.Straight);

    /// <summary>Short of the level line in money, as <see cref="ShortOfLineBn"/>.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="basis">Money and prices.</param>
    /// <returns>Billions; NaN before the base year and for Iceland alone.</returns>
    /// <exception cref="ArgumentException">A group was asked for national money.</exception>
    public double ShortOfLevelLineBn(Unit unit, int year, MoneyBasis basis) => ShortBn(unit, year, basis, Line.Level);

    private double LinePct(int member, int year, Line line)
    {
        double target = Scenario.Number(Setting.LinePct, member, year);
        return line == Line.Level ? target : ComparisonLine.SharePct(BaseSharePct(member), target, BaseYear, year);
    }

    private double BaseSharePct(int member) => 100 * SpendingConstUsdM(member, BaseYear) / GdpConstUsdM(member, BaseYear);

    private bool HasLine(Unit unit, int year) =>
        Checked(year) >= BaseYear && !unit.Members.Intersect(Edition.Roster.WithForces).IsEmpty;

    private double Lines(Unit unit, int year, Line line)
    {
        if (!HasLine(unit, year))
        {
            return double.NaN;
        }

        if (!unit.IsGroup)
        {
            return LinePct(unit.MemberIndex, year, line);
        }

        double lines = 0;
        foreach (int m in Counted(unit, year).Intersect(Edition.Roster.WithForces))
        {
            lines += LinePct(m, year, line) * GdpConstUsdM(m, year);
        }

        return lines / GdpConstUsdM(unit, year);
    }

    private double Shorts(Unit unit, int year, Line line)
    {
        if (!HasLine(unit, year))
        {
            return double.NaN;
        }

        if (!unit.IsGroup)
        {
            return Sum(ShortColumnPp(line), unit, year);
        }

        double shortUsdM = 0;
        foreach (int m in Counted(unit, year))
        {
            shortUsdM += ShortConstUsdM(m, year, line);
        }

        return 100 * shortUsdM / GdpConstUsdM(unit, year);
    }

    private double ShortBn(Unit unit, int year, MoneyBasis basis, Line line)
    {
        RefuseNational(unit, basis);
        return HasLine(unit, year) ? Sum(ShortColumnM(basis, line), unit, year) / 1000 : double.NaN;
    }

    private double ShortConstUsdM(int member, int year, Line line) =>
        ShortColumnPp(line)[Place(member, year)] / 100 * GdpConstUsdM(member, year);

    private double ShortPp(int member, int year, Line line)
    {
        if (!HasForces(member) || year < BaseYear)
        {
            return 0;
        }

        long shortHundredths = Rounding.Hundredths(LinePct(member, year, line)) - Rounding.Hundredths(SharePct(Unit.Member(member), year));
        return Math.Max(0, shortHundredths) / 100.0;
    }
}
