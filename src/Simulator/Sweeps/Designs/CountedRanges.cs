using System.Runtime.Intrinsics;
using Simulator.Lanes;

namespace Simulator.Sweeps.Designs;

/// <summary>Every whole number from the low to the high end, both included, is equally likely: low + floor(u·(high − low + 1)).</summary>
/// <param name="Low">Smallest value, a whole number.</param>
/// <param name="High">Largest value, a whole number.</param>
public sealed record WholeNumberRange(double Low, double High) : FactorRange
{
    // Beyond it a sum of whole numbers need not be one.
    private const double Most = 4503599627370496.0;

    /// <inheritdoc/>
    public override double Low { get; } = Low;

    /// <inheritdoc/>
    public override double High { get; } = High;

    /// <inheritdoc/>
    public override long Kinds => (long)(High - Low) + 1;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Faults()
    {
        List<string> faults = FaultsOfEnds(Low, High);
        if (faults.Count > 0)
        {
            return faults;
        }

        foreach (double end in new[] { Low, High })
        {
            if (end != Math.Floor(end))
            {
                faults.Add(Text($"The {(end == Low ? "low" : "high")} end {end} is not a whole number."));
            }
            else if (Math.Abs(end) > Most / 2)
            {
                faults.Add(Text($"The {(end == Low ? "low" : "high")} end {end} lies beyond 2^51."));
            }
        }

        return faults;
    }

    /// <inheritdoc/>
    public override Vector512<double> Value(Vector512<double> u) => Vector512.Create(Low) + Part.Of(u, High - Low + 1);
}

/// <summary>One of several alternatives, each equally likely: the value is its number, from 0.</summary>
/// <param name="Count">How many alternatives.</param>
public sealed record ChoiceRange(int Count) : FactorRange
{
    /// <inheritdoc/>
    public override double Low => 0;

    /// <inheritdoc/>
    public override double High => Count - 1;

    /// <inheritdoc/>
    public override long Kinds => Count;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Faults() =>
        Count >= 1 ? [] : [Text($"There are {Count} alternatives to choose from; at least one is needed.")];

    /// <inheritdoc/>
    public override Vector512<double> Value(Vector512<double> u) => Part.Of(u, Count);
}

/// <summary>One of several values, each equally likely; in the order of the values, as a grid takes them.</summary>
/// <param name="Values">The values.</param>
public sealed record LevelsRange(IReadOnlyList<double> Values) : FactorRange
{
    /// <inheritdoc/>
    public override double Low => Values.Count == 0 ? double.NaN : Values.Min();

    /// <inheritdoc/>
    public override double High => Values.Count == 0 ? double.NaN : Values.Max();

    /// <inheritdoc/>
    public override long Kinds => Values.Count;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Faults()
    {
        List<string> faults = [];
        if (Values.Count == 0)
        {
            faults.Add("There is no value to choose from; at least one is needed.");
        }

        for (int i = 0; i < Values.Count; i++)
        {
            if (!double.IsFinite(Values[i]))
            {
                faults.Add(Text($"Value {i + 1} is {Values[i]}; a finite number is expected."));
            }
            else if (Values.Take(i).Contains(Values[i]))
            {
                faults.Add(Text($"The value {Values[i]} stands twice."));
            }
        }

        return faults;
    }

    /// <inheritdoc/>
    public override Vector512<double> Value(Vector512<double> u)
    {
        Vector512<double> part = Part.Of(u, Values.Count);
        Vector512<double> value = Vector512<double>.Zero;
        for (int lane = 0; lane < Lane.Count; lane++)
        {
            value = value.WithElement(lane, Values[(int)part[lane]]);
        }

        return value;
    }
}

/// <summary>Which of several equal parts of [0, 1) a coordinate lies in.</summary>
internal static class Part
{
    /// <summary>floor(u·count), from 0 to count − 1 even where a coordinate just below 1 is rounded up by the product.</summary>
    public static Vector512<double> Of(Vector512<double> u, double count) =>
        Lane.Smaller(Vector512.Floor(u * Vector512.Create(count)), Vector512.Create(count - 1));
}
