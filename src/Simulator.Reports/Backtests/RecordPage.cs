using System.Globalization;
using Simulator.Backtesting;
using Simulator.Charts;
using Simulator.Reports.Answers;
using Simulator.Reports.Pages;

namespace Simulator.Reports.Backtests;

/// <summary>record.html: the backtest on one page, in plain words.</summary>
internal static class RecordPage
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "record.html";

    private const string Title = "How far such numbers could have been trusted";

    private static readonly int[] Horizons = [1, 2, 3, 5, 8];

    private static readonly int[] SkillHorizons = [1, 3, 5];

    /// <summary>Writes the page.</summary>
    /// <param name="results">The backtest.</param>
    /// <param name="figures">Its figures.</param>
    /// <returns>UTF-8 HTML.</returns>
    public static byte[] Write(BacktestResults results, IReadOnlyList<Figure> figures) => PageShell.Write(Title, BacktestFindings.All(results)[0], "brief", page =>
    {
        using (page.In("header"))
        {
            page.Element("h1", Title);
            page.Element("p", $"{results.Edition.Title}: {results.Edition.Measure}, percent of real GDP. Run {results.RunId}.", ("class", "quiet"));
        }

        using (page.In("main"))
        {
            page.Element("p", BacktestFindings.All(results)[0], ("class", "lead"));
            Section(page, "A straight line from Wales", [BacktestFindings.WalesError(results), BacktestFindings.Hold(results)], figures, "wales-line");
            Section(page, "Where \"nothing changes\" did better", [BacktestFindings.Worse(results), BacktestFindings.Trend(results), BacktestFindings.Intervals(results)], figures, "said-and-came");
            Section(page, "The model's own draws", [.. DrawFindings.All(results), BacktestWords.DrawsHold], figures, "held");
            Scores(page, results);
            if (results.Before is not null)
            {
                Section(page, "NATO's own estimates get revised", [BacktestFindings.Revisions(results)], figures, "revisions");
                RealTime(page, results);
            }

            Section(page, "The IMF's growth", [BacktestFindings.Growth(results)], figures, "");
            Growth(page, results);
            page.Element("h2", "How to read this");
            using (page.In("dl"))
            {
                foreach (ForecastRule rule in ForecastRule.All)
                {
                    page.Element("dt", rule.Title);
                    page.Element("dd", rule.Meaning);
                }
            }

            Items(page, BacktestWords.Caveats);
            Expected(page, results);
        }
    });

    private static void Section(PageWriter page, string heading, IEnumerable<string> sentences, IReadOnlyList<Figure> figures, string figure)
    {
        page.Element("h2", heading);
        foreach (string sentence in sentences.Where(s => s.Length > 0))
        {
            page.Element("p", sentence);
        }

        foreach (Figure drawn in figures.Where(f => f.Id == figure))
        {
            ReportPage.Draw(page, drawn, "wide");
        }
    }

    private static void Scores(PageWriter page, BacktestResults results)
    {
        PageTable table = new(
            "Mean absolute error in points of GDP by years ahead, with the middle nine tenths when origins are drawn again; outturns that are final",
            [new("Rule"), .. Horizons.Select(h => new PageColumn($"{Text(h)} {(h == 1 ? "year" : "years")}"))]);
        foreach (ForecastRule rule in ForecastRule.All)
        {
            table.Add([rule.Title, .. Horizons.Select(h => results.ScoreOf(rule.Id, h) is { } score ? Error(score.MeanAbsoluteErrorPp) : "")]);
        }

        table.Write(page);
        PageTable skill = new(
            "Mean error (said less came, points), skill against \"nothing changes\" (percent of its error saved), and how often intervals held what came",
            [new("Rule"), new("Years ahead"), new("Mean error"), new("Skill, %"), new("Nearer, % of forecasts"), new("50 % interval held, %"), new("90 % interval held, %"), new("Interval score, points"), new("Interval score saved against \"nothing changes\", % (same forecasts)"), new("CRPS, points")]);
        foreach (ForecastRule rule in ForecastRule.All)
        {
            foreach (RuleScore score in SkillHorizons.Select(h => results.ScoreOf(rule.Id, h)).OfType<RuleScore>())
            {
                skill.Add(
                    rule.Title,
                    Text(score.Horizon),
                    BacktestFindings.Signed(score.BiasPp),
                    rule == ForecastRule.All[0] ? "" : PageWords.Rate(score.SkillPct.Value),
                    rule == ForecastRule.All[0] ? "" : PageWords.Rate(score.NearerThanHoldPct),
                    PageWords.Rate(score.Coverage50Pct),
                    PageWords.Rate(score.Coverage90Pct),
                    PageWords.Or(score.WeightedIntervalPp.Total, Thousandths),
                    rule == ForecastRule.All[0] ? "" : Saved(score.IntervalSkillPct),
                    PageWords.Or(score.CrpsPp, Thousandths));
            }
        }

        skill.Write(page);
    }

    private static void RealTime(PageWriter page, BacktestResults results)
    {
        PageTable table = new(
            "In real time: what rules said from the edition before, against what the edition in use says; years after it are estimates, definitions differ",
            [new("Rule"), new("Years ahead"), new("Members"), new("Mean absolute error, points"), new("Mean error, points"), new("90 % interval held, %")]);
        foreach (RuleScore score in results.Scores.Where(s => s.Basis == ForecastBasis.RealTime && s.WithEstimates))
        {
            table.Add(
                score.RuleId == Forecast.EstimateId ? "NATO's own estimate" : ForecastRule.All.Single(r => r.Id == score.RuleId).Title,
                Text(score.Horizon), Text(score.Forecasts), AnswerWords.Points(score.MeanAbsoluteErrorPp.Value), BacktestFindings.Signed(score.BiasPp), PageWords.Rate(score.Coverage90Pct));
        }

        table.Write(page);
    }

    private static void Growth(PageWriter page, BacktestResults results)
    {
        PageTable table = new(
            "Errors of real GDP growth by years after the outlook, points",
            [new("Years after the outlook"), new("Outlooks"), new("Forecasts"), new("Mean absolute error"), new("Mean error"), new("Said too much")]);
        foreach (GrowthScore score in results.GrowthScores)
        {
            table.Add(Text(score.Horizon), Text(score.Outlooks), Text(score.Forecasts), AnswerWords.Points(score.MeanAbsoluteErrorPp), BacktestFindings.Signed(score.BiasPp), AnswerWords.Percent(score.TooHighPct));
        }

        table.Write(page);
    }

    private static void Expected(PageWriter page, BacktestResults results)
    {
        PageTable table = new(
            "Mean absolute error beside that of an independent calculation, points of GDP; no rule is tuned to meet it",
            [new("Rule"), new("Years ahead"), new("Here, final outturns"), new("Here, with estimates"), new("There"), new("Why they differ", IsText: true)]);
        foreach (ExpectedError expected in ExpectedError.All)
        {
            if (results.ScoreOf(expected.RuleId, expected.Horizon) is { } final && results.ScoreOf(expected.RuleId, expected.Horizon, true) is { } all)
            {
                table.Add(
                    ForecastRule.All.Single(r => r.Id == expected.RuleId).Title, Text(expected.Horizon),
                    AnswerWords.Points(final.MeanAbsoluteErrorPp.Value), AnswerWords.Points(all.MeanAbsoluteErrorPp.Value), AnswerWords.Points(expected.ErrorPp), expected.Reason);
            }
        }

        table.Write(page);
    }

    private static void Items(PageWriter page, IEnumerable<string> items)
    {
        using (page.In("ul"))
        {
            foreach (string item in items)
            {
                page.Element("li", item);
            }
        }
    }

    private static string Error(ScoreInterval error) => double.IsNaN(error.Low)
        ? AnswerWords.Points(error.Value)
        : $"{AnswerWords.Points(error.Value)} ({AnswerWords.Points(error.Low)} to {AnswerWords.Points(error.High)})";

    private static string Saved(ScoreInterval skill) => !double.IsFinite(skill.Value) ? ""
        : double.IsNaN(skill.Low) ? AnswerWords.Tenths(skill.Value)
        : $"{AnswerWords.Tenths(skill.Value)} ({AnswerWords.Tenths(skill.Low)} to {AnswerWords.Tenths(skill.High)})";

    private static string Thousandths(double value) => Projections.Rounding.HalfUp(value, 3).ToString("0.000", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
