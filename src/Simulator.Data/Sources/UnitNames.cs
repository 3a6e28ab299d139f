using System.Collections.Frozen;
using Simulator.Alliance;

namespace Simulator.Data.Sources;

/// <summary>Names of members and groups by language; where a language has none the English name of the roster stands.</summary>
public sealed class UnitNames
{
    private readonly FrozenDictionary<(string Id, string Language), string> _names;

    /// <summary>Names from a table.</summary>
    /// <param name="names">Names by ISO 3166-1 alpha-3 code or id of the group, and ISO 639-1 code of the language.</param>
    public UnitNames(IEnumerable<KeyValuePair<(string Id, string Language), string>> names) => _names = names.ToFrozenDictionary();

    /// <summary>The roster's own English names.</summary>
    public static UnitNames English { get; } = new([]);

    /// <summary>Name of a member.</summary>
    /// <param name="member">The member.</param>
    /// <param name="language">ISO 639-1 code.</param>
    public string Of(Member member, string language) => _names.GetValueOrDefault((member.Iso3, language), member.Name);

    /// <summary>Name of a group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="language">ISO 639-1 code.</param>
    public string Of(Group group, string language) => _names.GetValueOrDefault((group.Id, language), group.Title);
}
