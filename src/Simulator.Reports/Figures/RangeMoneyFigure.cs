using System.Collections.Immutable;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Charts.Catalogue;
using Simulator.Projections;
using Simulator.Reports.Answers;
using Simulator.Reports.Ranges;
using Simulator.Uncertainty;

namespace Simulator.Reports.Figures;

/// <summary>What the draws make of spending in money, a panel for each group or chosen member.</summary>
internal static class RangeMoneyFigure
{
    // The whole, and the groups that budgets are most spoken of for; a roster that lacks one shows the others.
    private static readonly string[] Groups = ["EUROPE", "EASTERN_FLANK", "NORDIC", "BALTIC"];

    /// <summary>Spending at base-year prices as quantile bands beside the scenario without chance.</summary>
    public static Figure Build(FigureRequest request)
    {
        ScenarioRange range = RangeTelling.Of(request);
        (string Name, string English, Unit Unit)[] units = Units(request);
        MoneyBasis money = MoneyOf(request, units);
        string currency = money.CurrencyCode(request.Edition, units[0].Unit);
        ImmutableArray<int> years = ScenarioTelling.Years(request);
        FanPanel[] panels = [.. units.Select(u => PanelOf(request, range, u.Name, u.Unit, money, years))];
        Distribution ahead = range.Ensemble.SpendingM(units[0].Unit, request.Year);
        double perM = range.Factor(units[0].Unit, money) / 1000;
        string span = RangeTelling.Span(ahead, v => AnswerWords.Bn(v * perM), v => AnswerWords.Bn(v * perM));
        string title = $"{units[0].English}: {currency} {span} bn in {ScenarioTelling.Text(request.Year)}";
        int words = title.Split(' ').Length;
        string prices = AnswerWords.Prices(money.PricesWord(request.Edition));
        return FanPanels.Build(
            ScenarioTelling.Caption(
                request,
                "range-money",
                words <= 7 ? $"{title} {RangeTelling.InDraws(words)}" : title,
                RangeTelling.Subtitle(request, [.. panels.Select(p => p.Name)], $"{request.Edition.Measure}, {currency} bn, {prices}"),
                (units.Length > 1 ? "Each panel has a scale of its own. " : "") + (units.Any(u => u.Unit.IsGroup) && units.Length > 1 ? "Members belong to several groups. " : "") + RangeWords.DrawsNote(request.Results)),
            panels,
            RangeTelling.Terms(request, years, $"spending_{currency.ToLowerInvariant()}_bn_{money.PricesWord(request.Edition)}_prices", false),
            request.Format.Frame());
    }

    /// <summary>Why the figure cannot be drawn; empty when it can.</summary>
    public static string Lacks(FigureRequest request)
    {
        string lacks = RangeTelling.LacksDraws(request);
        return lacks.Length > 0 ? lacks
            : request.Year < request.Edition.BaseYear ? FiscalRecipes.NoYearAhead
            : Units(request).Length == 0 ? "The figure shows members with armed forces, or groups of them."
            : "";
    }

    /// <summary>Groups, or what was chosen: a group by its name, else each member with forces by the size of its spending.</summary>
    private static (string Name, string English, Unit Unit)[] Units(FigureRequest request)
    {
        Roster roster = request.Edition.Roster;
        if (request.Highlight.IsEmpty)
        {
            Group[] known = [.. roster.Groups.Where(g => !g.Members.Intersect(roster.WithForces).IsEmpty)];
            Group[] usual = [.. Groups.SelectMany(id => known.Where(g => g.Id == id))];
            return [.. usual.Select(g => (request.NameOf(g), g.Title, Unit.Group(g.Members)))];
        }

        if (request.Highlight.Count > 1 && RangeTelling.Unit(request) is { } named)
        {
            Group group = roster.Groups.First(g => g.Members == request.Highlight);
            return [(request.NameOf(group), group.Title, named)];
        }

        MoneyBasis money = ScenarioTelling.Money(request, PriceBasis.BaseYear);
        return
        [
            .. request.Highlight.Intersect(roster.WithForces)
                .OrderByDescending(m => request.Scenario.SpendingBn(Unit.Member(m), request.Year, money))
                .Take(RangeTelling.MostPanels)
                .Select(m => (request.NameOf(m), roster.Members[m].Name, Unit.Member(m))),
        ];
    }

    // Side by side in one money; one unit alone in its own, as its answers are told.
    private static MoneyBasis MoneyOf(FigureRequest request, (string Name, string English, Unit Unit)[] units) =>
        (units.Length > 1 ? ScenarioTelling.Money(request, PriceBasis.BaseYear) : request.Results.Options.Money(request.Edition, units[0].Unit)) with { Prices = PriceBasis.BaseYear };

    private static FanPanel PanelOf(FigureRequest request, ScenarioRange range, string name, Unit unit, MoneyBasis money, ImmutableArray<int> years)
    {
        double perM = range.Factor(unit, money) / 1000;
        Distribution ahead = range.Ensemble.SpendingM(unit, request.Year);

        // Amounts below a hundred are told with one decimal, as in the answers.
        int decimals = ahead.Quantile(0.5) * perM < 100 ? 1 : 0;
        string Tell(double amountM) => request.Language.Number(amountM * perM, decimals);
        return RangeTelling.Panel(
            request, name, years, y => request.Scenario.SpendingBn(unit, y, money), y => range.Ensemble.SpendingM(unit, y), perM, RangeTelling.Span(ahead, Tell, Tell)) with
        { Decimals = decimals };
    }
}
