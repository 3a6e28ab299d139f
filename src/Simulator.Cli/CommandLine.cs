using System.CommandLine;

namespace Simulator.Cli;

/// <summary>The program behind the two lines of Main, so that tests call it without a process.</summary>
public static class CommandLine
{
    /// <summary>Runs one command.</summary>
    /// <param name="args">Arguments as the shell passes them.</param>
    /// <param name="shell">Where answers and messages go.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Invoke(IReadOnlyList<string> args, Shell shell)
    {
        RootCommand root = new("natosim projects the defence spending of the members of NATO from scenario files.")
        {
            RunCommand.Create(shell),
            CompareCommand.Create(shell),
            ChartCommand.Create(shell),
            PathwayCommand.Create(shell),
            SweepCommand.Create(shell),
            MergeCommand.Create(shell),
            RobustnessCommand.Create(shell),
            BacktestCommand.Create(shell),
            LimitsCommand.Create(shell),
            CalibrateCommand.Create(shell),
            BriefCommand.Create(shell),
            SelftestCommand.Create(shell),
            VerifyCommand.Create(shell),
            ServeCommand.Create(shell),
            CheckCommand.Create(shell),
            InitCommand.Create(shell),
            ExplainCommand.Create(shell),
            ClaimsCommand.Create(shell),
            DataCommand.Create(shell),
        };

        try
        {
            if (args.Count == 0)
            {
                return root.Parse("--help").Invoke(Streams(shell));
            }

            // A file name that starts with @ is a file name, not a list of further arguments.
            ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Errors.Count > 0)
            {
                foreach (System.CommandLine.Parsing.ParseError error in parsed.Errors)
                {
                    shell.Complain(error.Message);
                }

                shell.Complain($"try: natosim {CommandWords(parsed)}--help");
                return ExitCode.WrongUsage;
            }

            return parsed.Invoke(Streams(shell));
        }
        catch (OperationCanceledException)
        {
            shell.Complain("interrupted; nothing was left half-written");
            return ExitCode.Interrupted;
        }
#pragma warning disable CA1031 // The last line of defence: a defect must be reported as one, with its exit code.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            shell.Complain("this is a defect of natosim, not of your input; please report it with the text below");
            shell.Error.WriteLine(defect);
            return ExitCode.Defect;
        }
    }

    private static InvocationConfiguration Streams(Shell shell) => new()
    {
        Output = shell.Out,
        Error = shell.Error,
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
    };

    private static string CommandWords(ParseResult parsed)
    {
        string words = "";
        for (System.CommandLine.Parsing.SymbolResult? at = parsed.CommandResult; at is System.CommandLine.Parsing.CommandResult command; at = at.Parent)
        {
            words = command.Command is RootCommand ? words : command.Command.Name + " " + words;
        }

        return words;
    }
}
