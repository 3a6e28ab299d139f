using System.CommandLine;
using System.Security.Cryptography;
using Simulator.Alliance;
using Simulator.Backtesting;
using Simulator.Data.Calibration;
using Simulator.Data.Editions;
using Simulator.Data.Sources;
using Simulator.Reports;
using Simulator.Reports.Backtests;
using Simulator.Reports.Runs;

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
        if (!_shell.TryOpenData(parsed.GetValue(_data), out DataFolder? folder) || !TryRead(folder, parsed.GetValue(_edition), out BacktestRequest? read))
        {
            return ExitCode.BadInput;
        }

        string results = parsed.GetValue(_out) ?? "";
        ReportOutcome<BacktestResults> outcome = BacktestReport.Execute(
            read with
            {
                Inputs = [.. folder.FilesRead.Select(f => new RunInput("data/" + f.Key, f.Value.Length, Convert.ToHexStringLower(SHA256.HashData(f.Value))))],
                OutputFolder = results,
                Overwrite = parsed.GetValue(_overwrite),
            },
            _shell.Stop);
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

    private bool TryRead(DataFolder folder, string? editionId, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out BacktestRequest? request)
    {
        request = null;
        DataResult<Edition> edition = editionId is null ? EditionStore.LoadDefault(folder) : EditionStore.Load(folder, editionId);
        DataResult<IReadOnlyList<EditionEntry>> list = EditionStore.List(folder);
        if (!edition.Ok || !list.Ok)
        {
            _shell.Complain([.. edition.Problems, .. list.Problems]);
            return false;
        }

        EditionEntry? earlier = list.Value.Where(e => string.CompareOrdinal(e.CutOff, edition.Value.CutOff) < 0).MaxBy(e => e.CutOff, StringComparer.Ordinal);
        DataResult<Edition>? before = earlier is null ? null : EditionStore.Load(folder, earlier.Id);
        DataResult<SipriHistory> sipri = SipriHistory.Load(folder, edition.Value.Roster);
        DataResult<IReadOnlyList<GrowthForecast>> growth = GrowthOutlooks.Load(folder, edition.Value);
        DataProblem[] problems = [.. before?.Problems ?? [], .. sipri.Problems, .. growth.Problems];
        if (problems.Length > 0)
        {
            _shell.Complain(problems);
            return false;
        }

        request = new BacktestRequest
        {
            Edition = edition.Value,
            Before = before?.Value,
            SipriSharePct = sipri.Value.SharePct,
            Shocks = OriginShockFit.Of(edition.Value, before?.Value),
            Growth = growth.Value,
            Inputs = [],
        };
        return true;
    }
}
