using System.Runtime.ExceptionServices;

namespace Simulator.Reports.Runs;

/// <summary>
/// The staging folder of one run and the last step that moves it into place. It is a sibling of the target, so that the
/// last step renames; where the parent may not be written but the target may (a mounted folder), it stands inside the target.
/// </summary>
internal sealed class RunStage(RunPlace place) : IDisposable
{
    private readonly List<string> _createdParents = [];
    private string _root = "";
    private bool _isKept;

    /// <summary>The folder into which new files are written.</summary>
    public string NewFiles => Path.Combine(_root, "new");

    private string OldFiles => Path.Combine(_root, "old");

    /// <summary>Creates the folder and missing parents of the target.</summary>
    /// <returns>Why that failed, in plain words; empty when it did not.</returns>
    public string Create()
    {
        string parent = Path.GetDirectoryName(place.Target)!;
        // The name is random so that two runs at once do not meet; it never reaches an output.
        string name = $".{Path.GetFileName(place.Target)}.natosim-{Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal)}";
        try
        {
            CreateParents(parent);
            _root = Path.Combine(parent, name);
            Directory.CreateDirectory(NewFiles);
            return "";
        }
        catch (Exception error) when (RunFolder.IsDiskProblem(error))
        {
            if (!Directory.Exists(place.Target))
            {
                return Plain(error);
            }
        }

        try
        {
            _root = Path.Combine(place.Target, name);
            Directory.CreateDirectory(NewFiles);
            return "";
        }
        catch (Exception error) when (RunFolder.IsDiskProblem(error))
        {
            return Plain(error);
        }
    }

    /// <summary>Moves the finished files into the target; on failure everything is as it was.</summary>
    /// <param name="files">The files, all of them in <see cref="NewFiles"/>.</param>
    /// <param name="found">What the target holds now.</param>
    public void MoveIntoPlace(IReadOnlyList<RunFile> files, RunInspection found)
    {
        if (!Directory.Exists(place.Target))
        {
            Directory.Move(NewFiles, place.Target);
            _createdParents.Clear();
            return;
        }

        List<(string From, string To)> moved = [];
        List<string> made = [];
        try
        {
            // The old manifest leaves first and the new one comes last: a folder that is caught halfway has none.
            HashSet<string> leaving = new(files.Select(f => f.Path), StringComparer.Ordinal);
            leaving.UnionWith(found.OwnUnmodified);
            foreach (string name in leaving.OrderBy(n => n != RunFolder.ManifestName).ThenBy(n => n, StringComparer.Ordinal))
            {
                string at = Path.Combine(place.Target, name);
                if (File.Exists(at) || new FileInfo(at).LinkTarget is not null)
                {
                    Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(OldFiles, name))!);
                    Move(at, Path.Combine(OldFiles, name), moved);
                }
            }

            foreach (RunFile file in files.OrderBy(f => f.Path == RunFolder.ManifestName).ThenBy(f => f.Path, StringComparer.Ordinal))
            {
                string to = Path.Combine(place.Target, file.Path);
                string folder = Path.GetDirectoryName(to)!;
                if (!Directory.Exists(folder))
                {
                    Directory.CreateDirectory(folder);
                    made.Add(folder);
                }

                Move(Path.Combine(NewFiles, file.Path), to, moved);
            }
        }
        catch (Exception error) when (RunFolder.IsDiskProblem(error))
        {
            Undo(moved, made);
            ExceptionDispatchInfo.Throw(error);
        }

        RemoveFoldersLeftEmpty(found.OwnUnmodified);
    }

    /// <summary>Removes the staging folder, and the parents that were created for nothing.</summary>
    public void Dispose()
    {
        if (_root.Length == 0 || _isKept)
        {
            return;
        }

        try
        {
            if (Directory.Exists(_root))
            {
                Directory.Delete(_root, recursive: true);
            }

            for (int i = _createdParents.Count - 1; i >= 0 && !Directory.EnumerateFileSystemEntries(_createdParents[i]).Any(); i--)
            {
                Directory.Delete(_createdParents[i]);
            }
        }
        catch (Exception error) when (RunFolder.IsDiskProblem(error))
        {
            // A disk that also refuses to remove leaves a hidden folder; the result is already decided and stays true.
        }
    }

    /// <summary>What the disk said, without the full paths of the staging folder.</summary>
    /// <param name="error">The exception.</param>
    public static string Plain(Exception error) => error switch
    {
        UnauthorizedAccessException => "permission denied.",
        DirectoryNotFoundException => "the folder does not exist and cannot be made.",
        PathTooLongException => "the path is too long.",
        _ when error.Message.StartsWith("No space left", StringComparison.Ordinal) || (error.HResult & 0xFFFF) is 28 or 112 => "no space is left on the disk.",
        _ when error.Message.StartsWith("Read-only file system", StringComparison.Ordinal) => "the disk is read-only.",
        _ when error.Message.Contains(".natosim-", StringComparison.Ordinal) => "the disk refused.",
        _ => error.Message,
    };

    // Between two disks a move is a copy, and a copy that fails leaves a part of the file behind.
    private static void Move(string from, string to, List<(string From, string To)> moved)
    {
        if (File.Exists(to))
        {
            throw new IOException($"{Path.GetFileName(to)} appeared while the run was moved into place.");
        }

        try
        {
            File.Move(from, to);
        }
        catch (Exception error) when (RunFolder.IsDiskProblem(error) && File.Exists(from))
        {
            File.Delete(to);
            throw;
        }

        moved.Add((from, to));
    }

    private void CreateParents(string parent)
    {
        Stack<string> missing = new();
        for (string at = parent; !Directory.Exists(at); at = Path.GetDirectoryName(at)!)
        {
            missing.Push(at);
        }

        foreach (string folder in missing)
        {
            Directory.CreateDirectory(folder);
            _createdParents.Add(folder);
        }
    }

    private void Undo(List<(string From, string To)> moved, List<string> made)
    {
        // Until every file is back, the staging folder may hold the only copy of something: it is removed only after that.
        _isKept = true;
        for (int i = moved.Count - 1; i >= 0; i--)
        {
            File.Move(moved[i].To, moved[i].From);
        }

        for (int i = made.Count - 1; i >= 0; i--)
        {
            Directory.Delete(made[i]);
        }

        _isKept = false;
    }

    private void RemoveFoldersLeftEmpty(IEnumerable<string> names)
    {
        foreach (string folder in names.Select(n => Path.GetDirectoryName(n)!).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal))
        {
            string full = Path.Combine(place.Target, folder);
            if (Directory.Exists(full) && !Directory.EnumerateFileSystemEntries(full).Any())
            {
                Directory.Delete(full);
            }
        }
    }
}
