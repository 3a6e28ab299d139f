using System.CommandLine;
using Simulator.Data.Editions;
using Simulator.Data.Scenarios;
using Simulator.Reports.Verifying;

namespace Simulator.Cli;

/// <summary>natosim verify: a finished run repeated and compared by hash.</summary>
internal static class VerifyCommand
{
    public static Command Create(Shell shell)
    {
        Argument<string> run = new("folder") { Description = "Folder of a finished run or comparison; nothing in it is changed.", HelpName = "DIR" };
        Option<string[]> files = new("--file")
        {
            Description = "Scenario file of the run, where it does not lie beside the folder; may be given more than once.",
            HelpName = "FILE",
            DefaultValueFactory = _ => [],
        };
        Option<string?> data = CommonOptions.Data();
        Command command = new("verify", "Repeat a finished run from its manifest and compare every file by hash.") { run, files, data };
        command.SetAction(parsed =>
        {
            if (!shell.TryOpenData(parsed.GetValue(data), out DataFolder? folder))
            {
                return ExitCode.BadInput;
            }

            string path = parsed.GetRequiredValue(run);
            RunVerification verification = RunVerification.Execute(path, folder, ShippedScenarios.Of(folder), parsed.GetValue(files) ?? [], shell.Stop);
            foreach (string message in verification.Messages)
            {
                shell.Complain(message);
            }

            switch (verification.Result)
            {
                case VerificationResult.Same:
                    shell.Out.WriteLine($"the same: {verification.Files} files of {path} come out again to the byte");
                    return ExitCode.Done;
                case VerificationResult.Different:
                    shell.Out.WriteLine($"different: {path} does not come out again");
                    return ExitCode.Difference;
                default:
                    shell.Out.WriteLine($"not repeated: {path}");
                    return ExitCode.BadInput;
            }
        });
        return command;
    }
}
