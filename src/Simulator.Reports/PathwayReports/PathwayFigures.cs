using System.Collections.Immutable;
using System.Globalization;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Charts.Catalogue;
using Simulator.Feasibility;
using Simulator.Pathways;
using Simulator.Reports.Answers;
using Simulator.Reports.RunFigures;

namespace Simulator.Reports.PathwayReports;

/// <summary>How a figure of fastest paths is told: whom it shows, in which language and for which page.</summary>
/// <param name="Members">Members that are shown.</param>
/// <param name="NameOf">Their names.</param>
/// <param name="Format">The page.</param>
/// <param name="Language">The language.</param>
/// <param name="Caption">The words of a figure, of its id, title, subtitle and note.</param>
internal sealed record PathwayTelling(
    IReadOnlyList<Member> Members,
    Func<Member, string> NameOf,
    FigureFormat Format,
    ChartLanguage Language,
    Func<string, string, string, string, Caption> Caption)
{
    /// <summary>The words of the language.</summary>
    public BudgetWords Words => BudgetWords.Of(Language);

    /// <summary>Members by name: readers look for a name, not for its code.</summary>
    public IEnumerable<Member> ByName => Members.OrderBy(NameOf, StringComparer.Ordinal);

    /// <summary>What is said of a member without armed forces.</summary>
    public string NoForces => AllianceWords.Of(Language).NoForces;

    /// <summary>As the command that writes fastest paths tells them.</summary>
    /// <param name="answers">The answers.</param>
    public static PathwayTelling English(PathwayAnswers answers)
    {
        Edition edition = answers.Request.Edition;
        return new(answers.Members, m => m.Name, FigureFormat.Free, ChartLanguage.English, (id, title, subtitle, note) => new Caption(
            id,
            title,
            subtitle,
            new Credit(edition.SourceLine, edition.Title, ScenarioFigures.Date(edition.CutOff), answers.RunId, note),
            ChartLanguage.English));
    }
}

/// <summary>The figures of fastest paths: a map of earliest years, and every member's path with the limits marked along it.</summary>
public static class PathwayFigures
{
    // Years drawn after the year asked for, so that a reader sees who arrives soon after.
    private const int YearsAfter = 5;

    /// <summary>Names of the figures of a request, which are their files' names.</summary>
    /// <param name="request">The request.</param>
    public static IReadOnlyList<string> Names(PathwayRequest request) => ["earliest", .. request.TargetsPct.Select(PathName)];

    /// <summary>Describes every figure.</summary>
    /// <param name="answers">The answers.</param>
    /// <returns>One for each of <see cref="Names"/>, in that order.</returns>
    public static IReadOnlyList<Figure> All(PathwayAnswers answers)
    {
        PathwayTelling telling = PathwayTelling.English(answers);
        return [Earliest(answers, telling), .. answers.Request.TargetsPct.Select(t => Paths(answers, t, telling))];
    }

    /// <summary>The name of the figure of a target.</summary>
    internal static string PathName(double targetPct) => "pathway-" + AnswerWords.Threshold(targetPct).Replace('.', '-');

    /// <summary>Earliest years of members by set of limits and target.</summary>
    internal static Figure Earliest(PathwayAnswers answers, PathwayTelling telling)
    {
        PathwayRequest request = answers.Request;
        Member[] members = [.. telling.ByName];
        return ReachMap.Build(
            telling.Caption(
                "earliest",
                Title(answers, request.TargetsPct.Max(), request.By),
                $"Earliest year at a target share of real GDP, fastest under stated limits; {request.Edition.Measure}",
                PathwayWords.Reading),
            [.. members.Select(m => Row(answers, m, telling))],
            new ReachTerms(
                [.. FastestLimits.All.Select(l => Set(l, telling.Words))],
                [.. request.TargetsPct],
                request.Edition.BaseYear,
                request.By,
                PathwayRequest.Horizon),
            telling.Format.Rows(members.Length, 24));
    }

    /// <summary>Every member's fastest path to a target under the precedented limits.</summary>
    internal static Figure Paths(PathwayAnswers answers, double target, PathwayTelling telling)
    {
        PathwayRequest request = answers.Request;
        int last = Math.Min(request.By + YearsAfter, PathwayRequest.Horizon);
        Member[] members = [.. telling.ByName];
        return SmallMultiples.Build(
            telling.Caption(
                PathName(target),
                Title(answers, target, last),
                $"Fastest path under the precedented limits and what holds it from when on; {request.Edition.Measure}, percent of real GDP",
                PathwayWords.Reading),
            [.. members.Select(m => Path(answers, m, target, FastestLimits.Precedented, last, telling))],
            telling.Words.Target,
            request.Edition.FirstEstimateYear,
            telling.Format.Panels(members.Length));
    }

    /// <summary>One member's fastest paths to two targets, 3.5 and the highest asked for, under the three sets of limits.</summary>
    internal static Figure OfMember(PathwayAnswers answers, Member member, IReadOnlyList<double> targets, string id, PathwayTelling telling)
    {
        PathwayRequest request = answers.Request;
        Edition edition = request.Edition;
        int last = Math.Min(request.By + YearsAfter, PathwayRequest.Horizon);
        double highest = targets.Max();
        string title = answers.Atlas.Of(member.Index, highest, FastestLimits.Precedented).TryEarliestYear(out int year)
            ? $"{member.Name} at {AnswerWords.Threshold(highest)}% {(year == edition.BaseYear ? "today" : $"by {Text(year)} at the earliest")}, precedented limits"
            : $"{member.Name} not at {AnswerWords.Threshold(highest)}% by {Text(PathwayRequest.Horizon)}, precedented limits";
        (double Target, FastestLimits Limits)[] panels = [.. targets.SelectMany(t => FastestLimits.All.Select(l => (t, l)))];
        MemberPath[] paths =
        [
            .. panels.Select(p => Path(answers, member, p.Target, p.Limits, last, telling) with
            {
                Name = $"{telling.Language.Percent(p.Target, p.Target == Math.Floor(p.Target) ? 0 : 1)}, {Set(p.Limits, telling.Words)}",
            }),
        ];
        Figure figure = SmallMultiples.Build(
            telling.Caption(
                id,
                title,
                $"{telling.NameOf(member)}: fastest paths under three sets of limits and what holds them from when on; {edition.Measure}, percent of real GDP",
                PathwayWords.Reading),
            paths,
            telling.Words.Target,
            edition.FirstEstimateYear,
            telling.Format.Frame());
        return figure with { Data = DataOf(figure.Data, answers, member, panels, telling) };
    }

    private static FigureData DataOf(
        FigureData drawn, PathwayAnswers answers, Member member, (double Target, FastestLimits Limits)[] panels, PathwayTelling telling)
    {
        int rows = drawn.Rows.Length / panels.Length;
        return new FigureData(
            ["member", "target_pct", "limits", "year", "status", "share_pct", "binding"],
            [
                .. drawn.Rows.Select((row, i) =>
                {
                    (double target, FastestLimits limits) = panels[i / rows];
                    BindingRun? run = answers.Atlas.Of(member.Index, target, limits).Binding()
                        .Select(r => (BindingRun?)r).FirstOrDefault(r => row[1].Number >= r!.Value.From && row[1].Number <= r.Value.To);
                    string bound = run is null ? "" : PathwayWords.Bound(run.Value.Bound);
                    return ImmutableArray.Create<Cell>(telling.NameOf(member), target, PathwayWords.Set(limits), row[1], row[2], row[3], bound);
                }),
            ]);
    }

    private static string Title(PathwayAnswers answers, double target, int year)
    {
        int allies = answers.Request.Edition.Roster.WithForces.Count;
        int there = answers.CountBy(target, FastestLimits.Precedented, year);
        string goal = $"{AnswerWords.Threshold(target)}% by {Text(year)} under precedented limits";
        return there == allies ? $"All {Text(allies)} reach {goal}"
            : there == 0 ? $"No ally reaches {goal}"
            : $"{Text(there)} of {Text(allies)} {(there == 1 ? "reaches" : "reach")} {goal}";
    }

    private static ReachRow Row(PathwayAnswers answers, Member member, PathwayTelling telling) => !member.HasForces
        ? new ReachRow(telling.NameOf(member), [], telling.NoForces)
        : new ReachRow(telling.NameOf(member), [.. FastestLimits.All.Select(limits => answers.Request.TargetsPct.Select(target =>
            answers.Atlas.Of(member.Index, target, limits).TryEarliestYear(out int year) ? year : double.NaN).ToImmutableArray())]);

    private static MemberPath Path(
        PathwayAnswers answers, Member member, double target, FastestLimits limits, int last, PathwayTelling telling)
    {
        Edition edition = answers.Request.Edition;
        ImmutableArray<int> years = [.. Enumerable.Range(edition.FirstYear, last - edition.FirstYear + 1)];
        ImmutableArray<double> line = [.. years.Select(y => y < edition.BaseYear ? double.NaN : target)];
        if (!member.HasForces)
        {
            return new MemberPath(telling.NameOf(member), years, [.. years.Select(_ => double.NaN)], line, edition.BaseYear, telling.NoForces);
        }

        Pathway path = answers.Atlas.Of(member.Index, target, limits);
        return new MemberPath(
            telling.NameOf(member),
            years,
            [.. years.Select(y => y <= edition.BaseYear ? edition.SharePct(member.Index, y) : path.ShareIn(y))],
            line,
            edition.BaseYear)
        {
            Marks =
            [
                .. path.Binding().Where(r => r.From <= last).Select(r =>
                    new PathMark(r.From, ShapeOf(r.Bound), Short(r.Bound, telling.Words), InFull(r.Bound, telling.Words))),
            ],
        };
    }

    private static DotShape ShapeOf(FastestBound bound) => bound switch
    {
        FastestBound.Fiscal => DotShape.Square,
        FastestBound.Step => DotShape.Down,
        FastestBound.Absorption => DotShape.Plus,
        FastestBound.SustainedStep => DotShape.Diamond,
        FastestBound.SustainedGrowth => DotShape.Bar,
        _ => DotShape.Filled,
    };

    private static string Set(FastestLimits limits, BudgetWords words) =>
        !limits.IsFiscal ? words.NoFiscalLimit : limits == FastestLimits.Exceptional ? words.Exceptional : words.Precedented;

    private static string Short(FastestBound bound, BudgetWords words) => bound switch
    {
        FastestBound.Fiscal => words.Deficit,
        FastestBound.Step => words.Step,
        FastestBound.Absorption => words.Growth,
        FastestBound.SustainedStep => words.FiveYearStep,
        FastestBound.SustainedGrowth => words.FiveYearGrowth,
        _ => words.OtherRule,
    };

    private static string InFull(FastestBound bound, BudgetWords words) => bound switch
    {
        FastestBound.Fiscal => words.HeldByDeficit,
        FastestBound.Step => words.HeldByStep,
        FastestBound.Absorption => words.HeldByGrowth,
        FastestBound.SustainedStep => words.HeldByFiveYearStep,
        FastestBound.SustainedGrowth => words.HeldByFiveYearGrowth,
        _ => words.HeldByOther,
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
