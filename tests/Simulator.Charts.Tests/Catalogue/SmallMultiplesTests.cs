using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Simulator.Charts.Catalogue;

namespace Simulator.Charts.Tests.Catalogue;

public class SmallMultiplesTests
{
    [Fact]
    public void Past_is_solid_and_projection_dashed()
    {
        var drawn = new Drawn(Samples.Multiples());
        var lines = drawn.Paths.Where(p => p.Elements().Any(e => e.Name.LocalName == "title")).ToArray();
        Assert.Equal(2 * 31, lines.Length);
        foreach (var pair in lines.GroupBy(p => p.Value))
        {
            var solid = Assert.Single(pair, p => p.Attribute("stroke-dasharray") is null);
            var dashed = Assert.Single(pair, p => p.Attribute("stroke-dasharray") is not null);

            // 13 years of past in one stroke, ten corners from the last of them to 2035 in the other.
            Assert.Equal(13, Drawn.Corners(solid).Length);
            Assert.Equal(10, Drawn.Corners(dashed).Length);
            Assert.Equal(Drawn.Corners(solid)[^1], Drawn.Corners(dashed)[0]);
        }
    }

    [Fact]
    public void Every_point_is_in_the_data()
    {
        var figure = Samples.Multiples();
        var rows = figure.Data.Rows.ToLookup(r => (r[0].ToString(), r[1].Number));
        var points = 0;
        foreach (var panel in figure.Panels)
        {
            foreach (var (mark, column) in panel.Marks.OfType<LineMark>().Select(l => (l, l.Weight == LineWeight.Thin ? 4 : 3)))
            {
                foreach (var point in mark.Points.Where(p => double.IsFinite(p.Y)))
                {
                    Assert.Equal(point.Y, Assert.Single(rows[(panel.Title, point.X)])[column].Number);
                    points++;
                }
            }

            foreach (var dot in panel.Marks.OfType<DotMark>())
            {
                Assert.Equal(dot.At.Y, Assert.Single(rows[(panel.Title, dot.At.X)])[3].Number);
            }
        }

        Assert.Equal(31 * (22 + 22), points);
    }

    [Fact]
    public void A_dot_says_whether_a_member_ends_at_the_line()
    {
        foreach (var (panel, i) in Samples.Multiples().Panels.Select((p, i) => (p, i)).Where(p => p.p.Title != "Iceland"))
        {
            var dot = Assert.Single(panel.Marks.OfType<DotMark>());
            var reached = Samples.Share(i, Samples.LastYear) >= 3.5 - 1e-6;
            Assert.Equal(reached ? DotShape.Filled : DotShape.Hollow, dot.Shape);
        }
    }

    [Fact]
    public void Rounding_on_the_way_does_not_make_a_member_short()
    {
        var path = Path("Spain", 2.0, 3.4999999999);
        Assert.Equal(DotShape.Filled, Assert.Single(Build(path).Panels[0].Marks.OfType<DotMark>()).Shape);
        path = Path("Spain", 2.0, 3.499);
        Assert.Equal(DotShape.Hollow, Assert.Single(Build(path).Panels[0].Marks.OfType<DotMark>()).Shape);
    }

    [Fact]
    public void All_panels_share_one_axis_that_reaches_the_highest()
    {
        var figure = Samples.Multiples();
        Assert.Single(figure.Panels.Select(p => p.Y).Distinct());
        Assert.True(figure.Panels[0].Y.To >= Samples.Paths().SelectMany(p => p.SharePct).Where(double.IsFinite).Max());
        Assert.Equal(0, figure.Panels[0].Y.From);
    }

    [Fact]
    public void One_extreme_member_does_not_flatten_the_others_and_says_how_high_it_goes()
    {
        var paths = Samples.Paths();
        paths = paths.SetItem(22, Path("Poland", 2.0, 14.0));
        var figure = SmallMultiples.Build(Samples.Caption("extreme"), paths, "NATO guideline", 2025, SmallMultiples.SizeFor(32));
        Assert.InRange(figure.Panels[0].Y.To, 4, 8);
        Assert.Contains(figure.Key, k => k.Sample == KeySample.Triangle);
        var poland = figure.Panels[22];
        Assert.Equal(DotShape.Beyond, Assert.Single(poland.Marks.OfType<DotMark>()).Shape);
        var drawn = new Drawn(figure);
        drawn.AssertTextsAreClear();
        Assert.Contains(drawn.Texts, t => t.Text == "14.0%");
        Assert.All(
            drawn.Paths.SelectMany(Drawn.Corners),
            corner => Assert.InRange(corner.Y, 0, drawn.Height));
        Assert.DoesNotContain(Samples.Multiples().Key, k => k.Sample == KeySample.Triangle);
    }

    [Fact]
    public void A_member_without_figures_says_why_in_words()
    {
        var figure = Samples.Multiples();
        var iceland = Assert.Single(figure.Panels, p => p.Title == "Iceland");
        Assert.Empty(iceland.Marks.OfType<LineMark>());
        Assert.Empty(iceland.Marks.OfType<LabelMark>());
        Assert.Contains("No armed forces", string.Join(" ", new Drawn(figure).Texts.Select(t => t.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public void Gaps_break_the_line()
    {
        ImmutableArray<int> years = [2020, 2021, 2022, 2023, 2024, 2025, 2026];
        var path = new MemberPath("Spain", years, [1, 1.1, double.NaN, 1.3, 1.4, 1.5, 1.6], [2, 2, 2, 2, 2, 2, 2], 2026);
        var drawn = new Drawn(Build(path));
        var lines = drawn.Paths.Where(p => p.Value.StartsWith("Spain", StringComparison.Ordinal)).Select(p => Drawn.Corners(p).Length);
        Assert.Equal([2, 4], lines);
        Assert.DoesNotContain("NaN", drawn.Source, StringComparison.Ordinal);
        Assert.Contains(",2022,reported,,2\n", Build(path).Data.ToCsv(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_year_alone_is_a_dot()
    {
        var drawn = new Drawn(Build(new MemberPath("Spain", [2026], [2.0], [2.0], 2026)));
        Assert.NotEmpty(drawn.Circles);
        Assert.Contains(drawn.Texts, t => t.Text == "2.0%");
        drawn.AssertTextsAreClear();
    }

    [Theory]
    [InlineData("<script>alert(\"x\")</script> & 'co'")]
    [InlineData("The former Yugoslav Republic of a Name that Never Ends and Goes On and On")]
    [InlineData("إسبانيا")]
    [InlineData("ישראל ABC 123")]
    [InlineData("\u202Edlrow olleh")]
    [InlineData("")]
    [InlineData("\u0000\u0007")]
    public void Any_name_can_be_drawn(string name)
    {
        var paths = Samples.Paths().Select(p => p with { Name = name }).ToArray();
        var caption = Samples.Caption("hostile") with { Title = name, Subtitle = name };
        var figure = SmallMultiples.Build(caption, paths, name, 2025, SmallMultiples.SizeFor(32));
        new Drawn(figure).AssertTextsAreClear();
    }

    [Fact]
    public void Any_values_can_be_drawn() => Prop.ForAll<NonEmptyArray<NormalFloat>>(values =>
    {
        double At(int i) => i % 11 == 7 ? double.NaN : Math.Abs(values.Get[i % values.Get.Length].Get) % 12;
        var paths = Enumerable.Range(0, 12).Select(m => new MemberPath(
            "Member " + m, Samples.Years, [.. Samples.Years.Select((_, i) => At((m * 5) + i))], [.. Samples.Years.Select(_ => 3.5)],
            2014 + (m * 2)));
        var drawn = new Drawn(SmallMultiples.Build(Samples.Caption("any"), [.. paths], "Line", 2025, SmallMultiples.SizeFor(12)));
        drawn.AssertTextsAreClear();
        Assert.DoesNotContain("NaN", drawn.Source, StringComparison.Ordinal);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40).WithReplay(37, 7));

    [Fact]
    public void Arrays_of_different_length_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Build(new MemberPath("Spain", [2026], [1, 2], [2.0], 2026)));
        Assert.Throws<ArgumentException>(() => Build(new MemberPath("Spain", [], [], [], 2026)));
        Assert.Throws<ArgumentException>(() => SmallMultiples.Build(Samples.Caption("none"), [], "line", 2025, SmallMultiples.SizeFor(1)));
    }

    private static Figure Build(MemberPath path) =>
        SmallMultiples.Build(Samples.Caption("one"), [path], "NATO guideline", 2025, SmallMultiples.SizeFor(1));

    private static MemberPath Path(string name, double from, double to) => new(
        name, Samples.Years,
        [.. Samples.Years.Select((_, i) => i == Samples.Years.Length - 1 ? to : from + ((to - from) * i / (Samples.Years.Length - 1.0)))],
        [.. Samples.Years.Select(_ => 3.5)], Samples.LastHistoryYear);
}
