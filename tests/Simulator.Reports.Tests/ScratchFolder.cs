namespace Simulator.Reports.Tests;

/// <summary>A folder of one test, removed at its end.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public ScratchFolder() => Directory.CreateDirectory(Root);

    public string Root { get; } = Path.Combine(Path.GetTempPath(), "natosim-tests-" + Path.GetRandomFileName());

    public string this[string relative] => Path.Combine(Root, relative);

    /// <summary>Every path below the folder, hidden ones included, relative and sorted.</summary>
    public string[] Everything() =>
        [.. Directory.EnumerateFileSystemEntries(Root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Select(p => Path.GetRelativePath(Root, p).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
