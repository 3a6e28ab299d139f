using System.Text;
using Simulator.Backtesting;
using Simulator.Reports.Answers;

namespace Simulator.Reports.Backtests;

/// <summary>The backtest as the terminal shows it.</summary>
public static class BacktestText
{
    private const int Width = 100;

    private static readonly int[] Horizons = [1, 3, 5, 8];

    /// <summary>Writes the text.</summary>
    /// <param name="results">The backtest.</param>
    public static string Write(BacktestResults results)
    {
        StringBuilder text = new();
        text.Append("Mean absolute error in points of GDP, and bias, by years ahead; only outturns that are final\n\n");
        text.Append(' ', 34).AppendJoin("  ", Horizons.Select(h => AnswerWords.Threshold(h).PadLeft(13))).Append('\n');
        foreach (ForecastRule rule in ForecastRule.All)
        {
            text.Append(rule.Title.PadRight(34)).AppendJoin("  ", Horizons.Select(h => Cell(results.ScoreOf(rule.Id, h)).PadLeft(13))).Append('\n');
        }

        foreach (string sentence in BacktestFindings.All(results).Concat([BacktestWords.Reading, BacktestWords.LeftOut]))
        {
            text.Append('\n').AppendJoin('\n', AnswerWords.Wrap(sentence, Width, 0)).Append('\n');
        }

        return text.Append('\n').Append("Run ").Append(results.RunId).Append(", edition ").Append(results.Edition.Id).Append(".\n").ToString();
    }

    private static string Cell(RuleScore? score) => score is null
        ? "-"
        : $"{AnswerWords.Points(score.MeanAbsoluteErrorPp.Value)} ({BacktestFindings.Signed(score.BiasPp)})";
}
