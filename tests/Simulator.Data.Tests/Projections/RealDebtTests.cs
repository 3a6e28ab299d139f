using Simulator.Alliance;
using Simulator.Data.Tests.Editions;
using Simulator.Engine;
using Simulator.Pathways;
using Simulator.Projections;

namespace Simulator.Data.Tests.Projections;

/// <summary>Debt on the shipped editions: where nothing moves the IMF path, it comes out; where something does, sums and signs hold.</summary>
public class RealDebtTests
{
    private const int LastYear = 2045;

    // A dozen products of doubles: parts in 1e14 of ratios up to 300.
    private const double Rounding = 1e-11;

    private static readonly MoneyBasis NationalCurrent = new(CurrencyChoice.National, PriceBasis.Current);

    public static TheoryData<string> Editions => ["nato-2026", "nato-2024"];

    [Theory]
    [MemberData(nameof(Editions))]
    public void Nothing_done_is_the_IMF_path_for_every_member(string id)
    {
        MacroPath macro = Macro(id);
        World world = Run(macro, []);
        FiscalWorld[] hold = [.. world.Fiscal.Where(f => f.Reference == FiscalReference.Hold)];
        Assert.Equal([100, 67, 0], hold.Select(f => f.BorrowedPct));
        foreach (FiscalWorld fiscal in hold)
        {
            AssertClose(macro.ImfDebtPct, fiscal.DebtPct);
            AssertClose(macro.ImfBalancePct, fiscal.BalancePct);
            Assert.All(fiscal.ExtraDebtNcuBn.Concat(fiscal.ExtraDebtPp).Concat(fiscal.ShockDebtPp).Concat(fiscal.GdpEffectPct), v => Assert.Equal(0, v));
        }

        for (int i = 0; i < macro.ImfDebtPct.Length; i++)
        {
            int year = macro.BaseYear + (i / macro.Members);
            if (year <= macro.Edition.Weo.LastYear)
            {
                Assert.Equal(macro.Edition.Weo.Value(WeoIndicator.GrossDebtPct, i % macro.Members, year), macro.ImfDebtPct[i]);
                Assert.Equal(macro.Edition.Weo.Value(WeoIndicator.BalancePct, i % macro.Members, year), macro.ImfBalancePct[i]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void Without_effects_on_GDP_spending_that_is_not_borrowed_leaves_the_IMF_path(string id)
    {
        MacroPath macro = Macro(id);
        World world = Run(
            macro,
            [AtLeast(macro.Edition.Roster.WithForces, 3.5)],
            Set(macro, Setting.Multiplier, 0),
            Set(macro, Setting.TaxDrag, 0));
        double[] x = world.Fiscal[0].ExtraSpendingNcuBn;
        foreach (FiscalWorld fiscal in world.Fiscal.Where(f => f.Reference == FiscalReference.Hold))
        {
            Assert.All(fiscal.GdpEffectPct, y => Assert.Equal(0, y));
            Assert.Equal(x, fiscal.ExtraSpendingNcuBn);
            if (fiscal.BorrowedPct == 0)
            {
                AssertClose(macro.ImfDebtPct, fiscal.DebtPct);
                AssertClose(macro.ImfBalancePct, fiscal.BalancePct);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void Without_effects_and_interest_extra_debt_is_the_sum_of_what_the_projection_has_above_hold(string id)
    {
        // No interest, and debts so low that no premium arises.
        MacroPath real = Macro(id);
        var macro = new MacroPath
        {
            Edition = real.Edition,
            LastYear = real.LastYear,
            GdpConstUsdM = real.GdpConstUsdM,
            GrowthPct = real.GrowthPct,
            DeflatorGrowthPct = real.DeflatorGrowthPct,
            NominalGdpNcuBn = real.NominalGdpNcuBn,
            NcuPerUsd = real.NcuPerUsd,
            EurPerUsd = real.EurPerUsd,
            PopulationM = real.PopulationM,
            GovernmentSpendingPct = real.GovernmentSpendingPct,
            GovernmentRevenuePct = real.GovernmentRevenuePct,
            ImfDebtPct = [.. real.ImfDebtPct.Select(d => d / 100)],
            ImfBalancePct = real.ImfBalancePct,
            InterestRatePct = new double[real.InterestRatePct.Length],
            Assumptions = [],
        };
        World world = Run(
            macro,
            [AtLeast(macro.Edition.Roster.WithForces, 3.5)],
            Set(macro, Setting.Multiplier, 0),
            Set(macro, Setting.TaxDrag, 0));
        var projection = new Projection(world);
        foreach (FiscalWorld fiscal in world.Fiscal.Where(f => f.Reference == FiscalReference.Hold))
        {
            for (int m = 0; m < macro.Members; m++)
            {
                double expected = fiscal.BorrowedPct / 100 * projection.CumulativeExtraBn(Unit.Member(m), LastYear, NationalCurrent);
                Assert.Equal(expected, fiscal.ExtraDebtNcuBn[((macro.Years - 1) * macro.Members) + m], 1e-10 * Math.Max(1, Math.Abs(expected)));
            }
        }
    }

    [Fact]
    public void Against_the_IMF_path_only_what_lies_above_its_plans_is_extra()
    {
        // Latvia's budget law is inside: 5 in 2027, then 4.87, which is below the share of 2026 and so counts as that. At 5 throughout,
        // 2027 is no extra. Sweden's 3.5 in 2030 is inside: at 5, half of the way there in 2028 and 1.5 points in 2030 are extra.
        MacroPath macro = Macro("nato-2026");
        int latvia = macro.Edition.Roster.Member("LVA").Index;
        int sweden = macro.Edition.Roster.Member("SWE").Index;
        World world = Run(macro, [AtLeast(MemberSet.Of(latvia).Union(MemberSet.Of(sweden)), 5) with { To = 2027 }]);
        FiscalWorld imf = world.Fiscal.First(f => f.Reference == FiscalReference.ImfPath);
        Assert.Equal(0, imf.ExtraSpendingNcuBn[At(macro, latvia, 2027)], Rounding);
        Assert.True(world.SharePct[latvia] > 4.87);
        Assert.Equal(world.Fiscal[0].ExtraSpendingNcuBn[At(macro, latvia, 2030)], imf.ExtraSpendingNcuBn[At(macro, latvia, 2030)], Rounding);
        double held = world.SharePct[sweden];
        double part2028 = (5 - ((held + 3.5) / 2)) / (5 - held);
        double part2030 = 1.5 / (5 - held);
        Assert.Equal(part2028 * world.Fiscal[0].ExtraSpendingNcuBn[At(macro, sweden, 2028)], imf.ExtraSpendingNcuBn[At(macro, sweden, 2028)], 1e-9);
        Assert.Equal(part2030 * world.Fiscal[0].ExtraSpendingNcuBn[At(macro, sweden, 2030)], imf.ExtraSpendingNcuBn[At(macro, sweden, 2030)], 1e-9);

        // Germany holds where the IMF expects a rise: it borrows less than the IMF sees. Italy has no listed plan.
        int germany = macro.Edition.Roster.Member("DEU").Index;
        int italy = macro.Edition.Roster.Member("ITA").Index;
        Assert.True(imf.ExtraSpendingNcuBn[At(macro, germany, 2030)] < 0);
        Assert.True(imf.DebtPct[At(macro, germany, 2030)] < macro.ImfDebtPct[At(macro, germany, 2030)]);
        Assert.Equal(0, imf.ExtraSpendingNcuBn[At(macro, italy, 2030)]);
    }

    [Fact]
    public void Nothing_is_inside_the_IMF_path_of_an_edition_that_lists_nothing() =>
        Assert.DoesNotContain(Run(Macro("nato-2024"), []).Fiscal, f => f.Reference == FiscalReference.ImfPath);

    [Fact]
    public void Flags_know_the_EU_and_the_escape_clause()
    {
        MacroPath macro = Macro("nato-2026");
        World world = Run(macro, [AtLeast(macro.Edition.Roster.WithForces, 5)]);
        var reading = new FiscalReading(new Projection(world), world.Fiscal[0]);
        bool within = false;
        for (int m = 0; m < macro.Members; m++)
        {
            bool isInEu = macro.Edition.Roster.Group("EU").Members.Contains(m);
            for (int year = macro.BaseYear; year <= LastYear; year++)
            {
                FiscalFlags flags = reading.Flags(m, year);
                double deficit = -world.Fiscal[0].BalancePct[At(macro, m, year)];
                Assert.Equal(isInEu && deficit > 3.005, flags.HasFlag(FiscalFlags.DeficitAbove3) && deficit > 3.005);
                Assert.Equal(!isInEu && deficit > 3.005, flags.HasFlag(FiscalFlags.DeficitOver3Elsewhere) && deficit > 3.005);
                if (flags.HasFlag(FiscalFlags.WithinEscapeClause))
                {
                    within = true;
                    Assert.True(macro.Edition.EscapeClauseUsers.Contains(m) && year <= EscapeClause.LastYear && deficit < 4.51);
                }
            }
        }

        Assert.True(within);
    }

    [Fact]
    public void Extra_spending_is_what_the_projection_has_above_hold_in_national_money()
    {
        MacroPath macro = Macro("nato-2026");
        World world = Run(macro, [AtLeast(macro.Edition.Roster.WithForces, 3.5)]);
        var projection = new Projection(world);
        for (int m = 0; m < macro.Members; m++)
        {
            for (int year = macro.BaseYear; year <= LastYear; year++)
            {
                double expected = projection.ExtraOverHoldBn(Unit.Member(m), year, NationalCurrent);
                double actual = world.Fiscal[0].ExtraSpendingNcuBn[((year - macro.BaseYear) * macro.Members) + m];
                Assert.Equal(expected, actual, 1e-10 * Math.Max(1, Math.Abs(expected)));
            }
        }
    }

    private static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.DoesNotContain(expected, double.IsNaN);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], Rounding);
        }
    }

    private static int At(MacroPath macro, int member, int year) => ((year - macro.BaseYear) * macro.Members) + member;

    private static MacroPath Macro(string id) => MacroPathBuilder.Build(Shipped.Edition(id), LastYear);

    private static World Run(MacroPath macro, PathRow[] rows, params SettingRow[] settings) => Projector.Run(
        new Scenario { Id = "test", Title = "Test", Paths = rows, Settings = settings, Notes = [], NotComputed = [] }, macro.Edition, macro);

    private static PathRow AtLeast(MemberSet members, double share, int from = 2026) => new()
    {
        Origin = new RowOrigin("test.csv", 2),
        Members = members,
        What = PathWhat.AtLeastPct,
        Value = share,
        From = from,
        To = 2035,
    };

    private static SettingRow Set(MacroPath macro, Setting setting, double number) => new()
    {
        Origin = new RowOrigin("test.csv", 3),
        Setting = setting,
        Members = macro.Edition.Roster.All,
        Number = number,
    };
}
