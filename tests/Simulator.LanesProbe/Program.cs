using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;
using Simulator.Engine;
using Simulator.Lanes;
using Simulator.Projections;
using Simulator.Sweeps.Designs;
using Simulator.Tests.Engine;
using Simulator.Tests.Sweeps.Designs;
using Simulator.Tests.Uncertainty;
using Simulator.Uncertainty;

// Prints which instruction sets this process really has, whether it optimises at once, and hashes of what the model computes.
// Tests start it with sets switched off and compare the hashes.
Console.WriteLine($"avx512={Avx512F.IsSupported}");
Console.WriteLine($"avx2={Avx2.IsSupported}");
Console.WriteLine($"avx={Avx.IsSupported}");
Console.WriteLine($"sse42={Sse42.IsSupported}");
Console.WriteLine($"vector128={Vector128.IsHardwareAccelerated}");
Console.WriteLine($"optimised={Probe.IsOptimisedAtOnce()}");
Console.WriteLine($"functions={Probe.HashOfFunctions()}");
Console.WriteLine($"projection={Probe.HashOfProjection()}");
Console.WriteLine($"normals={Probe.HashOfNormals()}");
Console.WriteLine($"designs={Probe.HashOfDesigns()}");
foreach (int threads in new[] { 1, 2, 7 })
{
    Console.WriteLine($"ensemble{threads}={Probe.HashOfEnsemble(threads)}");
}

/// <summary>What the probe measures.</summary>
internal static class Probe
{
    /// <summary>
    /// Unoptimised code keeps a local alive to the end of its method; optimised code lets it go after its last use.
    /// The first call of a method is unoptimised exactly when compilation is tiered.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool IsOptimisedAtOnce()
    {
        object local = new();
        var weak = new WeakReference(local);
        GC.Collect();
        return !weak.IsAlive;
    }

    public static string HashOfFunctions()
    {
        List<double> results = [];
        for (int i = 0; i < 4_000; i++)
        {
            // Spread over the range by odd multipliers; edges and things that are no numbers among them.
            Vector512<double> x = Vector512.Create(
                i * 0.37, -i * 0.18, i * 1e-9, 1 + (i * 1e-7), i * 1e300, 1.0 / i, i * double.Epsilon, i % 7 == 0 ? double.NaN : i * 0.001);
            Vector512<double> k = Vector512.Create(0.37, 1, 2, 3.5, -0.01, -2, 0.5, (i % 200) - 100.0);
            Vector512<double> exp = Elementary.Exp(x);
            Vector512<double> log = Elementary.Log(x);
            Vector512<double> power = Elementary.Pow(x, k);
            for (int lane = 0; lane < Lane.Count; lane++)
            {
                results.AddRange([exp[lane], log[lane], power[lane]]);
            }
        }

        return Hash(results);
    }

    public static string HashOfProjection()
    {
        World world = Projector.Run(EveryRule.Scenario, EveryRule.Macro.Edition, EveryRule.Macro);
        return Hash([
            .. world.SharePct, .. world.PlannedSharePct, .. world.RelatedSharePct,
            .. world.GdpConstUsdM, .. world.PriceFactor, .. world.SpendingConstUsdM, .. world.BackfillConstUsdM, .. world.UncoveredConstUsdM,
            .. world.Fiscal.SelectMany(f => f.DebtPct.Concat(f.BalancePct).Concat(f.ExtraDebtNcuBn).Concat(f.GdpEffectPct).Concat(f.OffsetsPct))]);
    }

    public static string HashOfNormals()
    {
        var words = new Vector512<ulong>[64];
        var normals = new Vector512<double>[64];
        List<double> results = [];
        for (int year = 0; year < 20; year++)
        {
            Philox.Fill(2026, 8 * year, year, 0, year % 4, words);
            Normals.Fill(words, normals);
            results.AddRange(normals.SelectMany(z => Enumerable.Range(0, Lane.Count).Select(lane => z[lane])));
        }

        return Hash(results);
    }

    /// <summary>Points of every design and the values of every range at them.</summary>
    public static string HashOfDesigns()
    {
        IDesign[] designs =
        [
            new SobolDesign(JoeKuo.Directions, 10, 1L << 31), new SobolDesign(JoeKuo.Directions, 10, 1L << 31, 2026), new LatinHypercubeDesign(100_000_007, 17, 2026),
            new LatinHypercubeDesign(101, 3, 2026), new GridDesign([7, 101, 64]),
        ];
        FactorRange[] ranges =
        [
            new UniformRange(-1, 0.5), new NormalRange(20, 100), new TriangularRange(3, 5, 3.5), new LogUniformRange(0.3, 1.5),
            new WholeNumberRange(2030, 2038), new ChoiceRange(3), new LevelsRange([2, 3.5, 5]),
        ];
        List<double> results = [];
        foreach (IDesign design in designs)
        {
            double[] u = new double[Lane.Count * design.Dimensions];
            for (long group = 0; group < 64; group++)
            {
                design.Fill((group * 123_457_889 * Lane.Count % design.Points) & ~7L, u);
                results.AddRange(u);
                results.AddRange(ranges.SelectMany(range => u.Take(Lane.Count).Select(range.Value)));
                results.AddRange(u.Select(p => NormalQuantile.Of(p * p * p)));
            }
        }

        return Hash(results);
    }

    /// <summary>Every bin, mean and spread of an ensemble that uses every rule; 2,003 draws: eight batches, the last block not full.</summary>
    public static string HashOfEnsemble(int threads)
    {
        Plan plan = Plan.Compile(EveryRule.Scenario, EveryRule.Macro, withFiscal: true);
        Ensemble ensemble = Ensemble.Run(
            plan, SmallShocks.Parameters, new EnsembleOptions { Draws = 2_003, Seed = 42, Threads = threads }, SmallShocks.Money);
        Unit[] units = [.. EveryRule.Macro.Edition.Roster.WithForces.Select(Unit.Member), .. EveryRule.Macro.Edition.Roster.Groups.Select(Unit.Group)];
        List<double> results = [];
        for (int year = plan.BaseYear; year < plan.BaseYear + plan.Years; year++)
        {
            foreach (Distribution figure in units.SelectMany(u => new[] { ensemble.SharePct(u, year), ensemble.SpendingM(u, year) })
                .Concat(ensemble.InDebt.Select(m => ensemble.DebtPct(m, year))))
            {
                results.AddRange([figure.Mean, figure.Sd, .. figure.Occupied.SelectMany(b => new[] { b.Value, b.Draws })]);
            }

            results.AddRange(Enumerable.Range(0, ensemble.TargetsPct.Count).SelectMany(k => ensemble.AlliesAtTarget(k, year)).Select(n => (double)n));
        }

        results.AddRange(ensemble.InDebt.Select(ensemble.DebtFallsPct));
        return Hash(results);
    }

    // What is no number has one meaning but many bit patterns; its bits are not compared.
    private static string Hash(IReadOnlyList<double> numbers)
    {
        double[] all = [.. numbers.Select(n => double.IsNaN(n) ? double.NaN : n)];
        return Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(all.AsSpan())));
    }
}
