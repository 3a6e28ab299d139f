namespace Simulator.Reports.Runs;

/// <summary>Where a run goes, after links are followed.</summary>
/// <param name="Given">The path as the user gave it, for messages.</param>
/// <param name="Target">Full path of the folder, without a trailing separator.</param>
internal readonly record struct RunPlace(string Given, string Target)
{
    /// <summary>Reads a path from the command line.</summary>
    public static bool Find(string given, out RunPlace place, out RunFolderOutcome refused)
    {
        place = default;
        refused = RunFolderOutcome.Written([]);
        if (string.IsNullOrWhiteSpace(given) || given.Contains('\0', StringComparison.Ordinal))
        {
            refused = Refuse("The output folder has no name.");
            return false;
        }

        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(given));
        if (Path.GetDirectoryName(full) is null)
        {
            refused = Refuse($"The output folder \"{given}\" is the root of a disk.");
            return false;
        }

        try
        {
            // A folder reached by a link is staged beside the real folder, so that the last step is a rename on one disk.
            if (new DirectoryInfo(full).LinkTarget is not null)
            {
                FileSystemInfo? end = new DirectoryInfo(full).ResolveLinkTarget(returnFinalTarget: true);
                if (end is null || !Directory.Exists(end.FullName))
                {
                    refused = Refuse($"\"{given}\" is a link that does not lead to a folder.");
                    return false;
                }

                full = Path.TrimEndingDirectorySeparator(end.FullName);
            }
        }
        catch (Exception error) when (RunFolder.IsDiskProblem(error))
        {
            refused = Refuse($"\"{given}\" cannot be read: {RunStage.Plain(error)}");
            return false;
        }

        if (File.Exists(full))
        {
            refused = Refuse($"\"{given}\" is a file, and the run needs a folder.");
            return false;
        }

        place = new RunPlace(given, full);
        return true;
    }

    private static RunFolderOutcome Refuse(string message) =>
        RunFolderOutcome.Failed(RunFailureKind.CannotCreate, message, "Choose another folder.");
}
