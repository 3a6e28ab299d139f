using System.Xml;
using FsCheck;
using FsCheck.Fluent;
using Simulator.Charts.Text;

namespace Simulator.Charts.Tests.Text;

public class TextFittingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  two   words ", "two words")]
    [InlineData("line\r\nbreak\ttab", "line break tab")]
    [InlineData("nul\0bell\a", "nul bell")]
    [InlineData("\u202Eturned", "turned")]
    [InlineData("\u2067a\u2069b", "ab")]
    [InlineData("keep\u00A0together", "keep\u00A0together")]
    public void Clean_leaves_one_legal_line(string text, string expected) => Assert.Equal(expected, TextFitting.Clean(text));

    // Not a case above: an attribute cannot hold half a surrogate pair.
    [Fact]
    public void Clean_replaces_lone_surrogates() => Assert.Equal("lone\uFFFD", TextFitting.Clean("lone\uD800"));

    [Fact]
    public void Clean_text_is_legal_xml_and_stays_as_it_is() => Prop.ForAll<NonNull<string>>(text =>
    {
        var clean = TextFitting.Clean(text.Get);
        XmlConvert.VerifyXmlChars(clean);
        return TextFitting.Clean(clean) == clean;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(13, 7));

    // A line without its number says nothing: what is cut is the name.
    [Theory]
    [InlineData("European allies 3.55%", 400, "European allies 3.55%")]
    [InlineData("At least 3.5 % core by 2035 3.55%", 130, "At least 3.5… 3.55%")]
    [InlineData("Iceland", 30, "Ic…")]
    [InlineData("Italy 3.55%", 20, "I…")]
    public void A_shortened_name_keeps_its_value(string text, double width, string expected) =>
        Assert.Equal(expected, TextFitting.ShortenName(text, width, 12));

    [Fact]
    public void A_shortened_name_fits() => Prop.ForAll<NonNull<string>, PositiveInt>((text, narrow) =>
        FontMetrics.Room(TextFitting.ShortenName(text.Get + " 3.55%", 40 + (narrow.Get % 200), 12), 12) <= 40 + (narrow.Get % 200))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(19, 5));

    [Fact]
    public void Wrapped_lines_fit_and_lose_nothing() => Prop.ForAll<NonNull<string>, PositiveInt>((text, narrow) =>
    {
        var width = 40 + (narrow.Get % 300);
        var lines = TextFitting.Wrap(text.Get, width, 12);
        var kept = string.Concat(lines).Replace(" ", "", StringComparison.Ordinal);
        return kept == TextFitting.Clean(text.Get).Replace(" ", "", StringComparison.Ordinal)
            && lines.All(l => FontMetrics.Room(l, 12) <= width);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(17, 3));

    [Fact]
    public void Words_stay_whole_where_they_fit() =>
        Assert.Equal(["Defence spending", "of NATO members"], TextFitting.Wrap("Defence spending of NATO members", 120, 12));

    [Fact]
    public void Last_line_says_that_more_would_follow()
    {
        var lines = TextFitting.Wrap(string.Join(" ", Enumerable.Repeat("word", 100)), 100, 12, false, 2);
        Assert.Equal(2, lines.Count);
        Assert.EndsWith("…", lines[1], StringComparison.Ordinal);
        Assert.All(lines, l => Assert.True(FontMetrics.Room(l, 12) <= 100));
    }

    [Theory]
    [InlineData("Spain", 100, "Spain")]
    [InlineData("The former Yugoslav Republic of Macedonia", 100, "The former Y…")]
    [InlineData("Spain", 1, "…")]
    public void Shortened_text_ends_with_an_ellipsis(string text, double width, string expected) =>
        Assert.Equal(expected, TextFitting.Shorten(text, width, 12));
}
