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
    public bool ShippedHas(string id) => Shipped.Any(f => ShippedScenarios.IdsIn(f).Contains(id));

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

        IReadOnlyList<ScenarioFile> shipped = ShippedScenarios.Of(folder);
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

        DataResult<Edition> edition = ShippedScenarios.LoadEdition(folder, editionId, [.. files, .. shipped.Where(f => ShippedScenarios.IdsIn(f).Overlaps(ids))]);
        if (!edition.Ok)
        {
            shell.Complain(edition.Problems);
            return null;
        }

        exit = ExitCode.Done;
        BindOptions options = new() { EditionOverride = editionId is not null, ShippedIds = ids, BaseYears = ShippedScenarios.BaseYears(folder, edition.Value, [.. files, .. shipped]) };
        return new ScenarioInputs(folder, edition.Value, files, shipped, ScenarioBinder.Bind(files, shipped, edition.Value, options));
    }

    private static bool LooksLikeId(string name) =>
        name.Length > 0 && char.IsAsciiLetterLower(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static bool IdsAreKnown(Shell shell, List<string> ids, IReadOnlyList<ScenarioFile> shipped)
    {
        HashSet<string> known = [.. shipped.SelectMany(ShippedScenarios.IdsIn)];
        foreach (string id in ids.Where(id => !known.Contains(id)))
        {
            string question = NearestName.Question(id, known.Order(StringComparer.Ordinal));
            shell.Complain(
                $"there is no file and no shipped scenario '{id}'"
                + (question.Length > 0 ? "; " + question : $"; shipped are {string.Join(", ", known.Order(StringComparer.Ordinal))}"));
        }

        return ids.TrueForAll(known.Contains);
    }
}
