using System.Runtime.Intrinsics;

namespace Simulator.Engine;

/// <summary>Copies lane 0 of every year into a <see cref="World"/>.</summary>
/// <param name="world">The world to fill.</param>
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
        Copy(block.PriceFactor, world.PriceFactor.AsSpan(at, members));
        if (block.RelatedSharePct.IsEmpty)
        {
            world.RelatedSharePct.AsSpan(at, members).Fill(double.NaN);
        }
        else
        {
            Copy(block.RelatedSharePct, world.RelatedSharePct.AsSpan(at, members));
        }
    }

    private static void Copy(ReadOnlySpan<Vector512<double>> lanes, Span<double> column)
    {
        for (int m = 0; m < column.Length; m++)
        {
            column[m] = lanes[m].ToScalar();
        }
    }
}
