namespace Simulator.Reports.Figures;

/// <summary>Debt, feasibility, and what stands beside a rise.</summary>
internal static class FiscalRecipes
{
    /// <summary>The figures.</summary>
    public static IReadOnlyList<FigureRecipe> All { get; } = [];
}
