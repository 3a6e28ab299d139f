using System.Runtime.Intrinsics;
using Simulator.Lanes;

namespace Simulator.Engine;

/// <summary>
/// Scratch of the debt step, by member, eight lanes each: what it computes in a year, which is also what the next year starts from.
/// Lanes are eight worlds under their own financing against hold, or, after <see cref="Hold"/>, one world under several.
/// </summary>
internal sealed class FiscalBlock
{
    public FiscalBlock(int members)
    {
        ExtraSpendingNcuBn = new LaneBuffer(members);
        ExtraSpendingPct = new LaneBuffer(members);
        OffsetsPct = new LaneBuffer(members);
        SpendingEffect = new LaneBuffer(members);
        OffsetsEffect = new LaneBuffer(members);
        GdpEffectPct = new LaneBuffer(members);
        ExtraDebtNcuBn = new LaneBuffer(members);
        ShockDebtNcuBn = new LaneBuffer(members);
        ExtraDebtPp = new LaneBuffer(members);
        ShockDebtPp = new LaneBuffer(members);
        ImfDebtPct = new LaneBuffer(members);
        DebtPct = new LaneBuffer(members);
        BalancePct = new LaneBuffer(members);
        InterestPct = new LaneBuffer(members);
    }

    /// <summary>X.</summary>
    public LaneBuffer ExtraSpendingNcuBn { get; }

    /// <summary>x.</summary>
    public LaneBuffer ExtraSpendingPct { get; }

    /// <summary>o.</summary>
    public LaneBuffer OffsetsPct { get; }

    /// <summary>A.</summary>
    public LaneBuffer SpendingEffect { get; }

    /// <summary>Ao.</summary>
    public LaneBuffer OffsetsEffect { get; }

    /// <summary>y.</summary>
    public LaneBuffer GdpEffectPct { get; }

    /// <summary>ΔB.</summary>
    public LaneBuffer ExtraDebtNcuBn { get; }

    /// <summary>L.</summary>
    public LaneBuffer ShockDebtNcuBn { get; }

    public LaneBuffer ExtraDebtPp { get; }

    public LaneBuffer ShockDebtPp { get; }

    /// <summary>d0, worked out like d, so that a world without any effect has the same bits.</summary>
    public LaneBuffer ImfDebtPct { get; }

    /// <summary>d.</summary>
    public LaneBuffer DebtPct { get; }

    public LaneBuffer BalancePct { get; }

    public LaneBuffer InterestPct { get; }

    /// <summary>Lanes that borrow what the plan's columns say; the others borrow <see cref="BorrowedPct"/>.</summary>
    public Vector512<double> IsOwn { get; private set; } = Vector512<double>.AllBitsSet;

    public Vector512<double> BorrowedPct { get; private set; }

    /// <summary>Lanes that are measured against the IMF path; the others against hold.</summary>
    public Vector512<double> IsAgainstImfPath { get; private set; }

    /// <summary>Gives each lane a financing and a reference; lanes left over repeat the first.</summary>
    /// <param name="variants">At least one and at most as many as there are lanes.</param>
    public void Hold(FiscalVariant[] variants)
    {
        for (int lane = 0; lane < Lane.Count; lane++)
        {
            FiscalVariant variant = variants[lane < variants.Length ? lane : 0];
            IsOwn = IsOwn.WithElement(lane, Mask(variant.IsOwn));
            BorrowedPct = BorrowedPct.WithElement(lane, variant.BorrowedPct);
            IsAgainstImfPath = IsAgainstImfPath.WithElement(lane, Mask(variant.Reference == FiscalReference.ImfPath));
        }
    }

    /// <summary>Gives every lane its own financing and measures it against hold.</summary>
    public void HoldOwn() => Own(FiscalReference.Hold);

    /// <summary>Gives every lane its own financing.</summary>
    /// <param name="reference">What it is measured against.</param>
    public void Own(FiscalReference reference)
    {
        IsOwn = Vector512<double>.AllBitsSet;
        IsAgainstImfPath = Vector512.Create(Mask(reference == FiscalReference.ImfPath));
    }

    /// <summary>Sets the state to the start of the base year: no extra spending, no extra debt.</summary>
    public void Begin()
    {
        ReadOnlySpan<LaneBuffer> state =
            [ExtraSpendingPct, OffsetsPct, SpendingEffect, OffsetsEffect, ExtraDebtNcuBn, ShockDebtNcuBn, ImfDebtPct, DebtPct];
        foreach (LaneBuffer buffer in state)
        {
            buffer.Groups.Clear();
        }
    }

    private static double Mask(bool isSet) => isSet ? BitConverter.Int64BitsToDouble(-1) : 0;
}
