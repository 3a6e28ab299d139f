namespace Simulator.Feasibility;

/// <summary>Quantiles and ranks of a sample, by one rule for every table that names a percentile.</summary>
public static class Percentiles
{
    /// <summary>The quantile at a percentile: a straight line between the two nearest of the ordered values (Hyndman and Fan's type 7).</summary>
    /// <param name="values">The sample in any order, finite.</param>
    /// <param name="percentile">0 to 100.</param>
    /// <returns>The quantile in the unit of the sample.</returns>
    /// <exception cref="ArgumentException">The sample is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The percentile is outside 0 to 100.</exception>
    public static double Quantile(IReadOnlyList<double> values, double percentile) => QuantileOfOrdered([.. values.Order()], percentile);

    /// <summary>The same of a sample that is in order already.</summary>
    /// <param name="ordered">The sample, ascending, finite.</param>
    /// <param name="percentile">0 to 100.</param>
    /// <returns>The quantile in the unit of the sample.</returns>
    /// <exception cref="ArgumentException">The sample is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The percentile is outside 0 to 100.</exception>
    public static double QuantileOfOrdered(IReadOnlyList<double> ordered, double percentile)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percentile);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percentile, 100);
        if (ordered.Count == 0)
        {
            throw new ArgumentException("An empty sample has no quantile.", nameof(ordered));
        }

        double place = (ordered.Count - 1) * percentile / 100;
        int below = (int)place;
        double above = ordered[Math.Min(below + 1, ordered.Count - 1)];
        return ordered[below] + ((place - below) * (above - ordered[below]));
    }

    /// <summary>The part of a sample that is at or below a value, percent.</summary>
    /// <param name="values">The sample in any order, finite.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The sample is empty.</exception>
    public static double RankPct(IReadOnlyList<double> values, double value) => values.Count == 0
        ? throw new ArgumentException("An empty sample ranks nothing.", nameof(values))
        : 100.0 * values.Count(v => v <= value) / values.Count;
}
