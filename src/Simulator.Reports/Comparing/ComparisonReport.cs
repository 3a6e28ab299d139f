using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Reports.Runs;
using Simulator.Reports.Tables;

namespace Simulator.Reports.Comparing;

/// <summary>What a comparison of scenarios is asked to do.</summary>
public sealed record ComparisonRequest
{
    /// <summary>The edition.</summary>
    public required Edition Edition { get; init; }

    /// <summary>The scenarios in the order of the output; at least one, the reference not among them.</summary>
    public required IReadOnlyList<Scenario> Scenarios { get; init; }

    /// <summary>What they are held against.</summary>
    public required Scenario Reference { get; init; }

    /// <summary>Files that the scenarios were read from, then data files.</summary>
    public required IReadOnlyList<RunInput> Inputs { get; init; }

    /// <summary>The user's choices.</summary>
    public RunOptions Options { get; init; } = new();

    /// <summary>The folder of the results as the user gave it; empty to write nothing.</summary>
    public string OutputFolder { get; init; } = "";

    /// <summary>True to replace files that are not our own unmodified output.</summary>
    public bool Overwrite { get; init; }
}

/// <summary>Scenarios held against a reference: the comparison, its tables and a manifest.</summary>
public static class ComparisonReport
{
    /// <summary>The name of the command, as manifests have it.</summary>
    public const string Command = "compare";

    /// <summary>The name of a comparison of two folders, as manifests have it.</summary>
    public const string FolderCommand = "compare-folders";

    private static readonly string[] Names = ["compare.csv", "side-by-side.csv", DataPackage.FileName, RunFolder.ManifestName];

    /// <summary>Compares, and writes the folder when one is named.</summary>
    /// <param name="request">What to do.</param>
    /// <param name="cancel">Interrupts; nothing is left half-written.</param>
    /// <exception cref="ArgumentException">There is no scenario.</exception>
    public static ReportOutcome<Comparison> Execute(ComparisonRequest request, CancellationToken cancel)
    {
        if (request.Scenarios.Count == 0)
        {
            throw new ArgumentException("A comparison needs at least one scenario.", nameof(request));
        }

        List<string> problems = Problems(request);
        if (problems.Count > 0)
        {
            return ReportOutcome<Comparison>.Failed(new RunFailure(RunFailureKind.Input, string.Join(' ', problems), ""));
        }

        bool writes = request.OutputFolder.Length > 0;
        if (writes)
        {
            RunFolderOutcome early = RunFolder.Check(request.OutputFolder, Names, request.Overwrite);
            if (!early.IsWritten)
            {
                return ReportOutcome<Comparison>.Failed(early.Failure);
            }
        }

        List<Scenario> all = [.. request.Scenarios, request.Reference];
        RunManifest manifest = new()
        {
            Version = RunReport.Version,
            Command = Command,
            Edition = request.Edition,
            Inputs = request.Inputs,
            Options = [.. request.Options.ForManifest(request.Edition, request.Scenarios.Select(s => s.Id)).Where(o => o.Name is not ("line" or "charts")), new RunOption("against", request.Reference.Id)],
            Scenarios = [.. request.Scenarios, request.Reference],
        };
        MacroPath macro = MacroPathBuilder.Build(request.Edition, Math.Max(request.Options.Horizon, all.Max(Plan.LastYearNeeded)));
        Projection[] projections = [.. all.Select(s => new Projection(Projector.Run(s, request.Edition, macro)))];
        Comparison comparison = new(projections[^1], projections[..^1], request.Options);
        if (!writes)
        {
            return ReportOutcome<Comparison>.Done(comparison, manifest.RunId, []);
        }

        RunFolderOutcome written = RunFolder.Write(request.OutputFolder, request.Overwrite, folder => WriteAll(folder, comparison, manifest), cancel);
        return written.IsWritten ? ReportOutcome<Comparison>.Done(comparison, manifest.RunId, written.Files) : ReportOutcome<Comparison>.Failed(written.Failure);
    }

    private static void WriteAll(StagingFolder folder, Comparison comparison, RunManifest manifest)
    {
        ITable[] tables = [new CompareTable(comparison), new SideBySideTable(comparison)];
        foreach (ITable table in tables)
        {
            RunReport.WriteTable(folder, table);
        }

        Dictionary<string, RunFile> files = folder.Files.ToDictionary(f => f.Path, StringComparer.Ordinal);
        Edition edition = comparison.Edition;
        folder.Write(DataPackage.FileName, DataPackage.ToJson(
            $"Scenarios held against {comparison.Reference.Scenario.Id} by natosim, run {manifest.RunId}, on {edition.Title}. {edition.Measure}.",
            edition.SourceLine,
            edition.Remarks,
            comparison.Reference.Macro.Assumptions,
            manifest.RunId,
            [.. tables.Select(t => (t.Schema, files[RunReport.FileOf(t)]))]));
        folder.Write(RunFolder.ManifestName, manifest.ToJson(folder.Files));
    }

    private static List<string> Problems(ComparisonRequest request)
    {
        List<string> problems = [.. request.Options.Problems(request.Edition)];
        HashSet<string> ids = [request.Reference.Id];
        foreach (Scenario scenario in request.Scenarios)
        {
            if (!ids.Add(scenario.Id))
            {
                problems.Add(scenario.Id == request.Reference.Id
                    ? $"The scenario \"{scenario.Id}\" cannot be held against itself."
                    : $"The scenario \"{scenario.Id}\" is named twice.");
            }
        }

        return problems;
    }
}
