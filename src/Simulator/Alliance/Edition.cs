namespace Simulator.Alliance;

/// <summary>
/// One vintage of the data: a NATO release joined with a WEO release, never mixed with another in a series
/// (model section 2). Immutable; shared by threads.
/// </summary>
public sealed class Edition
{
    /// <summary>Id, such as "nato-2026".</summary>
    public required string Id { get; init; }

    /// <summary>Title for people.</summary>
    public required string Title { get; init; }

    /// <summary>What NATO measures in this release: "core defence expenditure" or "defence expenditure".</summary>
    public required string Measure { get; init; }

    /// <summary>The date up to which the release takes figures into account, ISO 8601.</summary>
    public required string CutOff { get; init; }

    /// <summary>Credit line of the sources, as printed under tables and charts.</summary>
    public required string SourceLine { get; init; }

    /// <summary>Base year b: the last year of the release. Projections start in the next year.</summary>
    public int BaseYear => Nato.LastYear;

    /// <summary>First year of the release.</summary>
    public int FirstYear => Nato.FirstYear;

    /// <summary>First of the years that NATO marks "e" (estimate).</summary>
    public required int FirstEstimateYear { get; init; }

    /// <summary>The year whose prices and exchange rates the constant-price columns use.</summary>
    public required int PriceYear { get; init; }

    /// <summary>Members and groups.</summary>
    public required Roster Roster { get; init; }

    /// <summary>ISO 4217 code of the national currency in this release, by member (Bulgaria: BGN in 2024, EUR in 2026).</summary>
    public required IReadOnlyList<string> Currency { get; init; }

    /// <summary>NATO's tables.</summary>
    public required NatoTables Nato { get; init; }

    /// <summary>IMF series.</summary>
    public required WeoSeries Weo { get; init; }

    /// <summary>Commission potential growth, percent; empty where the edition's date is before it was known.</summary>
    public required YearSeries PotentialGrowthPct { get; init; }

    /// <summary>UN population growth, medium variant, percent a year; used where WEO population ends.</summary>
    public required YearSeries PopulationGrowthPct { get; init; }

    /// <summary>Long-term government bond yield, percent; empty where the edition's date is before it was known.</summary>
    public YearSeries LongTermYieldPct { get; init; } = YearSeries.Empty(0);

    /// <summary>Implicit interest rate on government debt, percent; empty where the edition's date is before it was known.</summary>
    public YearSeries ImplicitInterestRatePct { get; init; } = YearSeries.Empty(0);

    /// <summary>Plans that the IMF path is taken to hold already; empty where none are listed for the edition.</summary>
    public IReadOnlyList<WeoContentPoint> WeoContent { get; init; } = [];

    /// <summary>Members that use the national escape clause of the EU's fiscal rules (<see cref="EscapeClause"/>); none where the edition's date is before it.</summary>
    public MemberSet EscapeClauseUsers { get; init; } = MemberSet.Empty;

    /// <summary>National plans by member, one each; no points at all where none are known for this edition.</summary>
    public required IReadOnlyList<NationalPlan> Plans { get; init; }

    /// <summary>True when the national plan table belongs to this edition.</summary>
    public required bool HasPlans { get; init; }

    /// <summary>What a user of this edition has to know, one sentence each; printed beside a scenario that is run alone and kept with every result.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>Core spending over real GDP, both at constant prices, as the release publishes them.</summary>
    /// <param name="unit">Roster index of a member, or one of NATO's totals (<see cref="NatoTables.NatoTotal"/>).</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>Percent; NaN where the release has no figure.</returns>
    public double SharePct(int unit, int year) =>
        100 * Nato.Value(NatoIndicator.UsdConstantM, unit, year) / Nato.Value(NatoIndicator.GdpUsdConstantM, unit, year);

    /// <summary>What a member has said that it will spend, in the words of <see cref="Plans"/>.</summary>
    /// <param name="member">Roster index.</param>
    /// <returns>A sentence; empty where nothing was found or the edition has no plans.</returns>
    public string StatedPosition(int member) => Plans.FirstOrDefault(p => p.Member == member)?.StatedPosition ?? "";
}
