using Simulator.Alliance;
using Simulator.Data.Calibration;
using Simulator.Data.Sources;
using Simulator.Feasibility;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Reports.Ranges;

namespace Simulator.Reports;

/// <summary>A member or group as it stands in a row of a table.</summary>
/// <param name="Id">ISO 3166-1 alpha-3 code, or id of the group.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Unit">The unit.</param>
public readonly record struct ReportUnit(string Id, string Name, Unit Unit);

/// <summary>Everything that the tables, answers and figures of a run read: one projection for each scenario, all on one edition.</summary>
public sealed class RunResults
{
    /// <summary>The id under which history stands in tables that also hold scenarios; no scenario may have it.</summary>
    public const string HistoryId = "history";

    /// <summary>Gathers the results of a run.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="projections">One for each scenario, in the order of the output; at least one.</param>
    /// <param name="sipri">SIPRI's history, never spliced on.</param>
    /// <param name="options">The user's choices.</param>
    /// <exception cref="ArgumentException">There is no projection, or one is on another edition or does not reach the horizon.</exception>
    public RunResults(Edition edition, IReadOnlyList<Projection> projections, SipriHistory sipri, RunOptions options)
    {
        if (projections.Count == 0 || projections.Any(p => p.Edition != edition || p.LastYear < options.Horizon))
        {
            throw new ArgumentException("A run needs projections on its own edition that reach its horizon.", nameof(projections));
        }

        Edition = edition;
        Projections = projections;
        Sipri = sipri;
        Options = options;
        Episodes = EpisodeLibrary.Of(edition);
        MemberSet chosen = options.Members.IsEmpty ? edition.Roster.All : options.Members;
        Members = [.. edition.Roster.Members.Where(m => chosen.Contains(m.Index)).Select(m => new ReportUnit(m.Iso3, m.Name, Unit.Member(m.Index)))];
        Groups = [.. edition.Roster.Groups.Select(g => new ReportUnit(g.Id, g.Title, Unit.Group(g)))];
    }

    /// <summary>The edition.</summary>
    public Edition Edition { get; }

    /// <summary>One projection for each scenario, in the order of the output.</summary>
    public IReadOnlyList<Projection> Projections { get; }

    /// <summary>What the draws of each scenario say, in the order of <see cref="Projections"/>; empty for a run without draws.</summary>
    public IReadOnlyList<ScenarioRange> Ranges { get; private init; } = [];

    /// <summary>The fitted uncertainty behind <see cref="Ranges"/>; null for a run without draws.</summary>
    public UncertaintyParameters? Uncertainty { get; private init; }

    /// <summary>SIPRI's history, never spliced on.</summary>
    public SipriHistory Sipri { get; }

    /// <summary>The user's choices.</summary>
    public RunOptions Options { get; }

    /// <summary>What allies have done in the edition's history: what efforts are held against.</summary>
    public EpisodeLibrary Episodes { get; }

    /// <summary>The chosen members in roster order.</summary>
    public IReadOnlyList<ReportUnit> Members { get; }

    /// <summary>Every group in the order of the data.</summary>
    public IReadOnlyList<ReportUnit> Groups { get; }

    /// <summary>A projection from which history can be read: published years are the same in all of them.</summary>
    public Projection History => Projections[0];

    /// <summary>The scenario that a report opens with: the first in which anyone's share moves, since that everyone holds is no news.</summary>
    public Projection Lead => Projections.FirstOrDefault(p => p.Scenario.Paths.Any(row => row.What != PathWhat.Hold)) ?? Projections[0];

    /// <summary>The same results with draws around them.</summary>
    /// <param name="ranges">One for each projection, in their order.</param>
    /// <param name="parameters">The uncertainty that they were drawn from.</param>
    /// <exception cref="ArgumentException">They do not belong to these projections.</exception>
    internal RunResults With(IReadOnlyList<ScenarioRange> ranges, UncertaintyParameters parameters) =>
        ranges.Select(r => r.Projection).SequenceEqual(Projections)
            ? new RunResults(Edition, Projections, Sipri, Options) { Ranges = ranges, Uncertainty = parameters }
            : throw new ArgumentException("Each projection of a run has one range.", nameof(ranges));

    /// <summary>The word of the column "status".</summary>
    /// <param name="year">Calendar year.</param>
    public string Status(int year) => History.Status(year) switch
    {
        YearStatus.Reported => "reported",
        YearStatus.Estimate => "estimate",
        _ => "projection",
    };

    /// <summary>Id of the scenario of a projection.</summary>
    /// <param name="projection">One of <see cref="Projections"/>.</param>
    public static string IdOf(Projection projection) => projection.Scenario.Id;

    /// <summary>True when a scenario moves the related leg of a member.</summary>
    /// <param name="projection">One of <see cref="Projections"/>.</param>
    /// <param name="member">Roster index.</param>
    public static bool HasRelated(Projection projection, int member) =>
        projection.Scenario.Paths.Any(p => p.Leg == Leg.Related && p.Members.Contains(member))
        && !double.IsNaN(projection.RelatedSharePct(member, projection.BaseYear));
}
