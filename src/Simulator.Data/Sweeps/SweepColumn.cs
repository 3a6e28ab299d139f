using Simulator.Data.Diagnostics;
using Simulator.Data.Scenarios;

namespace Simulator.Data.Sweeps;

/// <summary>The columns that a sweep file may have.</summary>
internal enum SweepColumn
{
    /// <summary>parameter: what is moved, or the word outcome; required.</summary>
    Parameter,

    /// <summary>members: codes and groups that move together; the name of an outcome.</summary>
    Members,

    /// <summary>low: the low end; of an outcome, the goal that it reaches at least.</summary>
    Low,

    /// <summary>high: the high end; of an outcome, the goal that it keeps under.</summary>
    High,

    /// <summary>levels: words; the mode of a triangular range; what a grid goes through.</summary>
    Levels,

    /// <summary>distribution: how often each value comes.</summary>
    Distribution,

    /// <summary>note: why the range is what it is.</summary>
    Note,
}

/// <summary>What a sweep file looks like.</summary>
internal static class SweepForm
{
    /// <summary>The form.</summary>
    public static TableForm Form { get; } = new()
    {
        Kind = "sweep file",
        Columns = ["parameter", "members", "low", "high", "levels", "distribution", "note"],
        RequiredColumns = 1,
        RequiredText = "parameter",
        TakesYears = false,
        NumberColumns = [(int)SweepColumn.Low, (int)SweepColumn.High, (int)SweepColumn.Levels],
        EmptyCode = DiagnosticCodes.NoFactor,
        RowKind = "row that moves anything",
        StartHelp = "data/sweeps/main.csv is a file to start from",
        FirstRowHelp = "add a row, such as at_least_pct,EUROPE,3,5",
        ShortRowHelp = "an empty cell still needs its separator, as in to,,2030,2038",
    };

    /// <summary>The name of a column in files.</summary>
    public static string NameOf(SweepColumn column) => Form.Columns[(int)column];
}
