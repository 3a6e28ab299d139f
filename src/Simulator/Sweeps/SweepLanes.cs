using System.Runtime.Intrinsics;
using Simulator.Engine;
using Simulator.Lanes;

namespace Simulator.Sweeps;

/// <summary>The factor values of the eight worlds that run next, one thread's.</summary>
internal sealed class SweepLanes
{
    private readonly LaneBuffer _values;
    private readonly int[] _revisionOfMember;

    public SweepLanes(SweepPlan sweep)
    {
        _values = new LaneBuffer(sweep.Factors.Count);
        _revisionOfMember = sweep.RevisionOfMember;
    }

    /// <summary>Values by factor.</summary>
    public Span<Vector512<double>> Values => _values.Groups;

    /// <summary>The same as single numbers: lane j of factor i is number 8·i + j.</summary>
    public Span<double> Numbers => _values.Numbers;

    /// <summary>How many lanes count.</summary>
    public int Live { get; set; } = Lane.Count;

    /// <summary>Multiplies the budgets of members whose base-year figure is revised.</summary>
    public void Revise(ShockBlock shocks)
    {
        Span<Vector512<double>> budgets = shocks.BudgetFactor;
        for (int m = 0; m < budgets.Length; m++)
        {
            int factor = _revisionOfMember[m];
            if (factor >= 0)
            {
                budgets[m] *= Vector512<double>.One + (_values.Groups[factor] / Vector512.Create(100.0));
            }
        }
    }
}

/// <summary>Overwrites the swept columns; all others were filled when the block was made.</summary>
internal readonly struct SweepWorlds(SweepLanes lanes, (int Factor, int Column)[] swept) : IWorlds
{
    /// <inheritdoc/>
    public int Fill(long firstWorld, Plan plan, Block block)
    {
        Span<Vector512<double>> columns = block.Columns;
        ReadOnlySpan<Vector512<double>> values = lanes.Values;
        foreach ((int factor, int column) in swept)
        {
            columns[column] = values[factor];
        }

        return lanes.Live;
    }
}
