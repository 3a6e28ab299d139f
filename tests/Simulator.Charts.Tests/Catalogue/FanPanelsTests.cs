using System.Collections.Immutable;
using Simulator.Charts.Catalogue;

namespace Simulator.Charts.Tests.Catalogue;

/// <summary>Fans side by side: one scale or one each, the past solid, and the numbers beside the picture.</summary>
public sealed class FanPanelsTests
{
    private static readonly ImmutableArray<int> Years = [2024, 2025, 2026, 2027, 2028];

    [Fact]
    public void RatiosShareOneScaleAndAmountsHaveOneEachFromZero()
    {
        var shared = Build(isShared: true, Panel("Large", 300), Panel("Small", 230));
        Assert.Equal((shared.Panels[0].Y.From, shared.Panels[0].Y.To), (shared.Panels[1].Y.From, shared.Panels[1].Y.To));
        Assert.InRange(shared.Panels[0].Y.From, 150, 220);
        Assert.InRange(shared.Panels[0].Y.To, 310, 350);
        var own = Build(isShared: false, Panel("Large", 100), Panel("Small", 30));
        Assert.All(own.Panels, p => Assert.Equal(0, p.Y.From));
        Assert.True(own.Panels[0].Y.To > own.Panels[1].Y.To);
        Assert.All(own.Panels, p => Assert.Contains(p.Marks.OfType<LineMark>(), l => l.SolidTo == 2026 && double.IsFinite(l.Points[0].Y)));
    }

    [Fact]
    public void BandsBeginWithTheDrawsAndTheDataHoldEveryEdge()
    {
        var figure = Build(isShared: true, Panel("One", 50));
        Assert.Equal("", figure.Panels[0].Title);
        Assert.Equal("unit series edge year status debt_pct", string.Join(' ', figure.Data.Columns));

        // The line has five years, the median and the two edges of each of two bands three.
        Assert.Equal(5 + (5 * 3), figure.Data.Rows.Length);
        var high = figure.Data.Rows.Single(r => r[1].ToString() == "wide" && r[2].ToString() == "high" && r[3].Number == 2028);
        Assert.Equal(("projection", 60.0), (high[4].ToString(), high[5].Number));
        Assert.Equal(4, figure.Key.Length);
    }

    [Fact]
    public void SpansStandBesideNamesWhereThereIsRoom()
    {
        Assert.Equal("Large: span of Large", Build(isShared: true, Panel("Large", 100), Panel("Small", 30)).Panels[0].Title);
        var narrow = FanPanels.Build(Caption, [Panel("Large", 100), Panel("Small", 30)], Terms(true), FigureFormat.Print1Column.Frame());
        Assert.Equal(1, narrow.Columns);
        Assert.Equal("Large", narrow.Panels[0].Title);
    }

    [Fact]
    public void TheNumberOfTheMedianStandsThereOnceWhereTheLineSaysTheSame()
    {
        var same = Build(isShared: true, Panel("One", 50) with { Median = [double.NaN, double.NaN, 50, 50.2, 50.4] }).Panels[0].Marks.OfType<LineMark>().Select(l => l.EndLabel);
        Assert.Equal(["50%", ""], same);
        Assert.Equal(["50%", "52%"], Build(isShared: true, Panel("One", 50)).Panels[0].Marks.OfType<LineMark>().Select(l => l.EndLabel));
    }

    [Fact]
    public void PanelsThatDoNotFitTheYearsAreRefused()
    {
        Assert.Throws<ArgumentException>(() => Build(isShared: true));
        Assert.Throws<ArgumentException>(() => Build(isShared: true, Panel("One", 50) with { Median = [1, 2] }));
        Assert.Throws<ArgumentException>(() => Build(isShared: true, Panel("One", 50) with { Bands = [] }));
    }

    private static Caption Caption { get; } = new("fans", "Title", "Subtitle", new Credit("Source"), ChartLanguage.English);

    private static Figure Build(bool isShared, params FanPanel[] panels) => FanPanels.Build(Caption, panels, Terms(isShared), FigureFormat.Free.Frame());

    private static FanPanelTerms Terms(bool isShared) =>
        new(Years, 2026, 2025, "Scenario", "Median", [("wide", CellTone.Hatched), ("narrow", CellTone.Light)], "debt_pct", true) { SharesScale = isShared };

    private static FanPanel Panel(string name, double level) => new(
        name, $"span of {name}", [level, level, level, level, level], [double.NaN, double.NaN, level, level + 1, level + 2],
        [Edges(level, 5), Edges(level, 2)]);

    private static FanEdges Edges(double level, double width) =>
        new([double.NaN, double.NaN, level, level - width, level - (2 * width)], [double.NaN, double.NaN, level, level + width, level + (2 * width)]);
}
