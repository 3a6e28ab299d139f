using System.Collections.Immutable;
using Simulator.Charts.Catalogue;

namespace Simulator.Charts.Tests.Catalogue;

public sealed class AllianceMapTests
{
    private static readonly MapMember[] Members =
    [
        new("Albania", 1.99, [Square(0, 900)]),
        new("Belgium", 2, [Square(1000, 900)]),
        new("Canada", 3.49, [Square(2000, 900), Square(2000, 40)]),
        new("Denmark", 3.5, [Square(3000, 900)]),
        new("Estonia", 5, [Square(4000, 900)]),
        new("Iceland", double.NaN, [Square(5000, 900)], "No armed forces"),
        new("Luxembourg", 4.25, [Square(6000, 30)]),
    ];

    [Fact]
    public void AMemberIsDrawnInTheClassOfItsShareAndTheKeyNamesTheClassesDrawn()
    {
        var figure = Build(Members);
        var outlines = figure.Panels[0].Marks.OfType<OutlineMark>().ToArray();
        Assert.Equal(
            [
                (Hue.Vermilion, CellTone.Strong), (Hue.Vermilion, CellTone.Light), (Hue.Vermilion, CellTone.Hatched), (Hue.Blue, CellTone.Light),
                (Hue.Blue, CellTone.Strong), (Hue.Slate, CellTone.Light), (Hue.Blue, CellTone.Light),
            ],
            outlines.Select(o => (o.Hue, o.Tone)));
        Assert.Equal(["< 2.0%", "≥ 2.0%, < 3.0%", "≥ 3.0%, < 3.5%", "≥ 3.5%, < 5.0%", "≥ 5.0%", "No armed forces"], figure.Key.Select(k => k.Text));
        Assert.Equal(["≥ 5.0%"], Build([Members[4]]).Key.Select(k => k.Text));
        Assert.Equal(7, figure.Data.Rows.Length);
        Assert.Equal("Belgium,2035,projection,2,\"≥ 2.0%, < 3.0%\",", figure.Data.ToCsv().Split('\n')[2]);
    }

    [Fact]
    public void AValueStandsInsideItsOutlineOrNowhere()
    {
        foreach (var format in FigureFormat.Named.Append(FigureFormat.Free))
        {
            var drawn = new Drawn(Build(Members, format));
            drawn.AssertTextsAreClear();
            Assert.DoesNotContain(drawn.Texts, t => t.Text == "4.25");
        }

        var wide = new Drawn(Build(Members));
        Assert.Equal(["1.99", "2.00", "3.49", "3.50", "5.00"], wide.Texts.Where(t => t.Anchor == "middle").Select(t => t.Text));
        var square = wide.Paths.Select(Drawn.Corners).First(c => c.Length == 4);
        var box = wide.Texts.Single(t => t.Text == "1.99").Box(1.15);
        Assert.True(box.Left > square.Min(c => c.X) && box.Right < square.Max(c => c.X) && box.Top > square.Min(c => c.Y) && box.Bottom < square.Max(c => c.Y));
    }

    [Fact]
    public void AKilometreIsAsLongInBothDirections()
    {
        foreach (var format in FigureFormat.Named)
        {
            var square = new Drawn(Build(Members, format)).Paths.Select(Drawn.Corners).First(c => c.Length == 4);
            // Coordinates are rounded to hundredths of a pixel.
            Assert.Equal(square.Max(c => c.X) - square.Min(c => c.X), square.Max(c => c.Y) - square.Min(c => c.Y), 0.021);
        }
    }

    [Fact]
    public void AMapNeedsAnOutline() =>
        Assert.Throws<ArgumentException>(() => Build([Members[0] with { Rings = [] }]));

    private static Figure Build(MapMember[] members, FigureFormat? format = null) =>
        AllianceMap.Build(Samples.Caption("map"), members, new MapTerms(2035, "projection"), (format ?? FigureFormat.Free).Frame());

    private static ImmutableArray<Point> Square(double left, double side) =>
        [new(left, 0), new(left + side, 0), new(left + side, side), new(left, side)];
}
