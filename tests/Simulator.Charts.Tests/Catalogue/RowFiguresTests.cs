using System.Collections.Immutable;
using Simulator.Charts.Catalogue;

namespace Simulator.Charts.Tests.Catalogue;

/// <summary>Figures of rows with two readings, several measures or stacked bars, and curves.</summary>
public class RowFiguresTests
{
    private static readonly FigureSize Size = FigureFormat.Free.Rows(8);
    private static readonly SpanTerms Terms = new(new BarSeries("said", 2024, "estimate"), new BarSeries("came", 2024, "reported"), "share_pct", 2);

    [Fact]
    public void A_span_with_one_value_has_one_dot_and_says_why()
    {
        var figure = Spans.Build(
            Samples.Caption("s"),
            [new SpanRow("Both", 1, 2), new SpanRow("One", double.NaN, 1.5, "no plan"), new SpanRow("None", double.NaN, double.NaN, "No armed forces")],
            Terms,
            Size);
        var dots = figure.Panels[0].Marks.OfType<DotMark>().ToLookup(d => d.At.Y);
        Assert.Equal([2, 1, 0], new[] { 0.0, 1, 2 }.Select(y => dots[y].Count()));
        Assert.Single(figure.Panels[0].Marks.OfType<ConnectorMark>());
        var words = new Drawn(figure).Texts.Select(t => t.Text).ToArray();
        Assert.Contains("no plan", words);
        Assert.Contains("No armed forces", words);
    }

    [Fact]
    public void Two_readings_that_are_one_are_drawn_in_one_another_and_written_once()
    {
        var figure = Spans.Build(Samples.Caption("s"), [new SpanRow("Same", 2, 2), new SpanRow("Far", 0, 4)], Terms, Size);
        Assert.Contains(figure.Panels[0].Marks.OfType<DotMark>(), d => d.Shape == DotShape.Around && d.At.Y == 0);
        Assert.Single(figure.Panels[0].Marks.OfType<LabelMark>(), l => l.At.Y == 0);
    }

    [Fact]
    public void A_row_with_a_year_of_its_own_tells_it_in_the_name_and_the_data()
    {
        var figure = Spans.Build(Samples.Caption("s"), [new SpanRow("Own", 1, 2) { Year = 2030 }], Terms, Size);
        Assert.Equal("Own 2030", figure.Panels[0].Y.Ticks[0].Label);
        Assert.All(figure.Data.Rows, r => Assert.Equal(("Own", 2030.0), (r[0].ToString(), r[2].Number)));
    }

    [Fact]
    public void Panels_of_curves_span_the_same_points()
    {
        ImmutableArray<int> years = [2025, 2026, 2027];
        ImmutableArray<double> none = [double.NaN, double.NaN, double.NaN];
        var figure = Curves.Build(
            Samples.Caption("c"),
            [
                new CurvePanel("High", new Curve([140, 141, 143], "143%"), new Curve([140, 150, 158], "158%"), none, "+15"),
                new CurvePanel("Low", new Curve([20, 21, 22], "22%"), new Curve([20, 22, 24], "24%"), none, "+2"),
            ],
            new CurveTerms(years, 2025, 2025, "without", "with", "part", ["a", "b", "c"]),
            FigureFormat.Free.Frame());
        var spans = figure.Panels.Select(p => p.Y.To - p.Y.From).ToArray();
        Assert.Equal(spans[0], spans[1], 9);
        Assert.All(figure.Panels, p => Assert.True(p.Marks.OfType<LineMark>().All(l => l.Points.All(v => v.Y >= p.Y.From && v.Y <= p.Y.To))));
        Assert.Equal(2, figure.Key.Length);
    }

    [Theory]
    [InlineData(1200, 1000, 3)]
    [InlineData(1200, 600, 6)]
    public void A_low_page_parts_rows_and_names_them_once_for_all_measures(double width, double height, int panels)
    {
        var figure = RowPanels.Build(
            Samples.Caption("p"),
            [.. Samples.Names.Select((n, i) => new MeasuredRow(n, [i / 10.0, i, -i]))],
            [new RowMeasure("first", "a", 1, Hue.Blue), new RowMeasure("second", "b", 0, Hue.Green), new RowMeasure("third", "c", 0, Hue.Purple)],
            2035,
            new FigureSize(width, height));
        Assert.Equal(panels, figure.Panels.Length);
        var drawn = new Drawn(figure);
        drawn.AssertTextsAreClear();
        Assert.All(Samples.Names, n => Assert.Single(drawn.Texts, t => t.Text == n));
        Assert.Equal(panels == 6 ? 3 : 0, figure.Key.Length);
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Spans.Build(Samples.Caption("s"), [], Terms, Size));
        Assert.Throws<ArgumentException>(() => RowPanels.Build(Samples.Caption("p"), [new MeasuredRow("a", [1])], [], 2035, Size));
        Assert.Throws<ArgumentException>(() => Strip.Build(Samples.Caption("t"), [1, 2], "past", [new StripStretch("s", "s", 3, [])], "v", Size));
        Assert.Throws<ArgumentException>(() => Curves.Build(
            Samples.Caption("c"), [], new CurveTerms([2025], 2025, 2025, "", "", "", ["a", "b", "c"]), Size));
        Assert.Throws<ArgumentException>(() => StackedRows.Build(
            Samples.Caption("k"), [new StackedRow("a", [1], [1], ("", ""))],
            new StackedRowTerms(["x"], ["x"], Terms.First, Terms.Second, ""), Size));
        Assert.Throws<ArgumentException>(() => BudgetWords.Of(ChartLanguage.English with { Code = "xx" }));
    }
}
