using System.Globalization;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Charts.Catalogue;
using Simulator.Projections;
using Simulator.Reports.Answers;
using Simulator.Reports.Tables;

namespace Simulator.Reports.Figures;

/// <summary>Who pays for what another ally spends less.</summary>
internal static class BackfillFigure
{
    private static readonly MoneyBasis Eur = new(CurrencyChoice.Eur, PriceBasis.BaseYear);

    /// <summary>Why there is nothing to show.</summary>
    public static string Lacks(FigureRequest request) =>
        !new BackfillReading(request.Scenario).IsComputed ? "Nobody takes over another ally's fall in this scenario."
        : request.Year <= request.Edition.BaseYear ? FiscalRecipes.NoYearAhead
        : Payers(request).Any() ? ""
        : $"No member that is shown takes over a part in {Text(request.Year)}.";

    /// <summary>Describes the figure.</summary>
    public static Figure Build(FigureRequest request)
    {
        BackfillReading backfill = new(request.Scenario);
        Member[] payers = [.. Payers(request)];
        RankedBar[] rows = [.. payers.Select(m => new RankedBar(request.NameOf(m.Index), [PerHead(m.Index)]))];
        Member most = payers.MaxBy(m => PerHead(m.Index))!;
        double left = backfill.UncoveredConstUsdM(request.Year) / 1000;
        string uncovered = left == 0 ? "nothing that is asked for is left uncovered" : $"{AnswerWords.Bn(left, "USD")} that is asked for is left uncovered";
        string covered = AnswerWords.Bn(backfill.CoveredConstUsdM(Unit.Group(request.Edition.Roster.All), request.Year) / 1000, "USD");
        string prices = $"{Text(request.Edition.PriceYear)} prices and exchange rates";
        return RankedBars.Build(
            request.Caption(
                $"{RunResults.IdOf(request.Scenario)}-backfill",
                $"{most.Name} pays most: {AnswerWords.PerHead(PerHead(most.Index), "EUR")} a head in {Text(request.Year)}",
                $"\"{request.Scenario.Scenario.Title.TrimEnd('.', ' ')}\": what members take over of another ally's fall in {Text(request.Year)}, EUR per inhabitant, {Text(request.Edition.BaseYear)} prices",
                $"All members together take over {covered} ({prices}), and {uncovered}. {BackfillTable.WorldwideRemark}"),
            rows,
            new BarTerms(
                [new BarSeries(ChartLanguage.Fill(BudgetWords.Of(request.Language).PerHead, "EUR", Text(request.Year)), request.Year, "projection")],
                "per_head_eur",
                0),
            request.Format.Rows(rows.Length));

        double PerHead(int member) => backfill.PerHead(Unit.Member(member), request.Year, Eur);
    }

    private static IEnumerable<Member> Payers(FigureRequest request)
    {
        BackfillReading backfill = new(request.Scenario);
        return FiscalRecipes.Shown(request).Where(m => backfill.CoveredConstUsdM(Unit.Member(m.Index), request.Year) != 0);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
