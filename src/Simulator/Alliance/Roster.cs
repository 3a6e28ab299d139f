namespace Simulator.Alliance;

/// <summary>All members and groups that an edition knows, in a fixed order.</summary>
public sealed class Roster
{
    private readonly Dictionary<string, Member> _members;
    private readonly Dictionary<string, Group> _groups;

    /// <summary>Makes a roster.</summary>
    /// <param name="members">Members in index order; index i must stand at place i; at most 64.</param>
    /// <param name="groups">Groups in the order in which tables list them.</param>
    /// <exception cref="ArgumentException">An index is out of place, an id occurs twice, or there are more than 64 members.</exception>
    public Roster(IReadOnlyList<Member> members, IReadOnlyList<Group> groups)
    {
        if (members.Count > 64)
        {
            throw new ArgumentException("A roster holds at most 64 members.", nameof(members));
        }

        for (int i = 0; i < members.Count; i++)
        {
            if (members[i].Index != i)
            {
                throw new ArgumentException($"Member {members[i].Iso3} stands at place {i} with index {members[i].Index}.", nameof(members));
            }
        }

        Members = members;
        Groups = groups;
        _members = members.ToDictionary(m => m.Iso3, StringComparer.Ordinal);
        _groups = groups.ToDictionary(g => g.Id, StringComparer.Ordinal);
        ulong all = 0;
        ulong forces = 0;
        foreach (Member member in members)
        {
            all |= 1UL << member.Index;
            forces |= member.HasForces ? 1UL << member.Index : 0;
        }

        All = new MemberSet(all);
        WithForces = new MemberSet(forces);
    }

    /// <summary>Members, by index.</summary>
    public IReadOnlyList<Member> Members { get; }

    /// <summary>Groups, in the order of tables.</summary>
    public IReadOnlyList<Group> Groups { get; }

    /// <summary>How many members there are.</summary>
    public int Count => Members.Count;

    /// <summary>Every member.</summary>
    public MemberSet All { get; }

    /// <summary>Every member that has armed forces (all but Iceland).</summary>
    public MemberSet WithForces { get; }

    /// <summary>Finds a member by its code, exactly as written.</summary>
    /// <param name="iso3">ISO 3166-1 alpha-3 code, upper case.</param>
    /// <param name="member">The member when found.</param>
    public bool TryMember(string iso3, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out Member member) =>
        _members.TryGetValue(iso3, out member);

    /// <summary>Finds a group by its id, exactly as written.</summary>
    /// <param name="id">Group id, upper case.</param>
    /// <param name="group">The group when found.</param>
    public bool TryGroup(string id, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out Group group) =>
        _groups.TryGetValue(id, out group);

    /// <summary>The member with this code.</summary>
    /// <param name="iso3">ISO 3166-1 alpha-3 code, upper case.</param>
    /// <exception cref="KeyNotFoundException">No such member.</exception>
    public Member Member(string iso3) => _members[iso3];

    /// <summary>The group with this id.</summary>
    /// <param name="id">Group id, upper case.</param>
    /// <exception cref="KeyNotFoundException">No such group.</exception>
    public Group Group(string id) => _groups[id];

    /// <summary>Those of the set that had joined by the year, as NATO's own totals count them.</summary>
    /// <param name="set">A set of members.</param>
    /// <param name="year">Calendar year.</param>
    public MemberSet JoinedBy(MemberSet set, int year)
    {
        ulong bits = 0;
        foreach (int m in set)
        {
            bits |= Members[m].Accession <= year ? 1UL << m : 0;
        }

        return new MemberSet(bits);
    }
}
