using System.Globalization;
using Simulator.Engine;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Sweeps;
using static Simulator.Data.Tests.Sweeps.SweepCases;

namespace Simulator.Data.Tests.Sweeps;

/// <summary>Worlds of a sweep against the same worlds written out as scenario files, read and projected one by one.</summary>
public class SweptWorldTests
{
    // The same arithmetic in the same order, but for sums of money that are told member by member: parts in 1e12.
    private const double Tolerance = 1e-11;

    private static readonly Factor[] Factors =
    [
        Number("at_least_pct", "", 2.8, 5),
        Number("at_least_pct", "POL EST", 3, 4),
        Number("share_pct", "USA", 2.5, 3.5),
        Number("share_add_pp", "ITA", -0.1, 0.3),
        Number("to", "", 2030, 2038),
        Number("from", "USA", 2026, 2028),
        Number("delay_years", "DEU FRA ITA", 0, 3),
        Number("delivery_pct", "EU", 20, 100),
        Words("shape", "DEU ITA GBR NLD", "linear", "front 2", "back 3", "geometric", "step 0.2", "fastest"),
        Number("max_step_pp", "ESP", 0.1, 0.5),
        Number("step5_pp", "", 0.25, 0.5),
        Number("offsets_pp_per_year", "", 0, 0.8),
        Number("growth_pp", "", -1, 0.5),
        Number("inflation_pp", "EUROPE", -0.5, 1.5),
        Words("budgets_follow", "FRA ITA", "gdp", "plan"),
        Number("multiplier", "", 0.3, 1.5),
        Number("import_pct", "", 5, 60),
        Number("borrowed_pct", "", 33, 100),
        Number("interest_pp", "", -0.5, 1.5),
        Number("in_baseline_pct", "ITA", 0, 100),
        Number("new_money_pct", "", 0, 100),
        Words("limits", "", "precedented", "exceptional", "none"),
    ];

    private static readonly Outcome[] Outcomes =
    [
        Outcome("share_pct:DEU:2031"), Outcome("share_pct:EUROPE:2035", 3.5), Outcome("share_pct:USA:2030"), Outcome("share_pct:NATO:2029"),
        Outcome("real_growth_pct:ITA:2035"), Outcome("real_growth_pct:EUROPE:2030"),
        Outcome("spending_eur_bn:FRA:2034"), Outcome("spending_usd_bn:NATO:2035"),
        Outcome("extra_eur_bn:EUROPE:2035"), Outcome("cumulative_extra_eur_bn:EUROPE:2027-2035"),
        Outcome("short_pp:ESP:2033"), Outcome("short_pp:EUROPE:2033"), Outcome("short_eur_bn:EUROPE:2035"), Outcome("cumulative_short_usd_bn:NATO:2028-2032"),
        Outcome("members_at_3_5:NATO:2035"), Outcome("members_at_2:EU:2032"),
        Outcome("debt_pct:ITA:2035"), Outcome("extra_debt_pp:FRA:2036"), Outcome("balance_pct:ITA:2033"), Outcome("interest_pct:GBR:2036"),
    ];

    [Fact]
    public void Every_world_is_the_scenario_that_an_analyst_would_have_written()
    {
        double[][] worlds = [.. Enumerable.Range(0, 120).Select(w => Factors.Select((f, i) => f.Range.Value(Fraction(w, i))).ToArray())];
        double[][] came = Run(Bind(Base), Factors, Outcomes, worlds);
        Assert.Equal(6 * 2 * 3, SweepPlan.Compile(Bind(Base), Macro, Factors, Outcomes, out _)!.Combinations);
        for (int w = 0; w < worlds.Length; w++)
        {
            double[] expected = Projected(ByHand(worlds[w]));
            for (int o = 0; o < Outcomes.Length; o++)
            {
                AssertClose(expected[o], came[w][o], $"world {w}, {Outcomes[o].Name}");
            }
        }
    }

    [Fact]
    public void A_revised_start_multiplies_share_and_money_of_the_whole_path()
    {
        Factor[] factors = [Number("start_revision_pct", "EUROPE", -14, 6), Number("growth_pp", "", -1, 1)];
        Outcome[] outcomes = [Outcome("share_pct:DEU:2033"), Outcome("share_pct:USA:2033"), Outcome("spending_eur_bn:EUROPE:2035"), Outcome("extra_eur_bn:FRA:2030")];
        double[][] came = Run(Bind(Base), factors, outcomes, [[0, 0.25], [-10, 0.25], [0, 0], [6, 0]]);
        double[][] plain = Run(Bind(Base), [factors[1]], outcomes, [[0.25], [0]]);
        for (int o = 0; o < outcomes.Length; o++)
        {
            double factor = o == 1 ? 1 : 0.9;
            AssertClose(plain[0][o], came[0][o], outcomes[o].Name);
            AssertClose(plain[1][o], came[2][o], outcomes[o].Name);

            // Extra is taken above today's share as revised, in an economy that growth does not touch.
            if (o < 3)
            {
                AssertClose(plain[0][o] * factor, came[1][o], outcomes[o].Name);
                AssertClose(plain[1][o] * (o == 1 ? 1 : 1.06), came[3][o], outcomes[o].Name);
            }
        }

        AssertClose(plain[1][3] * 1.06, came[3][3], "extra of a world that is only revised");
    }

    [Fact]
    public void A_world_that_holds_has_nothing_above_hold_to_the_last_bit()
    {
        Factor[] factors = [Number("delivery_pct", "", 0, 100)];
        Outcome[] outcomes = [Outcome("extra_eur_bn:EUROPE:2035"), Outcome("cumulative_extra_eur_bn:NATO:2027-2036")];
        double[][] came = Run(Bind("s,ALL,hold,,,,,,,\n"), factors, outcomes, [[0], [37.5], [100]]);
        Assert.All(came.SelectMany(c => c), v => Assert.Equal(0, v));
    }

    [Fact]
    public void Backfill_is_moved_and_shared_out_by_each_of_its_rules()
    {
        string rows = "s,USA,real_change_pct,-33.3,,,2026,2032,,\ns,EUROPE,backfill_pct,50,,,,,,\ns,EUROPE,backfill_for,USA,,,,,,\n";
        Factor[] factors = [Number("backfill_pct", "EUROPE", 0, 100), Words("backfill_by", "EUROPE", "gdp", "gap", "room"), Number("real_change_pct", "USA", -50, -10)];
        Outcome[] outcomes = [Outcome("share_pct:DEU:2032"), Outcome("share_pct:ITA:2032"), Outcome("spending_usd_bn:EUROPE:2032")];
        double[][] worlds = [[60, 0, -20], [60, 1, -20], [60, 2, -20], [100, 2, -50]];
        double[][] came = Run(Bind(rows), factors, outcomes, worlds);
        for (int w = 0; w < worlds.Length; w++)
        {
            string by = factors[1].Words[(int)worlds[w][1]];
            Projection projection = Project(Bind($"s,USA,real_change_pct,{Text(worlds[w][2])},,,2026,2032,,\ns,EUROPE,backfill_pct,{Text(worlds[w][0])},,,,,,\ns,EUROPE,backfill_for,USA,,,,,,\ns,EUROPE,backfill_by,{by},,,,,,\n"));
            for (int o = 0; o < outcomes.Length; o++)
            {
                AssertClose(Read(projection, outcomes[o]), came[w][o], $"world {w}, {outcomes[o].Name}");
            }
        }

        Assert.NotEqual(came[0][0], came[1][0]);
        Assert.NotEqual(came[1][0], came[2][0]);
    }

    internal static double[][] Run(Scenario scenario, Factor[] factors, Outcome[] outcomes, double[][] worlds)
    {
        SweepPlan? plan = SweepPlan.Compile(scenario, Macro, factors, outcomes, out IReadOnlyList<SweepFault> faults);
        Assert.Empty(faults);
        return SweepRun.Of(plan!, new SweepOptions(), worlds);
    }

    private static double Fraction(int world, int factor)
    {
        double fraction = ((world + 1) * 0.6180339887498949) + ((factor + 1) * (world + 3) * 0.4142135623730951);
        return fraction - Math.Floor(fraction);
    }

    private static string ByHand(double[] v)
    {
        // Members of the floor by what moves their target and shape.
        string shape = Factors[8].Words[(int)v[8]];
        string to = Text(v[4]);
        string shapedTo = shape is "fastest" or "step 0.2" ? "" : to;
        return
            "s,DEU FRA POL,definition,national,,,,,,\n"
            + "s,DEU,budget_bn,,108.2,152.8,,,,\n"
            + $"s,ALL except USA ISL POL EST DEU ITA GBR NLD,at_least_pct,{Text(v[0])},,,2026,{to},linear,\n"
            + $"s,POL EST,at_least_pct,{Text(v[1])},,,2026,{to},linear,\n"
            + $"s,DEU ITA GBR NLD,at_least_pct,{Text(v[0])},,,2026,{shapedTo},{shape},\n"
            + $"s,USA,share_pct,{Text(v[2])},,,{Text(v[5])},{to},s-curve,\n"
            + $"s,ITA,share_add_pp,{Text(v[3])},,,2028,{to},,\n"
            + $"s,ESP,share_add_pp,0.1,,,2028,{to},,\n"
            + "s,ALL,start_pct,1,,,,,,\n"
            + "s,ALL,at_least_pct,1.5,,,2026,2035,,related\n"
            + $"s,DEU FRA ITA,delay_years,{Text(v[6])},,,,,,\n"
            + $"s,EU,delivery_pct,{Text(v[7])},,,,,,\n"
            + $"s,ESP,max_step_pp,{Text(v[9])},,,,,,\n"
            + $"s,ALL,step5_pp,{Text(v[10])},,,,,,\n"
            + $"s,ALL,offsets_pp_per_year,{Text(v[11])},,,,,,\n"
            + $"s,ALL,growth_pp,{Text(v[12])},,,,,,\n"
            + $"s,EUROPE,inflation_pp,{Text(v[13])},,,,,,\n"
            + $"s,FRA ITA,budgets_follow,{Factors[14].Words[(int)v[14]]},,,,,,\n"
            + $"s,ALL,multiplier,{Text(v[15])},,,,,,\n"
            + $"s,ALL,import_pct,{Text(v[16])},,,,,,\n"
            + $"s,ALL,borrowed_pct,{Text(v[17])},,,,,,\n"
            + $"s,ALL,interest_pp,{Text(v[18])},,,,,,\n"
            + $"s,ALL,in_baseline_pct,0,,,,,,\ns,ITA,in_baseline_pct,{Text(v[19])},,,,,,\n"
            + $"s,ALL,new_money_pct,{Text(v[20])},,,,,,\n"
            + $"s,,limits,{Factors[21].Words[(int)v[21]]},,,,,,\n";
    }

    private static double[] Projected(string rows)
    {
        Projection projection = Project(Bind(rows));
        return [.. Outcomes.Select(o => Read(projection, o))];
    }

    private static Projection Project(Scenario scenario) => new(Projector.Run(scenario, Edition, Macro));

    private static double Read(Projection p, Outcome o)
    {
        MoneyBasis money = new(o.Currency, PriceBasis.BaseYear);
        IEnumerable<int> years = Enumerable.Range(o.FirstYear, o.LastYear - o.FirstYear + 1);
        return o.Variable switch
        {
            OutcomeVariable.SharePct => p.SharePct(o.Unit, o.LastYear),
            OutcomeVariable.RealGrowthPct => p.RequiredRealGrowthPct(o.Unit, o.LastYear),
            OutcomeVariable.SpendingBn => p.SpendingBn(o.Unit, o.LastYear, money),
            OutcomeVariable.ExtraBn => years.Sum(y => p.ExtraOverHoldBn(o.Unit, y, money)),
            OutcomeVariable.ShortPp => p.ShortPp(o.Unit, o.LastYear),
            OutcomeVariable.ShortBn => years.Sum(y => p.ShortOfLineBn(o.Unit, y, money)),
            OutcomeVariable.MembersAt => p.MembersAt(o.Unit, o.LastYear, o.ThresholdPct),
            _ => Debt(p, o),
        };
    }

    private static double Debt(Projection p, Outcome o)
    {
        // Own financing, hold less what the baseline is said to hold; where no member's baseline holds anything, the two are one.
        FiscalWorld[] own = [.. p.World.Fiscal.Where(f => f.IsOwnFinancing)];
        FiscalWorld world = own.FirstOrDefault(f => f.Reference == FiscalReference.ImfPath) ?? own.Single();
        int at = p.World.SharePct.Length / p.World.Macro.Years * (o.LastYear - p.BaseYear) + o.Unit.MemberIndex;
        return o.Variable switch
        {
            OutcomeVariable.DebtPct => world.DebtPct[at],
            OutcomeVariable.ExtraDebtPp => world.ExtraDebtPp[at],
            OutcomeVariable.BalancePct => world.BalancePct[at],
            _ => world.InterestPct[at],
        };
    }

    private static void AssertClose(double expected, double actual, string what) => Assert.True(
        Math.Abs(expected - actual) <= Tolerance * Math.Max(1, Math.Abs(expected)),
        string.Create(CultureInfo.InvariantCulture, $"{what}: expected {expected:R}, came {actual:R}"));
}
