using Simulator.Alliance;
using Simulator.Data.Editions;

namespace Simulator.Data.Calibration;

/// <summary>How wrong past outlooks were, in percent of the level of real GDP or in points of GDP for debt.</summary>
/// <param name="Horizon">Years after the last actual year.</param>
/// <param name="Editions">Outlooks that could be checked.</param>
/// <param name="Errors">Member forecasts that could be checked.</param>
/// <param name="Mean">Mean error; positive when the outlook said too much.</param>
/// <param name="RootMeanSquare">Root of the mean square of the errors.</param>
internal readonly record struct ForecastError(int Horizon, int Editions, int Errors, double Mean, double RootMeanSquare);

/// <summary>Measures the errors of the outlooks that come with the data.</summary>
internal static class ForecastErrors
{
    /// <summary>Years looked ahead.</summary>
    public const int Horizons = 5;

    private const string GrowthCode = "NGDP_RPCH";
    private const string DebtCode = "GGXWDG_NGDP";

    /// <summary>Errors about the level of real GDP, percent.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="roster">Members.</param>
    /// <param name="latest">The outlook whose past is taken for what came.</param>
    /// <param name="lastActualYear">Last year of that past.</param>
    /// <param name="counts">Members that are counted.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static IReadOnlyList<ForecastError> OfGdp(
        DataFolder folder, Roster roster, WeoSeries latest, int lastActualYear, IReadOnlyList<int> counts, List<DataProblem> problems) =>
        Measure(folder, roster, GrowthCode, lastActualYear, counts, problems, (said, m, origin, year) =>
        {
            // Logarithms of growth factors add up to that of the level.
            double error = 0;
            for (int y = origin + 1; y <= year; y++)
            {
                error += 100 * (Math.Log(1 + (said.Value(m, y) / 100)) - Math.Log(1 + (latest.Value(WeoIndicator.RealGrowthPct, m, y) / 100)));
            }

            return error;
        });

    /// <summary>
    /// Errors about the change of government debt since the last actual year, points of GDP: a level that was revised since is no error
    /// of the forecast.
    /// </summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="roster">Members.</param>
    /// <param name="latest">The outlook whose past is taken for what came.</param>
    /// <param name="lastActualYear">Last year of that past.</param>
    /// <param name="counts">Members that are counted.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static IReadOnlyList<ForecastError> OfDebt(
        DataFolder folder, Roster roster, WeoSeries latest, int lastActualYear, IReadOnlyList<int> counts, List<DataProblem> problems) =>
        Measure(folder, roster, DebtCode, lastActualYear, counts, problems, (said, m, origin, year) =>
            said.Value(m, year) - said.Value(m, origin) - (latest.Value(WeoIndicator.GrossDebtPct, m, year) - latest.Value(WeoIndicator.GrossDebtPct, m, origin)));

    private static IReadOnlyList<ForecastError> Measure(
        DataFolder folder,
        Roster roster,
        string code,
        int lastActualYear,
        IReadOnlyList<int> counts,
        List<DataProblem> problems,
        Func<YearSeries, int, int, int, double> error)
    {
        List<(string Edition, int Horizon, double Error)> errors = [];
        foreach (string edition in LatestActual.Editions(folder, problems))
        {
            IReadOnlyDictionary<string, int> lastActual = LatestActual.Of(folder, edition, code, problems);
            if (FileOf(folder, edition) is not { } file || YearSeriesReader.Read(folder, file, code, roster, problems) is not { } said)
            {
                continue;
            }

            foreach (int m in counts)
            {
                if (!lastActual.TryGetValue(roster.Members[m].Iso3, out int origin))
                {
                    continue;
                }

                for (int horizon = 1; horizon <= Horizons && origin + horizon <= lastActualYear; horizon++)
                {
                    double missed = error(said, m, origin, origin + horizon);
                    if (double.IsFinite(missed))
                    {
                        errors.Add((edition, horizon, missed));
                    }
                }
            }
        }

        return
        [
            .. Enumerable.Range(1, Horizons).Select(horizon =>
            {
                (string Edition, int Horizon, double Error)[] at = [.. errors.Where(e => e.Horizon == horizon)];
                return new ForecastError(
                    horizon,
                    at.Select(e => e.Edition).Distinct().Count(),
                    at.Length,
                    at.Select(e => e.Error).DefaultIfEmpty(double.NaN).Average(),
                    Math.Sqrt(at.Select(e => e.Error * e.Error).DefaultIfEmpty(double.NaN).Average()));
            }),
        ];
    }

    /// <summary>
    /// Variance of the level of GDP after some years under a(t) = ρ·a(t−1) + λ·F + σ·ε, with F in blocks of two years that follow each
    /// other in history: the two years of a block are correlated as neighbouring years were.
    /// </summary>
    internal static double ImpliedVariance(AutoregressionFit growth, int member, int horizon)
    {
        double rho = growth.Persistence.Value;
        double[] factor = [.. growth.Factor.OrderBy(f => f.Key).Select(f => f.Value).Where(double.IsFinite)];
        double variance = factor.Average(f => f * f);
        double neighbours = factor.Zip(factor.Skip(1), (a, b) => a * b).Average();
        double own = 0;
        double common = 0;
        for (int k = 1; k <= horizon; k++)
        {
            double weight = Weight(horizon - k);
            own += weight * weight;
            common += weight * weight * variance;
            if (k % 2 == 0)
            {
                common += 2 * weight * Weight(horizon - k + 1) * neighbours;
            }
        }

        double lambda = growth.Loading[member].Value;
        double sigma = growth.Spread[member].Value;
        return (lambda * lambda * common) + (sigma * sigma * own);

        // What a shock has added to the level after some years: 1 + ρ + … + ρ^years.
        double Weight(int years) => (1 - Math.Pow(rho, years + 1)) / (1 - rho);
    }

    private static string? FileOf(DataFolder folder, string edition)
    {
        string alone = $"weo/{edition}.csv";
        return folder.Has(alone) ? alone : null;
    }
}
