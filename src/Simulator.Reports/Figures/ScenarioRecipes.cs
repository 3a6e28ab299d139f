namespace Simulator.Reports.Figures;

/// <summary>Shares and money of scenarios.</summary>
internal static class ScenarioRecipes
{
    /// <summary>The figures.</summary>
    public static IReadOnlyList<FigureRecipe> All { get; } = [];
}
