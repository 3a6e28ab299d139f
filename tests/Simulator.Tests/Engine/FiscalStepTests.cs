using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Pathways;
using static Simulator.Tests.Engine.SmallAlliance;

namespace Simulator.Tests.Engine;

/// <summary>
/// The debt step by hand. AAA: share 2, at 3 from 2027 on; spending of the base year 2 bn, prices 2 % a year, real GDP stands still,
/// so N = 100 × 1.02^t bn and X = 1 % of N: 1.02 bn in 2027, 1.0404 in 2028. Debt 70, balance −2, interest 3, revenue 38 %.
/// </summary>
public class FiscalStepTests
{
    // A few dozen operations on numbers up to 100.
    private const double Close = 1e-11;

    private static readonly PathRow Three = Row(PathWhat.AtLeastPct, A, 3, to: 2027);

    [Fact]
    public void All_borrowed()
    {
        World world = Run(Three);
        FiscalWorld fiscal = Of(world, 100);
        Assert.Equal(1.02, At(world, fiscal.ExtraSpendingNcuBn, 2027), Close);
        Assert.Equal(1.0404, At(world, fiscal.ExtraSpendingNcuBn, 2028), Close);

        // A = 1, then 0.9; y = 0.7 × 0.7 × A.
        Assert.Equal(0.49, At(world, fiscal.GdpEffectPct, 2027), Close);
        Assert.Equal(0.441, At(world, fiscal.GdpEffectPct, 2028), Close);

        // 1.02 − 0.38 × 0.0049 × 102; then interest at 3 + 0.03 × (70.4685… − 70).
        Assert.Equal(0.830076, At(world, fiscal.ExtraDebtNcuBn, 2027), Close);
        Assert.Equal(1.7211447162597673, At(world, fiscal.ExtraDebtNcuBn, 2028), Close);
        Assert.Equal(0, At(world, fiscal.InterestPct, 2027), Close);
        Assert.Equal(100 * 0.025018948259767144 / (104.04 * 1.00441), At(world, fiscal.InterestPct, 2028), Close);

        // (0.7 × 102 + 0.830076)/(102 × 1.0049); (−2.04 − 1.02 + 0.189924)/(102 × 1.0049).
        Assert.Equal(70.46850432878894, At(world, fiscal.DebtPct, 2027), Close);
        Assert.Equal(71.33970248131898, At(world, fiscal.DebtPct, 2028), Close);
        Assert.Equal(1.33970248131898, At(world, fiscal.ExtraDebtPp, 2028), Close);
        Assert.Equal(-2.8000796099114345, At(world, fiscal.BalancePct, 2027), Close);
        Assert.Equal(-2.8439257195833343, At(world, fiscal.BalancePct, 2028), Close);
        Assert.All(fiscal.OffsetsPct, o => Assert.Equal(0, o));
    }

    [Fact]
    public void Nothing_borrowed()
    {
        // Offsets 1 % of GDP: y = 0.49 − 0.4 = 0.09, then 0.081; ΔB = −0.38 × 0.0009 × 102, and less interest.
        World world = Run(Three);
        FiscalWorld fiscal = Of(world, 0);
        Assert.Equal(1, At(world, fiscal.OffsetsPct, 2027), Close);
        Assert.Equal(0.09, At(world, fiscal.GdpEffectPct, 2027), Close);
        Assert.Equal(0.081, At(world, fiscal.GdpEffectPct, 2028), Close);
        Assert.Equal(-0.034884, At(world, fiscal.ExtraDebtNcuBn, 2027), Close);
        Assert.Equal(-0.06795301569723242, At(world, fiscal.ExtraDebtNcuBn, 2028), Close);
        Assert.Equal(69.87808443432904, At(world, fiscal.DebtPct, 2028), Close);
        Assert.Equal(-1.9666221305597982, At(world, fiscal.BalancePct, 2028), Close);
    }

    [Fact]
    public void Two_thirds_borrowed()
    {
        // o = 0.33: y = 0.49 − 0.4 × 0.33.
        World world = Run(Three);
        FiscalWorld fiscal = Of(world, 67);
        Assert.Equal(0.33, At(world, fiscal.OffsetsPct, 2027), Close);
        Assert.Equal(0.358, At(world, fiscal.GdpEffectPct, 2027), Close);
        Assert.Equal(0.5446392, At(world, fiscal.ExtraDebtNcuBn, 2027), Close);
        Assert.Equal(70.85849716620112, At(world, fiscal.DebtPct, 2028), Close);
    }

    [Fact]
    public void The_scenarios_own_financing_stands_beside_the_three()
    {
        World world = Run([Three], Set(Setting.BorrowedPct, A, 0, from: 2028));
        Assert.Equal([100, 67, 0, double.NaN], world.Fiscal.Select(f => f.BorrowedPct));
        FiscalWorld own = Assert.Single(world.Fiscal, f => f.IsOwnFinancing);
        Assert.Equal(0.830076, At(world, own.ExtraDebtNcuBn, 2027), Close);

        // 2028: o = 1 comes new, y = 0.441 − 0.4; interest 0.025018948…; −0.38 × 0.00041 × 104.04.
        Assert.Equal(0, At(world, own.OffsetsPct, 2027), Close);
        Assert.Equal(0.041, At(world, own.GdpEffectPct, 2028), Close);
        Assert.Equal(0.830076 + 0.025018948259767144 - (0.38 * 0.00041 * 104.04), At(world, own.ExtraDebtNcuBn, 2028), Close);
    }

    [Fact]
    public void Every_parameter_can_be_stated()
    {
        World world = Run(
            [Three],
            Set(Setting.Multiplier, A, 1.5),
            Set(Setting.ImportPct, A, 0),
            Set(Setting.FadePct, A, 50),
            Set(Setting.TaxDrag, A, 1),
            Set(Setting.SemiElasticity, A, 0.5),
            Set(Setting.InterestPp, A, 1, from: 2028));
        FiscalWorld all = Of(world, 100);
        Assert.Equal(1.5, At(world, all.GdpEffectPct, 2027), Close);
        Assert.Equal(0.75, At(world, all.GdpEffectPct, 2028), Close);
        Assert.Equal(1.02 - (0.5 * 0.015 * 102), At(world, all.ExtraDebtNcuBn, 2027), Close);

        // d(2027) = (71.4 + 0.255)/(102 × 1.015) = 69.21…, below the IMF's 70: 4 − 0.03 × 0.78….
        double before = 0.255;
        double rate = 4 + (0.03 * ((100 * 71.655 / 103.53) - 70));
        Assert.Equal(before + (rate / 100 * before) + 1.0404 - (0.5 * 0.0075 * 104.04), At(world, all.ExtraDebtNcuBn, 2028), Close);
        Assert.Equal(0.5, At(world, Of(world, 0).GdpEffectPct, 2027), Close);
    }

    [Fact]
    public void What_is_stated_as_inside_the_IMF_path_is_no_extra()
    {
        World world = Run([Three, Row(PathWhat.SharePct, B, 1, to: 2027)], Set(Setting.InBaselinePct, Armed, 30));
        Assert.Equal([FiscalReference.Hold, FiscalReference.ImfPath], world.Fiscal.Select(f => f.Reference).Distinct());
        FiscalWorld imf = Of(world, 100, FiscalReference.ImfPath);
        Assert.Equal(0.7 * 1.02, At(world, imf.ExtraSpendingNcuBn, 2027), Close);

        // A fall is no rise: none of it is inside.
        Assert.Equal(At(world, Of(world, 100).ExtraSpendingNcuBn, 2027, Bbb), At(world, imf.ExtraSpendingNcuBn, 2027, Bbb), Close);
        Assert.True(At(world, imf.ExtraSpendingNcuBn, 2027, Bbb) < 0);
    }

    [Fact]
    public void References_that_cannot_differ_are_one()
    {
        Assert.Equal([100, 67, 0], Run(Three).Fiscal.Select(f => f.BorrowedPct));
        Assert.Equal(3, Run([Three], Set(Setting.InBaselinePct, A, 0)).Fiscal.Count);
    }

    [Fact]
    public void A_shock_alone_moves_no_part_of_defence()
    {
        World world = Run([], Set(Setting.GrowthPp, A, -1, from: 2027, to: 2027), Set(Setting.InflationPp, B, 2));
        foreach (FiscalWorld fiscal in world.Fiscal)
        {
            foreach (double[] column in new[] { fiscal.ExtraSpendingNcuBn, fiscal.GdpEffectPct, fiscal.ExtraDebtNcuBn, fiscal.ExtraDebtPp, fiscal.InterestPct, fiscal.OffsetsPct })
            {
                Assert.All(column, v => Assert.Equal(0, v));
            }
        }

        // 2027: z = −1; L = 0.38 × 1/100 × 102; d = (71.4 + 0.3876)/(102 × 0.99); balance (−2.04 − 0.3876)/(102 × 0.99).
        FiscalWorld any = Of(world, 100);
        Assert.Equal(0.3876, At(world, any.ShockDebtNcuBn, 2027), Close);
        Assert.Equal(1.0909090909090935, At(world, any.ShockDebtPp, 2027), Close);
        Assert.Equal(-2.404040404040404, At(world, any.BalancePct, 2027), Close);

        // 2028: interest at 3 + 0.03 × 1.0909… on it, and 0.38 × 1/100 × 104.04 again.
        Assert.Equal(0.7947068509090909, At(world, any.ShockDebtNcuBn, 2028), Close);
        Assert.Equal(1.4786337528583573, At(world, any.ShockDebtPp, 2028), Close);

        // Inflation: debt stays in money, GDP does not: 50/(1.04/1.02) − 50, and no shock debt.
        Assert.Equal(0, At(world, any.ShockDebtNcuBn, 2030, Bbb));
        Assert.Equal((50 / (1.04 / 1.02)) - 50, At(world, any.ShockDebtPp, 2027, Bbb), Close);
    }

    [Fact]
    public void Budgets_that_stand_in_real_money_are_measured_against_a_reference_that_stands_too()
    {
        SettingRow shock = Set(Setting.GrowthPp, A, -10, from: 2027, to: 2027);
        World follows = Run([Three], shock);
        World stands = Run([Three], shock, Set(Setting.BudgetsFollow, A, 1));
        Assert.Equal(1.02 * 0.9, At(follows, Of(follows, 100).ExtraSpendingNcuBn, 2027), Close);
        Assert.Equal(1.02, At(stands, Of(stands, 100).ExtraSpendingNcuBn, 2027), Close);
        World hold = Run([], shock, Set(Setting.BudgetsFollow, A, 1));
        Assert.All(Of(hold, 100).ExtraSpendingNcuBn, x => Assert.Equal(0, x));
    }

    [Fact]
    public void Only_the_new_money_of_the_related_legs_rise_enters()
    {
        PathRow related = Row(PathWhat.AtLeastPct, A, 1.5, to: 2027) with { Leg = Leg.Related };
        World none = Run([related], Set(Setting.StartPct, A, 0.5));
        Assert.All(Of(none, 100).ExtraSpendingNcuBn, x => Assert.Equal(0, x));

        // Half of one percent of 102.
        World half = Run([related], Set(Setting.StartPct, A, 0.5), Set(Setting.NewMoneyPct, A, 50));
        Assert.Equal(0.51, At(half, Of(half, 100).ExtraSpendingNcuBn, 2027), Close);
        Assert.Equal(0, At(half, Of(half, 100).ExtraSpendingNcuBn, 2027, Bbb));
    }

    [Fact]
    public void A_member_without_forces_keeps_its_IMF_path()
    {
        FiscalWorld fiscal = Of(Run(Three), 100);
        World world = Run(Three);
        Assert.Equal(40, At(world, fiscal.DebtPct, 2036, Isl), Close);
        Assert.Equal(-2, At(world, fiscal.BalancePct, 2036, Isl), Close);
        Assert.Equal(0, At(world, fiscal.ExtraSpendingNcuBn, 2036, Isl));
    }

    [Fact]
    public void Debt_is_computed_only_when_asked_for()
    {
        MacroPath macro = Macro();
        Scenario scenario = Scenario([Three]);
        Assert.Empty(new Projector(Plan.Compile(scenario, macro)).Run().Fiscal);
        Assert.Equal(3, new Projector(Plan.Compile(scenario, macro, withFiscal: true)).Run().Fiscal.Count);
        MacroPath bare = new()
        {
            Edition = macro.Edition,
            LastYear = macro.LastYear,
            GdpConstUsdM = macro.GdpConstUsdM,
            GrowthPct = macro.GrowthPct,
            DeflatorGrowthPct = macro.DeflatorGrowthPct,
            NominalGdpNcuBn = macro.NominalGdpNcuBn,
            NcuPerUsd = macro.NcuPerUsd,
            EurPerUsd = macro.EurPerUsd,
            PopulationM = macro.PopulationM,
            GovernmentSpendingPct = macro.GovernmentSpendingPct,
            GovernmentRevenuePct = macro.GovernmentRevenuePct,
            Assumptions = [],
        };
        Assert.Empty(Projector.Run(scenario, bare.Edition, bare).Fiscal);
        Assert.Throws<ArgumentException>(() => Plan.Compile(scenario, bare, withFiscal: true));
    }

    private static FiscalWorld Of(World world, double borrowedPct, FiscalReference reference = FiscalReference.Hold) =>
        world.Fiscal.Single(f => f.BorrowedPct == borrowedPct && f.Reference == reference);

    private static double At(World world, double[] column, int year, int member = Aaa) => column[world.At(member, year)];
}
