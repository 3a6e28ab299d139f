namespace Simulator.Pathways;

/// <summary>The comparison line (model section 4): a convention of this program, not NATO's.</summary>
public static class ComparisonLine
{
    /// <summary>
    /// The line of a member: straight from its base-year share to the target in 2035 where it is below the target, then the
    /// target; the target throughout for the others.
    /// </summary>
    /// <param name="startPct">Share of the base year, percent of real GDP.</param>
    /// <param name="targetPct">Where the line ends, percent of GDP: 3.5, or the setting line_pct.</param>
    /// <param name="baseYear">Base year.</param>
    /// <param name="year">Calendar year from the base year on.</param>
    /// <returns>Percent of GDP.</returns>
    public static double SharePct(double startPct, double targetPct, int baseYear, int year) =>
        startPct >= targetPct || year >= NationalPath.HagueYear
            ? targetPct
            : startPct + ((targetPct - startPct) * (year - baseYear) / (NationalPath.HagueYear - baseYear));
}
