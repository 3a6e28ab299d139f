using Simulator.Charts.Catalogue;

namespace Simulator.Charts.Tests.Catalogue;

public class HedgehogTests
{
    private static readonly HedgehogTerms Terms = new(2014, [1.5, 1.6, 1.7, 2.1], 2017, "what came", "what was said", "share_pct") { ReferenceAt = 2 };

    private static readonly HedgehogPanel[] Panels =
    [
        new("Nothing changes", "hold", [new Spine(2014, [1.5, 1.5, 1.5]), new Spine(2016, [1.7, 1.7])]),
        new("Trend", "trend", [new Spine(2014, [1.7, 1.9, 2.1])]),
        new("A rule with a longer name", "third", [new Spine(2015, [1.5, 1.2])]),
    ];

    public static TheoryData<string, string> Cases() => RankedBarsTests.Cases();

    [Fact]
    public void Every_forecast_leaves_the_line_of_what_came_and_is_dashed_from_there()
    {
        var figure = Build(FigureFormat.Free, ChartLanguage.English);
        Assert.Equal(3, figure.Panels.Length);
        var lines = figure.Panels[0].Marks.OfType<LineMark>().ToArray();
        Assert.Equal([new Point(2014, 1.5), new(2015, 1.5), new(2016, 1.5), new(2017, 1.5)], lines[0].Points.ToArray());
        Assert.Equal([new Point(2016, 1.7), new(2017, 1.7), new(2018, 1.7)], lines[1].Points.ToArray());
        Assert.Equal([2014.0, 2016, 2017], lines.Select(l => l.SolidTo));
        Assert.All(figure.Panels, p => Assert.Equal((2014, 2018), (p.X.From, p.X.To)));
        Assert.Equal(["2014", "2016", "2018"], figure.Panels[0].X.Ticks.Select(t => t.Label));
    }

    [Fact]
    public void The_data_are_what_is_drawn()
    {
        var figure = Build(FigureFormat.Free, ChartLanguage.English);
        Assert.Equal(["rule", "origin", "year", "status", "said_share_pct", "came_share_pct"], figure.Data.Columns.ToArray());
        var csv = figure.Data.ToCsv();
        Assert.Contains("hold,2016,2017,estimate,1.7,2.1\nhold,2016,2018,projection,1.7,\n", csv, StringComparison.Ordinal);
        Assert.Contains("\n,,2014,reported,,1.5\n", csv, StringComparison.Ordinal);
        foreach (var panel in figure.Panels.Zip(Panels))
        {
            var drawn = panel.First.Marks.OfType<LineMark>().SkipLast(1).SelectMany(l => l.Points.Skip(1)).Select(p => (p.X, p.Y));
            Assert.Equal(drawn, figure.Data.Rows.Where(r => r[0].ToString() == panel.Second.Name).Select(r => (r[2].Number, r[4].Number)));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Words_are_clear_on_every_page_in_every_language(string format, string language)
    {
        var page = FigureFormat.Named.Append(FigureFormat.Free).Append(FigureFormat.Pixels(600, 900)).Single(f => f.Name == format);
        new Drawn(Build(page, ChartLanguage.All.Single(l => l.Code == language))).AssertTextsAreClear();
    }

    [Fact]
    public void A_forecast_from_outside_the_line_is_a_defect()
    {
        Assert.Throws<ArgumentException>(() => Hedgehog.Build(
            Samples.Caption("x"), [new HedgehogPanel("x", "x", [new Spine(2013, [1])])], Terms, FigureFormat.Free.Frame()));
        Assert.Throws<ArgumentException>(() => Hedgehog.Build(Samples.Caption("x"), [], Terms, FigureFormat.Free.Frame()));
    }

    private static Figure Build(FigureFormat format, ChartLanguage language) => Hedgehog.Build(
        Samples.Caption("said-and-came", language), Panels, Terms, format.Frame());
}
