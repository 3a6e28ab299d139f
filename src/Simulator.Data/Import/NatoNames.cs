using System.Text.RegularExpressions;
using Simulator.Alliance;
using Simulator.Data.Diagnostics;
using Simulator.Data.Editions;

namespace Simulator.Data.Import;

/// <summary>How NATO's tables name members, totals and currencies.</summary>
internal sealed partial class NatoNames
{
    /// <summary>Names in NATO's tables that are not those of members.csv.</summary>
    private static readonly (string Name, string Code)[] OtherNames =
    [
        ("slovak republic", "SVK"),
        ("czech republic", "CZE"),
        ("turkey", "TUR"),
        ("republic of north macedonia", "MKD"),
        ("united states of america", "USA"),
        ("the netherlands", "NLD"),
    ];

    private static readonly (string Name, string Code)[] Totals =
    [
        ("nato total", NatoReader.TotalCode),
        ("nato europe and canada", NatoReader.EurCanCode),
    ];

    /// <summary>Words for currencies; where one word has several meanings the member decides.</summary>
    private static readonly (string Word, string Member, string Code)[] CurrencyWords =
    [
        ("euros", "", "EUR"), ("euro", "", "EUR"), ("us dollars", "", "USD"), ("canadian dollars", "", "CAD"), ("leks", "ALB", "ALL"),
        ("leva", "BGR", "BGN"), ("kunas", "HRV", "HRK"), ("kuna", "HRV", "HRK"), ("koruny", "CZE", "CZK"), ("kroner", "DNK", "DKK"),
        ("kroner", "NOR", "NOK"), ("forint", "HUN", "HUF"), ("forints", "HUN", "HUF"), ("denars", "MKD", "MKD"), ("zlotys", "POL", "PLN"),
        ("new lei", "ROU", "RON"), ("lei", "ROU", "RON"), ("kronor", "SWE", "SEK"), ("liras", "TUR", "TRY"), ("pounds", "GBR", "GBP"),
        ("kronur", "ISL", "ISK"),
    ];

    private readonly Roster _roster;
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _usual = new(StringComparer.Ordinal);

    /// <summary>Collects the names.</summary>
    /// <param name="roster">The members.</param>
    /// <param name="given">Names that the user gave, with the code of the member each stands for.</param>
    public NatoNames(Roster roster, IReadOnlyList<KeyValuePair<string, string>> given)
    {
        _roster = roster;
        foreach ((string name, string code) in OtherNames.Where(o => roster.TryMember(o.Code, out _)))
        {
            _codes[name] = code;
        }

        foreach (Member member in roster.Members)
        {
            _codes[Plain(member.Name)] = member.Iso3;
            _usual.Add(Plain(member.Name));
        }

        foreach ((string name, string code) in Totals)
        {
            _codes[name] = code;
            _usual.Add(name);
        }

        foreach ((string name, string code) in given)
        {
            _codes[Plain(name)] = code;
        }
    }

    /// <summary>Text as it is compared: small letters, single blanks, no footnote marks at the end.</summary>
    public static string Plain(string text) => Marks().Replace(OneLine(text), "").ToLowerInvariant();

    /// <summary>Text with single blanks and none at its ends.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>True when the text ends in a footnote mark.</summary>
    public static bool HasMark(string text) => Marks().IsMatch(OneLine(text));

    /// <summary>The name and the currency of a label such as "Denmark* (Kroner)"; the currency is empty where there is none.</summary>
    public static (string Name, string Currency) Split(string label)
    {
        Match match = WithCurrency().Match(OneLine(label));
        return match.Success ? (match.Groups["name"].Value, match.Groups["currency"].Value) : (label, "");
    }

    /// <summary>Code of a member or a total.</summary>
    /// <param name="name">The name, without currency.</param>
    /// <param name="code">The code.</param>
    /// <param name="isUsual">False when it is known under another name in members.csv.</param>
    public bool TryCode(string name, out string code, out bool isUsual)
    {
        string plain = Plain(name);
        isUsual = _usual.Contains(plain);
        bool found = _codes.TryGetValue(plain, out string? known);
        code = known ?? "";
        return found;
    }

    /// <summary>True when the code is that of a published total.</summary>
    public static bool IsTotal(string code) => code is NatoReader.TotalCode or NatoReader.EurCanCode;

    /// <summary>A question that names the nearest member; empty where none is near.</summary>
    public string Question(string name) => NearestName.Question(OneLine(name), _roster.Members.Select(m => m.Name));

    /// <summary>ISO 4217 code of a currency that stands behind a member; empty where the word is unknown.</summary>
    public static string CurrencyOf(string word, string member)
    {
        string plain = Plain(word);
        foreach ((string known, string only, string code) in CurrencyWords)
        {
            if (known == plain && (only.Length == 0 || only == member))
            {
                return code;
            }
        }

        return "";
    }

    [GeneratedRegex(@"\s*[*†‡\u00B9\u00B2\u00B3\u2070-\u2079]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex(@"^(?<name>[^()]+?)\s*\((?<currency>[^()]+)\)\s*(?<mark>\**)$", RegexOptions.CultureInvariant)]
    private static partial Regex WithCurrency();
}
