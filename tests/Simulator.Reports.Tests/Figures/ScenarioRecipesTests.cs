using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Charts.Svg;
using Simulator.Data.Sources;
using Simulator.Projections;
using Simulator.Reports.Figures;

namespace Simulator.Reports.Tests.Figures;

public sealed class ScenarioRecipesTests
{
    private static readonly RunResults Results = TinyRun.Results(new RunOptions(), [.. TinyRun.All]);

    public static TheoryData<string> Ids() => [.. ScenarioIds];

    private static string[] ScenarioIds =>
        ["trajectories", "members", "ranking", "total", "extra-money", "heat-map", "shortfall", "waterfall", "bill", "comparison", "shapes", "fan"];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_figure_states_its_finding_in_ten_words_in_every_language_and_on_every_page(string id)
    {
        FigureRecipe recipe = Recipe(id);
        foreach (ChartLanguage language in ChartLanguage.All)
        {
            foreach (FigureFormat format in FigureFormat.Named.Append(FigureFormat.Free).Where(f => f.Width >= recipe.MinimumWidth))
            {
                foreach (Projection projection in Results.Projections)
                {
                    FigureRequest request = Request(recipe, projection) with { Language = language, Format = format };
                    if (id == "shortfall" && TinyAlliance.Edition.Roster.WithForces.All(m => projection.ShortPp(Simulator.Projections.Unit.Member(m), 2030) == 0 && projection.ShortPp(Simulator.Projections.Unit.Member(m), 2035) == 0))
                    {
                        Assert.StartsWith("No ally is short of the line in 2030 or 2035", recipe.Lacks(request), StringComparison.Ordinal);
                        continue;
                    }

                    Assert.Equal("", recipe.Lacks(request));
                    Figure figure = recipe.Build(request);
                    Assert.InRange(figure.Title.Split(' ').Length, 3, 10);
                    Assert.NotEmpty(figure.Description);
                    Assert.Contains("prices", figure.Subtitle, StringComparison.Ordinal);
                    Assert.DoesNotContain("NaN", SvgRenderer.Render(figure, Theme.Light) + figure.Data.ToCsv(), StringComparison.Ordinal);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_figure_is_the_same_in_every_culture(string id)
    {
        FigureRecipe recipe = Recipe(id);
        string Draw()
        {
            Figure figure = recipe.Build(Request(recipe, Results.Projections[1]));
            return SvgRenderer.Render(figure, Theme.Dark) + figure.Data.ToCsv();
        }

        string invariant = Draw();
        TinyRun.Under("de-DE", () => Assert.Equal(invariant, Draw()));
    }

    [Fact]
    public void Extra_money_is_that_of_the_projection_in_both_prices()
    {
        Projection core = Results.Projections[1];
        FigureRecipe recipe = Recipe("extra-money");
        FigureData data = recipe.Build(Request(recipe, core)).Data;
        foreach ((PriceBasis prices, string word) in new[] { (PriceBasis.BaseYear, "2026"), (PriceBasis.Current, "current") })
        {
            double told = data.Rows.Single(r => r[0].ToString() == "Italy" && r[1].ToString() == $"extra_eur_bn_{word}_prices")[4].Number;
            Assert.Equal(core.ExtraOverHoldBn(Unit.Member(TinyAlliance.Italy), 2035, new MoneyBasis(CurrencyChoice.Eur, prices)), told);
        }

        Assert.Contains(data.Rows, r => r[0].ToString() == "Iceland" && r[5].ToString() == "No armed forces");
        Assert.StartsWith("No ally spends above", recipe.Build(Request(recipe, Results.Projections[0])).Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Shortfall_adds_up_to_its_title_and_is_nothing_where_all_are_at_the_line()
    {
        FigureRecipe recipe = Recipe("shortfall");
        Figure hold = recipe.Build(Request(recipe, Results.Projections[0]));
        double sum = hold.Data.Rows.Where(r => r[1].ToString().StartsWith("short_of_line", StringComparison.Ordinal) && r[2].Number == 2035 && double.IsFinite(r[4].Number)).Sum(r => r[4].Number);
        Assert.Contains(Simulator.Reports.Answers.AnswerWords.Bn(sum, "EUR"), hold.Title, StringComparison.Ordinal);
        Assert.Equal("No ally is short of the line in 2035", recipe.Build(Request(recipe, Results.Projections[1])).Title);
    }

    [Fact]
    public void The_bridge_is_the_split_of_the_projection()
    {
        Projection core = Results.Projections[1];
        FigureRecipe recipe = Recipe("waterfall");
        FigureRequest request = Request(recipe, core) with { Highlight = MemberSet.Of(TinyAlliance.Italy) };
        RiseSplit split = core.SplitRise(Unit.Member(TinyAlliance.Italy), 2035, CurrencyChoice.Eur);
        Assert.Equal(
            [split.StartBn, split.GrowthBn, split.ShareBn, split.ConstantBn, split.PricesBn, split.CurrentBn],
            recipe.Build(request).Data.Rows.Select(r => r[4].Number));
    }

    [Fact]
    public void Highlighted_members_are_the_ones_that_are_drawn()
    {
        FigureRecipe recipe = Recipe("trajectories");
        FigureRequest request = Request(recipe, Results.Projections[1]) with { Highlight = MemberSet.Of(TinyAlliance.Italy) };
        Assert.Equal("Italy", recipe.Build(request).Data.Rows[0][0].ToString());
        Assert.StartsWith("Italy goes from ", recipe.Build(request).Title, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_has_history_once_and_every_scenario_from_the_base_year()
    {
        FigureRecipe recipe = Recipe("comparison");
        FigureData data = recipe.Build(Request(recipe, Results.Projections[0])).Data;
        Assert.Equal(["history", .. Results.Projections.Select(p => p.Scenario.Title.TrimEnd('.'))], data.Rows.Select(r => r[0].ToString()).Distinct());
        Assert.All(data.Rows.Where(r => r[0].ToString() != "history"), r => Assert.InRange(r[1].Number, TinyAlliance.BaseYear, 2035));
    }

    [Theory]
    [InlineData("comparison", 1, "The figure needs at least 2 scenarios; there is 1.")]
    [InlineData("fan", 2, "The figure needs at least 3 scenarios; there are 2.")]
    [InlineData("fan", 3, "")]
    public void Figures_that_compare_say_how_many_scenarios_they_need(string id, int count, string lacks)
    {
        RunResults few = TinyRun.Results(new RunOptions(), [.. TinyRun.All.Take(count)]);
        FigureRecipe recipe = Recipe(id);
        Assert.Equal(lacks, recipe.Lacks(new FigureSession(few, "0123456789ab", UnitNames.English, new(() => [])).Of(recipe, few.Projections[0])));
    }

    [Fact]
    public void Iceland_has_no_bill()
    {
        FigureRecipe recipe = Recipe("bill");
        int iceland = TinyAlliance.Roster.Members.Single(m => m.Iso3 == "ISL").Index;
        Assert.Contains("no armed forces", recipe.Lacks(Request(recipe, Results.Projections[0]) with { Member = iceland }), StringComparison.Ordinal);
    }

    private static FigureRecipe Recipe(string id) => FigureCatalogue.TryFind(id, out FigureRecipe? recipe) ? recipe : throw new ArgumentException(id);

    private static FigureRequest Request(FigureRecipe recipe, Projection projection) =>
        new FigureSession(Results, "0123456789ab", UnitNames.English, new(() => [])).Of(recipe, projection) with { Member = TinyAlliance.Italy };
}
