using Simulator.Alliance;

namespace Simulator.Pathways;

/// <summary>
/// What the IMF path of an edition is taken to hold of defence spending, and the deficit that it leaves, by year and member
/// [t × members + member], t = 0 in the base year (model section 7). Read from the edition and not from an economy, because a
/// fastest path looks further ahead than the last year of a run. Immutable; shared by threads.
/// </summary>
public sealed class ImfContent
{
    /// <summary>The deficit up to which a fastest path borrows where no limit is set, percent of GDP: the EU's reference value,
    /// a yardstick for other members.</summary>
    public const double YardstickDeficitPct = 3;

    private const string EuGroup = "EU";

    private ImfContent(Edition edition, int years)
    {
        int length = years * edition.Roster.Count;
        Edition = edition;
        Years = years;
        SharePct = new double[length];
        DeficitPct = new double[length];
        DeficitLimitPct = new double[length];
        EscapeAllowancePct = new double[length];
        PublishedOverCurrent = new double[edition.Roster.Count];
    }

    /// <summary>The edition.</summary>
    public Edition Edition { get; }

    /// <summary>
    /// Number of years, the base year included: through the last year asked for, the last of the WEO, of the plans that it
    /// holds and of the escape clause, whichever is last. From then on nothing here changes, so that no later year can lower
    /// a ceiling.
    /// </summary>
    public int Years { get; }

    /// <summary>W: the larger of the base-year share and the plans that the IMF path holds, percent of GDP.</summary>
    public double[] SharePct { get; }

    /// <summary>def: the IMF path's deficit, percent of GDP, its last value held after the WEO ends; NaN where the WEO has none.</summary>
    public double[] DeficitPct { get; }

    /// <summary>L where the scenario sets none, percent of GDP: 3 for members of the EU, else the larger of 3 and the deficit.</summary>
    public double[] DeficitLimitPct { get; }

    /// <summary>What W lies above the share of 2021, up to 1.5 percent of GDP, while the escape clause may be used; NaN for members
    /// and years without it.</summary>
    public double[] EscapeAllowancePct { get; }

    /// <summary>The base year's published share over the share at current prices, by member: points of GDP at current prices, in
    /// which a balance is told, times this are points of the published share.</summary>
    public double[] PublishedOverCurrent { get; }

    /// <summary>Members with armed forces for which the WEO gives no balance: their fiscal limit is not known.</summary>
    public MemberSet WithoutBalance { get; private set; }

    /// <summary>Reads an edition.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="lastYear">The last year asked for.</param>
    public static ImfContent Of(Edition edition, int lastYear)
    {
        int contentEnd = edition.WeoContent.Select(p => p.Year).DefaultIfEmpty(0).Max();
        int last = Math.Max(Math.Max(lastYear, edition.Weo.LastYear), Math.Max(contentEnd, EscapeClause.LastYear + 1));
        var content = new ImfContent(edition, last - edition.BaseYear + 1);
        MemberSet union = edition.Roster.TryGroup(EuGroup, out Group? eu) ? eu.Members : MemberSet.Empty;
        foreach (int m in edition.Roster.WithForces)
        {
            content.Fill(m, union.Contains(m));
        }

        return content;
    }

    private void Fill(int member, bool isInUnion)
    {
        double published = BasePct(member, NatoIndicator.UsdConstantM, NatoIndicator.GdpUsdConstantM);
        PublishedOverCurrent[member] = published / BasePct(member, NatoIndicator.UsdCurrentM, NatoIndicator.GdpUsdCurrentM);
        (int Year, double SharePct)[] plans =
            [.. Edition.WeoContent.Where(p => p.Member == member && p.Year > Edition.BaseYear).OrderBy(p => p.Year).Select(p => (p.Year, p.SharePct))];
        for (int t = 0; t < Years; t++)
        {
            int year = Edition.BaseYear + t;
            int at = (t * Edition.Roster.Count) + member;
            double share = Math.Max(published, OnPlans(plans, published, year));
            double deficit = -Edition.Weo.Value(WeoIndicator.BalancePct, member, Math.Min(year, Edition.Weo.LastYear));
            SharePct[at] = share;
            DeficitPct[at] = deficit;
            DeficitLimitPct[at] = isInUnion ? YardstickDeficitPct : Math.Max(YardstickDeficitPct, deficit);
            EscapeAllowancePct[at] = Edition.EscapeClauseUsers.Contains(member) && year is >= EscapeClause.FirstYear and <= EscapeClause.LastYear
                ? EscapeClause.AllowancePct(Edition, member, year, share)
                : double.NaN;
            if (double.IsNaN(deficit))
            {
                WithoutBalance = WithoutBalance.Union(MemberSet.Of(member));
            }
        }
    }

    private double BasePct(int member, NatoIndicator spending, NatoIndicator gdp) =>
        100 * Edition.Nato.Value(spending, member, Edition.BaseYear) / Edition.Nato.Value(gdp, member, Edition.BaseYear);

    /// <summary>Straight lines from the base-year share through the plans' shares; the last is held.</summary>
    private double OnPlans((int Year, double SharePct)[] plans, double basePct, int year)
    {
        (int fromYear, double fromPct) = (Edition.BaseYear, basePct);
        foreach ((int toYear, double toPct) in plans)
        {
            if (year < toYear)
            {
                return fromPct + ((toPct - fromPct) * ((double)(year - fromYear) / (toYear - fromYear)));
            }

            (fromYear, fromPct) = (toYear, toPct);
        }

        return fromPct;
    }
}
