using System.Collections.Concurrent;
using Simulator.Alliance;
using Simulator.Data.Calibration;
using Simulator.Data.Editions;
using Simulator.Data.Scenarios;
using Simulator.Data.Sources;
using Simulator.Reports.Backtests;
using Simulator.Reports.PathwayReports;
using Simulator.Reports.Runs;
using Simulator.Uncertainty;

namespace Simulator.Web.State;

/// <summary>
/// What is read of the data folder once and held for every request: it never changes while the explorer runs. Numbers are computed anew
/// for every request, apart from the past record and the fastest paths, which no request can change; chance is kept, since levers do not
/// move it.
/// </summary>
internal sealed class Workspace
{
    private readonly string _root;
    private readonly ShockStore _shocks;
    private readonly IReadOnlyDictionary<string, byte[]> _read;
    private readonly ConcurrentDictionary<string, Lazy<DataResult<Desk>>> _desks = new(StringComparer.Ordinal);
    private readonly Lazy<DataResult<BacktestResults>> _record;

    private Workspace(DataFolder folder, IReadOnlyList<EditionEntry> editions, ShockStore shocks)
    {
        _shocks = shocks;
        _root = folder.Root;
        _read = folder.FilesRead;
        Editions = editions;
        Shipped = ShippedScenarios.Of(folder);
        ShippedIds = Shipped.SelectMany(ShippedScenarios.IdsIn).ToHashSet(StringComparer.Ordinal);
        _record = new(() =>
        {
            DataResult<BacktestRequest> request = BacktestRequest.Read(Fresh(), null);
            return request.Ok ? new(BacktestReport.Execute(request.Value, CancellationToken.None).Result) : new(request.Problems);
        });
    }

    /// <summary>Every edition of the folder.</summary>
    public IReadOnlyList<EditionEntry> Editions { get; }

    /// <summary>The default edition.</summary>
    public EditionEntry Default => Editions.Single(e => e.IsDefault);

    /// <summary>The scenario files that the folder ships.</summary>
    public IReadOnlyList<ScenarioFile> Shipped { get; }

    /// <summary>Ids of their scenarios.</summary>
    public IReadOnlySet<string> ShippedIds { get; }

    /// <summary>The past record of the default edition, or why it cannot be read.</summary>
    public DataResult<BacktestResults> Record => _record.Value;

    /// <summary>Reads the folder, the default edition included, so that a broken folder is told before anyone asks.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="mostShockBytes">Room for shocks.</param>
    public static DataResult<Workspace> Open(DataFolder folder, long mostShockBytes)
    {
        // Read as if by another hand: nobody else reads from it while requests look at what was read.
        DataResult<DataFolder> beside = DataFolder.Open(folder.Root);
        DataResult<IReadOnlyList<EditionEntry>> editions = beside.Ok ? EditionStore.List(beside.Value) : new(beside.Problems);
        if (!editions.Ok)
        {
            return new(editions.Problems);
        }

        Workspace workspace = new(beside.Value, editions.Value, new ShockStore(mostShockBytes));
        DataResult<Desk> desk = workspace.DeskOf(workspace.Default.Id);
        return desk.Ok ? new(workspace) : new(desk.Problems);
    }

    /// <summary>All that is read for an edition, or why it cannot be read.</summary>
    /// <param name="editionId">One of <see cref="Editions"/>.</param>
    public DataResult<Desk> DeskOf(string editionId) => _desks.GetOrAdd(editionId, id => new Lazy<DataResult<Desk>>(() => Desk.Read(Fresh, id, _shocks))).Value;

    /// <summary>All that is read for the edition that scenario files are written for, else for the default one.</summary>
    /// <param name="files">The files.</param>
    public DataResult<Desk> DeskFor(IReadOnlyList<ScenarioFile> files)
    {
        string? named = ShippedScenarios.EditionNamed(files);
        return DeskOf(Editions.FirstOrDefault(e => e.Id == named)?.Id ?? Default.Id);
    }

    /// <summary>The bytes of a shipped scenario file.</summary>
    /// <param name="file">One of <see cref="Shipped"/>.</param>
    public byte[] BytesOf(ScenarioFile file) => _read[file.Name];

    /// <summary>Title of a scenario; its id where it has none.</summary>
    /// <param name="id">Id of a scenario of the upload or of a shipped file.</param>
    /// <param name="upload">The uploaded file; null for none.</param>
    public string TitleOf(string id, ScenarioFile? upload) =>
        (upload is null ? Shipped : Shipped.Prepend(upload)).SelectMany(ScenarioFileInfo.Of).FirstOrDefault(s => s.Id == id)?.Title ?? id;

    // Which files a run was read from is part of its id, so that each kind of run has a folder of its own.
    private DataFolder Fresh() => DataFolder.Open(_root).Value;
}

/// <summary>All that is read for one edition.</summary>
internal sealed class Desk
{
    private readonly DataFolder _folder;
    private readonly IReadOnlyList<RunInput> _data;
    private readonly IReadOnlyList<RunInput> _drawnData;
    private readonly Lazy<PathwayAnswers> _pathways;

    private Desk(DataFolder folder, DataFolder drawn, DataFolder barest, Edition edition, SipriHistory sipri, CatalogueTable sources, DataResult<UncertaintyParameters> uncertainty, UnitNames names, MemberOutlines outlines, ShockStore shocks)
    {
        // Hashed once: a lever need not wait for it.
        (_folder, _data, _drawnData) = (folder, RunInput.Of([], folder), RunInput.Of([], drawn));
        (Edition, Sipri, Sources, Uncertainty, Names, Outlines, Shocks) = (edition, sipri, sources, uncertainty, names, outlines, shocks);
        Earlier = EarlierEditions.Of(folder, edition);
        _pathways = new(() => PathwayReport.Execute(
            new PathwayRequest { Edition = edition, TargetsPct = Targets, Inputs = RunInput.Of([], barest), Charts = false }, CancellationToken.None).Result);
    }

    /// <summary>Targets of the fastest paths, percent of real GDP.</summary>
    public static IReadOnlyList<double> Targets { get; } = [3, 3.5, 5];

    public Edition Edition { get; }

    public SipriHistory Sipri { get; }

    public CatalogueTable Sources { get; }

    /// <summary>The fitted uncertainty, or why there is none.</summary>
    public DataResult<UncertaintyParameters> Uncertainty { get; }

    public UnitNames Names { get; }

    public MemberOutlines Outlines { get; }

    /// <summary>Shocks of earlier requests.</summary>
    public ShockStore Shocks { get; }

    public Lazy<IReadOnlyList<Edition>> Earlier { get; }

    /// <summary>Fastest paths to the targets under the three sets of limits.</summary>
    public PathwayAnswers Pathways => _pathways.Value;

    /// <summary>Reads it.</summary>
    /// <param name="open">Opens the data folder.</param>
    /// <param name="editionId">Id of the edition.</param>
    /// <param name="shocks">Keeps shocks for the next request.</param>
    public static DataResult<Desk> Read(Func<DataFolder> open, string editionId, ShockStore shocks)
    {
        (DataFolder folder, DataFolder drawn, DataFolder barest, DataFolder beside) = (open(), open(), open(), open());
        DataResult<Edition> edition = EditionStore.Load(folder, editionId);
        if (!edition.Ok)
        {
            return new(edition.Problems);
        }

        Roster roster = edition.Value.Roster;
        DataResult<SipriHistory> sipri = SipriHistory.Load(folder, roster);
        DataResult<CatalogueTable> sources = DataCatalogue.Sources(folder);
        DataResult<UnitNames> names = UnitNames.Load(beside, roster);
        DataResult<MemberOutlines> outlines = MemberOutlines.Load(beside, roster);
        DataProblem[] problems = [.. sipri.Problems, .. sources.Problems, .. names.Problems, .. outlines.Problems];
        if (problems.Length > 0)
        {
            return new(problems);
        }

        // The other kinds of run read these files too; read once more they are named among their inputs.
        EditionStore.Load(barest, editionId);
        EditionStore.Load(drawn, editionId);
        SipriHistory.Load(drawn, roster);
        DataCatalogue.Sources(drawn);
        DataResult<UncertaintyParameters> uncertainty = UncertaintyParameters.Load(drawn, roster);
        return new(new Desk(folder, drawn, barest, edition.Value, sipri.Value, sources.Value, uncertainty, names.Value, outlines.Value, shocks));
    }

    /// <summary>The inputs of a run.</summary>
    /// <param name="files">Scenario files that it has rows of.</param>
    /// <param name="isDrawn">True for a run with draws.</param>
    public IReadOnlyList<RunInput> Inputs(IEnumerable<ScenarioFile> files, bool isDrawn) => [.. files.Select(RunInput.Of), .. isDrawn ? _drawnData : _data];

    /// <summary>Base years of other editions that files name.</summary>
    /// <param name="files">The files.</param>
    public IReadOnlyDictionary<string, int> BaseYears(IReadOnlyList<ScenarioFile> files) => ShippedScenarios.BaseYears(_folder, Edition, files);
}
