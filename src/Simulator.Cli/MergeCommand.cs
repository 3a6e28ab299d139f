using System.CommandLine;
using Simulator.Reports.Sweeps;

namespace Simulator.Cli;

/// <summary>natosim merge: puts the parts of a sweep together.</summary>
internal sealed class MergeCommand
{
    private readonly Argument<string[]> _folders = new("folders") { Description = "Folders of parts that natosim sweep --shard made.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _out = new("--out") { Description = "Write what one run of the whole sweep would have written to this folder.", HelpName = "DIR", Required = true };
    private readonly Option<string> _keep = Arguments.Choice("--keep", "Keep every world: csv or sqlite.", "csv", "sqlite");
    private readonly Option<string> _charts = Arguments.Choice("--charts", "Charts to draw: svg (default) or none.", "svg", "none");
    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "Replace files in the folder that are not natosim's own unmodified output." };
    private readonly Option<string?> _data = CommonOptions.Data();
    private readonly Option<bool> _quiet = CommonOptions.Quiet();
    private readonly Shell _shell;

    private MergeCommand(Shell shell) => _shell = shell;

    public static Command Create(Shell shell)
    {
        MergeCommand merge = new(shell);
        Command command = new("merge", "Put the parts of a sweep together that several machines computed.")
        {
            merge._folders, merge._out, merge._keep, merge._charts, merge._overwrite, merge._data, merge._quiet,
        };
        command.SetAction(merge.Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        string[] folders = parsed.GetRequiredValue(_folders);
        ShardFolder? first = null;
        foreach (string path in folders)
        {
            ShardFolder? folder = ShardFolder.Read(path, out string problem);
            if (folder is null)
            {
                _shell.Complain(problem);
                return ExitCode.BadInput;
            }

            first ??= folder;
            if (folder.Sweep.Identity != first.Sweep.Identity)
            {
                _shell.Complain($"{path} holds parts of another sweep than {folders[0]}: their files, options, edition or program version differ");
                return ExitCode.BadInput;
            }
        }

        ShardSweep sweep = first!.Sweep;
        SweepInputs? inputs = SweepInputs.Read(
            _shell, first.PathOf(sweep.SweepFile), Base(first), sweep.Outcomes, parsed.GetValue(_data), sweep.Edition, out int exit);
        if (inputs is null)
        {
            return exit;
        }

        SweepChoice choice = new()
        {
            Design = (SweepDesign)Math.Max(0, SweepChoice.Designs.ToList().IndexOf(sweep.Design)),
            Points = sweep.Points == 0 ? null : sweep.Points,
            Draws = sweep.Draws,
            Seed = sweep.Seed,
            Scrambles = sweep.Scrambles,
        };
        SweepRequest? request = inputs.Request(choice, out exit);
        if (request is null)
        {
            return exit;
        }

        bool quiet = parsed.GetValue(_quiet);
        string output = parsed.GetRequiredValue(_out);
        SweepJob? job = inputs.Prepare(SweepCommand.Told(request, _shell, quiet) with
        {
            Keep = parsed.GetValue(_keep) switch { "csv" => KeepWorlds.Csv, "sqlite" => KeepWorlds.Sqlite, _ => KeepWorlds.None },
            Charts = parsed.GetValue(_charts) != "none",
            OutputFolder = output,
            Overwrite = parsed.GetValue(_overwrite),
        });
        if (job is null)
        {
            return ExitCode.BadInput;
        }

        if (Convert.ToHexStringLower(job.Identity) != sweep.Identity)
        {
            _shell.Complain($"the parts in {folders[0]} were computed from other data files or by another version of natosim ({sweep.Version}); merge them with the same, or run the shards again");
            return ExitCode.BadInput;
        }

        return SweepCommand.Tell(_shell, SweepReport.Merge(job, folders, _shell.Stop), output, quiet);
    }

    /// <summary>A base that the user gave as a file stands beside the parts.</summary>
    private static string Base(ShardFolder folder)
    {
        int colon = folder.Sweep.Base.LastIndexOf(':');
        return colon < 0 ? folder.Sweep.Base : folder.PathOf(folder.Sweep.Base[..colon]) + folder.Sweep.Base[colon..];
    }
}
