using System.Globalization;
using System.Text;
using Simulator.Data.Sources;
using Simulator.Reports.Answers;

namespace Simulator.Reports.Selftest;

/// <summary>The results of the selftest as plain text: published figures with their differences and reasons, then conformance.</summary>
public static class SelftestText
{
    private const int LabelWidth = 66;
    private const int FigureWidth = 11;

    /// <summary>Writes the results.</summary>
    /// <param name="results">The results.</param>
    /// <returns>Text with LF line ends.</returns>
    public static string Write(IReadOnlyList<CaseResult> results)
    {
        StringBuilder text = new();
        CaseResult[] published = [.. results.Where(r => r.Case.Kind == CaseKind.Published)];
        CaseResult[] conformance = [.. results.Where(r => r.Case.Kind == CaseKind.Conformance)];
        text.Append("Published figures, with the assumption of each repeated; no parameter is set to meet one.\n");
        Row(text, "", "ours", "theirs", "difference");
        string reasonBefore = "";
        foreach (CaseResult result in published)
        {
            Figure(text, $"{result.Case.Publisher}: {result.Case.Title}", result);
            string reason = result.Case.Reason == reasonBefore ? "As above." : result.Case.Reason;
            reasonBefore = result.Case.Reason;
            foreach (string line in AnswerWords.Wrap(reason, AnswerText.DefaultWidth - 2, 0))
            {
                text.Append("  ").Append(line).Append('\n');
            }
        }

        text.Append('\n').Append("Figures that must come out.\n");
        Row(text, "", "ours", "expected", "difference");
        foreach (CaseResult result in conformance)
        {
            Figure(text, result.Case.Title, result);
        }

        CaseResult[] failed = [.. conformance.Where(r => !r.IsSound)];
        text.Append(CultureInfo.InvariantCulture, $"\n{published.Length} published figures, {published.Count(r => r.IsSame)} of them the same to the digits told; {conformance.Length - failed.Length} of {conformance.Length} expected figures come out.\n");
        foreach (CaseResult result in failed)
        {
            text.Append(CultureInfo.InvariantCulture, $"DIFFERS: {result.Case.Id}: {result.Case.Title}\n");
        }

        return text.ToString();
    }

    // A long label stands on lines of its own above its figures.
    private static void Figure(StringBuilder text, string label, CaseResult result)
    {
        IReadOnlyList<string> lines = AnswerWords.Wrap(label, LabelWidth - 1, 2);
        for (int i = 0; i < lines.Count - 1; i++)
        {
            text.Append(lines[i]).Append('\n');
        }

        Row(text, lines[^1], Number(result.Ours, result.Case.Decimals), Number(result.Case.Theirs, result.Case.Decimals), result.IsSame ? "same" : Number(result.Difference, result.Case.Decimals, sign: true));
    }

    private static void Row(StringBuilder text, string label, string ours, string theirs, string difference) =>
        text.Append(label.PadRight(LabelWidth)).Append(ours.PadLeft(FigureWidth)).Append(theirs.PadLeft(FigureWidth)).Append(difference.PadLeft(FigureWidth + 1)).Append('\n');

    private static string Number(double value, int decimals, bool sign = false) =>
        double.IsNaN(value)
            ? "none"
            : (sign && value > 0 ? "+" : "") + (value + 0.0).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
