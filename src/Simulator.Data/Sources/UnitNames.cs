using System.Collections.Frozen;
using Simulator.Alliance;
using Simulator.Data.Editions;

namespace Simulator.Data.Sources;

/// <summary>Names of members and groups by language; without a table the English names of the roster stand.</summary>
public sealed class UnitNames
{
    /// <summary>The file in the data folder.</summary>
    public const string FileName = "unit-names.csv";

    private static readonly string[] LanguageCodes = ["de", "en", "es", "fr", "it", "pl"];

    private readonly FrozenDictionary<(string Id, string Language), string> _names;

    /// <summary>Names from a table.</summary>
    /// <param name="names">Names by ISO 3166-1 alpha-3 code or id of the group, and ISO 639-1 code of the language.</param>
    public UnitNames(IEnumerable<KeyValuePair<(string Id, string Language), string>> names) => _names = names.ToFrozenDictionary();

    /// <summary>The roster's own English names.</summary>
    public static UnitNames English { get; } = new([]);

    /// <summary>ISO 639-1 codes of the languages that every unit is named in, in ordinal order.</summary>
    public static IReadOnlyList<string> Languages => LanguageCodes;

    /// <summary>Reads the names; every member and every group must have one in every language.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="roster">The members and groups.</param>
    /// <returns>The names, or what is wrong with their file.</returns>
    public static DataResult<UnitNames> Load(DataFolder folder, Roster roster)
    {
        List<DataProblem> problems = [];
        using DataTable? table = DataTable.Open(folder, FileName, ["id", "language", "name"], problems);
        if (table is null)
        {
            return new(problems);
        }

        string[] units = [.. roster.Members.Select(m => m.Iso3), .. roster.Groups.Select(g => g.Id)];
        HashSet<string> known = new(units, StringComparer.Ordinal);
        Dictionary<(string Id, string Language), string> names = [];
        while (table.Next())
        {
            string id = table.Required(0);
            string language = table.Required(1);
            string name = table.Required(2);
            if (!known.Contains(id))
            {
                table.Problem(0, $"\"{id}\" is neither a member nor a group");
            }
            else if (!LanguageCodes.Contains(language))
            {
                table.Problem(1, $"language is \"{language}\"; one of {string.Join(", ", LanguageCodes)} is expected");
            }
            else if (!names.TryAdd((id, language), name))
            {
                table.Problem(0, $"{id} is named twice in {language}");
            }
        }

        if (problems.Count == 0)
        {
            foreach (string id in units)
            {
                string[] missing = [.. LanguageCodes.Where(l => !names.ContainsKey((id, l)))];
                if (missing.Length > 0)
                {
                    table.Problem($"{id} has no name in {string.Join(", ", missing)}");
                }
            }
        }

        return problems.Count > 0 ? new(problems) : new(new UnitNames(names));
    }

    /// <summary>Name of a member.</summary>
    /// <param name="member">The member.</param>
    /// <param name="language">ISO 639-1 code.</param>
    public string Of(Member member, string language) => _names.GetValueOrDefault((member.Iso3, language), member.Name);

    /// <summary>Name of a group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="language">ISO 639-1 code.</param>
    public string Of(Group group, string language) => _names.GetValueOrDefault((group.Id, language), group.Title);
}
