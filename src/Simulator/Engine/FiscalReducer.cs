using Simulator.Lanes;

namespace Simulator.Engine;

/// <summary>Copies the lanes of the debt step, one for each financing and reference, into the columns of a world.</summary>
internal static class FiscalReducer
{
    /// <summary>The empty columns of a plan's financings and references.</summary>
    public static FiscalWorld[] Columns(Plan plan)
    {
        int length = plan.Years * plan.Members;
        return [.. plan.Fiscal.Variants.Select(v => new FiscalWorld
        {
            BorrowedPct = v.BorrowedPct,
            IsOwnFinancing = v.IsOwn,
            Reference = v.Reference,
            ExtraSpendingNcuBn = new double[length],
            GdpEffectPct = new double[length],
            ExtraDebtNcuBn = new double[length],
            ShockDebtNcuBn = new double[length],
            ExtraDebtPp = new double[length],
            ShockDebtPp = new double[length],
            DebtPct = new double[length],
            BalancePct = new double[length],
            InterestPct = new double[length],
            OffsetsPct = new double[length],
        })];
    }

    /// <summary>Copies a year.</summary>
    public static void Year(IReadOnlyList<FiscalWorld> worlds, FiscalBlock block, int at, int members)
    {
        for (int lane = 0; lane < worlds.Count; lane++)
        {
            FiscalWorld world = worlds[lane];
            Copy(block.ExtraSpendingNcuBn, lane, world.ExtraSpendingNcuBn.AsSpan(at, members));
            Copy(block.GdpEffectPct, lane, world.GdpEffectPct.AsSpan(at, members));
            Copy(block.ExtraDebtNcuBn, lane, world.ExtraDebtNcuBn.AsSpan(at, members));
            Copy(block.ShockDebtNcuBn, lane, world.ShockDebtNcuBn.AsSpan(at, members));
            Copy(block.ExtraDebtPp, lane, world.ExtraDebtPp.AsSpan(at, members));
            Copy(block.ShockDebtPp, lane, world.ShockDebtPp.AsSpan(at, members));
            Copy(block.DebtPct, lane, world.DebtPct.AsSpan(at, members));
            Copy(block.BalancePct, lane, world.BalancePct.AsSpan(at, members));
            Copy(block.InterestPct, lane, world.InterestPct.AsSpan(at, members));
            Copy(block.OffsetsPct, lane, world.OffsetsPct.AsSpan(at, members));
        }
    }

    private static void Copy(LaneBuffer lanes, int lane, Span<double> column)
    {
        ReadOnlySpan<double> numbers = lanes.Numbers;
        for (int m = 0; m < column.Length; m++)
        {
            column[m] = numbers[(m * Lane.Count) + lane];
        }
    }
}
