using Simulator.Alliance;
using Simulator.Projections;

namespace Simulator.Reports;

/// <summary>The units that headlines and figures speak of, whatever groups an edition names.</summary>
internal static class AllianceUnits
{
    /// <summary>The European allies: the group EUROPE, or every member but the USA and Canada.</summary>
    public static Unit Europe(Roster roster) => roster.TryGroup("EUROPE", out Group? europe)
        ? Unit.Group(europe)
        : Unit.Group(roster.All.Except(Of(roster, "USA")).Except(Of(roster, "CAN")));

    /// <summary>The id under which figures of all allies with armed forces stand: that of the group that is these, else "ALLIES".</summary>
    public static string IdOfForces(Roster roster) => roster.Groups.FirstOrDefault(g => g.Members == roster.WithForces)?.Id ?? "ALLIES";

    /// <summary>One member as a set; empty when the edition does not know it.</summary>
    public static MemberSet Of(Roster roster, string iso3) =>
        roster.TryMember(iso3, out Member? member) ? MemberSet.Of(member.Index) : MemberSet.Empty;
}
