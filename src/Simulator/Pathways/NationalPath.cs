using Simulator.Alliance;

namespace Simulator.Pathways;

/// <summary>A national plan as a path: dated shares, straight lines between them, the last one held (model section 5).</summary>
public static class NationalPath
{
    /// <summary>The year in which The Hague asks for its core share.</summary>
    public const int HagueYear = 2035;

    /// <summary>The core share that The Hague asks for, percent of GDP.</summary>
    public const double HagueSharePct = 3.5;

    /// <summary>The dated shares of a plan, ascending by year, the base year first.</summary>
    /// <param name="plan">The plan; floors are the higher of themselves and the point before.</param>
    /// <param name="baseSharePct">Share of the base year, percent of GDP.</param>
    /// <param name="baseYear">Base year; points up to it say nothing about the future and are left out.</param>
    /// <param name="thenHague">True to go on, straight, to 3.5 percent in 2035 where the last point is below and the member does not refuse.</param>
    public static IReadOnlyList<(int Year, double SharePct)> Knots(
        NationalPlan plan, double baseSharePct, int baseYear, bool thenHague)
    {
        List<(int Year, double SharePct)> knots = [(baseYear, baseSharePct)];
        foreach (PlanPoint point in plan.Points.Where(p => p.Year > baseYear).OrderBy(p => p.Year))
        {
            double before = knots[^1].SharePct;
            bool isFloor = point.Kind is PlanPointKind.AtLeast or PlanPointKind.RangeLow;
            knots.Add((point.Year, isFloor && point.SharePct < before ? before : point.SharePct));
        }

        (int lastYear, double lastShare) = knots[^1];
        if (thenHague && !plan.RefusesPledge && lastShare < HagueSharePct && lastYear < HagueYear)
        {
            knots.Add((HagueYear, HagueSharePct));
        }

        return knots;
    }
}
