using System.Security.Cryptography;
using System.Text;

namespace Simulator.Reports.Pages;

/// <summary>What every page has around its content: one file that asks nothing of the network and reads without a script.</summary>
internal static class PageShell
{
    private static readonly string Style = Resource("page.css");
    private static readonly string Script = Resource("page.js");

    /// <summary>
    /// Only the page's own style sheet and script may act, which their hashes name; nothing is fetched, framed or sent.
    /// </summary>
    private static readonly string Policy = $"default-src 'none'; style-src '{HashOf(Style)}'; script-src '{HashOf(Script)}'; base-uri 'none'; form-action 'none'";

    /// <summary>Writes a page.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="description">What it holds, in a sentence.</param>
    /// <param name="kind">Class of the body, by which the style sheet tells the kinds of page apart.</param>
    /// <param name="body">Writes what stands in the body.</param>
    /// <returns>The page as UTF-8 without a byte-order mark, with LF line ends.</returns>
    public static byte[] Write(string title, string description, string kind, Action<PageWriter> body)
    {
        StringBuilder text = new(1 << 20);
        text.Append("<!DOCTYPE html>\n");
        using (PageWriter page = new(text))
        {
            using (page.In("html", ("lang", "en")))
            {
                using (page.In("head"))
                {
                    page.Element("meta", "", ("charset", "utf-8"));
                    page.Element("meta", "", ("http-equiv", "Content-Security-Policy"), ("content", Policy));
                    page.Element("meta", "", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
                    page.Element("meta", "", ("name", "description"), ("content", description));
                    page.Element("title", title);
                    using (page.In("style"))
                    {
                        page.Own(Style);
                    }
                }

                using (page.In("body", ("class", kind)))
                {
                    body(page);
                    using (page.In("script"))
                    {
                        page.Own(Script);
                    }
                }
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string HashOf(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Resource(string name)
    {
        using Stream stream = typeof(PageShell).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly holds no {name}.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        string text = reader.ReadToEnd().ReplaceLineEndings("\n");
        // HTML takes style and script as they stand and XML does not: only text that both read alike may be in them.
        return text.AsSpan().IndexOfAny('<', '&') < 0 ? text : throw new InvalidOperationException($"{name} holds < or &.");
    }
}
