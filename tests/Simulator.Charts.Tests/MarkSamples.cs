using System.Collections.Immutable;
using System.Globalization;

namespace Simulator.Charts.Tests;

/// <summary>Figures of one kind of mark each, as dense as a real run makes them.</summary>
internal static class MarkSamples
{
    /// <summary>Two bars in each row, to both sides of zero, the first with its value.</summary>
    public static Figure Bars(FigureSize size) => Of(
        "bars",
        size,
        new Panel(
            "",
            Numbers(-20, 100) with { Title = "USD bn" },
            Axis.Categories(Samples.Names.Take(12).Select(n => (n, false))),
            [
                .. Enumerable.Range(0, 12).SelectMany(i => new Mark[]
                {
                    new BarMark(i, 0, Extra(i), Hue.Blue) { Lanes = 2 },
                    new BarMark(i, 0, Extra(i) * 0.8, Hue.Green, true) { Lane = 1, Lanes = 2 },
                    new LabelMark(new Point(Extra(i), i), Text(Extra(i)), Hue.Ink, Extra(i) < 0 ? LabelSide.Left : LabelSide.Right),
                }),
            ]),
        new KeyEntry(KeySample.StrongCell, Hue.Blue, "Constant prices"),
        new KeyEntry(KeySample.HatchedBar, Hue.Green, "Current prices"));

    /// <summary>Thirty-one dots with names that may be left out, and lines across both axes.</summary>
    public static Figure Scatter(FigureSize size)
    {
        var members = Samples.Names.Where(n => n != "Iceland").Select((n, i) => (Name: n, At: new Point(Samples.Share(i, 2026), 12 + (i * 53 % 31)))).ToArray();
        return Of(
            "scatter",
            size,
            new Panel(
                "",
                Numbers(0, 6) with { Title = "Share of GDP, percent" },
                Numbers(0, 50) with { Title = "Equipment, percent of defence expenditure" },
                [
                    new ReferenceMark(AxisSide.Y, 20, "Guideline 20%", Hue.Ink),
                    new ReferenceMark(AxisSide.X, 2, "Guideline 2%", Hue.Ink),
                    .. members.Select(m => new DotMark(m.At, DotShape.Filled, Hue.Blue)),
                    .. members.Select(m => new LabelMark(m.At, m.Name, Hue.Ink, LabelSide.Right, false, false)),
                ]));
    }

    /// <summary>A range inside a range around a line, with a stretch behind them.</summary>
    public static Figure Fan(FigureSize size) => Of(
        "fan",
        size,
        new Panel(
            "",
            Axis.Years(2014, 2035, [2014, 2026, 2035], y => ChartLanguage.Year(y)),
            Numbers(0, 5),
            [
                new BandMark(AxisSide.X, 2026, 2035, "Projection from 2027"),
                new AreaMark([2026, 2030, 2035], [2.2, 1.9, 1.5], [2.2, 3.5, 4.6], Hue.Blue, CellTone.Light),
                new AreaMark([2026, 2030, 2035], [2.2, 2.4, 2.5], [2.2, 3.0, 3.6], Hue.Blue, CellTone.Hatched),
                new LineMark([.. Samples.Years.Select(y => new Point(y, 1 + ((y - 2014) * 0.1)))], 2026, Hue.Blue) { EndLabel = "Median 3.1%" },
                new ReferenceMark(AxisSide.Y, 3.5, "Guideline 3.5%", Hue.Ink),
            ]));

    /// <summary>Every kind of mark at once, at the given values.</summary>
    public static Figure Everything(string words, params double[] values)
    {
        var points = values.Select((v, i) => new Point(2014 + i, v)).ToImmutableArray();
        ImmutableArray<double> years = [.. points.Select(p => p.X)];
        var x = Axis.Years(2013, 2014 + Math.Max(1, values.Length), [2014, 2013 + values.Length], y => ChartLanguage.Year(y));
        var y = Numbers(values.DefaultIfEmpty(0).Min(), values.DefaultIfEmpty(1).Max()) with { Title = words };
        return Of(
            "everything",
            FigureFormat.Free.Frame(),
            new Panel(
                words,
                x with { Title = words },
                y,
                [
                    new BandMark(AxisSide.X, 2014, 2014.5, words),
                    new ReferenceMark(AxisSide.Y, 1, words, Hue.Ink),
                    new ReferenceMark(AxisSide.X, 2014, words, Hue.Ink) { IsDashed = true, IsInFront = true },
                    new AreaMark(years, [.. values], [.. values.Select(v => v * 2)], Hue.Slate, CellTone.Light),
                    new LineMark(points, 2014, Hue.Blue) { EndLabel = words, Tip = words },
                    .. points.SelectMany(p => new Mark[]
                    {
                        new ColumnMark(p.X, 0, p.Y, Hue.Green, true),
                        new DotMark(p, DotShape.Diamond, Hue.Purple),
                        new LabelMark(p, words, Hue.Ink, LabelSide.Above, false, false),
                    }),
                    new OutlineMark([points], Hue.Slate, CellTone.Strong),
                    new CloudMark(points, Hue.Muted) { Tip = words },
                    .. points.SelectMany(p => new Mark[]
                    {
                        new BinMark(p.X - 0.3, p.X + 0.3, p.Y, Hue.Blue, true) { Tip = words },
                        new WhiskerMark(p.Y, p.X - 1, p.X + 5, Hue.Ink) { Tip = words },
                        new BoxMark(p.Y, new FiveNumbers(p.X - 0.4, p.X - 0.2, p.X, p.X + 0.2, p.Y), Hue.Blue) { Tip = words },
                    }),
                ]),
            new KeyEntry(KeySample.HatchedBar, Hue.Green, words),
            new KeyEntry(KeySample.Box, Hue.Blue, words),
            new KeyEntry(KeySample.Whisker, Hue.Ink, words),
            new KeyEntry(KeySample.ShadedCell, Hue.Vermilion, words) { Depth = 0.3 });
    }

    private static double Extra(int row) => (row * 9) - 18;

    private static string Text(double value) => value.ToString("0", CultureInfo.InvariantCulture);

    private static Axis Numbers(double low, double high) =>
        Axis.Numbers(low, high, 5, (v, step) => ChartLanguage.English.Number(v, ChartLanguage.DecimalsOf(step)));

    private static Figure Of(string id, FigureSize size, Panel panel, params ImmutableArray<KeyEntry> key) => new(
        id, "Thirty-one members pay more and one pays less", "Extra money a year, USD bn at 2021 prices", Samples.Credit, "A sample.", size, 1,
        [panel], key, new FigureData(["x"], []), ChartLanguage.English);
}
