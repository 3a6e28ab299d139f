namespace Simulator.Pathways;

/// <summary>Everything a scenario file can set beside paths; the names in files are in <see cref="SettingCatalogue"/>.</summary>
public enum Setting
{
    /// <summary>title</summary>
    Title,

    /// <summary>based_on</summary>
    BasedOn,

    /// <summary>edition</summary>
    Edition,

    /// <summary>line_pct</summary>
    LinePct,

    /// <summary>share_basis</summary>
    ShareBasis,

    /// <summary>definition</summary>
    Definition,

    /// <summary>delay_years</summary>
    DelayYears,

    /// <summary>delivery_pct</summary>
    DeliveryPct,

    /// <summary>max_step_pp</summary>
    MaxStepPp,

    /// <summary>max_growth_pct</summary>
    MaxGrowthPct,

    /// <summary>step5_pp</summary>
    Step5Pp,

    /// <summary>growth5_pct</summary>
    Growth5Pct,

    /// <summary>growth_pp</summary>
    GrowthPp,

    /// <summary>inflation_pp</summary>
    InflationPp,

    /// <summary>interest_pp</summary>
    InterestPp,

    /// <summary>budgets_follow</summary>
    BudgetsFollow,

    /// <summary>borrowed_pct</summary>
    BorrowedPct,

    /// <summary>in_baseline_pct</summary>
    InBaselinePct,

    /// <summary>multiplier</summary>
    Multiplier,

    /// <summary>import_pct</summary>
    ImportPct,

    /// <summary>fade_pct</summary>
    FadePct,

    /// <summary>tax_drag</summary>
    TaxDrag,

    /// <summary>semi_elasticity</summary>
    SemiElasticity,

    /// <summary>deficit_limit_pct</summary>
    DeficitLimitPct,

    /// <summary>offsets_pp_per_year</summary>
    OffsetsPpPerYear,

    /// <summary>offsets_max_pp</summary>
    OffsetsMaxPp,

    /// <summary>limits</summary>
    Limits,

    /// <summary>equipment_of_rise_pct</summary>
    EquipmentOfRisePct,

    /// <summary>start_pct</summary>
    StartPct,

    /// <summary>new_money_pct</summary>
    NewMoneyPct,

    /// <summary>backfill_pct</summary>
    BackfillPct,

    /// <summary>backfill_for</summary>
    BackfillFor,

    /// <summary>backfill_by</summary>
    BackfillBy,

    /// <summary>backfill_against</summary>
    BackfillAgainst,
}

/// <summary>What kind of value a setting takes.</summary>
public enum SettingKind
{
    /// <summary>A number within a range.</summary>
    Number,

    /// <summary>A whole number within a range.</summary>
    WholeNumber,

    /// <summary>One of a list of words.</summary>
    Choice,

    /// <summary>Free text.</summary>
    Text,

    /// <summary>The id of a scenario.</summary>
    ScenarioId,

    /// <summary>Members and groups.</summary>
    Members,
}

/// <summary>Whether a setting's row may carry years.</summary>
public enum SettingYears
{
    /// <summary>Neither from nor to.</summary>
    None,

    /// <summary>from alone (delay_years).</summary>
    FromOnly,

    /// <summary>from and to, inclusive; without them every projected year.</summary>
    FromTo,
}

/// <summary>The part of the program that reads a setting.</summary>
public enum SettingPart
{
    /// <summary>Paths, prices, the line and tables.</summary>
    Projection,

    /// <summary>Economy and debt.</summary>
    Debt,

    /// <summary>Fastest paths.</summary>
    Fastest,

    /// <summary>Who pays when another steps back.</summary>
    Backfill,
}

/// <summary>One row of the table of settings, which the reader, explain, the README and the web page share.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Name">Its name in files.</param>
/// <param name="Kind">Kind of value.</param>
/// <param name="Unit">Unit of the value, in words; empty for words and names.</param>
/// <param name="Low">Lowest number allowed (inclusive).</param>
/// <param name="High">Highest number allowed (inclusive).</param>
/// <param name="Default">The default as a number; NaN where the default is not one number (see <paramref name="DefaultText"/>).</param>
/// <param name="DefaultText">The default in words.</param>
/// <param name="Choices">Words allowed for a choice; empty otherwise.</param>
/// <param name="Years">Whether from and to may be given.</param>
/// <param name="ByMember">True when a row may name members; otherwise it holds for the whole scenario and the members cell stays empty.</param>
/// <param name="Sweepable">True when a sweep may vary it.</param>
/// <param name="Part">Which part reads it.</param>
/// <param name="Meaning">One sentence.</param>
/// <param name="Source">Where the default comes from, or "judgement".</param>
public sealed record SettingDefinition(
    Setting Setting,
    string Name,
    SettingKind Kind,
    string Unit,
    double Low,
    double High,
    double Default,
    string DefaultText,
    IReadOnlyList<string> Choices,
    SettingYears Years,
    bool ByMember,
    bool Sweepable,
    SettingPart Part,
    string Meaning,
    string Source);
