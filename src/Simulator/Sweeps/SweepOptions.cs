using Simulator.Uncertainty;

namespace Simulator.Sweeps;

/// <summary>How the worlds of a sweep are run.</summary>
public sealed record SweepOptions
{
    /// <summary>Draws of chance in every world, the same ones in all of them; 0 for none.</summary>
    public long Draws { get; init; }

    /// <summary>How far chance moves things; read where there are draws.</summary>
    public ShockParameters? Shocks { get; init; }

    /// <summary>The key of the generator of draws.</summary>
    public ulong Seed { get; init; }

    /// <summary>Threads that share the blocks, at least 1; their number changes no result.</summary>
    public int Threads { get; init; } = 1;
}
