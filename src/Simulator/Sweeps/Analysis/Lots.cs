using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Simulator.Lanes;

namespace Simulator.Sweeps.Analysis;

/// <summary>What lots are drawn for: the fourth word of the generator's counter, far from those that shocks use (model section 8).</summary>
internal enum LotPurpose
{
    SobolBootstrap = 0x5341_0001,
    PawnDummy = 0x5341_0002,
    PawnBootstrap = 0x5341_0003,
    PrimHalf = 0x5341_0004,
}

/// <summary>
/// Lots from the counter-based generator, one after the other: the same seed, purpose and stream give the same lots on every machine.
/// </summary>
internal sealed class Lots(ulong seed, LotPurpose purpose, int stream)
{
    private const int Pairs = 16;

    private readonly Vector512<ulong>[] _words = new Vector512<ulong>[2 * Pairs];
    private long _firstDraw;
    private int _at = 2 * Pairs * Lane.Count;

    /// <summary>64 bits.</summary>
    public ulong Next()
    {
        Span<ulong> words = MemoryMarshal.Cast<Vector512<ulong>, ulong>(_words.AsSpan());
        if (_at == words.Length)
        {
            Philox.Fill(seed, _firstDraw, stream, 0, (int)purpose, _words);
            _firstDraw += Lane.Count;
            _at = 0;
        }

        return words[_at++];
    }

    /// <summary>A whole number from 0 to below a bound; no two differ in chance by more than bound ÷ 2^64.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>Puts the first so many places of a list into the order of a lottery over all of it (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> list, int places)
    {
        for (int i = 0; i < places; i++)
        {
            int j = i + Below(list.Length - i);
            (list[i], list[j]) = (list[j], list[i]);
        }
    }
}
