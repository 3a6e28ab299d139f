using Simulator.Engine;
using Simulator.Uncertainty;

namespace Simulator.Sweeps;

/// <summary>
/// The only shock of a sweep without draws: the figure of the base year as it will be revised. It multiplies the whole path, as a
/// drawn revision does (model section 8).
/// </summary>
internal readonly struct RevisedStart(SweepLanes lanes) : IShocks
{
    /// <inheritdoc/>
    public static bool AreNone => false;

    /// <inheritdoc/>
    public void Begin(long firstWorld, Plan plan, ShockBlock shocks) => lanes.Revise(shocks);

    /// <inheritdoc/>
    public void Year(int t, Plan plan, ShockBlock shocks)
    {
    }
}

/// <summary>Draws on top of a revision that the sweep moves.</summary>
internal readonly struct RevisedDraws(DrawnShocks draws, SweepLanes lanes) : IShocks
{
    /// <inheritdoc/>
    public static bool AreNone => false;

    /// <inheritdoc/>
    public void Begin(long firstWorld, Plan plan, ShockBlock shocks) => draws.Begin(firstWorld, plan, shocks);

    /// <inheritdoc/>
    public void Year(int t, Plan plan, ShockBlock shocks)
    {
        // The draws work their factor out anew every year.
        draws.Year(t, plan, shocks);
        lanes.Revise(shocks);
    }
}
