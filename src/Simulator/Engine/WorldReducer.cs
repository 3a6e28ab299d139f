using System.Runtime.Intrinsics;

namespace Simulator.Engine;

/// <summary>Copies lane 0 of every year into a <see cref="World"/>, and of the debt step one lane for each financing and reference.</summary>
/// <param name="world">The world to fill, made with a price factor of 1 and no related leg (NaN) throughout, with room for
/// backfill where the plan has any.</param>
public readonly struct WorldReducer(World world) : IReducer
{
    /// <inheritdoc/>
    public void Year(int t, Block block, int live)
    {
        int members = world.Macro.Members;
        int at = t * members;
        Copy(block.SharePct, world.SharePct.AsSpan(at, members));
        Copy(block.PlannedSharePct(t), world.PlannedSharePct.AsSpan(at, members));
        Copy(block.GdpConstUsdM, world.GdpConstUsdM.AsSpan(at, members));
        Copy(block.SpendingConstUsdM, world.SpendingConstUsdM.AsSpan(at, members));

        // What a plan does not move keeps what the world was made with: prices at 1, no related leg.
        if (block.HasShocks)
        {
            Copy(block.PriceFactor, world.PriceFactor.AsSpan(at, members));
        }

        if (!block.BackfillConstUsdM.IsEmpty)
        {
            Copy(block.BackfillConstUsdM, world.BackfillConstUsdM.AsSpan(at, members));
            Copy(block.UncoveredConstUsdM, world.UncoveredConstUsdM.AsSpan(t, 1));
        }

        if (!block.RelatedSharePct.IsEmpty)
        {
            Copy(block.RelatedSharePct, world.RelatedSharePct.AsSpan(at, members));
        }

        FiscalReducer.Year(world.Fiscal, block.Fiscal, at, members);
    }

    private static void Copy(ReadOnlySpan<Vector512<double>> lanes, Span<double> column)
    {
        for (int m = 0; m < column.Length; m++)
        {
            column[m] = lanes[m].ToScalar();
        }
    }
}
