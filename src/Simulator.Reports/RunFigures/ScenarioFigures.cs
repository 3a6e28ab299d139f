using System.Collections.Immutable;
using System.Globalization;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Charts.Catalogue;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Reports.Answers;

namespace Simulator.Reports.RunFigures;

/// <summary>The figures of one scenario: its projections handed to the figures of the catalogue, with titles that state the finding.</summary>
public static class ScenarioFigures
{
    /// <summary>The names of the figures, which end their files' names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["members", "ranking", "total"];

    /// <summary>Draws nothing yet: describes one figure of a scenario.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="results">The results of the run.</param>
    /// <param name="projection">The scenario's projection.</param>
    /// <param name="runId">Run id.</param>
    /// <exception cref="ArgumentException">There is no such figure.</exception>
    public static Figure Build(string name, RunResults results, Projection projection, string runId) => name switch
    {
        "members" => Members(results, projection, runId),
        "ranking" => Ranked(results, projection, runId),
        "total" => Total(results, projection, runId),
        _ => throw new ArgumentException($"There is no figure \"{name}\".", nameof(name)),
    };

    private static Figure Members(RunResults results, Projection projection, string runId)
    {
        int year = results.Options.HeadlineYear;
        Roster roster = results.Edition.Roster;
        string title = AtLineTitle(projection, roster, year);
        string subtitle = $"{Of(projection)} {Measure(results)}, percent of real GDP ({Text(results.Edition.PriceYear)} prices)";
        List<MemberPath> paths = [];
        foreach (ReportUnit member in ByName(results))
        {
            int first = projection.FirstYear;
            ImmutableArray<int> years = [.. Enumerable.Range(first, results.Options.Horizon - first + 1)];
            bool hasForces = roster.WithForces.Contains(member.Unit.MemberIndex);
            paths.Add(new MemberPath(
                member.Name,
                years,
                [.. years.Select(y => hasForces ? Drawn(projection, member.Unit, y) : double.NaN)],
                [.. years.Select(y => y < projection.BaseYear ? double.NaN : projection.LinePct(member.Unit, y))],
                projection.BaseYear,
                hasForces ? "" : "No armed forces"));
        }

        return SmallMultiples.Build(
            Caption(results, projection, "members", title, subtitle, runId),
            paths,
            LineName(projection),
            results.Edition.FirstEstimateYear,
            SmallMultiples.SizeFor(paths.Count));
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

    private static Figure Ranked(RunResults results, Projection projection, string runId)
    {
        int year = results.Options.HeadlineYear;
        Roster roster = results.Edition.Roster;
        bool hasTarget = TryTarget(projection, year, out double target);
        string title = hasTarget
            ? CountTitle(projection, roster, year, target)
            : AtLineTitle(projection, roster, year);
        string subtitle = $"{Of(projection)} {Measure(results)}, percent of real GDP ({Text(results.Edition.PriceYear)} prices), {Text(year)} against {Text(projection.BaseYear)}";
        List<RankedMember> members = [];
        foreach (ReportUnit member in ByName(results))
        {
            bool hasForces = roster.WithForces.Contains(member.Unit.MemberIndex);
            // Two decimals, as allies are counted: a dot and the count in the title must not disagree.
            members.Add(hasForces
                ? new RankedMember(
                    member.Name,
                    Rounding.HalfUp(projection.SharePct(member.Unit, projection.BaseYear), 2),
                    Rounding.HalfUp(projection.SharePct(member.Unit, year), 2))
                : new RankedMember(member.Name, double.NaN, double.NaN, Remark: "No armed forces"));
        }

        return Ranking.Build(
            Caption(results, projection, "ranking", title, subtitle, runId),
            members,
            new RankingTerms(
                projection.BaseYear,
                projection.Status(projection.BaseYear) == YearStatus.Estimate,
                year,
                hasTarget ? target : double.NaN,
                "Line"),
            Ranking.SizeFor(members.Count));
    }

    private static Figure Total(RunResults results, Projection projection, string runId)
    {
        Roster roster = results.Edition.Roster;
        Unit alliance = Unit.Group(roster.WithForces);
        MoneyBasis money = results.Options.Money(results.Edition, alliance);
        string currency = money.CurrencyCode(results.Edition, alliance);
        string prices = AnswerWords.Prices(money.PricesWord(results.Edition));
        int year = results.Options.HeadlineYear;
        ImmutableArray<int> years = [.. Enumerable.Range(projection.FirstYear, results.Options.Horizon - projection.FirstYear + 1)];
        (string Name, Unit Unit)[] units =
        [
            ("United States", Unit.Group(AllianceUnits.Of(roster, "USA"))),
            ("Europe", AllianceUnits.Europe(roster)),
            ("Canada", Unit.Group(AllianceUnits.Of(roster, "CAN"))),
        ];
        double now = projection.SpendingBn(alliance, projection.BaseYear, money);
        double then = projection.SpendingBn(alliance, year, money);
        double changePct = Rounding.HalfUp(100 * ((then / now) - 1), 0);
        string way = changePct switch
        {
            > 0 => $"rises {Whole(changePct)}% to",
            < 0 => $"falls {Whole(-changePct)}% to",
            _ => "stays at",
        };
        return StackedTotal.Build(
            Caption(results, projection, "total", $"Allied spending {way} {AnswerWords.Bn(then, currency)} in {Text(year)}", $"{Of(projection)} {Measure(results)}, {currency} bn, {prices}; US spending is worldwide", runId),
            [.. units.Where(u => !u.Unit.Members.IsEmpty).Select(u => new TotalPart(u.Name, [.. years.Select(y => projection.SpendingBn(u.Unit, y, money))]))],
            new TotalTerms(years, projection.BaseYear, results.Edition.FirstEstimateYear, projection.BaseYear, $"{currency} bn, {prices}"),
            StackedTotal.Size);
    }

    private static string CountTitle(Projection projection, Roster roster, int year, double target)
    {
        Unit allies = Unit.Group(roster.WithForces);
        int counted = projection.MembersCounted(allies, year);
        int there = projection.MembersAt(allies, year, target);
        string goal = $"{AnswerWords.Threshold(target)}% in {Text(year)}";
        return there == counted ? $"All {Text(counted)} allies spend at least {goal}"
            : there == 0 ? $"No ally spends {goal}"
            : $"{Text(there)} of {Text(counted)} allies {(there == 1 ? "spends" : "spend")} at least {goal}";
    }

    private static string AtLineTitle(Projection projection, Roster roster, int year)
    {
        int counted = roster.WithForces.Count;
        int there = roster.WithForces.Count(m => projection.ShortPp(Unit.Member(m), year) == 0);
        string goal = $"at the line in {Text(year)}";
        return there == counted ? $"All {Text(counted)} allies are {goal}"
            : there == 0 ? $"No ally is {goal}"
            : $"{Text(there)} of {Text(counted)} allies {(there == 1 ? "is" : "are")} {goal}";
    }

    private static Caption Caption(RunResults results, Projection projection, string name, string title, string subtitle, string runId)
    {
        bool hasGrowthShock = projection.Scenario.Settings.Any(s => s.Setting == Setting.GrowthPp && s.Number != 0);
        return new Caption(
            $"{projection.Scenario.Id}-{name}",
            title,
            subtitle,
            new Credit(results.Edition.SourceLine, results.Edition.Title, Date(results.Edition.CutOff), runId, hasGrowthShock ? AnswerSheet.GrowthShock : ""),
            ChartLanguage.English);
    }

    // Readers look for a name, not for its code.
    private static IEnumerable<ReportUnit> ByName(RunResults results) => results.Members.OrderBy(m => m.Name, StringComparer.Ordinal);

    // Written out, since 03-07 is read in two ways.
    internal static string Date(string iso) =>
        DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
            : iso;

    private static string Of(Projection projection) => $"\"{projection.Scenario.Title.TrimEnd('.', ' ')}\":";

    private static string Measure(RunResults results) => results.Edition.Measure;

    private static string LineName(Projection projection) =>
        $"Line in {Text(Math.Min(Projection.LineYear, projection.LastYear))}";

    // Without one end of the line for all, no single line can be drawn across a ranking.
    private static bool TryTarget(Projection projection, int year, out double target)
    {
        int inside = Math.Min(year, projection.LastYear);
        Roster roster = projection.Edition.Roster;
        double first = projection.LevelLinePct(Unit.Member(roster.WithForces.First()), inside);
        target = first;
        return roster.WithForces.All(m => projection.LevelLinePct(Unit.Member(m), inside) == first);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Whole(double number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
