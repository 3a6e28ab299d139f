using BenchmarkDotNet.Attributes;
using Simulator.Alliance;
using Simulator.Data.Editions;
using Simulator.Data.Sweeps;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Sweeps;
using Simulator.Sweeps.Designs;

namespace Simulator.Benchmarks;

/// <summary>
/// Worlds of sweeps on two threads: all members to 2035, five outcomes. Times are for a whole sweep. Targets: a million worlds in
/// about one second with linear paths, within three seconds with mixed shapes.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class SweepWorlds
{
    private SweepRun _linear = null!;
    private SweepRun _mixed = null!;
    private SweepRun _debt = null!;
    private SweepRun _draws = null!;

    /// <summary>About how many worlds; a Saltelli design has the next number that it can have.</summary>
    public const int Worlds = 1 << 20;

    /// <summary>Sweeps made ready.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _linear = SweptAlliance.Run(SweptAlliance.Numbers, SweptAlliance.Shares, Worlds, threads: 2);
        _mixed = SweptAlliance.Run([.. SweptAlliance.Numbers, SweptAlliance.Shapes], SweptAlliance.Shares, Worlds, threads: 2);
        _debt = SweptAlliance.Run([.. SweptAlliance.Numbers, .. SweptAlliance.DebtNumbers], SweptAlliance.WithDebt, Worlds, threads: 2);
        _draws = SweptAlliance.Run(SweptAlliance.Numbers, SweptAlliance.Shares, 1 << 11, threads: 2, draws: 512);
    }

    /// <summary>2^20 worlds of straight lines: target, year of arrival, delivery, growth.</summary>
    [Benchmark]
    public SweepPart Linear() => _linear.Run(0, _linear.Space.Blocks);

    /// <summary>The same with a shape in each world: linear, front, back, s-curve, geometric.</summary>
    [Benchmark]
    public SweepPart MixedShapes() => _mixed.Run(0, _mixed.Space.Blocks);

    /// <summary>The same with debt, seven more factors and outcomes of debt.</summary>
    [Benchmark]
    public SweepPart Debt() => _debt.Run(0, _debt.Space.Blocks);

    /// <summary>2,048 worlds of straight lines with 512 draws each: 2^20 drawn worlds.</summary>
    [Benchmark]
    public SweepPart Draws() => _draws.Run(0, _draws.Space.Blocks);
}

/// <summary>The cost of a sweep by its number of worlds and of outcomes, on two threads.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class SweepCost
{
    private SweepRun _sweep = null!;

    /// <summary>Number of worlds, as a power of two: about a thousand to a million; larger ones are timed as whole commands.</summary>
    [Params(10, 13, 17, 20)]
    public int Power { get; set; }

    /// <summary>Number of outcomes.</summary>
    [Params(1, 5, 20)]
    public int Outcomes { get; set; }

    /// <summary>A sweep made ready.</summary>
    [GlobalSetup]
    public void Setup() => _sweep = SweptAlliance.Run(
        SweptAlliance.Numbers, [.. Enumerable.Range(0, Outcomes).Select(i => SweptAlliance.Share(2027 + (i % 9), i / 9))], 1 << Power, threads: 2);

    /// <summary>Straight lines.</summary>
    [Benchmark]
    public SweepPart Worlds() => _sweep.Run(0, _sweep.Space.Blocks);
}

/// <summary>Sweeps on the shipped default edition.</summary>
internal static class SweptAlliance
{
    private static readonly Edition Edition = EditionStore.LoadDefault(DataFolder.Shipped().Value).Value;
    private static readonly MacroPath Macro = MacroPathBuilder.Build(Edition, 2035);
    private static readonly SobolDirections Directions = SobolDirectionsReader.Load(DataFolder.Shipped().Value).Value;
    private static readonly Unit Europe = Unit.Group(Edition.Roster.Group("EUROPE"));
    private static readonly RowOrigin Origin = new("benchmark", 1);

    public static IReadOnlyList<Factor> Numbers { get; } =
    [
        Number("at_least_pct", 3, 5), Number("to", 2030, 2038), Number("delivery_pct", 20, 100), Number("growth_pp", -1, 0.5),
    ];

    public static IReadOnlyList<Factor> DebtNumbers { get; } =
    [
        Number("inflation_pp", -0.5, 1.5), Number("multiplier", 0.3, 1.5), Number("import_pct", 5, 60), Number("borrowed_pct", 33, 100),
        Number("interest_pp", -0.5, 1.5), Number("in_baseline_pct", 0, 100), Number("fade_pct", 5, 20),
    ];

    public static Factor Shapes { get; } = new()
    {
        Parameter = new(SweptPart.Shape),
        Members = Edition.Roster.All,
        MembersText = "",
        Range = new ChoiceRange(5),
        Words = ["linear", "front 2", "back 2", "s-curve", "geometric"],
        Shapes = [(Shape.Linear, 0), (Shape.Front, 2), (Shape.Back, 2), (Shape.SCurve, 0), (Shape.Geometric, 0)],
        Origin = Origin,
    };

    public static IReadOnlyList<Outcome> Shares { get; } =
    [
        Share(2035, 0),
        Of(OutcomeVariable.MembersAt, Unit.Group(Edition.Roster.Group("NATO")), 2035),
        Of(OutcomeVariable.ShortBn, Europe, 2035),
        Of(OutcomeVariable.ExtraBn, Europe, 2035) with { FirstYear = 2027 },
        Of(OutcomeVariable.SharePct, Unit.Member(Edition.Roster.Members.Single(m => m.Iso3 == "ITA").Index), 2030),
    ];

    public static IReadOnlyList<Outcome> WithDebt { get; } =
    [
        .. Shares.Take(4), Of(OutcomeVariable.DebtPct, Unit.Member(Edition.Roster.Members.Single(m => m.Iso3 == "ITA").Index), 2035),
    ];

    public static Outcome Share(int year, int group) => Of(OutcomeVariable.SharePct, Unit.Group(Edition.Roster.Groups[group]), year);

    public static SweepRun Run(IReadOnlyList<Factor> factors, IReadOnlyList<Outcome> outcomes, long points, int threads, long draws = 0)
    {
        Scenario scenario = new()
        {
            Id = "benchmark",
            Title = "Benchmark",
            Paths = [new PathRow { Origin = Origin, Members = Edition.Roster.WithForces, What = PathWhat.AtLeastPct, Value = 3.5, From = 2026, To = 2035 }],
            Settings = [],
            Notes = [],
            NotComputed = [],
        };
        SweepPlan plan = SweepPlan.Compile(scenario, Macro, factors, outcomes, out IReadOnlyList<SweepFault> faults)
            ?? throw new InvalidOperationException(string.Join(' ', faults.Select(f => f.Sentence)));
        SweepSpace space = new(plan.Factors, new SobolDesign(Directions, factors.Count, points), isSaltelli: false, seed: 1);
        return new SweepRun(plan, space, new SweepOptions { Threads = threads, Draws = draws, Seed = 1, Shocks = draws > 0 ? RealAlliance.Parameters(Edition.Roster.Count) : null });
    }

    private static Outcome Of(OutcomeVariable variable, Unit unit, int year) => new()
    {
        Name = $"{variable}:{year}",
        Variable = variable,
        Unit = unit,
        UnitId = "unit",
        FirstYear = year,
        LastYear = year,
        ThresholdPct = 3.5,
    };

    private static Factor Number(string name, double low, double high)
    {
        SweepParameter.TryFind(name, out SweepParameter parameter);
        return new Factor
        {
            Parameter = parameter,
            Members = Edition.Roster.All,
            MembersText = "",
            Range = parameter.IsWholeNumber ? new WholeNumberRange((long)low, (long)high) : new UniformRange(low, high),
            Origin = Origin,
        };
    }
}
