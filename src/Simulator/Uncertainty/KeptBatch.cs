using System.Runtime.Intrinsics;
using Simulator.Engine;
using Simulator.Lanes;

namespace Simulator.Uncertainty;

/// <summary>The shocks of a batch of draws: growth, the factor of budgets and, where plans arrive in part, delivery [block, year, kind, member].</summary>
internal sealed class KeptBatch
{
    private readonly LaneBuffer _numbers;
    private readonly int _members;
    private readonly bool _delivers;

    public KeptBatch(int blocks, int years, int members, bool delivers)
    {
        (Blocks, Years, _members, _delivers) = (blocks, years, members, delivers);
        Bytes = BytesOf(blocks, years, members, delivers);
        _numbers = new LaneBuffer((int)(Bytes / Lane.Bytes));
    }

    public int Blocks { get; }

    public int Years { get; }

    public long Bytes { get; }

    public static long BytesOf(int blocks, int years, int members, bool delivers) => (long)blocks * years * Kinds(delivers) * members * Lane.Bytes;

    public bool Holds(int blocks, int years) => Blocks >= blocks && Years >= years;

    public void Begin(ShockBlock shocks)
    {
        shocks.Delivers = _delivers;

        // They are kept for ensembles without debt alone, in which nothing reads prices.
        shocks.MovesPrices = false;
    }

    public void Take(int block, int t, ShockBlock shocks)
    {
        At(block, t, 0).CopyTo(shocks.GrowthPp);
        At(block, t, 1).CopyTo(shocks.BudgetFactor);
        if (_delivers)
        {
            At(block, t, 2).CopyTo(shocks.DeliveryPct);
        }
    }

    public void Put(int block, int t, ShockBlock shocks)
    {
        shocks.GrowthPp.CopyTo(At(block, t, 0));
        shocks.BudgetFactor.CopyTo(At(block, t, 1));
        if (_delivers)
        {
            shocks.DeliveryPct.CopyTo(At(block, t, 2));
        }
    }

    private static int Kinds(bool delivers) => delivers ? 3 : 2;

    private Span<Vector512<double>> At(int block, int t, int kind) =>
        _numbers.Groups.Slice(((((block * Years) + t) * Kinds(_delivers)) + kind) * _members, _members);
}

/// <summary>
/// Shocks that are drawn, drawn and kept, or taken from those that were kept: which of the three is said for each batch. One type, so
/// that the year loop is compiled once.
/// </summary>
/// <param name="drawn">Draws them.</param>
internal struct BatchShocks(DrawnShocks drawn) : IShocks
{
    private DrawnShocks _drawn = drawn;
    private KeptBatch? _batch;
    private bool _isKept;
    private int _block;

    /// <inheritdoc/>
    public static bool AreNone => false;

    /// <summary>Draws what comes next.</summary>
    public void Draw() => Set(null, isKept: false);

    /// <summary>Draws what comes next, block by block from the first of a batch, and puts it down there.</summary>
    public void DrawInto(KeptBatch batch) => Set(batch, isKept: false);

    /// <summary>Takes what comes next, block by block from the first of a batch, from there.</summary>
    public void TakeFrom(KeptBatch batch) => Set(batch, isKept: true);

    /// <inheritdoc/>
    public void Begin(long firstWorld, Plan plan, ShockBlock shocks)
    {
        _block++;
        if (_isKept)
        {
            _batch!.Begin(shocks);
        }
        else
        {
            _drawn.Begin(firstWorld, plan, shocks);
        }
    }

    /// <inheritdoc/>
    public void Year(int t, Plan plan, ShockBlock shocks)
    {
        if (_isKept)
        {
            _batch!.Take(_block, t, shocks);
            return;
        }

        _drawn.Year(t, plan, shocks);
        _batch?.Put(_block, t, shocks);
    }

    /// <summary>After a block: draws and puts down the years of a batch that lie beyond the plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="shocks">What it filled.</param>
    public void End(Plan plan, ShockBlock shocks)
    {
        for (int t = plan.Years; !_isKept && t < _batch?.Years; t++)
        {
            Year(t, plan, shocks);
        }
    }

    private void Set(KeptBatch? batch, bool isKept) => (_batch, _isKept, _block) = (batch, isKept, -1);
}
