using System.Diagnostics.CodeAnalysis;
using Simulator.Data.Diagnostics;
using Simulator.Data.Editions;
using Simulator.Data.Scenarios;
using Simulator.Reports.Pictures;
using Simulator.Reports.Runs;

namespace Simulator.Cli;

/// <summary>What a command may touch of the world outside: two streams of text and the wish to stop.</summary>
public sealed class Shell
{
    /// <summary>Answers and data.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Messages.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Cancelled by Ctrl-C.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>True when somebody watches the message stream, so that a line may be written over.</summary>
    public bool IsWatched { get; init; }

    /// <summary>The clock by which progress is told; no result depends on it.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Says something on the message stream, with the program's name before it as other tools do.</summary>
    /// <param name="message">One sentence, without a line end.</param>
    public void Complain(string message) => Error.WriteLine("natosim: " + message);

    /// <summary>Says what is wrong with the data folder.</summary>
    /// <param name="problems">The problems.</param>
    public void Complain(IReadOnlyList<DataProblem> problems)
    {
        foreach (DataProblem problem in problems)
        {
            Complain(problem.ToString());
        }
    }

    /// <summary>Says why a command left no result, and what to do about it.</summary>
    /// <param name="failure">The failure.</param>
    /// <returns>The exit code that it stands for.</returns>
    public int Complain(RunFailure failure)
    {
        Complain(failure.Message);
        if (failure.Hint.Length > 0)
        {
            Complain(failure.Hint);
        }

        return failure.ExitCode;
    }

    /// <summary>Says what is wrong or doubtful in scenario files; notices are for check alone.</summary>
    /// <param name="set">What the files mean.</param>
    /// <returns>True when the scenarios can be computed.</returns>
    public bool Accepts(ScenarioSet set)
    {
        if (set.Diagnostics.Any(d => d.Severity != Severity.Notice))
        {
            DiagnosticText.Write(Error, set.Diagnostics, set.Count, notices: false);
        }

        return !set.HasErrors;
    }

    /// <summary>Finds a program that turns SVG into pictures; says what to install when there is none.</summary>
    /// <param name="format">What is to be made.</param>
    /// <param name="tool">The program.</param>
    internal bool TryFindPictureTool(PictureFormat format, [NotNullWhen(true)] out PictureTool? tool)
    {
        tool = PictureTool.Find();
        if (tool is null)
        {
            Complain($"nothing here can turn SVG into {(format == PictureFormat.Png ? "PNG" : "PDF")}; {PictureTool.HowToInstall}");
        }

        return tool is not null;
    }

    /// <summary>Opens the data folder that the user named, or the one that comes with the program; says why when it cannot.</summary>
    /// <param name="path">What --data says, or null.</param>
    /// <param name="folder">The folder.</param>
    public bool TryOpenData(string? path, [NotNullWhen(true)] out DataFolder? folder)
    {
        DataResult<DataFolder> opened = path is null ? DataFolder.Shipped() : DataFolder.Open(path);
        folder = opened.Ok ? opened.Value : null;
        if (folder is null)
        {
            Complain(opened.Problems);
        }

        return folder is not null;
    }
}
