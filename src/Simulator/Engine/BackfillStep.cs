using System.Runtime.Intrinsics;
using Simulator.Lanes;

namespace Simulator.Engine;

/// <summary>
/// Shares out the fall of some members among others, in amounts of the world at constant prices (model section 7). What a member
/// takes over lies on top of its own capped path, as far as its caps leave room; what they refuse goes to the others.
/// </summary>
internal static class BackfillStep
{
    /// <summary>One year, once the own paths of all members are known.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="backfill">Who takes over whose fall.</param>
    /// <param name="block">The scratch; its path holds the own paths and then what is taken over as well.</param>
    /// <param name="highest">The highest share that the caps allow this year, by member; infinity without caps.</param>
    /// <param name="t">Index of the year.</param>
    public static void Apply(Plan plan, BackfillPlan backfill, Block block, ReadOnlySpan<Vector512<double>> highest, int t)
    {
        block.Backfill.Clear();
        block.Uncovered.Clear();
        BackfillPool[] pools = backfill.Pools[t];
        if (pools.Length == 0)
        {
            return;
        }

        Vector512<double> fall = Fall(plan, backfill, block, t);
        foreach (BackfillPool pool in pools)
        {
            Vector512<double> rest = fall * (block.Columns[pool.Column] / Vector512.Create(100.0));
            if (pool.Rule != BackfillRule.Gdp)
            {
                Prefer(plan, backfill, block, highest, pool, t);
                rest = Spread(block, pool, rest);
            }

            foreach (int m in pool.Members)
            {
                Vector512<double> worth = Worth(plan, block, m, t);
                Vector512<double> left = ((highest[m] - block.Path(0)[m]) * worth) - block.Backfill[m];
                block.Capacity[m] = Lane.Larger(left, Vector512<double>.Zero);
                block.Weight[m] = OnePercentOfGdp(plan, block, m, t);
            }

            block.Uncovered[0] += Spread(block, pool, rest);
            foreach (int m in pool.Members)
            {
                Vector512<double> share = block.Path(0)[m] + (block.Backfill[m] / Worth(plan, block, m, t));
                block.Path(0)[m] = Lane.Smaller(share, highest[m]);
            }
        }
    }

    /// <summary>Σ max(0, R − D): R is the base year's amount, or what the held share comes to in this world.</summary>
    private static Vector512<double> Fall(Plan plan, BackfillPlan backfill, Block block, int t)
    {
        Vector512<double> fall = Vector512<double>.Zero;
        foreach (int m in backfill.Falling)
        {
            Vector512<double> worth = Worth(plan, block, m, t);
            Vector512<double> reference = block.Start(0)[m]
                * (backfill.IsTrend ? worth : Vector512.Create(plan.OnePercentOfGdpConstUsdM[m]));
            fall += Lane.Larger(reference - (block.Path(0)[m] * worth), Vector512<double>.Zero);
        }

        return fall;
    }

    /// <summary>
    /// Weights and capacities of the first round. By gap, both are the distance to the line. By room, the weight is F − s, and the
    /// capacity is what the caps leave: room says in which proportion, not how much. No room is known without a balance.
    /// </summary>
    private static void Prefer(
        Plan plan, BackfillPlan backfill, Block block, ReadOnlySpan<Vector512<double>> highest, BackfillPool pool, int t)
    {
        foreach (int m in pool.Members)
        {
            int at = (t * plan.Members) + m;
            Vector512<double> own = block.Path(0)[m];
            Vector512<double> worth = Worth(plan, block, m, t);
            Vector512<double> left = Lane.Larger((highest[m] - own) * worth, Vector512<double>.Zero);
            if (pool.Rule == BackfillRule.Gap)
            {
                Vector512<double> line = Vector512.Create(backfill.LinePct[at]) * OnePercentOfGdp(plan, block, m, t);
                Vector512<double> gap = Lane.Larger(line - (own * worth), Vector512<double>.Zero);
                block.Weight[m] = gap;
                block.Capacity[m] = Lane.Smaller(gap, left);
            }
            else
            {
                bool isKnown = !plan.Fastest!.Content.WithoutBalance.Contains(m);
                Vector512<double> room = Lane.Larger((block.FiscalRoom[at] - own) * worth, Vector512<double>.Zero);
                block.Weight[m] = isKnown ? room : Vector512<double>.Zero;
                block.Capacity[m] = left;
            }
        }
    }

    /// <summary>
    /// Adds an amount to what the members of a pool take over, in proportion to their weights and within their capacities. Whoever
    /// would pass its capacity stays at it and the rest is shared out again, at most once for each member. A further round finds
    /// the same numbers again, so a lane does not depend on how many rounds another one needs.
    /// </summary>
    /// <returns>What is left because everyone with a weight is at capacity.</returns>
    private static Vector512<double> Spread(Block block, BackfillPool pool, Vector512<double> amount)
    {
        Span<Vector512<double>> full = block.IsFull;
        foreach (int m in pool.Members)
        {
            full[m] = Vector512<double>.Zero;
        }

        Vector512<double> unit = Vector512<double>.Zero;
        Vector512<double> rest = amount;
        for (int round = 0; round <= pool.Members.Length; round++)
        {
            Vector512<double> weights = Vector512<double>.Zero;
            Vector512<double> taken = Vector512<double>.Zero;
            foreach (int m in pool.Members)
            {
                weights += Vector512.AndNot(block.Weight[m], full[m]);
                taken += full[m] & block.Capacity[m];
            }

            Vector512<double> isOpen = Vector512.GreaterThan(weights, Vector512<double>.Zero);
            Vector512<double> left = Lane.Larger(amount - taken, Vector512<double>.Zero);
            unit = isOpen & (left / weights);
            rest = Vector512.AndNot(left, isOpen);
            Vector512<double> change = Vector512<double>.Zero;
            foreach (int m in pool.Members)
            {
                Vector512<double> fills = Vector512.AndNot(
                    Vector512.GreaterThan(block.Weight[m] * unit, block.Capacity[m]), full[m]);
                full[m] |= fills;
                change |= fills;
            }

            if (Vector512.EqualsAll(change.AsInt64(), Vector512<long>.Zero))
            {
                break;
            }
        }

        foreach (int m in pool.Members)
        {
            block.Backfill[m] += Vector512.ConditionalSelect(full[m], block.Capacity[m], block.Weight[m] * unit);
        }

        return rest;
    }

    private static Vector512<double> OnePercentOfGdp(Plan plan, Block block, int m, int t) =>
        Vector512.Create(plan.OnePercentOfGdpConstUsdM[(t * plan.Members) + m]) * block.GdpFactors[m];

    /// <summary>The world's money for one percent on the path: of its own GDP, or of the unshocked one where real budgets stand.</summary>
    private static Vector512<double> Worth(Plan plan, Block block, int m, int t) => plan.KeepsRealMoney.Contains(m)
        ? Vector512.Create(plan.OnePercentOfGdpConstUsdM[(t * plan.Members) + m])
        : OnePercentOfGdp(plan, block, m, t);
}
