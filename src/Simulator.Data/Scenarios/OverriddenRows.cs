using System.Globalization;
using Simulator.Alliance;
using Simulator.Data.Diagnostics;
using Simulator.Pathways;

namespace Simulator.Data.Scenarios;

/// <summary>Finds rows that do nothing because a later row of the same scenario says it anew for all their members.</summary>
internal static class OverriddenRows
{
    /// <summary>Looks at the scenario's own rows only: overriding inherited rows is what based_on is for.</summary>
    public static void Find(ScenarioDraft draft, Action<Diagnostic> report)
    {
        // Backwards, keeping for each member the line of the next row that starts afresh: one look at each row.
        Dictionary<(Leg Leg, int Member), int> paths = [];
        for (int i = draft.Paths.Count - 1; i >= 0; i--)
        {
            BoundPath bound = draft.Paths[i];
            PathRow path = bound.Path;
            if (AllCovered(path.Members, m => paths.GetValueOrDefault((path.Leg, m)), out int line))
            {
                report(new(
                    DiagnosticCodes.PathOverridden,
                    bound.Source.SpotOf(ScenarioColumn.What),
                    string.Create(CultureInfo.InvariantCulture, $"the row does nothing: row {line} starts afresh for the same members"),
                    help: "take one of the two out, or change their order"));
            }

            if (StartsAfresh(path, bound.Source.BaseYear))
            {
                Cover(path.Members, m => paths[(path.Leg, m)] = path.Origin.Line);
            }
        }

        Dictionary<(Setting Setting, int Member), int> settings = [];
        for (int i = draft.Settings.Count - 1; i >= 0; i--)
        {
            BoundSetting bound = draft.Settings[i];
            SettingRow setting = bound.Setting;
            if (AllCovered(setting.Members, m => settings.GetValueOrDefault((setting.Setting, m)), out int line))
            {
                report(new(
                    DiagnosticCodes.SettingOverridden,
                    bound.Source.SpotOf(ScenarioColumn.What),
                    string.Create(CultureInfo.InvariantCulture, $"the row does nothing: row {line} sets the same for these members"),
                    help: "keep the row that you mean"));
            }

            // A delay acts on the path after its own year: several of them do not replace each other.
            if (setting.From == 0 && setting.To == 0 && setting.Setting != Setting.DelayYears)
            {
                Cover(setting.Members, m => settings[(setting.Setting, m)] = setting.Origin.Line);
            }
        }
    }

    private static bool StartsAfresh(PathRow path, int baseYear) =>
        path.What is PathWhat.Hold or PathWhat.Plan
        || (path.What is PathWhat.BudgetBn or PathWhat.SharePct && path.From == baseYear);

    private static bool AllCovered(MemberSet members, Func<int, int> lineOf, out int line)
    {
        line = 0;
        foreach (int member in members)
        {
            int found = lineOf(member);
            if (found == 0)
            {
                return false;
            }

            line = line == 0 ? found : line;
        }

        return !members.IsEmpty;
    }

    private static void Cover(MemberSet members, Action<int> cover)
    {
        foreach (int member in members)
        {
            cover(member);
        }
    }
}
