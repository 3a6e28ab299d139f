namespace Simulator.Data.Editions;

/// <summary>
/// The folder of figures: the one shipped beside the program, or another one of the same layout (--data DIR).
/// Nothing is read before it is asked for.
/// </summary>
public sealed class DataFolder
{
    private readonly SortedDictionary<string, byte[]> _read = new(StringComparer.Ordinal);

    internal DataFolder(string root) => Root = root;

    /// <summary>Every file read so far, by path inside the folder, with its bytes: what a manifest has to name.</summary>
    public IReadOnlyDictionary<string, byte[]> FilesRead => _read;

    /// <summary>Full path of the folder.</summary>
    public string Root { get; }

    /// <summary>The folder that is shipped with the program: "data" beside it.</summary>
    /// <returns>The folder, or the problem that it is not there.</returns>
    public static DataResult<DataFolder> Shipped() => Open(Path.Combine(AppContext.BaseDirectory, "data"));

    /// <summary>Opens a data folder.</summary>
    /// <param name="path">Path of a folder that holds editions.csv, members.csv and the files that these name.</param>
    /// <returns>The folder, or the problem that it is not one.</returns>
    public static DataResult<DataFolder> Open(string path)
    {
        if (path.Length == 0)
        {
            return Fail(path, "the path of the data folder is empty");
        }

        if (File.Exists(path))
        {
            return Fail(path, "this is a file; a data folder is expected");
        }

        if (!Directory.Exists(path))
        {
            return Fail(path, "there is no such data folder");
        }

        return File.Exists(Path.Combine(path, EditionStore.EditionsFile))
            ? new DataResult<DataFolder>(new DataFolder(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))))
            : Fail(path, $"this folder holds no {EditionStore.EditionsFile}, so it is not a data folder");
    }

    /// <summary>Path of a file in the folder, as shown to the user.</summary>
    /// <param name="relative">Path inside the folder, with forward slashes.</param>
    public string PathOf(string relative) => Path.Combine(Root, relative.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>True when the folder has this file.</summary>
    /// <param name="relative">Path inside the folder, with forward slashes.</param>
    public bool Has(string relative) => File.Exists(PathOf(relative));

    /// <summary>The bytes of a file in the folder.</summary>
    /// <param name="relative">Path inside the folder, with forward slashes; a path that leads out of it is refused.</param>
    /// <returns>The bytes, or the problem that the file is missing or cannot be read.</returns>
    public DataResult<byte[]> Read(string relative)
    {
        string path = PathOf(relative);
        string inside = Path.GetRelativePath(Root, Path.GetFullPath(path));
        if (Path.IsPathRooted(relative) || Path.IsPathRooted(inside) || inside.Split(Path.DirectorySeparatorChar)[0] == "..")
        {
            return new DataResult<byte[]>([new DataProblem(relative, 0, 0, "this path leads out of the data folder")]);
        }

        try
        {
            byte[] bytes = File.ReadAllBytes(path);
            _read[relative] = bytes;
            return new DataResult<byte[]>(bytes);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new DataResult<byte[]>([new DataProblem(path, 0, 0, "this file of the data folder is missing")]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new DataResult<byte[]>([new DataProblem(path, 0, 0, "this file of the data folder cannot be read: " + e.Message)]);
        }
    }

    private static DataResult<DataFolder> Fail(string path, string message) => new([new DataProblem(path, 0, 0, message)]);
}
