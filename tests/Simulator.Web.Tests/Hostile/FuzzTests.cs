using System.Globalization;
using System.Net;
using System.Text;

namespace Simulator.Web.Tests.Hostile;

/// <summary>Addresses by chance, half right and half wrong: each has an answer or a refusal, and none finds a defect.</summary>
[Collection(ExplorerTests.Name)]
public class FuzzTests(SharedExplorer shared)
{
    private const int States = 500;

    private static readonly string[] Endpoints =
    [
        "/api/project", "/api/project", "/api/project", "/api/project", "/api/chart.json", "/api/chart.json", "/api/chart.svg", "/api/chart.csv", "/api/compare", "/api/compare", "/api/ensemble", "/api/pathway", "/api/scenarios",
        "/api/members", "/api/settings", "/api/figures", "/api/editions", "/download/scenario.csv",
    ];

    private static readonly string[] Bases = ["hold-share", "announced", "hague-core", "five-core", "fastest-five", "us-third-out", "us-third-out-gap", "trade-war", "ceasefire", "budgets", "shape-close", "shape-fastest", "my-scenario", "HAGUE-CORE", ""];

    private static readonly string[] Members = ["ALL", "", "EUROPE", "FRA", "ISL", "USA", "ITA DEU", "ALL except USA", "ALL except ALL", "NORDIC", "XYZ", "except", "FRA FRA", "*", "all"];

    private static readonly string[] Whats =
    [
        "at_least_pct", "share_pct", "hold", "plan", "budget_bn", "grow_pct", "delivery_pct", "growth_pp", "inflation_pp", "borrowed_pct", "delay_years", "max_step_pp", "max_growth_pct", "line_pct", "based_on", "title", "edition",
        "share_basis", "budgets_follow", "limits", "backfill_pct", "backfill_for", "backfill_by", "multiplier", "deficit_limit_pct", "start_pct", "at_most_pct", "related_pct", "growth_pct", "nonsense", "",
    ];

    private static readonly string[] Values =
    [
        "3.5", "0", "-1", "15", "15.0001", "100", "150", "1e3", "1e999", "NaN", "Infinity", "3,5", "0x10", "", "then-hold", "then-hague", "plan", "hague-core", "my-scenario", "precedented", "none", "USA", "2.000000000000000000001", "٣", "½", "1 000", "'3.5", "=1+1",
    ];

    private static readonly string[] Shapes = ["", "linear", "front", "front 2", "back 3", "back 0", "front -1", "front 1e9", "s-curve", "geometric", "step", "growth", "close", "close 10", "fastest", "Linear", "front2"];

    private static readonly string[] YearCells = ["", "2026", "2027", "2030", "2035", "2060", "2061", "2025", "2014", "1", "99999", "-5", "2030.5", "now"];

    private static readonly string[] Figures =
    [
        "trajectories", "members", "ranking", "total", "extra-money", "heat-map", "shortfall", "waterfall", "range", "range-debt", "range-money", "bill", "comparison", "fan", "debt", "extra-debt", "debt-member", "trade-offs", "effort",
        "backfill", "earliest", "pathway-3-5", "pathway-member", "could-says", "map", "nato-share", "nope",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task An_address_by_chance_finds_no_defect(int seed)
    {
        Random random = new(seed);
        Dictionary<HttpStatusCode, int> counts = [];
        List<string> wrong = [];
        for (int i = 0; i < States / 5; i++)
        {
            string path = State(random);
            (HttpStatusCode status, string text) = await shared.Serving.AskRawAsync(path);
            counts[status] = counts.GetValueOrDefault(status) + 1;
            if (status is not (HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity or HttpStatusCode.TooManyRequests))
            {
                wrong.Add($"{(int)status} {path} {text[..Math.Min(200, text.Length)]}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(counts.GetValueOrDefault(HttpStatusCode.OK) > 10 && counts.Count > 1, string.Join(", ", counts));
    }

    [Fact]
    public async Task Bytes_by_chance_in_a_query_find_no_defect()
    {
        Random random = new(99);
        string[] names = ["base", "row", "title", "file", "year", "to", "currency", "prices", "member", "highlight", "with", "figure", "draws", "seed", "view", "size", "theme", "lang", "edition"];
        for (int i = 0; i < 300; i++)
        {
            StringBuilder query = new();
            for (int k = random.Next(1, 5); k > 0; k--)
            {
                query.Append(query.Length == 0 ? '?' : '&').Append(names[random.Next(names.Length)]).Append('=');
                for (int n = random.Next(0, 30); n > 0; n--)
                {
                    query.Append(CultureInfo.InvariantCulture, $"%{random.Next(256):X2}");
                }
            }

            RawAnswer answer = await RawConnection.SendAsync(shared.Serving.Port, $"GET /api/project{query} HTTP/1.1\r\nHost: 127.0.0.1:{shared.Serving.Port}\r\nConnection: close\r\n\r\n");
            Assert.True(answer.Status is 200 or 400 or 422, $"{query}: {answer.Text[..Math.Min(300, answer.Text.Length)]}");
        }
    }

    private static string State(Random random)
    {
        List<(string, string)> parameters = [("base", Usual(random, 0.9, Bases))];
        for (int rows = random.Next(0, 5); rows > 0; rows--)
        {
            // Most rows are right, or no state with rows would be.
            parameters.Add(("row", random.NextDouble() < 0.6 ? Plain(random) : Odd(random)));
        }

        Maybe(random, 0.3, parameters, "year", ["2030", "2035", "2040", "2060", "2027", "2026", "2061", "0", "soon"]);
        Maybe(random, 0.2, parameters, "to", ["2035", "2045", "2060", "2028", "3000"]);
        Maybe(random, 0.2, parameters, "currency", ["EUR", "USD", "national", "GBP"]);
        Maybe(random, 0.2, parameters, "prices", ["base", "current", "nato", "2015"]);
        Maybe(random, 0.3, parameters, "member", ["FRA", "ita", "ISL", "USA", "XXX"]);
        Maybe(random, 0.2, parameters, "highlight", ["ITA,FRA", "ISL", ",", "EUROPE", "A,B"]);
        Maybe(random, 0.3, parameters, "with", ["announced", "hague-core,five-core", "announced,announced", "a,b,c,d", "trade-war,ceasefire,us-leads"]);
        Maybe(random, 0.5, parameters, "figure", Figures);
        Maybe(random, 0.3, parameters, "draws", ["100", "137", "200", "99", "1e3"]);
        Maybe(random, 0.1, parameters, "seed", ["0", "1", "18446744073709551615", "x"]);
        Maybe(random, 0.1, parameters, "title", ["<script>alert(1)</script>", "=cmd|' /C calc'!A0", "a\"b,c", "\u202e", "😀", new string('x', 101)]);
        Maybe(random, 0.1, parameters, "size", ["web", "slide", "print-1col", "print-2col", "300x200", "20x20", "A4"]);
        Maybe(random, 0.1, parameters, "edition", ["nato-2024", "nato-2026", "nato-2025-partial", "nope"]);
        Maybe(random, 0.05, parameters, "lang", ["de", "pl", "nl"]);
        Maybe(random, 0.03, parameters, "bogus", ["1"]);
        return Query.Of(Endpoints[random.Next(Endpoints.Length)], [.. parameters]);
    }

    private static string Plain(Random random) => (random.Next(4)) switch
    {
        0 => $"{Members[random.Next(4)]}|at_least_pct|{Number(random, 1, 6)}|2026|{random.Next(2030, 2045)}|{Shapes[random.Next(4)]}",
        1 => $"FRA|share_pct|{Number(random, 0, 6)}|{random.Next(2026, 2030)}|{random.Next(2031, 2040)}|linear",
        2 => $"EUROPE|delivery_pct|{random.Next(0, 151)}",
        _ => $"{Members[random.Next(4)]}|growth_pp|{Number(random, -5, 5)}|2027|{random.Next(2027, 2036)}",
    };

    private static string Odd(Random random) =>
        string.Join('|', [Pick(random, Members), Pick(random, Whats), Pick(random, Values), Pick(random, YearCells), Pick(random, YearCells), Pick(random, Shapes), .. random.Next(20) == 0 ? new[] { "7" } : []]);

    private static string Number(Random random, int low, int high) => Math.Round(low + (random.NextDouble() * (high - low)), 3).ToString(CultureInfo.InvariantCulture);

    private static string Pick(Random random, string[] words) => words[random.Next(words.Length)];

    // The first words are right ones.
    private static string Usual(Random random, double part, string[] words) => random.NextDouble() < part ? words[random.Next(Math.Min(10, words.Length))] : Pick(random, words);

    private static void Maybe(Random random, double part, List<(string, string)> parameters, string name, string[] words)
    {
        if (random.NextDouble() < part)
        {
            // Of the words the later ones are wrong, and rare.
            parameters.Add((name, words[Math.Min(random.Next(words.Length), random.Next(words.Length))]));
        }
    }
}
