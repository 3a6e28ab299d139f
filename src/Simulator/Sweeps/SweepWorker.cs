using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Simulator.Engine;
using Simulator.Lanes;
using Simulator.Uncertainty;

namespace Simulator.Sweeps;

/// <summary>
/// The scratch of one thread of a sweep. Worlds are run in chunks: first the values of all factors, then the worlds of each
/// combination of words eight at a time, then the outcomes in the order of worlds. A chunk allocates nothing.
/// </summary>
internal sealed class SweepWorker
{
    private const int WorldsInChunk = 1024;

    private readonly SweepPlan _sweep;
    private readonly SweepSpace _space;
    private readonly SweepOptions _options;
    private readonly Block?[] _blocks;
    private readonly SweepLanes _lanes;
    private readonly OutcomeScratch _scratch;
    private readonly DrawnShocks _draws;
    private readonly OutcomeTally[] _tallies;
    private readonly int _capacity;
    private readonly double[] _unit;
    private readonly double[] _values;
    private readonly double[] _outcomes;
    private readonly int[] _variantOf;
    private readonly int[] _order;
    private readonly int[] _starts;
    private readonly double[] _drawnSums;

    public SweepWorker(SweepPlan sweep, SweepSpace space, SweepOptions options)
    {
        _sweep = sweep;
        _space = space;
        _options = options;
        PointsInChunk = options.Draws > 0 ? Lane.Count : Math.Max(Lane.Count, WorldsInChunk / space.WorldsPerPoint / Lane.Count * Lane.Count);
        _capacity = PointsInChunk * space.WorldsPerPoint;
        _blocks = new Block?[sweep.Variants.Length];
        _lanes = new SweepLanes(sweep);
        _scratch = new OutcomeScratch(sweep);
        _tallies = [.. sweep.Outcomes.Select(o => new OutcomeTally(o))];
        _unit = new double[space.Design.Dimensions * Lane.Count];
        _values = new double[sweep.Factors.Count * _capacity];
        _outcomes = new double[sweep.Outcomes.Count * _capacity];
        _variantOf = new int[_capacity];
        _order = new int[_capacity];
        _starts = new int[sweep.Variants.Length + 1];
        _drawnSums = new double[sweep.Outcomes.Count];
        if (options.Draws > 0)
        {
            ShockParameters shocks = options.Shocks ?? throw new ArgumentException("Draws need parameters.", nameof(options));
            _draws = DrawnShocks.Of(options.Seed, sweep.Variants[0].Plan, sweep.MovesStart ? shocks.WithoutStart() : shocks);
        }
    }

    /// <summary>Points of a chunk, a multiple of eight.</summary>
    public int PointsInChunk { get; }

    /// <summary>What this thread has counted.</summary>
    public IReadOnlyList<OutcomeTally> Tallies => _tallies;

    /// <summary>Outcome of every world of the last chunk, the worlds of a point after another.</summary>
    public ReadOnlySpan<double> OutcomeOf(int outcome) => _outcomes.AsSpan(outcome * _capacity, _capacity);

    /// <summary>Value of a factor in every world of the last chunk.</summary>
    public ReadOnlySpan<double> ValueOf(int factor) => _values.AsSpan(factor * _capacity, _capacity);

    /// <summary>Runs the worlds of some points.</summary>
    /// <param name="firstPoint">A multiple of eight.</param>
    /// <param name="points">1 to <see cref="PointsInChunk"/>.</param>
    /// <param name="count">True to count the independent worlds, and with draws each draw of them.</param>
    /// <param name="cancel">Ends the work between worlds.</param>
    public void Run(long firstPoint, int points, bool count, CancellationToken cancel)
    {
        for (int p = 0; p < points; p += Lane.Count)
        {
            _space.Fill(firstPoint + p, Math.Min(Lane.Count, points - p), _unit, _values, _capacity, p * _space.WorldsPerPoint);
        }

        RunWorlds(points * _space.WorldsPerPoint, count, cancel);
        if (count && _options.Draws == 0)
        {
            Count(points);
        }
    }

    /// <summary>Runs worlds whose values the caller gives.</summary>
    /// <param name="worlds">Values by world and factor.</param>
    /// <param name="outcomes">Taken in the order of worlds: the outcomes of each.</param>
    public void Run(IReadOnlyList<double[]> worlds, Action<int, Func<int, double>> outcomes)
    {
        for (int first = 0; first < worlds.Count; first += _capacity)
        {
            int live = Math.Min(_capacity, worlds.Count - first);
            for (int w = 0; w < live; w++)
            {
                for (int f = 0; f < _sweep.Factors.Count; f++)
                {
                    _values[(f * _capacity) + w] = worlds[first + w][f];
                }
            }

            RunWorlds(live, count: false, CancellationToken.None);
            for (int w = 0; w < live; w++)
            {
                int world = w;
                outcomes(first + w, o => _outcomes[(o * _capacity) + world]);
            }
        }
    }

    private void RunWorlds(int worlds, bool count, CancellationToken cancel)
    {
        Sort(worlds);
        for (int v = 0; v < _sweep.Variants.Length; v++)
        {
            if (_starts[v] == _starts[v + 1])
            {
                continue;
            }

            Block block = _blocks[v] ??= Prepared(_sweep.Variants[v].Plan);
            if (_options.Draws > 0)
            {
                for (int i = _starts[v]; i < _starts[v + 1]; i++)
                {
                    cancel.ThrowIfCancellationRequested();
                    Draw(v, block, _order[i], count);
                }

                continue;
            }

            cancel.ThrowIfCancellationRequested();
            for (int i = _starts[v]; i < _starts[v + 1]; i += Lane.Count)
            {
                RunEight(v, block, _order.AsSpan(i, Math.Min(Lane.Count, _starts[v + 1] - i)));
            }
        }
    }

    /// <summary>Worlds by variant, each in its order.</summary>
    private void Sort(int worlds)
    {
        Array.Clear(_starts);
        ReadOnlySpan<int> categorical = _sweep.Categorical;
        if (categorical.IsEmpty)
        {
            for (int w = 0; w < worlds; w++)
            {
                _order[w] = w;
            }

            _starts[1] = worlds;
            return;
        }

        for (int w = 0; w < worlds; w++)
        {
            int variant = 0;
            foreach (int f in categorical)
            {
                variant = (variant * _sweep.Factors[f].Words.Count) + (int)_values[(f * _capacity) + w];
            }

            _variantOf[w] = variant;
            _starts[variant + 1]++;
        }

        for (int v = 0; v < _sweep.Variants.Length; v++)
        {
            _starts[v + 1] += _starts[v];
        }

        // Each start moves up to the next variant's while its worlds are placed, and is then moved back.
        for (int w = 0; w < worlds; w++)
        {
            _order[_starts[_variantOf[w]]++] = w;
        }

        for (int v = _sweep.Variants.Length; v > 0; v--)
        {
            _starts[v] = _starts[v - 1];
        }

        _starts[0] = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunEight(int variant, Block block, ReadOnlySpan<int> worlds)
    {
        Span<double> lanes = _lanes.Numbers;
        int factors = _sweep.Factors.Count;

        // Without words to sort by, the worlds lie side by side.
        bool areNeighbours = worlds.Length == Lane.Count && _sweep.Variants.Length == 1;
        for (int f = 0; f < factors; f++)
        {
            if (areNeighbours)
            {
                _values.AsSpan((f * _capacity) + worlds[0], Lane.Count).CopyTo(lanes[(f * Lane.Count)..]);
                continue;
            }

            int column = f * _capacity;
            for (int lane = 0; lane < Lane.Count; lane++)
            {
                // Lanes without a world repeat the last: they cost nothing and nobody reads them.
                lanes[(f * Lane.Count) + lane] = _values[column + worlds[Math.Min(lane, worlds.Length - 1)]];
            }
        }

        _lanes.Live = worlds.Length;
        RunBlock(variant, block, firstDraw: 0);
        ReadOnlySpan<Vector512<double>> read = _scratch.Values;
        for (int o = 0; o < read.Length; o++)
        {
            if (areNeighbours)
            {
                read[o].CopyTo(_outcomes.AsSpan((o * _capacity) + worlds[0]));
                continue;
            }

            for (int lane = 0; lane < worlds.Length; lane++)
            {
                _outcomes[(o * _capacity) + worlds[lane]] = read[o].GetElement(lane);
            }
        }
    }

    /// <summary>One world under all draws: its outcome is their mean, added in the order of draws.</summary>
    private void Draw(int variant, Block block, int world, bool count)
    {
        for (int f = 0; f < _sweep.Factors.Count; f++)
        {
            _lanes.Values[f] = Vector512.Create(_values[(f * _capacity) + world]);
        }

        bool isCounted = count && (!_space.IsSaltelli || world % _space.WorldsPerPoint < 2);
        Array.Clear(_drawnSums);
        for (long draw = 0; draw < _options.Draws; draw += Lane.Count)
        {
            _lanes.Live = (int)Math.Min(Lane.Count, _options.Draws - draw);
            RunBlock(variant, block, draw);
            ReadOnlySpan<Vector512<double>> read = _scratch.Values;
            for (int o = 0; o < read.Length; o++)
            {
                for (int lane = 0; lane < _lanes.Live; lane++)
                {
                    double value = read[o].GetElement(lane);
                    _drawnSums[o] += value;
                    if (isCounted)
                    {
                        _tallies[o].Add(value);
                    }
                }
            }
        }

        for (int o = 0; o < _drawnSums.Length; o++)
        {
            _outcomes[(o * _capacity) + world] = _drawnSums[o] / _options.Draws;
        }
    }

    private void RunBlock(int variant, Block block, long firstDraw)
    {
        SweepVariant swept = _sweep.Variants[variant];
        var worlds = new SweepWorlds(_lanes, swept.Swept);
        var reducer = new OutcomeReducer(_scratch);
        if (_options.Draws > 0)
        {
            if (_sweep.MovesStart)
            {
                var revised = new RevisedDraws(_draws, _lanes);
                YearLoop.Run(swept.Plan, block, firstDraw, ref revised, ref worlds, ref reducer);
            }
            else
            {
                DrawnShocks draws = _draws;
                YearLoop.Run(swept.Plan, block, firstDraw, ref draws, ref worlds, ref reducer);
            }
        }
        else if (_sweep.MovesStart)
        {
            var revision = new RevisedStart(_lanes);
            YearLoop.Run(swept.Plan, block, firstDraw, ref revision, ref worlds, ref reducer);
        }
        else
        {
            YearLoop.Run(swept.Plan, block, firstDraw, ref worlds, ref reducer);
        }
    }

    /// <summary>Columns that no factor moves are filled once.</summary>
    private Block Prepared(Plan plan)
    {
        Block block = new(plan, isDrawn: _options.Draws > 0 || _sweep.MovesStart);
        default(OneWorld).Fill(0, plan, block);
        block.Fiscal.Own(FiscalReference.ImfPath);
        return block;
    }

    private void Count(int points)
    {
        int step = _space.WorldsPerPoint;
        int independent = _space.IsSaltelli ? 2 : 1;
        for (int o = 0; o < _tallies.Length; o++)
        {
            ReadOnlySpan<double> values = OutcomeOf(o);
            for (int p = 0; p < points; p++)
            {
                for (int c = 0; c < independent; c++)
                {
                    _tallies[o].Add(values[(p * step) + c]);
                }
            }
        }
    }
}
