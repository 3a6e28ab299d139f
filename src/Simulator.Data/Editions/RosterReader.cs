using Simulator.Alliance;

namespace Simulator.Data.Editions;

/// <summary>Members and groups, with the members' present currencies.</summary>
/// <param name="Roster">The roster.</param>
/// <param name="Currency">ISO 4217 codes of today, by member.</param>
internal sealed record RosterRows(Roster Roster, IReadOnlyList<string> Currency);

/// <summary>Reads members.csv and groups.csv.</summary>
internal static class RosterReader
{
    public const string MembersFile = "members.csv";
    public const string GroupsFile = "groups.csv";

    /// <summary>The roster, or null with problems.</summary>
    public static RosterRows? Read(DataFolder folder, List<DataProblem> problems)
    {
        List<Member> members = [];
        List<string> currency = [];
        using (DataTable? table = DataTable.Open(folder, MembersFile, ["iso3", "name", "accession", "currency", "region", "has_forces"], problems))
        {
            while (table is not null && table.Next())
            {
                string iso3 = table.Required(0);
                if (members.Count > 0 && string.CompareOrdinal(members[^1].Iso3, iso3) >= 0)
                {
                    table.Problem(0, $"{iso3} stands after {members[^1].Iso3}; members stand in the order of their codes, each once");
                }

                members.Add(new Member(members.Count, iso3, table.Required(1), table.Year(2), table.Required(4), table.Flag(5)));
                currency.Add(table.Required(3));
            }
        }

        if (members.Count is 0 or > 64)
        {
            problems.Add(new DataProblem(folder.PathOf(MembersFile), 0, 0, "between 1 and 64 members are expected"));
        }

        if (problems.Count > 0)
        {
            return null;
        }

        Dictionary<string, int> index = members.ToDictionary(m => m.Iso3, m => m.Index, StringComparer.Ordinal);
        List<Group> groups = [];
        using (DataTable? table = DataTable.Open(folder, GroupsFile, ["id", "title", "members", "note"], problems))
        {
            while (table is not null && table.Next())
            {
                string id = table.Required(0);
                if (groups.Exists(g => g.Id == id) || index.ContainsKey(id))
                {
                    table.Problem(0, $"the id {id} is taken already");
                }

                groups.Add(new Group(id, table.Required(1), Members(table, index), table.String(3)));
            }
        }

        return problems.Count > 0 ? null : new RosterRows(new Roster(members, groups), currency);
    }

    /// <summary>Roster index of a code; -1 where it is not a member's.</summary>
    public static int IndexOf(Roster roster, string iso3) => roster.TryMember(iso3, out Member? member) ? member.Index : -1;

    private static MemberSet Members(DataTable table, Dictionary<string, int> index)
    {
        MemberSet set = MemberSet.Empty;
        foreach (string iso3 in table.Required(2).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!index.TryGetValue(iso3, out int member))
            {
                table.Problem(2, $"{iso3} is not a member");
            }
            else if (set.Contains(member))
            {
                table.Problem(2, $"{iso3} stands twice");
            }
            else
            {
                set = set.Union(MemberSet.Of(member));
            }
        }

        return set;
    }
}
