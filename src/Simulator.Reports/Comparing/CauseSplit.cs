using Simulator.Alliance;
using Simulator.Engine;
using Simulator.Pathways;
using Simulator.Projections;

namespace Simulator.Reports.Comparing;

/// <summary>What makes two results differ, in the order in which one becomes the other.</summary>
public enum Cause
{
    /// <summary>The paths, and every setting that is not a shock to the economy.</summary>
    Path,

    /// <summary>Shocks to real growth, and what budgets do under them.</summary>
    Growth,

    /// <summary>Shocks to prices, and exchange rates with them.</summary>
    Prices,

    /// <summary>Another edition of the data under the same scenario.</summary>
    Data,

    /// <summary>Another edition and other scenario files at once, which cannot be told apart afterwards.</summary>
    Mixed,
}

/// <summary>One step from the reference to the scenario: two real runs that differ by one cause.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Before">The run before the step.</param>
/// <param name="After">The run after it.</param>
public sealed record CauseStep(Cause Cause, Projection Before, Projection After);

/// <summary>
/// The way from a reference to a scenario, one cause at a time: first the scenario's paths in the reference's economy, then the
/// scenario's growth, then its prices. Every step is a run of its own, so that the parts add up to the whole difference. Another
/// order would share the joint part of two causes otherwise; this one is stated wherever the parts are shown.
/// </summary>
public static class CauseSplit
{
    /// <summary>The order in words.</summary>
    public const string OrderInWords =
        "Parts are taken in a fixed order, each a run with one thing changed: the path in the reference's economy, then the scenario's growth, then its prices; they add up to the difference.";

    private static readonly Setting[] OfGrowth = [Setting.GrowthPp, Setting.BudgetsFollow];

    private static readonly Setting[] OfPrices = [Setting.InflationPp];

    /// <summary>The steps of a pair; a cause by which the two do not differ has none, the path always has one.</summary>
    /// <param name="scenario">The projection of the scenario.</param>
    /// <param name="reference">The projection of the reference, on the same economy.</param>
    /// <exception cref="ArgumentException">The two were not computed on the same economy.</exception>
    public static IReadOnlyList<CauseStep> Of(Projection scenario, Projection reference)
    {
        if (!ReferenceEquals(scenario.Macro, reference.Macro))
        {
            throw new ArgumentException("The two projections do not stand on the same economy.", nameof(reference));
        }

        Scenario to = scenario.Scenario;
        Scenario from = reference.Scenario;
        bool growthDiffers = Differs(to, from, OfGrowth);
        bool pricesDiffer = Differs(to, from, OfPrices);
        Projection afterPrices = scenario;
        Projection afterGrowth = pricesDiffer ? Run(With(to, from, OfPrices), scenario.Macro) : afterPrices;
        Projection afterPath = growthDiffers ? Run(With(to, from, [.. OfGrowth, .. OfPrices]), scenario.Macro) : afterGrowth;
        List<CauseStep> steps = [new(Cause.Path, reference, afterPath)];
        if (growthDiffers)
        {
            steps.Add(new CauseStep(Cause.Growth, afterPath, afterGrowth));
        }

        if (pricesDiffer)
        {
            steps.Add(new CauseStep(Cause.Prices, afterGrowth, afterPrices));
        }

        return steps;
    }

    /// <summary>The word of the column "cause".</summary>
    /// <param name="cause">The cause.</param>
    public static string Word(Cause cause) => cause switch
    {
        Cause.Path => "path",
        Cause.Growth => "growth",
        Cause.Prices => "prices",
        Cause.Data => "data",
        _ => "mixed",
    };

    private static Projection Run(Scenario scenario, MacroPath macro) => new(Projector.Run(scenario, macro.Edition, macro));

    private static bool Differs(Scenario a, Scenario b, Setting[] settings) =>
        !Rows(a, settings).Select(Meaning).SequenceEqual(Rows(b, settings).Select(Meaning));

    private static IEnumerable<SettingRow> Rows(Scenario scenario, Setting[] settings) => scenario.Settings.Where(r => settings.Contains(r.Setting));

    // Where a row was written makes no difference to what it says.
    private static (Setting, MemberSet, double, int, int) Meaning(SettingRow row) => (row.Setting, row.Members, row.Number, row.From, row.To);

    private static Scenario With(Scenario scenario, Scenario other, Setting[] settings) => new()
    {
        Id = scenario.Id,
        Title = scenario.Title,
        Paths = scenario.Paths,
        Settings = [.. scenario.Settings.Where(r => !settings.Contains(r.Setting)), .. Rows(other, settings)],
        Notes = scenario.Notes,
        NotComputed = scenario.NotComputed,
    };
}
