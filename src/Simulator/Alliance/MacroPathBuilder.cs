using System.Globalization;

namespace Simulator.Alliance;

/// <summary>Builds the unshocked economy of an edition (model sections 2 and 3).</summary>
public sealed class MacroPathBuilder
{
    /// <summary>Last year to which a path may reach.</summary>
    public const int LastYearAllowed = 2060;

    /// <summary>Long-run growth of the GDP deflator, percent (judgement: the usual central-bank target).</summary>
    public const double LongRunDeflatorGrowthPct = 2.0;

    /// <summary>Long-run growth of Türkiye's GDP deflator, percent (judgement: its central bank's target).</summary>
    public const double LongRunDeflatorGrowthTurPct = 5.0;

    /// <summary>Growth of output per inhabitant in the long run where there is no Commission figure, percent (judgement).</summary>
    public const double LongRunGrowthPerHeadPct = 1.2;

    /// <summary>Years after the last WEO year in which growth goes over to the Commission's potential growth, or stands still without one.</summary>
    public const int GrowthBlendYears = 5;

    /// <summary>Years after the last WEO year in which deflator growth goes to its long-run value.</summary>
    public const int DeflatorBlendYears = 10;

    /// <summary>The year in which growth without a Commission figure arrives at its long-run value.</summary>
    public const int LongRunGrowthYear = 2050;

    /// <summary>First and last year of the mean that stands for potential growth after the Commission's figures end.</summary>
    private const int PotentialMeanFirstYear = 2036;
    private const int PotentialMeanLastYear = 2040;

    private readonly Edition _edition;
    private readonly WeoSeries _weo;
    private readonly int _members;
    private readonly int _baseYear;
    private readonly int _years;
    private readonly bool _weoHasLevels;
    private readonly Currencies _currencies;
    private readonly double[] _impliedNcuPerUsd;
    private readonly double[] _rates;
    private readonly double[] _growthPct;
    private readonly double[] _deflatorGrowthPct;
    private readonly double[] _gdpConstUsdM;
    private readonly double[] _nominalNcuBn;
    private readonly double[] _ncuPerUsd;
    private readonly double[] _eurPerUsd;
    private readonly double[] _populationM;
    private readonly double[] _spendingPct;
    private readonly double[] _revenuePct;

    private MacroPathBuilder(Edition edition, int lastYear)
    {
        _edition = edition;
        _weo = edition.Weo;
        _members = edition.Roster.Count;
        _baseYear = edition.BaseYear;
        _years = lastYear - _baseYear + 1;
        _weoHasLevels = WeoHasLevels(edition);
        _currencies = new Currencies(edition);
        _impliedNcuPerUsd = _currencies.ImpliedNcuPerUsd(_baseYear);
        _rates = new double[_currencies.Count];
        int cells = _years * _members;
        _growthPct = new double[cells];
        _deflatorGrowthPct = new double[cells];
        _gdpConstUsdM = new double[cells];
        _nominalNcuBn = new double[cells];
        _ncuPerUsd = new double[cells];
        _eurPerUsd = new double[_years];
        _populationM = new double[cells];
        _spendingPct = new double[cells];
        _revenuePct = new double[cells];
    }

    /// <summary>Builds the path from the edition's base year to a horizon.</summary>
    /// <param name="edition">The edition; <see cref="MacroGaps.Find"/> must find nothing.</param>
    /// <param name="lastYear">Last projected year, after the base year and at most 2060.</param>
    /// <returns>The path, with what had to be assumed.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is not after the base year, or after 2060.</exception>
    /// <exception cref="ArgumentException">The edition lacks figures that the path needs; the message names the first.</exception>
    public static MacroPath Build(Edition edition, int lastYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lastYear, edition.BaseYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lastYear, LastYearAllowed);
        IReadOnlyList<string> gaps = MacroGaps.Find(edition);
        if (gaps.Count > 0)
        {
            throw new ArgumentException($"{edition.Id} lacks what the economy needs: {gaps[0]} ({gaps.Count} in all).", nameof(edition));
        }

        return new MacroPathBuilder(edition, lastYear).Build(lastYear);
    }

    /// <summary>True when the WEO edition holds nominal GDP in national currency and in US dollars, so that levels and exchange rates come from it.</summary>
    /// <param name="edition">The edition.</param>
    public static bool WeoHasLevels(Edition edition)
    {
        for (int m = 0; m < edition.Roster.Count; m++)
        {
            if (!edition.Weo.Has(WeoIndicator.NominalGdpNcuBn, m, edition.BaseYear) || !edition.Weo.Has(WeoIndicator.NominalGdpUsdBn, m, edition.BaseYear))
            {
                return false;
            }
        }

        return true;
    }

    private MacroPath Build(int lastYear)
    {
        for (int t = 0; t < _years; t++)
        {
            for (int m = 0; m < _members; m++)
            {
                int i = (t * _members) + m;
                _growthPct[i] = GrowthPct(m, t);
                _deflatorGrowthPct[i] = DeflatorGrowthPct(m, t);
                _gdpConstUsdM[i] = t == 0
                    ? _edition.Nato.Value(NatoIndicator.GdpUsdConstantM, m, _baseYear)
                    : _gdpConstUsdM[i - _members] * (1 + (_growthPct[i] / 100));
                _populationM[i] = PopulationM(m, t);
                _spendingPct[i] = RatioPct(WeoIndicator.ExpenditurePct, m, t);
                _revenuePct[i] = RatioPct(WeoIndicator.RevenuePct, m, t);
            }

            // The rate of a year needs nominal GDP of the year before, nominal GDP of the base year needs its rate: hence this order.
            MoveRates(t);
            _eurPerUsd[t] = _rates[_currencies.Eur];
            for (int m = 0; m < _members; m++)
            {
                _ncuPerUsd[(t * _members) + m] = _rates[_currencies.Of(m)];
                _nominalNcuBn[(t * _members) + m] = NominalNcuBn(m, t);
            }
        }

        var fiscal = new ImfFiscalPath(_edition, _nominalNcuBn, _deflatorGrowthPct);
        return new MacroPath
        {
            Edition = _edition,
            LastYear = lastYear,
            GdpConstUsdM = _gdpConstUsdM,
            GrowthPct = _growthPct,
            DeflatorGrowthPct = _deflatorGrowthPct,
            NominalGdpNcuBn = _nominalNcuBn,
            NcuPerUsd = _ncuPerUsd,
            EurPerUsd = _eurPerUsd,
            PopulationM = _populationM,
            GovernmentSpendingPct = _spendingPct,
            GovernmentRevenuePct = _revenuePct,
            ImfDebtPct = fiscal.DebtPct,
            ImfBalancePct = fiscal.BalancePct,
            InterestRatePct = fiscal.InterestRatePct,
            Assumptions = Assumptions(),
        };
    }

    private double GrowthPct(int m, int t)
    {
        int year = _baseYear + t;
        int last = _weo.LastYear;
        if (year <= last)
        {
            return _weo.Value(WeoIndicator.RealGrowthPct, m, year);
        }

        double lastPct = _weo.Value(WeoIndicator.RealGrowthPct, m, last);
        if (!_edition.PotentialGrowthPct.Has(m, PotentialMeanLastYear))
        {
            int from = last + GrowthBlendYears;
            double longRunPct = LongRunGrowthPerHeadPct + _edition.PopulationGrowthPct.Value(m, LongRunGrowthYear);
            double part = Clip((double)(year - from) / (LongRunGrowthYear - from));
            return lastPct + ((longRunPct - lastPct) * part);
        }

        double w = Clip((double)(year - last) / GrowthBlendYears);
        return ((1 - w) * lastPct) + (w * PotentialPct(m, year));
    }

    // Where the Commission's figures start later, their first value; after they end, the mean of their last five years.
    private double PotentialPct(int m, int year)
    {
        YearSeries potential = _edition.PotentialGrowthPct;
        if (year > PotentialMeanLastYear)
        {
            double sum = 0;
            for (int y = PotentialMeanFirstYear; y <= PotentialMeanLastYear; y++)
            {
                sum += potential.Value(m, y);
            }

            return sum / (PotentialMeanLastYear - PotentialMeanFirstYear + 1);
        }

        int first = year;
        while (!potential.Has(m, first))
        {
            first++;
        }

        return potential.Value(m, first);
    }

    private double DeflatorGrowthPct(int m, int t)
    {
        int year = _baseYear + t;
        int last = _weo.LastYear;
        if (year <= last)
        {
            return WeoDeflatorGrowthPct(m, year);
        }

        double lastPct = WeoDeflatorGrowthPct(m, last);
        double longRunPct = _edition.Roster.Members[m].Iso3 == "TUR" ? LongRunDeflatorGrowthTurPct : LongRunDeflatorGrowthPct;
        return lastPct + ((longRunPct - lastPct) * Clip((double)(year - last) / DeflatorBlendYears));
    }

    private double WeoDeflatorGrowthPct(int m, int year) =>
        100 * ((_weo.Value(WeoIndicator.DeflatorIndex, m, year) / _weo.Value(WeoIndicator.DeflatorIndex, m, year - 1)) - 1);

    private double PopulationM(int m, int t)
    {
        int year = _baseYear + t;
        if (t == 0 || _weo.Has(WeoIndicator.PopulationM, m, year))
        {
            return PublishedPopulation.Million(_edition, m, year);
        }

        YearSeries growth = _edition.PopulationGrowthPct;
        return _populationM[((t - 1) * _members) + m] * (1 + (growth.Value(m, Math.Min(year, growth.LastYear)) / 100));
    }

    private double RatioPct(WeoIndicator indicator, int m, int t) =>
        _weo.Value(indicator, m, Math.Min(_baseYear + t, _weo.LastYear));

    private double NominalNcuBn(int m, int t)
    {
        int year = _baseYear + t;
        int i = (t * _members) + m;
        if (_weoHasLevels && year <= _weo.LastYear)
        {
            return _weo.Value(WeoIndicator.NominalGdpNcuBn, m, year);
        }

        return t == 0
            ? _edition.Nato.Value(NatoIndicator.GdpUsdCurrentM, m, year) / 1000 * _rates[_currencies.Of(m)]
            : _nominalNcuBn[i - _members] * (1 + (_growthPct[i] / 100)) * (1 + (_deflatorGrowthPct[i] / 100));
    }

    private void MoveRates(int t)
    {
        int year = _baseYear + t;
        if (_weoHasLevels && year <= _weo.LastYear)
        {
            double[] atBase = WeoRates(_baseYear);
            double[] now = WeoRates(year);
            for (int c = 0; c < _rates.Length; c++)
            {
                // A currency that NATO's tables do not know (Iceland's) stands at the WEO's own rate.
                double start = double.IsNaN(_impliedNcuPerUsd[c]) ? atBase[c] : _impliedNcuPerUsd[c];
                _rates[c] = c == _currencies.Usd ? 1 : start * (now[c] / atBase[c]);
            }

            return;
        }

        if (t == 0)
        {
            for (int c = 0; c < _rates.Length; c++)
            {
                // No source of the edition has this rate, and no user of the currency spends on defence (MacroGaps sees to it).
                _rates[c] = double.IsNaN(_impliedNcuPerUsd[c]) ? 1 : _impliedNcuPerUsd[c];
            }

            return;
        }

        // Prices of the members that use a currency, weighted by their nominal GDP of the year before, against those of the USA.
        double[] rise = new double[_members];
        for (int m = 0; m < _members; m++)
        {
            rise[m] = 1 + (_deflatorGrowthPct[(t * _members) + m] / 100);
        }

        double[] prices = _currencies.WeightedMeans(rise, _nominalNcuBn.AsSpan((t - 1) * _members, _members));
        for (int c = 0; c < _rates.Length; c++)
        {
            _rates[c] *= c == _currencies.Usd ? 1 : prices[c] / prices[_currencies.Usd];
        }
    }

    private double[] WeoRates(int year)
    {
        double[] ncuBn = new double[_currencies.Count];
        double[] usdBn = new double[_currencies.Count];
        for (int m = 0; m < _members; m++)
        {
            ncuBn[_currencies.Of(m)] += _weo.Value(WeoIndicator.NominalGdpNcuBn, m, year);
            usdBn[_currencies.Of(m)] += _weo.Value(WeoIndicator.NominalGdpUsdBn, m, year);
        }

        for (int c = 0; c < ncuBn.Length; c++)
        {
            ncuBn[c] /= usdBn[c];
        }

        return ncuBn;
    }

    private List<string> Assumptions()
    {
        int last = _weo.LastYear;
        List<string> said =
        [
            Say($"Real growth and inflation (GDP deflator) through {last} are those of {_weo.Title}."),
            Say($"Deflator growth goes in a straight line from {last} to {LongRunDeflatorGrowthPct:0.0} percent in {last + DeflatorBlendYears} ({LongRunDeflatorGrowthTurPct:0.0} for TUR) and stays there (judgement)."),
        ];
        List<string> without = [];
        for (int m = 0; m < _members; m++)
        {
            if (!_edition.PotentialGrowthPct.Has(m, PotentialMeanLastYear))
            {
                without.Add(_edition.Roster.Members[m].Iso3);
            }
        }

        if (without.Count < _members)
        {
            said.Add(Say($"Growth after {last} goes over to the Commission's potential growth by {last + GrowthBlendYears}; after {PotentialMeanLastYear} it is the mean of {PotentialMeanFirstYear} to {PotentialMeanLastYear}."));
        }

        if (without.Count > 0)
        {
            string who = without.Count == _members ? "every member" : string.Join(' ', without);
            said.Add(Say($"No potential growth is used for {who}: growth stays at its {last} rate through {last + GrowthBlendYears}, then goes in a straight line to {LongRunGrowthPerHeadPct:0.0} percent plus population growth in {LongRunGrowthYear} (judgement)."));
        }

        if (!_weoHasLevels)
        {
            said.Add(Say($"{_weo.Title} has no nominal GDP and no exchange rates here: nominal GDP starts from NATO table 5 of {_baseYear} at the rate that NATO's tables imply and grows by (1 + real growth)(1 + deflator growth); exchange rates move with relative deflators from {_baseYear}."));
            AddUnknownRates(said);
        }

        bool hasPopulation = true;
        for (int m = 0; m < _members; m++)
        {
            hasPopulation &= _weo.Has(WeoIndicator.PopulationM, m, _baseYear);
        }

        said.Add(hasPopulation
            ? Say($"Population after {last} grows at the UN's medium rates, after {_edition.PopulationGrowthPct.LastYear} at the last of them.")
            : Say($"{_weo.Title} has no population here: that of {_baseYear} is NATO table 5 over table 6, then it grows at the UN's medium rates, after {_edition.PopulationGrowthPct.LastYear} at the last of them."));
        said.Add(Say($"Government spending and revenue keep their {last} ratio to GDP."));
        said.AddRange(ImfFiscalPath.Assumptions(_edition));
        return said;
    }

    private void AddUnknownRates(List<string> said)
    {
        for (int m = 0; m < _members; m++)
        {
            if (double.IsNaN(_impliedNcuPerUsd[_currencies.Of(m)]))
            {
                said.Add(Say($"No exchange rate of {_edition.Currency[m]} is known in this edition: {_edition.Roster.Members[m].Name}, which spends nothing, is carried in US dollars at the rates of {_baseYear}."));
            }
        }
    }

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);

    private static double Clip(double part) => part < 0 ? 0 : part > 1 ? 1 : part;
}
