using System.Runtime.Intrinsics;
using Simulator.Lanes;
using Simulator.Sweeps.Designs;

namespace Simulator.Sweeps;

/// <summary>
/// All worlds of a sweep, each a pure function of its number. A plain design has one world for every point. A Saltelli design has for
/// every base point the worlds A, B and, for each factor i, A with the value of i from B: world = point × (factors + 2) + place.
/// </summary>
public sealed class SweepSpace
{
    /// <summary>The largest number of blocks, in which sums are kept and which bootstrap and shards divide by.</summary>
    public const int MostBlocks = 256;

    /// <summary>The largest number of worlds that are kept one by one, for the methods that need points.</summary>
    public const int MostSampled = 200_000;

    private const int FewestPointsInBlock = 16;
    private const uint SampleStream = 0x53414d50;

    /// <summary>Lays a design out.</summary>
    /// <param name="factors">What is moved.</param>
    /// <param name="design">A dimension for each factor; for a Saltelli design two, first all of A, then all of B.</param>
    /// <param name="isSaltelli">True for a Saltelli design.</param>
    /// <param name="seed">Which worlds are kept one by one depends on it.</param>
    /// <exception cref="ArgumentException">The design has another number of dimensions.</exception>
    public SweepSpace(IReadOnlyList<Factor> factors, IDesign design, bool isSaltelli, ulong seed)
    {
        if (design.Dimensions != factors.Count * (isSaltelli ? 2 : 1))
        {
            throw new ArgumentException("The design has another number of dimensions than the factors need.", nameof(design));
        }

        Factors = factors;
        Design = design;
        IsSaltelli = isSaltelli;
        long least = (design.Points + MostBlocks - 1) / MostBlocks;
        PointsInBlock = Math.Max(FewestPointsInBlock, (least + Lane.Count - 1) / Lane.Count * Lane.Count);
        Blocks = (int)((design.Points + PointsInBlock - 1) / PointsInBlock);
        Sampled = Choose(design.Points * (isSaltelli ? 2 : 1), seed);
    }

    /// <summary>What is moved.</summary>
    public IReadOnlyList<Factor> Factors { get; }

    /// <summary>The points.</summary>
    public IDesign Design { get; }

    /// <summary>True for a Saltelli design.</summary>
    public bool IsSaltelli { get; }

    /// <summary>Number of points; of a Saltelli design, of base points.</summary>
    public long Points => Design.Points;

    /// <summary>Number of worlds for one point.</summary>
    public int WorldsPerPoint => IsSaltelli ? Factors.Count + 2 : 1;

    /// <summary>Number of worlds.</summary>
    public long Worlds => Points * WorldsPerPoint;

    /// <summary>Number of worlds that stand for themselves: all of a plain design, A and B of a Saltelli design. Distributions count these.</summary>
    public long Independent => Points * (IsSaltelli ? 2 : 1);

    /// <summary>Number of blocks of points, at most <see cref="MostBlocks"/>, whatever the number of points.</summary>
    public int Blocks { get; }

    /// <summary>Points in every block but the last, a multiple of eight.</summary>
    public long PointsInBlock { get; }

    /// <summary>The independent worlds that are kept one by one, ascending: point, or 2 × point for A and 2 × point + 1 for B.</summary>
    public IReadOnlyList<long> Sampled { get; }

    /// <summary>First point of a block; of the block after the last, the number of points.</summary>
    /// <param name="block">0 to <see cref="Blocks"/>.</param>
    public long FirstPoint(int block) => Math.Min(Points, block * PointsInBlock);

    /// <summary>The values of every factor in the worlds of up to eight points.</summary>
    /// <param name="firstPoint">A multiple of eight.</param>
    /// <param name="points">How many points, 1 to 8.</param>
    /// <param name="unit">Scratch: eight numbers for every dimension of the design.</param>
    /// <param name="values">Values [factor × stride + place], the worlds of one point after another.</param>
    /// <param name="stride">Numbers for one factor.</param>
    /// <param name="place">Where the first world goes.</param>
    internal void Fill(long firstPoint, int points, Span<double> unit, Span<double> values, int stride, int place)
    {
        Design.Fill(firstPoint, unit);
        int factors = Factors.Count;
        for (int f = 0; f < factors; f++)
        {
            FactorRange range = Factors[f].Range;
            Span<double> column = values.Slice((f * stride) + place, points * WorldsPerPoint);
            Vector512<double> first = range.Value(Vector512.Create<double>(unit.Slice(f * Lane.Count, Lane.Count)));
            if (!IsSaltelli)
            {
                for (int p = 0; p < points; p++)
                {
                    column[p] = first[p];
                }

                continue;
            }

            Vector512<double> second = range.Value(Vector512.Create<double>(unit.Slice((factors + f) * Lane.Count, Lane.Count)));
            for (int p = 0; p < points; p++)
            {
                Span<double> worlds = column.Slice(p * WorldsPerPoint, WorldsPerPoint);
                worlds.Fill(first[p]);
                worlds[1] = second[p];
                worlds[2 + f] = second[p];
            }
        }
    }

    private static long[] Choose(long independent, ulong seed)
    {
        long[] chosen = new long[Math.Min(independent, MostSampled)];
        IndexPermutation? order = chosen.Length < independent ? new IndexPermutation(independent, seed, SampleStream) : null;
        for (int i = 0; i < chosen.Length; i++)
        {
            chosen[i] = order is null ? i : order.Forward(i);
        }

        Array.Sort(chosen);
        return chosen;
    }
}
