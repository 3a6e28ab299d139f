using Simulator.Data.Diagnostics;
using Simulator.Pathways;

namespace Simulator.Data.Scenarios;

/// <summary>A path row together with the row of the file that it came from.</summary>
internal readonly record struct BoundPath(PathRow Path, RowInHand Source, ScenarioDraft Owner);

/// <summary>A setting row together with the row of the file that it came from.</summary>
internal readonly record struct BoundSetting(SettingRow Setting, RowInHand Source, ScenarioDraft Owner);

/// <summary>One scenario of one file while it is being bound: its own rows, then with those that it inherits.</summary>
internal sealed class ScenarioDraft(ScenarioFile file, string id)
{
    public ScenarioFile File { get; } = file;

    public string Id { get; } = id;

    /// <summary>Rows as written, in file order.</summary>
    public List<WrittenRow> Rows { get; } = [];

    /// <summary>Own path rows.</summary>
    public List<BoundPath> Paths { get; } = [];

    /// <summary>Own setting rows without title and based_on.</summary>
    public List<BoundSetting> Settings { get; } = [];

    /// <summary>Own notes, each with what it belongs to.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Own title; empty when none was written.</summary>
    public string Title { get; set; } = "";

    /// <summary>The row that says based_on; null when there is none.</summary>
    public RowInHand? BasedOn { get; set; }

    /// <summary>True once its own rows have been bound.</summary>
    public bool IsBound { get; set; }

    /// <summary>True when one of its rows, or of a scenario that it is based on, has an error.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Inherited and own path rows, once resolved.</summary>
    public List<BoundPath> AllPaths { get; } = [];

    /// <summary>Inherited and own setting rows, once resolved.</summary>
    public List<BoundSetting> AllSettings { get; } = [];

    /// <summary>Inherited and own notes, once resolved.</summary>
    public List<string> AllNotes { get; } = [];

    /// <summary>How far following based_on has come.</summary>
    public DraftState State { get; set; }

    /// <summary>How many scenarios it is based on, one upon the other.</summary>
    public int Depth { get; set; }

    /// <summary>The id as written in its first row.</summary>
    public Spot FirstSpot() => File.SpotOf(Rows[0], File.CellOf(Rows[0], ScenarioColumn.Scenario), "scenario");
}

/// <summary>How far following based_on has come.</summary>
internal enum DraftState
{
    /// <summary>Not begun.</summary>
    New,

    /// <summary>Begun: meeting it again is a cycle.</summary>
    Open,

    /// <summary>Done.</summary>
    Resolved,
}
