using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Simulator.Cli;
using Simulator.Cli.Tests;

namespace Simulator.Web.Tests.Api;

/// <summary>The explorer and the command line are one engine: the same numbers to the last digit, the same pictures to the byte.</summary>
[Collection(ExplorerTests.Name)]
public class AgreementTests(SharedExplorer shared)
{
    private static readonly (string Column, string Property)[] Numbers =
    [
        ("share_pct", "share_pct"), ("line_pct", "line_pct"), ("short_pp", "short_pp"), ("spending_bn", "spending_bn"), ("extra_over_hold_bn", "extra_bn"),
        ("per_head", "per_head"), ("required_real_growth_pct", "growth_pct"), ("first_year_3_5", "first_year_3_5"), ("extra_debt_pp", "extra_debt_pp"),
    ];

    private static readonly (string Column, string Property)[] Words =
        [("name", "name"), ("currency", "currency"), ("effort", "effort"), ("nearest_episode", "nearest_episode"), ("stated_position", "stated_position")];

    private static readonly string[] Rows =
        ["ALL|at_least_pct|3.5|2026|2034|linear", "EUROPE|delivery_pct|60", "FRA|share_pct|3|2026|2032|front 2", "ITA|at_least_pct|2.5|2027|2035|s-curve", "|growth_pp|-0.5"];

    public static TheoryData<string, string, string> Runs => new()
    {
        { "base=hague-core", "hague-core", "" },
        { "base=announced&year=2031", "announced", "--years 2030,2031 --to 2035" },
        { "base=us-third-out", "us-third-out", "" },
        { "base=fastest-five&year=2040&currency=USD", "fastest-five", "--years 2030,2040 --currency USD" },
        { "base=trade-war-plan&prices=nato&currency=national", "trade-war-plan", "--prices 2021 --currency national" },
        { "base=five-core&prices=current&to=2045", "five-core", "--prices current --to 2045" },
        { "base=hague-core&edition=nato-2024", "hague-core", "--edition nato-2024" },
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task A_shipped_scenario_has_the_numbers_of_the_command_line(string state, string scenario, string options)
    {
        using TemporaryFolder folder = new();
        Run(folder, [scenario, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Agree(folder, await shared.Serving.JsonAsync($"/api/project?{state}"));
    }

    [Fact]
    public async Task A_scenario_of_rows_gives_the_same_from_its_file()
    {
        using TemporaryFolder folder = new();
        JsonElement project = await shared.Serving.JsonAsync(Of("/api/project", "announced", "my title; with, signs"));
        string file = folder.Write(project.GetProperty("csv_name").GetString()!, project.GetProperty("csv").GetString()!);
        Run(folder, [file]);
        Agree(folder, project);
    }

    [Fact]
    public async Task The_command_of_an_answer_repeats_it()
    {
        using TemporaryFolder folder = new();
        string upload = File.ReadAllText(Repository.Path("data/scenarios/shapes.csv")).Replace("shape-front", "their-front", StringComparison.Ordinal);
        (string From, string With, string Year)[] states = [("their-front", "", "2036"), ("hague-core", "announced,five-core", "2035"), ("their-front", "hague-core,shape-step", "2031")];
        foreach ((string from, string with, string year) in states)
        {
            string path = Of("/api/project", from, "T", ("file", Query.Packed(upload)), ("with", with), ("year", year), ("currency", "USD"));
            JsonElement project = await shared.Serving.JsonAsync(path);
            string command = project.GetProperty("command").GetString()!;
            Assert.StartsWith("natosim run ", command, StringComparison.Ordinal);
            folder.Write("my-scenario.csv", await shared.Serving.TextAsync(path.Replace("/api/project", "/download/scenario.csv", StringComparison.Ordinal)));
            folder.Write("scenarios.csv", await shared.Serving.TextAsync(path.Replace("/api/project", "/download/base.csv", StringComparison.Ordinal)));

            // File names and the folder of results stand relative in it.
            string[] args = [.. command.Split(' ').Skip(2).Select(a => a is "my-scenario.csv" or "scenarios.csv" or "results" ? folder.Path(a) : a)];
            Assert.Equal(folder.Path("results"), args[^1]);
            Run(folder, [.. args[..^2], "--overwrite"], "results");
            Agree(folder, project, "results");
        }
    }

    [Fact]
    public async Task A_comparison_has_the_numbers_of_the_command_line()
    {
        using TemporaryFolder folder = new();
        Run(folder, ["hague-core", "announced", "us-third-out"]);
        JsonElement compare = await shared.Serving.JsonAsync("/api/compare?base=hague-core&with=announced,us-third-out");
        string[] scenarios = [.. compare.GetProperty("scenarios").EnumerateArray().Select(s => s.GetProperty("id").GetString()!)];
        Assert.Equal(["hague-core", "announced", "us-third-out"], scenarios);
        ILookup<(string, string), Dictionary<string, string>> answers = Answers(folder, "out", compare.GetProperty("year").GetInt32());
        foreach (JsonElement unit in compare.GetProperty("members").EnumerateArray().Concat(compare.GetProperty("groups").EnumerateArray()))
        {
            string id = IdOf(unit);
            for (int s = 0; s < scenarios.Length; s++)
            {
                JsonElement cell = unit.GetProperty("cells")[s];
                foreach (Dictionary<string, string> row in answers[(scenarios[s], id)])
                {
                    Assert.Equal(CsvTable.Number(row["share_pct"]), NumberOf(cell, "share_pct"));
                    Assert.Equal(CsvTable.Number(row["extra_over_hold_bn"]), NumberOf(cell, "extra_bn"));
                    Assert.Equal(CsvTable.Number(row["first_year_3_5"]), NumberOf(cell, "first_year_3_5"));
                }
            }
        }

        Assert.Equal(RunId(folder), compare.GetProperty("run_id").GetString());
    }

    public static TheoryData<string, string> Figures => new()
    {
        { "base=hague-core&figure=trajectories", "trajectories hague-core" },
        { "base=hague-core&figure=trajectories&size=web", "trajectories hague-core --size web" },
        { "base=announced&figure=ranking&size=slide&theme=dark&highlight=ITA,ESP", "ranking announced --size slide --theme dark --highlight ITA,ESP" },
        { "base=announced&figure=shortfall&size=slide", "shortfall announced --size slide" },
        { "base=hague-core&figure=heat-map&size=800x900&lang=pl", "heat-map hague-core --size 800x900 --lang pl" },
        { "base=five-core&figure=bill&member=FRA&year=2032", "bill five-core --member FRA --year 2032" },
        { "base=us-third-out&figure=backfill", "backfill us-third-out" },
        { "base=hague-core&with=announced,five-core&figure=comparison", "comparison hague-core announced five-core" },
        { "base=announced&figure=map&size=print-2col&lang=de", "map announced --size print-2col --lang de" },
        { "base=hague-core&figure=extra-money&currency=USD&prices=current&to=2040", "extra-money hague-core --currency USD --prices current --to 2040" },
        { "base=hague-core&figure=range&draws=300&seed=9", "range hague-core --draws 300 --seed 9" },
        { "base=announced&figure=range-debt&draws=1000", "range-debt announced --draws 1000" },
        { "base=hague-core&figure=range-money&draws=300&highlight=FRA,ITA", "range-money hague-core --draws 300 --highlight FRA,ITA" },
        { "base=announced&figure=pathway-member&member=ITA", "pathway-member announced --member ITA" },
        { "base=hague-core&figure=nato-share&edition=nato-2024", "nato-share hague-core --edition nato-2024" },
    };

    [Theory]
    [MemberData(nameof(Figures))]
    public async Task A_figure_is_that_of_the_command_line_to_the_byte(string state, string arguments)
    {
        using TemporaryFolder folder = new();
        (int exit, _, string error) = Repository.Natosim(["chart", .. arguments.Split(' '), "--out", folder.Path("figure.svg"), "--quiet"]);
        Assert.True(exit == ExitCode.Done, error);
        string drawn = File.ReadAllText(folder.Path("figure.svg"));
        Assert.Equal(drawn, await shared.Serving.TextAsync($"/api/chart.svg?{state}"));
        Assert.Equal(File.ReadAllText(folder.Path("figure.csv")), await shared.Serving.TextAsync($"/api/chart.csv?{state}"));
        JsonElement chart = await shared.Serving.JsonAsync($"/api/chart.json?{state}");
        Assert.Equal(drawn, chart.GetProperty("svg").GetString());
        Assert.Contains(chart.GetProperty("run_id").GetString()!, drawn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_results_are_the_folder_that_the_command_line_writes()
    {
        using TemporaryFolder folder = new();
        Run(folder, ["hague-core"]);
        byte[] packed = await shared.Serving.BytesAsync("/download/results.zip?base=hague-core");
        Assert.Equal(packed, await shared.Serving.BytesAsync("/download/results.zip?base=hague-core"));
        using ZipArchive archive = new(new MemoryStream(packed));
        Dictionary<string, byte[]> theirs = archive.Entries.ToDictionary(e => e.FullName[(e.FullName.IndexOf('/', StringComparison.Ordinal) + 1)..], Bytes);
        string[] ours = [.. Directory.GetFiles(folder.Path("out"), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder.Path("out"), f).Replace('\\', '/')).Order(StringComparer.Ordinal)];
        Assert.Equal(ours, theirs.Keys.Order(StringComparer.Ordinal));
        Assert.All(ours, name => Assert.True(File.ReadAllBytes(folder.Path("out/" + name)).AsSpan().SequenceEqual(theirs[name]), $"{name} differs"));
        Assert.Equal(File.ReadAllText(folder.Path("out/report.html")), await shared.Serving.TextAsync("/download/report.html?base=hague-core"));

        Run(folder, ["hague-core", "--tables", "csv,xlsx"], "workbook");
        byte[] workbook = await shared.Serving.BytesAsync("/download/natosim.xlsx?base=hague-core");
        Assert.True(workbook.AsSpan().SequenceEqual(File.ReadAllBytes(folder.Path("workbook/natosim.xlsx"))), "the workbook differs");
    }

    [Theory]
    [InlineData("/download/scenario.csv", "text/csv")]
    [InlineData("/download/natosim.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("/download/report.html", "text/html")]
    [InlineData("/download/results.zip", "application/zip")]
    [InlineData("/api/chart.svg", "image/svg+xml", "&figure=ranking&download=1")]
    [InlineData("/api/chart.csv", "text/csv", "&figure=ranking&download=1")]
    public async Task A_download_is_saved_under_a_name(string path, string type, string more = "")
    {
        using HttpResponseMessage response = await shared.Serving.Client.GetAsync(new Uri($"{path}?base=announced{more}", UriKind.Relative));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.False(string.IsNullOrEmpty(response.Content.Headers.ContentDisposition?.FileName));
        if (more.Length > 0)
        {
            using HttpResponseMessage shown = await shared.Serving.Client.GetAsync(new Uri($"{path}?base=announced{more}".Replace("&download=1", "", StringComparison.Ordinal), UriKind.Relative));
            Assert.Null(shown.Content.Headers.ContentDisposition);
        }
    }

    [Fact]
    public async Task The_past_record_is_that_of_the_command_line()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(ExitCode.Done, Repository.Natosim("backtest", "--out", folder.Path("record"), "--quiet").Exit);
        Assert.Equal(File.ReadAllText(folder.Path("record/record.html")), await shared.Serving.TextAsync("/record.html"));
        string[] files = [.. Directory.GetFiles(folder.Path("record/charts"), "*.svg").Select(File.ReadAllText)];
        JsonElement record = await shared.Serving.JsonAsync("/api/record");
        Assert.All(record.GetProperty("charts").EnumerateArray(), c => Assert.Contains(c.GetProperty("svg").GetString()!, files));
    }

    [Fact]
    public async Task No_culture_of_the_machine_changes_an_answer()
    {
        string[] paths =
        [
            Of("/api/project", "announced", "T"), "/api/ensemble?base=hague-core&draws=200", "/api/chart.svg?base=announced&figure=ranking", "/api/chart.csv?base=announced&figure=heat-map", "/api/pathway",
            "/api/compare?base=hague-core&with=announced", "/api/settings", "/api/project?row=ALL%7Cat_least_pct%7C3,5", "/api/project?year=2.035", "/download/scenario.csv?base=budgets",
        ];
        List<string> expected = [];
        foreach (string path in paths)
        {
            expected.Add((await shared.Serving.AskRawAsync(path)).Text);
        }

        CultureInfo? before = CultureInfo.DefaultThreadCurrentCulture;
        CultureInfo here = CultureInfo.CurrentCulture;
        try
        {
            foreach (string name in new[] { "de-DE", "tr-TR" })
            {
                CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
                Assert.Equal("1,5", await Task.Run(() => $"{1.5}"));
                await using Serving other = await Serving.StartAsync();
                for (int i = 0; i < paths.Length; i++)
                {
                    Assert.Equal(expected[i], (await other.AskRawAsync(paths[i])).Text);
                }
            }
        }
        finally
        {
            CultureInfo.DefaultThreadCurrentCulture = before;
            CultureInfo.CurrentCulture = here;
        }
    }

    private static string Of(string path, string from, string title, params (string, string)[] more) =>
        Query.Of(path, [("base", from), ("title", title), .. Rows.Select(r => ("row", r)), .. more.Where(m => m.Item2.Length > 0)]);

    private static void Run(TemporaryFolder folder, string[] args, string output = "out")
    {
        (int exit, _, string error) = Repository.Natosim(["run", .. args, "--out", folder.Path(output), "--quiet"]);
        Assert.True(exit == ExitCode.Done, error);
    }

    private static void Agree(TemporaryFolder folder, JsonElement project, string output = "out")
    {
        int year = project.GetProperty("year").GetInt32();
        string scenario = project.GetProperty("scenario").GetProperty("id").GetString()!;
        ILookup<(string, string), Dictionary<string, string>> answers = Answers(folder, output, year);
        Dictionary<string, JsonElement> units = project.GetProperty("members").EnumerateArray().Concat(project.GetProperty("groups").EnumerateArray()).ToDictionary(IdOf);
        Assert.Equal(units.Keys.Where(k => answers.Contains((scenario, k))).Count(), answers.Count(a => a.Key.Item1 == scenario));
        int compared = 0;
        foreach (((string of, string id), Dictionary<string, string> row) in answers.SelectMany(a => a.Select(row => (a.Key, row))))
        {
            if (of != scenario)
            {
                continue;
            }

            foreach ((string column, string property) in Numbers)
            {
                Assert.True(CsvTable.Number(row[column]) == NumberOf(units[id], property), $"{id} {column}: {row[column]} in the table, {NumberOf(units[id], property)} in the answer");
                compared++;
            }

            Assert.All(Words.Where(w => units[id].TryGetProperty(w.Property, out _)), w => Assert.Equal(row[w.Column], units[id].GetProperty(w.Property).GetString()));
        }

        Assert.True(compared > 31 * Numbers.Length, $"{compared} numbers were compared");

        int first = project.GetProperty("years")[0].GetInt32();
        foreach (Dictionary<string, string> row in CsvTable.Read(folder.Path(output + "/projections.csv")).Where(r => (r["scenario"] == scenario || r["scenario"] == "history") && r["leg"] == "core"))
        {
            JsonElement share = units[row["iso3"]].GetProperty("shares")[int.Parse(row["year"], CultureInfo.InvariantCulture) - first];
            Assert.Equal(CsvTable.Number(row["share_pct"]), share.ValueKind == JsonValueKind.Null ? null : share.GetDouble());
        }

        Assert.Equal(RunId(folder, output), project.GetProperty("run_id").GetString());
    }

    private static ILookup<(string Scenario, string Id), Dictionary<string, string>> Answers(TemporaryFolder folder, string output, int year) =>
        CsvTable.Read(folder.Path(output + "/answers.csv")).Where(r => r["year"] == year.ToString(CultureInfo.InvariantCulture)).ToLookup(r => (r["scenario"], r["iso3"]));

    private static string RunId(TemporaryFolder folder, string output = "out") =>
        Serving.Parsed(File.ReadAllText(folder.Path(output + "/run.json")), "run.json").GetProperty("run_id").GetString()!;

    private static string IdOf(JsonElement unit) => unit.TryGetProperty("iso3", out JsonElement code) && code.ValueKind == JsonValueKind.String ? code.GetString()! : unit.GetProperty("id").GetString()!;

    private static double? NumberOf(JsonElement unit, string property) =>
        unit.TryGetProperty(property, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        using MemoryStream memory = new();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
