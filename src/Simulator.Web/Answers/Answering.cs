using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Data.Diagnostics;
using Simulator.Data.Scenarios;
using Simulator.Feasibility;
using Simulator.Projections;
using Simulator.Reports;
using Simulator.Reports.Answers;
using Simulator.Reports.Figures;
using Simulator.Reports.Ranges;
using Simulator.Uncertainty;
using Simulator.Web.State;

namespace Simulator.Web.Answers;

/// <summary>Reads answers out of runs; nothing is computed here that a run does not hold.</summary>
internal static class Answering
{
    /// <summary>Most diagnostics of an answer, the gravest first: a reader mends the first hundreds before he asks again.</summary>
    public const int MostDiagnostics = 500;

    // The threshold of first_year_3_5, percent of GDP.
    private const double HagueCorePct = 3.5;

    // A longer line is no line of a table, and is not sent back.
    private const int LongestLine = 400;

    /// <summary>One scenario in full.</summary>
    /// <param name="subject">What was asked for.</param>
    /// <param name="session">Its run.</param>
    /// <param name="workspace">The data.</param>
    public static ProjectAnswer Project(Subject subject, RunSession session, Workspace workspace)
    {
        AnswerSheet sheet = session.Answers();
        Reports.Answers.ScenarioAnswer answer = sheet.Scenarios[0];
        Projection projection = session.Results.Projections[0];
        int[] years = [.. Enumerable.Range(projection.FirstYear, session.Results.Options.Horizon - projection.FirstYear + 1)];
        (string name, byte[] bytes) = subject.FirstFile(workspace);
        return new ProjectAnswer
        {
            RunId = session.RunId,
            Edition = sheet.Edition,
            BaseYear = sheet.BaseYear,
            Year = sheet.Year,
            To = session.Results.Options.Horizon,
            Scenario = new NamedScenario(answer.Id, answer.Title, subject.Own is not null),
            Headline = answer.Headline,
            Sentence = answer.Numbers(sheet),
            Numbers = Numbers(sheet, answer),
            Caveats = [.. answer.Caveats.Append(answer.KnifeEdgeRemark).Where(c => c.Length > 0)],
            Notes = answer.Notes,
            Remarks = [.. sheet.Remarks, .. sheet.Assumptions],
            HardestPressed = answer.HardestPressed,
            LinePct = projection.LinePct(AllianceUnits.Europe(session.Results.Edition.Roster), sheet.Year),
            Years = years,
            FirstProjected = projection.BaseYear + 1,
            EstimatesFrom = session.Results.Edition.FirstEstimateYear,
            Currency = sheet.Currency,
            Prices = sheet.Prices,
            Members = [.. session.Results.Members.Select(m => UnitOf(session.Results, projection, m, years))],
            Groups = [.. session.Results.Groups.Select(g => UnitOf(session.Results, projection, g, years))],
            Csv = System.Text.Encoding.UTF8.GetString(bytes),
            CsvName = name,
            Command = subject.Command(isAll: false, isDrawn: false),
            Diagnostics = [.. subject.Remarks.Select(Diagnostic)],
        };
    }

    /// <summary>Scenarios side by side.</summary>
    /// <param name="subject">What was asked for.</param>
    /// <param name="session">A run of all of them.</param>
    public static CompareAnswer Compare(Subject subject, RunSession session)
    {
        AnswerSheet sheet = session.Answers();
        RunResults results = session.Results;
        return new CompareAnswer(
            session.RunId,
            sheet.Year,
            sheet.Currency,
            sheet.Prices,
            subject.Command(isAll: true, isDrawn: false),
            [.. sheet.Scenarios.Select(s => new ComparedScenario(s.Id, s.Title, s.Headline, s.ExtraBn, s.AtLine, s.Counted, s.ShortBn, s.RequiredRealGrowthPct, s.ExtraDebtPp.HasValue ? s.ExtraDebtPp.Hold : double.NaN))],
            [.. results.Members.Select(m => new ComparedUnit(m.Id, null, m.Name, Cells(results, m.Unit)))],
            [.. results.Groups.Select(g => new ComparedUnit(null, g.Id, g.Name, Cells(results, g.Unit)))]);
    }

    /// <summary>What draws say.</summary>
    /// <param name="subject">What was asked for.</param>
    /// <param name="session">A drawn run of one scenario.</param>
    /// <param name="chart">A figure of it.</param>
    public static EnsembleAnswer Ensemble(Subject subject, RunSession session, ChartAnswer chart)
    {
        AnswerSheet sheet = session.Answers();
        RunResults results = session.Results;
        ScenarioRange range = results.Ranges[0];
        DrawOptions draws = results.Options.Draws ?? throw new InvalidOperationException("A run with ranges has draws.");
        return new EnsembleAnswer(
            session.RunId,
            draws.Draws,
            draws.Seed,
            subject.Command(isAll: false, isDrawn: true),
            sheet.Scenarios[0].Range,
            sheet.RangeRemarks,
            [.. results.Groups.Concat(results.Members).Where(u => range.Counts(u.Unit)).Select(u => RangeOf(range, u, sheet.Year))],
            chart);
    }

    /// <summary>A drawn figure.</summary>
    /// <param name="chart">The figure.</param>
    /// <param name="runId">Run that its numbers come from.</param>
    public static ChartAnswer Chart(Chart chart, string runId) => Chart(chart.Figure, chart.Svg.Text, runId);

    /// <summary>A drawn figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="svg">Its drawing.</param>
    /// <param name="runId">Run that its numbers come from.</param>
    public static ChartAnswer Chart(Figure figure, string svg, string runId) => new(
        figure.Id,
        figure.Title,
        figure.Subtitle,
        figure.Description,
        svg,
        figure.Data.Columns,
        [.. figure.Data.Rows.Select(row => (IReadOnlyList<object?>)[.. row.Select(Told)])],
        runId);

    /// <summary>A diagnostic.</summary>
    /// <param name="found">The diagnostic and the row that it is about.</param>
    public static DiagnosticAnswer Diagnostic(FoundDiagnostic found)
    {
        (Diagnostic d, int row) = found;
        string line = d.Spot.SourceLine.Length <= LongestLine ? d.Spot.SourceLine : "";
        return new DiagnosticAnswer(
            DiagnosticText.Word(d.Severity), d.Code, DiagnosticCatalogue.Entry(d.Code).Title, d.Spot.File, d.Spot.Line, d.Spot.Column, d.Spot.Length, d.Spot.ColumnName, line, d.Message, d.Label, d.Help, row);
    }

    /// <summary>What checking a file found.</summary>
    /// <param name="file">The file.</param>
    /// <param name="set">What it means.</param>
    public static CheckAnswer Check(ScenarioFile file, ScenarioSet set) => new(
        [.. set.Diagnostics.Where(d => d.Spot.File == file.Name).OrderByDescending(d => d.Severity).Take(MostDiagnostics).Select(d => Diagnostic(new FoundDiagnostic(d, -1)))],
        set.Diagnostics.Count(d => d.Severity == Severity.Error),
        set.Diagnostics.Count(d => d.Severity == Severity.Warning),
        set.Diagnostics.Count(d => d.Severity == Severity.Notice),
        set.Count.Rows,
        [.. ScenarioFileInfo.Of(file).Select(s => new CheckedScenario(s.Id, s.Title, s.Rows, s.Line))]);

    private static IReadOnlyList<NumberAnswer> Numbers(AnswerSheet sheet, Reports.Answers.ScenarioAnswer answer)
    {
        string year = sheet.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        double told = AnswerWords.RoundedBn(answer.ExtraBn);
        string shortBy = answer.AtLine == answer.Counted ? "nobody is short" : $"{AnswerWords.Bn(answer.ShortBn, sheet.Currency)} short";
        return
        [
            new NumberAnswer(
                told < 0 ? $"less in {year} than at today's shares" : $"more in {year} than at today's shares",
                AnswerWords.Bn(Math.Abs(answer.ExtraBn), sheet.Currency),
                $"European allies, {AnswerWords.Prices(sheet.Prices)}; {AnswerWords.PerHead(Math.Abs(answer.ExtraPerHead), sheet.Currency)} a head"),
            new NumberAnswer($"allies at the line in {year}", $"{answer.AtLine} of {answer.Counted}", shortBy),
            new NumberAnswer(
                answer.RequiredRealGrowthPct < 0 ? "real fall of spending a year" : "real growth of spending a year",
                AnswerWords.Percent(Math.Abs(answer.RequiredRealGrowthPct)),
                $"European allies, {sheet.BaseYear} to {year}"),
        ];
    }

    private static UnitAnswer UnitOf(RunResults results, Projection projection, ReportUnit unit, int[] years)
    {
        Edition edition = results.Edition;
        int year = results.Options.HeadlineYear;
        MoneyBasis money = results.Options.Money(edition, unit.Unit);
        bool hasForces = !unit.Unit.Members.Intersect(edition.Roster.WithForces).IsEmpty;
        Effort? effort = null;
        bool hasEffort = !unit.Unit.IsGroup && Effort.TryOf(projection, unit.Unit.MemberIndex, results.Episodes, results.Options.Horizon, out effort);
        return new UnitAnswer
        {
            Iso3 = unit.Unit.IsGroup ? null : unit.Id,
            Id = unit.Unit.IsGroup ? unit.Id : null,
            Name = unit.Name,
            HasForces = hasForces,
            BaseSharePct = projection.SharePct(unit.Unit, projection.BaseYear),
            SharePct = projection.SharePct(unit.Unit, year),
            LinePct = projection.LinePct(unit.Unit, year),
            ShortPp = projection.ShortPp(unit.Unit, year),
            SpendingBn = projection.SpendingBn(unit.Unit, year, money),
            ExtraBn = projection.ExtraOverHoldBn(unit.Unit, year, money),
            Currency = money.CurrencyCode(edition, unit.Unit),
            PerHead = projection.PerHead(unit.Unit, year, money),
            GrowthPct = projection.RequiredRealGrowthPct(unit.Unit, year),
            Effort = hasEffort ? EffortWords.Class(effort!.Class) : "",
            EffortClass = hasEffort ? (int)effort!.Class : -1,
            NearestEpisode = hasEffort ? EffortWords.Episode(effort!.Nearest, edition.Roster) : "",
            FirstYear35 = FirstYear(results, projection, unit.Unit),
            ExtraDebtPp = new FiscalSummary(projection).ExtraDebtPp(unit.Unit, year, 100).Hold,
            StatedPosition = unit.Unit.IsGroup ? "" : edition.StatedPosition(unit.Unit.MemberIndex),
            Shares = [.. years.Select(y => projection.SharePct(unit.Unit, y))],
        };
    }

    private static int? FirstYear(RunResults results, Projection projection, Unit unit) =>
        projection.TryFirstYearAt(unit, HagueCorePct, out int year) && year <= results.Options.Horizon ? year : null;

    private static ComparedCell[] Cells(RunResults results, Unit unit)
    {
        int year = results.Options.HeadlineYear;
        MoneyBasis money = results.Options.Money(results.Edition, unit);
        return [.. results.Projections.Select(p => new ComparedCell(p.SharePct(unit, year), p.ExtraOverHoldBn(unit, year, money), money.CurrencyCode(results.Edition, unit), FirstYear(results, p, unit)))];
    }

    private static RangeAnswer RangeOf(ScenarioRange range, ReportUnit unit, int year)
    {
        Distribution share = range.Ensemble.SharePct(unit.Unit, year);
        double target = range.TargetPct(unit.Unit, year);
        return new RangeAnswer(
            unit.Id, unit.Name, year, share.Quantile(0.05), share.Quantile(0.25), share.Quantile(0.5), share.Quantile(0.75), share.Quantile(0.95), double.IsNaN(target) ? double.NaN : share.AtLeastPct(target));
    }

    private static object? Told(Charts.Cell cell) => double.IsFinite(cell.Number) ? cell.Number : cell.ToString() is { Length: > 0 } text ? text : null;
}
