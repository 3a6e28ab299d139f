using Simulator.Alliance;
using Simulator.Pathways;

namespace Simulator.Engine;

/// <summary>
/// One world of one scenario as the year loop leaves it: columns of numbers, year-major
/// [t × members + member], t = 0 in the base year. Everything else (money, groups, the line) is read out of it.
/// </summary>
public sealed class World
{
    /// <summary>The scenario.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>The unshocked economy on which the paths were computed.</summary>
    public required MacroPath Macro { get; init; }

    /// <summary>Core spending, percent of real GDP of this world; 0 for Iceland.</summary>
    public required double[] SharePct { get; init; }

    /// <summary>Core spending as planned, before delay, delivery, backfill and caps, percent of unshocked real GDP.</summary>
    public required double[] PlannedSharePct { get; init; }

    /// <summary>Related spending, percent of GDP; NaN for members without a related path.</summary>
    public required double[] RelatedSharePct { get; init; }

    /// <summary>Real GDP of this world, million US dollars at the edition's constant prices.</summary>
    public required double[] GdpConstUsdM { get; init; }

    /// <summary>Price level of this world over that of the unshocked economy; exactly 1 without an inflation shock.</summary>
    public required double[] PriceFactor { get; init; }

    /// <summary>Real core spending, million US dollars at the edition's constant prices: share × GDP / 100.</summary>
    public required double[] SpendingConstUsdM { get; init; }

    /// <summary>Debt and balance under each financing and reference (model section 6); empty when the fiscal step was not run.</summary>
    public IReadOnlyList<FiscalWorld> Fiscal { get; init; } = [];

    /// <summary>The part of others' fall that each member takes over, million US dollars at constant prices, [t × members + member]; empty without backfill.</summary>
    public double[] BackfillConstUsdM { get; init; } = [];

    /// <summary>The part of the fall asked to be taken over that nobody could, million US dollars at constant prices, by year [t]; empty without backfill.</summary>
    public double[] UncoveredConstUsdM { get; init; } = [];
}
