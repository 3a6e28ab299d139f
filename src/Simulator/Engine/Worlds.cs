using System.Runtime.Intrinsics;

namespace Simulator.Engine;

/// <summary>Where the numbers of a block's eight worlds come from.</summary>
public interface IWorlds
{
    /// <summary>Fills the columns of a block.</summary>
    /// <param name="firstWorld">Number of the world in lane 0.</param>
    /// <param name="plan">The plan, with each column's stated value.</param>
    /// <param name="block">The block whose columns are filled.</param>
    /// <returns>How many lanes, from the first, hold worlds that count: 1 to 8.</returns>
    int Fill(long firstWorld, Plan plan, Block block);
}

/// <summary>What is kept of the worlds of a block; it sees every year as it is computed.</summary>
public interface IReducer
{
    /// <summary>Reads a year.</summary>
    /// <param name="t">Index of the year, 0 in the base year.</param>
    /// <param name="block">The block after that year.</param>
    /// <param name="live">How many lanes, from the first, count.</param>
    void Year(int t, Block block, int live);
}

/// <summary>
/// The one world that a scenario states: every lane holds it, lane 0 counts. Where debt is computed, each lane pays for it in
/// another way or is measured against another reference; nothing before the debt step sees that.
/// </summary>
public readonly struct OneWorld : IWorlds
{
    /// <inheritdoc/>
    public int Fill(long firstWorld, Plan plan, Block block)
    {
        ReadOnlySpan<double> stated = plan.Columns;
        Span<Vector512<double>> columns = block.Columns;
        for (int c = 0; c < stated.Length; c++)
        {
            columns[c] = Vector512.Create(stated[c]);
        }

        if (plan.HasFiscal)
        {
            block.Fiscal.Hold(plan.Fiscal.Variants);
        }

        return 1;
    }
}
