namespace Simulator.Sweeps.Analysis;

/// <summary>
/// A factor cut into slices: one for each alternative or value where there are few, otherwise slices with as nearly the same number of
/// points as equal values, which stay together, allow. Every slice has a point.
/// </summary>
internal sealed class FactorSlices
{
    private FactorSlices(ushort[] ofPoint, int[] sizes)
    {
        OfPoint = ofPoint;
        Sizes = sizes;
    }

    /// <summary>The slice of each point.</summary>
    public ushort[] OfPoint { get; }

    /// <summary>Points in each slice.</summary>
    public int[] Sizes { get; }

    public static FactorSlices Of(SampleOrder order, int factor, int slices)
    {
        ReadOnlySpan<int> points = order.Points(factor);
        ReadOnlySpan<double> values = order.Sample.Factor(factor);
        bool isByValue = order.Sample.Factors[factor].Kind == FactorKind.Categorical || HasFewValues(points, values, slices);
        ushort[] ofPoint = new ushort[points.Length];
        List<int> sizes = [];
        int start = 0;
        for (int i = 0; i < points.Length; i++)
        {
            ofPoint[points[i]] = (ushort)sizes.Count;
            bool isLast = i + 1 == points.Length;
            bool isFull = isByValue || i + 1 >= (long)points.Length * NextCut(start, points.Length, slices) / slices;
            if (isLast || (isFull && values[points[i + 1]] != values[points[i]]))
            {
                sizes.Add(i + 1 - start);
                start = i + 1;
            }
        }

        return new(ofPoint, [.. sizes]);
    }

    // The first of the even cuts that lies beyond the start of a slice.
    private static long NextCut(int start, int points, int slices) => ((long)start * slices / points) + 1;

    private static bool HasFewValues(ReadOnlySpan<int> points, ReadOnlySpan<double> values, int most)
    {
        int distinct = 1;
        for (int i = 1; i < points.Length && distinct <= most; i++)
        {
            distinct += values[points[i]] != values[points[i - 1]] ? 1 : 0;
        }

        return distinct <= most;
    }
}
