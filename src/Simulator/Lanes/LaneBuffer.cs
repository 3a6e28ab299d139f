using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Simulator.Lanes;

/// <summary>
/// A buffer of groups of eight lanes that starts at a multiple of 64 bytes, so that no group crosses a cache line
/// (a quarter of a sweep's time). It is allocated once and its place in memory never changes.
/// </summary>
public sealed class LaneBuffer
{
    private readonly double[] _memory;
    private readonly int _start;

    /// <summary>Makes a buffer filled with zeros.</summary>
    /// <param name="length">Number of groups of eight lanes, 0 or more.</param>
    public LaneBuffer(int length)
    {
        Length = length;
        _memory = GC.AllocateArray<double>((length + 1) * Lane.Count, pinned: true);
        nint address = Marshal.UnsafeAddrOfPinnedArrayElement(_memory, 0);
        int past = (int)(address & (Lane.Bytes - 1));
        _start = past == 0 ? 0 : (Lane.Bytes - past) / sizeof(double);
    }

    /// <summary>Number of groups of eight lanes.</summary>
    public int Length { get; }

    /// <summary>The groups of eight lanes.</summary>
    public Span<Vector512<double>> Groups =>
        MemoryMarshal.Cast<double, Vector512<double>>(_memory.AsSpan(_start, Length * Lane.Count));

    /// <summary>The same memory as single numbers: lane j of group i is number 8·i + j.</summary>
    public Span<double> Numbers => _memory.AsSpan(_start, Length * Lane.Count);
}
