using System.Globalization;
using Simulator.Alliance;
using Simulator.Projections;
using Simulator.Reports.Answers;

namespace Simulator.Reports.Claims;

/// <content>Claims about what has been, and how figures are put into words.</content>
public static partial class ClaimAnswers
{
    private static string Accessions(ClaimEvidence e)
    {
        Roster roster = e.Edition.Roster;
        IEnumerable<string> steps = roster.Members.Select(m => m.Accession).Distinct().Order()
            .Select(y => string.Create(CultureInfo.InvariantCulture, $"{roster.JoinedBy(roster.All, y).Count} in {y}"));
        return $"The alliance had {List(steps)}; totals of past years count a member from the year it joined.";
    }

    private static string UsInTotalAndEquipment(ClaimEvidence e)
    {
        Projection p = e.Of("hold-share");
        Unit all = e.Group("ALL");
        Unit usa = e.Member("USA");
        double Equipment(int year)
        {
            double sum = 0;
            foreach (int m in e.Edition.Roster.JoinedBy(e.Edition.Roster.WithForces, year))
            {
                sum += p.SpendingConstUsdM(Unit.Member(m), year) * e.Edition.Nato.Value(NatoIndicator.EquipmentPct, m, year);
            }

            return 100 * p.SpendingConstUsdM(usa, year) * e.Edition.Nato.Value(NatoIndicator.EquipmentPct, usa.MemberIndex, year) / sum;
        }

        return $"The US part of the alliance's spending fell from {Pct1(p.UsPartPct(all, p.FirstYear))} in {p.FirstYear} to {Pct1(p.UsPartPct(all, p.BaseYear))} in {p.BaseYear} (estimate, {e.Edition.PriceYear} prices), "
            + $"its part of spending on equipment from {Pct1(Equipment(p.FirstYear))} to {Pct1(Equipment(p.BaseYear))}; transport and quality are not in NATO's tables.";
    }

    private static string ThreePercent(ClaimEvidence e)
    {
        Projection p = e.Of("three-by-2035");
        int[] order = [.. e.Edition.Roster.WithForces.OrderByDescending(m => p.ExtraOverHoldBn(Unit.Member(m), Year, Eur))];
        int none = order.Count(m => p.SharePct(Unit.Member(m), p.BaseYear) >= 3);
        return $"At least 3 % by {Year} costs EUR {Bn(p.ExtraOverHoldBn(e.Group("NATO"), Year, Eur))} bn more in {Year} than today's shares ({e.Edition.BaseYear} prices), "
            + $"most for {List(order.Take(5).Select(m => $"{e.Name(m)} {Bn(p.ExtraOverHoldBn(Unit.Member(m), Year, Eur))}"))}; {none} allies are above 3 % already and pay nothing more.";
    }

    private static string PlansBesideTargets(ClaimEvidence e)
    {
        Projection plans = e.Of("announced");
        Projection target = e.Of("hague-core");
        Unit others = e.Group("NATO_EUR_CAN");
        Unit allies = e.Group("NATO");
        return $"National plans bring Europe and Canada to {Pct(plans.SharePct(others, Year))} of GDP in {Year}, the 3.5 % target to {Pct(target.SharePct(others, Year))}; "
            + $"the plans hold {Pct1(100 * plans.ExtraOverHoldBn(others, Year, Eur) / target.ExtraOverHoldBn(others, Year, Eur))} of the extra money that the target takes, and {plans.MembersAt(allies, Year, 3.5)} of {allies.Members.Count} allies reach 3.5 %.";
    }

    private static string Personnel(ClaimEvidence e)
    {
        NatoTables nato = e.Edition.Nato;
        double Thousand(int m, int year) => nato.Value(NatoIndicator.PersonnelThousand, m, year);
        (int first, int b) = (nato.FirstYear, nato.LastYear);
        int[] order = [.. e.Edition.Roster.WithForces.OrderByDescending(m => Thousand(m, b))];
        return $"In {b} (estimate) the largest forces are those of {List(order.Take(4).Select(m => $"{e.Name(m)} {Whole(Thousand(m, b))} thousand ({Whole(Thousand(m, first))} in {first})"))}; "
            + $"the US has {Pct1(100 * Thousand(order[0], b) / nato.Value(NatoIndicator.PersonnelThousand, nato.NatoTotal, b))} of the alliance's {Whole(nato.Value(NatoIndicator.PersonnelThousand, nato.NatoTotal, b))} thousand.";
    }

    private static string YearsOfCuts(ClaimEvidence e)
    {
        YearSeries share = e.Sipri.SharePct;
        int[] both = [.. e.Edition.Roster.WithForces.Where(m => share.Has(m, 1989) && share.Has(m, 2014))];
        int[] fell = [.. both.Where(m => share.Value(m, 2014) < share.Value(m, 1989))];
        int[] most = [.. fell.OrderBy(m => share.Value(m, 2014) - share.Value(m, 1989)).Take(3)];
        double[] before = [.. both.Select(m => share.Value(m, 1989)).Order()];
        double[] after = [.. both.Select(m => share.Value(m, 2014)).Order()];
        return $"SIPRI has {both.Length} of today's allies in both 1989 and 2014: the share fell in {fell.Length} of them, the median from {Pct(Median(before))} to {Pct(Median(after))} of GDP, "
            + $"most in {List(most.Select(m => $"{e.Name(m)} ({Pct(share.Value(m, 1989))} to {Pct(share.Value(m, 2014))})"))}; SIPRI's definition is not NATO's.";
    }

    private static string UsPartSince1949(ClaimEvidence e)
    {
        YearSeries money = e.Sipri.ConstantUsdM;
        double Part(int year) => e.Sipri.UsPartPct(e.Edition.Roster, e.Edition.Roster.All, year);

        int[] years = [.. Enumerable.Range(money.FirstYear, money.LastYear - money.FirstYear + 1).Where(y => y >= 1949)];
        int high = years.MaxBy(Part);
        int low = years.MinBy(Part);
        return $"On SIPRI's figures the US part of the alliance's spending was {Pct1(Part(1949))} in 1949, {Pct1(Part(1989))} in 1989 and {Pct1(Part(money.LastYear))} in {money.LastYear}, "
            + $"highest in {high} ({Pct1(Part(high))}) and lowest in {low} ({Pct1(Part(low))}), under both parties (constant 2024 prices, members from the year they joined).";
    }

    private static IEnumerable<int> Short(Projection p, ClaimEvidence e) =>
        e.Edition.Roster.WithForces.Where(m => p.ShortPp(Unit.Member(m), Year) > 0);

    private static double Median(double[] ordered) =>
        ordered.Length % 2 == 1 ? ordered[ordered.Length / 2] : (ordered[(ordered.Length / 2) - 1] + ordered[ordered.Length / 2]) / 2;

    private static string List(IEnumerable<string> items)
    {
        string[] all = [.. items];
        return all.Length switch
        {
            0 => "none",
            1 => all[0],
            _ => string.Join(", ", all[..^1]) + " and " + all[^1],
        };
    }

    private static string Bn(double amount) => AnswerWords.Bn(amount);

    private static string Tenths(double value) => AnswerWords.Tenths(value);

    private static string Pct(double value) => AnswerWords.Points(value) + " %";

    private static string Pct1(double value) => AnswerWords.Percent(value);

    private static string Points(double value) => Rounding.HalfUp(value, 2).ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);

    private static string Whole(double value) => Rounding.HalfUp(value, 0).ToString("#,0", CultureInfo.InvariantCulture);
}
