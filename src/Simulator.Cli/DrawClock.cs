using System.Globalization;
using Simulator.Reports.Ranges;

namespace Simulator.Cli;

/// <summary>Tells on the message stream how long drawing will still take; says nothing when it is over soon.</summary>
/// <param name="shell">Where it is told, and by which clock.</param>
public sealed class DrawClock(Shell shell)
{
    private readonly ProgressLine _line = new(shell);

    /// <summary>Takes a report; may be called from any thread, and reports may come out of order.</summary>
    /// <param name="progress">How far drawing has come.</param>
    public void Tell(DrawProgress progress) => _line.Tell(progress.Drawn, progress.All, (_, done, left) => string.Create(
        CultureInfo.InvariantCulture,
        $"drawing {progress.Scenario}: {done:N0} of {progress.All:N0} draws, about {left} left"));
}
