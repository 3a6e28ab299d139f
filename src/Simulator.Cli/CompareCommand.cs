using System.CommandLine;
using Simulator.Alliance;
using Simulator.Data.Diagnostics;
using Simulator.Data.Scenarios;
using Simulator.Pathways;
using Simulator.Reports;
using Simulator.Reports.Comparing;
using Simulator.Reports.Runs;

namespace Simulator.Cli;

/// <summary>natosim compare: scenarios held against one of them, or two finished runs held against each other.</summary>
internal sealed class CompareCommand
{
    private const string Hold = "hold-share";

    private readonly Argument<string[]> _names = CommonOptions.Scenarios();
    private readonly Option<string?> _out = new("--out") { Description = "Write compare.csv, side-by-side.csv and the manifest to this folder; without it nothing is written.", HelpName = "DIR" };
    private readonly Option<string?> _against = new("--against") { Description = "Scenario to hold the others against. Default: hold-share, or the first where there is none.", HelpName = "ID" };
    private readonly Option<string?> _members = new("--members") { Description = "Only these members, and those of these groups, such as ITA,NORDIC.", HelpName = "A,B" };
    private readonly Option<int[]> _years = Arguments.Years("--years", "The last is the year that the sentences speak of. Default: 2030,2035.");
    private readonly Option<int?> _to = Arguments.Year("--to", "Last year compared, at most 2060. Default: 2035, or the last of --years.");
    private readonly Option<string> _currency = Arguments.Choice("--currency", "Money of the differences: EUR, USD, or each member's own. Default: EUR, and USD where the USA belongs to a group.", "EUR", "USD", "national");
    private readonly Option<string?> _prices = new("--prices") { Description = "Prices of the differences: current, the edition's base year (default), or its price year.", HelpName = "current|YEAR" };
    private readonly Option<string?> _edition = CommonOptions.Edition();
    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "Replace files in the folder that are not natosim's own unmodified output." };
    private readonly Option<string?> _data = CommonOptions.Data();
    private readonly Option<bool> _quiet = CommonOptions.Quiet();
    private readonly Shell _shell;

    private CompareCommand(Shell shell) => _shell = shell;

    public static Command Create(Shell shell)
    {
        CompareCommand compare = new(shell);
        compare._names.Description = "Scenario files or ids of shipped scenarios; or the folders of two finished runs, the earlier first.";
        Command command = new("compare", "Hold scenarios against one of them, or two finished runs against each other, and say what causes the difference.")
        {
            compare._names, compare._against, compare._out, compare._members, compare._years, compare._to, compare._currency, compare._prices,
            compare._edition, compare._overwrite, compare._data, compare._quiet,
        };
        command.SetAction(compare.Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        string[] names = parsed.GetRequiredValue(_names);
        if (names.Length == 2 && names.All(Directory.Exists))
        {
            return CompareFolders(parsed, names);
        }

        if (!TryBind(parsed, names, out ScenarioInputs? inputs, out string against, out int exit))
        {
            return exit;
        }

        ScenarioSet set = inputs!.Set;
        if (!_shell.Accepts(set))
        {
            return ExitCode.BadInput;
        }

        if (!set.TryFind(against, out Scenario? reference) || !TryOptions(parsed, inputs.Edition, set.Scenarios, out RunOptions options))
        {
            return ExitCode.WrongUsage;
        }

        List<Scenario> scenarios = [.. set.Scenarios.Where(s => s != reference)];
        if (scenarios.Count == 0)
        {
            _shell.Complain($"there is nothing to hold against '{against}'; name at least one other scenario");
            return ExitCode.WrongUsage;
        }

        string folder = parsed.GetValue(_out) ?? "";
        ReportOutcome<Comparison> outcome = ComparisonReport.Execute(
            new ComparisonRequest
            {
                Edition = inputs.Edition,
                Scenarios = scenarios,
                Reference = reference,
                Inputs = RunCommand.Inputs(inputs, set.Scenarios),
                Options = options,
                OutputFolder = folder,
                Overwrite = parsed.GetValue(_overwrite),
            },
            _shell.Stop);
        if (!outcome.IsDone)
        {
            return _shell.Complain(outcome.Failure);
        }

        _shell.Out.Write(ComparisonText.Write(outcome.Result, outcome.RunId));
        return Written(outcome.Files, folder, parsed.GetValue(_quiet));
    }

    private int CompareFolders(ParseResult parsed, string[] folders)
    {
        Option[] others = [_against, _members, _years, _to, _currency, _prices, _edition, _data];
        string[] given = [.. others.Where(o => parsed.GetResult(o) is { Implicit: false }).Select(o => o.Name)];
        if (given.Length > 0)
        {
            _shell.Complain($"{string.Join(", ", given)}: two finished runs are compared as they are");
            return ExitCode.WrongUsage;
        }

        FolderComparison? comparison = FolderComparison.Of(folders[0], folders[1], out IReadOnlyList<string> problems);
        if (comparison is null)
        {
            foreach (string problem in problems)
            {
                _shell.Complain(problem);
            }

            return ExitCode.BadInput;
        }

        string folder = parsed.GetValue(_out) ?? "";
        IReadOnlyList<RunFile> files = [];
        if (folder.Length > 0)
        {
            RunFolderOutcome written = FolderComparisonReport.Write(comparison, folder, parsed.GetValue(_overwrite), _shell.Stop);
            if (!written.IsWritten)
            {
                return _shell.Complain(written.Failure);
            }

            files = written.Files;
        }

        _shell.Out.Write(FolderComparisonReport.Text(comparison));
        return Written(files, folder, parsed.GetValue(_quiet));
    }

    // The reference may be one of those named, or a shipped scenario that was not named; hold-share when nobody says otherwise.
    private bool TryBind(ParseResult parsed, string[] names, out ScenarioInputs? inputs, out string against, out int exit)
    {
        string? wanted = parsed.GetValue(_against);
        against = wanted ?? Hold;
        inputs = Read(parsed, names, out exit);
        if (inputs is null)
        {
            return false;
        }

        if (inputs.Set.HasErrors || inputs.Set.TryFind(against, out _))
        {
            return true;
        }

        string id = against;
        if (inputs.ShippedHas(id))
        {
            inputs = Read(parsed, [.. names, id], out exit);
            return inputs is not null;
        }

        if (wanted is not null)
        {
            string question = NearestName.Question(id, inputs.Set.Scenarios.Select(s => s.Id));
            _shell.Complain($"--against: there is no scenario '{id}'" + (question.Length > 0 ? "; " + question : ""));
            exit = ExitCode.WrongUsage;
            return false;
        }

        against = inputs.Set.Scenarios[0].Id;
        return true;
    }

    private ScenarioInputs? Read(ParseResult parsed, string[] names, out int exit) =>
        ScenarioInputs.Read(_shell, names, parsed.GetValue(_data), parsed.GetValue(_edition), out exit);

    private bool TryOptions(ParseResult parsed, Edition edition, IReadOnlyList<Scenario> scenarios, out RunOptions options)
    {
        int[] years = parsed.GetValue(_years) ?? [];
        options = years.Length == 0 ? new RunOptions() : new RunOptions { Years = [.. years.Order()] };
        List<string> problems = [];
        options = RunCommand.WithPrices(options, parsed.GetValue(_prices), edition, problems) with
        {
            To = parsed.GetValue(_to) ?? Math.Max(options.HeadlineYear, RunOptions.LastYearNamed(scenarios)),
            Currency = parsed.GetValue(_currency) switch
            {
                "EUR" => AnswerCurrency.Eur,
                "USD" => AnswerCurrency.Usd,
                "national" => AnswerCurrency.National,
                _ => AnswerCurrency.ByUnit,
            },
            Members = RunCommand.Members(parsed.GetValue(_members), edition, problems),
        };
        problems.AddRange(options.Problems(edition));
        problems.ForEach(_shell.Complain);
        return problems.Count == 0;
    }

    private int Written(IReadOnlyList<RunFile> files, string folder, bool quiet)
    {
        if (folder.Length > 0 && !quiet)
        {
            _shell.Error.WriteLine($"wrote {files.Count} files to {folder}: {string.Join(", ", files.Select(f => f.Path))}");
        }

        return ExitCode.Done;
    }
}
