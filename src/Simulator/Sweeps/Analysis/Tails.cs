using System.Runtime.Intrinsics;
using Simulator.Lanes;

namespace Simulator.Sweeps.Analysis;

/// <summary>Tail probabilities of three laws with the project's own logarithm and exponential.</summary>
internal static class Tails
{
    private const double InverseRootTwoPi = 0.3989422804014327;
    private const double LogTwoPiHalf = 0.9189385332046727;
    private const int LargestTabled = 20;

    // ln 0! to ln 20!: the factorials themselves are exact.
    private static readonly double[] LogFactorials = Tabled();

    /// <summary>The chance that a standard normal number lies at least so far from 0, on either side.</summary>
    /// <remarks>Below 3 the series of Φ(z) − ½, above it Laplace's continued fraction; each to about 13 digits.</remarks>
    public static double NormalTwoSided(double z)
    {
        z = Math.Abs(z);
        double density = InverseRootTwoPi * Exp(-z * z / 2);
        if (z < 3)
        {
            double term = z;
            double sum = z;
            for (int odd = 3; term > sum * 1e-17; odd += 2)
            {
                term *= z * z / odd;
                sum += term;
            }

            return 1 - (2 * density * sum);
        }

        double fraction = z;
        for (int i = 120; i >= 1; i--)
        {
            fraction = z + (i / fraction);
        }

        return 2 * density / fraction;
    }

    /// <summary>
    /// The chance that two samples of one continuous law lie at least so far apart (Kolmogorov and Smirnov), by the limit law
    /// 2 Σ (−1)^(j−1) e^(−2j²λ²), λ = D (√n + 0.12 + 0.11/√n), n = n₁n₂/(n₁ + n₂) (Stephens 1970). Too cautious where values repeat.
    /// </summary>
    public static double KolmogorovSmirnov(double distance, long first, long second)
    {
        double lambda = distance * Size(first, second);
        if (lambda < 0.2)
        {
            return 1; // 1 − 10^-12 and less
        }

        double sum = 0;
        double sign = 2;
        for (int j = 1; j <= 100; j++)
        {
            double term = Exp(-2.0 * j * j * lambda * lambda);
            sum += sign * term;
            sign = -sign;
            if (term <= 1e-17 * sum)
            {
                break;
            }
        }

        return Math.Clamp(sum, 0, 1);
    }

    /// <summary>The distance with that chance, from the first term of the same law: √(−½ ln(α/2)) ÷ (√n + 0.12 + 0.11/√n), at most 1.</summary>
    public static double CriticalDistance(double significance, long first, long second) =>
        Math.Min(1, Math.Sqrt(-0.5 * Log(significance / 2)) / Size(first, second));

    /// <summary>The chance of at least so many successes in independent trials, summed term by term: exact to about 9 digits.</summary>
    public static double BinomialAtLeast(long trials, long successes, double chance)
    {
        if (successes <= 0 || chance >= 1)
        {
            return 1;
        }

        if (chance <= 0 || successes > trials)
        {
            return 0;
        }

        // Each sum starts on its own side of the mean, where terms fall.
        double odds = chance / (1 - chance);
        double sum = 0;
        if (successes > trials * chance)
        {
            double term = Binomial(trials, successes, chance);
            for (long k = successes; k <= trials && term > sum * 1e-17; k++)
            {
                sum += term;
                term *= odds * (trials - k) / (k + 1);
            }

            return Math.Min(1, sum);
        }

        double below = Binomial(trials, successes - 1, chance);
        for (long k = successes - 1; k >= 0 && below > sum * 1e-17; k--)
        {
            sum += below;
            below *= k / (odds * (trials - k + 1));
        }

        return Math.Max(0, 1 - sum);
    }

    private static double Size(long first, long second)
    {
        double root = Math.Sqrt((double)first * second / ((double)first + second));
        return root + 0.12 + (0.11 / root);
    }

    private static double Binomial(long n, long k, double chance) => Exp(
        LogFactorial(n) - LogFactorial(k) - LogFactorial(n - k) + (k * Log(chance)) + ((n - k) * Log(1 - chance)));

    // Stirling's series; the first term left out is below 10^-16 from 21 on.
    private static double LogFactorial(long n)
    {
        if (n <= LargestTabled)
        {
            return LogFactorials[n];
        }

        double x = n;
        double inverse = 1 / (x * x);
        double series = ((((((-691.0 / 360360) * inverse) + (1.0 / 1188)) * inverse) - (1.0 / 1680)) * inverse) + (1.0 / 1260);
        series = ((((series * inverse) - (1.0 / 360)) * inverse) + (1.0 / 12)) / x;
        return ((x + 0.5) * Log(x)) - x + LogTwoPiHalf + series;
    }

    private static double[] Tabled()
    {
        double[] logs = new double[LargestTabled + 1];
        double factorial = 1;
        for (int n = 1; n <= LargestTabled; n++)
        {
            factorial *= n;
            logs[n] = Log(factorial);
        }

        return logs;
    }

    private static double Exp(double x) => Elementary.Exp(Vector512.Create(x)).ToScalar();

    private static double Log(double x) => Elementary.Log(Vector512.Create(x)).ToScalar();
}
