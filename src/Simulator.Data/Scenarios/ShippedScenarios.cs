using Simulator.Alliance;
using Simulator.Data.Editions;

namespace Simulator.Data.Scenarios;

/// <summary>The scenario files that a data folder ships, and which edition a set of files is for.</summary>
public static class ShippedScenarios
{
    private const string Folder = "scenarios";

    /// <summary>The scenario files of a data folder in the order of their names; without any the folder has none.</summary>
    /// <param name="folder">The data folder.</param>
    public static IReadOnlyList<ScenarioFile> Of(DataFolder folder)
    {
        string scenarios = folder.PathOf(Folder);
        if (!Directory.Exists(scenarios))
        {
            return [];
        }

        List<ScenarioFile> files = [];
        foreach (string name in Directory.EnumerateFiles(scenarios, "*.csv").Select(p => $"{Folder}/{Path.GetFileName(p)}").Order(StringComparer.Ordinal))
        {
            DataResult<byte[]> bytes = folder.Read(name);
            if (bytes.Ok)
            {
                files.Add(ScenarioReader.Read(name, bytes.Value));
            }
        }

        return files;
    }

    /// <summary>True when a file of a data folder, by its path inside the folder, is one of its scenario files.</summary>
    /// <param name="relative">Path inside the folder, with forward slashes.</param>
    public static bool IsOne(string relative) => relative.StartsWith(Folder + "/", StringComparison.Ordinal);

    /// <summary>Ids of the scenarios that a file has rows of, read off without checking them.</summary>
    /// <param name="file">A file that was read.</param>
    public static IReadOnlySet<string> IdsIn(ScenarioFile file) => file.Rows.Select(r => file.CellOf(r, ScenarioColumn.Scenario).Text).ToHashSet(StringComparer.Ordinal);

    /// <summary>Loads the edition that was named, else the one that the files are written for, else the default one.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="editionId">Id of the edition that the user named; null to let the files say.</param>
    /// <param name="files">The files; where they differ the binder tells each of them.</param>
    public static DataResult<Edition> LoadEdition(DataFolder folder, string? editionId, IReadOnlyList<ScenarioFile> files)
    {
        if (editionId is not null)
        {
            return EditionStore.Load(folder, editionId);
        }

        string? named = EditionNamed(files);
        DataResult<IReadOnlyList<EditionEntry>> list = EditionStore.List(folder);
        return list.Ok && named is not null && list.Value.Any(e => e.Id == named)
            ? EditionStore.Load(folder, named)
            : EditionStore.LoadDefault(folder);
    }

    /// <summary>The edition that files are written for: the first that a row names; null where none does.</summary>
    /// <param name="files">The files.</param>
    public static string? EditionNamed(IReadOnlyList<ScenarioFile> files) => EditionsNamed(files).FirstOrDefault();

    /// <summary>
    /// Base years of the other editions that files are written for. They are read from the folder as if by another hand: their
    /// files are no input of the run.
    /// </summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="used">The edition in use.</param>
    /// <param name="files">The files.</param>
    public static IReadOnlyDictionary<string, int> BaseYears(DataFolder folder, Edition used, IReadOnlyList<ScenarioFile> files)
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
}
