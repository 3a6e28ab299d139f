using System.Globalization;
using System.Numerics;
using Simulator.Alliance;
using Simulator.Data.Diagnostics;
using Simulator.Pathways;

namespace Simulator.Data.Scenarios;

/// <summary>Finds rows that do nothing because a later row of the same scenario says it anew for all their members.</summary>
internal static class OverriddenRows
{
    // A member set has at most 64 members.
    private const int Places = 64;

    /// <summary>Looks at the scenario's own rows only: overriding inherited rows is what based_on is for.</summary>
    public static void Find(ScenarioDraft draft, Action<Diagnostic> report)
    {
        // Backwards, keeping for each member the line of the next row that starts afresh: one look at each row.
        int[][] paths = [new int[Places], new int[Places]];
        for (int i = draft.Paths.Count - 1; i >= 0; i--)
        {
            BoundPath bound = draft.Paths[i];
            PathRow path = bound.Path;
            int[] lines = paths[(int)path.Leg];
            if (AllCovered(path.Members, lines, out int line))
            {
                report(new(
                    DiagnosticCodes.PathOverridden,
                    bound.Source.SpotOf(ScenarioColumn.What),
                    string.Create(CultureInfo.InvariantCulture, $"the row does nothing: row {line} starts afresh for the same members"),
                    help: "take one of the two out, or change their order"));
            }

            if (StartsAfresh(path, bound.Source.BaseYear))
            {
                Cover(path.Members, lines, path.Origin.Line);
            }
        }

        Dictionary<Setting, int[]> settings = [];
        for (int i = draft.Settings.Count - 1; i >= 0; i--)
        {
            BoundSetting bound = draft.Settings[i];
            SettingRow setting = bound.Setting;
            if (!settings.TryGetValue(setting.Setting, out int[]? lines))
            {
                lines = new int[Places];
                settings.Add(setting.Setting, lines);
            }

            if (AllCovered(setting.Members, lines, out int line))
            {
                report(new(
                    DiagnosticCodes.SettingOverridden,
                    bound.Source.SpotOf(ScenarioColumn.What),
                    string.Create(CultureInfo.InvariantCulture, $"the row does nothing: row {line} sets the same for these members"),
                    help: "keep the row that you mean"));
            }

            if (setting.From == 0 && setting.To == 0)
            {
                Cover(setting.Members, lines, setting.Origin.Line);
            }
        }
    }

    private static bool StartsAfresh(PathRow path, int baseYear) =>
        path.What is PathWhat.Hold or PathWhat.Plan
        || (path.What is PathWhat.BudgetBn or PathWhat.SharePct && path.From == baseYear);

    private static bool AllCovered(MemberSet members, int[] lines, out int line)
    {
        line = 0;
        for (ulong rest = members.Bits; rest != 0; rest &= rest - 1)
        {
            int found = lines[BitOperations.TrailingZeroCount(rest)];
            if (found == 0)
            {
                return false;
            }

            line = line == 0 ? found : line;
        }

        return !members.IsEmpty;
    }

    private static void Cover(MemberSet members, int[] lines, int line)
    {
        for (ulong rest = members.Bits; rest != 0; rest &= rest - 1)
        {
            lines[BitOperations.TrailingZeroCount(rest)] = line;
        }
    }
}
