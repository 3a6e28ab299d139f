namespace Simulator.Projections;

/// <summary>What kind of figure a year holds (model, "Words").</summary>
public enum YearStatus
{
    /// <summary>One of NATO's final years.</summary>
    Reported,

    /// <summary>One of the years that NATO marks "e".</summary>
    Estimate,

    /// <summary>A year after NATO's last: computed here.</summary>
    Projection,
}
