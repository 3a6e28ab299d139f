using System.Globalization;
using System.Text;
using Simulator.Alliance;
using Simulator.Data.Diagnostics;
using Simulator.Data.Editions;
using Simulator.Data.Scenarios;
using Simulator.Pathways;
using Simulator.Reports;
using Simulator.Reports.Figures;
using Simulator.Reports.Ranges;
using Simulator.Uncertainty;

namespace Simulator.Web.State;

/// <summary>Why an address has no answer.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">In two or three words.</param>
/// <param name="Detail">One sentence or more.</param>
/// <param name="Diagnostics">What is wrong in scenario files; empty when it is the address.</param>
internal sealed record Refusal(int Status, string Title, string Detail, IReadOnlyList<FoundDiagnostic> Diagnostics)
{
    /// <summary>A refusal of what the address says.</summary>
    public static Refusal Of(IEnumerable<string> problems) => new(400, "This address cannot be read", string.Join(' ', problems), []);

    /// <summary>A refusal because what is asked for cannot be done with these scenarios.</summary>
    public static Refusal Cannot(string detail) => new(422, "This cannot be shown", detail, []);

    /// <summary>A refusal because the data folder lacks something, or holds it in a form that cannot be read.</summary>
    public static Refusal Of(IEnumerable<DataProblem> problems) => new(422, "The data folder cannot be read", string.Join("; ", problems.Select(p => p.ToString())) + ".", []);
}

/// <summary>A diagnostic, and the row of the address that it is about: −1 for none.</summary>
internal readonly record struct FoundDiagnostic(Diagnostic Diagnostic, int Row);

/// <summary>What an address asks for, held against the data: the scenarios, bound to an edition, and what was said about them.</summary>
internal sealed class Subject
{
    private readonly IReadOnlyList<ScenarioFile> _files;
    private readonly IReadOnlyList<ScenarioFile> _shipped;

    private Subject(ViewState state, Desk desk, IReadOnlyList<ScenarioFile> files, IReadOnlyList<ScenarioFile> shipped, IReadOnlyList<Scenario> scenarios, IReadOnlyList<FoundDiagnostic> remarks, OwnScenario? own, int member)
    {
        (State, Desk, Scenarios, Remarks, Own, Member) = (state, desk, scenarios, remarks, own, member);
        (_files, _shipped) = (files, shipped);
        int last = Math.Max(state.Year, RunOptions.LastYearNamed(scenarios));
        Options = new RunOptions
        {
            Years = state.Year > 2030 ? [2030, state.Year] : [state.Year],
            To = state.To > 0 ? state.To : Math.Max(2035, last),
            Currency = state.Currency,
            Prices = state.Prices,
        };
    }

    public ViewState State { get; }

    public Desk Desk { get; }

    public Edition Edition => Desk.Edition;

    /// <summary>The own scenario, then those beside it.</summary>
    public IReadOnlyList<Scenario> Scenarios { get; }

    /// <summary>Warnings and notices about what the user wrote.</summary>
    public IReadOnlyList<FoundDiagnostic> Remarks { get; }

    /// <summary>The file of the own scenario; null where a scenario is shown as it is.</summary>
    public OwnScenario? Own { get; }

    /// <summary>Roster index of the member that is looked at; −1 for none.</summary>
    public int Member { get; }

    /// <summary>Years, money and prices.</summary>
    public RunOptions Options { get; }

    /// <summary>Text and name of the file that the first scenario stands in.</summary>
    public (string Name, byte[] Bytes) FirstFile(Workspace workspace)
    {
        if (Own is not null)
        {
            return (OwnScenario.FileName, Encoding.UTF8.GetBytes(Own.Text));
        }

        if (State.File.Length > 0 && _files.Any(f => ShippedScenarios.IdsIn(f).Contains(State.Base)))
        {
            return (OwnScenario.UploadName, State.File);
        }

        ScenarioFile shipped = workspace.Shipped.First(f => ShippedScenarios.IdsIn(f).Contains(State.Base));
        return (Path.GetFileName(shipped.Name), workspace.BytesOf(shipped));
    }

    /// <summary>The command that gives the same results in a terminal.</summary>
    /// <param name="isAll">True for all scenarios, false for the first alone.</param>
    /// <param name="isDrawn">True for a run with draws.</param>
    public string Command(bool isAll, bool isDrawn)
    {
        string[] files = [.. Own is null ? [] : new[] { OwnScenario.FileName }, .. State.File.Length == 0 ? [] : new[] { OwnScenario.UploadName }];
        IReadOnlyList<string> others = isAll ? State.With : [];
        IEnumerable<string> named = files.Length == 0 ? others.Prepend(State.Base) : files.Concat(others.Where(w => !IsInFile(w)));
        string chosen = State.File.Length > 0 ? $" --scenario {string.Join(' ', Scenarios.Take(isAll ? Scenarios.Count : 1).Select(s => s.Id))}" : "";
        return $"natosim run {string.Join(' ', named)}{chosen}{Words}{(isDrawn ? string.Create(CultureInfo.InvariantCulture, $" --draws {State.Draws} --seed {State.Seed}") : "")} --out results";
    }

    // The choices that are not those of the command line when nothing is said.
    private string Words
    {
        get
        {
            string years = State.Year == 2035 ? "" : $" --years {string.Join(',', Options.Years.Select(y => y.ToString(CultureInfo.InvariantCulture)))}";
            string to = State.To == 0 ? "" : $" --to {State.To.ToString(CultureInfo.InvariantCulture)}";
            string currency = State.Currency switch
            {
                AnswerCurrency.Eur => " --currency EUR",
                AnswerCurrency.Usd => " --currency USD",
                AnswerCurrency.National => " --currency national",
                _ => "",
            };
            string prices = State.Prices switch
            {
                Projections.PriceBasis.Current => " --prices current",
                Projections.PriceBasis.PriceYear => $" --prices {Edition.PriceYear.ToString(CultureInfo.InvariantCulture)}",
                _ => "",
            };
            return years + to + currency + prices + (State.Edition.Length == 0 ? "" : $" --edition {State.Edition}");
        }
    }

    private bool IsInFile(string id) => _files.Any(f => ShippedScenarios.IdsIn(f).Contains(id));

    /// <summary>Holds a state against the data.</summary>
    /// <param name="workspace">The data.</param>
    /// <param name="state">The state.</param>
    /// <param name="subject">The subject, when it can be shown.</param>
    /// <returns>Null, or why it cannot.</returns>
    public static Refusal? Of(Workspace workspace, ViewState state, out Subject subject)
    {
        subject = null!;
        ScenarioFile? upload = state.File.Length == 0 ? null : ScenarioReader.Read(OwnScenario.UploadName, state.File);
        HashSet<string> uploaded = upload is null ? [] : [.. ShippedScenarios.IdsIn(upload)];
        List<string> problems = [];
        foreach (string id in state.With.Prepend(state.Base).Where(id => !workspace.ShippedIds.Contains(id) && !uploaded.Contains(id)))
        {
            string question = NearestName.Question(Address.Short(id), workspace.ShippedIds.Concat(uploaded).Order(StringComparer.Ordinal));
            problems.Add($"There is no scenario '{Address.Short(id)}'" + (question.Length > 0 ? $"; {question}" : "."));
        }

        if (state.Edition.Length > 0 && !workspace.Editions.Any(e => e.Id == state.Edition))
        {
            problems.Add($"There is no edition '{Address.Short(state.Edition)}'; editions are {string.Join(", ", workspace.Editions.Select(e => e.Id))}.");
        }

        if (problems.Count > 0)
        {
            return Refusal.Of(problems);
        }

        string[] named = [.. state.With.Prepend(state.Base).Where(id => !uploaded.Contains(id))];
        OwnScenario? own = state.Rows.Count == 0 ? null : OwnScenario.Of(state, workspace.TitleOf(state.Base, upload));
        List<ScenarioFile> files = [.. own is null ? [] : new[] { ScenarioReader.Read(OwnScenario.FileName, Encoding.UTF8.GetBytes(own.Text)) }, .. upload is null ? [] : new[] { upload }];
        IEnumerable<ScenarioFile> told = files.Concat(workspace.Shipped.Where(f => ShippedScenarios.IdsIn(f).Overlaps(named)));
        DataResult<Desk> read = state.Edition.Length > 0 ? workspace.DeskOf(state.Edition) : workspace.DeskFor([.. told]);
        if (!read.Ok)
        {
            return Refusal.Of(read.Problems);
        }

        Desk desk = read.Value;
        string[] wanted = [.. (own is null ? named : named.Where(id => state.With.Contains(id))).Distinct()];
        ScenarioSet set = ScenarioBinder.Bind(files, workspace.Shipped, desk.Edition, new BindOptions
        {
            EditionOverride = state.Edition.Length > 0,
            ShippedIds = wanted,
            BaseYears = desk.BaseYears([.. files, .. workspace.Shipped]),
        });
        List<FoundDiagnostic> found = [.. set.Diagnostics.Select(d => new FoundDiagnostic(d, own is not null && d.Spot.File == OwnScenario.FileName ? own.RowAt(d.Spot.Line) : -1))];
        if (set.HasErrors)
        {
            return new Refusal(422, "The scenario has errors", $"{found.Count(d => d.Diagnostic.IsError)} of its cells cannot be used.", found);
        }

        List<Scenario> scenarios = [];
        foreach (string id in new[] { own is null ? state.Base : OwnScenario.Id }.Concat(state.With).Distinct())
        {
            if (!set.TryFind(id, out Scenario? scenario))
            {
                return Refusal.Of([$"The scenario '{Address.Short(id)}' cannot be used."]);
            }

            scenarios.Add(scenario);
        }

        Roster roster = desk.Edition.Roster;
        int member = -1;
        foreach (string code in state.Highlight.Select(c => c.ToUpperInvariant()).Concat(state.Member.Length > 0 ? [state.Member] : []))
        {
            if (!roster.TryMember(code, out Member? known))
            {
                string question = NearestName.Question(Address.Short(code), roster.Members.Select(m => m.Iso3));
                problems.Add($"'{Address.Short(code)}' is no member" + (question.Length > 0 ? $"; {question}" : "."));
            }
            else if (code == state.Member)
            {
                member = known.Index;
            }
        }

        if (state.Figure.Length > 0 && !FigureCatalogue.TryFind(state.Figure, out _))
        {
            string question = NearestName.Question(Address.Short(state.Figure), FigureCatalogue.All.Select(r => r.Id));
            problems.Add($"There is no figure '{Address.Short(state.Figure)}'" + (question.Length > 0 ? $"; {question}" : "."));
        }

        subject = new Subject(state, desk, files, workspace.Shipped, scenarios, [.. found.Where(d => d.Diagnostic.Spot.File is OwnScenario.FileName or OwnScenario.UploadName)], own, member);
        problems.AddRange(subject.Options.Problems(desk.Edition));
        return problems.Count > 0 ? Refusal.Of(problems) : null;
    }

    /// <summary>The same subject, drawn so many times unless the state says how often.</summary>
    /// <param name="draws">Number of draws.</param>
    public Subject WithDraws(long draws) =>
        State.Draws > 0 ? this : new Subject(State with { Draws = draws }, Desk, _files, _shipped, Scenarios, Remarks, Own, Member);

    /// <summary>Why the scenarios cannot be drawn; null when they can.</summary>
    public Refusal? DrawingRefusal => Desk.Uncertainty.Ok ? null : Refusal.Of(Desk.Uncertainty.Problems);

    /// <summary>The run of these scenarios, as the command line would make it; draws are counted for what the figure shows, so that a lever waits for no more.</summary>
    /// <param name="isAll">True for all scenarios, false for the first alone.</param>
    /// <param name="isDrawn">True to draw as often as the state says.</param>
    /// <param name="cancel">Interrupts the draws.</param>
    public ReportOutcome<RunSession> Open(bool isAll, bool isDrawn, CancellationToken cancel) =>
        RunSession.Open(
            Request(isAll, isDrawn) with { Series = FigureCatalogue.TryFind(State.Figure, out FigureRecipe? recipe) ? recipe.Reads : DrawnSeries.None, Store = Desk.Shocks }, cancel);

    /// <summary>The request behind <see cref="Open"/>.</summary>
    /// <param name="isAll">True for all scenarios, false for the first alone.</param>
    /// <param name="isDrawn">True to draw as often as the state says.</param>
    public RunRequest Request(bool isAll, bool isDrawn)
    {
        Scenario[] scenarios = isAll ? [.. Scenarios] : [Scenarios[0]];
        HashSet<string> sources = [.. scenarios.SelectMany(s => s.Paths.Select(p => p.Origin.Source).Concat(s.Settings.Select(r => r.Origin.Source)))];
        return new RunRequest
        {
            Edition = Edition,
            Scenarios = scenarios,
            Sipri = Desk.Sipri,
            Sources = Desk.Sources,
            Inputs = Desk.Inputs(_files.Concat(_shipped.Where(f => sources.Contains(f.Name))), isDrawn),
            Options = isDrawn ? Options with { Draws = new DrawOptions { Draws = State.Draws, Seed = State.Seed } } : Options,
            Uncertainty = isDrawn ? Desk.Uncertainty.Value : null,
            Names = Desk.Names,
            EarlierEditions = Desk.Earlier,
            Outlines = new(() => Desk.Outlines),
        };
    }
}
