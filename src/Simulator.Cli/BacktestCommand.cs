using System.CommandLine;
using Simulator.Data.Editions;
using Simulator.Reports;
using Simulator.Reports.Backtests;

namespace Simulator.Cli;

/// <summary>natosim backtest: what simple rules and the model's draws would have said in the past, and what came.</summary>
internal sealed class BacktestCommand
{
    private readonly Option<string?> _out = new("--out") { Description = "Write record.html, the tables, charts and the manifest to this folder; without it nothing is written.", HelpName = "DIR" };
    private readonly Option<string?> _edition = CommonOptions.Edition();
    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "Replace files in the folder that are not natosim's own unmodified output." };
    private readonly Option<string?> _data = CommonOptions.Data();
    private readonly Option<bool> _quiet = CommonOptions.Quiet();
    private readonly Shell _shell;

    private BacktestCommand(Shell shell) => _shell = shell;

    public static Command Create(Shell shell)
    {
        BacktestCommand backtest = new(shell);
        Command command = new("backtest", "Say how far simple rules, the model's draws, NATO's estimates and the IMF's growth could be trusted in the past.")
        {
            backtest._out, backtest._edition, backtest._overwrite, backtest._data, backtest._quiet,
        };
        command.SetAction(backtest.Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        if (!_shell.TryOpenData(parsed.GetValue(_data), out DataFolder? folder))
        {
            return ExitCode.BadInput;
        }

        DataResult<BacktestRequest> request = BacktestRequest.Read(folder, parsed.GetValue(_edition));
        if (!request.Ok)
        {
            _shell.Complain(request.Problems);
            return ExitCode.BadInput;
        }

        string results = parsed.GetValue(_out) ?? "";
        ReportOutcome<BacktestResults> outcome = BacktestReport.Execute(
            request.Value with { OutputFolder = results, Overwrite = parsed.GetValue(_overwrite) }, _shell.Stop);
        if (!outcome.IsDone)
        {
            return _shell.Complain(outcome.Failure);
        }

        _shell.Out.Write(BacktestText.Write(outcome.Result));
        if (results.Length > 0 && !parsed.GetValue(_quiet))
        {
            _shell.Error.WriteLine($"wrote {outcome.Files.Count} files to {results}: record.html, tables (*.csv, described in datapackage.json), charts/ and run.json");
        }

        return ExitCode.Done;
    }
}
