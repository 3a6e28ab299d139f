using System.Globalization;
using System.Numerics;

namespace Simulator.Sweeps.Designs;

/// <summary>What fixes one dimension of a Sobol' sequence (Bratley and Fox 1988; Joe and Kuo 2008).</summary>
/// <param name="Dimension">The dimension, from 1.</param>
/// <param name="Polynomial">
/// Primitive polynomial over the two-element field, its coefficients as bits from the highest power down, both ends included:
/// 11 = 1011 is x³ + x + 1. Dimension 1 has the constant 1.
/// </param>
/// <param name="Initial">
/// Initial direction numbers m₁, m₂, …: one for each degree of the polynomial (dimension 1 has one, m₁ = 1), m_k odd and below 2^k.
/// </param>
public readonly record struct SobolRow(int Dimension, uint Polynomial, IReadOnlyList<uint> Initial)
{
    /// <summary>Degree of the polynomial.</summary>
    public int Degree => BitOperations.Log2(Polynomial | 1);

    /// <summary>What is wrong with this row, as sentences; empty where it makes a dimension.</summary>
    public IReadOnlyList<string> Faults()
    {
        List<string> faults = [];
        if ((Polynomial & 1) == 0)
        {
            faults.Add(Text($"The polynomial {Polynomial} has no constant term."));
        }

        int numbers = Math.Max(1, Degree);
        if (Degree >= SobolDirections.Bits)
        {
            faults.Add(Text($"The polynomial {Polynomial} has degree {Degree}; at most {SobolDirections.Bits - 1} is possible."));
        }
        else if (Initial.Count != numbers)
        {
            faults.Add(Text($"The polynomial {Polynomial} has degree {Degree} and needs {numbers} initial numbers, not {Initial.Count}."));
        }

        for (int k = 1; k <= Math.Min(Initial.Count, numbers); k++)
        {
            uint m = Initial[k - 1];
            if ((m & 1) == 0 || (k < SobolDirections.Bits && m >> k != 0))
            {
                faults.Add(Text($"The initial number m{k} is {m}; an odd number below 2^{k} is expected."));
            }
        }

        return faults;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
