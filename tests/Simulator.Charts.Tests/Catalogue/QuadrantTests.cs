using System.Xml.Linq;
using Simulator.Charts.Catalogue;
using Simulator.Charts.Svg;

namespace Simulator.Charts.Tests.Catalogue;

public class QuadrantTests
{
    private static readonly QuadrantTerms Terms = new(
        new("Share of GDP", "share_pct", 2, 2),
        new("Equipment", "equipment_pct", 20, 1),
        new("Both", "Share only", "Equipment only", "Neither"),
        "NATO guideline", 2026, "estimate");

    public static TheoryData<string, string> Cases() => RankedBarsTests.Cases();

    [Fact]
    public void Quarters_are_counted_and_the_guideline_itself_is_reached()
    {
        var figure = Build(
            FigureFormat.Free, null,
            new("A", "A", 2, 20), new("B", "B", 2.5, 19.9), new("C", "C", 1.99, 20), new("D", "D", 1, 10), new("E", "E", 3, 30),
            new("F", "F", double.NaN, 30, "Not published"));
        var texts = new Drawn(figure).Texts.Select(t => t.Text).ToArray();
        Assert.Contains("Both: 2", texts);
        Assert.Contains("Share only: 1", texts);
        Assert.Contains("Equipment only: 1", texts);
        Assert.Contains("Neither: 1", texts);
        Assert.Equal(["Both", "Share only", "Equipment only", "Neither", "Both", ""], figure.Data.Rows.Select(r => r[5].ToString()));
        Assert.Equal("Not published", figure.Data.Rows[^1][6].ToString());
        Assert.Equal(4, figure.Panels[0].Marks.OfType<DotMark>().Select(d => d.Shape).Distinct().Count());
    }

    /// <summary>Reads both scales off the tick labels and the values off the dots, and compares them with the table.</summary>
    [Fact]
    public void Dots_stand_where_the_data_say()
    {
        var figure = Build(FigureFormat.Free, null, new("A", "A", 2.5, 42), new("B", "B", 4.25, 25.5));
        var drawn = new Drawn(figure);
        var across = drawn.Texts.Where(t => t.Text is "1%" or "4%").ToDictionary(t => t.Text, t => t.X);
        var up = drawn.Texts.Where(t => t.Text is "20%" or "40%").ToDictionary(t => t.Text, t => t.Y - (t.Size * 0.35));
        foreach (var row in figure.Data.Rows)
        {
            var dot = Assert.Single(drawn.Circles, c => c.Value.StartsWith($"{row[0]}: ", StringComparison.Ordinal));

            // Places are rounded to hundredths of a pixel; a point is at least five pixels.
            Assert.Equal(row[3].Number, 1 + ((Drawn.Number(dot, "cx") - across["1%"]) / (across["4%"] - across["1%"]) * 3), 0.005);
            Assert.Equal(row[4].Number, 20 + ((up["20%"] - Drawn.Number(dot, "cy")) / (up["20%"] - up["40%"]) * 20), 0.05);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Words_are_clear_on_every_page_in_every_language(string format, string language)
    {
        var page = FigureFormat.Named.Append(FigureFormat.Free).Append(FigureFormat.Pixels(600, 900)).Single(f => f.Name == format);
        if (page.Width < 300)
        {
            // Thirty points in one column of print are no figure.
            return;
        }

        QuadrantPoint[] points =
            [.. Samples.Names.Select((n, i) => new QuadrantPoint(n, page.Width < 1000 ? n[..3] : n, Samples.Share(i, 2026), 15 + (i * 29 % 37)) { IsHighlighted = i % 9 == 0 })];
        var figure = Build(page, ChartLanguage.All.Single(l => l.Code == language), points);
        new Drawn(figure, Theme.Light).AssertTextsAreClear();
        new Drawn(figure, Theme.Dark).AssertTextsAreClear();
        Assert.All(points.Where(p => p.IsHighlighted), p => Assert.Contains(new Drawn(figure).Texts, t => t.Text == p.Label && t.Bold));
    }

    [Fact]
    public void Hostile_values_and_other_cultures_do_no_harm()
    {
        QuadrantPoint[] hostile = [new("N", "N", double.NaN, double.NaN), new("I", "I", double.PositiveInfinity, 1), new("M", "M", -1e9, 1e9), new("Z", "Z", 0, 0)];
        var figure = Build(FigureFormat.Free, null, hostile);
        XDocument.Parse(SvgRenderer.Render(figure, Theme.Light));
        Assert.DoesNotContain("NaN", SvgRenderer.Render(figure, Theme.Light), StringComparison.Ordinal);
        Assert.Equal(
            SvgRenderer.Render(figure, Theme.Light),
            InCulture.Run("de-DE", () => SvgRenderer.Render(Build(FigureFormat.Free, null, hostile), Theme.Light)));
        Assert.Throws<ArgumentException>(() => Build(FigureFormat.Free));
        Assert.Throws<ArgumentException>(() => Quadrant.Build(
            Samples.Caption("x"), hostile, Terms with { Up = Terms.Up with { Guideline = double.NaN } }, FigureFormat.Free.Frame()));
    }

    private static Figure Build(FigureFormat format, ChartLanguage? language = null, params QuadrantPoint[] points) =>
        Quadrant.Build(Samples.Caption("quadrant", language), points, Terms, format.Frame());
}
