using System.Globalization;

namespace Simulator.Sweeps.Designs;

/// <summary>
/// Direction numbers of a Sobol' sequence, 32 bits each, from a table of primitive polynomials and initial numbers. The recurrence is
/// that of Bratley and Fox 1988 (Algorithm 659): v(k) = a₁ v(k−1) ⊕ … ⊕ a(s−1) v(k−s+1) ⊕ v(k−s) ⊕ v(k−s)/2^s.
/// </summary>
public sealed class SobolDirections
{
    /// <summary>Bits of a direction number: a sequence has at most 2^32 different points.</summary>
    public const int Bits = 32;

    private readonly uint[] _numbers;

    private SobolDirections(uint[] numbers) => _numbers = numbers;

    /// <summary>Dimensions that the table describes.</summary>
    public int Dimensions => _numbers.Length / Bits;

    /// <summary>Works out the direction numbers of a table.</summary>
    /// <param name="rows">One row for each dimension, numbered from 1 without a gap.</param>
    /// <returns>The direction numbers of all dimensions.</returns>
    /// <exception cref="ArgumentException">A row is wrong (<see cref="SobolRow.Faults"/>), out of order, or there is none.</exception>
    public static SobolDirections Of(IReadOnlyList<SobolRow> rows)
    {
        if (rows.Count == 0)
        {
            throw new ArgumentException("A Sobol' sequence needs at least one dimension.", nameof(rows));
        }

        uint[] numbers = new uint[rows.Count * Bits];
        for (int d = 0; d < rows.Count; d++)
        {
            SobolRow row = rows[d];
            IReadOnlyList<string> faults = row.Dimension == d + 1 ? row.Faults() : ["Dimensions are numbered from 1 without a gap."];
            if (faults.Count > 0)
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Dimension {row.Dimension}: {faults[0]}"), nameof(rows));
            }

            Extend(row, numbers.AsSpan(d * Bits, Bits));
        }

        return new SobolDirections(numbers);
    }

    /// <summary>Direction numbers of a dimension, the first in the highest bit: 32 words.</summary>
    /// <param name="dimension">Dimension from 0.</param>
    public ReadOnlySpan<uint> Of(int dimension) => _numbers.AsSpan(dimension * Bits, Bits);

    private static void Extend(SobolRow row, Span<uint> v)
    {
        int degree = row.Degree;
        for (int k = 0; k < Bits; k++)
        {
            if (degree == 0 || k < degree)
            {
                // Dimension 1: every m is 1.
                v[k] = (degree == 0 ? 1 : row.Initial[k]) << (Bits - 1 - k);
                continue;
            }

            uint next = v[k - degree] ^ (v[k - degree] >> degree);
            for (int i = 1; i < degree; i++)
            {
                next ^= ((row.Polynomial >> (degree - i)) & 1) * v[k - i];
            }

            v[k] = next;
        }
    }
}
