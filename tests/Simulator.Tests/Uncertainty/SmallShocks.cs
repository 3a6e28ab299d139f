using Simulator.Uncertainty;

namespace Simulator.Tests.Uncertainty;

/// <summary>Shocks for the alliance of four: every one on, every member different, histories too short to pick unseen.</summary>
internal static class SmallShocks
{
    public static ShockParameters Parameters { get; } = new()
    {
        GrowthFactor = [0.4, -3.1, 1.2, 0.3, -0.2, -2.4, 2.2],
        DeflatorFactor = [0.1, -0.4, 1.9, 0.8, -0.9],
        GrowthLoading = [1.0, 1.6, 0.7, 1.2],
        GrowthSd = [1.1, 2.0, 0.8, 1.5],
        DeflatorLoading = [1.0, 0.5, 1.4, 2.0],
        DeflatorSd = [0.9, 1.4, 0.6, 1.0],
        BalanceSd = [1.0, 0.8, 1.7, 0.6],
        RateSd = [0.5, 0.4, 0.9, 0.3],
        DeliveryPct = [80, 60, 40, 100],
        StartMean = [-0.04, -0.02, 0.01, 0],
        StartSd = [0.10, 0.06, 0.08, 0],
        GrowthPersistence = 0.3,
        DeflatorPersistence = 0.5,
        BalancePersistence = 0.6,
        RatePersistence = 0.8,
        DeliverySd = 0.35,
        DeliveryPersistence = 0.7,
    };

    public static EnsembleMoney Money { get; } = new("million test money at prices of 2026", [0.9, 1.1, 1.0, 1.0]);

    /// <summary>The same rules with nothing that moves: every standard deviation and loading 0, every plan delivered in full.</summary>
    public static ShockParameters Nothing { get; } = (Parameters with
    {
        GrowthLoading = [0, 0, 0, 0],
        GrowthSd = [0, 0, 0, 0],
        DeflatorLoading = [0, 0, 0, 0],
        DeflatorSd = [0, 0, 0, 0],
        BalanceSd = [0, 0, 0, 0],
        RateSd = [0, 0, 0, 0],
    }).WithoutStart().WithoutDelivery();
}
