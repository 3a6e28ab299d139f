using Simulator.Data.Calibration;
using Simulator.Data.Diagnostics;
using Simulator.Data.Editions;
using Simulator.Data.Scenarios;
using Simulator.Data.Sweeps;
using Simulator.Pathways;
using Simulator.Reports.Runs;
using Simulator.Reports.Sweeps;
using Simulator.Sweeps;
using Simulator.Sweeps.Designs;

namespace Simulator.Cli;

/// <summary>What a command line says of a sweep, read and bound: the sweep file, the base scenario, outcomes, the edition.</summary>
internal sealed class SweepInputs
{
    private readonly Shell _shell;
    private readonly ScenarioInputs _scenarios;
    private readonly SweepFile _file;
    private readonly IReadOnlyList<string> _asked;

    private SweepInputs(
        Shell shell, ScenarioInputs scenarios, Scenario @base, string baseText, SweepFile file, IReadOnlyList<string> asked, IReadOnlyList<Outcome> outcomes)
    {
        _asked = asked;
        _shell = shell;
        _scenarios = scenarios;
        _file = file;
        Base = @base;
        BaseText = baseText;
        Outcomes = outcomes;
    }

    /// <summary>The scenario that the sweep starts from.</summary>
    public Scenario Base { get; }

    /// <summary>The base as named, without folders.</summary>
    public string BaseText { get; }

    /// <summary>Factors of the sweep file.</summary>
    public IReadOnlyList<Factor> Factors => _file.Factors;

    /// <summary>Outcomes of the sweep file and of the command line.</summary>
    public IReadOnlyList<Outcome> Outcomes { get; }

    /// <summary>Outcomes of the command line alone, in its order.</summary>
    public IReadOnlyList<Outcome> Asked { get; private init; } = [];

    /// <summary>Reads everything and tells what is wrong.</summary>
    /// <param name="shell">Where problems go.</param>
    /// <param name="sweep">Path of the sweep file; null for the shipped ranges.</param>
    /// <param name="base">FILE:ID, FILE with one scenario, or the id of a shipped scenario.</param>
    /// <param name="outcomes">Outcomes of the command line.</param>
    /// <param name="data">What --data says, or null.</param>
    /// <param name="edition">What --edition says, or null.</param>
    /// <param name="exit">The exit code when nothing is returned.</param>
    public static SweepInputs? Read(Shell shell, string? sweep, string @base, IReadOnlyList<string> outcomes, string? data, string? edition, out int exit)
    {
        (string name, string id) = Parted(@base);
        ScenarioInputs? scenarios = ScenarioInputs.Read(shell, [name], data, edition, out exit);
        if (scenarios is null)
        {
            return null;
        }

        exit = ExitCode.BadInput;
        if (!shell.Accepts(scenarios.Set))
        {
            return null;
        }

        if (!TryBase(shell, scenarios.Set, name, id, out Scenario? scenario))
        {
            exit = ExitCode.WrongUsage;
            return null;
        }

        SweepFile file = sweep is null ? Shipped(scenarios.Folder, scenarios) : SweepReader.Load(sweep, scenarios.Edition);
        if (file.Diagnostics.Any(d => d.Severity != Severity.Notice))
        {
            DiagnosticText.Write(shell.Error, file.Diagnostics, file.Count, notices: false);
        }

        if (file.HasErrors)
        {
            return null;
        }

        exit = ExitCode.Done;
        List<Outcome>? all = WithOutcomes(shell, file, outcomes, scenarios, out List<Outcome> asked);
        if (all is null)
        {
            exit = ExitCode.WrongUsage;
            return null;
        }

        string shown = scenarios.Files.Count > 0 ? $"{Path.GetFileName(name)}:{scenario!.Id}" : scenario!.Id;
        return new SweepInputs(shell, scenarios, scenario, shown, file, outcomes, all) { Asked = asked };
    }

    /// <summary>The request of a sweep.</summary>
    /// <param name="choice">Design, points, draws, seed.</param>
    /// <param name="exit">The exit code when nothing is returned.</param>
    public SweepRequest? Request(SweepChoice choice, out int exit)
    {
        exit = ExitCode.BadInput;
        DataResult<UncertaintyParameters>? uncertainty = choice.Draws == 0 ? null : UncertaintyParameters.Load(_scenarios.Folder, _scenarios.Edition.Roster);
        if (uncertainty is { Ok: false })
        {
            _shell.Complain(uncertainty.Problems);
            return null;
        }

        SobolDirections? directions = null;
        if (choice.Design is SweepDesign.Saltelli or SweepDesign.Sobol)
        {
            DataResult<SobolDirections> read = SobolDirectionsReader.Load(_scenarios.Folder);
            if (!read.Ok)
            {
                _shell.Complain(read.Problems);
                return null;
            }

            directions = read.Value;
        }

        exit = ExitCode.Done;
        return new SweepRequest
        {
            SweepName = Path.GetFileName(_file.Name),
            Edition = _scenarios.Edition,
            Base = Base,
            BaseText = BaseText,
            Factors = _file.Factors,
            Levels = [.. _file.Levels.Select(l => l.Values)],
            Outcomes = Outcomes,
            OutcomesAsked = _asked,
            Choice = choice,
            Directions = new Lazy<SobolDirections>(() => directions ?? throw new InvalidOperationException("This design has no directions.")),
            Uncertainty = uncertainty?.Value,
            Inputs = Inputs(),
            Sources = () => [.. new[] { _file.Name }.Concat(_scenarios.Files.Select(f => f.Name)).Select(path => new SweepSource(Path.GetFileName(path), File.ReadAllBytes(path)))],
        };
    }

    /// <summary>Makes a sweep ready and tells what is wrong with it: faults of factors at their rows.</summary>
    /// <param name="request">The request.</param>
    public SweepJob? Prepare(SweepRequest request)
    {
        SweepJob? job = SweepJob.Prepare(request, out IReadOnlyList<SweepFault> faults, out IReadOnlyList<string> problems);
        foreach (string problem in problems)
        {
            _shell.Complain(problem);
        }

        if (faults.Count > 0)
        {
            DiagnosticText.Write(_shell.Error, [.. faults.Select(_file.Explain)], _file.Count, notices: false);
        }

        return job;
    }

    private static (string Name, string Id) Parted(string @base)
    {
        int colon = @base.LastIndexOf(':');
        return File.Exists(@base) || colon <= 0 ? (@base, "") : (@base[..colon], @base[(colon + 1)..]);
    }

    private static bool TryBase(Shell shell, ScenarioSet set, string name, string id, out Scenario? scenario)
    {
        scenario = id.Length > 0 ? set.Scenarios.FirstOrDefault(s => s.Id == id) : set.Scenarios.Count == 1 ? set.Scenarios[0] : null;
        if (scenario is null)
        {
            string there = string.Join(", ", set.Scenarios.Select(s => s.Id));
            string question = id.Length > 0 ? NearestName.Question(id, set.Scenarios.Select(s => s.Id)) : "";
            shell.Complain(id.Length > 0
                ? $"--base: {name} has no scenario '{id}'{(question.Length > 0 ? "; " + question : $"; it has {there}")}"
                : $"--base: {name} has {set.Scenarios.Count} scenarios ({there}); name one, such as {name}:{set.Scenarios.Select(s => s.Id).FirstOrDefault() ?? "id"}");
        }

        return scenario is not null;
    }

    private static SweepFile Shipped(DataFolder folder, ScenarioInputs scenarios)
    {
        const string path = "sweeps/main.csv";
        DataResult<byte[]> bytes = folder.Read(path);
        return bytes.Ok ? SweepReader.Read(path, bytes.Value, scenarios.Edition) : SweepReader.Load(folder.PathOf(path), scenarios.Edition);
    }

    private static List<Outcome>? WithOutcomes(Shell shell, SweepFile file, IReadOnlyList<string> texts, ScenarioInputs scenarios, out List<Outcome> asked)
    {
        List<Outcome> outcomes = [.. file.Outcomes];
        asked = [];
        bool isSound = true;
        foreach (string text in texts)
        {
            if (!OutcomeName.TryParse(text, scenarios.Edition, "--outcome", out Outcome? outcome, out IReadOnlyList<Diagnostic> diagnostics))
            {
                DiagnosticText.Write(shell.Error, diagnostics, new InputCount(0, 0), notices: false);
                isSound = false;
                continue;
            }

            asked.Add(outcome);
            if (outcomes.FindIndex(o => o.Name == outcome.Name) is int at and >= 0)
            {
                // What the command line says of an outcome of the file wins: its goal.
                outcomes[at] = outcome;
            }
            else
            {
                outcomes.Add(outcome);
            }
        }

        return isSound ? outcomes : null;
    }

    private List<RunInput> Inputs()
    {
        List<RunInput> inputs = [new RunInput(Path.GetFileName(_file.Name), _file.Length, _file.Sha256), .. RunCommand.Inputs(_scenarios, [Base])];

        // The shipped sweep file is one of the data files that were read.
        return [.. inputs.DistinctBy(i => i.Sha256)];
    }
}
