using System.Diagnostics.CodeAnalysis;
using static Simulator.Pathways.SettingKind;
using static Simulator.Pathways.SettingPart;
using static Simulator.Pathways.SettingYears;

namespace Simulator.Pathways;

/// <summary>The table of all settings: one piece of data that the reader, explain, the README and the web page use.</summary>
public static class SettingCatalogue
{
    private const double None = double.NaN;
    private const double Unlimited = double.PositiveInfinity;

    /// <summary>Every setting, in the order of <see cref="Setting"/>.</summary>
    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        new(Setting.Title, "title", Text, "", 0, 0, None, "the scenario's id", [], SettingYears.None, false, false, Projection, "Title of the scenario, as printed on tables and charts.", "the scenario's author"),
        new(Setting.BasedOn, "based_on", ScenarioId, "", 0, 0, None, "nothing: every member holds its share", [], SettingYears.None, false, false, Projection, "The rows of another scenario come first.", "the scenario's author"),
        new(Setting.Edition, "edition", Text, "", 0, 0, None, "the default edition", [], SettingYears.None, false, false, Projection, "The data edition that the scenario is written for.", "data/editions.csv"),
        new(Setting.LinePct, "line_pct", Number, "percent of GDP", 0, 15, 3.5, "3.5", [], SettingYears.None, true, false, Projection, "End of the comparison line in 2035.", "The Hague declaration, 25 June 2025 (at least 3.5 percent core by 2035); the straight line is this program's convention"),
        new(Setting.ShareBasis, "share_basis", Choice, "", 0, 0, 0, "real", ["real", "current"], SettingYears.None, true, false, Projection, "Whether a target share is read on NATO's real GDP or at current prices.", "NATO table 3 uses real GDP"),
        new(Setting.Definition, "definition", Choice, "", 0, 0, 0, "nato", ["nato", "national"], SettingYears.None, true, true, Projection, "Whether budget amounts are on NATO's definition or the country's own.", "NATO definition"),
        new(Setting.DelayYears, "delay_years", WholeNumber, "years", 0, 30, 0, "0", [], FromOnly, true, true, Projection, "The path after the year in from comes this many years later; the share stands still in between.", "no delay unless stated"),
        new(Setting.DeliveryPct, "delivery_pct", Number, "percent of the planned rise", 0, 150, 100, "100", [], FromTo, true, true, Projection, "The part of a planned rise that arrives.", "no shortfall unless stated"),
        new(Setting.MaxStepPp, "max_step_pp", Number, "points of GDP a year", 0, 15, Unlimited, "no cap", [], FromTo, true, true, Projection, "Largest rise of the share in one year; falls are not limited.", "no cap unless stated"),
        new(Setting.MaxGrowthPct, "max_growth_pct", Number, "percent a year, real", 0, 500, Unlimited, "no cap", [], FromTo, true, true, Projection, "Largest real growth of spending in one year; falls are not limited.", "no cap unless stated"),
        new(Setting.Step5Pp, "step5_pp", Number, "points of GDP a year over five years", 0, 15, None, "by the set of limits", [], SettingYears.None, true, true, Fastest, "Largest average rise of the share over five years on a fastest path.", "percentiles of allies' episodes since 2021"),
        new(Setting.Growth5Pct, "growth5_pct", Number, "percent a year over five years, real", 0, 500, None, "by the set of limits", [], SettingYears.None, true, true, Fastest, "Largest average real growth over five years on a fastest path.", "percentiles of allies' episodes since 2021"),
        new(Setting.GrowthPp, "growth_pp", Number, "points of real GDP growth a year", -50, 50, 0, "0", [], FromTo, true, true, Projection, "Added to real GDP growth in the years named.", "no shock unless stated"),
        new(Setting.InflationPp, "inflation_pp", Number, "points of deflator growth a year", -50, 100, 0, "0", [], FromTo, true, true, Projection, "Added to the growth of the GDP deflator in the years named; exchange rates move with relative inflation.", "no shock unless stated"),
        new(Setting.InterestPp, "interest_pp", Number, "points of interest", -10, 50, 0, "0", [], FromTo, true, true, Debt, "Added to the interest rate on extra debt.", "no shock unless stated"),
        new(Setting.BudgetsFollow, "budgets_follow", Choice, "", 0, 0, 0, "gdp", ["gdp", "plan"], SettingYears.None, true, true, Projection, "Under a growth shock, whether the share stands and money falls with GDP (gdp) or real money stands and the share moves (plan).", "judgement"),
        new(Setting.BorrowedPct, "borrowed_pct", Number, "percent of extra spending", 0, 100, 100, "100", [], FromTo, true, true, Debt, "The part of extra spending that is borrowed; outputs always show 100, 67 and 0.", "the IMF finds about two thirds in past booms"),
        new(Setting.InBaselinePct, "in_baseline_pct", Number, "percent of the rise", 0, 100, 0, "0", [], SettingYears.None, true, true, Debt, "The part of the rise that the IMF path already holds.", "upper bound of the debt effect unless stated"),
        new(Setting.Multiplier, "multiplier", Number, "GDP per unit of domestic spending, first year", 0, 3, 0.7, "0.7", [], SettingYears.None, true, true, Debt, "Effect of extra domestic defence spending on GDP.", "Ramey and Zubairy 2018"),
        new(Setting.ImportPct, "import_pct", Number, "percent of extra spending", 0, 100, None, "USA 5, FRA 10, others 30", [], SettingYears.None, true, true, Debt, "The part of extra spending that goes abroad.", "judgement"),
        new(Setting.FadePct, "fade_pct", Number, "percent a year", 0, 100, 10, "10", [], SettingYears.None, true, true, Debt, "How fast the effect on GDP fades.", "judgement"),
        new(Setting.TaxDrag, "tax_drag", Number, "GDP per unit of offset", 0, 3, 0.4, "0.4", [], SettingYears.None, true, true, Debt, "Effect on GDP of the taxes or cuts that pay for the part not borrowed.", "judgement"),
        new(Setting.SemiElasticity, "semi_elasticity", Number, "points of balance per point of GDP", 0, 1, None, "revenue over GDP of the base year", [], SettingYears.None, true, true, Debt, "How much of extra GDP comes back to the budget.", "IMF WEO revenue ratio"),
        new(Setting.DeficitLimitPct, "deficit_limit_pct", Number, "percent of GDP", 0, 30, None, "3 for EU members, else the larger of 3 and the IMF deficit", [], SettingYears.None, true, true, Fastest, "Deficit up to which a fastest path may borrow.", "EU treaty reference value; a yardstick elsewhere"),
        new(Setting.OffsetsPpPerYear, "offsets_pp_per_year", Number, "points of GDP a year", 0, 10, None, "by the set of limits", [], FromTo, true, true, Fastest, "Taxes and cuts that a fastest path may add each year.", "percentiles of structural balance gains, WEO 1995-2025"),
        new(Setting.OffsetsMaxPp, "offsets_max_pp", Number, "points of GDP", 0, 20, None, "by the set of limits", [], SettingYears.None, true, true, Fastest, "Taxes and cuts that a fastest path may add in all.", "percentiles of structural balance gains, WEO 1995-2025"),
        new(Setting.Limits, "limits", Choice, "", 0, 0, 0, "precedented", ["precedented", "exceptional", "none"], SettingYears.None, false, true, Fastest, "The named set of limits of a fastest path.", "75th and 90th percentiles of allies' episodes since 2021"),
        new(Setting.EquipmentOfRisePct, "equipment_of_rise_pct", Number, "percent of the rise", 0, 100, None, "the member's base-year equipment share", [], SettingYears.None, true, true, Projection, "The part of extra spending that buys equipment.", "NATO table 8a, last published year"),
        new(Setting.StartPct, "start_pct", Number, "percent of GDP", 0, 15, None, "none: NATO publishes no country table", [], SettingYears.None, true, true, Projection, "Base-year share of the related leg; needed by every related path.", "must be stated"),
        new(Setting.NewMoneyPct, "new_money_pct", Number, "percent of the related leg's rise", 0, 100, 0, "0", [], SettingYears.None, true, true, Debt, "The part of the related leg's rise that is new money.", "published work treats it as mostly existing money"),
        new(Setting.BackfillPct, "backfill_pct", Number, "percent of the fall", 0, 200, 0, "0", [], FromTo, true, true, Backfill, "The part of the others' fall that the members named take over.", "nothing unless stated"),
        new(Setting.BackfillFor, "backfill_for", Members, "", 0, 0, None, "nobody", [], SettingYears.None, true, false, Backfill, "Whose fall is taken over.", "nobody unless stated"),
        new(Setting.BackfillBy, "backfill_by", Choice, "", 0, 0, 0, "gdp", ["gdp", "gap", "room"], SettingYears.None, true, true, Backfill, "How the amount is shared out: by GDP, by distance to the line, by fiscal room.", "judgement"),
        new(Setting.BackfillAgainst, "backfill_against", Choice, "", 0, 0, 0, "today", ["today", "trend"], SettingYears.None, true, false, Backfill, "Against which amount a fall is measured: the base year's, or the held share's.", "judgement"),
    ];

    private static readonly Dictionary<string, SettingDefinition> ByName = All.ToDictionary(d => d.Name, StringComparer.Ordinal);

    /// <summary>The definition of a setting.</summary>
    /// <param name="setting">The setting.</param>
    public static SettingDefinition Of(Setting setting) => All[(int)setting];

    /// <summary>Finds a setting by its name in files, exactly as written.</summary>
    /// <param name="name">Lower-case name.</param>
    /// <param name="definition">The definition when found.</param>
    public static bool TryFind(string name, [MaybeNullWhen(false)] out SettingDefinition definition) =>
        ByName.TryGetValue(name, out definition);
}
