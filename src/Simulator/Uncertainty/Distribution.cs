namespace Simulator.Uncertainty;

/// <summary>How one figure of one year falls out over the draws. Mean and spread come from whole sums, quantiles from bins.</summary>
public sealed class Distribution
{
    private readonly Bins _bins;
    private readonly ReadOnlyMemory<uint> _counts;
    private readonly Int128 _sum;
    private readonly Int128 _squareSum;

    internal Distribution(Bins bins, ReadOnlyMemory<uint> counts, long draws, Int128 sum, Int128 squareSum)
    {
        _bins = bins;
        _counts = counts;
        _sum = sum;
        _squareSum = squareSum;
        Draws = draws;
    }

    /// <summary>The quantiles that every output shows, as parts of 1.</summary>
    public static IReadOnlyList<double> ShownQuantiles { get; } = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95];

    /// <summary>Number of draws.</summary>
    public long Draws { get; }

    /// <summary>Mean, in the unit of the figure.</summary>
    public double Mean => (double)_sum / Draws / _bins.Scale;

    /// <summary>Standard deviation (divisor n − 1); exactly 0 where all draws are equal, NaN for one draw.</summary>
    public double Sd
    {
        get
        {
            // n Σx² − (Σx)² of whole numbers is exact: below 2^117 for 2^32 draws of numbers below 2^26.
            Int128 spread = ((Int128)Draws * _squareSum) - (_sum * _sum);
            return Draws < 2 ? double.NaN : Math.Sqrt((double)spread / Draws / (Draws - 1)) / _bins.Scale;
        }
    }

    /// <summary>Draws in the first or the last bin, which also hold what lies outside: more than a few mean that quantiles and mean are bounds.</summary>
    public long AtTheEdges => (_bins.IsLinear ? 0 : (long)_counts.Span[0]) + _counts.Span[^1];

    /// <summary>The bins that hold a draw: the value that each stands for and its number of draws, ascending.</summary>
    public IEnumerable<(double Value, long Draws)> Occupied =>
        _counts.ToArray().Select((count, bin) => (Value: _bins.Value(bin), Draws: (long)count)).Where(b => b.Draws > 0);

    /// <summary>The smallest value that at least a part of the draws do not pass, to the width of a bin.</summary>
    /// <param name="part">Above 0, at most 1.</param>
    /// <returns>Shares to 0.01 points; money and debt to 0.2 percent of the value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The part is out of range.</exception>
    public double Quantile(double part)
    {
        if (!(part > 0 && part <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(part), part, "A quantile belongs to a part above 0 and at most 1.");
        }

        double needed = part * Draws;
        long below = 0;
        int bin = -1;
        ReadOnlySpan<uint> counts = _counts.Span;
        while (below < needed)
        {
            below += counts[++bin];
        }

        return _bins.Value(bin);
    }

    /// <summary>Share of draws at or above a share of GDP, both rounded half up to hundredths, as allies are counted.</summary>
    /// <param name="targetPct">Percent of GDP.</param>
    /// <returns>Percent of draws.</returns>
    /// <exception cref="InvalidOperationException">The figure is no share of GDP.</exception>
    public double AtLeastPct(double targetPct)
    {
        if (!_bins.IsLinear)
        {
            throw new InvalidOperationException("Only shares of GDP are counted against a target.");
        }

        long target = Math.Clamp(Projections.Rounding.Hundredths(targetPct), 0, Bins.Count - 1);
        long at = 0;
        foreach (uint count in _counts.Span[(int)target..])
        {
            at += count;
        }

        return 100.0 * at / Draws;
    }
}
