using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Pathways;
using Simulator.Uncertainty;

namespace Simulator.Data.Calibration;

/// <summary>The spread of government debt that the fitted shocks imply where nobody spends more on defence.</summary>
internal static class ImpliedDebt
{
    // Enough for a standard deviation to one percent of itself.
    private const int Draws = 8_000;

    /// <summary>Draws debt with every member's share held.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="shocks">The fitted shocks.</param>
    /// <param name="counts">Members that are counted, where their debt is known.</param>
    /// <returns>Root of the members' mean variance, points of GDP, 1 year after the base year and up to <see cref="ForecastErrors.Horizons"/>.</returns>
    public static double[] SpreadsPp(Edition edition, ShockParameters shocks, IReadOnlyList<int> counts)
    {
        Scenario held = new() { Id = "held", Title = "Shares held", Paths = [], Settings = [], Notes = [], NotComputed = [] };
        MacroPath macro = MacroPathBuilder.Build(edition, edition.BaseYear + ForecastErrors.Horizons);
        Ensemble ensemble = Ensemble.Run(
            Plan.Compile(held, macro, withFiscal: true),
            shocks,
            new EnsembleOptions { Draws = Draws, Seed = 1, Threads = Environment.ProcessorCount },
            new EnsembleMoney("constant US dollars", [.. edition.Roster.Members.Select(_ => 1.0)]));
        int[] drawn = [.. counts.Where(ensemble.InDebt.Contains)];
        return
        [
            .. Enumerable.Range(1, ForecastErrors.Horizons)
                .Select(horizon => drawn.Select(m => ensemble.DebtPct(m, edition.BaseYear + horizon).Sd))
                .Select(spreads => Math.Sqrt(spreads.Average(sd => sd * sd))),
        ];
    }
}
