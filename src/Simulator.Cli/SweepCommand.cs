using System.CommandLine;
using System.Globalization;
using Simulator.Reports;
using Simulator.Reports.Runs;
using Simulator.Reports.Sweeps;

namespace Simulator.Cli;

/// <summary>natosim sweep: many worlds of one scenario, and what matters in them.</summary>
internal sealed class SweepCommand
{
    private readonly Argument<string> _file = new("file") { Description = "Sweep file: parameter,members,low,high,levels,distribution,note." };
    private readonly Option<string> _base = new("--base") { Description = "The scenario that is moved: a shipped id, or FILE:ID.", HelpName = "ID", Required = true };
    private readonly Option<string?> _out = new("--out") { Description = "Write tables, figures, sweep.html and the manifest to this folder; without it the answers are printed and nothing is written.", HelpName = "DIR" };
    private readonly Option<string[]> _outcomes = new("--outcome") { Description = "One more outcome, with a goal if you like: \"share_pct:EUROPE:2035>=3.5\". May be given more than once.", HelpName = "NAME" };
    private readonly Option<string> _design = Arguments.Choice("--design", "How points are laid: saltelli (default; gives Sobol' indices), sobol, lhs or grid.", [.. SweepChoice.Designs]);
    private readonly Option<ulong?> _points = Arguments.Whole("--n", "Points, of a Saltelli design base points (each makes as many worlds as there are factors, and two). Default: 16384 for saltelli, 65536 otherwise; a grid has what its levels make.");
    private readonly Option<ulong?> _draws = Arguments.Whole("--draws", "Draws of chance in every world, the same ones in all of them. Default: none.");
    private readonly Option<ulong?> _seed = Arguments.Whole("--seed", "Seed of all chance; the same seed gives the same bytes. Default: 1.");
    private readonly Option<bool> _scramble = new("--scramble") { Description = "Scramble the Sobol' sequence by the seed." };
    private readonly Option<string> _keep = Arguments.Choice("--keep", "Keep every world: csv or sqlite. Without it distributions and a sample are kept.", "csv", "sqlite");
    private readonly Option<string?> _shard = new("--shard") { Description = "Compute only this part of the sweep, such as 3/64; natosim merge puts parts together.", HelpName = "I/N" };
    private readonly Option<ulong?> _threads = Arguments.Whole("--threads", "Threads; their number changes no result. Default: one for each processor.");
    private readonly Option<string> _charts = Arguments.Choice("--charts", "Charts to draw: svg (default) or none.", "svg", "none");
    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "Replace files in the folder that are not natosim's own unmodified output." };
    private readonly Option<string?> _edition = CommonOptions.Edition();
    private readonly Option<string?> _data = CommonOptions.Data();
    private readonly Option<bool> _quiet = CommonOptions.Quiet();
    private readonly Shell _shell;

    private SweepCommand(Shell shell) => _shell = shell;

    public static Command Create(Shell shell)
    {
        SweepCommand sweep = new(shell);
        Command command = new("sweep", "Move a scenario's numbers within ranges, and say which of them matter and when a goal is missed.")
        {
            sweep._file, sweep._base, sweep._out, sweep._outcomes, sweep._design, sweep._points, sweep._draws, sweep._seed, sweep._scramble,
            sweep._keep, sweep._shard, sweep._threads, sweep._charts, sweep._overwrite, sweep._edition, sweep._data, sweep._quiet,
        };
        command.SetAction(sweep.Execute);
        return command;
    }

    /// <summary>Says what a command about parts has to say while it works, unless it is to be quiet.</summary>
    internal static SweepRequest Told(SweepRequest request, Shell shell, bool quiet) => quiet
        ? request
        : request with { Progress = new SweepClock(shell).Tell, Say = shell.Complain };

    /// <summary>Prints what a sweep says and what was written.</summary>
    internal static int Tell(Shell shell, ReportOutcome<SweepAnswers> outcome, string folder, bool quiet)
    {
        if (!outcome.IsDone)
        {
            return shell.Complain(outcome.Failure);
        }

        shell.Out.Write(SweepText.Write(outcome.Result));
        if (folder.Length > 0 && !quiet)
        {
            shell.Error.WriteLine($"wrote {outcome.Files.Count} files to {folder}: tables (*.csv, described in datapackage.json), {(outcome.Result.Job.Request.Charts ? "charts/, " : "")}sweep.html and run.json");
        }

        return ExitCode.Done;
    }

    private int Execute(ParseResult parsed)
    {
        if (!TryShard(parsed.GetValue(_shard), out SweepShard? shard))
        {
            return ExitCode.WrongUsage;
        }

        string folder = parsed.GetValue(_out) ?? "";
        if ((shard is not null || parsed.GetValue(_keep) is not null) && folder.Length == 0)
        {
            _shell.Complain($"{(shard is not null ? "--shard" : "--keep")} needs a folder: --out DIR");
            return ExitCode.WrongUsage;
        }

        if (shard is not null && parsed.GetValue(_keep) is not null)
        {
            _shell.Complain("--keep does not go with --shard: give it to natosim merge");
            return ExitCode.WrongUsage;
        }

        SweepInputs? inputs = SweepInputs.Read(
            _shell, parsed.GetRequiredValue(_file), parsed.GetRequiredValue(_base), parsed.GetValue(_outcomes) ?? [], parsed.GetValue(_data), parsed.GetValue(_edition), out int exit);
        if (inputs is null)
        {
            return exit;
        }

        SweepChoice choice = new()
        {
            Design = (SweepDesign)Math.Max(0, SweepChoice.Designs.ToList().IndexOf(parsed.GetValue(_design) ?? "saltelli")),
            Points = parsed.GetValue(_points) is { } points ? (long)Math.Min(points, long.MaxValue) : null,
            Draws = (long)Math.Min(parsed.GetValue(_draws) ?? 0, long.MaxValue),
            Seed = parsed.GetValue(_seed) ?? 1,
            Scrambles = parsed.GetValue(_scramble),
        };
        SweepRequest? request = inputs.Request(choice, out exit);
        if (request is null)
        {
            return exit;
        }

        bool quiet = parsed.GetValue(_quiet);
        request = Told(request, _shell, quiet) with
        {
            Keep = parsed.GetValue(_keep) switch { "csv" => KeepWorlds.Csv, "sqlite" => KeepWorlds.Sqlite, _ => KeepWorlds.None },
            Charts = parsed.GetValue(_charts) != "none",
            OutputFolder = folder,
            Overwrite = parsed.GetValue(_overwrite),
            Threads = (int)Math.Clamp(parsed.GetValue(_threads) ?? (ulong)Environment.ProcessorCount, 1, 1024),
        };
        SweepJob? job = inputs.Prepare(request);
        if (job is null)
        {
            return choice.Problems().Count > 0 ? ExitCode.WrongUsage : ExitCode.BadInput;
        }

        return shard is { } part ? Shard(job, part, quiet) : Tell(_shell, SweepReport.Execute(job, _shell.Stop), folder, quiet);
    }

    private int Shard(SweepJob job, SweepShard shard, bool quiet)
    {
        RunFailure? failure = SweepReport.ExecuteShard(job, shard, _shell.Stop);
        if (failure is not null)
        {
            return _shell.Complain(failure);
        }

        if (!quiet)
        {
            _shell.Error.WriteLine($"shard {shard.Number} of {shard.Of} is complete in {job.Request.OutputFolder}; natosim merge puts all of them together");
        }

        return ExitCode.Done;
    }

    private bool TryShard(string? text, out SweepShard? shard)
    {
        shard = null;
        if (text is null)
        {
            return true;
        }

        string[] parts = text.Split('/');
        if (parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int of)
            && number >= 1 && number <= of)
        {
            shard = new SweepShard(number, of);
            return true;
        }

        _shell.Complain($"--shard: '{text}' is no part of a whole; write I/N with I from 1 to N, such as 3/64");
        return false;
    }
}
