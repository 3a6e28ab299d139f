using System.Text;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Charts.Svg;
using Simulator.Reports.Runs;
using Simulator.Reports.Tables;
using Simulator.Sweeps;

namespace Simulator.Reports.Sweeps;

/// <summary>Sweeps: worlds in parts, answers, tables, figures, a page and a manifest.</summary>
public static class SweepReport
{
    /// <summary>The name of the command, as manifests have it.</summary>
    public const string Command = "sweep";

    private const string Unfinished = ".unfinished";
    private const string ChartFolder = "charts/";

    /// <summary>Runs a whole sweep, and writes the folder when one is named.</summary>
    /// <param name="job">The sweep.</param>
    /// <param name="cancel">Interrupts; finished parts of a long sweep are kept beside the folder, and the same request goes on from there.</param>
    public static ReportOutcome<SweepAnswers> Execute(SweepJob job, CancellationToken cancel)
    {
        SweepRequest request = job.Request;
        bool writes = request.OutputFolder.Length > 0;
        if (writes)
        {
            RunFolderOutcome early = RunFolder.Check(request.OutputFolder, Names(job), request.Overwrite);
            if (!early.IsWritten)
            {
                return ReportOutcome<SweepAnswers>.Failed(early.Failure);
            }

            if (WorldsFile.Refusal(job) is { } refusal)
            {
                return ReportOutcome<SweepAnswers>.Failed(refusal);
            }
        }

        string unfinished = writes ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(request.OutputFolder)) + Unfinished : "";
        SweepProgressParts work = new(job, unfinished, alwaysKeeps: false);
        if (Guarded(() => work.Work(0, job.Space.Blocks, cancel), request.OutputFolder) is { } failure)
        {
            return ReportOutcome<SweepAnswers>.Failed(failure);
        }

        ReportOutcome<SweepAnswers> outcome = Finish(job, SweepPart.Join(job.Plan.Outcomes, [.. work.Parts]), cancel);
        if (outcome.IsDone && work.IsKept)
        {
            RemoveParts(unfinished);
        }

        return outcome;
    }

    /// <summary>Runs one shard of a sweep into a folder of parts; what is there already is not computed again.</summary>
    /// <param name="job">The sweep.</param>
    /// <param name="shard">Which stretch.</param>
    /// <param name="cancel">Interrupts; finished parts stay.</param>
    /// <returns>Why it was not done; null when the shard is complete.</returns>
    public static RunFailure? ExecuteShard(SweepJob job, SweepShard shard, CancellationToken cancel)
    {
        string folder = job.Request.OutputFolder;
        if (!RunPlace.Find(folder, out _, out RunFolderOutcome refused))
        {
            return refused.Failure;
        }

        if (ShardFolder.Write(folder, job) is { } clash)
        {
            return clash;
        }

        int first = shard.FirstBlock(job.Space.Blocks);
        int end = shard.EndBlock(job.Space.Blocks);
        if (first == end)
        {
            job.Request.Say?.Invoke($"shard {shard.Number} of {shard.Of} has no blocks: the sweep has {job.Space.Blocks}");
            return null;
        }

        return Guarded(() => new SweepProgressParts(job, folder, alwaysKeeps: true).Work(first, end, cancel), folder);
    }

    /// <summary>Puts the parts of folders together and writes what one run of the whole sweep would have written, to the byte.</summary>
    /// <param name="job">The sweep.</param>
    /// <param name="folders">Folders of parts.</param>
    /// <param name="cancel">Interrupts; nothing is left half-written.</param>
    public static ReportOutcome<SweepAnswers> Merge(SweepJob job, IReadOnlyList<string> folders, CancellationToken cancel)
    {
        PartFolder? found = null;
        if (Guarded(() => Read(job, folders, out found), folders[0]) is { } failure)
        {
            return ReportOutcome<SweepAnswers>.Failed(failure);
        }

        IReadOnlyList<SweepPart> chain = found!.Chain(0, job.Space.Blocks, out int reached);
        if (reached < job.Space.Blocks)
        {
            IReadOnlyList<(int First, int End)> missing = found.Missing(0, job.Space.Blocks, out _);
            string blocks = string.Join(", ", missing.Take(5).Select(m => $"{m.First} to {m.End - 1}")) + (missing.Count > 5 ? ", ..." : "");
            string damaged = found.Broken.Count == 0 ? "" : $" Damaged: {string.Join(", ", found.Broken.Select(Path.GetFileName))}.";
            return ReportOutcome<SweepAnswers>.Failed(new RunFailure(
                RunFailureKind.Input,
                $"The parts do not make a whole sweep: of {job.Space.Blocks} blocks these are missing: {blocks}.{damaged}",
                "Run the shards that they belong to once more; what is done is not computed again."));
        }

        return Finish(job, SweepPart.Join(job.Plan.Outcomes, [.. chain]), cancel);
    }

    private static RunFailure? Read(SweepJob job, IReadOnlyList<string> folders, out PartFolder? found)
    {
        found = PartFolder.Read(folders, job);
        return found.Others.Count == 0 ? null : new RunFailure(
            RunFailureKind.Input,
            $"{found.Others[0]} is a part of another sweep: its files, options, edition or program version differ.",
            "Merge only parts of one sweep.");
    }

    private static ReportOutcome<SweepAnswers> Finish(SweepJob job, SweepPart whole, CancellationToken cancel)
    {
        SweepAnswers answers = SweepAnswers.Of(job, whole);
        if (job.Request.OutputFolder.Length == 0)
        {
            return ReportOutcome<SweepAnswers>.Done(answers, job.Manifest.RunId, []);
        }

        RunFolderOutcome written = RunFolder.Write(job.Request.OutputFolder, job.Request.Overwrite, folder => WriteAll(folder, answers, cancel), cancel);
        return written.IsWritten
            ? ReportOutcome<SweepAnswers>.Done(answers, job.Manifest.RunId, written.Files)
            : ReportOutcome<SweepAnswers>.Failed(written.Failure);
    }

    private static List<string> Names(SweepJob job)
    {
        List<string> names = ["outcomes.csv", "histogram.csv", "sensitivity.csv", "distances.csv", "boxes.csv", "factors.csv", DataPackage.FileName, RunFolder.ManifestName];
        names.Add(SweepPage.FileName);
        if (job.Request.Charts)
        {
            names.AddRange(SweepFigures.Names(job).SelectMany(n => new[] { $"{ChartFolder}{n}.svg", $"{ChartFolder}{n}.csv" }));
        }

        if (WorldsFile.NameOf(job.Request.Keep) is { Length: > 0 } worlds)
        {
            names.Add(worlds);
        }

        return names;
    }

    private static void WriteAll(StagingFolder folder, SweepAnswers answers, CancellationToken cancel)
    {
        SweepJob job = answers.Job;
        IReadOnlyList<ITable> tables = SweepTables.All(answers);
        foreach (ITable table in tables)
        {
            RunReport.WriteTable(folder, table);
        }

        Dictionary<string, RunFile> files = folder.Files.ToDictionary(f => f.Path, StringComparer.Ordinal);
        IReadOnlyList<Figure> figures = SweepFigures.All(answers);
        if (job.Request.Charts)
        {
            foreach (Figure figure in figures)
            {
                folder.Write($"{ChartFolder}{figure.Id}.svg", Encoding.UTF8.GetBytes(SvgRenderer.Render(figure, Theme.Light)));
                folder.Write($"{ChartFolder}{figure.Id}.csv", Encoding.UTF8.GetBytes(figure.Data.ToCsv()));
            }
        }

        folder.Write(SweepPage.FileName, SweepPage.Write(answers, figures));
        WorldsFile.Write(folder, job, cancel);
        List<(TableSchema, RunFile)> described = [.. tables.Select(t => (t.Schema, files[RunReport.FileOf(t)]))];
        if (job.Request.Keep == KeepWorlds.Csv)
        {
            described.Add((WorldsFile.Schema(job), folder.Files.Single(f => f.Path == WorldsFile.NameOf(KeepWorlds.Csv))));
        }

        Edition edition = job.Request.Edition;
        folder.Write(DataPackage.FileName, DataPackage.ToJson(
            $"A sweep by natosim, run {job.Manifest.RunId}, on {edition.Title}. {SweepText.Title(job)}",
            edition.SourceLine,
            [.. edition.Remarks, .. SweepText.Remarks(answers)],
            job.Macro.Assumptions,
            job.Manifest.RunId,
            described));
        folder.Write(RunFolder.ManifestName, job.Manifest.ToJson(folder.Files));
    }

    private static RunFailure? Guarded(Func<RunFailure?> work, string folder)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (RunFolder.IsDiskProblem(error))
        {
            return new RunFailure(RunFailureKind.WriteFailed, $"Parts beside \"{folder}\" cannot be read or written: {RunStage.Plain(error)}", "");
        }
    }

    private static void RemoveParts(string unfinished)
    {
        try
        {
            foreach (string part in Directory.EnumerateFiles(unfinished, "*" + PartFile.Ending))
            {
                File.Delete(part);
            }

            Directory.Delete(unfinished);
        }
        catch (Exception error) when (RunFolder.IsDiskProblem(error))
        {
            // The result is whole; parts that the disk does not let go of are found and used by the next run.
        }
    }
}
