using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Simulator.Lanes;

namespace Simulator.Sweeps.Designs;

/// <summary>Every number between the ends is equally likely.</summary>
/// <param name="Low">Smallest value.</param>
/// <param name="High">Largest value.</param>
public sealed record UniformRange(double Low, double High) : FactorRange
{
    /// <inheritdoc/>
    public override double Low { get; } = Low;

    /// <inheritdoc/>
    public override double High { get; } = High;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Faults() => FaultsOfEnds(Low, High);

    /// <inheritdoc/>
    public override Vector512<double> Value(Vector512<double> u) =>
        Lane.Smaller(Vector512.Create(Low) + (u * Vector512.Create(High - Low)), Vector512.Create(High));
}

/// <summary>
/// A normal law around the middle of the range, cut at its ends: the standard deviation is a quarter of the range, so the ends lie two
/// standard deviations from the middle.
/// </summary>
/// <param name="Low">Smallest value.</param>
/// <param name="High">Largest value.</param>
public sealed record NormalRange(double Low, double High) : FactorRange
{
    // Φ(2) − Φ(−2): what is left of the law after the cut.
    private const double Kept = 0.95449973610364158560;

    /// <inheritdoc/>
    public override double Low { get; } = Low;

    /// <inheritdoc/>
    public override double High { get; } = High;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Faults() => FaultsOfEnds(Low, High);

    /// <inheritdoc/>
    public override Vector512<double> Value(Vector512<double> u)
    {
        Vector512<double> half = Vector512.Create(0.5);
        Vector512<double> quantile = NormalQuantile.Of(half + ((u - half) * Vector512.Create(Kept)));
        Vector512<double> value = Vector512.Create(Low + ((High - Low) * 0.5)) + (quantile * Vector512.Create((High - Low) * 0.25));
        return Lane.Larger(Lane.Smaller(value, Vector512.Create(High)), Vector512.Create(Low));
    }
}

/// <summary>The likelihood rises in a straight line from zero at the low end to the mode and falls in one to zero at the high end.</summary>
/// <param name="Low">Smallest value.</param>
/// <param name="High">Largest value.</param>
/// <param name="Mode">Most likely value, between the ends or at one of them.</param>
public sealed record TriangularRange(double Low, double High, double Mode) : FactorRange
{
    /// <inheritdoc/>
    public override double Low { get; } = Low;

    /// <inheritdoc/>
    public override double High { get; } = High;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Faults()
    {
        List<string> faults = FaultsOfEnds(Low, High);
        if (faults.Count == 0 && !(Mode >= Low && Mode <= High))
        {
            faults.Add(Text($"The mode {Mode} lies outside the range from {Low} to {High}."));
        }

        return faults;
    }

    /// <inheritdoc/>
    public override Vector512<double> Value(Vector512<double> u)
    {
        Vector512<double> low = Vector512.Create(Low);
        if (Low == High)
        {
            return low;
        }

        Vector512<double> width = Vector512.Create(High - Low);
        Vector512<double> below = Vector512.Create((Mode - Low) / (High - Low));
        Vector512<double> above = Vector512.Create((High - Mode) / (High - Low));
        Vector512<double> rising = low + (width * Vector512.Sqrt(u * below));
        Vector512<double> falling = Vector512.Create(High) - (width * Vector512.Sqrt((Vector512<double>.One - u) * above));
        Vector512<double> value = Vector512.ConditionalSelect(Vector512.LessThan(u, below), rising, falling);
        return Lane.Larger(Lane.Smaller(value, Vector512.Create(High)), low);
    }
}

/// <summary>The logarithm of the value is equally likely anywhere between those of the ends: each doubling counts the same.</summary>
/// <param name="Low">Smallest value, above zero.</param>
/// <param name="High">Largest value.</param>
public sealed record LogUniformRange(double Low, double High) : FactorRange
{
    /// <inheritdoc/>
    public override double Low { get; } = Low;

    /// <inheritdoc/>
    public override double High { get; } = High;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Faults()
    {
        List<string> faults = FaultsOfEnds(Low, High);
        if (faults.Count == 0 && Low <= 0)
        {
            faults.Add(Text($"The low end is {Low}; a range on a logarithmic scale has only numbers above zero."));
        }
        else if (faults.Count == 0 && !double.IsFinite(High / Low))
        {
            faults.Add(Text($"The ends {Low} and {High} lie too far apart."));
        }

        return faults;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override Vector512<double> Value(Vector512<double> u)
    {
        Vector512<double> low = Vector512.Create(Low);
        Vector512<double> value = low * Elementary.Exp(u * Elementary.Log(Vector512.Create(High / Low)));
        return Lane.Larger(Lane.Smaller(value, Vector512.Create(High)), low);
    }
}
