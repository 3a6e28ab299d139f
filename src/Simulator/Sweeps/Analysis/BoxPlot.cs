using Simulator.Feasibility;

namespace Simulator.Sweeps.Analysis;

/// <summary>
/// The numbers of a box plot (Tukey 1977), in the unit of the sample: quartiles by straight line between the two nearest values
/// (Hyndman and Fan's type 7, as everywhere in this program), whiskers to the outermost values that lie within one and a half box
/// lengths of the box, and how many lie beyond.
/// </summary>
/// <param name="Count">Values.</param>
/// <param name="Lowest">Lowest value.</param>
/// <param name="LowWhisker">Lowest value within reach of the box.</param>
/// <param name="LowerQuartile">25th percentile.</param>
/// <param name="Median">50th percentile.</param>
/// <param name="UpperQuartile">75th percentile.</param>
/// <param name="HighWhisker">Highest value within reach of the box.</param>
/// <param name="Highest">Highest value.</param>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="Below">Values below the low whisker.</param>
/// <param name="Above">Values above the high whisker.</param>
public sealed record BoxPlot(
    int Count,
    double Lowest,
    double LowWhisker,
    double LowerQuartile,
    double Median,
    double UpperQuartile,
    double HighWhisker,
    double Highest,
    double Mean,
    int Below,
    int Above)
{
    private const double ReachInBoxes = 1.5;

    /// <summary>The box plot of a sample.</summary>
    /// <param name="values">The sample in any order, finite.</param>
    /// <exception cref="ArgumentException">The sample is empty or has a value that is NaN or infinite.</exception>
    public static BoxPlot Of(ReadOnlySpan<double> values)
    {
        double[] ordered = values.ToArray();
        Array.Sort(ordered);

        // In ascending order, NaN first: only the ends can be out of bounds.
        if (ordered.Length == 0 || !double.IsFinite(ordered[0]) || !double.IsFinite(ordered[^1]))
        {
            throw new ArgumentException("A box plot needs values, all of them finite.", nameof(values));
        }

        double lower = Percentiles.QuantileOfOrdered(ordered, 25);
        double upper = Percentiles.QuantileOfOrdered(ordered, 75);
        double reach = ReachInBoxes * (upper - lower);
        int below = ordered.TakeWhile(v => v < lower - reach).Count();
        int above = ordered.Reverse().TakeWhile(v => v > upper + reach).Count();
        double sum = 0;
        foreach (double value in ordered)
        {
            sum += value;
        }

        return new(
            ordered.Length,
            ordered[0],
            ordered[below],
            lower,
            Percentiles.QuantileOfOrdered(ordered, 50),
            upper,
            ordered[^(above + 1)],
            ordered[^1],
            sum / ordered.Length,
            below,
            above);
    }

    /// <summary>Several quantiles of one sample, ordered once: type 7, as <see cref="Percentiles"/> has it.</summary>
    /// <param name="values">The sample in any order, finite.</param>
    /// <param name="percentiles">Each from 0 to 100.</param>
    /// <returns>One quantile for each percentile, in the unit of the sample.</returns>
    /// <exception cref="ArgumentException">The sample is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A percentile is outside 0 to 100.</exception>
    public static double[] Quantiles(ReadOnlySpan<double> values, IReadOnlyList<double> percentiles)
    {
        double[] ordered = values.ToArray();
        Array.Sort(ordered);
        return [.. percentiles.Select(p => Percentiles.QuantileOfOrdered(ordered, p))];
    }
}
