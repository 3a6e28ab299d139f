using System.Diagnostics.CodeAnalysis;

namespace Simulator.Reports.Figures;

/// <summary>Every figure that can be drawn, in the order of lists.</summary>
public static class FigureCatalogue
{
    /// <summary>The figures.</summary>
    public static IReadOnlyList<FigureRecipe> All { get; } = [.. NatoRecipes.All, .. ScenarioRecipes.All, .. FiscalRecipes.All, MapRecipe.Recipe];

    /// <summary>Finds a figure by its name.</summary>
    /// <param name="id">The name.</param>
    /// <param name="recipe">The figure.</param>
    public static bool TryFind(string id, [NotNullWhen(true)] out FigureRecipe? recipe)
    {
        recipe = All.FirstOrDefault(r => r.Id == id);
        return recipe is not null;
    }
}
