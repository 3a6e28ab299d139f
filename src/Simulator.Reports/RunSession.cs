using Simulator.Reports.Answers;
using Simulator.Reports.Figures;
using Simulator.Reports.Runs;

namespace Simulator.Reports;

/// <summary>A run whose numbers are there and of which nothing is written: what single figures and pages are read from.</summary>
public sealed class RunSession
{
    internal RunSession(RunRequest request, RunManifest manifest, RunResults results)
    {
        Request = request;
        Manifest = manifest;
        Results = results;
        Figures = new FigureSession(results, manifest.RunId, request.Names, request.EarlierEditions) { Outlines = request.Outlines };
    }

    /// <summary>What was asked for.</summary>
    public RunRequest Request { get; }

    /// <summary>Id of the run: that of the folder that the same request would write.</summary>
    public string RunId => Manifest.RunId;

    /// <summary>The results.</summary>
    public RunResults Results { get; }

    /// <summary>What figures are drawn from.</summary>
    public FigureSession Figures { get; }

    internal RunManifest Manifest { get; }

    /// <summary>The answer sheet.</summary>
    public AnswerSheet Answers() => AnswerSheet.Of(Results, RunId);

    /// <summary>Opens a run.</summary>
    /// <param name="request">Scenarios, edition and options; its folder is not used.</param>
    /// <param name="cancel">Interrupts the draws.</param>
    /// <returns>The session, or why there is none.</returns>
    /// <exception cref="ArgumentException">There is no scenario.</exception>
    public static ReportOutcome<RunSession> Open(RunRequest request, CancellationToken cancel)
    {
        if (RunReport.Refusal(request) is { } refusal)
        {
            return ReportOutcome<RunSession>.Failed(refusal);
        }

        RunManifest manifest = RunReport.Manifest(request);
        RunResults results = RunReport.Project(request, manifest.Scenarios);
        try
        {
            results = RunReport.Drawn(request, results, cancel);
        }
        catch (OperationCanceledException)
        {
            return ReportOutcome<RunSession>.Failed(new RunFailure(RunFailureKind.Interrupted, "Interrupted; nothing was written.", ""));
        }

        return ReportOutcome<RunSession>.Done(new RunSession(request, manifest, results), manifest.RunId, []);
    }
}
