using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Projections;

namespace Simulator.Reports;

/// <summary>The words for economy and debt that tables, answers and briefs share.</summary>
internal static class FiscalWords
{
    /// <summary>Said wherever extra debt is told.</summary>
    public const string DebtRemark =
        "Extra debt is against the IMF's path, all of the extra spending borrowed; the higher figure is against today's share held, the lower takes off what the IMF path already holds (data/weo-content.csv, judgement). Higher interest on old debt is left out: a lower bound in that.";

    // The reference values of the EU's rules, percent of GDP (Treaty on the Functioning of the European Union, Protocol 12).
    private const double DeficitPct = 3;
    private const double DebtPct = 60;

    /// <summary>The word of the column "financing".</summary>
    public static string Financing(FiscalWorld world) => world.IsOwnFinancing ? "own" : "standard";

    /// <summary>The word of the column "reference".</summary>
    public static string Reference(FiscalReference reference) => reference == FiscalReference.Hold ? "hold" : "in_baseline";

    /// <summary>
    /// Flags of a member and year. Members of the EU: deficit over 3 percent, the escape clause apart, and debt over 60 percent; other
    /// members: deficit over 3 percent. Compared at two decimals. What is so on the IMF's path already is told.
    /// </summary>
    /// <returns>Phrases set apart by semicolons; empty where there is nothing to see, or the IMF has no figures.</returns>
    public static string Flags(Projection projection, FiscalWorld world, int member, int year)
    {
        Edition edition = projection.Edition;
        int cell = ((year - projection.BaseYear) * projection.Macro.Members) + member;
        bool isInEu = edition.Roster.TryGroup("EU", out Group? eu) && eu.Members.Contains(member);
        double deficit = -world.BalancePct[cell];
        List<string> flags = [];
        if (IsOver(deficit, DeficitPct))
        {
            double allowance = EscapeClause.AllowancePct(edition, member, year, projection.SharePct(Unit.Member(member), year));
            bool isExcused = isInEu && !IsOver(deficit - allowance, DeficitPct);
            flags.Add((isExcused ? "deficit over 3 % within the escape clause" : isInEu ? "deficit over 3 % (EU rule)" : "deficit over 3 %")
                + Already(IsOver(-projection.Macro.ImfBalancePct[cell], DeficitPct)));
        }

        if (isInEu && IsOver(world.DebtPct[cell], DebtPct))
        {
            flags.Add("debt over 60 % (EU rule)" + Already(IsOver(projection.Macro.ImfDebtPct[cell], DebtPct)));
        }

        return string.Join("; ", flags);
    }

    private static string Already(bool isSo) => isSo ? " as on the IMF path" : "";

    // False for NaN: no figure, no flag.
    private static bool IsOver(double valuePct, double limitPct) => Rounding.HalfUp(valuePct, 2) > limitPct;
}
