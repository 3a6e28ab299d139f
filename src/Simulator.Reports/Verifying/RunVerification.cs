using System.Globalization;
using Simulator.Alliance;
using Simulator.Data.Calibration;
using Simulator.Data.Editions;
using Simulator.Data.Scenarios;
using Simulator.Data.Sources;
using Simulator.Pathways;
using Simulator.Reports.Answers;
using Simulator.Reports.Comparing;
using Simulator.Reports.Runs;

namespace Simulator.Reports.Verifying;

/// <summary>How a verification ended.</summary>
public enum VerificationResult
{
    /// <summary>The repeated run gave the same bytes, and the folder holds them.</summary>
    Same,

    /// <summary>A file differs.</summary>
    Different,

    /// <summary>The folder is no run that could be repeated here, or its inputs are not there.</summary>
    CannotRepeat,
}

/// <summary>A finished run repeated from its manifest and compared by hash.</summary>
public sealed class RunVerification
{
    private RunVerification(VerificationResult result, IReadOnlyList<string> messages, int files)
    {
        Result = result;
        Messages = messages;
        Files = files;
    }

    /// <summary>How it ended.</summary>
    public VerificationResult Result { get; }

    /// <summary>Every difference or problem, one sentence each; remarks when there is none.</summary>
    public IReadOnlyList<string> Messages { get; }

    /// <summary>How many files were compared.</summary>
    public int Files { get; }

    /// <summary>Repeats a run in a folder of its own, which is removed afterwards, and compares.</summary>
    /// <param name="path">The folder of the finished run; nothing in it is changed.</param>
    /// <param name="folder">The data folder in use.</param>
    /// <param name="shipped">Its scenario files.</param>
    /// <param name="files">Paths that may be scenario files of the run; files beside the folder are found without.</param>
    /// <param name="cancel">Interrupts.</param>
    /// <exception cref="OperationCanceledException">The user interrupted.</exception>
    public static RunVerification Execute(string path, DataFolder folder, IReadOnlyList<ScenarioFile> shipped, IReadOnlyList<string> files, CancellationToken cancel)
    {
        RunInspection found = RunFolder.Inspect(path);
        string refused = !Directory.Exists(path) ? $"there is no folder \"{path}\"."
            : !found.HasManifest ? $"\"{path}\" holds no finished run: it has no run.json."
            : !found.IsManifestIntact ? $"\"{path}\": run.json was changed since the run was written, so it cannot be relied on."
            : found.Manifest.Command is "run" or ComparisonReport.Command ? ""
            : $"\"{path}\" was written by natosim {found.Manifest.Command}; this version repeats the results of run and compare.";
        if (refused.Length > 0)
        {
            return new RunVerification(VerificationResult.CannotRepeat, [refused], 0);
        }

        List<string> problems = [];
        RunInputs inputs = RunInputs.Find(found.Manifest.Inputs, folder, shipped, Candidates(path, found.Manifest, files), problems);
        string scratch = Directory.CreateTempSubdirectory("natosim-verify-").FullName;
        try
        {
            string repeated = Path.Combine(scratch, "out");
            Repeat(found.Manifest, inputs, folder, repeated, problems, cancel);
            return problems.Count > 0
                ? new RunVerification(VerificationResult.CannotRepeat, problems, 0)
                : Compare(found, RunFolder.Inspect(repeated).Manifest, Path.Combine(path, RunFolder.ManifestName), Path.Combine(repeated, RunFolder.ManifestName));
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    // What the user names comes first, then what lies where a file of the run is likely to be.
    private static List<string> Candidates(string path, RunManifestSummary manifest, IReadOnlyList<string> files)
    {
        string target = Path.GetFullPath(path);
        string[] places = [Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(target)) ?? target, target, Directory.GetCurrentDirectory()];
        return [.. files, .. places.SelectMany(p => manifest.Inputs.Select(i => Path.Combine(p, i.Name)))];
    }

    private static void Repeat(RunManifestSummary manifest, RunInputs inputs, DataFolder folder, string target, List<string> problems, CancellationToken cancel)
    {
        if (problems.Count > 0)
        {
            return;
        }

        DataResult<Edition> edition = inputs.LoadEdition(manifest.Edition);
        if (!edition.Ok)
        {
            problems.AddRange(edition.Problems.Select(p => p.ToString()));
            return;
        }

        ManifestOptions options = ManifestOptions.Read(manifest, edition.Value, problems);
        bool compares = manifest.Command == ComparisonReport.Command;
        IReadOnlyList<Scenario> scenarios = inputs.Bind(compares ? [.. options.Scenarios, options.Against] : options.Scenarios, edition.Value, problems);
        if (problems.Count > 0)
        {
            return;
        }

        RunFailure? failure = compares
            ? Comparison(manifest, options, edition.Value, scenarios, target, cancel)
            : Run(manifest, options, edition.Value, scenarios, folder, target, problems, cancel);
        if (failure is not null)
        {
            cancel.ThrowIfCancellationRequested();
            problems.Add(failure.Message);
        }
    }

    private static RunFailure? Run(RunManifestSummary manifest, ManifestOptions options, Edition edition, IReadOnlyList<Scenario> scenarios, DataFolder folder, string target, List<string> problems, CancellationToken cancel)
    {
        DataResult<SipriHistory> sipri = SipriHistory.Load(folder, edition.Roster);
        DataResult<CatalogueTable> sources = DataCatalogue.Sources(folder);
        if (!sipri.Ok || !sources.Ok)
        {
            problems.AddRange(sipri.Problems.Concat(sources.Problems).Select(p => p.ToString()));
            return null;
        }

        DataResult<UncertaintyParameters>? uncertainty = options.Options.Draws is null ? null : UncertaintyParameters.Load(folder, edition.Roster);
        if (uncertainty is { Ok: false })
        {
            problems.AddRange(uncertainty.Problems.Select(p => p.ToString()));
            return null;
        }

        ReportOutcome<AnswerSheet> outcome = RunReport.Execute(
            new RunRequest
            {
                Edition = edition,
                Scenarios = scenarios,
                Sipri = sipri.Value,
                Sources = sources.Value,
                Inputs = manifest.Inputs,
                Options = options.Options,
                Uncertainty = uncertainty?.Value,
                OutputFolder = target,
            },
            cancel);
        return outcome.IsDone ? null : outcome.Failure;
    }

    private static RunFailure? Comparison(RunManifestSummary manifest, ManifestOptions options, Edition edition, IReadOnlyList<Scenario> scenarios, string target, CancellationToken cancel)
    {
        ReportOutcome<Comparison> outcome = ComparisonReport.Execute(
            new ComparisonRequest
            {
                Edition = edition,
                Scenarios = [.. scenarios.Take(scenarios.Count - 1)],
                Reference = scenarios[^1],
                Inputs = manifest.Inputs,
                Options = options.Options,
                OutputFolder = target,
            },
            cancel);
        return outcome.IsDone ? null : outcome.Failure;
    }

    private static RunVerification Compare(RunInspection found, RunManifestSummary repeated, string manifestPath, string repeatedPath)
    {
        List<string> differences = [];
        Dictionary<string, string> now = repeated.Outputs.Where(f => !f.IsDerived).ToDictionary(f => f.Path, f => f.Sha256, StringComparer.Ordinal);
        Dictionary<string, RunFileState> states = found.Files.ToDictionary(f => f.Path, f => f.State, StringComparer.Ordinal);
        foreach (RunFile file in found.Manifest.Outputs.Where(f => !f.IsDerived))
        {
            string difference = states[file.Path] == RunFileState.Changed ? "was changed since it was written"
                : states[file.Path] == RunFileState.Missing ? "is missing"
                : !now.TryGetValue(file.Path, out string? hash) ? "is not written by the repeated run"
                : hash != file.Sha256 ? "comes out differently"
                : "";
            if (difference.Length > 0)
            {
                differences.Add($"{file.Path} {difference}.");
            }
        }

        differences.AddRange(now.Keys.Except(found.Manifest.Outputs.Select(f => f.Path)).Order(StringComparer.Ordinal).Select(p => $"{p} is written by the repeated run only."));
        bool otherVersion = found.Manifest.Version != repeated.Version;

        // The manifest names the version, so it can only be the same under the same one.
        if (!otherVersion && differences.Count == 0 && !File.ReadAllBytes(manifestPath).AsSpan().SequenceEqual(File.ReadAllBytes(repeatedPath)))
        {
            differences.Add($"{RunFolder.ManifestName} comes out differently, although every table and figure is the same.");
        }

        List<string> remarks = [.. found.Files.Where(f => f.State == RunFileState.Foreign).Select(f => $"{f.Path} did not come from the run and was not looked at.")];
        int pictures = found.Manifest.Outputs.Count(f => f.IsDerived);
        if (pictures > 0)
        {
            remarks.Add(string.Create(CultureInfo.InvariantCulture, $"{pictures} {(pictures == 1 ? "picture" : "pictures")} (PNG, PDF) were not compared: their bytes depend on the program that made them."));
        }

        if (otherVersion)
        {
            remarks.Add($"The run was written by version {found.Manifest.Version}, and repeated by version {repeated.Version}.");
        }

        return new RunVerification(differences.Count == 0 ? VerificationResult.Same : VerificationResult.Different, [.. differences, .. remarks], now.Count);
    }
}
