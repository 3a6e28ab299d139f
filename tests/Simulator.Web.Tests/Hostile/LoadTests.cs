using System.Collections.Concurrent;
using System.Globalization;
using System.Net;

namespace Simulator.Web.Tests.Hostile;

/// <summary>Many at once, and more than there is time for.</summary>
public class LoadTests
{
    private const int Clients = 200;
    private const int RequestsEach = 4;
    private const string Long = "/api/ensemble?draws=50000&to=2045";
    private const string Longest = "/api/ensemble?draws=100000&to=2060";

    private static readonly string[] Paths =
    [
        "/", "/health", "/api/editions", "/api/members", "/api/scenarios", "/api/settings", "/api/figures", "/api/project", "/api/project?base=hague-core", "/api/project?base=announced&year=2040&to=2050",
        "/api/project?row=ALL%7Cat_least_pct%7C3.5%7C2026%7C2035%7Clinear&row=EUROPE%7Cdelivery_pct%7C60", "/api/chart.json?figure=trajectories&base=announced", "/api/chart.svg?figure=heat-map&base=hague-core",
        "/api/chart.csv?figure=ranking", "/api/chart.svg?figure=map", "/api/ensemble?base=hague-core&draws=1000", "/api/ensemble?base=announced&draws=5000&seed=3", "/api/pathway", "/api/pathway?by=2030",
        "/api/compare?base=hague-core&with=announced,five-core,us-third-out", "/api/record", "/record.html", "/download/scenario.csv?base=hague-core", "/download/report.html?base=announced", "/download/results.zip?base=hague-core",
        "/openapi.json", "/nope", "/api/project?base=nope", "/api/project?row=XYZ%7Chold",
    ];

    [Fact]
    public async Task Two_hundred_clients_at_once_get_an_answer_or_are_told_to_come_again()
    {
        // Clients and server share two cores here: an answer that is cut off in the midst for time would tell of the machine alone.
        await using Serving serving = await Serving.StartAsync(o => o with { Timeout = TimeSpan.FromSeconds(60), MaxShockBytes = 8 << 20 });

        // All that is read or computed once is there before memory is looked at.
        foreach (string path in Paths)
        {
            await serving.AskRawAsync(path);
        }

        (HttpStatusCode _, string expected) = await serving.AskRawAsync("/api/project?base=announced");
        await Rush(serving, 0, new());
        long before = GC.GetTotalMemory(forceFullCollection: true);
        ConcurrentDictionary<int, int> statuses = new();
        await Rush(serving, 1, statuses);
        await Rush(serving, 2, statuses);
        long growth = GC.GetTotalMemory(forceFullCollection: true) - before;

        int[] allowed = [200, 400, 404, 422, 429, 503];
        Assert.True(statuses.Keys.All(allowed.Contains), string.Join(", ", statuses.Select(s => $"{s.Key}: {s.Value}")));
        Assert.Equal(2 * Clients * RequestsEach, statuses.Values.Sum());
        Assert.True(statuses.GetValueOrDefault(200) > Clients, string.Join(", ", statuses.Select(s => $"{s.Key}: {s.Value}")));
        Assert.True(growth < 32 << 20, $"{growth:N0} bytes are kept after {2 * Clients * RequestsEach} requests");
        Assert.Equal(expected, (await serving.AskRawAsync("/api/project?base=announced")).Text);
    }

    [Fact]
    public async Task More_than_can_wait_are_turned_away_in_words()
    {
        await using Serving serving = await Serving.StartAsync(o => o with { Concurrency = 1, Queue = 0 });
        await UntilFreeAsync(serving);
        (HttpStatusCode Status, string Text)[] answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => serving.AskRawAsync($"/api/ensemble?draws=50000&seed={i}")));
        Assert.Contains(answers, a => a.Status == HttpStatusCode.OK);
        (HttpStatusCode Status, string Text)[] refused = [.. answers.Where(a => a.Status != HttpStatusCode.OK)];
        Assert.NotEmpty(refused);
        Assert.All(refused, a => Assert.Equal(HttpStatusCode.TooManyRequests, a.Status));
        Assert.All(refused, a => Assert.NotEqual("", Serving.Parsed(a.Text, "429").GetProperty("detail").GetString()));
        await UntilFreeAsync(serving);
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_is_given_up_and_told()
    {
        await using Serving serving = await Serving.StartAsync(o => o with { Timeout = TimeSpan.FromMilliseconds(250), Concurrency = 1 });
        (HttpStatusCode status, System.Text.Json.JsonElement answer) = await serving.AskAsync(Long);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.NotEqual("", answer.GetProperty("detail").GetString());
        Assert.Equal("ok", await serving.TextAsync("/health"));
    }

    [Fact]
    public async Task The_limit_of_time_holds_while_every_place_is_busy()
    {
        await using Serving serving = await Serving.StartAsync(o => o with { Timeout = TimeSpan.FromMilliseconds(250) });
        (HttpStatusCode Status, string Text)[] answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => serving.AskRawAsync(Longest)));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.ServiceUnavailable, a.Status));
        Assert.Equal("ok", await serving.TextAsync("/health"));
    }

    [Fact]
    public async Task Who_leaves_is_computed_for_no_longer()
    {
        await using Serving serving = await Serving.StartAsync(o => o with { Concurrency = 1, Queue = 0 });
        await UntilFreeAsync(serving);
        long start = Environment.TickCount64;
        await serving.JsonAsync(Long);
        long whole = Environment.TickCount64 - start;
        await UntilFreeAsync(serving);
        List<long> freed = [];
        for (int i = 0; i < 5; i++)
        {
            using HttpClient leaving = serving.Another();
            bool hasLeft = false;
            while (!hasLeft)
            {
                using CancellationTokenSource leave = new(TimeSpan.FromMilliseconds(100));
                try
                {
                    using HttpResponseMessage response = await leaving.GetAsync(new Uri(Long, UriKind.Relative), leave.Token);
                    Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
                }
                catch (OperationCanceledException)
                {
                    hasLeft = true;
                }
            }

            freed.Add(await UntilFreeAsync(serving));
        }

        Assert.True(freed.Min() < whole / 2, $"the whole takes {whole} ms, and the place of who left after 100 ms was free after another {string.Join(", ", freed)} ms");
    }

    // The place of an answer is free a moment after its last byte has arrived.
    private static async Task<long> UntilFreeAsync(Serving serving)
    {
        long start = Environment.TickCount64;
        HttpStatusCode status;
        do
        {
            await Task.Delay(20);
            status = (await serving.AskAsync("/api/project")).Status;
        }
        while (status == HttpStatusCode.TooManyRequests && Environment.TickCount64 - start < 20_000);
        Assert.Equal(HttpStatusCode.OK, status);
        return Environment.TickCount64 - start;
    }

    // Every client has connections of its own, asks one thing after another, and goes.
    private static Task Rush(Serving serving, int round, ConcurrentDictionary<int, int> statuses) => Task.WhenAll(Enumerable.Range(0, Clients).Select(async client =>
    {
        using HttpClient http = serving.Another();
        for (int i = 0; i < RequestsEach; i++)
        {
            string path = Paths[((client * 7) + (i * 11) + round) % Paths.Length];
            using HttpResponseMessage response = await http.GetAsync(new Uri(path, UriKind.Relative));
            await response.Content.ReadAsByteArrayAsync();
            bool isRight = response.StatusCode != HttpStatusCode.OK || response.Content.Headers.ContentType is not null;
            Assert.True(isRight, string.Create(CultureInfo.InvariantCulture, $"{path} has no type"));
            statuses.AddOrUpdate((int)response.StatusCode, 1, (_, n) => n + 1);
        }
    }));
}
