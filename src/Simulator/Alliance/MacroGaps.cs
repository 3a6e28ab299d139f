using System.Globalization;

namespace Simulator.Alliance;

/// <summary>What an edition lacks for its economy to be built: bad data are told, not worked around.</summary>
public static class MacroGaps
{
    /// <summary>Looks for every figure that <see cref="MacroPathBuilder"/> needs.</summary>
    /// <param name="edition">The edition.</param>
    /// <returns>One phrase for each missing or impossible figure, in roster order; empty when the path can be built.</returns>
    public static IReadOnlyList<string> Find(Edition edition)
    {
        List<string> gaps = [];
        Currencies currencies = new(edition);
        double[] rates = currencies.ImpliedNcuPerUsd(edition.BaseYear);
        if (currencies.Eur < 0 || currencies.Usd < 0)
        {
            gaps.Add("a member that uses EUR and one that uses USD");
        }

        bool levels = MacroPathBuilder.WeoHasLevels(edition);
        foreach (Member member in edition.Roster.Members)
        {
            NatoFigures(edition, member, gaps);
            WeoFigures(edition, member, levels, gaps);
            Potential(edition, member, gaps);
            Population(edition, member, gaps);
            if (member.HasForces && double.IsNaN(rates[currencies.Of(member.Index)]))
            {
                gaps.Add($"exchange rate of {edition.Currency[member.Index]} ({member.Iso3})");
            }
        }

        return gaps;
    }

    private static void NatoFigures(Edition edition, Member member, List<string> gaps)
    {
        Positive(edition, NatoIndicator.GdpUsdConstantM, member, gaps);
        Positive(edition, NatoIndicator.GdpUsdCurrentM, member, gaps);
        if (member.HasForces)
        {
            Positive(edition, NatoIndicator.UsdConstantM, member, gaps);
            Positive(edition, NatoIndicator.UsdCurrentM, member, gaps);
            Positive(edition, NatoIndicator.NcuConstantM, member, gaps);
            Positive(edition, NatoIndicator.NcuCurrentM, member, gaps);
        }
    }

    private static void Positive(Edition edition, NatoIndicator indicator, Member member, List<string> gaps)
    {
        if (!(edition.Nato.Value(indicator, member.Index, edition.BaseYear) > 0))
        {
            gaps.Add(Say($"{indicator} of {member.Iso3} in {edition.BaseYear}"));
        }
    }

    private static void WeoFigures(Edition edition, Member member, bool levels, List<string> gaps)
    {
        Weo(edition, WeoIndicator.DeflatorIndex, member, edition.BaseYear - 1, gaps);
        for (int year = edition.BaseYear; year <= edition.Weo.LastYear; year++)
        {
            Weo(edition, WeoIndicator.RealGrowthPct, member, year, gaps);
            Weo(edition, WeoIndicator.DeflatorIndex, member, year, gaps);
            if (levels)
            {
                Weo(edition, WeoIndicator.NominalGdpNcuBn, member, year, gaps);
                Weo(edition, WeoIndicator.NominalGdpUsdBn, member, year, gaps);
            }
        }
    }

    private static void Weo(Edition edition, WeoIndicator indicator, Member member, int year, List<string> gaps)
    {
        double value = edition.Weo.Value(indicator, member.Index, year);
        if (double.IsNaN(value) || (indicator != WeoIndicator.RealGrowthPct && value <= 0))
        {
            gaps.Add(Say($"WEO {indicator} of {member.Iso3} in {year}"));
        }
    }

    // A member has either no Commission figure at all or an unbroken series to its last year.
    private static void Potential(Edition edition, Member member, List<string> gaps)
    {
        YearSeries potential = edition.PotentialGrowthPct;
        bool started = false;
        for (int year = potential.FirstYear; year <= potential.LastYear; year++)
        {
            bool has = potential.Has(member.Index, year);
            if (started && !has)
            {
                gaps.Add(Say($"potential growth of {member.Iso3} in {year}"));
            }

            started |= has;
        }

        if (started && !(potential.Has(member.Index, 2036) && potential.Has(member.Index, 2040)))
        {
            gaps.Add($"potential growth of {member.Iso3} from 2036 to 2040");
        }
    }

    private static void Population(Edition edition, Member member, List<string> gaps)
    {
        if (double.IsNaN(PublishedPopulation.Million(edition, member.Index, edition.BaseYear)))
        {
            gaps.Add(Say($"population of {member.Iso3} in {edition.BaseYear}"));
        }

        YearSeries growth = edition.PopulationGrowthPct;
        for (int year = edition.BaseYear + 1; year <= MacroPathBuilder.LongRunGrowthYear; year++)
        {
            // The rate of 2050 is also part of long-run growth; before it, WEO population may reach further.
            bool needed = year == MacroPathBuilder.LongRunGrowthYear || !edition.Weo.Has(WeoIndicator.PopulationM, member.Index, year);
            if (needed && !growth.Has(member.Index, year))
            {
                gaps.Add(Say($"population growth of {member.Iso3} in {year}"));
            }
        }
    }

    private static string Say(FormattableString phrase) => phrase.ToString(CultureInfo.InvariantCulture);
}
