using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Data.Editions;
using Simulator.Data.Scenarios;
using Simulator.Reports;
using Simulator.Reports.Backtests;
using Simulator.Reports.Figures;
using Simulator.Web.Answers;
using Simulator.Web.State;

namespace Simulator.Web.Serving;

/// <summary>The API: the library's own answers over HTTP.</summary>
/// <param name="workspace">The data.</param>
internal sealed class Endpoints(Workspace workspace)
{
    private const string DefaultFigure = "trajectories";
    private const string DefaultRange = "range";
    private const long DefaultDraws = 10_000;
    private const long WarmingDraws = 2_000;
    private const string Csv = "text/csv; charset=utf-8";
    private const string Svg = "image/svg+xml; charset=utf-8";

    // record.html is a page by itself, with its own style and pictures inside.
    private const string RecordPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Maps every endpoint.</summary>
    /// <param name="routes">The routes.</param>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", () => Results.Text("ok")).WithSummary("Says ok.").Produces<string>(contentType: "text/plain");

        RouteGroupBuilder api = routes.MapGroup("").RequireRateLimiting(Explorer.Limiter).AddEndpointFilter(OnThreadOfItsOwn);
        Listed<EditionsAnswer>(api, "editions", "Data editions.", _ => Listing.Editions(workspace));
        Listed<MembersAnswer>(api, "members", "Members and groups of an edition.", subject => Listing.Members(subject.Edition));
        Listed<SettingsAnswer>(api, "settings", "What rows of a scenario can say.", _ => Listing.Settings());
        Listed<FiguresAnswer>(api, "figures", "Figures that can be drawn.", _ => Listing.Figures());
        Listed<PathwayAnswer>(api, "pathway", "Fastest paths under three sets of limits, and what binds.", subject => Listing.Pathway(subject.Desk, subject.State.By));
        api.MapGet("/api/scenarios", Scenarios).WithSummary("Scenarios to start from.").Produces<ScenariosAnswer>().WithMetadata(new TakesAddress());
        api.MapGet("/api/project", Project).WithSummary("One scenario in full.").Produces<ProjectAnswer>().WithMetadata(new TakesAddress());
        api.MapGet("/api/ensemble", Ensemble).WithSummary("What draws around a scenario say.").Produces<EnsembleAnswer>().WithMetadata(new TakesAddress());
        api.MapGet("/api/compare", Compare).WithSummary("Scenarios side by side.").Produces<CompareAnswer>().WithMetadata(new TakesAddress());
        api.MapGet("/api/chart.json", ChartJson).WithSummary("A figure with its numbers.").Produces<ChartAnswer>().WithMetadata(new TakesAddress());
        api.MapGet("/api/chart.svg", ChartSvg).WithSummary("A figure.").Produces<string>(contentType: "image/svg+xml").WithMetadata(new TakesAddress());
        api.MapGet("/api/chart.csv", ChartCsv).WithSummary("The numbers of a figure.").Produces<string>(contentType: "text/csv").WithMetadata(new TakesAddress());
        api.MapGet("/api/record", Record).WithSummary("How earlier forecasts and plans came out.").Produces<RecordAnswer>().WithMetadata(new TakesAddress());
        api.MapPost("/api/check", (Delegate)Check).WithSummary("Checks a scenario file.").Accepts<string>("text/csv", "application/octet-stream").Produces<CheckAnswer>();
        api.MapGet("/record.html", RecordHtml).ExcludeFromDescription();
        api.MapGet("/download/scenario.csv", ScenarioCsv).WithSummary("The scenario file behind a view.").Produces<string>(contentType: "text/csv").WithMetadata(new TakesAddress());
        api.MapGet("/download/base.csv", BaseCsv).WithSummary("The uploaded file that a scenario starts from.").Produces<string>(contentType: "text/csv").WithMetadata(new TakesAddress());
        Downloads downloads = new(workspace);
        api.MapGet("/download/natosim.xlsx", downloads.Workbook).WithSummary("The workbook of a run.").Produces<string>(contentType: Downloads.Xlsx).WithMetadata(new TakesAddress());
        api.MapGet("/download/report.html", downloads.Report).WithSummary("The report of a run.").Produces<string>(contentType: "text/html").WithMetadata(new TakesAddress());
        api.MapGet("/download/results.zip", downloads.Results).WithSummary("The folder that natosim run writes.").Produces<string>(contentType: Downloads.Zip).WithMetadata(new TakesAddress());
    }

    /// <summary>Reads the address of a request, and holds it against the data.</summary>
    /// <param name="workspace">The data.</param>
    /// <param name="request">The request.</param>
    /// <param name="subject">The subject, when there is no refusal.</param>
    public static Refusal? Read(Workspace workspace, HttpRequest request, out Subject subject)
    {
        subject = null!;
        List<string> problems = [];
        ViewState state = Address.Read(request.Query, problems);
        return problems.Count > 0 ? Refusal.Of(problems) : Subject.Of(workspace, state, out subject);
    }

    /// <summary>
    /// Goes once through what a lever asks for, so that the first user does not wait for code to be compiled. What goes wrong here goes
    /// wrong again when somebody asks, and is told then.
    /// </summary>
    /// <param name="workspace">The data.</param>
    public static void Warm(Workspace workspace)
    {
        for (int round = 0; round < 3; round++)
        {
            ViewState state = new() { Rows = [["", "at_least_pct", "3.5", "", "2035", "linear"]], Draws = WarmingDraws };
            if (Subject.Of(workspace, state, out Subject subject) is null && subject.DrawingRefusal is null
                && FigureCatalogue.TryFind(DefaultRange, out FigureRecipe? range) && FigureCatalogue.TryFind(DefaultFigure, out FigureRecipe? lines))
            {
                RunSession session = subject.Open(isAll: false, isDrawn: true, CancellationToken.None).Result;
                Answering.Project(subject, session, workspace);
                Draw(subject, session, range);
                Draw(subject, session, lines);
            }
        }
    }

    // The pool is left to connections and clocks: answers that compute for seconds on its few threads would hold up their own time limit. That
    // limit is for computing; an answer that is there is sent whole, or not at all.
    private static async ValueTask<object?> OnThreadOfItsOwn(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        object? answer = await Task.Factory.StartNew(() => next(context).AsTask(), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
        context.HttpContext.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        context.HttpContext.RequestAborted.ThrowIfCancellationRequested();
        return answer;
    }

    private void Listed<T>(RouteGroupBuilder api, string name, string summary, Func<Subject, T> answer)
        where T : class =>
        api.MapGet("/api/" + name, (HttpContext context) => Read(workspace, context.Request, out Subject subject) is { } refusal ? Refusals.Of(refusal) : Json(answer(subject)))
            .WithSummary(summary).Produces<T>().WithMetadata(new TakesAddress());

    private IResult Scenarios(HttpContext context)
    {
        List<string> problems = [];
        ViewState state = Address.Read(context.Request.Query, problems);
        return problems.Count > 0
            ? Refusals.Of(Refusal.Of(problems))
            : Json(Listing.Scenarios(workspace, state.File.Length == 0 ? null : ScenarioReader.Read(OwnScenario.UploadName, state.File)));
    }

    private IResult Project(HttpContext context) =>
        Opened(context, isAll: false, isDrawn: false, out RunSession session, out Subject subject) is { } refusal
            ? Refusals.Of(refusal)
            : Json(Answering.Project(subject, session, workspace));

    private IResult Compare(HttpContext context) =>
        Opened(context, isAll: true, isDrawn: false, out RunSession session, out Subject subject) is { } refusal ? Refusals.Of(refusal) : Json(Answering.Compare(subject, session));

    private IResult Ensemble(HttpContext context)
    {
        if (Read(workspace, context.Request, out Subject subject) is { } refusal)
        {
            return Refusals.Of(refusal);
        }

        if (subject.DrawingRefusal is { } lacking)
        {
            return Refusals.Of(lacking);
        }

        subject = subject.WithDraws(DefaultDraws);
        ReportOutcome<RunSession> opened = subject.Open(isAll: false, isDrawn: true, context.RequestAborted);
        if (!opened.IsDone)
        {
            context.RequestAborted.ThrowIfCancellationRequested();
            return Refusals.Of(Refusal.Cannot(opened.Failure.Message));
        }

        FigureCatalogue.TryFind(subject.State.Figure, out FigureRecipe? recipe);
        if (recipe is not { NeedsDraws: true })
        {
            FigureCatalogue.TryFind(DefaultRange, out recipe);
        }

        ReportOutcome<Chart> chart = Draw(subject, opened.Result, recipe!);
        return chart.IsDone
            ? Json(Answering.Ensemble(subject, opened.Result, Answering.Chart(chart.Result, opened.Result.RunId)))
            : Refusals.Of(Refusal.Cannot(chart.Failure.Message));
    }

    private IResult ChartJson(HttpContext context) =>
        Drawn(context, out Chart chart, out string runId, out _) is { } refusal ? Refusals.Of(refusal) : Json(Answering.Chart(chart, runId));

    private IResult ChartSvg(HttpContext context) =>
        Drawn(context, out Chart chart, out _, out Subject subject) is { } refusal ? Refusals.Of(refusal) : File(chart.Svg.Text, Svg, chart.Figure.Id + ".svg", subject);

    private IResult ChartCsv(HttpContext context) =>
        Drawn(context, out Chart chart, out _, out Subject subject) is { } refusal ? Refusals.Of(refusal) : File(chart.Figure.Data.ToCsv(), Csv, chart.Figure.Id + ".csv", subject);

    private IResult Record(HttpContext context)
    {
        List<string> problems = [];
        ViewState state = Address.Read(context.Request.Query, problems);
        if (problems.Count > 0)
        {
            return Refusals.Of(Refusal.Of(problems));
        }

        return workspace.Record.Ok ? Json(Listing.Record(workspace.Record.Value, state.Theme)) : Refusals.Of(Refusal.Of(workspace.Record.Problems));
    }

    private IResult RecordHtml(HttpContext context)
    {
        if (!workspace.Record.Ok)
        {
            return Refusals.Of(Refusal.Of(workspace.Record.Problems));
        }

        context.Response.Headers.ContentSecurityPolicy = RecordPolicy;
        BacktestResults record = workspace.Record.Value;
        return Results.Bytes(RecordPage.Write(record, BacktestFigures.All(record, FigureFormat.Free)), "text/html; charset=utf-8");
    }

    private async Task<IResult> Check(HttpContext context)
    {
        string type = context.Request.ContentType ?? "";
        if (!type.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) && !type.StartsWith("application/octet-stream", StringComparison.OrdinalIgnoreCase))
        {
            (string title, string detail) = Refusals.Words(415);
            return Refusals.Of(new Refusal(415, title, detail, []));
        }

        using MemoryStream body = new();
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        }
        catch (IOException e) when (e is not Microsoft.AspNetCore.Http.BadHttpRequestException)
        {
            // Chunks that cannot be read reach the reader of the body as a fault of its own.
            (string title, string detail) = Refusals.Words(400);
            return Refusals.Of(new Refusal(400, title, detail, []));
        }

        ScenarioFile file = ScenarioReader.Read(NameOf(context.Request.Headers["X-File-Name"].ToString()), body.ToArray());
        DataResult<Desk> desk = workspace.DeskFor([file]);
        if (!desk.Ok)
        {
            return Refusals.Of(Refusal.Of(desk.Problems));
        }

        ScenarioSet set = ScenarioBinder.Bind([file], workspace.Shipped, desk.Value.Edition, new BindOptions { BaseYears = desk.Value.BaseYears([file, .. workspace.Shipped]) });
        return Json(Answering.Check(file, set));
    }

    private IResult ScenarioCsv(HttpContext context)
    {
        if (Read(workspace, context.Request, out Subject subject) is { } refusal)
        {
            return Refusals.Of(refusal);
        }

        (string name, byte[] bytes) = subject.FirstFile(workspace);
        return Results.File(bytes, Csv, name);
    }

    private IResult BaseCsv(HttpContext context)
    {
        if (Read(workspace, context.Request, out Subject subject) is { } refusal)
        {
            return Refusals.Of(refusal);
        }

        return subject.State.File.Length == 0 ? Refusals.Of(Refusal.Cannot("No file was uploaded.")) : Results.File(subject.State.File, Csv, OwnScenario.UploadName);
    }

    private Refusal? Opened(HttpContext context, bool isAll, bool isDrawn, out RunSession session, out Subject subject)
    {
        session = null!;
        if (Read(workspace, context.Request, out subject) is { } refusal)
        {
            return refusal;
        }

        ReportOutcome<RunSession> opened = subject.Open(isAll, isDrawn, context.RequestAborted);
        if (!opened.IsDone)
        {
            // An interruption is a time limit or a browser that went away.
            context.RequestAborted.ThrowIfCancellationRequested();
            return Refusal.Cannot(opened.Failure.Message);
        }

        session = opened.Result;
        return null;
    }

    private Refusal? Drawn(HttpContext context, out Chart chart, out string runId, out Subject subject)
    {
        (chart, runId) = (null!, "");
        if (Read(workspace, context.Request, out subject) is { } refusal)
        {
            return refusal;
        }

        FigureCatalogue.TryFind(subject.State.Figure.Length > 0 ? subject.State.Figure : DefaultFigure, out FigureRecipe? recipe);
        if (recipe!.Scope == FigureScope.Member && subject.Member < 0)
        {
            return Refusal.Cannot($"The figure '{recipe.Id}' is about one member: name it with member, such as member=FRA.");
        }

        if (recipe.NeedsDraws && subject.DrawingRefusal is { } lacking)
        {
            return lacking;
        }

        subject = recipe.NeedsDraws ? subject.WithDraws(DefaultDraws) : subject;
        ReportOutcome<RunSession> opened = subject.Open(isAll: true, isDrawn: recipe.NeedsDraws, context.RequestAborted);
        if (!opened.IsDone)
        {
            context.RequestAborted.ThrowIfCancellationRequested();
            return Refusal.Cannot(opened.Failure.Message);
        }

        ReportOutcome<Chart> drawn = Draw(subject, opened.Result, recipe);
        if (!drawn.IsDone)
        {
            return Refusal.Cannot(drawn.Failure.Message);
        }

        (chart, runId) = (drawn.Result, drawn.RunId);
        return null;
    }

    private static ReportOutcome<Chart> Draw(Subject subject, RunSession session, FigureRecipe recipe)
    {
        Roster roster = subject.Edition.Roster;
        MemberSet highlight = MemberSet.Empty;
        foreach (string code in subject.State.Highlight)
        {
            highlight = highlight.Union(MemberSet.Of(roster.Member(code.ToUpperInvariant()).Index));
        }

        return ChartReport.Draw(
            session,
            recipe,
            request => request with { Format = subject.State.Format, Language = subject.State.Language, Highlight = highlight, Member = Math.Max(0, subject.Member) },
            subject.State.Theme);
    }

    private static IResult Json<T>(T answer) => Results.Json(answer, AnswerJson.Options);

    private static IResult File(string text, string type, string name, Subject subject) =>
        Results.File(Encoding.UTF8.GetBytes(text), type, subject.State.IsDownload ? name : null);

    /// <summary>The name of an uploaded file for messages: its last part, without what could not be a name.</summary>
    private static string NameOf(string header)
    {
        string name;
        try
        {
            name = Path.GetFileName(Uri.UnescapeDataString(header).Replace('\\', '/'));
        }
        catch (UriFormatException)
        {
            name = "";
        }

        return name.Length is 0 or > 120 || name.Any(char.IsControl) ? OwnScenario.UploadName : name;
    }
}

/// <summary>Marks endpoints that take the parameters of an address, for the description of the API.</summary>
internal sealed class TakesAddress;
