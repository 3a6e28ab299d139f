using Simulator.Alliance;
using Simulator.Pathways;

namespace Simulator.Engine;

/// <content>The limits of fastest paths: a named set, and what rows set for members and years.</content>
internal sealed partial class PlanCompiler
{
    /// <summary>Sets the columns of the named set for everyone, where a row takes the fastest way or a fall is shared out by fiscal room.</summary>
    private void FastestLimitsOfSet()
    {
        bool isByRoom = Scenario.Sets(Setting.BackfillPct)
            && Scenario.Settings.Any(r => r.Setting == Setting.BackfillBy && (BackfillRule)r.Number == BackfillRule.Room);
        if (!isByRoom && Scenario.Paths.All(r => r.Shape != Shape.Fastest))
        {
            return;
        }

        FastestLimits limits = FastestLimits.Of(Scenario);
        var fastest = new FastestPlan(limits, ImfContent.Of(Edition, Macro.LastYear), _plan.Years, _plan.Members);
        MemberSet all = Edition.Roster.WithForces;
        Throughout(fastest.Step, _plan.Years, all, Column(limits.MaxStepPp));
        Throughout(fastest.Growth, _plan.Years, all, Column(limits.MaxGrowthPct));
        Throughout(fastest.Offsets, fastest.Content.Years, all, Column(limits.OffsetsPpPerYear));
        Array.Fill(fastest.Step5, Column(limits.Step5Pp));
        Array.Fill(fastest.Growth5, Column(limits.Growth5Pct));
        Array.Fill(fastest.OffsetsMax, Column(limits.OffsetsMaxPp));
        for (int t = 0; t < _plan.Years; t++)
        {
            foreach (int m in all)
            {
                fastest.GdpBackOverGdp[(t * _plan.Members) + m] =
                    Macro.GdpConstUsdM[(FastestBounds.BackIndex(t) * _plan.Members) + m] / Macro.GdpConstUsdM[(t * _plan.Members) + m];
            }
        }

        _plan.Fastest = fastest;
    }

    private static void Throughout(SettingGrid grid, int years, MemberSet members, int column)
    {
        for (int t = 0; t < years; t++)
        {
            grid.Set(t, members, column);
        }
    }

    /// <summary>A row that sets a limit of fastest paths; one of max_step_pp or max_growth_pct shares the column of the cap that it also is.</summary>
    private void FastestLimit(SettingRow row, int capColumn)
    {
        if (_plan.Fastest is not { } fastest)
        {
            return;
        }

        switch (row.Setting)
        {
            case Setting.MaxStepPp:
                Over(fastest.Step, _plan.Years, row, capColumn);
                break;
            case Setting.MaxGrowthPct:
                Over(fastest.Growth, _plan.Years, row, capColumn);
                break;
            case Setting.OffsetsPpPerYear:
                Over(fastest.Offsets, fastest.Content.Years, row, Column(row));
                break;
            case Setting.Step5Pp:
                ByMember(fastest.Step5, row);
                break;
            case Setting.Growth5Pct:
                ByMember(fastest.Growth5, row);
                break;
            case Setting.OffsetsMaxPp:
                ByMember(fastest.OffsetsMax, row);
                break;
            default:
                ByMember(fastest.DeficitLimit, row);
                break;
        }
    }

    private void ByMember(int[] columns, SettingRow row)
    {
        int column = Column(row);
        foreach (int m in row.Members)
        {
            columns[m] = column;
        }
    }
}
