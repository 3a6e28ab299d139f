using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Simulator.Charts.Catalogue;
using Simulator.Charts.Svg;

namespace Simulator.Charts.Tests.Catalogue;

public class RankedBarsTests
{
    private static readonly BarTerms Terms = new([new("2026e", 2026, "estimate"), new("2014", 2014, "reported")], "share_pct", 2)
    {
        IsPercent = true,
        Line = 3.5,
        LineName = "NATO guideline",
    };

    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (var format in FigureFormat.Named.Append(FigureFormat.Free).Append(FigureFormat.Pixels(600, 900)))
        {
            foreach (var language in ChartLanguage.All)
            {
                data.Add(format.Name, language.Code);
            }
        }

        return data;
    }

    /// <summary>Reads the scale off the tick labels and the values off the bars' ends, and compares them with the table.</summary>
    [Fact]
    public void Bars_end_where_the_data_say()
    {
        var figure = Build(FigureFormat.Free);
        var drawn = new Drawn(figure);
        var ticks = drawn.Texts.Where(t => t.Text is "0%" or "6%").ToDictionary(t => t.Text, t => t.X);
        XNamespace ns = "http://www.w3.org/2000/svg";
        var bars = drawn.Root.Descendants(ns + "rect").Where(r => r.Element(ns + "title") is not null)
            .ToDictionary(r => r.Element(ns + "title")!.Value, r => Drawn.Number(r, "x") + Drawn.Number(r, "width"));
        Assert.Equal(31, bars.Count);
        foreach (var row in figure.Data.Rows.Where(r => r[1].ToString() == "2026e" && double.IsFinite(r[4].Number)))
        {
            var end = Assert.Single(bars, b => b.Key.StartsWith($"{row[0]}, 2026e: ", StringComparison.Ordinal)).Value;

            // Places are rounded to hundredths of a pixel, and a point of GDP is about 150 pixels wide.
            Assert.Equal(row[4].Number, (end - ticks["0%"]) / (ticks["6%"] - ticks["0%"]) * 6, 2e-4);
        }
    }

    [Fact]
    public void Rows_fall_and_those_without_a_figure_say_why()
    {
        var rows = Build(FigureFormat.Free).Data.Rows.Where(r => r[1].ToString() == "2026e").ToArray();
        var values = rows.Select(r => r[4].Number).ToArray();
        Assert.Equal(values[..^1].OrderDescending(), values[..^1]);
        Assert.Equal("Iceland", rows[^1][0].ToString());
        Assert.Equal("No armed forces", rows[^1][6].ToString());
        Assert.Contains(new Drawn(Build(FigureFormat.Free)).Texts, t => t.Text == "No armed forces");
    }

    [Fact]
    public void The_words_of_a_value_stand_at_its_bar_unless_the_tick_is_there()
    {
        var far = Labels(new RankedBar("USA", [3.0, 5.0]));
        Assert.Equal(3, Assert.Single(far).At.X);
        var near = Labels(new RankedBar("USA", [3.0, 3.02]));
        Assert.Equal(3.02, Assert.Single(near).At.X);
        var behind = Labels(new RankedBar("USA", [3.0, 2.98]));
        Assert.Equal(3, Assert.Single(behind).At.X);

        static LabelMark[] Labels(RankedBar bar) =>
            [.. RankedBars.Build(Samples.Caption("bars"), [bar], Terms, FigureFormat.Free.Rows(6)).Panels[0].Marks.OfType<LabelMark>()];
    }

    [Fact]
    public void Two_lanes_stand_below_one_another_and_negative_values_left_of_zero()
    {
        var terms = new BarTerms([new("2026 prices", 2035, "projection"), new("current prices", 2035, "projection")], "extra_eur_bn", 1)
        {
            Second = SecondSeries.Lane,
        };
        var figure = RankedBars.Build(
            Samples.Caption("lanes"), [new("France", [10.0, 14.0]), new("Greece", [-2.0, -3.0])], terms, FigureFormat.Free.Rows(2, RankedBars.LaneRowHeight));
        var bars = figure.Panels[0].Marks.OfType<BarMark>().ToArray();
        Assert.Equal([0, 1, 0, 1], bars.Select(b => b.Lane));
        Assert.All(bars, b => Assert.True(b.Projected && b.Lanes == 2 && b.From == 0));
        Assert.True(figure.Panels[0].X.From <= -3);
        Assert.Equal([LabelSide.Right, LabelSide.Right, LabelSide.Left, LabelSide.Left], figure.Panels[0].Marks.OfType<LabelMark>().Select(l => l.Prefer));
        new Drawn(figure).AssertTextsAreClear();
    }

    [Fact]
    public void The_key_names_only_what_is_drawn()
    {
        Assert.Equal(["At the line in 2026e", "Short of the line in 2026e", "2014"], Key([4, 1], [2, 1]));
        Assert.Equal(["At the line in 2026e", "2014"], Key([4, 1]));
        Assert.Equal(["Short of the line in 2026e", "2014"], Key([2, 1]));

        static IEnumerable<string> Key(params double[][] values) => RankedBars.Build(
            Samples.Caption("key"), [.. values.Select((v, i) => new RankedBar("M" + i, [.. v]))], Terms, FigureFormat.Free.Rows(6)).Key.Select(k => k.Text);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Words_are_clear_on_every_page_in_every_language(string format, string language)
    {
        var page = FigureFormat.Named.Append(FigureFormat.Free).Append(FigureFormat.Pixels(600, 900)).Single(f => f.Name == format);
        var figure = Build(page, ChartLanguage.All.Single(l => l.Code == language));
        new Drawn(figure, Theme.Light).AssertTextsAreClear();
        new Drawn(figure, Theme.Dark).AssertTextsAreClear();
    }

    [Fact]
    public void Any_values_can_be_drawn() => Prop.ForAll<NonEmptyArray<double>>(values =>
    {
        // No amount of money has more than fifteen digits.
        var told = values.Get.Select(v => v % 1e15).ToArray();
        var bars = told.Take(40).Select((v, i) => new RankedBar("Member " + i, [v, told[i * 3 % told.Length]]));
        var figure = RankedBars.Build(Samples.Caption("any"), [.. bars], Terms, FigureFormat.Free.Rows(40));
        XDocument.Parse(SvgRenderer.Render(figure, Theme.Light));
        return figure.Data.Rows.Length == 2 * Math.Min(40, values.Get.Length);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_bytes_are_the_same_in_every_culture() => Assert.Equal(
        SvgRenderer.Render(Build(FigureFormat.Free), Theme.Light),
        InCulture.Run("de-DE", () => SvgRenderer.Render(Build(FigureFormat.Free), Theme.Light)));

    [Fact]
    public void Rows_must_fit_the_series()
    {
        Assert.Throws<ArgumentException>(() => RankedBars.Build(Samples.Caption("x"), [], Terms, FigureFormat.Free.Rows(6)));
        Assert.Throws<ArgumentException>(() => RankedBars.Build(Samples.Caption("x"), [new("A", [1.0])], Terms, FigureFormat.Free.Rows(6)));
    }

    private static Figure Build(FigureFormat format, ChartLanguage? language = null) => RankedBars.Build(
        Samples.Caption("bars", language),
        [
            .. Samples.Names.Select((n, i) => n == "Iceland"
                ? new RankedBar(n, [double.NaN, double.NaN], "No armed forces")
                : new RankedBar(n, [Samples.Share(i, 2026), Samples.Share(i, 2014)])),
        ],
        Terms,
        format.Rows(32));
}
