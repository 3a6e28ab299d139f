using Simulator.Reports.Runs;

namespace Simulator.Reports;

/// <summary>How a command that makes a result, and may write a folder of it, ended.</summary>
/// <typeparam name="T">The result.</typeparam>
public sealed class ReportOutcome<T>
    where T : class
{
    private readonly RunFailure? _failure;
    private readonly T? _result;

    private ReportOutcome(RunFailure? failure, T? result, string runId, IReadOnlyList<RunFile> files)
    {
        _failure = failure;
        _result = result;
        RunId = runId;
        Files = files;
    }

    /// <summary>True when everything asked for was done.</summary>
    public bool IsDone => _failure is null;

    /// <summary>Why it was not.</summary>
    /// <exception cref="InvalidOperationException">It was done.</exception>
    public RunFailure Failure => _failure ?? throw new InvalidOperationException("It was done; there is no failure.");

    /// <summary>The result.</summary>
    /// <exception cref="InvalidOperationException">It was not done.</exception>
    public T Result => _result ?? throw new InvalidOperationException("It was not done; there is no result.");

    /// <summary>Id of the run, 12 hexadecimal digits; empty when it was not done.</summary>
    public string RunId { get; }

    /// <summary>Files written, by path; empty when none were asked for.</summary>
    public IReadOnlyList<RunFile> Files { get; }

    internal static ReportOutcome<T> Done(T result, string runId, IReadOnlyList<RunFile> files) => new(null, result, runId, files);

    internal static ReportOutcome<T> Failed(RunFailure failure) => new(failure, null, "", []);
}
