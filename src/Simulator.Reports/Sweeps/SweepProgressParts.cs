using System.Diagnostics;
using Simulator.Reports.Runs;
using Simulator.Sweeps;

namespace Simulator.Reports.Sweeps;

/// <summary>
/// Works through a stretch of blocks and keeps what is done as part files, so that neither Ctrl-C nor a lost machine loses more than
/// the last two seconds. How the stretch is divided into files depends on the clock and changes no result.
/// </summary>
internal sealed class SweepProgressParts
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    private readonly SweepJob _job;
    private readonly string _folder;
    private readonly bool _alwaysKeeps;
    private readonly List<SweepPart> _parts = [];
    private readonly List<SweepPart> _unsaved = [];
    private bool _hasFolder;

    /// <summary>Prepares the work.</summary>
    /// <param name="job">The sweep.</param>
    /// <param name="folder">Where parts are kept; empty to keep none.</param>
    /// <param name="alwaysKeeps">True where the parts are the result; false where they only insure a long run.</param>
    public SweepProgressParts(SweepJob job, string folder, bool alwaysKeeps)
    {
        _job = job;
        _folder = folder;
        _alwaysKeeps = alwaysKeeps;
    }

    /// <summary>Parts found or made, in no order.</summary>
    public IReadOnlyList<SweepPart> Parts => _parts;

    /// <summary>Blocks that are done.</summary>
    public int BlocksDone => _parts.Sum(p => p.EndBlock - p.FirstBlock);

    /// <summary>True when something of this work stands in the folder.</summary>
    public bool IsKept { get; private set; }

    /// <summary>Takes what the folder holds and computes the rest.</summary>
    /// <param name="first">First block.</param>
    /// <param name="end">The block after the last.</param>
    /// <param name="cancel">Interrupts; what is done by then is kept.</param>
    /// <returns>Why it was not done; null when it was.</returns>
    /// <exception cref="IOException">The disk refuses.</exception>
    public RunFailure? Work(int first, int end, CancellationToken cancel)
    {
        PartFolder found = PartFolder.Read(_folder.Length > 0 ? [_folder] : [], _job);
        if (found.Others.Count > 0)
        {
            return new RunFailure(
                RunFailureKind.WouldOverwrite,
                $"\"{_folder}\" holds parts of another sweep ({Path.GetFileName(found.Others[0])}): its files, options, edition or program version differ.",
                "Choose another folder, or remove these parts.");
        }

        foreach (string broken in found.Broken)
        {
            _job.Request.Say?.Invoke($"{Path.GetFileName(broken)} is damaged and is computed again");
            File.Delete(broken);
        }

        IReadOnlyList<(int First, int End)> missing = found.Missing(first, end, out IReadOnlyList<SweepPart> kept);
        _parts.AddRange(kept);
        IsKept = kept.Count > 0;
        if (kept.Count > 0)
        {
            _job.Request.Say?.Invoke(missing.Count == 0
                ? $"all {end - first} blocks were done before"
                : $"{BlocksDone} of {end - first} blocks were done before");
        }

        long all = missing.Sum(m => _job.Space.FirstPoint(m.End) - _job.Space.FirstPoint(m.First)) * _job.Space.WorldsPerPoint;
        long before = 0;
        Stopwatch clock = Stopwatch.StartNew();
        TimeSpan saved = TimeSpan.Zero;
        int size = 2 * _job.Options.Threads;
        try
        {
            foreach ((int gapFirst, int gapEnd) in missing)
            {
                for (int block = gapFirst; block < gapEnd;)
                {
                    int to = Math.Min(gapEnd, block + size);
                    long done = before;
                    SweepPart part = _job.Run.Run(block, to, worlds => _job.Request.Progress?.Invoke(new(done + worlds, all)), cancel: cancel);
                    before += (_job.Space.FirstPoint(to) - _job.Space.FirstPoint(block)) * _job.Space.WorldsPerPoint;
                    _parts.Add(part);
                    _unsaved.Add(part);
                    block = to;
                    if (clock.Elapsed - saved >= Between)
                    {
                        Save();
                        saved = clock.Elapsed;
                    }

                    size = Next(clock.Elapsed, BlocksDone - kept.Sum(p => p.EndBlock - p.FirstBlock));
                }
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            Save();
            return new RunFailure(
                RunFailureKind.Interrupted,
                IsKept ? $"Interrupted; {BlocksDone} of {end - first} blocks are kept in \"{_folder}\"." : "Interrupted; nothing was written.",
                IsKept ? "The same command goes on from there." : "");
        }

        if (_alwaysKeeps)
        {
            Save();
        }

        return null;
    }

    /// <summary>As many blocks as take about two seconds, and never fewer than keep every thread busy.</summary>
    private int Next(TimeSpan passed, int blocks) =>
        Math.Max(2 * _job.Options.Threads, (int)Math.Min(SweepSpace.MostBlocks, blocks * (Between / (passed + TimeSpan.FromMilliseconds(1)))));

    private void Save()
    {
        if (_folder.Length == 0 || _unsaved.Count == 0)
        {
            return;
        }

        if (!_hasFolder)
        {
            Directory.CreateDirectory(_folder);
            _hasFolder = true;
        }

        // A file holds blocks that follow each other; what lies between them was done before.
        while (_unsaved.Count > 0)
        {
            int together = 1;
            while (together < _unsaved.Count && _unsaved[together].FirstBlock == _unsaved[together - 1].EndBlock)
            {
                together++;
            }

            PartFile.Write(_folder, _job.Identity, SweepPart.Join(_job.Plan.Outcomes, _unsaved[..together]));
            _unsaved.RemoveRange(0, together);
            IsKept = true;
        }
    }
}
