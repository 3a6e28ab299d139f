using System.Collections.Immutable;
using System.Globalization;
using Simulator.Charts.Catalogue;

namespace Simulator.Charts.Tests.Catalogue;

/// <summary>Maps by year, paired bars, bridges and fans: what is drawn is what the data say, on every page and in every language.</summary>
public sealed class ScenarioBuildersTests
{
    private const double NarrowLines = 340;
    private const double NarrowPanels = 700;

    public static TheoryData<string, string> Pages()
    {
        var data = new TheoryData<string, string>();
        foreach (var format in FigureFormat.Named.Append(FigureFormat.Free))
        {
            foreach (var figure in new[] { "map", "bars", "bridge", "fan" })
            {
                data.Add(figure, format.Name);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void WordsStandApartOnEveryPageInEveryLanguage(string figure, string page)
    {
        var format = FigureFormat.Named.Append(FigureFormat.Free).Single(f => f.Name == page);
        if (format.Width < (figure switch { "map" or "fan" => NarrowLines, "bars" => NarrowPanels, _ => 0 }))
        {
            return;
        }

        foreach (var language in ChartLanguage.All)
        {
            new Drawn(Build(figure, format, language), Theme.Dark).AssertTextsAreClear();
        }
    }

    [Fact]
    public void ACellIsOfTheClassOfItsShareAndTheProjectionStandsApart()
    {
        var figure = Build("map", FigureFormat.Free, ChartLanguage.English);
        var cells = figure.Panels[0].Marks.OfType<CellMark>().ToArray();
        Assert.Equal(figure.Data.Rows.Count(r => double.IsFinite(r[3].Number)), cells.Length);
        foreach (var cell in cells)
        {
            var share = double.Parse(cell.Text, CultureInfo.InvariantCulture);
            var expected = share >= 5 ? (Hue.Purple, CellTone.Strong) : share >= 3.5 ? (Hue.Blue, CellTone.Strong)
                : share >= 3 ? (Hue.Blue, CellTone.Light) : share >= 2 ? (Hue.Vermilion, CellTone.Light) : (Hue.Vermilion, CellTone.Hatched);

            // The words have two decimals; within half a hundredth of a level they cannot tell the class.
            if (new[] { 2, 3, 3.5, 5 }.All(level => Math.Abs(share - level) > 0.006))
            {
                Assert.Equal(expected, (cell.Hue, cell.Tone));
            }
        }

        var x = figure.Panels[0].X.Ticks.Select(t => t.At).ToArray();
        var gaps = x.Zip(x[1..], (a, b) => b - a).ToArray();
        Assert.Equal(Samples.LastHistoryYear - Samples.Years[0], Array.IndexOf(gaps, gaps.Max()));
        Assert.Single(gaps, g => g > 1);
    }

    [Fact]
    public void PairedPanelsOfOneScaleShareTheirAxisAndALowPageSaysWhatItLeavesOut()
    {
        var free = Build("bars", FigureFormat.Free, ChartLanguage.English);
        Assert.Equal(free.Panels[0].X.To, free.Panels[1].X.To);
        Assert.NotEqual(free.Panels[0].X.To, free.Panels[2].X.To);
        Assert.Equal(32 * 3, free.Data.Rows.Length);
        foreach (var (panel, measure) in free.Panels.Zip(new[] { "a_eur_bn", "b_eur_bn", "c_pp" }))
        {
            Assert.Equal(
                free.Data.Rows.Where(r => r[1].ToString() == measure && double.IsFinite(r[4].Number)).Select(r => r[4].Number),
                panel.Marks.OfType<BarMark>().Select(b => b.To));
        }

        var low = Build("bars", FigureFormat.Web, ChartLanguage.English);
        var shown = low.Panels[0].Y.Ticks.Length - 1;
        Assert.InRange(shown, 10, 30);
        Assert.Contains(new Drawn(low).Texts, t => t.Text == $"{32 - shown} more not shown");
    }

    [Fact]
    public void BarsOfABridgeMeetAndStepsThatDoNotAddUpAreRefused()
    {
        var bars = Build("bridge", FigureFormat.Free, ChartLanguage.English).Panels[0].Marks.OfType<BarMark>().ToArray();
        Assert.Equal([(0, 100), (100, 130), (130, 110), (0, 110)], bars.Select(b => ((int)b.From, (int)b.To)));
        Assert.Equal([false, true, true, true], bars.Select(b => b.Projected));
        Assert.Throws<ArgumentException>(() => Bridge([new("Start", 1, true, 2026), new("End", 3, true, 2035)], FigureFormat.Free, ChartLanguage.English));
        Assert.Throws<ArgumentException>(() => Bridge([new("Change", 1, false, 2026)], FigureFormat.Free, ChartLanguage.English));
    }

    [Fact]
    public void BandsOfAFanLieBehindItsLinesInsideTheAxisAndInTheData()
    {
        var figure = Build("fan", FigureFormat.Free, ChartLanguage.English);
        var marks = figure.Panels[0].Marks;
        Assert.True(marks.IndexOf(marks.OfType<AreaMark>().Last()) < marks.IndexOf(marks.OfType<LineMark>().First()));
        Assert.Equal(2, figure.Key.Length);
        var highest = figure.Data.Rows.Where(r => r[1].ToString() == "high").Max(r => r[4].Number);
        Assert.True(figure.Panels[0].Y.To >= highest);
        Assert.Equal(marks.OfType<AreaMark>().First().High, figure.Data.Rows.Where(r => r[0].ToString() == "90% of draws" && r[1].ToString() == "high").Select(r => r[4].Number));
    }

    [Theory]
    [InlineData("map")]
    [InlineData("bars")]
    [InlineData("bridge")]
    [InlineData("fan")]
    public void TheSameBytesInEveryCulture(string figure)
    {
        string Draw() => new Drawn(Build(figure, FigureFormat.Free, ChartLanguage.English)).Source;
        Assert.Equal(Draw(), InCulture.Run("de-DE", Draw));
    }

    private static Figure Build(string figure, FigureFormat format, ChartLanguage language) => figure switch
    {
        "map" => YearMap.Build(
            Samples.Caption("map", language),
            [
                .. Samples.Names.Select((name, i) => name == "Iceland"
                    ? new YearMapRow(name, [.. Samples.Years.Select(_ => double.NaN)], "No armed forces")
                    : new YearMapRow(name, [.. Samples.Years.Select(y => Samples.Share(i, y))])),
            ],
            new YearMapTerms(Samples.Years, Samples.LastHistoryYear, 2025, [2, 3, 3.5, 5]),
            format.Rows(32)),
        "bars" => PairedBars.Build(
            Samples.Caption("bars", language),
            [
                .. Samples.Names.Select((name, i) => name == "Iceland"
                    ? new PairedRow(name, [double.NaN, double.NaN, double.NaN], "No armed forces")
                    : new PairedRow(name, [100 - (i * 3.3), 80 - (i * 2.9), Samples.Share(i, 2035) - 3])),
            ],
            [
                new PairedMeasure("EUR bn, 2026 prices", "a_eur_bn", 1, 2035) { Scale = "bn" }, new PairedMeasure("EUR bn, current prices", "b_eur_bn", 1, 2035) { Scale = "bn" },
                new PairedMeasure("Points of GDP", "c_pp", 2, 2035),
            ],
            Samples.LastHistoryYear, 2025, format.Rows(32)),
        "bridge" => Bridge([new("2026e", 100, true, 2026), new("Growth of GDP", 30, false, 2035), new("Lower share", -20, false, 2035), new("2035", 110, true, 2035)], format, language),
        "fan" => Fan.Build(
            Samples.Caption("fan", language),
            [Band(ChartLanguage.Fill(ScenarioWords.Of(language).Draws, "90%"), 1.5, CellTone.Hatched), Band(ChartLanguage.Fill(ScenarioWords.Of(language).Draws, "50%"), 0.6, CellTone.Light)],
            [new TrajectorySeries(ScenarioWords.Of(language).Median, Samples.Years, [.. Samples.Years.Select(y => Samples.Share(5, y))], true)],
            new TrajectoryTerms(Samples.LastHistoryYear, 2025, "", true, 2) { ValueColumn = "share_pct" },
            format.Frame()),
        _ => throw new ArgumentException(figure),
    };

    private static FanBand Band(string name, double width, CellTone tone)
    {
        ImmutableArray<int> years = [.. Samples.Years.Where(y => y >= Samples.LastHistoryYear)];
        double Half(int year) => width * (year - Samples.LastHistoryYear) / 9;
        return new FanBand(name, years, [.. years.Select(y => Samples.Share(5, y) - Half(y))], [.. years.Select(y => Samples.Share(5, y) + Half(y))], tone);
    }

    private static Figure Bridge(WaterfallStep[] steps, FigureFormat format, ChartLanguage language) =>
        Waterfall.Build(Samples.Caption("bridge", language), steps, "spending_eur_bn", 1, Samples.LastHistoryYear, 2025, format.Rows(6, 40));
}
