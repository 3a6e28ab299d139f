using System.Globalization;
using Simulator.Reports.Answers;
using Simulator.Reports.RunFigures;

namespace Simulator.Reports.Workbooks;

/// <summary>What the first sheet says about another sheet.</summary>
/// <param name="Name">Its name; empty for a table that has no sheet.</param>
/// <param name="Holds">What it holds, or why there is none.</param>
internal readonly record struct SheetEntry(string Name, string Holds);

/// <summary>The first sheet: the answers in numbers, what the other sheets hold, and what a reader has to know.</summary>
internal sealed class SummarySheet(RunResults results, AnswerSheet answers, IReadOnlyList<SheetEntry> sheets)
{
    private const double LineHeight = 15;
    private const double FindingWidth = 62;

    // What one merged line of prose across all columns holds.
    private const int CharactersAcross = 165;

    private readonly List<string> _merged = [];
    private readonly List<SheetLink> _links = [];

    /// <summary>Title of the workbook.</summary>
    public const string Title = "NATO defence spending scenarios";

    /// <summary>Widths of the columns.</summary>
    public static IReadOnlyList<double> Widths { get; } = [24, FindingWidth, 15, 13, 11, 11, 15, 14, 14];

    /// <summary>Writes the sheet.</summary>
    /// <param name="sheet">The sheet.</param>
    public void Write(SheetWriter sheet)
    {
        Line(sheet, Title, CellStyle.Title, 26);
        string money = $"{answers.Currency}, {AnswerWords.Prices(answers.Prices)}";
        Prose(sheet, $"{answers.Edition}: {results.Edition.Measure}. Today is {Text(answers.BaseYear)} (NATO's estimate); amounts on this sheet in {money}.");
        Prose(sheet, $"Sources: {results.Edition.SourceLine}, cut-off {ScenarioFigures.Date(results.Edition.CutOff)}. natosim {RunReport.Version}, run {answers.RunId}: the same inputs and options give this file again to the byte.");
        Blank(sheet);
        Answers(sheet, money);
        Blank(sheet);
        Sheets(sheet);
        Section(sheet, "To read the scenarios", answers.Scenarios.SelectMany(s => Remarks(s)));
        Section(sheet, "To read the ranges over the draws", answers.RangeRemarks);
        Section(sheet, "To read the figures", answers.Remarks);
        Section(sheet, "Assumptions", answers.Assumptions);
        sheet.Complete(merged: _merged, links: _links);
    }

    private void Answers(SheetWriter sheet, string money)
    {
        string year = Text(answers.Year);
        string[] headings =
        [
            "Scenario",
            "European allies",
            $"Extra over today's share in {year} (bn, {money})",
            $"Extra a head ({answers.Currency})",
            $"Allies at the line in {year}",
            "Allies counted",
            $"All allies short of the line (bn {answers.Currency})",
            "Real growth it takes (percent a year)",
            "Extra debt if all is borrowed (points of GDP)",
        ];
        sheet.StartRow(5 * LineHeight);
        foreach (string heading in headings)
        {
            sheet.Text(heading, CellStyle.Header);
        }

        sheet.EndRow();
        foreach (ScenarioAnswer answer in answers.Scenarios)
        {
            sheet.StartRow(LineHeight * Lines(answer.Headline, FindingWidth));
            sheet.Text(answer.Id, CellStyle.Prose);
            sheet.Text(answer.Headline + ".", CellStyle.Prose);
            sheet.Value(answer.ExtraBn, CellStyle.OneDecimal);
            sheet.Value(answer.ExtraPerHead, CellStyle.Whole);
            sheet.Value(answer.AtLine, CellStyle.Whole);
            sheet.Value(answer.Counted, CellStyle.Whole);
            sheet.Value(answer.ShortBn, CellStyle.OneDecimal);
            sheet.Value(answer.RequiredRealGrowthPct, CellStyle.OneDecimal);
            sheet.Value(answer.ExtraDebtPp.HasValue ? answer.ExtraDebtPp.Hold : double.NaN, CellStyle.OneDecimal);
            sheet.EndRow();
        }
    }

    private void Sheets(SheetWriter sheet)
    {
        Line(sheet, "Sheets", CellStyle.Section, 20);
        foreach (SheetEntry entry in sheets)
        {
            int row = sheet.Rows + 1;
            string last = SheetWriter.ColumnLetters(Widths.Count - 1);
            sheet.StartRow(LineHeight * Lines(entry.Holds, CharactersAcross - Widths[0]));
            if (entry.Name.Length > 0)
            {
                sheet.Text(entry.Name, CellStyle.Link);
                _links.Add(new SheetLink("A" + Text(row), entry.Name));
            }
            else
            {
                sheet.Empty();
            }

            sheet.Text(entry.Holds, CellStyle.Prose);
            sheet.EndRow();
            _merged.Add($"B{Text(row)}:{last}{Text(row)}");
        }
    }

    private static IEnumerable<string> Remarks(ScenarioAnswer answer)
    {
        foreach (string range in answer.Range)
        {
            yield return $"{answer.Id}: {range}";
        }

        foreach (string caveat in answer.Caveats)
        {
            yield return $"{answer.Id}: {caveat}";
        }

        if (answer.KnifeEdge.Count > 0)
        {
            yield return $"{answer.Id}: {answer.KnifeEdgeRemark}";
        }

        foreach (string note in answer.Notes)
        {
            yield return $"{answer.Id}: {note}";
        }
    }

    private void Section(SheetWriter sheet, string title, IEnumerable<string> lines)
    {
        string[] all = [.. lines.Distinct(StringComparer.Ordinal)];
        if (all.Length == 0)
        {
            return;
        }

        Blank(sheet);
        Line(sheet, title, CellStyle.Section, 20);
        foreach (string line in all)
        {
            Prose(sheet, line);
        }
    }

    private void Prose(SheetWriter sheet, string text)
    {
        sheet.StartRow(LineHeight * Lines(text, CharactersAcross));
        sheet.Text(text, CellStyle.Prose);
        sheet.EndRow();
        _merged.Add($"A{Text(sheet.Rows)}:{SheetWriter.ColumnLetters(Widths.Count - 1)}{Text(sheet.Rows)}");
    }

    private static void Line(SheetWriter sheet, string text, CellStyle style, double height)
    {
        sheet.StartRow(height);
        sheet.Text(text, style);
        sheet.EndRow();
    }

    private static void Blank(SheetWriter sheet)
    {
        sheet.StartRow();
        sheet.EndRow();
    }

    private static double Lines(string text, double width) => Math.Ceiling(text.Length * 1.08 / width);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
