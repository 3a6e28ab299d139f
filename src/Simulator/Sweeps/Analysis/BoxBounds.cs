namespace Simulator.Sweeps.Analysis;

/// <summary>The bounds of a box, both ends inside, and which levels of alternatives are inside.</summary>
internal sealed class BoxBounds
{
    private readonly SweepSample _sample;

    /// <summary>The whole space.</summary>
    public BoxBounds(SweepSample sample)
    {
        _sample = sample;
        Low = [.. sample.Factors.Select(f => f.Low)];
        High = [.. sample.Factors.Select(f => f.High)];
        HasLow = new bool[Low.Length];
        HasHigh = new bool[Low.Length];
        IsOut = [.. sample.Factors.Select(f => new bool[f.Levels.Count])];
    }

    public double[] Low { get; }

    public double[] High { get; }

    public bool[] HasLow { get; }

    public bool[] HasHigh { get; }

    /// <summary>[factor][level]: whether a level is taken off.</summary>
    public bool[][] IsOut { get; }

    public IEnumerable<int> Restricted => Enumerable.Range(0, Low.Length).Where(IsRestricted);

    public bool IsRestricted(int factor) => HasLow[factor] || HasHigh[factor] || IsOut[factor].AsSpan().Contains(true);

    public void Take(Cut cut)
    {
        switch (cut.Side)
        {
            case CutSide.Low:
                (Low[cut.Factor], HasLow[cut.Factor]) = (cut.Bound, true);
                break;
            case CutSide.High:
                (High[cut.Factor], HasHigh[cut.Factor]) = (cut.Bound, true);
                break;
            default:
                IsOut[cut.Factor][(int)cut.Bound] = true;
                break;
        }
    }

    /// <summary>Moves a bound out to what a paste gave back; an end at the factor's own end is no restriction any more.</summary>
    public void GiveBack(Cut paste)
    {
        SampleFactor own = _sample.Factors[paste.Factor];
        switch (paste.Side)
        {
            case CutSide.Low:
                (Low[paste.Factor], HasLow[paste.Factor]) = (paste.Bound, paste.Bound > own.Low);
                break;
            case CutSide.High:
                (High[paste.Factor], HasHigh[paste.Factor]) = (paste.Bound, paste.Bound < own.High);
                break;
            default:
                IsOut[paste.Factor][(int)paste.Bound] = false;
                break;
        }
    }

    public void Free(int factor)
    {
        SampleFactor own = _sample.Factors[factor];
        (Low[factor], HasLow[factor], High[factor], HasHigh[factor]) = (own.Low, false, own.High, false);
        Array.Clear(IsOut[factor]);
    }

    public bool Holds(int factor, double value) =>
        IsOut[factor].Length > 0 ? !IsOut[factor][(int)value] : value >= Low[factor] && value <= High[factor];
}

internal enum CutSide
{
    Low,
    High,
    Level,
}

/// <summary>A cut of one factor: which end or level, the first value that stays inside (or the level), and what is taken off or given back.</summary>
internal readonly record struct Cut(int Factor, CutSide Side, double Bound, int Points, int Cases);
