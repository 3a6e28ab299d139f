using Simulator.Alliance;
using Simulator.Pathways;

namespace Simulator.Engine;

/// <content>Who takes over whose fall.</content>
internal sealed partial class PlanCompiler
{
    /// <summary>
    /// Members named by one row of backfill_pct share its part of the fall; a later row takes the members that it names out of an
    /// earlier one. A member whose fall is taken over takes over nobody's: its own cut would come back to it.
    /// </summary>
    private void Backfills()
    {
        SettingRow? falling = Scenario.Settings.LastOrDefault(r => r.Setting == Setting.BackfillFor);
        if (falling is null || falling.ValueMembers.IsEmpty || !Scenario.Sets(Setting.BackfillPct))
        {
            return;
        }

        MemberSet forces = Edition.Roster.WithForces;
        MemberSet fillers = forces.Except(falling.ValueMembers);
        int[][] grid = [.. Enumerable.Range(0, _plan.Years).Select(_ => new int[_plan.Members])];
        foreach (SettingRow row in Scenario.Settings.Where(r => r.Setting == Setting.BackfillPct))
        {
            int column = Column(row);
            for (int t = 1; t < _plan.Years; t++)
            {
                foreach (int m in Covers(row, t) ? row.Members.Intersect(fillers) : MemberSet.Empty)
                {
                    grid[t][m] = column;
                }
            }
        }

        _plan.Backfill = new BackfillPlan(
            falling.ValueMembers.Intersect(forces),
            Scenario.Number(Setting.BackfillAgainst, 0, _plan.BaseYear) == 1,
            [.. grid.Select(Pools)],
            Lines());
    }

    private BackfillPool[] Pools(int[] columns) =>
    [
        .. columns
            .Select((column, member) => (column, member))
            .Where(c => c.column != 0)
            .GroupBy(c => c.column, c => c.member)
            .OrderBy(g => g.Key)
            .Select(g => Pool(g.Key, [.. g])),
    ];

    /// <summary>The last row of backfill_by that names one of them holds for all who share with it.</summary>
    private BackfillPool Pool(int column, int[] members)
    {
        SettingRow? row = Scenario.Settings.LastOrDefault(r => r.Setting == Setting.BackfillBy && members.Any(r.Members.Contains));
        return new BackfillPool(column, members, row is null ? BackfillRule.Gdp : (BackfillRule)row.Number);
    }

    /// <summary>The comparison line of every year and member, percent of GDP (model section 4).</summary>
    private double[] Lines()
    {
        double[] lines = new double[_plan.Years * _plan.Members];
        foreach (int m in Edition.Roster.WithForces)
        {
            double target = Scenario.Number(Setting.LinePct, m, _plan.BaseYear);
            for (int t = 0; t < _plan.Years; t++)
            {
                lines[(t * _plan.Members) + m] = ComparisonLine.SharePct(_plan.BaseSharePct[m], target, _plan.BaseYear, _plan.BaseYear + t);
            }
        }

        return lines;
    }
}
