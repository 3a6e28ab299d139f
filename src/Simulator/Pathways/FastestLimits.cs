namespace Simulator.Pathways;

/// <summary>
/// A named set of limits of a fastest path (model section 7). The numbers are percentiles of allies' own one- and five-year
/// episodes since 2021 and of gains of structural balances in the WEO, 1995-2025; which percentile is a judgement.
/// </summary>
/// <param name="Name">Name in scenario files.</param>
/// <param name="MaxStepPp">Largest rise of the share in one year, points of GDP.</param>
/// <param name="MaxGrowthPct">Largest real growth of spending in one year, percent.</param>
/// <param name="Step5Pp">Largest rise of the share over five years, points of GDP a year.</param>
/// <param name="Growth5Pct">Largest real growth of spending over five years, percent a year.</param>
/// <param name="OffsetsPpPerYear">o: taxes and cuts that are added each year, points of GDP.</param>
/// <param name="OffsetsMaxPp">o_max: taxes and cuts in all, points of GDP.</param>
/// <param name="IsFiscal">False when the budget sets no limit to the path.</param>
public sealed record FastestLimits(
    string Name,
    double MaxStepPp,
    double MaxGrowthPct,
    double Step5Pp,
    double Growth5Pct,
    double OffsetsPpPerYear,
    double OffsetsMaxPp,
    bool IsFiscal)
{
    /// <summary>The 75th percentiles.</summary>
    public static FastestLimits Precedented { get; } = new("precedented", 0.40, 20, 0.25, 17, 0.4, 2.5, true);

    /// <summary>The 90th percentiles.</summary>
    public static FastestLimits Exceptional { get; } = new("exceptional", 0.65, 36, 0.50, 20, 0.8, 5.0, true);

    /// <summary>
    /// No fiscal limit: the precedented pace of armed forces, whatever the budget says. Its offsets bound no path; they are
    /// those of <see cref="Precedented"/> for the fiscal room by which a fall is shared out.
    /// </summary>
    public static FastestLimits NoFiscalLimit { get; } = Precedented with { Name = "none", IsFiscal = false };

    /// <summary>The three sets, in the order of the words of the setting "limits".</summary>
    public static IReadOnlyList<FastestLimits> All { get; } = [Precedented, Exceptional, NoFiscalLimit];

    /// <summary>The set that a scenario names; precedented where it names none.</summary>
    /// <param name="scenario">The scenario.</param>
    public static FastestLimits Of(Scenario scenario) => All[(int)scenario.Number(Setting.Limits, 0, 0)];
}
