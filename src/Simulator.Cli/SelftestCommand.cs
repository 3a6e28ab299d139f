using System.CommandLine;
using Simulator.Data.Editions;
using Simulator.Data.Scenarios;
using Simulator.Reports.Selftest;

namespace Simulator.Cli;

/// <summary>natosim selftest: published figures beside ours, and figures that must come out.</summary>
internal static class SelftestCommand
{
    public static Command Create(Shell shell)
    {
        Option<string?> data = CommonOptions.Data();
        Command command = new("selftest", "Hold our figures against published ones, with the reason for each difference, and check those that must come out.") { data };
        command.SetAction(parsed =>
        {
            if (!shell.TryOpenData(parsed.GetValue(data), out DataFolder? folder))
            {
                return ExitCode.BadInput;
            }

            DataResult<IReadOnlyList<CaseResult>> results = SelftestRun.Execute(folder, ShippedScenarios.Of(folder));
            if (!results.Ok)
            {
                shell.Complain(results.Problems);
                return ExitCode.BadInput;
            }

            shell.Out.Write(SelftestText.Write(results.Value));
            return results.Value.All(r => r.IsSound) ? ExitCode.Done : ExitCode.Difference;
        });
        return command;
    }
}
