using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Simulator.Web.Tests.Api;

/// <summary>What an address may not say, and how that is told.</summary>
[Collection(ExplorerTests.Name)]
public class RefusalTests(SharedExplorer shared)
{
    [Theory]
    [InlineData("/api/project?base=hague-cor", "hague-core")]
    [InlineData("/api/project?base=", "scenario")]
    [InlineData("/api/project?base=..%2F..%2Fetc%2Fpasswd", "scenario")]
    [InlineData("/api/compare?base=announced&with=hague-core,five-cor", "five-core")]
    [InlineData("/api/chart.json?figure=rankin", "ranking")]
    [InlineData("/api/chart.svg?figure=..%2Fx", "figure")]
    [InlineData("/api/project?member=FRB", "FRB")]
    [InlineData("/api/project?highlight=ITA,XXX", "XXX")]
    [InlineData("/api/project?edition=nato-1999", "nato-2024")]
    [InlineData("/api/project?yeer=2035", "year")]
    [InlineData("/api/project?__proto__=1", "__proto__")]
    [InlineData("/api/project?year=2030&year=2031", "year")]
    [InlineData("/api/project?year=2,035", "2,035")]
    [InlineData("/api/project?year=2035.0", "2035.0")]
    [InlineData("/api/project?year=%2B2035", "+2035")]
    [InlineData("/api/project?year=0x7F3", "0x7F3")]
    [InlineData("/api/project?year=", "year")]
    [InlineData("/api/project?year=NaN", "NaN")]
    [InlineData("/api/project?year=99999999999999999999", "year")]
    [InlineData("/api/project?year=%D9%A2%D9%A0%D9%A3%D9%A5", "year")]
    [InlineData("/api/project?year=2026", "2026")]
    [InlineData("/api/project?year=2061", "2060")]
    [InlineData("/api/project?to=2500", "2060")]
    [InlineData("/api/pathway?by=soon", "soon")]
    [InlineData("/api/ensemble?draws=99", "100")]
    [InlineData("/api/ensemble?draws=100001", "100,000")]
    [InlineData("/api/ensemble?draws=1e4", "1e4")]
    [InlineData("/api/ensemble?draws=-100", "-100")]
    [InlineData("/api/ensemble?draws=1000&seed=-1", "-1")]
    [InlineData("/api/ensemble?draws=1000&seed=18446744073709551616", "18446744073709551616")]
    [InlineData("/api/project?currency=GBP", "EUR")]
    [InlineData("/api/project?prices=2020", "current")]
    [InlineData("/api/chart.svg?size=A4", "800x600")]
    [InlineData("/api/chart.svg?size=100000x100000", "size")]
    [InlineData("/api/chart.svg?size=1x1", "size")]
    [InlineData("/api/chart.svg?theme=blue", "dark")]
    [InlineData("/api/chart.svg?lang=nl", "pl")]
    [InlineData("/api/compare?with=a,b,c,d", "3")]
    [InlineData("/api/project?row=ALL%7Chold%7C%7C%7C%7C%7C7", "cells")]
    [InlineData("/api/project?row=ALL%7Chold%0Aevil", "row")]
    [InlineData("/api/project?title=a%00b", "title")]
    public async Task An_address_that_says_nonsense_is_told_so(string path, string says)
    {
        (HttpStatusCode status, JsonElement answer) = await shared.Serving.AskAsync(path);
        Assert.True(status == HttpStatusCode.BadRequest, $"{(int)status}: {answer}");
        Assert.NotEqual("", answer.GetProperty("title").GetString());
        Assert.Contains(says, answer.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_told_back_of_an_address_is_short()
    {
        string longest = new('x', 3_000);
        foreach (string path in new[] { $"/api/project?base={longest}", $"/api/project?{longest}=1", $"/api/project?year={longest}", $"/api/project?row={longest}", $"/api/project?title={longest}", $"/api/chart.svg?figure={longest}", $"/api/project?member={longest}" })
        {
            (HttpStatusCode status, JsonElement answer) = await shared.Serving.AskAsync(path);
            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.InRange(answer.GetProperty("detail").GetString()!.Length, 10, 400);
        }
    }

    [Fact]
    public async Task Too_many_rows_are_refused_and_as_many_as_allowed_are_not()
    {
        string Rows(int count) => Query.Of("/api/project", [.. Enumerable.Range(0, count).Select(i => ("row", string.Create(CultureInfo.InvariantCulture, $"FRA|at_least_pct|{2 + (i / 100.0)}|2026|2035|linear")))]);
        (HttpStatusCode status, JsonElement answer) = await shared.Serving.AskAsync(Rows(65));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("64", answer.GetProperty("detail").GetString(), StringComparison.Ordinal);
        (status, answer) = await shared.Serving.AskAsync(Rows(64));
        Assert.True(status is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity, answer.ToString());
    }

    [Fact]
    public async Task Every_row_that_is_wrong_is_named_at_its_cell()
    {
        (string Row, string Code, string Column, string Cell)[] rows =
        [
            ("ALL|at_least_pct|45|2026|2035|linear", "NS012", "value", "45"),
            ("ITA|at_least_pct|2.5|2026|2035|linear", "", "", ""),
            ("XYZ|hold", "NS020", "members", "XYZ"),
            ("EUROPE|delivery_pct|600", "NS012", "value", "600"),
            ("ITA|at_least_pct|2.5|2027|2035|s-curv", "NS031", "shape", "s-curv"),
            ("ITA|atleast_pct|2.5|2027|2035", "NS019", "what", "atleast_pct"),
            ("FRA|share_pct|3,5|2026|2032|front 2", "NS013", "value", "3,5"),
        ];
        (HttpStatusCode status, JsonElement answer) = await shared.Serving.AskAsync(
            Query.Of("/api/project", [("title", "Größer, \"𝟛\" Ä"), .. rows.Select(r => ("row", r.Row))]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        JsonElement[] errors = [.. answer.GetProperty("diagnostics").EnumerateArray().Where(d => d.GetProperty("severity").GetString() == "error")];
        for (int i = 0; i < rows.Length; i++)
        {
            JsonElement[] found = [.. errors.Where(e => e.GetProperty("row").GetInt32() == i)];
            Assert.Equal(rows[i].Code.Length == 0 ? 0 : 1, found.Length);
            foreach (JsonElement error in found)
            {
                Assert.Equal(rows[i].Code, error.GetProperty("code").GetString());
                Assert.Equal(rows[i].Column, error.GetProperty("column_name").GetString());
                Assert.Equal("my-scenario.csv", error.GetProperty("file").GetString());
                Assert.Equal(rows[i].Cell, Marked(error).Trim('"'));
                Assert.NotEqual("", error.GetProperty("message").GetString());
            }
        }

        Assert.Equal(rows.Count(r => r.Code.Length > 0), errors.Length);
        (_, JsonElement missing) = await shared.Serving.AskAsync(Query.Of("/api/project", ("row", rows[0].Row)));
        Assert.Equal("did you mean 4.5?", missing.GetProperty("diagnostics")[0].GetProperty("help").GetString());
    }

    [Fact]
    public async Task Every_endpoint_that_computes_refuses_wrong_rows_alike()
    {
        string query = Query.Of("", ("row", "XYZ|hold"));
        foreach (string path in new[] { "/api/project", "/api/compare", "/api/ensemble", "/api/chart.json", "/api/chart.svg", "/api/chart.csv", "/download/natosim.xlsx", "/download/report.html", "/download/results.zip" })
        {
            (HttpStatusCode status, JsonElement answer) = await shared.Serving.AskAsync(path + query);
            Assert.True(status == HttpStatusCode.UnprocessableEntity, $"{path}: {(int)status} {answer}");
            Assert.Equal("NS020", answer.GetProperty("diagnostics")[0].GetProperty("code").GetString());
        }
    }

    [Theory]
    [InlineData("/api/chart.json?figure=bill&base=hague-core", "member")]
    [InlineData("/api/chart.json?figure=backfill&base=hague-core", "")]
    [InlineData("/api/chart.json?figure=map&base=announced&size=print-1col", "90 mm")]
    [InlineData("/api/chart.json?figure=bill&base=hague-core&member=ISL", "Iceland")]
    [InlineData("/api/ensemble?base=hague-core&edition=nato-2024", "")]
    public async Task A_figure_that_the_state_cannot_show_is_refused_with_the_reason(string path, string says)
    {
        (HttpStatusCode status, JsonElement answer) = await shared.Serving.AskAsync(path);
        if (path.Contains("nato-2024", StringComparison.Ordinal) && status == HttpStatusCode.OK)
        {
            return; // an older edition may have its uncertainty too
        }

        Assert.True(status == HttpStatusCode.UnprocessableEntity, $"{(int)status}: {answer}");
        Assert.Contains(says, answer.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Array, answer.GetProperty("diagnostics").ValueKind);
    }

    [Fact]
    public async Task Nothing_of_ours_shows_in_a_refusal()
    {
        foreach (string path in new[] { "/nope", "/api/nope", "/api/project?base=x", "/api/project?row=a%7Cb", "/api/project?file=AAAA" })
        {
            string text = (await shared.Serving.AskRawAsync(path)).Text;
            Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
            Assert.DoesNotContain(AppContext.BaseDirectory, text, StringComparison.Ordinal);
        }
    }

    // Columns and lengths count code points, as the user sees them.
    private static string Marked(JsonElement diagnostic)
    {
        string[] points = [.. diagnostic.GetProperty("source_line").GetString()!.EnumerateRunes().Select(r => r.ToString())];
        return string.Concat(points.Skip(diagnostic.GetProperty("column").GetInt32() - 1).Take(diagnostic.GetProperty("length").GetInt32()));
    }
}
