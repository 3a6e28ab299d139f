using System.Collections.Immutable;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Charts.Catalogue;
using Simulator.Projections;
using Simulator.Reports.Ranges;

namespace Simulator.Reports.Figures;

/// <summary>What the draws make of government debt, a panel for each member.</summary>
internal static class RangeDebtFigure
{
    // Years of history that tell a level; earlier ones would flatten what is to come.
    private const int YearsBefore = 5;

    /// <summary>The chosen members, or those with the largest debt, as quantile bands beside the scenario without chance.</summary>
    public static Figure Build(FigureRequest request)
    {
        ScenarioRange range = RangeTelling.Of(request);
        Edition edition = request.Edition;
        int[] members = Members(request);
        int first = Math.Max(edition.FirstYear, edition.BaseYear - YearsBefore);
        ImmutableArray<int> years = [.. Enumerable.Range(first, request.Results.Options.Horizon - first + 1)];
        FanPanel[] panels = [.. members.Select(m => RangeTelling.Panel(
            request,
            request.NameOf(m),
            years,
            y => y < edition.BaseYear ? edition.Weo.Value(WeoIndicator.GrossDebtPct, m, y) : RangeWords.DebtWithoutShocksPct(request.Scenario, m, y),
            y => range.Ensemble.DebtPct(m, y),
            1,
            RangeTelling.Span(range.Ensemble.DebtPct(m, request.Year), v => request.Language.Number(v), v => request.Language.Percent(v, 0))))];
        string name = edition.Roster.Members[members[0]].Name;
        string span = RangeTelling.Span(range.Ensemble.DebtPct(members[0], request.Year), Whole, v => Whole(v) + "%");
        return FanPanels.Build(
            ScenarioTelling.Caption(
                request,
                "range-debt",
                $"{name}: debt {span} in {ScenarioTelling.Text(request.Year)} {RangeTelling.InDraws(name.Split(' ').Length + 4)}",
                RangeTelling.Subtitle(request, [.. panels.Select(p => p.Name)], "general government gross debt, percent of GDP"),
                RangeWords.DebtNote),
            panels,
            RangeTelling.Terms(request, years, "debt_pct", true) with { SharesScale = true },
            request.Format.Frame());

        static string Whole(double pct) => ScenarioTelling.Text((int)Rounding.HalfUp(pct, 0));
    }

    /// <summary>Why the figure cannot be drawn; empty when it can.</summary>
    public static string Lacks(FigureRequest request)
    {
        string lacks = RangeTelling.LacksDraws(request);
        return lacks.Length > 0 ? lacks
            : request.Year < request.Edition.BaseYear ? FiscalRecipes.NoYearAhead
            : Members(request).Length == 0 ? "No debt was drawn for these members: the IMF gives none for them, or debt was not computed."
            : "";
    }

    /// <summary>Chosen members, or all that are shown, by the debt of the headline year without shocks; those without a figure are none.</summary>
    private static int[] Members(FigureRequest request)
    {
        IEnumerable<int> asked = request.Highlight.IsEmpty ? request.Results.Members.Select(m => m.Unit.MemberIndex) : request.Highlight;
        return
        [
            .. asked.Where(m => IsKnown(request.Scenario, m))
                .OrderByDescending(m => RangeWords.DebtWithoutShocksPct(request.Scenario, m, request.Year))
                .ThenBy(request.NameOf, StringComparer.Ordinal)
                .Take(RangeTelling.MostPanels),
        ];
    }

    /// <summary>True when a member's debt has a figure in every year, which is when it is drawn.</summary>
    internal static bool IsKnown(Projection projection, int member) =>
        Enumerable.Range(projection.BaseYear, projection.LastYear - projection.BaseYear + 1).All(y => double.IsFinite(RangeWords.DebtWithoutShocksPct(projection, member, y)));
}
