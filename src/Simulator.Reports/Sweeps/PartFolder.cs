using Simulator.Sweeps;

namespace Simulator.Reports.Sweeps;

/// <summary>The parts of one sweep that folders hold.</summary>
public sealed class PartFolder
{
    private PartFolder(IReadOnlyList<SweepPart> parts, IReadOnlyList<string> broken, IReadOnlyList<string> others)
    {
        Parts = parts;
        Broken = broken;
        Others = others;
    }

    /// <summary>The sound parts, by first block.</summary>
    public IReadOnlyList<SweepPart> Parts { get; }

    /// <summary>Files that are cut short or changed.</summary>
    public IReadOnlyList<string> Broken { get; }

    /// <summary>Files of another sweep.</summary>
    public IReadOnlyList<string> Others { get; }

    /// <summary>Reads folders.</summary>
    /// <param name="folders">Folders; one that does not exist holds nothing.</param>
    /// <param name="job">The sweep.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static PartFolder Read(IEnumerable<string> folders, SweepJob job)
    {
        List<SweepPart> parts = [];
        List<string> broken = [];
        List<string> others = [];
        foreach (string path in folders.Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*" + PartFile.Ending).Order(StringComparer.Ordinal)))
        {
            switch (PartFile.Read(path, job.Identity, job.Plan.Outcomes, job.Plan.Factors.Count, out SweepPart? part))
            {
                case PartFileState.Sound:
                    parts.Add(part!);
                    break;
                case PartFileState.Broken:
                    broken.Add(path);
                    break;
                default:
                    others.Add(path);
                    break;
            }
        }

        return new PartFolder([.. parts.OrderBy(p => p.FirstBlock).ThenBy(p => p.EndBlock)], broken, others);
    }

    /// <summary>
    /// Parts that follow each other without a gap from one block as far as possible, at most to another. Parts of two divisions of a
    /// sweep may overlap; of two that begin alike the one that leads further is taken.
    /// </summary>
    /// <param name="first">First block.</param>
    /// <param name="end">The block after the last that may be covered.</param>
    /// <param name="reached">The block after the last that is covered.</param>
    public IReadOnlyList<SweepPart> Chain(int first, int end, out int reached)
    {
        // From the far end: how far a chain that begins with a block can lead, and by which part.
        int[] leads = new int[end + 1];
        SweepPart?[] by = new SweepPart?[end + 1];
        leads[end] = end;
        for (int block = end - 1; block >= first; block--)
        {
            leads[block] = block;
            foreach (SweepPart part in Parts.Where(p => p.FirstBlock == block && p.EndBlock > block && p.EndBlock <= end))
            {
                if (leads[part.EndBlock] > leads[block])
                {
                    leads[block] = leads[part.EndBlock];
                    by[block] = part;
                }
            }
        }

        List<SweepPart> chain = [];
        for (reached = first; reached < end && by[reached] is { } part; reached = part.EndBlock)
        {
            chain.Add(part);
        }

        return chain;
    }

    /// <summary>Stretches between two blocks that no part covers, given the parts that are kept.</summary>
    /// <param name="first">First block.</param>
    /// <param name="end">The block after the last.</param>
    /// <param name="kept">Parts that do not overlap, in order; receives those of this folder that fit.</param>
    public IReadOnlyList<(int First, int End)> Missing(int first, int end, out IReadOnlyList<SweepPart> kept)
    {
        List<SweepPart> fitting = [];
        List<(int First, int End)> missing = [];
        int block = first;
        while (block < end)
        {
            IReadOnlyList<SweepPart> chain = Chain(block, end, out int reached);
            fitting.AddRange(chain);
            if (reached < end)
            {
                int next = Parts.Where(p => p.FirstBlock > reached && p.EndBlock > p.FirstBlock && p.EndBlock <= end).Select(p => p.FirstBlock).DefaultIfEmpty(end).Min();
                missing.Add((reached, next));
                reached = next;
            }

            block = reached;
        }

        kept = fitting;
        return missing;
    }
}
