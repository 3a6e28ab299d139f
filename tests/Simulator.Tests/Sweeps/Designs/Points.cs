using Simulator.Sweeps.Designs;

namespace Simulator.Tests.Sweeps.Designs;

/// <summary>All points of small designs and what there is to measure in them.</summary>
internal static class Points
{
    /// <summary>Coordinates by point, then dimension.</summary>
    public static double[][] Of(IDesign design) => [.. Enumerable.Range(0, (int)((design.Points + 7) / 8)).SelectMany(b => Eight(design, 8L * b))];

    /// <summary>Up to eight points from one on.</summary>
    public static double[][] Eight(IDesign design, long first)
    {
        double[] u = new double[8 * design.Dimensions];
        design.Fill(first, u);
        return
        [
            .. Enumerable.Range(0, (int)Math.Min(8, design.Points - first))
                .Select(lane => Enumerable.Range(0, design.Dimensions).Select(d => u[(8 * d) + lane]).ToArray()),
        ];
    }

    /// <summary>Square of the L2-star discrepancy (Warnock 1972).</summary>
    public static double SquareDiscrepancy(double[][] points)
    {
        int n = points.Length;
        int s = points[0].Length;
        double single = points.Sum(x => x.Aggregate(1.0, (product, u) => product * (1 - (u * u)) / 2));
        double pairs = points.Sum(x => points.Sum(y =>
        {
            double product = 1;
            for (int d = 0; d < s; d++)
            {
                product *= 1 - Math.Max(x[d], y[d]);
            }

            return product;
        }));
        return Math.Pow(3, -s) - (2.0 / n * single) + (pairs / n / n);
    }

    /// <summary>What random points have on average.</summary>
    public static double SquareDiscrepancyOfRandom(int n, int dimensions) => (Math.Pow(2, -dimensions) - Math.Pow(3, -dimensions)) / n;

    /// <summary>Whether each of n equal strata of a dimension holds one of n points.</summary>
    public static bool IsStratified(IEnumerable<double> coordinates)
    {
        double[] sorted = [.. coordinates.Order()];
        return sorted.Select((u, k) => Math.Floor(u * sorted.Length) == k).All(isIn => isIn);
    }

    /// <summary>Sum of (found − expected)²/expected over the cells of a table of pairs.</summary>
    public static double ChiSquare(IEnumerable<(int First, int Second)> pairs, int side)
    {
        int[] found = new int[side * side];
        int n = 0;
        foreach ((int first, int second) in pairs)
        {
            found[(first * side) + second]++;
            n++;
        }

        double expected = (double)n / found.Length;
        return found.Sum(f => (f - expected) * (f - expected) / expected);
    }
}
