namespace Simulator.Sweeps.Analysis;

/// <summary>
/// A sample with its points in the order of each factor. Ordering is the dearest part of every method that reads a sample, so it is
/// done once and handed to all of them. Points with the same value stand in point order, so the order is the same on every machine.
/// </summary>
public sealed class SampleOrder
{
    private readonly int[][] _orders;

    /// <summary>Orders a sample by each factor.</summary>
    /// <param name="sample">The sample.</param>
    public SampleOrder(SweepSample sample)
    {
        Sample = sample;
        _orders = [.. Enumerable.Range(0, sample.Factors.Count).Select(f => Of(sample.Factor(f)))];
    }

    /// <summary>The sample.</summary>
    public SweepSample Sample { get; }

    /// <summary>The points in ascending order of a factor.</summary>
    /// <param name="factor">Index of the factor.</param>
    public ReadOnlySpan<int> Points(int factor) => _orders[factor];

    /// <summary>The indices of a column in ascending order of its values, those of equal values ascending.</summary>
    internal static int[] Of(ReadOnlySpan<double> column)
    {
        double[] keys = column.ToArray();
        int[] points = new int[keys.Length];
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = i;
        }

        // The library's sort may leave equal values in any order.
        Array.Sort(keys, points);
        for (int start = 0; start < keys.Length;)
        {
            int end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
            {
                end++;
            }

            Array.Sort(points, start, end - start);
            start = end;
        }

        return points;
    }
}
