using Simulator.Alliance;
using Simulator.Data.Diagnostics;
using Simulator.Data.Editions;
using Simulator.Data.Scenarios;
using Simulator.Pathways;

namespace Simulator.Cli;

/// <summary>The scenarios that a command line names: files, or ids of shipped scenarios, bound to one edition.</summary>
internal sealed class ScenarioInputs
{
    private ScenarioInputs(DataFolder folder, Edition edition, IReadOnlyList<ScenarioFile> files, IReadOnlyList<ScenarioFile> shipped, ScenarioSet set)
    {
        Folder = folder;
        Edition = edition;
        Files = files;
        Shipped = shipped;
        Set = set;
    }

    /// <summary>The data folder in use.</summary>
    public DataFolder Folder { get; }

    /// <summary>The edition in use.</summary>
    public Edition Edition { get; }

    /// <summary>Files that the user named.</summary>
    public IReadOnlyList<ScenarioFile> Files { get; }

    /// <summary>Files that the program ships.</summary>
    public IReadOnlyList<ScenarioFile> Shipped { get; }

    /// <summary>What the files mean.</summary>
    public ScenarioSet Set { get; }

    /// <summary>Files that scenarios of the set have rows from: those given, then the shipped ones that were built on.</summary>
    public IEnumerable<ScenarioFile> FilesUsed(IReadOnlyList<Scenario> scenarios)
    {
        HashSet<string> sources = [.. scenarios.SelectMany(s => s.Paths.Select(p => p.Origin.Source).Concat(s.Settings.Select(r => r.Origin.Source)))];
        return Files.Concat(Shipped.Where(f => sources.Contains(f.Name)));
    }

    /// <summary>True when the program ships a scenario of this id.</summary>
    public bool ShippedHas(string id) => Shipped.Any(f => Ids(f).Contains(id));

    /// <summary>Reads everything. Problems of the data folder are told here; problems of scenario files are in the set.</summary>
    /// <param name="shell">Where problems go.</param>
    /// <param name="names">Files or ids.</param>
    /// <param name="dataPath">What --data says, or null.</param>
    /// <param name="editionId">What --edition says, or null.</param>
    /// <param name="exit">The exit code when nothing is returned.</param>
    public static ScenarioInputs? Read(Shell shell, IReadOnlyList<string> names, string? dataPath, string? editionId, out int exit)
    {
        exit = ExitCode.BadInput;
        if (!shell.TryOpenData(dataPath, out DataFolder? folder))
        {
            return null;
        }

        List<ScenarioFile> shipped = [.. ShippedFiles(folder)];
        List<ScenarioFile> files = [];
        List<string> ids = [];
        foreach (string name in names)
        {
            // A file wins over an id of the same name: what stands in the user's folder is what the user sees.
            if (LooksLikeId(name) && !File.Exists(name))
            {
                ids.Add(name);
            }
            else
            {
                files.Add(ScenarioSource.Load(name));
            }
        }

        if (!IdsAreKnown(shell, ids, shipped))
        {
            return null;
        }

        DataResult<Edition> edition = LoadEdition(folder, editionId, [.. files, .. shipped.Where(f => Ids(f).Overlaps(ids))]);
        if (!edition.Ok)
        {
            shell.Complain(edition.Problems);
            return null;
        }

        exit = ExitCode.Done;
        BindOptions options = new() { EditionOverride = editionId is not null, ShippedIds = ids, BaseYears = BaseYears(folder, edition.Value, [.. files, .. shipped]) };
        return new ScenarioInputs(folder, edition.Value, files, shipped, ScenarioBinder.Bind(files, shipped, edition.Value, options));
    }

    private static bool LooksLikeId(string name) =>
        name.Length > 0 && char.IsAsciiLetterLower(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    internal static IEnumerable<ScenarioFile> ShippedFiles(DataFolder folder)
    {
        string scenarios = folder.PathOf("scenarios");
        if (!Directory.Exists(scenarios))
        {
            yield break;
        }

        foreach (string path in Directory.EnumerateFiles(scenarios, "*.csv").Order(StringComparer.Ordinal))
        {
            DataResult<byte[]> bytes = folder.Read("scenarios/" + Path.GetFileName(path));
            if (bytes.Ok)
            {
                yield return ScenarioReader.Read("scenarios/" + Path.GetFileName(path), bytes.Value);
            }
        }
    }

    private static HashSet<string> Ids(ScenarioFile file) =>
        [.. file.Rows.Select(r => file.CellOf(r, ScenarioColumn.Scenario).Text)];

    private static bool IdsAreKnown(Shell shell, List<string> ids, List<ScenarioFile> shipped)
    {
        HashSet<string> known = [.. shipped.SelectMany(Ids)];
        foreach (string id in ids.Where(id => !known.Contains(id)))
        {
            string question = NearestName.Question(id, known.Order(StringComparer.Ordinal));
            shell.Complain(
                $"there is no file and no shipped scenario '{id}'"
                + (question.Length > 0 ? "; " + question : $"; shipped are {string.Join(", ", known.Order(StringComparer.Ordinal))}"));
        }

        return ids.TrueForAll(known.Contains);
    }

    // Base years of the other editions that scenarios are written for. They are read from the folder as if by another hand:
    // their files are no input of the run.
    private static Dictionary<string, int> BaseYears(DataFolder folder, Edition used, IReadOnlyList<ScenarioFile> files)
    {
        Dictionary<string, int> years = new(StringComparer.Ordinal);
        DataResult<DataFolder> beside = DataFolder.Open(folder.Root);
        foreach (string id in EditionsNamed(files).Where(id => id != used.Id && beside.Ok).Distinct())
        {
            DataResult<Edition> other = EditionStore.Load(beside.Value, id);
            if (other.Ok)
            {
                years[id] = other.Value.BaseYear;
            }
        }

        return years;
    }

    private static IEnumerable<string> EditionsNamed(IReadOnlyList<ScenarioFile> files) =>
        files.SelectMany(f => f.Rows.Where(r => f.CellOf(r, ScenarioColumn.What).Text == "edition").Select(r => f.CellOf(r, ScenarioColumn.Value).Text));

    // Without --edition the scenarios say which edition they are for; where they differ the binder tells each of them.
    private static DataResult<Edition> LoadEdition(DataFolder folder, string? editionId, IReadOnlyList<ScenarioFile> files)
    {
        if (editionId is not null)
        {
            return EditionStore.Load(folder, editionId);
        }

        string? named = EditionsNamed(files).FirstOrDefault();
        DataResult<IReadOnlyList<EditionEntry>> list = EditionStore.List(folder);
        return list.Ok && named is not null && list.Value.Any(e => e.Id == named)
            ? EditionStore.Load(folder, named)
            : EditionStore.LoadDefault(folder);
    }
}
