using Simulator.Alliance;
using Simulator.Data.Calibration;
using Simulator.Reports.Ranges;
using Simulator.Uncertainty;

namespace Simulator.Reports.Tests;

/// <summary>Draws of scenarios on <see cref="TinyAlliance"/>.</summary>
internal static class TinyDraws
{
    /// <summary>Uncertainty in which everything moves; of a planned rise half arrives.</summary>
    public static UncertaintyParameters Uncertainty { get; } = Of(1);

    /// <summary>The same file of parameters with nothing that moves.</summary>
    public static UncertaintyParameters Nothing { get; } = Of(0);

    public static RunOptions ToHorizon { get; } = new() { Draws = new DrawOptions { Draws = 100 } };

    public static RunOptions Options(long draws = 400) => new() { Years = [2030], To = 2032, Draws = new DrawOptions { Draws = draws, Seed = 5 } };

    public static RunResults Results(RunOptions options, UncertaintyParameters uncertainty, params Simulator.Pathways.Scenario[] scenarios) =>
        Results(options, uncertainty, DrawnSeries.All, scenarios);

    public static RunResults Results(RunOptions options, UncertaintyParameters uncertainty, DrawnSeries series, params Simulator.Pathways.Scenario[] scenarios)
    {
        RunResults results = TinyRun.Results(options, scenarios);
        return results.With(ScenarioRange.Draw(results.Projections, uncertainty, options.Draws!, options.Horizon, null, CancellationToken.None, series), uncertainty);
    }

    private static UncertaintyParameters Of(double size)
    {
        double[] All(double value) => [.. Enumerable.Repeat(size * value, TinyAlliance.Roster.Count)];
        ShockParameters shocks = new()
        {
            GrowthFactor = [1, -4, 2, 0.5],
            DeflatorFactor = [0.5, -0.5, 1, 2],
            GrowthLoading = All(1),
            GrowthSd = All(1.2),
            DeflatorLoading = All(1),
            DeflatorSd = All(0.8),
            BalanceSd = All(1),
            RateSd = All(0.5),
            DeliveryPct = [.. Enumerable.Repeat(100.0, TinyAlliance.Roster.Count)],
            StartMean = All(-0.04),
            StartSd = All(0.1),
            GrowthPersistence = 0.2,
            DeflatorPersistence = 0.3,
            BalancePersistence = 0.4,
            RatePersistence = 0.5,
            DeliverySd = size * 0.4,
            DeliveryPersistence = 0.8,
        };
        UncertaintyRow Row(string name, double value, int year = 0, string basis = "fitted") => new(name, "", year, value, double.NaN, 0, "", basis, "");
        return new UncertaintyParameters(
            shocks,
            new Dictionary<PlanNature, double> { [PlanNature.Law] = 50, [PlanNature.Plan] = 50, [PlanNature.Announcement] = 50 },
            [
                Row("delivery_law", 0.5, basis: UncertaintyTable.Judgement), Row("delivery_plan", 0.5, basis: UncertaintyTable.Judgement), Row("delivery_announcement", 0.5, basis: UncertaintyTable.Judgement),
                .. Enumerable.Range(2021, 4).Select(y => Row("growth_factor", 1, y)), .. Enumerable.Range(2022, 3).Select(y => Row("deflator_factor", 1, y)),
            ]);
    }
}
