using Simulator.Data.Sources;
using Simulator.Reports.Answers;
using Simulator.Reports.Briefs;
using static Simulator.Reports.Pages.PageWords;

namespace Simulator.Reports.Pages;

/// <summary>What brief.html is written from.</summary>
/// <param name="Results">The results of the run.</param>
/// <param name="Member">Roster index of the member.</param>
/// <param name="Brief">Its brief.</param>
/// <param name="Budgets">The reconciliation of national budgets with NATO's figures, of all members.</param>
internal sealed record BriefSubject(RunResults Results, int Member, MemberBrief Brief, CatalogueTable Budgets);

/// <summary>brief.html: one member under scenarios, two A4 pages when printed with up to four scenarios.</summary>
internal static class BriefPage
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "brief.html";

    // More columns than this are not legible on paper: then only the headline year of each scenario is shown.
    private const int MostColumns = 6;

    private static readonly (string Name, string Heading, bool IsText)[] BudgetColumns =
    [
        ("year", "Year", false),
        ("national_bn", "National budget, bn", false),
        ("currency", "Money", true),
        ("nato_bn", "NATO's figure, bn", false),
        ("ratio", "Ratio", false),
        ("scaled_bn", "On NATO's definition, bn", false),
        ("scaled_share_pct", "The same, percent of GDP", false),
        ("source", "Source, date and grade", true),
        ("note", "Remark", true),
    ];

    /// <summary>Writes the page.</summary>
    /// <param name="subject">What it is written from.</param>
    /// <returns>UTF-8 HTML.</returns>
    public static byte[] Write(BriefSubject subject)
    {
        MemberBrief brief = subject.Brief;
        string title = $"{brief.Name}: core defence expenditure in brief";
        return PageShell.Write(title, Sentence(brief.Headline), "brief", page =>
        {
            using (page.In("header"))
            {
                page.Element("h1", title);
                page.Element("p", $"{brief.Edition}. Run {brief.RunId}.", ("class", "quiet"));
            }

            using (page.In("main"))
            {
                page.Element("p", Sentence(brief.Headline), ("class", "lead"));
                page.Element("h2", "Where it stands");
                Items(page, [.. brief.Standing, Sentence($"Says: {(brief.StatedPosition.Length > 0 ? brief.StatedPosition : "nothing found")}"), MemberSections.PlanOf(subject.Results.Edition, subject.Member)]);
                Figures(page, subject);
                Takes(page, subject);
                Together(page, () => Budgets(page, subject));
                Together(page, () => Peers(page, brief));
                page.Element("h2", "Sources and caveats");
                Items(page, brief.Caveats);
            }
        });
    }

    private static void Figures(PageWriter page, BriefSubject subject)
    {
        using (page.In("div", ("class", "pair")))
        {
            ReportPage.Draw(page, MemberFigures.Paths(subject.Results, subject.Member), "small");
            if (MemberFigures.HasDebt(subject.Results, subject.Member))
            {
                ReportPage.Draw(page, MemberFigures.Debt(subject.Results, subject.Member), "small");
            }
        }
    }

    private static void Takes(PageWriter page, BriefSubject subject)
    {
        MemberBrief brief = subject.Brief;
        page.Element("h2", "What it takes");
        bool all = brief.Scenarios.Count * (brief.Years.Count - 1) <= MostColumns;
        int[] years = [.. Enumerable.Range(1, brief.Years.Count - 1).Where(i => all || i == brief.Years.Count - 1)];
        PageTable table = new(
            $"{brief.Name} today and under each scenario; ranges are over the two references of debt",
            [
                new("Measure"),
                new(Year(subject.Results, brief.Years[0])),
                .. brief.Scenarios.SelectMany(s => years.Select(i => new PageColumn($"{s.Id} {Text(brief.Years[i])}"))),
            ]);
        foreach (BriefLine line in brief.Scenarios[0].Lines)
        {
            table.Add(
            [
                line.Label,
                BriefText.Cell(line.Values[0], line.Decimals),
                .. brief.Scenarios.SelectMany(s => years.Select(i => BriefText.Cell(s.Lines.Single(l => l.Id == line.Id).Values[i], line.Decimals))),
            ]);
        }

        table.Write(page);
        foreach (BriefScenario scenario in brief.Scenarios)
        {
            Together(page, () =>
            {
                page.Element("h3", $"{scenario.Title.TrimEnd('.', ' ')} ({scenario.Id})");
                IEnumerable<string> flags = scenario.Flags.Select((f, i) => f.Length == 0 ? "" : $"{Text(brief.Years[i + 1])}, all borrowed: {f}.");
                Items(page, flags.Prepend(scenario.Effort).Concat(scenario.Notes.Select(Sentence)).Where(s => s.Length > 0).DefaultIfEmpty("Nothing is flagged."));
            });
        }
    }

    // On paper a heading never parts from what it heads, nor a table's head from its rows.
    private static void Together(PageWriter page, Action write)
    {
        using (page.In("section", ("class", "together")))
        {
            write();
        }
    }

    private static void Budgets(PageWriter page, BriefSubject subject)
    {
        page.Element("h2", "Budget law and NATO's figure");
        CatalogueTable budgets = subject.Budgets;
        int Column(string name) => budgets.Header.ToList().IndexOf(name);
        int[] at = [.. BudgetColumns.Select(c => Column(c.Name))];
        if (at.Contains(-1))
        {
            throw new ArgumentException("The reconciliation lacks a column.", nameof(subject));
        }

        PageTable table = new(
            $"{budgets.Title}; amounts that a later document has replaced are left out",
            [.. BudgetColumns.Select(c => new PageColumn(c.Heading, c.IsText))]);
        IReadOnlyList<string>[] rows = [.. budgets.Rows.Where(r => r[Column("iso3")] == subject.Brief.Iso3 && r[Column("superseded")] != "yes")];
        foreach (IReadOnlyList<string> row in rows)
        {
            table.Add([.. at.Select(i => i == Column("source") ? $"{row[i]}, {row[Column("date")]}, {row[Column("grade")]}" : row[i])]);
        }

        table.Write(page);
        string b = Text(subject.Brief.Years[0]);
        Items(page, rows.Length > 0
            ? [
                "Ratio: NATO's figure over the national amount of the same year, since a country's own definition leaves out what NATO counts, such as pensions.",
                $"On NATO's definition: the amount times NATO's figure of {b} over the national amount of {b}, in percent of the IMF's nominal GDP; it supposes that what the budget leaves out grows with the budget.",
                "Grades: P the publisher's own page, S press or a copy, T a public transcription of the primary source, D derived here.",
            ]
            : [$"The data hold no amount of a budget law or finance plan of {subject.Brief.Name} that could be set beside NATO's figure.", .. budgets.Rows.Count == 0 ? budgets.Notes : []]);
    }

    private static void Peers(PageWriter page, MemberBrief brief)
    {
        page.Element("h2", "What others do");
        PageTable table = new(
            $"{brief.PeerGroup}: share of GDP in percent, {Text(brief.Years[0])} and by scenario in {Text(brief.Years[^1])}",
            [new("Ally"), new(Text(brief.Years[0])), .. brief.Scenarios.Select(s => new PageColumn(s.Id)), new("Says", IsText: true)]);
        foreach (BriefPeer peer in brief.Peers)
        {
            table.Add([peer.Name, Or(peer.BaseSharePct, AnswerWords.Points), .. peer.SharePct.Select(s => Or(s, AnswerWords.Points)), peer.StatedPosition]);
        }

        table.Write(page);
    }

    private static void Items(PageWriter page, IEnumerable<string> items)
    {
        using (page.In("ul"))
        {
            foreach (string item in items)
            {
                page.Element("li", item);
            }
        }
    }
}
