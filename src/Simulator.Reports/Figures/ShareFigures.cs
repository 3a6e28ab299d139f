using System.Collections.Immutable;
using System.Globalization;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Charts.Catalogue;
using Simulator.Projections;
using Simulator.Reports.Answers;

namespace Simulator.Reports.Figures;

/// <summary>All members in small panels, members ranked against the line, and the alliance's total.</summary>
internal static class ShareFigures
{
    // Percent: the guideline of Wales, the first demand above it, that of The Hague, and the 5 percent of April 2025.
    private static readonly ImmutableArray<double> Levels = [2, 3, 3.5, 5];

    /// <summary>Every member's share by year.</summary>
    public static Figure Members(FigureRequest request)
    {
        Projection p = request.Scenario;
        ImmutableArray<int> years = ScenarioTelling.Years(request);
        List<MemberPath> paths =
        [
            .. ScenarioTelling.ByName(request).Select(m => new MemberPath(
                m.Name,
                years,
                [.. years.Select(y => m.HasForces ? Drawn(p, m.Unit, y) : double.NaN)],
                [.. years.Select(y => y < p.BaseYear ? double.NaN : p.LinePct(m.Unit, y))],
                p.BaseYear,
                m.HasForces ? "" : AllianceWords.Of(request.Language).NoForces)),
        ];
        return SmallMultiples.Build(
            ScenarioTelling.Caption(request, "members", AtLineTitle(p, request.Year), ScenarioTelling.Percent(request)),
            paths,
            ChartLanguage.Fill(ScenarioWords.Of(request.Language).LineIn, ScenarioTelling.Text(Math.Min(Projection.LineYear, p.LastYear))),
            request.Edition.FirstEstimateYear,
            request.Format.Panels(paths.Count));
    }

    /// <summary>Every member today and in the headline year.</summary>
    public static Figure Ranked(FigureRequest request)
    {
        Projection p = request.Scenario;
        int year = request.Year;
        bool hasTarget = ScenarioTelling.TryTarget(p, year, out double target);

        // Two decimals, as allies are counted: a dot and the count in the title must not disagree.
        List<RankedMember> members =
        [
            .. ScenarioTelling.ByName(request).Select(m => m.HasForces
                ? new RankedMember(m.Name, Rounding.HalfUp(p.SharePct(m.Unit, p.BaseYear), 2), Rounding.HalfUp(p.SharePct(m.Unit, year), 2))
                : new RankedMember(m.Name, double.NaN, double.NaN, Remark: AllianceWords.Of(request.Language).NoForces)),
        ];
        return Ranking.Build(
            ScenarioTelling.Caption(
                request, "ranking", hasTarget ? CountTitle(p, year, target) : AtLineTitle(p, year),
                $"{ScenarioTelling.Percent(request)}, {ScenarioTelling.Text(year)} against {ScenarioTelling.Text(p.BaseYear)}"),
            members,
            new RankingTerms(
                p.BaseYear,
                p.Status(p.BaseYear) == YearStatus.Estimate,
                year,
                hasTarget ? target : double.NaN,
                ScenarioWords.Of(request.Language).Line),
            request.Format.Rows(members.Count));
    }

    /// <summary>Every member's share by year, a cell each.</summary>
    public static Figure HeatMap(FigureRequest request)
    {
        Projection p = request.Scenario;
        ImmutableArray<int> years = ScenarioTelling.Years(request);
        List<YearMapRow> rows =
        [
            .. ScenarioTelling.ByName(request).Select(m => new YearMapRow(
                m.Name,
                [.. years.Select(y => m.HasForces ? p.CountedSharePct(m.Unit.MemberIndex, y) : double.NaN)],
                m.HasForces ? "" : AllianceWords.Of(request.Language).NoForces)),
        ];
        double level = Levels[2];
        return YearMap.Build(
            ScenarioTelling.Caption(request, "heat-map", CountTitle(p, request.Year, level), ScenarioTelling.Percent(request), "Classes by shares of two decimals, as allies are counted."),
            rows, new YearMapTerms(years, p.BaseYear, request.Edition.FirstEstimateYear, Levels), request.Format.Rows(rows.Count));
    }

    /// <summary>The alliance's spending by year.</summary>
    public static Figure Total(FigureRequest request)
    {
        Projection p = request.Scenario;
        Roster roster = request.Edition.Roster;
        Unit alliance = Unit.Group(roster.WithForces);
        MoneyBasis money = request.Results.Options.Money(request.Edition, alliance);
        string currency = money.CurrencyCode(request.Edition, alliance);
        int year = request.Year;
        ImmutableArray<int> years = ScenarioTelling.Years(request);
        double now = p.SpendingBn(alliance, p.BaseYear, money);
        double then = p.SpendingBn(alliance, year, money);
        double changePct = Rounding.HalfUp(100 * ((then / now) - 1), 0);
        string way = changePct switch
        {
            > 0 => $"rises {Whole(changePct)}% to",
            < 0 => $"falls {Whole(-changePct)}% to",
            _ => "stays at",
        };
        List<TotalPart> parts = [];
        Add(roster.TryMember("USA", out Member? usa) ? request.NameOf(usa.Index) : "", Unit.Group(AllianceUnits.Of(roster, "USA")));
        Add(ScenarioTelling.EuropeName(request), AllianceUnits.Europe(roster));
        Add(roster.TryMember("CAN", out Member? canada) ? request.NameOf(canada.Index) : "", Unit.Group(AllianceUnits.Of(roster, "CAN")));
        return StackedTotal.Build(
            ScenarioTelling.Caption(
                request, "total", $"Allied spending {way} {AnswerWords.Bn(then, currency)} in {ScenarioTelling.Text(year)}",
                $"{request.Edition.Measure}, {currency} bn, {AnswerWords.Prices(money.PricesWord(request.Edition))}; US spending is worldwide"),
            parts,
            new TotalTerms(
                years, p.BaseYear, request.Edition.FirstEstimateYear, p.BaseYear,
                $"{ChartLanguage.Fill(ScenarioWords.Of(request.Language).Bn, currency)}, {ScenarioTelling.PricesIn(request, money.Prices)}"),
            request.Format.Frame());

        void Add(string name, Unit unit)
        {
            if (!unit.Members.IsEmpty)
            {
                parts.Add(new TotalPart(name, [.. years.Select(y => p.SpendingBn(unit, y, money))]));
            }
        }
    }

    // Allies are counted by shares of two decimals. Where that rounding lifts a member to the line, its point stands there too,
    // so that the dots and the count in the title agree.
    private static double Drawn(Projection projection, Unit member, int year)
    {
        double share = projection.SharePct(member, year);
        return year > projection.BaseYear && projection.ShortPp(member, year) == 0 && share < projection.LinePct(member, year)
            ? projection.LinePct(member, year)
            : share;
    }

    private static string CountTitle(Projection projection, int year, double target)
    {
        Unit allies = Unit.Group(projection.Edition.Roster.WithForces);
        int there = projection.MembersAt(allies, year, target);
        string goal = $"{AnswerWords.Threshold(target)}% in {ScenarioTelling.Text(year)}";
        return there == 0
            ? $"No ally spends {goal}"
            : NatoYear.Count(there, projection.MembersCounted(allies, year), $"spends at least {goal}", $"spend at least {goal}");
    }

    private static string AtLineTitle(Projection projection, int year)
    {
        MemberSet allies = projection.Edition.Roster.WithForces;
        int there = allies.Count(m => projection.ShortPp(Unit.Member(m), year) == 0);
        string goal = $"at the line in {ScenarioTelling.Text(year)}";
        return NatoYear.Count(there, allies.Count, $"is {goal}", $"are {goal}");
    }

    private static string Whole(double number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
