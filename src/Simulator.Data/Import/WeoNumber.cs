using System.Globalization;
using System.Text.RegularExpressions;

namespace Simulator.Data.Import;

/// <summary>Reads a number of a WEO file.</summary>
/// <param name="thousands">True when commas stand between thousands.</param>
internal readonly partial struct WeoNumber(bool thousands)
{
    /// <summary>Reads a number and writes it as the files of the data folder have it: a decimal point, no exponent, no blank.</summary>
    public bool TryRead(string text, out string number)
    {
        number = "";
        string plain = thousands && HasThousands(text) ? text.Replace(",", "", StringComparison.Ordinal) : text;
        if (!LooksNumeric(plain) || !decimal.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value))
        {
            return false;
        }

        // The digits of the source stay as they are: 2.0 is not 2.
        number = plain.AsSpan().IndexOfAny('e', 'E') < 0 ? plain : value.ToString("0.############################", CultureInfo.InvariantCulture);
        return true;
    }

    /// <summary>True for a number with commas between thousands, and perhaps a decimal point.</summary>
    public static bool HasThousands(string text) => Thousands().IsMatch(text);

    /// <summary>True for a number without any comma.</summary>
    public static bool LooksNumeric(string text) => Plain().IsMatch(text.Replace(",", "", StringComparison.Ordinal)) && (!text.Contains(',', StringComparison.Ordinal) || HasThousands(text));

    [GeneratedRegex(@"^-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"^-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]{1,2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
