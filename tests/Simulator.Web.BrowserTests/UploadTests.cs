using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace Simulator.Web.BrowserTests;

/// <summary>A spreadsheet of the user's is dropped on the page, and what is wrong with it is shown at its cells.</summary>
[Collection(BrowserTests.Name)]
public class UploadTests(Desk desk)
{
    private const string Good = "scenario,members,what,value,from,to\nmine,,title,\"My own, for a test\",,\nmine,ALL,at_least_pct,4,2026,2035\nyours,,title,Yours,,\nyours,,based_on,announced,,\n";

    private const string Bad = "scenario,members,what,value,from,to,shape\nmine,ALL,at_least_pct,45,2026,2035,linear\nmine,FRANCE,share_pct,3,2026,2032,s-curv\nmine,ITA,atleast_pct,2,2026,2032,\n";

    [BrowserFact]
    public Task A_good_file_is_shown_and_lies_in_the_link() => desk.LookAsync("", async tab =>
    {
        await ChooseAsync(tab, "mine.csv", Good);
        await tab.ActAsync(() => tab.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "My own, for a test" }).ClickAsync());
        Assert.Contains("file=", tab.Query, StringComparison.Ordinal);
        Assert.Contains("My own, for a test", await tab.TextAsync("headline"), StringComparison.Ordinal);
        await tab.AgreesAsync();
        await tab.SetAsync("lever-base", "yours");
        await tab.AgreesAsync();
        await tab.SetAsync("lever-target", "4");
        await tab.AgreesAsync();
        string query = tab.Query;
        string[] answer = await tab.AnswerAsync();
        await desk.LookAsync(query, async other => Assert.Equal(answer, await other.AnswerAsync()));
    });

    [BrowserFact]
    public async Task What_is_wrong_in_a_file_is_shown_at_its_cells()
    {
        JsonElement found = await CheckAsync(Bad);
        Assert.Equal(4, found.GetProperty("errors").GetInt32());
        await desk.LookAsync("", async tab =>
        {
            await ChooseAsync(tab, "bad file.csv", Bad);
            ILocator list = tab.At("diagnostics").First;
            await list.Locator("li").First.WaitForAsync();
            string text = Tab.Plain(await list.InnerTextAsync());
            foreach (JsonElement diagnostic in found.GetProperty("diagnostics").EnumerateArray().Where(d => d.GetProperty("severity").GetString() == "error"))
            {
                Assert.Contains(diagnostic.GetProperty("code").GetString()!, text, StringComparison.Ordinal);
                Assert.Contains(Tab.Plain(diagnostic.GetProperty("message").GetString()!), text, StringComparison.Ordinal);
                Assert.Contains(Tab.Plain(diagnostic.GetProperty("help").GetString()!), text, StringComparison.Ordinal);
                Assert.Contains($"bad file.csv:{diagnostic.GetProperty("line").GetInt32()}:{diagnostic.GetProperty("column").GetInt32()}", text, StringComparison.Ordinal);
            }

            // The cell itself is marked in the line that is shown.
            string[] marked = await list.EvaluateAsync<string[]>("e => [...e.querySelectorAll('mark')].map(m => m.textContent)");
            Assert.All(["45", "FRANCE", "s-curv", "atleast_pct"], cell => Assert.Contains(cell, marked));
            await ViewTests.AccessibleAsync(tab, "diagnostics");
            Assert.DoesNotContain("file=", tab.Query, StringComparison.Ordinal);
        });
    }

    [BrowserTheory]
    [InlineData("")]
    [InlineData("?view=work&base=hague-core")]
    [InlineData("?view=reach")]
    public Task A_good_file_can_be_dropped_on_any_view(string query) => desk.LookAsync(query, async tab =>
    {
        await DropAsync(tab, "mine.csv", Good);
        ILocator choice = tab.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "My own, for a test" });
        await tab.Page.WaitForFunctionAsync("() => location.search.includes('file=') || [...document.querySelectorAll('button')].some(b => b.textContent.includes('My own, for a test'))");
        if (!tab.Query.Contains("file=", StringComparison.Ordinal))
        {
            await tab.ActAsync(() => choice.ClickAsync());
        }

        await tab.RestAsync();
        Assert.Contains("My own, for a test", await tab.TextAsync("headline"), StringComparison.Ordinal);
        await tab.AgreesAsync();
    });

    [BrowserTheory]
    [InlineData("")]
    [InlineData("?view=work&base=hague-core")]
    [InlineData("?view=reach")]
    public Task A_bad_file_that_is_dropped_on_any_view_is_told(string query) => desk.LookAsync(query, async tab =>
    {
        await DropAsync(tab, "bad.csv", Bad);
        await tab.Page.WaitForFunctionAsync("() => document.body.innerText.includes('NS012') && document.body.innerText.includes('FRANCE')");
    });

    [BrowserTheory]
    [InlineData("a picture.png", "\u0089PNG\r\n\u001a\n\u0000\u0000")]
    [InlineData("empty.csv", "")]
    [InlineData("other.csv", "a,b,c\n1,2,3\n")]
    public Task What_is_no_scenario_file_is_told(string name, string content) => desk.LookAsync("", async tab =>
    {
        await ChooseAsync(tab, name, content);
        await tab.At("diagnostics").First.Locator("li").First.WaitForAsync();
        Assert.Matches("NS\\d{3}", await tab.TextAsync("diagnostics"));
        Assert.Contains(name, await tab.TextAsync("diagnostics"), StringComparison.Ordinal);
    });

    [BrowserFact]
    public Task A_file_that_no_link_can_hold_is_told() => desk.LookAsync("", async tab =>
    {
        // Notes by chance do not pack well.
        Random random = new(5);
        StringBuilder large = new("scenario,members,what,value,from,to,shape,note\n");
        for (int i = 0; i < 4_000; i++)
        {
            large.Append("mine,FRA,at_least_pct,3,2026,2035,linear,").Append(Convert.ToHexStringLower(Bytes(random))).Append('\n');
        }

        await ChooseAsync(tab, "large.csv", large.ToString());
        await tab.Page.WaitForFunctionAsync("() => document.body.innerText.includes('natosim run large.csv')");
    });

    private static async Task DropAsync(Tab tab, string name, string text)
    {
        IJSHandle transfer = await tab.Page.EvaluateHandleAsync("([name, text]) => { const t = new DataTransfer(); t.items.add(new File([text], name, { type: 'text/csv' })); return t; }", new[] { name, text });
        foreach (string type in new[] { "dragenter", "dragover", "drop" })
        {
            await tab.Page.Locator("main").DispatchEventAsync(type, new { dataTransfer = transfer });
        }
    }

    private static byte[] Bytes(Random random)
    {
        byte[] bytes = new byte[40];
        random.NextBytes(bytes);
        return bytes;
    }

    private static Task ChooseAsync(Tab tab, string name, string text) =>
        tab.At("upload-input").First.SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = name.EndsWith(".png", StringComparison.Ordinal) ? Encoding.Latin1.GetBytes(text) : Encoding.UTF8.GetBytes(text) });

    private async Task<JsonElement> CheckAsync(string text)
    {
        using StringContent content = new(text, Encoding.UTF8, "text/csv");
        using HttpResponseMessage response = await desk.Client.PostAsync(new Uri(desk.Address, "/api/check"), content);
        using JsonDocument document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }
}
