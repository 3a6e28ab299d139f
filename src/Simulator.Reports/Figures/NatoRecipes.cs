namespace Simulator.Reports.Figures;

/// <summary>NATO's own set of graphs, for any year of history or projection, and long history.</summary>
internal static class NatoRecipes
{
    /// <summary>The figures.</summary>
    public static IReadOnlyList<FigureRecipe> All { get; } = [];
}
