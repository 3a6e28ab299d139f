using System.Globalization;
using Simulator.Lanes;

namespace Simulator.Sweeps.Designs;

/// <summary>
/// Every combination of the levels of all factors, the last factor changing fastest. A level is the middle of its part of [0, 1):
/// (level + ½) / levels, so that <see cref="LevelsRange"/> and <see cref="ChoiceRange"/> of as many values give each its turn.
/// </summary>
public sealed class GridDesign : IDesign
{
    private readonly int[] _levels;

    /// <summary>Prepares a grid.</summary>
    /// <param name="levels">Number of levels of each factor, at least 1 each.</param>
    /// <exception cref="ArgumentException">There is no factor, a factor without a level, or there are more than 2^63 − 1 points.</exception>
    public GridDesign(IReadOnlyList<int> levels)
    {
        if (levels.Count == 0)
        {
            throw new ArgumentException("A grid has at least one factor.", nameof(levels));
        }

        _levels = [.. levels];
        UInt128 points = 1;
        for (int d = 0; d < _levels.Length; d++)
        {
            if (_levels[d] < 1)
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"Factor {d + 1} of a grid has {_levels[d]} levels; at least one is needed."), nameof(levels));
            }

            points *= (uint)_levels[d];
            if (points > long.MaxValue)
            {
                throw new ArgumentException("A grid of these levels has more than 2^63 − 1 points.", nameof(levels));
            }
        }

        Points = (long)points;
    }

    /// <summary>Number of levels of each factor.</summary>
    public IReadOnlyList<int> Levels => _levels;

    /// <inheritdoc/>
    public int Dimensions => _levels.Length;

    /// <inheritdoc/>
    public long Points { get; }

    /// <inheritdoc/>
    public void Fill(long firstPoint, Span<double> u)
    {
        int live = EightPoints.Live(firstPoint, Points, Dimensions, u);
        for (int lane = 0; lane < live; lane++)
        {
            ulong rest = (ulong)(firstPoint + lane);
            for (int d = _levels.Length - 1; d >= 0; d--)
            {
                (rest, ulong level) = Math.DivRem(rest, (ulong)_levels[d]);
                u[(d * Lane.Count) + lane] = (level + 0.5) / _levels[d];
            }
        }

        EightPoints.RepeatLast(u, live);
    }
}
