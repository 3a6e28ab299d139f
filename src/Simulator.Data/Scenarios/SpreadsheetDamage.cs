using System.Globalization;
using System.Text.RegularExpressions;
using Simulator.Data.Diagnostics;

namespace Simulator.Data.Scenarios;

/// <summary>Recognises what spreadsheets make of numbers and ids: dates, times and error values.</summary>
internal static partial class SpreadsheetDamage
{
    // Short month names of the spreadsheet languages most used by our readers: en, de, fr, it, es, nl, pl.
    private static readonly string[][] Months =
    [
        ["jan", "january", "januar", "jän", "janv", "janvier", "gen", "gennaio", "ene", "enero", "sty"],
        ["feb", "february", "februar", "févr", "fevr", "février", "febbraio", "febrero", "lut"],
        ["mar", "march", "mrz", "mär", "märz", "mars", "marzo", "mrt"],
        ["apr", "april", "avr", "avril", "aprile", "abr", "abril", "kwi"],
        ["may", "mai", "mag", "maggio", "mayo", "mei", "maj"],
        ["jun", "june", "juni", "juin", "giu", "giugno", "junio", "cze"],
        ["jul", "july", "juli", "juil", "juillet", "lug", "luglio", "julio", "lip"],
        ["aug", "august", "août", "aout", "ago", "agosto", "sie"],
        ["sep", "sept", "september", "septembre", "set", "settembre", "septiembre", "wrz"],
        ["oct", "october", "okt", "oktober", "octobre", "ott", "ottobre", "octubre", "paź"],
        ["nov", "november", "novembre", "noviembre", "lis"],
        ["dec", "december", "dez", "dezember", "déc", "décembre", "dic", "dicembre", "diciembre", "gru"],
    ];

    // English, German and French names only: the Polish "cze" and the Italian "set" would refuse ids such as cze-2030 that most users can write.
    private static readonly HashSet<string> IdMonths =
    [
        "jan", "january", "januar", "feb", "february", "februar", "mar", "march", "mrz", "mars", "apr", "april", "avr", "avril",
        "may", "mai", "jun", "june", "juni", "juin", "jul", "july", "juli", "juil", "juillet", "aug", "august", "sep", "sept", "september",
        "oct", "october", "okt", "oktober", "octobre", "nov", "november", "dec", "december", "dez", "dezember", "janvier", "septembre", "novembre",
    ];

    private static readonly string[] EnglishMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>The fault when a text is a date, a time or an error value of a spreadsheet; else null.</summary>
    public static NumberFault? Find(string text)
    {
        if (text.StartsWith('#'))
        {
            return new(DiagnosticCodes.NotANumber, "an error value of a spreadsheet stands where a number belongs", "", "mend the formula, or write the number");
        }

        if (Time().IsMatch(text))
        {
            return new(DiagnosticCodes.DateForNumber, "a time stands where a number belongs", "your spreadsheet turned a number into a time", "format the column as text and write the number again");
        }

        Match numeric = NumericDate().Match(text);
        if (numeric.Success && TryDayMonth(numeric.Groups["a"].ValueSpan, numeric.Groups["b"].ValueSpan, out int day, out int month))
        {
            return DateFault(day, month);
        }

        Match named = DayName().Match(text);
        if (named.Success && MonthOf(named.Groups["m"].Value) is > 0 and int found)
        {
            return DateFault(int.Parse(named.Groups["d"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture), found);
        }

        Match reversed = NameDay().Match(text);
        if (reversed.Success && MonthOf(reversed.Groups["m"].Value) is > 0 and int first)
        {
            return DateFault(int.Parse(reversed.Groups["d"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture), first);
        }

        return IsoDate().IsMatch(text)
            ? new(DiagnosticCodes.DateForNumber, "a date stands where a number belongs", "", "format the column as text and write the number again")
            : null;
    }

    /// <summary>True for an id that a spreadsheet turns into a date when the file is opened: a month and a number, or the date already.</summary>
    public static bool IsDateLikeId(string id)
    {
        Match match = NameDay().Match(id);
        if (match.Success && IdMonths.Contains(match.Groups["m"].Value.ToLowerInvariant()))
        {
            return true;
        }

        // What the spreadsheet has already turned can be in any of the languages.
        Match named = DayName().Match(id);
        return (named.Success && MonthOf(named.Groups["m"].Value) > 0) || NumericDate().IsMatch(id) || IsoDate().IsMatch(id);
    }

    private static NumberFault DateFault(int day, int month) => new(
        DiagnosticCodes.DateForNumber,
        "a date stands where a number belongs",
        day is >= 1 and <= 31 ? string.Create(CultureInfo.InvariantCulture, $"your spreadsheet turned {day}.{month} into {day} {EnglishMonths[month - 1]}") : "",
        day is >= 1 and <= 31
            ? string.Create(CultureInfo.InvariantCulture, $"did you mean {day}.{month}? Format the column as text before writing numbers")
            : "format the column as text and write the number again");

    // Day first, as where 2.5 becomes a date; the other order where only that makes a date.
    private static bool TryDayMonth(ReadOnlySpan<char> a, ReadOnlySpan<char> b, out int day, out int month)
    {
        day = int.Parse(a, NumberStyles.None, CultureInfo.InvariantCulture);
        month = int.Parse(b, NumberStyles.None, CultureInfo.InvariantCulture);
        if (month > 12)
        {
            (day, month) = (month, day);
        }

        return day is >= 1 and <= 31 && month is >= 1 and <= 12;
    }

    private static int MonthOf(string name)
    {
        string lower = name.ToLowerInvariant();
        for (int i = 0; i < Months.Length; i++)
        {
            if (Months[i].Contains(lower))
            {
                return i + 1;
            }
        }

        return 0;
    }

    [GeneratedRegex(@"^[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?(\s*[AaPp][Mm])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    [GeneratedRegex(@"^(?<a>[0-9]{1,2})[./-](?<b>[0-9]{1,2})[./-]([0-9]{4}|[0-9]{2})?(\s.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex NumericDate();

    [GeneratedRegex(@"^[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}([T\s].*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"^(?<d>[0-9]{1,4})[.\s-]*(?<m>\p{L}{3,10})\.?([\s-]*[0-9]{2,4})?$", RegexOptions.CultureInvariant)]
    private static partial Regex DayName();

    [GeneratedRegex(@"^(?<m>\p{L}{3,10})\.?[\s-]*(?<d>[0-9]{1,4})$", RegexOptions.CultureInvariant)]
    private static partial Regex NameDay();
}
