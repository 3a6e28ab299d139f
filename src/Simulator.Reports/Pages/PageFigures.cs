using Simulator.Charts;
using Simulator.Projections;
using Simulator.Reports.Figures;
using Simulator.Reports.RunFigures;

namespace Simulator.Reports.Pages;

/// <summary>The figures that a report shows: few enough to be looked at. All others of a run stand beside it in charts/.</summary>
/// <param name="results">The results of the run.</param>
/// <param name="session">What figures of the catalogue are drawn from.</param>
/// <param name="runId">Run id.</param>
internal sealed class PageFigures(RunResults results, FigureSession session, string runId)
{
    private static readonly string[] OfRun = ["comparison"];
    private static readonly string[] OfLead = ["range", "range-debt", "range-money"];
    private static readonly string[] OfScenario = ["range", "extra-money"];

    /// <summary>The figures at the head of the page: scenarios compared, and the leading one in full.</summary>
    public IEnumerable<Figure> Key()
    {
        Projection first = results.Lead;
        return
        [
            .. Catalogued(OfRun, first),
            .. Catalogued(OfLead, first),
            Drawn("total", first),
            Drawn("ranking", first),
            Drawn("members", first),
        ];
    }

    /// <summary>The figures in the section of a scenario that is not the first.</summary>
    /// <param name="projection">Its projection.</param>
    public IEnumerable<Figure> Of(Projection projection) =>
        [Drawn("ranking", projection), Drawn("total", projection), .. Catalogued(OfScenario, projection)];

    private Figure Drawn(string name, Projection projection) => ScenarioFigures.Build(name, results, projection, runId);

    // What cannot be drawn from these results, such as a comparison of one scenario, is left out, as charts/ leaves it out.
    private IEnumerable<Figure> Catalogued(string[] ids, Projection projection)
    {
        foreach (string id in ids)
        {
            if (FigureCatalogue.TryFind(id, out FigureRecipe? recipe) && session.Of(recipe, projection) is var request && recipe.Lacks(request).Length == 0)
            {
                yield return recipe.Build(request);
            }
        }
    }
}
