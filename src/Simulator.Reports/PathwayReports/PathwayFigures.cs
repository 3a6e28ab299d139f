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

/// <summary>The figures of fastest paths: a map of earliest years, and for each target every member's path with the limits marked along it.</summary>
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
    public static IReadOnlyList<Figure> All(PathwayAnswers answers) =>
        [Earliest(answers), .. answers.Request.TargetsPct.Select(t => Paths(answers, t))];

    private static string PathName(double targetPct) => "pathway-" + AnswerWords.Threshold(targetPct).Replace('.', '-');

    private static Figure Earliest(PathwayAnswers answers)
    {
        PathwayRequest request = answers.Request;
        double highest = request.TargetsPct.Max();
        int there = answers.CountBy(highest, FastestLimits.Precedented, request.By);
        Member[] members = [.. ByName(answers)];
        return ReachMap.Build(
            Caption(
                answers,
                "earliest",
                $"{there} of {request.Edition.Roster.WithForces.Count} allies at {AnswerWords.Threshold(highest)}% by {Text(request.By)}, under precedented limits",
                $"Earliest year at a target share of real GDP, fastest under stated limits; {request.Edition.Measure}"),
            [.. members.Select(m => Row(answers, m))],
            new ReachTerms(
                [.. FastestLimits.All.Select(l => char.ToUpperInvariant(PathwayWords.Set(l)[0]) + PathwayWords.Set(l)[1..])],
                [.. request.TargetsPct],
                request.Edition.BaseYear,
                request.By,
                PathwayRequest.Horizon),
            ReachMap.SizeFor(members.Length));
    }

    private static ReachRow Row(PathwayAnswers answers, Member member) => !member.HasForces
        ? new ReachRow(member.Name, [], "No armed forces")
        : new ReachRow(member.Name, [.. FastestLimits.All.Select(limits => answers.Request.TargetsPct.Select(target =>
            answers.Atlas.Of(member.Index, target, limits).TryEarliestYear(out int year) ? year : double.NaN).ToImmutableArray())]);

    private static Figure Paths(PathwayAnswers answers, double target)
    {
        PathwayRequest request = answers.Request;
        int last = Math.Min(request.By + YearsAfter, PathwayRequest.Horizon);
        int there = answers.CountBy(target, FastestLimits.Precedented, last);
        Member[] members = [.. ByName(answers)];
        return SmallMultiples.Build(
            Caption(
                answers,
                PathName(target),
                $"{there} of {request.Edition.Roster.WithForces.Count} allies at {AnswerWords.Threshold(target)}% by {Text(last)}, under precedented limits",
                $"Fastest path under the precedented limits and what holds it from when on; {request.Edition.Measure}, percent of real GDP"),
            [.. members.Select(m => Path(answers, m, target, last))],
            "Target",
            request.Edition.FirstEstimateYear,
            SmallMultiples.SizeFor(members.Length));
    }

    private static MemberPath Path(PathwayAnswers answers, Member member, double target, int last)
    {
        Edition edition = answers.Request.Edition;
        ImmutableArray<int> years = [.. Enumerable.Range(edition.FirstYear, last - edition.FirstYear + 1)];
        ImmutableArray<double> line = [.. years.Select(y => y < edition.BaseYear ? double.NaN : target)];
        if (!member.HasForces)
        {
            return new MemberPath(member.Name, years, [.. years.Select(_ => double.NaN)], line, edition.BaseYear, "No armed forces");
        }

        Pathway path = answers.Atlas.Of(member.Index, target, FastestLimits.Precedented);
        return new MemberPath(member.Name, years, [.. years.Select(y => y <= edition.BaseYear ? Past(edition, member.Index, y) : path.ShareIn(y))], line, edition.BaseYear)
        {
            Marks = [.. path.Binding().Where(r => r.From <= last).Select(r => new PathMark(r.From, ShapeOf(r.Bound), Short(r.Bound), PathwayWords.BoundInFull(r.Bound)))],
        };
    }

    private static double Past(Edition edition, int member, int year) =>
        100 * edition.Nato.Value(NatoIndicator.UsdConstantM, member, year) / edition.Nato.Value(NatoIndicator.GdpUsdConstantM, member, year);

    private static DotShape ShapeOf(FastestBound bound) => bound switch
    {
        FastestBound.Fiscal => DotShape.Square,
        FastestBound.Step => DotShape.Down,
        FastestBound.Absorption => DotShape.Plus,
        FastestBound.SustainedStep => DotShape.Diamond,
        FastestBound.SustainedGrowth => DotShape.Bar,
        _ => DotShape.Filled,
    };

    private static string Short(FastestBound bound) => bound switch
    {
        FastestBound.Fiscal => "deficit",
        FastestBound.Step => "step",
        FastestBound.Absorption => "growth",
        FastestBound.SustainedStep => "5-year step",
        FastestBound.SustainedGrowth => "5-year growth",
        _ => "other",
    };

    private static Caption Caption(PathwayAnswers answers, string name, string title, string subtitle)
    {
        Edition edition = answers.Request.Edition;
        return new Caption(
            name,
            title,
            subtitle,
            new Credit(edition.SourceLine, edition.Title, ScenarioFigures.Date(edition.CutOff), answers.RunId, PathwayWords.Reading),
            ChartLanguage.English);
    }

    // Readers look for a name, not for its code.
    private static IEnumerable<Member> ByName(PathwayAnswers answers) => answers.Members.OrderBy(m => m.Name, StringComparer.Ordinal);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
