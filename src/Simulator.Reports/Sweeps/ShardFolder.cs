using System.Security.Cryptography;
using System.Text.Json;
using Simulator.Reports.Runs;

namespace Simulator.Reports.Sweeps;

/// <summary>
/// A folder of parts that stands alone: beside the part files it holds the sweep file, the scenario files that the user gave, and
/// sweep.json, which says how to put them together. Shards of one sweep may share a folder or have folders of their own.
/// </summary>
public sealed class ShardFolder
{
    /// <summary>What says which sweep the parts belong to.</summary>
    public const string FileName = "sweep.json";

    private const string SourceFolder = "inputs";

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private ShardFolder(string path, ShardSweep sweep)
    {
        Path = path;
        Sweep = sweep;
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>The sweep whose parts it holds.</summary>
    public ShardSweep Sweep { get; }

    /// <summary>The path of a file that the sweep was read from.</summary>
    /// <param name="name">File name.</param>
    public string PathOf(string name) => System.IO.Path.Combine(Path, SourceFolder, name);

    /// <summary>Reads a folder.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="problem">Why it cannot be read; empty when it can.</param>
    /// <returns>The folder, or null.</returns>
    public static ShardFolder? Read(string path, out string problem)
    {
        problem = "";
        string file = System.IO.Path.Combine(path, FileName);
        try
        {
            ShardSweep? sweep = JsonSerializer.Deserialize<ShardSweep>(File.ReadAllBytes(file), Json);
            if (sweep is null || sweep.Program != "natosim" || sweep.Sources is null || sweep.Outcomes is null || sweep.SweepFile is null || sweep.Base is null || sweep.Edition is null)
            {
                problem = $"{file} is no description of a sweep by natosim";
                return null;
            }

            ShardFolder folder = new(path, sweep);
            foreach (ShardSource source in sweep.Sources)
            {
                string at = folder.PathOf(source.Name);
                if (System.IO.Path.GetFileName(source.Name) != source.Name || !File.Exists(at) || Hash(File.ReadAllBytes(at)) != source.Sha256)
                {
                    problem = $"{at} is missing or was changed since the shards were computed";
                    return null;
                }
            }

            return folder;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problem = File.Exists(file) ? $"{file} cannot be read: {error.Message}" : $"\"{path}\" holds no shards: there is no {FileName} in it";
            return null;
        }
        catch (JsonException error)
        {
            problem = $"{file} is damaged: {error.Message}";
            return null;
        }
    }

    /// <summary>Writes the files that make a folder stand alone; several processes may do so at once.</summary>
    /// <param name="path">The folder; made when missing.</param>
    /// <param name="job">The sweep.</param>
    /// <returns>Why it was not written; null when it was.</returns>
    public static RunFailure? Write(string path, SweepJob job)
    {
        SweepRequest request = job.Request;
        IReadOnlyList<SweepSource> sources = request.Sources();
        ShardSweep sweep = new()
        {
            Program = "natosim",
            Version = RunReport.Version,
            Identity = Convert.ToHexStringLower(job.Identity),
            Edition = request.Edition.Id,
            SweepFile = request.SweepName,
            Base = request.BaseText,
            Outcomes = request.OutcomesAsked,
            Design = SweepChoice.Designs[(int)request.Choice.Design],
            Points = request.Choice.Design == SweepDesign.Grid ? 0 : job.Space.Points,
            Draws = request.Choice.Draws,
            Seed = request.Choice.Seed,
            Scrambles = request.Choice.Scrambles,
            Sources = [.. sources.Select(s => new ShardSource(s.Name, Hash(s.Content)))],
        };
        byte[] bytes = [.. JsonSerializer.SerializeToUtf8Bytes(sweep, Json), (byte)'\n'];
        try
        {
            string file = System.IO.Path.Combine(path, FileName);
            if (File.Exists(file))
            {
                ShardFolder? found = Read(path, out string problem);
                return found is not null && found.Sweep.Identity == sweep.Identity
                    ? null
                    : new RunFailure(
                        RunFailureKind.WouldOverwrite,
                        found is null ? problem + "." : $"\"{path}\" holds shards of another sweep: its files, options, edition or program version differ.",
                        "Choose another folder.");
            }

            Directory.CreateDirectory(System.IO.Path.Combine(path, SourceFolder));
            foreach (SweepSource source in sources)
            {
                WriteWhole(System.IO.Path.Combine(path, SourceFolder, source.Name), source.Content);
            }

            WriteWhole(file, bytes);
            return null;
        }
        catch (Exception error) when (RunFolder.IsDiskProblem(error))
        {
            return new RunFailure(RunFailureKind.CannotCreate, $"The folder \"{path}\" cannot be written: {RunStage.Plain(error)}", "Choose a folder in which you may write.");
        }
    }

    // Another process that writes the same file has the same bytes.
    private static void WriteWhole(string path, byte[] bytes)
    {
        string unfinished = $"{path}.{Environment.ProcessId}-{System.IO.Path.GetRandomFileName()}";
        File.WriteAllBytes(unfinished, bytes);
        File.Move(unfinished, path, overwrite: true);
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>A file that a sweep was read from.</summary>
/// <param name="Name">File name without folders.</param>
/// <param name="Sha256">SHA-256 of its bytes.</param>
public sealed record ShardSource(string Name, string Sha256);

/// <summary>What sweep.json holds: how to ask for the sweep again.</summary>
public sealed record ShardSweep
{
    /// <summary>natosim.</summary>
    public required string Program { get; init; }

    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>Identity of the sweep, 64 hexadecimal digits.</summary>
    public required string Identity { get; init; }

    /// <summary>Id of the edition.</summary>
    public required string Edition { get; init; }

    /// <summary>Name of the sweep file.</summary>
    public required string SweepFile { get; init; }

    /// <summary>The base: an id, or a file and an id.</summary>
    public required string Base { get; init; }

    /// <summary>Outcomes that were asked for beside those of the sweep file, as written.</summary>
    public required IReadOnlyList<string> Outcomes { get; init; }

    /// <summary>The design.</summary>
    public required string Design { get; init; }

    /// <summary>Points; 0 for a grid, which has what its levels make.</summary>
    public required long Points { get; init; }

    /// <summary>Draws of every world.</summary>
    public required long Draws { get; init; }

    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Whether the Sobol' sequence is scrambled.</summary>
    public required bool Scrambles { get; init; }

    /// <summary>The sweep file and the scenario files that the user gave.</summary>
    public required IReadOnlyList<ShardSource> Sources { get; init; }
}
