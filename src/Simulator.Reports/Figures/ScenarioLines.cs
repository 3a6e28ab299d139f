using System.Collections.Immutable;
using Simulator.Charts;
using Simulator.Charts.Catalogue;
using Simulator.Projections;
using Simulator.Reports.Answers;

namespace Simulator.Reports.Figures;

/// <summary>Shares by year as lines: members of one scenario, and one unit under several scenarios.</summary>
internal static class ScenarioLines
{
    private const int MostHighlighted = 4;

    /// <summary>Chosen members under one scenario.</summary>
    public static Figure Trajectories(FigureRequest request)
    {
        Projection p = request.Scenario;
        bool isOwnChoice = !request.Highlight.IsEmpty;
        int[] members = isOwnChoice ? [.. request.Highlight] : Leading(request);
        ImmutableArray<int> years = ScenarioTelling.Years(request);
        List<TrajectorySeries> lines = [.. members.Select((m, i) => LineOf(request.NameOf(m), p, Unit.Member(m), years, i < MostHighlighted))];
        lines.Add(LineOf(ScenarioTelling.EuropeName(request), p, AllianceUnits.Europe(request.Edition.Roster), years, false));
        int first = members[0];
        string note = isOwnChoice ? "" : $"Chosen: the members with the largest spending above today's share in {ScenarioTelling.Text(request.Year)}, then the largest spending.";
        return Charts.Catalogue.Trajectories.Build(
            ScenarioTelling.Caption(
                request, "trajectories", WayTitle(request.Edition.Roster.Members[first].Name, p, Unit.Member(first), request.Year), ScenarioTelling.Percent(request), note),
            lines, Terms(request, ScenarioTelling.TryTarget(p, request.Year, out double target) ? target : double.NaN), request.Format.Frame());
    }

    /// <summary>One unit under all scenarios.</summary>
    public static Figure Comparison(FigureRequest request)
    {
        (string name, Unit unit) = ScenarioTelling.Subject(request);
        IReadOnlyList<Projection> all = request.Results.Projections;
        double[] ends = [.. all.Select(p => p.SharePct(unit, request.Year))];
        int[] strong = [.. new[] { Array.IndexOf(ends, ends.Max()), Array.IndexOf(ends, ends.Min()) }.Concat(Enumerable.Range(0, all.Count)).Distinct().Take(MostHighlighted)];
        List<TrajectorySeries> lines = [.. Ways(request, unit, strong.Contains)];
        bool isCommon = ScenarioTelling.TryTarget(all[0], request.Year, out double target)
            && all.All(p => ScenarioTelling.TryTarget(p, request.Year, out double other) && other == target);
        string note = all.Count > MostHighlighted ? "Strong lines: the highest, the lowest and the first scenarios of the results." : "";
        return Charts.Catalogue.Trajectories.Build(
            request.Caption("comparison", RangeTitle(name, ends, request.Year), $"{name}: {ScenarioTelling.Percent(request)}, by scenario", note),
            lines, Terms(request, isCommon ? target : double.NaN), request.Format.Frame());
    }

    /// <summary>The history that scenarios share, then the way of each from the base year on.</summary>
    public static IEnumerable<TrajectorySeries> Ways(FigureRequest request, Unit unit, Func<int, bool> isStrong)
    {
        ImmutableArray<int> years = ScenarioTelling.Years(request);
        int split = years.IndexOf(request.Edition.BaseYear);
        yield return LineOf(RunResults.HistoryId, request.Results.History, unit, years[..(split + 1)], false) with { IsNamed = false };
        for (int i = 0; i < request.Results.Projections.Count; i++)
        {
            Projection way = request.Results.Projections[i];
            yield return LineOf(ScenarioTelling.TitleOf(way), way, unit, years[split..], isStrong(i));
        }
    }

    /// <summary>The span of all scenarios for one unit, each scenario a line in it.</summary>
    public static Figure Spread(FigureRequest request)
    {
        (string name, Unit unit) = ScenarioTelling.Subject(request);
        IReadOnlyList<Projection> all = request.Results.Projections;
        ImmutableArray<int> years = [.. ScenarioTelling.Years(request).Where(y => y >= request.Edition.BaseYear)];
        double low = all.Min(p => p.SharePct(unit, request.Year));
        double high = all.Max(p => p.SharePct(unit, request.Year));
        return Fan.Build(
            request.Caption(
                "fan", $"{name}: scenarios span {AnswerWords.Points(high - low)} points in {ScenarioTelling.Text(request.Year)}",
                $"{name}: {ScenarioTelling.Percent(request)}; lowest to highest of {ScenarioTelling.Text(all.Count)} scenarios",
                "The span is one of chosen scenarios; it says nothing about probability."),
            [
                new FanBand(
                    ScenarioWords.Of(request.Language).Range,
                    years,
                    [.. years.Select(y => all.Min(p => p.SharePct(unit, y)))],
                    [.. years.Select(y => all.Max(p => p.SharePct(unit, y)))],
                    CellTone.Light),
            ],
            [.. Ways(request, unit, _ => false)], Terms(request, double.NaN), request.Format.Frame());
    }

    /// <summary>The way to the end, a panel for each scenario.</summary>
    public static Figure Shapes(FigureRequest request)
    {
        (string name, Unit unit) = ScenarioTelling.Subject(request);
        IReadOnlyList<Projection> all = request.Results.Projections;
        int mid = request.Results.Options.Years[0];
        ImmutableArray<int> years = ScenarioTelling.Years(request);
        List<MemberPath> paths =
        [
            .. all.Select(p => new MemberPath(
                ScenarioTelling.TitleOf(p),
                years,
                [.. years.Select(y => p.SharePct(unit, y))],
                [.. years.Select(y => y < p.BaseYear ? double.NaN : p.LinePct(unit, y))],
                p.BaseYear)),
        ];
        string[] told = [.. all.Select(p => $"{ScenarioTelling.TitleOf(p)} {AnswerWords.Points(p.SharePct(unit, mid))}%")];
        Caption caption = request.Caption(
            "shapes", RangeTitle(name, [.. all.Select(p => p.SharePct(unit, mid))], mid), $"{name}: {ScenarioTelling.Percent(request)}; a panel for each scenario");
        Figure figure = SmallMultiples.Build(
            caption with { Description = $"{caption.Subtitle}. {ScenarioTelling.Text(mid)}: {string.Join("; ", told)}." },
            paths,
            ChartLanguage.Fill(ScenarioWords.Of(request.Language).LineIn, ScenarioTelling.Text(Math.Min(Projection.LineYear, request.Scenario.LastYear))),
            request.Edition.FirstEstimateYear,
            request.Format.Panels(paths.Count));
        return figure with { Data = figure.Data with { Columns = ["scenario", .. figure.Data.Columns[1..]] } };
    }

    /// <summary>Why scenarios cannot be compared; empty when they can.</summary>
    public static string LacksScenarios(FigureRequest request, int fewest) =>
        request.Results.Projections.Count >= fewest
            ? ""
            : $"The figure needs at least {ScenarioTelling.Text(fewest)} scenarios; there {(request.Results.Projections.Count == 1 ? "is" : "are")} {ScenarioTelling.Text(request.Results.Projections.Count)}.";

    /// <summary>"Europe ends between 2.1% and 5.0% in 2035": what scenarios make of a unit.</summary>
    public static string RangeTitle(string name, double[] sharesPct, int year)
    {
        (string low, string high) = (AnswerWords.Points(sharesPct.Min()), AnswerWords.Points(sharesPct.Max()));
        return low == high
            ? $"{name}: {low}% in {ScenarioTelling.Text(year)} under every scenario"
            : $"{name}: {low}% to {high}% in {ScenarioTelling.Text(year)}, by scenario";
    }

    /// <summary>What a line of shares is drawn with.</summary>
    public static TrajectoryTerms Terms(FigureRequest request, double targetPct) => new(
        request.Edition.BaseYear, request.Edition.FirstEstimateYear, "", true, 2)
    {
        ReferenceAt = targetPct,
        ReferenceName = ChartLanguage.Fill(ScenarioWords.Of(request.Language).LineIn, ScenarioTelling.Text(Math.Min(Projection.LineYear, request.Scenario.LastYear))),
        ValueColumn = "share_pct",
    };

    // The members that the scenario asks most of; where it asks nothing of anyone, the largest.
    private static int[] Leading(FigureRequest request)
    {
        Projection p = request.Scenario;
        MoneyBasis money = ScenarioTelling.Money(request, ScenarioTelling.ConstantPrices(request));
        return
        [
            .. ScenarioTelling.ByName(request)
                .OrderByDescending(m => p.ExtraOverHoldBn(m.Unit, request.Year, money))
                .ThenByDescending(m => p.SpendingBn(m.Unit, request.Year, money))
                .Take(MostHighlighted)
                .Select(m => m.Unit.MemberIndex),
        ];
    }

    private static TrajectorySeries LineOf(string name, Projection projection, Unit unit, ImmutableArray<int> years, bool isHighlighted) =>
        new(name, years, [.. years.Select(y => projection.SharePct(unit, y))], isHighlighted);

    private static string WayTitle(string name, Projection projection, Unit unit, int year)
    {
        (string now, string then) = (AnswerWords.Points(projection.SharePct(unit, projection.BaseYear)), AnswerWords.Points(projection.SharePct(unit, year)));
        return now == then
            ? $"{name} stays at {now}% of GDP through {ScenarioTelling.Text(year)}"
            : $"{name} goes from {now}% to {then}% by {ScenarioTelling.Text(year)}";
    }
}
