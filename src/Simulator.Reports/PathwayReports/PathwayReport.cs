using System.Globalization;
using System.Text;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Charts.Svg;
using Simulator.Feasibility;
using Simulator.Reports.Runs;
using Simulator.Reports.Tables;

namespace Simulator.Reports.PathwayReports;

/// <summary>Fastest paths under the three sets of limits: answers, tables, figures and a manifest.</summary>
public static class PathwayReport
{
    /// <summary>The name of the command, as manifests have it.</summary>
    public const string Command = "pathway";

    private const string ChartFolder = "charts/";

    /// <summary>Computes the paths, and writes the folder when one is named.</summary>
    /// <param name="request">What to do.</param>
    /// <param name="cancel">Interrupts; nothing is left half-written.</param>
    public static ReportOutcome<PathwayAnswers> Execute(PathwayRequest request, CancellationToken cancel)
    {
        IReadOnlyList<string> problems = request.Problems();
        if (problems.Count > 0)
        {
            return ReportOutcome<PathwayAnswers>.Failed(new RunFailure(RunFailureKind.Input, string.Join(' ', problems), ""));
        }

        bool writes = request.OutputFolder.Length > 0;
        if (writes)
        {
            RunFolderOutcome early = RunFolder.Check(request.OutputFolder, Names(request), request.Overwrite);
            if (!early.IsWritten)
            {
                return ReportOutcome<PathwayAnswers>.Failed(early.Failure);
            }
        }

        RunManifest manifest = new()
        {
            Version = RunReport.Version,
            Command = Command,
            Edition = request.Edition,
            Inputs = request.Inputs,
            Options = Options(request),
            Scenarios = request.LimitsFile,
        };
        PathwayAnswers answers = new(
            request, PathwayAtlas.Of(request.Edition, request.TargetsPct, request.Limits, PathwayRequest.Horizon), manifest.RunId);
        if (!writes)
        {
            return ReportOutcome<PathwayAnswers>.Done(answers, manifest.RunId, []);
        }

        RunFolderOutcome written = RunFolder.Write(request.OutputFolder, request.Overwrite, folder => WriteAll(folder, answers, manifest), cancel);
        return written.IsWritten ? ReportOutcome<PathwayAnswers>.Done(answers, manifest.RunId, written.Files) : ReportOutcome<PathwayAnswers>.Failed(written.Failure);
    }

    private static List<string> Names(PathwayRequest request)
    {
        List<string> names = ["pathway.csv", "earliest.csv", DataPackage.FileName, RunFolder.ManifestName];
        if (request.Charts)
        {
            names.AddRange(PathwayFigures.Names(request).SelectMany(f => new[] { $"{ChartFolder}{f}.svg", $"{ChartFolder}{f}.csv" }));
        }

        return names;
    }

    private static RunOption[] Options(PathwayRequest request) =>
    [
        new("targets", string.Join(' ', request.TargetsPct.Select(t => t.ToString(CultureInfo.InvariantCulture)))),
        new("by", request.By.ToString(CultureInfo.InvariantCulture)),
        new("members", request.Members.IsEmpty ? "ALL" : string.Join(' ', request.Members.Select(m => request.Edition.Roster.Members[m].Iso3))),
        new("limits", request.LimitsFile.Count > 0 ? request.LimitsFile[0].Id : "the named sets"),
        new("charts", request.Charts ? "svg" : "none"),
    ];

    private static void WriteAll(StagingFolder folder, PathwayAnswers answers, RunManifest manifest)
    {
        ITable[] tables = [new PathwayTable(answers), new EarliestTable(answers)];
        foreach (ITable table in tables)
        {
            RunReport.WriteTable(folder, table);
        }

        Dictionary<string, RunFile> files = folder.Files.ToDictionary(f => f.Path, StringComparer.Ordinal);
        if (answers.Request.Charts)
        {
            foreach (Figure figure in PathwayFigures.All(answers))
            {
                folder.Write($"{ChartFolder}{figure.Id}.svg", Encoding.UTF8.GetBytes(SvgRenderer.Render(figure, Theme.Light)));
                folder.Write($"{ChartFolder}{figure.Id}.csv", Encoding.UTF8.GetBytes(figure.Data.ToCsv()));
            }
        }

        Edition edition = manifest.Edition;
        folder.Write(DataPackage.FileName, DataPackage.ToJson(
            $"Fastest paths under stated limits, by natosim, run {manifest.RunId}, on {edition.Title}. {edition.Measure}.",
            edition.SourceLine,
            edition.Remarks,
            answers.Atlas.Macro.Assumptions,
            manifest.RunId,
            [.. tables.Select(t => (t.Schema, files[RunReport.FileOf(t)]))]));
        folder.Write(RunFolder.ManifestName, manifest.ToJson(folder.Files));
    }
}
