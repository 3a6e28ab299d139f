using System.Reflection;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Data.Calibration;
using Simulator.Data.Sources;
using Simulator.Engine;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Reports.Answers;
using Simulator.Reports.Figures;
using Simulator.Reports.Pages;
using Simulator.Reports.Pictures;
using Simulator.Reports.Ranges;
using Simulator.Reports.RunFigures;
using Simulator.Reports.Runs;
using Simulator.Reports.Tables;
using Simulator.Reports.Workbooks;
using Simulator.Uncertainty;

namespace Simulator.Reports;

/// <summary>What a run is asked to do.</summary>
public sealed record RunRequest
{
    /// <summary>The edition.</summary>
    public required Edition Edition { get; init; }

    /// <summary>The scenarios in the order of the output; at least one.</summary>
    public required IReadOnlyList<Scenario> Scenarios { get; init; }

    /// <summary>SIPRI's history, never spliced on.</summary>
    public required SipriHistory Sipri { get; init; }

    /// <summary>The catalogue of sources of the data folder; its file is one of <see cref="Inputs"/>.</summary>
    public required CatalogueTable Sources { get; init; }

    /// <summary>Files that the run was read from: scenario files in the order given, then data files.</summary>
    public required IReadOnlyList<RunInput> Inputs { get; init; }

    /// <summary>The user's choices.</summary>
    public RunOptions Options { get; init; } = new();

    /// <summary>The fitted uncertainty; needed when the options ask for draws, and its file is then one of <see cref="Inputs"/>.</summary>
    public UncertaintyParameters? Uncertainty { get; init; }

    /// <summary>What draws are counted for: everything in a run folder, what it reads for a single figure.</summary>
    public DrawnSeries Series { get; init; } = DrawnSeries.All;

    /// <summary>Keeps shocks from one run to the next of a process, where debt is not drawn; null to draw them each time.</summary>
    public ShockStore? Store { get; init; }

    /// <summary>Told how far drawing has come, from any thread; null to tell nobody.</summary>
    public Action<DrawProgress>? Progress { get; init; }

    /// <summary>The folder of the results as the user gave it; empty to write nothing.</summary>
    public string OutputFolder { get; init; } = "";

    /// <summary>True to replace files that are not our own unmodified output.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Makes the PNG and PDF that the options ask for; null where a run is repeated to be compared, and they are named alone.</summary>
    public PictureMaker? Pictures { get; init; }

    /// <summary>Names of members and groups by language, for figures.</summary>
    public UnitNames Names { get; init; } = UnitNames.English;

    /// <summary>Earlier complete editions, oldest first, read when a figure asks for them.</summary>
    public Lazy<IReadOnlyList<Edition>> EarlierEditions { get; init; } = new(() => []);

    /// <summary>Outlines of the members, read when a figure asks for them.</summary>
    public Lazy<MemberOutlines> Outlines { get; init; } = new(() => MemberOutlines.None);
}

/// <summary>The main job: scenarios in, answers, tables, figures and a manifest out.</summary>
public static class RunReport
{
    private const string ChartFolder = "charts/";

    /// <summary>Version of the program, as manifests name it.</summary>
    public static string Version { get; } =
        typeof(RunReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? throw new InvalidOperationException("The assembly carries no version.");

    /// <summary>Runs the scenarios of a request, and writes the run folder when one is named.</summary>
    /// <param name="request">What to do.</param>
    /// <param name="cancel">Interrupts; nothing is left half-written.</param>
    /// <returns>The answers and the files written, or why the run was not done.</returns>
    /// <exception cref="ArgumentException">There is no scenario.</exception>
    public static ReportOutcome<AnswerSheet> Execute(RunRequest request, CancellationToken cancel)
    {
        if (Refusal(request) is { } refusal)
        {
            return ReportOutcome<AnswerSheet>.Failed(refusal);
        }

        bool writes = request.OutputFolder.Length > 0;
        if (writes)
        {
            // A clash is told before the work, and once more when the files are there.
            RunFolderOutcome early = RunFolder.Check(request.OutputFolder, Names(request), request.Overwrite);
            if (!early.IsWritten)
            {
                return ReportOutcome<AnswerSheet>.Failed(early.Failure);
            }
        }

        ReportOutcome<RunSession> opened = RunSession.Open(request, cancel);
        if (!opened.IsDone)
        {
            return ReportOutcome<AnswerSheet>.Failed(opened.Failure);
        }

        RunSession session = opened.Result;
        AnswerSheet answers = session.Answers();
        if (!writes)
        {
            return ReportOutcome<AnswerSheet>.Done(answers, session.RunId, []);
        }

        ReportSubject subject = new(session.Results, session.Manifest, answers, request.Sources, session.Figures);
        RunFolderOutcome written = RunFolder.Write(request.OutputFolder, request.Overwrite, folder => WriteAll(folder, subject, request.Pictures, cancel), cancel);
        return written.IsWritten ? ReportOutcome<AnswerSheet>.Done(answers, session.RunId, written.Files) : ReportOutcome<AnswerSheet>.Failed(written.Failure);
    }

    /// <summary>The tables of a run in the order of the data package.</summary>
    /// <param name="results">The results of the run.</param>
    public static IReadOnlyList<ITable> Tables(RunResults results) =>
    [
        new AnswersTable(results),
        new ProjectionsTable(results),
        new MoneyTable(results),
        new GroupsTable(results),
        new HistoryTable(results),
        new IamcTable(results, Version),
        new FiscalTable(results),
        .. results.Projections.Any(p => BackfillTable.IsAskedFor(p.Scenario)) ? new ITable[] { new BackfillTable(results) } : [],
        .. results.Ranges.Count > 0 ? new ITable[] { new EnsembleTable(results), new EnsembleCountsTable(results) } : [],
    ];

    /// <summary>Paths inside the run folder that a request will write.</summary>
    /// <param name="request">The request.</param>
    public static IReadOnlyList<string> Names(RunRequest request)
    {
        List<string> names = ["answers.csv", "projections.csv", "money.csv", "groups.csv", "history.csv", "iamc.csv", "fiscal.csv", ReportPage.FileName, DataPackage.FileName, RunFolder.ManifestName];
        if (request.Scenarios.Any(BackfillTable.IsAskedFor))
        {
            names.Add("backfill.csv");
        }

        if (request.Options.Draws is not null)
        {
            names.AddRange(["ensemble.csv", "ensemble_counts.csv"]);
        }

        if (request.Options.Workbook)
        {
            names.Add(RunWorkbook.FileName);
        }

        if (request.Options.Charts)
        {
            RunManifest manifest = Manifest(request);
            RunResults results = Project(request, manifest.Scenarios);
            names.AddRange(Figures(request, results, manifest.RunId).SelectMany(f => FigureFiles.Names(ChartFolder + f.Id, request.Options)));
        }

        return names;
    }

    internal static RunManifest Manifest(RunRequest request) => new()
    {
        Version = Version,
        Edition = request.Edition,
        Inputs = request.Inputs,
        Options = request.Options.ForManifest(request.Edition, request.Scenarios.Select(s => s.Id)),
        Scenarios = [.. request.Scenarios.Select(s => WithLine(s, request))],
    };

    internal static RunResults Project(RunRequest request, IReadOnlyList<Scenario> scenarios)
    {
        // A budget beyond the horizon still shapes the way to it.
        int last = Math.Max(request.Options.Horizon, scenarios.Max(Plan.LastYearNeeded));
        MacroPath macro = MacroPathBuilder.Build(request.Edition, last);
        Projection[] projections = [.. scenarios.Select(s => new Projection(Projector.Run(s, request.Edition, macro)))];
        return new RunResults(request.Edition, projections, request.Sipri, request.Options);
    }

    internal static RunResults Drawn(RunRequest request, RunResults results, CancellationToken cancel)
    {
        if (request.Options.Draws is not { } draws)
        {
            return results;
        }

        UncertaintyParameters parameters = request.Uncertainty ?? throw new ArgumentException("A run with draws needs the fitted uncertainty.", nameof(request));
        return results.With(ScenarioRange.Draw(results.Projections, parameters, draws, results.Options.Horizon, request.Progress, cancel, request.Series, request.Store), parameters);
    }

    private static void WriteAll(StagingFolder folder, ReportSubject subject, PictureMaker? pictures, CancellationToken cancel)
    {
        (RunResults results, RunManifest manifest, _, _, _) = subject;
        IReadOnlyList<ITable> tables = Tables(results);
        List<Action> jobs = [.. tables.OrderBy(t => t is not MoneyTable).Select(t => (Action)(() => WriteTable(folder, t)))];
        if (results.Options.Charts)
        {
            jobs.AddRange(RunFigureSet.Of(subject.Session, results).Select(f => (Action)(() => WriteFigure(f.Build()))));
        }

        jobs.Add(() => folder.Write(ReportPage.FileName, ReportPage.Write(subject)));
        if (results.Options.Workbook)
        {
            jobs.Insert(0, () => WriteWorkbook(folder, results, subject.Answers, tables));
        }

        // The longest first; each job writes files of its own, so that the order of the jobs changes no byte.
        Parallel.ForEach(jobs, job => job());
        Dictionary<string, RunFile> files = folder.Files.ToDictionary(f => f.Path, StringComparer.Ordinal);
        folder.Write(DataPackage.FileName, DataPackage.ToJson(results, manifest.RunId, [.. tables.Select(t => (t.Schema, files[FileOf(t)]))]));
        folder.Write(RunFolder.ManifestName, manifest.ToJson(folder.Files));

        void WriteFigure(Figure figure) => FigureFiles.Write(folder, ChartFolder + figure.Id, figure, results.Options, pictures, cancel);
    }

    internal static void WriteTable(StagingFolder folder, ITable table)
    {
        using Stream stream = folder.Create(FileOf(table));
        TableWriter rows = new(table.Schema, stream);
        table.Write(rows);
        rows.Complete();
    }

    private static void WriteWorkbook(StagingFolder folder, RunResults results, AnswerSheet answers, IReadOnlyList<ITable> tables)
    {
        using Stream stream = folder.Create(RunWorkbook.FileName);
        RunWorkbook.Write(results, answers, tables, stream);
    }

    private static IReadOnlyList<RunFigure> Figures(RunRequest request, RunResults results, string runId) =>
        RunFigureSet.Of(new FigureSession(results, runId, request.Names, request.EarlierEditions), results);

    internal static string FileOf(ITable table) => table.Schema.Name + ".csv";

    /// <summary>Why a request cannot be run; null when it can.</summary>
    /// <param name="request">The request.</param>
    /// <exception cref="ArgumentException">There is no scenario.</exception>
    internal static RunFailure? Refusal(RunRequest request)
    {
        if (request.Scenarios.Count == 0)
        {
            throw new ArgumentException("A run needs at least one scenario.", nameof(request));
        }

        List<string> problems = Problems(request);
        return problems.Count > 0 ? new RunFailure(RunFailureKind.Input, string.Join(' ', problems), "") : null;
    }

    internal static List<string> Problems(RunRequest request)
    {
        List<string> problems = [.. request.Options.Problems(request.Edition)];
        HashSet<string> ids = new(StringComparer.Ordinal);
        problems.AddRange(RunFigureSet.Problems(request.Scenarios.DistinctBy(s => s.Id)));
        foreach (Scenario scenario in request.Scenarios)
        {
            if (scenario.Id == RunResults.HistoryId)
            {
                problems.Add($"A scenario cannot be called \"{RunResults.HistoryId}\": published years stand under that name.");
            }
            else if (!ids.Add(scenario.Id))
            {
                problems.Add($"The scenario \"{scenario.Id}\" is named twice.");
            }
        }

        return problems;
    }

    // --line holds for everyone: it is one more row at the end, and stands as such in the manifest.
    private static Scenario WithLine(Scenario scenario, RunRequest request) => !request.Options.HasLine ? scenario : new Scenario
    {
        Id = scenario.Id,
        Title = scenario.Title,
        Paths = scenario.Paths,
        Settings =
        [
            .. scenario.Settings,
            new SettingRow
            {
                Origin = new RowOrigin("--line", 0),
                Setting = Setting.LinePct,
                Members = request.Edition.Roster.All,
                Number = request.Options.LinePct,
            },
        ],
        Notes = scenario.Notes,
        NotComputed = scenario.NotComputed,
    };
}
