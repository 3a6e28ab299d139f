using System.Globalization;
using System.Text;
using Simulator.Reports.Answers;
using Simulator.Reports.Runs;
using Simulator.Reports.Tables;

namespace Simulator.Reports.Comparing;

/// <summary>Two finished runs held against each other: the folder with its manifest, and the text for a terminal.</summary>
public static class FolderComparisonReport
{
    private const int NameWidth = 16;
    private const int CellWidth = 18;

    /// <summary>Writes compare.csv, its description and a manifest.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="path">The folder as the user gave it.</param>
    /// <param name="overwrite">True to replace files that are not our own unmodified output.</param>
    /// <param name="cancel">Interrupts; nothing is left half-written.</param>
    public static RunFolderOutcome Write(FolderComparison comparison, string path, bool overwrite, CancellationToken cancel) =>
        RunFolder.Write(path, overwrite, folder => WriteAll(folder, comparison), cancel);

    /// <summary>The comparison as plain text.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="width">Characters of a line; taken as at least 60.</param>
    /// <returns>Text with LF line ends.</returns>
    public static string Text(FolderComparison comparison, int width = AnswerText.DefaultWidth)
    {
        int line = Math.Max(60, width);
        StringBuilder text = new();
        RunManifestSummary earlier = comparison.Earlier.Manifest;
        RunManifestSummary later = comparison.Later.Manifest;
        AnswerWords.Paragraph(text, $"{later.EditionFacts.Title} (run {later.RunId}) held against {earlier.EditionFacts.Title} (run {earlier.RunId}).", line);
        text.Append('\n');
        foreach (string remark in Remarks(comparison))
        {
            AnswerWords.Paragraph(text, "- " + remark, line);
        }

        text.Append('\n');
        Table(text, comparison, line);
        return text.ToString();
    }

    private static IEnumerable<string> Remarks(FolderComparison comparison)
    {
        RunManifestSummary earlier = comparison.Earlier.Manifest;
        RunManifestSummary later = comparison.Later.Manifest;
        if (!comparison.HasAmounts)
        {
            yield return $"Shares only: amounts at prices of {Year(earlier.EditionFacts.PriceYear)} and of {Year(later.EditionFacts.PriceYear)} are not one money.";
        }

        if (earlier.EditionFacts.Measure != later.EditionFacts.Measure)
        {
            yield return $"The measure differs too: {earlier.EditionFacts.Measure} before, {later.EditionFacts.Measure} now.";
        }

        if (comparison.HaveSameData && comparison.HaveSameScenarios)
        {
            yield return "Both runs read the same files; what differs comes from the program or its options.";
        }
        else
        {
            yield return comparison.HaveSameScenarios
                ? "Both runs read the same scenario files, so the cause is the data."
                : "The scenario files of the two runs differ as well, so the parts of files and data cannot be told apart (cause mixed); published years differ by the data alone.";
        }

        if (earlier.Version != later.Version)
        {
            yield return $"Written by two versions of the program, {earlier.Version} and {later.Version}.";
        }

        foreach (string missing in comparison.Later.Scenarios.Concat(comparison.Earlier.Scenarios).Except(comparison.Scenarios))
        {
            yield return $"{missing} stands in one of the runs only and is left out.";
        }
    }

    private static void Table(StringBuilder text, FolderComparison comparison, int width)
    {
        Dictionary<(string, string, int), FolderDifference> rows = comparison.Rows.ToDictionary(r => (r.Scenario, r.Unit, r.Year));
        string[] units = [.. comparison.Rows.Select(r => r.Unit).Distinct()];
        (string Scenario, int Year)[] columns =
        [
            .. new[] { RunResults.HistoryId }.Concat(comparison.Scenarios)
                .Select(s => (s, comparison.Rows.Where(r => r.Scenario == s).Select(r => r.Year).DefaultIfEmpty(0).Max()))
                .Where(c => c.Item2 > 0),
        ];
        int perBlock = Math.Max(1, (width - NameWidth) / CellWidth);
        text.Append("Share of GDP in the later run, and points more or less than in the earlier one\n");
        for (int first = 0; first < columns.Length; first += perBlock)
        {
            (string Scenario, int Year)[] block = [.. columns.Skip(first).Take(perBlock)];
            Row(text, "", block.Select(c => ComparisonText.Cut(c.Scenario, CellWidth - 1)));
            Row(text, "", block.Select(c => Year(c.Year)));
            foreach (string unit in units)
            {
                Row(text, unit, block.Select(c => rows.TryGetValue((c.Scenario, unit, c.Year), out FolderDifference? row)
                    ? AnswerWords.Points(row.Later) + ComparisonText.Signed(AnswerWords.Points(row.Later - row.Earlier)).PadLeft(8)
                    : "-"));
            }
        }
    }

    private static void Row(StringBuilder text, string label, IEnumerable<string> cells)
    {
        text.Append(label.PadRight(NameWidth));
        foreach (string cell in cells)
        {
            text.Append(cell.PadLeft(CellWidth));
        }

        text.Append('\n');
    }

    private static void WriteAll(StagingFolder folder, FolderComparison comparison)
    {
        FolderCompareTable table = new(comparison);
        RunReport.WriteTable(folder, table);
        RunManifestSummary earlier = comparison.Earlier.Manifest;
        RunManifestSummary later = comparison.Later.Manifest;
        RunOption[] options =
        [
            new("earlier_run", earlier.RunId),
            new("earlier_edition", earlier.Edition),
            new("later_run", later.RunId),
            new("later_edition", later.Edition),
        ];
        RunInput[] inputs = [.. Named("earlier/", comparison.Earlier.Files), .. Named("later/", comparison.Later.Files)];
        string runId = RunManifest.IdOf(later.Edition, inputs, options);
        string[] sources = [.. new[] { earlier.EditionFacts.SourceLine, later.EditionFacts.SourceLine }.Distinct()];
        folder.Write(DataPackage.FileName, DataPackage.ToJson(
            $"Run {later.RunId} on {later.EditionFacts.Title} held against run {earlier.RunId} on {earlier.EditionFacts.Title} by natosim, run {runId}.",
            string.Join("; ", sources),
            Remarks(comparison),
            [],
            runId,
            [(table.Schema, folder.Files.Single())]));
        folder.Write(RunFolder.ManifestName, RunManifest.ToJson(RunReport.Version, ComparisonReport.FolderCommand, later.EditionFacts, options, inputs, _ => { }, folder.Files));
    }

    private static IEnumerable<RunInput> Named(string prefix, IReadOnlyList<RunInput> files) => files.Select(f => f with { Name = prefix + f.Name });

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
