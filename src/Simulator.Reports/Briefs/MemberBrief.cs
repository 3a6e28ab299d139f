using Simulator.Alliance;
using Simulator.Projections;

namespace Simulator.Reports.Briefs;

/// <summary>One line of a brief's table: a measure in the base year and in each year asked for.</summary>
/// <param name="Id">Name of the measure in brief.csv.</param>
/// <param name="Label">Name for people, with its unit.</param>
/// <param name="Unit">Unit in words.</param>
/// <param name="Decimals">Decimals that people are shown.</param>
/// <param name="Values">Lower and upper end by column; equal where there is no range, NaN where there is no value.</param>
public sealed record BriefLine(string Id, string Label, string Unit, int Decimals, IReadOnlyList<(double Low, double High)> Values);

/// <summary>What one scenario takes of the member.</summary>
/// <param name="Id">Id of the scenario.</param>
/// <param name="Title">Its title.</param>
/// <param name="Lines">The table.</param>
/// <param name="Flags">Flags if all of the extra spending is borrowed, by year asked for; empty text where there is nothing to see.</param>
/// <param name="Effort">How the steepest five years compare with what allies have done; empty where it cannot be told.</param>
/// <param name="Notes">Notes of the scenario's author and what is left out.</param>
public sealed record BriefScenario(string Id, string Title, IReadOnlyList<BriefLine> Lines, IReadOnlyList<string> Flags, string Effort, IReadOnlyList<string> Notes);

/// <summary>Another member of the group that the member is held beside.</summary>
/// <param name="Name">Its name.</param>
/// <param name="BaseSharePct">Share of GDP in the base year, percent.</param>
/// <param name="SharePct">Share of GDP in the headline year, percent, by scenario.</param>
/// <param name="StatedPosition">What it has said that it will spend.</param>
public sealed record BriefPeer(string Name, double BaseSharePct, IReadOnlyList<double> SharePct, string StatedPosition);

/// <summary>One member on two pages: where it stands, what scenarios take of it, what others of its group do.</summary>
public sealed partial record MemberBrief
{
    /// <summary>Its code.</summary>
    public required string Iso3 { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Run id.</summary>
    public required string RunId { get; init; }

    /// <summary>Title of the edition.</summary>
    public required string Edition { get; init; }

    /// <summary>The base year, then the years asked for: the columns of the tables.</summary>
    public required IReadOnlyList<int> Years { get; init; }

    /// <summary>What the first scenario takes of it in the last year, in a sentence with money and prices.</summary>
    public required string Headline { get; init; }

    /// <summary>Where it stands, one sentence each.</summary>
    public required IReadOnlyList<string> Standing { get; init; }

    /// <summary>What it has said that it will spend.</summary>
    public required string StatedPosition { get; init; }

    /// <summary>The scenarios in the order of the output.</summary>
    public required IReadOnlyList<BriefScenario> Scenarios { get; init; }

    /// <summary>Title of the group that it is held beside: the smallest that it belongs to.</summary>
    public required string PeerGroup { get; init; }

    /// <summary>The other members of that group.</summary>
    public required IReadOnlyList<BriefPeer> Peers { get; init; }

    /// <summary>Sources and what a reader has to know, one sentence each.</summary>
    public required IReadOnlyList<string> Caveats { get; init; }

    /// <summary>Reads a brief out of the results of a run.</summary>
    /// <param name="results">The results.</param>
    /// <param name="member">Roster index of a member with armed forces.</param>
    /// <param name="runId">Run id.</param>
    /// <exception cref="ArgumentException">The member has no armed forces, so that there is nothing to tell.</exception>
    public static MemberBrief Of(RunResults results, int member, string runId)
    {
        Edition edition = results.Edition;
        if (!edition.Roster.WithForces.Contains(member))
        {
            throw new ArgumentException("A member without armed forces has no brief.", nameof(member));
        }

        Group group = PeersOf(edition.Roster, member);
        return new MemberBrief
        {
            Iso3 = edition.Roster.Members[member].Iso3,
            Name = edition.Roster.Members[member].Name,
            RunId = runId,
            Edition = edition.Title,
            Years = [edition.BaseYear, .. results.Options.Years],
            Headline = HeadlineOf(results, member),
            Standing = StandingOf(results, member),
            StatedPosition = edition.StatedPosition(member),
            Scenarios = [.. results.Projections.Select(p => Scenario(results, p, member))],
            PeerGroup = group.Title,
            Peers =
            [
                .. group.Members.Where(m => m != member && edition.Roster.WithForces.Contains(m)).Select(m => new BriefPeer(
                    edition.Roster.Members[m].Name,
                    results.History.SharePct(Unit.Member(m), edition.BaseYear),
                    [.. results.Projections.Select(p => p.SharePct(Unit.Member(m), results.Options.HeadlineYear))],
                    edition.StatedPosition(m))),
            ],
            Caveats = CaveatsOf(results),
        };
    }

    // The smallest group says most about a member; of two the one that the data name first.
    private static Group PeersOf(Roster roster, int member) =>
        roster.Groups.Where(g => g.Members.Contains(member) && g.Members.Count > 1).MinBy(g => g.Members.Count)
        ?? throw new InvalidOperationException("Every member belongs to the group of all.");
}
