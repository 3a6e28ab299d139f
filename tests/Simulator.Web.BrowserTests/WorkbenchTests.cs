using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Simulator.Cli;
using Simulator.Cli.Tests;

namespace Simulator.Web.BrowserTests;

/// <summary>Questions are asked by moving levers, and what comes out can be passed on.</summary>
[Collection(BrowserTests.Name)]
public partial class WorkbenchTests(Desk desk)
{
    private const string Rich =
        "?view=work&base=announced&row=ALL%7Cat_least_pct%7C3.2%7C2026%7C2034%7Cfront&row=EUROPE%7Cdelivery_pct%7C70&row=FRA%7Cshare_pct%7C3%7C2026%7C2032%7Cfront%202&title=A%20title%20of%20mine&year=2033&figure=ranking&with=hague-core";

    [BrowserFact]
    public Task Levers_move_the_headline() => desk.LookAsync("?view=work&base=hold-share", async tab =>
    {
        string[] start = await tab.AnswerAsync();
        HashSet<string> seen = [start[0] + start[1] + start[2] + start[3]];
        (string Lever, string Value)[] moves = [("lever-target", "4"), ("lever-year", "2032"), ("lever-delivery", "60"), ("lever-growth", "-1"), ("lever-target", "5"), ("lever-shape", "front 2")];
        foreach ((string lever, string value) in moves)
        {
            await tab.SetAsync(lever, value);
            string[] answer = await tab.AnswerAsync();
            Assert.True(lever == "lever-shape" || seen.Add(answer[0] + answer[1] + answer[2] + answer[3]), $"{lever} = {value} changed nothing: {answer[0]} {tab.Query}");
            await tab.AgreesAsync();
        }

        Assert.Contains("row=", tab.Query, StringComparison.Ordinal);
        Assert.Contains("front", Uri.UnescapeDataString(tab.Query), StringComparison.Ordinal);
    });

    [BrowserFact]
    public Task Who_borrows_and_who_is_meant_are_levers_too() => desk.LookAsync("?view=work&base=hold-share", async tab =>
    {
        await tab.SetAsync("lever-target", "4");
        string all = await tab.TextAsync("headline");
        string debt = Tab.Plain(await tab.Page.Locator("main").InnerTextAsync());
        await tab.SetAsync("lever-borrowed", "50");
        Assert.Contains("borrowed_pct|50", Uri.UnescapeDataString(tab.Query), StringComparison.Ordinal);
        Assert.NotEqual(debt, Tab.Plain(await tab.Page.Locator("main").InnerTextAsync()));
        await tab.AgreesAsync();

        // Who is meant changes nothing by itself; what is moved next is moved for them.
        await tab.At("lever-scope").First.SelectOptionAsync("ITA");
        await tab.SetAsync("lever-target", "5");
        Assert.Contains("row=ITA|at_least_pct|5", Uri.UnescapeDataString(tab.Query), StringComparison.Ordinal);
        Assert.NotEqual(all, await tab.TextAsync("headline"));
        await tab.AgreesAsync();
    });

    [BrowserFact]
    public Task The_scenario_to_start_from_is_a_lever() => desk.LookAsync("?view=work&base=hold-share", async tab =>
    {
        await tab.SetAsync("lever-base", "five-core");
        Assert.Contains("base=five-core", tab.Query, StringComparison.Ordinal);
        await tab.AgreesAsync();
        Assert.Contains("5", await tab.TextAsync("headline"), StringComparison.Ordinal);
    });

    [BrowserFact]
    public Task Fast_moves_end_in_the_last_state() => desk.LookAsync("?view=work&base=hold-share", async tab =>
    {
        await tab.SetAsync("lever-target", "3");
        ILocator lever = await ControlAsync(tab, "lever-target");
        for (int i = 0; i < 12; i++)
        {
            await lever.PressAsync(i % 3 == 2 ? "ArrowLeft" : "ArrowRight");
        }

        string value = await lever.InputValueAsync();
        await tab.Page.WaitForFunctionAsync("value => new URLSearchParams(location.search).getAll('row').some(r => r.split('|')[2] === value) && document.body.dataset.busy === 'false'", value);
        await tab.AgreesAsync();
    });

    [BrowserFact]
    public Task Back_and_forward_go_through_the_states() => desk.LookAsync("?view=work&base=hague-core", async tab =>
    {
        string first = await tab.TextAsync("headline");
        await tab.SetAsync("lever-base", "announced");
        string second = await tab.TextAsync("headline");
        Assert.NotEqual(first, second);
        await tab.ActAsync(() => tab.Page.GoBackAsync());
        Assert.Equal(first, await tab.TextAsync("headline"));
        await tab.AgreesAsync();
        await tab.ActAsync(() => tab.Page.GoForwardAsync());
        Assert.Equal(second, await tab.TextAsync("headline"));
    });

    [BrowserFact]
    public async Task A_link_shows_somebody_else_the_same()
    {
        string link = "";
        string[] answer = [];
        string title = "";
        await desk.LookAsync(Rich, async tab =>
        {
            await tab.SetAsync("lever-delivery", "85");
            await tab.At("copy-link").First.ClickAsync();
            link = await tab.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
            Assert.Equal(tab.Page.Url, link);
            answer = await tab.AnswerAsync();
            title = await tab.ChartTitleAsync();
            Assert.NotEqual("", title);
            await tab.AgreesAsync();
        });
        await desk.LookAsync(new Uri(link).Query, async tab =>
        {
            Assert.Equal(answer, await tab.AnswerAsync());
            Assert.Equal(title, await tab.ChartTitleAsync());
            Assert.Contains("A title of mine", answer[0], StringComparison.Ordinal);
        });
    }

    [BrowserFact]
    public async Task The_link_of_a_chart_names_the_chart()
    {
        foreach ((string query, string figure) in new[] { ("?view=work", "trajectories"), ("?view=work&base=hague-core&draws=500", "range"), ("?view=work&base=hague-core&figure=heat-map", "heat-map") })
        {
            string link = "";
            string title = "";
            await desk.LookAsync(query, async tab =>
            {
                title = await tab.ChartTitleAsync();
                await tab.Page.GetByLabel("Copy a link to this view with this chart").ClickAsync();
                link = await tab.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
            });
            Assert.Contains("figure=" + figure, link, StringComparison.Ordinal);
            await desk.LookAsync(new Uri(link).Query, async tab => Assert.Equal(title, await tab.ChartTitleAsync()));
        }
    }

    [BrowserFact]
    public Task A_scenario_that_is_downloaded_gives_the_same_on_the_command_line() => desk.LookAsync(Rich.Replace("&with=hague-core", "", StringComparison.Ordinal).Replace("&year=2033", "", StringComparison.Ordinal), async tab =>
    {
        using TemporaryFolder folder = new();
        IDownload download = await tab.Page.RunAndWaitForDownloadAsync(() => tab.At("download-scenario").First.ClickAsync());
        Assert.Equal("my-scenario.csv", download.SuggestedFilename);
        await download.SaveAsAsync(folder.Path("my-scenario.csv"));
        (int exit, string told, string error) = Repository.Natosim("run", folder.Path("my-scenario.csv"), "--out", folder.Path("out"), "--quiet");
        Assert.True(exit == ExitCode.Done, error);
        Assert.Contains(await tab.TextAsync("headline"), Tab.Plain(told), StringComparison.Ordinal);
        JsonElement project = await tab.ProjectAsync();
        using JsonDocument run = JsonDocument.Parse(File.ReadAllText(folder.Path("out/run.json")));
        Assert.Equal(run.RootElement.GetProperty("run_id").GetString(), project.GetProperty("run_id").GetString());
        Assert.Contains(project.GetProperty("run_id").GetString()!, await tab.Page.InnerTextAsync("body"), StringComparison.Ordinal);

        // The numbers that the page lists are those of the table.
        Dictionary<string, string> shares = File.ReadLines(folder.Path("out/answers.csv")).Skip(1).Select(l => l.Split(',')).Where(c => c[3] == "2035").ToDictionary(c => c[1], c => c[4]);
        foreach (JsonElement member in project.GetProperty("members").EnumerateArray())
        {
            Assert.Equal(shares[member.GetProperty("iso3").GetString()!], member.GetProperty("share_pct").GetRawText());
        }
    });

    [BrowserFact]
    public Task Everything_can_be_saved() => desk.LookAsync("?view=work&base=hague-core&figure=ranking", async tab =>
    {
        string[] links = await tab.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href*=\"/download/\"], a[href*=\"download=1\"]')].filter(a => !a.hidden).map(a => a.href)");
        Assert.Contains(links, l => l.Contains("natosim.xlsx", StringComparison.Ordinal));
        Assert.Contains(links, l => l.Contains("report.html", StringComparison.Ordinal));
        Assert.Contains(links, l => l.Contains("results.zip", StringComparison.Ordinal));
        foreach (string link in links)
        {
            using HttpResponseMessage response = await desk.Client.GetAsync(new Uri(link));
            Assert.True(response.IsSuccessStatusCode, $"{link} gives {(int)response.StatusCode}");
            Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        }
    });

    [BrowserFact]
    public Task A_chart_is_saved_as_a_picture_without_asking_anybody() => desk.LookAsync("?view=work&base=hague-core&figure=ranking", async tab =>
    {
        using TemporaryFolder folder = new();
        IDownload download = await tab.Page.RunAndWaitForDownloadAsync(() => tab.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "PNG" }).First.ClickAsync());
        Assert.EndsWith(".png", download.SuggestedFilename, StringComparison.Ordinal);
        await download.SaveAsAsync(folder.Path("chart.png"));
        byte[] bytes = File.ReadAllBytes(folder.Path("chart.png"));
        Assert.Equal<byte>([0x89, 0x50, 0x4E, 0x47], bytes[..4]);
        Assert.True(bytes.Length > 20_000, $"{bytes.Length} bytes are no chart");
        Assert.True(System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)) > 1_000, "the picture is small");
    });

    [BrowserFact]
    public Task Without_a_mouse_a_question_leads_to_a_changed_headline() => desk.LookAsync("", async tab =>
    {
        await tab.TabToAsync("question-1");
        await tab.ActAsync(() => tab.Page.Keyboard.PressAsync("Enter"));
        string before = await tab.TextAsync("headline");
        await tab.TabToAsync("lever-target");
        Assert.True(await tab.Page.EvaluateAsync<bool>("() => { const s = getComputedStyle(document.activeElement); return s.outlineStyle !== 'none' || s.boxShadow !== 'none'; }"), "the focus is not seen");
        await tab.ActAsync(() => tab.Page.Keyboard.PressAsync("ArrowUp"));
        Assert.NotEqual(before, await tab.TextAsync("headline"));
        await tab.AgreesAsync();
    });

    [BrowserFact]
    public Task A_chart_is_read_by_keyboard() => desk.LookAsync("?view=work&base=announced&figure=ranking", async tab =>
    {
        string[] told = await tab.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('[data-test=\"chart\"] svg title')].filter(t => t.parentElement.tagName !== 'svg').map(t => t.textContent)");
        Assert.InRange(told.Length, 10, 10_000);
        await tab.TabToAsync("chart");
        List<string> read = [];
        foreach (string key in new[] { "ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft", "End", "Home" })
        {
            await tab.Page.Keyboard.PressAsync(key);
            read.Add(await tab.TextAsync("readout"));
        }

        Assert.All(read, r => Assert.Contains(told.Select(Tab.Plain), t => r.Contains(t, StringComparison.Ordinal)));
        Assert.True(read.Distinct().Count() >= 3, string.Join(" / ", read));
        Assert.True(await tab.At("readout").First.EvaluateAsync<bool>("e => e.closest('[aria-live], [role=status]') !== null"), "what is read is not announced");
    });

    [BrowserFact]
    public Task A_chart_is_read_by_pointing() => desk.LookAsync("?view=work&base=announced&figure=ranking", async tab =>
    {
        ILocator mark = tab.Page.Locator("[data-test=chart] svg :is(circle, rect):has(> title)").Nth(3);
        string told = Tab.Plain(await mark.EvaluateAsync<string>("e => e.querySelector('title').textContent"));
        await mark.HoverAsync(new LocatorHoverOptions { Force = true });
        await tab.Page.WaitForFunctionAsync("told => document.querySelector('[data-test=\"readout\"]')?.textContent.replace(/\\s+/g, ' ').includes(told)", told);
    });

    [BrowserFact]
    public Task A_chart_is_a_table_too() => desk.LookAsync("?view=work&base=announced&figure=ranking", async tab =>
    {
        ILocator table = tab.At("chart-table").First;
        Assert.False(await table.IsVisibleAsync());
        await tab.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Table", Exact = true }).ClickAsync();
        JsonElement chart = await desk.AskAsync("/api/chart.json" + tab.Query);
        Assert.Equal(chart.GetProperty("rows").GetArrayLength(), await table.Locator("tbody tr").CountAsync());
        Assert.Equal(chart.GetProperty("columns").GetArrayLength(), await table.Locator("thead th").CountAsync());

        // The table follows the figure.
        await tab.SetAsync("figure", "heat-map");
        chart = await desk.AskAsync("/api/chart.json" + tab.Query);
        Assert.Equal(chart.GetProperty("rows").GetArrayLength(), await table.Locator("tbody tr").CountAsync());
        await ViewTests.AccessibleAsync(tab, "chart as a table");
    });

    [BrowserFact]
    public Task The_table_of_members_sorts_and_filters() => desk.LookAsync("?view=work&base=announced", async tab =>
    {
        ILocator table = tab.At("members-table").First;
        Assert.InRange(await VisibleRows(table), 31, 34);
        ILocator heading = table.Locator("thead th").Filter(new LocatorFilterOptions { HasText = "Then" }).First;
        await heading.Locator("button").First.ClickAsync();
        string? first = await heading.GetAttributeAsync("aria-sort");
        Assert.True(first is "ascending" or "descending", $"aria-sort is {first}");
        double[] one = await Column(table, heading);
        await heading.Locator("button").First.ClickAsync();
        Assert.Equal(first == "ascending" ? "descending" : "ascending", await heading.GetAttributeAsync("aria-sort"));
        double[] other = await Column(table, heading);
        Assert.Equal(first == "ascending" ? one.Order() : one.OrderDescending(), one);
        Assert.Equal(first == "ascending" ? other.OrderDescending() : other.Order(), other);
        Assert.InRange(one.Length, 25, 34);

        await tab.At("table-filter").First.FillAsync("ital");
        await tab.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('[data-test=\"members-table\"] tbody tr')].filter(r => r.offsetParent !== null).length === 1");
        Assert.Contains("Italy", await table.InnerTextAsync(), StringComparison.Ordinal);
        await tab.At("table-filter").First.FillAsync("");
        await tab.At("table-group").First.SelectOptionAsync("BALTIC");
        await tab.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('[data-test=\"members-table\"] tbody tr')].filter(r => r.offsetParent !== null).length <= 5");
        string text = await table.InnerTextAsync();
        Assert.All(["Estonia", "Latvia", "Lithuania"], name => Assert.Contains(name, text, StringComparison.Ordinal));
        Assert.DoesNotContain("Italy", text, StringComparison.Ordinal);
    });

    [BrowserFact]
    public Task Draws_can_be_switched_on_and_off() => desk.LookAsync("?view=work&base=hague-core", async tab =>
    {
        Assert.DoesNotContain("draws=", tab.Query, StringComparison.Ordinal);
        await tab.ActAsync(() => tab.At("draws-switch").First.ClickAsync());
        Assert.Matches(@"[?&]draws=\d+", tab.Query);
        string text = Tab.Plain(await tab.Page.InnerTextAsync("main"));
        JsonElement ensemble = await desk.AskAsync("/api/ensemble" + tab.Query);
        Assert.Contains(Tab.Plain(ensemble.GetProperty("sentences")[0].GetString()!), text, StringComparison.Ordinal);
        await tab.AgreesAsync();
        await ViewTests.AccessibleAsync(tab, "with draws");
        await tab.ActAsync(() => tab.At("draws-switch").First.ClickAsync());
        Assert.DoesNotContain("draws=", tab.Query, StringComparison.Ordinal);
    });

    [BrowserFact]
    public Task A_member_is_looked_at_and_named() => desk.LookAsync("?view=member&member=ITA&base=hague-core", async tab =>
    {
        Assert.Contains("Italy", await tab.TextAsync("member-title"), StringComparison.Ordinal);
        JsonElement italy = (await tab.ProjectAsync()).GetProperty("members").EnumerateArray().Single(m => m.GetProperty("iso3").GetString() == "ITA");
        Assert.Contains(Tab.Plain(italy.GetProperty("stated_position").GetString()!), Tab.Plain(await tab.Page.InnerTextAsync("main")), StringComparison.Ordinal);
    });

    [BrowserFact]
    public Task Scenarios_are_compared() => desk.LookAsync("?view=compare&base=ceasefire&with=announced", async tab =>
    {
        JsonElement compare = await desk.AskAsync("/api/compare" + tab.Query);
        string told = Tab.Plain(await tab.Page.InnerTextAsync("main"));
        Assert.All(compare.GetProperty("scenarios").EnumerateArray(), s => Assert.Contains(Tab.Plain(s.GetProperty("title").GetString()!), told, StringComparison.Ordinal));
        int columns = await tab.At("compare-table").Locator("thead th:visible").CountAsync();
        await tab.SetAsync("with-2", "five-core");
        Assert.Contains("five-core", tab.Query, StringComparison.Ordinal);
        Assert.Contains("3. At least 5 % core by 2035", Tab.Plain(await tab.Page.InnerTextAsync("main")), StringComparison.Ordinal);
        Assert.True(await tab.At("compare-table").Locator("thead th:visible").CountAsync() > columns, "the third scenario has no column");
        Assert.True(await tab.Page.Locator("[data-test=chart] svg").CountAsync() > 0, "no chart of the comparison");
        await tab.SetAsync("with-1", "");
        Assert.DoesNotContain("announced", Uri.UnescapeDataString(tab.Query), StringComparison.Ordinal);
    });

    private static async Task<ILocator> ControlAsync(Tab tab, string hook)
    {
        ILocator lever = tab.At(hook).First;
        return await lever.EvaluateAsync<bool>("e => e.matches('input, select')") ? lever : lever.Locator("input, select").First;
    }

    private static Task<int> VisibleRows(ILocator table) => table.EvaluateAsync<int>("e => [...e.querySelectorAll('tbody tr')].filter(r => r.offsetParent !== null).length");

    private static async Task<double[]> Column(ILocator table, ILocator heading)
    {
        int index = await heading.EvaluateAsync<int>("e => e.cellIndex");
        string[] cells = await table.EvaluateAsync<string[]>("(e, index) => [...e.querySelectorAll('tbody tr')].filter(r => r.offsetParent !== null).map(r => r.cells[index].textContent)", index);
        return [.. cells.Select(c => Number().Match(c.Replace("−", "-", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal))).Where(m => m.Success).Select(m => double.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture))];
    }

    [GeneratedRegex(@"-?\d+(?:\.\d+)?")]
    private static partial Regex Number();
}
