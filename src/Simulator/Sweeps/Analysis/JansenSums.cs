using System.Runtime.Intrinsics;
using Simulator.Lanes;

namespace Simulator.Sweeps.Analysis;

/// <summary>
/// What Jansen's estimators (Jansen 1999; Saltelli and others 2010) need of one block of base points of a Saltelli design, for one
/// outcome: Σd and Σd² of the deviations d of f(A) and f(B) from a pilot value, and for each factor i Σ(f(B) − f(AB_i))² and
/// Σ(f(A) − f(AB_i))², where AB_i is A with factor i taken from B. Numbers are added in base-point order, blocks in block order, so
/// that any split of a run into shards of whole blocks gives the same bytes.
/// </summary>
/// <remarks>
/// Deviations are taken from the pilot so that the variance of a large outcome with a small spread does not cancel. With a pilot that
/// is a value of the run itself the loss is bounded: no value of n lies further than √n standard deviations from the mean.
/// </remarks>
public sealed class JansenSums
{
    private const int PointsAt = 0;
    private const int PilotAt = 1;
    private const int SumAt = 2;
    private const int SquaresAt = 3;
    private const int FactorsAt = 4;

    private readonly double[] _numbers;

    /// <summary>An empty block.</summary>
    /// <param name="factors">Number of factors, at least 1.</param>
    /// <param name="pilot">The value from which deviations are taken, the same for every block of a run: the first base point's f(A).</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no factor, or the pilot is not finite.</exception>
    public JansenSums(int factors, double pilot)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(factors, 1);
        if (!double.IsFinite(pilot))
        {
            throw new ArgumentOutOfRangeException(nameof(pilot), pilot, "A pilot value is a finite number.");
        }

        _numbers = new double[FactorsAt + (2 * factors)];
        _numbers[PilotAt] = pilot;
    }

    private JansenSums(double[] numbers) => _numbers = numbers;

    /// <summary>Number of factors.</summary>
    public int Factors => (_numbers.Length - FactorsAt) / 2;

    /// <summary>Base points added.</summary>
    public long Points => (long)_numbers[PointsAt];

    /// <summary>The value from which deviations are taken, in the unit of the outcome.</summary>
    public double Pilot => _numbers[PilotAt];

    /// <summary>
    /// All that the block holds: base points, pilot, Σd, Σd², then for each factor Σ(f(B) − f(AB_i))², then for each factor
    /// Σ(f(A) − f(AB_i))². <see cref="FromNumbers"/> makes the same block of them, to the bit.
    /// </summary>
    public IReadOnlyList<double> Numbers => _numbers.AsReadOnly();

    internal ReadOnlySpan<double> Row => _numbers;

    /// <summary>Adds one base point; allocates nothing.</summary>
    /// <param name="fA">The outcome at A.</param>
    /// <param name="fB">The outcome at B.</param>
    /// <param name="fAB">For each factor the outcome at A with that factor taken from B.</param>
    /// <exception cref="ArgumentException">There is another number of factors, or an outcome is NaN or infinite; the block is as it was.</exception>
    public void Add(double fA, double fB, ReadOnlySpan<double> fAB)
    {
        Span<double> first = _numbers.AsSpan(FactorsAt, Factors);
        Span<double> total = _numbers.AsSpan(FactorsAt + Factors, Factors);
        if (fAB.Length != first.Length)
        {
            throw new ArgumentException($"{fAB.Length} outcomes for {first.Length} factors.", nameof(fAB));
        }

        if (!(AreFinite(fAB) && double.IsFinite(fA) && double.IsFinite(fB)))
        {
            throw new ArgumentException(
                $"Base point {Points + 1} of the block has an outcome that is NaN or infinite; sensitivity needs a number at every point.", nameof(fAB));
        }

        double fromA = fA - Pilot;
        double fromB = fB - Pilot;
        _numbers[PointsAt]++;
        _numbers[SumAt] += fromA + fromB;
        _numbers[SquaresAt] += (fromA * fromA) + (fromB * fromB);
        total = total[..fAB.Length];
        first = first[..fAB.Length];
        int i = 0;

        // Eight factors at a time: each lane is a sum of its own, so the bits are those of the loop below.
        for (; i <= fAB.Length - Lane.Count; i += Lane.Count)
        {
            Vector512<double> moved = Vector512.Create(fAB.Slice(i, Lane.Count));
            Vector512<double> toB = Vector512.Create(fB) - moved;
            Vector512<double> toA = Vector512.Create(fA) - moved;
            Span<double> firsts = first.Slice(i, Lane.Count);
            Span<double> totals = total.Slice(i, Lane.Count);
            (Vector512.Create<double>(firsts) + (toB * toB)).CopyTo(firsts);
            (Vector512.Create<double>(totals) + (toA * toA)).CopyTo(totals);
        }

        for (; i < fAB.Length; i++)
        {
            double toB = fB - fAB[i];
            double toA = fA - fAB[i];
            first[i] += toB * toB;
            total[i] += toA * toA;
        }
    }

    /// <summary>What is wrong with numbers that a file holds; empty if they make a block.</summary>
    /// <param name="numbers">As <see cref="Numbers"/> has them.</param>
    public static IReadOnlyList<string> Faults(IReadOnlyList<double> numbers)
    {
        List<string> faults = [];
        if (numbers.Count < FactorsAt + 2 || (numbers.Count & 1) != 0)
        {
            return [$"A block has four numbers and two for each factor; here are {numbers.Count}."];
        }

        if (numbers.Any(n => !double.IsFinite(n)))
        {
            faults.Add("A block has a number that is NaN or infinite.");
        }

        // Beyond 2^53 a double no longer counts one by one.
        if (!(numbers[PointsAt] >= 0 && numbers[PointsAt] <= 9007199254740992.0 && numbers[PointsAt] == Math.Floor(numbers[PointsAt])))
        {
            faults.Add("The base points of a block are not a whole number.");
        }

        if (numbers.Skip(SquaresAt).Any(n => n < 0))
        {
            faults.Add("A block has a sum of squares below zero.");
        }

        return faults;
    }

    /// <summary>The block that <see cref="Numbers"/> came from.</summary>
    /// <param name="numbers">Numbers without <see cref="Faults"/>.</param>
    /// <exception cref="ArgumentException">The numbers have faults.</exception>
    public static JansenSums FromNumbers(IReadOnlyList<double> numbers)
    {
        IReadOnlyList<string> faults = Faults(numbers);
        return faults.Count == 0
            ? new JansenSums([.. numbers])
            : throw new ArgumentException(string.Join(' ', faults), nameof(numbers));
    }

    // What is taken from itself leaves zero unless it is NaN or infinite.
    private static bool AreFinite(ReadOnlySpan<double> values)
    {
        Vector512<double> lanes = Vector512<double>.Zero;
        int i = 0;
        for (; i <= values.Length - Lane.Count; i += Lane.Count)
        {
            Vector512<double> eight = Vector512.Create(values.Slice(i, Lane.Count));
            lanes += eight - eight;
        }

        double rest = 0;
        for (; i < values.Length; i++)
        {
            rest += values[i] - values[i];
        }

        return rest == 0 && Vector512.EqualsAll(lanes, Vector512<double>.Zero);
    }
}
