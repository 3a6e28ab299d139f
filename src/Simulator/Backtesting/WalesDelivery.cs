using System.Runtime.Intrinsics;
using Simulator.Lanes;

namespace Simulator.Backtesting;

/// <summary>
/// How much of the pledge of Wales had arrived at an origin. Planned is a straight line from the share of 2014 to 2 percent in 2024, for
/// members below it in 2014; the part that came of the rise due by the origin is found by least squares over members, and its spread is
/// that of what the part leaves, told as the spread of a logarithm, as draws have it: √ln(1 + (s/δ)²).
/// </summary>
/// <param name="Pct">δ: percent of the planned rise that arrived, not below 0.</param>
/// <param name="Sd">Standard deviation of the logarithm of delivery across members.</param>
public readonly record struct WalesDelivery(double Pct, double Sd)
{
    /// <summary>The year of the pledge.</summary>
    public const int PledgeYear = 2014;

    /// <summary>How many years must have passed since the pledge: a single year's change says nothing about it.</summary>
    public const int FewestYears = 2;

    /// <summary>The plan as it was announced, where nothing is known of its delivery.</summary>
    public static WalesDelivery Whole { get; } = new(100, 0);

    /// <summary>What was known of it.</summary>
    /// <param name="known">What is known at the origin.</param>
    /// <returns><see cref="Whole"/> before <see cref="FewestYears"/> have passed, and where fewer than two members can be compared.</returns>
    public static WalesDelivery Of(KnownHistory known)
    {
        if (known.FirstYear > PledgeYear || known.Origin - PledgeYear < FewestYears)
        {
            return Whole;
        }

        double due = (double)(known.Origin - PledgeYear) / (ForecastRule.WalesYear - PledgeYear);
        (double Planned, double Came)[] rises =
        [
            .. known.Roster.WithForces
                .Where(m => known.SharePct(m, PledgeYear) < ForecastRule.WalesPct && double.IsFinite(known.SharePct(m, known.Origin)) && !known.IsBroken(m, PledgeYear))
                .Select(m => ((ForecastRule.WalesPct - known.SharePct(m, PledgeYear)) * due, known.SharePct(m, known.Origin) - known.SharePct(m, PledgeYear))),
        ];
        if (rises.Length < 2)
        {
            return Whole;
        }

        double squares = rises.Sum(r => r.Planned * r.Planned);
        double part = rises.Sum(r => r.Planned * r.Came) / squares;
        if (part <= 0)
        {
            // Where shares fell, nothing of the plan arrives.
            return new WalesDelivery(0, 0);
        }

        double left = rises.Sum(r => (r.Came - (part * r.Planned)) * (r.Came - (part * r.Planned)));
        double variance = left / squares * rises.Length / (rises.Length - 1);
        return new WalesDelivery(100 * part, Math.Sqrt(Log(1 + (variance / (part * part)))));
    }

    // The machine's own logarithm may differ in its last bit from machine to machine.
    private static double Log(double value) => Elementary.Log(Vector512.Create(value)).ToScalar();
}
