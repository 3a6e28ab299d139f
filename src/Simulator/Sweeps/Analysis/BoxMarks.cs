namespace Simulator.Sweeps.Analysis;

/// <summary>
/// Where each point stands to a box: inside, kept out by one factor alone, or further out. One pass over the restricted columns tells
/// at once what every restriction keeps out, which is what pasting and quasi-p-values need.
/// </summary>
internal sealed class BoxMarks
{
    private const short Inside = -1;
    private const short Beyond = -2;

    private readonly SampleOrder _order;
    private readonly bool[] _isCase;
    private readonly bool[] _isIncluded;
    private readonly short[] _keptOutBy;
    private readonly int[] _points;
    private readonly int[] _cases;

    public BoxMarks(SampleOrder order, bool[] isCase, bool[] isIncluded, BoxBounds bounds)
    {
        SweepSample sample = order.Sample;
        _order = order;
        _isCase = isCase;
        _isIncluded = isIncluded;
        _keptOutBy = new short[sample.Points];
        _points = new int[sample.Factors.Count];
        _cases = new int[sample.Factors.Count];
        Update(bounds);
    }

    /// <summary>Points inside.</summary>
    public int Points { get; private set; }

    /// <summary>Cases inside.</summary>
    public int Cases { get; private set; }

    /// <summary>Part of the points inside that are cases; 0 for an empty box.</summary>
    public double Density => Points == 0 ? 0 : (double)Cases / Points;

    /// <summary>Points of the box without a factor's restriction.</summary>
    public int PointsWithout(int factor) => Points + _points[factor];

    /// <summary>Density of the box without a factor's restriction.</summary>
    public double DensityWithout(int factor) => PointsWithout(factor) == 0 ? 0 : (double)(Cases + _cases[factor]) / PointsWithout(factor);

    /// <summary>The chance of as many cases among as many points of the box without the factor's restriction.</summary>
    public double QuasiP(int factor) => Tails.BinomialAtLeast(Points, Cases, DensityWithout(factor));

    public bool IsInside(int point) => _keptOutBy[point] == Inside;

    public void Update(BoxBounds bounds)
    {
        for (int p = 0; p < _keptOutBy.Length; p++)
        {
            _keptOutBy[p] = _isIncluded[p] ? Inside : Beyond;
        }

        foreach (int f in bounds.Restricted)
        {
            ReadOnlySpan<double> values = _order.Sample.Factor(f);
            for (int p = 0; p < _keptOutBy.Length; p++)
            {
                if (_keptOutBy[p] != Beyond && !bounds.Holds(f, values[p]))
                {
                    _keptOutBy[p] = _keptOutBy[p] == Inside ? (short)f : Beyond;
                }
            }
        }

        Points = 0;
        Cases = 0;
        Array.Clear(_points);
        Array.Clear(_cases);
        for (int p = 0; p < _keptOutBy.Length; p++)
        {
            int by = _keptOutBy[p];
            int isCase = _isCase[p] ? 1 : 0;
            if (by >= 0)
            {
                _points[by]++;
                _cases[by] += isCase;
            }
            else if (by == Inside)
            {
                Points++;
                Cases += isCase;
            }
        }
    }

    /// <summary>What could be given back to the box: for each cut end the next points outwards, for each level taken off all of it.</summary>
    public List<Cut> Pastes(BoxBounds bounds, double part)
    {
        int usual = Math.Max(1, (int)(part * Points));
        List<Cut> pastes = [];
        foreach (int f in bounds.Restricted)
        {
            if (bounds.HasLow[f])
            {
                pastes.Add(Outwards(f, CutSide.Low, bounds.Low[f], usual));
            }

            if (bounds.HasHigh[f])
            {
                pastes.Add(Outwards(f, CutSide.High, bounds.High[f], usual));
            }

            for (int level = 0; level < bounds.IsOut[f].Length; level++)
            {
                if (bounds.IsOut[f][level])
                {
                    pastes.Add(OfLevel(f, level));
                }
            }
        }

        return pastes;
    }

    private Cut OfLevel(int factor, int level)
    {
        ReadOnlySpan<double> values = _order.Sample.Factor(factor);
        int points = 0;
        int cases = 0;
        for (int p = 0; p < _keptOutBy.Length; p++)
        {
            if (_keptOutBy[p] == factor && values[p] == level)
            {
                points++;
                cases += _isCase[p] ? 1 : 0;
            }
        }

        return new(factor, CutSide.Level, level, points, cases);
    }

    private Cut Outwards(int factor, CutSide side, double bound, int usual)
    {
        ReadOnlySpan<double> values = _order.Sample.Factor(factor);
        ReadOnlySpan<int> points = _order.Points(factor);
        int taken = 0;
        int cases = 0;
        double value = bound;
        int step = side == CutSide.Low ? -1 : 1;
        for (int i = FirstOutside(points, values, side, bound); i >= 0 && i < points.Length; i += step)
        {
            int p = points[i];
            if (_keptOutBy[p] != factor)
            {
                continue;
            }

            if (taken >= usual && values[p] != value)
            {
                break;
            }

            value = values[p];
            taken++;
            cases += _isCase[p] ? 1 : 0;
        }

        // Beyond the outermost point of the sample nothing tells a bound from the end of the factor's range.
        SampleFactor own = _order.Sample.Factors[factor];
        bool isOutermost = value == values[side == CutSide.Low ? points[0] : points[^1]];
        return new(factor, side, !isOutermost ? value : side == CutSide.Low ? own.Low : own.High, taken, cases);
    }

    /// <summary>The place next to a bound on its outer side, by halving.</summary>
    private static int FirstOutside(ReadOnlySpan<int> points, ReadOnlySpan<double> values, CutSide side, double bound)
    {
        int from = 0;
        int to = points.Length;
        while (from < to)
        {
            int middle = from + ((to - from) / 2);
            double value = values[points[middle]];
            if (value < bound || (side == CutSide.High && value == bound))
            {
                from = middle + 1;
            }
            else
            {
                to = middle;
            }
        }

        return side == CutSide.Low ? from - 1 : from;
    }
}
