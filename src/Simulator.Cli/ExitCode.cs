namespace Simulator.Cli;

/// <summary>What the program tells the shell when it ends.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The input has errors or cannot be read.</summary>
    public const int BadInput = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int WrongUsage = 2;

    /// <summary>verify or selftest found a difference.</summary>
    public const int Difference = 3;

    /// <summary>A defect of ours.</summary>
    public const int Defect = 70;

    /// <summary>The output cannot be created or would overwrite.</summary>
    public const int CannotCreate = 73;

    /// <summary>Writing failed.</summary>
    public const int WriteFailed = 74;

    /// <summary>Interrupted.</summary>
    public const int Interrupted = 130;
}
