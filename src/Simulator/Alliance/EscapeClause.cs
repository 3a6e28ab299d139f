namespace Simulator.Alliance;

/// <summary>
/// The national escape clause of the EU's fiscal rules for defence (Council, 2025): a deviation that the members of
/// <see cref="Edition.EscapeClauseUsers"/> may make without breaching the rules.
/// </summary>
public static class EscapeClause
{
    /// <summary>Largest deviation in a year, percent of GDP.</summary>
    public const double LargestPct = 1.5;

    /// <summary>First year in which it may be used.</summary>
    public const int FirstYear = 2025;

    /// <summary>Last year in which it may be used.</summary>
    public const int LastYear = 2028;

    /// <summary>The year whose defence share is the level above which spending counts.</summary>
    public const int ReferenceYear = 2021;

    /// <summary>The deviation that a member may make: what its defence share lies above that of 2021, up to 1.5 percent of GDP.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="member">Roster index.</param>
    /// <param name="year">Calendar year.</param>
    /// <param name="sharePct">Its defence spending in that year, percent of GDP.</param>
    /// <returns>Percent of GDP; 0 outside 2025 to 2028, for members that do not use the clause, and where NATO has no share of 2021.</returns>
    public static double AllowancePct(Edition edition, int member, int year, double sharePct)
    {
        bool isUsed = year is >= FirstYear and <= LastYear && edition.EscapeClauseUsers.Contains(member);
        if (!isUsed || !edition.Nato.Has(NatoIndicator.SharePct, member, ReferenceYear))
        {
            return 0;
        }

        double rise = sharePct - edition.Nato.Value(NatoIndicator.SharePct, member, ReferenceYear);
        return rise <= 0 ? 0 : rise >= LargestPct ? LargestPct : rise;
    }
}
