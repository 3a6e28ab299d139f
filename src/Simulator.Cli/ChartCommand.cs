using System.CommandLine;
using System.Globalization;
using System.Text;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Data.Calibration;
using Simulator.Data.Diagnostics;
using Simulator.Data.Editions;
using Simulator.Data.Sources;
using Simulator.Reports;
using Simulator.Reports.Figures;
using Simulator.Reports.Pictures;
using Simulator.Reports.Ranges;
using Simulator.Uncertainty;

namespace Simulator.Cli;

/// <summary>natosim chart: one figure of the catalogue, for a page, in a language.</summary>
internal sealed class ChartCommand
{
    private const string DefaultScenario = "announced";

    /// <summary>Draws of a figure that needs some where none are asked for: the outer quantiles then move by a fiftieth of the spread from seed to seed.</summary>
    private const long DefaultDraws = 10_000;

    private readonly Argument<string?> _figure = new("figure") { Description = "The figure, such as ranking (see: natosim chart --list).", Arity = ArgumentArity.ZeroOrOne };
    private readonly Argument<string[]> _names = new("files") { Description = "Scenario files, or ids of shipped scenarios. Default: announced, national plans alone.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<bool> _list = new("--list") { Description = "List the figures; with --out, draw a sheet with all of them small." };
    private readonly Option<string?> _out = new("--out") { Description = "File to write, or a folder that exists. Default: a file named after the figure, here. Its data go beside it as CSV.", HelpName = "FILE" };
    private readonly Option<string?> _size = new("--size") { Description = "Page: print-1col (45 mm), print-2col (96 mm), slide (1920x1080), web (1200x675), or pixels such as 800x600, or 800x for as high as it needs. Default: 1200 pixels wide and as high as the figure needs.", HelpName = "PAGE" };
    private readonly Option<string> _format = Arguments.Choice("--format", "svg (default), png or pdf.", "svg", "png", "pdf");
    private readonly Option<string> _theme = Arguments.Choice("--theme", "light (default) or dark.", "light", "dark");
    private readonly Option<string> _lang = Arguments.Choice("--lang", "Names of members, numbers and the chart's own words: en (default), fr, de, it, es, pl.", "en", "fr", "de", "it", "es", "pl");
    private readonly Option<string?> _highlight = new("--highlight") { Description = "Members and groups that stand out, such as ITA,NORDIC.", HelpName = "A,B" };
    private readonly Option<string?> _member = new("--member") { Description = "The member of a figure about one member, such as FRA.", HelpName = "ISO3" };
    private readonly Option<string?> _title = new("--title") { Description = "Title in place of the finding that the figure states.", HelpName = "TEXT" };
    private readonly Option<string?> _subtitle = new("--subtitle") { Description = "Subtitle in place of the figure's own.", HelpName = "TEXT" };
    private readonly Option<string> _credit = Arguments.Choice("--credit", "full (default): sources, edition, cut-off and run; short: sources alone.", "full", "short");
    private readonly Option<int?> _year = Arguments.Year("--year", "Year of the headline: a published one where the figure is of history, else a projected one. Default: 2035, and the base year for history.");
    private readonly Option<int?> _to = Arguments.Year("--to", "Last year projected, at most 2060. Default: 2035.");
    private readonly Option<string> _currency = Arguments.Choice("--currency", "Money: EUR, USD, or each member's own. Default: EUR, and USD where the USA belongs to a group.", "EUR", "USD", "national");
    private readonly Option<string?> _prices = new("--prices") { Description = "Prices: current, the edition's base year (default), or its price year.", HelpName = "current|YEAR" };
    private readonly DrawArguments _draws = new("Draws behind a figure of ranges, 100 or more, as for run. Default: 10000 for such a figure; on a sheet, none.");
    private readonly Option<string?> _edition = CommonOptions.Edition();
    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "Replace a file that holds something else." };
    private readonly Option<string?> _data = CommonOptions.Data();
    private readonly Option<bool> _quiet = CommonOptions.Quiet();
    private readonly Shell _shell;

    private ChartCommand(Shell shell) => _shell = shell;

    public static Command Create(Shell shell)
    {
        ChartCommand chart = new(shell);
        Command command = new("chart", "Draw one figure, fit to publish, with its data beside it.")
        {
            chart._figure, chart._names, chart._list, chart._out, chart._size, chart._format, chart._theme, chart._lang, chart._highlight, chart._member,
            chart._title, chart._subtitle, chart._credit, chart._year, chart._to, chart._currency, chart._prices,
            chart._draws.Number, chart._draws.Seed, chart._draws.Without, chart._edition, chart._overwrite, chart._data, chart._quiet,
        };
        command.SetAction(chart.Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        bool isList = parsed.GetValue(_list);
        string? out_ = parsed.GetValue(_out);
        if (isList && out_ is null)
        {
            PlainTable.Write(_shell.Out, Listing());
            return ExitCode.Done;
        }

        FigureRecipe? recipe = null;
        if (!isList && !TryRecipe(parsed.GetValue(_figure), out recipe))
        {
            return ExitCode.WrongUsage;
        }

        // A sheet shows every figure, so all the names are of scenarios.
        string[] names = isList && parsed.GetValue(_figure) is { } word ? [word, .. parsed.GetValue(_names) ?? []] : parsed.GetValue(_names) ?? [];
        ScenarioInputs? inputs = ScenarioInputs.Read(
            _shell, names.Length == 0 ? [DefaultScenario] : names, parsed.GetValue(_data), parsed.GetValue(_edition), out int exit);
        if (inputs is null)
        {
            return exit;
        }

        if (!_shell.Accepts(inputs.Set))
        {
            return ExitCode.BadInput;
        }

        if (!TryRun(parsed, inputs, recipe, out RunRequest run, out exit))
        {
            return exit;
        }

        if (!TryTold(parsed, run.Edition, out Func<FigureRequest, FigureRequest> tell, out int member))
        {
            return ExitCode.WrongUsage;
        }

        if (names.Length == 0 && !parsed.GetValue(_quiet))
        {
            _shell.Error.WriteLine($"no scenario was named: {DefaultScenario} is drawn");
        }

        return recipe is null ? DrawSheet(parsed, run, member, out_ ?? ".") : DrawFigure(parsed, run, recipe, tell, member, out_);
    }

    private int DrawSheet(ParseResult parsed, RunRequest run, int member, string target)
    {
        ReportOutcome<FigureSheet> sheet = ChartReport.Sheet(run, ThemeOf(parsed), member, _shell.Stop);
        if (!sheet.IsDone)
        {
            return _shell.Complain(sheet.Failure);
        }

        string path = Directory.Exists(target) ? Path.Combine(target, "figures.svg") : target;
        int exit = Written([(path, Encoding.UTF8.GetBytes(sheet.Result.Svg.Text))], parsed);
        if (exit == ExitCode.Done)
        {
            PlainTable.Write(_shell.Out, Listing());
            foreach ((string id, string why) in sheet.Result.LeftOut)
            {
                _shell.Error.WriteLine($"{id} is not on the sheet: {why}");
            }
        }

        return exit;
    }

    private int DrawFigure(ParseResult parsed, RunRequest run, FigureRecipe recipe, Func<FigureRequest, FigureRequest> tell, int member, string? target)
    {
        if (recipe.Scope == FigureScope.Member && parsed.GetValue(_member) is null)
        {
            _shell.Complain($"the figure '{recipe.Id}' is about one member: name it with --member, such as --member FRA");
            return ExitCode.WrongUsage;
        }

        ReportOutcome<Chart> drawn = ChartReport.Draw(new ChartRequest { Run = run, Recipe = recipe, Tell = r => tell(r) with { Member = member }, Theme = ThemeOf(parsed) }, _shell.Stop);
        if (!drawn.IsDone)
        {
            return _shell.Complain(drawn.Failure);
        }

        string format = parsed.GetValue(_format) ?? "svg";
        ReadOnlyMemory<byte> picture = default;
        if (format != "svg" && !TryPicture(drawn.Result, ThemeOf(parsed), format == "png" ? PictureFormat.Png : PictureFormat.Pdf, out picture))
        {
            return ExitCode.CannotCreate;
        }

        string file = $"{drawn.Result.Figure.Id}.{format}";
        string path = target is null ? file : Directory.Exists(target) ? Path.Combine(target, file) : target;
        int exit = Written(ChartReport.Files(drawn.Result, picture, path), parsed);
        if (exit == ExitCode.Done)
        {
            _shell.Out.WriteLine(drawn.Result.Figure.Title);
            _shell.Out.WriteLine(drawn.Result.Figure.Description);
        }

        return exit;
    }

    private bool TryPicture(Chart chart, Theme theme, PictureFormat format, out ReadOnlyMemory<byte> bytes)
    {
        bytes = default;
        if (format == PictureFormat.Png && BuiltInPng.IsThere)
        {
            bytes = BuiltInPng.Render(chart.Figure, theme);
            return true;
        }

        if (!_shell.TryFindPictureTool(format, out PictureTool? tool))
        {
            return false;
        }

        Picture picture = new PictureMaker(tool).Make(chart.Svg.Text, chart.Size, format, _shell.Stop);
        if (!picture.IsMade)
        {
            _shell.Complain(picture.Problem);
            return false;
        }

        bytes = picture.Bytes;
        return true;
    }

    private int Written(IReadOnlyList<(string Path, ReadOnlyMemory<byte> Bytes)> files, ParseResult parsed)
    {
        if (ChartReport.Write(files, parsed.GetValue(_overwrite)) is { } failure)
        {
            return _shell.Complain(failure);
        }

        if (!parsed.GetValue(_quiet))
        {
            _shell.Error.WriteLine($"wrote {string.Join(" and ", files.Select(f => f.Path))}");
        }

        return ExitCode.Done;
    }

    private bool TryRecipe(string? id, out FigureRecipe? recipe)
    {
        recipe = null;
        if (id is null)
        {
            _shell.Complain("name a figure, or list them: natosim chart --list");
            return false;
        }

        if (FigureCatalogue.TryFind(id, out recipe))
        {
            return true;
        }

        string question = NearestName.Question(id, FigureCatalogue.All.Select(r => r.Id));
        _shell.Complain($"there is no figure '{id}'" + (question.Length > 0 ? "; " + question : "; list them: natosim chart --list"));
        return false;
    }

    private bool TryRun(ParseResult parsed, ScenarioInputs inputs, FigureRecipe? recipe, out RunRequest run, out int exit)
    {
        run = null!;
        exit = ExitCode.WrongUsage;
        Edition edition = inputs.Edition;
        int? year = parsed.GetValue(_year);
        RunOptions options = new()
        {
            Currency = parsed.GetValue(_currency) switch
            {
                "EUR" => AnswerCurrency.Eur,
                "USD" => AnswerCurrency.Usd,
                "national" => AnswerCurrency.National,
                _ => AnswerCurrency.ByUnit,
            },
        };
        options = year > edition.BaseYear ? options with { Years = year > 2030 ? [2030, year.Value] : [year.Value] } : options;
        options = options with { To = parsed.GetValue(_to) ?? Math.Max(options.HeadlineYear, RunOptions.LastYearNamed(inputs.Set.Scenarios)) };
        List<string> problems = [];
        options = RunCommand.WithPrices(options, parsed.GetValue(_prices), edition, problems);
        options = options with { Draws = Draws(parsed, recipe, problems) };
        problems.AddRange(options.Problems(edition));
        if (year < edition.FirstYear)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"--year: edition {edition.Id} begins in {edition.FirstYear}"));
        }

        foreach (string problem in problems)
        {
            _shell.Complain(problem);
        }

        if (problems.Count > 0)
        {
            return false;
        }

        exit = ExitCode.BadInput;
        DataResult<SipriHistory> sipri = SipriHistory.Load(inputs.Folder, edition.Roster);
        if (!sipri.Ok)
        {
            _shell.Complain(sipri.Problems);
            return false;
        }

        DataResult<CatalogueTable> sources = DataCatalogue.Sources(inputs.Folder);
        if (!sources.Ok)
        {
            _shell.Complain(sources.Problems);
            return false;
        }

        DataResult<UnitNames> names = Names(inputs, edition);
        if (!names.Ok)
        {
            _shell.Complain(names.Problems);
            return false;
        }

        DataResult<MemberOutlines> outlines = OutlinesOf(inputs.Folder, edition);
        if (!outlines.Ok)
        {
            _shell.Complain(outlines.Problems);
            return false;
        }

        if (!DrawArguments.TryUncertainty(_shell, inputs, options.Draws, out UncertaintyParameters? uncertainty))
        {
            return false;
        }

        run = new RunRequest
        {
            Names = names.Value,
            Edition = edition,
            Sources = sources.Value,
            Scenarios = inputs.Set.Scenarios,
            Sipri = sipri.Value,
            Inputs = RunCommand.Inputs(inputs, inputs.Set.Scenarios),
            Options = options,
            Uncertainty = uncertainty,
            Series = recipe?.Reads ?? DrawnSeries.All,
            Progress = parsed.GetValue(_quiet) ? null : new DrawClock(_shell).Tell,
            EarlierEditions = EarlierEditions.Of(inputs.Folder, edition),
            Outlines = new Lazy<MemberOutlines>(() => outlines.Value),
        };
        return true;
    }

    /// <summary>The draws that the user asked for, or those that a figure of ranges cannot be without; a sheet has those asked for.</summary>
    private DrawOptions? Draws(ParseResult parsed, FigureRecipe? recipe, List<string> problems)
    {
        DrawOptions? draws = _draws.Read(parsed, problems);
        if (draws is not null && recipe is { NeedsDraws: false })
        {
            problems.Add($"--draws: the figure '{recipe.Id}' shows no draws; those that do are {string.Join(", ", FigureCatalogue.All.Where(r => r.NeedsDraws).Select(r => r.Id))}");
        }

        if (draws is not null || recipe is not { NeedsDraws: true } || problems.Count > 0)
        {
            return draws;
        }

        draws = new DrawOptions { Draws = DefaultDraws };
        if (!parsed.GetValue(_quiet))
        {
            _shell.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"no --draws was given: {draws.Draws:N0} draws from seed {draws.Seed}"));
        }

        return draws;
    }

    // Read as if by another hand, as earlier editions are: names decide no number, and the run of a figure is the run of its numbers.
    private static DataResult<UnitNames> Names(ScenarioInputs inputs, Edition edition)
    {
        DataResult<DataFolder> beside = DataFolder.Open(inputs.Folder.Root);
        return beside.Ok ? UnitNames.Load(beside.Value, edition.Roster) : new(beside.Problems);
    }

    /// <summary>Outlines are read as if by another hand: they are drawn with, so their file is no input of a run.</summary>
    private static DataResult<MemberOutlines> OutlinesOf(DataFolder folder, Edition edition)
    {
        DataResult<DataFolder> beside = DataFolder.Open(folder.Root);
        return beside.Ok ? MemberOutlines.Load(beside.Value, edition.Roster) : new(beside.Problems);
    }

    private bool TryTold(ParseResult parsed, Edition edition, out Func<FigureRequest, FigureRequest> tell, out int member)
    {
        List<string> problems = [];
        MemberSet highlight = RunCommand.Members(parsed.GetValue(_highlight), edition, problems);
        member = 0;
        if (parsed.GetValue(_member) is { } code)
        {
            if (edition.Roster.TryMember(code.ToUpperInvariant(), out Member? named))
            {
                member = named.Index;
            }
            else
            {
                string question = NearestName.Question(code.ToUpperInvariant(), edition.Roster.Members.Select(m => m.Iso3));
                problems.Add($"--member: '{code}' is no member" + (question.Length > 0 ? "; " + question : ""));
            }
        }

        FigureFormat format = FigureFormat.Free;
        if (parsed.GetValue(_size) is { } size && !PageSize.TryParse(size, out format))
        {
            problems.Add($"--size: '{size}' is no page; write {string.Join(", ", FigureFormat.Named.Select(f => f.Name))}, or pixels such as 800x600 or 800x");
        }

        problems.ForEach(p => _shell.Complain(p.Replace("--members:", "--highlight:", StringComparison.Ordinal)));
        string title = parsed.GetValue(_title) ?? "";
        string subtitle = parsed.GetValue(_subtitle) ?? "";
        bool isShort = parsed.GetValue(_credit) == "short";
        ChartLanguage language = ChartLanguage.All.Single(l => l.Code == (parsed.GetValue(_lang) ?? "en"));
        int? year = parsed.GetValue(_year);
        tell = request => request with
        {
            Format = format,
            Language = language,
            Highlight = highlight,
            Title = title,
            Subtitle = subtitle,
            HasShortCredit = isShort,
            Year = year ?? request.Year,
        };
        return problems.Count == 0;
    }

    private Theme ThemeOf(ParseResult parsed) => parsed.GetValue(_theme) == "dark" ? Theme.Dark : Theme.Light;

    private static CatalogueTable Listing() => new(
        "Figures",
        ["figure", "about", "in every run", "shows"],
        [.. FigureCatalogue.All.Select(r => (IReadOnlyList<string>)[r.Id, About(r.Scope), r.InRun ? "yes" : "", r.Shows])],
        ["Draw one: natosim chart ranking hague-core --size slide --format png", "A figure about one member takes --member, such as --member FRA."]);

    private static string About(FigureScope scope) => scope switch
    {
        FigureScope.Scenario => "a scenario",
        FigureScope.Member => "a member",
        _ => "the run",
    };
}
