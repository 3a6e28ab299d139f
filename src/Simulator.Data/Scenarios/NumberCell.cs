using System.Globalization;
using System.Text.RegularExpressions;
using Simulator.Data.Diagnostics;

namespace Simulator.Data.Scenarios;

/// <summary>Why a cell is no number.</summary>
/// <param name="Code">Code of the diagnostic.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Label">Short text under the cell; may be empty.</param>
/// <param name="Help">A way out; may be empty.</param>
internal sealed record NumberFault(string Code, string Message, string Label, string Help);

/// <summary>Reads numbers and years as people and spreadsheets write them, and guesses nothing.</summary>
internal static partial class NumberCell
{
    /// <summary>Reads a number. The result is finite.</summary>
    /// <param name="text">Trimmed, not empty.</param>
    /// <param name="decimals">How the file writes numbers.</param>
    /// <param name="percentAllowed">True where the unit is percent or points, so that a percent sign adds nothing.</param>
    /// <param name="number">The number.</param>
    /// <param name="accepted">Code of the notice for what was accepted; empty for a plain number.</param>
    /// <returns>Null when the cell is a number, else why not.</returns>
    public static NumberFault? Read(string text, DecimalMark decimals, bool percentAllowed, out double number, out string accepted)
    {
        number = 0;
        accepted = "";
        if (IsPlain(text, decimals))
        {
            // Nearly all cells: nothing in them can be damaged, so the patterns below need not look.
            number = double.Parse(decimals == DecimalMark.Comma ? text.Replace(',', '.') : text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            return double.IsFinite(number) ? null : new(DiagnosticCodes.NotANumber, "this is not a finite number", "", "");
        }

        // Scandinavian locales write the minus sign U+2212.
        string plain = text.Replace('\u2212', '-');
        if (plain.EndsWith('%'))
        {
            if (!percentAllowed)
            {
                return new(DiagnosticCodes.NotANumber, "a percent sign stands where no percentage belongs", "", "leave the sign out and check the unit");
            }

            plain = plain[..^1].TrimEnd();
            accepted = DiagnosticCodes.PercentSign;
        }

        if (SpreadsheetDamage.Find(plain) is { } damage)
        {
            return damage;
        }

        if (Grouped().IsMatch(plain))
        {
            string digits = GroupMark().Replace(plain, "");
            return new(DiagnosticCodes.Thousands, "numbers take no thousands separator", "", $"write {digits}");
        }

        int points = plain.Count(c => c == '.');
        int commas = plain.Count(c => c == ',');
        if (points + commas > 1)
        {
            return ManyMarks(plain, points, commas);
        }

        if (points + commas == 1 && MarkFault(plain, points == 1 ? '.' : ',', decimals, ref accepted) is { } fault)
        {
            return fault;
        }

        if (!double.TryParse(plain.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number))
        {
            return new(DiagnosticCodes.NotANumber, "this is not a number", "", UnitHelp(plain));
        }

        return double.IsFinite(number) ? null : new(DiagnosticCodes.NotANumber, "this is not a finite number", "", "");
    }

    /// <summary>Reads a calendar year: a whole number; "2030.0" and "2030,0" are understood.</summary>
    public static NumberFault? ReadYear(string text, out int year)
    {
        year = 0;
        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year))
        {
            return null;
        }

        Match match = WholeYear().Match(text);
        if (match.Success && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out year))
        {
            return null;
        }

        Match grouped = GroupedYear().Match(text);
        if (grouped.Success)
        {
            return new(DiagnosticCodes.Thousands, "years take no thousands separator", "", $"write {grouped.Groups[1].Value}{grouped.Groups[2].Value}");
        }

        Match inside = YearInside().Match(text);
        string help = inside.Success ? $"write {inside.Value}" : "write a year such as 2030";
        return SpreadsheetDamage.Find(text) is { } damage
            ? damage with { Message = "a date stands where a year belongs", Help = help }
            : new(DiagnosticCodes.NotAYear, "this is not a calendar year", "", help);
    }

    /// <summary>True when a cell shows which decimal mark its writer uses: one mark that cannot be a thousands separator.</summary>
    public static bool ShowsDecimalMark(string text, out char mark)
    {
        int at = text.AsSpan().IndexOfAny('.', ',');
        mark = at < 0 ? ' ' : text[at];
        if (at < 0 || text.Length > 40 || text.AsSpan(at + 1).IndexOfAny('.', ',') >= 0)
        {
            return false;
        }

        string plain = text.TrimEnd('%').Trim();
        return PlainDecimal().IsMatch(plain) && !CouldBeThousands().IsMatch(plain);
    }

    /// <summary>A number as a user of this file writes it.</summary>
    public static string Show(double number, DecimalMark decimals)
    {
        string text = number.ToString(CultureInfo.InvariantCulture);
        return decimals == DecimalMark.Comma ? text.Replace('.', ',') : text;
    }

    // Digits, perhaps a sign before them and the file's own decimal mark with digits on both sides.
    private static bool IsPlain(string text, DecimalMark decimals)
    {
        char mark = decimals switch { DecimalMark.Point => '.', DecimalMark.Comma => ',', _ => '\0' };
        int start = text[0] is '-' or '+' ? 1 : 0;
        int marks = 0;
        for (int i = start; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                continue;
            }

            if (text[i] != mark || ++marks > 1 || i == start || i == text.Length - 1)
            {
                return false;
            }
        }

        return text.Length > start;
    }

    private static NumberFault ManyMarks(string plain, int points, int commas)
    {
        if (!PlainMarks().IsMatch(plain))
        {
            return new(DiagnosticCodes.NotANumber, "this is not a number", "", "");
        }

        // Two different marks: the last one is the decimal mark whatever the country.
        char last = plain[plain.AsSpan().LastIndexOfAny('.', ',')];
        string whole = points > 0 && commas > 0
            ? plain.Replace(last == '.' ? "," : ".", "", StringComparison.Ordinal)
            : plain.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        return new(DiagnosticCodes.Thousands, "numbers take no thousands separator", "", $"write {whole}");
    }

    private static NumberFault? MarkFault(string plain, char mark, DecimalMark decimals, ref string accepted)
    {
        bool usual = decimals switch
        {
            DecimalMark.Point => mark == '.',
            DecimalMark.Comma => mark == ',',
            _ => false,
        };
        if (usual || !PlainDecimal().IsMatch(plain))
        {
            return null;
        }

        if (CouldBeThousands().IsMatch(plain))
        {
            string one = plain.Replace(mark, decimals == DecimalMark.Comma ? ',' : '.') + "0";
            string other = plain.Replace(mark.ToString(), "", StringComparison.Ordinal);
            return new(DiagnosticCodes.Thousands, "this can be read in two ways: with a thousands separator or with decimals", "", $"write {other}, or {one} for decimals");
        }

        if (decimals == DecimalMark.Point)
        {
            return new(DiagnosticCodes.NotANumber, "a decimal comma stands in a file whose numbers take a decimal point", "", $"write {plain.Replace(',', '.')}");
        }

        if (mark == '.' && accepted.Length == 0)
        {
            accepted = DiagnosticCodes.DecimalPoint;
        }

        return null;
    }

    private static string UnitHelp(string text)
    {
        Match match = LeadingNumber().Match(text);
        return match.Success && match.Length > 0 && match.Length < text.Length
            ? $"write {match.Value.Trim()} alone; units and remarks belong in column note"
            : "";
    }

    // Blanks of every width and the Swiss apostrophe between groups of three digits.
    [GeneratedRegex(@"^[+-]?[0-9]{1,3}([\s\u00A0\u202F\u2009'\u2019][0-9]{3})+([.,][0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"[\s\u00A0\u202F\u2009'\u2019]", RegexOptions.CultureInvariant)]
    private static partial Regex GroupMark();

    [GeneratedRegex(@"^[+-]?[0-9][0-9.,]*$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainMarks();

    [GeneratedRegex(@"^[+-]?[0-9]*[.,][0-9]+([eE][+-]?[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainDecimal();

    // "0.125" and "1234.567" have one reading only: groups start with 1 to 3 digits and not with a zero.
    [GeneratedRegex(@"^[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex CouldBeThousands();

    [GeneratedRegex(@"^([0-9]{4})([.,]0*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex WholeYear();

    [GeneratedRegex(@"^([0-9])[\s\u00A0\u202F\u2009.,'\u2019]([0-9]{3})$", RegexOptions.CultureInvariant)]
    private static partial Regex GroupedYear();

    [GeneratedRegex(@"\b(19|20)[0-9]{2}\b", RegexOptions.CultureInvariant)]
    private static partial Regex YearInside();

    [GeneratedRegex(@"^[+-]?[0-9]+([.,][0-9]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingNumber();
}
