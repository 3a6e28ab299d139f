namespace Simulator.Reports.Runs;

/// <summary>
/// The folder of a finished run. A run is written to a sibling staging folder and moved at the end, so that a folder holds
/// either a whole run or nothing of it. An existing folder is never emptied: files in it that this program wrote and nobody
/// changed may be written again; any other file is only replaced when the user says so, and files that are in nobody's way stay.
/// </summary>
public static class RunFolder
{
    /// <summary>Name of the manifest.</summary>
    public const string ManifestName = "run.json";

    private const string OverwriteHint = "Choose another folder, or give --overwrite to replace these files; other files in the folder stay.";

    /// <summary>Checks whether a run could be written here, without writing anything.</summary>
    /// <param name="path">The folder as the user gave it.</param>
    /// <param name="names">Paths inside the folder that the run will write.</param>
    /// <param name="overwrite">True to replace files that are not our unmodified output.</param>
    public static RunFolderOutcome Check(string path, IReadOnlyList<string> names, bool overwrite) =>
        RunPlace.Find(path, out RunPlace place, out RunFolderOutcome refused) ? Check(place, names, overwrite) : refused;

    /// <summary>Writes a run.</summary>
    /// <param name="path">The folder as the user gave it; missing parents are created.</param>
    /// <param name="overwrite">True to replace files that are not our unmodified output.</param>
    /// <param name="write">Writes the files, the manifest included.</param>
    /// <param name="cancel">Interrupts: what was written so far is removed.</param>
    /// <param name="open">How a file is created for writing; leave out for the disk.</param>
    /// <returns>The files written, or why nothing was.</returns>
    public static RunFolderOutcome Write(string path, bool overwrite, Action<StagingFolder> write, CancellationToken cancel, Func<string, Stream>? open = null)
    {
        if (!RunPlace.Find(path, out RunPlace place, out RunFolderOutcome refused))
        {
            return refused;
        }

        using RunStage stage = new(place);
        string problem = stage.Create();
        if (problem.Length > 0)
        {
            return RunFolderOutcome.Failed(RunFailureKind.CannotCreate, $"The output folder \"{path}\" cannot be created: {problem}", "Choose a folder in which you may write.");
        }

        StagingFolder folder = new(stage.NewFiles, open ?? CreateFile, cancel);
        try
        {
            write(folder);
            cancel.ThrowIfCancellationRequested();
        }
        catch (Exception error) when (cancel.IsCancellationRequested && IsInterruption(error))
        {
            return RunFolderOutcome.Failed(RunFailureKind.Interrupted, "Interrupted; nothing was written.");
        }
        catch (Exception error) when (IsDiskProblem(error))
        {
            return WriteFailed(path, error);
        }

        IReadOnlyList<RunFile> files = folder.Files;
        RunFolderOutcome allowed = Check(place, [.. files.Select(f => f.Path)], overwrite);
        if (!allowed.IsWritten)
        {
            return allowed;
        }

        try
        {
            stage.MoveIntoPlace(files, RunInspection.Of(place.Target));
        }
        catch (Exception error) when (IsDiskProblem(error))
        {
            return WriteFailed(path, error);
        }

        return RunFolderOutcome.Written(files);
    }

    /// <summary>Compares a folder with the manifest in it.</summary>
    /// <param name="path">The folder of a finished run.</param>
    public static RunInspection Inspect(string path) => RunInspection.Of(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));

    /// <summary>True for the exceptions by which a disk says no, as against a defect of ours.</summary>
    /// <param name="error">The exception.</param>
    internal static bool IsDiskProblem(Exception error) => error switch
    {
        IOException or UnauthorizedAccessException => true,
        AggregateException many => many.InnerExceptions.All(IsDiskProblem),
        _ => false,
    };

    private static bool IsInterruption(Exception error) =>
        error is OperationCanceledException || (error is AggregateException many && many.InnerExceptions.Any(e => e is OperationCanceledException));

    private static RunFolderOutcome Check(RunPlace place, IReadOnlyList<string> names, bool overwrite)
    {
        if (!Directory.Exists(place.Target))
        {
            return RunFolderOutcome.Written([]);
        }

        List<string> clashes = [];
        foreach (string name in names)
        {
            string blocked = Blocked(place.Target, name);
            if (blocked.Length > 0)
            {
                return RunFolderOutcome.Failed(RunFailureKind.WouldOverwrite, $"\"{place.Given}\" cannot take the run: {blocked}", "Choose another folder.");
            }

            if (Exists(Path.Combine(place.Target, name)))
            {
                clashes.Add(name);
            }
        }

        if (clashes.Count == 0 || overwrite)
        {
            return RunFolderOutcome.Written([]);
        }

        RunInspection found = RunInspection.Of(place.Target);
        return found.IsOurOwnUnmodified
            ? RunFolderOutcome.Written([])
            : RunFolderOutcome.Failed(RunFailureKind.WouldOverwrite, $"\"{place.Given}\" holds files that this run would replace ({List(clashes)}), and {found.WhyNotOurs}.", OverwriteHint);
    }

    // Nothing is written through a link, and nothing but a file is replaced by a file.
    private static string Blocked(string target, string name)
    {
        string[] parts = name.Split('/');
        string at = target;
        for (int i = 0; i < parts.Length; i++)
        {
            at = Path.Combine(at, parts[i]);
            bool isLast = i == parts.Length - 1;
            if (isLast && Directory.Exists(at) && new DirectoryInfo(at).LinkTarget is null)
            {
                return $"{name} is a folder there.";
            }

            if (!isLast && (File.Exists(at) || (Directory.Exists(at) && new DirectoryInfo(at).LinkTarget is not null)))
            {
                return $"{string.Join('/', parts[..(i + 1)])} is a file or a link there, and the run needs a folder of that name.";
            }
        }

        return "";
    }

    // A link that leads nowhere is in the way as well.
    private static bool Exists(string path) => File.Exists(path) || Directory.Exists(path) || new FileInfo(path).LinkTarget is not null;

    private static string List(List<string> names) =>
        names.Count <= 3 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(3))} and {names.Count - 3} more";

    private static RunFolderOutcome WriteFailed(string path, Exception error)
    {
        Exception cause = error is AggregateException many ? many.InnerExceptions[0] : error;
        return RunFolderOutcome.Failed(RunFailureKind.WriteFailed, $"Writing to \"{path}\" failed: {RunStage.Plain(cause)}", "Nothing of the run was left there.");
    }

    private static FileStream CreateFile(string path) => new(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
}
