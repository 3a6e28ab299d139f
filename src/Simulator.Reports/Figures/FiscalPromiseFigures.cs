using System.Globalization;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Charts.Catalogue;
using Simulator.Charts.Text;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Reports.PathwayReports;

namespace Simulator.Reports.Figures;

/// <summary>What members say beside what they could, and what was promised beside what came.</summary>
internal static class FiscalPromiseFigures
{
    private const int Decimals = 2;

    /// <summary>The fastest share under precedented limits beside the last point of the national plan, in the plan's own year.</summary>
    public static Figure CouldSays(FigureRequest request)
    {
        Edition edition = request.Edition;
        PathwayAnswers pathways = request.Pathways.Value;
        BudgetWords words = BudgetWords.Of(request.Language);
        double target = pathways.Request.TargetsPct.Max();
        int by = pathways.Request.By;
        List<SpanRow> rows = [];
        foreach (Member member in FiscalRecipes.Shown(request))
        {
            if (!member.HasForces)
            {
                rows.Add(new SpanRow(request.NameOf(member.Index), double.NaN, double.NaN, AllianceWords.Of(request.Language).NoForces));
                continue;
            }

            PlanPoint? says = LastPoint(edition, member);
            int year = says?.Year ?? by;
            double could = Rounding.HalfUp(pathways.Atlas.Of(member.Index, target, FastestLimits.Precedented).ShareIn(year), Decimals);
            rows.Add(says is { } point
                ? new SpanRow(request.NameOf(member.Index), Rounding.HalfUp(point.SharePct, Decimals), could) { Year = year }
                : new SpanRow(request.NameOf(member.Index), double.NaN, could, words.PledgeOnly));
        }

        SpanRow[] planned = [.. rows.Where(r => double.IsFinite(r.First))];
        int more = planned.Count(r => r.First > r.Second);
        string title = more == 0 ? "No plan asks more than precedented limits allow"
            : more == planned.Length ? $"All {Text(more)} plans ask more than precedented limits allow"
            : $"{Text(more)} of {Text(planned.Length)} plans {(more == 1 ? "asks" : "ask")} more than precedented limits allow";
        return Spans.Build(
            request.Caption(
                "could-says",
                title,
                $"Last point of each national plan beside the fastest share in the same year ({Text(by)} without a plan); {edition.Measure}, percent of GDP",
                $"Fastest path towards {Text(target)}% of GDP. {PathwayWords.Reading}",
                "national plans (data/plans.csv)"),
            [.. rows.OrderByDescending(r => double.IsFinite(r.Second) ? r.Second : double.NegativeInfinity).ThenBy(r => r.Name, NameOrder.Of(request.Language))],
            new SpanTerms(new BarSeries(words.Says, by, "plan"), new BarSeries(words.Could, by, "projection"), "share_pct", Decimals)
            {
                IsPercent = true,
            },
            request.Format.Rows(rows.Count));
    }

    /// <summary>Why plans cannot be shown.</summary>
    public static string LacksPlans(FigureRequest request) => !request.Edition.HasPlans ? "National plans are not part of this edition."
        : request.Results.Members.Any(m => LastPoint(request.Edition, request.Edition.Roster.Members[m.Unit.MemberIndex]) is not null) ? ""
        : "No member that is shown has a plan with a dated share.";

    /// <summary>The last year of the latest earlier edition, as it was expected then and as it is reported now.</summary>
    public static Figure PromisedCame(FigureRequest request)
    {
        Edition edition = request.Edition;
        Edition earlier = Latest(request)!;
        int year = earlier.BaseYear;
        BudgetWords words = BudgetWords.Of(request.Language);
        AllianceWords alliance = AllianceWords.Of(request.Language);
        List<SpanRow> rows = [];
        foreach (Member member in FiscalRecipes.Shown(request))
        {
            Member? then = earlier.Roster.Members.FirstOrDefault(m => m.Iso3 == member.Iso3);
            double said = then is null ? double.NaN : Rounding.HalfUp(earlier.SharePct(then.Index, year), Decimals);
            double came = Rounding.HalfUp(edition.SharePct(member.Index, year), Decimals);
            rows.Add(new SpanRow(request.NameOf(member.Index), said, came, member.HasForces ? "" : alliance.NoForces));
        }

        SpanRow[] both = [.. rows.Where(r => double.IsFinite(r.First) && double.IsFinite(r.Second))];
        int more = both.Count(r => r.Second > r.First);
        string rest = $"spent more in {Text(year)} than estimated";
        string title = more == 0 ? $"No ally {rest}" : more == both.Length ? $"All {Text(more)} allies {rest}" : $"{Text(more)} of {Text(both.Length)} allies {rest}";
        string definition = earlier.Measure == edition.Measure
            ? ""
            : $"The measure changed between the editions, from {earlier.Measure} to {edition.Measure}, so a part of a difference may be the definition. ";
        return Spans.Build(
            request.Caption(
                "promised-came",
                title,
                $"Share of real GDP in {Text(year)}, percent: the estimate of \"{earlier.Title}\" beside \"{edition.Title}\"",
                $"{definition}GDP was revised as well. \"e\" is NATO's estimate of a year that had not ended.",
                earlier.SourceLine),
            [.. rows.OrderByDescending(r => double.IsFinite(r.Second) ? r.Second : double.NegativeInfinity).ThenBy(r => r.Name, NameOrder.Of(request.Language))],
            new SpanTerms(
                new BarSeries(ChartLanguage.Fill(words.Expected, Text(year), earlier.CutOff[..4]), year, "estimate"),
                new BarSeries(ChartLanguage.Fill(words.Reported, Text(year), edition.CutOff[..4]), year, request.Results.Status(year)),
                "share_pct",
                Decimals)
            {
                IsPercent = true,
            },
            request.Format.Rows(rows.Count));
    }

    /// <summary>Why there is nothing to compare with.</summary>
    public static string LacksEditions(FigureRequest request) =>
        Latest(request) is null ? "No earlier edition ends in a year that this edition publishes." : "";

    private static Edition? Latest(FigureRequest request) => request.EarlierEditions.Value
        .LastOrDefault(e => e.Id != request.Edition.Id && e.BaseYear >= request.Edition.FirstYear && e.BaseYear < request.Edition.BaseYear);

    private static PlanPoint? LastPoint(Edition edition, Member member)
    {
        NationalPlan? plan = edition.Plans.FirstOrDefault(p => p.Member == member.Index);
        return !member.HasForces || plan is null || plan.Points.Count == 0 ? null : plan.Points[^1];
    }

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
