using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Pathways;
using static Simulator.Tests.Engine.PathAssert;
using static Simulator.Tests.Engine.SmallAlliance;

namespace Simulator.Tests.Engine;

/// <summary>Every kind of path row, worked out by hand; shares from 2026 on.</summary>
public class PathRowTests
{
    [Fact]
    public void Without_rows_everyone_holds()
    {
        World world = Run([]);
        for (int year = 2026; year <= 2036; year++)
        {
            Assert.Equal(2.0, world.Share(Aaa, year));
            Assert.Equal(1.5, world.Share(Bbb, year));
            Assert.Equal(4.0, world.Share(Ccc, year));
            Assert.Equal(0.0, world.Share(Isl, year));
        }

        // BBB: GDP 100,000 × 1.1² in 2028, of which 1.5 %.
        Assert.Equal(121_000, world.GdpConstUsdM[world.At(Bbb, 2028)], 1e-6);
        Assert.Equal(1815, world.SpendingConstUsdM[world.At(Bbb, 2028)], 1e-8);
        Assert.All(world.PriceFactor, f => Assert.Equal(1.0, f));
        Assert.All(world.RelatedSharePct, r => Assert.True(double.IsNaN(r)));
    }

    [Fact]
    public void At_least_climbs_and_leaves_those_above()
    {
        World world = Run(Row(PathWhat.AtLeastPct, Armed, 3.5, to: 2031));

        // AAA: 2.0 + 1.5·n/5; BBB: 1.5 + 2.0·n/5; CCC stands at 4.0.
        Follows([2.0, 2.3, 2.6, 2.9, 3.2, 3.5, 3.5], world.Shares(Aaa));
        Follows([1.5, 1.9, 2.3, 2.7, 3.1, 3.5, 3.5], world.Shares(Bbb));
        Assert.All(world.Shares(Ccc), s => Assert.Equal(4.0, s));
        Assert.Equal(3.5, world.Share(Aaa, 2031));
        Assert.Equal(3.5, world.Share(Bbb, 2036));
    }

    [Fact]
    public void At_least_is_a_floor_at_the_target_for_a_path_that_falls_under_it_later()
    {
        // CCC falls 4, 3.5, 3, 2.5, 2; it met 3.2 when the floor began, so the floor is 3.2 from the next year on.
        World world = Run([
            Row(PathWhat.SharePct, C, 2, to: 2030),
            Row(PathWhat.AtLeastPct, C, 3.2, to: 2032)]);
        Follows([4, 3.5, 3.2, 3.2, 3.2, 3.2], world.Shares(Ccc));
    }

    [Fact]
    public void A_row_leaves_the_path_alone_through_its_first_year()
    {
        // From 2028: 2.0 then; 1.5 points in the three years to 2031.
        World world = Run(Row(PathWhat.AtLeastPct, A, 3.5, to: 2031, from: 2028));
        Follows([2.0, 2.0, 2.0, 2.5, 3.0, 3.5, 3.5], world.Shares(Aaa));
    }

    [Fact]
    public void A_later_row_starts_where_the_earlier_ones_have_brought_the_path()
    {
        // First to 3.0 in 2028 (2.5, 3.0), then from 3.0 in 2028 down to 2.0 in 2030.
        World world = Run([
            Row(PathWhat.SharePct, A, 3, to: 2028),
            Row(PathWhat.SharePct, A, 2, to: 2030, from: 2028)]);
        Follows([2.0, 2.5, 3.0, 2.5, 2.0, 2.0], world.Shares(Aaa));
    }

    [Fact]
    public void Share_goes_up_and_down()
    {
        World world = Run(Row(PathWhat.SharePct, A.Union(C), 3, to: 2030));
        Follows([2.0, 2.25, 2.5, 2.75, 3.0, 3.0], world.Shares(Aaa));
        Follows([4.0, 3.75, 3.5, 3.25, 3.0, 3.0], world.Shares(Ccc));
        Assert.Equal(3.0, world.Share(Ccc, 2030));
    }

    [Fact]
    public void Shares_by_year_are_joined_by_straight_lines_and_the_last_is_held()
    {
        World world = Run(Row(PathWhat.SharePct, A.Union(C)) with { ByYear = ByYear((2028, 2.4), (2031, 3.0), (2032, 2.5)) });
        Follows([2.0, 2.2, 2.4, 2.6, 2.8, 3.0, 2.5, 2.5, 2.5], world.Shares(Aaa));
        Follows([4.0, 3.2, 2.4, 2.6, 2.8, 3.0, 2.5, 2.5, 2.5], world.Shares(Ccc));
    }

    [Fact]
    public void Shares_by_year_start_from_the_path_so_far()
    {
        // The first row gives 2.6 in 2028; from there 0.6 down in two years.
        World world = Run([
            Row(PathWhat.AtLeastPct, A, 3.5, to: 2031),
            Row(PathWhat.SharePct, A, from: 2028) with { ByYear = ByYear((2030, 2.0)) }]);
        Follows([2.0, 2.3, 2.6, 2.3, 2.0, 2.0, 2.0], world.Shares(Aaa));
    }

    [Fact]
    public void A_share_of_a_year_after_the_horizon_bends_the_path_before_it()
    {
        // 2046 is 20 years away, the horizon 10: half of the way from 2 to 4.
        World world = Run(Row(PathWhat.SharePct, A) with { ByYear = ByYear((2046, 4.0)) });
        Assert.Equal(3.0, world.Share(Aaa, 2036), 1e-12);
    }

    [Fact]
    public void Points_are_added_along_the_way_or_at_once()
    {
        Follows([2.0, 2.25, 2.5, 2.5], Run(Row(PathWhat.ShareAddPp, A, 0.5, to: 2028)).Shares(Aaa));
        Follows([2.0, 2.5, 2.5, 2.5], Run(Row(PathWhat.ShareAddPp, A, 0.5)).Shares(Aaa));
        Follows([2.0, 2.0, 2.0, 1.7, 1.7], Run(Row(PathWhat.ShareAddPp, A, -0.3, from: 2028)).Shares(Aaa));

        // On top of a climb: 2.3 + 0.5 in 2027.
        World both = Run([Row(PathWhat.AtLeastPct, A, 3.5, to: 2031), Row(PathWhat.ShareAddPp, A, 0.5)]);
        Follows([2.0, 2.8, 3.1, 3.4, 3.7, 4.0, 4.0], both.Shares(Aaa));
    }

    [Fact]
    public void Real_growth_is_growth_of_money()
    {
        // AAA's GDP stands: 2·1.1ⁿ. BBB's grows as fast as its budget. CCC's shrinks by a fifth: 4/0.8, 4/0.64.
        Follows([2.0, 2.2, 2.42, 2.662], Run(Row(PathWhat.RealGrowthPct, A, 10)).Shares(Aaa));
        Follows([1.5, 1.5, 1.5, 1.5], Run(Row(PathWhat.RealGrowthPct, B, 10)).Shares(Bbb));
        Follows([4.0, 5.0, 6.25, 7.8125], Run(Row(PathWhat.RealGrowthPct, C, 0)).Shares(Ccc));

        // Through 2028, then the share is held: 1.5·1.21/1.1 = 1.65, ·1.1 = 1.815.
        Follows([1.5, 1.65, 1.815, 1.815, 1.815], Run(Row(PathWhat.RealGrowthPct, B, 21, to: 2028)).Shares(Bbb));
    }

    [Fact]
    public void Real_change_is_reached_at_a_constant_rate()
    {
        // −19 % in two years is −10 % a year: 1.8, 1.62.
        Follows([2.0, 1.8, 1.62, 1.62], Run(Row(PathWhat.RealChangePct, A, -19, to: 2028)).Shares(Aaa));

        // +44 % in two years is +20 % a year against GDP of +10 %.
        World up = Run(Row(PathWhat.RealChangePct, B, 44, to: 2028));
        Follows([1.5, 1.5 * 1.2 / 1.1, 1.5 * 1.44 / 1.21, 1.5 * 1.44 / 1.21], up.Shares(Bbb));
        Assert.Equal(1500 * 1.44, up.SpendingConstUsdM[up.At(Bbb, 2028)], 1e-9);

        // From a year in which a climb has brought 2.6 (2028): half of that amount in 2030.
        World cut = Run([Row(PathWhat.AtLeastPct, A, 3.5, to: 2031), Row(PathWhat.RealChangePct, A, -50, to: 2030, from: 2028)]);
        Follows([2.0, 2.3, 2.6, 2.6 * Math.Sqrt(0.5), 1.3, 1.3], cut.Shares(Aaa));
    }

    [Fact]
    public void Budgets_are_read_as_parts_of_nominal_gdp()
    {
        // AAA: nominal GDP grows by its 2 % of prices. 4.1616 bn in 2028 is twice its 2 bn after 1.02²: share 4, half-way 3.
        World world = Run(Row(PathWhat.BudgetBn, A) with { ByYear = ByYear((2026, 2), (2028, 4.1616)) });
        Follows([2.0, 3.0, 4.0, 4.0, 4.0], world.Shares(Aaa));

        // BBB: nominal GDP grows by 1.1 × 1.02 = 1.122 a year; the same money then is a smaller share.
        World level = Run(Row(PathWhat.BudgetBn, B) with { ByYear = ByYear((2026, 1.5), (2027, 1.5)) });
        Follows([1.5, 1.5 / 1.122, 1.5 / 1.122], level.Shares(Bbb));
    }

    [Fact]
    public void A_budget_on_another_definition_is_scaled_or_counts_at_face_value()
    {
        // NATO counts 2 bn in 2026 where the budget says 1.6: 2.4 bn in 2028 is scaled to 2.4·2/1.6 = 3, or stands as it is.
        PathRow row = Row(PathWhat.BudgetBn, A) with { ByYear = ByYear((2026, 1.6), (2028, 2.4 * 1.02 * 1.02)) };
        Follows([2.0, 2.5, 3.0, 3.0], Run(row, Set(Setting.Definition, A, 1)).Shares(Aaa));
        Follows([2.0, 2.2, 2.4, 2.4], Run(row).Shares(Aaa));
        Follows([2.0, 2.2, 2.4, 2.4], Run(row, Set(Setting.Definition, Armed, 1), Set(Setting.Definition, A, 0)).Shares(Aaa));

        // Within 1 percent the stated amount is NATO's own, rounded: the path starts at it.
        PathRow near = Row(PathWhat.BudgetBn, A) with { ByYear = ByYear((2026, 2.01), (2027, 2.01 * 1.02)) };
        Follows([2.0, 2.0, 2.0], Run(near).Shares(Aaa));
    }

    [Fact]
    public void A_budget_that_starts_later_leaves_the_path_until_then()
    {
        // Through 2027 the climb (2.3); 2029 is 2·1.02³·1.5: share 3.0; half-way 2.65.
        World world = Run([
            Row(PathWhat.AtLeastPct, A, 3.5, to: 2031),
            Row(PathWhat.BudgetBn, A, from: 2027) with { ByYear = ByYear((2026, 2), (2029, 2 * 1.5 * 1.02 * 1.02 * 1.02)) }]);
        Follows([2.0, 2.3, 2.65, 3.0, 3.0], world.Shares(Aaa));
    }

    [Fact]
    public void A_budget_after_the_economys_last_year_is_refused_and_announced()
    {
        PathRow row = Row(PathWhat.BudgetBn, A) with { ByYear = ByYear((2026, 50), (2040, 90)) };
        Assert.Equal(2040, Plan.LastYearNeeded(Scenario([row])));
        Assert.Equal(0, Plan.LastYearNeeded(Scenario([Row(PathWhat.AtLeastPct, A, 3, to: 2045)])));
        Assert.Throws<ArgumentException>(() => Run(row));
        Assert.Equal(2040, Run(Macro(2040), [row]).Macro.LastYear);
    }

    [Fact]
    public void A_national_plan_replaces_the_path_from_the_base_year_on()
    {
        var plan = new NationalPlan(
            Aaa,
            [
                new PlanPoint(2028, 3.0, PlanPointKind.Exact),
                new PlanPoint(2030, 2.5, PlanPointKind.AtLeast),
                new PlanPoint(2032, 2.6, PlanPointKind.Approx),
            ],
            RefusesPledge: false,
            "a plan");
        MacroPath macro = Macro(2036, plan);
        PathRow hold = Row(PathWhat.Plan, Armed) with { Continuation = PlanContinuation.ThenHold };
        World world = Run(macro, [Row(PathWhat.SharePct, A, 9, to: 2027), hold]);

        // The floor of 2.5 does not bind under 3.0; then down to 2.6 in 2032.
        Follows([2.0, 2.5, 3.0, 3.0, 3.0, 2.8, 2.6, 2.6, 2.6, 2.6], world.Shares(Aaa));
        Follows([1.5, 1.5, 1.5], world.Shares(Bbb));

        // then-hague: from 2.6 in 2032 to 3.5 in 2035, 0.3 a year; BBB in nine years from the base year; CCC is above.
        World hague = Run(macro, [hold with { Continuation = PlanContinuation.ThenHague }]);
        Follows([2.0, 2.5, 3.0, 3.0, 3.0, 2.8, 2.6, 2.9, 3.2, 3.5, 3.5], hague.Shares(Aaa));
        Follows([1.5, 1.5 + (2.0 / 9), 1.5 + (4.0 / 9)], hague.Shares(Bbb));
        Assert.All(hague.Shares(Ccc), s => Assert.Equal(4.0, s));
    }

    [Fact]
    public void Hold_goes_back_to_the_base_share()
    {
        PathRow climb = Row(PathWhat.AtLeastPct, A, 3.5, to: 2031);
        Assert.All(Run([climb, Row(PathWhat.Hold, A)]).Shares(Aaa), s => Assert.Equal(2.0, s));
        Follows([2.0, 2.3, 2.6, 2.9, 3.2, 3.5], Run([Row(PathWhat.Hold, A), climb]).Shares(Aaa));
        Follows([2.0, 2.3, 2.6, 2.0, 2.0], Run([climb, Row(PathWhat.Hold, A, from: 2028)]).Shares(Aaa));
    }

    [Fact]
    public void A_target_at_current_prices_is_scaled_by_the_base_years_ratio()
    {
        // AAA spends 1.6 at current prices, 2.0 of real GDP: 3.2 on the current basis is 4.0 on NATO's.
        SettingRow basis = Set(Setting.ShareBasis, A, 1);
        World world = Run(Row(PathWhat.AtLeastPct, Armed, 3.2, to: 2030), basis);
        Follows([2.0, 2.5, 3.0, 3.5, 4.0], world.Shares(Aaa));
        Follows([1.5, 1.925, 2.35, 2.775, 3.2], world.Shares(Bbb));
        Follows([2.0, 2.5, 3.0], Run(Row(PathWhat.SharePct, A) with { ByYear = ByYear((2028, 2.4)) }, basis).Shares(Aaa));

        // Points of GDP are points of GDP.
        Follows([2.0, 2.5], Run(Row(PathWhat.ShareAddPp, A, 0.5), basis).Shares(Aaa));
    }

    public static TheoryData<string, PathRow> ImpossibleRows => new()
    {
        { "starts before", Row(PathWhat.AtLeastPct, A, 3, to: 2030, from: 2025) },
        { "ends before", Row(PathWhat.AtLeastPct, A, 3, to: 2028, from: 2028) },
        { "without forces", Row(PathWhat.AtLeastPct, MemberSet.Of(Isl), 3, to: 2030) },
        { "no year of arrival", Row(PathWhat.AtLeastPct, A, 3) },
        { "no year of arrival", Row(PathWhat.RealChangePct, A, 3) },
        { "without start_pct", Row(PathWhat.AtLeastPct, A, 3, to: 2030) with { Leg = Leg.Related } },
        { "related leg", Row(PathWhat.AtLeastPct, A, 3) with { Shape = Shape.Fastest, Leg = Leg.Related } },
        { "year of arrival", Row(PathWhat.AtLeastPct, A, 3, to: 2030) with { Shape = Shape.Fastest } },
        { "floors by year", Row(PathWhat.AtLeastPct, A) with { ByYear = ByYear((2030, 3)), To = 2030 } },
        { "no amount of 2026", Row(PathWhat.BudgetBn, A) with { ByYear = ByYear((2030, 3)) } },
        { "none after its start", Row(PathWhat.SharePct, A, from: 2031) with { ByYear = ByYear((2030, 3)) } },
    };

    [Theory]
    [MemberData(nameof(ImpossibleRows))]
    public void What_the_reader_refuses_is_an_impossible_state_here(string fault, PathRow row)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => Run(row));
        Assert.Contains(fault, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_economy_of_another_edition_is_refused() =>
        Assert.Throws<ArgumentException>(() => Projector.Run(Scenario([]), Macro().Edition, Macro()));
}
