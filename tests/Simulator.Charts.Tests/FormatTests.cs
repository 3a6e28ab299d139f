using Simulator.Charts.Catalogue;

namespace Simulator.Charts.Tests;

public sealed class FormatTests
{
    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (var format in FigureFormat.Named.Append(FigureFormat.Free).Append(FigureFormat.Pixels(900, 900)))
        {
            foreach (var figure in new[] { "ranking", "total", "members", "reach", "lines", "columns", "bars", "scatter", "fan" })
            {
                data.Add(figure, format.Name);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void EveryFormatKeepsWordsApartAndLargeEnough(string figure, string name)
    {
        var format = FormatOf(name);
        if (figure is "members" or "reach" && format == FigureFormat.Print1Column)
        {
            // 32 panels, and a table of nine columns, ask for two columns of print.
            return;
        }

        foreach (var theme in new[] { Theme.Light, Theme.Dark })
        {
            var drawn = new Drawn(Build(figure, format), theme);
            drawn.AssertTextsAreClear();
            // Seven points are 9.33 pixels of an inch of 96; coordinates are rounded to hundredths.
            var smallest = name switch { "print-1col" or "print-2col" => 9.33, "slide" => 18, "900x900" => 11.5 * 0.75, _ => 11.5 };
            Assert.True(drawn.Texts.Min(t => t.Size) >= smallest - 0.005, $"{drawn.Texts.Min(t => t.Size)} is below {smallest}");
        }
    }

    [Fact]
    public void PrintStatesMillimetresAndKeepsItsPlot()
    {
        var drawn = new Drawn(Build("lines", FigureFormat.Print1Column));
        Assert.Equal("45mm", (string)drawn.Root.Attribute("width")!);
        Assert.EndsWith("mm", (string)drawn.Root.Attribute("height")!, StringComparison.Ordinal);
        var box = ((string)drawn.Root.Attribute("viewBox")!).Split(' ');
        Assert.Equal(170.08, double.Parse(box[2], System.Globalization.CultureInfo.InvariantCulture), 2);
        // The plot is the room of the grid lines: at least a third of the page's width is left to it.
        var grid = drawn.Paths.Select(Drawn.Corners).Where(c => c.Length == 2 && c[0].Y == c[1].Y).Max(c => c[1].X - c[0].X);
        Assert.True(grid > 170.08 / 3, $"{grid}");
    }

    [Fact]
    public void ALowPageHasTwoColumnsOfRows()
    {
        Assert.Equal(2, Build("ranking", FigureFormat.Web).Panels.Length);
        Assert.Single(Build("ranking", FigureFormat.Free).Panels);
        Assert.Single(Build("ranking", FigureFormat.Print1Column).Panels);
        // Nothing is lost in between.
        Assert.Equal(32, Build("ranking", FigureFormat.Web).Panels.Sum(p => p.Y.Ticks.Length));
    }

    [Fact]
    public void YearsOfATableAreReadableInTwoColumnsOfPrint()
    {
        var drawn = new Drawn(Build("reach", FigureFormat.Print2Column));
        var cells = drawn.Texts.Where(t => t.Anchor == "middle").ToArray();
        Assert.DoesNotContain(cells, t => t.Text.Contains('…', StringComparison.Ordinal));
        Assert.Contains(cells, t => t.Text == "2026");
        Assert.Equal(6, Build("reach", FigureFormat.Web).Panels.Length);
    }

    private static FigureFormat FormatOf(string name) => name switch
    {
        "free" => FigureFormat.Free,
        "900x900" => FigureFormat.Pixels(900, 900),
        _ => FigureFormat.Named.Single(f => f.Name == name),
    };

    private static Figure Build(string figure, FigureFormat format) => figure switch
    {
        "ranking" => Ranking.Build(Samples.Caption("r"), Ranked(), new RankingTerms(2026, true, 2035, 3.5, "Line"), format.Rows(32)),
        "total" => StackedTotal.Build(
            Samples.Caption("t"),
            [new TotalPart("United States", [.. Samples.Years.Select(y => 700 + (y % 7 * 9.0))]), new TotalPart("Europe", [.. Samples.Years.Select(y => 300 + ((y - 2014) * 25.0))])],
            new TotalTerms(Samples.Years, 2026, 2025, 2026, "USD bn, 2021 prices"),
            format.Frame()),
        "members" => SmallMultiples.Build(Samples.Caption("m"), Samples.Paths(), "Line", 2025, format.Panels(32)),
        "reach" => ReachMap.Build(Samples.Caption("re"), Samples.ReachRows(), Samples.ReachTerms, format.Rows(32)),
        "bars" => MarkSamples.Bars(format.Rows(12)),
        "scatter" => MarkSamples.Scatter(format.Frame()),
        "fan" => MarkSamples.Fan(format.Frame()),
        "lines" => Plain(format, Enumerable.Range(0, 8).Select(m => (Mark)new LineMark(
            [.. Samples.Years.Select(y => new Point(y, Samples.Share(m, y)))], 2026, (Hue)(m % 7), m < 4 ? LineWeight.Strong : LineWeight.Thin)
        { EndLabel = Samples.Names[m] })),
        _ => Plain(format, Samples.Years.SelectMany(y => new Mark[]
        {
            new ColumnMark(y, 0, Samples.Share(1, y), Hue.Blue, y > 2026) { Lane = 0, Lanes = 2 },
            new ColumnMark(y, 0, Samples.Share(2, y), Hue.Green, y > 2026) { Lane = 1, Lanes = 2 },
            new LabelMark(new Point(y, Samples.Share(2, y)), $"{Samples.Share(2, y):0}", Hue.Ink, LabelSide.Above, false, false),
        })),
    };

    private static Figure Plain(FigureFormat format, IEnumerable<Mark> marks) => new(
        "plain", "Eight lines that end close together", "Share of GDP, percent", Samples.Credit, "Lines.", format.Frame(), 1,
        [
            new Panel(
                "",
                Axis.Years(2013, 2036, [2014, 2026, 2035], y => ChartLanguage.Year(y)) with { Title = "Year" },
                Axis.Numbers(0, 6, 5, (v, _) => $"{v:0}") with { Title = "Percent of GDP" },
                [.. marks]),
        ],
        [], new FigureData(["x"], []), ChartLanguage.English);

    private static RankedMember[] Ranked() =>
        [.. Samples.Names.Select((name, i) => new RankedMember(name, Samples.Share(i, 2026), Samples.Share(i, 2035)))];
}
