using System.CommandLine;
using Simulator.Data.Diagnostics;

namespace Simulator.Cli;

/// <summary>natosim explain NSnnn: one error in full.</summary>
internal static class ExplainCommand
{
    public static Command Create(Shell shell)
    {
        Argument<string> code = new("code") { Description = "A code such as NS012, or the name of a setting such as delivery_pct." };
        Command command = new("explain", "Explain an error, or a setting, in full.") { code };
        command.SetAction(parsed =>
        {
            string asked = parsed.GetRequiredValue(code).Trim();
            if (DiagnosticCatalogue.TryExplain(asked.ToUpperInvariant(), out string? text) || SettingText.TryExplain(asked, out text))
            {
                shell.Out.Write(text);
                return ExitCode.Done;
            }

            shell.Complain($"there is no error and no setting '{asked}'; errors look like NS012, settings are listed in the README");
            return ExitCode.BadInput;
        });
        return command;
    }
}
