using System.Globalization;
using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Feasibility;
using Simulator.Projections;
using Simulator.Reports.Answers;

namespace Simulator.Reports.Briefs;

/// <content>The figures of a brief.</content>
public sealed partial record MemberBrief
{
    /// <summary>Said in every brief, since readers look for it.</summary>
    public const string NoOtherBudgets = "Health and education spending is left blank: the data hold no sourced figures for it under clear terms.";

    private static string HeadlineOf(RunResults results, int member)
    {
        Projection p = results.Projections[0];
        Unit unit = Unit.Member(member);
        int year = results.Options.HeadlineYear;
        MoneyBasis money = results.Options.Money(results.Edition, unit);
        string currency = money.CurrencyCode(results.Edition, unit);
        double extra = p.ExtraOverHoldBn(unit, year, money);
        string told = AnswerWords.RoundedBn(extra) switch
        {
            > 0 => $"{AnswerWords.Bn(extra, currency)} more",
            < 0 => $"{AnswerWords.Bn(-extra, currency)} less",
            _ => "no more",
        };
        return $"Under \"{p.Scenario.Title.TrimEnd('.', ' ')}\", {results.Edition.Roster.Members[member].Name} spends {told} in {Text(year)} than at today's share ({AnswerWords.Prices(money.PricesWord(results.Edition))})";
    }

    private static string[] StandingOf(RunResults results, int member)
    {
        Projection p = results.History;
        Edition edition = results.Edition;
        Unit unit = Unit.Member(member);
        int b = p.BaseYear;
        MoneyBasis money = results.Options.Money(edition, unit);
        string currency = money.CurrencyCode(edition, unit);
        int[] order = [.. edition.Roster.WithForces.OrderByDescending(m => p.SharePct(Unit.Member(m), b)).ThenBy(m => m)];
        int[] milestones = [.. new[] { p.FirstYear, b - 5, b - 1, b }.Where(y => y >= p.FirstYear).Distinct()];
        string path = string.Join(", ", milestones.Select(y => $"{AnswerWords.Points(p.SharePct(unit, y))} % in {Text(y)}"));
        List<string> standing =
        [
            $"Share of GDP: {path} (NATO's estimate); place {Text(Array.IndexOf(order, member) + 1)} of {Text(order.Length)} allies.",
            $"Spending in {Text(b)}: {AnswerWords.Bn(p.SpendingBn(unit, b, money), currency)}, {AnswerWords.PerHead(p.PerHead(unit, b, money), currency)} a head ({AnswerWords.Prices(money.PricesWord(edition))}); {AnswerWords.Percent(p.PctOfGovernmentSpending(unit, b))} of government spending, {AnswerWords.Percent(p.PctOfRevenue(unit, b))} of revenue.",
        ];
        double debt = edition.Weo.Value(WeoIndicator.GrossDebtPct, member, b);
        double balance = edition.Weo.Value(WeoIndicator.BalancePct, member, b);
        double interest = edition.Weo.Value(WeoIndicator.PrimaryBalancePct, member, b) - balance;
        string beside = double.IsNaN(interest) ? "" : $"; net interest {AnswerWords.Percent(interest)} of GDP (primary balance less balance)";
        standing.Add(double.IsNaN(debt) || double.IsNaN(balance)
            ? $"The {edition.Weo.Title} has no debt or balance of {Text(b)}."
            : $"Debt in {Text(b)}: {AnswerWords.Percent(debt)} of GDP, balance {AnswerWords.Percent(balance)} ({edition.Weo.Title}){beside}.");
        standing.Add(NoOtherBudgets);
        return [.. standing];
    }

    private static BriefScenario Scenario(RunResults results, Projection p, int member)
    {
        Edition edition = results.Edition;
        Unit unit = Unit.Member(member);
        MoneyBasis money = results.Options.Money(edition, unit);
        MoneyBasis current = money with { Prices = PriceBasis.Current };
        string currency = money.CurrencyCode(edition, unit);
        string prices = AnswerWords.Prices(money.PricesWord(edition));
        string national = edition.Currency[member];
        FiscalSummary fiscal = new(p);
        List<BriefLine> lines =
        [
            Line("share_pct", "share of GDP, percent", "percent of real GDP", 2, y => p.SharePct(unit, y)),
            Line("line_pct", "the line, percent", "percent of real GDP", 2, y => p.LinePct(unit, y)),
            Line("short_pp", "short of the line, points", "points of GDP", 2, y => p.ShortPp(unit, y)),
            Line("spending_bn", $"spending, {currency} bn ({prices})", $"billion {currency}, {prices}", 1, y => p.SpendingBn(unit, y, money)),
            Line("spending_current_bn", $"spending, {currency} bn (current prices)", $"billion {currency}, current prices", 1, y => p.SpendingBn(unit, y, current)),
            Line("extra_over_hold_bn", $"more than today's share, {currency} bn", $"billion {currency}, {prices}", 1, y => p.ExtraOverHoldBn(unit, y, money)),
            Line("cumulative_extra_bn", "the same, summed up", $"billion {currency}, {prices}", 1, y => p.CumulativeExtraBn(unit, y, money)),
            Line("per_head", $"a head, {currency}", $"{currency} per inhabitant, {prices}", 0, y => p.PerHead(unit, y, money)),
            Line("pct_of_government_spending", "percent of government spending", "percent", 1, y => p.PctOfGovernmentSpending(unit, y)),
            Line("pct_of_revenue", "percent of government revenue", "percent", 1, y => p.PctOfRevenue(unit, y)),
            Line("required_real_growth_pct", "real growth needed, percent a year", "percent a year", 1, y => y == p.BaseYear ? double.NaN : p.RequiredRealGrowthPct(unit, y)),
        ];
        if (fiscal.IsComputed)
        {
            Add("extra_debt_pp_100", "extra debt, points, all borrowed", "points of GDP", 100, fiscal.ExtraDebtPp);
            Add("extra_debt_pp_67", "extra debt, points, two thirds borrowed", "points of GDP", 67, fiscal.ExtraDebtPp);
            Add("extra_debt_pp_0", "extra debt, points, nothing borrowed", "points of GDP", 0, fiscal.ExtraDebtPp);
            Add("debt_pct_100", "debt, percent of GDP, all borrowed", "percent of GDP", 100, fiscal.DebtPct);
            lines.Add(Line("imf_debt_pct", "debt on the IMF path, percent of GDP", "percent of GDP", 1, y => Macro(p.Macro.ImfDebtPct, y)));
            Add("balance_pct_100", "balance, percent of GDP, all borrowed", "percent of GDP", 100, fiscal.BalancePct);
            lines.Add(Line("imf_balance_pct", "balance on the IMF path, percent of GDP", "percent of GDP", 1, y => Macro(p.Macro.ImfBalancePct, y)));
            Add("interest_pct_100", "interest on it, percent of GDP", "percent of GDP", 100, fiscal.InterestPct, 2);
            lines.Add(Ranged("tax_per_head_0", $"tax a head if not borrowed, {national}", $"{national} per inhabitant, current prices", 0, 0, (r, y) => r.TaxPerHeadNcu(member, y)));
            lines.Add(Ranged("cut_pct_0", "cut of other spending if not borrowed, %", "percent of other public spending", 1, 0, (r, y) => r.EqualCutPct(member, y)));
        }

        bool hasAll = fiscal.TryWorld(100, FiscalReference.Hold, out FiscalWorld? all);
        return new BriefScenario(
            p.Scenario.Id,
            p.Scenario.Title,
            lines,
            [.. results.Options.Years.Select(y => hasAll ? FiscalWords.Flags(p, new FiscalReading(p, all!), member, y) : "")],
            EffortOf(results, p, member),
            [.. p.Scenario.NotComputed, .. p.Scenario.Notes]);

        double Macro(double[] column, int year) => column[((year - p.BaseYear) * p.Macro.Members) + member];

        BriefLine Line(string id, string label, string unitWords, int decimals, Func<int, double> value) =>
            new(id, label, unitWords, decimals, [.. Columns().Select(y => value(y)).Select(v => (v, v))]);

        void Add(string id, string label, string unitWords, double borrowedPct, Func<Unit, int, double, FiscalRange> read, int decimals = 1) =>
            lines.Add(new BriefLine(id, label, unitWords, decimals, [.. Columns().Select(y => read(unit, y, borrowedPct)).Select(r => (r.Low, r.High))]));

        BriefLine Ranged(string id, string label, string unitWords, int decimals, double borrowedPct, Func<FiscalReading, int, double> read)
        {
            FiscalReading[] readings = [.. fiscal.Worlds.Where(w => !w.IsOwnFinancing && w.BorrowedPct == borrowedPct).Select(w => new FiscalReading(p, w))];
            return new BriefLine(id, label, unitWords, decimals, [.. Columns().Select(y => (readings.Min(r => read(r, y)), readings.Max(r => read(r, y))))]);
        }

        IEnumerable<int> Columns() => results.Options.Years.Prepend(p.BaseYear);
    }

    private static string EffortOf(RunResults results, Projection p, int member) =>
        Effort.TryOf(p, member, results.Episodes, results.Options.Horizon, out Effort? effort)
            ? $"Steepest five years {Text(effort.Steepest.From)}-{Text(effort.Steepest.To)}: {AnswerWords.Percent(effort.Steepest.RealGrowthPct)} real growth a year, {EffortWords.Class(effort.Class)}; nearest: {EffortWords.Episode(effort.Nearest, results.Edition.Roster)}."
            : "";

    private static string[] CaveatsOf(RunResults results)
    {
        MacroPath macro = results.History.Macro;
        return
        [
            $"Sources: {results.Edition.SourceLine}.",
            FiscalWords.DebtRemark,
            FiscalWords.EffectRemark,
            EffortWords.Rule(results.Episodes),
            .. results.Projections.Any(p => p.Scenario.Settings.Any(s => s.Setting == Pathways.Setting.GrowthPp && s.Number != 0)) ? new[] { AnswerSheet.GrowthShock } : [],
            .. results.Edition.Remarks,
            .. macro.Assumptions.Where(a => a.Contains("(judgement)", StringComparison.Ordinal)),
        ];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
