using System.Runtime.Intrinsics;
using Simulator.Projections;

namespace Simulator.Sweeps;

/// <summary>
/// In which bin a value of an outcome is counted. Shares, rates and counts have bins of 0.01 from −200 to 800; money has bins of
/// at most 0.4 percent of the value on both sides of zero, from a millionth of a billion to four million billions. The bins at the ends also
/// hold what lies beyond.
/// </summary>
internal readonly record struct OutcomeBins
{
    private const int LinearLow = -20_000;
    private const int LinearHigh = 80_000;
    private const int MantissaShift = 44;

    // 2^-20 to 2^22: what is smaller counts as nothing.
    private const long LowKey = (1023L - 20) << 8;
    private const long HighKey = ((1023L + 22) << 8) - 1;
    private const int SideCount = (int)(HighKey - LowKey) + 1;

    private OutcomeBins(bool isLinear) => IsLinear = isLinear;

    public bool IsLinear { get; }

    public int Count => IsLinear ? LinearHigh - LinearLow + 1 : (2 * SideCount) + 1;

    public static OutcomeBins Of(Outcome outcome) => new(!outcome.IsMoney);

    /// <summary>The bin of a finite value.</summary>
    public int Of(double value)
    {
        if (IsLinear)
        {
            double hundredths = Rounding.Hundredths(Vector512.CreateScalarUnsafe(value)).ToScalar();
            return (int)Math.Clamp(hundredths, LinearLow, LinearHigh) - LinearLow;
        }

        long key = Math.Min((BitConverter.DoubleToInt64Bits(Math.Abs(value)) >> MantissaShift) - LowKey, SideCount - 1);
        return key < 0 ? SideCount : value > 0 ? SideCount + 1 + (int)key : SideCount - 1 - (int)key;
    }

    /// <summary>The value that a bin stands for: its middle.</summary>
    public double Value(int bin)
    {
        if (IsLinear)
        {
            return (bin + LinearLow) / 100.0;
        }

        int side = bin - SideCount;
        return side == 0 ? 0 : Math.Sign(side) * ((Edge(Math.Abs(side) - 1) + Edge(Math.Abs(side))) / 2);
    }

    private static double Edge(int key) => BitConverter.Int64BitsToDouble((LowKey + key) << MantissaShift);
}
