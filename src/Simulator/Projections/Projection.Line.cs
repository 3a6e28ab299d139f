using Simulator.Alliance;
using Simulator.Pathways;

namespace Simulator.Projections;

/// <content>The comparison line and what is short of it (model section 4): our convention, not NATO's.</content>
public sealed partial class Projection
{
    /// <summary>The year in which the line arrives: that of the Hague declaration.</summary>
    public const int LineYear = 2035;

    /// <summary>
    /// The line, percent: straight from the base-year share to the target (3.5, or the setting line_pct) in 2035 for members below
    /// the target, then the target; the target throughout for the others.
    /// </summary>
    /// <param name="unit">Member; or group, whose line is its members' lines weighted by real GDP, Iceland's GDP included at zero.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>Percent; NaN before the base year and for Iceland alone, which has no line.</returns>
    public double LinePct(Unit unit, int year) => Lines(unit, year, LinePct);

    /// <summary>The level line, percent: the target from the base year on.</summary>
    /// <param name="unit">Member; or group, weighted as <see cref="LinePct(Unit, int)"/>.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>Percent; NaN before the base year and for Iceland alone.</returns>
    public double LevelLinePct(Unit unit, int year) => Lines(unit, year, LineTargetPct);

    /// <summary>
    /// Points of GDP short of the line: max(0, line − share), both rounded half up to two decimals. A group's is the sum of its
    /// members' shortfalls over its GDP: one member's surplus pays for nobody.
    /// </summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>Points; NaN before the base year and for Iceland alone.</returns>
    public double ShortPp(Unit unit, int year) => Shorts(unit, year, LinePct);

    /// <summary>Points of GDP short of the level line, as <see cref="ShortPp"/>.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>Points; NaN before the base year and for Iceland alone.</returns>
    public double LevelShortPp(Unit unit, int year) => Shorts(unit, year, LineTargetPct);

    /// <summary>Short of the line in money: the sum over members of points short × real GDP of this world, billions.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="basis">Money and prices.</param>
    /// <returns>Billions; NaN before the base year and for Iceland alone.</returns>
    /// <exception cref="ArgumentException">A group was asked for national money.</exception>
    public double ShortOfLineBn(Unit unit, int year, MoneyBasis basis) => ShortBn(unit, year, basis, LinePct);

    /// <summary>Short of the level line in money, as <see cref="ShortOfLineBn"/>.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="basis">Money and prices.</param>
    /// <returns>Billions; NaN before the base year and for Iceland alone.</returns>
    /// <exception cref="ArgumentException">A group was asked for national money.</exception>
    public double ShortOfLevelLineBn(Unit unit, int year, MoneyBasis basis) => ShortBn(unit, year, basis, LineTargetPct);

    private double LinePct(int member, int year)
    {
        double target = LineTargetPct(member, year);
        double start = BaseSharePct(member);
        return start >= target || year >= LineYear
            ? target
            : start + ((target - start) * (year - BaseYear) / (LineYear - BaseYear));
    }

    private double LineTargetPct(int member, int year) => Scenario.Number(Setting.LinePct, member, year);

    private double BaseSharePct(int member) =>
        100 * Published(NatoIndicator.UsdConstantM, member, BaseYear) / Edition.Nato.Value(NatoIndicator.GdpUsdConstantM, member, BaseYear);

    private bool HasLine(Unit unit, int year) =>
        Checked(year) >= BaseYear && !unit.Members.Intersect(Edition.Roster.WithForces).IsEmpty;

    private double Lines(Unit unit, int year, Func<int, int, double> line)
    {
        if (!HasLine(unit, year))
        {
            return double.NaN;
        }

        if (!unit.IsGroup)
        {
            return line(unit.MemberIndex, year);
        }

        double lines = 0;
        foreach (int m in Counted(unit, year))
        {
            lines += HasForces(m) ? line(m, year) * GdpConstUsdM(m, year) : 0;
        }

        return lines / GdpConstUsdM(unit, year);
    }

    private double Shorts(Unit unit, int year, Func<int, int, double> line)
    {
        if (!HasLine(unit, year))
        {
            return double.NaN;
        }

        if (!unit.IsGroup)
        {
            return ShortHundredths(unit.MemberIndex, year, line) / 100.0;
        }

        double shortUsdM = 0;
        foreach (int m in Counted(unit, year))
        {
            shortUsdM += ShortConstUsdM(m, year, line);
        }

        return 100 * shortUsdM / GdpConstUsdM(unit, year);
    }

    private double ShortBn(Unit unit, int year, MoneyBasis basis, Func<int, int, double> line)
    {
        RefuseNational(unit, basis);
        if (!HasLine(unit, year))
        {
            return double.NaN;
        }

        double sumM = 0;
        foreach (int m in Counted(unit, year))
        {
            sumM += HasForces(m) ? Told(m, ShortConstUsdM(m, year, line), year, basis, shocked: true) : 0;
        }

        return sumM / 1000;
    }

    private double ShortConstUsdM(int member, int year, Func<int, int, double> line) =>
        ShortHundredths(member, year, line) / 10000.0 * GdpConstUsdM(member, year);

    private long ShortHundredths(int member, int year, Func<int, int, double> line) =>
        HasForces(member)
            ? Math.Max(0, Rounding.Hundredths(line(member, year)) - Rounding.Hundredths(SharePct(Unit.Member(member), year)))
            : 0;
}
