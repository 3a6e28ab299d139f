using System.Collections;
using System.Numerics;

namespace Simulator.Alliance;

/// <summary>A set of members, one bit for each roster index (at most 64).</summary>
/// <param name="Bits">Bit i is set when the member with roster index i belongs to the set.</param>
public readonly record struct MemberSet(ulong Bits) : IEnumerable<int>
{
    /// <summary>The set without a member.</summary>
    public static MemberSet Empty => default;

    /// <summary>How many members the set has.</summary>
    public int Count => BitOperations.PopCount(Bits);

    /// <summary>True when the set has no member.</summary>
    public bool IsEmpty => Bits == 0;

    /// <summary>The set of one member.</summary>
    /// <param name="index">Roster index, 0 to 63.</param>
    public static MemberSet Of(int index) => new(1UL << index);

    /// <summary>True when the member with this roster index belongs to the set.</summary>
    /// <param name="index">Roster index, 0 to 63.</param>
    public bool Contains(int index) => ((Bits >> index) & 1) != 0;

    /// <summary>Members of either set.</summary>
    /// <param name="other">The other set.</param>
    public MemberSet Union(MemberSet other) => new(Bits | other.Bits);

    /// <summary>Members of this set that are not in the other.</summary>
    /// <param name="other">The other set.</param>
    public MemberSet Except(MemberSet other) => new(Bits & ~other.Bits);

    /// <summary>Members of both sets.</summary>
    /// <param name="other">The other set.</param>
    public MemberSet Intersect(MemberSet other) => new(Bits & other.Bits);

    /// <summary>Roster indices in ascending order: the order in which every sum over members is taken.</summary>
    public Enumerator GetEnumerator() => new(Bits);

    IEnumerator<int> IEnumerable<int>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Walks through a set without allocating: sums over members are taken very often.</summary>
    public struct Enumerator : IEnumerator<int>
    {
        private ulong _rest;

        internal Enumerator(ulong bits)
        {
            _rest = bits;
            Current = -1;
        }

        /// <summary>Roster index of the member reached; −1 before the first.</summary>
        public int Current { get; private set; }

        readonly object IEnumerator.Current => Current;

        /// <summary>Goes to the next member.</summary>
        /// <returns>False when there is none.</returns>
        public bool MoveNext()
        {
            if (_rest == 0)
            {
                return false;
            }

            Current = BitOperations.TrailingZeroCount(_rest);
            _rest &= _rest - 1;
            return true;
        }

        /// <summary>Not supported: a new walk starts with a new enumerator.</summary>
        /// <exception cref="NotSupportedException">Always.</exception>
        public readonly void Reset() => throw new NotSupportedException("A walk through a member set cannot be reset.");

        /// <summary>Nothing to release.</summary>
        public readonly void Dispose()
        {
        }
    }
}
