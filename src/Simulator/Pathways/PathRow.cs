using Simulator.Alliance;

namespace Simulator.Pathways;

/// <summary>What a path row does to the path so far (model section 5).</summary>
public enum PathWhat
{
    /// <summary>hold: the base-year share throughout.</summary>
    Hold,

    /// <summary>at_least_pct: climbs to a share and never lies under the path so far.</summary>
    AtLeastPct,

    /// <summary>share_pct: goes to a share, up or down, or through shares given by year.</summary>
    SharePct,

    /// <summary>share_add_pp: adds points of GDP.</summary>
    ShareAddPp,

    /// <summary>real_growth_pct: real spending grows by a rate a year, then the share is held.</summary>
    RealGrowthPct,

    /// <summary>real_change_pct: real spending changes by a percentage between two years, then the share is held.</summary>
    RealChangePct,

    /// <summary>budget_bn: amounts by year, national currency at current prices.</summary>
    BudgetBn,

    /// <summary>plan: the member's national plan.</summary>
    Plan,
}

/// <summary>The form of the way from the start of a row to its target (model section 5).</summary>
public enum Shape
{
    /// <summary>linear: u.</summary>
    Linear,

    /// <summary>front k: 1 − (1 − u)^k.</summary>
    Front,

    /// <summary>back k: u^k.</summary>
    Back,

    /// <summary>s-curve: u²(3 − 2u).</summary>
    SCurve,

    /// <summary>geometric: p(F)·(τ/p(F))^u.</summary>
    Geometric,

    /// <summary>step v: v points of GDP a year until the target.</summary>
    Step,

    /// <summary>growth v: real spending grows v percent a year until the target.</summary>
    Growth,

    /// <summary>close v: v percent of the remaining distance a year.</summary>
    Close,

    /// <summary>fastest: the highest path under stated limits (model section 7).</summary>
    Fastest,
}

/// <summary>Which of the two legs of the Hague pledge a row moves.</summary>
public enum Leg
{
    /// <summary>Core defence expenditure, on NATO's definition.</summary>
    Core,

    /// <summary>Defence- and security-related spending (the 1.5 of The Hague); NATO publishes no country table.</summary>
    Related,
}

/// <summary>How a national plan goes on after its last dated point.</summary>
public enum PlanContinuation
{
    /// <summary>The row is no plan row.</summary>
    None,

    /// <summary>then-hold: the last share is held.</summary>
    ThenHold,

    /// <summary>then-hague: straight to 3.5 percent in 2035 where the share is below; members that refuse the pledge hold.</summary>
    ThenHague,
}

/// <summary>Where a row of a scenario was written; named in messages and in the manifest.</summary>
/// <param name="Source">Name of the file as the user gave it, or the id of a shipped file.</param>
/// <param name="Line">Line in that file, from 1.</param>
public readonly record struct RowOrigin(string Source, int Line);

/// <summary>A value that belongs to one calendar year of a row.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Value">Percent of GDP, or billion national currency units, as the row's what says.</param>
public readonly record struct YearValue(int Year, double Value);

/// <summary>One path row of a scenario, checked and resolved.</summary>
public sealed record PathRow
{
    /// <summary>Where it was written.</summary>
    public required RowOrigin Origin { get; init; }

    /// <summary>Members that it moves; without Iceland for the core leg.</summary>
    public required MemberSet Members { get; init; }

    /// <summary>What it does.</summary>
    public required PathWhat What { get; init; }

    /// <summary>Which leg it moves.</summary>
    public Leg Leg { get; init; } = Leg.Core;

    /// <summary>The value, in the unit of <see cref="What"/>; 0 for hold, plan and rows with values by year.</summary>
    public double Value { get; init; }

    /// <summary>Values by year, ascending, all after <see cref="From"/> (budgets: from the base year on); empty for rows with one value.</summary>
    public IReadOnlyList<YearValue> ByYear { get; init; } = [];

    /// <summary>F: last year of the path so far; the base year unless written.</summary>
    public required int From { get; init; }

    /// <summary>T: year of arrival; 0 when the row has none (it may only where the model allows it: see <see cref="HasTo"/>).</summary>
    public int To { get; init; }

    /// <summary>True when <see cref="To"/> was written.</summary>
    public bool HasTo => To != 0;

    /// <summary>Form of the way.</summary>
    public Shape Shape { get; init; } = Shape.Linear;

    /// <summary>The shape's number: k for front and back (2 unless written), v for step (points a year), growth and close (percent); 0 where it has none.</summary>
    public double ShapeValue { get; init; }

    /// <summary>How a plan goes on; None for other rows.</summary>
    public PlanContinuation Continuation { get; init; }
}
