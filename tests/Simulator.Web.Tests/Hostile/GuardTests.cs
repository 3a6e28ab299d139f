using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;

namespace Simulator.Web.Tests.Hostile;

/// <summary>Other sites, other hosts and other machines get nothing.</summary>
[Collection(ExplorerTests.Name)]
public class GuardTests(SharedExplorer shared)
{
    private const string Secret = "run_id";

    private int Port => shared.Serving.Port;

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:{0}")]
    [InlineData("127.0.0.1.evil.example:{0}")]
    [InlineData("localhost.evil.example:{0}")]
    [InlineData("127.0.0.1:1")]
    [InlineData("127.0.0.1")]
    [InlineData("localhost:1")]
    [InlineData("0.0.0.0:{0}")]
    [InlineData("[::1]:{0}")]
    [InlineData("127.1:{0}")]
    [InlineData("2130706433:{0}")]
    [InlineData("127.0.0.1:{0}.evil.example")]
    [InlineData("evil.example@127.0.0.1:{0}")]
    [InlineData("127.0.0.1:{0}@evil.example")]
    [InlineData("")]
    [InlineData("*")]
    public async Task A_foreign_host_is_refused(string host)
    {
        foreach (string path in new[] { "/", "/api/project", "/health", "/record.html" })
        {
            RawAnswer answer = await RawConnection.SendAsync(Port, $"GET {path} HTTP/1.1\r\nHost: {string.Format(System.Globalization.CultureInfo.InvariantCulture, host, Port)}\r\nConnection: close\r\n\r\n");
            Assert.True(answer.Status is 400 or 421, answer.Text);
            Assert.Single(answer.Statuses);
            Assert.DoesNotContain(Secret, answer.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("<html", answer.Body, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("Host: 127.0.0.1:{0}\r\nHost: evil.example\r\n")]
    [InlineData("Host: evil.example\r\nHost: 127.0.0.1:{0}\r\n")]
    [InlineData("Host : 127.0.0.1:{0}\r\n")]
    [InlineData("X-Forwarded-Host: 127.0.0.1:{0}\r\nHost: evil.example\r\n")]
    [InlineData("Forwarded: host=127.0.0.1\r\nHost: evil.example\r\n")]
    public async Task A_request_needs_one_host_of_its_own(string headers)
    {
        foreach (string version in new[] { "1.1", "1.0" })
        {
            RawAnswer answer = await RawConnection.SendAsync(Port, $"GET /api/project HTTP/{version}\r\n{string.Format(System.Globalization.CultureInfo.InvariantCulture, headers, Port)}Connection: close\r\n\r\n");
            Assert.True(answer.Status is 400 or 421, answer.Text);
            Assert.DoesNotContain(Secret, answer.Body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("127.0.0.1:{0}")]
    [InlineData("localhost:{0}")]
    public async Task Our_own_hosts_are_answered(string host)
    {
        RawAnswer answer = await RawConnection.SendAsync(Port, $"GET /health HTTP/1.1\r\nHost: {string.Format(System.Globalization.CultureInfo.InvariantCulture, host, Port)}\r\nConnection: close\r\n\r\n");
        Assert.Equal(200, answer.Status);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("https://127.0.0.1:{0}")]
    [InlineData("http://127.0.0.1:{0}.evil.example")]
    [InlineData("http://localhost:{0}@evil.example")]
    [InlineData("file://")]
    [InlineData("chrome-extension://abcdef")]
    [InlineData("http://127.0.0.1:{0} http://evil.example")]
    public async Task A_page_of_another_origin_is_refused(string origin)
    {
        string from = string.Format(System.Globalization.CultureInfo.InvariantCulture, origin, Port);
        foreach (string path in new[] { "/", "/api/project", "/api/check", "/api/editions", "/download/scenario.csv", "/openapi.json" })
        {
            using HttpRequestMessage request = new(path == "/api/check" ? HttpMethod.Post : HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("Origin", from);
            await RefusedAsync(request);
        }

        RawAnswer preflight = await RawConnection.SendAsync(
            Port, $"OPTIONS /api/check HTTP/1.1\r\nHost: 127.0.0.1:{Port}\r\nOrigin: {from}\r\nAccess-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: x-file-name\r\nConnection: close\r\n\r\n");
        Assert.InRange(preflight.Status, 400, 499);
        Assert.DoesNotContain("Access-Control-Allow", preflight.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("cross-site", "cors", "empty")]
    [InlineData("cross-site", "no-cors", "script")]
    [InlineData("cross-site", "no-cors", "image")]
    [InlineData("cross-site", "navigate", "iframe")]
    [InlineData("same-site", "cors", "empty")]
    [InlineData("same-site", "no-cors", "empty")]
    [InlineData("cross-site", "", "")]
    public async Task What_another_site_fetches_or_embeds_is_refused(string site, string mode, string destination)
    {
        foreach (string path in new[] { "/", "/api/project", "/api/chart.svg", "/record.html", "/download/results.zip" })
        {
            using HttpRequestMessage request = new(HttpMethod.Get, path);
            request.Headers.Add("Sec-Fetch-Site", site);
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Mode", mode);
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Dest", destination);
            await RefusedAsync(request);
        }
    }

    [Fact]
    public async Task A_link_from_elsewhere_opens_the_page_and_nothing_more()
    {
        foreach ((string path, HttpStatusCode expected) in new[] { ("/?view=reach", HttpStatusCode.OK), ("/api/project", HttpStatusCode.Forbidden), ("/download/results.zip", HttpStatusCode.Forbidden) })
        {
            using HttpRequestMessage request = new(HttpMethod.Get, path);
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
            request.Headers.Add("Sec-Fetch-Mode", "navigate");
            request.Headers.Add("Sec-Fetch-Dest", "document");
            using HttpResponseMessage response = await shared.Serving.Client.SendAsync(request);
            Assert.Equal(expected, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("same-origin")]
    [InlineData("none")]
    public async Task Our_own_page_and_the_address_bar_are_answered(string site)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/editions");
        request.Headers.Add("Sec-Fetch-Site", site);
        request.Headers.TryAddWithoutValidation("Origin", $"http://127.0.0.1:{Port}");
        using HttpResponseMessage response = await shared.Serving.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task It_listens_on_this_machine_alone()
    {
        IPEndPoint[] listening = [.. IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(e => e.Port == Port)];
        Assert.NotEmpty(listening);
        Assert.All(listening, e => Assert.True(IPAddress.IsLoopback(e.Address), $"{e} is listened on"));
        foreach (IPAddress address in NetworkInterface.GetAllNetworkInterfaces().SelectMany(n => n.GetIPProperties().UnicastAddresses).Select(a => a.Address).Where(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a)))
        {
            using TcpClient client = new();
            await Assert.ThrowsAnyAsync<SocketException>(() => client.ConnectAsync(address, Port));
        }
    }

    private async Task RefusedAsync(HttpRequestMessage request)
    {
        if (request.Method == HttpMethod.Post)
        {
            request.Content = new StringContent("scenario,members,what\n", Encoding.UTF8, "text/csv");
        }

        using HttpResponseMessage response = await shared.Serving.Client.SendAsync(request);
        string body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.Forbidden, $"{request.RequestUri}: {(int)response.StatusCode} {body[..Math.Min(200, body.Length)]}");
        Assert.DoesNotContain(Secret, body, StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }
}
