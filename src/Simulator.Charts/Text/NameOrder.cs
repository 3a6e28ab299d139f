using System.Collections.Frozen;
using System.Text;

namespace Simulator.Charts.Text;

/// <summary>
/// The alphabetical order of names in a language, the same on every machine: accents and case do not count, except that Polish and
/// Spanish letters of their own follow the letter they come from.
/// </summary>
public sealed class NameOrder : IComparer<string>
{
    // Above every letter, so that "Ł" and what follows it stand behind all of "L".
    private const char After = '\uFFFF';

    private static readonly FrozenDictionary<char, string> Base = Letters(
        ("A", "ÀÁÂÃÄÅĀĂĄ"), ("AE", "Æ"), ("C", "ÇĆČ"), ("D", "ĎĐ"), ("E", "ÈÉÊËĒĘĚ"), ("G", "ĞĢ"), ("I", "ÌÍÎÏĪİ"), ("K", "Ķ"), ("L", "ŁĻĽ"),
        ("N", "ÑŃŅŇ"), ("O", "ÒÓÔÕÖØŐ"), ("OE", "Œ"), ("R", "Ř"), ("S", "ŚŠŞȘ"), ("SS", "ẞ"), ("T", "ŤȚ"), ("U", "ÙÚÛÜŪŮŰ"), ("Y", "ÝŸ"), ("Z", "ŹŻŽ"));

    private readonly string _own;

    private NameOrder(string own) => _own = own;

    /// <summary>The order of a language.</summary>
    /// <param name="language">The language.</param>
    public static NameOrder Of(ChartLanguage language) => new(language.Code switch
    {
        "pl" => "ĄĆĘŁŃÓŚŹŻ",
        "es" => "Ñ",
        _ => "",
    });

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        int byLetters = string.CompareOrdinal(Key(x ?? ""), Key(y ?? ""));
        return byLetters != 0 ? byLetters : string.CompareOrdinal(x, y);
    }

    private string Key(string name)
    {
        StringBuilder key = new(name.Length + 4);
        foreach (char c in name)
        {
            char upper = c == 'ß' ? 'ẞ' : char.ToUpperInvariant(c);
            key.Append(Base.TryGetValue(upper, out string? letters) ? letters : upper);
            if (_own.Contains(upper, StringComparison.Ordinal))
            {
                // Ź comes before Ż, which share a base.
                key.Append(After, upper == 'Ż' ? 2 : 1);
            }
        }

        return key.ToString();
    }

    private static FrozenDictionary<char, string> Letters(params (string Base, string Forms)[] rows) =>
        rows.SelectMany(r => r.Forms.Select(f => KeyValuePair.Create(f, r.Base))).ToFrozenDictionary();
}
