using System.Buffers;
using Simulator.Alliance;
using Simulator.Data.Diagnostics;

namespace Simulator.Data.Scenarios;

/// <summary>A member expression, resolved.</summary>
/// <param name="Members">Who is meant; with Iceland where it was meant.</param>
/// <param name="Named">Members written by their own code, not through a group.</param>
/// <param name="OtherCase">True when a name was written in another letter case.</param>
/// <param name="Faults">What is wrong; empty when all is well.</param>
internal sealed record MemberList(MemberSet Members, MemberSet Named, bool OtherCase, IReadOnlyList<CellFault> Faults);

/// <summary>Reads "DEU FRA ITA", "NORDIC, BALTIC", "EUROPE except GBR TUR": names, then those who are left out.</summary>
internal sealed class MemberExpression
{
    private static readonly SearchValues<char> Between = SearchValues.Create(" ,;+&\t\n\r\u00A0\u202F");

    // Names that people write and that no edition holds, beside the English names of the roster.
    private static readonly (string Name, string Iso3)[] Aliases =
    [
        ("uk", "GBR"), ("gb", "GBR"), ("great britain", "GBR"), ("britain", "GBR"), ("united kingdom", "GBR"), ("england", "GBR"),
        ("us", "USA"), ("united states", "USA"), ("united states of america", "USA"), ("america", "USA"),
        ("turkey", "TUR"), ("türkiye", "TUR"), ("turkiye", "TUR"), ("czechia", "CZE"), ("czech republic", "CZE"),
        ("holland", "NLD"), ("the netherlands", "NLD"), ("netherlands", "NLD"), ("macedonia", "MKD"), ("north macedonia", "MKD"),
        ("slovakia", "SVK"), ("slovak republic", "SVK"), ("deutschland", "DEU"), ("germany", "DEU"), ("ger", "DEU"), ("allemagne", "DEU"),
        ("frankreich", "FRA"), ("italien", "ITA"), ("italia", "ITA"), ("spanien", "ESP"), ("españa", "ESP"), ("polen", "POL"), ("polska", "POL"),
        ("al", "ALB"), ("be", "BEL"), ("bg", "BGR"), ("ca", "CAN"), ("cz", "CZE"), ("de", "DEU"), ("dk", "DNK"), ("ee", "EST"), ("es", "ESP"),
        ("fi", "FIN"), ("fr", "FRA"), ("gr", "GRC"), ("el", "GRC"), ("hr", "HRV"), ("hu", "HUN"), ("is", "ISL"), ("it", "ITA"), ("lt", "LTU"),
        ("lu", "LUX"), ("lv", "LVA"), ("me", "MNE"), ("mk", "MKD"), ("nl", "NLD"), ("no", "NOR"), ("pl", "POL"), ("pt", "PRT"), ("ro", "ROU"),
        ("rom", "ROU"), ("se", "SWE"), ("si", "SVN"), ("sk", "SVK"), ("tr", "TUR"), ("por", "PRT"), ("den", "DNK"), ("gre", "GRC"), ("ned", "NLD"),
    ];

    // A text that is no list of members at all is told of by its first words.
    private const int MostFaults = 10;

    private readonly Roster _roster;
    private readonly Dictionary<string, MemberList> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly List<string> _codes = [];

    public MemberExpression(Roster roster)
    {
        _roster = roster;
        foreach ((string name, string iso3) in Aliases)
        {
            if (roster.TryMember(iso3, out _))
            {
                _names[name] = iso3;
            }
        }

        foreach (Member member in roster.Members)
        {
            _names[member.Name.ToLowerInvariant()] = member.Iso3;
            _codes.Add(member.Iso3);
        }

        _codes.AddRange(roster.Groups.Select(g => g.Id));
        _codes.AddRange(["ALL", "except"]);
    }

    /// <summary>Resolves an expression; empty means all members. The same text gives the same answer, worked out once.</summary>
    public MemberList Read(string text)
    {
        if (!_known.TryGetValue(text, out MemberList? list))
        {
            list = Resolve(text);
            _known.Add(text, list);
        }

        return list;
    }

    /// <summary>An expression in the usual writing: capitals, one blank between names, nothing for all.</summary>
    public static string Canonical(string text)
    {
        IEnumerable<string> words = Words(text).Select(w => text.Substring(w.Start, w.Length)).Select(w => w.Equals("except", StringComparison.OrdinalIgnoreCase) ? "except" : w.ToUpperInvariant());
        string all = string.Join(' ', words);
        return all == "ALL" ? "" : all;
    }

    private MemberList Resolve(string text)
    {
        if (text.Length == 0)
        {
            return new MemberList(_roster.All, MemberSet.Empty, false, []);
        }

        List<(int Start, int Length)> words = Words(text);
        List<CellFault> faults = [];
        MemberSet members = MemberSet.Empty;
        MemberSet left = MemberSet.Empty;
        MemberSet named = MemberSet.Empty;
        bool otherCase = false;
        int except = -1;
        int after = 0;
        for (int i = 0; i < words.Count; i++)
        {
            (int start, int length) = words[i];
            string word = text.Substring(start, length);
            if (word.Equals("except", StringComparison.OrdinalIgnoreCase))
            {
                if (i == 0 || except >= 0)
                {
                    faults.Add(new(DiagnosticCodes.MemberGrammar, i == 0 ? "nobody is named before \"except\"" : "\"except\" is written twice", i == 0 ? "write ALL except … to leave members out of all" : "write all that are left out after one \"except\"", start, length));
                }

                except = i;
                continue;
            }

            after += except >= 0 ? 1 : 0;
            if (TryName(word, out MemberSet set, out bool single, out bool exact))
            {
                otherCase |= !exact;
                if (except >= 0)
                {
                    left = left.Union(set);
                }
                else
                {
                    members = members.Union(set);
                    named = single ? named.Union(set) : named;
                }

                continue;
            }

            faults.Add(Unknown(text, words, ref i));
            if (faults.Count == MostFaults)
            {
                break;
            }
        }

        if (words.Count == 0)
        {
            faults.Add(new(DiagnosticCodes.MemberGrammar, "no member is named", "leave the cell empty for all members", 0, text.Length));
        }
        else if (except >= 0 && after == 0)
        {
            (int start, int length) = words[^1];
            faults.Add(new(DiagnosticCodes.MemberGrammar, "nobody is named after \"except\"", "", start, length));
        }

        members = members.Except(left);
        if (faults.Count == 0 && members.IsEmpty)
        {
            faults.Add(new(DiagnosticCodes.NobodyLeft, "nobody is left of these members", "", 0, text.Length));
        }

        return new MemberList(members, named.Except(left), otherCase, faults);
    }

    private bool TryName(string word, out MemberSet set, out bool single, out bool exact)
    {
        string upper = word.ToUpperInvariant();
        exact = upper == word;
        single = _roster.TryMember(upper, out Member? member);
        if (single)
        {
            set = MemberSet.Of(member!.Index);
            return true;
        }

        if (_roster.TryGroup(upper, out Group? group))
        {
            set = group.Members;
            return true;
        }

        set = upper == "ALL" ? _roster.All : MemberSet.Empty;
        return upper == "ALL";
    }

    // Names such as "United Kingdom" are several words: the longest run that is a name is reported as one.
    private CellFault Unknown(string text, List<(int Start, int Length)> words, ref int i)
    {
        int start = words[i].Start;
        for (int last = Math.Min(words.Count - 1, i + 3); last >= i; last--)
        {
            int end = words[last].Start + words[last].Length;
            if (_names.TryGetValue(text[start..end].ToLowerInvariant(), out string? iso3))
            {
                i = last;
                return new(DiagnosticCodes.UnknownMember, $"{text[start..end]} is not a member's code", $"did you mean {iso3}?", start, end - start);
            }
        }

        string word = text.Substring(start, words[i].Length);
        string nearest = NearestName.Of(word, _codes);
        string byName = nearest.Length > 0 ? "" : NearestName.Of(word, _names.Keys.Where(n => n.Length > 3));
        string help = nearest.Length > 0 ? $"did you mean {nearest}?"
            : byName.Length > 0 ? $"did you mean {_names[byName]}?"
            : "members are ISO codes such as FRA, groups are " + string.Join(", ", _roster.Groups.Select(g => g.Id));
        return new(DiagnosticCodes.UnknownMember, $"unknown member or group {NearestName.Short(word)}", help, start, words[i].Length);
    }

    private static List<(int Start, int Length)> Words(string text)
    {
        List<(int, int)> words = [];
        int at = 0;
        while (at < text.Length)
        {
            if (Between.Contains(text[at]))
            {
                at++;
                continue;
            }

            int end = text.AsSpan(at).IndexOfAny(Between);
            end = end < 0 ? text.Length : at + end;
            words.Add((at, end - at));
            at = end;
        }

        return words;
    }
}
