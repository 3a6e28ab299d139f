using Simulator.Projections;

namespace Simulator.Uncertainty;

/// <summary>How many worlds are drawn, from which seed, and what is asked of them.</summary>
public sealed record EnsembleOptions
{
    /// <summary>The largest number of draws: each has a counter of 32 bits, and blocks are of eight.</summary>
    public const long MostDraws = (1L << 32) - 8;

    /// <summary>Number of draws, 1 to <see cref="MostDraws"/>.</summary>
    public required long Draws { get; init; }

    /// <summary>The key of the generator.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Threads that share the draws, at least 1; their number changes no result.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Targets for which allies are counted, percent of GDP, in hundredths.</summary>
    public IReadOnlyList<double> TargetsPct { get; init; } = [2, 3.5, 5];

    /// <summary>The year whose debt is held against that of five years before; the last of the plan unless given.</summary>
    public int? DebtYear { get; init; }

    /// <summary>What is counted; debt only where the plan was compiled with it.</summary>
    public DrawnSeries Series { get; init; } = DrawnSeries.All;

    /// <summary>Keeps shocks for the next plan, where debt is not drawn; null to draw them each time. It changes no number.</summary>
    public ShockStore? Store { get; init; }
}

/// <summary>In which money spending is counted.</summary>
/// <param name="Name">The money and its prices, as printed.</param>
/// <param name="PerConstUsd">Amount for one US dollar at the edition's constant prices, by roster index; any number for members without forces.</param>
public sealed record EnsembleMoney(string Name, IReadOnlyList<double> PerConstUsd)
{
    /// <summary>A money in which real amounts keep their proportions: base-year or price-year prices.</summary>
    /// <param name="projection">A projection of the same edition.</param>
    /// <param name="basis">Money and prices; current prices are refused, since their factor differs by year and draw.</param>
    /// <param name="name">The money and its prices, as printed.</param>
    /// <exception cref="ArgumentException">Prices are current.</exception>
    public static EnsembleMoney Of(Projection projection, MoneyBasis basis, string name)
    {
        if (basis.Prices == PriceBasis.Current)
        {
            throw new ArgumentException("Amounts of an ensemble are told at constant prices.", nameof(basis));
        }

        return new EnsembleMoney(name, [.. projection.Edition.Roster.Members.Select(m => m.HasForces
            ? projection.SpendingM(Unit.Member(m.Index), projection.BaseYear, basis)
                / projection.SpendingConstUsdM(Unit.Member(m.Index), projection.BaseYear)
            : 1.0)]);
    }
}
