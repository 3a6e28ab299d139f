namespace Simulator.Cli;

/// <summary>What a command may touch of the world outside: two streams of text, a folder and the wish to stop.</summary>
public sealed class Shell
{
    /// <summary>Answers and data.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Messages.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Cancelled by Ctrl-C.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Says something on the message stream, with the program's name before it as other tools do.</summary>
    /// <param name="message">One sentence, without a line end.</param>
    public void Complain(string message) => Error.WriteLine("natosim: " + message);
}
