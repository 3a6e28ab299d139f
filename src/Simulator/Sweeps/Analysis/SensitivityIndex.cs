namespace Simulator.Sweeps.Analysis;

/// <summary>What a reader of a Sobol' index must know; several can hold at once.</summary>
[Flags]
public enum SensitivityFlag
{
    /// <summary>Nothing to add.</summary>
    Fine = 0,

    /// <summary>Too few points: an interval is wider than 0.2, there are too few blocks for one, or most resamples lack spread.</summary>
    UnderSampled = 1,

    /// <summary>The outcome is the same in every world, so there is nothing to explain: every number is 0 and says nothing.</summary>
    ConstantOutcome = 2,

    /// <summary>The estimate of the first-order index came out below zero by chance and is shown as 0.</summary>
    NegativeClipped = 4,

    /// <summary>The estimate of the total index came out above one by chance and is shown as 1.</summary>
    AboveOneClipped = 8,

    /// <summary>The total came out below the first-order index, which only noise can do: take the two as equal.</summary>
    TotalBelowFirst = 16,

    /// <summary>No world changed with the factor alone: it moves nothing.</summary>
    NoEffect = 32,
}

/// <summary>
/// How much of an outcome's variance comes from one factor, as parts of 1 (0 to 1, never NaN): first, what it explains alone; total,
/// what it explains with all its interactions. Each has a 95 percent interval, clipped to 0 to 1, that holds the estimate.
/// </summary>
/// <param name="First">First-order index.</param>
/// <param name="FirstLow">Lower end of its interval.</param>
/// <param name="FirstHigh">Upper end.</param>
/// <param name="Total">Total index.</param>
/// <param name="TotalLow">Lower end of its interval.</param>
/// <param name="TotalHigh">Upper end.</param>
/// <param name="Flag">What a reader must know.</param>
public sealed record SensitivityIndex(
    double First, double FirstLow, double FirstHigh, double Total, double TotalLow, double TotalHigh, SensitivityFlag Flag)
{
    /// <summary>The index of a factor of an outcome that never changes.</summary>
    public static SensitivityIndex None { get; } = new(0, 0, 0, 0, 0, 0, SensitivityFlag.ConstantOutcome);

    /// <summary>The flag in words for a table: "fine", or what must be known, separated by semicolons.</summary>
    public string Words
    {
        get
        {
            (SensitivityFlag Flag, string Words)[] all =
            [
                (SensitivityFlag.ConstantOutcome, "constant outcome"),
                (SensitivityFlag.UnderSampled, "under-sampled"),
                (SensitivityFlag.NegativeClipped, "negative estimate clipped"),
                (SensitivityFlag.AboveOneClipped, "estimate above one clipped"),
                (SensitivityFlag.NoEffect, "moves nothing"),
                (SensitivityFlag.TotalBelowFirst, "total below first within noise"),
            ];
            return Flag == SensitivityFlag.Fine ? "fine" : string.Join("; ", all.Where(a => Flag.HasFlag(a.Flag)).Select(a => a.Words));
        }
    }
}
