namespace Simulator.Projections;

/// <summary>A figure under each reference: against the base-year share held, and against what the IMF path already holds (model section 6).</summary>
/// <param name="Hold">Against hold: the upper bound, since the IMF path already holds part of some plans.</param>
/// <param name="ImfPath">Against what the IMF path holds; equal to <paramref name="Hold"/> where the path holds nothing of the rise.</param>
public readonly record struct FiscalRange(double Hold, double ImfPath)
{
    /// <summary>No figure: both are NaN.</summary>
    public static FiscalRange None { get; } = new(double.NaN, double.NaN);

    /// <summary>The lower of the two; NaN where there is none.</summary>
    public double Low => Math.Min(Hold, ImfPath);

    /// <summary>The higher of the two; NaN where there is none.</summary>
    public double High => Math.Max(Hold, ImfPath);

    /// <summary>True when there is a figure.</summary>
    public bool HasValue => !double.IsNaN(Hold);
}
