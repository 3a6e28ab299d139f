using FsCheck;
using FsCheck.Fluent;
using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Pathways;
using static Simulator.Tests.Engine.SmallAlliance;

namespace Simulator.Tests.Engine;

/// <summary>What holds of every path, whatever its numbers.</summary>
public class PathProperties
{
    private const int LastYear = 2036;

    // A fixed seed: the same cases on every machine and every day.
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20260701, 3);

    /// <summary>One member's way: where it starts, how its GDP grows, what a row asks of it.</summary>
    internal sealed record Case(double StartPct, double GrowthPct, double TargetPct, int From, int To, Shape Shape, double ShapeValue)
    {
        public PathRow Row(PathWhat what) => SmallAlliance.Row(what, A, TargetPct, To, From) with { Shape = Shape, ShapeValue = ShapeValue };

        public MacroPath Macro => SmallAlliance.Macro([StartPct, 1, 1, 0], [StartPct, 1, 1, 0], [GrowthPct, 0, 0, 0], LastYear, []);

        public double[] Run(PathWhat what, params SettingRow[] settings) =>
            SmallAlliance.Run(Macro, [Row(what)], settings).Shares(Aaa);
    }

    /// <summary>A case with the settings that slow it.</summary>
    internal sealed record Slowed(Case Case, double MaxStepPp, double MaxGrowthPct, int DelayYears, int DelayFrom, double DeliveryPct)
    {
        public SettingRow[] Settings =>
        [
            Set(Setting.MaxStepPp, A, MaxStepPp),
            Set(Setting.MaxGrowthPct, A, MaxGrowthPct),
            Set(Setting.DelayYears, A, DelayYears, DelayFrom),
            Set(Setting.DeliveryPct, A, DeliveryPct, DelayFrom),
        ];
    }

    [Fact]
    public void A_floor_never_lies_under_the_path_so_far_nor_passes_its_target() => For(Cases, c =>
    {
        double[] shares = c.Run(PathWhat.AtLeastPct);
        double highest = Math.Max(c.StartPct, c.TargetPct);
        return shares.All(s => s >= shares[0] && s <= Math.Max(shares[0], highest));
    });

    [Fact]
    public void A_floor_never_falls() => For(Cases, c => Pairs(c.Run(PathWhat.AtLeastPct)).All(p => p.After >= p.Before));

    [Fact]
    public void A_floor_lies_on_any_path_that_came_before() => For(
        from first in Cases from second in Cases select (first, second), both =>
        {
            PathRow[] rows = [both.first.Row(PathWhat.SharePct), both.second.Row(PathWhat.AtLeastPct)];
            double[] without = SmallAlliance.Run(both.first.Macro, rows[..1]).Shares(Aaa);
            double[] with = SmallAlliance.Run(both.first.Macro, rows).Shares(Aaa);
            return without.Zip(with).All(p => p.Second >= p.First);
        });

    [Fact]
    public void A_share_row_is_exactly_its_target_from_the_year_of_arrival() => For(Cases, c =>
        c.Run(PathWhat.SharePct).Skip(c.To == 0 ? LastYear : c.To - BaseYear).All(s => s == c.TargetPct));

    [Fact]
    public void A_share_row_goes_from_its_start_to_its_target_and_never_back() => For(
        Cases.Where(c => c.Shape != Shape.Growth), c =>
        {
            double[] shares = c.Run(PathWhat.SharePct);
            bool up = shares[0] < c.TargetPct;
            return Pairs(shares).All(p => up ? p.After >= p.Before : p.After <= p.Before)
                && shares.All(s => up ? s <= c.TargetPct : s >= c.TargetPct);
        });

    [Fact]
    public void Growth_moves_money_by_its_rate_until_the_target() => For(
        Cases.Where(c => c.Shape == Shape.Growth && c.To == 0), c =>
        {
            World world = SmallAlliance.Run(c.Macro, [c.Row(PathWhat.SharePct)]);
            double[] money = SmallAlliance.Column(world, world.SpendingConstUsdM, Aaa);
            double[] shares = world.Shares(Aaa);

            // Ten years of a rate, each rounded: 1e-9 of the amount is far more than rounding makes.
            return Enumerable.Range(c.From - BaseYear + 1, LastYear - c.From).All(t =>
                shares[t] == c.TargetPct
                || Math.Abs((money[t] / money[t - 1]) - (1 + (c.ShapeValue / 100))) < 1e-9);
        });

    [Fact]
    public void Through_its_first_year_a_row_changes_nothing() => For(Cases, c =>
        c.Run(PathWhat.SharePct).Take(c.From - BaseYear + 1).Distinct().Count() == 1);

    [Fact]
    public void Caps_hold_in_every_year_and_never_bind_a_fall() => For(Slow, s =>
    {
        World world = SmallAlliance.Run(
            s.Case.Macro, [s.Case.Row(PathWhat.SharePct)], Set(Setting.MaxStepPp, A, s.MaxStepPp), Set(Setting.MaxGrowthPct, A, s.MaxGrowthPct));
        double[] planned = SmallAlliance.Column(world, world.PlannedSharePct, Aaa);
        double[] shares = world.Shares(Aaa);
        double[] money = SmallAlliance.Column(world, world.SpendingConstUsdM, Aaa);
        return Enumerable.Range(1, shares.Length - 1).All(t =>
        {
            if (planned[t] <= shares[t - 1])
            {
                return shares[t] == planned[t];
            }

            // One rounding of a sum and a few of products: 1e-12 of the amount.
            double highest = Math.Max(
                shares[t - 1], Math.Min(shares[t - 1] + s.MaxStepPp, shares[t - 1] * (1 + (s.MaxGrowthPct / 100)) / (1 + (s.Case.GrowthPct / 100))));
            return shares[t] <= planned[t]
                && shares[t] >= shares[t - 1]
                && shares[t] <= highest * (1 + 1e-12)
                && (shares[t] == planned[t] || shares[t] >= highest * (1 - 1e-12))
                && (shares[t] == shares[t - 1] || money[t] <= money[t - 1] * (1 + (s.MaxGrowthPct / 100)) * (1 + 1e-12));
        });
    });

    [Fact]
    public void A_delay_is_the_same_path_later() => For(Slow, s =>
    {
        double[] path = s.Case.Run(PathWhat.SharePct);
        double[] late = s.Case.Run(PathWhat.SharePct, Set(Setting.DelayYears, A, s.DelayYears, s.DelayFrom));
        int from = s.DelayFrom - BaseYear;
        return Enumerable.Range(0, path.Length).All(t =>
            late[t] == (t <= from ? path[t] : t <= from + s.DelayYears ? path[from] : path[t - s.DelayYears]));
    });

    [Fact]
    public void Full_delivery_changes_nothing_and_none_stops_every_rise() => For(Slow, s =>
    {
        double[] path = s.Case.Run(PathWhat.SharePct);
        double[] full = s.Case.Run(PathWhat.SharePct, Set(Setting.DeliveryPct, A, 100, s.DelayFrom));
        double[] none = s.Case.Run(PathWhat.SharePct, Set(Setting.DeliveryPct, A, 0, s.DelayFrom));
        int from = s.DelayFrom - BaseYear;
        return full.SequenceEqual(path)
            && Enumerable.Range(0, path.Length).All(t => none[t] == (t < from ? path[t] : Math.Min(path[t], path[from])));
    });

    [Fact]
    public void Delivery_lies_between_the_start_and_the_plan() => For(Slow.Where(s => s.DeliveryPct <= 100), s =>
    {
        double[] path = s.Case.Run(PathWhat.SharePct);
        double[] part = s.Case.Run(PathWhat.SharePct, Set(Setting.DeliveryPct, A, s.DeliveryPct));
        return path.Zip(part).All(p => p.First <= path[0] ? p.Second == p.First : p.Second >= path[0] && p.Second <= p.First * (1 + 1e-15));
    });

    [Fact]
    public void The_order_of_modifier_rows_does_not_matter() => For(
        from slow in Slow from shuffled in Gen.Shuffle(slow.Settings) select (slow, shuffled), both =>
        both.slow.Case.Run(PathWhat.SharePct, both.slow.Settings).SequenceEqual(both.slow.Case.Run(PathWhat.SharePct, both.shuffled)));

    [Fact]
    public void The_order_of_path_rows_does_matter()
    {
        PathRow floor = Row(PathWhat.AtLeastPct, A, 3, to: 2030);
        PathRow fall = Row(PathWhat.SharePct, A, 1, to: 2028);
        Assert.Equal(3.0, SmallAlliance.Run([fall, floor]).Share(Aaa, 2030));
        Assert.Equal(1.0, SmallAlliance.Run([floor, fall]).Share(Aaa, 2030));
    }

    [Fact]
    public void Members_do_not_touch_each_other() => For(from a in Cases from b in Cases select (a, b), both =>
    {
        PathRow a = both.a.Row(PathWhat.SharePct);
        PathRow b = both.b.Row(PathWhat.AtLeastPct) with { Members = B };
        double[] alone = SmallAlliance.Run([a]).Shares(Aaa);
        return alone.SequenceEqual(SmallAlliance.Run([a, b]).Shares(Aaa)) && alone.SequenceEqual(SmallAlliance.Run([b, a]).Shares(Aaa));
    });

    private static Gen<double> Between(int low, int high, double unit) => Gen.Choose(low, high).Select(n => n * unit);

    private static Gen<Case> Cases { get; } =
        from start in Between(1, 900, 0.01)
        from growth in Between(-60, 90, 0.1)
        from target in Between(1, 900, 0.01)
        from first in Gen.Choose(BaseYear, LastYear - 2)
        from length in Gen.Choose(1, 15)
        from shape in Gen.Elements(
            Shape.Linear, Shape.Front, Shape.Back, Shape.SCurve, Shape.Geometric, Shape.Step, Shape.Growth, Shape.Close)
        from value in Value(shape)
        from dated in Gen.Elements(true, false)
        let needsTo = shape is not (Shape.Step or Shape.Growth or Shape.Close)
        select new Case(start, growth, target, first, needsTo || dated ? first + length : 0, shape, value);

    private static Gen<Slowed> Slow { get; } =
        from path in Cases
        from step in Between(0, 100, 0.01)
        from rise in Between(0, 400, 0.1)
        from delay in Gen.Choose(0, 6)
        from first in Gen.Choose(BaseYear, LastYear)
        from delivery in Gen.Choose(0, 150)
        select new Slowed(path, step, rise, delay, first, delivery);

    private static Gen<double> Value(Shape shape) => shape switch
    {
        Shape.Front or Shape.Back => Between(10, 80, 0.1),
        Shape.Step => Between(1, 100, 0.01),
        Shape.Growth => Between(-200, 400, 0.1),
        Shape.Close => Gen.Choose(1, 100).Select(n => (double)n),
        _ => Gen.Constant(0.0),
    };

    private static IEnumerable<(double Before, double After)> Pairs(double[] shares) => shares.Zip(shares.Skip(1));

    private static void For<T>(Gen<T> cases, Func<T, bool> holds) => Prop.ForAll(cases.ToArbitrary(), holds).Check(Config);
}
