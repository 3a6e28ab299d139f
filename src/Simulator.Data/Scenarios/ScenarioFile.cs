namespace Simulator.Data.Scenarios;

/// <summary>The columns that a scenario file may have beside years.</summary>
public enum ScenarioColumn
{
    /// <summary>scenario: the id that the row belongs to; required.</summary>
    Scenario,

    /// <summary>members: codes and groups; required, may be empty.</summary>
    Members,

    /// <summary>what: a path or a setting; required.</summary>
    What,

    /// <summary>value.</summary>
    Value,

    /// <summary>from: first year.</summary>
    From,

    /// <summary>to: last year, or year of arrival.</summary>
    To,

    /// <summary>shape: form of the way.</summary>
    Shape,

    /// <summary>leg: core or related.</summary>
    Leg,

    /// <summary>note: free text.</summary>
    Note,
}

/// <summary>What was written in one scenario file: every row with the place of every cell, and what the reader had to say.</summary>
public sealed class ScenarioFile : WrittenTable
{
    internal ScenarioFile(WrittenTable table)
        : base(table)
    {
    }

    /// <summary>The cell of a row in a named column; empty, and placed at the row's end, where the row or the file has none.</summary>
    /// <param name="row">A row of this file.</param>
    /// <param name="column">Which column.</param>
    public Cell CellOf(WrittenRow row, ScenarioColumn column) => CellAt(row, Header.Places[(int)column]);
}
