using Simulator.Uncertainty;

namespace Simulator.Backtesting;

/// <summary>
/// How far chance was known to move things at each origin: growth and deflators refitted on the years to the origin, plans that arrive
/// whole, a start that is not revised. Handed in from where files are read and fits are made.
/// </summary>
public sealed record OriginShocks
{
    /// <summary>No shocks at any origin: rules that draw have nothing to say.</summary>
    public static OriginShocks None { get; } = new() { WithinEdition = new Dictionary<int, ShockParameters>() };

    /// <summary>Parameters by origin within the edition; an origin without any is not there.</summary>
    public required IReadOnlyDictionary<int, ShockParameters> WithinEdition { get; init; }

    /// <summary>Parameters at the base year of the edition before; null where there are none.</summary>
    public ShockParameters? RealTime { get; init; }

    /// <summary>Why there are none at an origin, one sentence for each reason; empty where there are some at every origin.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The parameters at an origin; null where there are none.</summary>
    /// <param name="basis">When the figures were published.</param>
    /// <param name="origin">Last year known.</param>
    public ShockParameters? At(ForecastBasis basis, int origin) =>
        basis == ForecastBasis.RealTime ? RealTime : WithinEdition.GetValueOrDefault(origin);
}
