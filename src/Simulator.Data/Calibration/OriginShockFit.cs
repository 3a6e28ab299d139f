using System.Globalization;
using Simulator.Alliance;
using Simulator.Backtesting;
using Simulator.Uncertainty;

namespace Simulator.Data.Calibration;

/// <summary>
/// The shocks that could be known at each origin of a backtest: the fit of growth and deflators on the years to the origin. The start is
/// not revised, because within an edition its figures are final and no earlier edition tells of revisions; plans arrive whole, because
/// the four cases of delivery in use are of 2025. The lag of budgets and the persistence of delivery are the judgements in use: they
/// were made later and are the same at every origin.
/// </summary>
public static class OriginShockFit
{
    /// <summary>Fits every origin.</summary>
    /// <param name="edition">The edition that is cut at each origin; growth of the origin year is known there, as its shares are.</param>
    /// <param name="before">The edition before it, for the origin in real time; null where there is none.</param>
    /// <returns>The parameters by origin, with what is missing said.</returns>
    public static OriginShocks Of(Edition edition, Edition? before)
    {
        Dictionary<int, ShockParameters> within = [];
        List<int> tooShort = [];
        List<string> missing = [];
        for (int origin = edition.FirstYear; origin < edition.FirstEstimateYear - 1; origin++)
        {
            if (Fit(edition.Roster, origin, (m, y) => edition.Weo.Value(WeoIndicator.RealGrowthPct, m, y), (m, y) => EconomyShockFit.DeflatorGrowthPct(edition.Weo, m, y)) is not { } shocks)
            {
                tooShort.Add(origin);
            }
            else if (MacroGaps.Find(EditionAtOrigin.Cut(edition, origin, origin + 1)) is { Count: > 0 } gaps)
            {
                missing.Add(Say($"The model's draws say nothing at the origin {origin}: the edition lacks {gaps[0]}."));
            }
            else
            {
                within.Add(origin, shocks);
            }
        }

        if (tooShort.Count > 0)
        {
            missing.Insert(0, Say($"The model's draws say nothing at the {(tooShort.Count == 1 ? "origin" : "origins")} {string.Join(", ", tooShort)}: {edition.Weo.Title} is at hand from {edition.Weo.FirstYear} on, and shocks are fitted on no fewer than {AutoregressionFit.FewestYears} pairs of years."));
        }

        return new OriginShocks { WithinEdition = within, RealTime = before is null ? null : RealTime(edition, before), Missing = missing };
    }

    /// <summary>
    /// At the base year of the edition before, whose own growth was a forecast: the years before it, as the outlook of the time has them
    /// and, for those before it starts, as the later outlook does.
    /// </summary>
    private static ShockParameters? RealTime(Edition edition, Edition before) => Fit(
        before.Roster,
        before.BaseYear - 1,
        (m, y) => First(before.Weo.Value(WeoIndicator.RealGrowthPct, m, y), edition.Weo.Value(WeoIndicator.RealGrowthPct, m, y)),
        (m, y) => First(EconomyShockFit.DeflatorGrowthPct(before.Weo, m, y), EconomyShockFit.DeflatorGrowthPct(edition.Weo, m, y)));

    private static double First(double first, double second) => double.IsFinite(first) ? first : second;

    private static ShockParameters? Fit(Roster roster, int lastYear, Func<int, int, double> growthPct, Func<int, int, double> deflatorGrowthPct)
    {
        if (EconomyShockFit.Of(roster, lastYear, growthPct, deflatorGrowthPct) is not { } fit)
        {
            return null;
        }

        double[] none = new double[roster.Count];
        return new ShockParameters
        {
            GrowthFactor = Factor(fit.Growth),
            DeflatorFactor = Factor(fit.Deflator),
            GrowthLoading = Rounded(fit.Growth.Loading),
            GrowthSd = Rounded(fit.Growth.Spread),
            DeflatorLoading = Rounded(fit.Deflator.Loading),
            DeflatorSd = Rounded(fit.Deflator.Spread),
            BalanceSd = none,
            RateSd = none,
            DeliveryPct = [.. none.Select(_ => 100.0)],
            StartMean = none,
            StartSd = none,
            GrowthPersistence = UncertaintyTable.Rounded(fit.Growth.Persistence.Value),
            DeflatorPersistence = UncertaintyTable.Rounded(fit.Deflator.Persistence.Value),
            BalancePersistence = 0,
            RatePersistence = 0,
            DeliverySd = 0,
            DeliveryPersistence = UncertaintyFit.DeliveryPersistence,
            BudgetLag = UncertaintyFit.BudgetLag,
        };
    }

    private static double[] Factor(AutoregressionFit fit) =>
        [.. fit.Factor.Where(f => double.IsFinite(f.Value)).OrderBy(f => f.Key).Select(f => UncertaintyTable.Rounded(f.Value))];

    // Rounded as the calibration in use is: the fit runs on a library whose last digits may differ from machine to machine.
    private static double[] Rounded(IReadOnlyList<Estimate> estimates) => [.. estimates.Select(e => UncertaintyTable.Rounded(e.Value))];

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
