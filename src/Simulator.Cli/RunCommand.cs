using System.CommandLine;
using System.Globalization;
using Simulator.Alliance;
using Simulator.Data.Calibration;
using Simulator.Data.Diagnostics;
using Simulator.Data.Editions;
using Simulator.Data.Scenarios;
using Simulator.Data.Sources;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Reports;
using Simulator.Reports.Answers;
using Simulator.Reports.Pictures;
using Simulator.Reports.Runs;

namespace Simulator.Cli;

/// <summary>natosim run: the main job.</summary>
internal sealed class RunCommand
{
    private readonly Argument<string[]> _names = CommonOptions.Scenarios();
    private readonly Option<string?> _out = new("--out") { Description = "Write tables, charts, report.html and the manifest to this folder; without it nothing is written.", HelpName = "DIR" };
    private readonly Option<string[]> _scenarios = Arguments.Words("--scenario", "Only these scenarios of the files, such as hague-core,five-core.");
    private readonly Option<string?> _members = new("--members") { Description = "Only these members and groups in answers and tables, such as ITA,NORDIC.", HelpName = "A,B" };
    private readonly Option<int[]> _years = Arguments.Years("--years", "Years of the answer sheet; the last is the headline year. Default: 2030,2035.");
    private readonly Option<int?> _to = Arguments.Year("--to", "Last year projected, at most 2060. Default: 2035, or the last of --years.");
    private readonly Option<string> _currency = Arguments.Choice("--currency", "Money of the answers: EUR, USD, or each member's own. Default: EUR, and USD where the USA belongs to a group.", "EUR", "USD", "national");
    private readonly Option<string?> _prices = new("--prices") { Description = "Prices of the answers: current, the edition's base year (default), or its price year.", HelpName = "current|YEAR" };
    private readonly Option<string?> _edition = CommonOptions.Edition();
    private readonly Option<double?> _line = Arguments.Number("--line", "End of the comparison line in 2035, percent of GDP. Default: 3.5.", 0, 15);
    private readonly Option<string[]> _charts = Arguments.Choices("--charts", "Charts to draw: svg (default), with png or pdf made of it by rsvg-convert, Inkscape or a browser; or none.", "svg", "png", "pdf", "none");
    private readonly Option<string[]> _tables = Arguments.Choices("--tables", "Tables to write: csv (always), and xlsx for a workbook with charts.", "csv", "xlsx");
    private readonly DrawArguments _draws = new("Draw each scenario this often, 100 or more, for ranges and shares of draws: ensemble.csv and a sentence a scenario.");
    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "Replace files in the folder that are not natosim's own unmodified output." };
    private readonly Option<string?> _data = CommonOptions.Data();
    private readonly Option<bool> _quiet = CommonOptions.Quiet();
    private readonly Shell _shell;

    private RunCommand(Shell shell) => _shell = shell;

    public static Command Create(Shell shell)
    {
        RunCommand run = new(shell);
        Command command = new("run", "Project every member under every scenario.")
        {
            run._names, run._out, run._scenarios, run._members, run._years, run._to, run._currency, run._prices,
            run._draws.Number, run._draws.Seed, run._draws.Without, run._edition, run._line, run._charts, run._tables, run._overwrite, run._data, run._quiet,
        };
        command.SetAction(run.Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        ScenarioInputs? inputs = ScenarioInputs.Read(_shell, parsed.GetRequiredValue(_names), parsed.GetValue(_data), parsed.GetValue(_edition), out int exit);
        if (inputs is null)
        {
            return exit;
        }

        ScenarioSet set = inputs.Set;
        if (!_shell.Accepts(set))
        {
            return ExitCode.BadInput;
        }

        if (!TryChoose(set, parsed.GetValue(_scenarios) ?? [], out IReadOnlyList<Scenario> scenarios)
            || !TryOptions(parsed, inputs.Edition, scenarios, out RunOptions options))
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
        if (!sources.Ok)
        {
            _shell.Complain(sources.Problems);
            return ExitCode.BadInput;
        }

        if (!DrawArguments.TryUncertainty(_shell, inputs, options.Draws, out UncertaintyParameters? uncertainty))
        {
            return ExitCode.BadInput;
        }

        string folder = parsed.GetValue(_out) ?? "";
        PictureTool? tool = null;
        if (folder.Length > 0 && ((options.Png && !BuiltInPng.IsThere) || options.Pdf) && !_shell.TryFindPictureTool(options.Pdf ? PictureFormat.Pdf : PictureFormat.Png, out tool))
        {
            return ExitCode.CannotCreate;
        }

        ReportOutcome<AnswerSheet> outcome = RunReport.Execute(
            new RunRequest
            {
                Edition = inputs.Edition,
                Scenarios = scenarios,
                Sipri = sipri.Value,
                Sources = sources.Value,
                Inputs = Inputs(inputs, scenarios),
                Options = options,
                Uncertainty = uncertainty,
                Progress = parsed.GetValue(_quiet) ? null : new DrawClock(_shell).Tell,
                OutputFolder = folder,
                Overwrite = parsed.GetValue(_overwrite),
                Pictures = tool is null ? null : new PictureMaker(tool),
            },
            _shell.Stop);
        if (!outcome.IsDone)
        {
            return _shell.Complain(outcome.Failure);
        }

        _shell.Out.Write(AnswerText.Write(outcome.Result, notes: scenarios.Count == 1));
        if (folder.Length > 0 && !parsed.GetValue(_quiet))
        {
            _shell.Error.WriteLine($"wrote {outcome.Files.Count} files to {folder}: tables (*.csv, described in datapackage.json), {(options.Workbook ? "natosim.xlsx, " : "")}charts/, report.html and run.json");
        }

        return ExitCode.Done;
    }

    private bool TryChoose(ScenarioSet set, string[] ids, out IReadOnlyList<Scenario> scenarios)
    {
        scenarios = ids.Length == 0 ? set.Scenarios : [.. set.Scenarios.Where(s => ids.Contains(s.Id, StringComparer.Ordinal))];
        string[] missing = [.. ids.Where(id => !set.TryFind(id, out _))];
        foreach (string id in missing)
        {
            string question = NearestName.Question(id, set.Scenarios.Select(s => s.Id));
            _shell.Complain($"--scenario: the files hold no scenario '{id}'" + (question.Length > 0 ? "; " + question : ""));
        }

        return missing.Length == 0;
    }

    private bool TryOptions(ParseResult parsed, Edition edition, IReadOnlyList<Scenario> scenarios, out RunOptions options)
    {
        int[] years = parsed.GetValue(_years) ?? [];
        string[] charts = parsed.GetValue(_charts) ?? [];
        options = new RunOptions
        {
            Charts = !charts.Contains("none", StringComparer.Ordinal),
            Png = charts.Contains("png", StringComparer.Ordinal),
            Pdf = charts.Contains("pdf", StringComparer.Ordinal),
            Workbook = (parsed.GetValue(_tables) ?? []).Contains("xlsx", StringComparer.Ordinal),
        };
        options = years.Length == 0 ? options : options with { Years = [.. years.Order()] };
        options = options with
        {
            To = parsed.GetValue(_to) ?? Math.Max(options.HeadlineYear, RunOptions.LastYearNamed(scenarios)),
            Currency = parsed.GetValue(_currency) switch
            {
                "EUR" => AnswerCurrency.Eur,
                "USD" => AnswerCurrency.Usd,
                "national" => AnswerCurrency.National,
                _ => AnswerCurrency.ByUnit,
            },
        };
        if (parsed.GetValue(_line) is { } line)
        {
            options = options with { HasLine = true, LinePct = line };
        }

        List<string> problems = [];
        if (!options.Charts && charts.Length > 1)
        {
            problems.Add("--charts: none stands alone");
        }

        options = options with { Draws = _draws.Read(parsed, problems) };
        options = WithPrices(options, parsed.GetValue(_prices), edition, problems);
        options = options with { Members = Members(parsed.GetValue(_members), edition, problems) };
        problems.AddRange(options.Problems(edition));
        foreach (string problem in problems)
        {
            _shell.Complain(problem);
        }

        return problems.Count == 0;
    }

    internal static RunOptions WithPrices(RunOptions options, string? prices, Edition edition, List<string> problems)
    {
        string baseYear = edition.BaseYear.ToString(CultureInfo.InvariantCulture);
        string priceYear = edition.PriceYear.ToString(CultureInfo.InvariantCulture);
        if (prices is null || prices == baseYear)
        {
            return options with { Prices = PriceBasis.BaseYear };
        }

        if (prices == "current" || prices == priceYear)
        {
            return options with { Prices = prices == "current" ? PriceBasis.Current : PriceBasis.PriceYear };
        }

        problems.Add($"--prices: edition {edition.Id} has current prices and those of {baseYear} and {priceYear}, not '{prices}'");
        return options;
    }

    internal static MemberSet Members(string? expression, Edition edition, List<string> problems)
    {
        MemberSet chosen = MemberSet.Empty;
        if (expression is null)
        {
            return chosen;
        }

        foreach (string word in expression.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            string code = word.ToUpperInvariant();
            if (edition.Roster.TryMember(code, out Member? member))
            {
                chosen = chosen.Union(MemberSet.Of(member.Index));
            }
            else if (edition.Roster.TryGroup(code, out Group? group))
            {
                chosen = chosen.Union(group.Members);
            }
            else
            {
                string question = NearestName.Question(word, edition.Roster.Members.Select(m => m.Iso3).Concat(edition.Roster.Groups.Select(g => g.Id)));
                problems.Add($"--members: '{word}' is no member and no group" + (question.Length > 0 ? "; " + question : ""));
            }
        }

        if (chosen.IsEmpty && problems.Count == 0)
        {
            problems.Add("--members: name at least one member or group, such as ITA,NORDIC");
        }

        return chosen;
    }

    internal static IReadOnlyList<RunInput> Inputs(ScenarioInputs inputs, IReadOnlyList<Scenario> scenarios) => RunInput.Of(inputs.FilesUsed(scenarios), inputs.Folder);
}
