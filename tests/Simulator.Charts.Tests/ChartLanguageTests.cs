using System.Reflection;
using FsCheck;
using FsCheck.Fluent;

namespace Simulator.Charts.Tests;

public class ChartLanguageTests
{
    private const string Nbsp = "\u00A0";

    [Theory]
    [InlineData("en", 1234567.891, 1, "1,234,567.9")]
    [InlineData("en", 1000, 0, "1,000")]
    [InlineData("en", 999, 0, "999")]
    [InlineData("en", -1234.5, 1, "\u22121,234.5")]
    [InlineData("en", -0.04, 1, "0.0")]
    [InlineData("en", 0, 0, "0")]
    [InlineData("de", 1234.5, 1, "1.234,5")]
    [InlineData("fr", 1234.5, 1, "1" + Nbsp + "234,5")]
    [InlineData("it", 1234.5, 1, "1.234,5")]
    [InlineData("es", 1234.5, 1, "1234,5")]
    [InlineData("es", 12345, 0, "12" + Nbsp + "345")]
    [InlineData("pl", 1234.5, 1, "1234,5")]
    [InlineData("pl", 123456, 0, "123" + Nbsp + "456")]
    public void Numbers_are_written_as_the_language_writes_them(string code, double value, int decimals, string expected)
    {
        Assert.True(ChartLanguage.TryFind(code, out var language));
        Assert.Equal(expected, language.Number(value, decimals));
    }

    [Theory]
    [InlineData("en", "3.5%")]
    [InlineData("fr", "3,5" + Nbsp + "%")]
    [InlineData("de", "3,5" + Nbsp + "%")]
    [InlineData("it", "3,5%")]
    [InlineData("es", "3,5" + Nbsp + "%")]
    [InlineData("pl", "3,5%")]
    public void Percentages_too(string code, string expected)
    {
        Assert.True(ChartLanguage.TryFind(code, out var language));
        Assert.Equal(expected, language.Percent(3.5));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_not_a_number_is_not_written(double value)
    {
        Assert.Equal("", ChartLanguage.English.Number(value, 2));
        Assert.Equal("", ChartLanguage.English.Percent(value));
    }

    [Fact]
    public void An_unknown_language_is_reported() => Assert.False(ChartLanguage.TryFind("xx", out _));

    [Fact]
    public void Every_language_has_every_word_with_the_places_of_the_english_one()
    {
        var words = typeof(ChartWords).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.PropertyType == typeof(string)).ToArray();
        Assert.True(words.Length > 10);
        foreach (var language in ChartLanguage.All)
        {
            foreach (var word in words)
            {
                var text = (string)word.GetValue(language.Words)!;
                var english = (string)word.GetValue(ChartLanguage.English.Words)!;
                Assert.NotEqual("", text);
                for (var place = 0; place < 8; place++)
                {
                    Assert.Equal(
                        english.Contains($"{{{place}}}", StringComparison.Ordinal), text.Contains($"{{{place}}}", StringComparison.Ordinal));
                }
            }
        }
    }

    [Fact]
    public void Every_language_has_every_word_of_sweeps_with_the_places_of_the_english_one()
    {
        var words = typeof(SweepWords).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.PropertyType == typeof(string)).ToArray();
        Assert.True(words.Length > 25);
        foreach (var word in words)
        {
            var english = (string)word.GetValue(SweepWords.Of(ChartLanguage.English))!;
            var texts = ChartLanguage.All.Select(l => (string)word.GetValue(SweepWords.Of(l))!).ToArray();
            Assert.All(texts, t => Assert.NotEqual("", t));
            Assert.All(texts, t => Assert.All(Enumerable.Range(0, 8), place => Assert.Equal(
                english.Contains($"{{{place}}}", StringComparison.Ordinal), t.Contains($"{{{place}}}", StringComparison.Ordinal))));
        }

        Assert.Throws<ArgumentException>(() => SweepWords.Of(ChartLanguage.English with { Code = "xx" }));
    }

    [Fact]
    public void English_numbers_read_back() => Prop.ForAll<NormalFloat>(value =>
    {
        var n = value.Get % 1e9;
        var text = ChartLanguage.English.Number(n, 6).Replace(",", "", StringComparison.Ordinal).Replace('\u2212', '-');

        // Six decimals were written, so half a unit of the sixth may be missing, and the last bit of the reading.
        return Math.Abs(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture) - n) <= 6e-7;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(3, 9));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(500, 0)]
    [InlineData(0.5, 1)]
    [InlineData(2.5, 1)]
    [InlineData(0.25, 2)]
    [InlineData(0.1, 1)]
    public void Steps_get_the_decimals_that_they_need(double step, int decimals) =>
        Assert.Equal(decimals, ChartLanguage.DecimalsOf(step));
}
