using Simulator.Alliance;
using Simulator.Charts.Text;
using Simulator.Projections;

namespace Simulator.Reports.Figures;

/// <summary>Debt, feasibility, and what stands beside a rise.</summary>
internal static class FiscalRecipes
{
    /// <summary>Two columns of print: rows with two numbers and names beside them need as much.</summary>
    private const double TwoColumns = 360;

    /// <summary>The figures.</summary>
    public static IReadOnlyList<FigureRecipe> All { get; } =
    [
        new("debt", FigureScope.Scenario, "Debt with and without the extra spending, the four largest changes", true, FiscalDebtFigures.Largest) { Lacks = LacksDebt },
        new("extra-debt", FigureScope.Scenario, "Extra debt by member, points of GDP, as a range", true, FiscalDebtFigures.ByMember) { Lacks = LacksDebt },
        new("debt-member", FigureScope.Member, "One member's debt with and without the extra spending", false, FiscalDebtFigures.OfMember) { Lacks = LacksMemberDebt },
        new("trade-offs", FigureScope.Scenario, "The rise beside interest and what it equals of other public spending", true, FiscalTradeOffFigure.Build)
        {
            Lacks = LacksDebt,
            MinimumWidth = TwoColumns,
        },
        new("composition", FigureScope.Scenario, "Equipment and personnel in the rise, by member", false, FiscalCompositionFigure.Build)
        {
            Lacks = r => r.Year > r.Edition.BaseYear ? "" : NoYearAhead,
        },
        new("effort", FigureScope.Scenario, "Real growth asked for, on the strip of what allies have done", true, FiscalEffortFigure.Build) { Lacks = FiscalEffortFigure.Lacks },
        new("backfill", FigureScope.Scenario, "Who pays for another ally's fall, EUR a head", true, BackfillFigure.Build) { Lacks = BackfillFigure.Lacks },
        new("earliest", FigureScope.Run, "Earliest year at each target under three sets of limits", false, PathwayRecipes.Earliest) { MinimumWidth = 640 },
        new("pathway-3-5", FigureScope.Run, "Fastest paths to 3.5 percent and what holds them", false, r => PathwayRecipes.Paths(r, 3.5))
        {
            Lacks = r => PathwayRecipes.Lacks(r, 3.5),
            MinimumWidth = TwoColumns,
        },
        new("pathway-5", FigureScope.Run, "Fastest paths to 5 percent and what holds them", false, r => PathwayRecipes.Paths(r, 5))
        {
            Lacks = r => PathwayRecipes.Lacks(r, 5),
            MinimumWidth = TwoColumns,
        },
        new("pathway-member", FigureScope.Member, "One member's fastest paths under three sets of limits", false, PathwayRecipes.OfMember)
        {
            Lacks = PathwayRecipes.LacksMember,
            MinimumWidth = TwoColumns,
        },
        new("could-says", FigureScope.Run, "Could against says: fastest share in 2035 and the national plan", false, FiscalPromiseFigures.CouldSays)
        {
            Lacks = FiscalPromiseFigures.LacksPlans,
            MinimumWidth = TwoColumns,
        },
        new("promised-came", FigureScope.Run, "Promised against came: an earlier edition's estimate and what is reported now", false, FiscalPromiseFigures.PromisedCame)
        {
            Lacks = FiscalPromiseFigures.LacksEditions,
        },
    ];

    /// <summary>Said where a figure is asked for in a published year.</summary>
    internal const string NoYearAhead = "The figure is of a projected year.";

    /// <summary>Said where a figure of a member without armed forces is asked for.</summary>
    internal const string NoForces = "The member has no armed forces.";

    /// <summary>The shown members by name.</summary>
    /// <param name="request">The request.</param>
    internal static IEnumerable<Member> Shown(FigureRequest request) => request.Results.Members
        .Select(m => request.Edition.Roster.Members[m.Unit.MemberIndex])
        .OrderBy(m => request.NameOf(m.Index), NameOrder.Of(request.Language));

    private static string LacksDebt(FigureRequest request) =>
        !new FiscalSummary(request.Scenario).IsComputed ? "Debt was not computed for this scenario."
        : request.Year <= request.Edition.BaseYear ? NoYearAhead
        : "";

    private static string LacksMemberDebt(FigureRequest request)
    {
        string lacks = LacksDebt(request);
        return lacks.Length > 0 ? lacks
            : !request.Edition.Roster.WithForces.Contains(request.Member) ? NoForces
            : new FiscalSummary(request.Scenario).ExtraDebtPp(Unit.Member(request.Member), request.Year, 100).HasValue ? ""
            : "The IMF gives no debt for this member.";
    }
}
