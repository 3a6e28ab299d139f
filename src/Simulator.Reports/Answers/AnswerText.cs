using System.Globalization;
using System.Text;

namespace Simulator.Reports.Answers;

/// <summary>The answer sheet as plain text for a terminal: a paragraph for each scenario, then one table of the allies that are short.</summary>
public static class AnswerText
{
    /// <summary>The width that is used when the terminal does not say: fits beside other windows.</summary>
    public const int DefaultWidth = 100;

    private const int NameWidth = 16;
    private const int CellWidth = 12;

    /// <summary>Writes the sheet.</summary>
    /// <param name="sheet">The answers.</param>
    /// <param name="width">Characters of a line; taken as at least 60.</param>
    /// <param name="notes">True to add the notes of the scenarios' authors.</param>
    /// <returns>Text with LF line ends.</returns>
    public static string Write(AnswerSheet sheet, int width = DefaultWidth, bool notes = false)
    {
        int line = Math.Max(60, width);
        StringBuilder text = new();
        Paragraph(text, $"{sheet.Edition}. Today is {Text(sheet.BaseYear)} (NATO's estimate); amounts in {sheet.Currency} at {AnswerWords.Prices(sheet.Prices)}. Run {sheet.RunId}.", line, 0);
        text.Append('\n');
        for (int i = 0; i < sheet.Scenarios.Count; i++)
        {
            ScenarioAnswer answer = sheet.Scenarios[i];
            string number = $"{Text(i + 1)}. ";
            Paragraph(text, $"{number}{answer.Headline}: {answer.Numbers(sheet)}", line, number.Length);
            foreach (string caveat in answer.Caveats.Concat(KnifeEdge(answer)))
            {
                Paragraph(text, $"{new string(' ', number.Length)}! {caveat}", line, number.Length + 2, keepStart: true);
            }

            if (notes)
            {
                foreach (string note in answer.Notes)
                {
                    Paragraph(text, $"{new string(' ', number.Length)}- {note}", line, number.Length + 2, keepStart: true);
                }
            }
        }

        text.Append('\n');
        ShortTable(text, sheet, line);
        MemberTable(text, sheet);
        foreach (string remark in sheet.Remarks)
        {
            Paragraph(text, $"- {remark}", line, 2);
        }

        return text.ToString();
    }

    private static IEnumerable<string> KnifeEdge(ScenarioAnswer answer) =>
        answer.KnifeEdge.Count == 0 ? [] : [$"Within 0.01 points of the line, so that a rounding decides: {string.Join(", ", answer.KnifeEdge)}."];

    private static void ShortTable(StringBuilder text, AnswerSheet sheet, int width)
    {
        List<(string Iso3, string Name, double Most)> members = [.. sheet.Scenarios
            .SelectMany(s => s.Short)
            .GroupBy(s => (s.Iso3, s.Name))
            .Select(g => (g.Key.Iso3, g.Key.Name, Most: g.Max(s => s.ShortBn)))
            .OrderByDescending(m => m.Most)
            .ThenBy(m => m.Iso3, StringComparer.Ordinal)];
        if (members.Count == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"No ally listed is short of the line in {sheet.Year}.\n\n");
            return;
        }

        int columns = Math.Max(1, (width - NameWidth) / CellWidth);
        for (int first = 0; first < sheet.Scenarios.Count; first += columns)
        {
            int last = Math.Min(first + columns, sheet.Scenarios.Count);
            string title = first == 0
                ? $"Short of the line in {Text(sheet.Year)}: points of GDP and {sheet.Currency} bn"
                : $"Short of the line in {Text(sheet.Year)}, continued";
            text.Append(title).Append('\n');
            text.Append(' ', NameWidth);
            for (int s = first; s < last; s++)
            {
                text.Append(Heading(s, sheet.Scenarios[s].Id).PadLeft(CellWidth));
            }

            text.Append('\n');
            foreach ((string iso3, string name, double _) in members)
            {
                text.Append(Cut(name, NameWidth - 1).PadRight(NameWidth));
                StringBuilder cells = new();
                for (int s = first; s < last; s++)
                {
                    ShortMember? member = sheet.Scenarios[s].Short.FirstOrDefault(m => m.Iso3 == iso3);
                    string cell = member is null ? "-" : $"{AnswerWords.Points(member.ShortPp)} {AnswerWords.Bn(member.ShortBn),5}";
                    cells.Append(cell.PadLeft(CellWidth));
                }

                text.Append(cells.ToString().TrimEnd()).Append('\n');
            }

            text.Append('\n');
        }
    }

    // The number ties a column to its paragraph when the id is cut.
    private static string Heading(int index, string id) => Cut($"{Text(index + 1)} {id}", CellWidth - 1);

    private static void MemberTable(StringBuilder text, AnswerSheet sheet)
    {
        foreach (ScenarioAnswer answer in sheet.Scenarios.Where(s => s.Members.Count > 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"{answer.Id}\n");
            text.Append(CultureInfo.InvariantCulture, $"{"",-NameWidth}{"year",6}{"share %",9}{"line %",8}{"spending bn",13}{"extra bn",10}{"a head",9}{"growth %",10}\n");
            foreach (MemberAnswer member in answer.Members)
            {
                string line = double.IsNaN(member.LinePct) ? "-" : AnswerWords.Points(member.LinePct);
                string growth = double.IsNaN(member.GrowthPct) ? "-" : AnswerWords.Percent(member.GrowthPct)[..^2];
                string perHead = AnswerWords.PerHead(member.PerHead, "").Trim();
                text.Append(CultureInfo.InvariantCulture, $"{Cut(member.Name, NameWidth - 1),-NameWidth}{member.Year,6}{AnswerWords.Points(member.SharePct),9}{line,8}{AnswerWords.Bn(member.SpendingBn),13}{AnswerWords.Bn(member.ExtraBn),10}{perHead,9}{growth,10}  {member.Currency}, {AnswerWords.Prices(member.Prices)}\n");
            }

            text.Append('\n');
        }
    }

    private static void Paragraph(StringBuilder text, string paragraph, int width, int indent, bool keepStart = false)
    {
        int start = keepStart ? paragraph.Length - paragraph.TrimStart(' ').Length : 0;
        IReadOnlyList<string> lines = AnswerWords.Wrap(paragraph, width - start, indent - start);
        foreach (string line in lines)
        {
            text.Append(' ', start).Append(line).Append('\n');
        }
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + ".";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
