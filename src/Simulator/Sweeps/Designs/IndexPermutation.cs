using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Simulator.Lanes;

namespace Simulator.Sweeps.Designs;

/// <summary>
/// The numbers from 0 to count − 1 in a shuffled order that is worked out and never stored: a Feistel network on pairs (Luby and
/// Rackoff 1988) with sums in place of exclusive ors, so that the pairs are hardly more than the numbers, and a walk along the cycle
/// for those beyond the last (Black and Rogaway 2002). Not a cipher: the rounds mix well enough for statistics.
/// </summary>
public sealed class IndexPermutation
{
    /// <summary>Largest count.</summary>
    public const long MostCount = 1L << 62;

    private const ulong LowWord = 0xffffffff;

    // Multipliers of Philox; a product's halves are folded together, so that every bit of it counts.
    private const ulong Multiplier0 = 0xd2511f53;
    private const ulong Multiplier1 = 0xcd9e8d57;

    // Orders of few numbers are so few that each should be as likely as any other, which takes more rounds.
    private const int Rounds = 8;
    private const int RoundsOfFew = 24;
    private const long Few = 4096;

    // One word a round, each half of it used once.
    private readonly ulong[] _keys;

    // A number is the pair (number / _rights, number % _rights): two of nearly equal size.
    private readonly ulong _lefts;
    private readonly ulong _rights;

    /// <summary>Fixes an order.</summary>
    /// <param name="count">How many numbers, from 1 to 2^62.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="stream">Which of the orders of this seed.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is not possible.</exception>
    public IndexPermutation(long count, ulong seed, uint stream)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostCount);
        Count = count;
        long lefts = (long)Math.Sqrt(count);

        // The root of a whole number near 2^62 is rounded.
        while (lefts * lefts < count)
        {
            lefts++;
        }

        while ((lefts - 1) * (lefts - 1) >= count)
        {
            lefts--;
        }

        // An odd number of parts makes even permutations only: half of all orders would never come.
        lefts += lefts & 1;
        _lefts = (ulong)lefts;
        _rights = (ulong)(((count - 1) / lefts) + 1);
        _keys = new ulong[count < Few ? RoundsOfFew : Rounds];
        DesignWords.Fill(seed, DesignWords.Permutation, stream, _keys);
    }

    /// <summary>How many numbers are shuffled.</summary>
    public long Count { get; }

    /// <summary>The number at a place of the shuffled order.</summary>
    /// <param name="i">Place, from 0 to count − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public long Forward(long i)
    {
        Vector512<ulong> left = Place(i, out Vector512<ulong> right);
        Mix(ref left, ref right);
        return (long)Walk(left, right).ToScalar();
    }

    /// <summary>The place of a number in the shuffled order.</summary>
    /// <param name="i">Number, from 0 to count − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number.</exception>
    public long Backward(long i)
    {
        Vector512<ulong> left = Place(i, out Vector512<ulong> right);
        ulong place;
        do
        {
            for (int r = _keys.Length - 2; r >= 0; r -= 2)
            {
                right = Less(right, Share(left, _keys[r + 1], _rights), _rights);
                left = Less(left, Share(right, _keys[r], _lefts), _lefts);
            }

            place = (left.ToScalar() * _rights) + right.ToScalar();
        }
        while (place >= (ulong)Count);
        return (long)place;
    }

    /// <summary>The parts of eight places, from <paramref name="first"/> on; places beyond the last repeat it.</summary>
    internal Vector512<ulong> Split(long first, out Vector512<ulong> right)
    {
        Span<ulong> lefts = stackalloc ulong[Lane.Count];
        Span<ulong> rights = stackalloc ulong[Lane.Count];
        for (int lane = 0; lane < Lane.Count; lane++)
        {
            (lefts[lane], rights[lane]) = Math.DivRem((ulong)Math.Min(first + lane, Count - 1), _rights);
        }

        right = Vector512.Create<ulong>(rights);
        return Vector512.Create<ulong>(lefts);
    }

    /// <summary>The numbers at the same eight places of several orders of the same count.</summary>
    /// <remarks>
    /// A round waits for the round before it, so the orders take turns: what one waits for, another uses. It halves the time.
    /// </remarks>
    /// <param name="orders">Orders.</param>
    /// <param name="left">First parts of the places.</param>
    /// <param name="right">Second parts of the places.</param>
    /// <param name="numbers">Receives the numbers, by order.</param>
    /// <param name="scratch">As long as <paramref name="numbers"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Forward(
        ReadOnlySpan<IndexPermutation> orders,
        Vector512<ulong> left,
        Vector512<ulong> right,
        Span<Vector512<ulong>> numbers,
        Span<Vector512<ulong>> scratch)
    {
        numbers.Fill(left);
        scratch.Fill(right);
        ulong lefts = orders[0]._lefts;
        ulong rights = orders[0]._rights;
        for (int r = 0; r < orders[0]._keys.Length; r += 2)
        {
            for (int i = 0; i < orders.Length; i++)
            {
                ulong[] keys = orders[i]._keys;
                numbers[i] = More(numbers[i], Share(scratch[i], keys[r], lefts), lefts);
                scratch[i] = More(scratch[i], Share(numbers[i], keys[r + 1], rights), rights);
            }
        }

        for (int i = 0; i < orders.Length; i++)
        {
            numbers[i] = orders[i].Walk(numbers[i], scratch[i]);
        }
    }

    /// <summary>The number of a pair; where there is none, that of the first pair with one on its way along the cycle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<ulong> Walk(Vector512<ulong> left, Vector512<ulong> right)
    {
        Vector512<ulong> count = Vector512.Create((ulong)Count);
        Vector512<ulong> number = (left * Vector512.Create(_rights)) + right;
        Vector512<ulong> isOutside = Vector512.GreaterThanOrEqual(number, count);
        while (isOutside != Vector512<ulong>.Zero)
        {
            // Rare: hardly more than √count pairs are without a number.
            Mix(ref left, ref right);
            Vector512<ulong> next = (left * Vector512.Create(_rights)) + right;
            number = Vector512.ConditionalSelect(isOutside, next, number);
            isOutside &= Vector512.GreaterThanOrEqual(number, count);
        }

        return number;
    }

    private Vector512<ulong> Place(long i, out Vector512<ulong> right)
    {
        if ((ulong)i >= (ulong)Count)
        {
            throw new ArgumentOutOfRangeException(nameof(i), i, "A number from 0 to count − 1 is expected.");
        }

        right = Vector512.Create((ulong)i % _rights);
        return Vector512.Create((ulong)i / _rights);
    }

    private void Mix(ref Vector512<ulong> left, ref Vector512<ulong> right)
    {
        ReadOnlySpan<ulong> keys = _keys;
        for (int r = 0; r + 1 < keys.Length; r += 2)
        {
            left = More(left, Share(right, keys[r], _lefts), _lefts);
            right = More(right, Share(left, keys[r + 1], _rights), _rights);
        }
    }

    /// <summary>A number from 0 to range − 1 that depends on all bits of <paramref name="part"/> and of the key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Share(Vector512<ulong> part, ulong key, ulong range)
    {
        Vector512<ulong> low = Vector512.Create(LowWord);
        Vector512<ulong> product = (part ^ Vector512.Create(key & LowWord)) * Vector512.Create(Multiplier0);
        product = (((product ^ (product >>> 32)) & low) ^ Vector512.Create(key >> 32)) * Vector512.Create(Multiplier1);
        return (((product ^ (product >>> 32)) & low) * Vector512.Create(range)) >>> 32;
    }

    // Modulo range; what is beyond it, or below zero and so very large, is the larger of the two.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> More(Vector512<ulong> part, Vector512<ulong> share, ulong range) =>
        Vector512.Min(part + share, part + share - Vector512.Create(range));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Less(Vector512<ulong> part, Vector512<ulong> share, ulong range) =>
        Vector512.Min(part - share, part - share + Vector512.Create(range));
}
