using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Charts.Svg;
using Simulator.Data.Scenarios;
using Simulator.Feasibility;
using Simulator.Pathways;
using Simulator.Reports.Backtests;
using Simulator.Reports.Figures;
using Simulator.Reports.PathwayReports;
using Simulator.Web.State;

namespace Simulator.Web.Answers;

/// <summary>What there is to choose from, and what no choice changes.</summary>
internal static class Listing
{
    public static EditionsAnswer Editions(Workspace workspace) => new(
        workspace.Default.Id,
        [.. workspace.Editions.Select(e => new EditionAnswer(e.Id, e.Title, workspace.DeskOf(e.Id) is { Ok: true } desk ? desk.Value.Edition.BaseYear : null, e.PriceYear, e.CutOff, e.IsDefault))]);

    public static MembersAnswer Members(Edition edition)
    {
        Roster roster = edition.Roster;
        return new MembersAnswer(
            edition.Id,
            edition.BaseYear,
            [.. roster.Members.Select(m => new MemberAnswer(
                m.Iso3,
                m.Name,
                m.HasForces,
                [.. roster.Groups.Where(g => g.Members.Contains(m.Index)).Select(g => g.Id)],
                m.HasForces ? edition.SharePct(m.Index, edition.BaseYear) : double.NaN,
                edition.StatedPosition(m.Index)))],
            [.. roster.Groups.Select(g => new GroupAnswer(g.Id, g.Title, [.. g.Members.Select(m => roster.Members[m].Iso3)]))]);
    }

    public static ScenariosAnswer Scenarios(Workspace workspace, ScenarioFile? upload) => new(
    [
        .. upload is null ? [] : Scenarios(upload, "file"),
        .. workspace.Shipped.SelectMany(f => Scenarios(f, "shipped")),
    ]);

    private static IEnumerable<ScenarioAnswer> Scenarios(ScenarioFile file, string source) => ScenarioFileInfo.Of(file).Select(s => new ScenarioAnswer(
        s.Id,
        s.Title,
        source,
        [.. file.Rows.Where(r => file.CellOf(r, ScenarioColumn.Scenario).Text == s.Id).Select(r => file.CellOf(r, ScenarioColumn.Note).Text).Where(n => n.Length > 0).Distinct()]));

    public static SettingsAnswer Settings() => new(
        [.. SettingCatalogue.All.Select(s => new SettingAnswer(
            s.Name,
            s.Kind switch
            {
                SettingKind.Number => "number",
                SettingKind.Choice => "choice",
                _ => "text",
            },
            s.Unit,
            s.Kind == SettingKind.Number ? s.Low : double.NaN,
            s.Kind == SettingKind.Number ? s.High : double.NaN,
            s.DefaultText,
            s.Choices,
            s.Years switch
            {
                SettingYears.FromTo => "from_to",
                SettingYears.None => "none",
                _ => "from",
            },
            s.ByMember,
            s.Meaning,
            s.Source))],
        [.. ScenarioVocabulary.Whats.Select(w => new WhatAnswer(w.Name, w.Unit, w.Meaning))],
        ScenarioVocabulary.Shapes);

    public static FiguresAnswer Figures() => new([.. FigureCatalogue.All.Select(r => new FigureAnswer(
        r.Id,
        r.Shows,
        r.Scope switch
        {
            FigureScope.Scenario => "scenario",
            FigureScope.Member => "member",
            _ => "run",
        },
        r.NeedsDraws,
        r.MinimumWidth))]);

    /// <summary>Fastest paths.</summary>
    /// <param name="desk">The edition.</param>
    /// <param name="by">The year by which the targets are asked for.</param>
    public static PathwayAnswer Pathway(Desk desk, int by)
    {
        PathwayAnswers all = desk.Pathways;
        PathwayAnswers answers = all with { Request = all.Request with { By = by } };
        Edition edition = desk.Edition;
        return new PathwayAnswer(
            by,
            answers.RunId,
            Desk.Targets,
            [.. FastestLimits.All.Select(l => new LimitsAnswer(l.Name, PathwayWords.Set(l), PathwayWords.Numbers(l)))],
            PathwayWords.Reading,
            [.. Desk.Targets.SelectMany(t => FastestLimits.All.Select(l => new CountAnswer(t, l.Name, answers.CountBy(t, l, by), edition.Roster.WithForces.Count)))],
            [.. edition.Roster.Members.Where(m => m.HasForces).Select(m => new EarliestAnswer(
                m.Iso3,
                m.Name,
                edition.SharePct(m.Index, edition.BaseYear),
                PathwayWords.Says(edition, m),
                edition.StatedPosition(m.Index),
                [.. Desk.Targets.SelectMany(t => FastestLimits.All.Select(l => Reach(answers, m.Index, t, l)))]))]);
    }

    /// <summary>The past record.</summary>
    /// <param name="record">The backtest.</param>
    /// <param name="theme">Colours of its figures.</param>
    public static RecordAnswer Record(BacktestResults record, Theme theme) => new(
        record.RunId,
        BacktestFindings.All(record),
        "/record.html",
        [.. BacktestFigures.All(record, FigureFormat.Free).Select(f => Answering.Chart(f, SvgRenderer.Draw(f, theme).Text, record.RunId))]);

    private static ReachAnswer Reach(PathwayAnswers answers, int member, double target, FastestLimits limits)
    {
        Pathway path = answers.Atlas.Of(member, target, limits);
        bool isReached = path.TryEarliestYear(out int year);
        return new ReachAnswer(
            target, limits.Name, isReached ? year : null, isReached && year == path.BaseYear, path.ShareIn(answers.Request.By), PathwayWords.Stops(path), answers.Atlas.NeedPp(member, target, answers.Request.By));
    }
}
