namespace Simulator.Sweeps.Designs;

/// <summary>
/// Points in the unit cube [0, 1), where a sweep looks. A point is a pure function of the settings of the design and its own number:
/// any point can be asked for in any order, by any thread or shard, with the same bits on every machine, and nothing is kept of it.
/// </summary>
public interface IDesign
{
    /// <summary>Coordinates of a point, at least 1.</summary>
    int Dimensions { get; }

    /// <summary>Number of points, at least 1.</summary>
    long Points { get; }

    /// <summary>Fills eight consecutive points; allocates nothing.</summary>
    /// <param name="firstPoint">Number of the first, from 0: a multiple of 8 below <see cref="Points"/>.</param>
    /// <param name="u">
    /// Eight numbers for each dimension, u[d·8 + lane] being coordinate d of point firstPoint + lane. Lanes beyond the last point
    /// repeat the last point.
    /// </param>
    /// <exception cref="ArgumentException">There is no such group of points, or the buffer has another length.</exception>
    void Fill(long firstPoint, Span<double> u);
}
