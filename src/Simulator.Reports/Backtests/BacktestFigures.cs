using System.Globalization;
using Simulator.Alliance;
using Simulator.Backtesting;
using Simulator.Charts;
using Simulator.Charts.Catalogue;
using Simulator.Reports.RunFigures;

namespace Simulator.Reports.Backtests;

/// <summary>The figures of a backtest: what was said against what came.</summary>
public static class BacktestFigures
{
    /// <summary>Every figure that the data allow.</summary>
    /// <param name="results">The backtest.</param>
    /// <param name="format">The page.</param>
    public static IReadOnlyList<Figure> All(BacktestResults results, FigureFormat format)
    {
        List<Figure> figures = [];
        if (BacktestFindings.WalesForecasts(results).Length > 0)
        {
            figures.Add(Wales(results, format));
        }

        if (results.Means.Members.Count > 0)
        {
            figures.Add(SaidAndCame(results, format));
        }

        if (results.Record.Forecasts.Any(f => f.Basis == ForecastBasis.WithinEdition && DrawFindings.IsDrawn(f.RuleId)))
        {
            figures.Add(Held(results, format));
        }

        if (results.Before is { } before)
        {
            figures.Add(Revisions(results, before, format));
        }

        return figures;
    }

    private static Figure Wales(BacktestResults results, FigureFormat format)
    {
        Forecast[] said = BacktestFindings.WalesForecasts(results);
        (int reached, int below) = BacktestFindings.Reached(results, said);
        string from = Text(said[0].Origin);
        string to = Text(said[0].Year);
        return Spans.Build(
            Caption(
                results,
                "wales-line",
                reached == below ? $"All {Text(below)} members below 2 percent reached it" : reached == 0 ? $"None of {Text(below)} members below 2 percent reached it" : $"{Text(reached)} of {Text(below)} members below 2 percent reached it",
                $"Share of real GDP in {to}, percent: what a straight line from {from} to the pledge of Wales said, and what came; {results.Edition.Measure}",
                "A member at or above 2 percent at the start is said to stay where it is. Luxembourg's GDP was put on another base in 2023."),
            Rows(results, said.Select(f => (f.Member, f.SaidPct, f.CamePct))),
            new SpanTerms(new BarSeries($"said in {from}", said[0].Year, "projection"), new BarSeries("came", said[0].Year, Status(said[0].IsEstimate)), "share_pct", 2)
            {
                IsPercent = true,
                Line = ForecastRule.WalesPct,
                LineName = "Pledge of Wales",
            },
            format.Rows(results.Edition.Roster.Count));
    }

    private static Figure Revisions(BacktestResults results, Edition before, FigureFormat format)
    {
        EstimateRevision[] last = [.. results.Revisions.Where(r => r.Year == before.BaseYear)];
        int lowered = last.Count(r => BacktestFindings.Told(r) < 0);
        string year = Text(before.BaseYear);
        return Spans.Build(
            Caption(
                results,
                "revisions",
                $"{(lowered == 0 ? "None" : lowered == last.Length ? "All" : Text(lowered))} of {Text(last.Length)} estimates for {year} were lowered later",
                $"Share of real GDP in {year}, percent: NATO's estimate of {before.CutOff[..4]} and its figure of {results.Edition.CutOff[..4]}",
                $"The first is {before.Measure} at {Text(before.PriceYear)} prices, the second {results.Edition.Measure} at {Text(results.Edition.PriceYear)} prices: a part of the difference is definition."),
            Rows(results, last.Select(r => (r.Member, r.SaidPct, r.CamePct))),
            new SpanTerms(
                new BarSeries($"estimate of {before.CutOff[..4]}", before.BaseYear, "estimate"),
                new BarSeries($"figure of {results.Edition.CutOff[..4]}", before.BaseYear, Status(before.BaseYear >= results.Edition.FirstEstimateYear)),
                "share_pct",
                2)
            { IsPercent = true },
            format.Rows(results.Edition.Roster.Count));
    }

    private static Figure SaidAndCame(BacktestResults results, FigureFormat format)
    {
        RuleScore[] five = [.. ForecastRule.All.Select(r => results.ScoreOf(r.Id, 5)).OfType<RuleScore>()];
        int low = five.Count(s => s.BiasPp < 0);
        return Hedgehog.Build(
            Caption(
                results,
                "said-and-came",
                five.Length == 0 ? "What each rule said at each origin, and what came"
                : low == five.Length ? "Every rule said too little, five years ahead"
                : low == 0 ? "No rule said too little, five years ahead"
                : $"{Text(low)} of {Text(five.Length)} rules said too little, five years ahead",
                $"Mean share of real GDP of {Text(results.Means.Members.Count)} members, percent; {results.Edition.Measure}; horizontal line: the 2 percent of Wales",
                $"{BacktestWords.Reading} Unweighted mean of the members of whom every rule speaks in every year."),
            [
                .. ForecastRule.All.Where(r => results.Means.Of(r.Id).Count > 0)
                    .Select(r => new HedgehogPanel(r.Title, r.Id, [.. results.Means.Of(r.Id).Select(p => new Spine(p.Origin, [.. p.SaidPct]))])),
            ],
            new HedgehogTerms(results.Now.FirstYear, [.. results.Means.CamePct], results.Now.FirstEstimateYear, "what came", "what the rule said at each origin", "share_pct")
            {
                ReferenceAt = ForecastRule.WalesPct,
            },
            Taller(format));
    }

    private static Figure Held(BacktestResults results, FigureFormat format)
    {
        RuleScore[] scored = [.. results.Scores.Where(s => s.Basis == ForecastBasis.WithinEdition && !s.WithEstimates && s.IntervalForecasts > 0)];
        int last = scored.Max(s => s.Horizon);
        (string RuleId, string Title)[] rules = [(ForecastRule.All[0].Id, "Past errors of \"nothing changes\""), .. ForecastRule.All.Where(r => DrawFindings.IsDrawn(r.Id)).Select(r => (r.Id, r.Title))];
        CoverageLine[] lines =
        [
            .. rules.Where(r => scored.Any(s => s.RuleId == r.RuleId)).Select(r => new CoverageLine(
                r.Title, r.RuleId, [.. Enumerable.Range(1, last).Select(h => scored.FirstOrDefault(s => s.RuleId == r.RuleId && s.Horizon == h)?.Coverage90Pct ?? double.NaN)])),
        ];
        double[] drawn = [.. lines.Where(l => DrawFindings.IsDrawn(l.Name)).SelectMany(l => l.HeldPct).Where(double.IsFinite)];
        return Coverage.Build(
            Caption(
                results,
                "held",
                $"Ranges of the model's draws were {DrawFindings.Width(drawn)}",
                $"Part of what came that ranges of nine tenths held, percent, by years ahead; {results.Edition.Measure}; outturns that are final",
                $"{BacktestWords.Reading} Few origins are left at many years ahead: {Text(scored.Where(s => s.Horizon == last).Max(s => s.Origins))} at {Text(last)} years."),
            lines,
            new CoverageTerms(90, "90 percent would be right", "Years after the origin", "held_pct"),
            format.Frame());
    }

    // Two rows of panels want more height than one plot, where the page leaves the height open.
    private static FigureSize Taller(FigureFormat format) =>
        format.Height > 0 || format.InMillimetres ? format.Frame() : format.Frame() with { Height = format.Frame().Height * 1.25 };

    private static SpanRow[] Rows(BacktestResults results, IEnumerable<(int Member, double Said, double Came)> pairs)
    {
        Dictionary<int, (double Said, double Came)> byMember = pairs.ToDictionary(p => p.Member, p => (p.Said, p.Came));
        return
        [
            .. results.Edition.Roster.Members
                .OrderByDescending(m => byMember.TryGetValue(m.Index, out (double Said, double Came) pair) ? pair.Came : m.HasForces ? 0 : -1)
                .ThenBy(m => m.Name, StringComparer.Ordinal)
                .Select(m => byMember.TryGetValue(m.Index, out (double Said, double Came) pair)
                    ? new SpanRow(m.Name, pair.Said, pair.Came)
                    : new SpanRow(m.Name, double.NaN, double.NaN, m.HasForces ? "Left out: no comparable figure" : "No armed forces")),
        ];
    }

    private static Caption Caption(BacktestResults results, string id, string title, string subtitle, string note) => new(
        id,
        title,
        subtitle,
        new Credit(results.Edition.SourceLine, results.Edition.Title, ScenarioFigures.Date(results.Edition.CutOff), results.RunId, note),
        ChartLanguage.English);

    private static string Status(bool isEstimate) => isEstimate ? "estimate" : "reported";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
