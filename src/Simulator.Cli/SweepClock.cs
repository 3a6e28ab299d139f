using System.Globalization;
using Simulator.Reports.Sweeps;

namespace Simulator.Cli;

/// <summary>Tells on the message stream how fast a sweep goes and how long it will still take; says nothing when it is over soon.</summary>
/// <param name="shell">Where it is told, and by which clock.</param>
public sealed class SweepClock(Shell shell)
{
    private readonly ProgressLine _line = new(shell);

    /// <summary>Takes a report; may be called from any thread, and reports may come out of order.</summary>
    /// <param name="progress">How far the sweep has come.</param>
    public void Tell(SweepProgress progress) => _line.Tell(progress.Worlds, progress.All, (passed, done, left) => string.Create(
        CultureInfo.InvariantCulture,
        $"{done:N0} of {progress.All:N0} worlds, {done / passed.TotalSeconds:N0} a second, about {left} left"));
}
