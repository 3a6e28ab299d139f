namespace Simulator.Engine;

/// <summary>
/// What chance adds to the stated world, year by year. A type parameter of the year loop, so that a loop without shocks is compiled
/// without them; where they are nothing (points of 0, factors of 1) the loop with them has the same bits as the loop without.
/// </summary>
public interface IShocks
{
    /// <summary>True for a source that never moves anything; a constant, so that the compiler drops what would apply it.</summary>
    static abstract bool AreNone { get; }

    /// <summary>Prepares the eight worlds of a block, before the base year.</summary>
    /// <param name="firstWorld">Number of the world in lane 0: its draw.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="shocks">What is to be filled in each year.</param>
    void Begin(long firstWorld, Plan plan, ShockBlock shocks);

    /// <summary>Fills the shocks of a year, before anything of it is computed.</summary>
    /// <param name="t">Index of the year, 0 in the base year, called for every year in order.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="shocks">What is to be filled.</param>
    void Year(int t, Plan plan, ShockBlock shocks);
}

/// <summary>The stated world without chance.</summary>
public readonly struct NoShocks : IShocks
{
    /// <inheritdoc/>
    public static bool AreNone => true;

    /// <inheritdoc/>
    public void Begin(long firstWorld, Plan plan, ShockBlock shocks)
    {
    }

    /// <inheritdoc/>
    public void Year(int t, Plan plan, ShockBlock shocks)
    {
    }
}
