using System.Collections.Immutable;
using Simulator.Charts.Catalogue;

namespace Simulator.Charts.Tests;

/// <summary>Figures of sweeps as large and as long-worded as a real one makes them: twenty factors under the names of the scenario file.</summary>
internal static class SweepSamples
{
    public static readonly string[] Ids = ["tornado", "indices", "scatter", "scatter-words", "grid", "boxes", "histogram", "cost"];

    public static readonly string[] Factors =
    [
        "delivery_pct:EUROPE except GBR", "to", "by:EUROPE", "delay_years:ALL", "growth_pp:ALL", "inflation_pp:ALL", "multiplier:EUROPE",
        "import_share_pct:EUROPE except GBR", "borrowed_pct:EUROPE", "interest_pp:ALL", "offsets_pp_per_year:EUROPE except GBR", "shape",
        "new_money_pct:EUROPE", "in_baseline_pct:EUROPE", "start_revision_pct:ALL", "backfill_pct:EUROPE", "max_step_pp:ALL", "max_growth_pct:ALL",
        "definition", "target:USA",
    ];

    private static readonly double[] Sizes = [1e3, 1e4, 1e5, 1e6, 1e7, 1e8];

    private static Quantity Share { get; } = new("Share of GDP of European allies in 2035, %", "share_pct", 2) { IsPercent = true };

    public static TornadoTerms TornadoTerms { get; } = new(Share, 2.86) { Goal = 3.5 };

    public static BoxTerms BoxTerms { get; } = new(Share, 3.5);

    public static ImmutableArray<TornadoRow> TornadoRows() =>
    [
        .. Factors.Select((name, i) => name switch
        {
            "shape" => new TornadoRow(name, "front 2", 2.71, "back 2", 2.62),
            "definition" => new TornadoRow(name, "core", 2.86, "core and infrastructure", 2.86),
            "delay_years:ALL" => new TornadoRow(name, "0", 2.86, "3", 2.31),
            "max_step_pp:ALL" => new TornadoRow(name, "0.25", double.NaN, "0.5", double.NaN),
            _ => new TornadoRow(name, $"{20 - i}%", 2.86 - (0.9 / (i + 1)), $"{100 - i}%", 2.86 + (0.6 / (i + 1)) - (i % 5 == 4 ? 0.2 : 0)),
        }),
    ];

    public static ImmutableArray<IndexRow> IndexRows() =>
    [
        .. Factors.Select((name, i) => new IndexRow(
            name,
            Estimate(0.41 / (i + 1), 0.004 + (0.03 * (i % 4)), false),
            i == 17 ? Estimate(double.NaN, double.NaN, false) : Estimate((0.5 / (i + 1)) + 0.01, i == 3 ? 1.7 : 0.006 + (0.04 * (i % 5)), i % 5 == 3))),
    ];

    /// <summary>Worlds whose outcome follows the factor, bends, and spreads.</summary>
    public static Point[] Worlds(int count, int values = 0) =>
    [
        .. Enumerable.Range(0, count).Select(i =>
        {
            var u = ((i * 0.754877666) + 0.31) % 1;
            var noise = (((i * 0.569840291) % 1) + ((i * 0.438579021) % 1) + ((i * 0.915273) % 1)) - 1.5;
            var factor = values > 0 ? Math.Floor(u * values) : 20 + (80 * u);
            return new Point(factor, i % 997 == 5 ? double.NaN : 1.9 + (1.4 * Math.Sqrt(u)) + (0.45 * noise));
        }),
    ];

    public static ImmutableArray<ImmutableArray<GridCell>> Grid(int columns = 10, int rows = 10) =>
    [
        .. Enumerable.Range(0, rows).Select(y => ImmutableArray.CreateRange(Enumerable.Range(0, columns).Select(x =>
            new GridCell(Math.Clamp(100.0 * (1.2 - ((x + (1.4 * y)) / (columns + rows))), 0, 100), x == 0 && y < 3 ? 12 + y : 240 + (7 * x) + y)))),
    ];

    public static GridTerms GridTerms { get; } = new(
        new GridFactor("delivery_pct:EUROPE except GBR, %", "delivery_pct", [.. Enumerable.Range(0, 11).Select(i => $"{20 + (8 * i)}%")]),
        new GridFactor("offsets_pp_per_year:EUROPE except GBR, points", "offsets", [.. Enumerable.Range(0, 10).Select(i => ChartLanguage.English.Number(0.08 * i, 2))]),
        30);

    public static ImmutableArray<BoxRow> Boxes() =>
    [
        .. Samples.Names.Take(14).Select((name, i) => name == "Croatia"
            ? new BoxRow(name, new FiveNumbers(double.NaN, 1, 1, 1, 1), double.NaN, "No plan that counts")
            : new BoxRow(
                i == 6 ? "share_pct:EUROPE except GBR and without offsets:2035" : name,
                new FiveNumbers(1.6 + (i * 0.1), 2.1 + (i * 0.1), 2.4 + (i * 0.11), 2.9 + (i * 0.11), 3.3 + (i * 0.12)), 2.2 + (i * 0.13))),
    ];

    public static ImmutableArray<OutcomeBin> Bins() =>
        [.. Enumerable.Range(0, 40).Select(i => new OutcomeBin(1.5 + (i * 0.07), 1.5 + ((i + 1) * 0.07), (long)(90_000 / (1 + ((i - 22) * (i - 22) / 60.0)))))];

    public static ImmutableArray<CostSeries> Costs() =>
    [
        new("1 thread", [.. Sizes.Select(n => new CostPoint(n, 0.004 + (n / 1.9e6)))]),
        new("2 threads", [.. Sizes.Select(n => new CostPoint(n, 0.006 + (n / 3.6e6)))]),
    ];

    private static IndexEstimate Estimate(double value, double half, bool isUnsure) => new(value, value - half, value + half, isUnsure);

    public static Figure Build(string id, FigureFormat format, ChartLanguage? language = null)
    {
        var caption = new Caption(
            id, "Delivery moves Europe’s share more than any pledge", "Outcome over 100,000 worlds of the sweep, 2026 prices", Samples.Credit, language ?? ChartLanguage.English);
        return id switch
        {
            "tornado" => TornadoBars.Build(caption, TornadoRows(), TornadoTerms, TornadoBars.SizeFor(format, TornadoRows(), TornadoTerms)),
            "indices" => IndexBars.Build(caption, IndexRows(), IndexBars.SizeFor(format, IndexRows())),
            "scatter" => SampleScatter.Build(
                caption, Worlds(20_000),
                new ScatterTerms(new Quantity("delivery_pct:EUROPE except GBR, %", "delivery_pct", 0) { IsPercent = true }, Share) { Goal = 3, AllWorlds = 1_000_000 }, format.Frame()),
            "scatter-words" => SampleScatter.Build(
                caption, Worlds(3_000, 4), new ScatterTerms(new Quantity("shape", "shape", 0), Share) { FactorWords = ["linear", "front 2", "back 2", "steps"] }, format.Frame()),
            "grid" => HeatGrid.Build(caption, Grid(), GridTerms, format.Frame()),
            "boxes" => BoxRows.Build(caption, Boxes(), BoxTerms, BoxRows.SizeFor(format, Boxes(), BoxTerms, caption.Language)),
            "histogram" => OutcomeHistogram.Build(
                caption, Bins(), new HistogramTerms(Share, new OutcomeGoal(3.5, true), 81.4) { Base = 2.86, WorldsBelow = 0, WorldsAbove = 2_300 }, format.Frame()),
            "cost" => CostCurve.Build(caption, Costs(), format.Frame()),
            _ => throw new ArgumentException(id, nameof(id)),
        };
    }
}
