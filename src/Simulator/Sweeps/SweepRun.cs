using Simulator.Sweeps.Analysis;
using Simulator.Sweeps.Designs;

namespace Simulator.Sweeps;

/// <summary>Runs the worlds of a sweep. Every block is a pure function of plan, space and options; threads change nothing.</summary>
public sealed class SweepRun
{
    private readonly SweepPlan _sweep;
    private readonly SweepSpace _space;
    private readonly SweepOptions _options;
    private readonly double[] _pilots;

    /// <summary>Prepares a run.</summary>
    /// <param name="sweep">The plan.</param>
    /// <param name="space">All worlds.</param>
    /// <param name="options">Draws, seed, threads.</param>
    /// <exception cref="ArgumentException">The space was made for other factors, or options are out of range.</exception>
    public SweepRun(SweepPlan sweep, SweepSpace space, SweepOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Draws, nameof(options));
        if (!ReferenceEquals(sweep.Factors, space.Factors))
        {
            throw new ArgumentException("The space was made for other factors.", nameof(space));
        }

        _sweep = sweep;
        _space = space;
        _options = options;

        // Sums of squares are taken about the first world, so that nothing cancels; it is the same for every part.
        SweepWorker worker = new(sweep, space, options);
        worker.Run(0, 1, count: false, CancellationToken.None);
        _pilots = [.. sweep.Outcomes.Select((_, o) => worker.OutcomeOf(o)[0])];
    }

    /// <summary>All worlds.</summary>
    public SweepSpace Space => _space;

    /// <summary>Runs worlds that the caller names.</summary>
    /// <param name="sweep">The plan.</param>
    /// <param name="options">Draws and seed; one thread does the work.</param>
    /// <param name="worlds">Values by world and factor; of a categorical factor, the index of its word.</param>
    /// <returns>Outcomes by world and outcome.</returns>
    public static double[][] Of(SweepPlan sweep, SweepOptions options, IReadOnlyList<double[]> worlds)
    {
        SweepSpace space = new(sweep.Factors, new OnePoint(sweep.Factors.Count), isSaltelli: false, options.Seed);
        double[][] came = [.. worlds.Select(_ => new double[sweep.Outcomes.Count])];
        new SweepWorker(sweep, space, options).Run(worlds, (world, outcomeOf) =>
        {
            for (int o = 0; o < sweep.Outcomes.Count; o++)
            {
                came[world][o] = outcomeOf(o);
            }
        });
        return came;
    }

    /// <summary>Runs a stretch of blocks.</summary>
    /// <param name="firstBlock">The first block.</param>
    /// <param name="endBlock">The block after the last, above <paramref name="firstBlock"/>.</param>
    /// <param name="ran">Told the number of worlds done so far, from any thread and not always in order.</param>
    /// <param name="row">Told every world as it is done, from the thread that ran it, the worlds of a block in order; null where nobody keeps them all.</param>
    /// <param name="cancel">Interrupts between chunks.</param>
    /// <returns>What is known of the stretch.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are no such blocks.</exception>
    /// <exception cref="OperationCanceledException">The user interrupted.</exception>
    public SweepPart Run(int firstBlock, int endBlock, Action<long>? ran = null, SweptWorlds? row = null, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstBlock);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(endBlock, firstBlock);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(endBlock, _space.Blocks);
        int firstSampled = SampledBefore(firstBlock);
        double[][] sampled = [.. _sweep.Outcomes.Select(_ => new double[SampledBefore(endBlock) - firstSampled])];
        JansenSums[][] sums = new JansenSums[_space.IsSaltelli ? endBlock - firstBlock : 0][];
        SweepWorker[] workers = new SweepWorker[Math.Min(_options.Threads, endBlock - firstBlock)];
        int next = firstBlock - 1;
        long done = 0;
        void Work(int i)
        {
            SweepWorker worker = new(_sweep, _space, _options);
            workers[i] = worker;
            for (int block = Interlocked.Increment(ref next); block < endBlock; block = Interlocked.Increment(ref next))
            {
                JansenSums[]? blockSums = _space.IsSaltelli ? [.. _pilots.Select(p => new JansenSums(_sweep.Factors.Count, p))] : null;
                for (long point = _space.FirstPoint(block); point < _space.FirstPoint(block + 1); point += worker.PointsInChunk)
                {
                    int points = (int)Math.Min(worker.PointsInChunk, _space.FirstPoint(block + 1) - point);
                    cancel.ThrowIfCancellationRequested();
                    worker.Run(point, points, count: true, cancel);
                    Add(worker, points, blockSums);
                    Keep(worker, point, points, sampled, firstSampled);
                    row?.Invoke(block, point * _space.WorldsPerPoint, points * _space.WorldsPerPoint, worker.ValueOf, worker.OutcomeOf);
                    long worlds = Interlocked.Add(ref done, points * _space.WorldsPerPoint);
                    ran?.Invoke(worlds);
                }

                if (blockSums is not null)
                {
                    sums[block - firstBlock] = blockSums;
                }
            }
        }

        if (workers.Length == 1)
        {
            Work(0);
        }
        else
        {
            try
            {
                // Threads of their own: a pool may be busy, and one that waits holds up nobody's block.
                Task.WaitAll([.. Enumerable.Range(0, workers.Length).Select(i =>
                    Task.Factory.StartNew(() => Work(i), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))], CancellationToken.None);
            }
            catch (AggregateException failure)
            {
                cancel.ThrowIfCancellationRequested();
                throw failure.InnerExceptions[0];
            }
        }

        OutcomeTally[] tallies = [.. _sweep.Outcomes.Select(o => new OutcomeTally(o))];
        foreach (SweepWorker worker in workers)
        {
            for (int o = 0; o < tallies.Length; o++)
            {
                tallies[o].Add(worker.Tallies[o]);
            }
        }

        return new SweepPart(firstBlock, endBlock, tallies, sums, sampled);
    }

    /// <summary>The worlds kept one by one, as the methods that need points take them: values of factors, then outcomes.</summary>
    /// <param name="whole">The whole sweep.</param>
    /// <returns>Values by factor, in the order of <see cref="SweepSpace.Sampled"/>.</returns>
    public IReadOnlyList<double[]> SampledValues(SweepPart whole)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(whole.EndBlock - whole.FirstBlock, _space.Blocks, nameof(whole));
        double[][] values = [.. _sweep.Factors.Select(_ => new double[_space.Sampled.Count])];
        double[] unit = new double[_space.Design.Dimensions * Lanes.Lane.Count];
        int stride = Lanes.Lane.Count * _space.WorldsPerPoint;
        double[] eight = new double[_sweep.Factors.Count * stride];
        long filled = -1;
        int perPoint = _space.IsSaltelli ? 2 : 1;
        for (int i = 0; i < _space.Sampled.Count; i++)
        {
            long point = _space.Sampled[i] / perPoint;
            long first = point / Lanes.Lane.Count * Lanes.Lane.Count;
            if (first != filled)
            {
                _space.Fill(first, (int)Math.Min(Lanes.Lane.Count, _space.Points - first), unit, eight, stride, 0);
                filled = first;
            }

            int place = ((int)(point - first) * _space.WorldsPerPoint) + (int)(_space.Sampled[i] % perPoint);
            for (int f = 0; f < values.Length; f++)
            {
                values[f][i] = eight[(f * stride) + place];
            }
        }

        return values;
    }

    /// <summary>How many of the worlds kept one by one lie in the blocks before one.</summary>
    private int SampledBefore(int block) => PlaceOf(_space.FirstPoint(block) * (_space.IsSaltelli ? 2 : 1));

    private int PlaceOf(long independent)
    {
        int low = 0;
        int high = _space.Sampled.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _space.Sampled[middle] < independent ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void Add(SweepWorker worker, int points, JansenSums[]? sums)
    {
        for (int o = 0; sums is not null && o < sums.Length; o++)
        {
            ReadOnlySpan<double> outcome = worker.OutcomeOf(o);
            for (int p = 0; p < points; p++)
            {
                ReadOnlySpan<double> worlds = outcome.Slice(p * _space.WorldsPerPoint, _space.WorldsPerPoint);
                sums[o].Add(worlds[0], worlds[1], worlds[2..]);
            }
        }
    }

    private void Keep(SweepWorker worker, long firstPoint, int points, double[][] sampled, int firstSampled)
    {
        int perPoint = _space.IsSaltelli ? 2 : 1;
        int end = PlaceOf((firstPoint + points) * perPoint);
        for (int i = PlaceOf(firstPoint * perPoint); i < end; i++)
        {
            long place = ((_space.Sampled[i] / perPoint) - firstPoint) * _space.WorldsPerPoint + (_space.Sampled[i] % perPoint);
            for (int o = 0; o < sampled.Length; o++)
            {
                sampled[o][i - firstSampled] = worker.OutcomeOf(o)[(int)place];
            }
        }
    }

    /// <summary>A design for worlds whose values the caller gives: nobody asks for its point.</summary>
    private sealed class OnePoint(int dimensions) : IDesign
    {
        public int Dimensions => dimensions;

        public long Points => 1;

        public void Fill(long firstPoint, Span<double> u) => throw new InvalidOperationException("The values of these worlds are given.");
    }
}

/// <summary>Sees the worlds of a chunk.</summary>
/// <param name="block">The block that they belong to.</param>
/// <param name="firstWorld">Number of the first.</param>
/// <param name="worlds">How many.</param>
/// <param name="valueOf">Values of a factor, one for each world.</param>
/// <param name="outcomeOf">Values of an outcome, one for each world.</param>
public delegate void SweptWorlds(int block, long firstWorld, int worlds, Func<int, ReadOnlySpan<double>> valueOf, Func<int, ReadOnlySpan<double>> outcomeOf);
