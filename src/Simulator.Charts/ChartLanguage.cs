using System.Globalization;

namespace Simulator.Charts;

/// <summary>
/// Number formats and the few words that figures need of their own. A small table instead of the machine's cultures, because those
/// differ from one machine to the next and the same figure must be the same bytes everywhere.
/// </summary>
public sealed partial record ChartLanguage
{
    private const string Minus = "\u2212";

    private ChartLanguage()
    {
    }

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
