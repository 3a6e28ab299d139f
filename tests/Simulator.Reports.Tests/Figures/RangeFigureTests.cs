using System.Collections.Immutable;
using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Data.Sources;
using Simulator.Projections;
using Simulator.Reports.Figures;
using Simulator.Reports.Ranges;
using Simulator.Uncertainty;

namespace Simulator.Reports.Tests.Figures;

/// <summary>The bands of the figure of a range are the quantiles of the draws, beside the scenario itself.</summary>
public sealed class RangeFigureTests
{
    private static readonly RunResults Results = TinyDraws.Results(TinyDraws.ToHorizon, TinyDraws.Uncertainty, TinyRun.Core, TinyRun.Hold);

    [Fact]
    public void Bands_and_median_are_those_of_the_draws()
    {
        FigureRequest request = Request(Results) with { Highlight = MemberSet.Of(TinyAlliance.Italy) };
        Assert.Equal("", RangeFigure.Lacks(request));
        Figure figure = RangeFigure.Build(request);
        Distribution in2030 = Results.Ranges[0].Ensemble.SharePct(Unit.Member(TinyAlliance.Italy), 2030);
        Assert.Equal(in2030.Quantile(0.05), Value("90% of draws", "low"));
        Assert.Equal(in2030.Quantile(0.95), Value("90% of draws", "high"));
        Assert.Equal(in2030.Quantile(0.25), Value("50% of draws", "low"));
        Assert.Equal(in2030.Quantile(0.50), Value("Median", "line"));
        Assert.Equal(Results.Projections[1].SharePct(Unit.Member(TinyAlliance.Italy), 2030), Value("Everyone holds", "line"));
        Assert.Contains("100 draws", figure.Subtitle, StringComparison.Ordinal);

        double Value(string series, string edge) => figure.Data.Rows.Single(r => r[0].ToString() == series && r[1].ToString() == edge && r[2].Number == 2030)[4].Number;
    }

    [Fact]
    public void What_was_not_drawn_is_not_shown()
    {
        Assert.Contains("--draws", RangeFigure.Lacks(Request(TinyRun.Results(new RunOptions(), TinyRun.Core))), StringComparison.Ordinal);
        FigureRequest request = Request(Results);
        Assert.Contains("another group", RangeFigure.Lacks(request with { Highlight = MemberSet.Of(TinyAlliance.Italy).Union(MemberSet.Of(TinyAlliance.France)) }), StringComparison.Ordinal);
        Assert.Contains("armed forces", RangeFigure.Lacks(request with { Highlight = MemberSet.Of(TinyAlliance.Iceland) }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_is_told_by_its_name()
    {
        Group group = TinyAlliance.Roster.Groups.Single(g => g.Id == "NATO_EUR_CAN");
        FigureRequest request = Request(Results) with { Highlight = group.Members };
        Assert.Equal("", RangeFigure.Lacks(request));
        Assert.StartsWith("NATO Europe and Canada: ", RangeFigure.Build(request).Title, StringComparison.Ordinal);
        Assert.Contains("NATO Europe and Canada: core", RangeFigure.Build(request).Subtitle, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("range")]
    [InlineData("range-debt")]
    [InlineData("range-money")]
    public void A_figure_reads_no_more_of_draws_than_it_says(string id)
    {
        Assert.True(FigureCatalogue.TryFind(id, out FigureRecipe? recipe));
        foreach (MemberSet highlight in new[] { MemberSet.Empty, MemberSet.Of(TinyAlliance.Italy), MemberSet.Of(TinyAlliance.Italy).Union(MemberSet.Of(TinyAlliance.France)) })
        {
            FigureRequest all = Request(Results, id) with { Highlight = highlight };
            if (recipe.Lacks(all).Length > 0)
            {
                continue;
            }

            RunResults part = TinyDraws.Results(TinyDraws.ToHorizon, TinyDraws.Uncertainty, recipe.Reads, TinyRun.Core, TinyRun.Hold);
            Assert.Equal(recipe.Build(all).Data.ToCsv(), recipe.Build(Request(part, id) with { Highlight = highlight }).Data.ToCsv());
        }
    }

    [Fact]
    public void Debt_has_its_past_its_own_line_and_the_quantiles_of_the_draws()
    {
        FigureRequest request = Request(Results, "range-debt");
        Assert.Equal("", RangeDebtFigure.Lacks(request));
        Figure figure = RangeDebtFigure.Build(request);
        Distribution in2030 = Results.Ranges[0].Ensemble.DebtPct(TinyAlliance.Italy, 2030);
        Assert.Equal(in2030.Quantile(0.05), Value(figure, "Italy", "90% of draws", "low", 2030));
        Assert.Equal(in2030.Quantile(0.95), Value(figure, "Italy", "90% of draws", "high", 2030));
        Assert.Equal(in2030.Quantile(0.75), Value(figure, "Italy", "50% of draws", "high", 2030));
        Assert.Equal(in2030.Quantile(0.50), Value(figure, "Italy", "Median", "line", 2030));
        string scenario = Results.Projections[0].Scenario.Title;
        Assert.Equal(RangeWords.DebtWithoutShocksPct(Results.Projections[0], TinyAlliance.Italy, 2030), Value(figure, "Italy", scenario, "line", 2030));
        int before = Results.Edition.BaseYear - 1;
        Assert.Equal(Results.Edition.Weo.Value(WeoIndicator.GrossDebtPct, TinyAlliance.Italy, before), Value(figure, "Italy", scenario, "line", before));
        Assert.DoesNotContain(figure.Data.Rows, r => r[3].Number <= before && r[1].ToString() != scenario);
        Assert.Contains("No government reacts", figure.Credit.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Debt_shows_the_largest_debts_or_those_chosen()
    {
        FigureRequest request = Request(Results, "range-debt");
        int[] drawn = [.. Results.Ranges[0].Ensemble.InDebt.OrderByDescending(m => RangeWords.DebtWithoutShocksPct(Results.Projections[0], m, 2035))];
        Assert.Equal(drawn.Take(RangeTelling.MostPanels).Select(m => TinyAlliance.Roster.Members[m].Name), Names(RangeDebtFigure.Build(request)));
        Assert.Equal(["France"], Names(RangeDebtFigure.Build(request with { Highlight = MemberSet.Of(TinyAlliance.France) })));
        FigureRequest shipped = ShippedRun.Of("range-debt", "five-core");
        Assert.Equal(RangeTelling.MostPanels, Names(RangeDebtFigure.Build(shipped)).Length);
        Assert.Equal(
            ShippedRun.Results.Ranges[0].Ensemble.InDebt,
            ShippedRun.Results.Edition.Roster.All.Where(m => RangeDebtFigure.IsKnown(ShippedRun.Results.Projections[0], m)));
    }

    [Fact]
    public void Money_is_that_of_the_draws_in_the_money_of_the_answers()
    {
        FigureRequest shipped = ShippedRun.Of("range-money", "five-core");
        Projection projection = shipped.Scenario;
        Unit europe = AllianceUnits.Europe(shipped.Edition.Roster);
        Ensemble ensemble = RangeTelling.Of(shipped).Ensemble;
        Figure figure = RangeMoneyFigure.Build(shipped);
        MoneyBasis eur = new(CurrencyChoice.Eur, PriceBasis.BaseYear);
        Assert.Equal(4, Names(figure).Length);

        // The ensemble counts millions of euro.
        Assert.Equal(ensemble.SpendingM(europe, 2033).Quantile(0.95) / 1000, Value(figure, "European allies", "90% of draws", "high", 2033), 1e-9 * 1000);
        Assert.Equal(projection.SpendingBn(europe, 2033, eur), Value(figure, "European allies", projection.Scenario.Title, "line", 2033));
        Assert.Equal(projection.SpendingBn(europe, 2020, eur), Value(figure, "European allies", projection.Scenario.Title, "line", 2020));
        Assert.Equal("spending_eur_bn_2026_prices", figure.Data.Columns[^1]);

        int poland = ShippedRun.Member("POL");
        RunOptions national = ShippedRun.Results.Options with { Currency = AnswerCurrency.National };
        RunResults results = new RunResults(shipped.Edition, ShippedRun.Results.Projections, ShippedRun.Results.Sipri, national).With(ShippedRun.Results.Ranges, ShippedRun.Results.Uncertainty!);
        Figure zloty = RangeMoneyFigure.Build(shipped with { Results = results, Highlight = MemberSet.Of(poland) });
        double rate = projection.SpendingM(Unit.Member(poland), 2026, new MoneyBasis(CurrencyChoice.National, PriceBasis.BaseYear)) / projection.SpendingM(Unit.Member(poland), 2026, eur);
        Assert.InRange(rate, 3, 6);
        Assert.Equal(rate * ensemble.SpendingM(Unit.Member(poland), 2035).Quantile(0.5) / 1000, Value(zloty, "Poland", "Median", "line", 2035), 1e-6);
        Assert.Contains("PLN", zloty.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_anything_that_moves_every_band_lies_on_the_line()
    {
        RunResults still = TinyDraws.Results(TinyDraws.ToHorizon, TinyDraws.Nothing, TinyRun.Core);
        foreach (string id in new[] { "range-debt", "range-money" })
        {
            FigureRequest request = Request(still, id);
            Figure figure = ShippedRun.Recipe(id).Build(request);
            foreach (ImmutableArray<Cell> row in figure.Data.Rows.Where(r => r[3].Number >= still.Edition.BaseYear))
            {
                // Debt and money are counted in bins of at most 0.4 percent.
                double line = Value(figure, row[0].ToString(), TinyRun.Core.Title, "line", (int)row[3].Number);
                Assert.Equal(line, row[5].Number, 0.004 * line);
            }
        }
    }

    [Fact]
    public void Chosen_members_have_panels_of_their_own_and_those_without_figures_are_refused()
    {
        FigureRequest request = Request(Results, "range-money");
        MemberSet two = MemberSet.Of(TinyAlliance.Italy).Union(MemberSet.Of(TinyAlliance.Usa)).Union(MemberSet.Of(TinyAlliance.Iceland));
        Assert.Equal(["United States", "Italy"], Names(RangeMoneyFigure.Build(request with { Highlight = two })));
        Assert.Contains("armed forces", RangeMoneyFigure.Lacks(request with { Highlight = MemberSet.Of(TinyAlliance.Iceland) }), StringComparison.Ordinal);
        foreach (string id in new[] { "range", "range-debt", "range-money" })
        {
            FigureRecipe recipe = ShippedRun.Recipe(id);
            Assert.True(recipe.NeedsDraws);
            Assert.Contains("--draws", recipe.Lacks(Request(TinyRun.Results(new RunOptions(), TinyRun.Core), id)), StringComparison.Ordinal);
        }
    }

    private static string[] Names(Figure figure) => [.. figure.Data.Rows.Select(r => r[0].ToString()).Distinct()];

    private static double Value(Figure figure, string unit, string series, string edge, int year) =>
        figure.Data.Rows.Single(r => r[0].ToString() == unit && r[1].ToString() == series && r[2].ToString() == edge && r[3].Number == year)[5].Number;

    private static FigureRequest Request(RunResults results, string id = "range") =>
        new FigureSession(results, "0123456789ab", UnitNames.English, new(() => [])).Of(ShippedRun.Recipe(id), results.Projections[0]);
}
