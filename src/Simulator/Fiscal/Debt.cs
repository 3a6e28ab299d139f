using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Simulator.Lanes;

namespace Simulator.Fiscal;

/// <summary>Extra debt, interest, debt ratio and balance (model section 6), one year at a time, for eight worlds side by side.</summary>
public static class Debt
{
    /// <summary>The debt ratio from which more debt makes borrowing dearer, percent of GDP.</summary>
    public const double PremiumFromPct = 60;

    /// <summary>Points of interest for each point of debt ratio above it (rules of CBO, Commission and IMF: 2 to 4 basis points).</summary>
    public const double PremiumPerPoint = 0.03;

    /// <summary>ρ with its premium: 0.03 × [max(60, d(t−1)) − max(60, d0(t−1))] above the rate without extra debt.</summary>
    /// <param name="basicPct">Rate before the premium, interest_pp included, percent a year.</param>
    /// <param name="debtPct">d(t−1), percent of GDP; where it is not a number there is no premium.</param>
    /// <param name="imfDebtPct">d0(t−1), the IMF path's, percent of GDP.</param>
    /// <returns>Percent a year.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> RatePct(Vector512<double> basicPct, Vector512<double> debtPct, Vector512<double> imfDebtPct)
    {
        Vector512<double> from = Vector512.Create(PremiumFromPct);
        Vector512<double> above = Lane.Larger(debtPct, from) - Lane.Larger(imfDebtPct, from);
        return basicPct + (Vector512.Create(PremiumPerPoint) * above);
    }

    /// <summary>ρ/100·debt(t−1).</summary>
    /// <param name="debtBefore">Debt at the end of the year before, any money.</param>
    /// <param name="ratePct">ρ, percent a year.</param>
    /// <returns>Interest in the same money.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Interest(Vector512<double> debtBefore, Vector512<double> ratePct) =>
        ratePct / Vector512.Create(100.0) * debtBefore;

    /// <summary>ε·change/100·N: what the budget gains where GDP lies this much higher (loses, where lower).</summary>
    /// <param name="changePct">y or z, percent of the GDP that is given.</param>
    /// <param name="semiElasticity">ε, points of balance per point of GDP.</param>
    /// <param name="gdp">N, any money.</param>
    /// <returns>Amount in the same money.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Feedback(Vector512<double> changePct, Vector512<double> semiElasticity, Vector512<double> gdp) =>
        semiElasticity * (changePct / Vector512.Create(100.0)) * gdp;

    /// <summary>ΔB(t) = ΔB(t−1) + interest + φX − feedback. The shock debt L is the same without φX.</summary>
    /// <param name="before">ΔB(t−1), any money.</param>
    /// <param name="interest">Interest on it.</param>
    /// <param name="borrowed">φX.</param>
    /// <param name="feedback">ε·y/100·N.</param>
    /// <returns>ΔB(t) in the same money.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Extra(
        Vector512<double> before, Vector512<double> interest, Vector512<double> borrowed, Vector512<double> feedback) =>
        before + interest + (borrowed - feedback);

    /// <summary>100 × amount ÷ GDP.</summary>
    /// <param name="amount">Debt, balance or interest, any money.</param>
    /// <param name="gdp">GDP in the same money.</param>
    /// <returns>Percent of GDP.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> RatioPct(Vector512<double> amount, Vector512<double> gdp) =>
        Vector512.Create(100.0) * amount / gdp;

    /// <summary>bal0·N − φX + ε·y/100·N − interest − shock.</summary>
    /// <param name="imf">bal0·N: balance of the IMF path in money.</param>
    /// <param name="borrowed">φX.</param>
    /// <param name="feedback">ε·y/100·N.</param>
    /// <param name="interest">Interest on the extra debt.</param>
    /// <param name="shock">What the shock adds to debt in the year: L(t) − L(t−1).</param>
    /// <returns>Balance in the same money.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Balance(
        Vector512<double> imf,
        Vector512<double> borrowed,
        Vector512<double> feedback,
        Vector512<double> interest,
        Vector512<double> shock) => imf - borrowed + feedback - interest - shock;
}
