using Simulator.Alliance;
using Simulator.Tests.Lanes;
using Simulator.Uncertainty;

namespace Simulator.Tests.Uncertainty;

/// <summary>
/// One draw of model section 8 worked out from its text with plain numbers and the library's functions, member by member and year
/// by year, for straight paths from the base year with a cap on steps. It shares no code with the model but its inputs.
/// </summary>
internal sealed class SlowDraw(ShockParameters p, MacroPath macro, ulong seed, uint draw)
{
    public required double[] BaseSharePct { get; init; }

    public required double[] TargetPct { get; init; }

    public required int TargetYear { get; init; }

    public required double MaxStepPp { get; init; }

    public required double[] StatedGrowthPp { get; init; }

    public required double[] StatedInflationPp { get; init; }

    public required double BorrowedPct { get; init; }

    public required bool[] KeepsRealMoney { get; init; }

    /// <summary>Share, GDP, spending, price factor, debt and balance of every year.</summary>
    public double[][] Member(int m)
    {
        List<double[]> years = [];
        double r = p.StartMean[m] + (p.StartSd[m] * Pair(0, m, 3).First);
        (double a, double d, double h, double q, double bal, double rate) = (0, 0, 0, 0, 0, 0);
        (double statedGdp, double drawnGdp, double price) = (1, 1, 1);
        double share = BaseSharePct[m];
        (double x, double o, double effect, double offsetEffect, double extraDebt, double shockDebt) = (0, 0, 0, 0, 0, 0);
        (double debtBefore, double imfBefore) = (0, 0);
        for (int t = 0; t < macro.Years; t++)
        {
            int at = (t * macro.Members) + m;
            if (t > 0)
            {
                (double growthNormal, double deflatorNormal) = Pair(t, m, 0);
                (double growthFactor, double deflatorFactor) = Common(t);
                a = (p.GrowthPersistence * a) + (p.GrowthLoading[m] * growthFactor) + (p.GrowthSd[m] * growthNormal);
                d = (p.DeflatorPersistence * d) + (p.DeflatorLoading[m] * deflatorFactor) + (p.DeflatorSd[m] * deflatorNormal);
                h = (p.BudgetLag * h) + (a / 100);
                (double balanceNormal, double rateNormal) = Pair(t, m, 1);
                bal = (p.BalancePersistence * bal) + (p.BalanceSd[m] * balanceNormal);
                rate = (p.RatePersistence * rate) + (p.RateSd[m] * rateNormal);
                double deliveryNormal = t % 2 == 1 ? Pair(t, m, 2).First : Pair(t - 1, m, 2).Second;
                q = t == 1
                    ? p.DeliverySd * deliveryNormal
                    : (p.DeliveryPersistence * q) + (p.DeliverySd * Math.Sqrt(1 - Math.Pow(p.DeliveryPersistence, 2)) * deliveryNormal);
                double g = macro.GrowthPct[at];
                double pi = macro.DeflatorGrowthPct[at];
                statedGdp *= (100 + g + StatedGrowthPp[m]) / (100 + g);
                drawnGdp *= (100 + g + StatedGrowthPp[m] + a) / (100 + g + StatedGrowthPp[m]);
                price *= (100 + pi + StatedInflationPp[m]) / (100 + pi) * (100 + pi + StatedInflationPp[m] + d) / (100 + pi + StatedInflationPp[m]);
            }

            // Planned, delivered, capped.
            double way = Math.Min(1, (double)t / (TargetYear - macro.BaseYear));
            double planned = BaseSharePct[m] + ((Math.Max(TargetPct[m], BaseSharePct[m]) - BaseSharePct[m]) * way);
            if (t > 0)
            {
                double delivered = BaseSharePct[m] + (p.DeliveryPct[m] / 100 * Math.Exp(q - (p.DeliverySd * p.DeliverySd / 2)) * (planned - BaseSharePct[m]));
                share = delivered > share ? Math.Min(delivered, share + MaxStepPp) : delivered;
            }

            // Revised, behind GDP, and in money.
            double budget = Math.Exp(r - h);
            double real = KeepsRealMoney[m] ? 1 : statedGdp;
            double gdpConst = macro.GdpConstUsdM[at] * statedGdp * drawnGdp;
            double spending = share / 100 * macro.GdpConstUsdM[at] * real * drawnGdp * budget;

            // Debt against hold under the scenario's own financing.
            double imfGdp = macro.NominalGdpNcuBn[at];
            double gdp = imfGdp * price * statedGdp * drawnGdp;
            double corePerPct = BaseAmountNcuBn(m) / BaseSharePct[m] * (macro.GdpConstUsdM[at] / macro.GdpConstUsdM[m]) * Deflator(m, t);
            double extra = BaseSharePct[m] == 0 ? 0 : (share - BaseSharePct[m]) * corePerPct * price * real * drawnGdp * budget;
            double xNow = 100 * extra / gdp;
            double oNow = (1 - (BorrowedPct / 100)) * xNow;
            effect = (0.9 * effect) + xNow - x;
            offsetEffect = (0.9 * offsetEffect) + oNow - o;
            (x, o) = (xNow, oNow);
            double y = (0.7 * (1 - 0.3) * effect) - (0.4 * offsetEffect);
            double elasticity = macro.GovernmentRevenuePct[m] / 100;
            double rho = macro.InterestRatePct[at] + rate + (0.03 * (Math.Max(60, debtBefore) - Math.Max(60, imfBefore)));
            double interest = rho / 100 * extraDebt;
            double feedback = elasticity * y / 100 * gdp;
            double balanceShock = bal / 100 * gdp;
            double shockNow = (shockDebt * (1 + (rho / 100))) - balanceShock - (elasticity * ((statedGdp * drawnGdp) - 1) * imfGdp * price);
            extraDebt += interest + (BorrowedPct / 100 * extra) - feedback;
            double imfDebt = macro.ImfDebtPct[at] / 100 * imfGdp;
            double gdpAfter = gdp * (1 + (y / 100));
            double balance = (macro.ImfBalancePct[at] / 100 * imfGdp) - (BorrowedPct / 100 * extra) + feedback - interest - (shockNow - shockDebt);
            shockDebt = shockNow;
            imfBefore = 100 * imfDebt / imfGdp;
            debtBefore = 100 * (imfDebt + shockDebt + extraDebt) / gdpAfter;
            years.Add([100 * spending / gdpConst, gdpConst, spending, price, debtBefore, 100 * balance / gdpAfter]);
        }

        return [.. years];
    }

    private double BaseAmountNcuBn(int m) => macro.Edition.Nato.Value(NatoIndicator.NcuCurrentM, m, macro.BaseYear) / 1000;

    private double Deflator(int m, int t)
    {
        double level = 1;
        for (int k = 1; k <= t; k++)
        {
            level *= 1 + (macro.DeflatorGrowthPct[(k * macro.Members) + m] / 100);
        }

        return level;
    }

    private (double Growth, double Deflator) Common(int t)
    {
        int odd = t % 2 == 1 ? t : t - 1;
        (double u1, double u2) = Uniforms(odd, 255, 0);
        return (Picked(p.GrowthFactor, u1), Picked(p.DeflatorFactor, u2));

        double Picked(IReadOnlyList<double> history, double u) => history[((int)Math.Floor(u * history.Count) + (t - odd)) % history.Count];
    }

    private (double First, double Second) Pair(int year, int member, int variable)
    {
        (double u1, double u2) = Uniforms(year, member, variable);
        double radius = Math.Sqrt(-2 * Math.Log(u1));
        return (radius * Math.Cos(2 * Math.PI * u2), radius * Math.Sin(2 * Math.PI * u2));
    }

    private (double U1, double U2) Uniforms(int year, int member, int variable)
    {
        uint[] words = PhiloxTests.Plain([draw, (uint)year, (uint)member, (uint)variable], [(uint)seed, (uint)(seed >> 32)]);
        return (Uniform(words[0], words[1]), Uniform(words[2], words[3]));

        static double Uniform(uint low, uint high) => ((((ulong)high << 32) | low) / 4096 + 0.5) / Math.Pow(2, 52);
    }
}
