using Simulator.Alliance;
using Simulator.Pathways;

namespace Simulator.Engine;

/// <summary>
/// A scenario compiled against an edition and its economy: columns of numbers, path rows with their operations, and the column
/// that holds for each setting, member and year. Immutable; shared by threads. Arrays by year are year-major
/// [t × members + member], t = 0 in the base year.
/// </summary>
public sealed class Plan
{
    internal Plan(Scenario scenario, MacroPath macro)
    {
        Scenario = scenario;
        Macro = macro;
        Delivery = new SettingGrid(Years, Members);
        MaxStep = new SettingGrid(Years, Members);
        MaxGrowth = new SettingGrid(Years, Members);
        GrowthShock = new SettingGrid(Years, Members);
        InflationShock = new SettingGrid(Years, Members);
        DeliveryFrom = new int[Years * Members];
        DelayYears = new int[Members];
        DelayFrom = new int[Members];
        RelatedStart = new int[Members];
        BaseSharePct = new double[Members];
        OnePercentOfGdpConstUsdM = new double[Years * Members];
        GdpBeforeOverGdp = new double[Years * Members];
    }

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>The unshocked economy.</summary>
    public MacroPath Macro { get; }

    /// <summary>Base year b.</summary>
    public int BaseYear => Macro.BaseYear;

    /// <summary>Number of years, the base year included.</summary>
    public int Years => Macro.Years;

    /// <summary>Number of members.</summary>
    public int Members => Macro.Members;

    /// <summary>The value of each column as the scenario states it; column 0 stands for "nothing stated" and is NaN.</summary>
    public ReadOnlySpan<double> Columns => ColumnValues;

    /// <summary>True when the scenario moves the related leg of any member.</summary>
    public bool HasRelated { get; internal set; }

    /// <summary>True when members take over others' fall.</summary>
    public bool HasBackfill => Backfill is not null;

    /// <summary>True when growth or prices differ from the unshocked economy.</summary>
    public bool HasShocks => !GrowthShock.IsEmpty || !InflationShock.IsEmpty;

    /// <summary>True when debt and balance are computed.</summary>
    public bool HasFiscal => Fiscal.Variants.Length > 0;

    internal FiscalPlan Fiscal { get; set; } = FiscalPlan.None;

    internal double[] ColumnValues { get; set; } = [];

    /// <summary>The column of every setting row that is a number in the year loop; a row may have several.</summary>
    internal List<(SettingRow Row, int Column)> SettingColumns { get; } = [];

    /// <summary>What became of every path row.</summary>
    internal List<(PathRow Row, PlanRow Compiled)> PathRows { get; } = [];

    internal PlanRow[] CoreRows { get; set; } = [];

    internal PlanRow[] RelatedRows { get; set; } = [];

    /// <summary>Roster index of each operation's member.</summary>
    internal int[] OperationMember { get; set; } = [];

    /// <summary>By how much each operation multiplies its row's target: the member's ratio of real to current-price share, or 1.</summary>
    internal double[] OperationScale { get; set; } = [];

    internal double[] BaseSharePct { get; }

    /// <summary>One hundredth of unshocked real GDP: spending is share × this, without a division in the loop.</summary>
    internal double[] OnePercentOfGdpConstUsdM { get; }

    /// <summary>Unshocked real GDP of the year before over that of the year; 1 in the base year.</summary>
    internal double[] GdpBeforeOverGdp { get; }

    /// <summary>Column of the base-year share of the related leg, by member; 0 for members without one.</summary>
    internal int[] RelatedStart { get; }

    /// <summary>Column of the delay, by member; 0 for members without one.</summary>
    internal int[] DelayYears { get; }

    /// <summary>Index of the year from which a delay counts, by member.</summary>
    internal int[] DelayFrom { get; }

    internal bool HasDelay { get; set; }

    internal SettingGrid Delivery { get; }

    /// <summary>Index of the year from which the delivery of a year and member counts its rise.</summary>
    internal int[] DeliveryFrom { get; }

    internal SettingGrid MaxStep { get; }

    internal SettingGrid MaxGrowth { get; }

    internal bool HasCaps => !MaxStep.IsEmpty || !MaxGrowth.IsEmpty;

    internal SettingGrid GrowthShock { get; }

    internal SettingGrid InflationShock { get; }

    /// <summary>The limits of fastest paths; null where no row and no rule asks for them.</summary>
    internal FastestPlan? Fastest { get; set; }

    /// <summary>Who takes over whose fall; null where nobody does.</summary>
    internal BackfillPlan? Backfill { get; set; }

    /// <summary>Members whose real budgets stand under a growth shock (budgets_follow plan).</summary>
    internal MemberSet KeepsRealMoney { get; set; }

    /// <summary>True when stated growth shocks part some member's share of its world's GDP from its path.</summary>
    internal bool SharesLeaveThePath => HasShocks && !KeepsRealMoney.IsEmpty;

    /// <summary>True when a member's debt can be computed in every year: its IMF path, interest rate and elasticity are known.</summary>
    /// <param name="member">Roster index.</param>
    public bool KnowsDebtOf(int member) => HasFiscal && Enumerable.Range(0, Years).All(t =>
        double.IsFinite(Fiscal.ImfDebtNcuBn[(t * Members) + member])
        && double.IsFinite(Macro.InterestRatePct[(t * Members) + member])
        && double.IsFinite(ColumnValues[Fiscal.SemiElasticity.Year(t)[member]]));

    /// <summary>Compiles a scenario.</summary>
    /// <param name="scenario">The scenario, checked by the reader.</param>
    /// <param name="macro">The unshocked economy; its edition is the one that the scenario is run on.</param>
    /// <param name="withFiscal">True to compute debt and balance as well.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentException">The scenario breaks a rule that the reader checks, the edition lacks a base-year
    /// amount of a member with forces, a budget lies beyond the economy's last year (see <see cref="LastYearNeeded"/>), or debt is
    /// asked for and the economy was built without its fiscal columns.</exception>
    public static Plan Compile(Scenario scenario, MacroPath macro, bool withFiscal = false) =>
        PlanCompiler.Compile(scenario, macro, withFiscal);

    /// <summary>The last year for which a scenario needs an economy: that of its last budget amount; 0 when it has none.</summary>
    /// <param name="scenario">The scenario.</param>
    public static int LastYearNeeded(Scenario scenario) => scenario.Paths
        .Where(r => r.What == PathWhat.BudgetBn)
        .SelectMany(r => r.ByYear)
        .Select(v => v.Year)
        .DefaultIfEmpty(0)
        .Max();
}
