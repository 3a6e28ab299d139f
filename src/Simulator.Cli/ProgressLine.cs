using System.Globalization;

namespace Simulator.Cli;

/// <summary>One line on the message stream about long work: written over where somebody watches, now and then otherwise, never when the work is over soon.</summary>
/// <param name="shell">Where it is told, and by which clock.</param>
internal sealed class ProgressLine(Shell shell)
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
    /// <param name="done">How much is done.</param>
    /// <param name="all">How much there is to do.</param>
    /// <param name="line">The line: given the time passed, the most that was reported done, and the time left in words.</param>
    public void Tell(long done, long all, Func<TimeSpan, long, string, string> line)
    {
        lock (_lock)
        {
            TimeSpan passed = shell.Clock.GetElapsedTime(_start);
            _most = Math.Max(_most, done);
            if (_most >= all)
            {
                WriteOver("");
                return;
            }

            if (passed < _next)
            {
                return;
            }

            _next = passed + (shell.IsWatched ? WatchedPause : UnwatchedPause);
            TimeSpan left = passed * ((all - _most) / (double)_most);
            string text = line(passed, _most, Words(left));
            if (shell.IsWatched)
            {
                WriteOver(text);
            }
            else
            {
                shell.Complain(text);
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
