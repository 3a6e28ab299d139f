using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Simulator.Lanes;

/// <summary>
/// The counter-based generator Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011) for eight draws side by side. A word depends on
/// the seed and its own counter (draw, year, member, variable) only: no draw knows of another, of a thread or of a scenario, so the
/// same draw is the same shock wherever it is used. This assignment of counters is fixed for ever (model section 8).
/// </summary>
public static class Philox
{
    /// <summary>The member word of what all members share.</summary>
    public const int Common = 255;

    private const ulong LowWord = 0xffffffff;
    private const uint Multiplier0 = 0xd2511f53;
    private const uint Multiplier1 = 0xcd9e8d57;
    private const uint Weyl0 = 0x9e3779b9;
    private const uint Weyl1 = 0xbb67ae85;
    private const int Rounds = 10;

    /// <summary>Fills two 64-bit words of eight draws for each of a row of members.</summary>
    /// <param name="seed">The key.</param>
    /// <param name="firstDraw">Draw of lane 0; lane j is draw firstDraw + j, all below 2^32.</param>
    /// <param name="year">Second counter word.</param>
    /// <param name="firstMember">Third counter word of the first pair of groups; it counts up by one for each pair.</param>
    /// <param name="variable">Fourth counter word.</param>
    /// <param name="words">Two groups for each member: words 0-1, then words 2-3, the first of each two in the low half.</param>
    /// <exception cref="ArgumentOutOfRangeException">A draw does not fit into its counter word.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill(
        ulong seed, long firstDraw, int year, int firstMember, int variable, Span<Vector512<ulong>> words)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(firstDraw, (1L << 32) - Lane.Count);
        Span<ulong> keys = stackalloc ulong[2 * Rounds];
        for (int r = 0; r < Rounds; r++)
        {
            keys[2 * r] = (uint)seed + unchecked((uint)r * Weyl0);
            keys[(2 * r) + 1] = (uint)(seed >> 32) + unchecked((uint)r * Weyl1);
        }

        Vector512<ulong> draw = Vector512.Create((ulong)firstDraw) + Vector512.Create(0UL, 1, 2, 3, 4, 5, 6, 7);
        for (int i = 0; i < words.Length; i += 2)
        {
            Block(
                draw,
                Vector512.Create((ulong)(uint)year),
                Vector512.Create((ulong)(uint)(firstMember + (i >> 1))),
                Vector512.Create((ulong)(uint)variable),
                keys,
                out words[i],
                out words[i + 1]);
        }
    }

    /// <summary>
    /// Ten rounds. Each lane carries a 32-bit word in its low half; what a round leaves in a high half is never multiplied, and an
    /// exclusive or keeps the halves apart.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Block(
        Vector512<ulong> c0,
        Vector512<ulong> c1,
        Vector512<ulong> c2,
        Vector512<ulong> c3,
        ReadOnlySpan<ulong> keys,
        out Vector512<ulong> first,
        out Vector512<ulong> second)
    {
        Vector512<ulong> low = Vector512.Create(LowWord);
        Vector512<ulong> m0 = Vector512.Create((ulong)Multiplier0);
        Vector512<ulong> m1 = Vector512.Create((ulong)Multiplier1);
        for (int r = 0; r < 2 * Rounds; r += 2)
        {
            Vector512<ulong> product0 = ProductOfLow(c0, m0);
            Vector512<ulong> product1 = ProductOfLow(c2, m1);
            c0 = (product1 >>> 32) ^ c1 ^ Vector512.Create(keys[r]);
            c2 = (product0 >>> 32) ^ c3 ^ Vector512.Create(keys[r + 1]);
            c1 = product1;
            c3 = product0;
        }

        first = (c0 & low) | (c1 << 32);
        second = (c2 & low) | (c3 << 32);
    }

    /// <summary>
    /// The whole product of the low halves. Machines have an instruction for it that takes a third of the time of a product of whole
    /// words, from which the library's operator is made; whole numbers have the same bits either way.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> ProductOfLow(Vector512<ulong> word, Vector512<ulong> factor)
    {
        if (Avx512F.IsSupported)
        {
            return Avx512F.Multiply(word.AsUInt32(), factor.AsUInt32());
        }

        if (Avx2.IsSupported)
        {
            return Vector512.Create(
                Avx2.Multiply(word.GetLower().AsUInt32(), factor.GetLower().AsUInt32()),
                Avx2.Multiply(word.GetUpper().AsUInt32(), factor.GetUpper().AsUInt32()));
        }

        return (word & Vector512.Create(LowWord)) * factor;
    }
}
