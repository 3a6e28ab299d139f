using Simulator.Alliance;

namespace Simulator.Engine;

/// <summary>How a fall is shared out; the order of the words of the setting backfill_by.</summary>
internal enum BackfillRule
{
    /// <summary>gdp: in proportion to GDP.</summary>
    Gdp,

    /// <summary>gap: first up to the line, in proportion to the distance, then by GDP.</summary>
    Gap,

    /// <summary>room: in proportion to fiscal room; by GDP where nobody who can still rise has any.</summary>
    Room,
}

/// <summary>Members who together take over one part of the fall.</summary>
/// <param name="Column">Column of the part, percent of the fall.</param>
/// <param name="Members">Roster indices, ascending.</param>
/// <param name="Rule">How it is shared out.</param>
internal sealed record BackfillPool(int Column, int[] Members, BackfillRule Rule);

/// <summary>Who takes over whose fall (model section 7).</summary>
/// <param name="Falling">Members whose fall is taken over.</param>
/// <param name="IsTrend">True when a fall is measured against the held share, false against the base year's amount.</param>
/// <param name="Pools">Who shares, by year.</param>
/// <param name="LinePct">The comparison line, percent of GDP [t × members + member].</param>
internal sealed record BackfillPlan(
    MemberSet Falling, bool IsTrend, BackfillPool[][] Pools, double[] LinePct);
