using Simulator.Alliance;
using Simulator.Pathways;

namespace Simulator.Projections;

/// <content>NATO's guideline for the share of GDP, by year, and volume indices.</content>
public sealed partial class Projection
{
    /// <summary>The guideline of the Wales summit (September 2014, paragraph 14), percent of GDP.</summary>
    public const double WalesGuidelinePct = 2;

    /// <summary>
    /// The last year that NATO measured against the guideline of Wales: the Secretary General's annual report of March 2026 holds 2025
    /// against 2 percent, the Defence Investment Update of July 2026 holds 2026 against the core guideline of The Hague.
    /// </summary>
    public const int LastWalesYear = 2025;

    /// <summary>
    /// NATO's guideline for a member in a year: 2 percent through 2025, then what the scenario holds members to (3.5, or the setting
    /// line_pct). It is the level that a year is measured against, not the straight way there (<see cref="LinePct(Unit, int)"/>).
    /// </summary>
    /// <param name="member">Roster index.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>Percent; NaN for Iceland, which has no armed forces.</returns>
    public double GuidelinePct(int member, int year) =>
        !HasForces(member) ? double.NaN
        : Checked(year) <= LastWalesYear ? WalesGuidelinePct
        : Scenario.Number(Setting.LinePct, member, year);

    /// <summary>The guideline that all members with armed forces have in common in a year.</summary>
    /// <param name="year">Calendar year.</param>
    /// <param name="pct">Percent of GDP; NaN when there is none.</param>
    /// <returns>False when the scenario holds members to different levels.</returns>
    public bool TryCommonGuideline(int year, out double pct)
    {
        pct = double.NaN;
        foreach (int m in Edition.Roster.WithForces)
        {
            double own = GuidelinePct(m, year);
            if (!double.IsNaN(pct) && own != pct)
            {
                pct = double.NaN;
                return false;
            }

            pct = own;
        }

        return !double.IsNaN(pct);
    }

    /// <summary>Which members of a unit spend at least their own guideline in a year, by <see cref="CountedSharePct"/>.</summary>
    /// <param name="unit">Member or group; a group counts a member from the year in which it joined.</param>
    /// <param name="year">Calendar year.</param>
    public MemberSet AtGuideline(Unit unit, int year)
    {
        MemberSet at = MemberSet.Empty;
        foreach (int m in Counted(unit, year).Intersect(Edition.Roster.WithForces))
        {
            at = CountedHundredths(m, year) >= Rounding.Hundredths(GuidelinePct(m, year)) ? at.Union(MemberSet.Of(m)) : at;
        }

        return at;
    }

    /// <summary>Which members of a unit have an equipment share in a year.</summary>
    /// <param name="unit">Member or group; a group counts a member from the year in which it joined.</param>
    /// <param name="year">Calendar year.</param>
    public MemberSet WithEquipmentShare(Unit unit, int year)
    {
        MemberSet with = MemberSet.Empty;
        foreach (int m in Counted(unit, year).Intersect(Edition.Roster.WithForces))
        {
            with = double.IsNaN(EquipmentPct(Unit.Member(m), year)) ? with : with.Union(MemberSet.Of(m));
        }

        return with;
    }

    /// <summary>Which of them are not under the equipment guideline (<see cref="IsUnderEquipmentGuideline"/>).</summary>
    /// <param name="unit">Member or group; a group counts a member from the year in which it joined.</param>
    /// <param name="year">Calendar year.</param>
    public MemberSet AtEquipmentGuideline(Unit unit, int year)
    {
        MemberSet at = MemberSet.Empty;
        foreach (int m in WithEquipmentShare(unit, year))
        {
            at = IsUnderEquipmentGuideline(Unit.Member(m), year) ? at : at.Union(MemberSet.Of(m));
        }

        return at;
    }

    /// <summary>
    /// Volume index of core spending, first published year = 100: spending at constant prices of all the unit's members in both years,
    /// also of those that joined between, so that nobody's joining is in it.
    /// </summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>Index; NaN for Iceland alone.</returns>
    public double SpendingIndex(Unit unit, int year) => Index(_spendingConstUsdM, unit, year);

    /// <summary>Volume index of GDP, first published year = 100, with the members of <see cref="SpendingIndex"/>.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year.</param>
    public double GdpIndex(Unit unit, int year) => Index(_gdpConstUsdM, unit, year);

    private double Index(double[] column, Unit unit, int year)
    {
        Checked(year);
        double now = 0;
        double first = 0;
        foreach (int m in unit.Members)
        {
            now += column[Place(m, year)];
            first += column[Place(m, FirstYear)];
        }

        return 100 * now / first;
    }
}
