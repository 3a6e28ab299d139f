using Simulator.Alliance;

namespace Simulator.Feasibility;

/// <summary>
/// Finds in an edition's history what is no effort: a purchase booked in one year, and a new base of GDP. Both are found by a
/// rule, so that a new edition needs no list; on the editions of 2024 and 2026 the rules find Bulgaria's 2019 and Luxembourg's
/// break of 2022/23, and nothing else.
/// </summary>
public static class OneOffs
{
    /// <summary>A level is a one-off when spending rose to it by more than this, percent in real terms (judgement) …</summary>
    public const double LeastRisePct = 50;

    /// <summary>… and the next year undid more than this part of the rise, percent (judgement).</summary>
    public const double LeastUndonePct = 50;

    /// <summary>A fall of real GDP by more than this in one year, percent, is a new base: the deepest recession of an ally since 2014 was 15 (judgement).</summary>
    public const double LargestRecessionPct = 20;

    /// <summary>True when spending of the year stands on a level that was left at once.</summary>
    /// <param name="nato">NATO's tables.</param>
    /// <param name="member">Roster index.</param>
    /// <param name="year">Calendar year.</param>
    public static bool IsOneOffLevel(NatoTables nato, int member, int year)
    {
        double before = Spending(nato, member, year - 1);
        double level = Spending(nato, member, year);
        double after = Spending(nato, member, year + 1);
        // A year without both neighbours compares as NaN, and so as false: nothing is known against it.
        return level - before > before * LeastRisePct / 100 && level - after > (level - before) * LeastUndonePct / 100;
    }

    /// <summary>True when GDP of the year is on another base than that of the year before.</summary>
    /// <param name="nato">NATO's tables.</param>
    /// <param name="member">Roster index.</param>
    /// <param name="year">Calendar year.</param>
    public static bool IsNewBase(NatoTables nato, int member, int year) =>
        nato.Value(NatoIndicator.GdpUsdConstantM, member, year) < nato.Value(NatoIndicator.GdpUsdConstantM, member, year - 1) * (1 - (LargestRecessionPct / 100));

    private static double Spending(NatoTables nato, int member, int year) => nato.Value(NatoIndicator.UsdConstantM, member, year);
}
