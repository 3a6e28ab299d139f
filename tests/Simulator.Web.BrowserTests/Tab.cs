using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace Simulator.Web.BrowserTests;

/// <summary>The page, by what a user sees and does.</summary>
/// <param name="page">The page.</param>
/// <param name="desk">The explorer that it belongs to.</param>
internal sealed class Tab(IPage page, Desk desk)
{
    public IPage Page => page;

    /// <summary>Query of the address as it stands.</summary>
    public string Query => new Uri(page.Url).Query;

    public ILocator At(string hook) => page.Locator($"[data-test=\"{hook}\"]");

    public async Task OpenAsync(string query)
    {
        await page.GotoAsync(new Uri(desk.Address, query).AbsoluteUri);
        await SettledAsync(0);
    }

    /// <summary>Does something that changes the view, and waits until the view of the new state stands.</summary>
    public async Task ActAsync(Func<Task> act)
    {
        int before = await CountAsync();
        await act();
        await SettledAsync(before);
    }

    /// <summary>Waits until nothing is left to draw, whether or not anything changed.</summary>
    public async Task RestAsync() => await page.WaitForFunctionAsync("() => document.body?.dataset.busy === 'false'");

    public async Task<string> TextAsync(string hook) => Plain(await At(hook).First.InnerTextAsync());

    /// <summary>Headline and the three numbers.</summary>
    public async Task<string[]> AnswerAsync() =>
        [await TextAsync("headline"), await TextAsync("number-0"), await TextAsync("number-1"), await TextAsync("number-2")];

    public Task<string> ChartTitleAsync() => page.EvaluateAsync<string>("() => document.querySelector('[data-test=\"chart\"] svg title')?.textContent ?? ''");

    /// <summary>Sets a lever as its kind of control is set.</summary>
    public Task SetAsync(string hook, string value) => ActAsync(async () =>
    {
        ILocator lever = At(hook).First;
        string tag = await lever.EvaluateAsync<string>("e => e.tagName");
        if (tag is not ("INPUT" or "SELECT"))
        {
            lever = lever.Locator("input, select").First;
            tag = await lever.EvaluateAsync<string>("e => e.tagName");
        }

        if (tag == "SELECT")
        {
            await lever.SelectOptionAsync(value);
            return;
        }

        string type = await lever.EvaluateAsync<string>("e => e.type");
        if (type is "checkbox" or "radio")
        {
            await lever.SetCheckedAsync(value == "true");
        }
        else
        {
            await lever.FillAsync(value);
            if (type != "range")
            {
                await lever.PressAsync("Enter");
            }
        }
    });

    /// <summary>The server's own answer to the address that the page shows.</summary>
    public Task<JsonElement> ProjectAsync() => desk.AskAsync("/api/project" + Query);

    /// <summary>The page says what the server answers to its address.</summary>
    public async Task AgreesAsync()
    {
        JsonElement project = await ProjectAsync();
        Assert.Equal(Plain(project.GetProperty("headline").GetString()!), await TextAsync("headline"));
        for (int i = 0; i < 3; i++)
        {
            JsonElement number = project.GetProperty("numbers")[i];
            ILocator shown = At($"number-{i.ToString(CultureInfo.InvariantCulture)}").First;
            Assert.Equal(Plain(number.GetProperty("value").GetString()!), Plain(await shown.InnerTextAsync()));
            Assert.Contains(Plain(number.GetProperty("label").GetString()!), Plain(await shown.Locator("xpath=..").InnerTextAsync()), StringComparison.Ordinal);
        }
    }

    /// <summary>Presses Tab until something with a hook has the focus, as somebody without a mouse does.</summary>
    public async Task TabToAsync(string hook, int most = 120)
    {
        for (int i = 0; i < most; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("hook => document.activeElement?.closest(`[data-test=\"${hook}\"]`) !== null", hook))
            {
                return;
            }
        }

        Assert.Fail($"{hook} is not reached by {most} times Tab; the focus is on {await page.EvaluateAsync<string>("() => document.activeElement?.outerHTML.slice(0, 200)")}");
    }

    /// <summary>Pixels by which the page is wider than the window.</summary>
    public Task<int> SidewaysAsync() => page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>A text without the difference between one blank and another.</summary>
    public static string Plain(string text) => string.Join(' ', text.Split([' ', '\n', '\t', '\r', '\u00a0', '\u202f'], StringSplitOptions.RemoveEmptyEntries));

    private Task<int> CountAsync() => page.EvaluateAsync<int>("() => Number(document.documentElement.dataset.settled ?? 0)");

    private async Task SettledAsync(int before) =>
        await page.WaitForFunctionAsync("before => Number(document.documentElement.dataset.settled ?? 0) > before && document.body.dataset.busy === 'false'", before);
}
