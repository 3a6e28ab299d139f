namespace Simulator.Projections;

/// <summary>Constant yearly rates, with the four basic operations only, so that every machine finds the same bits.</summary>
public static class CompoundGrowth
{
    /// <summary>The rate, percent a year, at which an amount multiplies by a ratio within a number of years.</summary>
    /// <param name="ratio">End amount over start amount; 0 gives −100.</param>
    /// <param name="years">Years between, at least 1.</param>
    /// <returns>100 × (ratio^(1/years) − 1), within a few units of the last place of the root; NaN where the ratio is NaN.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ratio is negative or infinite, or years is below 1.</exception>
    public static double PctAYear(double ratio, int years)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(years, 1);
        if (double.IsNaN(ratio))
        {
            return double.NaN;
        }

        ArgumentOutOfRangeException.ThrowIfNegative(ratio);
        if (double.IsInfinity(ratio))
        {
            throw new ArgumentOutOfRangeException(nameof(ratio), ratio, "The ratio must be finite.");
        }

        return 100 * (Root(ratio, years) - 1);
    }

    // Newton's method on x^n = a from above: x falls to the root and the first step that no longer falls ends it.
    private static double Root(double a, int n)
    {
        if (a == 0 || n == 1)
        {
            return a;
        }

        // (1 + (a − 1)/n)^n >= a (Bernoulli), so this start is not below the root; for a < 1 it stays positive.
        double x = 1 + ((a - 1) / n);
        while (true)
        {
            double next = (((n - 1) * x) + (a / Power(x, n - 1))) / n;
            if (!(next < x))
            {
                return x;
            }

            x = next;
        }
    }

    private static double Power(double x, int n)
    {
        double power = 1;
        for (int i = 0; i < n; i++)
        {
            power *= x;
        }

        return power;
    }
}
