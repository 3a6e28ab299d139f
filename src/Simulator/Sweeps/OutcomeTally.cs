using System.Numerics;
using System.Runtime.CompilerServices;

namespace Simulator.Sweeps;

/// <summary>
/// What is kept of an outcome over any number of worlds, in room that does not grow with them: whole counts and whole sums, so that
/// parts add up to the whole in any order and to the same bits.
/// </summary>
public sealed class OutcomeTally
{
    // Sums hold values as whole numbers of 2^-20 below 2^61: squares of 2^40 worlds of the usual size fit into 128 bits.
    private const double Scale = 1 << 20;
    private const double Largest = 1L << 41;

    private readonly Outcome _outcome;
    private readonly OutcomeBins _bins;
    private readonly long[] _counts;
    private Int128 _sum;
    private Int128 _squares;

    /// <summary>An empty tally.</summary>
    /// <param name="outcome">The outcome.</param>
    public OutcomeTally(Outcome outcome)
    {
        _outcome = outcome;
        _bins = OutcomeBins.Of(outcome);
        _counts = new long[_bins.Count];
    }

    /// <summary>Number of values.</summary>
    public long Count { get; private set; }

    /// <summary>Number of values that miss the outcome's goal; 0 where it has none.</summary>
    public long Missed { get; private set; }

    /// <summary>The smallest value; positive infinity where there is none.</summary>
    public double Lowest { get; private set; } = double.PositiveInfinity;

    /// <summary>The largest value; negative infinity where there is none.</summary>
    public double Highest { get; private set; } = double.NegativeInfinity;

    /// <summary>Mean, in the unit of the outcome; NaN without a value.</summary>
    public double Mean => (double)_sum / Count / Scale;

    /// <summary>Standard deviation (divisor n − 1); exactly 0 where all values are equal, NaN for fewer than two.</summary>
    public double Sd
    {
        get
        {
            // n Σx² − (Σx)² of whole numbers is exact.
            BigInteger spread = ((BigInteger)Count * (BigInteger)_squares) - ((BigInteger)_sum * (BigInteger)_sum);
            return Count < 2 ? double.NaN : Math.Sqrt((double)spread / Count / (Count - 1)) / Scale;
        }
    }

    /// <summary>Part of the values that miss the goal, percent; NaN where no goal was set.</summary>
    public double MissedPct => _outcome.HasGoal ? 100.0 * Missed / Count : double.NaN;

    /// <summary>The bins that hold a value: what each stands for and its number of values, ascending.</summary>
    public IEnumerable<(double Value, long Count)> Occupied =>
        _counts.Select((count, bin) => (Bin: bin, Count: count)).Where(b => b.Count > 0).Select(b => (_bins.Value(b.Bin), b.Count));

    /// <summary>Adds a value.</summary>
    /// <param name="value">A finite number.</param>
    /// <exception cref="InvalidOperationException">The value is not finite, or too large to be one: a defect of the model.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(double value)
    {
        if (!(Math.Abs(value) < Largest))
        {
            throw new InvalidOperationException(string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"{_outcome.Name} came out as {value}."));
        }

        long whole = (long)Math.Floor((value * Scale) + 0.5);
        _sum += whole;
        _squares += (Int128)whole * whole;
        _counts[_bins.Of(value)]++;
        Count++;
        Missed += _outcome.Misses(value) ? 1 : 0;
        Lowest = value < Lowest ? value : Lowest;
        Highest = value > Highest ? value : Highest;
    }

    /// <summary>Adds what another tally of the same outcome holds.</summary>
    /// <param name="other">The other.</param>
    public void Add(OutcomeTally other)
    {
        _sum += other._sum;
        _squares += other._squares;
        Count += other.Count;
        Missed += other.Missed;
        Lowest = other.Lowest < Lowest ? other.Lowest : Lowest;
        Highest = other.Highest > Highest ? other.Highest : Highest;
        for (int bin = 0; bin < _counts.Length; bin++)
        {
            _counts[bin] += other._counts[bin];
        }
    }

    /// <summary>The smallest value that at least a part of the values do not pass, to the width of a bin; never outside what came.</summary>
    /// <param name="part">Above 0, at most 1.</param>
    /// <returns>Shares, rates and counts to 0.01; money to 0.2 percent of the value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The part is out of range.</exception>
    /// <exception cref="InvalidOperationException">There is no value.</exception>
    public double Quantile(double part)
    {
        if (!(part > 0 && part <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(part), part, "A quantile belongs to a part above 0 and at most 1.");
        }

        if (Count == 0)
        {
            throw new InvalidOperationException("Nothing has no quantile.");
        }

        double needed = part * Count;
        long below = 0;
        int bin = -1;
        while (below < needed)
        {
            below += _counts[++bin];
        }

        return Math.Clamp(_bins.Value(bin), Lowest, Highest);
    }

    /// <summary>Writes the tally so that <see cref="Read"/> makes the same one.</summary>
    /// <param name="number">Takes whole numbers of 64 bits, in order.</param>
    public void Write(Action<long> number)
    {
        number(Count);
        number(Missed);
        number(BitConverter.DoubleToInt64Bits(Lowest));
        number(BitConverter.DoubleToInt64Bits(Highest));
        foreach (Int128 sum in new[] { _sum, _squares })
        {
            number((long)(ulong)(sum & ulong.MaxValue));
            number((long)(sum >> 64));
        }

        number(_counts.Count(c => c > 0));
        for (int bin = 0; bin < _counts.Length; bin++)
        {
            if (_counts[bin] > 0)
            {
                number(bin);
                number(_counts[bin]);
            }
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="number">Gives the numbers, in order.</param>
    /// <exception cref="FormatException">The numbers are no tally of this outcome.</exception>
    public static OutcomeTally Read(Outcome outcome, Func<long> number)
    {
        OutcomeTally tally = new(outcome)
        {
            Count = number(),
            Missed = number(),
            Lowest = BitConverter.Int64BitsToDouble(number()),
            Highest = BitConverter.Int64BitsToDouble(number()),
        };
        tally._sum = Wide(number);
        tally._squares = Wide(number);
        long counted = 0;
        for (long bins = number(); bins > 0; bins--)
        {
            long bin = number();
            if (bin < 0 || bin >= tally._counts.Length)
            {
                throw new FormatException($"{outcome.Name} has no bin {bin}.");
            }

            tally._counts[bin] = number();
            counted += tally._counts[bin];
        }

        return counted == tally.Count ? tally : throw new FormatException($"The bins of {outcome.Name} do not add up to its count.");
    }

    private static Int128 Wide(Func<long> number)
    {
        UInt128 low = (ulong)number();
        return ((Int128)number() << 64) | (Int128)low;
    }
}
