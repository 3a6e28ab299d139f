using Simulator.Alliance;
using Simulator.Data.Tests.Editions;
using Simulator.Feasibility;
using Simulator.Pathways;

namespace Simulator.Data.Tests.Feasibility;

/// <summary>Fastest paths on the shipped edition: what an outside prototype found, and what must hold for any set of limits.</summary>
public class PathwayAtlasTests
{
    private static readonly Edition Edition = Shipped.Nato2026;

    private static readonly PathwayAtlas Atlas = PathwayAtlas.Of(Edition, [3.5, 5], [], 2060);

    [Fact]
    public void All_but_four_could_reach_three_and_a_half_by_2035_at_a_precedented_pace()
    {
        string[] others = [.. Edition.Roster.WithForces.Where(m => Arrival(m, 3.5, FastestLimits.Precedented) > 2035).Select(m => Edition.Roster.Members[m].Iso3)];
        Assert.Equal(["BEL", "HUN", "ROU", "SVK"], others.Order(StringComparer.Ordinal));
        Assert.Equal(18, Edition.Roster.WithForces.Count(m => Arrival(m, 5, FastestLimits.Precedented) <= 2038));
    }

    [Fact]
    public void Wider_limits_are_never_slower()
    {
        foreach (int m in Edition.Roster.WithForces)
        {
            foreach (double target in Atlas.TargetsPct)
            {
                Assert.True(Arrival(m, target, FastestLimits.Exceptional) <= Arrival(m, target, FastestLimits.Precedented));
                Assert.True(Arrival(m, target, FastestLimits.NoFiscalLimit) <= Arrival(m, target, FastestLimits.Precedented));
                Assert.True(Arrival(m, 3.5, FastestLimits.Precedented) <= Arrival(m, 5, FastestLimits.Precedented));
            }
        }
    }

    [Fact]
    public void Without_a_fiscal_limit_nobody_is_held_by_the_budget_and_all_arrive()
    {
        foreach (int m in Edition.Roster.WithForces)
        {
            Pathway path = Atlas.Of(m, 5, FastestLimits.NoFiscalLimit);
            Assert.DoesNotContain(path.Binding(), r => r.Bound == FastestBound.Fiscal);
            Assert.True(path.TryEarliestYear(out _));
        }
    }

    [Fact]
    public void What_binds_runs_without_a_gap_until_the_path_arrives()
    {
        foreach (int m in Edition.Roster.WithForces)
        {
            foreach (FastestLimits limits in FastestLimits.All)
            {
                Pathway path = Atlas.Of(m, 5, limits);
                int next = path.BaseYear + 1;
                foreach (BindingRun run in path.Binding())
                {
                    Assert.Equal(next, run.From);
                    Assert.True(run.To >= run.From);
                    Assert.NotEqual(FastestBound.None, run.Bound);
                    Assert.NotEqual(FastestBound.Target, run.Bound);
                    next = run.To + 1;
                }

                Assert.Equal(path.TryEarliestYear(out int year) ? Math.Max(year, path.BaseYear + 1) : path.LastYear + 1, next);
            }
        }
    }

    [Fact]
    public void The_need_is_worked_out_by_hand_for_Belgium()
    {
        // No plan of Belgium is inside the IMF path, and its shares on the two bases differ by the ratio of NATO's amounts.
        int belgium = Edition.Roster.Member("BEL").Index;
        double published = 100 * Edition.Nato.Value(NatoIndicator.UsdConstantM, belgium, 2026) / Edition.Nato.Value(NatoIndicator.GdpUsdConstantM, belgium, 2026);
        double current = 100 * Edition.Nato.Value(NatoIndicator.UsdCurrentM, belgium, 2026) / Edition.Nato.Value(NatoIndicator.GdpUsdCurrentM, belgium, 2026);
        double deficit2031 = -Edition.Weo.Value(WeoIndicator.BalancePct, belgium, 2031);
        double expected = ((3.5 - published) * current / published) - (3 - deficit2031);

        // Sums and products of a few doubles.
        Assert.Equal(expected, Atlas.NeedPp(belgium, 3.5, 2035), 1e-9);
        Assert.Equal(0, Atlas.NeedPp(belgium, 0.5, 2035));
    }

    [Fact]
    public void A_limit_by_member_holds_in_place_of_that_of_every_set()
    {
        int italy = Edition.Roster.Member("ITA").Index;
        SettingRow slow = new()
        {
            Origin = new RowOrigin("test", 1),
            Setting = Setting.MaxStepPp,
            Members = MemberSet.Of(italy),
            Number = 0.1,
        };
        PathwayAtlas slower = PathwayAtlas.Of(Edition, [3.5], [slow], 2045);
        foreach (FastestLimits limits in FastestLimits.All)
        {
            Pathway path = slower.Of(italy, 3.5, limits);
            Assert.True(path.SharePct.Zip(path.SharePct.Skip(1), (a, b) => b - a).Max() <= 0.1 + 1e-12);
            Pathway france = slower.Of(Edition.Roster.Member("FRA").Index, 3.5, limits);
            Assert.Equal(Atlas.Of(france.Member, 3.5, limits).SharePct.Take(20), france.SharePct);
        }
    }

    [Fact]
    public void Only_limits_may_stand_among_the_limits() => Assert.Throws<ArgumentException>(() => PathwayAtlas.Of(
        Edition,
        [3.5],
        [new SettingRow { Origin = new RowOrigin("test", 1), Setting = Setting.DelayYears, Members = Edition.Roster.All, Number = 1 }],
        2035));

    [Fact]
    public void A_year_outside_the_path_is_refused()
    {
        Pathway path = Atlas.Of(0, 5, FastestLimits.Precedented);
        Assert.Throws<ArgumentOutOfRangeException>(() => path.ShareIn(2025));
        Assert.Throws<ArgumentOutOfRangeException>(() => path.ShareIn(2061));
    }

    private static int Arrival(int member, double target, FastestLimits limits) =>
        Atlas.Of(member, target, limits).TryEarliestYear(out int year) ? year : int.MaxValue;
}
