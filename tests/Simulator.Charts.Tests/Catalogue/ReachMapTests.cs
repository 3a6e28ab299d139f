using Simulator.Charts.Catalogue;

namespace Simulator.Charts.Tests.Catalogue;

public class ReachMapTests
{
    [Fact]
    public void Every_cell_says_its_year()
    {
        var figure = Samples.Reach();
        var drawn = new Drawn(figure);
        var cells = figure.Panels.SelectMany(p => p.Marks.OfType<CellMark>()).ToArray();
        Assert.Equal(31 * 9, cells.Length);
        Assert.Equal(figure.Data.Rows.Length, cells.Length);
        foreach (var text in cells.GroupBy(c => c.Text))
        {
            Assert.Equal(text.Count(), drawn.Texts.Count(t => t.Text == text.Key));
        }
    }

    [Fact]
    public void The_tone_says_by_when()
    {
        foreach (var (row, cell) in Pairs())
        {
            var year = row[3].Number;
            Assert.Equal(
                !double.IsFinite(year) ? CellTone.Hatched : year <= Samples.LastYear ? CellTone.Strong : CellTone.Light,
                cell.Tone);
            Assert.Equal(!double.IsFinite(year) ? "–" : year <= Samples.LastHistoryYear ? "today" : $"{year}", cell.Text);
        }

        Assert.Equal(3, Pairs().Select(p => p.Cell.Tone).Distinct().Count());
    }

    [Fact]
    public void Cells_of_a_row_touch_and_do_not_overlap()
    {
        var drawn = new Drawn(Samples.Reach());
        var boxes = drawn.Root.Descendants().Where(e => e.Name.LocalName == "rect" && e.Value.Contains("Albania", StringComparison.Ordinal))
            .Select(e => (Left: Drawn.Number(e, "x"), Right: Drawn.Number(e, "x") + Drawn.Number(e, "width"))).OrderBy(b => b.Left).ToArray();
        Assert.Equal(9, boxes.Length);
        for (var i = 1; i < boxes.Length; i++)
        {
            // Half a pixel is more than what rounding to hundredths can hide; within a panel two hairs part the cells.
            Assert.True(boxes[i].Left > boxes[i - 1].Right);
            Assert.True(i % 3 == 0 || boxes[i].Left - boxes[i - 1].Right < 4);
        }
    }

    [Fact]
    public void Names_stand_once_for_all_panels()
    {
        var texts = new Drawn(Samples.Reach()).Texts.Select(t => t.Text).ToArray();
        Assert.All(Samples.Names, name => Assert.Single(texts, t => t == name));
        Assert.Equal(3, texts.Count(t => t == "No armed forces"));
        Assert.DoesNotContain("…", texts);
    }

    [Fact]
    public void Nothing_is_covered_in_any_language_or_theme()
    {
        foreach (var language in ChartLanguage.All)
        {
            new Drawn(Samples.Reach(language)).AssertTextsAreClear();
            new Drawn(Samples.Reach(language), Theme.Dark).AssertTextsAreClear();
        }
    }

    [Fact]
    public void Rows_that_do_not_fill_the_columns_are_refused()
    {
        var size = ReachMap.SizeFor(1);
        Assert.Throws<ArgumentException>(() => ReachMap.Build(Samples.Caption("x"), [], Samples.ReachTerms, size));
        Assert.Throws<ArgumentException>(() => ReachMap.Build(Samples.Caption("x"), [new ReachRow("A", [[2030, 2031]])], Samples.ReachTerms, size));
    }

    [Fact]
    public void Limits_are_marked_by_shape_and_explained_in_the_key()
    {
        var figure = Samples.Marked();
        Assert.Equal(
            ["Budget holds it", "Pace holds it", "Five years hold it", "Growth holds it", "Growth of five years holds it"],
            figure.Key.Select(k => k.Text).TakeLast(5));
        Assert.Equal(
            [KeySample.Square, KeySample.Diamond, KeySample.Down, KeySample.Plus, KeySample.Bar],
            figure.Key.Select(k => k.Sample).TakeLast(5));
        foreach (var panel in figure.Panels.Where(p => p.Remark.Length == 0))
        {
            Assert.Contains(panel.Marks.OfType<DotMark>(), d => d.Shape is DotShape.Square or DotShape.Down && d.At.X == 2027);
        }
    }

    private static IEnumerable<(System.Collections.Immutable.ImmutableArray<Cell> Row, CellMark Cell)> Pairs()
    {
        var figure = Samples.Reach();
        foreach (var row in figure.Data.Rows)
        {
            var panel = Samples.ReachTerms.Panels.IndexOf(row[1].ToString());
            var column = Samples.ReachTerms.TargetsPct.IndexOf(row[2].Number);
            var member = figure.Panels[panel].Y.Ticks.First(t => t.Label == row[0].ToString()).At;
            yield return (row, figure.Panels[panel].Marks.OfType<CellMark>().Single(c => c.At.X == column + 1 && c.At.Y == member));
        }
    }
}
