namespace Simulator.Tests.Lanes;

/// <summary>The normal law, worked out slowly: the yardstick of the tests of the generator.</summary>
internal static class NormalLaw
{
    /// <summary>Share above z ≥ 0: Taylor's series of the integral in the middle, Laplace's continued fraction in the tail.</summary>
    public static double Above(double z)
    {
        if (z < 0)
        {
            return 1 - Above(-z);
        }

        double density = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
        if (z < 3)
        {
            double sum = z;
            double term = z;
            for (int i = 3; i < 200; i += 2)
            {
                term *= z * z / i;
                sum += term;
            }

            return 0.5 - (density * sum);
        }

        double fraction = z;
        for (int i = 200; i >= 1; i--)
        {
            fraction = z + (i / fraction);
        }

        return density / fraction;
    }
}
