using System.CommandLine;
using Simulator.Alliance;
using Simulator.Data.Diagnostics;
using Simulator.Feasibility;
using Simulator.Pathways;
using Simulator.Reports;
using Simulator.Reports.PathwayReports;

namespace Simulator.Cli;

/// <summary>natosim pathway: the fastest paths under the three sets of limits, and what binds.</summary>
internal sealed class PathwayCommand
{
    private readonly Option<double[]> _targets = Arguments.Numbers("--targets", "Target shares, percent of GDP. Default: 3,3.5,5.", 0.01, 15);
    private readonly Option<int?> _by = Arguments.Year("--by", "The year by which the targets are asked for. Default: 2035.");
    private readonly Option<string?> _members = new("--members") { Description = "Only these members and groups, such as ITA,NORDIC.", HelpName = "A,B" };
    private readonly Option<string?> _limits = new("--limits") { Description = "A scenario file with one scenario of nothing but limits, by member, which hold in place of those of the named sets.", HelpName = "FILE" };
    private readonly Option<string?> _out = new("--out") { Description = "Write pathway.csv, earliest.csv, charts and the manifest to this folder; without it nothing is written.", HelpName = "DIR" };
    private readonly Option<string?> _edition = CommonOptions.Edition();
    private readonly Option<string> _charts = Arguments.Choice("--charts", "Charts to draw: svg (default) or none.", "svg", "none");
    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "Replace files in the folder that are not natosim's own unmodified output." };
    private readonly Option<string?> _data = CommonOptions.Data();
    private readonly Option<bool> _quiet = CommonOptions.Quiet();
    private readonly Shell _shell;

    private PathwayCommand(Shell shell) => _shell = shell;

    public static Command Create(Shell shell)
    {
        PathwayCommand pathway = new(shell);
        Command command = new("pathway", "Say who could reach a target by when, fastest under stated limits, and what holds them.")
        {
            pathway._targets, pathway._by, pathway._members, pathway._limits, pathway._out,
            pathway._edition, pathway._charts, pathway._overwrite, pathway._data, pathway._quiet,
        };
        command.SetAction(pathway.Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        string? file = parsed.GetValue(_limits);
        ScenarioInputs? inputs = ScenarioInputs.Read(_shell, file is null ? [] : [file], parsed.GetValue(_data), parsed.GetValue(_edition), out int exit);
        if (inputs is null)
        {
            return exit;
        }

        if (!TryLimits(inputs, file, out IReadOnlyList<Scenario> limits))
        {
            return ExitCode.BadInput;
        }

        List<string> problems = [];
        MemberSet members = RunCommand.Members(parsed.GetValue(_members), inputs.Edition, problems);
        problems.ForEach(_shell.Complain);
        if (problems.Count > 0)
        {
            return ExitCode.WrongUsage;
        }

        double[] targets = parsed.GetValue(_targets) ?? [];
        string folder = parsed.GetValue(_out) ?? "";
        ReportOutcome<PathwayAnswers> outcome = PathwayReport.Execute(
            new PathwayRequest
            {
                Edition = inputs.Edition,
                TargetsPct = targets.Length == 0 ? [3, 3.5, 5] : targets,
                By = parsed.GetValue(_by) ?? 2035,
                Members = members,
                Limits = [.. limits.SelectMany(s => s.Settings).Where(r => PathwayAtlas.LimitSettings.Contains(r.Setting))],
                LimitsFile = limits,
                Inputs = RunCommand.Inputs(inputs, limits),
                Charts = parsed.GetValue(_charts) != "none",
                OutputFolder = folder,
                Overwrite = parsed.GetValue(_overwrite),
            },
            _shell.Stop);
        if (!outcome.IsDone)
        {
            return _shell.Complain(outcome.Failure);
        }

        _shell.Out.Write(PathwayText.Write(outcome.Result));
        if (folder.Length > 0 && !parsed.GetValue(_quiet))
        {
            _shell.Error.WriteLine($"wrote {outcome.Files.Count} files to {folder}: pathway.csv, earliest.csv, described in datapackage.json, {(parsed.GetValue(_charts) == "none" ? "" : "charts/ ")}and run.json");
        }

        return ExitCode.Done;
    }

    private bool TryLimits(ScenarioInputs inputs, string? file, out IReadOnlyList<Scenario> limits)
    {
        limits = [];
        if (file is null)
        {
            return true;
        }

        DiagnosticText.Write(_shell.Error, inputs.Set.Diagnostics, inputs.Set.Count, notices: false);
        if (inputs.Set.HasErrors)
        {
            return false;
        }

        if (inputs.Set.Scenarios.Count != 1)
        {
            _shell.Complain($"--limits: {file} must hold one scenario; it holds {inputs.Set.Scenarios.Count}");
            return false;
        }

        Scenario scenario = inputs.Set.Scenarios[0];
        string allowed = string.Join(", ", PathwayAtlas.LimitSettings.Select(s => SettingCatalogue.Of(s).Name));
        string[] others = [.. scenario.Settings.Where(r => r.Setting != Setting.Title && !PathwayAtlas.LimitSettings.Contains(r.Setting)).Select(r => SettingCatalogue.Of(r.Setting).Name).Distinct()];
        if (scenario.Paths.Count > 0 || others.Length > 0)
        {
            string what = scenario.Paths.Count > 0 ? "a path" : string.Join(", ", others);
            _shell.Complain($"--limits: {file} holds {what}; only limits can stand in it: {allowed}");
            return false;
        }

        limits = [scenario];
        return true;
    }
}
