using BenchmarkDotNet.Attributes;
using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Pathways;

namespace Simulator.Benchmarks;

/// <summary>
/// One projection: share, GDP and spending of 32 members over ten years from a compiled plan.
/// The target is 5 µs for a straight line, without an allocation.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class OneProjection
{
    private Projector _straight = MadeAlliance.Projector(Shape.Linear);
    private Projector _mixed = MadeAlliance.Projector(Shape.Linear, Shape.SCurve, Shape.Step, Shape.Growth, Shape.Close);
    private Projector _powers = MadeAlliance.Projector(Shape.Geometric);

    /// <summary>All members straight to 3.5 percent in 2035.</summary>
    [Benchmark(Baseline = true)]
    public double Straight() => _straight.Run().SharePct[^2];

    /// <summary>A fifth of the members on each of five shapes.</summary>
    [Benchmark]
    public double MixedShapes() => _mixed.Run().SharePct[^2];

    /// <summary>All members on the geometric shape: a power for each member and year.</summary>
    [Benchmark]
    public double Powers() => _powers.Run().SharePct[^2];
}

/// <summary>A made-up alliance of 31 members with forces and one without.</summary>
internal static class MadeAlliance
{
    private const int Count = 32;
    private const int BaseYear = 2026;
    private const int LastYear = 2036;

    /// <summary>A projector in which the members take the shapes in turn, at least 3.5 percent by 2035.</summary>
    public static Projector Projector(params Shape[] shapes)
    {
        MacroPath macro = Macro();
        IEnumerable<PathRow> rows = shapes.Select((shape, i) => new PathRow
        {
            Origin = new RowOrigin("benchmark", i + 1),
            Members = new MemberSet(Enumerable.Range(0, Count - 1).Where(m => m % shapes.Length == i).Aggregate(0UL, (bits, m) => bits | (1UL << m))),
            What = PathWhat.AtLeastPct,
            Value = 3.5,
            From = BaseYear,
            To = shape is Shape.Step or Shape.Growth or Shape.Close ? 0 : 2035,
            Shape = shape,
            ShapeValue = shape switch { Shape.Step => 0.2, Shape.Growth => 9, Shape.Close => 20, _ => 0 },
        });
        var scenario = new Scenario { Id = "benchmark", Title = "Benchmark", Paths = [.. rows], Settings = [], Notes = [], NotComputed = [] };
        return new Projector(Plan.Compile(scenario, macro));
    }

    private static MacroPath Macro()
    {
        int years = LastYear - BaseYear + 1;
        double[] gdp = new double[years * Count];
        for (int i = 0; i < gdp.Length; i++)
        {
            gdp[i] = i < Count ? 100_000 + (5_000 * i) : gdp[i - Count] * (1 + (0.0005 * (i % Count)));
        }

        double[] ones = [.. Enumerable.Repeat(1.0, gdp.Length)];
        return new MacroPath
        {
            Edition = Edition(gdp),
            LastYear = LastYear,
            GdpConstUsdM = gdp,
            GrowthPct = ones,
            DeflatorGrowthPct = ones,
            NominalGdpNcuBn = ones,
            NcuPerUsd = ones,
            EurPerUsd = ones,
            PopulationM = ones,
            GovernmentSpendingPct = ones,
            GovernmentRevenuePct = ones,
            Assumptions = [],
        };
    }

    private static Edition Edition(double[] gdp)
    {
        double[] nato = [.. Enumerable.Repeat(double.NaN, NatoTables.IndicatorCount * (Count + 2))];
        for (int m = 0; m < Count; m++)
        {
            nato[((int)NatoIndicator.GdpUsdConstantM * (Count + 2)) + m] = gdp[m];
            nato[((int)NatoIndicator.UsdConstantM * (Count + 2)) + m] = gdp[m] * (0.015 + (0.001 * m));
        }

        Member[] members = [.. Enumerable.Range(0, Count).Select(i => new Member(i, $"M{i:00}", $"Member {i}", 1949, "Europe", i < Count - 1))];
        return new Edition
        {
            Id = "made",
            Title = "Made up",
            Measure = "core defence expenditure",
            CutOff = "2026-07-01",
            SourceLine = "Made up",
            FirstEstimateYear = BaseYear,
            PriceYear = 2021,
            Roster = new Roster(members, []),
            Currency = [.. members.Select(_ => "EUR")],
            Nato = new NatoTables(BaseYear, BaseYear, Count, nato),
            Weo = new WeoSeries("none", BaseYear, BaseYear, Count, [.. Enumerable.Repeat(double.NaN, WeoSeries.IndicatorCount * Count)]),
            PotentialGrowthPct = YearSeries.Empty(Count),
            PopulationGrowthPct = YearSeries.Empty(Count),
            Plans = [],
            HasPlans = false,
            Remarks = [],
        };
    }
}
