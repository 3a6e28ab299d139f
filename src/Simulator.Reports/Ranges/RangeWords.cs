using System.Globalization;
using Simulator.Alliance;
using Simulator.Data.Calibration;
using Simulator.Engine;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Reports.Answers;
using Simulator.Uncertainty;

namespace Simulator.Reports.Ranges;

/// <summary>How ranges are told to people: what the draws say of a scenario, and what such a range is and is not.</summary>
public static class RangeWords
{
    /// <summary>The quantiles between which eight of ten draws lie.</summary>
    public const double Low = 0.10;

    /// <summary>The upper of the two.</summary>
    public const double High = 0.90;

    /// <summary>What a reader of a debt range must know.</summary>
    public const string DebtNote = "No government reacts in these draws: GDP that is lost stays lost, and the revenue that is missing is borrowed in every year after. A share of draws is no probability.";

    private const int MostNames = 3;

    // The longest horizon at which past outlooks were checked.
    private const int YearsChecked = 5;

    /// <summary>What a reader of a range of shares or money must know.</summary>
    /// <param name="results">The results, with draws.</param>
    public static string DrawsNote(RunResults results) =>
        "A share of draws is no probability: chance of the size of the past falls on a plan that is kept. "
            + (results.Options.Draws!.RevisesStart ? "The bands hold the revision of NATO's estimate." : "The revision of NATO's estimate is left out.");

    /// <summary>The range of a scenario in the headline year, and what becomes of debt.</summary>
    /// <param name="range">What the draws say.</param>
    /// <param name="results">The results of the run.</param>
    public static IReadOnlyList<string> Of(ScenarioRange range, RunResults results)
    {
        int year = results.Options.HeadlineYear;
        Roster roster = results.Edition.Roster;
        Unit europe = AllianceUnits.Europe(roster);
        double target = range.ToldTargetPct(year);
        Distribution share = range.Ensemble.SharePct(europe, year);
        Distribution spending = range.Ensemble.SpendingM(europe, year);
        CountDistribution allies = range.AlliesAt(target, year);
        double factor = range.Factor(europe, results.Options, out MoneyBasis money) / 1000;
        string currency = money.CurrencyCode(results.Edition, europe);
        string amounts = Between(AnswerWords.Bn(spending.Quantile(Low) * factor), AnswerWords.Bn(spending.Quantile(High) * factor));
        string together = DrawsOf(share.AtLeastPct(target));
        List<string> sentences =
        [
            $"In 8 of 10 draws European allies spend {Between(AnswerWords.Points(share.Quantile(Low)), AnswerWords.Points(share.Quantile(High)))} % of GDP in {Text(year)} "
                + $"({currency} {amounts} bn at {AnswerWords.Prices(money.PricesWord(results.Edition))}), and {Between(Text(allies.Quantile(Low)), Text(allies.Quantile(High)))} of {Text(allies.Most)} allies reach {AnswerWords.Threshold(target)} %; "
                + $"together the European allies reach it in {together}.",
        ];
        string debt = Debt(range, results);
        return debt.Length == 0 ? sentences : [.. sentences, debt];
    }

    /// <summary>What the ranges of a run are and are not, one sentence or two each; the start revision has one of its own.</summary>
    /// <param name="results">The results of the run.</param>
    /// <returns>Empty for a run without draws.</returns>
    public static IReadOnlyList<string> Remarks(RunResults results)
    {
        if (results.Ranges.Count == 0 || results.Options.Draws is not { } draws || results.Uncertainty is not { } uncertainty)
        {
            return [];
        }

        return
        [
            $"Ranges are of {draws.Draws.ToString("N0", CultureInfo.InvariantCulture)} draws from seed {draws.Seed.ToString(CultureInfo.InvariantCulture)}: 8 of 10 lie within, one below, one above. "
                + "The same draw is the same luck in every scenario. A share of draws is no probability: it tells how chance of the size of the past would fall on a plan that is kept, not whether the plan is kept.",
            $"In each draw growth moves as in {Years(uncertainty, "growth_factor")}, deflators as in {Years(uncertainty, "deflator_factor")}, with the crises of those years drawn again; budgets follow GDP with a delay; balances and interest rates move by their own past. "
                + $"Judgement, not fitted: {string.Join(", ", Judged(uncertainty))} (data/{UncertaintyTable.FileName}). A war, a crisis larger than these, a change of policy or of NATO's definition is in no draw.",
            .. DebtWidth(results, uncertainty),
            .. Hindsight(results, uncertainty),
            Start(results, draws),
            Delivery(results, draws),
            .. Bounds(results),
        ];
    }

    /// <summary>Debt of a member in the scenario without shocks, under the financing that is drawn.</summary>
    /// <param name="projection">The scenario.</param>
    /// <param name="member">Roster index.</param>
    /// <param name="year">Calendar year, from the base year on.</param>
    /// <returns>Percent of GDP; NaN where debt was not computed.</returns>
    internal static double DebtWithoutShocksPct(Projection projection, int member, int year)
    {
        FiscalWorld? world = projection.World.Fiscal.FirstOrDefault(w => w.IsOwnFinancing && w.Reference == FiscalReference.Hold)
            ?? projection.World.Fiscal.FirstOrDefault(w => w.BorrowedPct == SettingCatalogue.Of(Setting.BorrowedPct).Default && w.Reference == FiscalReference.Hold);
        return world is null ? double.NaN : world.DebtPct[((year - projection.BaseYear) * projection.Macro.Members) + member];
    }

    /// <summary>A share of draws, such as "12 of 100 draws" or "no draw".</summary>
    /// <param name="pct">Percent of draws.</param>
    internal static string DrawsOf(double pct) => pct switch
    {
        0 => "no draw",
        100 => "every draw",
        < 1 => "fewer than 1 of 100 draws",
        > 99 => "more than 99 of 100 draws",
        _ => $"{Text((int)Rounding.HalfUp(pct, 0))} of 100 draws",
    };

    private static string Debt(ScenarioRange range, RunResults results)
    {
        int year = range.Ensemble.DebtYear;
        (string Name, double FallsPct)[] members =
        [
            .. results.Members
                .Where(m => range.Ensemble.InDebt.Contains(m.Unit.MemberIndex))
                .Select(m => (m.Name, FallsPct: range.Ensemble.DebtFallsPct(m.Unit.MemberIndex)))
                .Where(m => !double.IsNaN(m.FallsPct)),
        ];
        if (members.Length == 0)
        {
            return "";
        }

        int mostly = members.Count(m => m.FallsPct > 50);
        string least = string.Join(", ", members.OrderBy(m => m.FallsPct).Take(MostNames).Select(m => $"{m.Name} in {DrawsOf(m.FallsPct)}"));
        return $"Debt is lower in {Text(year)} than in {Text(year - 5)} in most draws for {Text(mostly)} of {Text(members.Length)} {(members.Length == 1 ? "ally" : "allies")}; {(members.Length == 1 ? "" : "least often ")}{least}.";
    }

    // In the base year nothing has moved but the figure itself.
    private static string Start(RunResults results, DrawOptions draws)
    {
        int year = results.Edition.BaseYear;
        if (!draws.RevisesStart)
        {
            return $"Start revision switched off: NATO's estimate of {Text(year)} is taken as it stands.";
        }

        ScenarioRange range = results.Ranges[0];
        Unit europe = AllianceUnits.Europe(results.Edition.Roster);
        Distribution share = range.Ensemble.SharePct(europe, year);
        return $"Start revision, part of every range: NATO's {AnswerWords.Points(range.Projection.SharePct(europe, year))} % of {Text(year)} for the European allies becomes {Between(AnswerWords.Points(share.Quantile(Low)), AnswerWords.Points(share.Quantile(High)))} % in 8 of 10 draws, "
            + $"as large as NATO's own revision from one edition to a later one, which is one case and holds a change of the definition; --without start leaves it out.";
    }

    private static string Delivery(RunResults results, DrawOptions draws)
    {
        string[] drawn = [.. results.Ranges.Where(r => r.Parameters.Delivers).Select(r => RunResults.IdOf(r.Projection))];
        if (drawn.Length == 0)
        {
            return draws.Delivers
                ? "No scenario here follows national plans, so that every rise arrives as written: these are ranges of what-ifs, and too narrow for forecasts."
                : "Delivery switched off: every rise arrives as written.";
        }

        string others = drawn.Length == results.Ranges.Count ? "" : " In the other scenarios every rise arrives as written.";
        return $"Delivery is drawn in {string.Join(", ", drawn)}: of a planned rise {Pct("delivery_law")} % arrives on average where a law backs it, {Pct("delivery_plan")} % of a plan, {Pct("delivery_announcement")} % of an announcement, so that the middle of the draws lies below the scenario itself; --without delivery leaves it out.{others}";

        string Pct(string name) => AnswerWords.Threshold(100 * results.Uncertainty!.Rows.Single(r => r.Parameter == name).Value);
    }

    // One draw of twenty is beyond the outermost quantile that is shown; what lies further out is told by none of them.
    private static IEnumerable<string> Bounds(RunResults results)
    {
        IEnumerable<(string What, string Name)> outside =
            from unit in results.Members
            from range in results.Ranges
            from year in Enumerable.Range(range.Projection.BaseYear, results.Options.Horizon - range.Projection.BaseYear + 1)
            from counted in range.Of(unit.Unit, year)
            where counted.Drawn.AtTheEdges * 20 > counted.Drawn.Draws
            select (counted.What, unit.Name);
        string[] bounds = [.. outside.Distinct().GroupBy(o => o.What, o => o.Name).Select(g => $"{g.Key} of {string.Join(", ", g)}")];
        return bounds.Length == 0
            ? []
            : [$"More than one draw in twenty lies beyond what is counted (shares to 40.95 %, debt from 0.03 to 2,048 % of GDP, money within 256 times today's), so that outer quantiles are bounds: {string.Join("; ", bounds)}."];
    }

    /// <summary>Why ranges of debt are wide, and how wide past errors were.</summary>
    private static IEnumerable<string> DebtWidth(RunResults results, UncertaintyParameters uncertainty)
    {
        Ensemble drawn = results.Ranges[0].Ensemble;
        if (drawn.InDebt.IsEmpty)
        {
            yield break;
        }

        string why = "Ranges of debt are wide because no government reacts in these draws: GDP that is lost stays lost, public spending stands, and the revenue that is missing is borrowed in every year after, with interest.";
        int year = results.Edition.BaseYear + YearsChecked;
        UncertaintyRow? error = uncertainty.Rows.FirstOrDefault(r => r.Parameter == UncertaintyTable.DebtErrorIn(YearsChecked));
        if (error is null || year > results.Options.Horizon)
        {
            yield return why;
            yield break;
        }

        double[] spreads = [.. drawn.InDebt.Select(m => drawn.DebtPct(m, year).Sd).Order()];
        yield return $"{why} After {Text(YearsChecked)} years they spread by {AnswerWords.Tenths(spreads[spreads.Length / 2])} points of GDP (standard deviation of the ally in the middle); the IMF's past outlooks missed by {AnswerWords.Tenths(error.Value)} ({Text(error.Observations)} forecasts). No past error tells how much wider later years should be.";
    }

    /// <summary>On an older edition the fit knows years that the edition does not.</summary>
    private static IEnumerable<string> Hindsight(RunResults results, UncertaintyParameters uncertainty)
    {
        int last = uncertainty.Rows.Max(r => r.Parameter == "growth_factor" ? r.Year : 0);
        return last < results.Edition.BaseYear
            ? []
            : [$"The fit knows growth to {Text(last)}, and revisions published later, which {results.Edition.Title} does not: these ranges are made with hindsight."];
    }

    private static string Years(UncertaintyParameters uncertainty, string factor)
    {
        int[] years = [.. uncertainty.Rows.Where(r => r.Parameter == factor).Select(r => r.Year)];
        return $"{Text(years.Min())}-{Text(years.Max())}";
    }

    private static IEnumerable<string> Judged(UncertaintyParameters uncertainty) =>
        uncertainty.Rows.Where(r => r.Basis == UncertaintyTable.Judgement).Select(r => r.Parameter);

    private static string Between(string low, string high) => low == high ? low : $"{low} to {high}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
