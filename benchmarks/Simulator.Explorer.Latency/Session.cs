using System.Globalization;
using System.Runtime;
using Microsoft.Playwright;

namespace Simulator.Latency;

/// <summary>Loads and moves in a browser; every time is taken by the page's own clock.</summary>
/// <param name="browser">The browser.</param>
/// <param name="address">Where the explorer listens.</param>
internal sealed class Session(IBrowser browser, Uri address)
{
    private const string IsSettled = "() => document.body?.dataset.busy === 'false' && Number(document.documentElement.dataset.settled ?? 0) > 0";

    // Marks the moment in which the view of an address is finished for the first time, on the clock that starts with the navigation.
    private const string Watch =
        """
        new MutationObserver(() => {
          if (globalThis.settledAt === undefined && Number(document.documentElement?.dataset.settled ?? 0) > 0) {
            globalThis.settledAt = performance.now();
          }
        }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-settled"] });
        """;

    // Sets a lever as a hand does, and waits until the view of the new state stands. A lever that is not seen, as the year is where the shape has
    // a pace of its own, and a value that is there already are no move: null.
    private const string Move =
        """
        ([hook, value]) => new Promise((resolve, reject) => {
          const root = document.querySelector(`[data-test="${hook}"]`);
          const lever = root?.matches("input, select") ? root : root?.querySelector("input, select");
          if (!lever) {
            reject(new Error(`there is no lever ${hook}`));
            return;
          }
          if (lever.offsetParent === null || lever.value === value) {
            resolve(null);
            return;
          }
          const before = Number(document.documentElement.dataset.settled ?? 0);
          const start = performance.now();
          const late = setTimeout(() => reject(new Error(`the view did not settle after ${hook} = ${value}`)), 20000);
          const observer = new MutationObserver(() => {
            if (Number(document.documentElement.dataset.settled ?? 0) > before && document.body.dataset.busy === "false") {
              observer.disconnect();
              clearTimeout(late);
              resolve(performance.now() - start);
            }
          });
          observer.observe(document, { subtree: true, attributes: true, attributeFilter: ["data-settled", "data-busy"] });
          lever.value = value;
          lever.dispatchEvent(new Event("input", { bubbles: true }));
          lever.dispatchEvent(new Event("change", { bubbles: true }));
        })
        """;

    /// <summary>Loads an address in a context of its own, without a cache.</summary>
    /// <param name="query">Query of the address, with its question mark.</param>
    public async Task<PageLoad> LoadAsync(string query)
    {
        await using IBrowserContext context = await browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        List<IResponse> responses = [];
        page.Response += (_, response) => responses.Add(response);
        await page.AddInitScriptAsync(Watch);
        await page.GotoAsync(new Uri(address, query).AbsoluteUri);
        await page.WaitForFunctionAsync("() => globalThis.settledAt !== undefined");
        double settled = await page.EvaluateAsync<double>("() => globalThis.settledAt");
        long bytes = 0;
        foreach (IResponse response in responses.ToArray())
        {
            bytes += (await response.BodyAsync()).Length;
        }

        return new PageLoad(settled, responses.Count, bytes);
    }

    /// <summary>Moves levers of the workbench one after another, from a fixed seed.</summary>
    /// <param name="query">Where to start.</param>
    /// <param name="count">How many moves are timed; a few before them are not.</param>
    /// <param name="isTold">True to print each of them, with what the server compiled and collected meanwhile.</param>
    public async Task<double[]> MoveAsync(string query, int count, bool isTold)
    {
        const int warmUp = 8;
        await using IBrowserContext context = await browser.NewContextAsync();
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(address, query).AbsoluteUri);
        await page.WaitForFunctionAsync(IsSettled);
        Lever[] levers = [await LeverAsync(page, "lever-target"), await LeverAsync(page, "lever-year"), await LeverAsync(page, "lever-delivery"), await LeverAsync(page, "lever-shape")];
        Random random = new(20261127);
        List<double> taken = [];
        while (taken.Count < warmUp + count)
        {
            // A target first: shape, year and delivery change nothing where no rise is planned.
            Lever lever = taken.Count == 0 ? levers[0] : levers[random.Next(levers.Length)];
            string value = lever.Values[random.Next(lever.Values.Length)];
            ServerTimes before = ServerTimes.Now;
            if (await page.EvaluateAsync<double?>(Move, new[] { lever.Hook, value }) is not { } milliseconds)
            {
                continue;
            }

            taken.Add(milliseconds);
            if (isTold)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{taken.Count - warmUp,4} {lever.Hook} = {value}: {milliseconds:F0} ms; {ServerTimes.Now - before}"));
            }
        }

        return [.. taken.Skip(warmUp)];
    }

    // What a lever can be set to, read from the page itself.
    private static async Task<Lever> LeverAsync(IPage page, string hook)
    {
        string[] values = await page.EvaluateAsync<string[]>(
            """
            hook => {
              const root = document.querySelector(`[data-test="${hook}"]`);
              const lever = root?.matches("input, select") ? root : root?.querySelector("input, select");
              if (!lever) {
                throw new Error(`there is no lever ${hook}`);
              }
              if (lever.matches("select")) {
                return [...lever.options].filter(o => !o.disabled && o.value !== "").map(o => o.value);
              }
              const [low, high, step] = [Number(lever.min || 0), Number(lever.max || 100), Number(lever.step === "any" ? 1 : lever.step || 1)];
              const count = Math.floor((high - low) / step);
              return Array.from({ length: count + 1 }, (_, i) => String(Number((low + i * step).toFixed(6))));
            }
            """,
            hook);
        return new Lever(hook, values);
    }

    private sealed record Lever(string Hook, string[] Values);
}

/// <summary>How long a page took until its first view stood, and what it asked for.</summary>
internal readonly record struct PageLoad(double Milliseconds, int Requests, long Bytes);

/// <summary>What the server, which is of this process, did beside answering.</summary>
internal readonly record struct ServerTimes(TimeSpan Compiling, long Methods, TimeSpan Pausing)
{
    public static ServerTimes Now => new(JitInfo.GetCompilationTime(), JitInfo.GetCompiledMethodCount(), GC.GetTotalPauseDuration());

    public static ServerTimes operator -(ServerTimes left, ServerTimes right) =>
        new(left.Compiling - right.Compiling, left.Methods - right.Methods, left.Pausing - right.Pausing);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"compiling {Methods} methods {Compiling.TotalMilliseconds:F0} ms, pausing for the collector {Pausing.TotalMilliseconds:F0} ms");
}

/// <summary>A number that is to stay below another.</summary>
internal sealed record Target(string Name, double Value, double Limit, string Unit)
{
    public bool IsMet => Value < Limit;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}: {Value:N0} {Unit}, to be under {Limit:N0}");
}

/// <summary>Times of many moves, milliseconds.</summary>
internal sealed class Latencies(double[] taken)
{
    private readonly double[] _sorted = [.. taken.Order()];

    /// <summary>The time that a part of the moves do not exceed.</summary>
    /// <param name="part">0 to 1.</param>
    public double Quantile(double part) => _sorted[Math.Min(_sorted.Length - 1, (int)Math.Ceiling(part * _sorted.Length) - 1)];

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{_sorted.Length}, median {Quantile(0.5):F0} ms, 95 of 100 within {Quantile(0.95):F0} ms, slowest {_sorted[^1]:F0} ms");
}
