namespace Simulator.Alliance;

/// <summary>Exchange rates that NATO's own tables imply: table 1 over table 2, one rate per currency (model section 3).</summary>
public static class ImpliedRates
{
    /// <summary>The rate of a currency, national currency units per US dollar, yearly average.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="currency">ISO 4217 code as in <see cref="Edition.Currency"/>.</param>
    /// <param name="year">A published year.</param>
    /// <returns>
    /// Σ table 1 current ÷ Σ table 2 current over the members that use the currency; exactly 1 for USD;
    /// NaN where no user of the currency has both figures (Iceland's krona).
    /// </returns>
    public static double NcuPerUsd(Edition edition, string currency, int year)
    {
        if (currency == "USD")
        {
            return 1;
        }

        double ncuM = 0;
        double usdM = 0;
        for (int m = 0; m < edition.Roster.Count; m++)
        {
            if (edition.Currency[m] == currency
                && edition.Nato.Has(NatoIndicator.NcuCurrentM, m, year) && edition.Nato.Has(NatoIndicator.UsdCurrentM, m, year))
            {
                ncuM += edition.Nato.Value(NatoIndicator.NcuCurrentM, m, year);
                usdM += edition.Nato.Value(NatoIndicator.UsdCurrentM, m, year);
            }
        }

        return usdM > 0 ? ncuM / usdM : double.NaN;
    }
}
