using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Simulator.Data.Editions;
using Simulator.Web.Serving;
using Simulator.Web.State;

namespace Simulator.Web;

/// <summary>The explorer: the whole engine in a browser on the same machine. Nothing leaves it.</summary>
public static class Explorer
{
    internal const string Limiter = "answers";

    // An address holds an uploaded file and all rows.
    private const int LongestAddress = 64 * 1024;

    /// <summary>Starts to listen on 127.0.0.1.</summary>
    /// <param name="options">How.</param>
    /// <param name="cancel">Ends the start.</param>
    /// <returns>The running explorer, or what is wrong with the data folder.</returns>
    /// <exception cref="IOException">The port is taken, or cannot be opened.</exception>
    public static async Task<DataResult<RunningExplorer>> StartAsync(ExplorerOptions options, CancellationToken cancel)
    {
        DataResult<Workspace> workspace = Workspace.Open(options.Folder, options.MaxShockBytes);
        if (!workspace.Ok)
        {
            return new(workspace.Problems);
        }

        // The empty builder reads no configuration file and no environment: nothing but these lines decides how it is served.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Limit(kestrel, options));
        builder.Services.AddRoutingCore();
        builder.Services.ConfigureHttpJsonOptions(json => AnswerJson.Set(json.SerializerOptions));
        builder.Services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = options.Timeout,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
        });
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.AddConcurrencyLimiter(Limiter, limit =>
            {
                limit.PermitLimit = options.Concurrency;
                limit.QueueLimit = options.Queue;
                limit.QueueProcessingOrder = QueueProcessingOrder.OldestFirst;
            });
        });
        Description.Add(builder.Services);

        WebApplication app = builder.Build();
        app.UseStatusCodePages(Told);
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = Told, AllowStatusCode404Response = true });
        app.UseMiddleware<Guard>();
        app.UseRouting();
        app.UseRequestTimeouts();
        app.Use(TellGivenUp);
        app.UseRateLimiter();
        Page.Map(app);
        new Endpoints(workspace.Value).Map(app);
        Description.Map(app);
        await app.StartAsync(cancel);
        _ = Task.Factory.StartNew(() => Endpoints.Warm(workspace.Value), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new(new RunningExplorer(app, new Uri(address)));
    }

    private static void Limit(KestrelServerOptions kestrel, ExplorerOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Listen(IPAddress.Loopback, options.Port, listen => listen.Protocols = HttpProtocols.Http1);
        KestrelServerLimits limits = kestrel.Limits;
        limits.MaxRequestBodySize = options.MaxBodyBytes;
        limits.MaxRequestLineSize = LongestAddress;
        limits.MaxRequestHeadersTotalSize = 16 * 1024;
        limits.MaxConcurrentConnections = 512;
        limits.RequestHeadersTimeout = options.Timeout;
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
    }

    /// <summary>Who waited in the queue until time was up is left by the limiter without a word, which would be an empty answer with status 200.</summary>
    private static async Task TellGivenUp(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (!context.Response.HasStarted)
        {
            context.RequestAborted.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Every refusal has the same form, whoever refused.</summary>
    private static Task Told(StatusCodeContext context) => Told(context.HttpContext);

    private static Task Told(HttpContext context)
    {
        Exception? defect = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        int status = defect switch
        {
            null => context.Response.StatusCode,
            Microsoft.AspNetCore.Http.BadHttpRequestException bad => bad.StatusCode,
            OperationCanceledException => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };
        if (status == StatusCodes.Status500InternalServerError && defect is not null)
        {
            // Only defects are told in the terminal: what users look at is nobody's business.
            Console.Error.WriteLine($"natosim: this is a defect of natosim, please report it:\n{defect}");
        }

        (string title, string detail) = Refusals.Words(status);
        return Refusals.Write(context, status, title, detail);
    }
}

/// <summary>An explorer that listens.</summary>
public sealed class RunningExplorer : IAsyncDisposable
{
    private readonly WebApplication _app;

    internal RunningExplorer(WebApplication app, Uri address)
    {
        _app = app;
        Address = address;
    }

    /// <summary>Where it listens, such as http://127.0.0.1:5080/.</summary>
    public Uri Address { get; }

    /// <summary>Ends when the explorer does.</summary>
    /// <param name="cancel">Ends the explorer.</param>
    public Task WaitAsync(CancellationToken cancel) => _app.WaitForShutdownAsync(cancel);

    /// <summary>Stops listening; answers that are being written are finished.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
