using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Simulator.Engine;

/// <summary>
/// The only place where years advance. It runs eight worlds at a time, year by year and in each year member by member,
/// because what one ally does may depend on all others in the same year. Worlds and reducer are type parameters so that
/// the compiler makes a loop of its own for each; the arithmetic of a world is the same in all of them.
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
    // Optimised from the first call: a short run would otherwise spend its life in unoptimised code.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TWorlds, TReducer>(
        Plan plan, Block block, long firstWorld, ref TWorlds worlds, ref TReducer reducer)
        where TWorlds : struct, IWorlds
        where TReducer : struct, IReducer
    {
        int live = worlds.Fill(firstWorld, plan, block);
        EconomyStep.Begin(plan, block);
        if (plan.Fastest is { } fastest)
        {
            FastestStep.Begin(plan, fastest, block);
        }

        for (int t = 0; t < plan.Years; t++)
        {
            EconomyStep.Shift(plan, block, t);
            Leg(plan, block, leg: 0, plan.CoreRows, plan.HasCaps, t);
            if (plan.HasRelated)
            {
                // Caps hold the armed forces' intake; the related leg is delayed and delivered, not capped.
                Leg(plan, block, leg: 1, plan.RelatedRows, isCapped: false, t);
            }

            EconomyStep.Advance(plan, block, t);
            if (plan.HasFiscal)
            {
                FiscalStep.Advance(plan, block, t);
            }

            reducer.Year(t, block, live);
        }
    }

    private static void Leg(Plan plan, Block block, int leg, PlanRow[] rows, bool isCapped, int t)
    {
        Span<Vector512<double>> path = block.Planned(leg, t);
        block.Start(leg).CopyTo(path);
        foreach (PlanRow row in rows)
        {
            RowStep.Apply(plan, block, row, leg, t, path);
        }

        ModifierStep.Apply(plan, block, leg, isCapped, t);
    }
}
