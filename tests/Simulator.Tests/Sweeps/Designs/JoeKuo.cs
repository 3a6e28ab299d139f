using Simulator.Sweeps.Designs;

namespace Simulator.Tests.Sweeps.Designs;

/// <summary>The first ten dimensions of the table new-joe-kuo-6, in the notation of its authors: degree s, inner coefficients a, numbers m.</summary>
internal static class JoeKuo
{
    private static readonly (int S, uint A, uint[] M)[] Table =
    [
        (0, 0, [1]), (1, 0, [1]), (2, 1, [1, 3]), (3, 1, [1, 3, 1]), (3, 2, [1, 1, 1]), (4, 1, [1, 1, 3, 3]), (4, 4, [1, 3, 5, 13]),
        (5, 2, [1, 1, 5, 5, 17]), (5, 4, [1, 1, 5, 5, 5]), (5, 7, [1, 1, 7, 11, 19]),
    ];

    public static int Dimensions => Table.Length;

    public static SobolDirections Directions { get; } = SobolDirections.Of(Rows());

    public static SobolRow[] Rows() => [.. Table.Select((row, d) => new SobolRow(d + 1, d == 0 ? 1 : (1u << row.S) + (2 * row.A) + 1, row.M))];

    /// <summary>
    /// Coordinate of a point from the definition in the notes of Joe and Kuo (2008), slowly: m(k) = 2a₁m(k−1) ⊕ … ⊕ 2^s m(k−s) ⊕ m(k−s),
    /// and the point is the exclusive or of m(k)/2^k over the bits of the Gray code of its number.
    /// </summary>
    public static double Slowly(int dimension, long point)
    {
        (int s, uint a, uint[] first) = Table[dimension];
        List<ulong> m = [.. first.Select(number => (ulong)number)];
        while (m.Count < 32)
        {
            ulong next = 1;
            if (s > 0)
            {
                next = m[^s] ^ (m[^s] << s);
                for (int i = 1; i < s; i++)
                {
                    next ^= ((a >> (s - 1 - i)) & 1) * (m[^i] << i);
                }
            }

            m.Add(next);
        }

        long gray = point ^ (point >> 1);
        ulong bits = 0;
        for (int k = 1; k <= 32; k++)
        {
            bits ^= ((gray >> (k - 1)) & 1) == 1 ? m[k - 1] << (32 - k) : 0;
        }

        return bits / 4294967296.0;
    }
}
