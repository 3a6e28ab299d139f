using System.Globalization;

namespace Simulator.Alliance;

/// <summary>
/// Government debt, balance and interest rate of the IMF path, carried on after the WEO ends (model section 6).
/// Arrays are year-major [t × members + member], t = 0 in the base year.
/// </summary>
internal sealed class ImfFiscalPath
{
    // The rate of a member without any published one: deflator growth and this, in points.
    private const double RealRatePp = 1.5;

    // A yield of this year is the newest that the long-term file holds for every member it covers; else the rate on all debt of the next.
    private const int YieldYear = 2025;
    private const int ImplicitRateYear = 2026;

    // Years of the mean by which debt has grown beside the balance.
    private const int StockFlowYears = 3;

    private readonly Edition _edition;
    private readonly double[] _nominalNcuBn;
    private readonly double[] _deflatorGrowthPct;
    private readonly int _members;
    private readonly int _years;

    /// <summary>Works the columns out.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="nominalNcuBn">Nominal GDP, billion national currency units.</param>
    /// <param name="deflatorGrowthPct">Growth of the GDP deflator, percent.</param>
    public ImfFiscalPath(Edition edition, double[] nominalNcuBn, double[] deflatorGrowthPct)
    {
        _edition = edition;
        _nominalNcuBn = nominalNcuBn;
        _deflatorGrowthPct = deflatorGrowthPct;
        _members = edition.Roster.Count;
        _years = nominalNcuBn.Length / _members;
        DebtPct = new double[nominalNcuBn.Length];
        BalancePct = new double[nominalNcuBn.Length];
        InterestRatePct = new double[nominalNcuBn.Length];
        for (int m = 0; m < _members; m++)
        {
            Member(m);
        }
    }

    /// <summary>Gross debt, percent of GDP; NaN where the WEO has none.</summary>
    public double[] DebtPct { get; }

    /// <summary>Balance, percent of GDP; the last WEO value held; NaN where the WEO has none.</summary>
    public double[] BalancePct { get; }

    /// <summary>ρ: long-term yield of 2025, else implicit rate of 2026, else deflator growth of the year and 1.5 points; percent.</summary>
    public double[] InterestRatePct { get; }

    /// <summary>What had to be assumed, one sentence each.</summary>
    /// <param name="edition">The edition.</param>
    public static IReadOnlyList<string> Assumptions(Edition edition)
    {
        int last = edition.Weo.LastYear;
        List<string> said =
        [
            Say($"Government balances keep their {last} ratio to GDP; debt after {last} grows by them and by the mean, over the last {StockFlowYears} years of the outlook, of what it grew beside them."),
        ];
        if (edition.Roster.TryMember("NOR", out _))
        {
            said.Add("Norway's surplus goes to its fund and not to its debt.");
        }

        List<string> without = [];
        for (int m = 0; m < edition.Roster.Count; m++)
        {
            if (double.IsNaN(PublishedRate(edition, m)))
            {
                without.Add(edition.Roster.Members[m].Iso3);
            }
        }

        if (without.Count > 0)
        {
            string who = without.Count == edition.Roster.Count ? "every member" : string.Join(' ', without);
            said.Add(Say($"No published interest rate is used for {who}: extra debt costs deflator growth and {RealRatePp:0.0} points (judgement)."));
        }

        return said;
    }

    private static double PublishedRate(Edition edition, int m) =>
        edition.LongTermYieldPct.Has(m, YieldYear)
            ? edition.LongTermYieldPct.Value(m, YieldYear)
            : edition.ImplicitInterestRatePct.Value(m, ImplicitRateYear);

    private void Member(int m)
    {
        WeoSeries weo = _edition.Weo;
        double published = PublishedRate(_edition, m);
        double besideBalance = double.NaN;
        double debtNcuBn = double.NaN;
        for (int t = 0; t < _years; t++)
        {
            int i = (t * _members) + m;
            int year = _edition.BaseYear + t;
            InterestRatePct[i] = double.IsNaN(published) ? _deflatorGrowthPct[i] + RealRatePp : published;
            BalancePct[i] = weo.Value(WeoIndicator.BalancePct, m, Math.Min(year, weo.LastYear));
            if (year <= weo.LastYear)
            {
                DebtPct[i] = weo.Value(WeoIndicator.GrossDebtPct, m, year);
                debtNcuBn = DebtPct[i] / 100 * _nominalNcuBn[i];
                continue;
            }

            if (year == weo.LastYear + 1)
            {
                besideBalance = BesideBalance(m);
            }

            double carried = debtNcuBn + ((besideBalance - (BalancePct[i] / 100)) * _nominalNcuBn[i]);
            debtNcuBn = carried < 0 ? 0 : carried;
            DebtPct[i] = 100 * debtNcuBn / _nominalNcuBn[i];
        }
    }

    // σ: change of debt over GDP plus the balance ratio, as a part of GDP; an outlook that ends soon after the base year has fewer than three years.
    private double BesideBalance(int m)
    {
        int last = _edition.Weo.LastYear - _edition.BaseYear;
        int first = Math.Max(1, last - StockFlowYears + 1);
        double sum = 0;
        for (int t = first; t <= last; t++)
        {
            int i = (t * _members) + m;
            double before = DebtPct[i - _members] / 100 * _nominalNcuBn[i - _members];
            double now = DebtPct[i] / 100 * _nominalNcuBn[i];
            sum += ((now - before) / _nominalNcuBn[i]) + (BalancePct[i] / 100);
        }

        return sum / (last - first + 1);
    }

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
