namespace Simulator.Uncertainty;

/// <summary>How a number of allies falls out over the draws.</summary>
public sealed class CountDistribution
{
    private readonly IReadOnlyList<long> _draws;

    /// <summary>Reads counts.</summary>
    /// <param name="draws">Number of draws with 0, 1, … allies; at least one draw.</param>
    /// <exception cref="ArgumentException">There is no draw.</exception>
    public CountDistribution(IReadOnlyList<long> draws)
    {
        _draws = draws;
        Draws = draws.Sum();
        if (Draws < 1)
        {
            throw new ArgumentException("A distribution needs a draw.", nameof(draws));
        }
    }

    /// <summary>Number of draws.</summary>
    public long Draws { get; }

    /// <summary>The largest number that can be counted.</summary>
    public int Most => _draws.Count - 1;

    /// <summary>Mean number of allies.</summary>
    public double Mean => (double)Sum(n => n) / Draws;

    /// <summary>Standard deviation (divisor n − 1); NaN for one draw.</summary>
    public double Sd
    {
        get
        {
            Int128 spread = (Draws * Sum(n => (Int128)n * n)) - (Sum(n => n) * Sum(n => n));
            return Draws < 2 ? double.NaN : Math.Sqrt((double)spread / Draws / (Draws - 1));
        }
    }

    /// <summary>Number of draws with exactly this many allies.</summary>
    /// <param name="allies">0 to <see cref="Most"/>.</param>
    public long DrawsWith(int allies) => _draws[allies];

    /// <summary>Share of draws with at least this many allies.</summary>
    /// <param name="allies">0 to <see cref="Most"/>.</param>
    /// <returns>Percent of draws.</returns>
    public double AtLeastPct(int allies) => 100.0 * _draws.Skip(allies).Sum() / Draws;

    /// <summary>The smallest number that at least a part of the draws do not pass.</summary>
    /// <param name="part">Above 0, at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part is out of range.</exception>
    public int Quantile(double part)
    {
        if (!(part > 0 && part <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(part), part, "A quantile belongs to a part above 0 and at most 1.");
        }

        long below = _draws[0];
        int allies = 0;
        while (below < part * Draws)
        {
            below += _draws[++allies];
        }

        return allies;
    }

    private Int128 Sum(Func<int, Int128> of) => _draws.Select((draws, allies) => draws * of(allies)).Aggregate(Int128.Zero, (sum, part) => sum + part);
}
