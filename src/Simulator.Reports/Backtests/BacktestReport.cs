using System.Globalization;
using System.Text;
using Simulator.Alliance;
using Simulator.Backtesting;
using Simulator.Charts;
using Simulator.Charts.Svg;
using Simulator.Reports.Runs;
using Simulator.Reports.Tables;

namespace Simulator.Reports.Backtests;

/// <summary>The past record of simple rules, of the model's draws, of NATO's estimates and of the IMF's growth: tables, figures, a page and a manifest.</summary>
public static class BacktestReport
{
    /// <summary>The name of the command, as manifests have it.</summary>
    public const string Command = "backtest";

    /// <summary>Computes the backtest, and writes the folder when one is named.</summary>
    /// <param name="request">What to do.</param>
    /// <param name="cancel">Interrupts; nothing is left half-written.</param>
    public static ReportOutcome<BacktestResults> Execute(BacktestRequest request, CancellationToken cancel)
    {
        RunManifest manifest = new()
        {
            Version = RunReport.Version,
            Command = Command,
            Edition = request.Edition,
            Inputs = request.Inputs,
            Options =
            [
                new("before", request.Before?.Id ?? "none"),
                new("draws", EnsembleRule.Draws.ToString(CultureInfo.InvariantCulture)),
                new("seed", EnsembleRule.Seed.ToString(CultureInfo.InvariantCulture)),
            ],
            Scenarios = [],
        };
        BacktestResults results = BacktestResults.Of(request, manifest.RunId);
        if (request.OutputFolder.Length == 0)
        {
            return ReportOutcome<BacktestResults>.Done(results, manifest.RunId, []);
        }

        RunFolderOutcome written = RunFolder.Write(request.OutputFolder, request.Overwrite, folder => WriteAll(folder, results, manifest), cancel);
        return written.IsWritten
            ? ReportOutcome<BacktestResults>.Done(results, manifest.RunId, written.Files)
            : ReportOutcome<BacktestResults>.Failed(written.Failure);
    }

    private static void WriteAll(StagingFolder folder, BacktestResults results, RunManifest manifest)
    {
        ITable[] tables =
        [
            new RecordTable(results), new ScoresTable(results), new FittedTable(results), new RevisionsTable(results),
            new GrowthErrorsTable(results), new HubForecastsTable(results), new HubTargetsTable(results),
        ];
        foreach (ITable table in tables)
        {
            RunReport.WriteTable(folder, table);
        }

        IReadOnlyList<Figure> figures = BacktestFigures.All(results, FigureFormat.Free);
        Dictionary<string, RunFile> files = folder.Files.ToDictionary(f => f.Path, StringComparer.Ordinal);
        foreach (Figure figure in figures)
        {
            folder.Write($"charts/{figure.Id}.svg", Encoding.UTF8.GetBytes(SvgRenderer.Render(figure, Theme.Light)));
            folder.Write($"charts/{figure.Id}.csv", Encoding.UTF8.GetBytes(figure.Data.ToCsv()));
        }

        folder.Write(RecordPage.FileName, RecordPage.Write(results, figures));
        Edition edition = manifest.Edition;
        folder.Write(DataPackage.FileName, DataPackage.ToJson(
            $"What simple rules and the model's draws would have said, and what came, by natosim, run {manifest.RunId}, on {edition.Title}. {edition.Measure}. {BacktestWords.Reading} {BacktestWords.LeftOut}",
            edition.SourceLine,
            edition.Remarks,
            BacktestWords.Caveats,
            manifest.RunId,
            [.. tables.Select(t => (t.Schema, files[RunReport.FileOf(t)]))]));
        folder.Write(RunFolder.ManifestName, manifest.ToJson(folder.Files));
    }
}
