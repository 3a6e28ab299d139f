namespace Simulator.Alliance;

/// <summary>How a dated point of a national plan is to be read.</summary>
public enum PlanPointKind
{
    /// <summary>The share that is planned.</summary>
    Exact,

    /// <summary>About the share that is planned; read as the share.</summary>
    Approx,

    /// <summary>A floor: the point is the higher of itself and the point before.</summary>
    AtLeast,

    /// <summary>The lower end of a stated range: a floor as well.</summary>
    RangeLow,
}

/// <summary>What a point of a national plan rests on.</summary>
public enum PlanNature
{
    /// <summary>Said by a government; also what the source does not call anything else.</summary>
    Announcement,

    /// <summary>A plan that a government has adopted.</summary>
    Plan,

    /// <summary>A law.</summary>
    Law,
}

/// <summary>One row of the national plan table that carries a usable share: core leg, not superseded, dated after the base year, not a pledge.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="SharePct">Share of GDP on NATO's definition, percent: the scaled share where the source's definition is national.</param>
/// <param name="Kind">How the point is read.</param>
public readonly record struct PlanPoint(int Year, double SharePct, PlanPointKind Kind)
{
    /// <summary>What the point rests on.</summary>
    public PlanNature Nature { get; init; }
}

/// <summary>What one member has said that it will spend.</summary>
/// <param name="Member">Roster index.</param>
/// <param name="Points">Usable points by year; empty when no national path was found.</param>
/// <param name="RefusesPledge">True for members that say they will not go to 3.5 percent (CZE, ESP): "then-hague" leaves them where their plan ends.</param>
/// <param name="StatedPosition">One line in words, with the year and the source's date.</param>
public sealed record NationalPlan(int Member, IReadOnlyList<PlanPoint> Points, bool RefusesPledge, string StatedPosition);
