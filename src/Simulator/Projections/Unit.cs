using Simulator.Alliance;

namespace Simulator.Projections;

/// <summary>
/// Whose figures are asked for: one member or a group. A group counts each member from the year in which it joined,
/// as NATO's own totals do; a member's own figures are there also for years before it joined.
/// </summary>
public readonly record struct Unit
{
    private Unit(MemberSet members, bool isGroup)
    {
        Members = members;
        IsGroup = isGroup;
    }

    /// <summary>The member, or all members of the group whatever the year.</summary>
    public MemberSet Members { get; }

    /// <summary>True for a group, even one of a single member.</summary>
    public bool IsGroup { get; }

    /// <summary>The roster index of a unit that is one member.</summary>
    /// <exception cref="InvalidOperationException">The unit is a group.</exception>
    public int MemberIndex => IsGroup
        ? throw new InvalidOperationException("A group has no member index.")
        : System.Numerics.BitOperations.TrailingZeroCount(Members.Bits);

    /// <summary>One member.</summary>
    /// <param name="index">Roster index.</param>
    public static Unit Member(int index) => new(MemberSet.Of(index), false);

    /// <summary>A set of members read as a group.</summary>
    /// <param name="members">The members.</param>
    public static Unit Group(MemberSet members) => new(members, true);

    /// <summary>A named group.</summary>
    /// <param name="group">The group.</param>
    public static Unit Group(Group group) => new(group.Members, true);
}
