using System.Globalization;
using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Fiscal;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Reports.Answers;

namespace Simulator.Reports;

/// <summary>The words for economy and debt that tables, answers and briefs share.</summary>
internal static class FiscalWords
{
    /// <summary>Said wherever extra debt is told.</summary>
    public const string DebtRemark =
        "Extra debt is against the IMF's path, all of the extra spending borrowed; the higher figure is against today's share held, the lower takes off what the IMF path already holds (data/weo-content.csv, judgement). Higher interest on old debt is left out: a lower bound in that.";

    /// <summary>The defaults of the debt step, their sources, and the cumulative multiplier that they come to; said beside extra debt.</summary>
    public static string EffectRemark { get; } = string.Create(
        CultureInfo.InvariantCulture,
        $"Unless a scenario says otherwise a unit of extra spending at home adds {Default(Setting.Multiplier)} to GDP in the first year (Ramey and Zubairy 2018), which fades by {Default(Setting.FadePct)} % a year; {FiscalDefaults.ImportPct("ITA")} % of it is imported (USA {FiscalDefaults.ImportPct("USA")}, FRA {FiscalDefaults.ImportPct("FRA")}) and what is not borrowed takes {Default(Setting.TaxDrag)} off (judgement). Over ten years that is a cumulative multiplier of {AnswerWords.Points(GdpEffect.CumulativeMultiplier(Default(Setting.Multiplier), FiscalDefaults.ImportPct("ITA"), Default(Setting.FadePct), 10))}; {FiscalDefaults.MultiplierLow} is a low, {FiscalDefaults.MultiplierHigh} a high first-year figure.");

    private static double Default(Setting setting) => SettingCatalogue.Of(setting).Default;

    /// <summary>The word of the column "financing".</summary>
    public static string Financing(FiscalWorld world) => world.IsOwnFinancing ? "own" : "standard";

    /// <summary>The word of the column "reference".</summary>
    public static string Reference(FiscalReference reference) => reference == FiscalReference.Hold ? "hold" : "in_baseline";

    /// <summary>
    /// The flags of a member and year in words. Members of the EU: deficit over 3 percent, the escape clause apart, and debt over 60
    /// percent; other members: deficit over 3 percent. What the IMF's path would be flagged for as well is told.
    /// </summary>
    /// <returns>Phrases set apart by semicolons; empty where there is nothing to see, or the IMF has no figures.</returns>
    public static string Flags(Projection projection, FiscalReading fiscal, int member, int year)
    {
        FiscalFlags flags = fiscal.Flags(member, year);
        if (flags == FiscalFlags.None)
        {
            return "";
        }

        Edition edition = projection.Edition;
        int cell = ((year - projection.BaseYear) * projection.Macro.Members) + member;
        bool isInEu = edition.Roster.TryGroup("EU", out Group? eu) && eu.Members.Contains(member);
        FiscalFlags before = FiscalRules.Of(isInEu, projection.Macro.ImfBalancePct[cell], projection.Macro.ImfDebtPct[cell], 0);
        List<string> phrases = [];
        Say(FiscalFlags.DeficitAbove3, flags.HasFlag(FiscalFlags.WithinEscapeClause) ? "deficit over 3 % within the escape clause" : "deficit over 3 % (EU rule)");
        Say(FiscalFlags.DeficitOver3Elsewhere, "deficit over 3 %");
        Say(FiscalFlags.DebtAbove60, "debt over 60 % (EU rule)");
        return string.Join("; ", phrases);

        void Say(FiscalFlags flag, string words)
        {
            if (flags.HasFlag(flag))
            {
                phrases.Add(words + (before.HasFlag(flag) ? " as on the IMF path" : ""));
            }
        }
    }
}
