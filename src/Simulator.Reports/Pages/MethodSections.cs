using Simulator.Alliance;
using Simulator.Pathways;
using Simulator.Projections;
using Simulator.Reports.Answers;
using Simulator.Reports.Runs;
using static Simulator.Reports.Pages.PageWords;

namespace Simulator.Reports.Pages;

/// <summary>How the numbers come about: terms, rows of scenarios as they were understood, settings in force, assumptions, warnings.</summary>
internal static class MethodSections
{
    /// <summary>Writes the sections.</summary>
    /// <param name="page">The page.</param>
    /// <param name="subject">What the page is written from.</param>
    public static void Write(PageWriter page, ReportSubject subject)
    {
        page.Element("h2", "Method and assumptions", ("id", "method"));
        Terms(page, subject.Results);
        page.Element("h3", "Rows of the scenarios, as they were understood");
        foreach (Projection projection in subject.Results.Projections)
        {
            Rows(page, subject.Results, projection.Scenario);
        }

        page.Element("h3", "Settings in force");
        Settings(page, subject.Results);
        if (subject.Answers.RangeRemarks.Count > 0)
        {
            page.Element("h3", "What the ranges are, and what they are not");
            Items(page, subject.Answers.RangeRemarks);
        }

        page.Element("h3", "Assumptions where a source ends");
        Items(page, subject.Answers.Assumptions);
        page.Element("h2", "Warnings", ("id", "warnings"), ("class", "flow"));
        Items(page, Warnings(subject));
    }

    private static void Terms(PageWriter page, RunResults results)
    {
        Edition edition = results.Edition;
        using (page.In("dl"))
        {
            Term("Share", $"{edition.Measure} on NATO's definition, in percent of real GDP at {Text(edition.PriceYear)} prices.");
            Term("Today", $"{Text(edition.BaseYear)}, the last year of the release; years from {Text(edition.FirstEstimateYear)} on are NATO's estimates and are marked e.");
            Term("The line", $"a convention of this program: straight from the share of {Text(edition.BaseYear)} to its end in {Text(Projection.LineYear)}, level after; a member above it is at it.");
            Term("At the line", "share and line, both rounded half up to two decimals, agree or the share is above.");
            Term("More than at today's share", $"spending less what the share of {Text(edition.BaseYear)} would cost in the same year in an economy without shocks.");
            Term("Real growth needed", $"the constant rate that takes spending from {Text(edition.BaseYear)} to the year, in real terms.");
            Term("Extra debt", $"{FiscalWords.DebtRemark} {FiscalWords.EffectRemark}");
            Term("Effort", EffortWords.Rule(results.Episodes));
        }

        void Term(string term, string meaning)
        {
            page.Element("dt", term);
            page.Element("dd", Sentence(meaning));
        }
    }

    private static void Rows(PageWriter page, RunResults results, Scenario scenario)
    {
        Roster roster = results.Edition.Roster;
        PageTable table = new(
            $"{scenario.Title} ({scenario.Id})",
            [new("What"), new("Members", IsText: true), new("Value", IsText: true), new("Unit", IsText: true), new("Years", IsText: true), new("Shape", IsText: true), new("Leg", IsText: true), new("Written in", IsText: true)]);
        foreach (PathRow row in scenario.Paths)
        {
            table.Add(ScenarioJson.Snake(row.What.ToString()), Members(row.Members, roster), Value(row), "", Span(row.From, row.To), Shape(row), ScenarioJson.Snake(row.Leg.ToString()), Origin(row.Origin));
        }

        foreach (SettingRow row in scenario.Settings.Where(r => r.Setting != Setting.Title))
        {
            SettingDefinition definition = SettingCatalogue.Of(row.Setting);
            table.Add(definition.Name, definition.ByMember ? Members(row.Members, roster) : "", Value(row, roster), definition.Unit, Span(row.From, row.To), "", "", Origin(row.Origin));
        }

        table.Write(page);
        if (scenario.Paths.Count == 0 && scenario.Settings.All(r => r.Setting == Setting.Title))
        {
            page.Element("p", $"{Sentence(scenario.Title)} It has no rows: every member holds its share.");
        }
    }

    private static void Settings(PageWriter page, RunResults results)
    {
        PageTable table = new(
            "Every setting: its default holds where no row of a scenario says otherwise",
            [new("Setting"), new("Default", IsText: true), new("Unit", IsText: true), new("Meaning", IsText: true), new("Why this default", IsText: true), new("Set by", IsText: true)]);
        foreach (SettingDefinition definition in SettingCatalogue.All)
        {
            string[] by = [.. results.Projections.Where(p => p.Scenario.Sets(definition.Setting)).Select(RunResults.IdOf)];
            table.Add(definition.Name, definition.DefaultText, definition.Unit, definition.Meaning, definition.Source, by.Length == 0 ? None : string.Join(", ", by));
        }

        table.Write(page);
    }

    private static IEnumerable<string> Warnings(ReportSubject subject)
    {
        RunResults results = subject.Results;
        Edition edition = results.Edition;
        Projection history = results.History;
        string[] near = [.. ByName(results).Where(m => history.IsKnifeEdge(m.Unit.MemberIndex, history.BaseYear, 2)).Select(m => $"{m.Name} {AnswerWords.Points(history.CountedSharePct(m.Unit.MemberIndex, history.BaseYear))} %")];
        yield return near.Length == 0
            ? $"Knife edge: no member listed is within 0.01 points of 2.00 % in {Text(history.BaseYear)}."
            : $"Knife edge: within 0.01 points of 2.00 % in {Text(history.BaseYear)}, so that a rounding decides whether they count: {string.Join(", ", near)}.";
        foreach (ScenarioAnswer answer in subject.Answers.Scenarios.Where(a => a.KnifeEdge.Count > 0))
        {
            yield return $"Knife edge: under \"{answer.Title.TrimEnd('.', ' ')}\" a rounding decides in {Text(subject.Answers.Year)} about {string.Join(", ", answer.KnifeEdge)}.";
        }

        yield return $"Estimates: {Text(edition.FirstEstimateYear)} to {Text(edition.BaseYear)} are NATO's estimates, and every projection starts from one.";
        yield return "Double counting: members belong to several groups, so that totals of groups do not add up to a total; scenarios are alternatives; the related leg is never added to core spending.";
        yield return "Two price bases: amounts at constant prices and at current prices stand side by side and must not be mixed in one sum.";
        foreach (string remark in subject.Answers.Remarks.Where(r => r != FiscalWords.DebtRemark && r != FiscalWords.EffectRemark && r != EffortWords.Rule(results.Episodes)))
        {
            yield return Sentence(remark);
        }
    }

    private static void Items(PageWriter page, IEnumerable<string> items)
    {
        using (page.In("ul"))
        {
            foreach (string item in items.DefaultIfEmpty("None."))
            {
                page.Element("li", item);
            }
        }
    }

    private static string Origin(RowOrigin origin) => $"{Path.GetFileName(origin.Source)}{(origin.Line > 0 ? ", line " + Text(origin.Line) : "")}";
}
