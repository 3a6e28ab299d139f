using System.Runtime.CompilerServices;

namespace Simulator.Sweeps.Analysis;

/// <summary>
/// An outcome's distribution function, read after each of up to 2,048 runs of points that are equally long in ascending order as far
/// as equal values, which stay together, allow. One pass counts slices against runs and one over the counts gives the distances of all
/// slices; reading every value instead costs five times as much and can add no more than the part of the points in one run.
/// </summary>
internal sealed class OutcomeSteps
{
    private const int MostRuns = 2048;

    private readonly int[] _points;
    private readonly ushort[] _run;
    private int[] _counts = [];

    public OutcomeSteps(ReadOnlySpan<double> outcome)
    {
        _points = SampleOrder.Of(outcome);
        _run = new ushort[_points.Length];
        int runs = 0;
        for (int i = 1; i < _points.Length; i++)
        {
            bool isFull = (long)i * MostRuns >= (long)(runs + 1) * _points.Length;
            runs += isFull && outcome[_points[i]] != outcome[_points[i - 1]] ? 1 : 0;
            _run[i] = (ushort)runs;
        }

        Runs = runs + 1;
        IsConstant = outcome[_points[0]] == outcome[_points[^1]];
    }

    public bool IsConstant { get; }

    private int Runs { get; }

    /// <summary>The slice of each point in the order of the outcome.</summary>
    public ushort[] InOrder(ushort[] ofPoint) => Array.ConvertAll(_points, p => ofPoint[p]);

    /// <summary>The distance of each slice's distribution from that of all points; 0 for a slice that no draw hit.</summary>
    /// <param name="slice">The slice of each point in the order of the outcome.</param>
    /// <param name="slices">Number of slices.</param>
    /// <param name="times">How often each point counts, in the same order.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double[] Distances(ushort[] slice, int slices, byte[] times)
    {
        int[] counts = Count(slice, slices, times);
        double[] each = new double[slices];
        double all = 0;
        for (int s = 0; s < slices; s++)
        {
            int size = 0;
            for (int at = s; at < counts.Length; at += slices)
            {
                size += counts[at];
            }

            each[s] = size > 0 ? 1.0 / size : 0;
            all += size;
        }

        double[] distances = new double[slices];
        int[] reached = new int[slices];
        long reachedOfAll = 0;
        for (int first = 0; first < counts.Length; first += slices)
        {
            for (int s = 0; s < slices; s++)
            {
                reached[s] += counts[first + s];
                reachedOfAll += counts[first + s];
            }

            double part = reachedOfAll / all;
            for (int s = 0; s < slices; s++)
            {
                double distance = Math.Abs((reached[s] * each[s]) - part);
                distances[s] = each[s] > 0 && distance > distances[s] ? distance : distances[s];
            }
        }

        return distances;
    }

    /// <summary>[run × slices + slice].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int[] Count(ushort[] slice, int slices, byte[] times)
    {
        if (_counts.Length != Runs * slices)
        {
            _counts = new int[Runs * slices];
        }

        Array.Clear(_counts);
        ReadOnlySpan<ushort> run = _run.AsSpan(0, slice.Length);
        for (int i = 0; i < slice.Length; i++)
        {
            _counts[(run[i] * slices) + slice[i]] += times[i];
        }

        return _counts;
    }
}
