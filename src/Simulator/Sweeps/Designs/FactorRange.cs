using System.Globalization;
using System.Runtime.Intrinsics;

namespace Simulator.Sweeps.Designs;

/// <summary>
/// The values that a factor of a sweep may take, and how likely each is: the coordinate of a point goes in, the value comes out
/// (the inverse of the distribution function). A range is built as it was written; <see cref="Faults"/> tells whether it can be used,
/// and only then has a value a meaning.
/// </summary>
public abstract record FactorRange
{
    /// <summary>Smallest value, in the unit of the factor.</summary>
    public abstract double Low { get; }

    /// <summary>Largest value, in the unit of the factor.</summary>
    public abstract double High { get; }

    /// <summary>How many different values there are; 0 where any number between the ends is one.</summary>
    public virtual long Kinds => 0;

    /// <summary>What is wrong with the range, as sentences; empty where it can be used.</summary>
    public abstract IReadOnlyList<string> Faults();

    /// <summary>The value at a coordinate; allocates nothing.</summary>
    /// <param name="u">Coordinate in [0, 1).</param>
    public double Value(double u) => Value(Vector512.Create(u)).ToScalar();

    /// <summary>The values at eight coordinates, each the value that it has alone; allocates nothing.</summary>
    /// <param name="u">Coordinates in [0, 1).</param>
    public abstract Vector512<double> Value(Vector512<double> u);

    /// <summary>What is wrong with two ends that hold numbers between them.</summary>
    private protected static List<string> FaultsOfEnds(double low, double high)
    {
        List<string> faults = [];
        if (!double.IsFinite(low))
        {
            faults.Add(Text($"The low end is {low}; a finite number is expected."));
        }

        if (!double.IsFinite(high))
        {
            faults.Add(Text($"The high end is {high}; a finite number is expected."));
        }

        if (faults.Count > 0)
        {
            return faults;
        }

        if (low > high)
        {
            faults.Add(Text($"The low end {low} lies above the high end {high}."));
        }
        else if (!double.IsFinite(high - low))
        {
            faults.Add(Text($"The ends {low} and {high} lie too far apart."));
        }

        return faults;
    }

    private protected static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
