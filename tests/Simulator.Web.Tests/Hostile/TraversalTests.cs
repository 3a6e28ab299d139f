namespace Simulator.Web.Tests.Hostile;

/// <summary>No request reads the disk: the page lies in the program, and a path is a name among few.</summary>
[Collection(ExplorerTests.Name)]
public class TraversalTests(SharedExplorer shared)
{
    public static TheoryData<string> Targets =>
    [
        "/../../etc/passwd", "/../../../../../../etc/passwd", "/./../etc/passwd", "/..%2f..%2fetc/passwd", "/..%2F..%2F..%2Fetc%2Fpasswd", "/%2e%2e/%2e%2e/etc/passwd", "/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/..%252f..%252fetc/passwd", "/%252e%252e/etc/passwd", "/..%5c..%5cetc%5cpasswd", "/..\\..\\etc\\passwd", "/%5c..%5c..%5cetc%5cpasswd", "/..;/..;/etc/passwd", "/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd",
        "/%c0%af..%c0%afetc%c0%afpasswd", "/%u002e%u002e/etc/passwd", "//etc/passwd", "///etc/passwd", "/etc/passwd", "/file:///etc/passwd", "/%2fetc%2fpasswd", "/C:/Windows/win.ini", "/%00", "/index.html%00.css",
        "/index.html%00/../../etc/passwd", "/index.html/../../../etc/passwd", "/download/../../etc/passwd", "/download/..%5c..%5cetc%5cpasswd", "/download/..%2f..%2fetc%2fpasswd", "/download/%2e%2e/%2e%2e/etc/passwd",
        "/download/scenario.csv/../../../etc/passwd", "/download/", "/download/run.json", "/api/../../etc/passwd", "/api/..%2f..%2fetc/passwd", "/api/", "/wwwroot/index.html", "/wwwroot/../appsettings.json",
        "/data/members.csv", "/..%2fdata/members.csv", "/appsettings.json", "/web.config", "/bin/", "/natosim.dll", "/Simulator.Web.dll", "/.git/config", "/.env", "/proc/self/environ", "/..%2f..%2fproc/self/environ",
        "/index.html.", "/index.html::$DATA", "/%69ndex.html%2f", "/%ff%fe", "/%", "/%zz", "/%2", "/~root/.ssh/id_rsa", "*", "file:///etc/passwd",
    ];

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task A_path_out_of_the_page_finds_nothing(string target)
    {
        RawAnswer answer = await RawConnection.SendAsync(shared.Serving.Port, $"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{shared.Serving.Port}\r\nConnection: close\r\n\r\n");
        Assert.True(answer.Status is 400 or 404 || (target == "*" && answer.Status == 405), $"{target}: {answer.Text[..Math.Min(300, answer.Text.Length)]}");
        Assert.DoesNotContain("root:", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("iso3", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://evil.example/api/project")]
    [InlineData("http://evil.example:80/")]
    [InlineData("https://evil.example/")]
    public async Task It_is_no_proxy(string target)
    {
        RawAnswer answer = await RawConnection.SendAsync(shared.Serving.Port, $"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{shared.Serving.Port}\r\nConnection: close\r\n\r\n");
        Assert.True(answer.Status is 400 or 421, answer.Text);
    }

    [Theory]
    [InlineData("/api/project?base=/etc/passwd")]
    [InlineData("/api/project?base=../data/scenarios/main.csv")]
    [InlineData("/api/project?base=main.csv")]
    [InlineData("/api/project?edition=../nato/nato-2026")]
    [InlineData("/api/members?edition=nato/nato-2026")]
    [InlineData("/api/project?row=ALL%7Cbased_on%7C/etc/passwd")]
    [InlineData("/api/project?row=%7Cbased_on%7C../main.csv")]
    [InlineData("/api/project?row=%7Cedition%7C../../etc/passwd")]
    [InlineData("/api/compare?with=/etc/passwd")]
    public async Task A_name_in_an_address_is_no_path(string path)
    {
        (System.Net.HttpStatusCode status, string text) = await shared.Serving.AskRawAsync(path);
        Assert.True(status is System.Net.HttpStatusCode.BadRequest or System.Net.HttpStatusCode.UnprocessableEntity, $"{(int)status}: {text}");
        Assert.DoesNotContain("root:", text, StringComparison.Ordinal);
    }
}
