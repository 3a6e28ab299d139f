using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Projections;
using Simulator.Reports.Answers;
using Simulator.Reports.Ranges;
using Simulator.Uncertainty;
using static Simulator.Reports.Pages.PageWords;

namespace Simulator.Reports.Pages;

/// <summary>A section for each scenario: its sentence and numbers, what a reader has to know, figures, and the answer sheet as tables.</summary>
internal static class ScenarioSections
{
    /// <summary>Writes the sections.</summary>
    /// <param name="page">The page.</param>
    /// <param name="subject">What the page is written from.</param>
    public static void Write(PageWriter page, ReportSubject subject)
    {
        for (int i = 0; i < subject.Answers.Scenarios.Count; i++)
        {
            using (page.In("section"))
            {
                Section(page, subject, subject.Answers.Scenarios[i], subject.Results.Projections[i], isLead: subject.Results.Projections[i] == subject.Results.Lead);
            }
        }
    }

    private static void Section(PageWriter page, ReportSubject subject, ScenarioAnswer answer, Projection projection, bool isLead)
    {
        RunResults results = subject.Results;
        page.Element("h2", $"Scenario: {answer.Title}", ("id", $"s_{answer.Id}"));
        page.Element("p", $"Id in files: {answer.Id}", ("class", "quiet"));
        page.Element("p", $"{answer.Headline}: {answer.Numbers(subject.Answers)}", ("class", "lead"));
        if (!isLead)
        {
            ReportPage.Numbers(page, subject.Answers, answer);
        }

        string[] remarks = [.. answer.Range, answer.HardestPressed, .. answer.Caveats, .. answer.Notes];
        using (page.In("ul"))
        {
            foreach (string remark in remarks.Where(r => r.Length > 0).DefaultIfEmpty("Its author left no notes."))
            {
                page.Element("li", Sentence(remark));
            }
        }

        if (answer.KnifeEdge.Count > 0)
        {
            page.Element("p", answer.KnifeEdgeRemark, ("class", "warning"));
        }

        // The figures of the leading scenario are the key figures of the page.
        if (results.Options.Charts && !isLead)
        {
            foreach (Figure figure in subject.Figures.Of(projection))
            {
                ReportPage.Draw(page, figure, "wide");
            }
        }

        foreach (ScenarioRange range in results.Ranges.Where(r => r.Projection == projection))
        {
            RangeTable(page, results, range, [.. ByName(results), .. results.Groups]);
        }

        Table(page, results, projection, "Members", ByName(results));
        Table(page, results, projection, "Groups", results.Groups);
        Payers(page, subject.Answers, answer);
    }

    private static void RangeTable(PageWriter page, RunResults results, ScenarioRange range, IReadOnlyList<ReportUnit> units)
    {
        int year = results.Options.HeadlineYear;
        int debtYear = range.Ensemble.DebtYear;
        PageTable table = new(
            $"Ranges over the draws: share in {Text(year)} in percent of real GDP, and draws of 100",
            [
                new("Name"),
                new("Without shocks"),
                new("1 of 10 draws below"),
                new("Middle of the draws"),
                new("1 of 10 draws above"),
                new("End of the line"),
                new("Draws of 100 at it or above"),
                new($"Draws of 100 with debt lower in {Text(debtYear)} than in {Text(debtYear - 5)}"),
            ])
        {
            IsSortable = true,
        };
        foreach (ReportUnit unit in units.Where(u => range.Counts(u.Unit)))
        {
            Distribution share = range.Ensemble.SharePct(unit.Unit, year);
            double target = range.TargetPct(unit.Unit, year);
            bool hasDebt = !unit.Unit.IsGroup && range.Ensemble.InDebt.Contains(unit.Unit.MemberIndex);
            table.Add(
                unit.Name,
                Or(range.Projection.SharePct(unit.Unit, year), AnswerWords.Points),
                AnswerWords.Points(share.Quantile(RangeWords.Low)),
                AnswerWords.Points(share.Quantile(0.5)),
                AnswerWords.Points(share.Quantile(RangeWords.High)),
                Or(target, AnswerWords.Threshold),
                Or(double.IsNaN(target) ? double.NaN : share.AtLeastPct(target), AnswerWords.Tenths),
                Or(hasDebt ? range.Ensemble.DebtFallsPct(unit.Unit.MemberIndex) : double.NaN, AnswerWords.Tenths));
        }

        table.Write(page);
    }

    private static void Table(PageWriter page, RunResults results, Projection projection, string what, IReadOnlyList<ReportUnit> units)
    {
        Edition edition = results.Edition;
        int last = results.Options.HeadlineYear;
        string prices = AnswerWords.Prices(results.Options.Money(edition, units[0].Unit).PricesWord(edition));
        FiscalSummary fiscal = new(projection);
        PageTable table = new(
            $"{what}: shares in percent of real GDP; amounts of {Text(last)} in billions of the money named, {prices}",
            [
                new("Name"),
                new($"Share {Year(results, projection.BaseYear)}"),
                .. results.Options.Years.Select(y => new PageColumn($"Share {Year(results, y)}")),
                new($"Line {Text(last)}"),
                new("Short, points"),
                new("Money", IsText: true),
                new("Spending"),
                new("More than at today's share"),
                new("The same, summed up"),
                new("Short of the line"),
                new("Spending a head"),
                new("Real growth needed, % a year"),
                new("Extra debt if borrowed, points"),
                new("At 3.5 % first in"),
            ])
        {
            IsSortable = true,
        };
        foreach (ReportUnit unit in units)
        {
            MoneyBasis money = results.Options.Money(edition, unit.Unit);
            bool hasFirst = projection.TryFirstYearAt(unit.Unit, 3.5, out int firstYear) && firstYear <= results.Options.Horizon;
            table.Add(
            [
                unit.Name,
                Or(projection.SharePct(unit.Unit, projection.BaseYear), AnswerWords.Points),
                .. results.Options.Years.Select(y => Or(projection.SharePct(unit.Unit, y), AnswerWords.Points)),
                Or(projection.LinePct(unit.Unit, last), AnswerWords.Points),
                Or(projection.ShortPp(unit.Unit, last), AnswerWords.Points),
                money.CurrencyCode(edition, unit.Unit),
                Or(projection.SpendingBn(unit.Unit, last, money), AnswerWords.Bn),
                Or(projection.ExtraOverHoldBn(unit.Unit, last, money), AnswerWords.Bn),
                Or(projection.CumulativeExtraBn(unit.Unit, last, money), AnswerWords.Bn),
                Or(projection.ShortOfLineBn(unit.Unit, last, money), AnswerWords.Bn),
                Whole(projection.PerHead(unit.Unit, last, money)),
                Rate(projection.RequiredRealGrowthPct(unit.Unit, last)),
                Range(fiscal.ExtraDebtPp(unit.Unit, last, 100)),
                hasFirst ? Text(firstYear) : None,
            ]);
        }

        table.Write(page);
    }

    private static void Payers(PageWriter page, AnswerSheet answers, ScenarioAnswer answer)
    {
        PageTable table = new(
            $"Who takes over what another ally spends less in {Text(answers.Year)}; EUR at {Text(answers.BaseYear)} prices",
            [new("Member"), new("EUR bn"), new("EUR a head"), new($"Part of the alliance's spending in {Text(answers.BaseYear)}, percent"), new($"The same in {Text(answers.Year)}")])
        {
            IsSortable = true,
        };
        foreach (BackfillShare payer in answer.Backfill)
        {
            table.Add(payer.Name, AnswerWords.Bn(payer.EurBn), Whole(payer.EurPerHead), Rate(payer.PartBeforePct), Rate(payer.PartAfterPct));
        }

        table.Write(page);
        if (answer.Backfill.Count > 0)
        {
            page.Element("p", $"Taken over by nobody: USD {AnswerWords.Bn(answer.UncoveredConstUsdBn)} bn at constant prices.");
        }
    }
}
