using System.Globalization;
using Simulator.Charts;
using Simulator.Data.Sources;
using Simulator.Projections;
using Simulator.Reports.Figures;

namespace Simulator.Reports.RunFigures;

/// <summary>Figures of the catalogue by name, for pages that hold results and no request of their own.</summary>
public static class ScenarioFigures
{
    /// <summary>Describes one figure of a scenario, in English and as high as it needs.</summary>
    /// <param name="name">A figure of the catalogue.</param>
    /// <param name="results">The results of the run.</param>
    /// <param name="projection">The scenario's projection.</param>
    /// <param name="runId">Run id.</param>
    /// <exception cref="ArgumentException">There is no such figure.</exception>
    public static Figure Build(string name, RunResults results, Projection projection, string runId) =>
        FigureCatalogue.TryFind(name, out FigureRecipe? recipe)
            ? recipe.Build(new FigureSession(results, runId, UnitNames.English, new(() => [])).Of(recipe, projection))
            : throw new ArgumentException($"There is no figure \"{name}\".", nameof(name));

    // Written out, since 03-07 is read in two ways.
    internal static string Date(string iso) =>
        DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
            : iso;
}
