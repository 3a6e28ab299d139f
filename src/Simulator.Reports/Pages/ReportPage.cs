using Simulator.Charts;
using Simulator.Charts.Svg;
using Simulator.Data.Sources;
using Simulator.Reports.Answers;
using Simulator.Reports.Figures;
using Simulator.Reports.RunFigures;
using Simulator.Reports.Runs;
using static Simulator.Reports.Pages.PageWords;

namespace Simulator.Reports.Pages;

/// <summary>What report.html is written from.</summary>
/// <param name="Results">The results of the run.</param>
/// <param name="Manifest">What the run was.</param>
/// <param name="Answers">Its answers.</param>
/// <param name="Sources">The catalogue of sources of the data folder.</param>
/// <param name="Session">What figures of the catalogue are drawn from.</param>
internal sealed record ReportSubject(RunResults Results, RunManifest Manifest, AnswerSheet Answers, CatalogueTable Sources, FigureSession Session)
{
    /// <summary>The figures of the page.</summary>
    public PageFigures Figures { get; } = new(Results, Session, Manifest.RunId);
}

/// <summary>report.html: a run on one page that stands alone, headline first.</summary>
internal static class ReportPage
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "report.html";

    /// <summary>Writes the page.</summary>
    /// <param name="subject">What it is written from.</param>
    /// <returns>UTF-8 HTML.</returns>
    public static byte[] Write(ReportSubject subject)
    {
        AnswerSheet answers = subject.Answers;
        ScenarioAnswer first = answers.Scenarios.Single(s => s.Id == RunResults.IdOf(subject.Results.Lead));
        string title = $"Defence spending of the {Text(subject.Results.Edition.Roster.Members.Count)} members of NATO to {Text(subject.Results.Options.Horizon)}";
        return PageShell.Write(title, Sentence(first.Headline), "report", page =>
        {
            using (page.In("header"))
            {
                page.Element("h1", title);
                page.Element("p", $"{answers.Edition}; cut-off date {ScenarioFigures.Date(subject.Results.Edition.CutOff)}. Run {answers.RunId}.", ("class", "quiet"));
            }

            using (page.In("main"))
            {
                Headline(page, answers, first);
                Contents(page, subject);
                Glance(page, answers);
                KeyFigures(page, subject);
                ScenarioSections.Write(page, subject);
                MemberSections.Write(page, subject);
                MethodSections.Write(page, subject);
                SourceSections.Write(page, subject);
            }
        });
    }

    /// <summary>Puts a figure into a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="figure">The figure; its id is that of no other figure of the page.</param>
    /// <param name="kind">Class of the frame: wide or small.</param>
    public static void Draw(PageWriter page, Figure figure, string kind)
    {
        using (page.In("figure", ("class", kind)))
        using (page.In("div", ("class", "scroll"), kind == "wide" ? ("tabindex", "0") : ("tabindex", ""), ("role", "group"), ("aria-label", $"Figure: {figure.Title}")))
        {
            // HTML checkers do not know this attribute of SVG 2; in a page the style sheet says it.
            page.Own(SvgRenderer.Render(figure, Theme.Light).Replace(" font-kerning=\"none\"", "", StringComparison.Ordinal));
        }
    }

    private static void Headline(PageWriter page, AnswerSheet answers, ScenarioAnswer first)
    {
        page.Element("p", Sentence(first.Headline), ("class", "lead"));
        Numbers(page, answers, first);
        page.Element("p", $"This is \"{first.Title.TrimEnd('.', ' ')}\", {(answers.Scenarios.Count == 1 ? "the scenario" : $"one of the {Text(answers.Scenarios.Count)} scenarios")} of this run. A scenario is an assumption about spending, not a forecast.");
    }

    /// <summary>The three numbers of a scenario.</summary>
    public static void Numbers(PageWriter page, AnswerSheet answers, ScenarioAnswer answer)
    {
        using (page.In("ul", ("class", "numbers")))
        {
            Number(AnswerWords.PerHead(answer.ExtraPerHead, answers.Currency), $"a head of European allies in {Text(answers.Year)} above today's share ({AnswerWords.Prices(answers.Prices)})");
            Number($"{Text(answer.AtLine)} of {Text(answer.Counted)}", $"allies at the line in {Text(answers.Year)}; together {AnswerWords.Bn(answer.ShortBn, answers.Currency)} short of it");
            Number(AnswerWords.Percent(answer.RequiredRealGrowthPct), $"real growth of European allies' spending a year, {Text(answers.BaseYear)} to {Text(answers.Year)}");
        }

        void Number(string number, string words)
        {
            using (page.In("li"))
            {
                page.Element("strong", number);
                page.Text(words);
            }
        }
    }

    private static void Contents(PageWriter page, ReportSubject subject)
    {
        using (page.In("nav", ("aria-label", "Contents")))
        using (page.In("ul"))
        {
            Link("glance", "Scenarios at a glance");
            if (subject.Results.Options.Charts)
            {
                Link("figures", "Key figures");
            }

            foreach (ScenarioAnswer answer in subject.Answers.Scenarios)
            {
                Link($"s_{answer.Id}", answer.Title);
            }

            Link("members", "Members one by one");
            Link("method", "Method and assumptions");
            Link("warnings", "Warnings");
            Link("sources", "Sources and run");
        }

        void Link(string id, string words)
        {
            using (page.In("li"))
            {
                page.Element("a", words, ("href", "#" + id));
            }
        }
    }

    private static void Glance(PageWriter page, AnswerSheet answers)
    {
        page.Element("h2", "Scenarios at a glance", ("id", "glance"), ("class", "flow"));
        PageTable table = new(
            $"European allies under each scenario in {Text(answers.Year)}; {answers.Currency} at {AnswerWords.Prices(answers.Prices)}",
            [
                new("Scenario"),
                new($"More than at today's shares, {answers.Currency} bn"),
                new($"The same a head, {answers.Currency}"),
                new($"Allies at the line, of {Text(answers.Scenarios[0].Counted)}"),
                new($"Short of the line, all allies, {answers.Currency} bn"),
                new("Real growth needed, percent a year"),
                new("Extra debt if borrowed, points of GDP"),
            ])
        {
            IsSortable = true,
        };
        foreach (ScenarioAnswer answer in answers.Scenarios)
        {
            table.Add(
                answer.Title,
                AnswerWords.Bn(answer.ExtraBn),
                Whole(answer.ExtraPerHead),
                Text(answer.AtLine),
                AnswerWords.Bn(answer.ShortBn),
                Rate(answer.RequiredRealGrowthPct),
                Range(answer.ExtraDebtPp));
        }

        table.Write(page);
        page.Element("p", "Scenarios are alternatives and are never added up. Extra debt is a range over two references: today's share held, and what the IMF's path already holds.", ("class", "quiet"));
    }

    private static void KeyFigures(PageWriter page, ReportSubject subject)
    {
        if (!subject.Results.Options.Charts)
        {
            return;
        }

        page.Element("h2", "Key figures", ("id", "figures"), ("class", "flow"));
        foreach (Figure figure in subject.Figures.Key())
        {
            Draw(page, figure, "wide");
        }
    }
}
