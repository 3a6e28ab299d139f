namespace Simulator.Sweeps.Analysis;

/// <summary>
/// Patient peeling (Friedman and Fisher 1999): from the whole space on, again and again the end of a factor of numbers or the level of
/// a factor of alternatives is taken off that raises the density most for each point it costs (the criterion that Kwakkel and
/// Jaxa-Rozen 2016 propose for factors whose peels differ in size). A peel that costs fewer points than the usual part counts as if it
/// cost that part, so that a rare level cannot win by its size.
/// </summary>
/// <remarks>
/// Points are ordered once for all runs. A run keeps each factor's points in that order and walks in from both ends; points that are
/// out are skipped, and the lists are packed whenever half of them are, so a peel costs a few hundredths of the box, not all of it.
/// </remarks>
internal sealed class Peeling
{
    private const byte Out = 0;
    private const byte Other = 1;
    private const byte Case = 2;

    private readonly SampleOrder _order;
    private readonly bool[] _isCase;
    private readonly int[] _ofNumbers;
    private readonly int[] _ofLevels;
    private readonly int[][] _points;
    private readonly int[] _first;
    private readonly int[] _last;
    private readonly int[][] _levelPoints;
    private readonly int[][] _levelCases;
    private readonly ushort[][] _level;
    private readonly byte[] _state;
    private int _count;
    private int _cases;

    public Peeling(SampleOrder order, bool[] isCase)
    {
        SweepSample sample = order.Sample;
        int[] factors = [.. Enumerable.Range(0, sample.Factors.Count)];
        _order = order;
        _isCase = isCase;
        _ofNumbers = [.. factors.Where(f => sample.Factors[f].Kind != FactorKind.Categorical)];
        _ofLevels = [.. factors.Where(f => sample.Factors[f].Kind == FactorKind.Categorical)];
        _points = [.. factors.Select(_ => new int[sample.Points])];
        _first = new int[factors.Length];
        _last = new int[factors.Length];
        _levelPoints = [.. sample.Factors.Select(f => new int[f.Levels.Count])];
        _levelCases = [.. sample.Factors.Select(f => new int[f.Levels.Count])];
        _level = [.. factors.Select(f => sample.Factors[f].Kind == FactorKind.Categorical ? Levels(sample.Factor(f)) : [])];
        _state = new byte[sample.Points];
    }

    /// <summary>Peels the points that are included until no peel leaves a box of the smallest size, or every point is a case.</summary>
    /// <param name="isIncluded">For each point whether it is looked at.</param>
    /// <param name="options">Sizes of peels and boxes.</param>
    /// <param name="cuts">The cuts in order: the n-th leads to step n of the trajectory.</param>
    /// <returns>The trajectory; its first step is the whole space.</returns>
    public List<PrimStep> Run(bool[] isIncluded, PrimOptions options, out List<Cut> cuts)
    {
        Begin(isIncluded);
        int points = _count;
        int cases = _cases;
        int least = Math.Max(1, (int)Math.Ceiling(options.LeastSupport * points));
        BoxBounds bounds = new(_order.Sample);
        cuts = [];
        List<PrimStep> steps = [];
        int packed = _count;
        int factor = -1;
        while (true)
        {
            steps.Add(new(factor, _count, _cases, Part(_count, points), Part(_cases, cases), Part(_cases, _count), bounds.Restricted.Count()));
            if (_cases == _count || !TryBest(least, options.PeelPart, out Cut best))
            {
                return steps;
            }

            Remove(best);
            bounds.Take(best);
            cuts.Add(best);
            factor = best.Factor;
            if (_count < packed / 2)
            {
                Pack();
                packed = _count;
            }
        }
    }

    private static ushort[] Levels(ReadOnlySpan<double> values)
    {
        ushort[] levels = new ushort[values.Length];
        for (int p = 0; p < values.Length; p++)
        {
            levels[p] = (ushort)values[p];
        }

        return levels;
    }

    private static double Part(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private void Begin(bool[] isIncluded)
    {
        _count = 0;
        _cases = 0;
        for (int p = 0; p < _state.Length; p++)
        {
            _state[p] = !isIncluded[p] ? Out : _isCase[p] ? Case : Other;
            _count += isIncluded[p] ? 1 : 0;
            _cases += _state[p] >> 1;
        }

        foreach (int f in _ofNumbers)
        {
            Pack(_order.Points(f), f);
        }

        foreach (int f in _ofLevels)
        {
            Pack(_order.Points(f), f);
            Array.Clear(_levelPoints[f]);
            Array.Clear(_levelCases[f]);
            for (int p = 0; p < _state.Length; p++)
            {
                _levelPoints[f][_level[f][p]] += IsIn(_state[p]);
                _levelCases[f][_level[f][p]] += _state[p] >> 1;
            }
        }
    }

    private void Pack()
    {
        for (int f = 0; f < _points.Length; f++)
        {
            Pack(_points[f].AsSpan(_first[f], _last[f] - _first[f] + 1), f);
        }
    }

    private void Pack(ReadOnlySpan<int> from, int factor)
    {
        int[] to = _points[factor];
        int kept = 0;

        // Written first and kept or not by a sum: which points are out follows no pattern that a processor could guess.
        foreach (int p in from)
        {
            to[kept] = p;
            kept += IsIn(_state[p]);
        }

        (_first[factor], _last[factor]) = (0, kept - 1);
    }

    private bool TryBest(int least, double part, out Cut best)
    {
        best = default;
        double bestGain = double.NegativeInfinity;
        int usual = Math.Max(1, (int)(part * _count));
        foreach (int f in _ofNumbers)
        {
            Consider(FromEnd(f, CutSide.Low, usual), least, usual, ref best, ref bestGain);
            Consider(FromEnd(f, CutSide.High, usual), least, usual, ref best, ref bestGain);
        }

        foreach (int f in _ofLevels)
        {
            for (int level = 0; level < _levelPoints[f].Length; level++)
            {
                if (_levelPoints[f][level] > 0)
                {
                    Cut cut = new(f, CutSide.Level, level, _levelPoints[f][level], _levelCases[f][level]);
                    Consider(cut, least, usual, ref best, ref bestGain);
                }
            }
        }

        return bestGain > double.NegativeInfinity;
    }

    private void Consider(Cut cut, int least, int usual, ref Cut best, ref double bestGain)
    {
        int left = _count - cut.Points;
        if (left < least)
        {
            return;
        }

        double gain = ((double)(_cases - cut.Cases) / left) - ((double)_cases / _count);
        gain /= Math.Max(cut.Points, usual);
        if (gain > bestGain)
        {
            (best, bestGain) = (cut, gain);
        }
    }

    /// <summary>The usual number of points from an end inwards, and those with the same value as the last of them.</summary>
    private Cut FromEnd(int factor, CutSide side, int usual)
    {
        ReadOnlySpan<double> values = _order.Sample.Factor(factor);
        int[] points = _points[factor];
        int step = side == CutSide.Low ? 1 : -1;
        int end = side == CutSide.Low ? _last[factor] + 1 : _first[factor] - 1;
        int at = side == CutSide.Low ? _first[factor] : _last[factor];
        int taken = 0;
        int cases = 0;
        for (; taken < usual; at += step)
        {
            byte state = _state[points[at]];
            taken += IsIn(state);
            cases += state >> 1;
        }

        double value = values[points[at - step]];
        for (; at != end; at += step)
        {
            int p = points[at];
            byte state = _state[p];
            if (state != Out && values[p] != value)
            {
                return new(factor, side, values[p], taken, cases);
            }

            taken += IsIn(state);
            cases += state >> 1;
        }

        return new(factor, side, value, taken, cases);
    }

    // 0 for out, 1 for a case as for others.
    private static int IsIn(byte state) => (state + 1) >> 1;

    private void Remove(Cut cut)
    {
        int[] points = _points[cut.Factor];
        if (cut.Side == CutSide.Level)
        {
            ReadOnlySpan<double> values = _order.Sample.Factor(cut.Factor);
            for (int i = _first[cut.Factor]; i <= _last[cut.Factor]; i++)
            {
                if (_state[points[i]] != Out && values[points[i]] == cut.Bound)
                {
                    Remove(points[i]);
                }
            }

            return;
        }

        int left = cut.Points;
        if (cut.Side == CutSide.Low)
        {
            for (; left > 0; _first[cut.Factor]++)
            {
                left -= Remove(points[_first[cut.Factor]]);
            }

            return;
        }

        for (; left > 0; _last[cut.Factor]--)
        {
            left -= Remove(points[_last[cut.Factor]]);
        }
    }

    private int Remove(int point)
    {
        byte state = _state[point];
        if (state == Out)
        {
            return 0;
        }

        _state[point] = Out;
        _count--;
        _cases -= state >> 1;
        foreach (int f in _ofLevels)
        {
            int level = _level[f][point];
            _levelPoints[f][level]--;
            _levelCases[f][level] -= state >> 1;
        }

        return 1;
    }
}
