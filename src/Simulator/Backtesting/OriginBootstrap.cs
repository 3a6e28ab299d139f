using Simulator.Feasibility;

namespace Simulator.Backtesting;

/// <summary>
/// How far a mean over few origins could have come out otherwise: origin years are drawn with replacement, all forecasts of a year
/// together, because those of one year share its events. The draws are fixed, so that the same record gives the same interval.
/// </summary>
public static class OriginBootstrap
{
    /// <summary>How many times origins are drawn.</summary>
    public const int Draws = 2000;

    /// <summary>Fewest origins for which an interval is told.</summary>
    public const int FewestOrigins = 3;

    /// <summary>The middle nine tenths of a number that is made from sums over origins.</summary>
    /// <param name="origins">For each origin what is added up, all of the same length.</param>
    /// <param name="number">Makes the number from the sums.</param>
    /// <returns>The 5th and the 95th percentile; NaN with fewer than <see cref="FewestOrigins"/> origins.</returns>
    public static (double Low, double High) Interval(IReadOnlyList<double[]> origins, Func<double[], double> number)
    {
        if (origins.Count < FewestOrigins)
        {
            return (double.NaN, double.NaN);
        }

        ulong state = 0;
        double[] drawn = new double[Draws];
        for (int i = 0; i < Draws; i++)
        {
            double[] sums = new double[origins[0].Length];
            for (int k = 0; k < origins.Count; k++)
            {
                double[] origin = origins[(int)(Next(ref state) % (uint)origins.Count)];
                for (int j = 0; j < sums.Length; j++)
                {
                    sums[j] += origin[j];
                }
            }

            drawn[i] = number(sums);
        }

        return (Percentiles.Quantile(drawn, 5), Percentiles.Quantile(drawn, 95));
    }

    // SplitMix64 (Steele, Lea and Flood 2014), its upper half.
    private static uint Next(ref ulong state)
    {
        unchecked
        {
            state += 0x9e3779b97f4a7c15;
            ulong word = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9;
            word = (word ^ (word >> 27)) * 0x94d049bb133111eb;
            return (uint)((word ^ (word >> 31)) >> 32);
        }
    }
}
