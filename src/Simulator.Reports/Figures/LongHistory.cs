using System.Collections.Immutable;
using System.Globalization;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Charts.Catalogue;
using Simulator.Data.Sources;
using Simulator.Projections;
using Simulator.Reports.Answers;

namespace Simulator.Reports.Figures;

/// <summary>Shares of GDP since 1949 by SIPRI, beside NATO's own figures; the two are never joined in one line.</summary>
internal static class LongHistory
{
    private const string Source =
        "information from the Stockholm International Peace Research Institute (SIPRI), https://www.sipri.org/databases/milex";

    private const string Note =
        "SIPRI and NATO define spending differently; their lines are never joined. Europe by SIPRI: the allies of each year that it has figures for, where those are most.";

    /// <summary>The figure.</summary>
    public static Figure Build(FigureRequest request)
    {
        Projection p = request.Scenario;
        (string Name, Unit Unit)[] units = Units(request);
        ImmutableArray<int> sipriYears = Years(request.Results.Sipri);
        ImmutableArray<int> natoYears = [.. Enumerable.Range(p.FirstYear, NatoYear.LastYear(request) - p.FirstYear + 1)];
        AllianceWords words = AllianceWords.Of(request.Language);
        List<(TrajectorySeries Series, string Source)> lines =
        [
            .. units.Select(u => (
                new TrajectorySeries(ChartLanguage.Fill(words.BySource, u.Name, "SIPRI"), sipriYears, [.. sipriYears.Select(y => Sipri(request, u.Unit, y))], true),
                "sipri")),
            .. units.Select(u => (
                new TrajectorySeries(ChartLanguage.Fill(words.BySource, u.Name, "NATO"), natoYears, [.. natoYears.Select(y => p.SharePct(u.Unit, y))], true),
                "nato")),
        ];
        Figure figure = Trajectories.Build(
            NatoYear.Caption(
                request, "long-history", Title(request, units[0]),
                string.Create(CultureInfo.InvariantCulture, $"Military expenditure (SIPRI, from {sipriYears[0]}) and {request.Edition.Measure} (NATO, from {p.FirstYear}), percent of GDP"),
                NatoYear.IsProjected(request) ? $"{Note} From {NatoYear.Text(p.BaseYear + 1)}: \"{p.Scenario.Title.TrimEnd('.', ' ')}\"." : Note,
                Source),
            [.. lines.Select(l => l.Series)],
            new TrajectoryTerms(p.BaseYear, request.Edition.FirstEstimateYear, words.ShareOfGdp, true, 1) { ValueColumn = "share_pct" },
            request.Format.Frame());
        return figure with { Data = DataOf(request, lines) };
    }

    /// <summary>Why it cannot be drawn; empty when it can.</summary>
    public static string Lacks(FigureRequest request) =>
        NatoRecipes.LacksYear(request) is { Length: > 0 } problem ? problem
        : Years(request.Results.Sipri).IsEmpty || !Units(request).All(u => Years(request.Results.Sipri).Any(y => !double.IsNaN(Sipri(request, u.Unit, y))))
            ? "SIPRI's history has no figure for the United States or for Europe."
            : "";

    private static (string Name, Unit Unit)[] Units(FigureRequest request)
    {
        Roster roster = request.Edition.Roster;
        Unit europe = AllianceUnits.Europe(roster);
        return
        [
            .. roster.TryMember("USA", out Member? usa) ? new[] { (request.NameOf(usa.Index), Unit.Group(MemberSet.Of(usa.Index))) } : [],
            (roster.TryGroup("EUROPE", out Group? group) ? request.NameOf(group) : "Europe", europe),
        ];
    }

    private static ImmutableArray<int> Years(SipriHistory sipri)
    {
        int first = Math.Max(sipri.SharePct.FirstYear, sipri.ConstantUsdM.FirstYear);
        int last = Math.Min(sipri.SharePct.LastYear, sipri.ConstantUsdM.LastYear);
        return last < first ? [] : [.. Enumerable.Range(first, last - first + 1)];
    }

    private static double Sipri(FigureRequest request, Unit unit, int year) =>
        request.Results.Sipri.GroupSharePct(request.Edition.Roster, unit.Members, year);

    // From the highest year to the last one.
    private static string Title(FigureRequest request, (string Name, Unit Unit) unit)
    {
        (int Year, double Pct)[] known =
            [.. Years(request.Results.Sipri).Select(y => (y, Sipri(request, unit.Unit, y))).Where(k => !double.IsNaN(k.Item2))];
        (int Year, double Pct) highest = known.MaxBy(k => k.Pct);
        (int Year, double Pct) last = known[^1];
        string whose = unit.Unit.Members == AllianceUnits.Of(request.Edition.Roster, "USA") ? "US" : "European";
        string at = $"{AnswerWords.Tenths(last.Pct)}% ({NatoYear.Text(last.Year)})";
        return AnswerWords.Tenths(highest.Pct) == AnswerWords.Tenths(last.Pct)
            ? $"{whose} share is at its highest, {at}"
            : $"{whose} share fell from {AnswerWords.Tenths(highest.Pct)}% ({NatoYear.Text(highest.Year)}) to {at}";
    }

    // The words of the status are NATO's; SIPRI's own marks are by member and do not add up to one for a group.
    private static FigureData DataOf(FigureRequest request, List<(TrajectorySeries Series, string Source)> lines) => new(
        ["series", "source", "year", "status", "share_pct"],
        [
            .. lines.SelectMany(l => l.Series.Years.Select((year, i) => ImmutableArray.Create<Cell>(
                l.Series.Name, l.Source, year, l.Source == "nato" ? request.Results.Status(year) : "", l.Series.Values[i]))),
        ]);
}
