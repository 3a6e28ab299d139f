using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Data.Sources;
using Simulator.Projections;
using Simulator.Reports.Figures;
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
        Assert.Equal(in2030.Quantile(0.10), Value("80% of draws", "low"));
        Assert.Equal(in2030.Quantile(0.90), Value("80% of draws", "high"));
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
        Assert.Contains("one member", RangeFigure.Lacks(request with { Highlight = MemberSet.Of(TinyAlliance.Italy).Union(MemberSet.Of(TinyAlliance.France)) }), StringComparison.Ordinal);
        Assert.Contains("armed forces", RangeFigure.Lacks(request with { Highlight = MemberSet.Of(TinyAlliance.Iceland) }), StringComparison.Ordinal);
    }

    private static FigureRequest Request(RunResults results) =>
        new FigureSession(results, "0123456789ab", UnitNames.English, new(() => [])).Of(ScenarioRecipes.All.Single(r => r.Id == "range"), results.Projections[0]);
}
