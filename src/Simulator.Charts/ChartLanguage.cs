using System.Globalization;

namespace Simulator.Charts;

/// <summary>
/// Number formats and the few words that figures need of their own. A small table instead of the machine's cultures, because those
/// differ from one machine to the next and the same figure must be the same bytes everywhere.
/// </summary>
public sealed record ChartLanguage
{
    private const string Space = "\u00A0";
    private const string Minus = "\u2212";

    private ChartLanguage()
    {
    }

    /// <summary>English.</summary>
    public static ChartLanguage English { get; } = new()
    {
        Code = "en",
        Decimal = ".",
        Thousands = ",",
        GroupFrom = 4,
        PercentGap = "",
        Words = new ChartWords
        {
            Source = "Source: {0}",
            Edition = "Edition: {0}",
            CutOff = "Cut-off: {0}",
            Run = "Run {0}",
            Past = "Past",
            Projection = "Projection",
            AtLine = "At the line in {0}",
            Short = "Short of the line in {0}",
            Beyond = "Beyond the scale",
            Estimate = "{0} estimate",
            Total = "Total",
            NoFigure = "No figure",
            LineAt = "{0}: {1}",
            DescribeMultiples = "{0} panels, one per member, {1} to {2}, projected after {3}. Highest in {2}: {4}. Lowest: {5}.",
            DescribeRanking = "{0} members, {1} against {2}. Highest in {2}: {3}. Lowest: {4}. {5} of {0} reach the line of {6}.",
            DescribeStack = "Stacked areas from {0} to {1}, projected after {2}. Total: {3}.",
        },
    };

    /// <summary>Code of the language, ISO 639-1.</summary>
    public required string Code { get; init; }

    /// <summary>Decimal mark.</summary>
    public required string Decimal { get; init; }

    /// <summary>Mark between thousands.</summary>
    public required string Thousands { get; init; }

    /// <summary>Digits before the decimal mark from which thousands are marked off: Spanish and Polish start at five.</summary>
    public required int GroupFrom { get; init; }

    /// <summary>What stands between a number and its percent sign.</summary>
    public required string PercentGap { get; init; }

    /// <summary>The words.</summary>
    public required ChartWords Words { get; init; }

    /// <summary>A number with a fixed count of decimals, thousands marked off and a real minus sign.</summary>
    /// <param name="value">A finite number.</param>
    /// <param name="decimals">Digits after the decimal mark.</param>
    /// <returns>The number as written in this language; nothing for what is not finite, so that no figure ever says NaN.</returns>
    public string Number(double value, int decimals = 0)
    {
        if (!double.IsFinite(value))
        {
            return "";
        }

        var plain = value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var negative = plain.StartsWith('-');
        var digits = negative ? plain[1..] : plain;
        if (digits.AsSpan().IndexOfAnyExcept("0.") < 0)
        {
            negative = false;
        }

        var dot = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = dot < 0 ? digits : digits[..dot];
        var fraction = dot < 0 ? "" : Decimal + digits[(dot + 1)..];
        return (negative ? Minus : "") + Grouped(whole) + fraction;
    }

    /// <summary>A share in percent.</summary>
    /// <param name="valuePct">The share in percent.</param>
    /// <param name="decimals">Digits after the decimal mark.</param>
    /// <returns>Number and percent sign; nothing for what is not finite.</returns>
    public string Percent(double valuePct, int decimals = 1) =>
        double.IsFinite(valuePct) ? Number(valuePct, decimals) + PercentGap + "%" : "";

    /// <summary>Digits after the decimal mark that the multiples of a step need, at most three.</summary>
    /// <param name="step">A step of an axis.</param>
    /// <returns>0 to 3.</returns>
    public static int DecimalsOf(double step)
    {
        var decimals = 0;
        for (var s = step; decimals < 3 && Math.Abs(s - Math.Round(s)) > 1e-6; s *= 10)
        {
            decimals++;
        }

        return decimals;
    }

    /// <summary>A year, with the "e" that NATO puts behind years that are estimates.</summary>
    /// <param name="year">The year.</param>
    /// <param name="estimate">Whether the year's figures are estimates.</param>
    /// <returns>For example 2026e.</returns>
    public static string Year(int year, bool estimate = false) => year.ToString(CultureInfo.InvariantCulture) + (estimate ? "e" : "");

    /// <summary>Fills a pattern of <see cref="ChartWords"/>.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="parts">What goes into its places.</param>
    /// <returns>The text.</returns>
    public static string Fill(string pattern, params string[] parts) => string.Format(CultureInfo.InvariantCulture, pattern, parts);

    private string Grouped(string whole)
    {
        if (whole.Length < GroupFrom)
        {
            return whole;
        }

        var grouped = new System.Text.StringBuilder();
        for (var i = 0; i < whole.Length; i++)
        {
            if (i > 0 && (whole.Length - i) % 3 == 0)
            {
                grouped.Append(Thousands);
            }

            grouped.Append(whole[i]);
        }

        return grouped.ToString();
    }
}

/// <summary>The words of one language; {0}, {1} are places to be filled.</summary>
public sealed record ChartWords
{
    /// <summary>Publishers and titles.</summary>
    public required string Source { get; init; }

    /// <summary>Edition of the data.</summary>
    public required string Edition { get; init; }

    /// <summary>Cut-off date of the data.</summary>
    public required string CutOff { get; init; }

    /// <summary>Run id.</summary>
    public required string Run { get; init; }

    /// <summary>What has been.</summary>
    public required string Past { get; init; }

    /// <summary>What is projected.</summary>
    public required string Projection { get; init; }

    /// <summary>Members at or above the line in a year.</summary>
    public required string AtLine { get; init; }

    /// <summary>Members below the line in a year.</summary>
    public required string Short { get; init; }

    /// <summary>A value that the axis does not reach.</summary>
    public required string Beyond { get; init; }

    /// <summary>A year whose figures are estimates.</summary>
    public required string Estimate { get; init; }

    /// <summary>The sum of all layers.</summary>
    public required string Total { get; init; }

    /// <summary>A member without a figure.</summary>
    public required string NoFigure { get; init; }

    /// <summary>The line of comparison and its value.</summary>
    public required string LineAt { get; init; }

    /// <summary>Description of small multiples: members, first year, last year, last year of the past, highest, lowest.</summary>
    public required string DescribeMultiples { get; init; }

    /// <summary>Description of a ranking: members, today, headline year, highest, lowest, members at the line, the line.</summary>
    public required string DescribeRanking { get; init; }

    /// <summary>Description of a stack: first year, last year, last year of the past, totals.</summary>
    public required string DescribeStack { get; init; }
}
