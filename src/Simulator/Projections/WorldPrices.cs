using Simulator.Alliance;
using Simulator.Engine;

namespace Simulator.Projections;

/// <summary>
/// Price levels of one world and the exchange rates of its past and future (model sections 3, 4 and 6: rates move with relative
/// inflation), by year and member, year-major.
/// </summary>
internal sealed class WorldPrices
{
    private readonly Edition _edition;
    private readonly MacroPath _macro;
    private readonly Currencies _currencies;
    private readonly double[] _publishedRates;
    private readonly double[] _ncuPerUsd;
    private readonly double[] _eurPerUsd;

    /// <summary>Works out the levels of a world.</summary>
    /// <param name="world">The world.</param>
    public WorldPrices(World world)
    {
        _macro = world.Macro;
        _edition = _macro.Edition;
        _currencies = new Currencies(_edition);
        _publishedRates = new double[(_edition.BaseYear - _edition.FirstYear) * _currencies.Count];
        for (int year = _edition.FirstYear; year < _edition.BaseYear; year++)
        {
            _currencies.ImpliedNcuPerUsd(year).CopyTo(_publishedRates, (year - _edition.FirstYear) * _currencies.Count);
        }

        int members = _macro.Members;
        DeflatorLevel = new double[_macro.Years * members];
        Array.Fill(DeflatorLevel, 1.0, 0, members);
        for (int i = members; i < DeflatorLevel.Length; i++)
        {
            DeflatorLevel[i] = DeflatorLevel[i - members] * (1 + (_macro.DeflatorGrowthPct[i] / 100));
        }

        _ncuPerUsd = [.. _macro.NcuPerUsd];
        _eurPerUsd = [.. _macro.EurPerUsd];
        ShiftRates(world, members);
    }

    /// <summary>GDP deflator of the unshocked economy over that of the base year, [t × members + member], t = 0 in the base year.</summary>
    public double[] DeflatorLevel { get; }

    /// <summary>National currency units per US dollar: NATO's implied rate before the base year, then this world's or the unshocked economy's.</summary>
    /// <param name="member">Roster index.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="shocked">True for this world's.</param>
    public double NcuPerUsd(int member, int year, bool shocked) =>
        year < _edition.BaseYear
            ? _publishedRates[((year - _edition.FirstYear) * _currencies.Count) + _currencies.Of(member)]
            : (shocked ? _ncuPerUsd : _macro.NcuPerUsd)[((year - _edition.BaseYear) * _macro.Members) + member];

    /// <summary>Euros per US dollar, as <see cref="NcuPerUsd"/>.</summary>
    /// <param name="year">Calendar year.</param>
    /// <param name="shocked">True for this world's.</param>
    public double EurPerUsd(int year, bool shocked) =>
        year < _edition.BaseYear
            ? _publishedRates[((year - _edition.FirstYear) * _currencies.Count) + _currencies.Eur]
            : (shocked ? _eurPerUsd : _macro.EurPerUsd)[year - _edition.BaseYear];

    // A currency loses what its users' prices rose more than in the unshocked economy, against the same of the dollar; users are
    // weighted by their nominal GDP of the year before. Without an inflation shock every mean is 1 and nothing moves, to the last bit.
    private void ShiftRates(World world, int members)
    {
        double[] shift = new double[_currencies.Count];
        Array.Fill(shift, 1.0);
        double[] rise = new double[members];
        double[] weight = new double[members];
        for (int t = 1; t < _macro.Years; t++)
        {
            for (int m = 0; m < members; m++)
            {
                int now = (t * members) + m;
                int before = now - members;
                rise[m] = world.PriceFactor[now] / world.PriceFactor[before];
                weight[m] = _macro.NominalGdpNcuBn[before] * (world.GdpConstUsdM[before] / _macro.GdpConstUsdM[before]) * world.PriceFactor[before];
            }

            double[] means = _currencies.WeightedMeans(rise, weight);
            double dollar = means[_currencies.Usd];
            for (int c = 0; c < shift.Length; c++)
            {
                shift[c] *= c == _currencies.Usd ? 1 : means[c] / dollar;
            }

            _eurPerUsd[t] *= shift[_currencies.Eur];
            for (int m = 0; m < members; m++)
            {
                _ncuPerUsd[(t * members) + m] *= shift[_currencies.Of(m)];
            }
        }
    }
}
