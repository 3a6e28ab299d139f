using System.Xml.Linq;
using Simulator.Charts.Catalogue;
using Simulator.Charts.Svg;

namespace Simulator.Charts.Tests.Catalogue;

public class PartBarsTests
{
    private static readonly PartTerms Terms = new(["Equipment", "Personnel", "Other"], 2026, "estimate", 1) { Line = 20, LineName = "NATO guideline" };

    public static TheoryData<string, string> Cases() => RankedBarsTests.Cases();

    [Fact]
    public void Parts_follow_one_another_and_hold_their_number()
    {
        var figure = Build(FigureFormat.Free, null, new PartRow("Poland", [55.9, 27.3, 16.8]), new PartRow("Norway", [17.9, 20.1, 62.0]));
        var bars = figure.Panels[0].Marks.OfType<BarMark>().Where(b => b.At == 0).ToArray();
        Assert.Equal([0, 55.9, 55.9 + 27.3], bars.Select(b => b.From));
        Assert.Equal([55.9, 55.9 + 27.3, 100], bars.Select(b => b.To), (a, b) => Math.Abs(a - b) < 1e-9);
        var texts = new Drawn(figure).Texts.Select(t => t.Text).ToArray();
        Assert.All(new[] { "55.9", "27.3", "16.8", "17.9", "20.1", "62.0" }, t => Assert.Contains(t, texts));
        Assert.Contains("NATO guideline: 20%", texts);
        Assert.DoesNotContain("20%", texts);
        Assert.Equal(["Poland", "Poland", "Poland", "Norway", "Norway", "Norway"], figure.Data.Rows.Select(r => r[0].ToString()));
        Assert.Equal([55.9, 27.3, 16.8, 17.9, 20.1, 62.0], figure.Data.Rows.Select(r => r[4].Number));
    }

    [Fact]
    public void A_row_with_gaps_says_so_and_stands_by_its_first_part()
    {
        var figure = Build(
            FigureFormat.Free, null,
            new PartRow("Iceland", [double.NaN, double.NaN, double.NaN], "No armed forces"),
            new PartRow("Portugal", [34.0, double.NaN, double.NaN], "Not published"));
        Assert.Equal(["Portugal", "Iceland"], figure.Panels[0].Y.Ticks.Select(t => t.Label));
        Assert.Equal(["Not published", "No armed forces"], figure.Panels[0].Marks.OfType<LabelMark>().Select(l => l.Text));
        Assert.Equal(["", "Not published", "Not published"], figure.Data.Rows.Take(3).Select(r => r[5].ToString()));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Words_are_clear_on_every_page_in_every_language(string format, string language)
    {
        var page = FigureFormat.Named.Append(FigureFormat.Free).Append(FigureFormat.Pixels(600, 900)).Single(f => f.Name == format);
        var figure = Build(
            page, ChartLanguage.All.Single(l => l.Code == language),
            [.. Samples.Names.Select((n, i) => new PartRow(n, [15 + (i * 29 % 37), i % 5 == 4 ? double.NaN : 12.3, 100 - 15 - (i * 29 % 37) - 12.3], "Not published"))]);
        new Drawn(figure, Theme.Light).AssertTextsAreClear();
        new Drawn(figure, Theme.Dark).AssertTextsAreClear();
    }

    [Fact]
    public void Hostile_values_and_other_cultures_do_no_harm()
    {
        PartRow[] hostile = [new("A", [1e9, -5, double.PositiveInfinity]), new("B", [0, 0, 0])];
        var svg = SvgRenderer.Render(Build(FigureFormat.Free, null, hostile), Theme.Light);
        XDocument.Parse(svg);
        Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
        Assert.Equal(svg, InCulture.Run("de-DE", () => SvgRenderer.Render(Build(FigureFormat.Free, null, hostile), Theme.Light)));
        Assert.Throws<ArgumentException>(() => Build(FigureFormat.Free));
        Assert.Throws<ArgumentException>(() => Build(FigureFormat.Free, null, new PartRow("A", [1])));
    }

    private static Figure Build(FigureFormat format, ChartLanguage? language = null, params PartRow[] rows) =>
        PartBars.Build(Samples.Caption("parts", language), rows, Terms, format.Rows(Math.Max(1, rows.Length)));
}
