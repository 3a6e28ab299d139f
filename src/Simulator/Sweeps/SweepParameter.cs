using Simulator.Pathways;

namespace Simulator.Sweeps;

/// <summary>What kind of thing a sweep moves.</summary>
public enum SweptPart
{
    /// <summary>A setting of the scenario file, by its own name; in every projected year.</summary>
    Setting,

    /// <summary>The value of every path row of one kind (core leg).</summary>
    PathValue,

    /// <summary>from: the last year of the path so far, of every path row with one value (core leg).</summary>
    From,

    /// <summary>to: the year of arrival, of every path row that has one (core leg).</summary>
    To,

    /// <summary>shape: the form of the way to a target (core leg).</summary>
    Shape,

    /// <summary>start_revision_pct: how NATO's figure of the base year will have been revised; it multiplies the whole path.</summary>
    StartRevision,
}

/// <summary>A parameter of a sweep: a name that a sweep file may use.</summary>
/// <param name="Part">What kind of thing it moves.</param>
/// <param name="Setting">The setting, where it is one.</param>
/// <param name="What">The kind of path row, where its value is moved.</param>
public readonly record struct SweepParameter(SweptPart Part, Setting Setting = default, PathWhat What = default)
{
    /// <summary>Name of the revision of the base-year figure in sweep files; no scenario file has it, since NATO publishes one figure.</summary>
    public const string StartRevisionName = "start_revision_pct";

    /// <summary>Kinds of path rows whose value a sweep may move, with their names.</summary>
    public static IReadOnlyList<(string Name, PathWhat What)> PathValues { get; } =
    [
        ("at_least_pct", PathWhat.AtLeastPct),
        ("share_pct", PathWhat.SharePct),
        ("share_add_pp", PathWhat.ShareAddPp),
        ("real_growth_pct", PathWhat.RealGrowthPct),
        ("real_change_pct", PathWhat.RealChangePct),
    ];

    /// <summary>Every name that a sweep file may use: path values, years and shape, the revision, and settings that may be swept.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. PathValues.Select(p => p.Name),
        "from",
        "to",
        "shape",
        StartRevisionName,
        .. SettingCatalogue.All.Where(s => s.Sweepable).Select(s => s.Name),
    ];

    /// <summary>The name in files.</summary>
    public string Name
    {
        get
        {
            PathWhat what = What;
            return Part switch
            {
                SweptPart.Setting => SettingCatalogue.Of(Setting).Name,
                SweptPart.PathValue => PathValues.Single(p => p.What == what).Name,
                SweptPart.From => "from",
                SweptPart.To => "to",
                SweptPart.Shape => "shape",
                _ => StartRevisionName,
            };
        }
    }

    /// <summary>True when its values are words: each value makes a scenario of its own.</summary>
    public bool IsCategorical => Part == SweptPart.Shape || (Part == SweptPart.Setting && SettingCatalogue.Of(Setting).Kind == SettingKind.Choice);

    /// <summary>True when its values are whole numbers: years and delays.</summary>
    public bool IsWholeNumber => Part is SweptPart.From or SweptPart.To
        || (Part == SweptPart.Setting && SettingCatalogue.Of(Setting).Kind == SettingKind.WholeNumber);

    /// <summary>Finds a parameter by its name, exactly as written.</summary>
    /// <param name="name">Lower-case name.</param>
    /// <param name="parameter">The parameter when found.</param>
    /// <returns>False for a name that is none, or of a setting that is never swept.</returns>
    public static bool TryFind(string name, out SweepParameter parameter)
    {
        foreach ((string known, PathWhat what) in PathValues)
        {
            if (name == known)
            {
                parameter = new(SweptPart.PathValue, What: what);
                return true;
            }
        }

        parameter = name switch
        {
            "from" => new(SweptPart.From),
            "to" => new(SweptPart.To),
            "shape" => new(SweptPart.Shape),
            StartRevisionName => new(SweptPart.StartRevision),
            _ => default,
        };
        if (parameter.Part != SweptPart.Setting)
        {
            return true;
        }

        bool isSetting = SettingCatalogue.TryFind(name, out SettingDefinition? setting) && setting.Sweepable;
        parameter = isSetting ? new(SweptPart.Setting, setting!.Setting) : default;
        return isSetting;
    }
}
