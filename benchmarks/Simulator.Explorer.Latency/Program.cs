using System.Globalization;
using Microsoft.Playwright;
using Simulator.Data.Editions;
using Simulator.Latency;
using Simulator.Web;

// How long a user waits: a headless Chromium moves levers of the explorer, and the page itself takes the time from the event to the
// finished view. Ends with 1 when a target is missed and --check was asked for, with 2 when there is nothing to measure with.
const string usage = "usage: Simulator.Explorer.Latency [--check] [--each] [--moves N] [--draw-moves N] [--draws N]";
Dictionary<string, int> numbers = new() { ["--moves"] = 100, ["--draw-moves"] = 40, ["--draws"] = 20_000 };
bool isCheck = false;
bool isEach = false;
for (int i = 0; i < args.Length; i++)
{
    if (args[i] == "--check")
    {
        isCheck = true;
    }
    else if (args[i] == "--each")
    {
        isEach = true;
    }
    else if (numbers.ContainsKey(args[i]) && i + 1 < args.Length && int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0)
    {
        numbers[args[i++]] = number;
    }
    else
    {
        Console.Error.WriteLine(usage);
        return 2;
    }
}

string? chromium = new[] { Environment.GetEnvironmentVariable("BROWSER"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);
if (chromium is null)
{
    Console.Error.WriteLine("Chromium is missing: install it, or name it in the environment variable BROWSER");
    return 2;
}

DataResult<RunningExplorer> started = await Explorer.StartAsync(new ExplorerOptions { Folder = DataFolder.Shipped().Value }, CancellationToken.None);
if (!started.Ok)
{
    Console.Error.WriteLine(string.Join('\n', started.Problems));
    return 2;
}

await using RunningExplorer explorer = started.Value;
using IPlaywright playwright = await Playwright.CreateAsync();
await using IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = chromium, Args = Environment.IsPrivilegedProcess ? ["--no-sandbox"] : [] });
Session session = new(browser, explorer.Address);
List<Target> targets = [];

// The first of all loads waits for the just-in-time compiler of the server too; the second is what a running explorer gives.
PageLoad cold = await session.LoadAsync("");
PageLoad warm = await session.LoadAsync("");
PageLoad work = await session.LoadAsync("?view=work");
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first page: {cold.Milliseconds:F0} ms after the start of the server, {warm.Milliseconds:F0} ms then; {warm.Requests} requests, {warm.Bytes:N0} bytes; workbench {work.Milliseconds:F0} ms, {work.Bytes:N0} bytes"));
targets.Add(new Target("first page", cold.Milliseconds, 1_000, "ms"));
targets.Add(new Target("bytes of the first page", warm.Bytes, 300_000, "bytes"));

Latencies plain = new(await session.MoveAsync("?view=work&base=hold-share", numbers["--moves"], isEach));
Console.WriteLine($"lever moves: {plain}");
targets.Add(new Target("95 of 100 lever moves", plain.Quantile(0.95), 100, "ms"));

Latencies drawn = new(await session.MoveAsync($"?view=work&base=hold-share&draws={numbers["--draws"].ToString(CultureInfo.InvariantCulture)}", numbers["--draw-moves"], isEach));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"lever moves with {numbers["--draws"]:N0} draws: {drawn}"));
targets.Add(new Target("95 of 100 lever moves with draws", drawn.Quantile(0.95), 300, "ms"));

Target[] missed = [.. targets.Where(t => !t.IsMet)];
foreach (Target target in missed)
{
    Console.WriteLine($"missed: {target}");
}

Console.WriteLine(missed.Length == 0 ? "every target is met" : string.Create(CultureInfo.InvariantCulture, $"{missed.Length} of {targets.Count} targets are missed"));
return isCheck && missed.Length > 0 ? 1 : 0;
