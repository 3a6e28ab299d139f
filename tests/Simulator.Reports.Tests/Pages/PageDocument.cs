using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Simulator.Reports.Tests.Pages;

/// <summary>A page, read by a parser that forgives nothing, and the rules that every page keeps.</summary>
internal sealed class PageDocument
{
    private const string Doctype = "<!DOCTYPE html>\n";
    private readonly XElement _root;

    public PageDocument(byte[] bytes)
    {
        Text = new UTF8Encoding(false, true).GetString(bytes);
        Assert.StartsWith(Doctype, Text, StringComparison.Ordinal);
        _root = XElement.Parse(Text[Doctype.Length..], LoadOptions.PreserveWhitespace);
    }

    public string Text { get; }

    public string Title => Elements("title").First().Value;

    /// <summary>Elements of HTML or SVG by their name.</summary>
    public IEnumerable<XElement> Elements(string name) => _root.Descendants().Where(e => e.Name.LocalName == name);

    /// <summary>Cells of the one table whose caption begins so, its headings first.</summary>
    public List<string[]> Table(string captionStart) => Tables(captionStart).Single();

    public IEnumerable<List<string[]>> Tables(string captionStart) =>
        Elements("table")
            .Where(t => t.Element("caption")!.Value.StartsWith(captionStart, StringComparison.Ordinal))
            .Select(t => t.Descendants("tr").Select(r => r.Elements().Select(c => c.Value).ToArray()).ToList());

    /// <summary>What holds for every page: language, one main heading, headings in order, unique ids, no loose references, described tables, nothing from outside.</summary>
    public void KeepsTheRules()
    {
        Assert.Equal("en", _root.Attribute("lang")!.Value);
        Assert.NotEqual("", Title);
        int level = 0;
        foreach (XElement heading in _root.Descendants().Where(e => e.Name.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6"))
        {
            int now = heading.Name.LocalName[1] - '0';
            Assert.True(now <= level + 1, $"\"{heading.Value}\" skips a level");
            Assert.NotEqual("", heading.Value.Trim());
            level = now;
        }

        Assert.Single(Elements("h1"));
        string[] ids = [.. _root.Descendants().Attributes("id").Select(a => a.Value)];
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids.Distinct().Order(StringComparer.Ordinal));
        Assert.All(Elements("a"), a => Assert.Contains(a.Attribute("href")!.Value[1..], ids));
        Assert.All(_root.Descendants().Attributes("aria-labelledby").SelectMany(a => a.Value.Split(' ')), id => Assert.Contains(id, ids));
        foreach (XElement table in Elements("table"))
        {
            Assert.NotEqual("", table.Element("caption")!.Value);
            int columns = table.Element("thead")!.Element("tr")!.Elements().Count();
            Assert.All(table.Element("thead")!.Element("tr")!.Elements(), h => Assert.Equal(("th", "col"), (h.Name.LocalName, h.Attribute("scope")!.Value)));
            foreach (XElement row in table.Element("tbody")!.Elements())
            {
                Assert.Equal(columns, row.Elements().Count());
                Assert.Equal("row", row.Elements().First().Attribute("scope")!.Value);
                Assert.All(row.Elements(), c => Assert.NotEqual("", c.Value));
            }
        }

        NothingFromOutside();
    }

    private void NothingFromOutside()
    {
        string[] elements = [.. _root.Descendants().Select(e => e.Name.LocalName).Distinct()];
        Assert.DoesNotContain(elements, e => e is "link" or "img" or "iframe" or "object" or "embed" or "form" or "base" or "use" or "image" or "foreignObject");
        foreach (XAttribute attribute in _root.Descendants().Attributes())
        {
            string name = attribute.Name.LocalName;
            Assert.False(name is "src" or "style" or "srcset" or "action" or "ping", name);
            Assert.False(name.StartsWith("on", StringComparison.OrdinalIgnoreCase), name);
            Assert.True(name != "href" || attribute.Value.StartsWith('#'), attribute.Value);
        }

        string style = Elements("style").Single().Value;
        Assert.DoesNotContain("url(", style, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", style, StringComparison.Ordinal);
        string policy = Elements("meta").Single(m => m.Attribute("http-equiv")?.Value == "Content-Security-Policy").Attribute("content")!.Value;
        Assert.Equal($"default-src 'none'; style-src '{Hash(style)}'; script-src '{Hash(Elements("script").Single().Value)}'; base-uri 'none'; form-action 'none'", policy);
    }

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
