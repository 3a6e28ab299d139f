using Simulator.Sweeps.Analysis;

namespace Simulator.Sweeps;

/// <summary>
/// What is known of a stretch of a sweep's blocks: tallies of every outcome, the sums of every block, and the worlds kept one by one.
/// Stretches that follow each other add up to what one run of all would have found, to the bit.
/// </summary>
public sealed class SweepPart
{
    /// <summary>Makes a part of what was found or read.</summary>
    /// <param name="firstBlock">The first block.</param>
    /// <param name="endBlock">The block after the last.</param>
    /// <param name="tallies">Tallies by outcome.</param>
    /// <param name="sums">Sums by block and outcome; empty for a plain design.</param>
    /// <param name="sampled">Values of the worlds kept one by one, by outcome.</param>
    public SweepPart(
        int firstBlock, int endBlock, IReadOnlyList<OutcomeTally> tallies, IReadOnlyList<JansenSums[]> sums, IReadOnlyList<double[]> sampled)
    {
        FirstBlock = firstBlock;
        EndBlock = endBlock;
        Tallies = tallies;
        Sums = sums;
        Sampled = sampled;
    }

    /// <summary>The first block.</summary>
    public int FirstBlock { get; }

    /// <summary>The block after the last.</summary>
    public int EndBlock { get; }

    /// <summary>Tallies by outcome.</summary>
    public IReadOnlyList<OutcomeTally> Tallies { get; }

    /// <summary>Sums by block and outcome; empty for a plain design.</summary>
    public IReadOnlyList<JansenSums[]> Sums { get; }

    /// <summary>Outcome by outcome, the values of the worlds kept one by one (<see cref="SweepSpace.Sampled"/>) that lie in these blocks.</summary>
    public IReadOnlyList<double[]> Sampled { get; }

    /// <summary>Joins parts into one.</summary>
    /// <param name="outcomes">The outcomes.</param>
    /// <param name="parts">Parts in any order.</param>
    /// <returns>The whole stretch that they cover.</returns>
    /// <exception cref="ArgumentException">There is no part, or they overlap or leave a block out in between.</exception>
    public static SweepPart Join(IReadOnlyList<Outcome> outcomes, IReadOnlyCollection<SweepPart> parts)
    {
        SweepPart[] inOrder = [.. parts.OrderBy(p => p.FirstBlock)];
        for (int i = 1; i < inOrder.Length; i++)
        {
            if (inOrder[i].FirstBlock != inOrder[i - 1].EndBlock)
            {
                throw new ArgumentException($"A part ends before block {inOrder[i - 1].EndBlock}, and the next begins with block {inOrder[i].FirstBlock}.", nameof(parts));
            }
        }

        if (inOrder.Length == 0)
        {
            throw new ArgumentException("There is no part.", nameof(parts));
        }

        OutcomeTally[] tallies = [.. outcomes.Select(o => new OutcomeTally(o))];
        foreach (SweepPart part in inOrder)
        {
            for (int o = 0; o < tallies.Length; o++)
            {
                tallies[o].Add(part.Tallies[o]);
            }
        }

        return new SweepPart(
            inOrder[0].FirstBlock,
            inOrder[^1].EndBlock,
            tallies,
            [.. inOrder.SelectMany(p => p.Sums)],
            [.. outcomes.Select((_, o) => inOrder.SelectMany(p => p.Sampled[o]).ToArray())]);
    }
}
