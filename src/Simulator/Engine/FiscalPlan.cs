namespace Simulator.Engine;

/// <summary>One way to pay for extra spending, measured against one reference: what a lane of the debt step holds.</summary>
/// <param name="BorrowedPct">Percent of extra spending that is borrowed; NaN for the scenario's own.</param>
/// <param name="IsOwn">True for the scenario's own borrowed_pct, which may differ by member and year.</param>
/// <param name="Reference">The reference.</param>
internal sealed record FiscalVariant(double BorrowedPct, bool IsOwn, FiscalReference Reference);

/// <summary>
/// What the debt step needs of a scenario and its economy: the column of every parameter for each member and year (defaults have
/// columns too, so that a sweep can move them), and amounts that no world moves, year-major [t × members + member].
/// </summary>
internal sealed class FiscalPlan
{
    public FiscalPlan(int years, int members)
    {
        Multiplier = new SettingGrid(years, members);
        ImportPct = new SettingGrid(years, members);
        FadePct = new SettingGrid(years, members);
        TaxDrag = new SettingGrid(years, members);
        SemiElasticity = new SettingGrid(years, members);
        InterestPp = new SettingGrid(years, members);
        BorrowedPct = new SettingGrid(years, members);
        NewMoneyPct = new SettingGrid(years, members);
        InBaselinePct = new SettingGrid(years, members);
        CoreNcuBnPerPct = new double[years * members];
        ImfDebtNcuBn = new double[years * members];
        ImfBalanceNcuBn = new double[years * members];
        ImfContentPct = new double[years * members];
    }

    /// <summary>The plan of a world whose debt is not computed.</summary>
    public static FiscalPlan None { get; } = new(0, 0);

    /// <summary>The financings and references that one world is computed under, at most as many as a block has lanes; none when debt is not computed.</summary>
    public FiscalVariant[] Variants { get; set; } = [];

    public SettingGrid Multiplier { get; }

    public SettingGrid ImportPct { get; }

    public SettingGrid FadePct { get; }

    public SettingGrid TaxDrag { get; }

    public SettingGrid SemiElasticity { get; }

    public SettingGrid InterestPp { get; }

    public SettingGrid BorrowedPct { get; }

    public SettingGrid NewMoneyPct { get; }

    /// <summary>The only grid without default columns: where nothing is stated, <see cref="ImfContentPct"/> is the reference.</summary>
    public SettingGrid InBaselinePct { get; }

    /// <summary>
    /// What one percent of unshocked real GDP of core spending is at current prices, bn national currency:
    /// table 1 current(b) ÷ D_const(b) × Y/100 × Π(1 + π/100); 0 for members without forces.
    /// </summary>
    public double[] CoreNcuBnPerPct { get; }

    /// <summary>B0: debt of the IMF path, bn national currency; it stays in money under a shock.</summary>
    public double[] ImfDebtNcuBn { get; }

    /// <summary>Balance of the IMF path, bn national currency; it stays in money under a shock.</summary>
    public double[] ImfBalanceNcuBn { get; }

    /// <summary>The core share that the IMF path is taken to hold, percent of GDP; never below the base-year share.</summary>
    public double[] ImfContentPct { get; }
}
