using Simulator.Alliance;
using Simulator.Projections;
using Simulator.Reports.Answers;
using Simulator.Reports.Briefs;
using static Simulator.Reports.Pages.PageWords;

namespace Simulator.Reports.Pages;

/// <summary>The members one by one: history, what each has said, paths and bill, debt and effort.</summary>
internal static class MemberSections
{
    private static readonly (string Id, string Heading)[] Bill =
    [
        ("short_pp", "Short of the line, points"),
        ("spending_bn", "Spending, {0} bn, {1}"),
        ("spending_current_bn", "Spending, {0} bn, current prices"),
        ("extra_over_hold_bn", "More than at today's share, {0} bn"),
        ("cumulative_extra_bn", "The same, summed up"),
        ("per_head", "Spending a head, {0}"),
        ("pct_of_government_spending", "Percent of government spending"),
        ("required_real_growth_pct", "Real growth needed, % a year"),
    ];

    private static readonly (string Id, string Heading)[] Debt =
    [
        ("extra_debt_pp_100", "Extra debt, points, all borrowed"),
        ("extra_debt_pp_67", "Two thirds borrowed"),
        ("extra_debt_pp_0", "Nothing borrowed"),
        ("debt_pct_100", "Debt, % of GDP, all borrowed"),
        ("imf_debt_pct", "Debt on the IMF path"),
        ("balance_pct_100", "Balance, % of GDP, all borrowed"),
        ("interest_pct_100", "Interest on it, % of GDP"),
        ("tax_per_head_0", "Tax a head if not borrowed, {2}"),
        ("cut_pct_0", "Cut of other spending if not borrowed, %"),
    ];

    /// <summary>Writes the sections.</summary>
    /// <param name="page">The page.</param>
    /// <param name="subject">What the page is written from.</param>
    public static void Write(PageWriter page, ReportSubject subject)
    {
        RunResults results = subject.Results;
        page.Element("h2", "Members one by one", ("id", "members"));
        using (page.In("nav", ("aria-label", "Members")))
        using (page.In("ul"))
        {
            foreach (ReportUnit member in ByName(results))
            {
                using (page.In("li"))
                {
                    page.Element("a", member.Name, ("href", $"#m_{member.Id}"));
                }
            }
        }

        foreach (ReportUnit member in ByName(results))
        {
            using (page.In("section", ("class", "member")))
            {
                page.Element("h3", member.Name, ("id", $"m_{member.Id}"));
                if (results.Edition.Roster.WithForces.Contains(member.Unit.MemberIndex))
                {
                    Section(page, results, member, MemberBrief.Of(results, member.Unit.MemberIndex, subject.Answers.RunId));
                }
                else
                {
                    page.Element("p", "No armed forces: no spending is counted, and no line is drawn.");
                }
            }
        }
    }

    /// <summary>What a member spent, year by year.</summary>
    /// <param name="results">The results.</param>
    /// <param name="member">The member.</param>
    public static PageTable History(RunResults results, ReportUnit member)
    {
        Projection p = results.History;
        int[] years = [.. Enumerable.Range(p.FirstYear, p.BaseYear - p.FirstYear + 1)];
        string currency = results.Edition.Currency[member.Unit.MemberIndex];
        MoneyBasis national = new(CurrencyChoice.National, PriceBasis.Current);
        PageTable table = new($"{member.Name}: history as NATO published it; e: estimate", [new("Measure"), .. years.Select(y => new PageColumn(Year(results, y)))]);
        table.Add([.. years.Select(y => Or(p.SharePct(member.Unit, y), AnswerWords.Points)).Prepend("Share of real GDP, percent")]);
        table.Add([.. years.Select(y => Or(p.SpendingBn(member.Unit, y, national), AnswerWords.Bn)).Prepend($"Spending, {currency} bn, current prices")]);
        table.Add([.. years.Select(y => Rate(p.RealGrowthPct(member.Unit, y))).Prepend("Real growth, percent")]);
        table.Add([.. years.Select(y => Rate(p.EquipmentPct(member.Unit, y))).Prepend("Equipment, percent of spending")]);
        return table;
    }

    /// <summary>The dated points of a member's plan in a sentence.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="member">Roster index.</param>
    public static string PlanOf(Edition edition, int member)
    {
        NationalPlan? plan = edition.Plans.FirstOrDefault(p => p.Member == member);
        return plan is null || plan.Points.Count == 0
            ? "Plan: no dated national path is used."
            : $"Plan, on NATO's definition: {string.Join("; ", plan.Points.Select(p => $"{Said(p.Kind)}{AnswerWords.Points(p.SharePct)} % in {Text(p.Year)}"))}.";

        static string Said(PlanPointKind kind) => kind switch
        {
            PlanPointKind.Approx => "about ",
            PlanPointKind.AtLeast => "at least ",
            PlanPointKind.RangeLow => "from ",
            _ => "",
        };
    }

    private static void Section(PageWriter page, RunResults results, ReportUnit member, MemberBrief brief)
    {
        using (page.In("div", ("class", "pair")))
        {
            Words(page, results, member, brief);
            if (results.Options.Charts)
            {
                ReportPage.Draw(page, MemberFigures.Paths(results, member.Unit.MemberIndex), "small");
            }
        }

        History(results, member).Write(page);
        Paths(results, member, brief).Write(page);
        Burden(results, member, brief).Write(page);
        Efforts(results, member, brief).Write(page);
    }

    private static void Words(PageWriter page, RunResults results, ReportUnit member, MemberBrief brief)
    {
        using (page.In("ul"))
        {
            foreach (string sentence in brief.Standing.Where(s => s != MemberBrief.NoOtherBudgets))
            {
                page.Element("li", sentence);
            }

            page.Element("li", Sentence($"Says: {(brief.StatedPosition.Length > 0 ? brief.StatedPosition : "nothing found")}"));
            page.Element("li", PlanOf(results.Edition, member.Unit.MemberIndex));
        }
    }

    private static PageTable Paths(RunResults results, ReportUnit member, MemberBrief brief)
    {
        PageTable table = new(
            $"{member.Name}: paths and bill by scenario, amounts of {Text(results.Options.HeadlineYear)}",
            [
                new("Scenario"),
                .. results.Options.Years.Select(y => new PageColumn($"Share {Text(y)}, percent")),
                new($"Line {Text(results.Options.HeadlineYear)}"),
                .. Columns(results, member, Bill),
            ]);
        foreach (BriefScenario scenario in brief.Scenarios)
        {
            BriefLine share = Line(scenario, "share_pct")!;
            table.Add(
            [
                scenario.Title,
                .. share.Values.Skip(1).Select(v => BriefText.Cell(v, share.Decimals)),
                Last(scenario, "line_pct"),
                .. Bill.Select(m => Last(scenario, m.Id)),
            ]);
        }

        return table;
    }

    private static PageTable Burden(RunResults results, ReportUnit member, MemberBrief brief)
    {
        PageTable table = new(
            $"{member.Name}: debt by scenario in {Text(results.Options.HeadlineYear)}",
            [
                new("Scenario"),
                .. Columns(results, member, Debt),
            ]);
        foreach (BriefScenario scenario in brief.Scenarios)
        {
            table.Add([scenario.Title, .. Debt.Select(m => Last(scenario, m.Id))]);
        }

        return table;
    }

    private static PageTable Efforts(RunResults results, ReportUnit member, MemberBrief brief)
    {
        PageTable table = new(
            $"{member.Name}: effort by scenario, and what would be flagged in {Text(results.Options.HeadlineYear)} if all of the extra spending were borrowed",
            [new("Scenario"), new("Effort", IsText: true), new("Flags", IsText: true)]);
        foreach (BriefScenario scenario in brief.Scenarios)
        {
            table.Add(scenario.Title, scenario.Effort, scenario.Flags[^1]);
        }

        return table;
    }

    private static IEnumerable<PageColumn> Columns(RunResults results, ReportUnit member, (string Id, string Heading)[] measures)
    {
        MoneyBasis money = results.Options.Money(results.Edition, member.Unit);
        return measures.Select(m => new PageColumn(m.Heading
            .Replace("{0}", money.CurrencyCode(results.Edition, member.Unit), StringComparison.Ordinal)
            .Replace("{1}", AnswerWords.Prices(money.PricesWord(results.Edition)), StringComparison.Ordinal)
            .Replace("{2}", results.Edition.Currency[member.Unit.MemberIndex], StringComparison.Ordinal)));
    }

    private static BriefLine? Line(BriefScenario scenario, string id) => scenario.Lines.FirstOrDefault(l => l.Id == id);

    // A measure that was not run, as debt without debt figures of the IMF, has no line.
    private static string Last(BriefScenario scenario, string id) =>
        Line(scenario, id) is not { } line || double.IsNaN(line.Values[^1].Low) ? None : BriefText.Cell(line.Values[^1], line.Decimals);
}
