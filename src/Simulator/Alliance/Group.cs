namespace Simulator.Alliance;

/// <summary>A named set of members; groups are data and users may add their own.</summary>
/// <param name="Id">Upper-case id, such as NATO_EUR_CAN.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Members">The members; for totals of past years a member counts from the year it joined.</param>
/// <param name="Note">What the group is and where its list comes from.</param>
public sealed record Group(string Id, string Title, MemberSet Members, string Note);
