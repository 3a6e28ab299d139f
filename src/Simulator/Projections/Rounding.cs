using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Simulator.Projections;

/// <summary>The one rule by which figures are rounded before they are compared or counted.</summary>
public static class Rounding
{
    // Half, and what 15 digits of a share leave open.
    private const double HalfUpwards = 0.5000000000005;

    private static readonly double[] PowersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10];

    private static readonly decimal[] DecimalPowersOfTen =
        [1m, 10m, 100m, 1_000m, 10_000m, 100_000m, 1_000_000m, 10_000_000m, 100_000_000m, 1_000_000_000m, 10_000_000_000m];

    /// <summary>
    /// Rounds to a number of decimals; a half goes away from zero, so that a fall prints as the rise of the same size would.
    /// The number is first read as the decimal of 15 significant digits that it stands for: 2.725 is a half although the
    /// nearest double lies below it. The result is the double nearest to the rounded decimal, on every machine.
    /// </summary>
    /// <param name="value">Any number; what is not finite, or beyond 10^15 where a double has few decimals left, comes back unchanged.</param>
    /// <param name="decimals">Decimals to keep, 0 to 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">Decimals are outside 0 to 10.</exception>
    public static double HalfUp(double value, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 10);
        if (!double.IsFinite(value) || Math.Abs(value) >= 1e15)
        {
            return value;
        }

        // Whole units of the last decimal are exact in a decimal; one division by an exact power of ten rounds once.
        decimal units = decimal.Floor((Math.Abs((decimal)value) * DecimalPowersOfTen[decimals]) + 0.5m);
        double rounded = (double)units / PowersOfTen[decimals];
        return value < 0 && rounded != 0 ? -rounded : rounded;
    }

    /// <summary>
    /// Shares in whole hundredths, eight at a time, rounded as <see cref="Hundredths(double)"/> does: half a hundredth counts up although
    /// the nearest double may lie below it. For numbers from 0 to 1,000.
    /// </summary>
    /// <param name="value">Shares, percent.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Hundredths(Vector512<double> value) =>
        Vector512.Floor((value * Vector512.Create(100.0)) + Vector512.Create(HalfUpwards));

    /// <summary>The value in whole hundredths, rounded as <see cref="HalfUp"/> does: what shares are compared by.</summary>
    /// <param name="value">A finite number below 10^15 in size.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite or too large.</exception>
    public static long Hundredths(double value)
    {
        if (!double.IsFinite(value) || Math.Abs(value) >= 1e15)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "Only finite numbers below 10^15 have hundredths.");
        }

        long units = (long)decimal.Floor((Math.Abs((decimal)value) * 100m) + 0.5m);
        return value < 0 ? -units : units;
    }
}
