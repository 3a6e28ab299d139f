using Simulator.Uncertainty;

namespace Simulator.Reports.Figures;

/// <summary>Shares and money of scenarios.</summary>
internal static class ScenarioRecipes
{
    /// <summary>The figures.</summary>
    public static IReadOnlyList<FigureRecipe> All { get; } =
    [
        new("trajectories", FigureScope.Scenario, "shares of chosen members by year, one line each", true, ScenarioLines.Trajectories) { MinimumWidth = 340 },
        new("members", FigureScope.Scenario, "share of every member by year, a small panel each", true, ShareFigures.Members),
        new("ranking", FigureScope.Scenario, "every member today and in the headline year against the line", true, ShareFigures.Ranked),
        new("total", FigureScope.Scenario, "spending of the alliance by year, the United States apart", true, ShareFigures.Total),
        new("extra-money", FigureScope.Scenario, "spending above today's share by member, in two price bases", true, ScenarioMoney.Extra) { MinimumWidth = 340 },
        new("heat-map", FigureScope.Scenario, "share of every member by year, a cell each, in classes", true, ShareFigures.HeatMap) { MinimumWidth = 340 },
        new("shortfall", FigureScope.Scenario, "short of the line by member in two years, in money and in points", true, ScenarioMoney.Shortfall) { MinimumWidth = 700, Lacks = ScenarioMoney.LacksShortfall },
        new("waterfall", FigureScope.Scenario, "what makes up the rise for Europe or chosen members: growth, share, prices", true, ScenarioMoney.Bridge) { MinimumWidth = 340 },
        new("range", FigureScope.Scenario, "share of Europe, a group or one member over draws, with scenarios", true, RangeFigure.Build)
        {
            MinimumWidth = 340,
            Lacks = RangeFigure.Lacks,
            NeedsDraws = true,
        },
        new("range-debt", FigureScope.Scenario, "debt over draws: the six largest debts or chosen members", true, RangeDebtFigure.Build)
        {
            Lacks = RangeDebtFigure.Lacks,
            NeedsDraws = true,
            Reads = DrawnSeries.Debt,
        },
        new("range-money", FigureScope.Scenario, "spending in money over draws: groups, or chosen members", true, RangeMoneyFigure.Build)
        {
            MinimumWidth = 340,
            Lacks = RangeMoneyFigure.Lacks,
            NeedsDraws = true,
            Reads = DrawnSeries.MemberMoney,
        },
        new("bill", FigureScope.Member, "one member's bill: today, extra, total, a head and in the budget", false, ScenarioMoney.Bill)
        {
            Lacks = ScenarioMoney.LacksBill,
            MinimumWidth = 700,
        },
        new("comparison", FigureScope.Run, "scenarios on one axis, for Europe or chosen members", true, ScenarioLines.Comparison)
        {
            Lacks = r => ScenarioLines.LacksScenarios(r, 2),
            MinimumWidth = 340,
        },
        new("shapes", FigureScope.Run, "scenarios side by side: the way to the end, for Europe or chosen members", false, ScenarioLines.Shapes)
        {
            Lacks = r => ScenarioLines.LacksScenarios(r, 2),
        },
        new("fan", FigureScope.Run, "the span of all scenarios with each as a line; no probability", true, ScenarioLines.Spread)
        {
            Lacks = r => ScenarioLines.LacksScenarios(r, 3),
            MinimumWidth = 340,
        },
    ];
}
