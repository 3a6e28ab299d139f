using Simulator.Alliance;
using Simulator.Pathways;

namespace Simulator.Engine;

/// <summary>Runs a plan as one world: the way from a scenario to its <see cref="World"/>.</summary>
public sealed class Projector
{
    private readonly Plan _plan;
    private readonly Block _block;
    private readonly World _world;

    /// <summary>Makes a projector that can run again and again without allocating; not for two threads at once.</summary>
    /// <param name="plan">The plan.</param>
    public Projector(Plan plan)
    {
        _plan = plan;
        _block = new Block(plan);
        int length = plan.Years * plan.Members;
        _world = new World
        {
            Scenario = plan.Scenario,
            Macro = plan.Macro,
            SharePct = new double[length],
            PlannedSharePct = new double[length],
            RelatedSharePct = Filled(length, double.NaN),
            GdpConstUsdM = new double[length],
            PriceFactor = Filled(length, 1),
            SpendingConstUsdM = new double[length],
            BackfillConstUsdM = new double[plan.HasBackfill ? length : 0],
            UncoveredConstUsdM = new double[plan.HasBackfill ? plan.Years : 0],
            Fiscal = FiscalReducer.Columns(plan),
        };
    }

    /// <summary>Projects a scenario on an edition, with debt and balance where the economy was built with fiscal columns.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="edition">The edition; it must be the one that the economy was built from.</param>
    /// <param name="macro">The unshocked economy.</param>
    /// <returns>A world of its own, not touched by later runs.</returns>
    /// <exception cref="ArgumentException">The economy was built from another edition, or the scenario does not compile
    /// (see <see cref="Plan.Compile"/>).</exception>
    public static World Run(Scenario scenario, Edition edition, MacroPath macro)
    {
        if (!ReferenceEquals(edition, macro.Edition))
        {
            throw new ArgumentException($"The economy was built from {macro.Edition.Id}, not from {edition.Id}.", nameof(macro));
        }

        return new Projector(Plan.Compile(scenario, macro, macro.HasFiscal)).Run();
    }

    /// <summary>Runs the plan.</summary>
    /// <returns>The world; the next run of this projector writes over it.</returns>
    public World Run()
    {
        var worlds = default(OneWorld);
        var reducer = new WorldReducer(_world);
        YearLoop.Run(_plan, _block, 0, ref worlds, ref reducer);
        return _world;
    }

    private static double[] Filled(int length, double value)
    {
        double[] column = new double[length];
        Array.Fill(column, value);
        return column;
    }
}
