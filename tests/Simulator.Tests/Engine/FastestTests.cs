using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Pathways;
using static Simulator.Tests.Engine.PathAssert;
using static Simulator.Tests.Engine.SmallAlliance;

namespace Simulator.Tests.Engine;

/// <summary>
/// Fastest paths worked out by hand: AAA at 2.0 with a GDP that stands still, BBB at 1.5 with a GDP that grows by 10 % a year.
/// The precedented limits are 0.40 points and 20 % a year, 0.25 points and 17 % a year over five years.
/// </summary>
public class FastestTests
{
    // Deficits of 0: three points of room, far above every target here.
    private static readonly SmallBudgets Sound = SmallBudgets.Level(0, 0, 0);

    [Fact]
    public void Steps_come_first_and_then_the_five_years()
    {
        // 2.0 + 0.4 (also 20 %), + 0.4, + 0.4, then 2.0 + 5·0.25 = 3.25 through 2031; 2032 counts from 2027's 2.4: 3.65.
        World world = Run(Sound.On(Macro()), [Fastest(A, 5)]);
        Follows([2.0, 2.4, 2.8, 3.2, 3.25, 3.25, 3.65, 4.05, 4.45, 4.5, 4.5], world.Shares(Aaa));
        Assert.Equal(
            [
                FastestBound.Step, FastestBound.Step, FastestBound.Step, FastestBound.SustainedStep, FastestBound.SustainedStep,
                FastestBound.Step, FastestBound.Step, FastestBound.Step, FastestBound.SustainedStep, FastestBound.SustainedStep,
            ],
            Bounds(world, Aaa, 5));
        Follows([2.0, 2.4, 2.8, 3.0, 3.0], Run(Sound.On(Macro()), [Fastest(A, 3)]).Shares(Aaa));
    }

    [Fact]
    public void Growth_counts_money()
    {
        // BBB: 20 % more money is 1.2/1.1 of the share.
        World world = Run(Sound.On(Macro()), [Fastest(B, 5)]);
        double g = 1.2 / 1.1;
        Follows([1.5, 1.5 * g, 1.5 * g * g, 1.5 * g * g * g, 1.5 * g * g * g * g], world.Shares(Bbb)[..5]);

        // 1.5·1.2^4/1.1^4 = 2.1245 in 2030; in 2031 the five years allow 3.2887/1.61051 = 2.0420, so the share stands still.
        double five = 1.5 * 1.17 * 1.17 * 1.17 * 1.17 * 1.17;
        Assert.Equal(2.0420, five / (1.1 * 1.1 * 1.1 * 1.1 * 1.1), 1e-4);
        Assert.Equal(world.Share(Bbb, 2030), world.Share(Bbb, 2031));
        Assert.Equal(
            [FastestBound.Absorption, FastestBound.Absorption, FastestBound.Absorption, FastestBound.Absorption, FastestBound.SustainedGrowth],
            Bounds(world, Bbb, 5)[..5]);
    }

    [Fact]
    public void The_exceptional_set_is_faster_and_none_drops_the_budget_alone()
    {
        // 0.65 a year (36 % is more): 2.65, 3.3, 3.95, 4.5 = 2 + 5·0.5; 20 % over five years is 4.97.
        Follows([2.0, 2.65, 3.3, 3.95, 4.5, 4.5], Run(Sound.On(Macro()), [Fastest(A, 9)], Limits(1)).Shares(Aaa));
        MacroPath broke = (SmallBudgets.Level(20, 0, 0) with { Union = A }).On(Macro());
        Assert.All(Run(broke, [Fastest(A, 5)]).Shares(Aaa), s => Assert.Equal(2.0, s));
        Follows([2.0, 2.4, 2.8, 3.2, 3.25, 3.25, 3.65], Run(broke, [Fastest(A, 5)], Limits(2)).Shares(Aaa));
    }

    [Fact]
    public void A_deficit_is_paid_for_before_the_share_rises()
    {
        // Two points over the limit, 0.4 points of offsets a year: 0 in 2031, 0.4 in 2032, and the 2.5 points leave 0.5.
        // AAA spends 1.6 at current prices and 2.0 as NATO publishes it: 0.4 points are 0.5 of the published share.
        MacroPath macro = (SmallBudgets.Level(5, 5, 0) with { Union = A.Union(B) }).On(Macro());
        World world = Run(macro, [Fastest(A.Union(B), 5)]);
        Follows([2, 2, 2, 2, 2, 2, 2.4, 2.625, 2.625, 2.625, 2.625], world.Shares(Aaa));

        // BBB has 0.4 of room in 2032 and 0.5 from 2033 on; 20 % more money comes to less until it stands at 2.0.
        double g = 1.2 / 1.1;
        Follows([1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5 * g, 1.5 * g * g, 1.5 * g * g * g, 2, 2], world.Shares(Bbb));
        Assert.Equal(
            [FastestBound.Fiscal, FastestBound.Fiscal, FastestBound.Fiscal, FastestBound.Fiscal, FastestBound.Fiscal, FastestBound.Step, FastestBound.Fiscal],
            Bounds(world, Aaa, 5)[..7]);
    }

    [Fact]
    public void Outside_the_union_the_deficit_itself_is_the_yardstick()
    {
        // BBB: L = def = 5, so offsets alone carry the rise, 0.4 a year: 1.5·1.2/1.1 = 1.636 binds first.
        World world = Run(SmallBudgets.Level(5, 5, 0).On(Macro()), [Fastest(B, 5)]);
        Assert.Equal(1.5 * 1.2 / 1.1, world.Share(Bbb, 2027), 1e-12);

        // With a limit of 4 stated: a point over, −0.6, −0.2, then 0.2 in 2029.
        World stated = Run(SmallBudgets.Level(5, 5, 0).On(Macro()), [Fastest(B, 5)], Set(Setting.DeficitLimitPct, B, 4));
        Follows([1.5, 1.5, 1.5, 1.5 * 1.2 / 1.1, 1.5 * 1.44 / 1.21], stated.Shares(Bbb));
    }

    [Fact]
    public void A_later_year_that_cannot_carry_a_share_holds_the_earlier_ones_back()
    {
        // Deficits 3 until 2029, then 4.4 in 2030: −1.4 + 1.6 = 0.2 of room, 0.25 published; 2031 and later have 2.0 and more.
        SmallBudgets budgets = new() { DeficitPct = [[3, 3, 3, 3, 4.4, 3], [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]], Union = A };
        World world = Run(budgets.On(Macro()), [Fastest(A, 5)]);
        Follows([2, 2.25, 2.25, 2.25, 2.25, 2.65], world.Shares(Aaa));
    }

    [Fact]
    public void The_run_may_end_where_it_likes()
    {
        SmallBudgets budgets = new()
        {
            DeficitPct = [[3, 3, 3, 3, 3, 4.5], [2, 3, 4, 5, 6, 4], [3, 3, 3, 3, 3, 6]],
            Union = Armed,
            EscapeClauseUsers = A,
            SharePct2021 = [1.2, 1, 3],
            Plans = [new WeoContentPoint(Bbb, 2028, 2.6, "law"), new WeoContentPoint(Bbb, 2034, 2.2, "law")],
        };
        World far = Run(budgets.On(Macro(2060)), [Fastest(Armed, 6)], Set(Setting.OffsetsPpPerYear, C, 0.7, 2030, 2040));
        for (int last = 2027; last < 2060; last += 3)
        {
            World near = Run(budgets.On(Macro(last)), [Fastest(Armed, 6)], Set(Setting.OffsetsPpPerYear, C, 0.7, 2030, 2040));
            foreach (int m in Armed)
            {
                Assert.Equal(far.Shares(m)[..near.Macro.Years], near.Shares(m));
            }
        }
    }

    [Fact]
    public void The_escape_clause_opens_only_where_it_closes_the_breach()
    {
        // F by hand, BBB (its shares are the same at current prices), deficit 5 in the Union, growth limits out of the way.
        SmallBudgets budgets = SmallBudgets.Level(0, 5, 0) with { Union = B, EscapeClauseUsers = B, SharePct2021 = [1, 0.4, 1] };
        double[] ceilings = Ceilings(budgets);

        // W = 1.5 lies 1.1 above 2021. 2026: −2 + 1.1 < 0; 2027: −1.6 + 1.1 < 0; 2028: −1.2 + 1.1 < 0: closed throughout.
        Follows([1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.9, 2.0, 2.0], ceilings);

        // With 0.1 in 2021 it is 1.4 above: 2028 has −1.2 + 1.4 ≥ 0, so 1.5 − 1.2 = 0.3 of room; after 2028 nothing of it is left.
        Follows([1.5, 1.5, 1.8, 1.5, 1.5, 1.5, 1.9], Ceilings(budgets with { SharePct2021 = [1, 0.1, 1] }));
        Follows([1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.9], Ceilings(budgets with { SharePct2021 = [1, 0.1, 1], EscapeClauseUsers = A }));
    }

    [Fact]
    public void What_the_imf_path_holds_needs_no_room()
    {
        // 1.5 to 2.5 in 2030 and 2.2 in 2033, then held: 1.75, 2.0, 2.25, 2.5, 2.4, 2.3, 2.2; no room beside it until 2032.
        SmallBudgets budgets = SmallBudgets.Level(0, 5, 0) with
        {
            Union = B,
            Plans = [new WeoContentPoint(Bbb, 2033, 2.2, "law"), new WeoContentPoint(Bbb, 2030, 2.5, "law")],
        };
        Follows([1.5, 1.75, 2.0, 2.25, 2.5, 2.4, 2.7, 2.7, 2.7], Ceilings(budgets));
    }

    [Fact]
    public void Limits_are_set_by_member_and_year()
    {
        SettingRow[] settings =
        [
            Set(Setting.MaxStepPp, A, 0.1, 2027, 2028), Set(Setting.MaxGrowthPct, A, 10, from: 2030),
            Set(Setting.Step5Pp, A, 0.3), Set(Setting.Growth5Pct, A, 9.0),
        ];

        // 0.1, 0.1, then the set's 0.4: 2.6, then 10 %: 2.86; five years of 9 % give 3.077; 2031: 3.077 (3.146 by growth).
        World world = Run(Sound.On(Macro()), [Fastest(A, 5)], settings);
        double five = 2.0 * 1.09 * 1.09 * 1.09 * 1.09 * 1.09;
        Follows([2.0, 2.1, 2.2, 2.6, 2.86, five], world.Shares(Aaa)[..6]);
        Assert.Equal(FastestBound.SustainedGrowth, Bounds(world, Aaa, 5)[4]);

        // Offsets of a point in 2028 alone and two in all: −2 in 2027, −1 in 2028, −1 until 2030, then 0.4 a year; 0 at most.
        SettingRow[] offsets =
        [
            Set(Setting.OffsetsPpPerYear, B, 0, 2027, 2027), Set(Setting.OffsetsPpPerYear, B, 1, 2028, 2028),
            Set(Setting.OffsetsPpPerYear, B, 0, 2029, 2030), Set(Setting.OffsetsMaxPp, B, 2.2),
        ];
        Follows([1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.7, 1.7], Ceilings(SmallBudgets.Level(0, 5, 0) with { Union = B }, offsets));
    }

    [Fact]
    public void A_fastest_row_that_starts_later_remembers_the_path_so_far()
    {
        // 2.0 to 2.6 in 2028 by another row, held; from 2028 0.4 more to 3.0; 2030 may reach 2.0 + 1.25 = 3.25 and so may 2031.
        // 2032 counts from 2027's 2.3: 3.55; 2033 from 2.6: 3.85; 2034 from 3.0; 2035 and 2036 from 3.25: 4.5.
        World world = Run(Sound.On(Macro()), [Row(PathWhat.SharePct, A, 2.6, to: 2028), Fastest(A, 5, from: 2028)]);
        Follows([2.0, 2.3, 2.6, 3.0, 3.25, 3.25, 3.55, 3.85, 4.25, 4.5, 4.5], world.Shares(Aaa));
    }

    [Fact]
    public void It_joins_other_rows_and_modifiers_like_any_shape()
    {
        MacroPath macro = Sound.On(Macro());

        // The higher of a steep path so far and the fastest one.
        World both = Run(macro, [Row(PathWhat.SharePct, A, 3.5, to: 2029), Fastest(A, 3)]);
        Follows([2.0, 2.5, 3.0, 3.5, 3.5], both.Shares(Aaa));

        // Down at once: no limit holds a fall. Points on top. A year late. Half of the rise. Capped by its own step.
        Follows([4.0, 3.0, 3.0], Run(macro, [Fastest(C, 3) with { What = PathWhat.SharePct }]).Shares(Ccc));
        Follows([2.0, 2.9, 3.3, 3.5], Run(macro, [Fastest(A, 3), Row(PathWhat.ShareAddPp, A, 0.5)]).Shares(Aaa));
        Follows([2.0, 2.0, 2.4, 2.8], Run(macro, [Fastest(A, 3)], Set(Setting.DelayYears, A, 1)).Shares(Aaa));
        Follows([2.0, 2.2, 2.4, 2.5], Run(macro, [Fastest(A, 3)], Set(Setting.DeliveryPct, A, 50)).Shares(Aaa));
        Follows([2.0, 2.1, 2.2, 2.3], Run(macro, [Fastest(A, 3)], Set(Setting.MaxStepPp, A, 0.1)).Shares(Aaa));
    }

    [Fact]
    public void A_member_without_a_balance_has_no_fiscal_limit_and_is_named()
    {
        SmallBudgets budgets = new() { DeficitPct = [[20, 20, 20, 20, 20, 20], [.. Enumerable.Repeat(double.NaN, 6)], [0, 0, 0, 0, 0, 0]], Union = Armed };
        MacroPath macro = budgets.On(Macro());
        Assert.Equal(B, ImfContent.Of(macro.Edition, 2036).WithoutBalance);
        Assert.Equal(1.5 * 1.2 / 1.1, Run(macro, [Fastest(B, 5)]).Share(Bbb, 2027), 1e-12);
    }

    [Fact]
    public void A_path_under_all_limits_is_bound_by_none()
    {
        World world = Run(Sound.On(Macro()), [Fastest(A, 3)], Set(Setting.DeliveryPct, A, 50));
        Assert.Equal([FastestBound.None, FastestBound.None, FastestBound.None], Bounds(world, Aaa, 3)[..3]);
    }

    internal static PathRow Fastest(MemberSet members, double target, int from = BaseYear) =>
        Row(PathWhat.AtLeastPct, members, target, from: from) with { Shape = Shape.Fastest };

    internal static SettingRow Limits(int set) => Set(Setting.Limits, Armed.Union(MemberSet.Of(Isl)), set);

    private static FastestBound[] Bounds(World world, int member, double target) =>
        [.. FastestPath.Read(
            world.Scenario, world.Macro, ImfContent.Of(world.Macro.Edition, world.Macro.LastYear), member, target, world.Shares(member)).Select(y => y.Bound)];

    private static double[] Ceilings(SmallBudgets budgets, params SettingRow[] settings)
    {
        MacroPath macro = budgets.On(Macro());
        return FiscalCeiling.ByYear(Scenario([], settings), ImfContent.Of(macro.Edition, 2036), Bbb);
    }
}
