using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Simulator.Engine;

/// <summary>
/// The only place where years advance. It runs eight worlds at a time, year by year and in each year member by member,
/// because what one ally does may depend on all others in the same year. Shocks, worlds and reducer are type
/// parameters so that the compiler makes a loop of its own for each; the arithmetic of a world is the same in all of them.
/// </summary>
public static class YearLoop
{
    /// <summary>Runs a block of worlds from the base year to the horizon.</summary>
    /// <typeparam name="TWorlds">Where the worlds' numbers come from.</typeparam>
    /// <typeparam name="TReducer">What is kept of them.</typeparam>
    /// <param name="plan">The plan.</param>
    /// <param name="block">Scratch made for this plan.</param>
    /// <param name="firstWorld">Number of the world in lane 0.</param>
    /// <param name="worlds">Fills the columns.</param>
    /// <param name="reducer">Sees every year.</param>
    public static void Run<TWorlds, TReducer>(
        Plan plan, Block block, long firstWorld, ref TWorlds worlds, ref TReducer reducer)
        where TWorlds : struct, IWorlds
        where TReducer : struct, IReducer
    {
        var shocks = default(NoShocks);
        Run(plan, block, firstWorld, ref shocks, ref worlds, ref reducer);
    }

    /// <summary>Runs a block of worlds from the base year to the horizon, with shocks.</summary>
    /// <typeparam name="TShocks">Where the worlds' shocks come from.</typeparam>
    /// <typeparam name="TWorlds">Where the worlds' numbers come from.</typeparam>
    /// <typeparam name="TReducer">What is kept of them.</typeparam>
    /// <param name="plan">The plan.</param>
    /// <param name="block">Scratch made for this plan, for drawn worlds unless there are no shocks.</param>
    /// <param name="firstWorld">Number of the world in lane 0.</param>
    /// <param name="shocks">Fills the shocks of each year.</param>
    /// <param name="worlds">Fills the columns.</param>
    /// <param name="reducer">Sees every year.</param>
    /// <exception cref="ArgumentException">The block was not made for worlds of this kind, drawn or not.</exception>
    // Optimised from the first call: a short run would otherwise spend its life in unoptimised code.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TShocks, TWorlds, TReducer>(
        Plan plan, Block block, long firstWorld, ref TShocks shocks, ref TWorlds worlds, ref TReducer reducer)
        where TShocks : struct, IShocks
        where TWorlds : struct, IWorlds
        where TReducer : struct, IReducer
    {
        if (block.IsDrawn == TShocks.AreNone)
        {
            throw new ArgumentException("A block for drawn worlds needs shocks, and no other has room for them.", nameof(block));
        }

        int live = worlds.Fill(firstWorld, plan, block);
        EconomyStep.Begin(plan, block);
        if (!TShocks.AreNone)
        {
            block.Drawn.Begin();
            shocks.Begin(firstWorld, plan, block.Drawn);
        }

        if (plan.Fastest is { } fastest)
        {
            FastestStep.Begin(plan, fastest, block);
        }

        for (int t = 0; t < plan.Years; t++)
        {
            if (!TShocks.AreNone)
            {
                shocks.Year(t, plan, block.Drawn);
            }

            EconomyStep.Shift<TShocks>(plan, block, t);
            Leg<TShocks>(plan, block, leg: 0, plan.CoreRows, plan.HasCaps, t);
            if (plan.HasRelated)
            {
                // Caps hold the armed forces' intake; the related leg is delayed and delivered, not capped.
                Leg<TShocks>(plan, block, leg: 1, plan.RelatedRows, isCapped: false, t);
            }

            EconomyStep.Advance<TShocks>(plan, block, t);
            if (block.HasFiscal)
            {
                FiscalStep.Advance<TShocks>(plan, block, t);
            }

            reducer.Year(t, block, live);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Leg<TShocks>(Plan plan, Block block, int leg, PlanRow[] rows, bool isCapped, int t)
        where TShocks : struct, IShocks
    {
        Span<Vector512<double>> path = block.Planned(leg, t);
        block.Start(leg).CopyTo(path);
        foreach (PlanRow row in rows)
        {
            RowStep.Apply(plan, block, row, leg, t, path);
        }

        ModifierStep.Apply<TShocks>(plan, block, leg, isCapped, t);
    }
}
