using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Simulator.Web.Tests.Api;

/// <summary>Files of the user's: in an address, and to be checked.</summary>
[Collection(ExplorerTests.Name)]
public class UploadTests(SharedExplorer shared)
{
    private const string Good = "scenario,members,what,value,from,to\nmine,,title,Mine,,\nmine,ALL,at_least_pct,4,2026,2035\nyours,,based_on,announced,,\nyours,FRA,at_least_pct,3,2026,2030\n";

    private static readonly string Bad = Good.Replace(",4,", ",44,", StringComparison.Ordinal).Replace("FRA", "FRANCE", StringComparison.Ordinal);

    [Fact]
    public async Task Scenarios_of_a_file_are_listed_and_shown()
    {
        string file = Query.Packed(Good);
        JsonElement[] scenarios = [.. (await shared.Serving.JsonAsync($"/api/scenarios?file={file}")).GetProperty("scenarios").EnumerateArray()];
        Assert.Equal(["mine", "yours"], scenarios.Where(s => s.GetProperty("source").GetString() == "file").Select(s => s.GetProperty("id").GetString()));
        Assert.Contains(scenarios, s => s.GetProperty("id").GetString() == "hague-core" && s.GetProperty("source").GetString() == "shipped");

        JsonElement mine = await shared.Serving.JsonAsync($"/api/project?base=mine&file={file}");
        Assert.Equal("Mine", mine.GetProperty("scenario").GetProperty("title").GetString());
        Assert.False(mine.GetProperty("scenario").GetProperty("is_own").GetBoolean());
        Assert.Equal(Good, mine.GetProperty("csv").GetString());
        JsonElement changed = await shared.Serving.JsonAsync(Query.Of("/api/project", ("base", "yours"), ("file", file), ("row", "POL|hold")));
        Assert.True(changed.GetProperty("scenario").GetProperty("is_own").GetBoolean());
        JsonElement compared = await shared.Serving.JsonAsync($"/api/compare?base=hague-core&with=mine,yours&file={file}");
        Assert.Equal(["hague-core", "mine", "yours"], compared.GetProperty("scenarios").EnumerateArray().Select(s => s.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_file_in_the_dialect_of_a_German_Excel_is_read()
    {
        byte[] german = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("scenario;members;what;value;from;to\r\nmeins;ALL;at_least_pct;3,5;2026;2035\r\n")];
        JsonElement project = await shared.Serving.JsonAsync($"/api/project?base=meins&file={Query.Packed(german)}");
        JsonElement same = await shared.Serving.JsonAsync(Query.Of("/api/project", ("row", "ALL|at_least_pct|3.5|2026|2035")));
        Assert.Equal(same.GetProperty("members").GetRawText(), project.GetProperty("members").GetRawText());
    }

    [Fact]
    public async Task A_file_with_errors_is_refused_at_its_cells()
    {
        (HttpStatusCode status, JsonElement answer) = await shared.Serving.AskAsync($"/api/project?base=mine&file={Query.Packed(Bad)}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        JsonElement[] found = [.. answer.GetProperty("diagnostics").EnumerateArray()];
        Assert.Equal([3, 5], found.Select(d => d.GetProperty("line").GetInt32()));
        Assert.All(found, d => Assert.Equal(-1, d.GetProperty("row").GetInt32()));
    }

    [Theory]
    [InlineData("!!!!")]
    [InlineData("AAAA")]
    [InlineData("QUJDREVGR0g")]
    [InlineData("A")]
    [InlineData("%00")]
    [InlineData("")]
    public async Task What_is_no_deflated_text_is_refused(string file)
    {
        (HttpStatusCode status, JsonElement answer) = await shared.Serving.AskAsync($"/api/project?file={file}");
        Assert.True(status is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity, $"{(int)status} {answer}");
        Assert.NotEqual("", answer.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Random_bytes_in_an_address_are_refused_and_do_no_harm()
    {
        Random random = new(20261127);
        for (int i = 0; i < 60; i++)
        {
            byte[] bytes = new byte[random.Next(1, 4_000)];
            random.NextBytes(bytes);
            string file = i % 2 == 0 ? Query.Packed(bytes) : Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
            (HttpStatusCode status, string text) = await shared.Serving.AskRawAsync($"/api/project?base=hague-core&file={file}");
            Assert.True(status is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity or HttpStatusCode.OK, $"{(int)status} for {file}: {text}");
        }
    }

    [Theory]
    [InlineData(4)] // megabytes that fit in an address when they are packed
    [InlineData(30)]
    [InlineData(200)]
    public async Task A_bomb_is_refused_before_it_goes_off(int megabytes)
    {
        byte[] zeros = new byte[megabytes << 20];
        Array.Fill(zeros, (byte)'a');
        string file = Query.Packed(zeros);
        if (megabytes <= 30)
        {
            Assert.InRange(file.Length, 1_000, 48_000);
        }

        zeros = [];
        long taken = long.MaxValue;
        for (int i = 0; i < 3; i++)
        {
            // Whatever else the process allocates meanwhile is counted too, so the least of three is looked at.
            long before = GC.GetTotalAllocatedBytes(precise: true);
            (HttpStatusCode status, string text) = await shared.Serving.AskRawAsync($"/api/project?file={file}");
            taken = Math.Min(taken, GC.GetTotalAllocatedBytes(precise: true) - before);
            Assert.True(status is HttpStatusCode.BadRequest or HttpStatusCode.RequestUriTooLong or HttpStatusCode.RequestEntityTooLarge, $"{(int)status}: {text}");
        }

        Assert.True(taken < 8 << 20, $"refusing a bomb of {megabytes} MB took {taken:N0} bytes");
    }

    [Fact]
    public async Task A_good_file_is_checked_and_told_in_numbers()
    {
        (HttpStatusCode status, JsonElement answer) = await CheckAsync(Encoding.UTF8.GetBytes(Good), "mein%20szenario.csv");
        Assert.Equal(HttpStatusCode.OK, status);
        Shape.Matches(answer, """{"diagnostics":["or none",{"severity":"text","code":"text"}],"errors":"number","warnings":"number","notices":"number","rows":"number","scenarios":[{"id":"text","title":"text","rows":"number","line":"number"}]}""");
        Assert.Equal(0, answer.GetProperty("errors").GetInt32());
        Assert.Equal(4, answer.GetProperty("rows").GetInt32());
        Assert.Equal(["mine", "yours"], answer.GetProperty("scenarios").EnumerateArray().Select(s => s.GetProperty("id").GetString()));
        Assert.Equal([2, 4], answer.GetProperty("scenarios").EnumerateArray().Select(s => s.GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task All_that_is_wrong_in_a_file_comes_at_once_under_the_name_of_the_file()
    {
        (HttpStatusCode status, JsonElement answer) = await CheckAsync(Encoding.UTF8.GetBytes(Bad), "mein%20Szen%C3%A4rio.csv");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(2, answer.GetProperty("errors").GetInt32());
        JsonElement[] found = [.. answer.GetProperty("diagnostics").EnumerateArray().Where(d => d.GetProperty("severity").GetString() == "error")];
        Assert.Equal(["NS012", "NS020"], found.Select(d => d.GetProperty("code").GetString()));
        Assert.All(found, d => Assert.Equal("mein Szenärio.csv", d.GetProperty("file").GetString()));
        Assert.Equal("value", found[0].GetProperty("column_name").GetString());
        Assert.Equal("mine,ALL,at_least_pct,44,2026,2035", found[0].GetProperty("source_line").GetString());
        Assert.Equal((3, 23), (found[0].GetProperty("line").GetInt32(), found[0].GetProperty("column").GetInt32()));
    }

    [Theory]
    [InlineData("..%2F..%2Fetc%2Fpasswd")]
    [InlineData("%2Fetc%2Fpasswd")]
    [InlineData("C%3A%5Cwindows%5Cpasswd")]
    [InlineData("%E0%A4%A")]
    [InlineData("%0D%0AX-Evil%3A%201")]
    [InlineData("")]
    public async Task The_name_of_a_file_is_a_name_and_no_path(string name)
    {
        (HttpStatusCode status, JsonElement answer) = await CheckAsync(Encoding.UTF8.GetBytes(Bad), name);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.All(answer.GetProperty("diagnostics").EnumerateArray(), d => Assert.DoesNotContain(d.GetProperty("file").GetString()!, c => c is '/' or '\\' || char.IsControl(c)));
    }

    [Fact]
    public async Task Bytes_that_are_no_scenario_file_are_looked_at_and_told()
    {
        byte[] random = new byte[50_000];
        new Random(7).NextBytes(random);
        byte[][] bodies = [[], [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], random, [.. Enumerable.Repeat((byte)',', 100_000)], [.. Enumerable.Repeat((byte)'"', 100_001)], Encoding.UTF8.GetBytes(new string('\n', 100_000)), Encoding.Unicode.GetBytes(Good)];
        foreach (byte[] body in bodies)
        {
            (HttpStatusCode status, JsonElement answer) = await CheckAsync(body, "x.csv");
            Assert.True(status == HttpStatusCode.OK, $"{(int)status} {answer}");
            Assert.True(answer.GetProperty("errors").GetInt32() > 0, $"{body.Length} bytes are no scenario file");
        }
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    [InlineData("application/json")]
    [InlineData("text/csvx")]
    public async Task A_body_of_another_type_is_refused(string type)
    {
        using ByteArrayContent content = new(Encoding.UTF8.GetBytes(Good));
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        using HttpResponseMessage response = await shared.Serving.Client.PostAsync(new Uri("/api/check", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.NotEqual("", Serving.Parsed(await response.Content.ReadAsStringAsync(), type).GetProperty("detail").GetString());
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> CheckAsync(byte[] bytes, string name)
    {
        using ByteArrayContent content = new(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        content.Headers.TryAddWithoutValidation("X-File-Name", name);
        using HttpResponseMessage response = await shared.Serving.Client.PostAsync(new Uri("/api/check", UriKind.Relative), content);
        return (response.StatusCode, Serving.Parsed(await response.Content.ReadAsStringAsync(), "/api/check"));
    }
}
