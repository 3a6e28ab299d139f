using Simulator.Alliance;

namespace Simulator.Data.Calibration;

/// <summary>
/// Shocks of growth and of the deflator fitted on the years to one of them (model section 8): growth from 2000, deflators from 2005,
/// each less its member's mean by decade, Türkiye apart. One fit for the parameters in use and for those of any origin of a backtest.
/// </summary>
internal sealed class EconomyShockFit
{
    /// <summary>First year of growth.</summary>
    public const int FirstGrowthYear = 2000;

    /// <summary>First year of deflators, where the last year leaves enough of them.</summary>
    public const int FirstDeflatorYear = 2005;

    /// <summary>Türkiye's inflation and growth follow no common factor: it gets numbers of its own and takes no part in what is common.</summary>
    public const string Apart = "TUR";

    private EconomyShockFit(Panel growthDeviations, AutoregressionFit growth, AutoregressionFit deflator)
    {
        GrowthDeviations = growthDeviations;
        Growth = growth;
        Deflator = deflator;
    }

    /// <summary>Growth less each member's mean by decade.</summary>
    public Panel GrowthDeviations { get; }

    /// <summary>Shocks of growth.</summary>
    public AutoregressionFit Growth { get; }

    /// <summary>Shocks of deflator growth.</summary>
    public AutoregressionFit Deflator { get; }

    /// <summary>Whether a member takes part in what is common.</summary>
    /// <param name="roster">The members.</param>
    public static Func<int, bool> IsPooled(Roster roster) => m => roster.Members[m].Iso3 != Apart;

    /// <summary>Fits an outlook's history.</summary>
    /// <param name="roster">The members.</param>
    /// <param name="lastYear">Last year of history; nothing of a later year is asked for.</param>
    /// <param name="growthPct">Growth of real GDP by member and year, percent; not finite where unknown.</param>
    /// <param name="deflatorGrowthPct">Growth of the GDP deflator, likewise.</param>
    /// <returns>The fit; null where a member has fewer than <see cref="AutoregressionFit.FewestYears"/> pairs of years.</returns>
    public static EconomyShockFit? Of(Roster roster, int lastYear, Func<int, int, double> growthPct, Func<int, int, double> deflatorGrowthPct)
    {
        // Ten pairs need eleven years, of which the first only comes before.
        int firstDeflator = Math.Min(FirstDeflatorYear, lastYear - AutoregressionFit.FewestYears);
        Panel growth = new(FirstGrowthYear, lastYear, roster.Count, growthPct);
        Panel deflator = new(firstDeflator, lastYear, roster.Count, deflatorGrowthPct);
        if (growth.FewestPairs() < AutoregressionFit.FewestYears || deflator.FewestPairs() < AutoregressionFit.FewestYears)
        {
            return null;
        }

        Panel deviations = growth.LessDecadeMeans();
        return new EconomyShockFit(
            deviations, AutoregressionFit.Of(deviations, IsPooled(roster)), AutoregressionFit.Of(deflator.LessDecadeMeans(), IsPooled(roster)));
    }

    /// <summary>Growth of the GDP deflator of an outlook on the year before, percent; NaN where it lacks a year.</summary>
    /// <param name="weo">The outlook.</param>
    /// <param name="member">Roster index.</param>
    /// <param name="year">Calendar year.</param>
    public static double DeflatorGrowthPct(WeoSeries weo, int member, int year) =>
        100 * ((weo.Value(WeoIndicator.DeflatorIndex, member, year) / weo.Value(WeoIndicator.DeflatorIndex, member, year - 1)) - 1);
}
