using Simulator.Charts;
using Simulator.Pathways;
using Simulator.Reports.Figures;

namespace Simulator.Reports.RunFigures;

/// <summary>A figure that a run draws.</summary>
/// <param name="Id">Its name, which is that of its files.</param>
/// <param name="Recipe">How it is built.</param>
/// <param name="Request">What it is built from.</param>
public sealed record RunFigure(string Id, FigureRecipe Recipe, FigureRequest Request)
{
    /// <summary>Describes the figure.</summary>
    /// <exception cref="InvalidOperationException">The recipe gives its figure another name than the run promised.</exception>
    public Figure Build()
    {
        Figure figure = Recipe.Build(Request);
        return figure.Id == Id ? figure : throw new InvalidOperationException($"The figure \"{Id}\" calls itself \"{figure.Id}\".");
    }
}

/// <summary>The figures of the catalogue that belong to a run: those of the run once, those of scenarios once for each; none that lacks what it needs.</summary>
public static class RunFigureSet
{
    /// <summary>The figures in the order of the catalogue; nothing is built.</summary>
    /// <param name="session">What figures are drawn from.</param>
    /// <param name="results">The results of the run.</param>
    public static IReadOnlyList<RunFigure> Of(FigureSession session, RunResults results) =>
    [
        .. from recipe in FigureCatalogue.All
           where recipe.InRun && recipe.Scope != FigureScope.Member
           from projection in recipe.Scope == FigureScope.Scenario ? results.Projections : [results.Projections[0]]
           let request = session.Of(recipe, projection)
           where recipe.Lacks(request).Length == 0
           select new RunFigure(IdOf(recipe, projection.Scenario.Id), recipe, request),
    ];

    /// <summary>What is wrong with the ids of scenarios, one sentence each: a figure of a scenario must not take the name of another.</summary>
    /// <param name="scenarios">The scenarios.</param>
    public static IEnumerable<string> Problems(IEnumerable<Scenario> scenarios)
    {
        HashSet<string> taken = [.. FigureCatalogue.All.Where(r => r.InRun && r.Scope == FigureScope.Run).Select(r => r.Id)];
        foreach (Scenario scenario in scenarios)
        {
            foreach (FigureRecipe recipe in FigureCatalogue.All.Where(r => r.InRun && r.Scope == FigureScope.Scenario))
            {
                if (!taken.Add(IdOf(recipe, scenario.Id)))
                {
                    yield return $"The scenario \"{scenario.Id}\" needs another id: its figure \"{IdOf(recipe, scenario.Id)}\" has the name of another figure.";
                }
            }
        }
    }

    private static string IdOf(FigureRecipe recipe, string scenarioId) =>
        recipe.Scope == FigureScope.Scenario ? $"{scenarioId}-{recipe.Id}" : recipe.Id;
}
