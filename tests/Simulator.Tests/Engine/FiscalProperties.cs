using FsCheck;
using FsCheck.Fluent;
using Simulator.Engine;
using Simulator.Pathways;
using static Simulator.Tests.Engine.SmallAlliance;

namespace Simulator.Tests.Engine;

/// <summary>What must hold whatever the targets, years and parameters.</summary>
public class FiscalProperties
{
    // Ratios of up to a few hundred percent after eleven years of a few dozen operations.
    private const double Close = 1e-9;

    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    public void Without_effects_nothing_borrowed_is_no_extra_debt_and_more_borrowed_never_lowers_it() => Check(302, c =>
    {
        World world = Run(c, Set(Setting.Multiplier, Armed, 0), Set(Setting.TaxDrag, Armed, 0));
        return Enumerable.Range(0, world.Macro.Years * Members).All(i =>
        {
            double[] debt = [.. Hold(world).OrderBy(f => f.BorrowedPct).Select(f => f.ExtraDebtNcuBn[i])];
            double x = Hold(world)[0].ExtraSpendingNcuBn[i];
            return debt[0] == 0 && (c.TargetPct < 4 || (x >= 0 && debt[1] >= debt[0] && debt[2] >= debt[1]));
        });
    });

    [Fact]
    public void The_parts_add_up_to_the_difference_from_the_IMF_path() => Check(303, c =>
    {
        World world = Run(c, Set(Setting.GrowthPp, A.Union(C), c.ShockPp, from: 2028, to: 2030), Set(Setting.InflationPp, B, c.ShockPp));
        return world.Fiscal.All(f => Enumerable.Range(0, f.DebtPct.Length).All(i =>
            Math.Abs(f.DebtPct[i] - world.Macro.ImfDebtPct[i] - f.ExtraDebtPp[i] - f.ShockDebtPp[i]) < Close));
    });

    [Fact]
    public void After_arrival_the_effect_on_GDP_fades_as_stated() => Check(304, c =>
    {
        // Shares stand from the year of arrival on, so x moves no more and y is (1 − fade) of the year before.
        World world = Run(c, Set(Setting.FadePct, Armed, c.FadePct));
        return Hold(world).All(f => Enumerable.Range(c.To - BaseYear + 2, world.Macro.Years - (c.To - BaseYear) - 2).All(t =>
            Math.Abs(f.GdpEffectPct[(t * Members) + Aaa] - ((1 - (c.FadePct / 100)) * f.GdpEffectPct[((t - 1) * Members) + Aaa])) < Close));
    });

    [Fact]
    public void Debt_moves_by_what_is_borrowed_what_comes_back_and_interest() => Check(305, c =>
    {
        // The balance in money is the change of all debt except what the IMF path itself adds: its balance of −2 % of N0.
        World world = Run(c, Set(Setting.GrowthPp, B, c.ShockPp, from: 2028, to: 2030));
        double[] nominal = world.Macro.NominalGdpNcuBn;
        return world.Fiscal.All(f => Enumerable.Range(Members, f.DebtPct.Length - Members).All(i =>
        {
            double gdp = nominal[i] * (world.GdpConstUsdM[i] / world.Macro.GdpConstUsdM[i]) * (1 + (f.GdpEffectPct[i] / 100));
            double balance = f.BalancePct[i] / 100 * gdp;
            double debt = f.ExtraDebtNcuBn[i] + f.ShockDebtNcuBn[i] - f.ExtraDebtNcuBn[i - Members] - f.ShockDebtNcuBn[i - Members];
            return Math.Abs(balance - (-0.02 * nominal[i]) + debt) < Close;
        }));
    });

    [Fact]
    public void A_rise_that_is_borrowed_raises_debt_and_worsens_the_balance() => Check(306, c =>
    {
        World world = Run(c with { TargetPct = c.TargetPct + 4.1 });
        FiscalWorld all = world.Fiscal[0];
        return Enumerable.Range(Members, all.DebtPct.Length - Members)
            .Where(i => i % Members != Isl)
            .All(i => all.ExtraSpendingNcuBn[i] > 0 && all.ExtraDebtNcuBn[i] > 0 && all.BalancePct[i] < world.Macro.ImfBalancePct[i]
                && all.GdpEffectPct[i] > 0 && all.InterestPct[i] >= 0);
    });

    private static FiscalWorld[] Hold(World world) => [.. world.Fiscal.Where(f => f.Reference == FiscalReference.Hold)];

    private static World Run(Case c, params SettingRow[] settings) => SmallAlliance.Run(
        [Row(PathWhat.SharePct, Armed, c.TargetPct, to: c.To)], [Set(Setting.ImportPct, Armed, c.ImportPct), .. settings]);

    private static void Check(int seed, Func<Case, bool> holds)
    {
        Gen<Case> cases =
            from target in Gen.Choose(0, 800)
            from to in Gen.Choose(2027, 2033)
            from import in Gen.Choose(0, 90)
            from fade in Gen.Choose(0, 100)
            from shock in Gen.Choose(-50, 50)
            select new Case(target / 100.0, to, import, fade, shock / 10.0);
        Prop.ForAll(cases.ToArbitrary(), holds).Check(Config.WithReplay((ulong)seed, 1));
    }

    private sealed record Case(double TargetPct, int To, double ImportPct, double FadePct, double ShockPp);
}
