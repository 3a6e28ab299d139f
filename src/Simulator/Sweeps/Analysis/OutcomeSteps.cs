using System.Runtime.CompilerServices;

namespace Simulator.Sweeps.Analysis;

/// <summary>
/// An outcome's distribution function as steps: the points in ascending order and where equal values end. The distances of all slices
/// of a factor come from one walk along them, because a slice's distance can only grow at a point of its own: just before and just
/// after the slice's own function jumps.
/// </summary>
internal sealed class OutcomeSteps
{
    private readonly int[] _points;
    private readonly int[] _ends;

    public OutcomeSteps(ReadOnlySpan<double> outcome)
    {
        _points = SampleOrder.Of(outcome);
        List<int> ends = [];
        for (int i = 1; i <= _points.Length; i++)
        {
            if (i == _points.Length || outcome[_points[i]] != outcome[_points[i - 1]])
            {
                ends.Add(i);
            }
        }

        _ends = [.. ends];
    }

    public bool IsConstant => _ends.Length == 1;

    /// <summary>The slice of each point in the order of the outcome.</summary>
    public ushort[] Arranged(ushort[] ofPoint) => Array.ConvertAll(_points, p => ofPoint[p]);

    /// <summary>The distance of each slice from the whole sample.</summary>
    /// <param name="slice">The slice of each point in the order of the outcome.</param>
    /// <param name="slices">Number of slices.</param>
    public double[] Distances(ushort[] slice, int slices) => Distances(slice, slices, new Once());

    /// <summary>The same where each point counts so many times, in the order of the outcome; slices that come out empty have distance 0.</summary>
    public double[] Distances(ushort[] slice, int slices, byte[] times) => Distances(slice, slices, new Times(times));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double[] Distances<TCount>(ushort[] slice, int slices, TCount count)
        where TCount : struct, ICount
    {
        double[] distances = new double[slices];
        double[] reached = new double[slices];
        double[] each = new double[slices];
        double all = 0;
        for (int i = 0; i < slice.Length; i++)
        {
            int n = count.Of(i);
            each[slice[i]] += n;
            all += n;
        }

        // A point moves its slice by 1 ÷ size and the whole by 1 ÷ points.
        for (int s = 0; s < slices; s++)
        {
            each[s] = each[s] > 0 ? 1 / each[s] : 0;
        }

        double ofAll = 1 / all;
        double before = 0;
        int start = 0;
        foreach (int end in _ends)
        {
            double after = before;
            for (int i = start; i < end; i++)
            {
                int n = count.Of(i);
                if (n > 0)
                {
                    int s = slice[i];
                    distances[s] = Larger(distances[s], Math.Abs(reached[s] * each[s] - before * ofAll));
                    after += n;
                }
            }

            for (int i = start; i < end; i++)
            {
                reached[slice[i]] += count.Of(i);
            }

            for (int i = start; i < end; i++)
            {
                if (count.Of(i) > 0)
                {
                    int s = slice[i];
                    distances[s] = Larger(distances[s], Math.Abs(reached[s] * each[s] - after * ofAll));
                }
            }

            before = after;
            start = end;
        }

        return distances;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Larger(double left, double right) => left > right ? left : right;

    private interface ICount
    {
        int Of(int place);
    }

    private readonly struct Once : ICount
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int Of(int place) => 1;
    }

    private readonly struct Times(byte[] times) : ICount
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int Of(int place) => times[place];
    }
}
