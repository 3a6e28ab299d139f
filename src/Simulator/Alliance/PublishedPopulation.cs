namespace Simulator.Alliance;

/// <summary>Population of a published year: the IMF's, else the one that NATO's figures per head imply.</summary>
public static class PublishedPopulation
{
    /// <summary>Population, million persons.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="member">Roster index.</param>
    /// <param name="year">Calendar year.</param>
    /// <returns>WEO LP where the edition has it, else table 5 ÷ table 6 (GDP over GDP per head, constant prices); NaN where neither is there.</returns>
    public static double Million(Edition edition, int member, int year)
    {
        if (edition.Weo.Has(WeoIndicator.PopulationM, member, year))
        {
            return edition.Weo.Value(WeoIndicator.PopulationM, member, year);
        }

        // Million dollars over thousand dollars a head are thousand heads.
        return edition.Nato.Value(NatoIndicator.GdpUsdConstantM, member, year)
            / edition.Nato.Value(NatoIndicator.GdpPerHeadConstUsdK, member, year) / 1000;
    }
}
