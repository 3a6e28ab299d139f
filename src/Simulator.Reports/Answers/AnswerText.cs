using System.Globalization;
using System.Text;
using Simulator.Reports.Tables;

namespace Simulator.Reports.Answers;

/// <summary>The answer sheet as plain text for a terminal: a paragraph for each scenario, then one table of the allies that are short.</summary>
public static class AnswerText
{
    /// <summary>The width that is used when the terminal does not say: fits beside other windows.</summary>
    public const int DefaultWidth = 100;

    private const int Indent = 2;
    private const int NameWidth = 16;
    private const int MostRows = 12;
    private const int CodeWidth = 4;
    private const int GapWidth = 3;
    private const int CellWidth = 11;
    private const int MostPayers = 5;

    private const string Compact =
        "Judgement moves these numbers where no source reaches: growth and deflators after the IMF's last year, what the IMF path holds already, imports, fading and tax drag of extra spending. US spending is worldwide. A scenario run alone prints every assumption and remark, which ally it presses hardest, and its author's notes; datapackage.json and run.json hold them too.";

    /// <summary>Writes the sheet.</summary>
    /// <param name="sheet">The answers.</param>
    /// <param name="width">Characters of a line; taken as at least 60.</param>
    /// <param name="notes">True to add the notes of the scenarios' authors, the hardest pressed ally, and every assumption and remark; false for scenarios side by side on one screen, with what rests on judgement named.</param>
    /// <returns>Text with LF line ends.</returns>
    public static string Write(AnswerSheet sheet, int width = DefaultWidth, bool notes = false)
    {
        int line = Math.Max(60, width);
        StringBuilder text = new();
        Paragraph(text, $"{sheet.Edition}. Today is {Text(sheet.BaseYear)} (NATO's estimate); amounts in {sheet.Currency} at {AnswerWords.Prices(sheet.Prices)}.", line, 0);
        text.Append("Run ").Append(sheet.RunId).Append(".\n\n");
        foreach (ScenarioAnswer answer in sheet.Scenarios)
        {
            Paragraph(text, $"{answer.Id}: {answer.Headline}: {answer.Numbers(sheet)}", line, Indent);
            foreach (string range in answer.Range)
            {
                Item(text, range, line, Indent);
            }

            foreach (string payers in WhoPays(answer, sheet))
            {
                Item(text, payers, line, Indent);
            }

            if (notes && answer.HardestPressed.Length > 0)
            {
                Item(text, answer.HardestPressed, line, Indent);
            }

            foreach (string caveat in answer.Caveats.Concat(KnifeEdge(answer)))
            {
                Item(text, $"! {caveat}", line, Indent);
            }

            foreach (string note in notes ? answer.Notes : [])
            {
                Item(text, $"- {note}", line, Indent);
            }
        }

        text.Append('\n');
        ShortTable(text, sheet, line);
        MemberTable(text, sheet);
        foreach (string remark in sheet.RangeRemarks)
        {
            Item(text, $"- {remark}", line, 0);
        }

        // Side by side the answers stay on one screen: what rests on judgement is named, and where all of it is told.
        foreach (string remark in notes ? sheet.Remarks.Concat(sheet.Assumptions) : [Compact])
        {
            Item(text, $"- {remark}", line, 0);
        }

        return text.ToString();
    }

    private static IEnumerable<string> KnifeEdge(ScenarioAnswer answer) =>
        answer.KnifeEdgeRemark.Length == 0 ? [] : [answer.KnifeEdgeRemark];

    private static IEnumerable<string> WhoPays(ScenarioAnswer answer, AnswerSheet sheet)
    {
        if (answer.Backfill.Count == 0)
        {
            yield break;
        }

        string payers = string.Join("; ", answer.Backfill.Take(MostPayers).Select(p =>
            $"{p.Name} {AnswerWords.Bn(p.EurBn)} bn, {AnswerWords.PerHead(p.EurPerHead, "EUR")} a head, {AnswerWords.Percent(p.PartBeforePct)} to {AnswerWords.Percent(p.PartAfterPct)} of the alliance's spending"));
        int others = answer.Backfill.Count - MostPayers;
        string rest = others <= 0 ? "" : $"; {others} more {AnswerWords.Bn(answer.Backfill.Skip(MostPayers).Sum(p => p.EurBn))} bn";
        string uncovered = AnswerWords.RoundedBn(answer.UncoveredConstUsdBn) > 0
            ? $"; uncovered USD {AnswerWords.Bn(answer.UncoveredConstUsdBn)} bn at constant prices"
            : "";
        yield return $"Who fills the fall in {sheet.Year}: EUR {AnswerWords.Bn(answer.Backfill.Sum(p => p.EurBn))} bn in all ({sheet.BaseYear} prices): {payers}{rest}{uncovered}.";
        yield return BackfillTable.WorldwideRemark;
    }

    private static void ShortTable(StringBuilder text, AnswerSheet sheet, int width)
    {
        List<ShortMember> members = [.. sheet.Scenarios
            .SelectMany(s => s.Short)
            .GroupBy(s => s.Iso3, StringComparer.Ordinal)
            .Select(g => g.MaxBy(s => s.ShortBn)!)
            .OrderByDescending(m => m.ShortBn)
            .ThenBy(m => m.Iso3, StringComparer.Ordinal)];
        if (members.Count == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"No ally listed is short of the line in {sheet.Year}.\n\n");
            return;
        }

        List<ScenarioAnswer> scenarios = [.. sheet.Scenarios.Where(s => s.Short.Count > 0)];
        text.Append(CultureInfo.InvariantCulture, $"Short of the line in {sheet.Year}: points of GDP and {sheet.Currency} bn\n");

        // Two halves side by side, by code instead of name, where the terminal is wide enough: the sheet stays on one screen.
        int halfWidth = CodeWidth + (scenarios.Count * CellWidth);
        if (members.Count > 8 && (2 * halfWidth) + GapWidth <= width)
        {
            int left = (members.Count + 1) / 2;
            List<string> first = ShortRows(scenarios, members[..left], CodeWidth, m => m.Iso3);
            List<string> second = ShortRows(scenarios, members[left..], CodeWidth, m => m.Iso3);
            for (int row = 0; row < first.Count; row++)
            {
                string right = row < second.Count ? second[row] : "";
                text.Append((first[row].PadRight(halfWidth + GapWidth) + right).TrimEnd()).Append('\n');
            }

            text.Append('\n');
            return;
        }

        // One below the other the largest come first, and the rest is counted: answers.csv has them all.
        List<ShortMember> rest = [.. members.Skip(MostRows)];
        members = [.. members.Take(MostRows)];
        int columns = Math.Max(1, (width - NameWidth) / CellWidth);
        for (int at = 0; at < scenarios.Count; at += columns)
        {
            foreach (string row in ShortRows(scenarios[at..Math.Min(at + columns, scenarios.Count)], members, NameWidth, m => m.Name))
            {
                text.Append(row).Append('\n');
            }

            if (rest.Count > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"and {rest.Count} more, each short by at most {AnswerWords.Bn(rest[0].ShortBn, sheet.Currency)}: answers.csv has them all\n");
            }

            text.Append('\n');
        }
    }

    private static List<string> ShortRows(List<ScenarioAnswer> scenarios, List<ShortMember> members, int labelWidth, Func<ShortMember, string> label)
    {
        List<string> rows = Headings(labelWidth, [.. scenarios.Select(s => Broken(s.Id))]);
        foreach (ShortMember member in members)
        {
            StringBuilder row = new(Cut(label(member), labelWidth - 1).PadRight(labelWidth));
            foreach (ScenarioAnswer scenario in scenarios)
            {
                ShortMember? found = scenario.Short.FirstOrDefault(m => m.Iso3 == member.Iso3);
                row.Append((found is null ? "-" : $"{AnswerWords.Points(found.ShortPp)} {AnswerWords.Bn(found.ShortBn),5}").PadLeft(CellWidth));
            }

            rows.Add(row.ToString());
        }

        return rows;
    }

    private static List<string> Headings(int labelWidth, IReadOnlyList<IReadOnlyList<string>> headings)
    {
        int height = headings.Max(h => h.Count);
        List<string> rows = [];
        for (int row = 0; row < height; row++)
        {
            StringBuilder line = new(new string(' ', labelWidth));
            foreach (IReadOnlyList<string> heading in headings)
            {
                int at = row - (height - heading.Count);
                line.Append((at < 0 ? "" : heading[at]).PadLeft(CellWidth));
            }

            rows.Add(line.ToString());
        }

        return rows;
    }

    // An id is broken after its dashes, so that a column can carry it whole.
    private static List<string> Broken(string id)
    {
        List<string> lines = [""];
        string[] parts = id.Split('-');
        for (int i = 0; i < parts.Length; i++)
        {
            string part = Cut(parts[i], CellWidth - 2) + (i < parts.Length - 1 ? "-" : "");
            if (lines[^1].Length > 0 && lines[^1].Length + part.Length > CellWidth - 1)
            {
                lines.Add("");
            }

            lines[^1] += part;
        }

        return lines;
    }

    private static void MemberTable(StringBuilder text, AnswerSheet sheet)
    {
        foreach (ScenarioAnswer answer in sheet.Scenarios.Where(s => s.Members.Count > 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"{answer.Id}, {AnswerWords.Prices(sheet.Prices)}\n");
            text.Append(CultureInfo.InvariantCulture, $"{"",-NameWidth}{"year",5}{"share %",8}{"line %",7}{"",5}{"spending bn",12}{"extra bn",9}{"a head",8}{"growth %",9}\n");
            foreach (MemberAnswer member in answer.Members)
            {
                string line = double.IsNaN(member.LinePct) ? "-" : AnswerWords.Points(member.LinePct);
                string growth = double.IsNaN(member.GrowthPct) ? "-" : AnswerWords.Percent(member.GrowthPct)[..^2];
                string perHead = AnswerWords.PerHead(member.PerHead, "").Trim();
                text.Append(CultureInfo.InvariantCulture, $"{Cut(member.Name, NameWidth - 1),-NameWidth}{member.Year,5}{AnswerWords.Points(member.SharePct),8}{line,7}{member.Currency,5}{AnswerWords.Bn(member.SpendingBn),12}{AnswerWords.Bn(member.ExtraBn),9}{perHead,8}{growth,9}\n");
            }

            text.Append('\n');
        }
    }

    private static void Paragraph(StringBuilder text, string paragraph, int width, int indent)
    {
        foreach (string line in AnswerWords.Wrap(paragraph, width, indent))
        {
            text.Append(line).Append('\n');
        }
    }

    private static void Item(StringBuilder text, string item, int width, int indent)
    {
        foreach (string line in AnswerWords.Wrap(item, width - indent, Indent))
        {
            text.Append(' ', indent).Append(line).Append('\n');
        }
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + ".";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
