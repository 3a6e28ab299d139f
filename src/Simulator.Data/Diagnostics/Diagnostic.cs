namespace Simulator.Data.Diagnostics;

/// <summary>How much a diagnostic matters.</summary>
public enum Severity
{
    /// <summary>Something was accepted, or is worth knowing; nothing has to be done.</summary>
    Notice,

    /// <summary>The input can be used, but probably does not say what its author means.</summary>
    Warning,

    /// <summary>The input cannot be used as it stands.</summary>
    Error,
}

/// <summary>A place in an input file, with the text that stands there.</summary>
/// <param name="File">Name of the file as the user gave it.</param>
/// <param name="Line">Line from 1; 0 when the whole file is meant.</param>
/// <param name="Column">Column in Unicode code points from 1; 0 when the whole file or line is meant.</param>
/// <param name="Length">How many code points are meant, at least 1 where there is a column.</param>
/// <param name="SourceLine">The line as written, without its line end; empty when the whole file is meant.</param>
/// <param name="ColumnName">Name of the table column; empty when none is meant.</param>
public readonly record struct Spot(string File, int Line, int Column, int Length, string SourceLine, string ColumnName)
{
    /// <summary>The file as a whole.</summary>
    /// <param name="file">Name of the file as the user gave it.</param>
    public static Spot WholeFile(string file) => new(file, 0, 0, 0, "", "");
}

/// <summary>One thing that is wrong or worth knowing about an input, with its place, the user's own text and a way out.</summary>
public sealed record Diagnostic
{
    /// <summary>Makes a diagnostic; the code decides its severity.</summary>
    /// <param name="code">A code of <see cref="DiagnosticCatalogue"/>.</param>
    /// <param name="spot">Where.</param>
    /// <param name="message">What is wrong, one clause without a full stop.</param>
    /// <param name="label">Short text under the user's text; may be empty.</param>
    /// <param name="help">How to mend it; may be empty.</param>
    /// <exception cref="KeyNotFoundException">The catalogue does not know the code.</exception>
    public Diagnostic(string code, Spot spot, string message, string label = "", string help = "")
    {
        Code = code;
        Severity = DiagnosticCatalogue.Entry(code).Severity;
        Spot = spot;
        Message = message;
        Label = label;
        Help = help;
    }

    /// <summary>Code such as NS012; explained in full by <see cref="DiagnosticCatalogue"/>.</summary>
    public string Code { get; }

    /// <summary>How much it matters.</summary>
    public Severity Severity { get; }

    /// <summary>Where.</summary>
    public Spot Spot { get; }

    /// <summary>What is wrong, one clause without a full stop.</summary>
    public string Message { get; }

    /// <summary>Short text under the user's text; may be empty.</summary>
    public string Label { get; }

    /// <summary>How to mend it; may be empty.</summary>
    public string Help { get; }

    /// <summary>True for errors.</summary>
    public bool IsError => Severity == Severity.Error;
}
