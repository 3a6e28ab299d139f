namespace Simulator.Alliance;

/// <summary>Which members share which money in an edition, and the exchange rates that NATO's own tables imply (model section 3).</summary>
public sealed class Currencies
{
    private readonly Edition _edition;
    private readonly List<string> _codes = [];
    private readonly int[] _ofMember;

    /// <summary>Numbers the currencies of an edition in the order in which the roster uses them.</summary>
    /// <param name="edition">The edition.</param>
    public Currencies(Edition edition)
    {
        _edition = edition;
        _ofMember = new int[edition.Roster.Count];
        for (int m = 0; m < _ofMember.Length; m++)
        {
            int known = _codes.IndexOf(edition.Currency[m]);
            if (known < 0)
            {
                known = _codes.Count;
                _codes.Add(edition.Currency[m]);
            }

            _ofMember[m] = known;
        }

        Usd = _codes.IndexOf("USD");
        Eur = _codes.IndexOf("EUR");
    }

    /// <summary>How many currencies there are.</summary>
    public int Count => _codes.Count;

    /// <summary>The number of the US dollar; −1 where no member uses it.</summary>
    public int Usd { get; }

    /// <summary>The number of the euro; −1 where no member uses it.</summary>
    public int Eur { get; }

    /// <summary>ISO 4217 code of a currency.</summary>
    /// <param name="currency">Number of the currency.</param>
    public string Code(int currency) => _codes[currency];

    /// <summary>Number of the currency of a member.</summary>
    /// <param name="member">Roster index.</param>
    public int Of(int member) => _ofMember[member];

    /// <summary>The rate of every currency in a published year, national currency units per US dollar, yearly average.</summary>
    /// <param name="year">A published year.</param>
    /// <returns>
    /// By currency: Σ table 1 current ÷ Σ table 2 current over the members that use it; exactly 1 for USD;
    /// NaN where no user of the currency has both figures (Iceland's krona).
    /// </returns>
    public double[] ImpliedNcuPerUsd(int year)
    {
        double[] ncuM = new double[Count];
        double[] usdM = new double[Count];
        for (int m = 0; m < _ofMember.Length; m++)
        {
            double ncu = _edition.Nato.Value(NatoIndicator.NcuCurrentM, m, year);
            double usd = _edition.Nato.Value(NatoIndicator.UsdCurrentM, m, year);
            if (!double.IsNaN(ncu) && !double.IsNaN(usd))
            {
                ncuM[_ofMember[m]] += ncu;
                usdM[_ofMember[m]] += usd;
            }
        }

        double[] rates = new double[Count];
        for (int c = 0; c < Count; c++)
        {
            rates[c] = c == Usd ? 1 : usdM[c] > 0 ? ncuM[c] / usdM[c] : double.NaN;
        }

        return rates;
    }

    /// <summary>The mean of a figure over the users of each currency.</summary>
    /// <param name="figure">By member.</param>
    /// <param name="weight">By member, positive.</param>
    /// <returns>By currency: Σ weight × figure ÷ Σ weight, in roster order; exactly 1 where every figure is 1.</returns>
    public double[] WeightedMeans(ReadOnlySpan<double> figure, ReadOnlySpan<double> weight)
    {
        double[] weighted = new double[Count];
        double[] weights = new double[Count];
        for (int m = 0; m < _ofMember.Length; m++)
        {
            weighted[_ofMember[m]] += weight[m] * figure[m];
            weights[_ofMember[m]] += weight[m];
        }

        for (int c = 0; c < Count; c++)
        {
            weighted[c] /= weights[c];
        }

        return weighted;
    }
}
