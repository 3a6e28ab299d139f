using Simulator.Charts.Catalogue;

namespace Simulator.Charts.Tests.Catalogue;

public class CoverageTests
{
    private static readonly CoverageTerms Terms = new(90, "90 percent would be right", "Years after the origin", "held_pct");

    private static readonly CoverageLine[] Lines =
    [
        new("Past errors of \"nothing changes\"", "hold", [78.9, 73.4, double.NaN, double.NaN, double.NaN]),
        new("Draws around \"nothing changes\"", "ensemble-hold", [43.0, 41.2, 32.9, 28.8, 20.7]),
        new("Draws around the Wales pledge", "ensemble-wales", [55.3, 56.3, 54.9, 56.3, 58.2]),
    ];

    public static TheoryData<string, string> Cases() => RankedBarsTests.Cases();

    [Fact]
    public void Every_rule_has_a_line_as_far_as_it_speaks_and_the_right_level_is_across()
    {
        var figure = Build(FigureFormat.Free, ChartLanguage.English);
        var lines = figure.Panels[0].Marks.OfType<LineMark>().ToArray();
        Assert.Equal([new Point(1, 78.9), new(2, 73.4)], lines[0].Points.ToArray());
        Assert.Equal([2, 5, 5], lines.Select(l => l.Points.Length));
        Assert.Equal(90, figure.Panels[0].Marks.OfType<ReferenceMark>().Single().At);
        Assert.Equal(["1", "2", "3", "4", "5"], figure.Panels[0].X.Ticks.Select(t => t.Label));
        Assert.Equal(3, figure.Panels[0].Marks.OfType<DotMark>().Select(d => d.Shape).Distinct().Count());
    }

    [Fact]
    public void The_data_are_what_is_drawn()
    {
        var csv = Build(FigureFormat.Free, ChartLanguage.English).Data.ToCsv();
        Assert.StartsWith("rule,horizon,held_pct\nhold,1,78.9\nhold,2,73.4\nhold,3,\n", csv, StringComparison.Ordinal);
        Assert.Contains("ensemble-wales,5,58.2\n", csv, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Words_are_clear_on_every_page_in_every_language(string format, string language)
    {
        var page = FigureFormat.Named.Append(FigureFormat.Free).Append(FigureFormat.Pixels(600, 900)).Single(f => f.Name == format);
        new Drawn(Build(page, ChartLanguage.All.Single(l => l.Code == language))).AssertTextsAreClear();
    }

    [Fact]
    public void No_rule_or_one_without_years_is_a_defect()
    {
        Assert.Throws<ArgumentException>(() => Coverage.Build(Samples.Caption("held"), [], Terms, FigureFormat.Free.Frame()));
        Assert.Throws<ArgumentException>(() => Coverage.Build(Samples.Caption("held"), [new CoverageLine("x", "x", [])], Terms, FigureFormat.Free.Frame()));
        Assert.Throws<ArgumentException>(() => Coverage.Build(Samples.Caption("held"), [.. Lines, .. Lines], Terms, FigureFormat.Free.Frame()));
    }

    private static Figure Build(FigureFormat format, ChartLanguage language) => Coverage.Build(Samples.Caption("held", language), Lines, Terms, format.Frame());
}
