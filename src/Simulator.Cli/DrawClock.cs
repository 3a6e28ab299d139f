using System.Globalization;
using Simulator.Reports.Ranges;

namespace Simulator.Cli;

/// <summary>Tells on the message stream how long drawing will still take; says nothing when it is over soon.</summary>
/// <param name="shell">Where it is told, and by which clock.</param>
public sealed class DrawClock(Shell shell)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan WatchedPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan UnwatchedPause = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly long _start = shell.Clock.GetTimestamp();
    private TimeSpan _next = Patience;
    private long _most;
    private int _width;

    /// <summary>Takes a report; may be called from any thread, and reports may come out of order.</summary>
    /// <param name="progress">How far drawing has come.</param>
    public void Tell(DrawProgress progress)
    {
        lock (_lock)
        {
            TimeSpan passed = shell.Clock.GetElapsedTime(_start);
            _most = Math.Max(_most, progress.Drawn);
            if (_most >= progress.All)
            {
                WriteOver("");
                return;
            }

            if (passed < _next)
            {
                return;
            }

            _next = passed + (shell.IsWatched ? WatchedPause : UnwatchedPause);
            TimeSpan left = passed * ((progress.All - _most) / (double)_most);
            string line = string.Create(
                CultureInfo.InvariantCulture,
                $"drawing {progress.Scenario}: {_most:N0} of {progress.All:N0} draws, about {Words(left)} left");
            if (shell.IsWatched)
            {
                WriteOver(line);
            }
            else
            {
                shell.Complain(line);
            }
        }
    }

    // A line is written over by one as long, so that no end of it stays.
    private void WriteOver(string line)
    {
        if (shell.IsWatched && (line.Length > 0 || _width > 0))
        {
            shell.Error.Write("\r" + line.PadRight(_width) + (line.Length == 0 ? "\r" : ""));
            shell.Error.Flush();
            _width = line.Length;
        }
    }

    private static string Words(TimeSpan left) => left.TotalMinutes >= 2
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(left.TotalMinutes):0} minutes")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(left.TotalSeconds):0} seconds");
}
