using FsCheck;
using FsCheck.Fluent;
using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Pathways;
using static Simulator.Tests.Engine.SmallAlliance;

namespace Simulator.Tests.Engine;

/// <summary>What holds of every backfill: nothing is lost, nothing passes a cap, whatever the rule and the shocks.</summary>
public class BackfillProperties
{
    // Amounts of some thousands and sums of a few of them: rounding makes less than 1e-11 of each.
    private const double TolerancePart = 1e-11;

    // Six members with forces and Iceland; the last two with forces are those who fall.
    private const int Fillers = 4;
    private const int Count = 7;

    private static readonly MemberSet Filling = new(0b0001111);
    private static readonly MemberSet Falling = new(0b0110000);
    private static readonly MemberSet All = new(0b1111111);

    internal sealed record Case(
        double[] SharePct,
        double[] GrowthPct,
        double[] DeficitPct,
        double[] FallPct,
        double PartPct,
        int Rule,
        bool IsTrend,
        double[] CapPp,
        double CapGrowthPct,
        double ShockPp,
        bool Stands,
        double ClimbPct)
    {
        public World Run(bool withBackfill = true)
        {
            List<SettingRow> settings =
            [
                Set(Setting.BackfillFor, All, 0) with { ValueMembers = Falling },
                Set(Setting.BackfillPct, Filling, withBackfill ? PartPct : 0),
                Set(Setting.BackfillBy, Filling, Rule),
                Set(Setting.BackfillAgainst, All, IsTrend ? 1 : 0),
                Set(Setting.GrowthPp, new MemberSet(0b0010011), ShockPp, 2028, 2030),
                Set(Setting.BudgetsFollow, new MemberSet(0b0010101), Stands ? 1 : 0),
            ];
            for (int m = 0; m < Fillers; m++)
            {
                if (CapPp[m] > 0)
                {
                    settings.Add(Set(Setting.MaxStepPp, MemberSet.Of(m), CapPp[m]));
                }
            }

            if (CapGrowthPct > 0)
            {
                settings.Add(Set(Setting.MaxGrowthPct, MemberSet.Of(0), CapGrowthPct));
            }

            MacroPath macro = SmallBudgets.Level(DeficitPct).On(SmallAlliance.Macro(SharePct, SharePct, GrowthPct, 2034, []));
            return SmallAlliance.Run(
                macro,
                [
                    Row(PathWhat.RealChangePct, MemberSet.Of(4), -FallPct[0], to: 2030),
                    Row(PathWhat.SharePct, MemberSet.Of(5), SharePct[5] * (1 - (FallPct[1] / 100)), to: 2029),
                    Row(PathWhat.AtLeastPct, MemberSet.Of(1), ClimbPct, to: 2032),
                ],
                [.. settings]);
        }

        /// <summary>The part of the fall that is asked for in a year, from the amounts of the result alone.</summary>
        public double Asked(World world, int t)
        {
            double fall = 0;
            foreach (int m in Falling)
            {
                double held = SharePct[m] / 100 * world.Macro.GdpConstUsdM[(t * Count) + m];
                double shocked = Stands && m == 4 ? held : SharePct[m] / 100 * world.GdpConstUsdM[(t * Count) + m];
                double reference = IsTrend ? shocked : SharePct[m] * 1000;
                fall += Math.Max(0, reference - world.SpendingConstUsdM[(t * Count) + m]);
            }

            return fall * PartPct / 100;
        }
    }

    [Fact]
    public void What_is_covered_and_what_is_not_make_the_fall() => For(2_000, c =>
    {
        World world = c.Run();
        for (int t = 0; t < world.Macro.Years; t++)
        {
            double covered = Enumerable.Range(0, Count).Sum(m => world.BackfillConstUsdM[(t * Count) + m]);
            double asked = t == 0 ? 0 : c.Asked(world, t);
            Assert.Equal(asked, covered + world.UncoveredConstUsdM[t], TolerancePart * 10_000);
            Assert.True(world.UncoveredConstUsdM[t] >= 0);
            Assert.All(Enumerable.Range(0, Count), m => Assert.True(world.BackfillConstUsdM[(t * Count) + m] >= 0));
        }
    });

    [Fact]
    public void What_a_member_takes_over_is_spent_and_within_its_caps() => For(2_000, c =>
    {
        World world = c.Run();
        World without = c.Run(withBackfill: false);
        for (int t = 1; t < world.Macro.Years; t++)
        {
            for (int m = 0; m < Count; m++)
            {
                int at = (t * Count) + m;
                double taken = world.BackfillConstUsdM[at];
                bool isFree = m >= Fillers || (c.CapPp[m] == 0 && (m > 0 || c.CapGrowthPct == 0));
                if (isFree)
                {
                    // Nothing holds its own path back, so it is that path and what it takes over.
                    Assert.Equal(without.SpendingConstUsdM[at] + taken, world.SpendingConstUsdM[at], TolerancePart * 10_000);
                }
                else
                {
                    // The path is told on the unshocked GDP where real budgets stand.
                    double gdp = world.Macro.GdpConstUsdM[at];
                    double before = OnPath(c, world, m, t - 1);
                    double now = OnPath(c, world, m, t);
                    double step = c.CapPp[m] > 0 ? before + c.CapPp[m] : double.PositiveInfinity;
                    double growth = m == 0 && c.CapGrowthPct > 0
                        ? before * (1 + (c.CapGrowthPct / 100)) * world.Macro.GdpConstUsdM[at - Count] / gdp
                        : double.PositiveInfinity;
                    Assert.True(now <= Math.Max(before, Math.Min(step, growth)) + 1e-9, $"{m} passes its cap in {BaseYear + t}: {c}");
                }
            }
        }
    });

    [Fact]
    public void Something_stays_uncovered_only_where_all_are_at_their_caps() => For(2_000, c =>
    {
        World world = c.Run();
        bool isSomebodyFree = Enumerable.Range(0, Fillers).Any(m => c.CapPp[m] == 0 && (m > 0 || c.CapGrowthPct == 0));
        for (int t = 1; t < world.Macro.Years; t++)
        {
            if (isSomebodyFree)
            {
                Assert.Equal(0.0, world.UncoveredConstUsdM[t]);
            }
            else if (world.UncoveredConstUsdM[t] > 1e-6)
            {
                foreach (int m in Filling)
                {
                    int at = (t * Count) + m;
                    double before = OnPath(c, world, m, t - 1);
                    double step = c.CapPp[m] > 0 ? before + c.CapPp[m] : double.PositiveInfinity;
                    double growth = m == 0 && c.CapGrowthPct > 0
                        ? before * (1 + (c.CapGrowthPct / 100)) * world.Macro.GdpConstUsdM[at - Count] / world.Macro.GdpConstUsdM[at]
                        : double.PositiveInfinity;
                    Assert.Equal(Math.Max(before, Math.Min(step, growth)), OnPath(c, world, m, t), 1e-9);
                }
            }
        }
    });

    [Fact]
    public void Without_caps_everyone_takes_over_by_its_weight() => For(1_000, c =>
    {
        World world = (c with { CapPp = [0, 0, 0, 0], CapGrowthPct = 0, Rule = 0 }).Run();
        for (int t = 1; t < world.Macro.Years; t++)
        {
            double perGdp = world.BackfillConstUsdM[t * Count] / world.GdpConstUsdM[t * Count];
            Assert.All(Filling, m => Assert.Equal(perGdp, world.BackfillConstUsdM[(t * Count) + m] / world.GdpConstUsdM[(t * Count) + m], 1e-12));
        }
    });

    private static double OnPath(Case c, World world, int m, int t)
    {
        int at = (t * Count) + m;
        bool stands = c.Stands && (0b0010101 >> m & 1) != 0;
        return 100 * world.SpendingConstUsdM[at] / (stands ? world.Macro.GdpConstUsdM[at] : world.GdpConstUsdM[at]);
    }

    private static Gen<double> Between(int low, int high, double unit) => Gen.Choose(low, high).Select(n => n * unit);

    private static Gen<Case> Cases { get; } =
        from shares in Gen.ArrayOf(Between(100, 500, 0.01), Count - 1)
        from growth in Gen.ArrayOf(Between(-10, 40, 0.1), Count)
        from deficits in Gen.ArrayOf(Between(-20, 70, 0.1), Count)
        from falls in Gen.ArrayOf(Between(0, 900, 0.1), 2)
        from part in Between(0, 200, 1)
        from rule in Gen.Choose(0, 2)
        from trend in Gen.Elements(true, false)
        from caps in Gen.ArrayOf(Gen.OneOf(Gen.Constant(0.0), Between(1, 60, 0.01), Between(1, 60, 0.01)), Fillers)
        from capGrowth in Gen.OneOf(Gen.Constant(0.0), Between(1, 200, 0.1))
        from shock in Gen.OneOf(Gen.Constant(0.0), Between(-40, 20, 0.1))
        from stands in Gen.Elements(true, false)
        from climb in Between(100, 500, 0.01)
        select new Case([.. shares, 0], growth, deficits, falls, part, rule, trend, caps, capGrowth, shock, stands, climb);

    // A fixed seed: the same cases on every machine and every day.
    private static void For(int count, Action<Case> holds) =>
        Prop.ForAll(Cases.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(20260703, 7));
}
