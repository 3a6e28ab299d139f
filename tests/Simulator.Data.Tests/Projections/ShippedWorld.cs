using Simulator.Alliance;
using Simulator.Data.Tests.Editions;
using Simulator.Engine;
using Simulator.Pathways;
using Simulator.Projections;

namespace Simulator.Data.Tests.Projections;

/// <summary>Worlds on shipped editions, made here without the year loop: straight lines only.</summary>
internal static class ShippedWorld
{
    public static Projection Hold(string editionId, int lastYear) => Make(editionId, lastYear, 0, 2035);

    /// <summary>At least a share by a year, in a straight line from the base year, for every member.</summary>
    public static Projection AtLeast(string editionId, int lastYear, double targetPct, int by) => Make(editionId, lastYear, targetPct, by);

    private static Projection Make(string editionId, int lastYear, double targetPct, int by)
    {
        Edition edition = Shipped.Edition(editionId);
        MacroPath macro = MacroPathBuilder.Build(edition, lastYear);
        int members = macro.Members;
        int cells = macro.Years * members;
        double[] share = new double[cells];
        double[] spending = new double[cells];
        double[] related = new double[cells];
        double[] prices = new double[cells];
        Array.Fill(related, double.NaN);
        Array.Fill(prices, 1.0);
        foreach (int m in edition.Roster.WithForces)
        {
            double start = 100 * edition.Nato.Value(NatoIndicator.UsdConstantM, m, edition.BaseYear)
                / edition.Nato.Value(NatoIndicator.GdpUsdConstantM, m, edition.BaseYear);
            for (int t = 0; t < macro.Years; t++)
            {
                double u = Math.Min(1.0, (double)t / (by - edition.BaseYear));
                share[(t * members) + m] = start >= targetPct ? start : u == 1 ? targetPct : start + ((targetPct - start) * u);
            }
        }

        for (int i = 0; i < cells; i++)
        {
            spending[i] = share[i] * (macro.GdpConstUsdM[i] / 100);
        }

        return new Projection(new World
        {
            Scenario = new Scenario { Id = "test", Title = "Test", Paths = [], Settings = [], Notes = [], NotComputed = [] },
            Macro = macro,
            SharePct = share,
            PlannedSharePct = share,
            RelatedSharePct = related,
            GdpConstUsdM = macro.GdpConstUsdM,
            PriceFactor = prices,
            SpendingConstUsdM = spending,
        });
    }
}
