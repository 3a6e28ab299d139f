using System.Runtime.Intrinsics;
using Simulator.Engine;
using Simulator.Lanes;
using Simulator.Uncertainty;

namespace Simulator.Tests.Uncertainty;

/// <summary>Draws of a plan, one by one and in full, where an ensemble would keep counts only.</summary>
internal static class DrawnWorlds
{
    public const int Columns = 6;

    /// <summary>Runs a block and keeps every figure of every lane: [lane][((t × members) + member) × columns + column].</summary>
    public static double[][] Block(Plan plan, ShockParameters parameters, ulong seed, long firstDraw)
    {
        var block = new Block(plan, isDrawn: true);
        var shocks = DrawnShocks.Of(seed, plan, parameters);
        return Run(plan, block, firstDraw, ref shocks);
    }

    public static double[][] Block<TShocks>(Plan plan, Block block, TShocks shocks)
        where TShocks : struct, IShocks => Run(plan, block, 0, ref shocks);

    private static double[][] Run<TShocks>(Plan plan, Block block, long firstDraw, ref TShocks shocks)
        where TShocks : struct, IShocks
    {
        var worlds = default(Stated);
        var kept = new Kept([.. Enumerable.Range(0, Lane.Count).Select(_ => new List<double>())], plan.Members);
        YearLoop.Run(plan, block, firstDraw, ref shocks, ref worlds, ref kept);
        return [.. kept.Lanes.Select(l => l.ToArray())];
    }

    private readonly struct Stated : IWorlds
    {
        public int Fill(long firstWorld, Plan plan, Block block)
        {
            default(OneWorld).Fill(firstWorld, plan, block);
            block.Fiscal.HoldOwn();
            return Lane.Count;
        }
    }

    private readonly struct Kept(List<double>[] lanes, int members) : IReducer
    {
        public List<double>[] Lanes => lanes;

        public void Year(int t, Block block, int live)
        {
            for (int m = 0; m < members; m++)
            {
                Vector512<double>[] figures =
                [
                    block.SharePct[m], block.GdpConstUsdM[m], block.SpendingConstUsdM[m], block.PriceFactor[m],
                    block.HasFiscal ? block.Fiscal.DebtPct.Groups[m] : default,
                    block.HasFiscal ? block.Fiscal.BalancePct.Groups[m] : default,
                ];
                for (int lane = 0; lane < Lane.Count; lane++)
                {
                    lanes[lane].AddRange(figures.Select(f => f[lane]));
                }
            }
        }
    }
}
