using System.Text.Json;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Simulator.Web.BrowserTests;

/// <summary>Every view draws, in every window, for everybody.</summary>
[Collection(BrowserTests.Name)]
public class ViewTests(Desk desk)
{
    private const string Rows = "&row=ALL%7Cat_least_pct%7C3.5%7C2026%7C2035%7Clinear&row=EUROPE%7Cdelivery_pct%7C60";

    public static TheoryData<string> Views =>
    [
        "", "?view=work", $"?view=work&base=hold-share{Rows}&figure=extra-money", "?view=work&base=announced&figure=shortfall", "?view=work&base=us-third-out&figure=backfill", "?view=work&base=hague-core&draws=500&figure=range",
        "?view=member&member=ITA", $"?view=member&member=POL&base=announced{Rows}", "?view=compare&base=ceasefire&with=announced", "?view=compare&base=trade-war&with=hague-core,trade-war-plan,five-core", "?view=reach", "?view=record",
    ];

    [BrowserTheory]
    [MemberData(nameof(Views))]
    public Task A_view_draws_and_says_something(string query) => desk.LookAsync(query, async tab =>
    {
        Assert.NotEqual("", await tab.Page.TitleAsync());
        Assert.Equal(1, await tab.Page.Locator("h1:visible").CountAsync());
        Assert.InRange((await tab.Page.InnerTextAsync("main")).Length, 100, 100_000);
        string text = await tab.Page.InnerTextAsync("body");
        Assert.DoesNotContain("undefined", text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        Assert.DoesNotContain("[object", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\bnull\b", text);
    });

    [BrowserTheory]
    [MemberData(nameof(Views))]
    public async Task Nobody_is_kept_out_of_a_view(string query)
    {
        foreach (bool isDark in new[] { false, true })
        {
            // The dark look changes colours and nothing else.
            await desk.LookAsync(query, tab => AccessibleAsync(tab, $"{query} {(isDark ? "dark" : "light")}", isDark ? ["color-contrast"] : []), new Screen(IsDark: isDark));
        }
    }

    [BrowserTheory]
    [MemberData(nameof(Views))]
    public async Task A_narrow_or_enlarged_view_does_not_scroll_sideways(string query)
    {
        foreach (Screen screen in new[] { Screen.Narrow, Screen.Zoomed })
        {
            await desk.LookAsync(
                query,
                async tab =>
                {
                    int wider = await tab.SidewaysAsync();
                    string widest = wider <= 0 ? "" : await tab.Page.EvaluateAsync<string>("() => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map(e => e.outerHTML.slice(0, 120)).slice(0, 4).join('\\n')");
                    Assert.True(wider <= 0, $"{query} at {screen.Width} pixels is {wider} pixels too wide:\n{widest}");
                },
                screen);
        }
    }

    [BrowserFact]
    public Task Narrow_views_are_accessible_too() => desk.LookAsync("?view=work&base=announced", tab => AccessibleAsync(tab, "narrow"), Screen.Narrow);

    [BrowserFact]
    public Task The_seven_questions_lead_to_their_views() => desk.LookAsync("", async tab =>
    {
        (string View, string[] Holds)[] expected =
        [
            ("work", ["at_least_pct", "3.5", "figure=extra-money"]), ("reach", []), ("work", ["base=announced", "figure=shortfall"]), ("work", ["base=us-third-out", "figure=backfill"]), ("compare", ["base=ceasefire", "with=announced"]),
            ("compare", ["base=trade-war", "trade-war-plan"]), ("record", []),
        ];
        for (int i = 0; i < expected.Length; i++)
        {
            await tab.ActAsync(() => tab.At($"question-{i + 1}").First.ClickAsync());
            string query = Uri.UnescapeDataString(tab.Query);
            Assert.Contains($"view={expected[i].View}", query, StringComparison.Ordinal);
            Assert.All(expected[i].Holds, part => Assert.Contains(part, query, StringComparison.Ordinal));
            await tab.ActAsync(() => tab.Page.GoBackAsync());
            Assert.True(await tab.At("question-1").IsVisibleAsync(), $"back from question {i + 1} is not the first view");
        }
    });

    [BrowserFact]
    public Task A_country_chosen_on_the_first_view_is_asked_about() => desk.LookAsync("", async tab =>
    {
        ILocator country = tab.At("country").First;
        ILocator select = await country.EvaluateAsync<string>("e => e.tagName") == "SELECT" ? country : country.Locator("select").First;
        await select.SelectOptionAsync("ITA");
        await tab.RestAsync();
        await tab.ActAsync(() => tab.At("question-1").First.ClickAsync());
        Assert.Contains("member=ITA", tab.Query, StringComparison.Ordinal);
        Assert.Contains("Italy", await tab.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    });

    [BrowserFact]
    public async Task Every_figure_can_be_chosen_and_draws()
    {
        JsonElement figures = (await desk.AskAsync("/api/figures")).GetProperty("figures");
        await desk.LookAsync("?view=work&base=us-third-out&with=announced,hague-core&member=ITA", async tab =>
        {
            string[] offered = await tab.At("figure").First.EvaluateAsync<string[]>("e => [...(e.matches('select') ? e : e.querySelector('select')).options].filter(o => !o.disabled && o.value).map(o => o.value)");
            Assert.InRange(offered.Length, 10, figures.GetArrayLength());
            Assert.All(offered, id => Assert.Contains(figures.EnumerateArray(), f => f.GetProperty("id").GetString() == id));
            string current = await tab.At("figure").First.EvaluateAsync<string>("e => (e.matches('select') ? e : e.querySelector('select')).value");
            foreach (string id in offered.Where(id => id != current))
            {
                await tab.SetAsync("figure", id);
                Assert.True(await tab.Page.Locator("[data-test=chart] svg").CountAsync() > 0, $"{id} is not drawn: {(await tab.Page.InnerTextAsync("main"))[..200]}");
                Assert.Contains($"figure={id}", tab.Query, StringComparison.Ordinal);
            }
        });
    }

    [BrowserFact]
    public Task The_look_can_be_switched_and_stays() => desk.LookAsync("?view=work", async tab =>
    {
        string before = await Background(tab);
        await tab.At("theme-switch").First.ClickAsync();
        await tab.RestAsync();
        await tab.Page.WaitForFunctionAsync("before => getComputedStyle(document.body).backgroundColor !== before", before);
        string after = await Background(tab);
        await AccessibleAsync(tab, "after the switch");
        await tab.ActAsync(() => tab.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Could and says" }).ClickAsync());
        Assert.Equal(after, await Background(tab));
        string query = tab.Query;
        await desk.LookAsync(query, async other => Assert.Equal(after, await Background(other)));
    });

    [BrowserFact]
    public Task The_past_record_is_shown_and_leads_to_its_page() => desk.LookAsync("?view=record", async tab =>
    {
        Assert.True(await tab.At("record").First.IsVisibleAsync());
        Assert.True(await tab.Page.Locator("[data-test=record] svg").CountAsync() > 0, "no chart of the record");
        Assert.True(await tab.Page.Locator("a[href*='record.html']").CountAsync() > 0, "no link to the whole page");
    });

    [BrowserFact]
    public async Task What_members_could_reach_is_set_beside_what_they_say()
    {
        JsonElement pathway = await desk.AskAsync("/api/pathway");
        await desk.LookAsync("?view=reach", async tab =>
        {
            string table = Tab.Plain(await tab.At("reach-table").First.InnerTextAsync());
            foreach (JsonElement member in pathway.GetProperty("members").EnumerateArray())
            {
                Assert.Contains(member.GetProperty("name").GetString()!, table, StringComparison.Ordinal);
            }

            string text = Tab.Plain(await tab.Page.InnerTextAsync("main"));
            Assert.Contains("stated limits", text, StringComparison.OrdinalIgnoreCase);
        });
    }

    // A file of ours that is older or newer than the program, or a link that somebody shortened.
    [BrowserTheory]
    [InlineData("?view=work&base=nope", 400)]
    [InlineData("?view=work&year=soon", 400)]
    [InlineData("?view=work&row=XYZ%7Chold", 422)]
    [InlineData("?view=work&file=AAAA", 400)]
    [InlineData("?view=member&member=XXX", 400)]
    [InlineData("?view=member&member=ISL", 422)]
    [InlineData("?view=compare&base=hague-core&with=nope", 400)]
    public Task A_broken_link_is_told_in_words_and_can_be_left(string query, int status) => desk.LookAsync(
        query,
        async tab =>
        {
            string text = Tab.Plain(await tab.Page.InnerTextAsync("body"));
            Assert.Matches("(?i)(no scenario|is a year|unknown|XYZ|no member|no base64|cannot|unpacks|no armed forces)", text);
            Assert.DoesNotContain("has a defect", text, StringComparison.Ordinal);
            await AccessibleAsync(tab, query);
            await tab.OpenAsync("?view=work&base=hague-core");
            await tab.AgreesAsync();
        },
        refused: status);

    [BrowserFact]
    public Task An_unknown_view_is_the_first_one() => desk.LookAsync("?view=nonsense", async tab => Assert.True(await tab.At("question-1").IsVisibleAsync()));

    [BrowserFact]
    public Task A_title_is_text() => desk.LookAsync("?view=work&row=ALL%7Chold&title=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", async tab =>
    {
        Assert.Equal(0, await tab.Page.Locator("img[src=x]").CountAsync());
        Assert.Contains("<img", await tab.TextAsync("headline"), StringComparison.Ordinal);
    });

    internal static async Task AccessibleAsync(Tab tab, string name, params string[] rules)
    {
        AxeResult result = await tab.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations], RunOnly = rules.Length == 0 ? null : RunOnlyOptions.Rules(rules) });
        AxeResultItem[] grave = [.. result.Violations.Where(v => v.Impact is "serious" or "critical")];
        Assert.True(result.Passes.Length > (rules.Length == 0 ? 10 : 0), $"{name}: axe-core looked at nothing");
        Assert.True(
            grave.Length == 0,
            string.Join('\n', grave.Select(v => $"{name}: {v.Impact}: {v.Help} ({v.Id}), {v.Nodes.Length} times: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html[..Math.Min(160, n.Html.Length)] + " " + string.Join(' ', n.Any.Select(c => c.Message))))}")));
    }

    private static Task<string> Background(Tab tab) => tab.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
}
