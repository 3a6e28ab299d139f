using Simulator.Alliance;
using Simulator.Data.Calibration;
using Simulator.Pathways;
using Simulator.Reports.Runs;
using Simulator.Sweeps;
using Simulator.Sweeps.Designs;

namespace Simulator.Reports.Sweeps;

/// <summary>A file that a sweep was read from, kept beside its parts so that they can be put together elsewhere.</summary>
/// <param name="Name">File name without folders.</param>
/// <param name="Content">Its bytes.</param>
public sealed record SweepSource(string Name, byte[] Content);

/// <summary>A stretch of a sweep that one machine computes.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Of">How many there are.</param>
public readonly record struct SweepShard(int Number, int Of)
{
    /// <summary>The first block of the shard.</summary>
    /// <param name="blocks">Blocks of the sweep.</param>
    public int FirstBlock(int blocks) => (int)((long)blocks * (Number - 1) / Of);

    /// <summary>The block after the last of the shard.</summary>
    /// <param name="blocks">Blocks of the sweep.</param>
    public int EndBlock(int blocks) => (int)((long)blocks * Number / Of);
}

/// <summary>How every single world is kept.</summary>
public enum KeepWorlds
{
    /// <summary>Not at all: distributions and a sample are what remains.</summary>
    None,

    /// <summary>worlds.csv.</summary>
    Csv,

    /// <summary>worlds.sqlite.</summary>
    Sqlite,
}

/// <summary>What a sweep is asked to do.</summary>
public sealed record SweepRequest
{
    /// <summary>Title of the sweep file, for people: its name.</summary>
    public required string SweepName { get; init; }

    /// <summary>The edition.</summary>
    public required Edition Edition { get; init; }

    /// <summary>The scenario that the sweep starts from.</summary>
    public required Scenario Base { get; init; }

    /// <summary>What is moved.</summary>
    public required IReadOnlyList<Factor> Factors { get; init; }

    /// <summary>Levels of a grid by factor, as the sweep file gives them.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Levels { get; init; }

    /// <summary>What is kept; at least one.</summary>
    public required IReadOnlyList<Outcome> Outcomes { get; init; }

    /// <summary>Outcomes that were asked for beside those of the sweep file, as written.</summary>
    public IReadOnlyList<string> OutcomesAsked { get; init; } = [];

    /// <summary>Design, points, draws, seed.</summary>
    public SweepChoice Choice { get; init; } = new();

    /// <summary>Directions of the Sobol' sequence.</summary>
    public required Lazy<SobolDirections> Directions { get; init; }

    /// <summary>The fitted uncertainty; needed where there are draws.</summary>
    public UncertaintyParameters? Uncertainty { get; init; }

    /// <summary>Files that the sweep was read from: the sweep file, scenario files, data files.</summary>
    public required IReadOnlyList<RunInput> Inputs { get; init; }

    /// <summary>Reads the sweep file and the scenario files that the user gave, to be kept beside parts.</summary>
    public Func<IReadOnlyList<SweepSource>> Sources { get; init; } = () => [];

    /// <summary>The base as the user named it, without folders: an id, or a file and an id.</summary>
    public string BaseText { get; init; } = "";

    /// <summary>Threads; their number changes no result.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>How every world is kept.</summary>
    public KeepWorlds Keep { get; init; }

    /// <summary>True to draw figures.</summary>
    public bool Charts { get; init; } = true;

    /// <summary>The folder of the results as the user gave it; empty to write nothing.</summary>
    public string OutputFolder { get; init; } = "";

    /// <summary>True to replace files that are not our own unmodified output.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Told how far the work has come, from any thread; null to tell nobody.</summary>
    public Action<SweepProgress>? Progress { get; init; }

    /// <summary>Told what happens to parts: found, broken, kept; null to tell nobody.</summary>
    public Action<string>? Say { get; init; }
}

/// <summary>How far a sweep has come.</summary>
/// <param name="Worlds">Worlds done by this process.</param>
/// <param name="All">Worlds that this process has to do.</param>
public readonly record struct SweepProgress(long Worlds, long All);
