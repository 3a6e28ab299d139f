using System.Collections.Immutable;
using System.Xml.Linq;
using Simulator.Charts.Catalogue;
using Simulator.Charts.Svg;

namespace Simulator.Charts.Tests.Catalogue;

public class ColumnsTests
{
    private static readonly ImmutableArray<int> Years = [.. Enumerable.Range(2014, 22)];

    private static readonly ColumnTerms Terms = new(Years, 2026, 2025);

    public static TheoryData<string, string> Cases() => RankedBarsTests.Cases();

    /// <summary>Reads the scale off the tick labels and the values off the columns' tops, and compares them with the table.</summary>
    [Fact]
    public void Columns_end_where_the_data_say()
    {
        var figure = Build(FigureFormat.Free);
        var drawn = new Drawn(figure);
        var scale = drawn.Texts.Where(t => t.Text is "0" or "800" && t.Anchor == "end").GroupBy(t => t.Text).ToDictionary(g => g.Key, g => g.Min(t => t.Y));
        XNamespace ns = "http://www.w3.org/2000/svg";
        var columns = drawn.Root.Descendants(ns + "rect").Where(r => r.Element(ns + "title")?.Value.EndsWith("(EUR bn)", StringComparison.Ordinal) == true).ToArray();
        Assert.Equal(22, columns.Length);
        for (var i = 0; i < columns.Length; i++)
        {
            var value = (scale["0"] - (Drawn.Number(columns[i], "y") + (scale["0"] - Bottom(columns)))) / (scale["0"] - scale["800"]) * 800;

            // Places are rounded to hundredths of a pixel, and a hundred billions are about 30 pixels high.
            Assert.Equal(figure.Data.Rows[i][2].Number, value, 0.2);
        }

        static double Bottom(XElement[] columns) => columns.Max(c => Drawn.Number(c, "y") + Drawn.Number(c, "height"));
    }

    [Fact]
    public void The_past_is_full_the_projection_hatched_and_estimates_are_marked()
    {
        var panel = Build(FigureFormat.Free).Panels[0];
        var columns = panel.Marks.OfType<ColumnMark>().ToArray();
        Assert.All(columns, c => Assert.Equal(c.At > 2026, c.Projected));
        Assert.Equal(["2024", "2025e", "2026e", "2027"], panel.X.Ticks.Where(t => t.At is >= 2024 and <= 2027).Select(t => t.Label));
        Assert.Equal(["reported", "estimate", "estimate", "projection"], Build(FigureFormat.Free).Data.Rows.Where(r => r[0].Number is >= 2024 and <= 2027).Select(r => r[1].ToString()));
    }

    [Fact]
    public void A_second_value_stands_as_a_diamond_only_where_it_is_written_differently()
    {
        var figure = Build(FigureFormat.Free);
        Assert.Equal([2017, 2024], figure.Panels[1].Marks.OfType<DotMark>().Select(d => d.At.X));
        Assert.Equal("Without joining", Assert.Single(figure.Key).Text);
        Assert.Empty(Columns.Build(Samples.Caption("one"), [Amounts()], Terms, FigureFormat.Free.Frame()).Key);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Words_are_clear_on_every_page_in_every_language(string format, string language)
    {
        var page = FigureFormat.Named.Append(FigureFormat.Free).Append(FigureFormat.Pixels(600, 900)).Single(f => f.Name == format);
        var figure = Build(page, ChartLanguage.All.Single(l => l.Code == language));
        new Drawn(figure, Theme.Light).AssertTextsAreClear();
        new Drawn(figure, Theme.Dark).AssertTextsAreClear();
    }

    [Fact]
    public void Hostile_values_and_other_cultures_do_no_harm()
    {
        foreach (var value in new[] { double.NaN, double.PositiveInfinity, 0, -1e12, 1e12, 1e-12 })
        {
            ColumnSeries[] series = [new("Title", "value", [value], 1)];
            var figure = Columns.Build(Samples.Caption("one"), series, new ColumnTerms([2026], 2026, 2025), FigureFormat.Free.Frame());
            XDocument.Parse(SvgRenderer.Render(figure, Theme.Dark));
            Assert.DoesNotContain("NaN", SvgRenderer.Render(figure, Theme.Dark), StringComparison.Ordinal);
        }

        Assert.Equal(
            SvgRenderer.Render(Build(FigureFormat.Free), Theme.Light),
            InCulture.Run("de-DE", () => SvgRenderer.Render(Build(FigureFormat.Free), Theme.Light)));
        Assert.Throws<ArgumentException>(() => Columns.Build(Samples.Caption("x"), [], Terms, FigureFormat.Free.Frame()));
        Assert.Throws<ArgumentException>(() => Columns.Build(Samples.Caption("x"), [new("T", "v", [1], 0)], Terms, FigureFormat.Free.Frame()));
    }

    private static ColumnSeries Amounts() => new("EUR bn", "spending_eur_bn", [.. Years.Select(y => 280 + ((y - 2014) * 22.7))], 0);

    private static Figure Build(FigureFormat format, ChartLanguage? language = null) => Columns.Build(
        Samples.Caption("columns", language),
        [
            Amounts(),
            new ColumnSeries("Real change, %", "real_change_pct", [.. Years.Select(y => (((y * 7) % 13) - 3) * 1.3)], 1)
            {
                Beside = [.. Years.Select(y => ((((y * 7) % 13) - 3) * 1.3) - (y is 2017 or 2024 ? 1.5 : 0.0001))],
                BesideTitle = "Without joining",
                BesideName = "same_members_pct",
            },
        ],
        Terms,
        format.Frame());
}
