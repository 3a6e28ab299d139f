using Simulator.Feasibility;

namespace Simulator.Backtesting;

/// <summary>A weighted interval score and its three parts, in the unit of what is forecast; less is better.</summary>
/// <param name="Spread">What the width of the intervals costs.</param>
/// <param name="Over">What is lost because too much was said.</param>
/// <param name="Under">What is lost because too little was said.</param>
public readonly record struct IntervalScore(double Spread, double Over, double Under)
{
    /// <summary>The score.</summary>
    public double Total => Spread + Over + Under;
}

/// <summary>Scores of a forecast that is a sample, each with its closed form.</summary>
public static class Scoring
{
    /// <summary>Percentiles that are scored and published: the median and three intervals around it.</summary>
    public static IReadOnlyList<double> Percents { get; } = [5, 10, 25, 50, 75, 90, 95];

    /// <summary>
    /// Weighted interval score (Bracher, Ray, Gneiting and Reich 2021) of the median and the intervals that <see cref="Percents"/> make:
    /// (½·|y − m| + Σ α/2·[u − l + 2/α·(l − y)₊ + 2/α·(y − u)₊]) ÷ (K + ½).
    /// </summary>
    /// <param name="quantiles">One value for each of the percents, ascending.</param>
    /// <param name="came">What came.</param>
    /// <exception cref="ArgumentException">There is another number of values.</exception>
    public static IntervalScore Interval(IReadOnlyList<double> quantiles, double came)
    {
        if (quantiles.Count != Percents.Count)
        {
            throw new ArgumentException($"{quantiles.Count} quantiles for {Percents.Count} percents.", nameof(quantiles));
        }

        int intervals = Percents.Count / 2;
        double median = quantiles[intervals];
        double spread = 0;
        double over = Math.Max(0, median - came) / 2;
        double under = Math.Max(0, came - median) / 2;
        for (int k = 0; k < intervals; k++)
        {
            double low = quantiles[k];
            double high = quantiles[^(k + 1)];
            // Percents[k] is α/2 in percent, and α/2 times 2/α is one.
            spread += Percents[k] / 100 * (high - low);
            over += Math.Max(0, low - came);
            under += Math.Max(0, came - high);
        }

        double weight = intervals + 0.5;
        return new(spread / weight, over / weight, under / weight);
    }

    /// <summary>Continuous ranked probability score of a sample: mean |x − y| less half of mean |x − x′| (Gneiting and Raftery 2007).</summary>
    /// <param name="ordered">The sample, ascending, at least one value.</param>
    /// <param name="came">What came.</param>
    /// <exception cref="ArgumentException">The sample is empty.</exception>
    public static double Crps(IReadOnlyList<double> ordered, double came)
    {
        if (ordered.Count == 0)
        {
            throw new ArgumentException("An empty sample has no score.", nameof(ordered));
        }

        double distance = 0;
        double pairs = 0;
        double count = ordered.Count;
        for (int i = 0; i < ordered.Count; i++)
        {
            distance += Math.Abs(ordered[i] - came);
            // Over all ordered pairs, x(i) is the larger of i and the smaller of n − 1 − i, each counted twice.
            pairs += 2 * ((2 * i) - count + 1) * ordered[i];
        }

        return (distance / count) - (pairs / (2 * count * count));
    }

    /// <summary>The quantiles of a sample at <see cref="Percents"/>.</summary>
    /// <param name="ordered">The sample, ascending, at least one value.</param>
    public static IReadOnlyList<double> Quantiles(IReadOnlyList<double> ordered) => [.. Percents.Select(p => Percentiles.QuantileOfOrdered(ordered, p))];
}
