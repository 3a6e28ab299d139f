using System.Diagnostics.CodeAnalysis;
using Simulator.Alliance;
using Simulator.Data.Diagnostics;
using Simulator.Pathways;

namespace Simulator.Data.Scenarios;

/// <summary>How scenarios are bound.</summary>
public sealed record BindOptions
{
    /// <summary>The usual options.</summary>
    public static BindOptions Default { get; } = new();

    /// <summary>True when the user chose the edition: a scenario that names another one is then bound all the same, with a notice.</summary>
    public bool EditionOverride { get; init; }

    /// <summary>
    /// Base years of other editions by id, as far as scenarios name them: what a scenario says of its own base year can
    /// then be read on a later edition.
    /// </summary>
    public IReadOnlyDictionary<string, int> BaseYears { get; init; } = new Dictionary<string, int>();

    /// <summary>Ids of shipped scenarios that are wanted beside those of the files given; they come after them in the set.</summary>
    public IReadOnlyList<string> ShippedIds { get; init; } = [];
}

/// <summary>Members that stay at their base-year share under a scenario, by reason; core leg, members with armed forces.</summary>
/// <param name="NotNamed">No path row but hold names them.</param>
/// <param name="AlreadyThere">Named by at_least_pct only, and at or above each target in the base year.</param>
/// <param name="NoPlan">Named by plan only, and their national plan has no dated point that the row would use.</param>
public readonly record struct HoldingMembers(MemberSet NotNamed, MemberSet AlreadyThere, MemberSet NoPlan)
{
    /// <summary>All of them.</summary>
    public MemberSet All => NotNamed.Union(AlreadyThere).Union(NoPlan);
}

/// <summary>What binding found: the scenarios that are sound, and everything that was said about any file.</summary>
public sealed class ScenarioSet
{
    private readonly Edition _edition;

    internal ScenarioSet(Edition edition, IReadOnlyList<Scenario> scenarios, IReadOnlyList<Diagnostic> diagnostics, InputCount count)
    {
        _edition = edition;
        Scenarios = scenarios;
        Diagnostics = diagnostics;
        Count = count;
    }

    /// <summary>Scenarios without errors, in the order in which they first occur: file by file, then shipped ones asked for.</summary>
    public IReadOnlyList<Scenario> Scenarios { get; }

    /// <summary>All diagnostics of all files, by file in the order given, then by line and column.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>How many files and rows were given (shipped files are not counted).</summary>
    public InputCount Count { get; }

    /// <summary>True when a diagnostic is an error; then nothing should be computed.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.IsError);

    /// <summary>Finds a sound scenario by its id.</summary>
    /// <param name="id">Id, exactly as written.</param>
    /// <param name="scenario">The scenario when found.</param>
    public bool TryFind(string id, [MaybeNullWhen(false)] out Scenario scenario)
    {
        scenario = Scenarios.FirstOrDefault(s => s.Id == id);
        return scenario is not null;
    }

    /// <summary>Members that simply hold their base-year share under a scenario; check lists them.</summary>
    /// <param name="scenario">A scenario of this set.</param>
    public HoldingMembers Holding(Scenario scenario)
    {
        MemberSet forces = _edition.Roster.WithForces;
        MemberSet named = MemberSet.Empty;
        MemberSet moved = MemberSet.Empty;
        MemberSet planned = MemberSet.Empty;
        foreach (PathRow row in scenario.Paths)
        {
            if (row.Leg != Leg.Core || row.What == PathWhat.Hold)
            {
                continue;
            }

            named = named.Union(row.Members);
            foreach (int member in row.Members)
            {
                bool moves = row.What switch
                {
                    PathWhat.AtLeastPct => row.Value > ScenarioRules.BaseSharePct(_edition, member),
                    PathWhat.Plan => _edition.Plans[member].Points.Count > 0
                        || (row.Continuation == PlanContinuation.ThenHague && !_edition.Plans[member].RefusesPledge && ScenarioRules.BaseSharePct(_edition, member) < ScenarioRules.HagueCorePct),
                    _ => true,
                };
                moved = moves ? moved.Union(MemberSet.Of(member)) : moved;
                planned = row.What == PathWhat.Plan ? planned.Union(MemberSet.Of(member)) : planned;
            }
        }

        foreach (SettingRow setting in scenario.Settings)
        {
            // Taking over what another member no longer spends moves a member too.
            moved = setting.Setting == Setting.BackfillPct && setting.Number > 0 ? moved.Union(setting.Members) : moved;
        }

        MemberSet still = forces.Except(moved);
        return new HoldingMembers(still.Except(named), still.Intersect(named).Except(planned), still.Intersect(planned));
    }
}
