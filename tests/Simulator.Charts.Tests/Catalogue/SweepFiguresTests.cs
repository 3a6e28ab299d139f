using System.Globalization;
using System.Reflection;
using Simulator.Charts.Catalogue;
using Simulator.Charts.Svg;

namespace Simulator.Charts.Tests.Catalogue;

/// <summary>Figures of sweeps: what is drawn is what the data say, on every page and in every language.</summary>
public sealed class SweepFiguresTests
{
    private static readonly Quantity Outcome = new("Share, %", "share_pct", 2) { IsPercent = true };
    private static readonly FigureSize Size = new(1200, 900);

    private static IEnumerable<FigureFormat> Formats => FigureFormat.Named.Append(FigureFormat.Free).Append(FigureFormat.Pixels(600, 700));

    public static TheoryData<string, string> Pages()
    {
        var data = new TheoryData<string, string>();
        foreach (var id in SweepSamples.Ids)
        {
            foreach (var format in Formats)
            {
                data.Add(id, format.Name);
            }
        }

        return data;
    }

    public static TheoryData<string> Ids() => [.. SweepSamples.Ids];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Words_stand_apart_and_large_enough_on_every_page_in_every_language(string id, string page)
    {
        var format = Formats.Single(f => f.Name == page);
        foreach (var language in ChartLanguage.All)
        {
            var drawn = new Drawn(SweepSamples.Build(id, format, language), language.Code is "en" or "de" ? Theme.Light : Theme.Dark);
            drawn.AssertTextsAreClear();
            // Coordinates and sizes are rounded to hundredths of a pixel.
            var smallest = format.InMillimetres ? 7 * 96 / 72.0 : format == FigureFormat.Slide ? 18 : 0;
            Assert.True(drawn.Texts.Min(t => t.Size) >= smallest - 0.005, $"{drawn.Texts.Min(t => t.Size)} is below {smallest}");
            Assert.DoesNotContain(drawn.Texts, t => t.Text.Contains("NaN", StringComparison.Ordinal) || t.Text.Contains('{', StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_same_bytes_in_every_culture(string id)
    {
        string Draw() => new Drawn(SweepSamples.Build(id, FigureFormat.Web, ChartLanguage.French), Theme.Dark).Source;
        var expected = Draw();
        Assert.All(["de-DE", "tr-TR", "ar-SA"], culture => Assert.Equal(expected, InCulture.Run(culture, Draw)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_data_have_a_row_for_all_that_is_drawn_and_a_name_for_every_column(string id)
    {
        var figure = SweepSamples.Build(id, FigureFormat.Free);
        Assert.NotEmpty(figure.Data.Rows);
        Assert.Equal(figure.Data.Columns.Length, figure.Data.Columns.Distinct().Count());
        Assert.StartsWith(string.Join(',', figure.Data.Columns), figure.Data.ToCsv(), StringComparison.Ordinal);
        Assert.NotEmpty(figure.Description);
        Assert.DoesNotContain("{", figure.Description, StringComparison.Ordinal);
    }

    /// <summary>To renew after a change that was meant, run the tests with UPDATE_GOLDEN=1 and look at the pictures.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void The_figure_is_as_it_was(string id)
    {
        var root = typeof(SweepFiguresTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RepositoryRoot").Value!;
        var path = Path.Combine(root, "tests", "Simulator.Charts.Tests", "golden", id + ".svg");
        var now = SvgRenderer.Render(SweepSamples.Build(id, FigureFormat.Print2Column), Theme.Light);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, now);
        }

        Assert.True(File.Exists(path), $"{path} is missing");
        Assert.Equal(File.ReadAllText(path), now);
    }

    [Theory]
    [InlineData("tornado", "factor")]
    [InlineData("indices", "factor")]
    [InlineData("boxes", "row")]
    public void Every_row_keeps_its_whole_name_on_every_page_that_is_not_too_narrow_for_it(string id, string column)
    {
        foreach (var format in Formats.Where(f => f.Width > 300))
        {
            var figure = SweepSamples.Build(id, format);
            var all = string.Join(' ', new Drawn(figure).Texts.Select(t => t.Text));
            var place = figure.Data.Columns.IndexOf(column);
            var names = figure.Data.Rows.Select(r => r[place].ToString()).Distinct().Where(n => n.Length < 40).ToArray();
            Assert.True(names.Length >= 13);
            Assert.All(names, n => Assert.Contains(n, all, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_narrow_page_writes_names_above_their_rows_in_as_many_lines_as_they_need()
    {
        var figure = SweepSamples.Build("tornado", FigureFormat.Print1Column);
        var lines = figure.Panels[0].Y.NameLines;
        Assert.Equal(20, lines.Length);
        Assert.Contains(1, lines);
        Assert.Contains(2, lines);
        var words = string.Join(' ', new Drawn(figure).Texts.Select(t => t.Text));
        Assert.Contains("offsets_pp_per_year:EUROPE except GBR", words, StringComparison.Ordinal);
        Assert.Empty(SweepSamples.Build("tornado", FigureFormat.Web).Panels[0].Y.NameLines);
    }

    [Fact]
    public void Bars_of_a_tornado_start_at_the_base_and_the_widest_swing_comes_first()
    {
        var figure = Tornado(
            new("small", "a", 9.5, "b", 10.5), new("one side", "c", 12, "d", 14), new("wide", "e", 4, "f", 12), new("none", "g", double.NaN, "h", double.NaN));
        Assert.Equal(["wide", "one side", "small", "none"], figure.Panels[0].Y.Ticks.Select(t => t.Label));
        var bars = figure.Panels[0].Marks.OfType<BarMark>().ToArray();
        Assert.All(bars, b => Assert.Equal(10, b.From));
        Assert.Equal([4.0, 12, 12, 14, 9.5, 10.5], bars.Select(b => b.To));
        Assert.Equal([1, 1, 2, 2, 1, 1], bars.Select(b => b.Lanes));
        Assert.Equal([false, true, false, true, false, true], bars.Select(b => b.Projected));
        var words = new Drawn(figure).Texts.Select(t => t.Text).ToArray();
        Assert.All(["e", "f", "a", "b", "c – d", "Base case: 10.00%", "No figure"], w => Assert.Contains(w, words));
        Assert.DoesNotContain("c", words);
        Assert.Equal(8, figure.Data.Rows.Length);
    }

    [Fact]
    public void Factors_beyond_the_twentieth_are_counted_in_the_note_and_stand_in_the_data()
    {
        var rows = Enumerable.Range(0, 27).Select(i => new TornadoRow($"factor {i:00}", "low", 10 - i, "high", 10 + i)).ToArray();
        var figure = TornadoBars.Build(Samples.Caption("t"), rows, new TornadoTerms(Outcome, 10), Size);
        Assert.Equal(20, figure.Panels[0].Y.Ticks.Length);
        Assert.Equal("factor 26", figure.Panels[0].Y.Ticks[0].Label);
        Assert.Contains("7 more not shown.", figure.Credit.Note, StringComparison.Ordinal);
        Assert.StartsWith(Samples.Credit.Note, figure.Credit.Note, StringComparison.Ordinal);
        Assert.Equal(54, figure.Data.Rows.Length);
    }

    [Fact]
    public void An_index_that_is_not_sure_has_a_sign_that_the_note_explains()
    {
        var sure = new IndexEstimate(0.2, 0.1, 0.3, false);
        var figure = IndexBars.Build(
            Samples.Caption("i"), [new("less", sure, sure), new("more", sure, new IndexEstimate(0.5, -3, 4, true))], Size);
        Assert.Equal(["more", "less"], figure.Panels[0].Y.Ticks.Select(t => t.Label));
        var texts = new Drawn(figure).Texts.Select(t => t.Text).ToArray();
        Assert.Contains("0.50†", texts);
        Assert.Contains("0.20", texts);
        Assert.Contains("† Too few worlds to be sure of this index.", figure.Credit.Note, StringComparison.Ordinal);
        Assert.Contains("A whisker without an end", figure.Credit.Note, StringComparison.Ordinal);
        Assert.Equal((-3.0, 4.0), figure.Panels[0].Marks.OfType<WhiskerMark>().Select(w => (w.From, w.To)).First());
        Assert.InRange(figure.Panels[0].X.To, 1, 1.5);
        Assert.Equal(["yes", "no", "no", "no"], figure.Data.Rows.Select(r => r[5].ToString()));
        var plain = IndexBars.Build(Samples.Caption("i"), [new("only", sure, sure)], Size);
        Assert.Equal(Samples.Credit.Note, plain.Credit.Note);
    }

    [Fact]
    public void A_whisker_has_a_stop_only_where_it_ends_on_the_axis()
    {
        int Strokes(double low, double high) => new Drawn(IndexBars.Build(
            Samples.Caption("i"), [new("a", new(double.NaN, 0, 0, false), new IndexEstimate(0.5, low, high, false))], Size)).Paths.Count();
        Assert.Equal(2, Strokes(0.4, 0.6) - Strokes(0.4, 9));
        Assert.Equal(4, Strokes(0.4, 0.6) - Strokes(-9, 9));
    }

    [Fact]
    public void A_cloud_draws_worlds_evenly_by_index_and_the_median_of_all()
    {
        var worlds = Enumerable.Range(0, 30_000).Select(i => new Point(i * 7919 % 30_000, 2.0 * (i * 7919 % 30_000))).ToArray();
        var figure = SampleScatter.Build(Samples.Caption("s"), worlds, new ScatterTerms(new("Factor", "factor", 0), Outcome) { AllWorlds = 1_000_000 }, Size);
        var indices = figure.Data.Rows.Where(r => r[0].ToString() == "world").Select(r => (int)r[1].Number).ToArray();
        Assert.Equal(Enumerable.Range(0, SampleScatter.MostDots).Select(i => i * 20), indices);
        Assert.Equal(indices.Select(i => worlds[i]), figure.Panels[0].Marks.OfType<CloudMark>().Single().Points);
        Assert.Contains("1,500 of 1,000,000 worlds", figure.Credit.Note, StringComparison.Ordinal);
        var medians = figure.Panels[0].Marks.OfType<DotMark>().Select(d => d.At).ToArray();
        Assert.Equal(Enumerable.Range(0, 10).Select(g => (g * 3000) + 1499.5), medians.Select(m => m.X));
        Assert.All(medians, m => Assert.Equal(2 * m.X, m.Y));
    }

    [Fact]
    public void A_factor_of_words_has_a_median_at_each_and_dots_aside_of_it_but_data_as_they_are()
    {
        Point[] worlds = [new(0, 1), new(1, 5), new(0, 3), new(1, 7), new(1, double.NaN), new(0, 2)];
        var figure = SampleScatter.Build(
            Samples.Caption("s"), worlds, new ScatterTerms(new("shape", "shape", 0), Outcome) { FactorWords = ["linear", "back 2"], Goal = 4 }, Size);
        Assert.Equal(["linear", "back 2"], figure.Panels[0].X.Ticks.Select(t => t.Label));
        Assert.Equal([new Point(0, 2), new Point(1, 6)], figure.Panels[0].Marks.OfType<DotMark>().Select(d => d.At));
        var dots = figure.Panels[0].Marks.OfType<CloudMark>().Single().Points;
        Assert.Equal(5, dots.Length);
        Assert.All(dots, d => Assert.InRange(Math.Abs(d.X - Math.Round(d.X)), 1e-6, 0.3));
        Assert.All(figure.Data.Rows, r => Assert.Contains(r[2].Number, new[] { 0.0, 1 }));
        Assert.Contains("Goal: 4.00%", new Drawn(figure).Texts.Select(t => t.Text));
    }

    [Fact]
    public void Words_that_do_not_all_fit_below_a_plot_are_numbered_and_told_in_the_note()
    {
        var figure = SweepSamples.Build("scatter-words", FigureFormat.Print1Column);
        Assert.Equal(["1", "2", "3", "4"], figure.Panels[0].X.Ticks.Select(t => t.Label));
        Assert.EndsWith("1: linear, 2: front 2, 3: back 2, 4: steps.", figure.Credit.Note, StringComparison.Ordinal);
        var words = new Drawn(figure).Texts.Select(t => t.Text).ToArray();
        Assert.All(["1", "2", "3", "4"], w => Assert.Contains(w, words));
        Assert.DoesNotContain("1:", SweepSamples.Build("scatter-words", FigureFormat.Web).Credit.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_box_says_its_median_on_every_page()
    {
        foreach (var format in Formats)
        {
            var figure = SweepSamples.Build("boxes", format);
            var words = string.Join(' ', new Drawn(figure).Texts.Select(t => t.Text));
            var medians = figure.Data.Rows.Where(r => r[1].ToString() == "p50" && double.IsFinite(r[2].Number) && r[0].ToString().Length is < 40 and > 0).ToArray();
            Assert.True(medians.Length > 10);
            Assert.All(medians.Where(m => m[0].ToString() != "Croatia"), m => Assert.Contains(
                m[2].Number.ToString("0.00", CultureInfo.InvariantCulture), words, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_cloud_is_one_group_of_dots()
    {
        var drawn = new Drawn(SweepSamples.Build("scatter", FigureFormat.Free));
        Assert.InRange(drawn.Circles.Count(), 1400, 1520);
        Assert.Single(drawn.Root.Elements(), e => e.Name.LocalName == "g");
    }

    [Fact]
    public void A_cell_of_few_worlds_is_hatched_and_says_nothing_while_others_darken_with_their_share()
    {
        var figure = SweepSamples.Build("grid", FigureFormat.Free);
        var cells = figure.Panels[0].Marks.OfType<CellMark>().ToArray();
        Assert.Equal(100, cells.Length);
        var rows = figure.Data.Rows.Select(r => (Worlds: r[4].Number, Miss: r[5].Number)).ToArray();
        foreach (var (cell, row) in cells.Zip(rows))
        {
            var few = row.Worlds < SweepSamples.GridTerms.FewestWorlds;
            Assert.Equal(few, cell.Text.Length == 0);
            Assert.Equal(few, !double.IsFinite(cell.Depth));
        }

        var shown = cells.Zip(rows).Where(c => c.First.Text.Length > 0).OrderBy(c => c.Second.Miss).ToArray();
        Assert.Equal(97, shown.Length);
        Assert.All(shown.Zip(shown.Skip(1)), pair => Assert.True(pair.First.First.Depth <= pair.Second.First.Depth));
        Assert.All(shown, c => Assert.Equal(c.Second.Miss, double.Parse(c.First.Text, CultureInfo.InvariantCulture), 0.5));
        Assert.Contains(figure.Key, k => k.Text == "fewer than 30 worlds" && k.Sample == KeySample.HatchedCell);

        // No number at all where one would not fit.
        Assert.All(SweepSamples.Build("grid", FigureFormat.Print1Column).Panels[0].Marks.OfType<CellMark>(), c => Assert.Equal("", c.Text));
    }

    [Fact]
    public void The_lowest_stretch_of_the_factor_upwards_is_drawn_at_the_bottom()
    {
        var drawn = new Drawn(SweepSamples.Build("grid", FigureFormat.Free));
        double Height(string text) => drawn.Texts.Single(t => t.Text == text && t.Anchor == "end").Y;
        Assert.True(Height("0.00") > Height("0.72"));
        var high = drawn.Texts.First(t => t.Text == "100" && t.Anchor == "middle").Y;
        Assert.True(high > drawn.Texts.First(t => t.Text == "12" && t.Anchor == "middle").Y);
    }

    [Fact]
    public void A_row_of_boxes_is_drawn_only_when_its_values_are_in_order()
    {
        var figure = BoxRows.Build(
            Samples.Caption("b"),
            [new("good", new FiveNumbers(1, 2, 3, 4, 5), 3.5), new("bad", new FiveNumbers(1, 3, 2, 4, 5), 3, "Not in order")],
            new BoxTerms(Outcome, 4.5),
            Size);
        Assert.Equal(new FiveNumbers(1, 2, 3, 4, 5), Assert.Single(figure.Panels[0].Marks.OfType<BoxMark>()).Spread);
        Assert.Equal(3.5, Assert.Single(figure.Panels[0].Marks.OfType<DotMark>()).At.X);
        var words = new Drawn(figure).Texts.Select(t => t.Text).ToArray();
        Assert.All(["1.00%", "3.00%", "5.00%", "Not in order", "Goal: 4.50%", "Base case"], w => Assert.Contains(w, words));
        Assert.Equal(12, figure.Data.Rows.Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_bin_that_the_goal_runs_through_is_parted_and_shares_add_up(bool isAtLeast)
    {
        OutcomeBin[] bins = [new(0, 1, 100), new(1, 2, 300), new(2, 3, 500)];
        var figure = OutcomeHistogram.Build(
            Samples.Caption("h"), bins, new HistogramTerms(Outcome, new OutcomeGoal(1.5, isAtLeast), 25) { WorldsBelow = 40, WorldsAbove = 60 }, Size);
        var drawn = figure.Panels[0].Marks.OfType<BinMark>().ToArray();
        Assert.Equal([(0.0, 1.0), (1, 1.5), (1.5, 2), (2, 3)], drawn.Select(b => (b.Left, b.Right)));
        Assert.Equal([isAtLeast, isAtLeast, !isAtLeast, !isAtLeast], drawn.Select(b => b.IsHatched));
        Assert.Equal([10.0, 30, 30, 50], drawn.Select(b => b.To));
        Assert.Equal(100, figure.Data.Rows.Sum(r => r[3].Number), 9);
        Assert.Contains("4.00% of worlds lie below the scale and 6.00% above it.", figure.Credit.Note, StringComparison.Ordinal);
        var words = new Drawn(figure).Texts.ToArray();
        var (misses, meets) = (words.Single(w => w.Text == "25.0% of worlds miss the goal"), words.Single(w => w.Text == "75.0% of worlds meet the goal"));
        Assert.Equal(isAtLeast, misses.X < meets.X);
    }

    [Fact]
    public void A_distribution_without_a_goal_has_one_colour()
    {
        var figure = OutcomeHistogram.Build(Samples.Caption("h"), SweepSamples.Bins(), new HistogramTerms(Outcome, OutcomeGoal.None, double.NaN), Size);
        Assert.All(figure.Panels[0].Marks.OfType<BinMark>(), b => Assert.False(b.IsHatched));
        Assert.Empty(figure.Panels[0].Marks.OfType<ReferenceMark>());
        Assert.Equal(SweepSamples.Bins().Length, figure.Panels[0].Marks.OfType<BinMark>().Count());
    }

    [Fact]
    public void Costs_stand_on_powers_of_ten()
    {
        var figure = SweepSamples.Build("cost", FigureFormat.Free);
        Assert.Equal(2, figure.Panels.Length);
        Assert.Equal(["1,000", "10,000", "100,000", "1 m", "10 m", "100 m"], figure.Panels[0].X.Ticks.Select(t => t.Label));
        var points = figure.Panels[0].Marks.OfType<LineMark>().First().Points;
        Assert.All(points.Zip(points.Skip(1), (a, b) => b.X - a.X), step => Assert.Equal(1, step, 12));
        foreach (var row in figure.Data.Rows)
        {
            Assert.Equal(row[1].Number / row[2].Number, row[3].Number, 6);
        }

        Assert.Equal(1, SweepSamples.Build("cost", FigureFormat.Print1Column).Columns);
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        var caption = Samples.Caption("x");
        Assert.Throws<ArgumentException>(() => Tornado());
        Assert.Throws<ArgumentException>(() => TornadoBars.Build(caption, [new("a", "", 1, "", 2)], new TornadoTerms(Outcome, double.NaN), Size));
        Assert.Throws<ArgumentException>(() => IndexBars.Build(caption, [], Size));
        Assert.Throws<ArgumentException>(() => SampleScatter.Build(caption, [new Point(1, double.NaN)], new ScatterTerms(Outcome, Outcome), Size));
        Assert.Throws<ArgumentException>(() => BoxRows.Build(caption, [], new BoxTerms(Outcome, 1), Size));
        Assert.Throws<ArgumentException>(() => HeatGrid.Build(caption, [], SweepSamples.GridTerms, Size));
        Assert.Throws<ArgumentException>(() => HeatGrid.Build(caption, SweepSamples.Grid(9), SweepSamples.GridTerms with { Across = SweepSamples.GridTerms.Across with { Labels = ["a"] } }, Size));
        Assert.Throws<ArgumentException>(() => Histogram(new OutcomeBin(0, 1, 3), new OutcomeBin(1, 3, 3)));
        Assert.Throws<ArgumentException>(() => Histogram(new OutcomeBin(0, 1, 3), new OutcomeBin(2, 3, 3)));
        Assert.Throws<ArgumentException>(() => Histogram(new OutcomeBin(0, 1, 0)));
        Assert.Throws<ArgumentException>(() => Histogram());
        Assert.Throws<ArgumentException>(() => CostCurve.Build(caption, [new CostSeries("a", [new CostPoint(0, 1)])], Size));
        Assert.Throws<ArgumentException>(() => CostCurve.Build(caption, [.. Enumerable.Repeat(new CostSeries("a", [new CostPoint(1, 1)]), 5)], Size));

        Figure Histogram(params OutcomeBin[] bins) => OutcomeHistogram.Build(caption, bins, new HistogramTerms(Outcome, OutcomeGoal.None, double.NaN), Size);
    }

    private static Figure Tornado(params TornadoRow[] rows) => TornadoBars.Build(Samples.Caption("t"), rows, new TornadoTerms(Outcome, 10), Size);
}
