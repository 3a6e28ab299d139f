namespace Simulator.Reports.Runs;

/// <summary>Why a run left no result folder.</summary>
public enum RunFailureKind
{
    /// <summary>The input cannot be used as it is.</summary>
    Input,

    /// <summary>The folder cannot be created, or what is there is not a folder.</summary>
    CannotCreate,

    /// <summary>Files that are not this program's unmodified output would be replaced.</summary>
    WouldOverwrite,

    /// <summary>Writing failed, for instance because the disk is full.</summary>
    WriteFailed,

    /// <summary>The user interrupted.</summary>
    Interrupted,
}

/// <summary>Why a run left no result folder, in words for the user.</summary>
/// <param name="Kind">The kind, which decides the exit code.</param>
/// <param name="Message">What happened, naming the path as the user gave it.</param>
/// <param name="Hint">What to do about it; empty when there is nothing to say.</param>
public sealed record RunFailure(RunFailureKind Kind, string Message, string Hint)
{
    /// <summary>Exit code of the command line: 1, 73, 74 or 130.</summary>
    public int ExitCode => Kind switch
    {
        RunFailureKind.Input => 1,
        RunFailureKind.CannotCreate or RunFailureKind.WouldOverwrite => 73,
        RunFailureKind.WriteFailed => 74,
        _ => 130,
    };
}

/// <summary>How writing a run folder ended.</summary>
public sealed class RunFolderOutcome
{
    private readonly RunFailure? _failure;

    private RunFolderOutcome(RunFailure? failure, IReadOnlyList<RunFile> files)
    {
        _failure = failure;
        Files = files;
    }

    /// <summary>True when the folder holds the whole run; false when nothing of it was left behind.</summary>
    public bool IsWritten => _failure is null;

    /// <summary>Why nothing was written.</summary>
    /// <exception cref="InvalidOperationException">The folder was written.</exception>
    public RunFailure Failure => _failure ?? throw new InvalidOperationException("The run folder was written; there is no failure.");

    /// <summary>The files written, by path; empty on failure.</summary>
    public IReadOnlyList<RunFile> Files { get; }

    internal static RunFolderOutcome Written(IReadOnlyList<RunFile> files) => new(null, files);

    internal static RunFolderOutcome Failed(RunFailureKind kind, string message, string hint = "") =>
        new(new RunFailure(kind, message, hint), []);
}
