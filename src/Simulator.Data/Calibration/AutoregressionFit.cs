using MathNet.Numerics.LinearRegression;

namespace Simulator.Data.Calibration;

/// <summary>What a fit found, with how sure it is.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Observations">Observations used.</param>
internal readonly record struct Estimate(double Value, double StandardError, int Observations);

/// <summary>
/// Shocks that fade at one common rate and that members share in part: a(t) = ρ·a(t−1) + λ·F(t) + σ·ε (model section 8).
/// ρ comes from the pooled panel with one effect for each year, so that what members share is not taken for persistence; F(t) is then the
/// members' mean of what ρ leaves, and λ and σ follow member by member through the origin.
/// </summary>
internal sealed class AutoregressionFit
{
    /// <summary>Fewer years than this tell nothing about a member's spread.</summary>
    public const int FewestYears = 10;

    private AutoregressionFit(Estimate persistence, IReadOnlyDictionary<int, double> factor, Estimate[] loading, Estimate[] spread)
    {
        Persistence = persistence;
        Factor = factor;
        Loading = loading;
        Spread = spread;
    }

    /// <summary>ρ.</summary>
    public Estimate Persistence { get; }

    /// <summary>F by year.</summary>
    public IReadOnlyDictionary<int, double> Factor { get; }

    /// <summary>λ by member.</summary>
    public IReadOnlyList<Estimate> Loading { get; }

    /// <summary>σ by member.</summary>
    public IReadOnlyList<Estimate> Spread { get; }

    /// <summary>Fits a panel of deviations.</summary>
    /// <param name="deviations">Deviations from each member's own level.</param>
    /// <param name="isPooled">Whether a member takes part in ρ and F; the others only get λ and σ.</param>
    /// <exception cref="ArgumentException">A member has fewer than <see cref="FewestYears"/> pairs of years.</exception>
    public static AutoregressionFit Of(Panel deviations, Func<int, bool> isPooled)
    {
        int[] pooled = [.. Enumerable.Range(0, deviations.Members).Where(isPooled)];
        List<double[]> before = [];
        List<double> now = [];
        foreach (int year in deviations.Years.Skip(1))
        {
            int[] present = [.. pooled.Where(m => HasPair(deviations, m, year))];
            if (present.Length < 2)
            {
                continue;
            }

            double meanBefore = present.Average(m => deviations[m, year - 1]);
            double meanNow = present.Average(m => deviations[m, year]);
            foreach (int m in present)
            {
                before.Add([deviations[m, year - 1] - meanBefore]);
                now.Add(deviations[m, year] - meanNow);
            }
        }

        double rho = MultipleRegression.NormalEquations([.. before], [.. now])[0];
        double squares = before.Sum(b => b[0] * b[0]);
        double left = before.Zip(now, (b, n) => Square(n - (rho * b[0]))).Sum();
        Estimate persistence = new(rho, Math.Sqrt(left / (now.Count - 1) / squares), now.Count);

        Panel news = new(deviations.FirstYear + 1, deviations.LastYear, deviations.Members, (m, year) => deviations[m, year] - (rho * deviations[m, year - 1]));
        Dictionary<int, double> factor = news.Years.ToDictionary(
            year => year, year => pooled.Where(m => double.IsFinite(news[m, year])).Select(m => news[m, year]).DefaultIfEmpty(double.NaN).Average());
        Estimate[] loading = new Estimate[deviations.Members];
        Estimate[] spread = new Estimate[deviations.Members];
        for (int m = 0; m < deviations.Members; m++)
        {
            (loading[m], spread[m]) = Member(news, factor, m);
        }

        return new AutoregressionFit(persistence, factor, loading, spread);
    }

    private static (Estimate Loading, Estimate Spread) Member(Panel news, Dictionary<int, double> factor, int member)
    {
        (double F, double Own)[] pairs = [.. news.Years.Where(y => double.IsFinite(news[member, y]) && double.IsFinite(factor[y])).Select(y => (factor[y], news[member, y]))];
        if (pairs.Length < FewestYears)
        {
            throw new ArgumentException($"Member {member} has {pairs.Length} pairs of years; {FewestYears} are needed.", nameof(news));
        }

        double squares = pairs.Sum(p => p.F * p.F);
        double lambda = pairs.Sum(p => p.F * p.Own) / squares;
        double sigma = Math.Sqrt(pairs.Sum(p => Square(p.Own - (lambda * p.F))) / (pairs.Length - 1));
        // The standard error of a standard deviation of normal shocks: σ ÷ √(2(n − 1)).
        return (new Estimate(lambda, sigma / Math.Sqrt(squares), pairs.Length), new Estimate(sigma, sigma / Math.Sqrt(2.0 * (pairs.Length - 1)), pairs.Length));
    }

    private static bool HasPair(Panel panel, int member, int year) => double.IsFinite(panel[member, year]) && double.IsFinite(panel[member, year - 1]);

    private static double Square(double value) => value * value;
}
