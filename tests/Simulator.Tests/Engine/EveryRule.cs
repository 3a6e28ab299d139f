using Simulator.Alliance;
using Simulator.Pathways;
using static Simulator.Tests.Engine.SmallAlliance;

namespace Simulator.Tests.Engine;

/// <summary>A scenario that uses every rule of the year loop at once, on the alliance of four.</summary>
internal static class EveryRule
{
    public static Scenario Scenario { get; } = Build();

    private static readonly SmallBudgets Budgets = new()
    {
        DeficitPct = [[2, 3, 5, 4, 3, 3], [1, 2, 2, 2, 2, 2], [6, 6, 5, 5, 4, 4]],
        Union = A.Union(B),
        EscapeClauseUsers = A,
        SharePct2021 = [1.2, 1.4, 4],
        Plans = [new WeoContentPoint(Bbb, 2029, 2.4, "a law")],
    };

    public static MacroPath Macro { get; } = Budgets.On(SmallAlliance.Macro(2040, new NationalPlan(
        Ccc, [new PlanPoint(2030, 4.5, PlanPointKind.Exact)], false, "a plan")));

    private static Scenario Build()
    {
        PathRow Shaped(PathWhat what, MemberSet members, Shape shape, double value, int to = 2032, int from = BaseYear) =>
            Row(what, members, 3.5, to, from) with { Shape = shape, ShapeValue = value };

        return SmallAlliance.Scenario(
            [
                Row(PathWhat.AtLeastPct, Armed, 3, to: 2030),
                Shaped(PathWhat.AtLeastPct, A, Shape.Front, 2),
                Shaped(PathWhat.AtLeastPct, B, Shape.Back, 2.5),
                Shaped(PathWhat.SharePct, C, Shape.SCurve, 0),
                Shaped(PathWhat.AtLeastPct, Armed, Shape.Geometric, 0, 2034, 2028),
                Shaped(PathWhat.SharePct, A, Shape.Step, 0.1, 0, 2029),
                Shaped(PathWhat.AtLeastPct, B, Shape.Growth, 14, 0, 2027),
                Shaped(PathWhat.SharePct, C, Shape.Close, 15, 0),
                Row(PathWhat.Plan, C) with { Continuation = PlanContinuation.ThenHague },
                Row(PathWhat.SharePct, B, from: 2031) with { ByYear = ByYear((2033, 2.9), (2036, 4)) },
                Row(PathWhat.BudgetBn, C, from: 2034) with { ByYear = ByYear((2026, 4), (2037, 1.2)) },
                Row(PathWhat.RealGrowthPct, A, 4, to: 2037, from: 2033),
                Row(PathWhat.RealChangePct, B, -20, to: 2040, from: 2036),
                Row(PathWhat.ShareAddPp, Armed, 0.3, to: 2039, from: 2035),
                Shaped(PathWhat.AtLeastPct, A.Union(B), Shape.Fastest, 0, 0, 2029),
                Row(PathWhat.AtLeastPct, A.Union(MemberSet.Of(Isl)), 1.5, to: 2035) with { Leg = Leg.Related },
            ],
            Set(Setting.StartPct, A.Union(MemberSet.Of(Isl)), 0.4),
            Set(Setting.DelayYears, A.Union(B), 1, from: 2028),
            Set(Setting.DeliveryPct, A.Union(C), 80, from: 2027, to: 2034),
            Set(Setting.MaxStepPp, Armed, 0.4),
            Set(Setting.MaxGrowthPct, B, 18, from: 2028),
            Set(Setting.GrowthPp, A.Union(B), -1.5, from: 2029, to: 2031),
            Set(Setting.InflationPp, C, 2, from: 2028, to: 2033),
            Set(Setting.BudgetsFollow, B, 1),
            Set(Setting.Step5Pp, B, 0.3),
            Set(Setting.OffsetsPpPerYear, A, 0.6, from: 2028, to: 2033),
            Set(Setting.DeficitLimitPct, A, 3.5),
            Set(Setting.BackfillFor, Armed, 0) with { ValueMembers = C },
            Set(Setting.BackfillPct, A.Union(B), 80, from: 2027, to: 2035),
            Set(Setting.BackfillPct, A.Union(B), 30, from: 2033),
            Set(Setting.BackfillPct, B, 20, from: 2036),
            Set(Setting.BackfillBy, A.Union(B), 1),
            Set(Setting.BackfillBy, B, 2),
            Set(Setting.BorrowedPct, A.Union(C), 40, from: 2029),
            Set(Setting.NewMoneyPct, A, 50),
            Set(Setting.InBaselinePct, C, 30),
            Set(Setting.InterestPp, B, 0.5, from: 2030));
    }
}
