using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Charts.Catalogue;
using Simulator.Projections;

namespace Simulator.Reports.Figures;

/// <summary>Share of GDP against equipment share, divided by both guidelines.</summary>
internal static class NatoQuadrant
{
    /// <summary>Width from which names fit beside the points, pixels; below it their codes stand there.</summary>
    private const double NamesFrom = 1000;

    /// <summary>The figure.</summary>
    public static Figure Build(FigureRequest request)
    {
        Projection p = request.Scenario;
        int year = request.Year;
        AllianceWords words = AllianceWords.Of(request.Language);
        Unit armed = NatoYear.Armed(request);
        if (!p.TryCommonGuideline(year, out double line))
        {
            throw new ArgumentException(Lacks(request), nameof(request));
        }

        MemberSet known = p.WithEquipmentShare(armed, year);
        int both = p.AtGuideline(armed, year).Intersect(p.AtEquipmentGuideline(armed, year)).Count;
        string goal = $"both guidelines in {NatoYear.Label(request)}";
        List<QuadrantPoint> points = [];
        foreach (ReportUnit member in request.Results.Members)
        {
            int m = member.Unit.MemberIndex;
            bool hasForces = request.Edition.Roster.WithForces.Contains(m);
            bool isCounted = p.MembersCounted(Unit.Group(member.Unit.Members), year) == 1;
            string name = request.NameOf(m);
            points.Add(new QuadrantPoint(
                name,
                request.Format.Width / request.Format.TextScale >= NamesFrom ? name : member.Id,
                isCounted ? p.CountedSharePct(m, year) : double.NaN,
                isCounted ? Rounding.HalfUp(p.EquipmentPct(member.Unit, year), 2) : double.NaN,
                !hasForces ? words.NoForces : !isCounted ? words.NotYetMember : known.Contains(m) ? "" : words.NotPublished)
            {
                IsHighlighted = request.Highlight.Contains(m),
            });
        }

        return Quadrant.Build(
            NatoYear.Caption(
                request, "nato-quadrant", NatoYear.Count(both, known.Count, $"meets {goal}", $"meet {goal}"),
                $"{NatoYear.Measure(request)}, percent of real GDP, against major equipment, percent of it, {NatoYear.Label(request)}",
                NatoShares.Note(request, NatoYear.IsProjected(request) ? NatoShares.EquipmentNote : "")),
            points,
            new QuadrantTerms(
                new QuadrantAxis(words.ShareOfGdp, "share_pct", line, 2),
                new QuadrantAxis(words.EquipmentShare, "equipment_pct", Projection.EquipmentGuidelinePct, 1),
                new QuarterNames(words.AtBoth, words.ShareOnly, words.EquipmentOnly, words.AtNeither),
                NatoShares.LineName(request, line),
                year,
                request.Results.Status(year)),
            Size(request.Format));
    }

    // Names in a crowd need room upwards where the page allows it.
    private static FigureSize Size(FigureFormat format)
    {
        FigureSize frame = format.Frame();
        return format.InMillimetres ? frame with { PlotHeight = format.Width * 0.85 }
            : format.Height > 0 ? frame
            : frame with { Height = format.Width * 0.7 };
    }

    /// <summary>Why it cannot be drawn; empty when it can.</summary>
    public static string Lacks(FigureRequest request) =>
        NatoShares.LacksEquipment(request) is { Length: > 0 } problem ? problem
        : request.Scenario.TryCommonGuideline(request.Year, out _) ? ""
        : "The scenario holds members to different levels, so that no one guideline divides them.";
}
