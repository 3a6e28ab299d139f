using Simulator.Lanes;

namespace Simulator.Sweeps.Designs;

/// <summary>What all designs do alike with a group of eight points.</summary>
internal static class EightPoints
{
    /// <summary>How many of the eight lanes from <paramref name="firstPoint"/> on are points of the design.</summary>
    /// <exception cref="ArgumentException">There is no such group of points, or the buffer has another length.</exception>
    public static int Live(long firstPoint, long points, int dimensions, Span<double> u)
    {
        if ((ulong)firstPoint >= (ulong)points || firstPoint % Lane.Count != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(firstPoint), firstPoint, "A group of points starts at a multiple of 8 below the number of points.");
        }

        if (u.Length != dimensions * Lane.Count)
        {
            throw new ArgumentException("The buffer holds eight numbers for each dimension.", nameof(u));
        }

        return (int)Math.Min(Lane.Count, points - firstPoint);
    }

    /// <summary>Copies the last point into the lanes behind it.</summary>
    /// <param name="u">Eight numbers for each dimension.</param>
    /// <param name="live">Lanes that are points, at least 1.</param>
    public static void RepeatLast(Span<double> u, int live)
    {
        for (int i = 0; live < Lane.Count && i < u.Length; i += Lane.Count)
        {
            u.Slice(i + live, Lane.Count - live).Fill(u[i + live - 1]);
        }
    }
}
