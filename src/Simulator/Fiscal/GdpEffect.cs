using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Simulator.Fiscal;

/// <summary>What extra defence spending, and the taxes or cuts that pay for a part of it, do to the level of GDP (model section 6).</summary>
public static class GdpEffect
{
    /// <summary>A(t) = (1 − fade)·A(t−1) + x(t) − x(t−1): only a change of spending moves GDP, and that fades.</summary>
    /// <param name="before">A(t−1), percent of GDP.</param>
    /// <param name="now">x(t) (or the offsets o(t)), percent of GDP.</param>
    /// <param name="lastYear">x(t−1) (or o(t−1)), percent of GDP.</param>
    /// <param name="fadePct">How much of the effect fades in a year, percent.</param>
    /// <returns>A(t), percent of GDP.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Accumulated(
        Vector512<double> before, Vector512<double> now, Vector512<double> lastYear, Vector512<double> fadePct) =>
        ((Vector512<double>.One - (fadePct / Vector512.Create(100.0))) * before) + (now - lastYear);

    /// <summary>y = μ(1 − m)·A − μo·Ao: effect on the level of GDP.</summary>
    /// <param name="spending">A, percent of GDP.</param>
    /// <param name="offsets">Ao, percent of GDP.</param>
    /// <param name="multiplier">μ, GDP per unit of spending at home in its first year.</param>
    /// <param name="importPct">m, part of extra spending that goes abroad, percent.</param>
    /// <param name="taxDrag">μo, GDP lost per unit of taxes or cuts.</param>
    /// <returns>y, percent of GDP.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Level(
        Vector512<double> spending,
        Vector512<double> offsets,
        Vector512<double> multiplier,
        Vector512<double> importPct,
        Vector512<double> taxDrag) =>
        (multiplier * (Vector512<double>.One - (importPct / Vector512.Create(100.0))) * spending) - (taxDrag * offsets);

    /// <summary>
    /// The cumulative multiplier of a lasting rise that is all borrowed: GDP gained over money spent, in the years together.
    /// With an effect that fades it is below that of the first year.
    /// </summary>
    /// <param name="multiplier">μ, first year.</param>
    /// <param name="importPct">m, percent.</param>
    /// <param name="fadePct">Fade, percent a year.</param>
    /// <param name="years">Number of years, at least 1.</param>
    /// <returns>μ(1 − m) × mean over k = 0 … years − 1 of (1 − fade)^k.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Years is below 1.</exception>
    public static double CumulativeMultiplier(double multiplier, double importPct, double fadePct, int years)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(years, 1);
        double sum = 0;
        double stays = 1;
        for (int k = 0; k < years; k++)
        {
            sum += stays;
            stays *= 1 - (fadePct / 100);
        }

        return multiplier * (1 - (importPct / 100)) * sum / years;
    }
}
