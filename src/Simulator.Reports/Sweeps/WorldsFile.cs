using System.Globalization;
using Simulator.Reports.Runs;
using Simulator.Reports.Tables;
using Simulator.Sweeps;

namespace Simulator.Reports.Sweeps;

/// <summary>Every world of a sweep as a row: its number, its factors, its outcomes. Worlds are run once more, in their order, so that no memory holds them.</summary>
public static class WorldsFile
{
    private const int BytesOfNumberAsText = 19;
    private const int BytesOfNumberInSqlite = 9;

    /// <summary>The file's name; empty where worlds are not kept.</summary>
    /// <param name="keep">How worlds are kept.</param>
    public static string NameOf(KeepWorlds keep) => keep switch
    {
        KeepWorlds.Csv => "worlds.csv",
        KeepWorlds.Sqlite => "worlds.sqlite",
        _ => "",
    };

    /// <summary>About how many bytes the file will have.</summary>
    /// <param name="job">The sweep.</param>
    public static double EstimatedBytes(SweepJob job)
    {
        int columns = job.Plan.Factors.Count + job.Plan.Outcomes.Count;
        return job.Request.Keep switch
        {
            KeepWorlds.Csv => (double)job.Space.Worlds * ((columns * BytesOfNumberAsText) + 8),
            KeepWorlds.Sqlite => (double)job.Space.Worlds * ((columns * BytesOfNumberInSqlite) + 12),
            _ => 0,
        };
    }

    /// <summary>Why the worlds cannot be kept: the disk is too small; null when they can.</summary>
    /// <param name="job">The sweep.</param>
    public static RunFailure? Refusal(SweepJob job)
    {
        if (job.Request.Keep == KeepWorlds.None)
        {
            return null;
        }

        double needed = EstimatedBytes(job);
        string at = Path.GetFullPath(job.Request.OutputFolder);
        while (!Directory.Exists(at) && Path.GetDirectoryName(at) is { } parent)
        {
            at = parent;
        }

        double free = new DriveInfo(at).AvailableFreeSpace;
        job.Request.Say?.Invoke($"{NameOf(job.Request.Keep)} will take about {Size(needed)}; {Size(free)} are free");
        return needed < free
            ? null
            : new RunFailure(
                RunFailureKind.CannotCreate,
                $"{NameOf(job.Request.Keep)} would take about {Size(needed)}, and the disk has {Size(free)} free.",
                "Take fewer points, leave --keep out (distributions and a sample are kept anyway), or choose another disk.");
    }

    /// <summary>Writes the worlds, when they are kept.</summary>
    /// <param name="folder">Where the file goes.</param>
    /// <param name="job">The sweep.</param>
    /// <param name="cancel">Interrupts.</param>
    public static void Write(StagingFolder folder, SweepJob job, CancellationToken cancel)
    {
        switch (job.Request.Keep)
        {
            case KeepWorlds.Csv:
                WriteCsv(folder, job, cancel);
                break;
            case KeepWorlds.Sqlite:
                WorldsDatabase.Write(folder, job, cancel);
                break;
            default:
                break;
        }
    }

    /// <summary>What a row is, in either form.</summary>
    /// <param name="job">The sweep.</param>
    public static TableSchema Schema(SweepJob job) => new(
        "worlds",
        "Every world",
        "One row for each world, in the order of their numbers. In a Saltelli design the worlds of a base point follow each other: A, B, then A with each factor in turn taken from B.",
        [
            new("world", FieldType.Number, "", "Number of the world, from 0."),
            .. job.Plan.Factors.Select(f => new Column(f.Name, f.IsCategorical ? FieldType.Text : FieldType.Number, "", f.IsCategorical ? "Word of the factor." : "Value of the factor.")),
            .. job.Plan.Outcomes.Select(o => new Column(o.Name, FieldType.Number, o.UnitText, job.Options.Draws > 0 ? "Mean over the draws of the world." : "Value of the outcome.")),
        ],
        ["world"]);

    /// <summary>Runs all worlds in their order.</summary>
    internal static void Each(SweepJob job, SweptWorlds take, CancellationToken cancel)
    {
        SweepRun run = new(job.Plan, job.Space, job.Options with { Threads = 1 });
        run.Run(0, job.Space.Blocks, worlds => job.Request.Progress?.Invoke(new(worlds, job.Space.Worlds)), take, cancel);
    }

    private static void WriteCsv(StagingFolder folder, SweepJob job, CancellationToken cancel)
    {
        using Stream stream = folder.Create(NameOf(KeepWorlds.Csv));
        TableWriter rows = new(Schema(job), stream);
        Each(
            job,
            (_, first, worlds, valueOf, outcomeOf) =>
            {
                for (int w = 0; w < worlds; w++)
                {
                    rows.Number(first + w);
                    for (int f = 0; f < job.Plan.Factors.Count; f++)
                    {
                        double value = valueOf(f)[w];
                        if (job.Plan.Factors[f].IsCategorical)
                        {
                            rows.Text(job.Plan.Factors[f].Words[(int)value]);
                        }
                        else
                        {
                            rows.Number(value);
                        }
                    }

                    for (int o = 0; o < job.Plan.Outcomes.Count; o++)
                    {
                        rows.Number(outcomeOf(o)[w]);
                    }

                    rows.EndRow();
                }
            },
            cancel);
        rows.Complete();
    }

    private static string Size(double bytes) => bytes switch
    {
        >= 1e12 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e12:0.#} TB"),
        >= 1e9 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.#} GB"),
        >= 1e6 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(bytes / 1e3):0} kB"),
    };
}
