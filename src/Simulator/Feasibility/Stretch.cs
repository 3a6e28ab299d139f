using Simulator.Projections;

namespace Simulator.Feasibility;

/// <summary>A stretch of a projection, read as an episode is.</summary>
/// <param name="From">The year from whose level it starts.</param>
/// <param name="To">The year at whose level it ends.</param>
/// <param name="ShareChangePp">Average change of the share of real GDP, points a year.</param>
/// <param name="RealGrowthPct">Compound real growth of spending, percent a year.</param>
public readonly record struct Stretch(int From, int To, double ShareChangePp, double RealGrowthPct)
{
    /// <summary>Its value on a measure, points or percent a year.</summary>
    /// <param name="measure">The measure.</param>
    public double Value(EpisodeMeasure measure) => measure == EpisodeMeasure.ShareChangePp ? ShareChangePp : RealGrowthPct;

    /// <summary>
    /// The steepest stretch of a member's projection: from the base year on, so that nothing that was already done counts as an
    /// effort to come. Of two as steep the earlier one.
    /// </summary>
    /// <param name="projection">The projection.</param>
    /// <param name="member">Roster index.</param>
    /// <param name="measure">By which measure.</param>
    /// <param name="years">Length in years, at least 1.</param>
    /// <param name="lastYear">Last year looked at, at most the projection's last.</param>
    /// <param name="steepest">The stretch when there is one.</param>
    /// <returns>False for a member without armed forces or when fewer years are projected.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The length is below 1 or the last year beyond the projection's.</exception>
    public static bool TrySteepest(Projection projection, int member, EpisodeMeasure measure, int years, int lastYear, out Stretch steepest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(years, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lastYear, projection.LastYear);
        steepest = default;
        if (!projection.Edition.Roster.WithForces.Contains(member))
        {
            return false;
        }

        bool isAny = false;
        for (int from = projection.BaseYear; from + years <= lastYear; from++)
        {
            Stretch stretch = Of(projection, Unit.Member(member), from, from + years);
            if (!isAny || stretch.Value(measure) > steepest.Value(measure))
            {
                (isAny, steepest) = (true, stretch);
            }
        }

        return isAny;
    }

    private static Stretch Of(Projection projection, Unit unit, int from, int to) => new(
        from,
        to,
        (projection.SharePct(unit, to) - projection.SharePct(unit, from)) / (to - from),
        CompoundGrowth.PctAYear(projection.SpendingConstUsdM(unit, to) / projection.SpendingConstUsdM(unit, from), to - from));
}
