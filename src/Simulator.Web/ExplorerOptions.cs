using Simulator.Data.Editions;

namespace Simulator.Web;

/// <summary>How the explorer is served. It always listens on 127.0.0.1 alone.</summary>
public sealed record ExplorerOptions
{
    /// <summary>The data folder.</summary>
    public required DataFolder Folder { get; init; }

    /// <summary>Port; 0 for any that is free.</summary>
    public int Port { get; init; }

    /// <summary>The largest body of a request, bytes.</summary>
    public long MaxBodyBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>How long an answer may take, waiting included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many answers are computed at a time.</summary>
    public int Concurrency { get; init; } = 8;

    /// <summary>How many more requests wait before others are turned away.</summary>
    public int Queue { get; init; } = 64;

    /// <summary>
    /// Room for shocks that are kept from one answer to the next, bytes: 256 MB, but no more than a sixteenth of the memory that there is. 20,000
    /// draws to 2045 take 207 MB; those that find no room are drawn each time.
    /// </summary>
    public long MaxShockBytes { get; init; } = Math.Min(256L << 20, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 16);
}
