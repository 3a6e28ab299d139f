using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Simulator.Fiscal;
using Simulator.Lanes;

namespace Simulator.Engine;

/// <summary>
/// One year of economy and debt for all members (model section 6), after the year's spending is known. It reads paths and the
/// world's economy and moves neither.
/// </summary>
internal static class FiscalStep
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Advance<TShocks>(Plan plan, Block block, int t)
        where TShocks : struct, IShocks
    {
        FiscalPlan fiscal = plan.Fiscal;
        FiscalBlock lanes = block.Fiscal;
        ReadOnlySpan<Vector512<double>> columns = block.Columns;
        ReadOnlySpan<int> multiplier = fiscal.Multiplier.Year(t);
        ReadOnlySpan<int> importPct = fiscal.ImportPct.Year(t);
        ReadOnlySpan<int> fadePct = fiscal.FadePct.Year(t);
        ReadOnlySpan<int> taxDrag = fiscal.TaxDrag.Year(t);
        ReadOnlySpan<int> semiElasticity = fiscal.SemiElasticity.Year(t);
        ReadOnlySpan<int> interestPp = fiscal.InterestPp.Year(t);
        ReadOnlySpan<int> borrowedPct = fiscal.BorrowedPct.Year(t);

        // Looked up once a year: for each member it would cost as much as the arithmetic.
        Span<Vector512<double>> spendingEffects = lanes.SpendingEffect.Groups;
        Span<Vector512<double>> extraPcts = lanes.ExtraSpendingPct.Groups;
        Span<Vector512<double>> offsetsEffects = lanes.OffsetsEffect.Groups;
        Span<Vector512<double>> offsetsPcts = lanes.OffsetsPct.Groups;
        Span<Vector512<double>> debtPcts = lanes.DebtPct.Groups;
        Span<Vector512<double>> imfPcts = lanes.ImfDebtPct.Groups;
        Span<Vector512<double>> extraDebts = lanes.ExtraDebtNcuBn.Groups;
        Span<Vector512<double>> shockDebts = lanes.ShockDebtNcuBn.Groups;
        Span<Vector512<double>> extraSpendings = lanes.ExtraSpendingNcuBn.Groups;
        Span<Vector512<double>> effectPcts = lanes.GdpEffectPct.Groups;
        Span<Vector512<double>> extraDebtPps = lanes.ExtraDebtPp.Groups;
        Span<Vector512<double>> shockDebtPps = lanes.ShockDebtPp.Groups;
        Span<Vector512<double>> balancePcts = lanes.BalancePct.Groups;
        Span<Vector512<double>> interestPcts = lanes.InterestPct.Groups;
        Span<Vector512<double>> priceFactors = block.PriceFactors;
        Span<Vector512<double>> gdpFactors = block.GdpFactors;
        Vector512<double> hundred = Vector512.Create(100.0);
        Vector512<double> one = Vector512<double>.One;
        for (int m = 0; m < plan.Members; m++)
        {
            int at = (t * plan.Members) + m;
            Vector512<double> imfGdp = Vector512.Create(plan.Macro.NominalGdpNcuBn[at]);
            Vector512<double> pricedGdp = imfGdp * priceFactors[m];
            Vector512<double> gdpFactor = gdpFactors[m];
            if (!TShocks.AreNone)
            {
                gdpFactor *= block.Drawn.GdpFactor[m];
            }

            Vector512<double> gdp = pricedGdp * gdpFactor;

            // X, its part of GDP, and how it is paid for.
            Vector512<double> extra = Extra<TShocks>(plan, block, t, m, pricedGdp);
            Vector512<double> extraPct = Debt.RatioPct(extra, gdp);
            Vector512<double> part = Vector512.ConditionalSelect(lanes.IsOwn, columns[borrowedPct[m]], lanes.BorrowedPct) / hundred;
            Vector512<double> borrowed = part * extra;
            Vector512<double> offsetsPct = (one - part) * extraPct;

            // y: only what changed since last year moves GDP.
            Vector512<double> fade = columns[fadePct[m]];
            Vector512<double> spendingEffect = GdpEffect.Accumulated(
                spendingEffects[m], extraPct, extraPcts[m], fade);
            Vector512<double> offsetsEffect = GdpEffect.Accumulated(
                offsetsEffects[m], offsetsPct, offsetsPcts[m], fade);
            Vector512<double> effectPct = GdpEffect.Level(
                spendingEffect, offsetsEffect, columns[multiplier[m]], columns[importPct[m]], columns[taxDrag[m]]);
            Vector512<double> gdpAfter = gdp * (one + (effectPct / hundred));

            // ΔB and L. What a growth shock takes from GDP is taken at this world's prices, so its feedback is on the GDP before it.
            Vector512<double> elasticity = columns[semiElasticity[m]];
            Vector512<double> basicRate = Vector512.Create(plan.Macro.InterestRatePct[at]) + columns[interestPp[m]];
            Vector512<double> balanceShock = Vector512<double>.Zero;
            if (!TShocks.AreNone)
            {
                basicRate += block.Drawn.RatePp[m];
                balanceShock = block.Drawn.BalancePct[m] / hundred * gdp;
            }

            Vector512<double> rate = Debt.RatePct(basicRate, debtPcts[m], imfPcts[m]);
            Vector512<double> interest = Debt.Interest(extraDebts[m], rate);
            Vector512<double> feedback = Debt.Feedback(effectPct, elasticity, gdp);
            Vector512<double> extraDebt = Debt.Extra(extraDebts[m], interest, borrowed, feedback);
            Vector512<double> shockPct = hundred * (gdpFactor - one);
            Vector512<double> shockBefore = shockDebts[m];
            Vector512<double> shockDebt = Debt.Extra(
                shockBefore, Debt.Interest(shockBefore, rate), Vector512<double>.Zero - balanceShock, Debt.Feedback(shockPct, elasticity, pricedGdp));

            // Ratios: without anything, with the shock alone, with both. The parts add up to the difference.
            Vector512<double> imfDebt = Vector512.Create(fiscal.ImfDebtNcuBn[at]);
            Vector512<double> imfPct = Debt.RatioPct(imfDebt, imfGdp);
            Vector512<double> shockedPct = Debt.RatioPct(imfDebt + shockDebt, gdp);
            Vector512<double> debtPct = Debt.RatioPct(imfDebt + shockDebt + extraDebt, gdpAfter);
            Vector512<double> balance = Debt.Balance(
                Vector512.Create(fiscal.ImfBalanceNcuBn[at]), borrowed, feedback, interest, shockDebt - shockBefore);

            extraSpendings[m] = extra;
            extraPcts[m] = extraPct;
            offsetsPcts[m] = offsetsPct;
            spendingEffects[m] = spendingEffect;
            offsetsEffects[m] = offsetsEffect;
            effectPcts[m] = effectPct;
            extraDebts[m] = extraDebt;
            shockDebts[m] = shockDebt;
            extraDebtPps[m] = debtPct - shockedPct;
            shockDebtPps[m] = shockedPct - imfPct;
            imfPcts[m] = imfPct;
            debtPcts[m] = debtPct;
            balancePcts[m] = Debt.RatioPct(balance, gdpAfter);
            interestPcts[m] = Debt.RatioPct(interest, gdpAfter);
        }
    }

    /// <summary>
    /// X: what the path costs above the reference in this world, and the new money of the related leg's rise. The reference is spent
    /// in the same world under the same rule for budgets, so a shock alone is no extra spending. Against the IMF path X may be negative:
    /// a member that spends less than the IMF expects borrows less than the IMF expects.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Extra<TShocks>(Plan plan, Block block, int t, int m, Vector512<double> pricedGdp)
        where TShocks : struct, IShocks
    {
        FiscalPlan fiscal = plan.Fiscal;
        int at = (t * plan.Members) + m;
        Vector512<double> hundred = Vector512.Create(100.0);
        Vector512<double> path = block.Path(0)[m];
        Vector512<double> hold = block.Start(0)[m];
        int stated = fiscal.InBaselinePct.Year(t)[m];
        Vector512<double> imf = stated == 0
            ? Vector512.Create(fiscal.ImfContentPct[at])
            : hold + (block.Columns[stated] / hundred * Lane.Larger(path - hold, Vector512<double>.Zero));
        Vector512<double> reference = Vector512.ConditionalSelect(block.Fiscal.IsAgainstImfPath, imf, hold);

        // A budget in real money stands where GDP does not.
        Vector512<double> real = plan.KeepsRealMoney.Contains(m) ? Vector512<double>.One : block.GdpFactors[m];
        if (!TShocks.AreNone)
        {
            real *= block.Drawn.BudgetFactor[m] * block.Drawn.GdpFactor[m];
        }

        Vector512<double> extra = (path - reference) * Vector512.Create(fiscal.CoreNcuBnPerPct[at]) * block.PriceFactors[m] * real;
        if (plan.HasRelated)
        {
            // No number, and so no rise, for members without a related path.
            Vector512<double> rise = Lane.Larger(block.Path(1)[m] - block.Start(1)[m], Vector512<double>.Zero);
            extra += block.Columns[fiscal.NewMoneyPct.Year(t)[m]] / hundred * (rise / hundred) * pricedGdp * real;
        }

        return extra;
    }
}
