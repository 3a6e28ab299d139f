using System.Collections.Immutable;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Charts.Catalogue;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Reports.Answers;

namespace Simulator.Reports.Figures;

/// <summary>Shares by member, ranked, against a guideline.</summary>
internal static class NatoShares
{
    /// <summary>What is said where a year's figures are estimates.</summary>
    public const string EstimateNote = "e: estimate by NATO.";

    /// <summary>What is said where members of today had not joined.</summary>
    public const string LaterNote = "Counts hold the members of the year alone.";

    /// <summary>What is said of equipment in projected years, which NATO does not publish.</summary>
    public const string EquipmentNote =
        "Projected equipment: the last published composition for spending up to today's, equipment_of_rise_pct (else the same) for what lies above.";

    /// <summary>Share of GDP by member.</summary>
    public static Figure Share(FigureRequest request)
    {
        Projection p = request.Scenario;
        Unit armed = NatoYear.Armed(request);
        int year = request.Year;
        bool hasLine = p.TryCommonGuideline(year, out double line);
        (int at, int all) = (p.AtGuideline(armed, year).Count, p.MembersCounted(armed, year));
        string title = hasLine
            ? $"{NatoYear.Count(at, all, Spends(at, "spends"), Spends(at, "spend"))} {AnswerWords.Threshold(line)}% in {NatoYear.Label(request)}"
            : $"{NatoYear.Count(at, all, "is at its guideline", "are at their guidelines")} in {NatoYear.Label(request)}";
        List<RankedBar> bars = Rows(request, p.CountedSharePct);
        bars.AddRange(Together(request, (unit, y) => Rounding.HalfUp(p.SharePct(unit, y), 2)));
        return RankedBars.Build(
            NatoYear.Caption(
                request, "nato-share", title, $"{NatoYear.Measure(request)}, percent of real GDP ({NatoYear.Text(request.Edition.PriceYear)} prices), {Years(request)}",
                Note(request, year > Projection.LastWalesYear && hasLine
                    ? $"{AnswerWords.Threshold(line)}% is to be reached by {NatoYear.Text(Projection.LineYear)}; {AnswerWords.Threshold(Projection.WalesGuidelinePct)}% was the guideline through {NatoYear.Text(Projection.LastWalesYear)}."
                    : "")),
            bars,
            new BarTerms(Series(request), "share_pct", 2)
            {
                IsPercent = true,
                Line = line,
                LineName = LineName(request, line),
            },
            request.Format.Rows(bars.Count));

        static string Spends(int at, string spend) => at == 0 ? spend : $"{spend} at least";
    }

    /// <summary>Equipment by member.</summary>
    public static Figure Equipment(FigureRequest request)
    {
        Projection p = request.Scenario;
        Unit armed = NatoYear.Armed(request);
        int at = p.AtEquipmentGuideline(armed, request.Year).Count;
        string goal = $"{AnswerWords.Threshold(Projection.EquipmentGuidelinePct)}% for equipment in {NatoYear.Label(request)}";
        string title = NatoYear.Count(at, p.WithEquipmentShare(armed, request.Year).Count, $"reaches {goal}", $"reach {goal}");
        List<RankedBar> bars = Rows(request, (m, y) => Rounding.HalfUp(p.EquipmentPct(Unit.Member(m), y), 2));
        return RankedBars.Build(
            NatoYear.Caption(
                request, "nato-equipment", title, $"{NatoYear.Measure(request)}: major equipment with its research and development, percent, {Years(request)}",
                Note(request, NatoYear.IsProjected(request) ? EquipmentNote : "")),
            bars,
            new BarTerms(Series(request), "equipment_pct", 1)
            {
                IsPercent = true,
                Line = Projection.EquipmentGuidelinePct,
                LineName = AllianceWords.Of(request.Language).Guideline,
            },
            request.Format.Rows(bars.Count));
    }

    /// <summary>Why there is no figure of equipment; empty when there is one.</summary>
    public static string LacksEquipment(FigureRequest request) =>
        NatoRecipes.LacksYear(request) is { Length: > 0 } problem ? problem
        : request.Scenario.WithEquipmentShare(NatoYear.Armed(request), request.Year).IsEmpty ? $"NATO publishes no equipment share for {NatoYear.Text(request.Year)}."
        : "";

    /// <summary>One row for each chosen member: the year, and the first published year where that is another.</summary>
    public static List<RankedBar> Rows(FigureRequest request, Func<int, int, double> value)
    {
        AllianceWords words = AllianceWords.Of(request.Language);
        MemberSet armed = request.Edition.Roster.WithForces;
        ImmutableArray<int> years = YearsOf(request);
        List<RankedBar> rows = [];
        foreach (ReportUnit member in request.Results.Members)
        {
            int m = member.Unit.MemberIndex;
            bool hasForces = armed.Contains(m);
            rows.Add(new RankedBar(
                NatoYear.RowName(request, member),
                [.. years.Select(y => hasForces ? value(m, y) : double.NaN)],
                !hasForces ? words.NoForces : double.IsFinite(value(m, request.Year)) ? "" : words.NotPublished)
            {
                IsBackground = !request.Highlight.IsEmpty && !request.Highlight.Contains(m),
            });
        }

        return rows;
    }

    /// <summary>The totals that NATO itself prints among its members.</summary>
    public static IEnumerable<RankedBar> Together(FigureRequest request, Func<Unit, int, double> value)
    {
        foreach (string id in new[] { "ALL", "NATO_EUR_CAN" })
        {
            // Their names do not fit where members stand by their codes.
            if (!NatoYear.IsNarrow(request) && request.Edition.Roster.TryGroup(id, out Group? group))
            {
                yield return new RankedBar(request.NameOf(group), [.. YearsOf(request).Select(y => value(Unit.Group(group), y))]) { IsTogether = true };
            }
        }
    }

    /// <summary>The year of the figure, then the first published year where that is another.</summary>
    public static ImmutableArray<BarSeries> Series(FigureRequest request) =>
        [.. YearsOf(request).Select(y => new BarSeries(NatoYear.Label(request, y), y, request.Results.Status(y)))];

    /// <summary>"2014 and 2026e".</summary>
    public static string Years(FigureRequest request) =>
        string.Join(" and ", YearsOf(request).Reverse().Select(y => NatoYear.Label(request, y)));

    /// <summary>What is said under a figure of one year.</summary>
    public static string Note(FigureRequest request, string more = "")
    {
        bool isEstimate = request.Scenario.Status(request.Year) == YearStatus.Estimate;
        bool hasLaterMembers = request.Scenario.MembersCounted(NatoYear.Armed(request), request.Year) < request.Edition.Roster.WithForces.Count;
        return string.Join(' ', new[] { isEstimate ? EstimateNote : "", more, hasLaterMembers ? LaterNote : "" }.Where(s => s.Length > 0));
    }

    /// <summary>What the guideline is called: a level of the scenario's own is not NATO's.</summary>
    public static string LineName(FigureRequest request, double line)
    {
        AllianceWords words = AllianceWords.Of(request.Language);
        return request.Year <= Projection.LastWalesYear || line == SettingCatalogue.Of(Setting.LinePct).Default ? words.Guideline : words.ScenarioLine;
    }

    private static ImmutableArray<int> YearsOf(FigureRequest request) =>
        request.Year == request.Edition.FirstYear ? [request.Year] : [request.Year, request.Edition.FirstYear];
}
