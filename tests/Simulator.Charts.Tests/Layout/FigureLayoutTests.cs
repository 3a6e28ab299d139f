using System.Collections.Immutable;

namespace Simulator.Charts.Tests.Layout;

/// <summary>Marks that no builder uses yet, and figures put together by hand.</summary>
public class FigureLayoutTests
{
    [Fact]
    public void Bars_are_as_long_as_their_values_and_hatched_when_projected()
    {
        var drawn = new Drawn(Bars(
            new BarMark(0, 0, 40, Hue.Blue) { Tip = "first" }, new BarMark(1, -20, 0, Hue.Vermilion, true) { Tip = "second" }));
        var bars = drawn.Root.Descendants().Where(e => e.Name.LocalName == "rect" && e.Value.Length > 0).ToArray();
        var ticks = drawn.Texts.Where(t => t.Text is "0" or "40").ToDictionary(t => t.Text, t => t.X);
        var perUnit = (ticks["40"] - ticks["0"]) / 40;

        // Places are rounded to hundredths of a pixel.
        Assert.Equal(ticks["0"], Drawn.Number(bars[0], "x"), 0.02);
        Assert.Equal(40 * perUnit, Drawn.Number(bars[0], "width"), 0.02);
        Assert.Equal(ticks["0"] - (20 * perUnit), Drawn.Number(bars[1], "x"), 0.02);
        Assert.StartsWith("#", (string?)bars[0].Attribute("fill"), StringComparison.Ordinal);
        Assert.Equal("url(#bars-hatch-1)", (string?)bars[1].Attribute("fill"));
        Assert.Single(drawn.Root.Descendants(), e => e.Name.LocalName == "pattern");
        drawn.AssertTextsAreClear();
    }

    [Fact]
    public void Stretches_and_lines_across_the_panel_carry_their_words()
    {
        var x = Axis.Years(2014, 2035, [2014, 2035], y => ChartLanguage.Year(y));
        var y = Axis.Numbers(0, 5, 5, (v, _) => ChartLanguage.English.Percent(v, 0));
        var drawn = new Drawn(Figure(new Panel(
            "Share of GDP", x, y,
            [
                new BandMark(AxisSide.Y, 2, 3.5, "Between the two guidelines"),
                new ReferenceMark(AxisSide.Y, 3.5, "3.5% line", Hue.Ink),
                new LineMark([new(2014, 1), new(2026, 2), new(2035, 3.4)], 2026, Hue.Blue),
                new LabelMark(new Point(2026, 2), "today", Hue.Blue, LabelSide.Below),
            ])));
        drawn.AssertTextsAreClear();
        var texts = drawn.Texts.ToDictionary(t => t.Text);
        Assert.Contains("Between the two guidelines", texts.Keys);
        Assert.Contains("today", texts.Keys);
        Assert.True(texts["3.5% line"].Y < texts["3%"].Y);
        Assert.True(texts["today"].Y > texts["2%"].Y);
    }

    [Theory]
    [InlineData(3.9, 3)]
    [InlineData(2.0, 5)]
    public void A_line_across_strikes_no_word_of_a_stretch_through(double at, double highest)
    {
        var x = Axis.Years(2014, 2035, [2014, 2035], y => ChartLanguage.Year(y));
        var y = Axis.Numbers(0, 4, 4, (v, _) => ChartLanguage.English.Percent(v, 0));
        var drawn = new Drawn(Figure(new Panel(
            "", x, y,
            [
                new BandMark(AxisSide.X, 2026, 2035, "Projection from 2027"),
                new ReferenceMark(AxisSide.Y, at, "", Hue.Ink),
            ])));
        var line = drawn.Paths.Select(Drawn.Corners).First(c => c.Length == 2 && Math.Abs(c[0].Y - c[1].Y) < 0.01 && Math.Abs(c[0].Y - At(at)) < 3)[0].Y;
        var words = drawn.Texts.Single(t => t.Text == "Projection from 2027").Box(1);
        Assert.False(line > words.Top && line < words.Bottom, $"{line} lies between {words.Top} and {words.Bottom}");
        Assert.True(highest > 4 == words.Bottom < At(3), "the words stand at the wrong end of the stretch");

        double At(double value)
        {
            var ticks = drawn.Texts.Where(t => t.Text is "0%" or "4%").ToDictionary(t => t.Text, t => t.Box(1));
            return Middle(ticks["0%"]) + ((Middle(ticks["4%"]) - Middle(ticks["0%"])) * value / 4);
        }

        static double Middle(Rectangle box) => (box.Top + box.Bottom) / 2;
    }

    [Fact]
    public void A_label_without_a_place_is_not_drawn()
    {
        var drawn = new Drawn(Bars(new BarMark(0, 0, 40, Hue.Blue), new LabelMark(new Point(double.NaN, 0), "nowhere", Hue.Ink, LabelSide.Right)));
        Assert.DoesNotContain(drawn.Texts, t => t.Text == "nowhere");
    }

    private static Figure Bars(params Mark[] marks) => Figure(new Panel(
        "",
        Axis.Numbers(-20, 40, 6, (v, _) => ChartLanguage.English.Number(v)),
        Axis.Categories([("First", false), ("Second", false)]),
        [.. marks]));

    private static Figure Figure(Panel panel) => new(
        "bars", "A title", "", Samples.Credit, "A figure that a test put together from single marks.", new FigureSize(800, 450), 1, [panel],
        ImmutableArray<KeyEntry>.Empty, new FigureData(["value"], []), ChartLanguage.English);
}
