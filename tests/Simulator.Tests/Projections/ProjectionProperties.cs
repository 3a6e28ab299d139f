using FsCheck;
using FsCheck.Fluent;
using Simulator.Alliance;
using Simulator.Projections;
using static Simulator.Tests.Projections.TinyAlliance;

namespace Simulator.Tests.Projections;

/// <summary>What must hold in every world, whatever shares, growth and prices do.</summary>
public class ProjectionProperties
{
    private const int LastYear = 2060;
    private static readonly MacroPath Macro = MacroPathBuilder.Build(TinyAlliance.Edition(), LastYear);
    private static readonly MacroPath OldMacro = MacroPathBuilder.Build(TinyAlliance.Edition(levels: false, population: false, potential: false), LastYear);
    private static readonly PriceBasis[] Prices = Enum.GetValues<PriceBasis>();
    private static readonly Unit All = Unit.Group(Set(0, 1, 2, 3, 4));

    // A seed names a world: shares 0.01 to 8 percent, GDP 0.7 to 1.3 and prices 0.7 to 1.9 of the unshocked, by member and year.
    private static Projection World(MacroPath macro, int seed, bool shocks)
    {
        double Draw(int m, int year, int what) => ((uint)Mix(seed, m, year, what) % 10_000) / 10_000.0;
        return Read(
            macro,
            (m, y) => 0.01 + (8 * Draw(m, y, 0)),
            shocks ? (m, y) => y == 2020 ? 1 : 0.7 + (0.6 * Draw(m, y, 1)) : null,
            shocks ? (m, y) => y == 2020 ? 1 : 0.7 + (1.2 * Draw(m, y, 2)) : null);
    }

    // Not HashCode.Combine, which differs between processes: a failing seed must fail again.
    private static int Mix(int seed, int m, int year, int what)
    {
        unchecked
        {
            uint h = 2166136261;
            foreach (int part in new[] { seed, m, year, what })
            {
                h = (h ^ (uint)part) * 16777619;
                h ^= h >> 15;
                h *= 2246822519;
            }

            return (int)(h ^ (h >> 13));
        }
    }

    private static void Holds(Action<Projection> rule, bool shocks = true) =>
        Prop.ForAll(
            Gen.Choose(0, int.MaxValue).ToArbitrary(),
            seed =>
            {
                rule(World(Macro, seed, shocks));
                rule(World(OldMacro, seed, shocks));
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(20).WithReplay(2026, 5));

    private static void Near(double expected, double actual, double relative = 1e-12) =>
        Assert.True(Math.Abs(expected - actual) <= relative * Math.Max(1e-3, Math.Abs(expected)), $"{expected:R} is not {actual:R}");

    [Fact]
    public void Euro_members_have_the_same_amounts_in_their_own_money_and_in_euro() => Holds(p =>
    {
        for (int year = 2018; year <= LastYear; year += 3)
        {
            foreach (PriceBasis prices in Prices)
            {
                foreach (int m in new[] { Alfa, Bravo })
                {
                    Unit u = Unit.Member(m);
                    MoneyBasis ncu = new(CurrencyChoice.National, prices);
                    MoneyBasis eur = new(CurrencyChoice.Eur, prices);
                    Near(p.SpendingM(u, year, ncu), p.SpendingM(u, year, eur));
                    Near(p.ShortOfLineBn(u, Math.Max(2020, year), ncu), p.ShortOfLineBn(u, Math.Max(2020, year), eur));
                }
            }
        }
    });

    [Fact]
    public void Cumulative_extra_is_the_sum_of_the_years_after_the_base_year() => Holds(p =>
    {
        foreach (PriceBasis prices in Prices)
        {
            MoneyBasis eur = new(CurrencyChoice.Eur, prices);
            double sum = 0;
            for (int year = 2021; year <= LastYear; year++)
            {
                sum += p.ExtraOverHoldBn(All, year, eur);
                Assert.Equal(sum, p.CumulativeExtraBn(All, year, eur));
            }
        }
    });

    [Fact]
    public void Changes_add_up_to_the_rise_and_extra_to_spending_less_hold() => Holds(p =>
    {
        foreach (PriceBasis prices in Prices)
        {
            MoneyBasis usd = new(CurrencyChoice.Usd, prices);
            double changes = 0;
            for (int year = 2021; year <= LastYear; year++)
            {
                changes += p.ChangeOnYearBn(All, year, usd);

                // Forty differences of amounts about a thousand times as large as their rounding.
                Near(changes, p.RiseSinceBaseBn(All, year, usd), 1e-9);
                Near(p.SpendingBn(All, year, usd), p.HoldBn(All, year, usd) + p.ExtraOverHoldBn(All, year, usd));
            }
        }
    });

    [Fact]
    public void The_parts_of_the_rise_add_up_in_every_money() => Holds(p =>
    {
        foreach (CurrencyChoice money in new[] { CurrencyChoice.Eur, CurrencyChoice.Usd })
        {
            for (int year = 2020; year <= LastYear; year += 5)
            {
                RiseSplit split = p.SplitRise(All, year, money);
                Near(p.SpendingBn(All, year, new MoneyBasis(money, PriceBasis.BaseYear)), split.StartBn + split.GrowthBn + split.ShareBn);
                Near(p.SpendingBn(All, year, new MoneyBasis(money, PriceBasis.Current)), split.ConstantBn + split.PricesBn);
                Near(p.HoldBn(All, year, new MoneyBasis(money, PriceBasis.BaseYear)), split.StartBn + split.GrowthBn);
            }
        }
    });

    [Fact]
    public void A_group_is_its_members() => Holds(p =>
    {
        for (int year = 2020; year <= LastYear; year += 5)
        {
            double spending = 0;
            double gdp = 0;
            double shortUsdM = 0;
            for (int m = 0; m < Count; m++)
            {
                Unit u = Unit.Member(m);
                spending += p.SpendingConstUsdM(u, year);
                gdp += p.GdpConstUsdM(u, year);
                shortUsdM += m == Iceland ? 0 : p.ShortPp(u, year) / 100 * p.GdpConstUsdM(u, year);
            }

            Assert.Equal(100 * spending / gdp, p.SharePct(All, year));
            Near(shortUsdM, 1000 * p.ShortOfLineBn(All, year, new(CurrencyChoice.Usd, PriceBasis.PriceYear)), 1e-11);
            Near(100 * shortUsdM / gdp, p.ShortPp(All, year), 1e-11);
            Assert.InRange(p.MembersAt(All, year, 2), p.MembersAt(All, year, 3.5), p.MembersCounted(All, year));
        }
    });

    [Fact]
    public void More_for_one_member_makes_nobody_elses_shortfall_smaller() => Holds(p =>
    {
        Projection raised = Raised(p, Usa);
        for (int year = 2021; year <= LastYear; year += 4)
        {
            foreach (int m in new[] { Alfa, Bravo, Crona })
            {
                Assert.Equal(p.ShortPp(Unit.Member(m), year), raised.ShortPp(Unit.Member(m), year));
            }

            double others = p.ShortOfLineBn(Unit.Group(Set(Alfa, Bravo, Crona, Iceland)), year, UsdPriceYear);
            Near(others, raised.ShortOfLineBn(All, year, UsdPriceYear), 1e-11);
        }
    });

    [Fact]
    public void Without_inflation_current_prices_are_base_year_prices()
    {
        MacroPath still = NoInflation();
        Prop.ForAll(
            Gen.Choose(0, int.MaxValue).ToArbitrary(),
            seed =>
            {
                double share = 1 + (seed % 700 / 100.0);
                Projection p = Read(still, (m, y) => share);
                for (int year = 2020; year <= LastYear; year += 4)
                {
                    foreach (int m in new[] { Alfa, Bravo, Crona, Usa })
                    {
                        foreach (CurrencyChoice money in Enum.GetValues<CurrencyChoice>())
                        {
                            Near(
                                p.SpendingM(Unit.Member(m), year, new(money, PriceBasis.BaseYear)),
                                p.SpendingM(Unit.Member(m), year, new(money, PriceBasis.Current)));
                        }
                    }
                }
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(20).WithReplay(2026, 7));
    }

    [Fact]
    public void Required_growth_brings_the_base_amount_to_the_years_amount() => Holds(p =>
    {
        for (int year = 2021; year <= LastYear; year += 3)
        {
            double rate = 1 + (p.RequiredRealGrowthPct(All, year) / 100);
            double amount = p.SpendingConstUsdM(All, 2020);
            for (int y = 2020; y < year; y++)
            {
                amount *= rate;
            }

            Near(p.SpendingConstUsdM(All, year), amount, 1e-11);
        }
    });

    [Fact]
    public void The_first_year_is_the_first() => Holds(p =>
    {
        foreach (double threshold in new[] { 2, 3, 3.5, 5 })
        {
            bool found = p.TryFirstYearAt(Unit.Member(Crona), threshold, out int first);
            for (int year = 2020; year <= (found ? first : LastYear); year++)
            {
                bool at = Rounding.HalfUp(p.SharePct(Unit.Member(Crona), year), 2) >= threshold;
                Assert.Equal(found && year == first, at);
            }
        }
    });

    private static MoneyBasis UsdPriceYear => new(CurrencyChoice.Usd, PriceBasis.PriceYear);

    // The same world with one member far above every line.
    private static Projection Raised(Projection p, int member)
    {
        double Cell(double[] column, int m, int year) => column[((year - 2020) * Count) + m];
        return Read(
            p.Macro,
            (m, y) => m == member ? 14 : Cell(p.World.SharePct, m, y),
            (m, y) => Cell(p.World.GdpConstUsdM, m, y) / Cell(p.Macro.GdpConstUsdM, m, y),
            (m, y) => Cell(p.World.PriceFactor, m, y));
    }

    private static MacroPath NoInflation()
    {
        double[] growth = new double[Macro.GdpConstUsdM.Length];
        double[] rates = new double[growth.Length];
        for (int i = 0; i < rates.Length; i++)
        {
            rates[i] = Macro.NcuPerUsd[i % Count];
        }

        double[] euro = new double[Macro.Years];
        Array.Fill(euro, Macro.EurPerUsd[0]);
        return new MacroPath
        {
            Edition = Macro.Edition,
            LastYear = LastYear,
            GdpConstUsdM = Macro.GdpConstUsdM,
            GrowthPct = Macro.GrowthPct,
            DeflatorGrowthPct = growth,
            NominalGdpNcuBn = Macro.NominalGdpNcuBn,
            NcuPerUsd = rates,
            EurPerUsd = euro,
            PopulationM = Macro.PopulationM,
            GovernmentSpendingPct = Macro.GovernmentSpendingPct,
            GovernmentRevenuePct = Macro.GovernmentRevenuePct,
            Assumptions = [],
        };
    }
}
