namespace Simulator.Backtesting;

/// <summary>When the figures were published from which a forecast is told.</summary>
public enum ForecastBasis
{
    /// <summary>Pseudo real time: one later edition, cut off at the origin; its revisions were not known then.</summary>
    WithinEdition,

    /// <summary>Real time: the edition that was out, held against a later one. Definitions may differ between the two.</summary>
    RealTime,
}

/// <summary>One thing that a rule said of one member, and what came.</summary>
/// <param name="Basis">When the figures were published.</param>
/// <param name="Origin">Last year known.</param>
/// <param name="RuleId">The rule.</param>
/// <param name="Member">Roster index.</param>
/// <param name="Horizon">Years after the origin; 0 for NATO's own estimate of the origin year.</param>
/// <param name="SaidPct">What was said, percent of real GDP.</param>
/// <param name="CamePct">What came, percent of real GDP.</param>
/// <param name="IsEstimate">Whether what came is still an estimate.</param>
/// <param name="SamplePct">The forecast as a sample, ascending: a rule's own draws, else its past errors around what it said; empty where too few were known.</param>
public sealed record Forecast(
    ForecastBasis Basis,
    int Origin,
    string RuleId,
    int Member,
    int Horizon,
    double SaidPct,
    double CamePct,
    bool IsEstimate,
    IReadOnlyList<double> SamplePct)
{
    /// <summary>Rule id of NATO's own estimate, at horizon 0.</summary>
    public const string EstimateId = "estimate";

    /// <summary>The year that was spoken of.</summary>
    public int Year => Origin + Horizon;

    /// <summary>Points too much; below zero where too little was said.</summary>
    public double ErrorPp => SaidPct - CamePct;

    /// <summary>The sample's quantiles at <see cref="Scoring.Percents"/>; empty where there is no sample.</summary>
    public IReadOnlyList<double> QuantilesPct { get; } = SamplePct.Count > 0 ? Scoring.Quantiles(SamplePct) : [];

    /// <summary>Whether the forecast has a sample, and so intervals.</summary>
    public bool HasSample => SamplePct.Count > 0;
}
