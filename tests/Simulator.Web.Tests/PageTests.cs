using System.Text;
using System.Text.RegularExpressions;

namespace Simulator.Web.Tests;

/// <summary>The page as it is sent: small, from this machine alone, and without what its own policy forbids.</summary>
[Collection(ExplorerTests.Name)]
public partial class PageTests(SharedExplorer shared)
{
    private const int Budget = 300_000;
    private const int LargestFile = 60_000;

    private static string Root => Simulator.Cli.Tests.Repository.Path("src/Simulator.Web/wwwroot");

    private static string[] Files => [.. Directory.GetFiles(Root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    [Fact]
    public async Task The_first_page_is_small()
    {
        Dictionary<string, int> sent = [];
        Queue<string> wanted = new(["/"]);
        while (wanted.TryDequeue(out string? path))
        {
            if (sent.ContainsKey(path))
            {
                continue;
            }

            byte[] bytes = await shared.Serving.BytesAsync(path);
            sent.Add(path, bytes.Length);
            string text = Encoding.UTF8.GetString(bytes);
            Regex refers = path == "/" ? Reference() : path.EndsWith(".js", StringComparison.Ordinal) ? Import() : path.EndsWith(".css", StringComparison.Ordinal) ? Styled() : Nothing();
            foreach (Match match in refers.Matches(text))
            {
                string target = match.Groups["target"].Value;
                if (!target.StartsWith('#') && !target.StartsWith("data:", StringComparison.Ordinal))
                {
                    wanted.Enqueue(new Uri(new Uri("http://page" + path), target).AbsolutePath);
                }
            }
        }

        foreach (string path in new[] { "/api/members", "/api/scenarios" })
        {
            sent.Add(path, (await shared.Serving.BytesAsync(path)).Length);
        }

        Assert.Contains(sent.Keys, p => p.EndsWith(".js", StringComparison.Ordinal));
        Assert.Contains(sent.Keys, p => p.EndsWith(".css", StringComparison.Ordinal));
        Assert.True(sent.Values.Sum() < Budget, $"{sent.Values.Sum():N0} bytes: {string.Join(", ", sent.OrderByDescending(s => s.Value).Select(s => $"{s.Key} {s.Value:N0}"))}");
        Assert.All(sent.Where(s => !s.Key.StartsWith("/api", StringComparison.Ordinal)), s => Assert.True(s.Value < LargestFile, $"{s.Key} has {s.Value:N0} bytes"));
    }

    [Fact]
    public async Task Every_file_of_the_page_is_sent_as_it_is()
    {
        Assert.NotEmpty(Files);
        foreach (string file in Files)
        {
            string path = "/" + Path.GetRelativePath(Root, file).Replace('\\', '/');
            byte[] sent = await shared.Serving.BytesAsync(path);
            Assert.True(sent.AsSpan().SequenceEqual(File.ReadAllBytes(file)), $"{path} is sent differently");
        }
    }

    [Fact]
    public void Nothing_of_the_page_names_another_host()
    {
        foreach (string file in Files)
        {
            string text = File.ReadAllText(file);
            string[] named = [.. Address().Matches(text).Select(m => m.Value).Where(a => !a.StartsWith("http://www.w3.org/", StringComparison.Ordinal))];
            Assert.True(named.Length == 0, $"{Path.GetFileName(file)}: {string.Join(", ", named)}");
            Assert.DoesNotMatch(WithoutScheme(), text);
        }
    }

    [Fact]
    public void Nothing_of_the_page_needs_what_its_policy_forbids()
    {
        foreach (string file in Files)
        {
            string text = File.ReadAllText(file);
            if (file.EndsWith(".html", StringComparison.Ordinal))
            {
                Assert.DoesNotMatch(InlineScript(), text);
                Assert.DoesNotMatch(InlineAttribute(), text);
                Assert.DoesNotContain("<style", text, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("lang=\"en\"", text, StringComparison.Ordinal);
            }
            else if (file.EndsWith(".js", StringComparison.Ordinal))
            {
                Assert.DoesNotMatch(Evaluated(), text);
            }
        }
    }

    // Nothing may be kept that would outlive the tab without the user's doing, but for how the page looks.
    [Fact]
    public void The_page_keeps_no_cookie_and_no_database()
    {
        foreach (string file in Files.Where(f => f.EndsWith(".js", StringComparison.Ordinal)))
        {
            string text = File.ReadAllText(file);
            Assert.DoesNotContain("document.cookie", text, StringComparison.Ordinal);
            Assert.DoesNotContain("indexedDB", text, StringComparison.Ordinal);
            Assert.DoesNotContain("serviceWorker", text, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex("""<(?:script|link|img|iframe|source|object)\b[^>]*\b(?:src|href|data)\s*=\s*["'](?<target>[^"']+)["']""", RegexOptions.IgnoreCase)]
    private static partial Regex Reference();

    [GeneratedRegex("""(?:^|[;\s}>])(?:import|export)\b[^'"();]*?(?:from\s*|\(\s*)?["'](?<target>\.{0,2}/[^"']+)["']""", RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex("""(?:url\(\s*["']?|@import\s+["'])(?<target>[^"')]+)""")]
    private static partial Regex Styled();

    [GeneratedRegex("(?!)")]
    private static partial Regex Nothing();

    [GeneratedRegex("""(?:https?|wss?|ftp):/[^\s"'`<>)]*""", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex("""(?:src|href|action)\s*=\s*["']//|url\(\s*["']?//|(?:import|from|fetch)\s*\(?\s*["'`]//""", RegexOptions.IgnoreCase)]
    private static partial Regex WithoutScheme();

    [GeneratedRegex("""<script(?![^>]*\bsrc=)""", RegexOptions.IgnoreCase)]
    private static partial Regex InlineScript();

    [GeneratedRegex("""<[a-z][^>]*\s(?:style|on[a-z]+)\s*=""", RegexOptions.IgnoreCase)]
    private static partial Regex InlineAttribute();

    [GeneratedRegex("""\beval\s*\(|new\s+Function\s*\(|setTimeout\s*\(\s*["'`]""")]
    private static partial Regex Evaluated();
}
