namespace Simulator.Alliance;

/// <summary>
/// The unshocked economy of every member from the base year to a horizon (model section 3), year-major
/// [t × members + member], t = 0 in the base year. Immutable; shared by threads.
/// </summary>
public sealed class MacroPath
{
    /// <summary>The edition that it was built from.</summary>
    public required Edition Edition { get; init; }

    /// <summary>Base year b.</summary>
    public int BaseYear => Edition.BaseYear;

    /// <summary>Last projected year, at most 2060.</summary>
    public required int LastYear { get; init; }

    /// <summary>Number of years, the base year included.</summary>
    public int Years => LastYear - BaseYear + 1;

    /// <summary>Number of roster members.</summary>
    public int Members => Edition.Roster.Count;

    /// <summary>Real GDP, million US dollars at the edition's constant prices and exchange rates.</summary>
    public required double[] GdpConstUsdM { get; init; }

    /// <summary>Real GDP growth on the year before, percent (t = 0: as the WEO has it).</summary>
    public required double[] GrowthPct { get; init; }

    /// <summary>Growth of the GDP deflator on the year before, percent.</summary>
    public required double[] DeflatorGrowthPct { get; init; }

    /// <summary>Nominal GDP, billion national currency units.</summary>
    public required double[] NominalGdpNcuBn { get; init; }

    /// <summary>Exchange rate, national currency units per US dollar, yearly average; the same for all users of a currency.</summary>
    public required double[] NcuPerUsd { get; init; }

    /// <summary>Exchange rate of the euro, euros per US dollar, by year [t].</summary>
    public required double[] EurPerUsd { get; init; }

    /// <summary>Population, million persons.</summary>
    public required double[] PopulationM { get; init; }

    /// <summary>General government expenditure, percent of GDP (WEO; its last year's ratio is held after it ends); NaN where unknown.</summary>
    public required double[] GovernmentSpendingPct { get; init; }

    /// <summary>General government revenue, percent of GDP (WEO; its last year's ratio is held after it ends); NaN where unknown.</summary>
    public required double[] GovernmentRevenuePct { get; init; }

    /// <summary>Gross government debt of the IMF path, percent of GDP, carried on after the WEO ends (model section 6); NaN where unknown. Empty when the economy was built without fiscal columns.</summary>
    public double[] ImfDebtPct { get; init; } = [];

    /// <summary>Government balance of the IMF path, percent of GDP; its last WEO value is held after the WEO ends; NaN where unknown. Empty when built without fiscal columns.</summary>
    public double[] ImfBalancePct { get; init; } = [];

    /// <summary>Interest rate ρ on extra debt before interest_pp and the debt premium, percent a year (model section 6). Empty when built without fiscal columns.</summary>
    public double[] InterestRatePct { get; init; } = [];

    /// <summary>True when the fiscal columns are there, so that debt can be computed.</summary>
    public bool HasFiscal => ImfDebtPct.Length > 0;

    /// <summary>What was assumed because a source does not reach, one sentence each; printed beside results.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }
}
