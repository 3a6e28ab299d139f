namespace Simulator.Sweeps.Analysis;

/// <summary>Where along a factor the cases of interest lie more often than the others.</summary>
public enum CaseDirection
{
    /// <summary>No place in particular.</summary>
    None,

    /// <summary>At low values.</summary>
    LowValues,

    /// <summary>At high values.</summary>
    HighValues,

    /// <summary>At values in the middle.</summary>
    MiddleValues,

    /// <summary>At both ends.</summary>
    EndValues,

    /// <summary>At some of its alternatives.</summary>
    Levels,
}

/// <summary>How differently a factor is distributed inside and outside the cases of interest.</summary>
/// <param name="Distance">
/// Largest distance between the two distribution functions (Kolmogorov and Smirnov), 0 to 1; for alternatives the same over the order
/// that sets them furthest apart, which is the sum of the positive differences of their shares.
/// </param>
/// <param name="PValue">The chance of such a distance, or a larger one, if the factor had nothing to do with the cases.</param>
/// <param name="IsSignificant">Whether that is below the threshold for one factor.</param>
/// <param name="Direction">Where the cases lie; none unless significant.</param>
/// <param name="Levels">Alternatives that are significantly more frequent among the cases, by number; empty for numbers.</param>
/// <param name="RareLevels">Alternatives that are significantly less frequent among them.</param>
public sealed record RegionalIndex(
    double Distance, double PValue, bool IsSignificant, CaseDirection Direction, IReadOnlyList<int> Levels, IReadOnlyList<int> RareLevels);

/// <summary>
/// Regional sensitivity (Hornberger and Spear 1981): the sample is split into cases of interest and others, and each factor's
/// distributions in the two parts are compared. It needs no design, and sees effects on the mean place of a factor only one factor at
/// a time: a factor that matters through interactions alone does not show.
/// </summary>
/// <remarks>
/// The threshold is shared by all factors (Bonferroni): each is tested at <see cref="Significance"/> ÷ factors, so that with unrelated
/// factors one table in twenty names any. Numbers are tested by the limit law of the Kolmogorov-Smirnov distance, too cautious for
/// whole numbers with few values; alternatives by the normal approximation for each level's share, shared by its levels again.
/// </remarks>
public sealed class RegionalSensitivity
{
    /// <summary>The chance that any of the factors is named although none is related to the cases.</summary>
    public const double Significance = 0.05;

    private RegionalSensitivity(int points, int cases, double criticalDistance, IReadOnlyList<RegionalIndex> factors)
    {
        Points = points;
        Cases = cases;
        CriticalDistance = criticalDistance;
        Factors = factors;
    }

    /// <summary>Points in the sample.</summary>
    public int Points { get; }

    /// <summary>Points that are cases of interest.</summary>
    public int Cases { get; }

    /// <summary>Whether there are both cases and others; if not, no factor is compared and every distance is 0.</summary>
    public bool HasContrast => Cases > 0 && Cases < Points;

    /// <summary>The distance above which a factor of numbers is significant, at most 1: 1 without contrast.</summary>
    public double CriticalDistance { get; }

    /// <summary>One index for each factor, in factor order.</summary>
    public IReadOnlyList<RegionalIndex> Factors { get; }

    /// <summary>Compares every factor inside and outside the cases of interest.</summary>
    /// <param name="order">The sample in the order of each factor.</param>
    /// <param name="isCase">For each point whether it is a case of interest.</param>
    /// <exception cref="ArgumentException">There is another number of points.</exception>
    public static RegionalSensitivity Of(SampleOrder order, ReadOnlySpan<bool> isCase)
    {
        SweepSample sample = order.Sample;
        if (isCase.Length != sample.Points)
        {
            throw new ArgumentException($"{isCase.Length} cases for {sample.Points} points.", nameof(isCase));
        }

        int cases = isCase.Count(true);
        int others = sample.Points - cases;
        int factors = sample.Factors.Count;
        RegionalIndex[] indices = new RegionalIndex[factors];
        if (cases == 0 || others == 0)
        {
            Array.Fill(indices, new RegionalIndex(0, 1, false, CaseDirection.None, [], []));
            return new(sample.Points, cases, 1, indices);
        }

        double threshold = Significance / factors;
        double critical = Tails.CriticalDistance(threshold, cases, others);
        for (int f = 0; f < factors; f++)
        {
            indices[f] = sample.Factors[f].Kind == FactorKind.Categorical
                ? OfLevels(sample.Factors[f].Levels.Count, sample.Factor(f), isCase, cases, threshold)
                : OfNumbers(order.Points(f), sample.Factor(f), isCase, cases, threshold, critical);
        }

        return new(sample.Points, cases, critical, indices);
    }

    private static RegionalIndex OfNumbers(
        ReadOnlySpan<int> points, ReadOnlySpan<double> values, ReadOnlySpan<bool> isCase, int cases, double threshold, double critical)
    {
        int others = points.Length - cases;
        double above = 0;
        double below = 0;
        int aboveAt = 0;
        int belowAt = 0;
        int inside = 0;
        for (int i = 0; i < points.Length; i++)
        {
            inside += isCase[points[i]] ? 1 : 0;

            // Inside one value the functions jump together.
            if (i + 1 < points.Length && values[points[i + 1]] == values[points[i]])
            {
                continue;
            }

            double difference = ((double)inside / cases) - ((double)(i + 1 - inside) / others);
            if (difference > above)
            {
                (above, aboveAt) = (difference, i);
            }

            if (-difference > below)
            {
                (below, belowAt) = (-difference, i);
            }
        }

        double distance = Math.Max(above, below);
        double pValue = Tails.KolmogorovSmirnov(distance, cases, others);
        bool isSignificant = pValue <= threshold;
        CaseDirection direction = CaseDirection.None;
        if (isSignificant && Math.Min(above, below) > critical)
        {
            direction = aboveAt < belowAt ? CaseDirection.EndValues : CaseDirection.MiddleValues;
        }
        else if (isSignificant)
        {
            direction = above >= below ? CaseDirection.LowValues : CaseDirection.HighValues;
        }

        return new(distance, pValue, isSignificant, direction, [], []);
    }

    private static RegionalIndex OfLevels(int levels, ReadOnlySpan<double> values, ReadOnlySpan<bool> isCase, int cases, double threshold)
    {
        int others = values.Length - cases;
        int[] inside = new int[levels];
        int[] all = new int[levels];
        for (int p = 0; p < values.Length; p++)
        {
            int level = (int)values[p];
            all[level]++;
            inside[level] += isCase[p] ? 1 : 0;
        }

        double distance = 0;
        double pValue = 1;
        List<int> frequent = [];
        List<int> rare = [];
        for (int level = 0; level < levels; level++)
        {
            double difference = ((double)inside[level] / cases) - ((double)(all[level] - inside[level]) / others);
            double share = (double)all[level] / values.Length;
            double error = Math.Sqrt(share * (1 - share) * ((1.0 / cases) + (1.0 / others)));
            distance += Math.Max(0, difference);
            double ofLevel = error > 0 ? Math.Min(1, levels * Tails.NormalTwoSided(difference / error)) : 1;
            pValue = Math.Min(pValue, ofLevel);
            if (ofLevel <= threshold)
            {
                (difference > 0 ? frequent : rare).Add(level);
            }
        }

        bool isSignificant = pValue <= threshold;
        return new(distance, pValue, isSignificant, isSignificant ? CaseDirection.Levels : CaseDirection.None, frequent, rare);
    }
}
