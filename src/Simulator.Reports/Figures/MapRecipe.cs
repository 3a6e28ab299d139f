using System.Collections.Immutable;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Charts.Catalogue;
using Simulator.Data.Sources;
using Simulator.Projections;
using Simulator.Reports.Answers;

namespace Simulator.Reports.Figures;

/// <summary>The alliance as a map: shares of one year in classes.</summary>
internal static class MapRecipe
{
    /// <summary>Scale of North America beside Europe.</summary>
    private const double AmericaScale = 0.3;

    /// <summary>Where the middle of North America lies on the map of Europe, kilometres.</summary>
    private static readonly Point America = new(-2950, 300);

    /// <summary>The figure.</summary>
    public static FigureRecipe Recipe { get; } =
        new("map", FigureScope.Scenario, "share of GDP by member in classes, on a map", false, Build)
        {
            Lacks = Lacks,
            MinimumWidth = 340,
        };

    private static string Lacks(FigureRequest request) =>
        request.Outlines.Value.IsEmpty ? $"The data folder holds no readable {MemberOutlines.FileName}." : NatoRecipes.LacksYear(request);

    private static Figure Build(FigureRequest request)
    {
        Projection p = request.Scenario;
        Unit armed = NatoYear.Armed(request);
        int year = request.Year;
        bool hasLine = p.TryCommonGuideline(year, out double line);
        (int at, int all) = (p.AtGuideline(armed, year).Count, p.MembersCounted(armed, year));
        string title = hasLine
            ? $"{NatoYear.Count(at, all, at == 0 ? "spends" : "spends at least", at == 0 ? "spend" : "spend at least")} {AnswerWords.Threshold(line)}% in {NatoYear.Label(request)}"
            : $"{NatoYear.Count(at, all, "is at its guideline", "are at their guidelines")} in {NatoYear.Label(request)}";
        Caption caption = NatoYear.Caption(
            request,
            $"{p.Scenario.Id}-map",
            title,
            $"{NatoYear.Measure(request)}, percent of real GDP ({NatoYear.Text(request.Edition.PriceYear)} prices), {NatoYear.Label(request)}",
            NatoShares.Note(request, "North America at three tenths of the scale of Europe; territories overseas are left out."),
            "outlines by Natural Earth");
        return AllianceMap.Build(caption, [.. request.Edition.Roster.Members.Select(m => Member(request, m))], new MapTerms(year, request.Results.Status(year)), request.Format.Frame());
    }

    private static MapMember Member(FigureRequest request, Member member)
    {
        bool isCounted = request.Edition.Roster.WithForces.Contains(member.Index);
        AllianceWords words = AllianceWords.Of(request.Language);
        double share = isCounted ? request.Scenario.CountedSharePct(member.Index, request.Year) : double.NaN;
        return new MapMember(
            request.NameOf(member.Index),
            share,
            [.. request.Outlines.Value.Of(member.Index).Select(ring => ring.Select(c => At(member, c)).ToImmutableArray())],
            !isCounted ? words.NoForces : double.IsFinite(share) ? "" : words.NotPublished);
    }

    private static Point At(Member member, Corner corner) => member.Region == "North America"
        ? new Point(America.X + (corner.EastKm * AmericaScale), America.Y + (corner.NorthKm * AmericaScale))
        : new Point(corner.EastKm, corner.NorthKm);
}
