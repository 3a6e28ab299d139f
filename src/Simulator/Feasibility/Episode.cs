namespace Simulator.Feasibility;

/// <summary>What of an episode or a stretch is compared.</summary>
public enum EpisodeMeasure
{
    /// <summary>Average change of the share of GDP, points a year.</summary>
    ShareChangePp,

    /// <summary>Compound real growth of spending, percent a year.</summary>
    RealGrowthPct,
}

/// <summary>What an ally did between two years of NATO's published history (model section 7).</summary>
/// <param name="Member">Roster index.</param>
/// <param name="From">The year from whose level it starts.</param>
/// <param name="To">The year at whose level it ends.</param>
/// <param name="ShareChangePp">Average change of the share of real GDP, points a year.</param>
/// <param name="RealGrowthPct">Compound real growth of spending, percent a year.</param>
/// <param name="IsShareOneOff">True when the change of the share is one of bookkeeping, or starts or ends on a one-off level.</param>
/// <param name="IsGrowthOneOff">True when the growth starts or ends on a one-off level.</param>
public readonly record struct Episode(
    int Member, int From, int To, double ShareChangePp, double RealGrowthPct, bool IsShareOneOff, bool IsGrowthOneOff)
{
    /// <summary>Its length in years.</summary>
    public int Years => To - From;

    /// <summary>Its value on a measure, points or percent a year.</summary>
    /// <param name="measure">The measure.</param>
    public double Value(EpisodeMeasure measure) => measure == EpisodeMeasure.ShareChangePp ? ShareChangePp : RealGrowthPct;

    /// <summary>True when its value on a measure is a one-off, which no ranking counts.</summary>
    /// <param name="measure">The measure.</param>
    public bool IsOneOff(EpisodeMeasure measure) => measure == EpisodeMeasure.ShareChangePp ? IsShareOneOff : IsGrowthOneOff;
}
