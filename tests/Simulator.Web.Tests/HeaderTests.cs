namespace Simulator.Web.Tests;

/// <summary>What every answer tells the browser about itself.</summary>
[Collection(ExplorerTests.Name)]
public class HeaderTests(SharedExplorer shared)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    [Theory]
    [InlineData("GET", "/", 200)]
    [InlineData("HEAD", "/", 200)]
    [InlineData("GET", "/health", 200)]
    [InlineData("GET", "/openapi.json", 200)]
    [InlineData("GET", "/api/editions", 200)]
    [InlineData("GET", "/api/project", 200)]
    [InlineData("GET", "/api/chart.svg?figure=ranking", 200)]
    [InlineData("GET", "/api/chart.csv?figure=ranking", 200)]
    [InlineData("GET", "/download/scenario.csv", 200)]
    [InlineData("GET", "/download/report.html", 200)]
    [InlineData("GET", "/record.html", 200)]
    [InlineData("GET", "/nope", 404)]
    [InlineData("GET", "/api/nope", 404)]
    [InlineData("POST", "/api/project", 405)]
    [InlineData("GET", "/api/project?base=nope", 400)]
    [InlineData("GET", "/api/project?row=XYZ%7Chold", 422)]
    [InlineData("POST", "/api/check", 415)]
    [InlineData("GET", "/", 421, "Host: evil.example\r\n")]
    [InlineData("GET", "/api/project", 403, "Origin: http://evil.example\r\n")]
    [InlineData("GET", "/api/project", 403, "Sec-Fetch-Site: cross-site\r\n")]
    public async Task Every_answer_says_what_it_is_and_what_it_may_do(string method, string path, int status, string header = "")
    {
        int port = shared.Serving.Port;
        string host = header.StartsWith("Host", StringComparison.Ordinal) ? "" : $"Host: 127.0.0.1:{port}\r\n";
        RawAnswer answer = await RawConnection.SendAsync(port, $"{method} {path} HTTP/1.1\r\n{host}{header}Content-Length: 0\r\nConnection: close\r\n\r\n");
        Assert.True(answer.Status == status, answer.Text[..Math.Min(400, answer.Text.Length)]);
        Dictionary<string, string> headers = answer.Text[..answer.Text.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n").Skip(1)
            .Select(line => line.Split(": ", 2)).ToDictionary(h => h[0], h => h[1], StringComparer.OrdinalIgnoreCase);
        Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
        Assert.Equal("no-referrer", headers["Referrer-Policy"]);
        Assert.Equal("same-origin", headers["Cross-Origin-Resource-Policy"]);
        Assert.DoesNotContain("Server", headers.Keys);
        Assert.DoesNotContain("X-Powered-By", headers.Keys);
        Assert.DoesNotContain(headers.Keys, name => name.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
        string policy = headers["Content-Security-Policy"];
        if (path is "/record.html" or "/download/report.html" && policy != Policy)
        {
            // Pages that stand by themselves bring their own style, and may do less for it.
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("script-src 'unsafe", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(Policy, policy);
        }

        if (method != "HEAD")
        {
            Assert.True(headers.ContainsKey("Content-Type"), "no type");
        }
    }

    [Fact]
    public async Task A_refusal_in_the_midst_says_it_too()
    {
        int port = shared.Serving.Port;
        RawAnswer large = await RawConnection.SendAsync(port, $"POST /api/check HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: text/csv\r\nContent-Length: 99999999\r\nConnection: close\r\n\r\n");
        Assert.Equal(413, large.Status);
        await using Serving hurried = await Serving.StartAsync(o => o with { Timeout = TimeSpan.FromMilliseconds(250) });
        RawAnswer late = await RawConnection.SendAsync(hurried.Port, $"GET /api/ensemble?draws=100000&to=2060 HTTP/1.1\r\nHost: 127.0.0.1:{hurried.Port}\r\nConnection: close\r\n\r\n");
        Assert.Equal(503, late.Status);
        foreach (RawAnswer answer in new[] { large, late })
        {
            Assert.Contains(Policy, answer.Text, StringComparison.Ordinal);
            Assert.Contains("X-Content-Type-Options: nosniff", answer.Text, StringComparison.Ordinal);
            Assert.Contains("Cross-Origin-Resource-Policy: same-origin", answer.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/index.html", "text/html")]
    [InlineData("/api/project", "application/json")]
    [InlineData("/api/chart.svg?figure=ranking", "image/svg+xml")]
    [InlineData("/api/chart.csv?figure=ranking", "text/csv")]
    [InlineData("/openapi.json", "application/json")]
    [InlineData("/health", "text/plain")]
    public async Task An_answer_has_its_type(string path, string type)
    {
        using HttpResponseMessage response = await shared.Serving.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
    }

    // A title is text wherever it comes back.
    [Fact]
    public async Task What_a_user_writes_is_never_markup()
    {
        const string title = "<script>alert(1)</script><img src=x onerror=alert(1)>";
        string query = Query.Of("", ("title", title), ("row", "ALL|hold"));
        foreach (string path in new[] { "/api/chart.svg", "/download/report.html" })
        {
            string text = await shared.Serving.TextAsync(path + query + (path.EndsWith("svg", StringComparison.Ordinal) ? "&figure=trajectories" : ""));
            Assert.DoesNotContain("<script>alert", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", text, StringComparison.OrdinalIgnoreCase);
        }

        using HttpResponseMessage project = await shared.Serving.Client.GetAsync(new Uri("/api/project" + query, UriKind.Relative));
        Assert.Equal("application/json", project.Content.Headers.ContentType?.MediaType);
    }
}
