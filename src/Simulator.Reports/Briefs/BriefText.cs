using System.Globalization;
using System.Text;
using Simulator.Projections;
using Simulator.Reports.Answers;

namespace Simulator.Reports.Briefs;

/// <summary>A brief as plain text: about two pages for two scenarios.</summary>
public static class BriefText
{
    private const int LabelWidth = 42;
    private const int CellWidth = 16;
    private const int NameWidth = 16;

    /// <summary>Writes the brief.</summary>
    /// <param name="brief">The brief.</param>
    /// <param name="width">Characters of a line; taken as at least 90, which the tables need.</param>
    /// <returns>Text with LF line ends.</returns>
    public static string Write(MemberBrief brief, int width = AnswerText.DefaultWidth)
    {
        int line = Math.Max(90, width);
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{brief.Name}: core defence expenditure in brief\n");
        text.Append(CultureInfo.InvariantCulture, $"{brief.Edition}. Run {brief.RunId}.\n\n");
        text.Append("Where it stands\n");
        foreach (string sentence in brief.Standing)
        {
            Item(text, sentence, line);
        }

        Item(text, $"Says: {(brief.StatedPosition.Length > 0 ? brief.StatedPosition : "nothing found")}.", line);
        foreach (BriefScenario scenario in brief.Scenarios)
        {
            text.Append('\n');
            Scenario(text, brief, scenario, line);
        }

        text.Append('\n');
        Peers(text, brief, line);
        text.Append("\nSources and caveats\n");
        foreach (string caveat in brief.Caveats)
        {
            Item(text, caveat, line);
        }

        return text.ToString();
    }

    private static void Scenario(StringBuilder text, MemberBrief brief, BriefScenario scenario, int width)
    {
        foreach (string row in AnswerWords.Wrap($"What it takes: {scenario.Title.TrimEnd('.', ' ')} ({scenario.Id})", width, 2))
        {
            text.Append(row).Append('\n');
        }

        text.Append(' ', LabelWidth).AppendJoin("", brief.Years.Select(y => y.ToString(CultureInfo.InvariantCulture).PadLeft(CellWidth))).Append('\n');
        foreach (BriefLine line in scenario.Lines)
        {
            text.Append(line.Label.PadRight(LabelWidth)).AppendJoin("", line.Values.Select(v => Cell(v, line.Decimals).PadLeft(CellWidth))).Append('\n');
        }

        for (int i = 0; i < scenario.Flags.Count; i++)
        {
            if (scenario.Flags[i].Length > 0)
            {
                Item(text, string.Create(CultureInfo.InvariantCulture, $"! {brief.Years[i + 1]}, all borrowed: {scenario.Flags[i]}."), width, "");
            }
        }

        foreach (string sentence in scenario.Notes.Prepend(scenario.Effort).Where(n => n.Length > 0))
        {
            Item(text, sentence, width);
        }
    }

    private static void Peers(StringBuilder text, MemberBrief brief, int width)
    {
        text.Append(CultureInfo.InvariantCulture, $"What others do: {brief.PeerGroup}, share of GDP in {brief.Years[0]} and, by scenario, in {brief.Years[^1]}\n");
        foreach (BriefPeer peer in brief.Peers)
        {
            string shares = string.Join(" ", peer.SharePct.Prepend(peer.BaseSharePct).Select(AnswerWords.Points));
            string says = peer.StatedPosition.Length > 0 ? $"  says {peer.StatedPosition}" : "";
            string name = peer.Name.Length < NameWidth ? peer.Name.PadRight(NameWidth) : peer.Name[..(NameWidth - 2)] + ". ";
            foreach (string row in AnswerWords.Wrap($"{shares}{says}", width - NameWidth, 2).Select((r, i) => (i == 0 ? name : new string(' ', NameWidth)) + r))
            {
                text.Append(row).Append('\n');
            }
        }
    }

    /// <summary>A value as briefs tell it: rounded half up, a range where its ends differ as told, a dash where there is none.</summary>
    /// <param name="value">Lower and upper end.</param>
    /// <param name="decimals">Decimals, 0 to 2.</param>
    public static string Cell((double Low, double High) value, int decimals)
    {
        if (double.IsNaN(value.Low) || double.IsNaN(value.High))
        {
            return "-";
        }

        (string low, string high) = (Number(value.Low, decimals), Number(value.High, decimals));
        return low == high ? low : $"{low} to {high}";
    }

    private static string Number(double value, int decimals) =>
        (Rounding.HalfUp(value, decimals) + 0.0).ToString(decimals switch { 0 => "N0", 1 => "N1", _ => "N2" }, CultureInfo.InvariantCulture);

    private static void Item(StringBuilder text, string item, int width, string mark = "- ")
    {
        foreach (string line in AnswerWords.Wrap(mark + item, width, 2))
        {
            text.Append(line).Append('\n');
        }
    }
}
