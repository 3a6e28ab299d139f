using FsCheck;
using FsCheck.Fluent;
using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Pathways;
using static Simulator.Tests.Engine.SmallAlliance;

namespace Simulator.Tests.Engine;

/// <summary>
/// Fastest paths against a plain reading of the model, written apart from the program: no path that keeps the limits is higher in
/// any year, and the path itself keeps them.
/// </summary>
public class FastestProperties
{
    private const double Tolerance = 1e-9;

    /// <summary>One member under limits of its own; percent and points of GDP.</summary>
    internal sealed record Case(
        double StartPct,
        double CurrentPct,
        double GrowthPct,
        double TargetPct,
        double MaxStepPp,
        double MaxGrowthPct,
        double Step5Pp,
        double Growth5Pct,
        double OffsetPp,
        double OffsetMaxPp,
        double[] DeficitPct,
        bool IsInUnion,
        bool UsesClause,
        double SharePct2021,
        double PlanPct,
        int PlanYear,
        int LastYear)
    {
        public int Years => LastYear - BaseYear + 1;

        public World Run() => SmallAlliance.Run(
            Macro(),
            [FastestTests.Fastest(A, TargetPct)],
            Set(Setting.MaxStepPp, A, MaxStepPp),
            Set(Setting.MaxGrowthPct, A, MaxGrowthPct),
            Set(Setting.Step5Pp, A, Step5Pp),
            Set(Setting.Growth5Pct, A, Growth5Pct),
            Set(Setting.OffsetsPpPerYear, A, OffsetPp),
            Set(Setting.OffsetsMaxPp, A, OffsetMaxPp));

        /// <summary>The lowest of all bounds of a year, read off a path, and which one it is.</summary>
        public (double Pct, FastestBound Bound) Bound(IReadOnlyList<double> path, int t)
        {
            int k = Math.Max(0, t - 5);
            (double, FastestBound)[] bounds =
            [
                (CeilingFrom(t), FastestBound.Fiscal),
                (path[t - 1] + MaxStepPp, FastestBound.Step),
                (path[t - 1] * Gdp(t - 1) * (1 + (MaxGrowthPct / 100)) / Gdp(t), FastestBound.Absorption),
                (path[k] + (5 * Step5Pp), FastestBound.SustainedStep),
                (path[k] * Gdp(k) * Math.Pow(1 + (Growth5Pct / 100), 5) / Gdp(t), FastestBound.SustainedGrowth),
            ];
            return bounds.MinBy(b => b.Item1);
        }

        private double Gdp(int t) => Math.Pow(1 + (GrowthPct / 100), t);

        /// <summary>F̃, over years far beyond any in which F still moves downward.</summary>
        private double CeilingFrom(int t) => Enumerable.Range(t, 30).Min(Ceiling);

        private double Ceiling(int t)
        {
            double deficit = DeficitPct[Math.Min(t, DeficitPct.Length - 1)];
            double way = Math.Min(1.0, (double)t / (PlanYear - BaseYear));
            double held = Math.Max(StartPct, StartPct + ((PlanPct - StartPct) * way));
            double limit = IsInUnion ? 3 : Math.Max(3, deficit);
            double room = limit - deficit + Math.Min(OffsetPp * t, OffsetMaxPp);
            if (UsesClause && BaseYear + t <= 2028 && room + Math.Min(1.5, Math.Max(0, held - SharePct2021)) >= 0)
            {
                room += 1.5;
            }

            return held + (Math.Max(0, room) * StartPct / CurrentPct);
        }

        private MacroPath Macro() => (SmallBudgets.Level(0, 0, 0) with
        {
            DeficitPct = [DeficitPct, [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]],
            Union = IsInUnion ? A : MemberSet.Empty,
            EscapeClauseUsers = UsesClause ? A : MemberSet.Empty,
            SharePct2021 = [SharePct2021, 1, 1],
            Plans = [new WeoContentPoint(Aaa, PlanYear, PlanPct, "law")],
        }).On(SmallAlliance.Macro([StartPct, 1, 1, 0], [CurrentPct, 1, 1, 0], [GrowthPct, 0, 0, 0], LastYear, []));
    }

    [Fact]
    public void No_path_that_keeps_the_limits_is_higher_in_any_year() => For(3_000, Cases(lastYear: 2032), c =>
    {
        double[] fastest = c.Run().Shares(Aaa);
        double[] best = new double[c.Years];
        double[] path = new double[c.Years];
        path[0] = c.StartPct;

        // All paths whose moves are a step down, none, or one, two or three thirds of the largest step or up to a bound itself.
        Search(c, path, best, 1);
        for (int t = 1; t < c.Years; t++)
        {
            // The search may try the same moves, so it gets as high too, and never higher.
            Assert.True(best[t] <= fastest[t] + Tolerance, $"{BaseYear + t}: {best[t]:R} > {fastest[t]:R} of {c}");
            Assert.True(best[t] >= fastest[t] - Tolerance, $"{BaseYear + t}: {best[t]:R} < {fastest[t]:R} of {c}");
        }
    });

    [Fact]
    public void It_never_falls_and_never_passes_a_limit() => For(10_000, Cases(lastYear: 2041), c =>
    {
        double[] path = c.Run().Shares(Aaa);
        for (int t = 1; t < path.Length; t++)
        {
            double bound = c.Bound(path, t).Pct;
            Assert.True(path[t] >= path[t - 1], $"falls in {BaseYear + t}: {c}");
            Assert.True(path[t] <= Math.Max(path[t - 1], Math.Min(Math.Max(c.TargetPct, c.StartPct), bound)) + Tolerance, $"passes a limit in {BaseYear + t}: {c}");
            Assert.Equal(Math.Min(Math.Max(c.TargetPct, c.StartPct), Math.Max(path[t - 1], bound)), path[t], Tolerance);
        }
    });

    [Fact]
    public void The_limit_named_is_the_one_that_binds() => For(3_000, Cases(lastYear: 2041), c =>
    {
        World world = c.Run();
        double[] path = world.Shares(Aaa);
        FastestYear[] read = FastestPath.Read(
            world.Scenario, world.Macro, ImfContent.Of(world.Macro.Edition, c.LastYear), Aaa, c.TargetPct, path);
        for (int t = 1; t < path.Length; t++)
        {
            (double pct, FastestBound bound) = c.Bound(path, t);
            FastestYear year = read[t - 1];
            Assert.Equal((BaseYear + t, path[t]), (year.Year, year.SharePct));
            if (path[t] >= c.TargetPct - Tolerance)
            {
                Assert.Equal(FastestBound.Target, year.Bound);
            }
            else
            {
                // Two bounds may agree to the last digits; then either is right.
                double named = year.Bound switch
                {
                    FastestBound.Fiscal => year.FiscalPct,
                    FastestBound.Step => year.StepPct,
                    FastestBound.Absorption => year.AbsorptionPct,
                    FastestBound.SustainedStep => year.SustainedStepPct,
                    FastestBound.SustainedGrowth => year.SustainedGrowthPct,
                    _ => double.NaN,
                };
                Assert.True(Math.Abs(named - pct) <= Tolerance, $"{year.Bound} instead of {bound} in {year.Year}: {c}");
            }
        }
    });

    [Fact]
    public void Looser_limits_are_never_slower() => For(1_000, Cases(lastYear: 2041), c =>
    {
        double[] tight = c.Run().Shares(Aaa);
        double[] loose = (c with
        {
            MaxStepPp = c.MaxStepPp + 0.1,
            Growth5Pct = c.Growth5Pct + 2,
            OffsetMaxPp = c.OffsetMaxPp + 0.5,
            TargetPct = c.TargetPct + 0.5,
        }).Run().Shares(Aaa);
        Assert.All(tight.Zip(loose), p => Assert.True(p.Second >= p.First - Tolerance));
    });

    private static void Search(Case c, double[] path, double[] best, int t)
    {
        if (t == path.Length)
        {
            return;
        }

        double bound = Math.Min(c.TargetPct, Math.Max(path[t - 1], c.Bound(path, t).Pct));
        double third = c.MaxStepPp / 3;
        Span<double> tried = [-third, 0, third, 2 * third, bound - path[t - 1]];
        foreach (double move in tried)
        {
            double share = path[t - 1] + move;
            if (share > bound + 1e-12 || share < 0)
            {
                continue;
            }

            path[t] = share;
            best[t] = Math.Max(best[t], share);
            Search(c, path, best, t + 1);
        }
    }

    private static Gen<double> Between(int low, int high, double unit) => Gen.Choose(low, high).Select(n => n * unit);

    private static Gen<Case> Cases(int lastYear) =>
        from start in Between(80, 300, 0.01)
        from current in Between(80, 120, 0.01)
        from growth in Between(-20, 60, 0.1)
        from above in Between(10, 300, 0.01)
        from step in Between(5, 80, 0.01)
        from rise in Between(20, 400, 0.1)
        from step5 in Between(5, 60, 0.01)
        from growth5 in Between(20, 250, 0.1)
        from offset in Between(0, 100, 0.01)
        from most in Between(0, 50, 0.1)
        from deficits in Gen.ArrayOf(Between(-10, 80, 0.1), 6)
        from union in Gen.Elements(true, true, false)
        from clause in Gen.Elements(true, false)
        from share2021 in Between(50, 300, 0.01)
        from plan in Between(80, 400, 0.01)
        from planYear in Gen.Choose(2027, 2035)
        select new Case(
            start, start * current, growth, start + above, step, rise, step5, growth5, offset, most, deficits, union, clause, share2021, plan, planYear, lastYear);

    // A fixed seed: the same cases on every machine and every day.
    private static void For(int count, Gen<Case> cases, Action<Case> holds) =>
        Prop.ForAll(cases.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(20260702, 5));
}
