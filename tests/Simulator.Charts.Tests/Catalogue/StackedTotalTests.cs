using System.Collections.Immutable;
using Simulator.Charts.Catalogue;

namespace Simulator.Charts.Tests.Catalogue;

public class StackedTotalTests
{
    [Fact]
    public void Layers_are_as_thick_as_the_data_say()
    {
        var figure = Samples.Total();
        var drawn = new Drawn(figure);
        var ticks = drawn.Texts.Where(t => t.Text is "0" or "1,000" && t.Anchor == "end").ToDictionary(t => t.Text, t => t.Y);
        var perPixel = 1000 / (ticks["0"] - ticks["1,000"]);
        var areas = drawn.Paths.Where(p => ((string)p.Attribute("d")!).EndsWith('Z')).ToArray();

        // Three layers, each with a part that is past and one that is projected.
        Assert.Equal(6, areas.Length);
        for (var layer = 0; layer < 3; layer++)
        {
            var name = Samples.Parts()[layer].Name;
            var expected = figure.Data.Rows.Where(r => r[2].ToString() == name).Select(r => r[3].Number).ToArray();
            var past = Thicknesses(areas[2 * layer]);
            var projected = Thicknesses(areas[(2 * layer) + 1]);
            Assert.Equal(13, past.Length);
            Assert.Equal(10, projected.Length);
            var drawnValues = past.Concat(projected.Skip(1)).Select(t => t * perPixel).ToArray();
            for (var year = 0; year < expected.Length; year++)
            {
                // Two edges, each rounded to a hundredth of a pixel, and a pixel is worth about six billion.
                Assert.Equal(expected[year], drawnValues[year], 0.15);
            }
        }
    }

    [Fact]
    public void Projection_is_hatched_and_the_past_is_not()
    {
        var areas = new Drawn(Samples.Total()).Paths.Where(p => ((string)p.Attribute("d")!).EndsWith('Z')).ToArray();
        for (var i = 0; i < areas.Length; i++)
        {
            Assert.Equal(i % 2 == 1, ((string)areas[i].Attribute("fill")!).StartsWith("url(#total-hatch-", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Totals_are_labelled_at_first_base_and_last_year()
    {
        var texts = new Drawn(Samples.Total()).Texts.Select(t => t.Text).ToArray();
        var total = Samples.Total().Data.Rows.Where(r => r[2].ToString() == "total").ToDictionary(r => r[0].Number, r => r[3].Number);
        foreach (var (year, label) in new[] { (2014, "2014"), (2026, "2026e"), (2035, "2035") })
        {
            Assert.Contains($"Total {label}: {ChartLanguage.English.Number(total[year])}", texts);
        }

        Assert.Contains("USD bn at 2021 prices", texts);
        Assert.Contains("Projection from 2027", texts);
    }

    [Fact]
    public void Totals_are_the_sums_of_the_parts()
    {
        foreach (var year in Samples.Total().Data.Rows.GroupBy(r => r[0].Number))
        {
            // One rounding per addition.
            Assert.Equal(
                year.Where(r => r[2].ToString() != "total").Sum(r => r[3].Number), year.Single(r => r[2].ToString() == "total")[3].Number, 1e-9);
        }
    }

    [Fact]
    public void Every_part_is_named_once()
    {
        var texts = new Drawn(Samples.Total()).Texts.Select(t => t.Text).ToArray();
        foreach (var part in Samples.Parts())
        {
            Assert.Single(texts, t => t.StartsWith(part.Name, StringComparison.Ordinal));
            Assert.Single(texts, t => t.EndsWith(ChartLanguage.English.Number(part.Values[^1]), StringComparison.Ordinal)
                && !t.StartsWith("Total", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_gap_leaves_the_stack_open()
    {
        var parts = Samples.Parts();
        parts = parts.SetItem(1, parts[1] with { Values = parts[1].Values.SetItem(4, double.NaN) });
        var drawn = new Drawn(Build(parts, Samples.TotalTerms));
        drawn.AssertTextsAreClear();
        Assert.DoesNotContain("NaN", drawn.Source, StringComparison.Ordinal);
        var areas = drawn.Paths.Where(p => ((string)p.Attribute("d")!).EndsWith('Z')).Select(p => Thicknesses(p).Length).ToArray();
        Assert.Equal([4, 4, 4, 8, 10, 8, 10, 8, 10], areas);
    }

    [Fact]
    public void One_year_alone_is_a_column()
    {
        var terms = new TotalTerms([2026], 2026, 2025, 2026, "USD bn");
        var drawn = new Drawn(Build([new("United States", [850]), new("Europe", [580]), new("Canada", [0])], terms));
        drawn.AssertTextsAreClear();
        Assert.Contains(drawn.Texts, t => t.Text == "Total 2026e: 1,430");
        Assert.All(
            drawn.Paths.Where(p => ((string)p.Attribute("d")!).EndsWith('Z')),
            p => Assert.True(Drawn.Corners(p).Max(c => c.X) - Drawn.Corners(p).Min(c => c.X) > 10));
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(1)]
    [InlineData(1e7)]
    public void Any_magnitude_can_be_drawn(double factor)
    {
        var parts = Samples.Parts().Select(p => p with { Values = [.. p.Values.Select(v => v * factor)] });
        new Drawn(Build([.. parts], Samples.TotalTerms)).AssertTextsAreClear();
    }

    [Fact]
    public void Nothing_but_zeros_can_be_drawn()
    {
        var parts = Samples.Parts().Select(p => p with { Values = [.. p.Values.Select(_ => 0.0)] });
        new Drawn(Build([.. parts], Samples.TotalTerms)).AssertTextsAreClear();
    }

    [Theory]
    [InlineData("<b>&\"'")]
    [InlineData("A part of the alliance whose name is far too long for the margin in which it has to stand")]
    [InlineData("إسبانيا")]
    [InlineData("")]
    public void Any_name_can_be_drawn(string name)
    {
        var parts = Samples.Parts().Select(p => p with { Name = name });
        new Drawn(StackedTotal.Build(
            Samples.Caption("hostile") with { Title = name }, [.. parts], Samples.TotalTerms with { Unit = name }, StackedTotal.Size))
            .AssertTextsAreClear();
    }

    [Fact]
    public void Parts_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Build([], Samples.TotalTerms));
        Assert.Throws<ArgumentException>(() => Build([new("USA", [1, 2])], Samples.TotalTerms));
        Assert.Throws<ArgumentException>(() => Build([.. Samples.Parts(), .. Samples.Parts()], Samples.TotalTerms));
    }

    private static Figure Build(ImmutableArray<TotalPart> parts, TotalTerms terms) =>
        StackedTotal.Build(Samples.Caption("total"), parts, terms, StackedTotal.Size);

    /// <summary>Heights of an area in pixels: its first half of corners is the upper edge, the second the lower one backwards.</summary>
    private static double[] Thicknesses(System.Xml.Linq.XElement area)
    {
        var corners = Drawn.Corners(area);
        var half = corners.Length / 2;
        return [.. Enumerable.Range(0, half).Select(i => corners[^(i + 1)].Y - corners[i].Y)];
    }
}
