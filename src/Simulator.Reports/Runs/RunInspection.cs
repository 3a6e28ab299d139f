using System.Security.Cryptography;

namespace Simulator.Reports.Runs;

/// <summary>What a look at a run folder says about one file.</summary>
public enum RunFileState
{
    /// <summary>As written.</summary>
    Same,

    /// <summary>The content is not what was written.</summary>
    Changed,

    /// <summary>Listed in the manifest and not there.</summary>
    Missing,

    /// <summary>There and not listed in the manifest.</summary>
    Foreign,

    /// <summary>A file whose bytes depend on the machine; it is there, and has no hash to compare.</summary>
    Derived,
}

/// <summary>One file and what was found.</summary>
/// <param name="Path">Path inside the folder, with forward slashes.</param>
/// <param name="State">What was found.</param>
public readonly record struct InspectedFile(string Path, RunFileState State);

/// <summary>A run folder compared with its manifest, file by file.</summary>
public sealed class RunInspection
{
    private RunInspection(bool hasManifest, bool isManifestIntact, RunManifestSummary manifest, IReadOnlyList<InspectedFile> files)
    {
        HasManifest = hasManifest;
        IsManifestIntact = isManifestIntact;
        Manifest = manifest;
        Files = files;
    }

    /// <summary>True when the folder has a run.json that reads as a manifest.</summary>
    public bool HasManifest { get; }

    /// <summary>True when the manifest is as it was written, by its own seal.</summary>
    public bool IsManifestIntact { get; }

    /// <summary>What the manifest says; empty without one.</summary>
    public RunManifestSummary Manifest { get; }

    /// <summary>Every file of the folder and of the manifest, in ordinal order of the paths, the manifest itself left out.</summary>
    public IReadOnlyList<InspectedFile> Files { get; }

    /// <summary>True when every file there is the unmodified output of one run, so that it may be written again.</summary>
    public bool IsOurOwnUnmodified => IsManifestIntact && Files.All(f => f.State is RunFileState.Same or RunFileState.Derived or RunFileState.Missing);

    /// <summary>True when the whole run is there as it was written.</summary>
    public bool IsWhole => IsManifestIntact && Files.All(f => f.State is RunFileState.Same or RunFileState.Derived);

    /// <summary>The files there that a run wrote and nobody changed, the manifest included.</summary>
    internal IEnumerable<string> OwnUnmodified => IsManifestIntact
        ? Files.Where(f => f.State is RunFileState.Same or RunFileState.Derived).Select(f => f.Path).Append(RunFolder.ManifestName)
        : [];

    /// <summary>Why the folder is not our own unmodified output, as a clause for a message.</summary>
    internal string WhyNotOurs
    {
        get
        {
            if (!HasManifest)
            {
                return "the folder has no run.json that shows that this program wrote them";
            }

            if (!IsManifestIntact)
            {
                return "run.json was changed since it was written";
            }

            string changed = Names(RunFileState.Changed);
            return changed.Length > 0
                ? $"{changed} changed since the run was written"
                : $"{Names(RunFileState.Foreign)} did not come from this program";
        }
    }

    /// <summary>Compares a folder with the manifest in it.</summary>
    /// <param name="folder">Full path.</param>
    internal static RunInspection Of(string folder)
    {
        List<string> there = [];
        if (Directory.Exists(folder))
        {
            Collect(folder, "", there);
        }

        bool hasManifest = false;
        bool isIntact = false;
        RunManifestSummary manifest = RunManifestSummary.Empty;
        if (there.Remove(RunFolder.ManifestName) && TryBytes(Path.Combine(folder, RunFolder.ManifestName), out byte[] bytes))
        {
            hasManifest = RunManifestSummary.TryRead(bytes, out manifest, out isIntact);
        }

        Dictionary<string, RunFile> listed = new(StringComparer.Ordinal);
        foreach (RunFile file in manifest.Outputs)
        {
            listed[file.Path] = file;
        }

        List<InspectedFile> files = [];
        foreach (string name in there)
        {
            files.Add(new InspectedFile(name, listed.Remove(name, out RunFile? file) ? State(Path.Combine(folder, name), file) : RunFileState.Foreign));
        }

        files.AddRange(listed.Keys.Select(name => new InspectedFile(name, RunFileState.Missing)));
        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return new RunInspection(hasManifest, isIntact, manifest, files);
    }

    private string Names(RunFileState state) =>
        string.Join(", ", Files.Where(f => f.State == state).Select(f => f.Path).Take(3));

    // Links are listed as foreign entries and never followed; our own staging folders are not part of a run.
    private static void Collect(string folder, string prefix, List<string> names)
    {
        foreach (FileSystemInfo entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
        {
            if (entry is DirectoryInfo && entry.LinkTarget is null)
            {
                if (!(prefix.Length == 0 && entry.Name.StartsWith('.') && entry.Name.Contains(".natosim-", StringComparison.Ordinal)))
                {
                    Collect(entry.FullName, prefix + entry.Name + "/", names);
                }
            }
            else
            {
                names.Add(prefix + entry.Name);
            }
        }
    }

    private static RunFileState State(string path, RunFile listed)
    {
        FileInfo file = new(path);
        if (file.LinkTarget is not null)
        {
            return RunFileState.Changed;
        }

        if (listed.IsDerived)
        {
            return RunFileState.Derived;
        }

        if (file.Length != listed.Bytes)
        {
            return RunFileState.Changed;
        }

        try
        {
            using FileStream stream = file.OpenRead();
            return Convert.ToHexStringLower(SHA256.HashData(stream)) == listed.Sha256 ? RunFileState.Same : RunFileState.Changed;
        }
        catch (Exception error) when (RunFolder.IsDiskProblem(error))
        {
            // What cannot be read cannot be shown to be ours.
            return RunFileState.Changed;
        }
    }

    private static bool TryBytes(string path, out byte[] bytes)
    {
        try
        {
            bytes = new FileInfo(path).LinkTarget is null ? File.ReadAllBytes(path) : [];
            return bytes.Length > 0;
        }
        catch (Exception error) when (RunFolder.IsDiskProblem(error))
        {
            bytes = [];
            return false;
        }
    }
}
