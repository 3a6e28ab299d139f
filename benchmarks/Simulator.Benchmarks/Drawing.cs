using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using Simulator.Alliance;
using Simulator.Data.Editions;
using Simulator.Engine;
using Simulator.Lanes;
using Simulator.Pathways;
using Simulator.Uncertainty;

namespace Simulator.Benchmarks;

/// <summary>
/// Generator and normal numbers on one core, in buffers that stay in the first cache. Targets: 1.0 ns a 64-bit word, 2.0 ns a normal
/// number beyond its word.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class Generator
{
    private const int Groups = 128;

    private readonly LaneBuffer _words = new(Groups);
    private readonly LaneBuffer _normals = new(Groups);
    private readonly LaneBuffer _powers = new(Groups);
    private long _draw;

    private Span<Vector512<ulong>> WordGroups =>
        System.Runtime.InteropServices.MemoryMarshal.Cast<double, Vector512<ulong>>(_words.Numbers);

    /// <summary>Words of the generator; the time is for one word of 64 bits.</summary>
    [Benchmark(OperationsPerInvoke = Groups * Lane.Count)]
    public void Words() => Philox.Fill(1, _draw++ & 0xffffff, 1, 0, 0, WordGroups);

    /// <summary>Normal numbers from words that are there; the time is for one number.</summary>
    [Benchmark(OperationsPerInvoke = Groups * Lane.Count)]
    public void NormalsOfWords() => Normals.Fill(WordGroups, _normals.Groups);

    /// <summary>Exponentials of normal numbers, as delivery and budgets that lag need two for each member and year.</summary>
    [Benchmark(OperationsPerInvoke = Groups * Lane.Count)]
    public void Exponentials() => Elementary.Exp(_normals.Groups, _powers.Groups);
}

/// <summary>
/// Draws of all members to 2036 on the default edition: at least 3.5 percent by 2035 with every shock. Times are for one member and
/// year of one draw. Targets: 25 ns with debt, 40 ns with share, money and debt histograms.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class Kernel
{
    private const int LastYear = 2036;
    private const int Draws = 2_048;
    private const int MemberYears = Draws * 32 * (LastYear - 2026);

    private readonly Plan _plan = RealAlliance.Plan(LastYear, withFiscal: false);
    private readonly Plan _debt = RealAlliance.Plan(LastYear, withFiscal: true);
    private Block _planBlock = null!;
    private Block _debtBlock = null!;
    private Block _statedBlock = null!;
    private DrawnShocks _shocks;
    private DrawnShocks _debtShocks;

    /// <summary>Scratch of one thread, as an ensemble makes it.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _planBlock = new Block(_plan, isDrawn: true);
        _debtBlock = new Block(_debt, isDrawn: true);
        _statedBlock = new Block(_debt);
        _shocks = DrawnShocks.Of(1, _plan, RealAlliance.Parameters(_plan.Members));
        _debtShocks = DrawnShocks.Of(1, _debt, RealAlliance.Parameters(_debt.Members));
    }

    /// <summary>Shares, GDP and money.</summary>
    [Benchmark(OperationsPerInvoke = MemberYears)]
    public double WithoutDebt() => Run(_plan, _planBlock, ref _shocks);

    /// <summary>Debt and balance as well.</summary>
    [Benchmark(OperationsPerInvoke = MemberYears)]
    public double WithDebt() => Run(_debt, _debtBlock, ref _debtShocks);

    /// <summary>The step and the debt alone, without a shock: a part of the kernel.</summary>
    [Benchmark(OperationsPerInvoke = MemberYears)]
    public double StepWithDebt()
    {
        var worlds = default(StatedColumns);
        var last = default(LastShare);
        var none = default(NoShocks);
        for (int first = 0; first < Draws; first += Lane.Count)
        {
            YearLoop.Run(_debt, _statedBlock, first, ref none, ref worlds, ref last);
        }

        return last.SharePct;
    }

    private static double Run(Plan plan, Block block, ref DrawnShocks shocks)
    {
        var worlds = default(StatedColumns);
        var last = default(LastShare);
        for (int first = 0; first < Draws; first += Lane.Count)
        {
            YearLoop.Run(plan, block, first, ref shocks, ref worlds, ref last);
        }

        return last.SharePct;
    }

    private readonly struct StatedColumns : IWorlds
    {
        public int Fill(long firstWorld, Plan plan, Block block)
        {
            if (firstWorld == 0)
            {
                for (int c = 0; c < plan.Columns.Length; c++)
                {
                    block.Columns[c] = Vector512.Create(plan.Columns[c]);
                }
            }

            return Lane.Count;
        }
    }

    private struct LastShare : IReducer
    {
        public double SharePct { get; private set; }

        public void Year(int t, Block block, int live) => SharePct = block.SharePct[0].ToScalar();
    }
}

/// <summary>Whole ensembles with their histograms, buffers and read-out included. Target: 100,000 draws with debt on two threads in 1.3 s.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class WholeEnsemble
{
    private readonly Plan _plan = RealAlliance.Plan(2036, withFiscal: true);

    /// <summary>Threads that share the draws.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    /// <summary>Share, money and debt of all members and groups in every year.</summary>
    [Benchmark]
    public double Draws100000() => Ensemble.Run(
        _plan,
        RealAlliance.Parameters(_plan.Members),
        new EnsembleOptions { Draws = 100_000, Seed = 1, Threads = Threads },
        new EnsembleMoney("million US dollars at constant prices", [.. Enumerable.Repeat(1.0, _plan.Members)])).Draws;
}

/// <summary>What a lever waits for: 20,000 draws without debt on two threads, shares of members and shares and money of groups counted.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class LeverDraws
{
    private readonly ShockStore _store = new(1L << 30);
    private Plan _plan = null!;
    private ShockParameters _parameters = null!;

    /// <summary>Last year of the plan.</summary>
    [Params(2035, 2045)]
    public int LastYear { get; set; }

    /// <summary>Compiles the plan, and fills the store.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _plan = RealAlliance.Plan(LastYear, withFiscal: false);
        _parameters = RealAlliance.Parameters(_plan.Members).WithoutDelivery();
        Kept();
        Kept();
    }

    /// <summary>Everything counted, as before.</summary>
    [Benchmark(Baseline = true)]
    public double Everything() => Run(DrawnSeries.All, null);

    /// <summary>Without money of members.</summary>
    [Benchmark]
    public double Drawn() => Run(DrawnSeries.None, null);

    /// <summary>With the shocks of the answer before.</summary>
    [Benchmark]
    public double Kept() => Run(DrawnSeries.None, _store);

    private double Run(DrawnSeries series, ShockStore? store) => Ensemble.Run(
        _plan,
        _parameters,
        new EnsembleOptions { Draws = 20_000, Seed = 1, Threads = 2, Series = series, Store = store },
        new EnsembleMoney("million US dollars at constant prices", [.. Enumerable.Repeat(1.0, _plan.Members)])).Draws;
}

/// <summary>
/// Histograms alone: the last year of 64 draws is counted again and again, with share, money and debt of all members and groups. The
/// time is for one member and year of one draw. Target: 15 ns, what the two targets of the kernel leave.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class HistogramCounts
{
    private const int LastYear = 2036;
    private const int Draws = 2_048;
    private const int MemberYears = Draws * 32 * (LastYear - 2026);

    private readonly Plan _plan = RealAlliance.Plan(LastYear, withFiscal: true);
    private readonly Block[] _blocks = new Block[8];
    private Histograms _histograms = null!;

    /// <summary>Runs the blocks.</summary>
    [GlobalSetup]
    public void Setup()
    {
        SeriesList series = new(_plan, [.. Enumerable.Repeat(1.0, _plan.Members)], DrawnSeries.All);
        _histograms = new Histograms(_plan, series, new EnsembleOptions { Draws = Draws, Seed = 1, Threads = 1 });
        DrawnShocks shocks = DrawnShocks.Of(1, _plan, RealAlliance.Parameters(_plan.Members));
        var worlds = default(OneWorld);
        var nothing = default(Nothing);
        for (int b = 0; b < _blocks.Length; b++)
        {
            _blocks[b] = new Block(_plan, isDrawn: true);
            YearLoop.Run(_plan, _blocks[b], b * Lane.Count, ref shocks, ref worlds, ref nothing);
        }
    }

    /// <summary>Counting and summing.</summary>
    [Benchmark(OperationsPerInvoke = MemberYears)]
    public long Years()
    {
        for (int draw = 0; draw < Draws; draw += Lane.Count)
        {
            for (int t = 0; t < _plan.Years; t++)
            {
                _histograms.Year(t, _blocks[draw / Lane.Count % _blocks.Length], Lane.Count);
            }
        }

        return _histograms.Draws;
    }

    private readonly struct Nothing : IReducer
    {
        public void Year(int t, Block block, int live)
        {
        }
    }
}

/// <summary>The default edition under a plain scenario.</summary>
internal static class RealAlliance
{
    public static Plan Plan(int lastYear, bool withFiscal)
    {
        Edition edition = EditionStore.LoadDefault(DataFolder.Shipped().Value).Value;
        MacroPath macro = MacroPathBuilder.Build(edition, lastYear);
        var row = new PathRow
        {
            Origin = new RowOrigin("benchmark", 1),
            Members = edition.Roster.WithForces,
            What = PathWhat.AtLeastPct,
            Value = 3.5,
            From = edition.BaseYear,
            To = 2035,
        };
        var scenario = new Scenario { Id = "benchmark", Title = "Benchmark", Paths = [row], Settings = [], Notes = [], NotComputed = [] };
        return Engine.Plan.Compile(scenario, macro, withFiscal);
    }

    /// <summary>Every shock on; the time does not depend on how large they are.</summary>
    public static ShockParameters Parameters(int members)
    {
        double[] All(double value) => [.. Enumerable.Repeat(value, members)];
        return new ShockParameters
        {
            GrowthFactor = [.. Enumerable.Range(0, 26).Select(i => (i % 7) - 3.0)],
            DeflatorFactor = [.. Enumerable.Range(0, 21).Select(i => (i % 5) - 2.0)],
            GrowthLoading = All(1),
            GrowthSd = All(1.5),
            DeflatorLoading = All(0.8),
            DeflatorSd = All(1),
            BalanceSd = All(1),
            RateSd = All(0.5),
            DeliveryPct = All(60),
            StartMean = All(-0.04),
            StartSd = All(0.1),
            GrowthPersistence = 0.3,
            DeflatorPersistence = 0.5,
            BalancePersistence = 0.5,
            RatePersistence = 0.8,
            DeliverySd = 0.3,
            DeliveryPersistence = 0.7,
        };
    }
}
