using Simulator.Alliance;
using Simulator.Data.Editions;
using Simulator.Data.Scenarios;
using Simulator.Pathways;
using Simulator.Reports.Runs;

namespace Simulator.Reports.Verifying;

/// <summary>The files that a finished run was made from, found again by name and hash.</summary>
internal sealed class RunInputs
{
    private const string DataPrefix = "data/";

    private readonly DataFolder _folder;
    private readonly IReadOnlyList<ScenarioFile> _shipped;
    private readonly IReadOnlyList<ScenarioFile> _files;

    private RunInputs(DataFolder folder, IReadOnlyList<ScenarioFile> shipped, IReadOnlyList<ScenarioFile> files)
    {
        _folder = folder;
        _shipped = shipped;
        _files = files;
    }

    /// <summary>Looks for every input.</summary>
    /// <param name="inputs">The inputs as the manifest lists them.</param>
    /// <param name="folder">The data folder in use.</param>
    /// <param name="shipped">Its scenario files.</param>
    /// <param name="candidates">Paths of files that may be scenario files of the run.</param>
    /// <param name="problems">Receives what is missing or changed, one sentence each.</param>
    public static RunInputs Find(IReadOnlyList<RunInput> inputs, DataFolder folder, IReadOnlyList<ScenarioFile> shipped, IReadOnlyList<string> candidates, List<string> problems)
    {
        List<ScenarioFile> files = [];
        foreach (RunInput input in inputs)
        {
            if (input.Name.StartsWith(DataPrefix, StringComparison.Ordinal))
            {
                CheckData(input, folder, problems);
            }
            else if (!shipped.Any(f => Path.GetFileName(f.Name) == input.Name && f.Sha256 == input.Sha256))
            {
                AddFile(input, candidates, files, problems);
            }
        }

        return new RunInputs(folder, shipped, files);
    }

    /// <summary>Binds the scenarios of the run again.</summary>
    /// <param name="ids">Ids of its scenarios.</param>
    /// <param name="edition">Its edition.</param>
    /// <param name="problems">Receives what no longer binds, one sentence each.</param>
    /// <returns>The scenarios in the order of the ids; fewer with problems.</returns>
    public IReadOnlyList<Scenario> Bind(IReadOnlyList<string> ids, Edition edition, List<string> problems)
    {
        HashSet<string> own = [.. _files.SelectMany(f => f.Rows.Select(r => f.CellOf(r, ScenarioColumn.Scenario).Text))];
        ScenarioSet set = ScenarioBinder.Bind(_files, _shipped, edition, new BindOptions { EditionOverride = true, ShippedIds = [.. ids.Where(id => !own.Contains(id))] });
        problems.AddRange(set.Diagnostics.Where(d => d.IsError).Select(d => $"{d.Spot.File}: {d.Message}."));
        List<Scenario> scenarios = [];
        foreach (string id in ids)
        {
            if (set.TryFind(id, out Scenario? scenario))
            {
                scenarios.Add(scenario);
            }
            else
            {
                problems.Add($"The scenario \"{id}\" of the run is not in its files.");
            }
        }

        return scenarios;
    }

    /// <summary>Loads the edition of the run.</summary>
    /// <param name="id">Its id.</param>
    public DataResult<Edition> LoadEdition(string id) => EditionStore.Load(_folder, id);

    private static void CheckData(RunInput input, DataFolder folder, List<string> problems)
    {
        DataResult<byte[]> bytes = folder.Read(input.Name[DataPrefix.Length..]);
        if (!bytes.Ok)
        {
            problems.Add($"{input.Name}, which the run read, is not in the data folder.");
        }
        else if (RunInput.Of(input.Name, bytes.Value).Sha256 != input.Sha256)
        {
            problems.Add($"{input.Name} is not the file that the run read.");
        }
    }

    private static void AddFile(RunInput input, IReadOnlyList<string> candidates, List<ScenarioFile> files, List<string> problems)
    {
        bool namesake = false;
        foreach (string path in candidates.Where(File.Exists))
        {
            ScenarioFile file = ScenarioSource.Load(path);
            if (file.Sha256 == input.Sha256)
            {
                // Under the name that it had, because the name stands in the manifest.
                files.Add(Path.GetFileName(path) == input.Name ? file : ScenarioReader.Read(input.Name, File.ReadAllBytes(path)));
                return;
            }

            namesake |= Path.GetFileName(path) == input.Name;
        }

        problems.Add(namesake
            ? $"{input.Name} changed since the run; name the file as it was with --file."
            : $"{input.Name}, which the run read, was not found; name it with --file.");
    }
}
