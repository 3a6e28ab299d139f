using System.CommandLine;
using Simulator.Alliance;
using Simulator.Data.Diagnostics;
using Simulator.Data.Editions;
using Simulator.Data.Sources;
using Simulator.Reports;
using Simulator.Reports.Briefs;

namespace Simulator.Cli;

/// <summary>natosim brief: one member in two pages.</summary>
internal sealed class BriefCommand
{
    private readonly Argument<string> _member = new("member") { Description = "The member, such as FRA." };
    private readonly Argument<string[]> _names = CommonOptions.Scenarios();
    private readonly Option<string?> _out = new("--out") { Description = "Write brief.html, brief.txt, brief.csv and the manifest to this folder; without it nothing is written.", HelpName = "DIR" };
    private readonly Option<int[]> _years = Arguments.Years("--years", "Years beside the base year; the last is the one in which others are compared. Default: 2030,2035.");
    private readonly Option<string> _currency = Arguments.Choice("--currency", "Money of the amounts: EUR (default), USD, or the member's own.", "EUR", "USD", "national");
    private readonly Option<string?> _prices = new("--prices") { Description = "Prices of the amounts: current, the edition's base year (default), or its price year.", HelpName = "current|YEAR" };
    private readonly Option<string?> _edition = CommonOptions.Edition();
    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "Replace files in the folder that are not natosim's own unmodified output." };
    private readonly Option<string?> _data = CommonOptions.Data();
    private readonly Option<bool> _quiet = CommonOptions.Quiet();
    private readonly Shell _shell;

    private BriefCommand(Shell shell) => _shell = shell;

    public static Command Create(Shell shell)
    {
        BriefCommand brief = new(shell);
        Command command = new("brief", "Tell one member on two pages: where it stands and what each scenario takes.")
        {
            brief._member, brief._names, brief._out, brief._years, brief._currency, brief._prices, brief._edition, brief._overwrite, brief._data, brief._quiet,
        };
        command.SetAction(brief.Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        ScenarioInputs? inputs = ScenarioInputs.Read(_shell, parsed.GetRequiredValue(_names), parsed.GetValue(_data), parsed.GetValue(_edition), out int exit);
        if (inputs is null)
        {
            return exit;
        }

        if (!_shell.Accepts(inputs.Set))
        {
            return ExitCode.BadInput;
        }

        if (!TryMember(parsed.GetRequiredValue(_member), inputs.Edition.Roster, out int member) || !TryOptions(parsed, inputs.Edition, out RunOptions options))
        {
            return ExitCode.WrongUsage;
        }

        DataResult<SipriHistory> sipri = SipriHistory.Load(inputs.Folder, inputs.Edition.Roster);
        if (!sipri.Ok)
        {
            _shell.Complain(sipri.Problems);
            return ExitCode.BadInput;
        }

        DataResult<CatalogueTable> sources = DataCatalogue.Sources(inputs.Folder);
        DataResult<CatalogueTable> budgets = inputs.Edition.HasPlans
            ? BudgetReconciliation.Of(inputs.Folder, inputs.Edition.Id)
            : new(BudgetReconciliation.Without(inputs.Edition));
        if (!sources.Ok || !budgets.Ok)
        {
            _shell.Complain([.. sources.Problems, .. budgets.Problems]);
            return ExitCode.BadInput;
        }

        string folder = parsed.GetValue(_out) ?? "";
        ReportOutcome<MemberBrief> outcome = BriefReport.Execute(
            new RunRequest
            {
                Edition = inputs.Edition,
                Scenarios = inputs.Set.Scenarios,
                Sipri = sipri.Value,
                Sources = sources.Value,
                Inputs = RunCommand.Inputs(inputs, inputs.Set.Scenarios),
                Options = options,
                OutputFolder = folder,
                Overwrite = parsed.GetValue(_overwrite),
            },
            member,
            budgets.Value,
            _shell.Stop);
        if (!outcome.IsDone)
        {
            return _shell.Complain(outcome.Failure);
        }

        _shell.Out.Write(BriefText.Write(outcome.Result));
        if (folder.Length > 0 && !parsed.GetValue(_quiet))
        {
            _shell.Error.WriteLine($"wrote {outcome.Files.Count} files to {folder}: brief.html, brief.txt, brief.csv (described in datapackage.json) and run.json");
        }

        return ExitCode.Done;
    }

    private bool TryMember(string word, Roster roster, out int member)
    {
        member = -1;
        if (!roster.TryMember(word.ToUpperInvariant(), out Member? found))
        {
            string question = NearestName.Question(word, roster.Members.Select(m => m.Iso3));
            _shell.Complain($"'{word}' is no member" + (question.Length > 0 ? "; " + question : ""));
            return false;
        }

        if (!found.HasForces)
        {
            _shell.Complain($"{found.Name} has no armed forces, so there is no spending to tell");
            return false;
        }

        member = found.Index;
        return true;
    }

    private bool TryOptions(ParseResult parsed, Edition edition, out RunOptions options)
    {
        int[] years = parsed.GetValue(_years) ?? [];
        options = new RunOptions { Charts = false };
        options = years.Length == 0 ? options : options with { Years = [.. years.Order()] };
        options = options with
        {
            To = options.HeadlineYear,
            Currency = parsed.GetValue(_currency) switch
            {
                "EUR" => AnswerCurrency.Eur,
                "USD" => AnswerCurrency.Usd,
                "national" => AnswerCurrency.National,
                _ => AnswerCurrency.ByUnit,
            },
        };
        List<string> problems = [];
        options = RunCommand.WithPrices(options, parsed.GetValue(_prices), edition, problems);
        problems.AddRange(options.Problems(edition));
        foreach (string problem in problems)
        {
            _shell.Complain(problem);
        }

        return problems.Count == 0;
    }
}
