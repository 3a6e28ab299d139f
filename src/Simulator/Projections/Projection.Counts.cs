using Simulator.Alliance;
using Simulator.Pathways;

namespace Simulator.Projections;

/// <content>Counts at thresholds, years of arrival, the rate it takes, and what the money buys (model sections 1 and 4).</content>
public sealed partial class Projection
{
    /// <summary>NATO's guideline for equipment, percent of defence expenditure.</summary>
    public const double EquipmentGuidelinePct = 20;

    /// <summary>
    /// The share by which a member is counted at a threshold: the published table 3 through the base year, then the projected share
    /// rounded half up to two decimals.
    /// </summary>
    /// <param name="member">Roster index.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>Percent with two decimals; 0 for Iceland.</returns>
    public double CountedSharePct(int member, int year) => CountedHundredths(member, year) / 100.0;

    /// <summary>Military personnel, thousand: table 7; a group's is the sum of the members that had joined by the year.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Published year.</param>
    /// <returns>Thousand; NaN for projected years, and where NATO leaves a member blank; 0 for Iceland, which has no armed forces.</returns>
    public double PersonnelThousand(Unit unit, int year)
    {
        double sum = 0;
        foreach (int m in Counted(unit, year).Intersect(Edition.Roster.WithForces))
        {
            sum += Edition.Nato.Value(NatoIndicator.PersonnelThousand, m, year);
        }

        return sum;
    }

    /// <summary>How many members with armed forces a unit has in a year: the "of 31" of a count.</summary>
    /// <param name="unit">Member or group; a group counts a member from the year in which it joined.</param>
    /// <param name="year">Calendar year.</param>
    public int MembersCounted(Unit unit, int year) => Counted(unit, year).Intersect(Edition.Roster.WithForces).Count;

    /// <summary>How many of them spend at least a threshold, by <see cref="CountedSharePct"/>.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="thresholdPct">Percent of GDP; read to two decimals.</param>
    public int MembersAt(Unit unit, int year, double thresholdPct) => MembersSpending(unit, year, thresholdPct).Count;

    /// <summary>Which of them spend at least a threshold, by <see cref="CountedSharePct"/>.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="thresholdPct">Percent of GDP; read to two decimals.</param>
    public MemberSet MembersSpending(Unit unit, int year, double thresholdPct)
    {
        long threshold = Rounding.Hundredths(thresholdPct);
        MemberSet at = MemberSet.Empty;
        foreach (int m in Counted(unit, year).Intersect(Edition.Roster.WithForces))
        {
            at = CountedHundredths(m, year) >= threshold ? at.Union(MemberSet.Of(m)) : at;
        }

        return at;
    }

    /// <summary>The knife-edge mark: the counted share lies within 0.01 points of a threshold, so that a rounding decides.</summary>
    /// <param name="member">Roster index.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="thresholdPct">Percent of GDP; read to two decimals.</param>
    /// <returns>True within 0.01, the threshold itself included; never for Iceland.</returns>
    public bool IsKnifeEdge(int member, int year, double thresholdPct) =>
        HasForces(member) && Math.Abs(CountedHundredths(member, year) - Rounding.Hundredths(thresholdPct)) <= 1;

    /// <summary>The first year from the base year on in which a unit spends at least a threshold; the base year means that it is there already.</summary>
    /// <param name="unit">Member (by <see cref="CountedSharePct"/>) or group (by its share rounded half up to two decimals).</param>
    /// <param name="thresholdPct">Percent of GDP; read to two decimals.</param>
    /// <param name="year">The year when there is one, else 0.</param>
    /// <returns>False when the threshold is not reached within the horizon.</returns>
    public bool TryFirstYearAt(Unit unit, double thresholdPct, out int year)
    {
        long threshold = Rounding.Hundredths(thresholdPct);
        for (year = BaseYear; year <= LastYear; year++)
        {
            if (MembersCounted(unit, year) > 0
                && (unit.IsGroup ? Rounding.Hundredths(SharePct(unit, year)) : CountedHundredths(unit.MemberIndex, year)) >= threshold)
            {
                return true;
            }
        }

        year = 0;
        return false;
    }

    /// <summary>The constant real growth a year that takes spending from its base-year amount to that of a year, percent.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>Percent a year; NaN up to the base year and for Iceland alone.</returns>
    public double RequiredRealGrowthPct(Unit unit, int year) =>
        Checked(year) <= BaseYear
            ? double.NaN
            : CompoundGrowth.PctAYear(SpendingConstUsdM(unit, year) / SpendingConstUsdM(unit, BaseYear), year - BaseYear);

    /// <summary>
    /// Equipment, percent of core spending: table 8a in published years; then the composition of the last published year for
    /// spending up to the base-year real amount, and equipment_of_rise_pct (default: the same composition) for what lies above it.
    /// </summary>
    /// <param name="unit">Member; or group, weighted by real spending.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>Percent; NaN for Iceland alone and where NATO left the cell blank.</returns>
    public double EquipmentPct(Unit unit, int year)
    {
        double equipmentUsdM = 0;
        double spendingUsdM = 0;
        foreach (int m in Counted(unit, year).Intersect(Edition.Roster.WithForces))
        {
            double spending = SpendingConstUsdM(m, year);
            equipmentUsdM += EquipmentPct(m, year, spending) / 100 * spending;
            spendingUsdM += spending;
        }

        return unit.IsGroup || spendingUsdM == 0 ? 100 * equipmentUsdM / spendingUsdM : EquipmentPct(unit.MemberIndex, year, spendingUsdM);
    }

    /// <summary>
    /// Personnel, percent of core spending: table 8a in published years; then what is not equipment (<see cref="EquipmentPct(Unit, int)"/>)
    /// is divided as in the last year that NATO divides, of the rise as of the rest (judgement: NATO publishes no composition of plans).
    /// </summary>
    /// <param name="unit">Member; or group, weighted by real spending.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>Percent; NaN for Iceland alone and where NATO left a cell blank.</returns>
    public double PersonnelPct(Unit unit, int year)
    {
        double personnelUsdM = 0;
        double spendingUsdM = 0;
        foreach (int m in Counted(unit, year).Intersect(Edition.Roster.WithForces))
        {
            double spending = SpendingConstUsdM(m, year);
            personnelUsdM += PersonnelPct(m, year, spending) / 100 * spending;
            spendingUsdM += spending;
        }

        return 100 * personnelUsdM / spendingUsdM;
    }

    /// <summary>The flag of the equipment guideline: the share, rounded half up to two decimals, lies under 20 percent.</summary>
    /// <param name="unit">Member or group.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>False also where <see cref="EquipmentPct(Unit, int)"/> is NaN.</returns>
    public bool IsUnderEquipmentGuideline(Unit unit, int year)
    {
        double pct = EquipmentPct(unit, year);
        return !double.IsNaN(pct) && Rounding.HalfUp(pct, 2) < EquipmentGuidelinePct;
    }

    private long CountedHundredths(int member, int year)
    {
        if (!HasForces(member))
        {
            return 0;
        }

        return Rounding.Hundredths(Checked(year) <= BaseYear
            ? Edition.Nato.Value(NatoIndicator.SharePct, member, year)
            : World.SharePct[Cell(member, year)]);
    }

    private double EquipmentPct(int member, int year, double spendingConstUsdM)
    {
        if (year <= BaseYear)
        {
            return Edition.Nato.Value(NatoIndicator.EquipmentPct, member, year);
        }

        double basePct = LastEquipmentPct(member);
        double risePct = Scenario.Number(Setting.EquipmentOfRisePct, member, year);
        double baseAmount = Math.Min(spendingConstUsdM, BaseConstUsdM(member));
        double rise = spendingConstUsdM - baseAmount;
        return double.IsNaN(risePct) || rise == 0
            ? basePct
            : ((basePct * baseAmount) + (risePct * rise)) / spendingConstUsdM;
    }

    private double PersonnelPct(int member, int year, double spendingConstUsdM)
    {
        if (year <= BaseYear)
        {
            return Edition.Nato.Value(NatoIndicator.PersonnelPct, member, year);
        }

        // NATO leaves some divisions of the last year blank where it gives equipment.
        int last = PublishedLast(y => Edition.Nato.Has(NatoIndicator.EquipmentPct, member, y) && Edition.Nato.Has(NatoIndicator.PersonnelPct, member, y));
        double equipmentPct = Edition.Nato.Value(NatoIndicator.EquipmentPct, member, last);
        double personnelPct = Edition.Nato.Value(NatoIndicator.PersonnelPct, member, last);
        return personnelPct * (100 - EquipmentPct(member, year, spendingConstUsdM)) / (100 - equipmentPct);
    }

    private double LastEquipmentPct(int member) => Edition.Nato.Value(
        NatoIndicator.EquipmentPct, member, PublishedLast(y => Edition.Nato.Has(NatoIndicator.EquipmentPct, member, y)));

    // A year before the first holds nothing, so that what was never published reads as NaN.
    private int PublishedLast(Func<int, bool> has)
    {
        int year = BaseYear;
        while (year >= FirstYear && !has(year))
        {
            year--;
        }

        return year;
    }
}
