using Simulator.Alliance;
using Simulator.Data.Sources;
using Simulator.Feasibility;
using Simulator.Projections;
using Simulator.Reports.PathwayReports;

namespace Simulator.Reports.Claims;

/// <summary>What the claims are answered from: scenarios of the shipped files, run on one edition, and SIPRI's history beside them.</summary>
public sealed class ClaimEvidence
{
    private readonly Func<string, Projection> _run;
    private readonly Dictionary<string, Projection> _done = new(StringComparer.Ordinal);
    private PathwayAtlas? _fastestToFive;

    /// <summary>Gathers the evidence.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="sipri">SIPRI's history.</param>
    /// <param name="run">Runs a shipped scenario by its id, to 2040 at least.</param>
    public ClaimEvidence(Edition edition, SipriHistory sipri, Func<string, Projection> run)
    {
        Edition = edition;
        Sipri = sipri;
        _run = run;
    }

    /// <summary>The edition.</summary>
    public Edition Edition { get; }

    /// <summary>SIPRI's history, never mixed with NATO's.</summary>
    public SipriHistory Sipri { get; }

    /// <summary>The fastest paths to five percent under the three sets of limits, computed once.</summary>
    public PathwayAtlas FastestToFive => _fastestToFive ??= PathwayAtlas.Of(Edition, [5], [], PathwayRequest.Horizon);

    /// <summary>A shipped scenario, run once.</summary>
    /// <param name="id">Its id.</param>
    public Projection Of(string id)
    {
        if (!_done.TryGetValue(id, out Projection? projection))
        {
            projection = _run(id);
            _done.Add(id, projection);
        }

        return projection;
    }

    /// <summary>A named group of the edition.</summary>
    /// <param name="id">Its id.</param>
    public Unit Group(string id) => Unit.Group(Edition.Roster.Group(id));

    /// <summary>A member of the edition.</summary>
    /// <param name="iso3">Its code.</param>
    public Unit Member(string iso3) => Unit.Member(Edition.Roster.Member(iso3).Index);

    /// <summary>The name of a member as it stands in a sentence.</summary>
    /// <param name="index">Roster index.</param>
    public string Name(int index)
    {
        Member member = Edition.Roster.Members[index];
        return member.Iso3 is "USA" or "GBR" or "NLD" ? "the " + member.Name : member.Name;
    }
}
