using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Simulator.Engine;

/// <summary>
/// The world's economy and what spending comes to in it. A scenario's growth and inflation shocks move GDP and prices, never
/// the paths; without a shock every factor is exactly 1.
/// </summary>
internal static class EconomyStep
{
    /// <summary>Sets a block to the start of the base year, once its columns are filled.</summary>
    public static void Begin(Plan plan, Block block)
    {
        Span<Vector512<double>> core = block.Start(0);
        Span<Vector512<double>> related = block.Start(1);
        for (int m = 0; m < plan.Members; m++)
        {
            core[m] = Vector512.Create(plan.BaseSharePct[m]);
            related[m] = block.Columns[plan.RelatedStart[m]];
        }

        block.GdpFactors.Fill(Vector512<double>.One);
        block.PriceFactors.Fill(Vector512<double>.One);
        if (plan.HasFiscal)
        {
            block.Fiscal.Begin();
        }
    }

    /// <summary>Moves the world's GDP and prices to year t, before its paths: who takes over a fall does so in this world's amounts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Shift<TShocks>(Plan plan, Block block, int t)
        where TShocks : struct, IShocks
    {
        if (plan.HasShocks)
        {
            Compound(block.GdpFactors, plan.GrowthShock.Year(t), plan.Macro.GrowthPct.AsSpan(t * plan.Members, plan.Members), block.Columns);
            Compound(block.PriceFactors, plan.InflationShock.Year(t), plan.Macro.DeflatorGrowthPct.AsSpan(t * plan.Members, plan.Members), block.Columns);
        }

        if (!TShocks.AreNone)
        {
            Draw(block.Drawn.GdpFactor, block.Drawn.GrowthPp, plan.GrowthShock.Year(t), plan.Macro.GrowthPct.AsSpan(t * plan.Members, plan.Members), block.Columns);
            if (block.Drawn.MovesPrices)
            {
                Draw(block.PriceFactors, block.Drawn.InflationPp, plan.InflationShock.Year(t), plan.Macro.DeflatorGrowthPct.AsSpan(t * plan.Members, plan.Members), block.Columns);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Advance<TShocks>(Plan plan, Block block, int t)
        where TShocks : struct, IShocks
    {
        int members = plan.Members;
        ReadOnlySpan<double> onePercent = plan.OnePercentOfGdpConstUsdM.AsSpan(t * members, members);
        ReadOnlySpan<double> unshocked = plan.Macro.GdpConstUsdM.AsSpan(t * members, members);
        Span<Vector512<double>> gdp = block.Gdp;
        Span<Vector512<double>> spending = block.Spending;
        ReadOnlySpan<Vector512<double>> path = block.Path(0);
        for (int m = 0; m < members; m++)
        {
            gdp[m] = Vector512.Create(unshocked[m]);
            spending[m] = path[m] * Vector512.Create(onePercent[m]);
        }

        if (plan.HasShocks)
        {
            Shock(plan, block);
        }

        if (!TShocks.AreNone)
        {
            Draw(plan, block);
        }
    }

    /// <summary>What chance makes of GDP, of shares and, through both, of money; it comes after all that the scenario states.</summary>
    private static void Draw(Plan plan, Block block)
    {
        Span<Vector512<double>> gdp = block.Gdp;
        Span<Vector512<double>> spending = block.Spending;
        ReadOnlySpan<Vector512<double>> gdpFactor = block.Drawn.GdpFactor;
        ReadOnlySpan<Vector512<double>> budgetFactor = block.Drawn.BudgetFactor;
        for (int m = 0; m < plan.Members; m++)
        {
            gdp[m] *= gdpFactor[m];
            spending[m] *= budgetFactor[m] * gdpFactor[m];
        }

        for (int leg = 0; leg < (plan.HasRelated ? 2 : 1); leg++)
        {
            Span<Vector512<double>> share = block.WorldShare(leg);
            ReadOnlySpan<Vector512<double>> stated = plan.SharesLeaveThePath ? share : block.Path(leg);
            for (int m = 0; m < plan.Members; m++)
            {
                share[m] = stated[m] * budgetFactor[m];
            }
        }
    }

    /// <summary>A rate of g percent, stated shocks included, becomes g + pp: the level moves by 1 + pp/(100 + g); exactly 1 where pp is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Draw(
        Span<Vector512<double>> factors,
        ReadOnlySpan<Vector512<double>> addedPp,
        ReadOnlySpan<int> stated,
        ReadOnlySpan<double> ratePct,
        ReadOnlySpan<Vector512<double>> columns)
    {
        for (int m = 0; m < factors.Length; m++)
        {
            Vector512<double> level = Vector512.Create(100.0 + ratePct[m]);
            level = stated[m] == 0 ? level : level + columns[stated[m]];
            factors[m] *= Vector512<double>.One + (addedPp[m] / level);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Shock(Plan plan, Block block)
    {
        Span<Vector512<double>> gdp = block.Gdp;
        Span<Vector512<double>> spending = block.Spending;
        ReadOnlySpan<Vector512<double>> factors = block.GdpFactors;
        if (!plan.SharesLeaveThePath)
        {
            for (int m = 0; m < factors.Length; m++)
            {
                gdp[m] *= factors[m];
                spending[m] *= factors[m];
            }

            return;
        }

        for (int m = 0; m < factors.Length; m++)
        {
            gdp[m] *= factors[m];
            if (!plan.KeepsRealMoney.Contains(m))
            {
                spending[m] *= factors[m];
            }
        }

        for (int leg = 0; leg < (plan.HasRelated ? 2 : 1); leg++)
        {
            Span<Vector512<double>> path = block.Path(leg);
            Span<Vector512<double>> share = block.WorldShare(leg);
            for (int m = 0; m < factors.Length; m++)
            {
                share[m] = plan.KeepsRealMoney.Contains(m) ? path[m] / factors[m] : path[m];
            }
        }
    }

    /// <summary>A rate of g percent becomes g + pp: the level moves by 1 + pp/(100 + g) against the unshocked one; exactly 1 where pp is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Compound(
        Span<Vector512<double>> factors, ReadOnlySpan<int> shock, ReadOnlySpan<double> ratePct, ReadOnlySpan<Vector512<double>> columns)
    {
        for (int m = 0; m < factors.Length; m++)
        {
            if (shock[m] != 0)
            {
                // One scalar division instead of two of eight lanes: it was a quarter of a sweep's time.
                factors[m] *= Vector512<double>.One + (columns[shock[m]] * Vector512.Create(1 / (100 + ratePct[m])));
            }
        }
    }
}
