namespace Simulator.Engine;

/// <summary>Against which spending the extra is measured.</summary>
public enum FiscalReference
{
    /// <summary>The base-year share held: an upper bound, since the IMF path already holds part of some plans.</summary>
    Hold,

    /// <summary>What the IMF path already holds: in_baseline_pct of the rise, else data/weo-content.csv.</summary>
    ImfPath,
}

/// <summary>
/// Debt and balance of one world under one financing and one reference, year-major [t × members + member], t = 0 in the base
/// year (model section 6). Amounts in billion national currency units at current prices of this world; NaN where the IMF gives
/// no debt or balance.
/// </summary>
public sealed class FiscalWorld
{
    /// <summary>Percent of extra spending that is borrowed: 100, 67 or 0, or the scenario's own borrowed_pct (see <see cref="IsOwnFinancing"/>).</summary>
    public required double BorrowedPct { get; init; }

    /// <summary>True for the scenario's own borrowed_pct, which may differ by member and year; <see cref="BorrowedPct"/> is then NaN.</summary>
    public required bool IsOwnFinancing { get; init; }

    /// <summary>The reference.</summary>
    public required FiscalReference Reference { get; init; }

    /// <summary>X: extra spending.</summary>
    public required double[] ExtraSpendingNcuBn { get; init; }

    /// <summary>y: effect on the level of GDP, percent.</summary>
    public required double[] GdpEffectPct { get; init; }

    /// <summary>ΔB: extra debt from defence, interest included.</summary>
    public required double[] ExtraDebtNcuBn { get; init; }

    /// <summary>L: extra debt from the growth shock alone; 0 without one.</summary>
    public required double[] ShockDebtNcuBn { get; init; }

    /// <summary>Difference of the debt ratio to the IMF path that defence makes, points of GDP.</summary>
    public required double[] ExtraDebtPp { get; init; }

    /// <summary>Difference of the debt ratio to the IMF path that the shock makes, points of GDP; 0 without one.</summary>
    public required double[] ShockDebtPp { get; init; }

    /// <summary>d: debt, percent of GDP of this world.</summary>
    public required double[] DebtPct { get; init; }

    /// <summary>Balance, percent of GDP of this world.</summary>
    public required double[] BalancePct { get; init; }

    /// <summary>Interest on the extra debt, percent of GDP of this world.</summary>
    public required double[] InterestPct { get; init; }

    /// <summary>o: offsets (taxes or cuts), percent of GDP of this world before the effect of spending.</summary>
    public required double[] OffsetsPct { get; init; }
}
