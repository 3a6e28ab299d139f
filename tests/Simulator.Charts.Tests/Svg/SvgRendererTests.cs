using System.Text.RegularExpressions;
using System.Xml.Linq;
using Simulator.Charts.Svg;

namespace Simulator.Charts.Tests.Svg;

public partial class SvgRendererTests
{
    public static TheoryData<string, string> Figures()
    {
        var data = new TheoryData<string, string>();
        foreach (var language in ChartLanguage.All)
        {
            foreach (var id in new[] { "members", "ranking", "ranking-groups", "total" })
            {
                data.Add(id, language.Code);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void Texts_neither_overlap_nor_leave_the_canvas(string id, string language) => new Drawn(Find(id, language)).AssertTextsAreClear();

    [Theory]
    [MemberData(nameof(Figures))]
    public void Texts_are_legible(string id, string language)
    {
        foreach (var theme in new[] { Theme.Light, Theme.Dark })
        {
            var grounds = Enum.GetValues<Hue>().Select(h => theme.Of(h));
            foreach (var text in new Drawn(Find(id, language), theme).Texts)
            {
                Assert.True(text.Size >= 11, $"'{text.Text}' is {text.Size} px.");
                var onGraphic = grounds.Any(p => p.OnGraphic == text.Fill);
                Assert.True(
                    onGraphic || ThemeTests.Contrast(text.Fill, theme.Background) >= 4.5, $"'{text.Text}' is {text.Fill} on {theme.Name}.");
                Assert.DoesNotContain("NaN", text.Text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("{", text.Text, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void Figures_say_what_they_are(string id, string language)
    {
        var figure = Find(id, language);
        var root = new Drawn(figure).Root;
        Assert.Equal("img", (string?)root.Attribute("role"));
        Assert.Equal(language, (string?)root.Attribute("lang"));
        XNamespace ns = "http://www.w3.org/2000/svg";
        var title = root.Element(ns + "title")!;
        var desc = root.Element(ns + "desc")!;
        Assert.Equal(figure.Title, title.Value);
        Assert.True(desc.Value.Length > 40, desc.Value);
        Assert.Equal($"{(string?)title.Attribute("id")} {(string?)desc.Attribute("id")}", (string?)root.Attribute("aria-labelledby"));
        var ids = root.DescendantsAndSelf().Select(e => (string?)e.Attribute("id")).OfType<string>().ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, i => Assert.StartsWith(figure.Id + "-", i, StringComparison.Ordinal));
        Assert.Equal(["title", "desc"], root.Elements().Take(2).Select(e => e.Name.LocalName));
    }

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Bytes_are_the_same_in_every_culture(string culture)
    {
        var expected = InCulture.Run("en-US", () => Samples.All().Select(f => SvgRenderer.Render(f, Theme.Light)).ToArray());
        Assert.Equal(expected, InCulture.Run(culture, () => Samples.All().Select(f => SvgRenderer.Render(f, Theme.Light)).ToArray()));
    }

    [Fact]
    public void Numbers_are_plain_and_short()
    {
        foreach (var figure in Samples.All())
        {
            var svg = SvgRenderer.Render(figure, Theme.Light);
            Assert.DoesNotContain("\r", svg, StringComparison.Ordinal);
            foreach (var name in new[] { "NaN", "Infinity", "∞" })
            {
                Assert.DoesNotContain(name, svg, StringComparison.Ordinal);
            }

            foreach (Match match in Attribute().Matches(svg))
            {
                Assert.Matches(@"^-?\d+(\.\d{1,2})?$", match.Groups[1].Value);
                Assert.NotEqual("-0", match.Groups[1].Value);
            }
        }
    }

    [Fact]
    public void Nothing_is_fetched_and_nothing_runs()
    {
        foreach (var figure in Samples.All())
        {
            var svg = SvgRenderer.Render(figure, Theme.Light);
            Assert.DoesNotContain("<script", svg, StringComparison.Ordinal);
            Assert.DoesNotContain("href", svg, StringComparison.Ordinal);
            Assert.DoesNotContain("http", svg.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("1st")]
    [InlineData("a b")]
    [InlineData("a\"onload=")]
    public void An_id_that_is_no_id_is_refused(string id) =>
        Assert.Throws<ArgumentException>(() => SvgRenderer.Render(Samples.Total() with { Id = id }, Theme.Light));

    [Theory]
    [InlineData(0, 100, 1)]
    [InlineData(100, double.NaN, 1)]
    [InlineData(100, 100, 0)]
    public void A_size_that_is_no_size_is_refused(double width, double height, double scale) => Assert.Throws<ArgumentException>(
        () => SvgRenderer.Render(Samples.Total() with { Size = new FigureSize(width, height, scale) }, Theme.Light));

    [Fact]
    public void A_figure_without_panels_is_refused() =>
        Assert.Throws<ArgumentException>(() => SvgRenderer.Render(Samples.Total() with { Panels = [] }, Theme.Light));

    [Theory]
    [InlineData(1920, 1080, 1.6)]
    [InlineData(800, 450, 0.8)]
    public void Other_sizes_keep_texts_apart(double width, double height, double scale)
    {
        var drawn = new Drawn(Samples.Total() with { Size = new FigureSize(width, height, scale) });
        drawn.AssertTextsAreClear();
        Assert.Equal(11.5 * scale, drawn.Texts.Min(t => t.Size), 0.01);
    }

    [Fact]
    public void The_small_print_names_source_edition_date_and_run()
    {
        var texts = string.Join("\n", new Drawn(Samples.Total()).Texts.Select(t => t.Text));
        Assert.Contains("Source: NATO, Defence Expenditure", texts, StringComparison.Ordinal);
        Assert.Contains("Edition: NATO July 2026 · Cut-off: 3 July 2026 · Run\u00A04f1c02ab93de", texts, StringComparison.Ordinal);
        Assert.Contains("2025 and 2026 are estimates by NATO.", texts, StringComparison.Ordinal);
    }

    private static Figure Find(string id, string code)
    {
        Assert.True(ChartLanguage.TryFind(code, out var language));
        return id switch
        {
            "members" => Samples.Multiples(language),
            "ranking" => Samples.Rank(false, language),
            "ranking-groups" => Samples.Rank(true, language),
            "total" => Samples.Total(language),
            _ => throw new ArgumentException(id, nameof(id)),
        };
    }

    [GeneratedRegex(" (?:x|y|cx|cy|r|width|height|font-size|stroke-width)=\"([^\"]*)\"")]
    private static partial Regex Attribute();
}
