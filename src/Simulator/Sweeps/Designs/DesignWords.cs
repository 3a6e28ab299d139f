using System.Runtime.Intrinsics;
using Simulator.Lanes;

namespace Simulator.Sweeps.Designs;

/// <summary>
/// Words of the generator for designs. Draws use variables 0 to 3 (model section 8); these are others, so that a design never sees
/// the words of a shock under the same seed. The assignment is fixed for ever: the points of a seed depend on it.
/// </summary>
internal static class DesignWords
{
    /// <summary>The scramble of a Sobol' design; the dimension stands in the word of the year.</summary>
    public const int Scramble = 16;

    /// <summary>The place of a point within its stratum; the point is the draw, the dimension halved is the member.</summary>
    public const int Jitter = 17;

    /// <summary>The keys of a permutation; its stream stands in the word of the year.</summary>
    public const int Permutation = 18;

    /// <summary>Single words that belong to a seed, a use and a stream.</summary>
    /// <param name="seed">The key.</param>
    /// <param name="use">One of the constants of this class.</param>
    /// <param name="stream">Dimension or stream.</param>
    /// <param name="words">Filled with words.</param>
    public static void Fill(ulong seed, int use, uint stream, Span<ulong> words)
    {
        Span<Vector512<ulong>> groups = stackalloc Vector512<ulong>[2];
        for (int at = 0; at < words.Length; at += 2 * Lane.Count)
        {
            Philox.Fill(seed, 0, unchecked((int)stream), at / (2 * Lane.Count), use, groups);
            for (int i = at; i < Math.Min(words.Length, at + (2 * Lane.Count)); i++)
            {
                words[i] = groups[(i - at) / Lane.Count][i % Lane.Count];
            }
        }
    }
}
