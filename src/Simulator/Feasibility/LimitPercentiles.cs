using Simulator.Alliance;
using Simulator.Pathways;

namespace Simulator.Feasibility;

/// <summary>A limit of a fastest path as a percentile of what has been done, recomputed from an edition.</summary>
/// <param name="Limit">The limit, by the setting that sets it.</param>
/// <param name="Percentile">Which percentile; a judgement.</param>
/// <param name="Value">The quantile in the setting's unit; NaN when the edition holds nothing to take it from.</param>
/// <param name="Count">How many episodes or changes it is taken from.</param>
public readonly record struct LimitPercentile(Setting Limit, double Percentile, double Value, int Count);

/// <summary>
/// The percentiles behind the named sets of limits (model section 7): allies' one- and five-year episodes since the year before the
/// full-scale invasion, and changes of the structural balance. The changes are of five years, told a year, for what can be
/// offset each year, and of ten years for what can be offset in all.
/// </summary>
public static class LimitPercentiles
{
    /// <summary>First year of the episodes: rearmament since then is the precedent (judgement).</summary>
    public const int EpisodesSince = 2021;

    /// <summary>First year of the structural balances.</summary>
    public const int BalancesFrom = 1995;

    /// <summary>Last year of the structural balances.</summary>
    public const int BalancesTo = 2025;

    /// <summary>The limits in the order in which they are printed.</summary>
    public static IReadOnlyList<Setting> Limits { get; } =
    [
        Setting.MaxStepPp, Setting.MaxGrowthPct, Setting.Step5Pp, Setting.Growth5Pct, Setting.OffsetsPpPerYear, Setting.OffsetsMaxPp,
    ];

    /// <summary>Recomputes every limit at a percentile.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="library">Its episodes.</param>
    /// <param name="percentile">0 to 100.</param>
    /// <returns>One for each of <see cref="Limits"/>, in that order.</returns>
    public static IReadOnlyList<LimitPercentile> At(Edition edition, EpisodeLibrary library, double percentile) =>
        [.. Limits.Select(l => Of(l, percentile, Sample(edition, library, l)))];

    private static LimitPercentile Of(Setting limit, double percentile, IReadOnlyList<double> sample) =>
        new(limit, percentile, sample.Count == 0 ? double.NaN : Percentiles.Quantile(sample, percentile), sample.Count);

    private static IReadOnlyList<double> Sample(Edition edition, EpisodeLibrary library, Setting limit) => limit switch
    {
        Setting.MaxStepPp => library.Values(EpisodeMeasure.ShareChangePp, 1, EpisodesSince),
        Setting.MaxGrowthPct => library.Values(EpisodeMeasure.RealGrowthPct, 1, EpisodesSince),
        Setting.Step5Pp => library.Values(EpisodeMeasure.ShareChangePp, 5, EpisodesSince),
        Setting.Growth5Pct => library.Values(EpisodeMeasure.RealGrowthPct, 5, EpisodesSince),
        Setting.OffsetsPpPerYear => [.. Gains(edition, 5).Select(g => g / 5)],
        _ => Gains(edition, 10),
    };

    private static List<double> Gains(Edition edition, int years)
    {
        List<double> gains = [];
        for (int m = 0; m < edition.Roster.Count; m++)
        {
            for (int from = BalancesFrom; from + years <= BalancesTo; from++)
            {
                if (edition.Weo.Has(WeoIndicator.StructuralBalancePct, m, from) && edition.Weo.Has(WeoIndicator.StructuralBalancePct, m, from + years))
                {
                    gains.Add(edition.Weo.Value(WeoIndicator.StructuralBalancePct, m, from + years)
                        - edition.Weo.Value(WeoIndicator.StructuralBalancePct, m, from));
                }
            }
        }

        return gains;
    }
}
