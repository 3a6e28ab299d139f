using Simulator.Feasibility;

namespace Simulator.Sweeps.Analysis;

/// <summary>What a reader of a PAWN index must know; several can hold at once.</summary>
[Flags]
public enum PawnFlag
{
    /// <summary>Nothing to add.</summary>
    Fine = 0,

    /// <summary>The median is not above the noise floor: nothing shows that the factor matters.</summary>
    BelowFloor = 1,

    /// <summary>Too few points: a slice has fewer than 30, or the interval of the median is wider than 0.2.</summary>
    UnderSampled = 2,

    /// <summary>The outcome is the same at every point.</summary>
    ConstantOutcome = 4,

    /// <summary>The factor has a single value in the sample.</summary>
    ConstantFactor = 8,
}

/// <summary>
/// How far an outcome's distribution moves when a factor is held in a slice of its range: the distances (Kolmogorov and Smirnov, 0 to
/// 1) between the outcome in each slice and in the whole sample, by their median and their maximum over the slices.
/// </summary>
/// <param name="Median">Median over the slices.</param>
/// <param name="MedianLow">Lower end of its 95 percent interval.</param>
/// <param name="MedianHigh">Upper end.</param>
/// <param name="MedianFloor">What a dummy factor with the same slices reaches in nineteen of twenty permutations.</param>
/// <param name="Largest">Maximum over the slices.</param>
/// <param name="LargestLow">Lower end of its 95 percent interval.</param>
/// <param name="LargestHigh">Upper end.</param>
/// <param name="LargestFloor">The same floor for the maximum.</param>
/// <param name="Slices">Number of slices.</param>
/// <param name="Flag">What a reader must know.</param>
public sealed record PawnIndex(
    double Median,
    double MedianLow,
    double MedianHigh,
    double MedianFloor,
    double Largest,
    double LargestLow,
    double LargestHigh,
    double LargestFloor,
    int Slices,
    PawnFlag Flag)
{
    /// <summary>The flag in words for a table: "fine", or what must be known, separated by semicolons.</summary>
    public string Words
    {
        get
        {
            (PawnFlag Flag, string Words)[] all =
            [
                (PawnFlag.ConstantOutcome, "constant outcome"),
                (PawnFlag.ConstantFactor, "constant factor"),
                (PawnFlag.BelowFloor, "not above noise"),
                (PawnFlag.UnderSampled, "under-sampled"),
            ];
            return Flag == PawnFlag.Fine ? "fine" : string.Join("; ", all.Where(a => Flag.HasFlag(a.Flag)).Select(a => a.Words));
        }
    }
}

/// <summary>
/// PAWN indices (Pianosi and Wagener 2015; for a sample that is there already: 2018). They need no design and no variance, so they also
/// serve skewed outcomes. A factor of alternatives has one slice for each.
/// </summary>
/// <remarks>
/// The distribution is read at up to 2,048 values of the outcome, which may understate a distance by 0.0005 (more only where single
/// values are that frequent, and then it is exact there). Distances of finite slices lie above 0 even for a factor without effect. The floor says how far: the factor's own slices are dealt
/// to the points anew, <see cref="Dummies"/> times. The interval is a bootstrap of points with slices held; because resampling adds the
/// same kind of bias once more, the resampled values are moved so that their median is the estimate.
/// </remarks>
public static class Pawn
{
    /// <summary>How often a dummy factor is dealt.</summary>
    public const int Dummies = 40;

    /// <summary>Fewest points in a slice that is not flagged.</summary>
    public const int FewestInSlice = 30;

    /// <summary>Half of an interval's width above which an index is flagged as under-sampled.</summary>
    public const double WidestHalf = 0.1;

    private const double FloorPercentile = 95;

    /// <summary>The index of every factor for one outcome.</summary>
    /// <param name="order">The sample in the order of each factor.</param>
    /// <param name="outcome">Index of the outcome.</param>
    /// <param name="seed">The key of dummies and bootstrap.</param>
    /// <param name="slices">Slices of a factor of numbers, 2 to 1,000.</param>
    /// <param name="resamples">How often points are drawn, at least 40.</param>
    /// <returns>One index for each factor, in factor order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Slices or resamples are out of range.</exception>
    public static IReadOnlyList<PawnIndex> Of(SampleOrder order, int outcome, ulong seed, int slices = 10, int resamples = 100)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(slices, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(slices, 1000);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 40);
        SweepSample sample = order.Sample;
        OutcomeSteps steps = new(sample.Outcome(outcome));
        FactorSlices[] cut = [.. Enumerable.Range(0, sample.Factors.Count).Select(f => FactorSlices.Of(order, f, slices))];
        if (steps.IsConstant)
        {
            return [.. cut.Select(c => new PawnIndex(0, 0, 0, 0, 0, 0, 0, 0, c.Sizes.Length, PawnFlag.ConstantOutcome))];
        }

        byte[] once = new byte[sample.Points];
        Array.Fill(once, (byte)1);
        ushort[][] inSteps = [.. cut.Select(c => steps.InOrder(c.OfPoint))];
        double[][][] drawn = Bootstrap(steps, cut, inSteps, seed, resamples);

        // Slices of the same sizes have the same floor, as most factors of numbers do.
        List<FactorSlices> unlike = [];
        int[] floorOf = new int[cut.Length];
        for (int f = 0; f < cut.Length; f++)
        {
            floorOf[f] = unlike.FindIndex(k => k.Sizes.AsSpan().SequenceEqual(cut[f].Sizes));
            if (floorOf[f] < 0)
            {
                floorOf[f] = unlike.Count;
                unlike.Add(cut[f]);
            }
        }

        (double Median, double Largest)[] floors = Floors(steps, unlike, once, seed);
        return [.. cut.Select((c, f) => Index(steps.Distances(inSteps[f], c.Sizes.Length, once), drawn[f], floors[floorOf[f]], c))];
    }

    private static PawnIndex Index(
        double[] distances, double[][] drawn, (double Median, double Largest) floor, FactorSlices cut)
    {
        if (cut.Sizes.Length == 1)
        {
            return new(0, 0, 0, 0, 0, 0, 0, 0, 1, PawnFlag.ConstantFactor);
        }

        (double median, double largest) = Summary(distances);
        (double medianLow, double medianHigh) = Interval(median, drawn[0]);
        (double largestLow, double largestHigh) = Interval(largest, drawn[1]);
        bool isUnderSampled = cut.Sizes.Min() < FewestInSlice || (medianHigh - medianLow) / 2 > WidestHalf;
        PawnFlag flag = (median <= floor.Median ? PawnFlag.BelowFloor : PawnFlag.Fine)
            | (isUnderSampled ? PawnFlag.UnderSampled : PawnFlag.Fine);
        return new(median, medianLow, medianHigh, floor.Median, largest, largestLow, largestHigh, floor.Largest, cut.Sizes.Length, flag);
    }

    private static (double Low, double High) Interval(double estimate, double[] drawn)
    {
        double[] ordered = [.. drawn.Order()];
        double move = estimate - Percentiles.QuantileOfOrdered(ordered, 50);
        return (
            Math.Clamp(Percentiles.QuantileOfOrdered(ordered, 2.5) + move, 0, 1),
            Math.Clamp(Percentiles.QuantileOfOrdered(ordered, 97.5) + move, 0, 1));
    }

    /// <summary>What a dummy factor with the same slices reaches: one lottery of all points serves every kind of slices.</summary>
    private static (double Median, double Largest)[] Floors(OutcomeSteps steps, List<FactorSlices> unlike, byte[] once, ulong seed)
    {
        Lots lots = new(seed, LotPurpose.PawnDummy, 0);
        int[] lottery = [.. Enumerable.Range(0, once.Length)];
        ushort[] dealt = new ushort[once.Length];
        double[][] medians = [.. unlike.Select(_ => new double[Dummies])];
        double[][] largest = [.. unlike.Select(_ => new double[Dummies])];
        for (int d = 0; d < Dummies; d++)
        {
            lots.Shuffle(lottery.AsSpan(), lottery.Length);
            for (int k = 0; k < unlike.Count; k++)
            {
                ushort[] own = unlike[k].OfPoint;
                for (int i = 0; i < dealt.Length; i++)
                {
                    dealt[i] = own[lottery[i]];
                }

                (medians[k][d], largest[k][d]) = Summary(steps.Distances(dealt, unlike[k].Sizes.Length, once));
            }
        }

        return [.. medians.Select((m, k) => (Percentiles.Quantile(m, FloorPercentile), Percentiles.Quantile(largest[k], FloorPercentile)))];
    }

    /// <summary>[factor][0 for the median, 1 for the maximum][resample].</summary>
    private static double[][][] Bootstrap(OutcomeSteps steps, FactorSlices[] cut, ushort[][] inSteps, ulong seed, int resamples)
    {
        double[][][] drawn = [.. cut.Select(_ => new[] { new double[resamples], new double[resamples] })];
        int points = inSteps[0].Length;
        byte[] times = new byte[points];
        for (int r = 0; r < resamples; r++)
        {
            Lots lots = new(seed, LotPurpose.PawnBootstrap, r);
            Array.Clear(times);
            for (int i = 0; i < points; i++)
            {
                // More than 255 times cannot happen to one of many points; of few, one more or less would not matter.
                ref byte time = ref times[lots.Below(points)];
                time = (byte)Math.Min(255, time + 1);
            }

            for (int f = 0; f < cut.Length; f++)
            {
                (drawn[f][0][r], drawn[f][1][r]) = Summary(steps.Distances(inSteps[f], cut[f].Sizes.Length, times));
            }
        }

        return drawn;
    }

    private static (double Median, double Largest) Summary(double[] distances)
    {
        Array.Sort(distances);
        return (Percentiles.QuantileOfOrdered(distances, 50), distances[^1]);
    }
}
