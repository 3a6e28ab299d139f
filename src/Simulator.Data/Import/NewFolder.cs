using Simulator.Alliance;
using Simulator.Data.Editions;

namespace Simulator.Data.Import;

/// <summary>
/// Writes a data folder beside its place and moves it there when it is whole and its new edition loads. On any failure
/// nothing is left.
/// </summary>
internal static class NewFolder
{
    private const int MostGaps = 20;

    /// <summary>Why the new folder cannot be made; empty when it can.</summary>
    public static string Refusal(ImportRequest request)
    {
        if (request.OutPath.Length == 0)
        {
            return "the path of the new folder is empty";
        }

        try
        {
            string target = Target(request);
            string inside = Path.GetRelativePath(request.From.Root, target);
            if (inside == "." || !(Path.IsPathRooted(inside) || inside.Split(Path.DirectorySeparatorChar)[0] == ".."))
            {
                return "the new folder lies inside the one that is copied; choose another place";
            }

            return File.Exists(target) || new FileInfo(target).LinkTarget is not null ? "there is a file or a link of this name"
                : Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any() ? "this folder is not empty; a new data folder is never written over another"
                : "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return "this path cannot be used: " + e.Message;
        }
    }

    /// <summary>Copies the folder, writes the new files over the copy, tries the new edition, and moves all to its place.</summary>
    public static ImportEnd Write(ImportRequest request, Dictionary<string, byte[]> files, ImportLog log, CancellationToken cancel)
    {
        string target = Target(request);
        string stage = Path.Combine(Path.GetDirectoryName(target)!, "." + Path.GetFileName(target) + "." + Path.GetRandomFileName());
        try
        {
            Directory.CreateDirectory(stage);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.Error(request.OutPath, "the new folder cannot be created: " + e.Message);
            return ImportEnd.CannotCreate;
        }

        try
        {
            Copy(request.From.Root, stage, files, cancel);
            if (!Loads(stage, request, log))
            {
                return ImportEnd.BadInput;
            }

            cancel.ThrowIfCancellationRequested();
            if (Directory.Exists(target))
            {
                Directory.Delete(target);
            }

            Directory.Move(stage, target);
            return ImportEnd.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.Error(request.OutPath, "writing failed: " + e.Message);
            return ImportEnd.WriteFailed;
        }
        finally
        {
            Remove(stage);
        }
    }

    private static string Target(ImportRequest request) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(request.OutPath));

    private static void Copy(string from, string stage, Dictionary<string, byte[]> files, CancellationToken cancel)
    {
        foreach (string source in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            cancel.ThrowIfCancellationRequested();
            string relative = Path.GetRelativePath(from, source);
            if (!files.ContainsKey(relative.Replace(Path.DirectorySeparatorChar, '/')))
            {
                Save(stage, relative, File.ReadAllBytes(source));
            }
        }

        foreach ((string relative, byte[] content) in files)
        {
            cancel.ThrowIfCancellationRequested();
            Save(stage, relative, content);
        }
    }

    // The bytes are written anew, so that a copy of read-only files can be removed and changed again.
    private static void Save(string stage, string relative, byte[] content)
    {
        string path = Path.Combine(stage, relative.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    private static bool Loads(string stage, ImportRequest request, ImportLog log)
    {
        DataResult<DataFolder> folder = DataFolder.Open(stage);
        DataResult<Edition> edition = folder.Ok ? EditionStore.Load(folder.Value, request.Id) : new DataResult<Edition>(folder.Problems);
        foreach (DataProblem problem in edition.Problems)
        {
            log.Error(problem.File.Replace(stage, request.OutPath, StringComparison.Ordinal), problem.Message);
        }

        if (!edition.Ok)
        {
            return false;
        }

        IReadOnlyList<string> gaps = MacroGaps.Find(edition.Value);
        foreach (string gap in gaps.Take(MostGaps))
        {
            log.Error(request.Id, "a projection needs " + gap + ", which neither file gives");
        }

        if (gaps.Count > MostGaps)
        {
            log.Error(request.Id, "further figures that are missing are not listed");
        }

        return gaps.Count == 0;
    }

    private static void Remove(string stage)
    {
        try
        {
            if (Directory.Exists(stage))
            {
                Directory.Delete(stage, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The failure that is being reported matters more than a folder that could not be taken away.
        }
    }
}
