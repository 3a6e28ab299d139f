using System.Text.Json;
using System.Xml.Linq;

namespace Simulator.Web.Tests.Api;

/// <summary>Every endpoint answers what the description of the API says.</summary>
[Collection(ExplorerTests.Name)]
public class ShapeTests(SharedExplorer shared)
{
    private const string Unit =
        """
        "name":"text","has_forces":"flag","base_share_pct":"number?","share_pct":"number?","line_pct":"number?","short_pp":"number?","spending_bn":"number?",
        "extra_bn":"number?","currency":"text","per_head":"number?","growth_pct":"number?","first_year_3_5":"number?","extra_debt_pp":"number?","shares":["number?"]
        """;

    private const string Diagnostic =
        """
        {"severity":"text","code":"text","title":"text","file":"text","line":"number","column":"number","length":"number","column_name":"text","source_line":"text","message":"text","label":"text","help":"text"}
        """;

    private const string Chart =
        """
        {"id":"text","title":"text","subtitle":"text","description":"text","svg":"text","columns":["text"],"rows":[["cell"]],"run_id":"text"}
        """;

    private static readonly Dictionary<string, string> Patterns = new()
    {
        ["/api/editions"] = """{"default":"text","editions":[{"id":"text","title":"text","base_year":"number","price_year":"number","cut_off":"text","is_default":"flag"}]}""",
        ["/api/members"] = """{"base_year":"number","members":[{"iso3":"text","name":"text","has_forces":"flag","groups":["text"],"base_share_pct":"number?","stated_position":"text"}],"groups":[{"id":"text","name":"text","members":["text"]}]}""",
        ["/api/scenarios"] = """{"scenarios":[{"id":"text","title":"text","source":"text","notes":["or none","text"]}]}""",
        ["/api/settings"] =
            """
            {"settings":[{"name":"text","kind":"text","unit":"text","low":"number?","high":"number?","default":"text","words":["or none","text"],"by_year":"text","by_member":"flag","meaning":"text","source":"text"}],
             "whats":[{"name":"text","unit":"text","meaning":"text"}],"shapes":["text"]}
            """,
        ["/api/figures"] = """{"figures":[{"id":"text","shows":"text","about":"text","needs_draws":"flag"}]}""",
        ["/api/project?base=hague-core"] =
            $$$"""
            {"run_id":"text","edition":"text","base_year":"number","year":"number","to":"number","scenario":{"id":"text","title":"text","is_own":"flag"},"headline":"text","sentence":"text",
             "numbers":[{"label":"text","value":"text","note":"text"}],"caveats":["or none","text"],"notes":["or none","text"],"remarks":["text"],"hardest_pressed":"text","line_pct":"number",
             "years":["number"],"first_projected":"number","estimates_from":"number","currency":"text","prices":"text",
             "members":[{"iso3":"text",{{{Unit}}},"effort":"text","effort_class":"number","nearest_episode":"text","stated_position":"text"}],
             "groups":[{"id":"text",{{{Unit}}}}],"csv":"text","csv_name":"text","diagnostics":["or none",{{{Diagnostic}}}]}
            """,
        ["/api/chart.json?base=hague-core&figure=heat-map"] = Chart,
        ["/api/ensemble?base=hague-core&draws=200"] =
            $$$"""
            {"run_id":"text","draws":"number","seed":"number","sentences":["text"],"remarks":["or none","text"],
             "units":[{"id":"text","name":"text","year":"number","p05":"number","p25":"number","p50":"number","p75":"number","p95":"number","at_line_pct":"number?"}],"chart":{{{Chart}}}}
            """,
        ["/api/pathway?by=2032"] =
            """
            {"by":"number","targets":["number"],"limits":[{"id":"text","name":"text","numbers":"text"}],"reading":"text","counts":[{"target_pct":"number","limits":"text","count":"number","of":"number"}],
             "members":[{"iso3":"text","name":"text","base_share_pct":"number","says":"text","stated_position":"text",
               "answers":[{"target_pct":"number","limits":"text","earliest":"number?","is_there":"flag","share_by_pct":"number","stops":"text","need_pp":"number"}]}]}
            """,
        ["/api/compare?base=hague-core&with=announced,five-core"] =
            """
            {"year":"number","currency":"text","prices":"text",
             "scenarios":[{"id":"text","title":"text","headline":"text","extra_bn":"number","at_line":"number","counted":"number","short_bn":"number","growth_pct":"number","extra_debt_pp":"number?"}],
             "members":[{"iso3":"text","name":"text","cells":[{"share_pct":"number?","extra_bn":"number?","first_year_3_5":"number?"}]}],
             "groups":[{"id":"text","name":"text","cells":[{"share_pct":"number?","extra_bn":"number?","first_year_3_5":"number?"}]}]}
            """,
        ["/api/record"] = """{"sentences":["text"],"page":"text","charts":[{"id":"text","title":"text","svg":"text","description":"text","columns":["text"],"rows":[["cell"]]}]}""",
    };

    public static TheoryData<string> Paths => [.. Patterns.Keys];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task An_answer_has_the_documented_form(string path)
    {
        using HttpResponseMessage response = await shared.Serving.Client.GetAsync(new Uri(path, UriKind.Relative));
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("utf-8", response.Content.Headers.ContentType?.CharSet);
        Shape.Matches(Serving.Parsed(text, path), Patterns[path]);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_fit_together()
    {
        Serving serving = shared.Serving;
        JsonElement members = await serving.JsonAsync("/api/members");
        JsonElement project = await serving.JsonAsync("/api/project?base=hague-core&year=2033&member=ITA");
        Assert.Equal(32, members.GetProperty("members").GetArrayLength());
        Assert.Single(members.GetProperty("members").EnumerateArray(), m => !m.GetProperty("has_forces").GetBoolean());
        Assert.Equal(Ids(members.GetProperty("members"), "iso3"), Ids(project.GetProperty("members"), "iso3"));
        string[] groups = Ids(members.GetProperty("groups"), "id");
        Assert.Contains("NATO", Ids(project.GetProperty("groups"), "id"));
        Assert.Contains("EUROPE", Ids(project.GetProperty("groups"), "id"));
        Assert.Contains("EUROPE", groups);
        Assert.All(members.GetProperty("members").EnumerateArray(), m => Assert.All(m.GetProperty("groups").EnumerateArray(), g => Assert.Contains(g.GetString(), groups)));

        Assert.Equal(3, project.GetProperty("numbers").GetArrayLength());
        int[] years = [.. project.GetProperty("years").EnumerateArray().Select(y => y.GetInt32())];
        Assert.Equal(Enumerable.Range(years[0], years.Length), years);
        Assert.Equal(2035, years[^1]);
        Assert.Equal(2033, project.GetProperty("year").GetInt32());
        int headline = Array.IndexOf(years, 2033);
        int start = Array.IndexOf(years, project.GetProperty("base_year").GetInt32());
        Assert.Equal(project.GetProperty("first_projected").GetInt32(), years[start] + 1);
        foreach (JsonElement unit in project.GetProperty("members").EnumerateArray().Concat(project.GetProperty("groups").EnumerateArray()))
        {
            JsonElement[] shares = [.. unit.GetProperty("shares").EnumerateArray()];
            Assert.Equal(years.Length, shares.Length);
            Assert.Equal(unit.GetProperty("share_pct").GetRawText(), shares[headline].GetRawText());
            Assert.Equal(unit.GetProperty("base_share_pct").GetRawText(), shares[start].GetRawText());
        }

        Assert.All(project.GetProperty("members").EnumerateArray(), m => Assert.InRange(m.GetProperty("effort_class").GetInt32(), -1, 4));
    }

    [Fact]
    public async Task Every_shipped_scenario_and_every_figure_is_shown()
    {
        Serving serving = shared.Serving;
        string[] scenarios = Ids((await serving.JsonAsync("/api/scenarios")).GetProperty("scenarios"), "id");
        Assert.Equal(scenarios.Length, scenarios.Distinct().Count());
        foreach (string id in scenarios)
        {
            JsonElement project = await serving.JsonAsync($"/api/project?base={id}");
            Assert.Equal(id, project.GetProperty("scenario").GetProperty("id").GetString());
            Assert.False(project.GetProperty("scenario").GetProperty("is_own").GetBoolean());
            Assert.Contains(id, project.GetProperty("csv").GetString(), StringComparison.Ordinal);
        }

        foreach (JsonElement figure in (await serving.JsonAsync("/api/figures")).GetProperty("figures").EnumerateArray())
        {
            string id = figure.GetProperty("id").GetString()!;
            string with = id == "backfill" ? "base=us-third-out" : "base=announced&with=hague-core,five-core";
            string draws = figure.GetProperty("needs_draws").GetBoolean() ? "&draws=200" : "";
            JsonElement chart = await serving.JsonAsync($"/api/chart.json?{with}&member=ITA&figure={id}{draws}");
            Assert.EndsWith(id, chart.GetProperty("id").GetString(), StringComparison.Ordinal);
            Assert.StartsWith("<svg", chart.GetProperty("svg").GetString(), StringComparison.Ordinal);
            int columns = chart.GetProperty("columns").GetArrayLength();
            Assert.All(chart.GetProperty("rows").EnumerateArray(), row => Assert.Equal(columns, row.GetArrayLength()));
        }
    }

    // Marks are read by touch and keyboard from what the drawing itself says of them.
    [Theory]
    [InlineData("trajectories")]
    [InlineData("members")]
    [InlineData("ranking")]
    [InlineData("total")]
    [InlineData("extra-money")]
    [InlineData("heat-map")]
    [InlineData("shortfall")]
    [InlineData("waterfall")]
    [InlineData("map")]
    [InlineData("effort")]
    [InlineData("earliest")]
    [InlineData("comparison")]
    public async Task Marks_of_a_chart_say_their_value_and_ids_are_the_figures_own(string figure)
    {
        JsonElement chart = await shared.Serving.JsonAsync($"/api/chart.json?base=announced&with=hague-core&figure={figure}");
        XDocument svg = XDocument.Parse(chart.GetProperty("svg").GetString()!);
        XNamespace ns = "http://www.w3.org/2000/svg";
        string[] told = [.. svg.Descendants(ns + "title").Where(t => t.Parent != svg.Root).Select(t => t.Value)];
        Assert.True(told.Length >= 5, $"{figure} has {told.Length} marks that say their value");
        Assert.Contains(told, t => t.Any(char.IsDigit));
        string own = chart.GetProperty("id").GetString()!;
        Assert.All(svg.Descendants().Attributes("id"), id => Assert.StartsWith(own, id.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_own_scenario_is_named_after_its_title_and_written_as_a_file()
    {
        string path = Query.Of("/api/project", ("base", "announced"), ("row", "ALL|at_least_pct|3.5|2026|2035|linear"), ("row", "FRA|share_pct|3|2026|2032|front 2"), ("title", "Mine, \"and\" yours"));
        JsonElement project = await shared.Serving.JsonAsync(path);
        JsonElement scenario = project.GetProperty("scenario");
        Assert.Equal("my-scenario", scenario.GetProperty("id").GetString());
        Assert.Equal("Mine, \"and\" yours", scenario.GetProperty("title").GetString());
        Assert.True(scenario.GetProperty("is_own").GetBoolean());
        Assert.Equal("my-scenario.csv", project.GetProperty("csv_name").GetString());
        string csv = project.GetProperty("csv").GetString()!;
        Assert.Contains("FRA,share_pct,3,2026,2032,front 2", csv, StringComparison.Ordinal);
        Assert.Contains("based_on,announced", csv, StringComparison.Ordinal);
        Assert.Equal(csv, await shared.Serving.TextAsync(path.Replace("/api/project", "/download/scenario.csv", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_API_describes_itself_and_its_health()
    {
        Assert.Equal("ok", (await shared.Serving.TextAsync("/health")).Trim());
        JsonElement document = await shared.Serving.JsonAsync("/openapi.json");
        Assert.StartsWith("3.", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        JsonElement paths = document.GetProperty("paths");
        Assert.All(Patterns.Keys.Select(p => p.Split('?')[0]).Append("/api/check"), path => Assert.True(paths.TryGetProperty(path, out _), $"{path} is not described"));
        string[] parameters = [.. paths.GetProperty("/api/project").GetProperty("get").GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()!)];
        Assert.All(
            ["base", "row", "title", "file", "year", "to", "currency", "prices", "member", "highlight", "with", "figure", "draws", "seed"],
            name => Assert.Contains(name, parameters));
    }

    private static string[] Ids(JsonElement list, string property) => [.. list.EnumerateArray().Select(e => e.GetProperty(property).GetString()!)];
}
