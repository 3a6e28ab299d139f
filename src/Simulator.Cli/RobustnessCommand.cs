using System.CommandLine;
using Simulator.Reports;
using Simulator.Reports.Sweeps;

namespace Simulator.Cli;

/// <summary>natosim robustness: each factor low and high, in plain words.</summary>
internal sealed class RobustnessCommand
{
    private static readonly string[] UsualOutcomes = ["extra_eur_bn:EUROPE:2035", "short_eur_bn:EUROPE:2035", "members_at_3_5:NATO:2035"];

    private readonly Argument<string> _base = new("scenario") { Description = "A shipped scenario's id, or FILE:ID." };
    private readonly Option<string[]> _outcomes = new("--outcome") { Description = "What is looked at, such as share_pct:EUROPE:2035; may be given more than once. Default: extra spending and shortfall of the European allies, and allies at 3.5 percent, in 2035.", HelpName = "NAME" };
    private readonly Option<string?> _ranges = new("--ranges") { Description = "Take the ranges of this sweep file in the place of the shipped ones.", HelpName = "FILE" };
    private readonly Option<string?> _out = new("--out") { Description = "Write robustness.csv, charts and the manifest to this folder; without it nothing is written.", HelpName = "DIR" };
    private readonly Option<string> _charts = Arguments.Choice("--charts", "Charts to draw: svg (default) or none.", "svg", "none");
    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "Replace files in the folder that are not natosim's own unmodified output." };
    private readonly Option<string?> _edition = CommonOptions.Edition();
    private readonly Option<string?> _data = CommonOptions.Data();
    private readonly Option<bool> _quiet = CommonOptions.Quiet();
    private readonly Shell _shell;

    private RobustnessCommand(Shell shell) => _shell = shell;

    public static Command Create(Shell shell)
    {
        RobustnessCommand robustness = new(shell);
        Command command = new("robustness", "Say what a scenario's results depend on most: each factor low and high, one at a time.")
        {
            robustness._base, robustness._outcomes, robustness._ranges, robustness._out, robustness._charts, robustness._overwrite, robustness._edition, robustness._data, robustness._quiet,
        };
        command.SetAction(robustness.Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        string[] asked = parsed.GetValue(_outcomes) ?? [];
        string[] outcomes = asked.Length > 0 ? asked : UsualOutcomes;
        SweepInputs? inputs = SweepInputs.Read(
            _shell, parsed.GetValue(_ranges), parsed.GetRequiredValue(_base), outcomes, parsed.GetValue(_data), parsed.GetValue(_edition), out int exit);
        if (inputs is null)
        {
            return exit;
        }

        SweepRequest? request = inputs.Request(new SweepChoice { Design = SweepDesign.Grid }, out exit);
        if (request is null)
        {
            return exit;
        }

        string folder = parsed.GetValue(_out) ?? "";
        ReportOutcome<RobustnessAnswers> outcome = RobustnessReport.Execute(
            request with
            {
                // Outcomes of the file belong to its own sweep.
                Outcomes = [.. inputs.Asked.DistinctBy(o => o.Name)],
                Charts = parsed.GetValue(_charts) != "none",
                OutputFolder = folder,
                Overwrite = parsed.GetValue(_overwrite),
            },
            _shell.Stop);
        if (!outcome.IsDone)
        {
            return _shell.Complain(outcome.Failure);
        }

        _shell.Out.Write(RobustnessReport.Text(outcome.Result));
        if (folder.Length > 0 && !parsed.GetValue(_quiet))
        {
            _shell.Error.WriteLine($"wrote {outcome.Files.Count} files to {folder}: robustness.csv, described in datapackage.json, {(parsed.GetValue(_charts) == "none" ? "" : "charts/ ")}and run.json");
        }

        return ExitCode.Done;
    }
}
