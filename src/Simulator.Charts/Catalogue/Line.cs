namespace Simulator.Charts.Catalogue;

/// <summary>The line of comparison.</summary>
internal static class Line
{
    /// <summary>
    /// Slack in points of GDP. A path that is meant to end on the line arrives there through sums and products, so its last digits differ;
    /// a millionth of a point is far below what any source prints.
    /// </summary>
    private const double SlackPp = 1e-6;

    /// <summary>Whether a share is at or above the line; without a line every share is.</summary>
    public static bool Reached(double sharePct, double linePct) => !double.IsFinite(linePct) || sharePct >= linePct - SlackPp;

    /// <summary>An axis across the top without the words of the tick that the line runs through; the line's own words say the value.</summary>
    public static Axis Clear(Axis axis, double line) => axis with
    {
        Ticks = [.. axis.Ticks.Select(t => Math.Abs(t.At - line) <= SlackPp ? t with { Label = "" } : t)],
    };
}

/// <summary>What a year's figure is, as written in the data beside a figure.</summary>
internal static class Status
{
    /// <summary>A year after the last published one.</summary>
    public const string Projection = "projection";

    /// <summary>reported, estimate or projection.</summary>
    public static string Of(int year, int lastHistoryYear, int firstEstimateYear)
    {
        if (year > lastHistoryYear)
        {
            return Projection;
        }

        return year >= firstEstimateYear ? "estimate" : "reported";
    }
}
