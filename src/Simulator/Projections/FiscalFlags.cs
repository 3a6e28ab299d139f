using Simulator.Alliance;

namespace Simulator.Projections;

/// <summary>What a debt and a balance come to under the EU's fiscal rules, and what is said of other members.</summary>
[Flags]
public enum FiscalFlags
{
    /// <summary>Nothing to flag, or no debt and balance known.</summary>
    None = 0,

    /// <summary>An EU member's deficit is above 3 percent of GDP.</summary>
    DeficitAbove3 = 1,

    /// <summary>That deficit is above 3 percent by no more than the national escape clause allows; only beside <see cref="DeficitAbove3"/>.</summary>
    WithinEscapeClause = 2,

    /// <summary>An EU member's debt is above 60 percent of GDP.</summary>
    DebtAbove60 = 4,

    /// <summary>The deficit of a member outside the EU is over 3 percent of GDP: words, not a rule.</summary>
    DeficitOver3Elsewhere = 8,
}

/// <summary>Sets the flags. Figures are rounded half up to two decimals first, as everything that is compared.</summary>
public static class FiscalRules
{
    /// <summary>Deficit above which an EU member is flagged, percent of GDP.</summary>
    public const double DeficitPct = 3;

    /// <summary>Debt above which an EU member is flagged, percent of GDP.</summary>
    public const double DebtPct = 60;

    /// <summary>The flags of a balance and a debt.</summary>
    /// <param name="isInEu">True for EU members.</param>
    /// <param name="balancePct">Balance, percent of GDP, negative for a deficit; NaN sets no flag.</param>
    /// <param name="debtPct">Debt, percent of GDP; NaN sets no flag.</param>
    /// <param name="escapeClausePct">What the escape clause allows the member in the year (<see cref="EscapeClause.AllowancePct"/>), percent of GDP.</param>
    public static FiscalFlags Of(bool isInEu, double balancePct, double debtPct, double escapeClausePct)
    {
        long limit = Rounding.Hundredths(DeficitPct);
        long deficit = double.IsNaN(balancePct) ? 0 : Rounding.Hundredths(-balancePct);
        if (!isInEu)
        {
            return deficit > limit ? FiscalFlags.DeficitOver3Elsewhere : FiscalFlags.None;
        }

        FiscalFlags flags = FiscalFlags.None;
        if (deficit > limit)
        {
            flags |= FiscalFlags.DeficitAbove3;
            flags |= deficit - limit <= Rounding.Hundredths(escapeClausePct) ? FiscalFlags.WithinEscapeClause : FiscalFlags.None;
        }

        bool isIndebted = !double.IsNaN(debtPct) && Rounding.Hundredths(debtPct) > Rounding.Hundredths(DebtPct);
        return isIndebted ? flags | FiscalFlags.DebtAbove60 : flags;
    }
}
