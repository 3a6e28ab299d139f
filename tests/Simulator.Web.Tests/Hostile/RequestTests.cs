using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Simulator.Web.Tests.Hostile;

/// <summary>Requests that are broken, ambiguous, too large or too slow.</summary>
[Collection(ExplorerTests.Name)]
public class RequestTests(SharedExplorer shared)
{
    private int Port => shared.Serving.Port;

    private string Host => $"Host: 127.0.0.1:{Port}\r\n";

    [Theory]
    [InlineData("GET\r\n\r\n")]
    [InlineData("GET /\r\n\r\n")]
    [InlineData("GET / HTTP/9.9\r\nHost: x\r\n\r\n")]
    [InlineData("GET / HTTX/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET  / HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET /a b HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("G\u0000T / HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET nothing HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET /\u0001 HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET /\u00ff HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData(" GET / HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("\r\n\r\nGET\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nNoColon\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\n: empty\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\nA: b\u0000c\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\nA: b\r\n folded\r\n\r\n")]
    [InlineData("CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n")]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")]
    [InlineData("\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003")]
    public async Task A_broken_request_is_refused(string text)
    {
        RawAnswer answer = await RawConnection.SendAsync(Port, Encoding.Latin1.GetBytes(text), isHungUp: true);
        Assert.True(answer.Status is 0 or (>= 400 and < 500) or 505, answer.Text);
        Assert.True(answer.IsClosed, "the connection stayed open");
        await AnswersStill();
    }

    // Two readers of one connection must never disagree where a request ends; so what could be read in two ways is not read at all.
    [Theory]
    [InlineData("Content-Length: 6\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\nG")]
    [InlineData("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "5c\r\nGPOST / HTTP/1.1\r\nHost: x\r\n\r\n0\r\n\r\n")]
    [InlineData("Content-Length: 5\r\nContent-Length: 6\r\n", "aaaaaa")]
    [InlineData("Content-Length: 5, 6\r\n", "aaaaaa")]
    [InlineData("Content-Length: -1\r\n", "")]
    [InlineData("Content-Length: 0x5\r\n", "aaaaa")]
    [InlineData("Content-Length: 99999999999999999999\r\n", "aaaaa")]
    [InlineData("Content-Length : 5\r\n", "aaaaa")]
    [InlineData("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n")]
    [InlineData("Transfer-Encoding: gzip\r\n", "0\r\n\r\n")]
    [InlineData("Transfer-Encoding : chunked\r\n", "0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", "0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n", "zz\r\nabc\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n", "-1\r\nabc\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n", "ffffffffffffffffff\r\nabc\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n", "3\r\nabcdef\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n", "3\nabc\n0\n\n")]
    public async Task A_body_whose_end_is_ambiguous_is_refused(string headers, string body)
    {
        string hidden = $"GET /api/project HTTP/1.1\r\n{Host}Connection: close\r\n\r\n";
        RawAnswer answer = await RawConnection.SendAsync(
            Port, Encoding.Latin1.GetBytes($"POST /api/check HTTP/1.1\r\n{Host}Content-Type: text/csv\r\n{headers}\r\n{body}{hidden}"), isHungUp: false);
        Assert.True(answer.Status is 0 or 400 or 413 or 501, answer.Text);
        Assert.True(answer.Statuses.Count <= 1, $"what followed was taken as a request of its own: {answer.Text}");
        Assert.DoesNotContain("run_id", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_that_are_too_large_or_too_many_are_refused()
    {
        foreach (string headers in new[] { $"X-A: {new string('a', 40_000)}\r\n", string.Concat(Enumerable.Range(0, 2_000).Select(i => $"X-{i}: 1\r\n")), $"Cookie: {new string('a', 1_000_000)}\r\n" })
        {
            RawAnswer answer = await RawConnection.SendAsync(Port, $"GET / HTTP/1.1\r\n{Host}{headers}Connection: close\r\n\r\n");
            Assert.True(answer.Status is 431 or 400 or 0, answer.Text);
        }

        RawAnswer line = await RawConnection.SendAsync(Port, $"GET /?title={new string('a', 500_000)} HTTP/1.1\r\n{Host}Connection: close\r\n\r\n");
        Assert.True(line.Status is 414 or 400 or 0, line.Text);
        await AnswersStill();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_is_too_large_is_refused(bool hasLength)
    {
        const int megabytes = 5;
        byte[] piece = new byte[1 << 20];
        Array.Fill(piece, (byte)'a');
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, Port);
        NetworkStream stream = client.GetStream();
        string length = hasLength ? $"Content-Length: {megabytes << 20}\r\n" : "Transfer-Encoding: chunked\r\n";
        Task<RawAnswer> reading = RawConnection.ReadAsync(stream);
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes($"POST /api/check HTTP/1.1\r\n{Host}Content-Type: text/csv\r\n{length}Connection: close\r\n\r\n"));
            for (int i = 0; i < megabytes; i++)
            {
                if (!hasLength)
                {
                    await stream.WriteAsync("100000\r\n"u8.ToArray());
                }

                await stream.WriteAsync(piece);
                if (!hasLength)
                {
                    await stream.WriteAsync("\r\n"u8.ToArray());
                }
            }
        }
        catch (IOException)
        {
            // It may hang up as soon as it has seen enough.
        }

        RawAnswer answer = await reading;
        Assert.True(answer.Status is 413 or 0, answer.Text);
        Assert.True(answer.IsClosed, "the connection stayed open");
        await AnswersStill();
    }

    [Fact]
    public async Task A_body_just_small_enough_is_read()
    {
        byte[] body = new byte[4 << 20];
        Array.Fill(body, (byte)'a');
        using ByteArrayContent content = new(body);
        content.Headers.ContentType = new("text/csv");
        using HttpResponseMessage response = await shared.Serving.Client.PostAsync(new Uri("/api/check", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.InRange((await response.Content.ReadAsByteArrayAsync()).Length, 1, 100_000);
    }

    [Fact]
    public async Task Who_dawdles_is_shown_out()
    {
        await using Serving serving = await Serving.StartAsync(o => o with { Timeout = TimeSpan.FromSeconds(2) });
        string host = $"Host: 127.0.0.1:{serving.Port}\r\n";
        (string Start, int[] Allowed)[] slow =
        [
            ("GET / HTT", [0, 400, 408]),
            ($"GET / HTTP/1.1\r\n{host}X-Slow: ", [0, 400, 408]),
            ($"POST /api/check HTTP/1.1\r\n{host}Content-Type: text/csv\r\nContent-Length: 100000\r\n\r\n", [0, 400, 408, 503]),
            ($"POST /api/check HTTP/1.1\r\n{host}Content-Type: text/csv\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n", [0, 400, 408, 503]),
        ];
        RawAnswer[] answers = await Task.WhenAll(slow.Select(s => Dawdle(serving.Port, s.Start)));
        for (int i = 0; i < slow.Length; i++)
        {
            Assert.True(slow[i].Allowed.Contains(answers[i].Status), answers[i].Text);
            Assert.True(answers[i].IsClosed, $"dawdler {i} was let stay");
        }

        Assert.Equal("ok", await serving.TextAsync("/health"));
    }

    [Fact]
    public async Task Random_bytes_are_no_request()
    {
        Random random = new(7);
        byte[] start = Encoding.Latin1.GetBytes($"GET /api/project?row= HTTP/1.1\r\n{Host}Connection: close\r\n\r\n");
        for (int i = 0; i < 300; i++)
        {
            byte[] bytes;
            if (i % 2 == 0)
            {
                bytes = new byte[random.Next(1, 2_000)];
                random.NextBytes(bytes);
            }
            else
            {
                // A good request with some bytes turned.
                bytes = [.. start];
                for (int k = random.Next(1, 6); k > 0; k--)
                {
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                }
            }

            RawAnswer answer = await RawConnection.SendAsync(Port, bytes, isHungUp: true);
            Assert.True(answer.Status is 0 or 200 or (>= 400 and < 500) or 501 or 505, $"{Convert.ToHexString(bytes)}: {answer.Text}");
            Assert.True(answer.IsClosed, $"{Convert.ToHexString(bytes)} keeps a connection open");
        }

        await AnswersStill();
    }

    [Theory]
    [InlineData("POST", "/")]
    [InlineData("PUT", "/")]
    [InlineData("DELETE", "/index.html")]
    [InlineData("POST", "/api/project")]
    [InlineData("PUT", "/api/project")]
    [InlineData("DELETE", "/api/scenarios")]
    [InlineData("PATCH", "/api/members")]
    [InlineData("OPTIONS", "/api/project")]
    [InlineData("TRACE", "/api/project")]
    [InlineData("FOO", "/api/project")]
    [InlineData("GET", "/api/check")]
    [InlineData("PUT", "/api/check")]
    [InlineData("POST", "/download/scenario.csv")]
    [InlineData("POST", "/openapi.json")]
    [InlineData("POST", "/health")]
    [InlineData("POST", "/record.html")]
    public async Task A_wrong_method_is_refused(string method, string path)
    {
        RawAnswer answer = await RawConnection.SendAsync(Port, $"{method} {path} HTTP/1.1\r\n{Host}X-Told: secret-header\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        Assert.True(answer.Status == 405, answer.Text);
        Assert.DoesNotContain("secret-header", answer.Text, StringComparison.Ordinal);
    }

    private async Task AnswersStill() => Assert.Equal("ok", await shared.Serving.TextAsync("/health"));

    // One byte a second for as long as somebody listens.
    private static async Task<RawAnswer> Dawdle(int port, string start)
    {
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, port);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(start));
        Task<RawAnswer> reading = RawConnection.ReadAsync(stream);
        while (!reading.IsCompleted)
        {
            await Task.WhenAny(reading, Task.Delay(TimeSpan.FromSeconds(1)));
            try
            {
                await stream.WriteAsync("a"u8.ToArray());
            }
            catch (IOException)
            {
                break;
            }
        }

        return await reading;
    }
}
