using System.Runtime.Intrinsics;
using Simulator.Alliance;

namespace Simulator.Pathways;

/// <summary>What keeps a fastest path from being higher in a year.</summary>
public enum FastestBound
{
    /// <summary>None of the limits: the path lies under all of them, because another rule of the scenario holds it there.</summary>
    None,

    /// <summary>The target is reached.</summary>
    Target,

    /// <summary>The budget: deficit limit, offsets and escape clause.</summary>
    Fiscal,

    /// <summary>The largest rise of the share in one year.</summary>
    Step,

    /// <summary>Absorption: the largest real growth of spending in one year.</summary>
    Absorption,

    /// <summary>The largest rise of the share over five years.</summary>
    SustainedStep,

    /// <summary>The largest real growth of spending over five years.</summary>
    SustainedGrowth,
}

/// <summary>One year of a fastest path with what each limit allowed; shares in percent of real GDP.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="SharePct">The share of the path.</param>
/// <param name="StepPct">Highest share by the largest step.</param>
/// <param name="AbsorptionPct">Highest share by the largest growth.</param>
/// <param name="SustainedStepPct">Highest share by the steps of five years.</param>
/// <param name="SustainedGrowthPct">Highest share by the growth of five years.</param>
/// <param name="FiscalPct">F̃, the highest share that this and every later year's budget carries; infinity without a fiscal limit.</param>
/// <param name="Bound">What binds; where two do, the first of them in the order of <see cref="FastestBound"/>.</param>
public readonly record struct FastestYear(
    int Year,
    double SharePct,
    double StepPct,
    double AbsorptionPct,
    double SustainedStepPct,
    double SustainedGrowthPct,
    double FiscalPct,
    FastestBound Bound);

/// <summary>
/// Says of a path that the year loop has computed which limit held it in each year. It computes no path: it reads the limits
/// around the shares given, with the same arithmetic as the loop.
/// </summary>
public static class FastestPath
{
    // The loop and this reading round alike; a path that went through a file or a money amount may differ in its last digits.
    private const double TolerancePp = 1e-9;

    /// <summary>Reads a path.</summary>
    /// <param name="scenario">The scenario with its limits.</param>
    /// <param name="macro">The unshocked economy on which the path was computed.</param>
    /// <param name="content">What the IMF path holds, through the economy's last year at least.</param>
    /// <param name="member">Roster index.</param>
    /// <param name="targetPct">τ, percent of real GDP.</param>
    /// <param name="sharePct">The path from the base year on, percent of real GDP.</param>
    /// <returns>One entry for each year after the base year.</returns>
    public static FastestYear[] Read(
        Scenario scenario, MacroPath macro, ImfContent content, int member, double targetPct, ReadOnlySpan<double> sharePct)
    {
        FastestLimits limits = FastestLimits.Of(scenario);
        double[] fiscal = FiscalCeiling.ByYear(scenario, content, member);
        FiscalCeiling.LookAhead(fiscal);
        double step5 = FiscalCeiling.Or(scenario.Number(Setting.Step5Pp, member, 0), limits.Step5Pp);
        double growth5 = FiscalCeiling.Or(scenario.Number(Setting.Growth5Pct, member, 0), limits.Growth5Pct);
        var years = new FastestYear[sharePct.Length - 1];
        for (int t = 1; t < sharePct.Length; t++)
        {
            int year = macro.BaseYear + t;
            int k = FastestBounds.BackIndex(t);
            Vector512<double> before = Vector512.Create(sharePct[t - 1]);
            Vector512<double> back = Vector512.Create(sharePct[k]);
            double maxStep = scenario.Find(Setting.MaxStepPp, member, year)?.Number ?? limits.MaxStepPp;
            double maxGrowth = scenario.Find(Setting.MaxGrowthPct, member, year)?.Number ?? limits.MaxGrowthPct;
            var bounds = new FastestYear(
                year,
                sharePct[t],
                FastestBounds.Step(before, Vector512.Create(maxStep)).ToScalar(),
                FastestBounds.Growth(before, Vector512.Create(maxGrowth), GdpRatio(macro, member, t - 1, t)).ToScalar(),
                FastestBounds.Step5(back, Vector512.Create(step5)).ToScalar(),
                FastestBounds.Growth5(back, Vector512.Create(growth5), GdpRatio(macro, member, k, t)).ToScalar(),
                limits.IsFiscal ? fiscal[t] : double.PositiveInfinity,
                FastestBound.None);
            years[t - 1] = bounds with { Bound = Binding(in bounds, targetPct) };
        }

        return years;
    }

    private static Vector512<double> GdpRatio(MacroPath macro, int member, int from, int to) => Vector512.Create(
        macro.GdpConstUsdM[(from * macro.Members) + member] / macro.GdpConstUsdM[(to * macro.Members) + member]);

    /// <summary>The lowest bound, if the path stands at it or above it (a path that stands still rather than fall).</summary>
    private static FastestBound Binding(in FastestYear year, double targetPct)
    {
        if (year.SharePct >= targetPct - TolerancePp)
        {
            return FastestBound.Target;
        }

        ReadOnlySpan<(double Pct, FastestBound Bound)> bounds =
        [
            (year.FiscalPct, FastestBound.Fiscal),
            (year.StepPct, FastestBound.Step),
            (year.AbsorptionPct, FastestBound.Absorption),
            (year.SustainedStepPct, FastestBound.SustainedStep),
            (year.SustainedGrowthPct, FastestBound.SustainedGrowth),
        ];
        (double Pct, FastestBound Bound) lowest = bounds[0];
        foreach ((double Pct, FastestBound Bound) bound in bounds[1..])
        {
            lowest = bound.Pct < lowest.Pct - TolerancePp ? bound : lowest;
        }

        return year.SharePct >= lowest.Pct - TolerancePp ? lowest.Bound : FastestBound.None;
    }
}
