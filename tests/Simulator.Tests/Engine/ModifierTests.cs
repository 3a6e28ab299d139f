using Simulator.Engine;
using Simulator.Pathways;
using static Simulator.Tests.Engine.PathAssert;
using static Simulator.Tests.Engine.SmallAlliance;

namespace Simulator.Tests.Engine;

/// <summary>Delay, delivery and caps, worked out by hand on AAA's climb 2.0, 2.3, 2.6, 2.9, 3.2, 3.5 (2026-2031).</summary>
public class ModifierTests
{
    private static readonly PathRow Climbs = Row(PathWhat.AtLeastPct, A, 3.5, to: 2031);

    [Fact]
    public void A_delay_shows_the_path_later()
    {
        World world = Run(Climbs, Set(Setting.DelayYears, A, 2));
        Follows([2.0, 2.0, 2.0, 2.3, 2.6, 2.9, 3.2, 3.5, 3.5], world.Shares(Aaa));

        // What was planned stays on record.
        Follows([2.0, 2.3, 2.6, 2.9, 3.2, 3.5, 3.5], SmallAlliance.Column(world, world.PlannedSharePct, Aaa));

        // From 2028: the path through 2028, 2.6 for two years, then the rest two years late.
        World later = Run(Climbs, Set(Setting.DelayYears, A, 2, from: 2028));
        Follows([2.0, 2.3, 2.6, 2.6, 2.6, 2.9, 3.2, 3.5, 3.5], later.Shares(Aaa));
    }

    [Fact]
    public void The_last_delay_that_names_a_member_holds()
    {
        World world = Run(Climbs, Set(Setting.DelayYears, Armed, 3), Set(Setting.DelayYears, A, 1), Set(Setting.DelayYears, B, 0));
        Follows([2.0, 2.0, 2.3, 2.6], world.Shares(Aaa));
    }

    [Fact]
    public void Delivery_is_a_part_of_the_rise()
    {
        Follows([2.0, 2.15, 2.3, 2.45, 2.6, 2.75, 2.75], Run(Climbs, Set(Setting.DeliveryPct, A, 50)).Shares(Aaa));
        Follows([2.0, 2.45, 2.9, 3.35, 3.8, 4.25], Run(Climbs, Set(Setting.DeliveryPct, A, 150)).Shares(Aaa));
        Assert.All(Run(Climbs, Set(Setting.DeliveryPct, A, 0)).Shares(Aaa), s => Assert.Equal(2.0, s));

        // A fall is not a rise: CCC goes down in full.
        World down = Run(Row(PathWhat.SharePct, C, 2, to: 2030), Set(Setting.DeliveryPct, C, 10));
        Follows([4, 3.5, 3, 2.5, 2, 2], down.Shares(Ccc));
    }

    [Fact]
    public void Delivery_by_year_counts_from_its_own_first_year_and_ends_with_its_last()
    {
        // 2029: p(2029) = 2.9 itself; 2030: 2.9 + half of 0.3; 2031 is not covered: all of it.
        World world = Run(Climbs, Set(Setting.DeliveryPct, A, 50, from: 2029, to: 2030));
        Follows([2.0, 2.3, 2.6, 2.9, 3.05, 3.5, 3.5], world.Shares(Aaa));

        // Without a first year it counts from the base year; a later row wins where it covers.
        World two = Run(Climbs, Set(Setting.DeliveryPct, A, 50), Set(Setting.DeliveryPct, A, 20, from: 2029, to: 2030));
        Follows([2.0, 2.15, 2.3, 2.9, 2.96, 2.75], two.Shares(Aaa));
    }

    [Fact]
    public void Delivery_comes_after_delay()
    {
        // Delayed by one: 2.0, 2.0, 2.3, 2.6 …; half of the rise from p(2028) = 2.3 of the delayed path.
        SettingRow[] settings = [Set(Setting.DeliveryPct, A, 50, from: 2028), Set(Setting.DelayYears, A, 1)];
        World world = Run(Climbs, settings);
        Follows([2.0, 2.0, 2.3, 2.45, 2.6, 2.75, 2.9, 2.9], world.Shares(Aaa));
        Assert.Equal(world.SharePct, Run(Climbs, [.. settings.Reverse()]).SharePct);
    }

    [Fact]
    public void A_step_cap_slows_the_climb_until_it_catches_up()
    {
        Follows([2.0, 2.2, 2.4, 2.6, 2.8, 3.0, 3.2, 3.4, 3.5, 3.5], Run(Climbs, Set(Setting.MaxStepPp, A, 0.2)).Shares(Aaa));

        // In 2027 and 2028 only: then the plan of the year at once.
        Follows([2.0, 2.1, 2.2, 2.9, 3.2], Run(Climbs, Set(Setting.MaxStepPp, A, 0.1, from: 2027, to: 2028)).Shares(Aaa));
    }

    [Fact]
    public void A_growth_cap_counts_money_not_share()
    {
        // BBB wants 4.5 at once; 21 % more money is 1.1 times the share while GDP grows by 10 %.
        PathRow leap = Row(PathWhat.SharePct, Armed, 4.5, to: 2027);
        World world = Run(leap, Set(Setting.MaxGrowthPct, B.Union(C), 21));
        Follows([1.5, 1.65, 1.815, 1.9965], world.Shares(Bbb));

        // CCC's GDP shrinks: 21 % more money would be 6.05, so 4.5 is free.
        Follows([4, 4.5, 4.5], world.Shares(Ccc));

        // Money may not grow at all: the share may only rise as GDP shrinks, and need not fall as GDP grows.
        World none = Run(leap, Set(Setting.MaxGrowthPct, Armed, 0));
        Follows([1.5, 1.5, 1.5], none.Shares(Bbb));
        Follows([2, 2, 2], none.Shares(Aaa));
    }

    [Fact]
    public void The_tighter_cap_binds()
    {
        // 20 % a year: 2.4, 2.88, then 3.456; 0.5 points: 2.5, 2.9 … The lower of the two each year.
        World world = Run(
            Row(PathWhat.SharePct, A, 6, to: 2027), Set(Setting.MaxGrowthPct, A, 20), Set(Setting.MaxStepPp, A, 0.5));
        Follows([2.0, 2.4, 2.88, 3.38, 3.88], world.Shares(Aaa));
    }

    [Fact]
    public void Caps_never_slow_a_fall_and_a_fall_ends_the_climb()
    {
        // Plan 2, 5, 5, 2.5, 2.5: capped at 0.4 a year 2.4, 2.8, then the plan's 2.5.
        World world = Run(
            Row(PathWhat.SharePct, A) with { ByYear = ByYear((2027, 5), (2028, 5), (2029, 2.5)) }, Set(Setting.MaxStepPp, A, 0.4));
        Follows([2.0, 2.4, 2.8, 2.5, 2.5], world.Shares(Aaa));
    }

    [Fact]
    public void Caps_come_after_delivery_and_steps_recurse_on_the_uncapped_path()
    {
        // Plan by step: 2.6, 3.2, 3.8, 4.0; half of the rise: 2.3, 2.6, 2.9, 3.0; capped at 0.25: 2.25, 2.5, 2.75, 3.0.
        World world = Run(
            Row(PathWhat.AtLeastPct, A, 4) with { Shape = Shape.Step, ShapeValue = 0.6 },
            Set(Setting.MaxStepPp, A, 0.25),
            Set(Setting.DeliveryPct, A, 50));
        Follows([2.0, 2.25, 2.5, 2.75, 3.0, 3.0], world.Shares(Aaa));
    }

    [Fact]
    public void Settings_of_one_member_leave_the_others()
    {
        World world = Run(
            Row(PathWhat.AtLeastPct, Armed, 3.5, to: 2031),
            Set(Setting.DelayYears, A, 2),
            Set(Setting.DeliveryPct, A, 20),
            Set(Setting.MaxStepPp, A, 0.01));
        Follows([1.5, 1.9, 2.3, 2.7, 3.1, 3.5, 3.5], world.Shares(Bbb));
    }
}
