using System.Collections.Immutable;
using Simulator.Charts;
using Simulator.Charts.Catalogue;
using Simulator.Projections;
using Simulator.Reports.Answers;

namespace Simulator.Reports.Figures;

/// <summary>What a scenario costs above today's share, what is short of the line, and what makes up the rise.</summary>
internal static class ScenarioMoney
{
    /// <summary>Spending above today's share by member, in constant and in current prices.</summary>
    public static Figure Extra(FigureRequest request)
    {
        Projection p = request.Scenario;
        MoneyBasis constant = ScenarioTelling.Money(request, ScenarioTelling.ConstantPrices(request));
        MoneyBasis current = constant with { Prices = PriceBasis.Current };
        string currency = constant.CurrencyCode(request.Edition, Unit.Group(request.Edition.Roster.All));
        string year = ScenarioTelling.Text(request.Year);
        List<PairedRow> rows = Rows(request, 2, unit => [p.ExtraOverHoldBn(unit, request.Year, constant), p.ExtraOverHoldBn(unit, request.Year, current)]);
        (string most, double extra) = Largest(request, unit => p.ExtraOverHoldBn(unit, request.Year, constant));
        string title = most.Length == 0
            ? $"No ally spends above today's share in {year}"
            : $"{most} adds most: {AnswerWords.Bn(extra, currency)} in {year}";
        return PairedBars.Build(
            ScenarioTelling.Caption(
                request, "extra-money", title,
                $"{request.Edition.Measure} above today's share of GDP in {year}, {currency} bn, {AnswerWords.Prices(constant.PricesWord(request.Edition))} and current prices",
                ExtraNote(request)),
            rows,
            [Measure(constant, "extra"), Measure(current, "extra")],
            p.BaseYear, request.Edition.FirstEstimateYear, request.Format.Rows(rows.Count));

        PairedMeasure Measure(MoneyBasis money, string name) =>
            new($"{ChartLanguage.Fill(ScenarioWords.Of(request.Language).Bn, currency)}, {ScenarioTelling.PricesIn(request, money.Prices)}", NameOf(request, name, money), 1, request.Year) { Scale = "bn" };
    }

    /// <summary>Short of the line by member, in money and in points, in the first and the last year of the answers.</summary>
    public static Figure Shortfall(FigureRequest request)
    {
        Projection p = request.Scenario;
        ScenarioWords words = ScenarioWords.Of(request.Language);
        MoneyBasis money = ScenarioTelling.Money(request, ScenarioTelling.ConstantPrices(request));
        Unit allies = Unit.Group(request.Edition.Roster.WithForces);
        string currency = money.CurrencyCode(request.Edition, allies);
        int[] years = request.Results.Options.Years[0] == request.Year ? [request.Year] : [request.Results.Options.Years[0], request.Year];
        List<PairedRow> rows = Rows(request, 2 * years.Length, unit => [.. years.Select(y => p.ShortOfLineBn(unit, y, money)), .. years.Select(y => p.ShortPp(unit, y))]);
        double together = p.ShortOfLineBn(allies, request.Year, money);
        string year = ScenarioTelling.Text(request.Year);
        return PairedBars.Build(
            ScenarioTelling.Caption(
                request, "shortfall",
                AnswerWords.RoundedBn(together) == 0 ? $"No ally is short of the line in {year}" : $"Allies are {AnswerWords.Bn(together, currency)} short in {year}",
                $"{request.Edition.Measure} short of the line, {currency} bn, {AnswerWords.Prices(money.PricesWord(request.Edition))}, and points of GDP",
                "The line: straight from today's share to its end in 2035. One member's surplus pays for nobody."),
            rows,
            [
                .. years.Select(y => new PairedMeasure($"{ChartLanguage.Fill(words.Bn, currency)}, {ScenarioTelling.Text(y)}", NameOf(request, "short_of_line", money), 1, y) { Scale = "bn" }),
                .. years.Select(y => new PairedMeasure($"{words.PointsOfGdp}, {ScenarioTelling.Text(y)}", "short_pp", 2, y) { Scale = "pp" }),
            ],
            p.BaseYear, request.Edition.FirstEstimateYear, request.Format.Rows(rows.Count));
    }

    /// <summary>Why no shortfall is drawn: nobody is short.</summary>
    public static string LacksShortfall(FigureRequest request)
    {
        int[] years = [request.Results.Options.Years[0], request.Year];
        return request.Edition.Roster.WithForces.Any(m => years.Any(y => request.Scenario.ShortPp(Unit.Member(m), y) > 0))
            ? ""
            : $"No ally is short of the line in {string.Join(" or ", years.Distinct().Select(ScenarioTelling.Text))} under \"{request.Scenario.Scenario.Title}\".";
    }

    /// <summary>One member's bill: today, today's share held, extra and total, in money of both price bases, a head and as part of the budget.</summary>
    public static Figure Bill(FigureRequest request)
    {
        Projection p = request.Scenario;
        ScenarioWords words = ScenarioWords.Of(request.Language);
        Unit unit = Unit.Member(request.Member);
        MoneyBasis constant = request.Results.Options.Money(request.Edition, unit) with { Prices = ScenarioTelling.ConstantPrices(request) };
        MoneyBasis current = constant with { Prices = PriceBasis.Current };
        string currency = constant.CurrencyCode(request.Edition, unit);
        string year = ScenarioTelling.Text(request.Year);
        string member = request.Edition.Roster.Members[request.Member].Name;
        double extra = p.ExtraOverHoldBn(unit, request.Year, constant);
        string change = AnswerWords.RoundedBn(extra) switch
        {
            > 0 => $"pays {AnswerWords.Bn(extra, currency)} more in {year}",
            < 0 => $"pays {AnswerWords.Bn(-extra, currency)} less in {year}",
            _ => $"pays nothing above today's share in {year}",
        };
        List<PairedRow> rows =
        [
            new(ChartLanguage.Year(p.BaseYear, p.Status(p.BaseYear) == YearStatus.Estimate),
                [p.SpendingBn(unit, p.BaseYear, constant), p.SpendingBn(unit, p.BaseYear, current), p.PerHead(unit, p.BaseYear, constant), p.PctOfGovernmentSpending(unit, p.BaseYear)]) { Year = p.BaseYear },
            new(ChartLanguage.Fill(words.HeldIn, year), [p.HoldBn(unit, request.Year, constant), p.HoldBn(unit, request.Year, current), double.NaN, double.NaN]),
            new(ChartLanguage.Fill(words.ExtraIn, year), [extra, p.ExtraOverHoldBn(unit, request.Year, current), p.ExtraPerHead(unit, request.Year, constant), double.NaN]),
            new(ChartLanguage.Fill(words.TotalIn, year),
                [p.SpendingBn(unit, request.Year, constant), p.SpendingBn(unit, request.Year, current), p.PerHead(unit, request.Year, constant), p.PctOfGovernmentSpending(unit, request.Year)]),
        ];
        string bn = ChartLanguage.Fill(words.Bn, currency);
        string constantPrices = ScenarioTelling.PricesIn(request, constant.Prices);
        Caption caption = request.Caption(
            $"{request.Edition.Roster.Members[request.Member].Iso3.ToLowerInvariant()}-bill", $"{member} {change}",
            $"{ScenarioTelling.Of(p)} {request.Edition.Measure} of {member}, {currency}, {AnswerWords.Prices(constant.PricesWord(request.Edition))} and current prices", ExtraNote(request));
        return PairedBars.Build(
            caption, rows,
            [
                new PairedMeasure($"{bn}, {constantPrices}", NameOf(request, "spending", constant), 1, request.Year) { Scale = "bn" },
                new PairedMeasure($"{bn}, {ScenarioTelling.PricesIn(request, PriceBasis.Current)}", NameOf(request, "spending", current), 1, request.Year) { Scale = "bn" },
                new PairedMeasure($"{ChartLanguage.Fill(words.PerHead, currency)}, {constantPrices}", $"per_head_{currency.ToLowerInvariant()}", 0, request.Year),
                new PairedMeasure(words.OfGovernment, "of_government_spending_pct", 1, request.Year),
            ],
            p.BaseYear, request.Edition.FirstEstimateYear, request.Format.Rows(rows.Count, 40));
    }

    /// <summary>Why there is no bill; empty when there is one.</summary>
    public static string LacksBill(FigureRequest request) =>
        request.Edition.Roster.WithForces.Contains(request.Member) ? "" : $"{request.Edition.Roster.Members[request.Member].Name} has no armed forces, so that there is no bill.";

    /// <summary>From today's spending to that of the headline year, for Europe or highlighted members.</summary>
    public static Figure Bridge(FigureRequest request)
    {
        Projection p = request.Scenario;
        ScenarioWords words = ScenarioWords.Of(request.Language);
        (string name, Unit unit) = ScenarioTelling.Subject(request);
        MoneyBasis money = ScenarioTelling.Money(request, PriceBasis.BaseYear);
        string currency = money.CurrencyCode(request.Edition, unit);
        RiseSplit split = p.SplitRise(unit, request.Year, money.Currency);
        string year = ScenarioTelling.Text(request.Year);
        double rise = split.ConstantBn - split.StartBn;
        string title = AnswerWords.RoundedBn(split.ShareBn) > 0 && split.ShareBn <= rise
            ? $"Higher shares: {currency} {AnswerWords.Bn(split.ShareBn)} of {AnswerWords.Bn(rise)} bn more by {year}"
            : $"{name}: {AnswerWords.Bn(split.ConstantBn, currency)} in {year}, at {money.PricesWord(request.Edition)} prices";
        string constant = ScenarioTelling.PricesIn(request, PriceBasis.BaseYear);
        return Waterfall.Build(
            ScenarioTelling.Caption(
                request, "waterfall", title, $"{name}: {request.Edition.Measure}, {currency} bn, from {ScenarioTelling.Text(p.BaseYear)} to {year}, {AnswerWords.Prices(money.PricesWord(request.Edition))}, then current prices",
                ExtraNote(request)),
            [
                new(ChartLanguage.Year(p.BaseYear, p.Status(p.BaseYear) == YearStatus.Estimate), split.StartBn, true, p.BaseYear),
                new(words.Growth, split.GrowthBn, false, request.Year),
                new(split.ShareBn < 0 ? words.Fall : words.Rise, split.ShareBn, false, request.Year),
                new($"{year}, {constant}", split.ConstantBn, true, request.Year),
                new(words.PriceRise, split.PricesBn, false, request.Year),
                new($"{year}, {ScenarioTelling.PricesIn(request, PriceBasis.Current)}", split.CurrentBn, true, request.Year),
            ],
            $"spending_{currency.ToLowerInvariant()}_bn", 1, p.BaseYear, request.Edition.FirstEstimateYear, request.Format.Rows(6, 40));
    }

    private static string ExtraNote(FigureRequest request) =>
        $"Extra: against the share of {ScenarioTelling.Text(request.Scenario.BaseYear)} held, in an economy without shocks.";

    private static string NameOf(FigureRequest request, string what, MoneyBasis money)
    {
        string prices = money.PricesWord(request.Edition);
        string currency = money.Currency == CurrencyChoice.National
            ? money.CurrencyCode(request.Edition, Unit.Member(request.Member))
            : money.CurrencyCode(request.Edition, Unit.Group(request.Edition.Roster.All));
        return $"{what}_{currency.ToLowerInvariant()}_bn_{prices}_prices";
    }

    // From the largest first value down; without a value last, equal ones by name.
    private static List<PairedRow> Rows(FigureRequest request, int measures, Func<Unit, ImmutableArray<double>> values)
    {
        ImmutableArray<double> none = [.. Enumerable.Repeat(double.NaN, measures)];
        return
        [
            .. ScenarioTelling.ByName(request)
                .Select(m => new PairedRow(m.Name, m.HasForces ? values(m.Unit) : none, m.HasForces ? "" : AllianceWords.Of(request.Language).NoForces)
                {
                    IsBackground = !request.Highlight.IsEmpty && !request.Highlight.Contains(m.Unit.MemberIndex),
                })
                .OrderByDescending(r => double.IsFinite(r.Values[0]) ? r.Values[0] : double.NegativeInfinity)
                .ThenBy(r => r.Name, StringComparer.Ordinal),
        ];
    }

    // Name and amount of the chosen member with the largest one that is told as more than nothing.
    private static (string Name, double Bn) Largest(FigureRequest request, Func<Unit, double> amount)
    {
        (string Name, double Bn) most = ("", 0);
        foreach (ReportUnit member in request.Results.Members.Where(m => request.Edition.Roster.WithForces.Contains(m.Unit.MemberIndex)))
        {
            double bn = amount(member.Unit);
            if (AnswerWords.RoundedBn(bn) > AnswerWords.RoundedBn(most.Bn))
            {
                most = (member.Name, bn);
            }
        }

        return most;
    }
}
