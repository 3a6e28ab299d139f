using Simulator.Feasibility;

namespace Simulator.Sweeps.Analysis;

/// <summary>
/// Sobol' indices by Jansen's estimators from the sums of a Saltelli design (Jansen 1999; Saltelli and others 2010):
/// S_i = 1 − Σ(f(B) − f(AB_i))² ÷ (2N·V), T_i = Σ(f(A) − f(AB_i))² ÷ (2N·V), with V the variance of all 2N values of f(A) and f(B)
/// (divisor 2N − 1). The factors are assumed to be independent of each other; indices of dependent factors mean nothing.
/// </summary>
/// <remarks>
/// Intervals are percentile bootstrap intervals over whole blocks: blocks are drawn with replacement, the same draws for every outcome
/// of a seed, and a drawn block counts as often as it was drawn. A Sobol' sequence has smaller errors than the bootstrap, which takes
/// blocks for independent, says. Fewer than <see cref="FewestBlocks"/> blocks give an interval that is too narrow and are flagged; one
/// block gives none, which is told as the whole range from 0 to 1.
/// </remarks>
public static class SobolIndices
{
    /// <summary>Fewest blocks for an interval that is not flagged.</summary>
    public const int FewestBlocks = 16;

    /// <summary>Half of an interval's width (before clipping) above which an index is flagged as under-sampled.</summary>
    public const double WidestHalf = 0.1;

    // A spread that is smaller, as a part of the outcome, is what rounding leaves of equal numbers.
    private const double SmallestSpread = 1e-12;

    private const double LastPlace = 2.220446049250313e-16; // 2^-52

    /// <summary>The indices of every factor.</summary>
    /// <param name="blocks">The blocks of a run in block order, with the same factors and the same pilot; empty blocks add nothing.</param>
    /// <param name="seed">The key of the bootstrap.</param>
    /// <param name="resamples">How often blocks are drawn, at least 40.</param>
    /// <returns>One index for each factor, in factor order.</returns>
    /// <exception cref="ArgumentException">There is no base point, or the blocks are not of one run.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are too few resamples for the ends of an interval.</exception>
    public static IReadOnlyList<SensitivityIndex> Of(IReadOnlyList<JansenSums> blocks, ulong seed, int resamples = 1000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 40);
        JansenSums[] filled = [.. blocks.Where(b => b.Points > 0)];
        if (filled.Length == 0)
        {
            throw new ArgumentException("Indices need at least one base point.", nameof(blocks));
        }

        int factors = filled[0].Factors;
        double pilot = filled[0].Pilot;
        if (filled.Any(b => b.Factors != factors || b.Pilot != pilot))
        {
            throw new ArgumentException("The blocks have different factors or pilots and are not of one run.", nameof(blocks));
        }

        double[] sums = new double[filled[0].Row.Length];
        double[] raw = new double[2 * factors];
        AddAll(filled, sums);
        if (!TryEstimate(sums, pilot, raw))
        {
            return [.. Enumerable.Repeat(SensitivityIndex.None, factors)];
        }

        double[][] drawn = Bootstrap(filled, pilot, seed, resamples, out bool lacksSpread);
        return [.. Enumerable.Range(0, factors).Select(i => Index(raw[i], raw[factors + i], drawn[i], drawn[factors + i], filled.Length, lacksSpread))];
    }

    private static SensitivityIndex Index(double first, double total, double[] firsts, double[] totals, int blocks, bool lacksSpread)
    {
        if (total == 0)
        {
            // No world changed with the factor: its first-order index is nothing as well, whatever noise says.
            return new(0, 0, 0, 0, 0, 0, SensitivityFlag.NoEffect);
        }

        (double firstLow, double firstHigh, bool firstIsWide) = Interval(first, firsts);
        (double totalLow, double totalHigh, bool totalIsWide) = Interval(total, totals);
        bool isUnderSampled = blocks < FewestBlocks || lacksSpread || firstIsWide || totalIsWide;
        SensitivityFlag flag = (isUnderSampled ? SensitivityFlag.UnderSampled : SensitivityFlag.Fine)
            | (first < 0 ? SensitivityFlag.NegativeClipped : SensitivityFlag.Fine)
            | (total > 1 ? SensitivityFlag.AboveOneClipped : SensitivityFlag.Fine)
            | (total < first ? SensitivityFlag.TotalBelowFirst : SensitivityFlag.Fine);
        return new(Clipped(first), firstLow, firstHigh, Clipped(total), totalLow, totalHigh, flag);
    }

    // In skewed cases a percentile interval can miss the estimate; it is widened to it so that no chart shows a point outside its bar.
    private static (double Low, double High, bool IsWide) Interval(double estimate, double[] drawn)
    {
        if (drawn.Length == 0)
        {
            return (0, 1, true);
        }

        double[] ordered = [.. drawn.Order()];
        double low = Math.Min(estimate, Percentiles.QuantileOfOrdered(ordered, 2.5));
        double high = Math.Max(estimate, Percentiles.QuantileOfOrdered(ordered, 97.5));
        return (Clipped(low), Clipped(high), (high - low) / 2 > WidestHalf);
    }

    private static double Clipped(double index) => index <= 0 ? 0 : Math.Min(index, 1);

    /// <summary>The indices of every resample: first-order ones by factor, then total ones; empty lists if there is one block.</summary>
    private static double[][] Bootstrap(JansenSums[] blocks, double pilot, ulong seed, int resamples, out bool lacksSpread)
    {
        int indices = 2 * blocks[0].Factors;
        double[][] drawn = [.. Enumerable.Range(0, indices).Select(_ => new double[blocks.Length == 1 ? 0 : resamples])];
        lacksSpread = blocks.Length == 1;
        if (blocks.Length == 1)
        {
            return drawn;
        }

        Lots lots = new(seed, LotPurpose.SobolBootstrap, 0);
        double[] sums = new double[blocks[0].Row.Length];
        double[] raw = new double[indices];
        int[] times = new int[blocks.Length];
        int kept = 0;
        for (int r = 0; r < resamples; r++)
        {
            Array.Clear(times);
            for (int b = 0; b < blocks.Length; b++)
            {
                times[lots.Below(blocks.Length)]++;
            }

            Array.Clear(sums);
            for (int b = 0; b < blocks.Length; b++)
            {
                AddTimes(blocks[b].Row, times[b], sums);
            }

            // A resample in which the outcome never changes says nothing about its causes and is left out.
            if (TryEstimate(sums, pilot, raw))
            {
                for (int i = 0; i < indices; i++)
                {
                    drawn[i][kept] = raw[i];
                }

                kept++;
            }
        }

        lacksSpread = kept < resamples * 0.95;
        return kept == resamples ? drawn : [.. drawn.Select(d => d[..kept])];
    }

    private static void AddAll(JansenSums[] blocks, double[] sums)
    {
        foreach (JansenSums block in blocks)
        {
            AddTimes(block.Row, 1, sums);
        }
    }

    private static void AddTimes(ReadOnlySpan<double> row, int times, Span<double> sums)
    {
        if (times == 0)
        {
            return;
        }

        double factor = times;
        sums = sums[..row.Length];
        for (int i = 0; i < row.Length; i++)
        {
            sums[i] += factor * row[i];
        }
    }

    /// <summary>Indices before clipping from sums in the order of <see cref="JansenSums.Numbers"/>; false if the outcome has no spread.</summary>
    private static bool TryEstimate(ReadOnlySpan<double> sums, double pilot, Span<double> raw)
    {
        double values = 2 * sums[0];
        double spread = sums[3] - (sums[2] * sums[2] / values);
        double mean = pilot + (sums[2] / values);
        if (!(spread > values * LastPlace * sums[3]) || Math.Sqrt(spread / values) <= SmallestSpread * Math.Abs(mean))
        {
            return false;
        }

        double scale = spread * values / (values - 1);
        int factors = raw.Length / 2;
        for (int i = 0; i < factors; i++)
        {
            raw[i] = 1 - (sums[4 + i] / scale);
            raw[factors + i] = sums[4 + factors + i] / scale;
        }

        return true;
    }
}
