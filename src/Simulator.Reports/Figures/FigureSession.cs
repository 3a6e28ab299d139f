using Simulator.Alliance;
using Simulator.Charts;
using Simulator.Data.Sources;
using Simulator.Feasibility;
using Simulator.Projections;
using Simulator.Reports.PathwayReports;
using Simulator.Reports.Runs;

namespace Simulator.Reports.Figures;

/// <summary>Hands the figures of one set of results what they are drawn from; what only some of them need is computed once, when first asked for.</summary>
public sealed class FigureSession
{
    private static readonly double[] Targets = [3, 3.5, 5];

    private readonly RunResults _results;
    private readonly string _runId;
    private readonly UnitNames _names;
    private readonly Lazy<PathwayAnswers> _pathways;
    private readonly Lazy<IReadOnlyList<Edition>> _earlier;

    /// <summary>Starts a session.</summary>
    /// <param name="results">The results.</param>
    /// <param name="runId">Run id.</param>
    /// <param name="names">Names of members and groups by language.</param>
    /// <param name="earlier">Earlier complete editions, oldest first.</param>
    public FigureSession(RunResults results, string runId, UnitNames names, Lazy<IReadOnlyList<Edition>> earlier)
    {
        _results = results;
        _runId = runId;
        _names = names;
        _earlier = earlier;
        _pathways = new Lazy<PathwayAnswers>(() => new PathwayAnswers(
            new PathwayRequest { Edition = results.Edition, TargetsPct = Targets, Inputs = Array.Empty<RunInput>() },
            PathwayAtlas.Of(results.Edition, Targets, [], PathwayRequest.Horizon),
            runId));
    }

    /// <summary>Outlines of the members, read when a figure asks.</summary>
    public Lazy<MemberOutlines> Outlines { get; init; } = new(() => MemberOutlines.None);

    /// <summary>A request for a figure, in English and as high as the figure needs: of the base year for history, else of the headline year.</summary>
    /// <param name="recipe">The figure.</param>
    /// <param name="scenario">One of the results' projections.</param>
    public FigureRequest Of(FigureRecipe recipe, Projection scenario) => new()
    {
        Results = _results,
        Scenario = scenario,
        RunId = _runId,
        Year = recipe.OnHistory ? _results.Edition.BaseYear : _results.Options.HeadlineYear,
        Language = ChartLanguage.English,
        Names = _names,
        Pathways = _pathways,
        EarlierEditions = _earlier,
        Outlines = Outlines,
    };
}
