using Simulator.Alliance;
using Simulator.Feasibility;
using Simulator.Pathways;
using Simulator.Reports.Runs;

namespace Simulator.Reports.PathwayReports;

/// <summary>What is asked about fastest paths.</summary>
public sealed record PathwayRequest
{
    /// <summary>Last year looked at: a target that is not reached by then is told as not reached.</summary>
    public const int Horizon = 2060;

    /// <summary>The edition.</summary>
    public required Edition Edition { get; init; }

    /// <summary>Targets, percent of real GDP, in the order of the output; each once.</summary>
    public required IReadOnlyList<double> TargetsPct { get; init; }

    /// <summary>The year by which the target is asked for: the year of "need" and of the share shown.</summary>
    public int By { get; init; } = 2035;

    /// <summary>Members whose rows are written and listed. Empty: every member.</summary>
    public MemberSet Members { get; init; } = MemberSet.Empty;

    /// <summary>Limits that hold in place of those of the named sets; may be empty.</summary>
    public IReadOnlyList<SettingRow> Limits { get; init; } = [];

    /// <summary>The scenario that the limits were read from, for the manifest; none when there is no file.</summary>
    public IReadOnlyList<Scenario> LimitsFile { get; init; } = [];

    /// <summary>Files that were read: the file of limits first, then data files.</summary>
    public required IReadOnlyList<RunInput> Inputs { get; init; }

    /// <summary>True to draw charts.</summary>
    public bool Charts { get; init; } = true;

    /// <summary>The folder of the results as the user gave it; empty to write nothing.</summary>
    public string OutputFolder { get; init; } = "";

    /// <summary>True to replace files that are not our own unmodified output.</summary>
    public bool Overwrite { get; init; }

    /// <summary>What is wrong with the request, one sentence each; empty when nothing is.</summary>
    public IReadOnlyList<string> Problems()
    {
        List<string> problems = [];
        if (TargetsPct.Count == 0 || TargetsPct.Distinct().Count() != TargetsPct.Count || TargetsPct.Any(t => !(t > 0 && t <= 15)))
        {
            problems.Add("Name each target once, above 0 and up to 15 percent of GDP.");
        }

        if (By <= Edition.BaseYear || By > Horizon)
        {
            problems.Add(string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"The year {By} is outside the projected years, {Edition.BaseYear + 1} to {Horizon}."));
        }

        return problems;
    }
}

/// <summary>The answers to a request: every path, and which of them are shown.</summary>
/// <param name="Request">The request.</param>
/// <param name="Atlas">The paths.</param>
/// <param name="RunId">Run id.</param>
public sealed record PathwayAnswers(PathwayRequest Request, PathwayAtlas Atlas, string RunId)
{
    /// <summary>Members shown, in roster order, Iceland among them.</summary>
    public IReadOnlyList<Member> Members =>
        [.. Request.Edition.Roster.Members.Where(m => Request.Members.IsEmpty || Request.Members.Contains(m.Index))];

    /// <summary>How many allies with armed forces are at a target by a year under a set of limits, whoever is shown.</summary>
    /// <param name="targetPct">One of the targets.</param>
    /// <param name="limits">One of the three sets.</param>
    /// <param name="year">Calendar year.</param>
    public int CountBy(double targetPct, FastestLimits limits, int year) => Request.Edition.Roster.WithForces.Count(m =>
        Atlas.Of(m, targetPct, limits).TryEarliestYear(out int earliest) && earliest <= year);
}
