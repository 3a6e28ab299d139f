using MathNet.Numerics.LinearRegression;
using MathNet.Numerics.Statistics;
using Simulator.Alliance;

namespace Simulator.Data.Calibration;

/// <summary>
/// Shocks of the balance and of the interest rate (model section 8). Balance: the overall balance less its mean by decade, after its
/// own year before and the growth shock of the year, which reaches the debt by its own way. Rate: the implicit rate (overall less primary
/// balance, over last year's debt) less its mean by decade, after its own year before.
/// </summary>
internal sealed class DebtShockFit
{
    /// <summary>Below this debt ratio the implicit rate says more about assets than about borrowing, percent of GDP.</summary>
    public const double LeastDebtPct = 30;

    private DebtShockFit(Estimate balancePersistence, Estimate balanceOnGrowth, Estimate[] balanceSpread, Estimate ratePersistence, Estimate rateSpread)
    {
        BalancePersistence = balancePersistence;
        BalanceOnGrowth = balanceOnGrowth;
        BalanceSpread = balanceSpread;
        RatePersistence = ratePersistence;
        RateSpread = rateSpread;
    }

    /// <summary>Persistence of balance shocks.</summary>
    public Estimate BalancePersistence { get; }

    /// <summary>Points of balance for a point of growth in the same year.</summary>
    public Estimate BalanceOnGrowth { get; }

    /// <summary>Spread of a year's balance shock by member, points of GDP.</summary>
    public IReadOnlyList<Estimate> BalanceSpread { get; }

    /// <summary>Persistence of rate shocks.</summary>
    public Estimate RatePersistence { get; }

    /// <summary>Spread of a year's rate shock, points; one for all.</summary>
    public Estimate RateSpread { get; }

    /// <summary>Fits an outlook's history.</summary>
    /// <param name="weo">The outlook.</param>
    /// <param name="growthDeviations">Growth less each member's mean by decade.</param>
    /// <param name="lastYear">Last year of history.</param>
    /// <param name="isPooled">Whether a member takes part in what is common.</param>
    public static DebtShockFit Of(WeoSeries weo, Panel growthDeviations, int lastYear, Func<int, bool> isPooled)
    {
        int first = growthDeviations.FirstYear;
        Panel balance = new Panel(first, lastYear, growthDeviations.Members, (m, y) => weo.Value(WeoIndicator.BalancePct, m, y)).LessDecadeMeans();
        (Estimate persistence, Estimate onGrowth) = Pooled(balance, growthDeviations, isPooled);
        Estimate[] spread = new Estimate[balance.Members];
        for (int m = 0; m < balance.Members; m++)
        {
            double[] left =
            [
                .. balance.Years.Select(y => balance[m, y] - (persistence.Value * balance[m, y - 1]) - (onGrowth.Value * growthDeviations[m, y])).Where(double.IsFinite),
            ];
            if (left.Length < AutoregressionFit.FewestYears)
            {
                throw new ArgumentException($"Member {m} has {left.Length} pairs of years; {AutoregressionFit.FewestYears} are needed.", nameof(weo));
            }

            double sigma = left.StandardDeviation();
            spread[m] = new Estimate(sigma, sigma / Math.Sqrt(2.0 * (left.Length - 1)), left.Length);
        }

        (Estimate ratePersistence, Estimate rateSpread) = Rate(weo, first, lastYear, growthDeviations.Members, isPooled);
        return new DebtShockFit(persistence, onGrowth, spread, ratePersistence, rateSpread);
    }

    private static (Estimate Persistence, Estimate OnGrowth) Pooled(Panel balance, Panel growth, Func<int, bool> isPooled)
    {
        List<double[]> x = [];
        List<double> y = [];
        foreach (int m in Enumerable.Range(0, balance.Members).Where(isPooled))
        {
            foreach (int year in balance.Years)
            {
                double[] row = [balance[m, year - 1], growth[m, year]];
                if (row.All(double.IsFinite) && double.IsFinite(balance[m, year]))
                {
                    x.Add(row);
                    y.Add(balance[m, year]);
                }
            }
        }

        double[] beta = MultipleRegression.NormalEquations([.. x], [.. y]);
        (double aa, double ab, double bb) = (x.Sum(r => r[0] * r[0]), x.Sum(r => r[0] * r[1]), x.Sum(r => r[1] * r[1]));
        double variance = x.Zip(y, (r, v) => v - (beta[0] * r[0]) - (beta[1] * r[1])).Sum(e => e * e) / (y.Count - 2);
        double determinant = (aa * bb) - (ab * ab);
        return (new Estimate(beta[0], Math.Sqrt(variance * bb / determinant), y.Count), new Estimate(beta[1], Math.Sqrt(variance * aa / determinant), y.Count));
    }

    private static (Estimate Persistence, Estimate Spread) Rate(WeoSeries weo, int first, int lastYear, int members, Func<int, bool> isPooled)
    {
        Panel rate = new Panel(first, lastYear, members, (m, year) =>
        {
            double debt = weo.Value(WeoIndicator.GrossDebtPct, m, year - 1);
            double interest = weo.Value(WeoIndicator.PrimaryBalancePct, m, year) - weo.Value(WeoIndicator.BalancePct, m, year);
            double growth = weo.Value(WeoIndicator.NominalGdpNcuBn, m, year) / weo.Value(WeoIndicator.NominalGdpNcuBn, m, year - 1);
            return debt >= LeastDebtPct ? 100 * interest * growth / debt : double.NaN;
        }).LessDecadeMeans();
        (double Before, double Now)[] pairs =
        [
            .. from m in Enumerable.Range(0, members).Where(isPooled)
               from year in rate.Years
               where double.IsFinite(rate[m, year]) && double.IsFinite(rate[m, year - 1])
               select (rate[m, year - 1], rate[m, year]),
        ];
        double squares = pairs.Sum(p => p.Before * p.Before);
        double rho = pairs.Sum(p => p.Before * p.Now) / squares;
        double sigma = Math.Sqrt(pairs.Sum(p => Math.Pow(p.Now - (rho * p.Before), 2)) / (pairs.Length - 1));
        return (new Estimate(rho, sigma / Math.Sqrt(squares), pairs.Length), new Estimate(sigma, sigma / Math.Sqrt(2.0 * (pairs.Length - 1)), pairs.Length));
    }
}
