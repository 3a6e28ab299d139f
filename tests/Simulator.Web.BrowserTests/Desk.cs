using System.Text.Json;
using Microsoft.Playwright;
using Simulator.Data.Editions;

namespace Simulator.Web.BrowserTests;

/// <summary>An explorer and a browser that are started once for all tests.</summary>
public sealed class Desk : IAsyncLifetime
{
    private RunningExplorer? _explorer;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where the explorer listens.</summary>
    public Uri Address => _explorer!.Address;

    internal HttpClient Client { get; } = new(new SocketsHttpHandler { UseProxy = false });

    public async Task InitializeAsync()
    {
        if (Chromium.Executable is null)
        {
            return;
        }

        DataResult<RunningExplorer> started = await Explorer.StartAsync(new ExplorerOptions { Folder = DataFolder.Shipped().Value, Timeout = TimeSpan.FromMinutes(1) }, CancellationToken.None);
        _explorer = started.Value;
        _playwright = await Playwright.CreateAsync();
        string[] flags = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium.Executable,
            Args = Environment.IsPrivilegedProcess ? [.. flags, "--no-sandbox"] : flags,
        });
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_explorer is not null)
        {
            await _explorer.DisposeAsync();
        }
    }

    /// <summary>
    /// Opens the explorer in a context of its own and looks at it. Whatever is looked at, the browser has nothing to complain of and asks nobody
    /// but this explorer.
    /// </summary>
    /// <param name="query">Query of the address, with its question mark; empty for the first view.</param>
    /// <param name="look">What is done and seen.</param>
    /// <param name="screen">How the window is.</param>
    /// <param name="refused">A status that the server is meant to answer with, which the browser reports as an error.</param>
    internal async Task LookAsync(string query, Func<Tab, Task> look, Screen? screen = null, int refused = 0)
    {
        Screen window = screen ?? new Screen();
        await using IBrowserContext context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = window.Width, Height = window.Height },
            DeviceScaleFactor = window.Scale,
            ColorScheme = window.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            AcceptDownloads = true,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        context.SetDefaultTimeout(30_000);
        IPage page = await context.NewPageAsync();
        List<string> complaints = [];
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Address.AbsoluteUri, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith($"blob:{Address.AbsoluteUri}", StringComparison.Ordinal))
            {
                complaints.Add($"asks another host: {request.Url}");
            }
        };
        page.Console += (_, message) =>
        {
            bool isMeant = refused > 0 && message.Text.Contains($"status of {refused}", StringComparison.Ordinal);
            if (message.Type is "error" or "warning" && !isMeant)
            {
                complaints.Add($"{message.Type}: {message.Text} ({message.Location})");
            }
        };
        Tab tab = new(page, this);
        await tab.OpenAsync(query);
        await look(tab);
        Assert.True(complaints.Count == 0, string.Join('\n', complaints.Take(5)));
    }

    /// <summary>What the server answers to an address.</summary>
    internal async Task<JsonElement> AskAsync(string path)
    {
        string text = await Client.GetStringAsync(new Uri(Address, path));
        using JsonDocument document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}

/// <summary>A window.</summary>
internal sealed record Screen(int Width = 1280, int Height = 900, float Scale = 1, bool IsDark = false)
{
    /// <summary>A telephone.</summary>
    public static Screen Narrow { get; } = new(360, 740);

    /// <summary>A window of 1280 pixels in which everything is drawn twice as large.</summary>
    public static Screen Zoomed { get; } = new(640, 450, 2);
}

[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Desk>
{
    public const string Name = "browser";
}
