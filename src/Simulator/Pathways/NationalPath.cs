using Simulator.Alliance;

namespace Simulator.Pathways;

/// <summary>Turns what a member has said into the corners of a path of shares (model section 5, "plan").</summary>
public static class NationalPath
{
    /// <summary>The share of GDP agreed at The Hague for the core leg, percent.</summary>
    public const double HagueCorePct = 3.5;

    /// <summary>The year by which the share of The Hague is due.</summary>
    public const int HagueYear = 2035;

    /// <summary>
    /// The corners of the path, the base year first: straight lines run between them and the last share is held.
    /// A point that states a floor is the higher of itself and the corner before it. With
    /// <paramref name="thenHague"/> a last corner that is below 3.5 and before 2035 is followed by 3.5 in 2035,
    /// except for a member that refuses the pledge.
    /// </summary>
    /// <param name="plan">The member's plan; points in ascending order of years.</param>
    /// <param name="baseSharePct">Share of real GDP in the base year, percent.</param>
    /// <param name="baseYear">Base year of the edition; points up to it are passed over.</param>
    /// <param name="thenHague">True for "plan then-hague", false for "plan then-hold".</param>
    /// <returns>Year and share in percent, in strictly ascending order of years; at least the base year.</returns>
    /// <exception cref="ArgumentException">The points of the plan are not in ascending order of years.</exception>
    public static IReadOnlyList<(int Year, double SharePct)> Knots(NationalPlan plan, double baseSharePct, int baseYear, bool thenHague)
    {
        List<(int Year, double SharePct)> knots = [(baseYear, baseSharePct)];
        int previousYear = int.MinValue;
        foreach (PlanPoint point in plan.Points)
        {
            if (point.Year <= previousYear)
            {
                throw new ArgumentException("The points of a plan stand in ascending order of years, one a year.", nameof(plan));
            }

            previousYear = point.Year;
            if (point.Year <= baseYear)
            {
                continue;
            }

            bool floor = point.Kind is PlanPointKind.AtLeast or PlanPointKind.RangeLow;
            knots.Add((point.Year, floor ? Math.Max(point.SharePct, knots[^1].SharePct) : point.SharePct));
        }

        (int lastYear, double lastSharePct) = knots[^1];
        if (thenHague && !plan.RefusesPledge && lastSharePct < HagueCorePct && lastYear < HagueYear)
        {
            knots.Add((HagueYear, HagueCorePct));
        }

        return knots;
    }
}
