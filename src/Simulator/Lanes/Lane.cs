using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Simulator.Lanes;

/// <summary>
/// Eight numbers side by side, one for each of eight worlds. Every operation here gives each lane the bits
/// that the same operation on that lane alone would give, on every machine.
/// </summary>
public static class Lane
{
    /// <summary>Number of lanes in a block, the same on machines with narrower registers.</summary>
    public const int Count = 8;

    /// <summary>Bytes of one group of eight lanes, and the alignment of every buffer of them.</summary>
    public const int Bytes = Count * sizeof(double);

    /// <summary>The larger of two numbers in each lane; the second where they are equal or one is not a number.</summary>
    /// <remarks>Written as a comparison because the library's own maximum treats signed zeros and NaN at extra cost.</remarks>
    /// <param name="left">First number.</param>
    /// <param name="right">Second number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Larger(Vector512<double> left, Vector512<double> right) =>
        Vector512.ConditionalSelect(Vector512.GreaterThan(left, right), left, right);

    /// <summary>The smaller of two numbers in each lane; the second where they are equal or one is not a number.</summary>
    /// <param name="left">First number.</param>
    /// <param name="right">Second number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Smaller(Vector512<double> left, Vector512<double> right) =>
        Vector512.ConditionalSelect(Vector512.LessThan(left, right), left, right);
}
