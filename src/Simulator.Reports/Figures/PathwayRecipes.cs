using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Reports.PathwayReports;

namespace Simulator.Reports.Figures;

/// <summary>The figures of fastest paths as recipes.</summary>
internal static class PathwayRecipes
{
    /// <summary>Earliest years.</summary>
    public static Figure Earliest(FigureRequest request) => PathwayFigures.Earliest(request.Pathways.Value, Telling(request));

    /// <summary>Paths to a target.</summary>
    public static Figure Paths(FigureRequest request, double targetPct) => PathwayFigures.Paths(request.Pathways.Value, targetPct, Telling(request));

    /// <summary>One member's paths.</summary>
    public static Figure OfMember(FigureRequest request)
    {
        Member member = request.Edition.Roster.Members[request.Member];
        IReadOnlyList<double> targets = request.Pathways.Value.Request.TargetsPct;
        return PathwayFigures.OfMember(
            request.Pathways.Value,
            member,
            [.. targets.OrderDescending().Take(2).Order()],
            $"{member.Iso3.ToLowerInvariant()}-pathway-member",
            Telling(request));
    }

    /// <summary>Why there is no figure of a target.</summary>
    public static string Lacks(FigureRequest request, double targetPct) =>
        request.Pathways.Value.Request.TargetsPct.Contains(targetPct) ? "" : "No fastest path to this target was computed.";

    /// <summary>Why there is no figure of a member.</summary>
    public static string LacksMember(FigureRequest request) =>
        request.Edition.Roster.WithForces.Contains(request.Member) ? "" : FiscalRecipes.NoForces;

    private static PathwayTelling Telling(FigureRequest request) => new(
        [.. FiscalRecipes.Shown(request)],
        m => request.NameOf(m.Index),
        request.Format,
        request.Language,
        (id, title, subtitle, note) => request.Caption(id, title, subtitle, note));
}
