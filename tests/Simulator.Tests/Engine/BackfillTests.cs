using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Pathways;
using static Simulator.Tests.Engine.SmallAlliance;

namespace Simulator.Tests.Engine;

/// <summary>
/// Backfill worked out by hand, million US dollars: CCC spends 4,000 of a GDP of 100,000 and halves its share; AAA (2.0) and BBB
/// (1.5) take over. GDP stands still in all three here, so that a point is 1,000 everywhere.
/// </summary>
public class BackfillTests
{
    private static readonly MacroPath Level = Macro([2.0, 1.5, 4.0, 0], [2.0, 1.5, 4.0, 0], [0, 0, 0, 0], 2036, []);

    // 3,000 in 2027 and 2,000 from 2028 on: falls of 1,000 and 2,000.
    private static readonly PathRow Falls = Row(PathWhat.SharePct, C, 2, to: 2028);

    [Fact]
    public void By_gdp_the_part_asked_for_is_shared_in_proportion()
    {
        World world = Run(Level, [Falls], For(C), Fill(A.Union(B), 60));
        Follows([0, 300, 600, 600], Taken(world, Aaa)[..4]);
        Follows([0, 300, 600, 600], Taken(world, Bbb)[..4]);
        Follows([2.0, 2.3, 2.6, 2.6], world.Shares(Aaa)[..4]);
        Follows([1.5, 1.8, 2.1, 2.1], world.Shares(Bbb)[..4]);
        Follows([4, 3, 2, 2], world.Shares(Ccc)[..4]);
        Assert.All(world.UncoveredConstUsdM, u => Assert.Equal(0.0, u));

        // The plan itself knows nothing of it.
        Assert.All(SmallAlliance.Column(world, world.PlannedSharePct, Aaa), s => Assert.Equal(2.0, s));
    }

    [Fact]
    public void Gdp_is_that_of_the_year()
    {
        // CCC's GDP shrinks here and BBB's grows: 2027: AAA 100,000, BBB 110,000. CCC: 80,000 × 3 % = 2,400, a fall of 1,600.
        World world = Run(Macro(), [Falls], For(C), Fill(Armed, 100));
        Assert.Equal(1600.0 * 10 / 21, Taken(world, Aaa)[1], 1e-9);
        Assert.Equal(1600.0 * 11 / 21, Taken(world, Bbb)[1], 1e-9);
        Assert.Equal(0.0, Taken(world, Ccc)[1]);
        Assert.Equal(1.5 + (1600.0 * 11 / 21 / 1100), world.Share(Bbb, 2027), 1e-12);

        // Against the trend, 4 % of 80,000, the fall is 800.
        World trend = Run(Macro(), [Falls], For(C), Fill(Armed, 100), Set(Setting.BackfillAgainst, Everyone, 1));
        Assert.Equal(800.0, Taken(trend, Aaa)[1] + Taken(trend, Bbb)[1], 1e-9);
    }

    [Fact]
    public void By_gap_those_short_of_the_line_come_first()
    {
        // The line rises from 2.0 and 1.5 to 3.5 in 2035: in 2027 gaps of 1/6 and 2/9 of a point, 166.7 and 222.2.
        World world = Run(Level, [Falls], For(C), Fill(A.Union(B), 30), By(A.Union(B), 1));
        Assert.Equal(300.0 * 3 / 7, Taken(world, Aaa)[1], 1e-9);
        Assert.Equal(300.0 * 4 / 7, Taken(world, Bbb)[1], 1e-9);

        // All of 1,000: 388.9 close both gaps, the other 611.1 go by GDP, half to each.
        World all = Run(Level, [Falls], For(C), Fill(A.Union(B), 100), By(A.Union(B), 1));
        double half = (1000 - (1000.0 / 6) - (2000.0 / 9)) / 2;
        Assert.Equal((1000.0 / 6) + half, Taken(all, Aaa)[1], 1e-9);
        Assert.Equal((2000.0 / 9) + half, Taken(all, Bbb)[1], 1e-9);

        // A line of 1.9 lies under AAA and 0.4/9 of a point over BBB in 2027: the first 44.4 are BBB's alone.
        World passed = Run(Level, [Falls], For(C), Fill(A.Union(B), 4), By(A.Union(B), 1), Set(Setting.LinePct, Everyone, 1.9));
        Assert.Equal(0.0, Taken(passed, Aaa)[1]);
        Assert.Equal(40.0, Taken(passed, Bbb)[1], 1e-9);
    }

    [Fact]
    public void By_room_budgets_decide_the_proportion()
    {
        // EU limit 3, deficits 2 and 2.8, offsets of 0.4 in 2027: room 1.4 and 0.6 points.
        MacroPath macro = (SmallBudgets.Level(2, 2.8, 0) with { Union = A.Union(B) }).On(Level);
        World world = Run(macro, [Falls], For(C), Fill(A.Union(B), 100), By(A.Union(B), 2));
        Assert.Equal(700.0, Taken(world, Aaa)[1], 1e-9);
        Assert.Equal(300.0, Taken(world, Bbb)[1], 1e-9);

        // AAA may rise by 0.3: BBB takes the rest, more than its room, which says in which proportion and not how much.
        World capped = Run(macro, [Falls], For(C), Fill(A.Union(B), 100), By(A.Union(B), 2), Set(Setting.MaxStepPp, A, 0.3));
        Assert.Equal(300.0, Taken(capped, Aaa)[1], 1e-9);
        Assert.Equal(700.0, Taken(capped, Bbb)[1], 1e-9);

        // Nobody has any: by GDP.
        MacroPath broke = (SmallBudgets.Level(9, 9, 0) with { Union = A.Union(B) }).On(Level);
        World none = Run(broke, [Falls], For(C), Fill(A.Union(B), 100), By(A.Union(B), 2));
        Assert.Equal(500.0, Taken(none, Aaa)[1], 1e-9);
        Assert.Equal(500.0, Taken(none, Bbb)[1], 1e-9);

        // A member whose balance is not known has no known room.
        MacroPath unknown = (SmallBudgets.Level(2, double.NaN, 0) with { Union = A }).On(Level);
        World known = Run(unknown, [Falls], For(C), Fill(A.Union(B), 100), By(A.Union(B), 2));
        Assert.Equal(1000.0, Taken(known, Aaa)[1], 1e-9);
    }

    [Fact]
    public void What_caps_refuse_goes_to_the_others_and_then_to_nobody()
    {
        // 2027: 500 each, but BBB may rise by 0.2: AAA takes 800. 2028: BBB's plan stands at 1.5 and it may reach 1.9: 400 of 2,000.
        World world = Run(Level, [Falls], For(C), Fill(A.Union(B), 100), Set(Setting.MaxStepPp, B, 0.2));
        Follows([0, 200, 400, 600], Taken(world, Bbb)[..4]);
        Follows([0, 800, 1600, 1400], Taken(world, Aaa)[..4]);
        Assert.All(world.UncoveredConstUsdM, u => Assert.Equal(0.0, u, 1e-9));

        // Both capped: 500 of 1,000 in 2027; of 2,000 then 1,000, 1,500 and all, the last half and half within both caps.
        World both = Run(
            Level, [Falls], For(C), Fill(A.Union(B), 100), Set(Setting.MaxStepPp, B, 0.2), Set(Setting.MaxStepPp, A, 0.3));
        Follows([0, 300, 600, 900, 1200, 1000], Taken(both, Aaa)[..6]);
        Follows([0, 200, 400, 600, 800, 1000], Taken(both, Bbb)[..6]);
        Follows([0, 500, 1000, 500, 0, 0], both.UncoveredConstUsdM[..6]);
    }

    [Fact]
    public void A_members_own_plan_comes_first()
    {
        // AAA climbs by 0.3 a year on its own and may rise by 0.4: 100 a year is all that it takes over.
        World world = Run(
            Level, [Falls, Row(PathWhat.AtLeastPct, A, 3.5, to: 2031)], For(C), Fill(A, 100), Set(Setting.MaxStepPp, A, 0.4));
        Follows([2.0, 2.4, 2.8, 3.2, 3.6, 4.0], world.Shares(Aaa)[..6]);
        Follows([0, 100, 200, 300, 400, 500], Taken(world, Aaa)[..6]);
        Follows([0, 900, 1800, 1700, 1600, 1500], world.UncoveredConstUsdM[..6]);
    }

    [Fact]
    public void Delay_and_delivery_come_before_it()
    {
        // CCC's fall comes a year late; AAA delivers half of its climb and takes over the whole fall in full.
        World world = Run(
            Level,
            [Falls, Row(PathWhat.AtLeastPct, A, 3.5, to: 2031)],
            For(C), Fill(A, 100), Set(Setting.DelayYears, C, 1), Set(Setting.DeliveryPct, A, 50));
        Follows([0, 0, 1000, 2000], Taken(world, Aaa)[..4]);
        Follows([2.0, 2.15, 3.3, 4.45], world.Shares(Aaa)[..4]);
    }

    [Fact]
    public void It_ends_with_its_years_and_a_later_row_wins_for_the_members_that_it_names()
    {
        World years = Run(Level, [Falls], For(C), Fill(A, 100, 2028, 2028));
        Follows([0, 0, 2000, 0], Taken(years, Aaa)[..4]);
        Follows([2.0, 2.0, 4.0, 2.0], years.Shares(Aaa)[..4]);

        // Two rows are two parts of the fall: BBB 20 % alone, AAA what the first row leaves it, 50 % alone.
        World two = Run(Level, [Falls], For(C), Fill(A.Union(B), 50), Fill(B, 20));
        Follows([0, 500, 1000], Taken(two, Aaa)[..3]);
        Follows([0, 200, 400], Taken(two, Bbb)[..3]);
    }

    [Fact]
    public void Who_falls_takes_over_nothing_and_a_rise_is_no_fall()
    {
        // All are named, AAA and CCC are those whose fall counts: AAA's rise does not lessen CCC's fall, and BBB takes all of it.
        World world = Run(
            Level, [Falls, Row(PathWhat.AtLeastPct, A, 3, to: 2028)], For(A.Union(C)), Fill(Everyone, 100));
        Follows([0, 0, 0], Taken(world, Aaa)[..3]);
        Follows([0, 0, 0], Taken(world, Ccc)[..3]);
        Follows([0, 1000, 2000], Taken(world, Bbb)[..3]);

        // Nobody is left to take over: it stays uncovered only if somebody was asked, and nobody was.
        World nobody = Run(Level, [Falls], For(C), Fill(C, 100));
        Assert.All(nobody.UncoveredConstUsdM, u => Assert.Equal(0.0, u));
        Assert.Empty(Run(Level, [Falls], Fill(A, 100)).BackfillConstUsdM);
        Assert.Empty(Run(Level, [Falls], For(C)).UncoveredConstUsdM);
    }

    [Fact]
    public void Shocks_move_the_amounts_that_are_shared()
    {
        // CCC's GDP falls by a tenth in 2027: its 3 % are 2,700, a fall of 1,300 against today; the held share gives 3,600, so 900.
        SettingRow shock = Set(Setting.GrowthPp, C, -10, 2027, 2027);
        Assert.Equal(1300.0, Taken(Run(Level, [Falls], For(C), Fill(A, 100), shock), Aaa)[1], 1e-9);
        SettingRow trend = Set(Setting.BackfillAgainst, Everyone, 1);
        Assert.Equal(900.0, Taken(Run(Level, [Falls], For(C), Fill(A, 100), shock, trend), Aaa)[1], 1e-9);

        // Where CCC's real budget stands, 3,000 are 3,000, and its trend 4,000.
        SettingRow stands = Set(Setting.BudgetsFollow, C, 1);
        Assert.Equal(1000.0, Taken(Run(Level, [Falls], For(C), Fill(A, 100), shock, stands), Aaa)[1], 1e-9);
        Assert.Equal(1000.0, Taken(Run(Level, [Falls], For(C), Fill(A, 100), shock, stands, trend), Aaa)[1], 1e-9);

        // The filler's GDP falls by a tenth: 2.0 % are 1,800, and 1,000 more are spent on top of that.
        World filler = Run(Level, [Falls], For(C), Fill(A, 100), Set(Setting.GrowthPp, A, -10, 2027, 2027));
        Assert.Equal(2800.0, filler.SpendingConstUsdM[filler.At(Aaa, 2027)], 1e-9);
        Assert.Equal(100 * 2800.0 / 90_000, filler.Share(Aaa, 2027), 1e-12);
    }

    internal static MemberSet Everyone { get; } = Armed.Union(MemberSet.Of(Isl));

    internal static SettingRow For(MemberSet members) => Set(Setting.BackfillFor, Everyone, 0) with { ValueMembers = members };

    internal static SettingRow Fill(MemberSet members, double pct, int from = 0, int to = 0) =>
        Set(Setting.BackfillPct, members, pct, from, to);

    internal static SettingRow By(MemberSet members, int rule) => Set(Setting.BackfillBy, members, rule);

    private static double[] Taken(World world, int member) => SmallAlliance.Column(world, world.BackfillConstUsdM, member);

    // Amounts of some thousands: 1e-9 is a thousand times what rounding makes of them.
    private static void Follows(double[] expected, double[] actual, double tolerance = 1e-9)
    {
        Assert.Equal(expected.Length, actual.Length);
        foreach ((double e, double a) in expected.Zip(actual))
        {
            Assert.Equal(e, a, tolerance);
        }
    }
}
