using Simulator.Data.Diagnostics;

namespace Simulator.Data.Scenarios;

/// <summary>What a kind of input file looks like: its columns, and what messages call it.</summary>
internal sealed record TableForm
{
    /// <summary>Scenario files.</summary>
    public static TableForm Scenario { get; } = new()
    {
        Kind = "scenario file",
        Columns = ["scenario", "members", "what", "value", "from", "to", "shape", "leg", "note"],
        RequiredColumns = 3,
        RequiredText = "scenario, members and what",
        TakesYears = true,
        NumberColumns = [(int)ScenarioColumn.Value],
        EmptyCode = DiagnosticCodes.NoScenarioRow,
        RowKind = "scenario row",
        StartHelp = "natosim init writes a file to start from",
        FirstRowHelp = "add a row, such as my-scenario,FRA,at_least_pct,3.5 with 2035 in column to",
        ShortRowHelp = "an empty cell still needs its separator, as in my-scenario,,title",
    };

    /// <summary>What the file is called in messages.</summary>
    public required string Kind { get; init; }

    /// <summary>Names of its columns, those that are required first.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>How many of the columns are required.</summary>
    public required int RequiredColumns { get; init; }

    /// <summary>The required columns in words.</summary>
    public required string RequiredText { get; init; }

    /// <summary>True when a calendar year may be a column.</summary>
    public required bool TakesYears { get; init; }

    /// <summary>Columns whose numbers show which decimal mark the file uses.</summary>
    public required IReadOnlyList<int> NumberColumns { get; init; }

    /// <summary>Code of the error that no row says anything.</summary>
    public required string EmptyCode { get; init; }

    /// <summary>What a row is called in messages.</summary>
    public required string RowKind { get; init; }

    /// <summary>Where to start from; empty when there is nothing to offer.</summary>
    public required string StartHelp { get; init; }

    /// <summary>What a first row looks like.</summary>
    public required string FirstRowHelp { get; init; }

    /// <summary>What a row with empty cells looks like.</summary>
    public required string ShortRowHelp { get; init; }

    /// <summary>The usual header.</summary>
    public string Header => string.Join(',', Columns);
}
