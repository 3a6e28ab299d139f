using Simulator.Alliance;
using Simulator.Feasibility;
using Simulator.Pathways;
using Simulator.Reports.Tables;
using static Simulator.Reports.Tables.FieldType;

namespace Simulator.Reports.PathwayReports;

/// <summary>pathway.csv: every fastest path, year by year, with what binds.</summary>
/// <param name="answers">The answers.</param>
public sealed class PathwayTable(PathwayAnswers answers) : ITable
{
    /// <inheritdoc/>
    public TableSchema Schema { get; } = new(
        "pathway",
        "Fastest paths",
        $"One row for each member with armed forces, target, set of limits and year from the base year on. {PathwayWords.Reading}",
        [
            CommonColumns.Iso3,
            PathwayColumns.Target,
            PathwayColumns.Limits,
            CommonColumns.Year,
            new("share_pct", Number, "percent of real GDP", "The fastest path; a member above the target keeps its share."),
            new("binding", Text, "", "What keeps the path from being higher: fiscal, step, absorption, sustained step, sustained growth, or target when it has arrived; empty in the base year."),
        ],
        ["iso3", "target_pct", "limits", "year"]);

    /// <inheritdoc/>
    public void Write(TableWriter rows)
    {
        foreach (Member member in answers.Members.Where(m => m.HasForces))
        {
            foreach (double target in answers.Request.TargetsPct)
            {
                foreach (FastestLimits limits in FastestLimits.All)
                {
                    WritePath(rows, member, answers.Atlas.Of(member.Index, target, limits));
                }
            }
        }
    }

    private static void WritePath(TableWriter rows, Member member, Pathway path)
    {
        for (int year = path.BaseYear; year <= path.LastYear; year++)
        {
            rows.Text(member.Iso3);
            rows.Number(path.TargetPct);
            rows.Text(path.Limits.Name);
            rows.Year(year);
            rows.Number(path.ShareIn(year));
            rows.Text(year == path.BaseYear ? "" : PathwayWords.Bound(path.Years[year - path.BaseYear - 1].Bound));
            rows.EndRow();
        }
    }
}

/// <summary>earliest.csv: who can get where by when under which limits, beside what the member says.</summary>
/// <param name="answers">The answers.</param>
public sealed class EarliestTable(PathwayAnswers answers) : ITable
{
    /// <inheritdoc/>
    public TableSchema Schema { get; } = new(
        "earliest",
        "Earliest years",
        $"One row for each member, target and set of limits. {PathwayWords.Reading} {CommonColumns.IcelandRemark}",
        [
            CommonColumns.Iso3,
            PathwayColumns.Target,
            PathwayColumns.Limits,
            new("earliest_year", FieldType.Year, "", $"First year at the target, both rounded half up to two decimals; the base year for members that are there; empty where it is not reached by {PathwayWords.Text(PathwayRequest.Horizon)}, and for Iceland."),
            new($"share_{PathwayWords.Text(answers.Request.By)}_pct", Number, "percent of real GDP", "Share on the fastest path in the year asked for; empty for Iceland."),
            new("stops_it", Text, "", "What holds the path until it arrives, with its years; to the horizon where it does not arrive; empty for members that are there."),
            new("need_pp", Number, "points of GDP", $"Taxes and cuts that the target takes in {PathwayWords.Text(answers.Request.By)} so that the deficit stays at its limit, interest and the escape clause left out; 0 where the IMF's path holds the target already; the same for all sets; empty where the IMF gives no balance, and for Iceland."),
            new("stated_position", Text, "", "What the member has said that it will spend; empty where nothing was found."),
        ],
        ["iso3", "target_pct", "limits"]);

    /// <inheritdoc/>
    public void Write(TableWriter rows)
    {
        foreach (Member member in answers.Members)
        {
            foreach (double target in answers.Request.TargetsPct)
            {
                foreach (FastestLimits limits in FastestLimits.All)
                {
                    rows.Text(member.Iso3);
                    rows.Number(target);
                    rows.Text(limits.Name);
                    WriteAnswer(rows, member, target, limits);
                    rows.Text(answers.Request.Edition.StatedPosition(member.Index));
                    rows.EndRow();
                }
            }
        }
    }

    private void WriteAnswer(TableWriter rows, Member member, double target, FastestLimits limits)
    {
        if (!member.HasForces)
        {
            rows.Empty();
            rows.Empty();
            rows.Empty();
            rows.Empty();
            return;
        }

        Pathway path = answers.Atlas.Of(member.Index, target, limits);
        if (path.TryEarliestYear(out int year))
        {
            rows.Year(year);
        }
        else
        {
            rows.Empty();
        }

        rows.Number(path.ShareIn(answers.Request.By));
        rows.Text(PathwayWords.Stops(path));
        rows.NumberOrEmpty(answers.Atlas.NeedPp(member.Index, target, answers.Request.By));
    }
}

/// <summary>Columns that both tables share.</summary>
internal static class PathwayColumns
{
    public static Column Target { get; } = new("target_pct", Number, "percent of real GDP", "The target.");

    public static Column Limits { get; } = new("limits", Text, "", "The set of limits: precedented, exceptional, or none for no fiscal limit.");
}
