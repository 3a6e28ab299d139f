using Simulator.Pathways;
using Simulator.Projections;

namespace Simulator.Sweeps;

/// <summary>What is read out of a world of a sweep.</summary>
public enum OutcomeVariable
{
    /// <summary>Core spending, percent of real GDP.</summary>
    SharePct,

    /// <summary>Compound real growth of core spending since the base year, percent a year.</summary>
    RealGrowthPct,

    /// <summary>Core spending, billions at base-year prices.</summary>
    SpendingBn,

    /// <summary>Core spending above the base-year share held in the unshocked economy, billions at base-year prices.</summary>
    ExtraBn,

    /// <summary>Points of GDP short of the comparison line; of a group, the members' shortfalls over its GDP.</summary>
    ShortPp,

    /// <summary>Short of the comparison line, billions at base-year prices; one member's surplus pays for nobody.</summary>
    ShortBn,

    /// <summary>Government debt, percent of GDP of the world.</summary>
    DebtPct,

    /// <summary>What defence adds to the debt ratio, points of GDP.</summary>
    ExtraDebtPp,

    /// <summary>Government balance, percent of GDP of the world.</summary>
    BalancePct,

    /// <summary>Interest on the extra debt, percent of GDP of the world.</summary>
    InterestPct,

    /// <summary>Number of members at or above a share, rounded half up to hundredths.</summary>
    MembersAt,
}

/// <summary>One number that a sweep keeps of every world, such as share_pct:EUROPE:2035.</summary>
public sealed record Outcome
{
    /// <summary>Its name, as written: variable:unit:year.</summary>
    public required string Name { get; init; }

    /// <summary>What is read.</summary>
    public required OutcomeVariable Variable { get; init; }

    /// <summary>Member or group.</summary>
    public required Unit Unit { get; init; }

    /// <summary>Code of the member or id of the group.</summary>
    public required string UnitId { get; init; }

    /// <summary>The year, or the first of the years that are added up.</summary>
    public required int FirstYear { get; init; }

    /// <summary>The year, or the last of the years that are added up.</summary>
    public required int LastYear { get; init; }

    /// <summary>The money of amounts, at base-year prices: EUR or USD.</summary>
    public CurrencyChoice Currency { get; init; } = CurrencyChoice.Eur;

    /// <summary>The share that members are counted at, percent of GDP; read to hundredths.</summary>
    public double ThresholdPct { get; init; }

    /// <summary>The goal: the outcome is met from this number up; NaN where there is none.</summary>
    public double GoalAtLeast { get; init; } = double.NaN;

    /// <summary>The goal: the outcome is met up to this number; NaN where there is none.</summary>
    public double GoalAtMost { get; init; } = double.NaN;

    /// <summary>Where it was written.</summary>
    public RowOrigin Origin { get; init; }

    /// <summary>True when a goal was set.</summary>
    public bool HasGoal => !double.IsNaN(GoalAtLeast) || !double.IsNaN(GoalAtMost);

    /// <summary>True when amounts of several years are added up.</summary>
    public bool IsCumulative => LastYear > FirstYear;

    /// <summary>True for amounts of money.</summary>
    public bool IsMoney => Variable is OutcomeVariable.SpendingBn or OutcomeVariable.ExtraBn or OutcomeVariable.ShortBn;

    /// <summary>True when debt has to be computed for it.</summary>
    public bool NeedsDebt =>
        Variable is OutcomeVariable.DebtPct or OutcomeVariable.ExtraDebtPp or OutcomeVariable.BalancePct or OutcomeVariable.InterestPct;

    /// <summary>The unit of the number, in words.</summary>
    public string UnitText => Variable switch
    {
        OutcomeVariable.SharePct or OutcomeVariable.DebtPct or OutcomeVariable.BalancePct or OutcomeVariable.InterestPct => "percent of GDP",
        OutcomeVariable.RealGrowthPct => "percent a year, real",
        OutcomeVariable.ShortPp or OutcomeVariable.ExtraDebtPp => "points of GDP",
        OutcomeVariable.MembersAt => "members",
        _ => Currency == CurrencyChoice.Eur ? "EUR bn, base-year prices" : "USD bn, base-year prices",
    };

    /// <summary>True when a value misses the goal.</summary>
    /// <param name="value">Value of the outcome.</param>
    /// <returns>False also where no goal was set.</returns>
    public bool Misses(double value) => value < GoalAtLeast || value > GoalAtMost;
}
