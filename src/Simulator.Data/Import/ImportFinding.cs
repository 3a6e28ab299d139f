using System.Globalization;

namespace Simulator.Data.Import;

/// <summary>How much a finding of an import matters.</summary>
public enum ImportSeverity
{
    /// <summary>Something out of the ordinary was read; how is said.</summary>
    Note,

    /// <summary>The figures were taken as they stand, but somebody should look at them.</summary>
    Warning,

    /// <summary>Something could not be understood, so that nothing is written.</summary>
    Error,
}

/// <summary>Something that an import met.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Place">File, and where it applies sheet and cell, or line: "def-exp.xlsx [TABLE3!C46]", "weo.csv:12".</param>
/// <param name="Message">What was met, and what was made of it.</param>
public sealed record ImportFinding(ImportSeverity Severity, string Place, string Message)
{
    /// <summary>The finding on one line.</summary>
    public override string ToString() => $"{Severity.ToString().ToLowerInvariant()}: {Place}: {Message}";
}

/// <summary>Collects what an import meets.</summary>
/// <param name="file">Name of the file that is read, as shown to the user.</param>
internal sealed class ImportLog(string file)
{
    private readonly List<ImportFinding> _findings = [];

    /// <summary>Everything so far.</summary>
    public IReadOnlyList<ImportFinding> Findings => _findings;

    /// <summary>True when nothing may be written.</summary>
    public bool HasErrors => _findings.Exists(f => f.Severity == ImportSeverity.Error);

    /// <summary>Place of a cell.</summary>
    public string Cell(string sheet, int column, int row) => $"{file} [{sheet}!{CellName.Of(column, row)}]";

    /// <summary>Place of a sheet.</summary>
    public string Sheet(string sheet) => $"{file} [{sheet}]";

    /// <summary>Place of a line of text.</summary>
    public string Line(int line) => file + ":" + line.ToString(CultureInfo.InvariantCulture);

    /// <summary>The whole file as a place.</summary>
    public string Whole => file;

    /// <summary>Notes an error.</summary>
    public void Error(string place, string message) => _findings.Add(new(ImportSeverity.Error, place, message));

    /// <summary>Notes a warning.</summary>
    public void Warn(string place, string message) => _findings.Add(new(ImportSeverity.Warning, place, message));

    /// <summary>Notes something that was read in the only way it can be read.</summary>
    public void Note(string place, string message) => _findings.Add(new(ImportSeverity.Note, place, message));
}
