using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Simulator.Charts.Catalogue;

namespace Simulator.Charts.Tests.Catalogue;

public class RankingTests
{
    /// <summary>Reads the scale off the tick labels, the values off the dots, and compares them with the table beside the figure.</summary>
    [Fact]
    public void Dots_stand_where_the_data_say()
    {
        var figure = Samples.Rank();
        var drawn = new Drawn(figure);
        var ticks = drawn.Texts.Where(t => t.Text is "0%" or "6%").ToDictionary(t => t.Text, t => t.X);
        double ValueAt(double x) => (x - ticks["0%"]) / (ticks["6%"] - ticks["0%"]) * 6;
        var dots = drawn.Circles.Where(c => c.Value.Length > 0).Select(c => (Tip: c.Value, Value: ValueAt(Drawn.Number(c, "cx")))).ToArray();
        Assert.Equal(62, dots.Length);
        foreach (var row in figure.Data.Rows.Where(r => r[0].ToString() != "Iceland"))
        {
            var today = Assert.Single(dots, d => d.Tip.StartsWith($"{row[0]}, 2026 estimate", StringComparison.Ordinal));
            var headline = Assert.Single(dots, d => d.Tip.StartsWith($"{row[0]}, 2035", StringComparison.Ordinal));

            // Places are rounded to hundredths of a pixel, and a point of GDP is about 150 pixels wide.
            Assert.Equal(row[3].Number, today.Value, 2e-4);
            Assert.Equal(row[5].Number, headline.Value, 2e-4);
        }
    }

    [Fact]
    public void Members_stand_from_the_highest_to_the_lowest_and_those_without_a_figure_last()
    {
        var shares = Samples.Rank().Data.Rows.Select(r => r[5].Number).ToArray();
        Assert.Equal(shares[..^1].OrderDescending(), shares[..^1]);
        Assert.Equal("Iceland", Samples.Rank().Data.Rows[^1][0].ToString());
        var names = Samples.Rank().Panels[0].Y.Ticks.Select(t => t.Label);
        Assert.Equal(Samples.Rank().Data.Rows.Select(r => r[0].ToString()), names);
    }

    [Fact]
    public void Groups_keep_their_order_and_have_a_heading()
    {
        var headings = Samples.Rank(true).Panels[0].Y.Ticks.Where(t => t.Heading).Select(t => t.Label);
        Assert.Equal(["Europe", "North America", "Without armed forces"], headings);
    }

    [Fact]
    public void Every_value_is_written_beside_its_dot()
    {
        var texts = new Drawn(Samples.Rank()).Texts.Select(t => t.Text).ToList();
        foreach (var row in Samples.Rank().Data.Rows.Where(r => double.IsFinite(r[5].Number)))
        {
            Assert.Contains(row[5].Number.ToString("F2", CultureInfo.InvariantCulture), texts);
            Assert.Contains(row[3].Number.ToString("F2", CultureInfo.InvariantCulture), texts);
        }

        Assert.Contains("No armed forces", texts);
        Assert.Contains("NATO guideline: 3.5%", texts);
    }

    [Fact]
    public void Today_and_headline_differ_in_shape_not_only_in_colour()
    {
        foreach (var row in Samples.Rank().Panels[0].Marks.OfType<DotMark>().GroupBy(d => d.At.Y))
        {
            Assert.Equal(2, row.Select(d => d.Shape).Distinct().Count());
        }
    }

    [Fact]
    public void A_share_that_stays_is_a_ring_around_its_dot_with_one_label()
    {
        var marks = Build(new RankedMember("Poland", 4.68, 4.68)).Panels[0].Marks;
        Assert.Equal([DotShape.Around, DotShape.Filled], marks.OfType<DotMark>().Select(d => d.Shape));
        Assert.Single(marks.OfType<LabelMark>());
    }

    [Fact]
    public void A_small_change_keeps_both_dots_and_labels()
    {
        var marks = Build(new RankedMember("Spain", 2.0, 2.1)).Panels[0].Marks;
        Assert.Equal([DotShape.Hollow, DotShape.Filled], marks.OfType<DotMark>().Select(d => d.Shape));
        Assert.Equal(2, marks.OfType<LabelMark>().Count());
        Assert.Single(marks.OfType<ConnectorMark>());
    }

    [Fact]
    public void Any_values_can_be_drawn() => Prop.ForAll<NonEmptyArray<NormalFloat>>(values =>
    {
        var shares = values.Get.Select(v => Math.Abs(v.Get) % 15).Take(40).ToArray();
        var members = shares.Select((s, i) => new RankedMember(
            "Member " + i, i % 5 == 3 ? double.NaN : s, i % 7 == 5 ? double.NaN : shares[(i * 3) % shares.Length]));
        new Drawn(Ranking.Build(Samples.Caption("any"), [.. members], Samples.RankingTerms, Ranking.SizeFor(shares.Length)))
            .AssertTextsAreClear();
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40).WithReplay(31, 7));

    [Fact]
    public void A_fall_puts_the_labels_on_the_outer_sides()
    {
        var labels = Build(new RankedMember("Greece", 3.65, 2.5)).Panels[0].Marks.OfType<LabelMark>().ToArray();
        Assert.Equal(("3.65", LabelSide.Right), (labels[0].Text, labels[0].Prefer));
        Assert.Equal(("2.50", LabelSide.Left), (labels[1].Text, labels[1].Prefer));
    }

    [Fact]
    public void Extreme_and_missing_values_are_drawn()
    {
        RankedMember[] members =
        [
            new("High", 14.9, 14.9), new("Zero", 0, 0), new("Only today", 1.5, double.NaN), new("Only later", double.NaN, 2.5),
            new("None", double.NaN, double.NaN), new("Tiny", 0.001, 0.002),
        ];
        var figure = Ranking.Build(Samples.Caption("extreme"), members, Samples.RankingTerms, Ranking.SizeFor(6));
        var drawn = new Drawn(figure);
        drawn.AssertTextsAreClear();
        Assert.Contains(drawn.Texts, t => t.Text == "14.90");
        Assert.Contains(drawn.Texts, t => t.Text == "No figure");
        Assert.DoesNotContain("NaN", drawn.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<b>&\"'")]
    [InlineData("A name that is far too long for the column of names in which it has to stand, and still goes on")]
    [InlineData("إسبانيا")]
    [InlineData("")]
    public void Any_name_can_be_drawn(string name)
    {
        var members = Samples.Ranked(true).Select(m => m with { Name = name, Group = m.Group.Length > 0 ? name + m.Group : "", Remark = name });
        new Drawn(Ranking.Build(
            Samples.Caption("hostile") with { Title = name }, [.. members], Samples.RankingTerms with { LineName = name }, Ranking.SizeFor(35)))
            .AssertTextsAreClear();
    }

    [Fact]
    public void Without_a_line_nobody_is_short()
    {
        var figure = Ranking.Build(
            Samples.Caption("free"), Samples.Ranked(), Samples.RankingTerms with { LinePct = double.NaN }, Ranking.SizeFor(32));
        Assert.Empty(figure.Panels[0].Marks.OfType<ReferenceMark>());
        Assert.DoesNotContain(figure.Panels[0].Marks.OfType<DotMark>(), d => d.Hue == Hue.Vermilion);
        new Drawn(figure).AssertTextsAreClear();
    }

    [Fact]
    public void An_empty_ranking_is_refused() =>
        Assert.Throws<ArgumentException>(() => Ranking.Build(Samples.Caption("none"), [], Samples.RankingTerms, Ranking.SizeFor(1)));

    private static Figure Build(RankedMember member) =>
        Ranking.Build(Samples.Caption("one"), [member], Samples.RankingTerms, Ranking.SizeFor(1));
}
