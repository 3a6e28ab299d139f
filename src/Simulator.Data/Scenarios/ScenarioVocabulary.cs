using Simulator.Pathways;

namespace Simulator.Data.Scenarios;

/// <summary>What a path row does, for people.</summary>
/// <param name="Name">The word of the column "what".</param>
/// <param name="Unit">Unit of its value; empty where it takes none.</param>
/// <param name="Meaning">One sentence.</param>
public sealed record PathWord(string Name, string Unit, string Meaning);

/// <summary>The words of path rows, for lists and pages; settings have a table of their own (<see cref="SettingCatalogue"/>).</summary>
public static class ScenarioVocabulary
{
    /// <summary>The words of the column "what", in the order of <see cref="PathWhat"/>.</summary>
    public static IReadOnlyList<PathWord> Whats { get; } = [.. PathRowBinder.Names.Select(n => Of(n.Name, n.What))];

    /// <summary>The names of shapes; some take a number after a blank, such as <c>front 2</c>.</summary>
    public static IReadOnlyList<string> Shapes { get; } = ShapeCell.Names;

    private static PathWord Of(string name, PathWhat what) => what switch
    {
        PathWhat.Hold => new(name, "", "The base-year share throughout."),
        PathWhat.AtLeastPct => new(name, "percent of GDP", "Climbs to a share; whoever is above it stays there."),
        PathWhat.SharePct => new(name, "percent of GDP", "Goes to a share, up or down."),
        PathWhat.ShareAddPp => new(name, "points of GDP", "Adds points of GDP to the path so far."),
        PathWhat.RealGrowthPct => new(name, "percent a year", "Real spending grows by a rate a year, then the share is held."),
        PathWhat.RealChangePct => new(name, "percent", "Real spending changes by a percentage between two years, then the share is held."),
        PathWhat.BudgetBn => new(name, "billion, national currency at current prices", "Amounts by year."),
        PathWhat.Plan => new(name, "", "The member's national plan."),
        _ => throw new InvalidOperationException($"{what} has no words."),
    };
}
